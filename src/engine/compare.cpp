#include "engine/compare.h"

#include <algorithm>
#include <string>

#include "engine/ask.h"
#include "engine/assumptions.h"
#include "engine/authorization_branches.h"
#include "engine/extremes.h"
#include "engine/provisions.h"

namespace preauth {
namespace {

constexpr std::size_t kMostReasons = 4;   // unknowns named as the cause of a wide range

std::string year_name(const DateRange& year, std::int32_t benefit_year) {
  const Date first = add_months(year.first, 12 * benefit_year);
  std::string name = std::to_string(first.year());
  if (first.month() == 1) return name;
  const std::string month = std::to_string(first.month());
  return name + "-" + (month.size() == 1 ? "0" + month : month);
}

class OptionEstimator {
 public:
  OptionEstimator(const EstimateModel& model, std::size_t option, Evaluator& evaluator, bool want_lines,
                  std::vector<Provision>& provisions)
      : model_(model), index_(option), prepared_(model.treatment.options[option]), evaluator_(evaluator),
        want_lines_(want_lines), provisions_(model, provisions) {}

  OptionEstimate estimate() {
    describe();
    if (!estimate_.unpriced.empty()) return estimate_;
    extremes_ = find_extremes(model_, index_, evaluator_);
    estimate_.low = extremes_.low;
    estimate_.high = extremes_.high;
    run_likely();
    add_reasons();
    estimate_.authorization = authorization_branches(model_, index_, evaluator_, estimate_.likely);
    add_top();
    return estimate_;
  }

  const Extremes& extremes() const { return extremes_; }

 private:
  void describe() {
    estimate_.id = prepared_.id;
    estimate_.title = prepared_.title;
    estimate_.unpriced = prepared_.unpriced;
    estimate_.insured = false;
    for (const PreparedStep& step : prepared_.steps) {
      if (std::find(estimate_.levels.begin(), estimate_.levels.end(), step.level) == estimate_.levels.end()) {
        estimate_.levels.push_back(step.level);
      }
      estimate_.insured = estimate_.insured || step.level != Level::mutual_support;
      if (step.stated->deposit.known.is_exact()) estimate_.deposit += step.stated->deposit.known.value();
    }
  }

  void run_likely() {
    std::vector<std::pair<std::int32_t, Money>> years;
    const Course course = evaluator_.evaluate(
        index_, likely_assignment(model_.unknowns), {},
        [&](const ServiceLine& line, std::size_t run, const Adjudication& result, const Adjudicator& adjudicator) {
          add_to_year(years, result);
          if (want_lines_) add_line(line, run, result, adjudicator);
        });
    estimate_.likely = course.total;
    estimate_.mattered = course.mattered;
    estimate_.first_day = evaluator_.expansion().first_day;
    estimate_.last_day = evaluator_.expansion().last_day;
    estimate_.units = evaluator_.expansion().units;
    estimate_.runs = evaluator_.expansion().runs;
    if (!estimate_.runs.empty()) estimate_.network = estimate_.runs.front().line.network;
    std::sort(years.begin(), years.end());
    for (const auto& [year, amount] : years) {
      estimate_.by_year.push_back({year_name(evaluator_.plan().terms.year, year), amount});
    }
  }

  static void add_to_year(std::vector<std::pair<std::int32_t, Money>>& years, const Adjudication& result) {
    for (auto& [year, amount] : years) {
      if (year != result.benefit_year) continue;
      amount += result.amounts.patient();
      return;
    }
    years.emplace_back(result.benefit_year, result.amounts.patient());
  }

  void add_line(const ServiceLine& line, std::size_t run, const Adjudication& result, const Adjudicator& adjudicator) {
    ExplainedLine explained;
    explained.line = line;
    explained.run = static_cast<std::uint16_t>(run);
    explained.result = result;
    explained.after = adjudicator.used();
    for (std::size_t i = 0; i < result.adjustment_count; ++i) {
      explained.provisions[i] = provisions_.find(result.adjustments[i], line, evaluator_.plan());
    }
    const Terms& terms = evaluator_.plan().terms;
    for (std::size_t n = 0; n < kNetworkCount; ++n) {
      explained.deductible_used[n] = used(terms, explained.after, BucketKind::deductible, static_cast<Network>(n));
      explained.out_of_pocket_used[n] = used(terms, explained.after, BucketKind::out_of_pocket, static_cast<Network>(n));
    }
    estimate_.lines.push_back(explained);
  }

  static Money used(const Terms& terms, const BucketUse& use, BucketKind kind, Network network) {
    for (std::size_t i = 0; i < terms.bucket_count; ++i) {
      const BucketTerms& bucket = terms.buckets[i];
      if (bucket.kind == kind && (bucket.applies & mask(network)) != 0) {
        return bucket.has_person ? use.person[i] : use.family[i];
      }
    }
    return {};
  }

