#include "engine/question_triggers.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/question_fields.h"
#include "engine/question_weak.h"
#include "engine/question_words.h"

namespace preauth {
namespace {

constexpr std::string_view kRequestTask = "request-authorization";

bool is_about_authorization(std::string_view question) { return question.starts_with('D') || question == "P2"; }

// Whether the plan is active and what is met so far are to be known on the day care starts.
std::optional<Date> due_on_first_day(const OptionEstimate& estimate, std::string_view question) {
  const bool is_due = question == "A1" || question == "C2";
  return is_due && estimate.unpriced.empty() ? std::optional(estimate.first_day) : std::nullopt;
}

// Every question's `when`, read once.
struct Catalogue {
  std::vector<std::pair<const QuestionInfo*, std::vector<WordSet>>> triggers;

  explicit Catalogue(const ReferenceData& reference) {
    for (const QuestionInfo& info : reference.questions) {
      if (!info.when.empty()) triggers.emplace_back(&info, alternatives_of(info.when));
    }
  }
};

// The unknowns of an option that the same question settles.
struct OpenQuestion {
  std::string_view id;
  std::vector<std::size_t> unknowns;
};

std::vector<OpenQuestion> open_questions(const PlanAnalysis& analysis, const OptionAnalysis& option) {
  std::vector<OpenQuestion> all;
  for (const std::size_t position : touching(analysis.model, option.index)) {
    const std::string& id = analysis.model.unknowns[position].question;
    auto found = std::find_if(all.begin(), all.end(), [&](const OpenQuestion& each) { return each.id == id; });
    if (found == all.end()) found = all.insert(all.end(), {id, {}});
    found->unknowns.push_back(position);
  }
  return all;
}

// The first of its kind; of the cuts, the earliest.
const AuthorizationBranch* find_branch(const StepAuthorization& step, BranchKind kind) {
  const auto found = std::find_if(step.branches.begin(), step.branches.end(),
                                  [kind](const AuthorizationBranch& branch) { return branch.kind == kind; });
  return found == step.branches.end() ? nullptr : &*found;
}

// The step's own row, or one that its lines fall under. A value of the whole plan is about no row in particular.
BenefitMask rows_of(const Unknown& unknown) {
  return unknown.benefits == kAllBenefits ? BenefitMask{0} : unknown.benefits;
}

class OptionQuestions {
 public:
  OptionQuestions(const PlanAnalysis& analysis, const OptionAnalysis& option, const FieldMaker& fields,
                  QuestionList& questions)
      : analysis_(analysis),
        option_(option),
        estimate_(*option.estimate),
        fields_(fields),
        questions_(questions),
        situations_(situations_of(analysis, option)) {}

  void raise(const Catalogue& catalogue) {
    raise_prices();
    for (const Situation& situation : situations_) {
      questions_.note_levels(mask(situation.benefit()));
      raise_situation(situation, catalogue);
      raise_weak_values(situation, questions_);
    }
    for (const OpenQuestion& open : open_questions(analysis_, option_)) raise_open(open);
  }

 private:
  std::optional<Date> deadline_of(std::string_view question) const {
    if (const std::optional<Date> day = due_on_first_day(estimate_, question)) return day;
    if (!estimate_.unpriced.empty() || !is_about_authorization(question)) return std::nullopt;
    const auto request = std::find_if(estimate_.tasks.begin(), estimate_.tasks.end(),
                                      [](const Task& task) { return task.id == kRequestTask; });
    return request == estimate_.tasks.end() ? estimate_.first_day : request->on;
  }

  // A price that nothing is known about: until it is, the option has no figure.
  void raise_prices() {
    for (const std::string& path : estimate_.unpriced) {
      Raise raise;
      raise.reason = QuestionReason::situation;
      raise.detail = kBlockingDetail;
      raise.option = estimate_.id;
      raise.blocks = true;
      AnswerField& field = raise.fields.emplace_back();
      field.path = path + ".allowed";
      field.in_treatment = true;
      field.plan = analysis_.plan.id;
      questions_.raise("G4", raise);
    }
  }

