// Rules beside the cost shares: the benefit year, order of amounts, limits and visit pools, authorization, exclusions,
// and how an out-of-network amount is set.

#include <algorithm>

#include "engine/prior_auth_rule.h"
#include "engine/resolve_parts.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 2> kBaseTexts = {"net of copay", "allowed"};
constexpr std::array<std::string_view, 2> kCrossingTexts = {"charged", "not charged"};
constexpr std::array<std::string_view, 2> kSameDayTexts = {"each", "highest"};
constexpr std::array<std::string_view, 2> kAcrossTexts = {"daily", "admission"};
constexpr std::array<std::string_view, 4> kRateTexts = {"contracted", "self-pay", "billed", "no liability"};

PenaltyTerms penalty_terms(const PenaltyRule& rule, Network network) {
  PenaltyTerms terms;
  // The usual rule where the plan is silent: no payment, and out of network the duty to ask is the patient's.
  const bool silent = !rule.kind.known.is_exact();
  terms.kind = silent ? PenaltyKind::denied : rule.kind.known.value();
  terms.liable = rule.liable.known.value_or(network == Network::out ? Liable::patient : Liable::provider);
  terms.base = rule.base.known.value_or(PenaltyBase::plan_payment);
  terms.per = rule.per.known.value_or(PenaltyPer::admission);
  terms.percent = rule.percent.known.value_or(Rate());
  terms.has_cap = rule.cap.known.is_exact();
  terms.cap = rule.cap.known.value_or(Money());
  terms.flat = rule.flat.known.value_or(Money());
  terms.patient_rate = rule.patient_rate.known.value_or(NoncoveredRate::billed);
  return terms;
}

class RuleResolver {
 public:
  RuleResolver(const ResolveInput& input, BenefitMask needed, Chooser& chooser, ResolvedPlan& resolved)
      : input_(input), plan_(*input.plan), needed_(needed), chooser_(chooser), terms_(resolved.terms) {}

  void run() {
    terms_.year = benefit_year(plan_, input_.fallback_date);
    set_order();
    set_medicare();
    set_out_of_network();
    add_limits();
    add_pools();
    for (std::size_t b = 0; b < kBenefitCount; ++b) set_row(static_cast<Benefit>(b));
  }

 private:
  void set_order() {
    terms_.coinsurance_base = choose_rule(plan_.coinsurance_base, CoinsuranceBase::net_of_copay,
                                          "rules.coinsurance_base", "C4", kBaseTexts, chooser_);
    terms_.crossing_copay = choose_rule(plan_.crossing_copay, CrossingCopay::charged, "rules.crossing_copay", "C3",
                                        kCrossingTexts, chooser_);
    terms_.same_day_copays = choose_rule(plan_.same_day_copays, SameDayCopays::each, "rules.same_day_copays", "C11",
                                         kSameDayTexts, chooser_);
    terms_.stay_across_years = choose_rule(plan_.stay_across_years, StayAcrossYears::daily, "rules.stay_across_years",
                                           "A2", kAcrossTexts, chooser_);
    terms_.readmission_within = plan_.readmission_within.known.value_or(0);
    terms_.hold_harmless = plan_.hold_harmless.known.value_or(kind_of(plan_) == PlanKind::medicaid);
  }

  void set_medicare() {
    const MedicareRule& rule = plan_.medicare;
    const YearLimits* year = input_.defaults->reference->limits_of(terms_.year.first.year());
    const auto amount = [](const Field<Money>& field, const CitedMoney* cited) {
      const Money usual = cited != nullptr ? cited->amount.value_or(Money()) : Money();
      return field.known.value_or(usual);
    };
    terms_.part_a.deductible = amount(rule.part_a_deductible, year != nullptr ? &year->part_a_deductible : nullptr);
    terms_.part_a.day_61_90 = amount(rule.day_61_90, year != nullptr ? &year->part_a_day_61_90 : nullptr);
    terms_.part_a.reserve_day = amount(rule.reserve_day, year != nullptr ? &year->part_a_reserve_day : nullptr);
    terms_.part_a.psychiatric_lifetime_days = rule.psychiatric_lifetime_days.known.value_or(190);
    terms_.benefit_period_is_spell = kind_of(plan_) == PlanKind::medicare;
  }

