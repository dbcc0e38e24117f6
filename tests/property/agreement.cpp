#include "property/agreement.h"

#include "engine/adjudicate.h"
#include "property/second_adjudicator.h"

namespace preauth {
namespace {

using Sums = std::map<std::pair<Group, int>, Money>;

Sums sums_of(const Adjudication& result) {
  Sums sums;
  for (std::size_t i = 0; i < result.adjustment_count; ++i) {
    const Adjustment& adjustment = result.adjustments[i];
    if (!adjustment.amount.is_zero()) sums[{adjustment.group, adjustment.code}] += adjustment.amount;
  }
  return sums;
}

std::string text_of(Money money) { return std::to_string(money.count_cents()); }

std::string text_of(const Amounts& amounts) {
  return "billed " + text_of(amounts.billed) + " allowed " + text_of(amounts.allowed) + " plan_pays " +
         text_of(amounts.plan_pays) + " write_off " + text_of(amounts.write_off) + " deductible " +
         text_of(amounts.deductible) + " copay " + text_of(amounts.copay) + " coinsurance " +
         text_of(amounts.coinsurance) + " not_covered " + text_of(amounts.not_covered) + " penalty " +
         text_of(amounts.penalty) + " balance_bill " + text_of(amounts.balance_bill);
}

std::string text_of(const Sums& sums) {
  static constexpr std::array<const char*, 4> kGroups = {"CO", "PR", "PI", "OA"};
  std::string out;
  for (const auto& [key, amount] : sums) {
    out += std::string(" ") + kGroups[static_cast<std::size_t>(key.first)] + "-" + std::to_string(key.second) + " " +
           text_of(amount);
  }
  return out;
}

bool same_use(const BucketUse& a, const BucketUse& b, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (a.person[i] != b.person[i] || a.family[i] != b.family[i]) return false;
  }
  return true;
}

std::string text_of(const BucketUse& use, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += " " + text_of(use.person[i]) + "/" + text_of(use.family[i]);
  return out;
}

std::string explain(std::size_t line, const std::string& what, const std::string& engine, const std::string& second) {
  return "line " + std::to_string(line + 1) + ": " + what + " (cents)\n  engine: " + engine + "\n  second: " + second;
}

}  // namespace

void Hits::count(const Adjudication& result) {
  ++lines;
  for (std::size_t i = 0; i < result.adjustment_count; ++i) {
    ++rules[static_cast<std::size_t>(result.adjustments[i].rule)];
  }
  for (std::size_t bit = 0; bit < kMatteredCount; ++bit) {
    if ((result.mattered >> bit & 1U) != 0) ++mattered[bit];
  }
}

std::optional<std::string> find_disagreement(const RandomCase& compared, Hits& hits) {
  Adjudicator engine(compared.terms, compared.start);
  SecondAdjudicator second(compared.terms, compared.start);
  const std::size_t buckets = compared.terms.bucket_count;
  for (std::size_t i = 0; i < compared.lines.size(); ++i) {
    const Adjudication& ours = engine.adjudicate(compared.lines[i]);
    const Decided& theirs = second.decide(compared.lines[i]);
    hits.count(ours);
    if (!(ours.amounts == theirs.amounts)) {
      return explain(i, "amounts", text_of(ours.amounts), text_of(theirs.amounts));
    }
    const Sums sums = sums_of(ours);
    if (sums != theirs.adjustments) return explain(i, "adjustments", text_of(sums), text_of(theirs.adjustments));
    if (ours.benefit_year != theirs.benefit_year) {
      return explain(i, "benefit year", std::to_string(ours.benefit_year), std::to_string(theirs.benefit_year));
    }
    const BucketUse used = engine.used();
    const BucketUse second_used = second.used();
    if (!same_use(used, second_used, buckets)) {
      return explain(i, "accumulators person/family", text_of(used, buckets), text_of(second_used, buckets));
    }
  }
  return std::nullopt;
}

}  // namespace preauth
