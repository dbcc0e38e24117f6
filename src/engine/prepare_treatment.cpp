// What an option needs: its steps and lines, and for each line where its price is stated or which reference price
// stands in for it.

#include <algorithm>

#include "engine/expand.h"
#include "engine/resolve.h"

namespace preauth {
namespace {

// With no options in the file: weekly therapy, an intensive outpatient program, a residential program, a hospital stay.
constexpr std::array<Level, 4> kDefaultLevels = {Level::outpatient, Level::iop, Level::residential, Level::inpatient};

std::string_view place_of(FacilityKind kind) {
  switch (kind) {
    case FacilityKind::hospital:
    case FacilityKind::psychiatric_hospital:
      return "hospital";
    case FacilityKind::freestanding:
    case FacilityKind::community_center:
      return "freestanding";
    case FacilityKind::office:
      return "office";
    case FacilityKind::otp:
      return "otp";
    case FacilityKind::unknown:
      return "";
  }
  return "";
}

// The row whose reference price stands in when a benefit has none of its own.
std::optional<Benefit> priced_like(Benefit benefit) {
  switch (benefit) {
    case Benefit::virtual_iop:
      return Benefit::iop;
    case Benefit::aftercare:
    case Benefit::office_visit:
      return Benefit::outpatient;
    case Benefit::inpatient_facility:
    case Benefit::detox:
      return Benefit::inpatient;
    case Benefit::outpatient:
    case Benefit::iop:
    case Benefit::php:
    case Benefit::residential:
    case Benefit::inpatient:
    case Benefit::mat:
    case Benefit::outpatient_other:
    case Benefit::inpatient_professional:
    case Benefit::emergency:
    case Benefit::laboratory:
    case Benefit::drug:
    case Benefit::ambulance:
      return std::nullopt;
  }
  return std::nullopt;
}

// The best match: same place before any place, the newest year not after the treatment before older or newer ones.
const ReferencePrice* reference_price(const ReferenceData& reference, Benefit benefit, std::string_view place,
                                      int year) {
  const ReferencePrice* best = nullptr;
  const auto rank = [&](const ReferencePrice& price) {
    const int place_rank = price.facility == place ? 0 : price.facility.empty() ? 1 : 2;
    const int year_rank = price.year <= year ? year - price.year : 1'000 + price.year - year;
    return place_rank * 10'000 + year_rank;
  };
  for (const ReferencePrice& price : reference.prices) {
    if (price.benefit == benefit && (best == nullptr || rank(price) < rank(*best))) best = &price;
  }
  if (best != nullptr) return best;
  const std::optional<Benefit> like = priced_like(benefit);
  return like ? reference_price(reference, *like, place, year) : nullptr;
}

class TreatmentPreparer {
 public:
  TreatmentPreparer(const Plan& plan, PreparedTreatment& prepared)
      : plan_(plan), prepared_(prepared), treatment_(*prepared.treatment), defaults_(*prepared.defaults) {}

  void run() {
    if (treatment_.options.empty()) {
      add_default_options();
      return;
    }
    for (const Option& option : treatment_.options) add_option(option);
  }

  void follow_schedules() {
    if (treatment_.options.empty()) return;  // the default options' lengths stand in no file
    for (PreparedOption& option : prepared_.options) {
      for (PreparedStep& step : option.steps) {
        step.schedule = schedule_of(*step.stated, step.level);
        for (PreparedLine& line : step.lines) line.schedule = schedule_of_line(line.stated, step);
      }
    }
  }

 private:
  void add_default_options() {
    prepared_.default_steps.resize(kDefaultLevels.size());
    for (std::size_t i = 0; i < kDefaultLevels.size(); ++i) {
      Step& step = prepared_.default_steps[i];
      step.level.known = kDefaultLevels[i];
      if (treatment_.facilities.size() == 1) step.at = treatment_.facilities.front().id;
      PreparedOption option;
      option.id = std::string(id(kDefaultLevels[i]));
      option.index = static_cast<std::int32_t>(i);
      add_step(step, "", option);
      if (kDefaultLevels[i] == Level::inpatient) add_daily_physician(option);
      prepared_.options.push_back(std::move(option));
    }
  }

  // A hospital's daily rate does not include its physicians, who bill each day under their own row.
  void add_daily_physician(PreparedOption& option) {
    PreparedStep& step = option.steps.back();
    PreparedLine line;
    line.benefit = Benefit::inpatient_professional;
    line.schedule.unit = PriceUnit::day;
    line.schedule.per_day = true;
    line.slot = add_slot(line.benefit, step.facility, nullptr, "", option);
    step.lines.push_back(line);
  }

  void add_option(const Option& stated) {
    PreparedOption option;
    option.id = stated.id;
    option.title = stated.title;
    option.index = static_cast<std::int32_t>(prepared_.options.size());
    for (std::size_t i = 0; i < stated.steps.size(); ++i) {
      add_step(stated.steps[i], "options." + stated.id + ".steps." + std::to_string(i + 1), option);
    }
    prepared_.options.push_back(std::move(option));
  }

