// Limits: how much of a benefit there is. "60 days per year", "30 Visit(s) per Benefit Period", "$5,000 lifetime".

#include <algorithm>
#include <array>

#include "base/text.h"
#include "load/phrase_amounts.h"

namespace preauth {
namespace {

using Kind = PhraseProblem::Kind;

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kMicrosPerCent = 10'000;
constexpr std::int64_t kMinutesPerHour = 60;
constexpr std::int32_t kMonthsPerYear = 12;
constexpr std::int32_t kMostMonths = 1'200;

struct Quantity {
  LimitUnit unit = LimitUnit::visits;
  std::int64_t numerator = 1;  // millionths as stated times numerator / denominator is the model's quantity
  std::int64_t denominator = kMillion;
};

std::optional<Quantity> read_unit(PhraseCursor& cursor, bool in_dollars) {
  if (in_dollars || cursor.accept(Word::dollar)) return Quantity{LimitUnit::dollars, 1, kMicrosPerCent};
  cursor.accept(TokenKind::dash);  // "60-day limit"
  cursor.skip_all({Word::office, Word::outpatient, Word::place});
  if (cursor.accept_any({Word::visit, Word::service})) return Quantity{LimitUnit::visits, 1, kMillion};
  if (cursor.accept(Word::day)) return Quantity{LimitUnit::days, 1, kMillion};
  if (cursor.accept(Word::hour)) return Quantity{LimitUnit::hours, kMinutesPerHour, kMillion};
  if (cursor.accept(Word::minute)) return Quantity{LimitUnit::hours, 1, kMillion};
  if (cursor.at_any({Word::item, Word::exam, Word::fill, Word::admission, Word::episode, Word::week, Word::month})) {
    const std::string word = lower_ascii(cursor.text(cursor.peek())) + "s";
    cursor.fail(Kind::cannot_model, cursor.peek(),
                "a limit counted in " + word + " (visits, days, hours or dollars can be)");
  } else if (cursor.done() || cursor.at(TokenKind::slash) || cursor.at_any({Word::per, Word::every})) {
    cursor.fail(Kind::cannot_model, cursor.previous(), "a limit without its unit (visits, days, hours or dollars)");
  } else {
    cursor.fail_unexpected();
  }
  return std::nullopt;
}

// From millionths as stated to the model's unit; a part of a visit, a day or a minute is a bad number.
std::optional<Known<std::int64_t>> scale(const Known<UnitPrice>& stated, const Quantity& quantity, const Token& begin,
                                         PhraseCursor& cursor) {
  if (stated.is_unknown()) return Known<std::int64_t>::unknown();
  const auto scaled = [&](UnitPrice value) -> std::int64_t {
    const bool too_many = quantity.unit != LimitUnit::dollars && value.count_micros() / kMillion > kMostCount;
    if (too_many) {
      cursor.fail(Kind::too_large, begin);
      return 0;
    }
    const std::int64_t product = value.count_micros() * quantity.numerator;
    if (product % quantity.denominator != 0) cursor.fail(Kind::bad_number, begin);
    return product / quantity.denominator;
  };
  const std::int64_t low = scaled(stated.low());
  const std::int64_t high = scaled(stated.high());
  if (cursor.failed()) return std::nullopt;
  return low == high ? Known(low) : Known<std::int64_t>::between(low, high);
}

// "12 months", "6 months rolling", "3 years"; the number is at hand.
void read_counted_period(PhraseCursor& cursor, bool rolling, LimitRule& rule) {
  const Token begin = cursor.peek();
  const std::optional<std::int64_t> count = read_count(cursor, kMostMonths);
  if (!count) return;
  if (*count < 1) return cursor.fail(Kind::bad_number, begin);
  cursor.accept(TokenKind::dash);
  const bool years = cursor.accept(Word::year);
  if (!years && !cursor.accept(Word::month)) return cursor.fail_unexpected();
  if (years && *count > kMostMonths / kMonthsPerYear) return cursor.fail(Kind::too_large, begin);
  cursor.accept(Word::period);
  rolling = cursor.accept(Word::rolling) || rolling;
  rule.period = rolling ? LimitPeriod::rolling_months : LimitPeriod::calendar_months;
  rule.months = static_cast<std::int32_t>(*count) * (years ? kMonthsPerYear : 1);
}

void refuse_period(PhraseCursor& cursor) {
  if (cursor.at_any({Word::week, Word::weekly, Word::day, Word::daily, Word::hour})) {
    const std::string word(cursor.text(cursor.peek()));
    return cursor.fail(Kind::cannot_model, cursor.peek(), "a limit per " + word);
  }
  if (!cursor.done()) return cursor.fail_unexpected();
  cursor.fail(Kind::cannot_model, cursor.previous(),
              "a limit without its period (per year, per admission, per lifetime …)");
}

void read_period(PhraseCursor& cursor, LimitRule& rule) {
  cursor.skip_all({Word::max, Word::limit});
  if (!cursor.accept(TokenKind::slash)) cursor.skip_all({Word::per, Word::every, Word::a});
  const bool rolling = cursor.accept(Word::rolling);
  if (cursor.at(TokenKind::number)) return read_counted_period(cursor, rolling, rule);
  cursor.skip_all({Word::calendar, Word::plan, Word::coverage, Word::place});
  if (cursor.accept(Word::year)) {
    rule.period = rolling || cursor.accept(Word::rolling) ? LimitPeriod::rolling_months : LimitPeriod::year;
  } else if (cursor.accept(Word::period)) {
    rule.period = LimitPeriod::benefit_period;
  } else if (cursor.accept_any({Word::month, Word::monthly})) {
    rule.period = LimitPeriod::calendar_months;
    rule.months = 1;
  } else if (cursor.accept(Word::admission)) {
    rule.period = LimitPeriod::admission;
  } else if (cursor.accept(Word::episode)) {
    rule.period = LimitPeriod::episode;
  } else if (cursor.accept(Word::lifetime)) {
    rule.period = LimitPeriod::lifetime;
  } else {
    refuse_period(cursor);
  }
}

bool read_none(PhraseCursor& cursor) {
  if (cursor.at(Word::no) && !cursor.at(Word::more, 1)) {
    cursor.take();
    cursor.skip_all({Word::max, Word::limit});
    return true;
  }
  return cursor.accept_any({Word::none, Word::unlimited});
}

std::optional<LimitPhrase> read_limit(PhraseCursor& cursor) {
  LimitPhrase phrase;
  phrase.none = read_none(cursor);
  if (phrase.none) return phrase;
  cursor.skip_all({Word::coverage, Word::no, Word::limit, Word::up, Word::to, Word::at, Word::max, Word::more,
                   Word::than, Word::of, Word::a});
  const Token begin = cursor.peek();
  const bool dollar_sign = at_money(cursor);
  const std::optional<Known<UnitPrice>> stated = read_unit_price(cursor);
  if (!stated) return std::nullopt;
  const std::optional<Quantity> quantity = read_unit(cursor, dollar_sign || cursor.previous().word == Word::dollar);
  if (!quantity) return std::nullopt;
  const std::optional<Known<std::int64_t>> scaled = scale(*stated, *quantity, begin, cursor);
  if (!scaled) return std::nullopt;
  phrase.rule.unit = quantity->unit;
  phrase.rule.quantity = *scaled;
  read_period(cursor, phrase.rule);
  cursor.skip_all({Word::max, Word::limit});
  if (cursor.at(Word::per) && cursor.at(Word::person, 1)) cursor.skip_all({Word::per, Word::person});
  phrase.rule.text = canonical(phrase.rule);
  return phrase;
}

std::string write_quantity(const LimitRule& limit) {
  const Known<std::int64_t>& quantity = limit.quantity;
  const std::string_view end = quantity.is_exact() && quantity.value() == 1 ? "" : "s";
  switch (limit.unit) {
    case LimitUnit::visits:
      return write_known(quantity) + " visit" + std::string(end);
    case LimitUnit::days:
      return write_known(quantity) + " day" + std::string(end);
    case LimitUnit::hours:
      break;
    case LimitUnit::dollars: {
      if (quantity.is_unknown()) return "unknown dollars";
      const Money low = Money::cents(quantity.low());
      const Money high = Money::cents(quantity.high());
      return write_known(low == high ? Known(low) : Known<Money>::between(low, high));
    }
  }
  const bool whole_hours =
      !quantity.is_unknown() && quantity.low() % kMinutesPerHour == 0 && quantity.high() % kMinutesPerHour == 0;
  if (!whole_hours) return write_known(quantity) + (quantity.is_unknown() ? " hours" : " minutes");
  const std::int64_t low = quantity.low() / kMinutesPerHour;
  const std::int64_t high = quantity.high() / kMinutesPerHour;
  return write_known(low == high ? Known(low) : Known<std::int64_t>::between(low, high)) +
         (low == 1 && high == 1 ? " hour" : " hours");
}

std::string write_period(const LimitRule& limit) {
  switch (limit.period) {
    case LimitPeriod::year:
      return "per year";
    case LimitPeriod::rolling_months:
      return "per " + std::to_string(limit.months) + " months rolling";
    case LimitPeriod::calendar_months:
      return limit.months == 1 ? "per month" : "per " + std::to_string(limit.months) + " months";
    case LimitPeriod::admission:
      return "per admission";
    case LimitPeriod::benefit_period:
      return "per benefit period";
    case LimitPeriod::episode:
      return "per episode";
    case LimitPeriod::lifetime:
      return "per lifetime";
  }
  return "";
}

}  // namespace

PhraseResult<LimitPhrase> parse_limit(std::string_view phrase) { return read_phrase<LimitPhrase>(phrase, read_limit); }

std::string canonical(const LimitRule& limit) { return write_quantity(limit) + " " + write_period(limit); }

}  // namespace preauth
