#pragma once
// Evaluating one option under one assignment: resolve the plan and the treatment, expand the option, adjudicate every
// line. The model (prepared plan and treatment, list of unknowns) is built once; an Evaluator keeps its working storage
// so that hundreds of assignments cost no allocation to speak of.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/adjudicate.h"
#include "engine/expand.h"
#include "engine/resolve.h"
#include "engine/runs.h"
#include "engine/unknowns.h"
#include "model/accumulators.h"
#include "model/adjudication.h"

namespace preauth {

// Where the unknowns of each stage of resolving end in the list: a stage whose values are those of the evaluation
// before need not be gone through again.
struct UnknownStages {
  std::size_t shares = 0;
  std::size_t amounts = 0;
  std::size_t rules = 0;
  std::size_t treatment = 0;
};

struct EstimateModel {
  PreparedPlan plan;
  PreparedTreatment treatment;
  std::vector<Unknown> unknowns;
  UnknownStages stages;
};

// Of an assignment, those that answer about the treatment.
inline std::span<const std::int64_t> answers_about_treatment(const EstimateModel& model,
                                                             std::span<const std::int64_t> assignment) {
  return assignment.subspan(model.stages.rules, model.stages.treatment - model.stages.rules);
}

EstimateModel build_model(const Plan& plan, const Treatment& treatment, const Defaults& defaults, Date as_of);

// What becomes of the authorization of one step; every other step is authorized as required.
struct AuthorizationScenario {
  std::uint16_t step = 0;  // 1-based; 0: everything as required
  AuthStatus status = AuthStatus::as_required;
  std::int32_t approved_units = 0;         // visits or nights approved before it applies
  std::int32_t approved_again_after = -1;  // and those after this many are approved again: -1 none
  std::int32_t emergency_units = 0;        // so many at the start are emergency care
  std::int32_t stop_after_units = -1;      // leave so many visits or nights out of the course from the end: -1 none
  std::optional<Liable> liable;            // overrides who bears the denial, to show both sides of an unknown
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

  // Resolves and expands without adjudicating: enough for what follows below.
  void resolve_for(std::size_t option, std::span<const std::int64_t> assignment) {
    resolve_changed(option, assignment);
  }
  // The values of the treatment changed in place: nothing that was resolved holds any more.
  void treatment_changed() { last_.clear(); }

  // Of the last evaluation.
  const ResolvedPlan& plan() const { return resolved_plan_; }
  const ResolvedTreatment& treatment() const { return resolved_treatment_; }
  const Expansion& expansion() const { return expansion_; }
  const Start& start() const { return start_; }

 private:
  void resolve_changed(std::size_t option, std::span<const std::int64_t> assignment);
  // True when a part of the assignment, or the option, is not that of the evaluation before.
  bool is_changed(std::span<const std::int64_t> assignment, std::size_t begin, std::size_t end) const;
  void apply_liable(Liable liable, std::size_t option);
  Course adjudicate_all();
  const EstimateModel& model_;
  Assignment last_;  // of the evaluation before; empty: everything is to be resolved
  std::size_t last_option_ = 0;
  RunMerger merger_;
  ResolvedPlan resolved_plan_;
  ResolvedTreatment resolved_treatment_;
  Expansion expansion_;
  Start start_;
};

}  // namespace preauth
