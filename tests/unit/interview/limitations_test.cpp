// The last column of the table: kept word for word, and read where it is plain.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/phrase.h"
#include "talk.h"

namespace preauth::test {
namespace {

std::string required_of(const BenefitRow& row) {
  const Known<bool>& known = row.prior_auth.required.known;
  return known.is_exact() ? (known.value() ? "yes" : "no") : "?";
}

std::string penalty_of(const PenaltyRule& rule) {
  if (!rule.kind.known.is_exact()) return "?";
  switch (rule.kind.known.value()) {
    case PenaltyKind::none:
      return "none";
    case PenaltyKind::denied:
      return "denied";
    case PenaltyKind::percent:
      return canonical(rule.percent.known.value()) +
             (rule.cap.known.is_exact() ? " to " + canonical(rule.cap.known.value()) : "") +
             (rule.base.known.is_exact() && rule.base.known.value() == PenaltyBase::allowed ? " of allowed" : "");
    case PenaltyKind::flat:
      return canonical(rule.flat.known.value());
  }
  return "";
}

TEST_CASE("limitations_are_read_where_they_are_plain") {
  struct Row {
    std::string cell;
    std::string required;
    std::string penalty;
    std::string limit;
  };
  const std::vector<Row> rows = {
      {"None", "?", "?", ""},
      {"Preauthorization is required.", "yes", "?", ""},
      {"Prior authorization is not required.", "no", "?", ""},
      {"Preauthorization may be required.", "?", "?", ""},
      {"Preauthorization required; benefits reduced by 50% up to $500", "yes", "50% to $500", ""},
      {"Preauthorization is required. If you don't get preauthorization, benefits could be reduced by 50% of the total "
       "cost of the service.",
       "yes", "50% of allowed", ""},
      {"Preauthorization required; not covered without", "yes", "denied", ""},
      {"Precertification required. $300 penalty without it.", "yes", "$300", ""},
      // Says nothing about care in the network.
      {"$250 penalty for no out-of-network precertification", "?", "?", ""},
      {"Limited to 60 days per year", "?", "?", "60 days per year"},
      {"Coverage is limited to 60 visits annual max (limit not applicable to MH/SUD)", "?", "?", "none"},
      {"Preauthorization is required. 30 visits/calendar year", "yes", "?", "30 visits per year"},
      {"Call within 2 days of admission", "?", "?", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cell);
    Talk talk;
    talk.go_to("Inpatient services, last column");
    const std::string said = talk.say(row.cell);
    CAPTURE(said);
    const Plan plan = talk.plan();
    const BenefitRow& inpatient = plan.row(Benefit::inpatient);
    CHECK(required_of(inpatient) == row.required);
    CHECK(penalty_of(inpatient.prior_auth.never_requested) == row.penalty);
    const std::string limit =
        inpatient.no_limit ? "none" : (inpatient.limits.empty() ? "" : canonical(inpatient.limits.front()));
    CHECK(limit == row.limit);
    CHECK(talk.file().find("x-limitations = \"" + row.cell + "\"") != std::string::npos);
  }
}

}  // namespace
}  // namespace preauth::test
