#pragma once
// Terms, lines and expectations in a few words, for the tests of adjudication. A plan built here covers every benefit
// in every network for nothing until a test says otherwise; a line bills exactly what is allowed.

#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "engine/adjudicate.h"
#include "model/accumulators.h"
#include "model/adjudication.h"
#include "model/line.h"
#include "model/terms.h"

namespace preauth::testing {

constexpr Money usd(std::int64_t dollars, std::int64_t cents = 0) { return Money::cents(dollars * 100 + cents); }
inline Date day(int year, int month, int day_of_month) { return *Date::from_civil(year, month, day_of_month); }
constexpr Rate percent(std::int64_t whole) { return Rate::percent(whole); }

constexpr NetworkMask kOnlyIn = mask(Network::in);
constexpr NetworkMask kOnlyOut = mask(Network::out);

// The share of one row, changed word by word: Pays().copay(usd(40)).after_deductible().
struct Pays {
  ShareTerms terms;
  Pays() { terms.deductible = DeductibleOrder::does_not_apply; }
  Pays& after_deductible() { return order(DeductibleOrder::deductible_first); }
  Pays& with_deductible() { return order(DeductibleOrder::copay_first); }
  Pays& order(DeductibleOrder order) {
    terms.deductible = order;
    return *this;
  }
  Pays& copay(Money amount, CopayPer per = CopayPer::visit) {
    terms.copay = amount;
    terms.copay_per = per;
    return *this;
  }
  Pays& at_most_days(std::int32_t days) {
    terms.copay_days = days;
    return *this;
  }
  Pays& rate(Rate rate) {
    terms.coinsurance = rate;
    return *this;
  }
  Pays& cap(Money amount, CapPer per) {
    terms.has_cap = true;
    terms.cap = amount;
    terms.cap_per = per;
    return *this;
  }
  Pays& days(std::int32_t first, std::int32_t last, Money amount, Rate coinsurance = Rate()) {
    terms.bands[terms.band_count++] = {first, last, amount, coinsurance};
    return *this;
  }
};

struct Build {
  Terms terms;