  void add_step(const Step& stated, const std::string& path, PreparedOption& option) {
    PreparedStep step;
    step.stated = &stated;
    step.level = stated.level.known.value_or(Level::outpatient);
    step.facility = facility_number(stated.at);
    step.default_schedule = !stated.schedule.known.is_exact();
    step.schedule = schedule_of(stated, step.level);
    if (step.default_schedule) {
      step.least_count = count_of(defaults_.lengths[index(step.level)].low.value, step.level);
      step.most_count = count_of(defaults_.lengths[index(step.level)].high.value, step.level);
    }
    if (step.level != Level::mutual_support) {
      add_lines(stated, path, step, option);
    }
    option.steps.push_back(std::move(step));
  }

  void add_lines(const Step& stated, const std::string& path, PreparedStep& step, PreparedOption& option) {
    PreparedLine own;
    own.benefit = benefit_of(step.level);
    own.schedule = step.schedule;
    own.slot = add_slot(own.benefit, step.facility, stated.price.stated ? &stated.price : nullptr,
                        own_price_path(stated.price, step.facility, path), option);
    step.lines.push_back(own);
    if (has_room_line(stated)) {
      PreparedLine room;
      room.benefit = own.benefit;
      room.room_and_board = true;
      room.schedule = step.schedule;
      step.lines.push_back(room);
    }
    for (std::size_t i = 0; i < stated.lines.size(); ++i) {
      const StepLine& beside = stated.lines[i];
      PreparedLine line;
      line.stated = &beside;
      line.benefit = beside.benefit.known.value_or(Benefit::outpatient_other);
      line.schedule = schedule_of_line(&beside, step);
      line.slot = add_slot(line.benefit, step.facility, beside.price.stated ? &beside.price : nullptr,
                           own_price_path(beside.price, step.facility, path + ".lines." + std::to_string(i + 1)),
                           option, beside.network.known.value_or(Network::in) == Network::out);
      step.lines.push_back(line);
    }
  }

  // Where a price would be stated: at the facility; in the step itself when it has a price or names no facility. The
  // default options stand in no file, so their prices belong to a facility yet to be written.
  static std::string own_price_path(const Price& price, std::uint16_t facility, const std::string& path) {
    const bool in_file = !path.empty() && path.front() != '.';
    return in_file && (price.stated || facility == 0) ? path + ".price" : "";
  }

  // Room and board is a line of its own where the plan does not pay it, or where it is one price for the stay. What is
  // covered by the day is part of the day (expand.cpp), so that one day uses up one day of a limit.
  static bool has_room_line(const Step& step) {
    const Known<PriceText>& price = step.room_and_board_price.known;
    if (!price.is_exact()) return false;
    if (step.room_and_board.known == Known<RoomAndBoard>(RoomAndBoard::not_covered)) return true;
    return step.room_and_board.known == Known<RoomAndBoard>(RoomAndBoard::separate) &&
           price.value().unit == PriceUnit::stay;
  }

  static const Schedule& schedule_of_line(const StepLine* beside, const PreparedStep& step) {
    return beside != nullptr ? beside->every.known.value_or(step.schedule) : step.schedule;
  }

  Schedule schedule_of(const Step& stated, Level level) const {
    const Schedule& usual = defaults_.schedules[index(level)].value;
    return stated.schedule.known.is_exact() ? completed(stated.schedule.known.value(), level) : usual;
  }

  std::int32_t count_of(const Schedule& length, Level level) const {
    return completed(length, level).count.value_or(0);
  }

  // Takes from the level's usual schedule what a stated one leaves open.
  Schedule completed(Schedule schedule, Level level) const {
    const Schedule& usual = defaults_.schedules[index(level)].value;
    if (schedule.count.is_unknown() && schedule.weeks.is_stated() && !schedule.weeks.is_unknown()) {
      fill_week(usual, level, schedule);
    } else if (states_no_pattern(schedule, is_overnight(level))) {
      take_pattern(usual, is_overnight(level), schedule);
    }
    return schedule;
  }

  // "36 visits", or "10 days" of a day program: how many, but not how often. Days of a stay follow one another.
  static bool states_no_pattern(const Schedule& schedule, bool nights) {
    if (nights && schedule.per_day) return false;
    return schedule.per_week == 0 && schedule.weekdays == 0 && schedule.every_days == 1 &&
           schedule.unit != PriceUnit::stay;
  }

  static void take_pattern(const Schedule& usual, bool nights, Schedule& schedule) {
    schedule.per_day = nights;
    schedule.per_week = nights ? 0 : usual.per_week;
    schedule.weekdays = usual.weekdays;
    schedule.every_days = usual.every_days;
  }

