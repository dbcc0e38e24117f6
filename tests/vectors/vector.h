#pragma once
// A Vector is a worked example somebody else published: where it stands, the plan's terms, the claims and the amounts
// it gives. Amounts are whole dollars, as the sources print them. Expected amounts that a source leaves out are not
// checked.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/accumulators.h"
#include "model/line.h"
#include "model/terms.h"

namespace preauth {

using Dollars = std::int64_t;

struct Expected {
  std::optional<Dollars> deductible = {};
  std::optional<Dollars> copay = {};
  std::optional<Dollars> coinsurance = {};
  std::optional<Dollars> not_covered = {};
  std::optional<Dollars> penalty = {};
  std::optional<Dollars> balance_bill = {};
  std::optional<Dollars> write_off = {};
  std::optional<Dollars> patient = {};
  std::optional<Dollars> plan = {};
};

// Used up after the last claim, of the first deductible and the first out-of-pocket maximum.
struct ExpectedUse {
  std::optional<Dollars> deductible = {};
  std::optional<Dollars> family_deductible = {};
  std::optional<Dollars> maximum = {};
};

struct Vector {
  std::string id = {};       // of the collection of published examples, or a name
  std::string origin = {};   // who published it
  std::string reading = {};  // which plan fields make it true, where that is not plain
  Terms terms = {};
  Start start = {};
  std::vector<ServiceLine> lines = {};
  std::vector<Expected> expected = {};  // per line; may be empty
  Expected total = {};
  ExpectedUse used = {};
};

// What the examples say of a plan.
struct PlanFacts {
  std::optional<Dollars> deductible = {};
  std::optional<Dollars> family_deductible = {};
  bool aggregate_deductible = false;
  std::optional<Dollars> maximum = {};
  std::optional<Dollars> family_maximum = {};
  Dollars copay = 0;
  CopayPer copay_per = CopayPer::visit;
  std::int32_t copay_days = 0;
  std::int64_t coinsurance_percent = 0;
  DeductibleOrder order = DeductibleOrder::deductible_first;
};
// Every benefit in every network on these terms, benefit year 2026.
Terms plan_of(const PlanFacts& facts);
ShareTerms share_of(const PlanFacts& facts);

struct ClaimFacts {
  Dollars allowed = 0;
  std::optional<Dollars> billed = {};  // as allowed when not given
  Benefit benefit = Benefit::outpatient;
  Network network = Network::in;
  std::uint16_t person = 0;
  Date date = *Date::from_civil(2026, 1, 12);
};
ServiceLine claim(const ClaimFacts& facts);
std::vector<ServiceLine> visits(std::int32_t count, const ClaimFacts& facts);  // one a week
std::vector<ServiceLine> stay(std::int32_t days, const ClaimFacts& facts);     // one admission, one line a day

std::vector<Vector> deductible_and_maximum_vectors();
std::vector<Vector> copay_and_stay_vectors();
std::vector<Vector> medicare_vectors();

}  // namespace preauth
