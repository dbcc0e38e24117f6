// Random courses of service lines, in date order: visits, stays with professional lines beside the day, readmissions,
// several persons, turns of the benefit year.

#include <algorithm>

#include "property/random_case.h"

namespace preauth {
namespace {

constexpr std::int32_t kYearDays = 365;

struct Person {
  std::uint16_t admission = 0;  // 0: not in a stay
  std::int32_t day = 0;
  std::uint16_t facility = 0;
  FacilityKind kind = FacilityKind::unknown;
  Network network = Network::in;
  Date last_day;
};

std::int32_t random_gap(Dice& dice, bool stays) {
  const std::int64_t kind = dice.below(100);
  if (kind < 20) return 0;
  if (kind < (stays ? 85 : 50)) return 1;
  if (kind < 90) return dice.small(2, 7);
  if (kind < 95) return dice.small(8, 59);
  if (kind < 98) return dice.small(60, 62);
  return dice.small(63, 380);
}

Level level_of(Benefit benefit) { return is_level(benefit) ? static_cast<Level>(benefit) : Level::inpatient; }

Network random_network(Dice& dice, const Theme& theme) {
  if (!theme.out_of_network) return Network::in;
  return dice.chance(50) ? Network::out : dice.pick_up_to(Network::tier2);
}

void set_money(Dice& dice, const Palette& palette, ServiceLine& line) {
  line.allowed = palette.price(dice);
  switch (dice.below(4)) {
    case 0:
      line.billed = line.allowed;
      break;
    case 1:
      line.billed = palette.price(dice);
      break;  // may be below the allowed amount
    default:
      line.billed = line.allowed + palette.amount(dice);
      break;
  }
  line.medicare = dice.chance(80) ? palette.price(dice) : Money();
  line.self_pay = dice.chance(60) ? palette.price(dice) : Money();
}

void set_flags(Dice& dice, const Theme& theme, ServiceLine& line) {
  line.emergency = dice.chance(line.benefit == Benefit::emergency ? 60 : 6);
  line.protected_from_balance = theme.out_of_network && dice.chance(12);
  line.opted_out = theme.rejections && dice.chance(6);
  line.admitted_after = line.benefit == Benefit::emergency && dice.chance(60);
  line.covered_by_plan = !(theme.rejections && dice.chance(6));
  if (theme.authorization && dice.chance(70)) line.auth = dice.pick_up_to(AuthStatus::refused_agreed);
  line.minutes = dice.small(0, 8) * 30;
  if (theme.odd_units) line.units = dice.small(0, 4);
}

// Begins, goes on with or ends the stay of a person. One admission a day and person at most, and returns are joined
// only where nobody else has stays: the engine keeps no more than six admissions, those that ended last.
void live_a_day(Dice& dice, const Theme& theme, Date date, Person& person, std::uint16_t& admissions) {
  if (!theme.stays) return;
  const std::int32_t gap = person.admission == 0 ? 0 : date - person.last_day;
  // A return soon enough may join the admission before: the same number, and its days go on.
  const bool joins = gap <= 1 || (!theme.family && gap < 45 && dice.chance(40));
  if (person.admission != 0 && (!joins || dice.chance(6))) person.admission = 0;
  if (person.admission == 0 && date > person.last_day && dice.chance(75)) {
    person.admission = ++admissions;
    person.day = 0;
    person.last_day = date - 1;
    person.facility = static_cast<std::uint16_t>(dice.between(1, 3));
    person.kind = dice.pick_up_to(FacilityKind::unknown);
    if (theme.medicare && dice.chance(60)) person.kind = FacilityKind::psychiatric_hospital;
    person.network = random_network(dice, theme);
  }
  if (person.admission != 0) {
    person.day += date - person.last_day;
    person.last_day = date;
  }
}

ServiceLine random_line(Dice& dice, const Theme& theme, const Palette& palette, const Person& person) {
  ServiceLine line;
  line.benefit = theme.benefits[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(theme.benefits.size())))];
  line.level = level_of(line.benefit);
  line.network = random_network(dice, theme);
  line.facility_kind = dice.pick_up_to(FacilityKind::unknown);
  line.facility = static_cast<std::uint16_t>(dice.below(3));
  line.order = dice.pick_up_to(DayOrder::other);
  line.step = 1;
  if (person.admission != 0 && dice.chance(90)) {
    line.admission = person.admission;
    line.day_of_admission = person.day;
    line.facility = person.facility;
    line.facility_kind = person.kind;
    if (dice.chance(80)) line.network = person.network;
  }
  set_money(dice, palette, line);
  set_flags(dice, theme, line);
  return line;
}

