// Answers for a treatment's open values: is the facility in network, what does a day cost, how long does it last.

#include <algorithm>

#include "engine/expand.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 2> kNetworkTexts = {"in", "out"};

// What is stated for a slot, without copying it.
const Known<PriceText>& stated_part(const PriceSlot& slot, Field<PriceText> Price::*part) {
  static const Known<PriceText> kNothing;
  return slot.stated != nullptr ? (slot.stated->*part).known : kNothing;
}

Network network_of(const Facility& facility, Chooser& chooser) {
  const Known<Network> stated = stated_network(facility);
  if (stated.is_exact()) return stated.value();
  const std::int64_t out = chooser.choose([&] {
    Unknown unknown;
    unknown.path = "facilities." + facility.id + ".network";
    unknown.question = "B1";
    unknown.choices.assign(kNetworkTexts.begin(), kNetworkTexts.end());
    unknown.high = 1;
    unknown.source = "assumed in network until the insurer confirms it";
    unknown.assumed = true;
    return unknown;
  });
  return out != 0 ? Network::out : Network::in;
}

// Where the plan may pay out of network, what it allows less is billed to the patient. Both rise together only where
// the charge is a multiple of the allowed amount, by so much that rounding to cents cannot turn it round.
bool raises_cost(const PriceSlot& slot, const Unknown& unknown, const Rate& least_multiple) {
  if (!slot.may_be_out) return true;
  if (slot.stated != nullptr && slot.stated->billed.known.is_stated()) return false;
  constexpr std::int64_t kTenCents = 100'000;
  const std::vector<std::int64_t> values = unknown.candidates();
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i] - values[i - 1] < kTenCents) return false;
  }
  return least_multiple >= Rate::percent(120);
}

// The allowed amount's plausible values: a stated range, or the reference price's own.
Unknown describe_allowed(const PriceSlot& slot, const Known<PriceText>& known, const Rate& least_multiple) {
  Unknown unknown;
  unknown.slot = slot.number;
  unknown.path = slot.path + ".allowed";
  unknown.question = slot.only_out ? "F3" : "G4";
  unknown.kind = UnknownKind::micros;
  unknown.benefits = mask(slot.benefit);
  if (known.is_range()) {
    unknown.low = known.low().amount.count_micros();
    unknown.high = known.high().amount.count_micros();
    unknown.likely = unknown.low + (unknown.high - unknown.low) / 2;
    unknown.raises = raises_cost(slot, unknown, least_multiple);
    return unknown;
  }
  unknown.spread = Spread::skewed;
  unknown.low = slot.reference->low.count_micros();
  unknown.likely = slot.reference->likely.count_micros();
  unknown.high = slot.reference->high.count_micros();
  unknown.source = std::string(slot.reference->citation.title);
  unknown.assumed = slot.reference->citation.grade == Grade::C;
  unknown.raises = raises_cost(slot, unknown, least_multiple);
  return unknown;
}

void resolve_allowed(const PriceSlot& slot, const Defaults& defaults, Chooser& chooser, ResolvedPrice& price) {
  const Known<PriceText>& known = stated_part(slot, &Price::allowed);
  if (known.is_exact()) {
    price.allowed = known.value().amount;
    price.unit = known.value().unit;
    return;
  }
  const Known<PriceText>& medicare = stated_part(slot, &Price::medicare);
  if (slot.medicare_pays && medicare.is_exact()) {
    price.allowed = medicare.value().amount;
    price.unit = medicare.value().unit;
    return;
  }
  price.unit = known.is_range()            ? known.low().unit
               : slot.reference != nullptr ? slot.reference->unit
                                           : PriceUnit::visit;
  if (slot.reference == nullptr && !known.is_range()) return;  // unpriced: the option says so instead of a figure
  if (slot.medicare_pays && slot.reference != nullptr && slot.reference->medicare && !known.is_range()) {
    price.allowed = *slot.reference->medicare;  // a published amount, not a range
    return;
  }
  price.allowed = UnitPrice::micros(
      chooser.choose([&] { return describe_allowed(slot, known, defaults.reference->out_of_network_charge.low); }));
}

