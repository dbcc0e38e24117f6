// Deductibles and out-of-pocket maxima become buckets: which networks and benefits consult each, and which fill it.

#include <algorithm>
#include <string>

#include "engine/resolve_parts.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 3> kFamilyTexts = {"embedded", "aggregate", "per_person"};

std::string_view table(BucketKind kind) { return kind == BucketKind::deductible ? "deductible" : "out_of_pocket_max"; }

struct Span3 {
  Money low;
  Money likely;
  Money high;
  std::string_view source;
  bool assumed = false;
};

class AmountResolver {
 public:
  AmountResolver(const ResolveInput& input, Chooser& chooser, ResolvedPlan& resolved)
      : input_(input), plan_(*input.plan), chooser_(chooser), terms_(resolved.terms) {}

  void run() {
    terms_.bucket_count = 0;
    BenefitMask separate = 0;
    for (const SeparateDeductible& deductible : plan_.separate_deductibles) separate |= deductible.benefits;
    add_all(BucketKind::deductible, plan_.deductible, kAllBenefits & ~separate);
    for (const SeparateDeductible& deductible : plan_.separate_deductibles) add_separate(deductible);
    add_all(BucketKind::out_of_pocket, plan_.out_of_pocket_max, kAllBenefits);
  }

 private:
  // One set of amounts, in, second tier and out of network, as the plan relates them.
  void add_all(BucketKind kind, const AmountRules& rules, BenefitMask benefits) {
    const NetworkRule networks = rules.networks.known.value_or(NetworkRule::separate);
    const bool own_tier2 = rules.by_network[index(Network::tier2)].stated;
    const NetworkMask in = own_tier2 ? mask(Network::in) : kInNetworks;
    const NetworkMask out = counts_out_of_network(kind) ? mask(Network::out) : NetworkMask{0};
    const TieredAmount& first = rules.by_network[index(Network::in)];
    switch (networks) {
      case NetworkRule::separate:
        add(kind, first, Network::in, benefits, in, in);
        break;
      case NetworkRule::combined:
        add(kind, rules.combined ? *rules.combined : first, Network::in, benefits, kAllNetworks,
            static_cast<NetworkMask>(kInNetworks | out));
        return;
      case NetworkRule::nested:
        add(kind, first, Network::in, benefits, in, in);
        if (rules.combined) add(kind, *rules.combined, Network::out, benefits, kAllNetworks, kAllNetworks, "combined");
        return;
      case NetworkRule::out_credits_in:
        add(kind, first, Network::in, benefits, in, static_cast<NetworkMask>(in | mask(Network::out)));
        break;
      case NetworkRule::in_credits_out:
        add(kind, first, Network::in, benefits, in, in);
        break;
    }
    if (own_tier2) {
      add(kind, rules.by_network[index(Network::tier2)], Network::tier2, benefits, mask(Network::tier2),
          mask(Network::tier2));
    }
    const NetworkMask feeds_out =
        networks == NetworkRule::in_credits_out ? static_cast<NetworkMask>(kInNetworks | out) : out;
    if (needs_out(rules))
      add(kind, rules.by_network[index(Network::out)], Network::out, benefits, mask(Network::out), feeds_out);
  }

  void add_separate(const SeparateDeductible& deductible) {
    for (const Network network : {Network::in, Network::out}) {
      const TieredAmount& amount = deductible.by_network[index(network)];
      if (!amount.stated) continue;
      const NetworkMask networks = network == Network::in ? kInNetworks : mask(network);
      add(BucketKind::deductible, amount, network, deductible.benefits, networks, networks);
    }
  }

  bool needs_out(const AmountRules& rules) const {
    if (rules.by_network[index(Network::out)].individual.known.is_exact()) return true;
    return kind_of(plan_) != PlanKind::medicare && may_cover_out_of_network(plan_);
  }

  bool counts_out_of_network(BucketKind kind) const {
    return kind == BucketKind::deductible || plan_.counts.out_of_network.known.value_or(true);
  }

  void add(BucketKind kind, const TieredAmount& amount, Network network, BenefitMask benefits, NetworkMask applies,
           NetworkMask feeds, std::string_view key = "") {
    const std::string path = std::string(table(kind)) + "." + std::string(key.empty() ? id(network) : key);
    const PlanAmount person = person_amount(kind, amount, network, path);
    if (person.kind != AmountKind::amount || terms_.bucket_count == kMostBuckets) return;
    BucketTerms bucket;
    bucket.kind = kind;
    bucket.benefits = benefits;
    bucket.applies = applies;
    bucket.feeds = feeds;
    bucket.person = person.amount;
    bucket.carry_over_months = kind == BucketKind::deductible ? plan_.carry_over_months.known.value_or(0) : 0;
    bucket.counts_deductible = plan_.counts.deductible.known.value_or(true);
    bucket.counts_copay = plan_.counts.copay.known.value_or(true);
    bucket.counts_coinsurance = plan_.counts.coinsurance.known.value_or(true);
    if (input_.coverage == Coverage::family) add_family(kind, amount, path, bucket);
    terms_.buckets[terms_.bucket_count++] = bucket;
  }

