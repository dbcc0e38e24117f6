#include "engine/expand.h"

#include <algorithm>

namespace preauth {
namespace {

constexpr std::uint8_t day_bit(Weekday day) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(day)); }

// The usual days of a program that meets n times a week: Mon/Wed/Fri for three.
std::uint8_t usual_weekdays(std::int32_t per_week) {
  constexpr std::uint8_t kMon = day_bit(Weekday::monday);
  constexpr std::uint8_t kTue = day_bit(Weekday::tuesday);
  constexpr std::uint8_t kWed = day_bit(Weekday::wednesday);
  constexpr std::uint8_t kThu = day_bit(Weekday::thursday);
  constexpr std::uint8_t kFri = day_bit(Weekday::friday);
  constexpr std::uint8_t kSat = day_bit(Weekday::saturday);
  switch (per_week) {
    case 2:
      return kMon | kThu;
    case 3:
      return kMon | kWed | kFri;
    case 4:
      return kMon | kTue | kThu | kFri;
    case 5:
      return kMon | kTue | kWed | kThu | kFri;
    case 6:
      return kMon | kTue | kWed | kThu | kFri | kSat;
    default:
      return 0b111'1111;
  }
}

Date on_or_after(Date date, std::uint8_t weekdays) {
  while ((weekdays & day_bit(date.weekday())) == 0) date = date + 1;
  return date;
}

// A weekly visit keeps the weekday it starts on; one that would start on a weekend starts on Monday.
Date next_working_day(Date date) { return on_or_after(date, usual_weekdays(5)); }

struct Pattern {
  Date first;
  std::uint8_t weekdays = 0;
  std::int32_t every_days = 1;
};

Pattern pattern_of(const Schedule& schedule, Date from) {
  if (schedule.weekdays != 0) return {on_or_after(from, schedule.weekdays), schedule.weekdays, 1};
  if (schedule.per_day) return {from, 0, 1};
  if (schedule.per_week == 1) return {next_working_day(from), 0, 7};
  if (schedule.per_week > 1 && schedule.per_week < 7) {
    const std::uint8_t days = usual_weekdays(schedule.per_week);
    return {on_or_after(from, days), days, 1};
  }
  if (schedule.per_week >= 7) return {from, 0, 1};
  return {next_working_day(from), 0, std::max(schedule.every_days, 1)};
}

DayOrder order_of(Benefit benefit) {
  switch (benefit) {
    case Benefit::inpatient_professional:
    case Benefit::office_visit:
      return DayOrder::professional;
    case Benefit::drug:
      return DayOrder::drug;
    case Benefit::laboratory:
      return DayOrder::laboratory;
    case Benefit::outpatient:
    case Benefit::iop:
    case Benefit::virtual_iop:
    case Benefit::php:
    case Benefit::residential:
    case Benefit::inpatient:
    case Benefit::detox:
    case Benefit::mat:
    case Benefit::aftercare:
    case Benefit::outpatient_other:
    case Benefit::inpatient_facility:
    case Benefit::emergency:
    case Benefit::ambulance:
      return DayOrder::other;
  }
  return DayOrder::other;
}

// Room and board that is billed apart but covered: the day's price is both.
void add_covered_room(const Step& stated, ServiceLine& line) {
  const bool separate = stated.room_and_board.known == Known<RoomAndBoard>(RoomAndBoard::separate);
  if (!separate || !stated.room_and_board_price.known.is_exact()) return;
  const PriceText price = stated.room_and_board_price.known.value();
  if (price.unit == PriceUnit::stay) return;
  line.allowed += price.amount.times(1);
  line.billed += price.amount.times(1);
}

void set_amounts(const PreparedStep& step, const PreparedLine& prepared, const ResolvedPrice& price,
                 ServiceLine& line) {
  line.allowed = price.allowed.times(1);
  line.billed = price.billed.times(1);
  line.medicare = price.medicare.times(1);
  line.self_pay = price.self_pay.times(1);
  if (prepared.stated == nullptr && prepared.benefit == benefit_of(step.level)) add_covered_room(*step.stated, line);
}

// The admission that the last overnight step left open.
struct OpenAdmission {
  std::uint16_t number = 0;
  std::uint16_t facility = 0;
  Date first;
  Date discharge;  // the day after the last billed midnight
};

class Expander {
 public:
  Expander(const PreparedTreatment& prepared, const PreparedOption& option, const ResolvedTreatment& resolved,
           std::int32_t readmission_within, Expansion& expansion)
      : prepared_(prepared),
        option_(option),
        resolved_(resolved),
        readmission_within_(readmission_within),
        out_(expansion),
        today_(prepared.start) {}

