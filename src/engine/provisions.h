#pragma once
// Names the provision behind an adjustment: the path in the plan file, its words, and its place. A rule that the plan is
// silent on names the path where it would stand and the default that was used.

#include <cstdint>
#include <vector>

#include "engine/evaluate.h"
#include "model/estimate.h"

namespace preauth {

class ProvisionIndex {
 public:
  ProvisionIndex(const EstimateModel& model, std::vector<Provision>& provisions)
      : model_(model), provisions_(provisions) {}

  // The position of the adjustment's provision in the list; added when new.
  std::uint16_t find(const Adjustment& adjustment, const ServiceLine& line, const ResolvedPlan& resolved);
  // The words on the cost share of a line.
  Provision of_share(const ServiceLine& line, const ResolvedPlan& resolved) const;

 private:
  Provision describe(const Adjustment& adjustment, const ServiceLine& line, const ResolvedPlan& resolved) const;
  Provision of_bucket(const Adjustment& adjustment, const Terms& terms) const;
  Provision of_limit(const Adjustment& adjustment) const;
  Provision of_exclusion(Benefit benefit) const;
  Provision of_authorization(const ServiceLine& line, const ResolvedPlan& resolved) const;

  const EstimateModel& model_;
  std::vector<Provision>& provisions_;
};

}  // namespace preauth
