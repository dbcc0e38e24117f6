#include "engine/question_weak.h"

#include <string>

#include "engine/question_fields.h"

namespace preauth {
namespace {

// A written answer and a plan document can be held against an insurer.
bool is_weak(Evidence evidence) { return evidence > Evidence::written_answer; }

template <class T>
bool is_weak(const Field<T>& field) {
  return field.known.is_exact() && is_weak(field.provenance.evidence);
}

class WeakValues {
 public:
  WeakValues(const PlanAnalysis& analysis, std::string_view option, BenefitMask benefits, QuestionList& questions)
      : plan_(analysis.plan), option_(option), benefits_(benefits), questions_(questions) {}

  template <class T>
  void check(const Field<T>& field, std::string_view question, std::string path) const {
    if (is_weak(field)) raise(question, std::move(path));
  }

  void raise(std::string_view question, std::string path) const {
    Raise raise;
    raise.reason = QuestionReason::weak;
    raise.detail = "weak-evidence";
    raise.option = option_;
    raise.benefits = benefits_;
    AnswerField& field = raise.fields.emplace_back();
    field.in_treatment = is_in_treatment(path);
    field.path = std::move(path);
    field.plan = plan_.id;
    questions_.raise(question, raise);
  }

 private:
  const Plan& plan_;
  std::string_view option_;
  BenefitMask benefits_;
  QuestionList& questions_;
};

bool is_stale(const PlanAnalysis& analysis) {
  const Known<Date>& read = analysis.treatment.so_far.as_of.known;
  if (!read.is_exact()) return false;
  const std::int32_t fresh = analysis.model.treatment.defaults->fresh_days.value;
  const std::int32_t before_today = analysis.as_of - read.value();
  const std::int32_t before_start = analysis.model.treatment.start - read.value();
  return before_today > fresh || before_start > fresh;
}

}  // namespace

void raise_weak_amounts(const PlanAnalysis& analysis, const FieldMaker& fields, QuestionList& questions) {
  const WeakValues weak(analysis, "", 0, questions);
  const Plan& plan = analysis.plan;
  const std::size_t in = index(Network::in);
  weak.check(plan.deductible.by_network[in].individual, "C1", "deductible.in.individual");
  weak.check(plan.out_of_pocket_max.by_network[in].individual, "C7", "out_of_pocket_max.in.individual");
  weak.check(plan.out_of_network.method, "F2", "out_of_network.allowed");
  weak.check(plan.funding, "A3", "plan.funding");
  weak.check(analysis.treatment.so_far.deductible[in], "C2", "so_far.deductible.in");
  const QuestionInfo* met = analysis.reference().question("C2");
  if (met == nullptr || !is_stale(analysis)) return;
  Raise stale;
  stale.reason = QuestionReason::weak;
  stale.detail = "stale-amounts";
  stale.fields = fields.of_question(*met);
  questions.raise(met->id, stale);
}

void raise_weak_values(const Situation& situation, QuestionList& questions) {
  const std::string row = "benefits." + std::string(id(situation.benefit())) + ".";
  const WeakValues weak(situation.analysis, situation.option.estimate->id, mask(situation.benefit()), questions);
  weak.check(situation.row().same_as, "C6", row + "same_as");
  const Benefit words = situation.terms.row == kNone ? situation.benefit() : static_cast<Benefit>(situation.terms.row);
  weak.check(situation.words().share[index(situation.network)], situation.network == Network::out ? "F1" : "C4",
             "benefits." + std::string(id(words)) + "." + std::string(id(situation.network)));
  weak.check(situation.row().prior_auth.required, "D1", row + "prior_auth.required");
  if (situation.facility() == nullptr) return;
  const std::string place = "facilities." + situation.facility()->id + ".";
  weak.check(situation.facility()->network, "B1", place + "network");
  const Price& price = situation.facility()->prices[index(situation.benefit())];
  weak.check(price.allowed, situation.network == Network::out ? "F3" : "G4",
             place + "prices." + std::string(id(situation.benefit())) + ".allowed");
}

}  // namespace preauth
