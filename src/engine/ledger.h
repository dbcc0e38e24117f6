#pragma once
// Ledger keeps what has been used up while the lines of a course are decided: per benefit year the deductibles, maxima,
// limits and visits of the family and of each person; per admission what belongs to the stay; per person what outlives
// the year. Two benefit years are alive at once, because an admission may keep its lines in the year it began in.
// Nothing is allocated per line, and what a course never touches (other persons, other admissions) is never set up.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "engine/benefit_year.h"
#include "engine/rolling_use.h"
#include "model/accumulators.h"
#include "model/adjudication.h"
#include "model/line.h"
#include "model/terms.h"

namespace preauth {

inline constexpr std::size_t kMostOpenAdmissions = 6;

// One row within one admission. "Settled" is what was charged before the out-of-pocket maximum cut it: what the
// maximum has absorbed is not owed again on the next line.
struct RowUse {
  Money copay_settled;  // per-stay copay
  Money cap_settled;    // copay and coinsurance, for a cap per admission
  Money penalty;        // flat or capped reductions, outside an admission
  Money copay_of_day;
  Money cap_of_day;
  Date day;                     // the day of the two figures above
  std::int32_t copay_days = 0;  // days on which a copay was charged
  bool seen = false;            // an earlier line was adjudicated
};

struct AdmissionUse {
  AdmissionUse() {}  // user-provided: making one sets the members only, not the bytes of every empty optional first
  std::uint16_t number = 0;  // as the lines say; 0: everything outside an admission is one
  std::size_t person = 0;
  std::int32_t first_year = 0;  // benefit year of its first line
  Date last_date;
  Money penalty;  // flat or capped reductions taken so far
  std::array<std::int64_t, kMostLimits> limits{};
  std::array<RowUse, kBenefitCount> rows{};  // by row_of
};

// The benefit row that a line's copays, caps and visits belong to: rows resolved from one row of the plan share them.
constexpr std::size_t row_of(const BenefitTerms& terms, Benefit benefit) {
  return terms.row == kNone ? index(benefit) : static_cast<std::size_t>(terms.row);
}

// What outlives the benefit year.
struct PersonUse {
  PersonUse() {}
  MedicareUse medicare;
  Money episode_penalty;
  Money copay_of_day;  // all copays of `copay_day`, over all benefits
  Date copay_day;
  std::array<std::int64_t, kMostLimits> limits{};  // lifetime, episode, calendar windows, spells of illness
  std::array<Date, kMostLimits> window_end{};      // of calendar windows: the first day of the next one
  AdmissionUse outside;                            // lines that belong to no admission
};

// One person's part of a benefit year.
struct PersonYear {
  PersonYear() {}
  std::array<Money, kMostBuckets> buckets{};
  std::array<Money, kMostBuckets> carries_over{};  // paid in the last months, counted for the next year too
  std::array<Money, kBenefitCount> caps{};         // copay and coinsurance, for caps per year
  std::array<std::int64_t, kMostLimits> limits{};
  std::array<std::int32_t, kMostPools> pools{};
  std::array<std::int32_t, kBenefitCount> visits{};
};

struct YearUse {
  YearUse() {}
  std::int32_t index = 0;
  bool carried = false;  // the year before left something in a deductible
  std::array<Money, kMostBuckets> family{};
  std::array<Money, kMostBuckets> carries_over{};
  std::array<DateRange, kMostBuckets> carry_days{};  // payments on these days carry over
  std::array<std::optional<PersonYear>, kMostPersons> persons{};
};

// Where a line's amounts go. Valid until the next line is entered.
struct Place {
  std::size_t person_index = 0;
  PersonUse* person = nullptr;
  YearUse* year = nullptr;
  PersonYear* own = nullptr;  // the person's part of `year`
  AdmissionUse* admission = nullptr;
  RowUse* row = nullptr;  // of the admission
};

// Days of a stay that the line stands for: a week's price inside an admission is seven of them.
constexpr std::int32_t days_of(const ServiceLine& line) {
  return line.day_of_admission > 0 && line.units > 1 ? line.units : 1;
}

class Ledger {
 public:
  // Terms must outlive the ledger.
  Ledger(const Terms& terms, const Start& start);

  // Opens the benefit year, person and admission of a line. Pre: lines come in date order.
  Place enter(const ServiceLine& line, std::size_t row, Adjudication& result);
  // A stay in hospital begins, goes on, or opens a new benefit period after the gap.
  void enter_hospital(const Place& place, const ServiceLine& line);

  std::int64_t limit_used(const Place& place, std::size_t limit, Date date);
  void use_limit(const Place& place, std::size_t limit, Date date, std::int64_t amount);

  // Adds to a bucket, to no more than its amount.
  void fill(const Place& place, std::size_t bucket, Date date, Money amount);

  // Lines like the last one were decided up to the day of `last`, with no other line between them.
  void pass_to(const Place& place, const ServiceLine& last);
  // The last day of the benefit year that holds the last line's date.
  Date year_end() const { return date_year_.days.last; }
  bool carries_over() const { return carries_over_; }

  // Of the person and benefit year of the last line.
  BucketUse used() const;

 private:
  void place_in_admission(Place& place, const ServiceLine& line, std::size_t row);
  void place_in_year(Place& place, Adjudication& result);
  void begin(const Start& start, Date as_of);
  void start_year(const Start& start, Date as_of);
  void start_limits(const Start& start, Date as_of);
  YearUse& open_year(std::int32_t index);
  void carry_from(const YearUse& before, YearUse& year) const;
  PersonUse& person_of(std::size_t person);
  PersonYear& person_year(YearUse& year, std::size_t person);
  const YearUse* live_year(std::int32_t index) const;
  AdmissionUse& admission_of(const ServiceLine& line, std::size_t person_index, PersonUse& person);
  AdmissionUse& open_admission(const ServiceLine& line, std::size_t person);
  std::int64_t& limit_counter(const Place& place, std::size_t limit, Date date);

  const Terms& terms_;
  std::optional<Start> waiting_;  // a start without a date belongs to the benefit year of the first line
  BenefitYear date_year_;         // of the last line's date
  std::int32_t first_year_ = 0;   // of the start or of the first line, whichever is earlier
  std::int32_t last_year_ = 0;    // of the last line's accumulators
  std::size_t last_person_ = 0;
  std::size_t last_admission_ = 0;
  bool carries_over_ = false;                    // some deductible does
  std::array<std::optional<YearUse>, 2> years_;  // year k lives in slot k mod 2
  std::array<std::optional<PersonUse>, kMostPersons> persons_;
  std::array<std::optional<AdmissionUse>, kMostOpenAdmissions> admissions_;
  std::array<std::int8_t, kMostLimits> rolling_index_{};
  std::vector<RollingUse> rolling_;
};

// What is left of a bucket for one person of a family.
inline Money left_in(const BucketTerms& bucket, Money person_used, Money family_used) {
  const Money person_left = bucket.person - person_used;
  const Money family_left = bucket.family - family_used;
  Money left = person_left;
  switch (bucket.rule) {
    case FamilyRule::embedded:
      if (bucket.has_family) left = bucket.has_person ? least(person_left, family_left) : family_left;
      break;
    case FamilyRule::aggregate:
      if (bucket.has_family) left = family_left;
      break;
    case FamilyRule::per_person:
      break;
  }
  if (bucket.has_person_cap) left = least(left, bucket.person_cap - person_used);
  return not_below_zero(left);
}

inline Money left_in(const BucketTerms& bucket, const Place& place, std::size_t i) {
  return left_in(bucket, place.own->buckets[i], place.year->family[i]);
}

}  // namespace preauth
