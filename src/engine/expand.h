#pragma once
// Expansion: an option's steps on a real calendar become runs of dated service lines, the facility's day and the lines
// beside it, each with its own benefit, network and price. Like a plan, a treatment is prepared once (which prices and
// networks it needs, and where each is stated) and expanded many times from the chooser's answers.
// Rules: 28 days are 28 billed midnights and the discharge day is not billed; a step starts the day after the one
// before ended (on the discharge day after a stay); consecutive nights at one facility are one admission.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/unknowns.h"
#include "model/defaults.h"
#include "model/line.h"
#include "model/plan.h"
#include "model/terms.h"
#include "model/treatment.h"

namespace preauth {

// One price of one benefit at one place, wherever it is stated.
struct PriceSlot {
  std::int32_t number = 0;  // its place in PreparedTreatment::slots
  Benefit benefit = Benefit::outpatient;
  std::uint16_t facility = 0;     // 1-based; 0: none named
  const Price* stated = nullptr;  // of the line, the step or the facility; may be nullptr
  const ReferencePrice* reference = nullptr;
  bool medicare_pays = false;  // Original Medicare: its own amount is the allowed amount
  bool may_be_out = false;     // a billed charge matters
  bool only_out = false;       // stated out of network: the allowed amount is the plan's to say
  bool line_out = false;       // a line beside the day that is out of network whatever the facility is
  std::string path;            // where a missing price would be stated: "facilities.lakeside.prices.iop"
};

struct PreparedLine {
  const StepLine* stated = nullptr;  // nullptr: the step's own day or visit, or its room and board
  Benefit benefit = Benefit::outpatient;
  std::size_t slot = 0;
  Schedule schedule;
  bool room_and_board = false;
};

struct PreparedStep {
  const Step* stated = nullptr;
  Level level = Level::outpatient;
  std::uint16_t facility = 0;
  Schedule schedule;
  bool default_schedule = false;
  std::int32_t least_count = 0;  // of a default schedule: the usual range; 0: none
  std::int32_t most_count = 0;
  std::vector<PreparedLine> lines;  // the step's own first
};

struct PreparedOption {
  std::string id;
  std::string title;
  std::int32_t index = 0;  // in the treatment
  std::vector<PreparedStep> steps;
  std::vector<std::string> unpriced;  // paths of prices that nothing is known about
};

using UsedAmounts = std::array<Money, kNetworkCount>;  // of a range the least

// What is stated under [so_far].
struct UsedSoFar {
  UsedAmounts deductible{};
  UsedAmounts out_of_pocket{};
  UsedAmounts family_deductible{};
  UsedAmounts family_out_of_pocket{};
};

struct PreparedTreatment {
  const Treatment* treatment = nullptr;
  const Defaults* defaults = nullptr;
  Date as_of;
  Date start;
  UsedSoFar used;
  std::vector<Step> default_steps;  // storage of the default options' steps
  std::vector<PreparedOption> options;
  std::vector<PriceSlot> slots;
};

// What a facility's network is stated to be. Original Medicare has assignment instead of networks: a provider who does
// not accept it counts as out of network (limiting charge), one who does as in network.
Known<Network> stated_network(const Facility& facility);

PreparedTreatment prepare(const Treatment& treatment, const Plan& plan, const Defaults& defaults, Date as_of);

// The start, an amount used so far or the length of a step changed in the treatment since it was prepared. Pre: the
// start is still in the same calendar year, because reference prices are that year's.
void follow_changes(PreparedTreatment& prepared, const Plan& plan);

// A price with every part known.
struct ResolvedPrice {
  PriceUnit unit = PriceUnit::visit;
  UnitPrice allowed;
  UnitPrice billed;
  UnitPrice medicare;  // zero: none, or the plan's own out-of-network amount was stated
  UnitPrice self_pay;  // zero: none stated
};

// Answers to every open value of a treatment.
struct ResolvedTreatment {
  std::vector<Network> networks;                  // per facility
  std::vector<ResolvedPrice> prices;              // per slot
  std::vector<std::vector<std::int32_t>> counts;  // per option, per step: visits or nights

  // As steps name facilities: from 1, and 0 for none named, which counts as in network.
  Network network_at(std::uint16_t facility) const { return facility == 0 ? Network::in : networks[facility - 1U]; }
};

// Asks in a fixed order: networks, prices, lengths.
void resolve(const PreparedTreatment& prepared, Chooser& chooser, ResolvedTreatment& resolved);

// Where each answer stands among those about a treatment.
struct AnswerPlaces {
  std::vector<std::size_t> slots;    // of each slot the first
  std::vector<std::size_t> options;  // of each option's lengths the first
};

AnswerPlaces answer_places(const PreparedTreatment& prepared, std::span<const std::int64_t> answers);

// Answers what one option asks for; what `resolved` says of the prices and lengths of others is of no meaning.
void resolve_option(const PreparedTreatment& prepared, std::size_t option, const AnswerPlaces& places,
                    std::span<const std::int64_t> answers, ResolvedTreatment& resolved);

// The line of the option that a run came from.
struct RunOrigin {
  std::uint16_t step = 0;
  std::uint16_t line = 0;
};

struct Expansion {
  std::vector<Run> runs;
  std::vector<RunOrigin> origins;   // per run
  std::vector<std::int32_t> units;  // per step
  Date first_day;
  Date last_day;  // last billed day
};

void expand(const PreparedTreatment& prepared, const PreparedOption& option, const ResolvedTreatment& resolved,
            std::int32_t readmission_within, Expansion& expansion);

// Puts other prices into an expansion. Pre: since it was made, nothing but prices changed in `resolved`.
void reprice(const PreparedOption& option, const ResolvedTreatment& resolved, Expansion& expansion);

// The benefits that an option's lines fall under.
BenefitMask benefits_of(const PreparedOption& option);

}  // namespace preauth
