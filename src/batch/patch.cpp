#include "batch/patch.h"

#include <algorithm>
#include <vector>

#include "load/field_path.h"

namespace preauth {
namespace {

using Parts = std::vector<PathPart>;

bool is(const Parts& parts, std::size_t i, std::string_view name) { return parts[i].name == name; }

Patch used_patch(const Parts& parts) {
  Patch patch;
  if (parts.size() == 2 && is(parts, 1, "as_of")) patch.kind = PatchKind::used_as_of;
  if (parts.size() != 3) return patch;
  patch.of_deductible = is(parts, 1, "deductible");
  const auto networks = ids<Network>();
  const auto network = std::find(networks.begin(), networks.end(), parts[2].name);
  if ((!patch.of_deductible && !is(parts, 1, "out_of_pocket")) || network == networks.end()) return patch;
  patch.network = static_cast<Network>(network - networks.begin());
  patch.kind = PatchKind::used_amount;
  return patch;
}

Patch price_patch(const Parts& parts) {
  Patch patch;
  if (parts.size() != 5 || !is(parts, 2, "prices")) return patch;
  patch.of_billed = is(parts, 4, "billed");
  const auto benefits = ids<Benefit>();
  const auto benefit = std::find(benefits.begin(), benefits.end(), parts[3].name);
  if ((!patch.of_billed && !is(parts, 4, "allowed")) || benefit == benefits.end()) return patch;
  patch.owner = parts[1].name;
  patch.benefit = static_cast<Benefit>(benefit - benefits.begin());
  patch.kind = PatchKind::price;
  return patch;
}

Patch schedule_patch(const Parts& parts) {
  Patch patch;
  if (parts.size() != 5 || !is(parts, 2, "steps") || !is(parts, 4, "schedule")) return patch;
  const std::optional<std::size_t> step = parse_element_number(parts[3].name);
  if (!step) return patch;
  patch.owner = parts[1].name;
  patch.step = *step;
  patch.kind = PatchKind::schedule;
  return patch;
}

}  // namespace

Patch patch_of(std::string_view path) {
  const Parts parts = split_path(path);
  if (parts.size() < 2) return {};
  if (is(parts, 0, "so_far")) return used_patch(parts);
  if (is(parts, 0, "facilities")) return price_patch(parts);
  if (is(parts, 0, "options")) return schedule_patch(parts);
  Patch patch;
  if (parts.size() == 2 && is(parts, 0, "client") && is(parts, 1, "start")) patch.kind = PatchKind::start;
  return patch;
}

Field<Date>* date_of(const Patch& patch, Treatment& treatment) {
  return patch.kind == PatchKind::start ? &treatment.start : &treatment.so_far.as_of;
}

Field<Money>* amount_of(const Patch& patch, Treatment& treatment) {
  SoFar& so_far = treatment.so_far;
  return &(patch.of_deductible ? so_far.deductible : so_far.out_of_pocket)[index(patch.network)];
}

Field<PriceText>* price_of(const Patch& patch, Treatment& treatment) {
  for (Facility& facility : treatment.facilities) {
    if (facility.id != patch.owner) continue;
    Price& price = facility.prices[index(patch.benefit)];
    return patch.of_billed ? &price.billed : &price.allowed;
  }
  return nullptr;
}

Field<Schedule>* schedule_of(const Patch& patch, Treatment& treatment) {
  for (Option& option : treatment.options) {
    if (option.id == patch.owner)
      return patch.step < option.steps.size() ? &option.steps[patch.step].schedule : nullptr;
  }
  return nullptr;
}

}  // namespace preauth
