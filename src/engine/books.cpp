#include "engine/books.h"

#include <array>

namespace preauth {
namespace {

struct Posting {
  Group group;
  std::uint16_t code;
};

// Claim adjustment group and reason code of every rule, in the order of Rule.
constexpr std::array<Posting, kRuleCount> kPostings = {{
    {Group::PR, 1},    // deductible
    {Group::PR, 2},    // coinsurance
    {Group::PR, 3},    // copay
    {Group::PR, 1},    // part_a_deductible
    {Group::PR, 2},    // part_a_day
    {Group::PR, 2},    // part_a_reserve_day
    {Group::PR, 119},  // part_a_exhausted
    {Group::PR, 119},  // psychiatric_days_exhausted
    {Group::PR, 204},  // excluded
    {Group::PR, 96},   // not_covered
    {Group::PR, 119},  // limit_reached
    {Group::CO, 96},   // no_liability
    {Group::CO, 45},   // discount
    {Group::PR, 45},   // balance_bill
    {Group::CO, 45},   // balance_limited
    {Group::CO, 45},   // surprise_protected
    {Group::CO, 197},  // denied_provider_liable
    {Group::PR, 197},  // denied_patient_liable
    {Group::CO, 50},   // refused_provider_liable
    {Group::PR, 50},   // refused_patient_liable
    {Group::PR, 197},  // reduction_percent
    {Group::PR, 197},  // reduction_flat
    {Group::CO, 45},   // noncovered_discount
    {Group::PR, 96},   // opted_out
}};

bool any_negative(const Amounts& a) {
  const std::int64_t signs = a.billed.count_cents() | a.allowed.count_cents() | a.plan_pays.count_cents() |
                             a.write_off.count_cents() | a.deductible.count_cents() | a.copay.count_cents() |
                             a.coinsurance.count_cents() | a.not_covered.count_cents() | a.penalty.count_cents() |
                             a.balance_bill.count_cents();
  return signs < 0;
}

}  // namespace

void post_amount(Adjudication& result, Rule rule, Money amount, std::int8_t provision) {
  if (result.adjustment_count == kMostAdjustments) throw BooksDoNotBalance();
  const Posting posting = kPostings[static_cast<std::size_t>(rule)];
  result.adjustments[result.adjustment_count++] = {posting.group, posting.code, rule, provision, amount};
}

void check_books(const Amounts& amounts) {
  // On a denied or uncovered line every part on the right is zero, so the second identity makes allowed zero too.
  const bool balanced =
      books_balance(amounts) && amounts.allowed == amounts.plan_pays + amounts.capped() + amounts.penalty;
  if (!balanced || any_negative(amounts)) throw BooksDoNotBalance();
}

void check_books(const Adjudication& result) {
  check_books(result.amounts);
  Money patient;
  Money write_off;
  for (std::size_t i = 0; i < result.adjustment_count; ++i) {
    const Adjustment& adjustment = result.adjustments[i];
    (adjustment.group == Group::PR ? patient : write_off) += adjustment.amount;
  }
  if (write_off != result.amounts.write_off || patient != result.amounts.patient()) throw BooksDoNotBalance();
}

}  // namespace preauth
