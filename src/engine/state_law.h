#pragma once
// State laws that forbid authorization of addiction treatment, or its review in the first days. They bind insurers, so
// a self-funded employer plan, Medicare, Medicaid and federal plans are outside. Where who pays the claims or the
// condition treated is not stated, the law may apply: it is then shown and asked about, and changes no branch.

#include "model/plan.h"
#include "model/reference.h"
#include "model/treatment.h"

namespace preauth {

struct StateLaw {
  const StateRule* rule = nullptr;  // nullptr: none that could apply
  bool certain = false;
};

StateLaw find_state_law(const ReferenceData& reference, const Plan& plan, const Treatment& treatment, Level level,
                        Network network);

}  // namespace preauth
