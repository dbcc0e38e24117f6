// Where the deductible comes in a cost-share phrase.

#include "load/phrase_amounts.h"
#include "load/phrase_share_reader.h"

namespace preauth {

namespace {

constexpr std::initializer_list<Word> kBesideDeductible = {
    Word::plan,     Word::calendar, Word::year,  Word::network, Word::in_network, Word::out_of_network,
    Word::coverage, Word::apply,    Word::place, Word::a,       Word::meet};

}  // namespace

// "[after] you meet the plan deductible"; the cursor stands before the first of these words.
bool ShareReader::at_deductible_phrase() const {
  std::size_t ahead = 0;
  while (cursor_.at_any(kBesideDeductible, ahead)) ++ahead;
  return cursor_.at(Word::deductible, ahead);
}

void ShareReader::read_deductible_phrase(DeductibleOrder order, const Token& begin) {
  cursor_.skip_all(kBesideDeductible);
  if (!cursor_.accept(Word::deductible)) return cursor_.fail_unexpected();
  cursor_.skip_all({Word::meet, Word::apply});
  put_order(order, begin);
}

// "after deductible", "after day 5", "after 5 days", "after that".
void ShareReader::read_after() {
  const Token begin = cursor_.peek();
  const bool day_then_number = cursor_.at(Word::day, 1) && cursor_.at(TokenKind::number, 2);
  const bool number_then_day = cursor_.at(TokenKind::number, 1) && cursor_.at(Word::day, 2);
  if (day_then_number || number_then_day) {
    take();
    cursor_.accept(Word::day);
    const std::optional<std::int64_t> day = read_count(cursor_, DayBand::kNoLastDay - 1);
    if (!day) return;
    cursor_.accept(Word::day);
    if (tier().first_days) first_days_to_band();
    return put_range({static_cast<std::int32_t>(*day) + 1, DayBand::kNoLastDay, false, begin, cursor_.previous()});
  }
  take();
  if (at_deductible_phrase()) return read_deductible_phrase(DeductibleOrder::deductible_first, begin);
  if (at_money(cursor_) && tier().step.rate && !tier().step.copay) return;  // "20% coinsurance after $250 copay"
  const bool after_that = cursor_.done() || cursor_.at_separator() || at_money(cursor_) || at_rate(cursor_);
  if (!after_that) return cursor_.fail_unexpected();
  read_thereafter_from(begin);
}

// "not subject to deductible", "not to exceed $1,500 per year".
void ShareReader::read_not() {
  const Token begin = cursor_.peek();
  if (cursor_.at(Word::to, 1) || cursor_.at(Word::more, 1) || cursor_.at(Word::exceed, 1)) return read_most();
  take();
  if (cursor_.accept(Word::subject)) {
    cursor_.accept(Word::to);
    return read_deductible_phrase(DeductibleOrder::does_not_apply, begin);
  }
  if (!cursor_.at(Word::covered)) return cursor_.fail_unexpected();
  if (draft_.tiers.size() == 1 && !tier().visits) return cursor_.fail(Kind::contradiction, begin, cursor_.peek(), {});
  cursor_.fail(Kind::cannot_model, begin, cursor_.peek(), "visits that are not covered (write a limit)");
}

// "with deductible" and the older "before deductible": the copay first, the rest of the line fills the deductible.
void ShareReader::read_before() {
  const Token begin = take();
  if (cursor_.at(Word::no)) return;  // "with no deductible"
  read_deductible_phrase(DeductibleOrder::copay_first, begin);
}

void ShareReader::read_without() { read_deductible_phrase(DeductibleOrder::does_not_apply, take()); }

// "once the deductible is met"; also "once per admission", where it adds nothing.
void ShareReader::read_once() {
  const Token begin = take();
  if (cursor_.at(Word::per) || cursor_.at(TokenKind::slash)) return;
  read_deductible_phrase(DeductibleOrder::deductible_first, begin);
}

void ShareReader::read_subject() {
  const Token begin = take();
  cursor_.accept(Word::to);
  read_deductible_phrase(DeductibleOrder::deductible_first, begin);
}

// "deductible does not apply", "deductible waived", "deductible applies", "deductible unknown"; as a bare noun its
// place tells the order: "deductible, then 20%", "$40 copay then deductible".
void ShareReader::read_deductible() {
  const Token begin = take();
  if (cursor_.accept(Word::stated_unknown)) return put_order(Known<DeductibleOrder>::unknown(), begin);
  if (cursor_.accept(Word::waived)) return put_order(DeductibleOrder::does_not_apply, begin);
  if (cursor_.accept(Word::not_)) {
    if (!cursor_.accept(Word::apply)) return cursor_.fail_unexpected();
    return put_order(DeductibleOrder::does_not_apply, begin);
  }
  const bool after_copay = tier().has_amount() && !last_is_rate_ && !cursor_.at(Word::apply);
  cursor_.accept(Word::apply);
  if (cursor_.at(Word::first) && !cursor_.at(TokenKind::number, 1)) take();
  put_order(after_copay ? DeductibleOrder::copay_first : DeductibleOrder::deductible_first, begin);
}

// A copay that comes before the deductible and a rate that comes after it are one order: copay, deductible, rate.
void ShareReader::put_order(Known<DeductibleOrder> order, const Token& at) {
  std::optional<Known<DeductibleOrder>>& stated = tier().order;
  if (!stated || *stated == order) {
    stated = order;
    return;
  }
  const bool rate_after_deductible = last_is_rate_ && tier().step.copay && stated->is_exact() && order.is_exact() &&
                                     order.value() == DeductibleOrder::deductible_first;
  if (rate_after_deductible) {
    stated = DeductibleOrder::copay_first;
    return;
  }
  cursor_.fail(Kind::contradiction, at, cursor_.previous(), {});
}

}  // namespace preauth
