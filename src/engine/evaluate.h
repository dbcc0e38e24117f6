#pragma once
// Evaluating one option under one assignment: resolve the plan and the treatment, expand the option, adjudicate every
// line. The model (prepared plan and treatment, list of unknowns) is built once; an Evaluator keeps its working storage
// so that hundreds of assignments cost no allocation to speak of.

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/adjudicate.h"
#include "engine/expand.h"
#include "engine/resolve.h"
#include "engine/unknowns.h"
#include "model/accumulators.h"
#include "model/adjudication.h"

namespace preauth {

struct EstimateModel {
  PreparedPlan plan;
  PreparedTreatment treatment;
  std::vector<Unknown> unknowns;
};

EstimateModel build_model(const Plan& plan, const Treatment& treatment, const Defaults& defaults, Date as_of);

// What becomes of the authorization of one step; every other step is authorized as required.
struct AuthorizationScenario {
  std::uint16_t step = 0;  // 1-based; 0: everything as required
  AuthStatus status = AuthStatus::as_required;
  std::int32_t approved_units = 0;     // visits or nights approved before it applies
  std::int32_t stop_after_units = -1;  // leave so many visits or nights out of the course from the end: -1 none
  std::optional<Liable> liable;        // overrides who bears the denial, to show both sides of an unknown
};

struct Course {
  Amounts total;
  MatteredMask mattered = 0;
  Date first_unapproved;  // valid when a line was touched by the scenario
  bool any_unapproved = false;
};

class Evaluator {
 public:
  explicit Evaluator(const EstimateModel& model) : model_(model) {}

  using Visitor = std::function<void(const ServiceLine&, std::size_t run, const Adjudication&, const Adjudicator&)>;

  Course evaluate(std::size_t option, std::span<const std::int64_t> assignment,
                  const AuthorizationScenario& scenario = {}, const Visitor& visit = {});

  // Of the last evaluation.
  const ResolvedPlan& plan() const { return resolved_plan_; }
  const ResolvedTreatment& treatment() const { return resolved_treatment_; }
  const Expansion& expansion() const { return expansion_; }
  const Start& start() const { return start_; }

 private:
  void apply_liable(Liable liable, std::size_t option);
  const EstimateModel& model_;
  ResolvedPlan resolved_plan_;
  ResolvedTreatment resolved_treatment_;
  Expansion expansion_;
  Start start_;
};

}  // namespace preauth
