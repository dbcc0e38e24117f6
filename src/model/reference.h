#pragma once
// Reference data the binary carries: legal limits by year, Medicare amounts, reference prices, default schedules,
// codes. Every value has a source and a date, and a grade: A official or two sources agree, B one secondary source, C
// from general knowledge ("assumed"), D derived by arithmetic. Generated from data/*.toml; a value that could not be
// sourced is absent. All strings are views into static storage.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/date.h"
#include "base/money.h"
#include "model/treatment.h"
#include "model/vocabulary.h"

namespace preauth {

enum class Grade : char { A = 'A', B = 'B', C = 'C', D = 'D' };

struct Citation {
  std::string_view title;  // "HHS/CMS revised 2026 limits, 2025-06-25"
  std::string_view url;    // may be empty
  std::string_view date;   // as precise as known: "2025-06" or "2025-06-25"
  Grade grade = Grade::C;
};

// An amount of one year, absent when not found.
struct CitedMoney {
  std::optional<Money> amount;
  Citation citation;
};

struct YearLimits {
  int year = 0;
  CitedMoney aca_self;  // federal out-of-pocket maximum, self-only / family
  CitedMoney aca_family;
  CitedMoney hdhp_deductible_self;  // least deductible of an HSA-qualified plan
  CitedMoney hdhp_deductible_family;
  CitedMoney hdhp_max_self;  // greatest out-of-pocket maximum of an HSA-qualified plan
  CitedMoney hdhp_max_family;
  CitedMoney part_a_deductible;
  CitedMoney part_a_day_61_90;
  CitedMoney part_a_reserve_day;
  CitedMoney part_b_deductible;
  CitedMoney part_d_cap;
  CitedMoney part_d_deductible;
};

// A usual price of one unit of a benefit, used when no price is stated. likely lies between low and high.
struct ReferencePrice {
  Benefit benefit = Benefit::outpatient;
  std::string_view facility;  // "hospital", "freestanding", "office", "" any
  int year = 0;
  PriceUnit unit = PriceUnit::visit;
  UnitPrice low;
  UnitPrice likely;
  UnitPrice high;
  std::optional<UnitPrice> medicare;  // Medicare's own amount, where there is one
  std::string_view code;              // "G0410-series", "90837"; own-words label beside it
  std::string_view label;
  Citation citation;        // of likely
  Citation range_citation;  // of low and high
};

// billed ÷ allowed out of network when no billed charge is stated: a range, never 1.
struct ChargeMultiple {
  Rate low;
  Rate likely;
  Rate high;
  Citation citation;
};

struct LevelInfo {
  Level level = Level::outpatient;
  std::string_view name;        // "Intensive outpatient (IOP)"
  std::string_view short_name;  // "IOP"
  std::string_view plain;       // one sentence for a worried reader
  std::string_view asam3;       // ASAM level, 3rd edition; may be empty
  std::string_view asam4;       // 4th edition
  std::string_view codes;       // usual procedure and revenue codes
  std::string_view schedule;    // default schedule in the schedule language; "28 days"
  std::string_view length_low;  // the usual range in the same words: "9 visits" … may be empty
  std::string_view length_high;
  std::int32_t minutes = 0;  // of service per unit, for limits in hours
  Citation schedule_citation;
  Citation asam_citation;
  Citation codes_citation;
};

// A default the engine needs where a plan is silent: the cost share of an unknown row, and so on.
struct DefaultTerm {
  std::string_view id;     // "unknown-share.likely"
  std::string_view value;  // in the words of a plan file: "20% coinsurance after deductible"
  Citation citation;
};

// A state law on authorization of substance-use treatment. It binds insured plans only. Days are days of treatment.
struct StateRule {
  std::string_view state;  // "NY"
  std::string_view text;
  BenefitMask levels = 0;         // levels of care (as benefit rows) that need no authorization
  BenefitMask review_levels = 0;  // those of them that are not reviewed at first
  NetworkMask networks = kAllNetworks;
  bool never_authorization = false;  // without an end; otherwise for days_without_authorization
  bool counts_whole_year = false;    // the days of all stays of a year are counted together, not each stay anew
  std::int32_t days_without_authorization = 0;
  std::int32_t days_without_review = 0;
  std::int32_t notice_hours = 0;          // the provider tells the plan of the admission within so many hours …
  std::int32_t notice_business_days = 0;  // … or business days
  Citation citation;
};

// How fast a plan of one kind must decide. A figure of 0 was not found.
struct DecisionClock {
  std::string_view id;  // "erisa"
  std::int32_t urgent_hours = 0;
  std::int32_t standard_days = 0;
  std::string_view since;  // the day from which standard_days holds; may be empty
  std::int32_t standard_days_before = 0;
  std::int32_t extension_hours = 0;        // an urgent request for more of an approved treatment …
  std::int32_t extension_ahead_hours = 0;  // … made so long before the approval ends
  std::int32_t appeal_hours = 0;           // an urgent appeal
  std::int32_t appeal_days = 0;            // time to appeal
  bool coverage_continues = false;         // while an urgent appeal about treatment under way is pending
  Citation citation;
};

// Which share of the requests for a level of care is refused: published figures, wide, never about one person.
struct RefusalChance {
  Level level = Level::outpatient;
  Rate low;
  Rate likely;
  Rate high;
  Citation citation;
};

// One question of the catalogue. text and why are shown as they stand; {level} in text is replaced by the levels asked
// about. field is a path of a plan or treatment file, with LOC for the level's benefit row and FACILITY for the place;
// several paths are separated by blanks.
struct QuestionInfo {
  std::string_view id;   // "C6"
  std::string_view ask;  // "insurer", "facility", "pharmacy", "employer"
  std::string_view text;
  std::string_view why;
  std::string_view field;
  std::int32_t priority = 2;  // 1 changes the bill by thousands … 3 paperwork
  bool always = false;        // asked whatever the files say
  bool classic = false;       // one of the four every patient is told to ask
  std::string_view source;
  std::string_view when;     // what raises it: words of engine/question_words.h, alternatives separated by " or "
  std::string_view answers;  // examples of what its field takes, separated by " | "; " // " between fields
};

// How a question is put together about one level of care, several, or none.
struct QuestionWords {
  std::string_view several;                           // "For {levels}: {question}"
  std::string_view each;                              // stands for {level} then
  std::string_view this_care;                         // stands for {level} where no level is named
  std::string_view last;                              // between the last two levels: "and"
  std::array<std::string_view, kBenefitCount> names;  // inside a sentence
};

struct ReferenceData {
  std::string_view version;           // date of the newest value: "2026-11-21"
  std::span<const YearLimits> years;  // ascending
  std::span<const ReferencePrice> prices;
  std::span<const LevelInfo> levels;  // in order of Level
  std::span<const DefaultTerm> defaults;
  std::span<const StateRule> states;
  std::span<const DecisionClock> clocks;
  std::span<const RefusalChance> chances;
  std::span<const QuestionInfo> questions;  // in catalogue order: A1 … L5, P1 … P6
  QuestionWords question_words;
  ChargeMultiple out_of_network_charge;

  const LevelInfo& of(Level level) const { return levels[index(level)]; }
  const QuestionInfo* question(std::string_view id) const {
    for (const QuestionInfo& info : questions) {
      if (info.id == id) return &info;
    }
    return nullptr;
  }
  const DefaultTerm* default_term(std::string_view id) const {
    for (const DefaultTerm& term : defaults) {
      if (term.id == id) return &term;
    }
    return nullptr;
  }
  const StateRule* state(std::string_view id) const {
    for (const StateRule& rule : states) {
      if (rule.state == id) return &rule;
    }
    return nullptr;
  }
  const DecisionClock* clock(std::string_view id) const {
    for (const DecisionClock& clock : clocks) {
      if (clock.id == id) return &clock;
    }
    return nullptr;
  }
  const RefusalChance* chance_of(Level level) const {
    for (const RefusalChance& chance : chances) {
      if (chance.level == level) return &chance;
    }
    return nullptr;
  }
  const YearLimits* limits_of(int year) const {
    for (const YearLimits& limits : years) {
      if (limits.year == year) return &limits;
    }
    return nullptr;
  }
};

}  // namespace preauth