  void raise_situation(const Situation& situation, const Catalogue& catalogue) {
    const WordSet holding = words_that_hold(situation);
    for (const auto& [info, alternatives] : catalogue.triggers) {
      const std::optional<WhenMatch> found = match(alternatives, holding);
      if (!found) continue;
      Raise raise;
      raise.reason = found->reason;
      raise.detail = found->word;
      raise.option = estimate_.id;
      raise.benefits = mask(situation.benefit());
      raise.deadline = deadline_of(info->id);
      raise.fields = fields_.of_question(*info, situation);
      questions_.raise(info->id, raise);
      if (situation.authorization != nullptr) add_risk(info->id, *situation.authorization);
    }
  }

  // What goes wrong if nobody asks: care that was not authorized, or not for long enough. A published chance is one
  // that a request is refused, so it says how likely a review cuts the care, not whether somebody forgets to ask.
  void add_risk(std::string_view question, const StepAuthorization& step) {
    const AuthorizationBranch* approved = find_branch(step, BranchKind::approved);
    const AuthorizationBranch* missed = find_branch(step, BranchKind::never_requested);
    const AuthorizationBranch* cut = find_branch(step, BranchKind::cut);
    if (approved == nullptr) return;
    if (question == "D1" && missed != nullptr) {
      questions_.add_risk(question, missed->patient_high - approved->patient, kAssumedMiss);
    } else if (question == "D8" && missed != nullptr) {
      const Money least_bad = greatest(missed->patient_low, approved->patient);
      questions_.add_risk(question, missed->patient_high - least_bad, kAssumedMiss);
    } else if (question == "D6" && cut != nullptr) {
      const Rate chance = step.chance_refused ? step.chance_refused->likely : kAssumedMiss;
      questions_.add_risk(question, cut->patient_high - approved->patient, chance);
    }
  }

  void raise_open(const OpenQuestion& open) {
    const Worth worth = worth_of(analysis_, option_, open.unknowns);
    if (worth.swing.is_zero() && worth.typical.is_zero()) return;
    Raise raise;
    raise.option = estimate_.id;
    raise.deadline = deadline_of(open.id);
    for (const std::size_t position : open.unknowns) {
      const std::optional<Money> swing = swing_of(position);
      if (!swing && !was_sampled(position)) continue;
      raise.benefits |= rows_of(analysis_.model.unknowns[position]);
      for (AnswerField& field : fields_.of_unknown(position)) {
        field.swing = swing;
        raise.fields.push_back(std::move(field));
      }
    }
    questions_.raise(open.id, raise);
    questions_.add_worth(open.id, estimate_.id, worth, !option_.sample.empty());
  }

  std::optional<Money> swing_of(std::size_t unknown) const {
    for (const Influence& influence : option_.extremes.influences) {
      if (influence.unknown == unknown) return influence.swing;
    }
    return std::nullopt;
  }

  bool was_sampled(std::size_t unknown) const {
    return std::any_of(option_.sample.unknowns.begin(), option_.sample.unknowns.end(),
                       [unknown](const SampledUnknown& each) { return each.unknown == unknown; });
  }

  const PlanAnalysis& analysis_;
  const OptionAnalysis& option_;
  const OptionEstimate& estimate_;
  const FieldMaker& fields_;
  QuestionList& questions_;
  std::vector<Situation> situations_;
};

// Of the plan as a whole: what is asked on every call, and amounts whose place is known without a step.
void raise_for_plan(const PlanAnalysis& analysis, const FieldMaker& fields, QuestionList& questions) {
  raise_weak_amounts(analysis, fields, questions);
  for (const QuestionInfo& info : analysis.reference().questions) {
    if (!info.always && !info.classic) continue;
    Raise raise;
    raise.reason = QuestionReason::always;
    for (const OptionAnalysis& option : analysis.options) {
      const std::optional<Date> day = due_on_first_day(*option.estimate, info.id);
      if (day && (!raise.deadline || *day < *raise.deadline)) raise.deadline = day;
    }
    raise.fields = fields.of_question(info);
    questions.raise(info.id, raise);
  }
}

}  // namespace

void raise_questions(const PlanAnalysis& analysis, QuestionList& questions) {
  const Catalogue catalogue(analysis.reference());
  const FieldMaker fields(analysis);
  raise_for_plan(analysis, fields, questions);
  for (const OptionAnalysis& option : analysis.options) {
    OptionQuestions(analysis, option, fields, questions).raise(catalogue);
  }
}

}  // namespace preauth
