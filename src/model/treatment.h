#pragma once
// Treatment is one treatment file as read: who (a code, never a name), what has been used so far, where, and the
// options to compare. Every value still Known/unknown with its place; engine/expand.h turns an option into runs.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/known.h"
#include "base/money.h"
#include "model/terms.h"
#include "model/vocabulary.h"

namespace preauth {

enum class PriceUnit : std::uint8_t { visit, day, week, month, stay };

std::string_view id(PriceUnit unit);  // "visit"

struct PriceText {                   // "$319.38/day"
  UnitPrice amount;
  PriceUnit unit = PriceUnit::visit;
  friend auto operator<=>(const PriceText&, const PriceText&) = default;
};

struct Price {                       // prices = { iop = { allowed = "$319.38/day", billed = "$780/day" } }
  bool stated = false;
  Provenance provenance;
  Field<PriceText> allowed;
  Field<PriceText> billed;
  Field<PriceText> medicare;         // for plans that pay a percentage of Medicare
  Field<PriceText> self_pay;
};

struct Facility {
  std::string id;
  Span id_at;
  Field<FacilityKind> kind;
  Field<Network> network;
  Field<bool> accepts_assignment;    // Medicare: a participating provider
  Field<bool> opted_out;
  std::array<Price, kBenefitCount> prices;   // by benefit (levels and laboratory, drug, …)
};

// "3 days/week for 9 weeks", "28 days", "6..12 weeks", "1 visit/week for 16 weeks", "weekdays for 3 weeks",
// "Mon/Wed/Fri for 9 weeks", "every 4 weeks for 6 months".
struct Schedule {
  std::int32_t per_week = 0;         // 0: every day, or every `every_days`
  std::uint8_t weekdays = 0;         // when days are named
  std::int32_t every_days = 1;       // when per_week is 0
  bool per_day = false;              // the unit is a day of a stay ("28 days"): billed midnights
  PriceUnit unit = PriceUnit::visit; // what one repetition is called
  Known<std::int32_t> count;         // repetitions in all (derived: 3/week for 9 weeks is 27)
  Known<std::int32_t> weeks;         // as stated, for printing; not stated when the length is in days
  friend bool operator==(const Schedule&, const Schedule&) = default;
};

struct StepLine {                    // a line beside the facility's day
  Provenance provenance;
  Field<Benefit> benefit;
  Field<Network> network;            // not stated: the facility's
  Price price;
  Field<Schedule> every;             // "week", "2/week", "day", "stay"; runs for the length of the step
  Field<bool> consent;               // valid notice and consent to balance billing was given
};

enum class RoomAndBoard : std::uint8_t { included, separate, not_covered };

struct Step {
  Provenance provenance;
  Field<Level> level;
  std::string at;                    // facility id; empty: none named
  Span at_span;
  Field<Schedule> schedule;          // not stated: the level's default, as an assumption
  Field<RoomAndBoard> room_and_board;
  Field<PriceText> room_and_board_price;
  Field<Money> deposit;              // timing only
  Field<std::int32_t> gap_days;      // gap = "3 days": before this step starts
  Field<Date> start;                 // overrides the calendar of the option
  Field<bool> emergency;             // the admission is an emergency until stabilization
  Field<std::int32_t> emergency_days;
  Field<bool> consent;               // the patient agreed in writing to pay if refused
  Price price;                       // overrides the facility's
  std::vector<StepLine> lines;
};

struct Option {
  std::string id;
  std::string title;                 // shown instead of a made-up title; may be empty
  Span id_at;
  std::vector<Step> steps;
};

struct Used {                        // used = { outpatient = "3 visits", residential = "10 days" }
  Provenance provenance;
  Benefit benefit = Benefit::outpatient;
  std::int64_t quantity = 0;
  LimitUnit unit = LimitUnit::visits;
};

struct SoFar {
  bool stated = false;
  Provenance provenance;
  Field<Date> as_of;
  std::array<Field<Money>, kNetworkCount> deductible;         // the person's
  std::array<Field<Money>, kNetworkCount> out_of_pocket;
  std::array<Field<Money>, kNetworkCount> family_deductible;  // the whole family's, the person's share included
  std::array<Field<Money>, kNetworkCount> family_out_of_pocket;
  std::vector<Used> used;
  Field<std::int32_t> benefit_period_days;    // so_far.medicare
  Field<std::int32_t> reserve_days_used;
  Field<std::int32_t> psychiatric_days_used;
  Field<Date> last_hospital_day;
};

struct Life {                        // kept apart from insurance figures
  bool stated = false;
  Field<Money> unpaid_day_off;
  Field<Money> travel_per_visit;
  Field<Money> childcare_per_day;
};

struct Accounts {                    // money set aside for care, whatever the plan says
  bool stated = false;
  Field<Money> hsa;
  Field<Money> hra;
  Field<Money> fsa;
};

struct Treatment {
  std::string id;                    // client.id, or the file's name
  std::int32_t file = kNoFile;
  std::string sha256;
  bool built_in = false;             // no treatment file: the default options
  Field<std::int32_t> age;
  Field<Condition> condition;
  Field<Coverage> coverage;
  Field<Date> start;
  Field<bool> other_coverage;
  SoFar so_far;
  std::vector<Facility> facilities;
  std::vector<Option> options;       // empty: the four default options
  Life life;
  Accounts accounts;
};

}  // namespace preauth
