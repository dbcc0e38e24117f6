// Picks a source for every silent row and a value for every open part of a phrase, and puts the words that apply into
// the benefits an option uses.

#include <algorithm>

#include "engine/resolve_parts.h"

namespace preauth {
namespace {

void describe_default(const RowChoice& choice, Unknown& unknown) {
  if (choice.source.cited == nullptr) return;
  unknown.source = std::string(choice.source.cited->citation.title);
  unknown.assumed = choice.source.cited->citation.grade == Grade::C;
}

// That silence means "not covered" has an assumed chance of its own; the other answers share the rest. Where the first
// is a default that nothing in the plan points to, it takes half of it.
std::vector<std::uint16_t> weights_of(const RowQuestion& row, const Defaults& defaults) {
  constexpr std::int64_t kAll = 1'000;
  const auto uncovered = [](const RowChoice& choice) {
    return choice.source.origin == ShareOrigin::assumed_not_covered && !choice.source.follows_in;
  };
  const std::int64_t none = std::count_if(row.choices.begin(), row.choices.end(), uncovered);
  const std::int64_t rest = kAll - none * defaults.chance_not_covered.value.parts() / 1'000;
  const std::int64_t covered = static_cast<std::int64_t>(row.choices.size()) - none;
  const bool defaulted = row.choices.front().source.origin == ShareOrigin::cited_default ||
                         row.choices.front().source.origin == ShareOrigin::plan_usual;
  std::vector<std::uint16_t> weights;
  for (const RowChoice& choice : row.choices) {
    const bool first = weights.empty();
    const std::int64_t share = uncovered(choice)           ? kAll - rest
                               : !defaulted || covered < 2 ? rest / std::max<std::int64_t>(covered, 1)
                               : first                     ? rest / 2
                                                           : rest / 2 / (covered - 1);
    weights.push_back(static_cast<std::uint16_t>(share));
  }
  return weights;
}

std::size_t pick(const RowQuestion& row, Benefit benefit, Network network, const Defaults& defaults, Chooser& chooser) {
  if (row.choices.size() == 1) return 0;
  return static_cast<std::size_t>(chooser.choose([&] {
    Unknown unknown;
    unknown.path = row.path;
    unknown.question = std::string(row.question);
    for (const RowChoice& choice : row.choices) unknown.choices.push_back(choice.text);
    unknown.high = static_cast<std::int64_t>(row.choices.size()) - 1;
    unknown.benefits = mask(benefit);
    unknown.networks = network == Network::in ? kAllNetworks : mask(network);
    unknown.weights = weights_of(row, defaults);
    describe_default(row.choices.front(), unknown);
    return unknown;
  }));
}

Unknown describe(const OpenPart& open) {
  Unknown unknown;
  unknown.path = row_path(open.row, id(open.network));
  unknown.question = "C4";
  unknown.benefits = mask(open.row);
  unknown.low = open.low;
  unknown.high = open.high;
  unknown.likely = open.low + (open.high - open.low + 1) / 2;  // a stated range: its middle
  switch (open.part) {
    case PhrasePart::deductible:
      unknown.question = "C3";
      unknown.choices = {"deductible does not apply", "after deductible"};
      unknown.likely = 1;
      unknown.source = "HHS, DOL and Treasury, SBC template: costs are shown after your deductible, if one applies";
      break;
    case PhrasePart::copay_per:
      unknown.question = "C5";
      unknown.choices = {"per admission", "per day"};
      unknown.likely = 0;
      unknown.source = "assumed: a hospital or program copay is usually owed by the stay";
      unknown.assumed = true;
      break;
    case PhrasePart::copay:
    case PhrasePart::band_copay:
      unknown.kind = UnknownKind::cents;
      break;
    case PhrasePart::coinsurance:
    case PhrasePart::band_coinsurance:
      unknown.kind = UnknownKind::parts_per_million;
      break;
  }
  return unknown;
}

void put(const OpenPart& open, std::int64_t value, BenefitTerms& terms) {
  ShareTerms& share = terms.tiers[open.tier];
  switch (open.part) {
    case PhrasePart::deductible:
      share.deductible = value != 0 ? DeductibleOrder::deductible_first : DeductibleOrder::does_not_apply;
      break;
    case PhrasePart::copay:
      share.copay = Money::cents(value);
      break;
    case PhrasePart::copay_per:
      share.copay_per = value != 0 ? CopayPer::day : CopayPer::admission;
      break;
    case PhrasePart::coinsurance:
      share.coinsurance = Rate::parts_per_million(value);
      break;
    case PhrasePart::band_copay:
      share.bands[open.band].copay = Money::cents(value);
      break;
    case PhrasePart::band_coinsurance:
      share.bands[open.band].coinsurance = Rate::parts_per_million(value);
      break;
  }
}

class RowWalk {
 public:
  RowWalk(const PreparedPlan& prepared, const PerRow<std::uint8_t>& picked) : prepared_(prepared), picked_(picked) {}