  void run() {
    out_.runs.clear();
    out_.origins.clear();
    out_.units.clear();
    out_.first_day = today_;
    out_.last_day = today_;
    for (std::size_t i = 0; i < option_.steps.size(); ++i) expand_step(i);
    if (!out_.runs.empty()) {
      out_.first_day = out_.runs.front().line.date;
      for (const Run& run : out_.runs) out_.first_day = std::min(out_.first_day, run.line.date);
    }
  }

 private:
  void expand_step(std::size_t index) {
    const PreparedStep& step = option_.steps[index];
    const Step& stated = *step.stated;
    const std::int32_t count = resolved_.counts[static_cast<std::size_t>(option_.index)][index];
    today_ = stated.start.known.value_or(today_ + stated.gap_days.known.value_or(0));
    out_.units.push_back(count);
    const Pattern pattern = pattern_of(step.schedule, today_);
    const Date first = pattern.first;
    const Date last = last_day(pattern, step.schedule, count);
    if (is_overnight(step.level)) admit(step, first, last);
    for (std::size_t i = 0; i < step.lines.size(); ++i) {
      origin_ = {static_cast<std::uint16_t>(index), static_cast<std::uint16_t>(i)};
      add_line(step, step.lines[i], static_cast<std::uint16_t>(index + 1), pattern, count, last);
    }
    out_.last_day = std::max(out_.last_day, last);
    today_ = last + 1;
  }

  static Date last_day(const Pattern& pattern, const Schedule& schedule, std::int32_t count) {
    Run probe;
    probe.line.date = pattern.first;
    probe.weekdays = pattern.weekdays;
    probe.every_days = pattern.every_days;
    const std::int32_t each = std::max((schedule.per_week + 6) / 7, 1);  // more than seven a week: several a day
    probe.count = (count + each - 1) / each;
    return last_date(probe);
  }

  // Consecutive nights at one facility are one admission, another facility starts a new one. A plan with
  // readmission_within joins what follows within so many days, wherever it is.
  void admit(const PreparedStep& step, Date first, Date last) {
    const std::int32_t gap = first - admission_.discharge;
    const bool open = admission_.number != 0;
    const bool joins = open && readmission_within_ > 0 && gap <= readmission_within_;
    const bool without_gap = open && admission_.facility == step.facility && gap == 0;
    if (!joins && !without_gap) {
      admission_.number = static_cast<std::uint16_t>(admission_.number + 1);
      admission_.facility = step.facility;
      admission_.first = first;
    }
    admission_.discharge = last + 1;
  }

  void add_line(const PreparedStep& step, const PreparedLine& line, std::uint16_t number, const Pattern& own_pattern,
                std::int32_t own_count, Date last) {
    Run run;
    run.source = static_cast<std::uint16_t>(out_.runs.size());
    fill_line(step, line, number, run.line);
    place(line, own_pattern, own_count, last, run);
    if (run.count <= 0) return;
    if (line.room_and_board) {
      add_room(step, run);
    } else {
      add_priced(step, line, run);
    }
  }

  void fill_line(const PreparedStep& step, const PreparedLine& prepared, std::uint16_t number,
                 ServiceLine& line) const {
    line.benefit = prepared.benefit;
    line.level = step.level;
    line.step = number;
    line.facility = step.facility;
    line.order = prepared.stated == nullptr && prepared.benefit == benefit_of(step.level) ? DayOrder::facility
                                                                                          : order_of(prepared.benefit);
    line.minutes = prepared_.defaults->reference->of(step.level).minutes;
    if (step.facility != 0) {
      const Facility& facility = prepared_.treatment->facilities[step.facility - 1];
      line.network = resolved_.networks[step.facility - 1];
      line.facility_kind = facility.kind.known.value_or(FacilityKind::unknown);
      line.opted_out = facility.opted_out.known.value_or(false);
    }
    if (prepared.stated != nullptr) set_beside(*prepared.stated, line);
    if (is_overnight(step.level)) line.admission = admission_.number;
  }

  // An out-of-network professional at an in-network hospital may not bill the balance, unless the patient validly gave
  // that up (45 CFR 149.410-420). Freestanding programs are not "facilities" there.
  static void set_beside(const StepLine& stated, ServiceLine& line) {
    const Network facility_network = line.network;
    line.network = stated.network.known.value_or(facility_network);
    const bool hospital =
        line.facility_kind == FacilityKind::hospital || line.facility_kind == FacilityKind::psychiatric_hospital;
    line.protected_from_balance = hospital && facility_network == Network::in && line.network == Network::out &&
                                  !stated.consent.known.value_or(false);
  }

  void place(const PreparedLine& line, const Pattern& own, std::int32_t own_count, Date last, Run& run) const {
    const bool beside = line.stated != nullptr && line.stated->every.known.is_exact();
    if (!beside) {
      run.line.date = own.first;
      run.weekdays = own.weekdays;
      run.every_days = own.every_days;
      run.count = own_count;
      return;
    }
    if (line.schedule.unit == PriceUnit::stay) {
      run.line.date = own.first;
      return;
    }
    const Pattern pattern = line.schedule.per_day ? own : pattern_within(line.schedule, own.first);
    run.line.date = pattern.first;
    run.weekdays = pattern.weekdays;
    run.every_days = pattern.every_days;
    run.count = count_until(run, last);
  }