// In network a missing billed charge is the allowed amount. Out of network it is a multiple of it, never equal.
void resolve_billed(const PriceSlot& slot, const Defaults& defaults, bool out, Chooser& chooser, ResolvedPrice& price) {
  const Known<PriceText>& known = stated_part(slot, &Price::billed);
  if (known.is_exact()) {
    price.billed = known.value().amount;
    return;
  }
  price.billed = price.allowed;
  if (known.is_range()) {
    const PriceText low = known.low();
    const PriceText high = known.high();
    price.billed = UnitPrice::micros(chooser.choose([&] {
      Unknown unknown;
      unknown.slot = slot.number;
      unknown.path = slot.path + ".billed";
      unknown.question = "P1";
      unknown.kind = UnknownKind::micros;
      unknown.raises = true;
      unknown.benefits = mask(slot.benefit);
      unknown.low = low.amount.count_micros();
      unknown.high = high.amount.count_micros();
      unknown.likely = unknown.low + (unknown.high - unknown.low) / 2;
      return unknown;
    }));
    return;
  }
  if (!slot.may_be_out) return;
  const ChargeMultiple& multiple = defaults.reference->out_of_network_charge;
  const std::int64_t parts = chooser.choose([&] {
    Unknown unknown;
    unknown.slot = slot.number;
    unknown.path = slot.path + ".billed";
    unknown.question = "P1";
    unknown.kind = UnknownKind::parts_per_million;
    unknown.raises = true;
    unknown.benefits = mask(slot.benefit);
    unknown.networks = mask(Network::out);
    unknown.spread = Spread::skewed;
    unknown.low = multiple.low.parts();
    unknown.likely = multiple.likely.parts();
    unknown.high = multiple.high.parts();
    const auto billed_at = [&](Rate times) { return share_of(price.allowed, times).count_micros(); };
    unknown.shown =
        ShownRange{UnknownKind::micros, billed_at(multiple.low), billed_at(multiple.likely), billed_at(multiple.high)};
    unknown.source = std::string(multiple.citation.title);
    unknown.assumed = multiple.citation.grade == Grade::C;
    return unknown;
  });
  if (!out) return;  // asked all the same: every open value is asked for in every evaluation
  price.billed = share_of(price.allowed, Rate::parts_per_million(parts));
}

ResolvedPrice resolve_price(const PriceSlot& slot, const Defaults& defaults, bool out, Chooser& chooser) {
  ResolvedPrice price;
  resolve_allowed(slot, defaults, chooser, price);
  resolve_billed(slot, defaults, out, chooser, price);
  const bool own_allowed = slot.stated != nullptr && !slot.stated->allowed.known.is_unknown();
  if (slot.stated != nullptr && slot.stated->medicare.known.is_exact()) {
    price.medicare = slot.stated->medicare.known.value().amount;
  } else if (!own_allowed && slot.reference != nullptr && slot.reference->medicare) {
    // A stated allowed amount is the plan's own figure: it stands, whatever the plan's out-of-network method.
    price.medicare = *slot.reference->medicare;
  }
  if (slot.stated != nullptr && slot.stated->self_pay.known.is_exact()) {
    price.self_pay = slot.stated->self_pay.known.value().amount;
  }
  return price;
}

// A stated range: its middle is likely. A usual length: people leave earlier and stay longer.
Unknown describe_count(const PreparedOption& option, std::size_t step_index) {
  const PreparedStep& step = option.steps[step_index];
  const Known<std::int32_t>& count = step.schedule.count;
  Unknown unknown;
  unknown.path = "options." + option.id + ".steps." + std::to_string(step_index + 1) + ".schedule";
  unknown.question = "P1";
  unknown.kind = UnknownKind::count;
  unknown.option = option.index;
  if (count.is_range()) {
    unknown.low = count.low();
    unknown.high = count.high();
    unknown.likely = count.low() + (count.high() - count.low() + 1) / 2;
    return unknown;
  }
  unknown.spread = Spread::skewed;
  unknown.likely = count.value();
  unknown.low = std::min(step.least_count, count.value());
  unknown.high = std::max(step.most_count, count.value());
  return unknown;
}