  // Other rows are followed to words or a default. A circle (the checks reject it) ends at the cited default.
  RowSource follow(Benefit benefit, Network network) const {
    RowSource at = choice(benefit, network);
    for (std::size_t steps = 0; at.origin == ShareOrigin::other_row || at.follows_in; ++steps) {
      if (steps > kBenefitCount * kNetworkCount) return cited(prepared_.input.defaults->share.likely);
      at = at.follows_in ? out_like_in(benefit) : choice(at.row, at.network);
    }
    return at;
  }

 private:
  const RowSource& choice(Benefit benefit, Network network) const {
    const std::uint8_t pick = picked_[index(benefit)][index(network)];
    return prepared_.rows[index(benefit)][index(network)].choices[pick].source;
  }

  static RowSource cited(const Cited<CostShare>& share) {
    return {ShareOrigin::cited_default, Benefit::outpatient, Network::in, &share, false};
  }

  RowSource out_like_in(Benefit benefit) const {
    RowSource in = choice(benefit, Network::in);
    if (in.origin == ShareOrigin::other_row) in.network = Network::out;
    const bool settled = in.origin == ShareOrigin::other_row || in.origin == ShareOrigin::assumed_not_covered;
    return settled ? in : cited(prepared_.input.defaults->out_share);
  }

  const PreparedPlan& prepared_;
  const PerRow<std::uint8_t>& picked_;
};

BenefitTerms terms_of(const Cited<CostShare>& cited) {
  BenefitTerms terms;
  const CostShare& share = cited.value;
  terms.tier_count = static_cast<std::uint8_t>(share.tiers.size());
  for (std::size_t i = 0; i < share.tiers.size(); ++i) {
    const Share& from = share.tiers[i].share;
    terms.tier_visits[i] = share.tiers[i].visits.value_or(0);
    terms.tiers[i].deductible = from.deductible.value_or(DeductibleOrder::deductible_first);
    terms.tiers[i].copay = from.copay.value_or(Money());
    terms.tiers[i].coinsurance = from.coinsurance.value_or(Rate());
    terms.tiers[i].copay_per = from.copay_per;
  }
  return terms;
}

void apply(const PreparedPlan& prepared, const RowSource& from, Benefit benefit, BenefitTerms& terms) {
  switch (from.origin) {
    case ShareOrigin::stated:
    case ShareOrigin::other_row:
    case ShareOrigin::plan_usual:
      terms = prepared.stated[index(from.row)][index(from.network)];
      break;
    case ShareOrigin::cited_default:
      terms = terms_of(*from.cited);
      break;
    case ShareOrigin::assumed_not_covered:
      terms = BenefitTerms();
      terms.status = CoverageStatus::not_covered;
      break;
  }
  // A share borrowed as "what this plan usually takes" is not the same row: it has stays and visits of its own.
  terms.row = static_cast<std::int8_t>(from.origin == ShareOrigin::stated ? from.row : benefit);
}

}  // namespace

void resolve_shares(const PreparedPlan& prepared, BenefitMask needed, Chooser& chooser, ResolvedPlan& resolved) {
  PerRow<std::uint8_t> picked{};
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    for (std::size_t n = 0; n < kNetworkCount; ++n) {
      picked[b][n] = static_cast<std::uint8_t>(pick(prepared.rows[b][n], static_cast<Benefit>(b),
                                                    static_cast<Network>(n), *prepared.input.defaults, chooser));
    }
  }
  const RowWalk walk(prepared, picked);
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    const Benefit benefit = static_cast<Benefit>(b);
    if ((needed & mask(benefit)) == 0) continue;
    for (std::size_t n = 0; n < kNetworkCount; ++n) {
      resolved.sources[b][n] = walk.follow(benefit, static_cast<Network>(n));
      apply(prepared, resolved.sources[b][n], benefit, resolved.terms.benefits[b][n]);
    }
  }
  for (const OpenPart& open : prepared.open_parts) {
    const std::int64_t value = chooser.choose([&] { return describe(open); });
    for (std::size_t b = 0; b < kBenefitCount; ++b) {
      if ((needed & mask(static_cast<Benefit>(b))) == 0) continue;
      for (std::size_t n = 0; n < kNetworkCount; ++n) {
        const RowSource& from = resolved.sources[b][n];
        const bool uses = from.origin != ShareOrigin::cited_default &&
                          from.origin != ShareOrigin::assumed_not_covered && from.row == open.row &&
                          from.network == open.network;
        if (uses) put(open, value, resolved.terms.benefits[b][n]);
      }
    }
  }
}

}  // namespace preauth