// Often near the end of a benefit year, sometimes in a year after the stated one.
Date first_date(Dice& dice, const Terms& terms) {
  const std::int64_t kind = dice.below(100);
  if (kind < 60) return terms.year.first + dice.small(0, kYearDays - 1);
  if (kind < 90) return terms.year.last - dice.small(0, 12);
  if (kind < 95) return terms.year.first - dice.small(1, 30);
  return terms.year.last + dice.small(1, 400);
}

std::int64_t random_length(Dice& dice, const Theme& theme) {
  const std::int64_t kind = dice.below(1000);
  if (kind < 700) return dice.between(1, 6);
  if (kind < 930) return dice.between(7, 14);
  if (kind < 995) return dice.between(15, 40);
  return theme.medicare ? dice.between(90, 110) : 40;
}

}  // namespace

void fill_lines(Dice& dice, const Theme& theme, const Palette& palette, RandomCase& into) {
  std::array<Person, 4> persons{};
  const std::int64_t person_count = !theme.family ? 1 : theme.stays ? dice.between(2, 3) : dice.between(2, 4);
  std::uint16_t admissions = 0;
  Date date = first_date(dice, into.terms);
  const std::int64_t length = random_length(dice, theme);
  for (std::int64_t i = 0; i < length; ++i) {
    if (i > 0) date = date + random_gap(dice, theme.stays);
    const std::int64_t who = dice.below(person_count);
    Person& person = persons[static_cast<std::size_t>(who)];
    live_a_day(dice, theme, date, person, admissions);
    ServiceLine line = random_line(dice, theme, palette, person);
    line.date = date;
    line.person = static_cast<std::uint16_t>(who);
    into.lines.push_back(line);
  }
}

void fill_start(Dice& dice, const Palette& palette, RandomCase& into) {
  Start& start = into.start;
  if (dice.chance(35)) return;
  const Date first = into.lines.front().date;
  start.as_of = dice.chance(85) ? first - dice.small(0, 20) : first - dice.small(0, 400);
  if (dice.chance(8)) start.as_of.reset();
  for (std::size_t i = 0; i < into.terms.bucket_count; ++i) {
    if (dice.chance(40)) continue;
    start.buckets.person[i] = dice.chance(20) ? into.terms.buckets[i].person : palette.amount(dice);
    start.buckets.family[i] = start.buckets.person[i] + (dice.chance(50) ? palette.amount(dice) : Money());
  }
  for (std::size_t i = 0; i < into.terms.limit_count; ++i) {
    if (dice.chance(40)) start.limits[i] = dice.between(0, std::max<std::int64_t>(1, into.terms.limits[i].quantity));
  }
  for (std::size_t i = 0; i < into.terms.pool_count; ++i) start.pools[i] = dice.small(0, 3);
  for (std::int32_t& visits : start.visits) visits = dice.chance(20) ? dice.small(0, 4) : 0;
  if (!dice.chance(70)) return;
  start.medicare.benefit_period_days = dice.chance(60) ? dice.small(85, 92) : dice.small(0, 62);
  start.medicare.deductible_paid = dice.chance(70) ? into.terms.part_a.deductible : palette.amount(dice);
  start.medicare.reserve_days_used = dice.small(0, 5);
  start.medicare.psychiatric_days_used = dice.small(0, 30);
  if (dice.chance(80)) start.medicare.last_hospital_day = first - dice.small(1, dice.chance(60) ? 5 : 70);
}

}  // namespace preauth