  void add_family(BucketKind kind, const TieredAmount& amount, const std::string& path, BucketTerms& bucket) {
    bucket.rule = choose_rule(amount.rule, FamilyRule::embedded, path + ".rule", "C1", kFamilyTexts, chooser_);
    const PlanAmount family = family_amount(amount, bucket.person, path);
    bucket.has_family = family.kind == AmountKind::amount && bucket.rule != FamilyRule::per_person;
    bucket.family = family.amount;
    bucket.has_person = bucket.rule != FamilyRule::aggregate || !bucket.has_family;
    const YearLimits* year = limits_of_year();
    if (kind == BucketKind::out_of_pocket && !bucket.has_person && federal_maximum_applies(plan_) && year != nullptr &&
        year->aca_self.amount && (bucket.applies & mask(Network::in)) != 0) {
      bucket.has_person_cap = true;
      bucket.person_cap = *year->aca_self.amount;
    }
  }

  const YearLimits* limits_of_year() const {
    return input_.defaults->reference->limits_of(benefit_year(plan_, input_.fallback_date).first.year());
  }

  PlanAmount person_amount(BucketKind kind, const TieredAmount& amount, Network network, const std::string& path) {
    const Known<PlanAmount>& known = amount.individual.known;
    if (known.is_exact()) return note_first(kind, network, known.value());
    const std::int64_t cents = chooser_.choose([&] {
      Unknown unknown;
      unknown.path = path + ".individual";
      unknown.question = kind == BucketKind::deductible ? "C1" : "C7";
      if (network == Network::out) unknown.question = "F4";
      unknown.kind = UnknownKind::cents;
      const Span3 span = known.is_range() ? stated_range(known) : usual_span(kind, network);
      unknown.low = span.low.count_cents();
      unknown.likely = span.likely.count_cents();
      unknown.high = span.high.count_cents();
      unknown.source = std::string(span.source);
      unknown.assumed = span.assumed;
      unknown.networks = network == Network::in ? kInNetworks : mask(network);
      return unknown;
    });
    return note_first(kind, network, {AmountKind::amount, Money::cents(cents)});
  }

  // The in-network amount is the measure for a silent out-of-network one, and the deductible for a silent maximum.
  PlanAmount note_first(BucketKind kind, Network network, PlanAmount amount) {
    if (network == Network::in && amount.kind == AmountKind::amount) {
      (kind == BucketKind::deductible ? deductible_in_ : maximum_in_) = amount.amount;
    }
    return amount;
  }

  static Span3 stated_range(const Known<PlanAmount>& known) {
    const Money low = known.low().amount;
    const Money high = known.high().amount;
    return {low, low + Money::cents((high - low).count_cents() / 2), high, "", false};
  }

  Span3 usual_span(BucketKind kind, Network network) const {
    const Defaults& defaults = *input_.defaults;
    const YearLimits* year = limits_of_year();
    const Money federal =
        year != nullptr && year->aca_self.amount ? *year->aca_self.amount : defaults.deductible.high.value;
    if (network == Network::out) {
      // Published plans file two to three times the in-network amount (BCBS Louisiana Blue Max 2026: three times).
      const Money base = kind == BucketKind::deductible ? deductible_in_ : maximum_in_;
      return {base, base * 2, base * 3, "Published 2026 marketplace plans: up to three times the in-network amount",
              true};
    }
    if (kind == BucketKind::deductible) {
      return {defaults.deductible.low.value, defaults.deductible.likely.value, federal,
              defaults.deductible.likely.citation.title, defaults.deductible.likely.citation.grade == Grade::C};
    }
    const Money low = least(deductible_in_, federal);
    return {low, greatest(low, least(defaults.maximum.value, federal)), federal, defaults.maximum.citation.title,
            defaults.maximum.citation.grade == Grade::C};
  }

  PlanAmount family_amount(const TieredAmount& amount, Money person, const std::string& path) {
    const Known<PlanAmount>& known = amount.family.known;
    if (known.is_exact()) return known.value();
    const std::int64_t times = chooser_.choose([&] {
      Unknown unknown;
      unknown.path = path + ".family";
      unknown.question = "C1";
      unknown.choices = {"2 × individual", "3 × individual"};
      unknown.high = 1;
      unknown.source = "Published 2026 marketplace plans: twice, at times three times, the individual amount";
      unknown.assumed = true;
      return unknown;
    });
    return {AmountKind::amount, person * (times + 2)};
  }

  const ResolveInput& input_;
  const Plan& plan_;
  Chooser& chooser_;
  Terms& terms_;
  Money deductible_in_;
  Money maximum_in_;
};

}  // namespace

void resolve_amounts(const ResolveInput& input, Chooser& chooser, ResolvedPlan& resolved) {
  AmountResolver(input, chooser, resolved).run();
}

}  // namespace preauth
