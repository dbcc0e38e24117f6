#pragma once
// What the second adjudicator knows of the past: the plain list of lines it has decided. Nothing is accumulated: what
// is used of a deductible, a limit, a visit tier or a Medicare benefit period is found by going through that list
// again. A "course" is the lines of one admission, or all lines of a person that belong to no admission.

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "model/accumulators.h"
#include "model/adjudication.h"
#include "model/line.h"
#include "model/terms.h"

namespace preauth {

struct Decided {
  ServiceLine line;
  std::size_t number = 0;         // place in the list
  Network network = Network::in;  // whose terms, limits and accumulators applied
  int benefit_year = 0;           // 0 is the plan's stated one
  int year = 0;                   // of the accumulators: always 0 in a plan that never resets them
  bool covered = false;           // not excluded, not past a limit, not denied
  bool hospital_day = false;      // keeps a Medicare benefit period alive, whoever pays
  Amounts amounts;
  Money part_a_deductible;  // these three before an out-of-pocket maximum trimmed them
  Money copay_asked;
  Money coinsurance_asked;
  CopayPer copay_per = CopayPer::visit;
  int copay_days = 0;   // days that were charged a copay by the line
  bool capped = false;  // the visit's share has a cap
  Money cut;            // by which a broken authorization reduced the plan's payment
  PenaltyPer penalty_per = PenaltyPer::line;
  std::map<std::pair<Group, int>, Money> adjustments;  // by group and reason code
};

// One bucket in one benefit year.
struct Filled {
  std::map<int, Money> by_person;
  Money by_family;
  std::map<int, Money> carried_by_person;  // counts for the next year too
  Money carried_by_family;
};

// Medicare hospital days as they stand before a line.
struct HospitalDays {
  int period_days = 0;
  Money deductible_paid;
  int reserve_days_used = 0;
  int psychiatric_days_used = 0;
  std::optional<Date> last_day;           // last night in a hospital
  std::optional<std::size_t> first_line;  // of the period; empty when it began before the first line
};

enum class Scope : std::uint8_t { course, day, year };

class History {
 public:
  History(const Terms& terms, const Start& start) : terms_(terms), start_(start) {}

  void add(Decided decided) { lines_.push_back(std::move(decided)); }
  std::size_t count() const { return lines_.size(); }
  const Decided& last() const { return lines_.back(); }

  // Finds the benefit year that a line about to be decided belongs to.
  void place_in_year(Decided& now);

  // What is used of a bucket in a year of accumulators.
  Filled filled(std::size_t bucket, int year) const;
  Money left_of_bucket(std::size_t bucket, const Decided& now) const;

  // What is used of a limit, in the limit's unit, in the period that holds this line.
  std::int64_t used_of_limit(std::size_t limit, const Decided& now) const;
  // Visits so far of the line's row, and of the pool its row shares.
  std::int64_t visits_of_row(const Decided& now) const;
  std::int64_t visits_of_pool(std::size_t pool, const Decided& now) const;

  Money copay_asked_of_person_today(const Decided& now) const;  // visit and day copays of any row
  Money copay_asked_today(const Decided& now) const;            // visit and day copays of this row and course
  Money copay_asked_of_admission(const Decided& now) const;     // per-admission copays of this row and course
  int days_with_copay(const Decided& now) const;                // of this row and course
  Money asked_under_cap(Scope scope, const Decided& now) const;
  Money penalty_taken(PenaltyPer per, const Decided& now) const;

  HospitalDays hospital_days_before(const Decided& now) const;

 private:
  int year_of(Date date) const;
  Date start_date() const;
  Date first_day_of(int year) const;
  int row_of(Benefit benefit, Network network) const;
  bool same_person(const Decided& earlier, const Decided& now) const;
  bool same_course(const Decided& earlier, const Decided& now) const;
  bool same_row(const Decided& earlier, const Decided& now) const;
  Money filled_by(const BucketTerms& bucket, const Decided& earlier) const;
  bool carries_over(const BucketTerms& bucket, Date paid, int year) const;
  bool in_period(const LimitTerms& limit, const Decided& earlier, const Decided& now) const;
  bool start_in_year(int year) const;
  bool start_in_period(const LimitTerms& limit, const Decided& now) const;

  const Terms& terms_;
  const Start& start_;
  std::vector<Decided> lines_;
  Date first_date_;  // of the first line
};

}  // namespace preauth
