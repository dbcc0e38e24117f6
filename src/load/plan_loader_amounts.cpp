// [deductible] and [out_of_pocket_max]: amounts by network, how they relate, and separate deductibles.

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "load/plan_loader_parts.h"
#include "messages/diagnostics.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 3> kFamilyRules = {"embedded", "aggregate", "per person"};
constexpr std::array<std::string_view, 5> kNetworkRules = {"separate", "combined", "nested", "out-to-in", "in-to-out"};
constexpr std::string_view kSample = "{ individual = \"$2,000\", family = \"$4,000\" }";

Field<PlanAmount> read_plan_amount(const Value& value, Loading& loading) {
  return {read_phrase<PlanAmount>(value, &parse_plan_amount, "\"$2,000\"", loading), value.provenance};
}

Field<PlanAmount> read_plan_amount(TableReader& fields, std::string_view key) {
  const std::optional<Value> value = fields.value(key);
  return value ? read_plan_amount(*value, fields.loading()) : Field<PlanAmount>{};
}

// "none", "not covered" and "unknown" hold for a family as well; an amount is one person's.
bool holds_for_family(const Known<PlanAmount>& known) {
  if (known.is_exact()) return known.value().kind != AmountKind::amount;
  return known.state() == Known<PlanAmount>::State::unknown;
}

TieredAmount read_tiered(TableReader& fields, std::string_view key) {
  const Node* node = fields.raw(key);
  if (node == nullptr) return {};
  const Value value = unwrap(*node, key, fields.loading());
  TieredAmount amount;
  amount.stated = true;
  amount.provenance = value.provenance;
  if (!value.node->is_table()) {
    amount.individual = read_plan_amount(value, fields.loading());
    if (holds_for_family(amount.individual.known)) amount.family = amount.individual;
    return amount;
  }
  TableReader parts(*value.node, fields.loading());
  amount.individual = read_plan_amount(parts, "individual");
  amount.family = read_plan_amount(parts, "family");
  amount.rule = parts.word<FamilyRule>("rule", kFamilyRules);
  parts.reject_other_keys();
  return amount;
}

void read_networks(TableReader& fields, std::array<TieredAmount, kNetworkCount>& by_network) {
  for (std::size_t i = 0; i < kNetworkCount; ++i) by_network[i] = read_tiered(fields, ids<Network>()[i]);
}

void read_rules(TableReader& fields, AmountRules& rules) {
  read_networks(fields, rules.by_network);
  if (TieredAmount combined = read_tiered(fields, "combined"); combined.stated) rules.combined = std::move(combined);
  rules.networks = fields.word<NetworkRule>("networks", kNetworkRules);
}

// "last 3 months", "none"
Field<std::int32_t> read_carry_over(TableReader& fields) {
  const std::optional<Value> value = fields.value("carry_over");
  if (!value) return {};
  if (value->is_unknown()) return {Known<std::int32_t>::unknown(), value->provenance};
  const std::string text = value->node->is_string() ? lower_ascii(trim(value->node->text)) : "";
  if (text == "none") return {0, value->provenance};
  std::string_view rest = text;
  if (rest.starts_with("last ")) rest = trim(rest.substr(5));
  std::int32_t months = 0;
  const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), months);
  const std::string_view unit = trim(rest.substr(static_cast<std::size_t>(stop - rest.data())));
  if (error == std::errc() && months >= 0 && months <= 12 && (unit == "months" || unit == "month")) {
    return {months, value->provenance};
  }
  fields.loading().diagnostics.add(diag::plan_bad_carry_over(value->node->at));
  return {};
}

std::vector<SeparateDeductible> read_separate(TableReader& fields) {
  std::vector<SeparateDeductible> result;
  for (const Node* node : fields.tables("separate", "[[deductible.separate]]")) {
    TableReader parts(*node, fields.loading());
    SeparateDeductible separate;
    separate.provenance.at = node->at;
    parts.require("name", "name = \"drugs\"");
    separate.name = parts.text("name");
    parts.require("benefits", "benefits = [\"drug\"]");
    separate.benefits = parts.benefits("benefits");
    read_networks(parts, separate.by_network);
    parts.reject_other_keys();
    result.push_back(std::move(separate));
  }
  return result;
}

void read_counts(TableReader& fields, OutOfPocketCounts& counts) {
  std::optional<TableReader> parts = fields.table("counts", "counts = { deductible = true, copay = true }");
  if (!parts) return;
  counts.deductible = parts->yes_no("deductible");
  counts.copay = parts->yes_no("copay");
  counts.coinsurance = parts->yes_no("coinsurance");
  counts.out_of_network = parts->yes_no("out_of_network");
  parts->reject_other_keys();
}

std::int64_t count_amounts(const std::array<TieredAmount, kNetworkCount>& by_network) {
  return std::count_if(by_network.begin(), by_network.end(), [](const TieredAmount& amount) {
    const Known<PlanAmount>& known = amount.individual.known;
    return amount.stated && !(known.is_exact() && known.value().kind != AmountKind::amount);
  });
}

// The engine keeps a fixed number of accumulators.
void check_capacity(const Plan& plan, Span at, Diagnostics& diagnostics) {
  std::int64_t amounts = 0;
  for (const AmountRules* rules : {&plan.deductible, &plan.out_of_pocket_max}) {
    amounts += count_amounts(rules->by_network) + (rules->combined ? 1 : 0);
  }
  for (const SeparateDeductible& separate : plan.separate_deductibles) amounts += count_amounts(separate.by_network);
  constexpr std::int64_t kMost = static_cast<std::int64_t>(kMostBuckets);
  if (amounts > kMost) diagnostics.add(diag::plan_too_many_deductibles(at, kMost));
}

}  // namespace

void load_amounts(TableReader& root, Plan& plan) {
  if (std::optional<TableReader> fields = root.table("deductible", "deductible.in = " + std::string(kSample))) {
    read_rules(*fields, plan.deductible);
    plan.carry_over_months = read_carry_over(*fields);
    plan.separate_deductibles = read_separate(*fields);
    fields->reject_other_keys();
  }
  if (std::optional<TableReader> fields =
          root.table("out_of_pocket_max", "out_of_pocket_max.in = " + std::string(kSample))) {
    read_rules(*fields, plan.out_of_pocket_max);
    read_counts(*fields, plan.counts);
    fields->reject_other_keys();
  }
  if (plan.separate_deductibles.empty()) return;
  check_capacity(plan, plan.separate_deductibles.back().provenance.at, root.loading().diagnostics);
}

}  // namespace preauth
