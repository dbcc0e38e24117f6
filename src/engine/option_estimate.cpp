#include "engine/option_estimate.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/authorization_branches.h"
#include "engine/provisions.h"

namespace preauth {
namespace {

constexpr std::size_t kMostReasons = 4;  // unknowns named as the cause of a wide range

std::string year_name(const DateRange& year, std::int32_t benefit_year) {
  const Date first = add_months(year.first, 12 * benefit_year);
  std::string name = std::to_string(first.year());
  if (first.month() == 1) return name;
  const std::string month = std::to_string(first.month());
  return name + "-" + (month.size() == 1 ? "0" + month : month);
}

class OptionEstimator {
 public:
  OptionEstimator(const EstimateModel& model, const OptionRequest& request, Evaluator& evaluator, CourseTotals& totals,
                  std::vector<Provision>& provisions, OptionAnalysis& analysis)
      : model_(model),
        request_(request),
        index_(request.option),
        prepared_(model.treatment.options[request.option]),
        evaluator_(evaluator),
        totals_(totals),
        provisions_(model, provisions),
        analysis_(analysis) {}

  OptionEstimate estimate() {
    estimate_ = describe_option(prepared_);
    if (!estimate_.unpriced.empty()) return estimate_;
    analysis_.extremes = find_extremes(model_, index_, totals_);
    add_sample();
    estimate_.low = analysis_.extremes.low;
    estimate_.high = analysis_.extremes.high;
    run_likely();
    add_reasons();
    AuthorizationOutlook outlook = authorization_outlook(model_, index_, evaluator_, estimate_.likely);
    estimate_.authorization = std::move(outlook.steps);
    estimate_.tasks = std::move(outlook.tasks);
    add_top();
    return estimate_;
  }

 private:
  void add_sample() {
    if (request_.sampler == nullptr) return;
    analysis_.sample = request_.sampler->draw(index_);
    widen(model_, analysis_.sample.least_at, analysis_.sample.greatest_at, index_, totals_, analysis_.extremes);
    estimate_.bands = bands_of(analysis_.sample);
    if (request_.budget) estimate_.over_budget = share_above(analysis_.sample, *request_.budget);
  }

  void run_likely() {
    std::vector<std::pair<std::int32_t, Money>> years;
    const Course course = evaluator_.evaluate(
        index_, likely_assignment(model_.unknowns), {},
        [&](const ServiceLine& line, std::size_t run, const Adjudication& result, const Adjudicator& adjudicator) {
          add_to_year(years, result);
          if (request_.want_lines) add_line(line, run, result, adjudicator);
        });
    estimate_.likely = course.total;
    estimate_.mattered = course.mattered;
    estimate_.first_day = evaluator_.expansion().first_day;
    estimate_.last_day = evaluator_.expansion().last_day;
    estimate_.units = evaluator_.expansion().units;
    estimate_.runs = evaluator_.expansion().runs;
    if (!estimate_.runs.empty()) estimate_.network = estimate_.runs.front().line.network;
    if (request_.want_rows) add_rows();
    std::sort(years.begin(), years.end());
    for (const auto& [year, amount] : years) {
      estimate_.by_year.push_back({year_name(evaluator_.plan().terms.year, year), amount});
    }
  }

  void add_rows() {
    for (const Run& run : estimate_.runs) {
      const auto same = [&](const RowTerms& row) {
        return row.benefit == run.line.benefit && row.network == run.line.network;
      };
      if (run.line.level == Level::mutual_support) continue;
      if (std::any_of(estimate_.rows.begin(), estimate_.rows.end(), same)) continue;
      const Provision provision = provisions_.of_share(run.line, evaluator_.plan());
      estimate_.rows.push_back({run.line.benefit, run.line.network, provision});
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
      explained.out_of_pocket_used[n] =
          used(terms, explained.after, BucketKind::out_of_pocket, static_cast<Network>(n));
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
    for (const Influence& influence : analysis_.extremes.influences) {
      if (estimate_.wide_because.size() == kMostReasons) break;
      estimate_.wide_because.push_back(model_.unknowns[influence.unknown].path);
    }
    if (!estimate_.low.patient().is_zero() || estimate_.likely.patient().is_zero()) return;
    add_what_makes_it_free();
  }

  // Answers without any one of which something would be owed; where no single one decides, all that differ.
  void add_what_makes_it_free() {
    const Assignment likely = likely_assignment(model_.unknowns);
    std::vector<std::string> differing;
    Assignment trial = analysis_.extremes.low_at;
    for (const Influence& influence : analysis_.extremes.influences) {
      const std::size_t unknown = influence.unknown;
      if (trial[unknown] == likely[unknown]) continue;
      differing.push_back(model_.unknowns[unknown].path);
      const std::int64_t kept = std::exchange(trial[unknown], likely[unknown]);
      if (!totals_.of(index_, trial).patient().is_zero()) estimate_.free_if.push_back(differing.back());
      trial[unknown] = kept;
    }
    if (estimate_.free_if.empty()) estimate_.free_if = std::move(differing);
  }

  // On top, without a cap: what an unapproved day of any step can cost.
  void add_top() {
    for (const StepAuthorization& step : estimate_.authorization) {
      for (const AuthorizationBranch& branch : step.branches) {
        if (!branch.per_day_low) continue;
        estimate_.top_low = estimate_.top_low ? least(*estimate_.top_low, *branch.per_day_low) : branch.per_day_low;
        estimate_.top_high =
            estimate_.top_high ? greatest(*estimate_.top_high, *branch.per_day_high) : branch.per_day_high;
      }
    }
  }

  const EstimateModel& model_;
  const OptionRequest& request_;
  std::size_t index_;
  const PreparedOption& prepared_;
  Evaluator& evaluator_;
  CourseTotals& totals_;
  ProvisionIndex provisions_;
  OptionAnalysis& analysis_;
  OptionEstimate estimate_;
};

}  // namespace

OptionEstimate describe_option(const PreparedOption& option) {
  OptionEstimate estimate;
  estimate.id = option.id;
  estimate.title = option.title;
  estimate.unpriced = option.unpriced;
  estimate.insured = false;
  for (const PreparedStep& step : option.steps) {
    if (std::find(estimate.levels.begin(), estimate.levels.end(), step.level) == estimate.levels.end()) {
      estimate.levels.push_back(step.level);
    }
    estimate.insured = estimate.insured || step.level != Level::mutual_support;
    if (step.stated->deposit.known.is_exact()) estimate.deposit += step.stated->deposit.known.value();
  }
  return estimate;
}

OptionEstimate estimate_option(const EstimateModel& model, const OptionRequest& request, Evaluator& evaluator,
                               CourseTotals& totals, std::vector<Provision>& provisions, OptionAnalysis& analysis) {
  return OptionEstimator(model, request, evaluator, totals, provisions, analysis).estimate();
}

}  // namespace preauth