  void set_out_of_network() {
    const OutOfNetworkRule& rule = plan_.out_of_network;
    OutOfNetworkTerms& out = terms_.out_of_network;
    out = OutOfNetworkTerms();
    if (rule.method.known.is_exact()) {
      set_method(rule);
    } else if (may_cover_out_of_network(plan_)) {
      const CitedRange<OutOfNetworkRule>& usual = input_.defaults->out_method;
      const std::array<const Cited<OutOfNetworkRule>*, 3> choices = {&usual.likely, &usual.low, &usual.high};
      set_method(choices[static_cast<std::size_t>(chooser_.choose([&] { return describe_method(choices); }))]->value);
    }
    const bool capped = kind_of(plan_) == PlanKind::medicare || kind_of(plan_) == PlanKind::tricare;
    out.balance_limit =
        rule.balance_limit.known.value_or(capped ? BalanceLimit::percent_of_allowed : BalanceLimit::none);
    out.balance_percent = rule.balance_percent.known.value_or(Rate::percent(115));
  }

  static Unknown describe_method(const std::array<const Cited<OutOfNetworkRule>*, 3>& choices) {
    Unknown unknown;
    unknown.path = "out_of_network.allowed";
    unknown.question = "F2";
    for (const Cited<OutOfNetworkRule>* choice : choices) unknown.choices.emplace_back(choice->text);
    unknown.high = 2;
    unknown.networks = mask(Network::out);
    unknown.source = std::string(choices.front()->citation.title);
    unknown.assumed = choices.front()->citation.grade == Grade::C;
    return unknown;
  }

  void set_method(const OutOfNetworkRule& rule) {
    terms_.out_of_network.method = rule.method.known.value_or(OutMethod::line_allowed);
    terms_.out_of_network.percent = rule.percent.known.value_or(Rate::percent(100));
    terms_.out_of_network.stated = rule.stated_amount.known.value_or(Money());
  }

  // A limit or pool of a row also counts for the benefits that fall under that row.
  BenefitMask with_followers(BenefitMask benefits) const {
    BenefitMask all = benefits;
    for (std::size_t b = 0; b < kBenefitCount; ++b) {
      if ((needed_ & mask(static_cast<Benefit>(b))) == 0) continue;
      const std::int8_t row = terms_.benefits[b][index(Network::in)].row;
      if (row != kNone && (benefits & mask(static_cast<Benefit>(row))) != 0) all |= mask(static_cast<Benefit>(b));
    }
    return all;
  }

  void add_limits() {
    terms_.limit_count = 0;
    for (std::size_t b = 0; b < kBenefitCount; ++b) {
      for (const LimitRule& rule : plan_.benefits[b].limits) add_limit(rule, mask(static_cast<Benefit>(b)));
      if (plan_.benefits[b].limit_unknown) add_unknown_limit(static_cast<Benefit>(b));
    }
    for (const LimitRule& rule : plan_.limits) add_limit(rule, rule.benefits);
  }

