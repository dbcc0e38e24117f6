// [so_far]: what has been used of deductible, maximum and limits, on the day it was read.

#include <algorithm>

#include "base/text.h"
#include "load/treatment_loader_parts.h"
#include "messages/diagnostics.h"

namespace preauth {
namespace {

constexpr std::string_view kSample = "{ in = \"$500\" }";

using AmountsByNetwork = std::array<Field<Money>, kNetworkCount>;

// { in, tier2, out }, or one amount, which is the in-network one.
AmountsByNetwork read_amounts(TableReader& fields, std::string_view key) {
  AmountsByNetwork amounts;
  const Node* node = fields.raw(key);
  if (node == nullptr) return amounts;
  if (is_single_value(*node)) {
    amounts[index(Network::in)] = fields.money(key);
    return amounts;
  }
  TableReader parts(*node, fields.loading());
  for (std::size_t i = 0; i < kNetworkCount; ++i) amounts[i] = parts.money(ids<Network>()[i]);
  parts.reject_other_keys();
  return amounts;
}

void read_family(TableReader& fields, SoFar& so_far) {
  std::optional<TableReader> family = fields.table("family", "family = { deductible = " + std::string(kSample) + " }");
  if (!family) return;
  so_far.family_deductible = read_amounts(*family, "deductible");
  so_far.family_out_of_pocket = read_amounts(*family, "out_of_pocket");
  family->reject_other_keys();
}

// "3 visits", "10 days", "12 hours" (kept in minutes), "$450" (kept in cents)
std::optional<Used> parse_used(std::string_view text) {
  Used used;
  if (text.starts_with('$')) {
    const PhraseResult<Known<Money>> money = parse_money(text);
    if (!money.value || !money.value->is_exact()) return std::nullopt;
    used.unit = LimitUnit::dollars;
    used.quantity = money.value->value().count_cents();
    return used;
  }
  std::size_t digits = 0;
  while (digits < text.size() && '0' <= text[digits] && text[digits] <= '9') ++digits;
  constexpr std::size_t kMostDigits = 6;
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  for (const char digit : text.substr(0, digits)) used.quantity = used.quantity * 10 + (digit - '0');
  const std::string unit = lower_ascii(trim(text.substr(digits)));
  if (unit == "visit" || unit == "visits") return used;
  used.unit = unit == "day" || unit == "days" ? LimitUnit::days : LimitUnit::hours;
  if (used.unit == LimitUnit::days) return used;
  constexpr std::int64_t kMinutesPerHour = 60;
  used.quantity *= kMinutesPerHour;
  return unit == "hour" || unit == "hours" ? std::optional(used) : std::nullopt;
}

void read_used(TableReader& fields, SoFar& so_far) {
  const std::optional<TableReader> table = fields.table("used", "used = { outpatient = \"3 visits\" }");
  if (!table) return;
  const std::size_t count = count_readable(table->node(), "used", fields.loading());
  for (std::size_t i = 0; i < count; ++i) {
    const auto& [name, node] = table->node().entries[i];
    if (is_own_key(name)) continue;
    const std::optional<Benefit> benefit = find_benefit(name, table->node().key_spans[i], fields.loading());
    const Value value = unwrap(node, name, fields.loading());
    if (!benefit || value.is_unknown()) continue;
    std::optional<Used> used = value.node->is_string() ? parse_used(trim(value.node->text)) : std::nullopt;
    if (!used) {
      fields.loading().diagnostics.add(diag::treatment_bad_used(value.node->at, name));
      continue;
    }
    used->benefit = *benefit;
    used->provenance = value.provenance;
    so_far.used.push_back(std::move(*used));
  }
}

void read_medicare(TableReader& fields, SoFar& so_far) {
  std::optional<TableReader> medicare = fields.table("medicare", "medicare = { benefit_period_days = 12 }");
  if (!medicare) return;
  so_far.benefit_period_days = medicare->days("benefit_period_days");
  so_far.reserve_days_used = medicare->days("reserve_days_used");
  so_far.psychiatric_days_used = medicare->days("psychiatric_days_used");
  so_far.last_hospital_day = medicare->date("last_hospital_day");
  medicare->reject_other_keys();
}

}  // namespace

void load_so_far(TableReader& root, SoFar& so_far) {
  std::optional<TableReader> fields = root.table("so_far", "[so_far]");
  if (!fields) return;
  so_far.stated = true;
  so_far.provenance.at = fields->node().at;
  so_far.as_of = fields->date("as_of");
  so_far.deductible = read_amounts(*fields, "deductible");
  so_far.out_of_pocket = read_amounts(*fields, "out_of_pocket");
  read_family(*fields, so_far);
  read_used(*fields, so_far);
  read_medicare(*fields, so_far);
  fields->reject_other_keys();
}

}  // namespace preauth