  // A weekly line beside a stay falls on the first day of the stay, weekend or not: the stay is what dates it.
  static Pattern pattern_within(const Schedule& schedule, Date first) {
    const bool weekly = schedule.weekdays == 0 && schedule.per_week == 1;
    return weekly ? Pattern{first, 0, 7} : pattern_of(schedule, first);
  }

  static std::int32_t count_until(const Run& run, Date last) {
    return run.line.date > last ? 0 : 1 + lines_until(run, run.line.date, last);
  }

  void add_room(const PreparedStep& step, Run run) {
    const Step& stated = *step.stated;
    const PriceText price = stated.room_and_board_price.known.value();
    if (price.unit == PriceUnit::stay) run.count = 1;
    run.line.order = DayOrder::other;
    run.line.billed = price.amount.times(1);
    run.line.allowed = run.line.billed;
    run.line.covered_by_plan = stated.room_and_board.known.value() != RoomAndBoard::not_covered;
    if (run.line.covered_by_plan) run.line.units = 0;  // no day of its own
    push(run);
  }

  void add_priced(const PreparedStep& step, const PreparedLine& line, Run run) {
    const ResolvedPrice& price = resolved_.prices[line.slot];
    set_amounts(step, line, price, run.line);
    switch (price.unit) {
      case PriceUnit::visit:
      case PriceUnit::day:
        push_emergency_first(step, line, run);
        break;
      case PriceUnit::week:
        push_periods(run, 7);
        break;
      case PriceUnit::month:
        push_periods(run, 30);
        break;
      case PriceUnit::stay:  // a case rate sits on the admission's first day
        run.line.units = run.count;
        run.count = 1;
        push_emergency_first(step, line, run);
        break;
    }
  }

  // One line per period, however many visits fall into it: an opioid treatment program's weekly bundle.
  void push_periods(Run run, std::int32_t days) {
    const Date last = last_date(run);
    run.weekdays = 0;
    run.every_days = days;
    run.count = (last - run.line.date) / days + 1;
    push(run);
  }

  // An emergency lasts until stabilization; what follows is an ordinary stay.
  void push_emergency_first(const PreparedStep& step, const PreparedLine& line, Run run) {
    const bool emergency = step.stated->emergency.known.value_or(false) && is_overnight(step.level);
    if (!emergency) {
      push_spread(line, run);
      return;
    }
    const std::int32_t days = std::min(step.stated->emergency_days.known.value_or(1), run.count);
    Run rest = run;
    run.line.emergency = true;
    run.count = days;
    push_spread(line, run);
    rest.count -= days;
    for (std::int32_t i = 0; i < days; ++i) rest.line.date = next_date(rest, rest.line.date);
    if (rest.count > 0) push_spread(line, rest);
  }

  // More than seven visits a week are several on one day.
  void push_spread(const PreparedLine& line, const Run& run) {
    const std::int32_t per_day = std::max((line.schedule.per_week + 6) / 7, 1);
    for (std::int32_t i = 0; i < per_day; ++i) {
      Run part = run;
      part.count = (run.count + per_day - 1 - i) / per_day;
      if (part.count > 0) push(part);
    }
  }

  void push(Run run) {
    if (run.line.admission != 0) run.line.day_of_admission = run.line.date - admission_.first + 1;
    run.source = static_cast<std::uint16_t>(out_.runs.size());
    out_.runs.push_back(run);
    out_.origins.push_back(origin_);
  }

  const PreparedTreatment& prepared_;
  const PreparedOption& option_;
  const ResolvedTreatment& resolved_;
  std::int32_t readmission_within_;
  Expansion& out_;
  Date today_;
  OpenAdmission admission_;
  RunOrigin origin_;
};

}  // namespace

void expand(const PreparedTreatment& prepared, const PreparedOption& option, const ResolvedTreatment& resolved,
            std::int32_t readmission_within, Expansion& expansion) {
  Expander(prepared, option, resolved, readmission_within, expansion).run();
}

void reprice(const PreparedOption& option, const ResolvedTreatment& resolved, Expansion& expansion) {
  for (std::size_t i = 0; i < expansion.runs.size(); ++i) {
    const RunOrigin& origin = expansion.origins[i];
    const PreparedStep& step = option.steps[origin.step];
    const PreparedLine& line = step.lines[origin.line];
    if (!line.room_and_board) set_amounts(step, line, resolved.prices[line.slot], expansion.runs[i].line);
  }
}

}  // namespace preauth