  // "6..12 weeks" means so many of the level's usual weeks.
  static void fill_week(const Schedule& usual, Level level, Schedule& schedule) {
    const bool nights = is_overnight(level);
    const std::int32_t per_week = nights ? 7 : usual.per_week > 0 ? usual.per_week : 1;
    const Known<std::int32_t> weeks = schedule.weeks;
    take_pattern(usual, nights, schedule);
    schedule.unit = usual.unit;
    schedule.count = weeks.is_exact() ? Known<std::int32_t>(weeks.value() * per_week)
                                      : Known<std::int32_t>::between(weeks.low() * per_week, weeks.high() * per_week);
  }

  std::uint16_t facility_number(const std::string& facility_id) const {
    for (std::size_t i = 0; i < treatment_.facilities.size(); ++i) {
      if (treatment_.facilities[i].id == facility_id) return static_cast<std::uint16_t>(i + 1);
    }
    return 0;
  }

  std::size_t add_slot(Benefit benefit, std::uint16_t facility, const Price* own, std::string own_path,
                       PreparedOption& option, bool line_is_out = false) {
    PriceSlot slot;
    slot.benefit = benefit;
    slot.facility = facility;
    slot.stated = own;
    slot.path = std::move(own_path);
    FacilityKind kind = FacilityKind::unknown;
    slot.may_be_out = line_is_out;
    slot.line_out = line_is_out;
    if (facility != 0) {
      const Facility& at = treatment_.facilities[facility - 1];
      kind = at.kind.known.value_or(FacilityKind::unknown);
      const Known<Network> network = stated_network(at);
      slot.may_be_out = slot.may_be_out || !network.is_exact() || network.value() == Network::out;
      slot.only_out = network == Known<Network>(Network::out);
      if (own == nullptr && at.prices[index(benefit)].stated) slot.stated = &at.prices[index(benefit)];
    }
    if (slot.path.empty()) {
      slot.path = "facilities." + (facility != 0 ? treatment_.facilities[facility - 1].id : "FACILITY") + ".prices." +
                  std::string(id(benefit));
    }
    slot.reference = reference_price(*defaults_.reference, benefit, place_of(kind), prepared_.start.year());
    slot.medicare_pays = kind_of(plan_) == PlanKind::medicare;
    const bool priced =
        slot.reference != nullptr || (slot.stated != nullptr && !slot.stated->allowed.known.is_unknown());
    if (!priced) option.unpriced.push_back(slot.path);
    return find_or_add(std::move(slot));
  }

  std::size_t find_or_add(PriceSlot slot) {
    for (std::size_t i = 0; i < prepared_.slots.size(); ++i) {
      PriceSlot& other = prepared_.slots[i];
      if (other.path != slot.path || other.stated != slot.stated) continue;
      other.may_be_out = other.may_be_out || slot.may_be_out;
      other.line_out = other.line_out || slot.line_out;
      return i;
    }
    slot.number = static_cast<std::int32_t>(prepared_.slots.size());
    prepared_.slots.push_back(std::move(slot));
    return prepared_.slots.size() - 1;
  }

  const Plan& plan_;
  PreparedTreatment& prepared_;
  const Treatment& treatment_;
  const Defaults& defaults_;
};

}  // namespace

Known<Network> stated_network(const Facility& facility) {
  const Known<bool>& accepts = facility.accepts_assignment.known;
  if (accepts.is_exact() && !accepts.value()) return Network::out;
  if (accepts.is_exact() && facility.network.known.is_unknown()) return Network::in;
  return facility.network.known;
}

namespace {

UsedAmounts used_amounts(const std::array<Field<Money>, kNetworkCount>& fields) {
  UsedAmounts amounts;
  for (std::size_t n = 0; n < kNetworkCount; ++n) {
    const Known<Money>& known = fields[n].known;
    amounts[n] = known.is_unknown() ? Money() : known.low();
  }
  return amounts;
}

void take_from_treatment(PreparedTreatment& prepared) {
  const SoFar& so_far = prepared.treatment->so_far;
  prepared.start = prepared.treatment->start.known.value_or(prepared.as_of);
  prepared.used = {used_amounts(so_far.deductible), used_amounts(so_far.out_of_pocket),
                   used_amounts(so_far.family_deductible), used_amounts(so_far.family_out_of_pocket)};
}

}  // namespace

PreparedTreatment prepare(const Treatment& treatment, const Plan& plan, const Defaults& defaults, Date as_of) {
  PreparedTreatment prepared;
  prepared.treatment = &treatment;
  prepared.defaults = &defaults;
  prepared.as_of = as_of;
  take_from_treatment(prepared);
  TreatmentPreparer(plan, prepared).run();
  return prepared;
}

void follow_changes(PreparedTreatment& prepared, const Plan& plan) {
  take_from_treatment(prepared);
  TreatmentPreparer(plan, prepared).follow_schedules();
}

BenefitMask benefits_of(const PreparedOption& option) {
  BenefitMask benefits = 0;
  for (const PreparedStep& step : option.steps) {
    for (const PreparedLine& line : step.lines) benefits |= mask(line.benefit);
  }
  return benefits;
}

}  // namespace preauth
