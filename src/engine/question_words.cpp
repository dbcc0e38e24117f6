#include "engine/question_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"
#include "engine/question_rank.h"
#include "engine/state_law.h"
#include "model/plan_law.h"

namespace preauth {
namespace {

using Reason = QuestionReason;

template <Level level>
bool is(const Situation& s) {
  return s.step.level == level;
}

bool is_program(const Situation& s) {
  return s.step.level == Level::iop || s.step.level == Level::virtual_iop || s.step.level == Level::php;
}

template <PlanKind... kinds>
bool is_kind(const Situation& s) {
  const PlanKind kind = kind_of(s.plan());
  return ((kind == kinds) || ...);
}

bool is_hdhp(const Situation& s) { return is_high_deductible(s.plan()); }

// A public program's money is the government's, whatever the file leaves out.
bool is_public(const Situation& s) {
  return is_kind<PlanKind::medicare, PlanKind::medicare_advantage, PlanKind::medicaid, PlanKind::chip,
                 PlanKind::tricare, PlanKind::fehb>(s);
}

bool is_employer_plan(const Situation& s) {
  return s.plan().funding.known == Known<Funding>(Funding::self_funded) ||
         s.plan().market.known.value_or("").find("group") != std::string::npos;
}

bool is_tiered(const Situation& s) {
  const std::size_t tier2 = index(Network::tier2);
  return s.plan().deductible.by_network[tier2].stated ||
         std::any_of(s.plan().benefits.begin(), s.plan().benefits.end(),
                     [=](const BenefitRow& row) { return row.share[tier2].known.is_stated(); });
}

bool counts_are_silent(const Situation& s) {
  const OutOfPocketCounts& counts = s.plan().counts;
  const Known<PlanAmount>& maximum = s.plan().out_of_pocket_max.by_network[index(Network::in)].individual.known;
  const bool none = maximum.is_exact() && maximum.value().kind != AmountKind::amount;
  return !none && !counts.deductible.known.is_exact() && !counts.copay.known.is_exact();
}

// A separate deductible on levels of care that leaves the medical rows alone.
bool has_behavioral_deductible(const Situation& s) {
  return std::any_of(s.plan().separate_deductibles.begin(), s.plan().separate_deductibles.end(),
                     [](const SeparateDeductible& separate) { return is_behavioral_only(separate.benefits); });
}

bool is_above_federal_maximum(const Situation& s) {
  if (!federal_maximum_applies(s.plan())) return false;
  const Known<PlanAmount>& maximum = s.plan().out_of_pocket_max.by_network[index(Network::in)].individual.known;
  const DateRange year = benefit_year(s.plan(), s.analysis.as_of);
  const YearLimits* limits = s.analysis.reference().limits_of(year.first.year());
  return maximum.is_exact() && maximum.value().kind == AmountKind::amount && limits != nullptr &&
         limits->aca_self.amount && maximum.value().amount > *limits->aca_self.amount;
}

// High deductible plans may pay nothing but preventive care before the deductible (26 U.S.C. 223(c)(2)).
bool has_hdhp_copay(const Situation& s) {
  if (!is_hdhp(s) || s.network == Network::out || s.terms.status != CoverageStatus::covered) return false;
  const auto early = [](const ShareTerms& share) {
    return share.deductible == DeductibleOrder::does_not_apply &&
           (share.copay.is_positive() || !share.coinsurance.is_zero());
  };
  return std::any_of(s.terms.tiers.begin(), s.terms.tiers.begin() + s.terms.tier_count, early) &&
         s.words().share[index(Network::in)].known.is_exact();
}

// A limit that similar medical care does not have.
bool has_behavioral_limit(const Situation& s) {
  return !s.row().limits.empty() && s.plan().row(s.medical_twin()).limits.empty();
}

bool has_condition(const Situation& s, Condition condition) {
  const Known<Condition>& known = s.treatment().condition.known;
  return known == Known<Condition>(condition) || known == Known<Condition>(Condition::both);
}

bool is_younger(const Situation& s, std::int32_t years) {
  const Known<std::int32_t>& age = s.treatment().age.known;
  return age.is_exact() && age.value() < years;
}

bool has_family_coverage(const Situation& s) {
  return s.treatment().coverage.known == Known<Coverage>(Coverage::family);
}

bool has_several_levels(const Situation& s) {
  const std::vector<Level>& levels = s.option.estimate->levels;
  return std::count_if(levels.begin(), levels.end(), [](Level level) { return level != Level::mutual_support; }) > 1;
}

// To another facility, or between video and a place.
bool moves(const Situation& s) {
  const std::vector<PreparedStep>& steps = s.analysis.prepared(s.option).steps;
  return std::any_of(steps.begin(), steps.end(), [&](const PreparedStep& other) {
    if (other.level == Level::mutual_support) return false;
    return other.facility != s.step.facility || (other.level == Level::virtual_iop) != is<Level::virtual_iop>(s);
  });
}

// The files have no field for it; people write it into the option's name.
bool is_ordered(const Situation& s) {
  const std::string name = lower_ascii(s.option.estimate->id + " " + s.option.estimate->title);
  constexpr std::array<std::string_view, 4> kWords = {"court", "dui", "probation", "ordered"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

bool has_side_lines(const Situation& s) {
  return std::any_of(s.step.lines.begin(), s.step.lines.end(),
                     [](const PreparedLine& line) { return line.stated != nullptr; });
}

bool is_network_open(const Situation& s) {
  return s.facility() != nullptr && stated_network(*s.facility()).is_unknown();
}

template <FacilityKind... kinds>
bool is_at(const Situation& s) {
  const FacilityKind kind =
      s.facility() == nullptr ? FacilityKind::unknown : s.facility()->kind.known.value_or(FacilityKind::unknown);
  return ((kind == kinds) || ...);
}

bool is_price_silent(const Situation& s) {
  const PriceSlot& slot = s.analysis.model.treatment.slots[s.step.lines.front().slot];
  return slot.stated == nullptr || slot.stated->allowed.known.is_unknown();
}

bool has_branch(const Situation& s, BranchKind kind) {
  return s.authorization != nullptr &&
         std::any_of(s.authorization->branches.begin(), s.authorization->branches.end(),
                     [kind](const AuthorizationBranch& branch) { return branch.kind == kind; });
}

bool is_penalty_open(const Situation& s) {
  const bool nobody_named = std::any_of(
      s.authorization->branches.begin(), s.authorization->branches.end(), [](const AuthorizationBranch& branch) {
        return branch.kind == BranchKind::never_requested && branch.liable == LiableParty::unknown;
      });
  return nobody_named || !s.prior_auth().never_requested.kind.known.is_exact();
}

bool has_state_law(const Situation& s) {
  return find_state_law(s.analysis.reference(), s.plan(), s.treatment(), s.step.level, s.network).rule != nullptr;
}

bool has_lifetime_limit(const Situation& s) {
  const auto lasting = [](const LimitRule& limit) {
    return limit.period == LimitPeriod::lifetime || limit.period == LimitPeriod::episode ||
           limit.period == LimitPeriod::admission;
  };
  return std::any_of(s.row().limits.begin(), s.row().limits.end(), lasting);
}

template <CopayPer per>
bool takes_copay(const Situation& s) {
  const auto taken = [](const ShareTerms& share) { return share.copay.is_positive() && share.copay_per == per; };
  return std::any_of(s.terms.tiers.begin(), s.terms.tiers.begin() + s.terms.tier_count, taken);
}

bool is_out_amount_silent(const Situation& s) {
  return !s.plan().deductible.by_network[index(Network::out)].individual.known.is_exact() ||
         !s.plan().out_of_pocket_max.by_network[index(Network::out)].individual.known.is_exact();
}

bool is_maximum_open(const Situation& s) {
  return !s.plan().out_of_pocket_max.by_network[index(Network::in)].individual.known.is_exact();
}

const std::array kWords = {
    // Levels of care.
    QuestionWord{"any", Reason::situation, [](const Situation&) { return true; }},
    QuestionWord{"outpatient", Reason::situation, is<Level::outpatient>},
    QuestionWord{"iop", Reason::situation, is<Level::iop>},
    QuestionWord{"virtual-iop", Reason::situation, is<Level::virtual_iop>},
    QuestionWord{"php", Reason::situation, is<Level::php>},
    QuestionWord{"residential", Reason::situation, is<Level::residential>},
    QuestionWord{"inpatient", Reason::situation, is<Level::inpatient>},
    QuestionWord{"detox", Reason::situation, is<Level::detox>},
    QuestionWord{"mat", Reason::situation, is<Level::mat>},
    QuestionWord{"aftercare", Reason::situation, is<Level::aftercare>},
    QuestionWord{"program", Reason::situation, is_program},
    QuestionWord{"stay", Reason::situation, [](const Situation& s) { return is_overnight(s.step.level); }},
    // What contradicts a rule.
    QuestionWord{"hdhp-copay", Reason::contradiction, has_hdhp_copay},
    QuestionWord{"behavioral-deductible", Reason::contradiction, has_behavioral_deductible},
    QuestionWord{"above-federal-maximum", Reason::contradiction, is_above_federal_maximum},
    QuestionWord{"behavioral-limit", Reason::contradiction, has_behavioral_limit},
    // The plan.
    QuestionWord{"kind-unknown", Reason::open, is_kind<PlanKind::unknown>},
    QuestionWord{"funding-unknown", Reason::open,
                 [](const Situation& s) {
                   return s.plan().funding.known.value_or(Funding::unknown) == Funding::unknown && !is_public(s);
                 }},
    QuestionWord{"year-unknown", Reason::open, [](const Situation& s) { return !s.plan().year.known.is_exact(); }},
    QuestionWord{"maximum-unknown", Reason::open, is_maximum_open},
    QuestionWord{"counts-unstated", Reason::open, counts_are_silent},
    QuestionWord{"exclusions-unstated", Reason::open, [](const Situation& s) { return s.plan().exclusions.empty(); }},
    QuestionWord{"hdhp", Reason::situation, is_hdhp},
    QuestionWord{"tiered", Reason::situation, is_tiered},
    QuestionWord{"gatekeeper", Reason::situation, is_kind<PlanKind::hmo, PlanKind::pos>},
    QuestionWord{"public-plan", Reason::situation,
                 is_kind<PlanKind::medicare, PlanKind::medicare_advantage, PlanKind::tricare>},
    QuestionWord{"not-aca", Reason::situation,
                 [](const Situation& s) {
                   return is_kind<PlanKind::short_term, PlanKind::sharing_ministry, PlanKind::unknown>(s) ||
                          s.plan().grandfathered.known.value_or(false);
                 }},
    QuestionWord{"employer-plan", Reason::situation, is_employer_plan},
    QuestionWord{"separate-deductible", Reason::situation,
                 [](const Situation& s) { return !s.plan().separate_deductibles.empty(); }},
    // The patient and the calendar.
    QuestionWord{"other-coverage", Reason::situation,
                 [](const Situation& s) { return s.treatment().other_coverage.known.value_or(false); }},
    QuestionWord{"under-26", Reason::situation, [](const Situation& s) { return is_younger(s, 26); }},
    QuestionWord{"under-18", Reason::situation, [](const Situation& s) { return is_younger(s, 18); }},
    QuestionWord{"family", Reason::situation, has_family_coverage},
    QuestionWord{"condition-stated", Reason::situation,
                 [](const Situation& s) { return s.treatment().condition.known.is_exact(); }},
    QuestionWord{"substance-use", Reason::situation,
                 [](const Situation& s) { return has_condition(s, Condition::substance_use); }},
    QuestionWord{"both-conditions", Reason::situation,
                 [](const Situation& s) {
                   return s.treatment().condition.known == Known<Condition>(Condition::both);
                 }},
    QuestionWord{"started", Reason::situation,
                 [](const Situation& s) { return s.analysis.model.treatment.start < s.analysis.as_of; }},
    QuestionWord{"crosses-reset", Reason::situation,
                 [](const Situation& s) { return s.has_mattered(Mattered::benefit_year_reset); }},
    QuestionWord{"beyond-year", Reason::situation,
                 [](const Situation& s) { return s.has_mattered(Mattered::beyond_plan_year); }},
    QuestionWord{"several-levels", Reason::situation, has_several_levels},
    QuestionWord{"moves", Reason::situation, moves},
    QuestionWord{"ordered", Reason::situation, is_ordered},
    QuestionWord{"travel", Reason::situation,
                 [](const Situation& s) { return s.treatment().life.travel_per_visit.known.is_stated(); }},
    QuestionWord{"unpaid-leave", Reason::situation,
                 [](const Situation& s) { return s.treatment().life.unpaid_day_off.known.is_stated(); }},
    QuestionWord{"not-paid", Reason::situation,
                 [](const Situation& s) {
                   const Amounts& likely = s.option.estimate->likely;
                   return likely.not_covered.is_positive() || likely.penalty.is_positive();
                 }},
    // Where the step takes place, and the bills beside its day.
    QuestionWord{"facility", Reason::situation, [](const Situation& s) { return s.facility() != nullptr; }},
    QuestionWord{"no-facility", Reason::situation, [](const Situation& s) { return s.facility() == nullptr; }},
    QuestionWord{"network-unknown", Reason::open, is_network_open},
    QuestionWord{"in-network", Reason::situation, [](const Situation& s) { return s.network != Network::out; }},
    QuestionWord{"out-of-network", Reason::situation, [](const Situation& s) { return s.is_out_of_network(); }},
    QuestionWord{"hospital", Reason::situation, is_at<FacilityKind::hospital, FacilityKind::psychiatric_hospital>},
    QuestionWord{"otp", Reason::situation, is_at<FacilityKind::otp>},
    QuestionWord{"emergency", Reason::situation,
                 [](const Situation& s) { return s.step.stated->emergency.known.value_or(false); }},
    QuestionWord{"housing", Reason::situation,
                 [](const Situation& s) {
                   return s.step.stated->room_and_board.known.is_stated() ||
                          s.step.stated->room_and_board_price.known.is_stated();
                 }},
    QuestionWord{"side-lines", Reason::situation, has_side_lines},
    QuestionWord{"drug-lines", Reason::situation, [](const Situation& s) { return s.has_line(Benefit::drug); }},
    QuestionWord{"ambulance-lines", Reason::situation,
                 [](const Situation& s) { return s.has_line(Benefit::ambulance); }},
    // What the plan says about the level.
    QuestionWord{"row-unknown", Reason::open,
                 [](const Situation& s) {
                   return !s.row().share[index(Network::in)].known.is_exact() && !s.row().same_as.known.is_exact();
                 }},
    QuestionWord{"out-unstated", Reason::open,
                 [](const Situation& s) {
                   return !s.row().share[index(Network::out)].known.is_exact() &&
                          !s.words().share[index(Network::out)].known.is_exact();
                 }},
    QuestionWord{"out-amounts-unstated", Reason::open, is_out_amount_silent},
    QuestionWord{"method-unstated", Reason::open,
                 [](const Situation& s) { return !s.plan().out_of_network.method.known.is_exact(); }},
    QuestionWord{"price-unstated", Reason::open, is_price_silent},
    QuestionWord{"referral-unstated", Reason::open,
                 [](const Situation& s) { return !s.row().referral_required.known.is_exact(); }},
    QuestionWord{"room-unstated", Reason::open,
                 [](const Situation& s) { return !s.row().room_and_board.known.is_exact(); }},
    QuestionWord{"visit-copay", Reason::situation, takes_copay<CopayPer::visit>},
    QuestionWord{"stay-copay", Reason::situation, takes_copay<CopayPer::admission>},
    QuestionWord{"limited", Reason::situation, [](const Situation& s) { return s.is_limited(); }},
    QuestionWord{"limits-unstated", Reason::open, [](const Situation& s) { return !s.is_limit_stated(); }},
    QuestionWord{"lifetime-unstated", Reason::open,
                 [](const Situation& s) { return !s.row().no_limit && !s.words().no_limit && !has_lifetime_limit(s); }},
    // Authorization.
    QuestionWord{"authorization", Reason::situation, [](const Situation& s) { return s.needs_authorization(); }},
    QuestionWord{"authorization-unknown", Reason::open,
                 [](const Situation& s) {
                   return s.authorization != nullptr && s.authorization->required == RequiredState::unknown;
                 }},
    QuestionWord{"requester-unstated", Reason::open,
                 [](const Situation& s) { return !s.prior_auth().requested_by.known.is_exact(); }},
    QuestionWord{"cadence-unstated", Reason::open,
                 [](const Situation& s) { return !s.prior_auth().first_days.known.is_exact(); }},
    QuestionWord{"penalty-unstated", Reason::open,
                 [](const Situation& s) { return s.needs_authorization() && is_penalty_open(s); }},
    QuestionWord{"retro-unstated", Reason::open,
                 [](const Situation& s) { return !s.prior_auth().retro_days.known.is_exact(); }},
    QuestionWord{"reviewed", Reason::situation, [](const Situation& s) { return has_branch(s, BranchKind::cut); }},
    QuestionWord{"state-law", Reason::situation, has_state_law},
};
static_assert(std::tuple_size_v<decltype(kWords)> <= kMostWords);

WhenMatch telling(const WordSet& alternative) {
  WhenMatch found;
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (!alternative.test(i)) continue;
    const bool contradicts = kWords[i].reason == Reason::contradiction;
    if (contradicts || kWords[i].reason == Reason::open) found.reason = kWords[i].reason;
    if (contradicts || (found.word.empty() && i >= kLevelWords)) found.word = kWords[i].name;
    if (contradicts) break;
  }
  return found;
}

// Takes the text before the next `mark` off the front.
std::string_view take_until(std::string_view& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  const std::string_view first = text.substr(0, at);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + mark.size());
  return first;
}

std::optional<WordSet> words_of(std::string_view alternative) {
  WordSet set;
  while (!alternative.empty()) {
    const std::string_view name = take_until(alternative, " ");
    const auto found =
        std::find_if(kWords.begin(), kWords.end(), [&](const QuestionWord& word) { return word.name == name; });
    if (found == kWords.end()) return std::nullopt;
    set.set(static_cast<std::size_t>(found - kWords.begin()));
  }
  return set;
}

}  // namespace

std::span<const QuestionWord> question_words() { return kWords; }

std::vector<WordSet> alternatives_of(std::string_view when) {
  std::vector<WordSet> alternatives;
  while (!when.empty()) {
    if (const std::optional<WordSet> set = words_of(take_until(when, " or "))) alternatives.push_back(*set);
  }
  return alternatives;
}

WordSet words_that_hold(const Situation& situation) {
  WordSet holding;
  for (std::size_t i = 0; i < kWords.size(); ++i) {
    if (kWords[i].holds(situation)) holding.set(i);
  }
  return holding;
}

std::optional<WhenMatch> match(const std::vector<WordSet>& alternatives, const WordSet& holding) {
  std::optional<WhenMatch> best;
  for (const WordSet& alternative : alternatives) {
    if ((alternative & ~holding).any()) continue;
    const WhenMatch found = telling(alternative);
    if (!best || strength(found.reason) > strength(best->reason)) best = found;
  }
  return best;
}

}  // namespace preauth
