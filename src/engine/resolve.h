#pragma once
// Resolving turns a plan into Terms: every stated value as it stands, every open one from the chooser. A plan is
// prepared once (what is stated, which rows a silent row may fall under, which parts of a phrase are open) and resolved
// many times, for the benefits that an option uses only, because an estimate tries hundreds of assignments.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/unknowns.h"
#include "model/defaults.h"
#include "model/plan.h"
#include "model/plan_law.h"
#include "model/terms.h"
#include "model/treatment.h"

namespace preauth {

// Where the cost share of a benefit in a network came from.
enum class ShareOrigin : std::uint8_t { stated, other_row, plan_usual, cited_default, assumed_not_covered };

struct RowSource {
  ShareOrigin origin = ShareOrigin::stated;
  Benefit row = Benefit::outpatient;  // the row whose words apply (after following)
  Network network = Network::in;
  const Cited<CostShare>* cited = nullptr;  // cited_default only
  bool follows_in = false;                  // out of network: whatever the in-network choice turns out to be
};

struct ResolveInput {
  const Plan* plan = nullptr;
  const Defaults* defaults = nullptr;
  Coverage coverage = Coverage::individual;
  std::optional<Condition> condition;  // for exclusions of one condition
  Date fallback_date;                  // a plan without a year gets the calendar year of this day
};

// What a silent row may turn out to be; likeliest first.
struct RowChoice {
  RowSource source;
  std::string text;  // as it would stand in the file
};

// The question that a row with several choices raises.
struct RowQuestion {
  std::vector<RowChoice> choices;  // one: settled, no question
  std::string path;
  std::string_view question;
};

// A part of a stated phrase that is open: a range, or whether the deductible applies.
enum class PhrasePart : std::uint8_t { deductible, copay, copay_per, coinsurance, band_copay, band_coinsurance };
struct OpenPart {
  Benefit row = Benefit::outpatient;
  Network network = Network::in;
  PhrasePart part = PhrasePart::copay;
  std::uint8_t tier = 0;
  std::uint8_t band = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;
};

template <class T>
using PerRow = std::array<std::array<T, kNetworkCount>, kBenefitCount>;

struct PreparedPlan {
  ResolveInput input;
  PerRow<RowQuestion> rows;
  PerRow<BenefitTerms> stated;  // stated phrases, open parts at their lowest
  std::vector<OpenPart> open_parts;
};

struct ResolvedPlan {
  Terms terms;
  PerRow<RowSource> sources{};  // followed to the words that apply
};

PreparedPlan prepare(const ResolveInput& input);

// Fills `resolved` for the benefits in `needed`. Asks the chooser for every open value of the plan, in a fixed order,
// needed or not. `resolved` may be reused from an earlier call for the same plan.
void resolve(const PreparedPlan& prepared, BenefitMask needed, Chooser& chooser, ResolvedPlan& resolved);

// False when the kind of plan, or every stated row, pays nothing out of network.
bool may_cover_out_of_network(const Plan& plan);
DateRange benefit_year(const Plan& plan, Date fallback);

}  // namespace preauth
