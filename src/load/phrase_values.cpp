// The readers of single values: amounts, rates, prices, counts of days and the amounts of a plan.

#include <algorithm>
#include <array>
#include <string_view>

#include "base/amount_text.h"
#include "load/phrase_amounts.h"

namespace preauth {
namespace {

using Kind = PhraseProblem::Kind;

constexpr std::int64_t kDaysPerWeek = 7;

struct UnitWord {
  Word word;
  PriceUnit unit;
};
constexpr std::array<UnitWord, 10> kPriceUnits = {{{Word::visit, PriceUnit::visit},
                                                   {Word::service, PriceUnit::visit},
                                                   {Word::fill, PriceUnit::visit},
                                                   {Word::item, PriceUnit::visit},
                                                   {Word::exam, PriceUnit::visit},
                                                   {Word::line, PriceUnit::visit},
                                                   {Word::day, PriceUnit::day},
                                                   {Word::week, PriceUnit::week},
                                                   {Word::month, PriceUnit::month},
                                                   {Word::admission, PriceUnit::stay}}};

// "/day", "per visit", "a week"; a price without a unit is for each service line.
PriceUnit read_price_unit(PhraseCursor& cursor) {
  if (cursor.accept(Word::daily)) return PriceUnit::day;
  const bool stated = cursor.accept(TokenKind::slash) || cursor.accept_any({Word::per, Word::every, Word::a});
  if (!stated) return PriceUnit::visit;
  cursor.skip_all({Word::place, Word::office, Word::outpatient});
  if (cursor.accept(Word::daily)) return PriceUnit::day;  // "per diem"
  if (cursor.at_any({Word::hour, Word::minute})) {
    cursor.fail(Kind::cannot_model, cursor.peek(),
                "a price per " + std::string(cursor.text(cursor.peek())) + " (write what one visit or day costs)");
    return PriceUnit::visit;
  }
  for (const UnitWord& known : kPriceUnits) {
    if (cursor.accept(known.word)) return known.unit;
  }
  cursor.fail_unexpected();
  return PriceUnit::visit;
}

std::optional<Known<PriceText>> read_price(PhraseCursor& cursor) {
  const std::optional<Known<UnitPrice>> amount = read_unit_price(cursor);
  if (!amount) return std::nullopt;
  const PriceUnit unit = read_price_unit(cursor);
  if (cursor.failed()) return std::nullopt;
  if (amount->is_unknown()) return Known<PriceText>::unknown();
  if (amount->is_exact()) return Known<PriceText>(PriceText{amount->value(), unit});
  return Known<PriceText>::between({amount->low(), unit}, {amount->high(), unit});
}

std::optional<Known<std::int32_t>> read_days(PhraseCursor& cursor) {
  cursor.skip_all({Word::every, Word::first});
  const std::optional<Known<std::int64_t>> count = read_counts(cursor);
  if (!count) return std::nullopt;
  if (count->is_unknown()) return Known<std::int32_t>::unknown();
  cursor.accept(TokenKind::dash);  // "28-day"
  const Token unit = cursor.peek();
  if (cursor.at(Word::visit)) cursor.fail(Kind::cannot_model, unit, "a number of visits where days are counted");
  const std::int64_t factor = cursor.accept(Word::week) ? kDaysPerWeek : 1;
  if (factor == 1) cursor.accept(Word::day);
  if (count->high() > kMostCount / factor) cursor.fail(Kind::too_large, unit);
  if (cursor.failed()) return std::nullopt;
  const auto days = [factor](std::int64_t stated) { return static_cast<std::int32_t>(stated * factor); };
  if (count->is_exact()) return Known<std::int32_t>(days(count->value()));
  return Known<std::int32_t>::between(days(count->low()), days(count->high()));
}

std::optional<Known<PlanAmount>> read_plan_amount(PhraseCursor& cursor) {
  const bool none = cursor.accept_any({Word::none, Word::no, Word::unlimited});
  if (none) {
    cursor.skip_all({Word::max, Word::deductible, Word::limit, Word::amount});
    return Known<PlanAmount>(PlanAmount{AmountKind::none, Money()});
  }
  if (cursor.accept(Word::not_)) {
    if (!cursor.accept(Word::covered)) cursor.fail_unexpected();
    return Known<PlanAmount>(PlanAmount{AmountKind::not_covered, Money()});
  }
  const std::optional<Known<Money>> money = read_money(cursor);
  if (!money) return std::nullopt;
  if (money->is_unknown()) return Known<PlanAmount>::unknown();
  if (money->is_exact()) return Known<PlanAmount>(PlanAmount{AmountKind::amount, money->value()});
  return Known<PlanAmount>::between({AmountKind::amount, money->low()}, {AmountKind::amount, money->high()});
}

}  // namespace

PhraseResult<Known<Money>> parse_money(std::string_view text) {
  return read_phrase<Known<Money>>(text, [](PhraseCursor& cursor) { return read_money(cursor); });
}

PhraseResult<Known<Rate>> parse_rate(std::string_view text) {
  return read_phrase<Known<Rate>>(text, [](PhraseCursor& cursor) {
    std::optional<Known<Rate>> rate = read_rate(cursor);
    cursor.accept(Word::coinsurance);
    return rate;
  });
}

PhraseResult<Known<PriceText>> parse_price(std::string_view text) {
  return read_phrase<Known<PriceText>>(text, [](PhraseCursor& cursor) { return read_price(cursor); });
}

PhraseResult<Known<std::int32_t>> parse_days(std::string_view text) {
  return read_phrase<Known<std::int32_t>>(text, [](PhraseCursor& cursor) { return read_days(cursor); });
}

PhraseResult<Known<PlanAmount>> parse_plan_amount(std::string_view text) {
  return read_phrase<Known<PlanAmount>>(text, [](PhraseCursor& cursor) { return read_plan_amount(cursor); });
}

std::string canonical(const PriceText& price) { return file_text(price.amount) + "/" + std::string(id(price.unit)); }

}  // namespace preauth
