#pragma once
// The plan phrase language: what "$40 copay after deductible" or "first 3 visits $0, then 20%" means, and the canonical
// words for a meaning. A small hand-written recursive-descent parser with positions, so that an error points at the
// word. Grammar and meanings: docs in DESIGN.md, "Phrases".
// Wording decides silent phrases: under `puf` a bare "$40" or "20%" skips the deductible; under `sbc` a bare "20%"
// comes after the deductible and a bare "$40 copay" or "no charge" is unknown (unless `hdhp`: always after).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/known.h"
#include "model/cost_share.h"
#include "model/plan.h"
#include "model/treatment.h"

namespace preauth {

// What is wrong inside a phrase and where; offsets are bytes of the phrase.
struct PhraseProblem {
  enum class Kind : std::uint8_t {
    empty, unexpected_word, missing_amount, missing_percent_sign, rate_out_of_range, negative_amount, too_large,
    bad_range, bad_days, days_overlap, days_gap, contradiction, cannot_model, trailing_text, too_long, bad_number
  };
  Kind kind = Kind::unexpected_word;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string detail;       // the word, for the message; a suggestion or the precise reason it cannot be modelled
  std::string suggestion;
};

template <class T>
struct PhraseResult {
  std::optional<T> value;               // empty when problems has one
  std::vector<PhraseProblem> problems;
};

struct PhraseContext {
  Wording wording = Wording::sbc;
  bool hdhp = false;
  bool out_of_network = false;          // `puf`: 100% out of network means not covered
};

// "$35 office visit and 20% other outpatient": one SBC cell for two benefits.
struct SplitPhrase {
  CostShare office_visit;
  CostShare other_outpatient;
};

// Where a phrase leaves the order open: a tier that says nothing before one that states the deductible goes without it
// ("first 10 visits $10, then 30% after deductible"); a copay "with deductible" beside a rate "after deductible" is
// copay, deductible, rate; "$40 copay, then deductible" is copay first. "for the first 5 days" alone is copay_days,
// with an amount for later days it is a day schedule. A schedule says nothing about days after its last range.
PhraseResult<CostShare> parse_cost_share(std::string_view phrase, PhraseContext context);
// Empty value without problems when the phrase is not a split one.
PhraseResult<SplitPhrase> parse_split(std::string_view phrase, PhraseContext context);
// Joins the two PUF columns (copay, coinsurance) of one tier: copay, then coinsurance; the deductible as whichever of
// them states it (both: "with" before "after"). "Not Applicable" and blank state no step; when both columns do, the
// result is empty without problems: nothing is stated. `out_of_network` makes 100% mean not covered. Offsets of
// problems count through both columns as if one space stood between them.
PhraseResult<CostShare> parse_puf_columns(std::string_view copay, std::string_view coinsurance, bool out_of_network);
// Medicare Plan Finder cells: "In-network: $35 copay ; Out-of-network: 50% coinsurance", "$290 per day for days 1-7 ;
// $0 per day for days 8-90 ; $0 per stay". A network the cell does not name is empty; amounts without a network stand
// in `in` (the column tells which it is). Silent deductibles as under `sbc`. Days of lifetime reserve are counted on
// from the last ordinary day ("days 1-60" of the reserve after day 90 are days 91-150 of the stay).
struct NetworkedShares {
  std::optional<CostShare> in;
  std::optional<CostShare> tier2;
  std::optional<CostShare> out;
};
PhraseResult<NetworkedShares> parse_plan_finder(std::string_view cell);

// Canonical form: always states the deductible; parses to the same CostShare under either wording. A share whose
// deductible is unknown is written "…; deductible unknown".
std::string canonical(const CostShare& share);
std::string canonical(const SplitPhrase& split);

// "60 days per year", "30 visits per benefit period", "20 hours/year", "$5,000 per lifetime", "1 visit per 12 months
// rolling", "10 days per stay", "3 visits per 6 months", "none". PUF units: "Visit(s) per Year", "Days per Admission"
// with a quantity before them. `benefits` and `networks` of the result are left for the caller.
struct LimitPhrase {
  bool none = false;
  LimitRule rule;
};
PhraseResult<LimitPhrase> parse_limit(std::string_view phrase);
std::string canonical(const LimitRule& limit);

// "3 days/week for 9 weeks", "28 days", "1 visit/week for 12..20 weeks", "6..12 weeks" (of the level's usual week),
// "Mon/Wed/Fri for 9 weeks", "weekdays for 3 weeks", "36 visits", "1 visit", "every 4 weeks for 6 months", "1 month".
// Months are the nearest whole weeks (1 is 4, 3 is 13, 6 is 26). Counts end at 20,000.
PhraseResult<Schedule> parse_schedule(std::string_view phrase);
std::string canonical(const Schedule& schedule);
// What a line beside the facility's day repeats on: "day" or "visit" (each one of the step: per_day), "week", "2/week",
// "stay" (or "once"), "every 7 days", "4 weeks", "Mon/Thu". No count, for it runs as long as the step; a stay counts 1.
PhraseResult<Schedule> parse_every(std::string_view phrase);

// Amounts and rates: "2000", "$2,000.50", "$250..$400", "$250-$400", "20%", "unknown".
PhraseResult<Known<Money>> parse_money(std::string_view text);
PhraseResult<Known<Rate>> parse_rate(std::string_view text);
// "$319.38/day", "$250..$400/day", "$9,800/stay"; without a unit it is for each visit.
PhraseResult<Known<PriceText>> parse_price(std::string_view text);
// "5 days", "every 3 days", "7..10 days": a count of days. Weeks count seven.
PhraseResult<Known<std::int32_t>> parse_days(std::string_view text);
// "50%, at most $500", "$500 per admission", "denied", "none", "50% of allowed", "20% up to $1,000 per admission".
PhraseResult<PenaltyRule> parse_penalty(std::string_view text);
// "140% of Medicare", "60% of billed", "$200", "contracted", "unknown".
PhraseResult<OutOfNetworkRule> parse_out_method(std::string_view text);
// "$30,000" and "none" and "not covered".
PhraseResult<Known<PlanAmount>> parse_plan_amount(std::string_view text);

std::string canonical(Money money);   // "$2,000", "$2,000.50"
std::string canonical(Rate rate);     // "20%", "12.5%"
std::string canonical(const PriceText& price);

}  // namespace preauth
