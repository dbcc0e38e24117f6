#pragma once
// The main job: every option of a treatment under every plan, with likely, low and high amounts, authorization
// branches, assumptions, questions and warnings. A pure function of its arguments; `as_of` is the only "today".

#include <optional>
#include <span>
#include <string>

#include "engine/sample.h"
#include "model/defaults.h"
#include "model/estimate.h"
#include "model/plan.h"
#include "model/treatment.h"

namespace preauth {

struct CompareRequest {
  std::span<const Plan> plans;
  const Treatment* treatment = nullptr;  // the built-in treatment has no options: the four default ones are compared
  const Defaults* defaults = nullptr;
  Date as_of;
  bool want_lines = false;
  std::optional<Money> budget;
  SampleRequest sample;
  bool want_questions = true;  // nothing else depends on them
};

Comparison compare(const CompareRequest& request);

}  // namespace preauth