  Build() {
    terms.year = {day(2026, 1, 1), day(2026, 12, 31)};
    for (auto& networks : terms.benefits) {
      for (BenefitTerms& row : networks) {
        row.tiers[0] = Pays().terms;
        row.authorization.required = true;  // with no consequence until a test states one
      }
    }
  }
  // The row of a benefit in every network, or in one.
  Build& row(Benefit benefit, const Pays& share) {
    for (BenefitTerms& row : terms.benefits[index(benefit)]) row.tiers[0] = share.terms;
    return *this;
  }
  Build& row(Benefit benefit, Network network, const Pays& share) {
    terms.of(benefit, network).tiers[0] = share.terms;
    return *this;
  }
  // "first n visits …, then …"
  Build& tiers(Benefit benefit, std::int32_t visits, const Pays& first, const Pays& then, std::int8_t pool = kNone) {
    for (BenefitTerms& row : terms.benefits[index(benefit)]) {
      row.tier_count = 2;
      row.tier_visits[0] = visits;
      row.tiers[0] = first.terms;
      row.tiers[1] = then.terms;
      row.pool = pool;
    }
    return *this;
  }
  BucketTerms& bucket(BucketKind kind, Money person) {
    BucketTerms& bucket = terms.buckets[terms.bucket_count++];
    bucket.kind = kind;
    bucket.person = person;
    return bucket;
  }
  Build& deductible(Money person) {
    bucket(BucketKind::deductible, person);
    return *this;
  }
  Build& maximum(Money person) {
    bucket(BucketKind::out_of_pocket, person);
    return *this;
  }
  LimitTerms& limit(Benefit benefit, LimitUnit unit, LimitPeriod period, std::int64_t quantity) {
    LimitTerms& limit = terms.limits[terms.limit_count++];
    limit.benefits = mask(benefit);
    limit.unit = unit;
    limit.period = period;
    limit.quantity = quantity;
    return limit;
  }
  Build& each(Benefit benefit, void (*change)(BenefitTerms&)) {
    for (BenefitTerms& row : terms.benefits[index(benefit)]) change(row);
    return *this;
  }
};

inline ServiceLine visit(Date date, Money allowed, Benefit benefit = Benefit::outpatient) {
  ServiceLine line;
  line.date = date;
  line.benefit = benefit;
  line.billed = allowed;
  line.allowed = allowed;
  return line;
}

inline ServiceLine out_of_network(ServiceLine line, Money billed) {
  line.network = Network::out;
  line.billed = billed;
  return line;
}

// The n-th day of a stay that began on `first`.
inline ServiceLine stay_day(Date first, std::int32_t n, Money allowed, Benefit benefit = Benefit::inpatient,
                            std::uint16_t admission = 1) {
  ServiceLine line = visit(first + (n - 1), allowed, benefit);
  line.level = Level::inpatient;
  line.order = DayOrder::facility;
  line.facility_kind = FacilityKind::hospital;
  line.admission = admission;
  line.day_of_admission = n;
  return line;
}

inline std::vector<ServiceLine> stay(Date first, std::int32_t days, Money allowed, Benefit benefit = Benefit::inpatient,
                                     std::uint16_t admission = 1) {
  std::vector<ServiceLine> lines;
  for (std::int32_t n = 1; n <= days; ++n) lines.push_back(stay_day(first, n, allowed, benefit, admission));
  return lines;
}

inline std::vector<ServiceLine> visits(Date first, std::int32_t count, std::int32_t every_days, Money allowed,
                                       Benefit benefit = Benefit::outpatient) {
  std::vector<ServiceLine> lines;
  for (std::int32_t n = 0; n < count; ++n) lines.push_back(visit(first + n * every_days, allowed, benefit));
  return lines;
}

inline std::vector<ServiceLine> operator+(std::vector<ServiceLine> a, const std::vector<ServiceLine>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

inline std::vector<Adjudication> adjudicate_all(const Terms& terms, const std::vector<ServiceLine>& lines,
                                                const Start& start = Start()) {
  Adjudicator adjudicator(terms, start);
  std::vector<Adjudication> results;
  for (const ServiceLine& line : lines) results.push_back(adjudicator.adjudicate(line));
  return results;
}

inline Amounts total_of(const Terms& terms, const std::vector<ServiceLine>& lines, const Start& start = Start()) {
  Amounts total;
  for (const Adjudication& result : adjudicate_all(terms, lines, start)) total += result.amounts;
  return total;
}

inline Adjudication only_line(const Terms& terms, const ServiceLine& line, const Start& start = Start()) {
  return Adjudicator(terms, start).adjudicate(line);
}

inline bool mattered(const Adjudication& result, Mattered what) {
  return (result.mattered & static_cast<MatteredMask>(what)) != 0;
}

// The patient's part of each line, to be compared as a whole.
inline std::vector<std::int64_t> patient_dollars(const std::vector<Adjudication>& results) {
  std::vector<std::int64_t> dollars;
  for (const Adjudication& result : results) dollars.push_back(result.amounts.patient().count_cents() / 100);
  return dollars;
}

// "CO-45 20000; PR-1 50000": group, code and cents in the order posted.
inline std::string adjustments_of(const Adjudication& result) {
  constexpr const char* kGroups[] = {"CO", "PR", "PI", "OA"};
  std::string text;
  for (std::size_t i = 0; i < result.adjustment_count; ++i) {
    const Adjustment& adjustment = result.adjustments[i];
    if (!text.empty()) text += "; ";
    text += std::string(kGroups[static_cast<std::size_t>(adjustment.group)]) + "-" + std::to_string(adjustment.code) +
            " " + std::to_string(adjustment.amount.count_cents());
  }
  return text;
}

}  // namespace preauth::testing

namespace doctest {
template <>
struct StringMaker<preauth::Money> {
  static String convert(preauth::Money amount) { return (std::to_string(amount.count_cents()) + " cents").c_str(); }
};
template <>
struct StringMaker<std::vector<std::int64_t>> {
  static String convert(const std::vector<std::int64_t>& values) {
    std::string text;
    for (const std::int64_t value : values) text += std::to_string(value) + " ";
    return text.c_str();
  }
};
}  // namespace doctest
