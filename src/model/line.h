#pragma once
// ServiceLine is one priced service on one day, as a claim would carry it; Run is a template line and the dates it
// repeats on. Expansion yields runs, never a list of lines: 27 IOP days are one Run. All amounts are for the line.

#include <cstdint>

#include "base/date.h"
#include "base/money.h"
#include "model/vocabulary.h"

namespace preauth {

// What became of the authorization for a line. Set by the authorization scenario, not by the plan.
enum class AuthStatus : std::uint8_t {
  as_required,  // approved, or none needed
  never_requested,
  late,           // before the request was made
  refused,        // not medically necessary (CARC 50)
  refused_agreed  // refused, and the patient had agreed in writing beforehand to pay
};

// Same-day order of lines: admission facility, professional, drug, laboratory, then everything else in file order.
enum class DayOrder : std::uint8_t { facility, professional, drug, laboratory, other };

struct ServiceLine {
  Date date;
  Benefit benefit = Benefit::outpatient;
  Level level = Level::outpatient;
  Network network = Network::in;
  FacilityKind facility_kind = FacilityKind::unknown;
  AuthStatus auth = AuthStatus::as_required;
  DayOrder order = DayOrder::other;
  bool emergency = false;  // until stabilization: in-network share, no balance bill, no authorization penalty
  bool protected_from_balance = false;  // out-of-network professional at an in-network hospital, no valid consent
  bool opted_out = false;               // Medicare: a clinician who opted out; full charge, nothing accrues
  bool admitted_after = false;          // an emergency visit that led to an admission
  bool covered_by_plan = true;  // false: room and board outside the per diem, sober living and other excluded extras
  std::uint16_t step = 0;       // 1-based step of the option
  std::uint16_t facility = 0;   // 1-based facility of the treatment; 0: none named
  std::uint16_t admission = 0;  // 0: not part of an admission; else the same number for all its lines
  std::uint16_t person = 0;     // 0: the client. Others only to use up family amounts in tests.
  std::int32_t day_of_admission = 0;  // 1-based; 0 outside an admission
  std::int32_t minutes = 0;           // of service, for limits in hours
  std::int32_t units = 1;             // visits or days this line uses up
  Money billed;
  Money allowed;   // contracted amount in network; the plan's own figure out of network when it has one
  Money medicare;  // Medicare's amount for the same service, for percent-of-Medicare methods
  Money self_pay;  // what an uninsured patient is asked; zero: none stated, billed applies
};

// The template repeats on every day of the pattern from template.date on, `count` times; inside an admission its day of
// admission grows with the date.
struct Run {
  ServiceLine line;
  std::int32_t count = 1;
  std::uint8_t weekdays = 0;    // bit 0 = Monday; used when not zero: the given days of each week
  std::int32_t every_days = 1;  // used when weekdays is zero
  std::uint16_t source = 0;     // index of the step line it came from, for explanations
};

// The date of the line after `date` in the run's pattern.
Date next_date(const Run& run, Date date);
Date last_date(const Run& run);
// The date `lines` lines after `date` in the pattern. Pre: lines >= 0.
Date date_after(const Run& run, Date date, std::int32_t lines);
// How many dates of the pattern come after `date`, up to and including `last`.
std::int32_t lines_until(const Run& run, Date date, Date last);

}  // namespace preauth