  void add_unknown_limit(Benefit benefit) {
    const Defaults& defaults = *input_.defaults;
    const bool nights = is_level(benefit) && is_overnight(static_cast<Level>(benefit));
    const Cited<LimitRule>& usual = nights ? defaults.day_limit : defaults.visit_limit;
    const std::int64_t limited = chooser_.choose([&] {
      Unknown unknown;
      unknown.path = row_path(benefit, "limit");
      unknown.question = "E2";
      unknown.choices = {"none", std::string(usual.text)};
      const std::int64_t chance = defaults.chance_limited.value.parts() / 1'000;
      unknown.weights = {static_cast<std::uint16_t>(1'000 - chance), static_cast<std::uint16_t>(chance)};
      unknown.high = 1;
      unknown.source = std::string(usual.citation.title);
      unknown.assumed = true;
      unknown.benefits = mask(benefit);
      return unknown;
    });
    if (limited != 0) add_limit(usual.value, mask(benefit));
  }

  void add_limit(const LimitRule& rule, BenefitMask benefits) {
    if (rule.quantity.is_unknown() || terms_.limit_count == kMostLimits) return;
    LimitTerms limit;
    limit.unit = rule.unit;
    limit.period = rule.period;
    limit.months = rule.months;
    limit.benefits = with_followers(benefits);
    limit.networks = rule.networks;
    limit.quantity = rule.quantity.low();
    if (rule.quantity.is_range()) {
      limit.quantity = chooser_.choose([&] {
        Unknown unknown;
        unknown.path = "limits";
        unknown.question = "E2";
        unknown.kind = UnknownKind::count;
        unknown.low = rule.quantity.low();
        unknown.high = rule.quantity.high();
        unknown.likely = unknown.low + (unknown.high - unknown.low) / 2;
        unknown.benefits = benefits;
        return unknown;
      });
    }
    terms_.limits[terms_.limit_count++] = limit;
  }

  void add_pools() {
    terms_.pool_count = 0;
    for (const VisitPool& pool : plan_.pools) {
      if (terms_.pool_count == kMostPools) break;
      terms_.pools[terms_.pool_count++] = {with_followers(pool.benefits), pool.networks};
    }
  }

  void set_row(Benefit benefit) {
    const BenefitRow& row = plan_.row(benefit);
    const NoncoveredRate rate = noncovered(row.noncovered_rate, benefit, "noncovered_rate");
    const NoncoveredRate past_limit = noncovered(row.after_limit, benefit, "after_limit");
    if ((needed_ & mask(benefit)) == 0) return;
    for (std::size_t n = 0; n < kNetworkCount; ++n) {
      BenefitTerms& terms = terms_.benefits[index(benefit)][n];
      const BenefitRow& words = terms.row == kNone ? row : plan_.row(static_cast<Benefit>(terms.row));
      terms.noncovered_rate = rate;
      terms.after_limit = past_limit;
      terms.counts_to_oop = row.counts_to_oop.known.value_or(words.counts_to_oop.known.value_or(true));
      terms.waived_if_admitted = row.waived_if_admitted.known.value_or(false);
      terms.pool = pool_of(benefit);
      if (is_excluded(benefit)) terms.status = CoverageStatus::excluded;
      terms.authorization = authorization(prior_auth_for(plan_, benefit, terms.row).rule, static_cast<Network>(n));
    }
  }

  NoncoveredRate noncovered(const Field<NoncoveredRate>& field, Benefit benefit, std::string_view key) {
    if (field.known.is_exact()) return field.known.value();
    if (!field.known.is_stated()) return NoncoveredRate::billed;
    return static_cast<NoncoveredRate>(chooser_.choose([&] {
      Unknown unknown;
      unknown.path = row_path(benefit, key);
      unknown.question = "P3";
      unknown.choices.assign(kRateTexts.begin(), kRateTexts.end() - 1);
      unknown.high = 2;
      unknown.likely = 2;
      unknown.benefits = mask(benefit);
      return unknown;
    }));
  }

  std::int8_t pool_of(Benefit benefit) const {
    for (std::size_t i = 0; i < terms_.pool_count; ++i) {
      if ((terms_.pools[i].benefits & mask(benefit)) != 0) return static_cast<std::int8_t>(i);
    }
    return kNone;
  }

  bool is_excluded(Benefit benefit) const {
    return std::any_of(plan_.exclusions.begin(), plan_.exclusions.end(), [&](const Exclusion& exclusion) {
      if ((exclusion.benefits & mask(benefit)) == 0) return false;
      return !exclusion.condition || !input_.condition || *input_.condition == Condition::both ||
             *input_.condition == *exclusion.condition;
    });
  }

  AuthorizationTerms authorization(const PriorAuthRule& rule, Network network) const {
    AuthorizationTerms terms;
    terms.required = !rule.required.known.is_exact() || rule.required.known.value();
    terms.first_days = rule.first_days.known.is_exact() ? rule.first_days.known.value() : 0;
    terms.then_every = rule.then_every.known.is_exact() ? rule.then_every.known.value() : 0;
    terms.retro_days = rule.retro_days.known.value_or(0);
    terms.never_requested = penalty_terms(rule.never_requested, network);
    terms.late = penalty_terms(rule.late, network);
    terms.refused = penalty_terms(rule.refused, network);
    return terms;
  }

  const ResolveInput& input_;
  const Plan& plan_;
  BenefitMask needed_;
  Chooser& chooser_;
  Terms& terms_;
};

}  // namespace

void resolve_rules(const ResolveInput& input, BenefitMask needed, Chooser& chooser, ResolvedPlan& resolved) {
  RuleResolver(input, needed, chooser, resolved).run();
}

}  // namespace preauth