  void add_reasons() {
    for (const Influence& influence : extremes_.influences) {
      if (estimate_.wide_because.size() == kMostReasons) break;
      estimate_.wide_because.push_back(model_.unknowns[influence.unknown].path);
    }
    if (!estimate_.low.patient().is_zero() || estimate_.likely.patient().is_zero()) return;
    const Assignment likely = likely_assignment(model_.unknowns);
    for (const Influence& influence : extremes_.influences) {
      if (extremes_.low_at[influence.unknown] == likely[influence.unknown]) continue;
      estimate_.free_if.push_back(model_.unknowns[influence.unknown].path);
    }
  }

  // On top, without a cap: what an unapproved day of any step can cost.
  void add_top() {
    for (const StepAuthorization& step : estimate_.authorization) {
      for (const AuthorizationBranch& branch : step.branches) {
        if (!branch.per_day_low) continue;
        estimate_.top_low = estimate_.top_low ? least(*estimate_.top_low, *branch.per_day_low) : branch.per_day_low;
        estimate_.top_high = estimate_.top_high ? greatest(*estimate_.top_high, *branch.per_day_high) : branch.per_day_high;
      }
    }
  }

  const EstimateModel& model_;
  std::size_t index_;
  const PreparedOption& prepared_;
  Evaluator& evaluator_;
  bool want_lines_;
  ProvisionIndex provisions_;
  Extremes extremes_;
  OptionEstimate estimate_;
};

const BucketTerms* first_bucket(const Terms& terms, BucketKind kind) {
  for (std::size_t i = 0; i < terms.bucket_count; ++i) {
    const BucketTerms& bucket = terms.buckets[i];
    if (bucket.kind == kind && (bucket.applies & mask(Network::in)) != 0) return &bucket;
  }
  return nullptr;
}

bool amount_unknown(const AmountRules& rules) {
  const Known<PlanAmount>& known = rules.by_network[index(Network::in)].individual.known;
  return known.is_unknown() && !rules.combined;
}

Money used_of(const Terms& terms, const BucketTerms* bucket, const BucketUse& use) {
  const std::size_t position = static_cast<std::size_t>(bucket - terms.buckets.data());
  return bucket->has_person ? use.person[position] : use.family[position];
}

void summarize_amounts(const Terms& terms, const Start& start, PlanSummary& summary) {
  if (const BucketTerms* deductible = first_bucket(terms, BucketKind::deductible)) {
    summary.has_deductible = true;
    summary.deductible = deductible->has_person ? deductible->person : deductible->family;
    summary.deductible_met = least(used_of(terms, deductible, start.buckets), *summary.deductible);
  }
  if (const BucketTerms* maximum = first_bucket(terms, BucketKind::out_of_pocket)) {
    summary.has_maximum = true;
    summary.maximum = maximum->has_person ? maximum->person : maximum->family;
    summary.maximum_left = not_below_zero(*summary.maximum - used_of(terms, maximum, start.buckets));
  }
}

PlanSummary summarize(const Plan& plan, const EstimateModel& model, Evaluator& evaluator) {
  PlanSummary summary;
  summary.id = plan.id;
  summary.name = plan.name;
  summary.sha256 = plan.sha256;
  summary.kind = kind_of(plan);
  summary.example = plan.example;
  summary.year = benefit_year(plan, model.treatment.start);
  summary.deductible_unknown = amount_unknown(plan.deductible);
  summary.maximum_unknown = amount_unknown(plan.out_of_pocket_max);
  if (!model.treatment.options.empty()) evaluator.evaluate(0, likely_assignment(model.unknowns));
  summarize_amounts(evaluator.plan().terms, evaluator.start(), summary);
  return summary;
}

// "Residential" becomes "residential" inside a sentence; "IOP" stays.
std::string inside_sentence(std::string_view name) {
  std::string words(name);
  const bool acronym = words.size() > 1 && words[1] >= 'A' && words[1] <= 'Z';
  if (!words.empty() && !acronym && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

std::string level_names(const PreparedOption& option, const ReferenceData& reference, BenefitMask benefits) {
  for (const PreparedStep& step : option.steps) {
    if (step.level != Level::mutual_support && (mask(benefit_of(step.level)) & benefits) != 0) {
      return inside_sentence(reference.of(step.level).short_name);
    }
  }
  return "";
}

void raise_open_values(const EstimateModel& model, const PreparedOption& option, const Extremes& extremes,
                       QuestionList& questions) {
  for (const Influence& influence : extremes.influences) {
    const Unknown& unknown = model.unknowns[influence.unknown];
    questions.raise(unknown.question, unknown.path, option.id,
                    level_names(option, *model.treatment.defaults->reference, unknown.benefits), influence.swing);
  }
}

void raise_authorization(const EstimateModel& model, const PreparedOption& option, const OptionEstimate& estimate,
                         QuestionList& questions) {
  const ReferenceData& reference = *model.treatment.defaults->reference;
  for (const StepAuthorization& step : estimate.authorization) {
    const std::string name = inside_sentence(reference.of(step.level).short_name);
    const std::string field = "benefits." + std::string(id(benefit_of(step.level))) + ".prior_auth";
    if (step.required == RequiredState::unknown) questions.raise("D1", field + ".required", option.id, name);
    if (step.required == RequiredState::no) continue;
    const PriorAuthRule& rule = model.plan.input.plan->row(benefit_of(step.level)).prior_auth;
    if (rule.first_days.known.is_unknown()) questions.raise("D6", field + ".first", option.id, name);
    if (rule.never_requested.kind.known.is_unknown()) questions.raise("D8", field + ".never_requested", option.id, name);
  }
}

void raise_places(const EstimateModel& model, const PreparedOption& option, QuestionList& questions) {
  const ReferenceData& reference = *model.treatment.defaults->reference;
  for (const PreparedStep& step : option.steps) {
    if (step.level == Level::mutual_support) continue;
    const std::string name = inside_sentence(reference.of(step.level).short_name);
    if (step.facility == 0) questions.raise("B1", "facilities.FACILITY.network", option.id, name);
    const bool per_diem = step.level == Level::residential || step.level == Level::detox;
    if (per_diem && !step.stated->room_and_board.known.is_stated()) {
      questions.raise("E8", "benefits." + std::string(id(step.level)) + ".room_and_board", option.id, name);
    }
  }
}

void add_warnings(const Plan& plan, const Treatment& treatment, Comparison& comparison) {
  const auto add = [&](std::string_view warning, const std::string& value) {
    const bool known = std::any_of(comparison.warnings.begin(), comparison.warnings.end(), [&](const Warning& other) {
      return other.id == warning && other.value == value;
    });
    if (!known) comparison.warnings.push_back({std::string(warning), value, {}});
  };
  if (plan.example) add("example-plan", plan.name);
  if (treatment.other_coverage.known.value_or(false)) add("other-coverage", "");
  for (const OptionEstimate& option : comparison.options) {
    if (option.plan != plan.id) continue;
    if ((option.mattered & static_cast<MatteredMask>(Mattered::beyond_plan_year)) != 0) add("beyond-plan-year", "the same terms");
    if ((option.mattered & static_cast<MatteredMask>(Mattered::benefit_year_reset)) != 0) add("year-reset", plan.name);
    for (const std::string& path : option.unpriced) add("no-price", path);
  }
}

void compare_plan(const CompareRequest& request, std::size_t plan_index, QuestionList& questions, Comparison& comparison) {
  const Plan& plan = request.plans[plan_index];
  const EstimateModel model = build_model(plan, *request.treatment, *request.defaults, request.as_of);
  Evaluator evaluator(model);
  comparison.treatment.start = model.treatment.start;
  comparison.has_unknowns = comparison.has_unknowns || !model.unknowns.empty();
  PlanSummary summary = summarize(plan, model, evaluator);
  for (std::size_t i = 0; i < model.treatment.options.size(); ++i) {
    const PreparedOption& option = model.treatment.options[i];
    OptionEstimator estimator(model, i, evaluator, request.want_lines, summary.provisions);
    OptionEstimate estimate = estimator.estimate();
    estimate.plan = plan.id;
    estimate.plan_index = plan_index;
    collect_assumptions(model, option, estimator.extremes(), estimate.mattered, comparison.assumptions);
    raise_open_values(model, option, estimator.extremes(), questions);
    raise_authorization(model, option, estimate, questions);
    raise_places(model, option, questions);
    comparison.options.push_back(std::move(estimate));
  }
  comparison.plans.push_back(std::move(summary));
  add_warnings(plan, *request.treatment, comparison);
}

}  // namespace

Comparison compare(const CompareRequest& request) {
  Comparison comparison;
  comparison.as_of = request.as_of;
  comparison.treatment.id = request.treatment->id;
  comparison.treatment.sha256 = request.treatment->sha256;
  comparison.treatment.built_in = request.treatment->built_in;
  QuestionList questions(*request.defaults->reference);
  for (std::size_t i = 0; i < request.plans.size(); ++i) compare_plan(request, i, questions, comparison);
  comparison.questions = questions.in_catalogue_order();
  return comparison;
}

}  // namespace preauth
