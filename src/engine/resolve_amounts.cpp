// Deductibles and out-of-pocket maxima become buckets: which networks and benefits consult each, and which fill it.

#include <algorithm>
#include <string>

#include "engine/resolve_parts.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 3> kFamilyTexts = {"embedded", "aggregate", "per_person"};

std::string_view table(BucketKind kind) { return kind == BucketKind::deductible ? "deductible" : "out_of_pocket_max"; }

// "deductible.in", put together only when an unknown is described.
struct AmountPath {
  std::string_view table;
  std::string_view key;
  std::string text(std::string_view last) const {
    return std::string(table) + "." + std::string(key) + std::string(last);
  }
};

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
    counts_deductible_ = counts(plan_.counts.deductible, "deductible");
    counts_copay_ = counts(plan_.counts.copay, "copay");
    counts_coinsurance_ = counts(plan_.counts.coinsurance, "coinsurance");
    counts_out_of_network_ = counts(plan_.counts.out_of_network, "out_of_network");
    BenefitMask separate = 0;
    for (const SeparateDeductible& deductible : plan_.separate_deductibles) separate |= deductible.benefits;
    add_all(BucketKind::deductible, plan_.deductible, kAllBenefits & ~separate);
    for (const SeparateDeductible& deductible : plan_.separate_deductibles) add_separate(deductible);
    add_all(BucketKind::out_of_pocket, plan_.out_of_pocket_max, kAllBenefits);
  }

 private:
  // What fills the maximum: everything, unless the plan says otherwise or that it is unknown.
  bool counts(const Field<bool>& field, std::string_view what) {
    if (!field.known.is_stated() || field.known.is_exact()) return field.known.value_or(true);
    return chooser_.choose([&] {
      Unknown unknown;
      unknown.path = "out_of_pocket_max.counts." + std::string(what);
      unknown.question = "C8";
      unknown.choices = {"true", "false"};
      unknown.high = 1;
      return unknown;
    }) == 0;
  }

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

  bool counts_out_of_network(BucketKind kind) const { return kind == BucketKind::deductible || counts_out_of_network_; }

  void add(BucketKind kind, const TieredAmount& amount, Network network, BenefitMask benefits, NetworkMask applies,
           NetworkMask feeds, std::string_view key = "") {
    const AmountPath path{table(kind), key.empty() ? id(network) : key};
    const PlanAmount person = person_amount(kind, amount, network, path);
    if (person.kind != AmountKind::amount || terms_.bucket_count == kMostBuckets) return;
    BucketTerms bucket;
    bucket.kind = kind;
    bucket.benefits = benefits;
    bucket.applies = applies;
    bucket.feeds = feeds;
    bucket.person = person.amount;
    bucket.carry_over_months = kind == BucketKind::deductible ? plan_.carry_over_months.known.value_or(0) : 0;
    bucket.counts_deductible = counts_deductible_;
    bucket.counts_copay = counts_copay_;
    bucket.counts_coinsurance = counts_coinsurance_;
    if (input_.coverage == Coverage::family) add_family(kind, amount, path, bucket);
    terms_.buckets[terms_.bucket_count++] = bucket;
  }

  void add_family(BucketKind kind, const TieredAmount& amount, const AmountPath& path, BucketTerms& bucket) {
    bucket.rule = family_rule(amount.rule, path);
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

  FamilyRule family_rule(const Field<FamilyRule>& stated, const AmountPath& path) {
    if (!stated.known.is_unknown() || !stated.known.is_stated()) return stated.known.value_or(FamilyRule::embedded);
    return choose_rule(stated, FamilyRule::embedded, path.text(".rule"), "C1", kFamilyTexts, chooser_);
  }

  const YearLimits* limits_of_year() const {
    return input_.defaults->reference->limits_of(benefit_year(plan_, input_.fallback_date).first.year());
  }

  PlanAmount person_amount(BucketKind kind, const TieredAmount& amount, Network network, const AmountPath& path) {
    const Known<PlanAmount>& known = amount.individual.known;
    if (known.is_exact()) return note_first(kind, network, known.value());
    if (network == Network::out && !known.is_range()) return out_of_network_amount(kind, path);
    const Money chosen = Money::cents(chooser_.choose([&] {
      Unknown unknown = describe_amount(kind, network, path);
      const Span3 span = known.is_range() ? stated_range(known) : usual_span(kind);
      unknown.low = span.low.count_cents();
      unknown.likely = span.likely.count_cents();
      unknown.high = span.high.count_cents();
      unknown.spread = known.is_range() ? Spread::even : Spread::skewed;
      unknown.source = std::string(span.source);
      unknown.assumed = span.assumed;
      return unknown;
    }));
    // A maximum is never below the deductible, whatever that turns out to be.
    const bool maximum = kind == BucketKind::out_of_pocket && !known.is_range();
    return note_first(kind, network, {AmountKind::amount, maximum ? greatest(chosen, deductible_in_) : chosen});
  }

  static Unknown describe_amount(BucketKind kind, Network network, const AmountPath& path) {
    Unknown unknown;
    unknown.path = path.text(".individual");
    unknown.question = network == Network::out ? "F4" : kind == BucketKind::deductible ? "C1" : "C7";
    unknown.kind = UnknownKind::cents;
    unknown.raises = true;
    unknown.networks = network == Network::in ? kInNetworks : mask(network);
    return unknown;
  }

  // Published plans file up to three times the in-network amount (BCBS Louisiana Blue Max 2026: three times).
  PlanAmount out_of_network_amount(BucketKind kind, const AmountPath& path) {
    const Money base = kind == BucketKind::deductible ? deductible_in_ : maximum_in_;
    const Rate times = Rate::parts_per_million(chooser_.choose([&] {
      Unknown unknown = describe_amount(kind, Network::out, path);
      unknown.kind = UnknownKind::parts_per_million;
      unknown.low = Rate::percent(100).parts();
      unknown.likely = Rate::percent(200).parts();
      unknown.high = Rate::percent(300).parts();
      const std::int64_t cents = base.count_cents();
      unknown.shown = ShownRange{UnknownKind::cents, cents, 2 * cents, 3 * cents};
      unknown.source = "Published 2026 marketplace plans: up to three times the in-network amount";
      unknown.assumed = true;
      return unknown;
    }));
    return {AmountKind::amount, share_of(base, times)};
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

  Span3 usual_span(BucketKind kind) const {
    const Defaults& defaults = *input_.defaults;
    const YearLimits* year = limits_of_year();
    const Money federal =
        year != nullptr && year->aca_self.amount ? *year->aca_self.amount : defaults.deductible.high.value;
    if (kind == BucketKind::deductible) {
      return {defaults.deductible.low.value, defaults.deductible.likely.value, federal,
              defaults.deductible.likely.citation.title, defaults.deductible.likely.citation.grade == Grade::C};
    }
    const Money low = least(greatest(lowest_deductible(), defaults.lowest_maximum.value), federal);
    return {low, greatest(low, least(defaults.maximum.value, federal)), federal, defaults.maximum.citation.title,
            defaults.maximum.citation.grade == Grade::C};
  }

  // The least that the in-network deductible can be.
  Money lowest_deductible() const {
    const Known<PlanAmount>& known = plan_.deductible.by_network[index(Network::in)].individual.known;
    if (known.is_unknown()) return plan_.deductible.combined ? deductible_in_ : input_.defaults->deductible.low.value;
    return known.low().kind == AmountKind::amount ? known.low().amount : Money();
  }

  PlanAmount family_amount(const TieredAmount& amount, Money person, const AmountPath& path) {
    const Known<PlanAmount>& known = amount.family.known;
    if (known.is_exact()) return known.value();
    const std::int64_t times = chooser_.choose([&] {
      Unknown unknown;
      unknown.path = path.text(".family");
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
  bool counts_deductible_ = true;
  bool counts_copay_ = true;
  bool counts_coinsurance_ = true;
  bool counts_out_of_network_ = true;
};

}  // namespace

void resolve_amounts(const ResolveInput& input, Chooser& chooser, ResolvedPlan& resolved) {
  AmountResolver(input, chooser, resolved).run();
}

}  // namespace preauth