std::int32_t count_of(const PreparedOption& option, std::size_t step_index, const Defaults& defaults,
                      Chooser& chooser) {
  const PreparedStep& step = option.steps[step_index];
  const Known<std::int32_t>& count = step.schedule.count;
  const bool usual = step.default_schedule && step.least_count > 0 && count.is_exact();
  if (count.is_exact() && !usual) return count.value();
  if (!count.is_range() && !usual) return 1;
  return static_cast<std::int32_t>(chooser.choose([&] {
    Unknown unknown = describe_count(option, step_index);
    if (!usual) return unknown;
    const Citation& citation = defaults.schedules[index(step.level)].citation;
    unknown.source = std::string(citation.title);
    unknown.assumed = citation.grade == Grade::C;
    return unknown;
  }));
}

void resolve_networks(const PreparedTreatment& prepared, Chooser& chooser, ResolvedTreatment& resolved) {
  resolved.networks.clear();
  for (const Facility& facility : prepared.treatment->facilities) {
    resolved.networks.push_back(network_of(facility, chooser));
  }
}

void resolve_slot(const PreparedTreatment& prepared, std::size_t slot_index, Chooser& chooser,
                  ResolvedTreatment& resolved) {
  const PriceSlot& slot = prepared.slots[slot_index];
  const bool out = slot.line_out || (slot.facility != 0 && resolved.networks[slot.facility - 1U] == Network::out);
  resolved.prices[slot_index] = resolve_price(slot, *prepared.defaults, out, chooser);
}

void resolve_counts(const PreparedTreatment& prepared, std::size_t option, Chooser& chooser,
                    ResolvedTreatment& resolved) {
  std::vector<std::int32_t>& counts = resolved.counts[option];
  counts.clear();
  for (std::size_t step = 0; step < prepared.options[option].steps.size(); ++step) {
    counts.push_back(count_of(prepared.options[option], step, *prepared.defaults, chooser));
  }
}

// Asks for everything; the notes are taken before each slot and before each option's lengths.
template <class NoteSlot, class NoteOption>
void resolve_all(const PreparedTreatment& prepared, Chooser& chooser, ResolvedTreatment& resolved, NoteSlot&& note_slot,
                 NoteOption&& note_option) {
  resolve_networks(prepared, chooser, resolved);
  resolved.prices.resize(prepared.slots.size());
  resolved.counts.resize(prepared.options.size());
  for (std::size_t i = 0; i < prepared.slots.size(); ++i) {
    note_slot();
    resolve_slot(prepared, i, chooser, resolved);
  }
  for (std::size_t i = 0; i < prepared.options.size(); ++i) {
    note_option();
    resolve_counts(prepared, i, chooser, resolved);
  }
}

}  // namespace

void resolve(const PreparedTreatment& prepared, Chooser& chooser, ResolvedTreatment& resolved) {
  const auto nothing = [] {};
  resolve_all(prepared, chooser, resolved, nothing, nothing);
}

AnswerPlaces answer_places(const PreparedTreatment& prepared, std::span<const std::int64_t> answers) {
  AnswerPlaces places;
  ResolvedTreatment resolved;
  Chooser chooser(answers);
  resolve_all(
      prepared, chooser, resolved, [&] { places.slots.push_back(chooser.taken()); },
      [&] { places.options.push_back(chooser.taken()); });
  return places;
}

void resolve_option(const PreparedTreatment& prepared, std::size_t option, const AnswerPlaces& places,
                    std::span<const std::int64_t> answers, ResolvedTreatment& resolved) {
  Chooser networks(answers);
  resolve_networks(prepared, networks, resolved);
  resolved.prices.resize(prepared.slots.size());
  resolved.counts.resize(prepared.options.size());
  for (const PreparedStep& step : prepared.options[option].steps) {
    for (const PreparedLine& line : step.lines) {
      if (line.room_and_board) continue;
      Chooser prices(answers.subspan(places.slots[line.slot]));
      resolve_slot(prepared, line.slot, prices, resolved);
    }
  }
  Chooser lengths(answers.subspan(places.options[option]));
  resolve_counts(prepared, option, lengths, resolved);
}

}  // namespace preauth
