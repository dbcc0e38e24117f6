#include "load/phrase_share_reader.h"

#include <algorithm>
#include <array>

#include "load/phrase_amounts.h"

namespace preauth {

namespace {

constexpr Word kDayWords[] = {Word::day, Word::copay};

bool at_counted_most(const PhraseCursor& cursor) {
  const bool counted = std::any_of(std::begin(kDayWords), std::end(kDayWords),
                                   [&cursor](Word word) { return cursor.at(word, 1) || cursor.at(word, 2); });
  return counted && (cursor.at(Word::max, 2) || cursor.at(Word::max, 3));
}

}  // namespace

const std::span<const ShareReader::Clause> ShareReader::kClauses = [] {
  static constexpr std::array<Clause, 43> clauses = {{
      {Word::first, &ShareReader::read_first},
      {Word::next, &ShareReader::read_next},
      {Word::then, &ShareReader::read_then},
      {Word::thereafter, &ShareReader::read_thereafter},
      {Word::remaining, &ShareReader::read_thereafter},
      {Word::for_, &ShareReader::read_for},
      {Word::day, &ShareReader::read_days},
      {Word::lifetime, &ShareReader::read_reserve},
      {Word::per, &ShareReader::read_per},
      {Word::every, &ShareReader::read_per},
      {Word::a, &ShareReader::read_per},
      {Word::daily, &ShareReader::read_per},
      {Word::office, &ShareReader::read_per},
      {Word::visit, &ShareReader::read_per},
      {Word::up, &ShareReader::read_most},
      {Word::at, &ShareReader::read_most},
      {Word::max, &ShareReader::read_most},
      {Word::limit, &ShareReader::read_most},
      {Word::capped, &ShareReader::read_most},
      {Word::after, &ShareReader::read_after},
      {Word::not_, &ShareReader::read_not},
      {Word::before, &ShareReader::read_before},
      {Word::with, &ShareReader::read_before},
      {Word::without, &ShareReader::read_without},
      {Word::once, &ShareReader::read_once},
      {Word::subject, &ShareReader::read_subject},
      {Word::deductible, &ShareReader::read_deductible},
      {Word::no, &ShareReader::read_no},
      {Word::nothing, &ShareReader::read_nothing},
      {Word::stated_unknown, &ShareReader::read_unknown},
      {Word::copay, &ShareReader::read_without_amount},
      {Word::coinsurance, &ShareReader::read_without_amount},
      {Word::greater, &ShareReader::refuse_greater},
      {Word::lesser, &ShareReader::refuse_greater},
      {Word::or_, &ShareReader::refuse_either},
      {Word::all, &ShareReader::refuse_two_benefits},
      {Word::other, &ShareReader::refuse_two_benefits},
      {Word::in_network, &ShareReader::refuse_networks},
      {Word::out_of_network, &ShareReader::refuse_networks},
      {Word::waived, &ShareReader::refuse_waiver},
      {Word::prior_authorization, &ShareReader::refuse_authorization},
      {Word::penalty, &ShareReader::refuse_authorization},
      {Word::covered, &ShareReader::refuse_plan_share},
  }};
  return std::span<const Clause>(clauses);
}();

std::optional<ShareDraft> ShareReader::read() {
  cursor_.skip_separators();
  if (read_whole_meaning() || cursor_.failed()) return cursor_.failed() ? std::nullopt : std::optional(draft_);
  draft_.tiers.emplace_back();
  while (!cursor_.done()) {
    if (cursor_.at_separator()) {
      cursor_.skip_separators();
    } else {
      read_clause();
    }
  }
  if (!cursor_.failed()) end_last_tier();
  return cursor_.failed() ? std::nullopt : std::optional(std::move(draft_));
}

// "not covered" and "Medicare Part A" are whole meanings of their own; what follows them is trailing text.
bool ShareReader::read_whole_meaning() {
  if (read_not_covered()) return true;
  const bool part_a = cursor_.at(Word::medicare) && cursor_.at(Word::part, 1) && cursor_.at(Word::a, 2);
  if (!part_a) return false;
  for (int word = 0; word < 3; ++word) take();
  draft_.medicare_part_a = true;
  return true;
}

bool ShareReader::read_not_covered() {
  const bool not_covered = cursor_.at(Word::not_) && (cursor_.at(Word::covered, 1) || cursor_.at(Word::a, 1));
  const bool no_coverage = cursor_.at(Word::no) && cursor_.at(Word::coverage, 1);
  if (!not_covered && !no_coverage && !cursor_.at(Word::excluded)) return false;
  if (!cursor_.at(Word::excluded)) take();
  cursor_.accept(Word::a);
  cursor_.skip_all({Word::covered, Word::coverage, Word::excluded, Word::service});
  draft_.covered = false;
  return true;
}

void ShareReader::read_clause() {
  if (cursor_.peek().kind != TokenKind::word) return read_sign();
  const auto found =
      std::find_if(kClauses.begin(), kClauses.end(), [this](const Clause& clause) { return cursor_.at(clause.word); });
  if (found == kClauses.end()) return cursor_.fail_unexpected();
  (this->*found->read)();
}

void ShareReader::read_sign() {
  const Token token = cursor_.peek();
  if (cursor_.at(TokenKind::slash)) {
    const bool joins_amounts = cursor_.at(TokenKind::dollar, 1) || cursor_.at(TokenKind::number, 1);
    if (!joins_amounts) return read_per();
    take();  // "$250 copay / 20% coinsurance"
  } else if (at_money(cursor_) || cursor_.at(TokenKind::dash)) {
    read_copay();
  } else if (at_rate(cursor_)) {
    read_rate();
  } else if (cursor_.at(TokenKind::number) && at_counted_most(cursor_)) {
    read_counted_most();
  } else if (cursor_.at(TokenKind::number)) {
    const std::string digits(cursor_.text(token));
    cursor_.fail_suggesting(Kind::missing_percent_sign, token,
                            cursor_.at(Word::copay, 1) ? "$" + digits : suggest_rate(token));
  } else {
    cursor_.fail_unexpected();
  }
}

void ShareReader::read_copay() {
  const Token begin = cursor_.peek();
  // A minus before a rate is a negative rate; the reader of money says so just as well.
  const std::optional<Known<Money>> copay = read_money(cursor_);
  if (!copay) return;
  const bool most_follows = cursor_.at(Word::max) || (cursor_.at(Word::copay) && cursor_.at(Word::max, 1));
  if (most_follows && tier().has_amount()) {
    cursor_.skip_all({Word::copay, Word::max, Word::copay});
    return put_cap(*copay, begin);
  }
  put_copay(*copay, begin);
  cursor_.accept(Word::copay);
}

void ShareReader::read_rate() {
  const Token begin = cursor_.peek();
  const std::optional<Known<Rate>> rate = preauth::read_rate(cursor_);
  if (!rate) return;
  put_rate(*rate, begin);
  if (!cursor_.accept(Word::coinsurance)) cursor_.accept(Word::copay);
  if (!cursor_.accept(Word::of)) return;
  if (cursor_.at(Word::billed)) {
    return cursor_.fail(Kind::cannot_model, begin, cursor_.peek(), "a share of the billed charge");
  }
  cursor_.skip_all(
      {Word::plan, Word::allowed, Word::covered, Word::contracted, Word::amount, Word::charge, Word::cost});
}

// "4 days maximum per admission", "3 copay max".
void ShareReader::read_counted_most() {
  const Token begin = cursor_.peek();
  const std::optional<std::int64_t> count = read_count(cursor_);
  if (!count) return;
  cursor_.accept(TokenKind::dash);
  take();
  cursor_.skip_all({Word::copay, Word::max});
  put_copay_days(static_cast<std::int32_t>(*count), begin);
}

void ShareReader::read_no() {
  const Token begin = take();
  if (cursor_.at(Word::charge) || cursor_.at(Word::cost)) {
    cursor_.skip_all({Word::charge, Word::cost});
    put_copay(Known<Money>(Money()), begin);
    tier().no_charge = true;
    cursor_.accept(Word::copay);
  } else if (cursor_.accept_any({Word::copay, Word::payment})) {
    put_copay(Known<Money>(Money()), begin);
  } else if (cursor_.accept(Word::coinsurance)) {
    put_rate(Known<Rate>(Rate()), begin);
  } else if (cursor_.accept(Word::deductible)) {
    cursor_.accept(Word::apply);
    put_order(DeductibleOrder::does_not_apply, begin);
  } else if (cursor_.at(Word::more)) {
    read_most();
  } else {
    cursor_.fail_unexpected();
  }
}

void ShareReader::read_nothing() {
  put_copay(Known<Money>(Money()), take());
  tier().no_charge = true;
}

void ShareReader::read_unknown() {
  const Token begin = take();
  if (cursor_.accept(Word::copay)) return put_copay(Known<Money>::unknown(), begin);
  if (cursor_.accept(Word::coinsurance)) return put_rate(Known<Rate>::unknown(), begin);
  if (cursor_.accept(Word::deductible)) return put_order(Known<DeductibleOrder>::unknown(), begin);
  cursor_.fail_unexpected();
}

void ShareReader::read_without_amount() {
  const Token word = cursor_.peek();
  if (cursor_.at(Word::waived, 1)) return refuse_waiver();
  if (tier().step.stated() && !after_separator()) return cursor_.fail_unexpected();
  cursor_.fail(Kind::missing_amount, word);
}

void ShareReader::put_copay(const Known<Money>& copay, const Token& at) {
  if (!make_room(tier().step.copay.has_value() || tier().no_charge, at)) return;
  if (!tier().step.stated()) tier().step.begin = at;
  tier().step.copay = copay;
  tier().step.end = cursor_.previous();
  last_is_rate_ = false;
}

void ShareReader::put_rate(const Known<Rate>& rate, const Token& at) {
  if (!make_room(tier().step.rate.has_value() || tier().no_charge, at)) return;
  if (!tier().step.stated()) tier().step.begin = at;
  tier().step.rate = rate;
  tier().step.end = cursor_.previous();
  last_is_rate_ = true;
}

// A second amount of one kind belongs to what comes after the first visits or days; else it contradicts the first.
bool ShareReader::make_room(bool taken, const Token& at) {
  if (!taken) return true;
  if (tier().visits) {
    begin_tier(std::nullopt);
  } else if (tier().first_days) {
    open_rest(at);
  } else {
    cursor_.fail(Kind::contradiction, at, cursor_.previous(), {});
  }
  return !cursor_.failed();
}

void ShareReader::end_last_tier() {
  const bool amount_missing = !tier().has_amount() || tier().visits || (tier().range_ahead && !tier().step.stated());
  if (amount_missing) return cursor_.fail(Kind::missing_amount, cursor_.previous());
  if (tier().range_ahead) close_band(tier(), *tier().range_ahead, cursor_);
}

bool ShareReader::after_separator() const {
  switch (cursor_.previous().kind) {
    case TokenKind::comma:
    case TokenKind::semicolon:
    case TokenKind::colon:
    case TokenKind::plus:
    case TokenKind::dash:
      return true;
    case TokenKind::word:
      return cursor_.previous().word == Word::and_ || cursor_.previous().word == Word::then;
    case TokenKind::number:
    case TokenKind::dollar:
    case TokenKind::percent:
    case TokenKind::dots:
    case TokenKind::slash:
    case TokenKind::other:
    case TokenKind::end:
      return false;
  }
  return false;
}

std::optional<ShareDraft> read_share_draft(PhraseCursor& cursor) { return ShareReader(cursor).read(); }

}  // namespace preauth
