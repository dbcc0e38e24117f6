#pragma once
// One step of one option with everything around it: what the plan, the treatment and the likely case say about it. The
// words that raise a question (question_words.h) are predicates of it.

#include <optional>

#include "engine/analysis.h"

namespace preauth {

struct Situation {
  const PlanAnalysis& analysis;
  const OptionAnalysis& option;
  const PreparedStep& step;                          // a benefit: never mutual support
  const StepAuthorization* authorization = nullptr;  // nullptr: not worked out, because a price is missing
  Network network = Network::in;                     // likely
  BenefitTerms terms;                                // likely

  const Plan& plan() const { return analysis.plan; }
  const Treatment& treatment() const { return analysis.treatment; }
  Benefit benefit() const { return benefit_of(step.level); }
  const BenefitRow& row() const { return plan().row(benefit()); }
  // The row whose words apply: the own one, or the one it falls under.
  const BenefitRow& words() const;
  const Facility* facility() const;  // nullptr: none named
  const PriorAuthRule& prior_auth() const;
  bool has_mattered(Mattered what) const;
  bool is_out_of_network() const;  // the step, or a line beside its day
  bool has_line(Benefit benefit) const;
  // What has to be authorized, or may have to be.
  bool needs_authorization() const;
  // A limit on this level: of its row, of the row it falls under, or shared.
  bool is_limited() const;
  bool is_limit_stated() const;
  // The row of medical care that a parity comparison sets beside this one.
  Benefit medical_twin() const;
};

// Every step of the option that is a benefit, in order.
std::vector<Situation> situations_of(const PlanAnalysis& analysis, const OptionAnalysis& option);

}  // namespace preauth
