// Behavioral rules without a medical twin.

#include <string>

#include <doctest/doctest.h>

#include "case.h"

using namespace preauth;
using namespace preauth::test;

namespace {

const std::string kCourse = mental_health_client() + R"(
[[options]]
id = "outpatient"
steps = [{ level = "outpatient", schedule = "1 visit/week for 8 weeks", price = { allowed = "$100" } }]
[[options]]
id = "iop"
steps = [{ level = "iop", schedule = "3 days/week for 2 weeks", price = { allowed = "$300/day" } }]
[[options]]
id = "program"
steps = [{ level = "residential", schedule = "10 days", room_and_board = "included", price = { allowed = "$500/day" } }]
)";

Comparison of(const std::string& rows) { return quick_estimate(plan(gold(rows)), treatment(kCourse), "2026-02-01"); }

std::string row(std::string_view name, std::string_view in, std::string_view more = "") {
  return "[benefits." + std::string(name) + "]\nin = \"" + std::string(in) + "\"\n" + std::string(more);
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a_higher_share_than_the_medical_row_of_the_same_shape_is_asked_about") {
  struct Row {
    std::string behavioral;
    std::string medical;
    bool asked;
  };
  const std::vector<Row> rows = {
      {"$40 copay; deductible does not apply", "$30 copay; deductible does not apply", true},
      {"$30 copay; deductible does not apply", "$30 copay; deductible does not apply", false},
      {"$29 copay; deductible does not apply", "$30 copay; deductible does not apply", false},
      {"30% coinsurance after deductible", "20% coinsurance after deductible", true},
      {"20% coinsurance after deductible", "20% coinsurance after deductible", false},
      {"20% coinsurance after deductible", "$30 copay; deductible does not apply",
       false},  // cannot be told at a glance
      {"$40 copay after deductible", "$30 copay; deductible does not apply", false},
      {"first 3 visits $0, then $40 copay; deductible does not apply", "$30 copay; deductible does not apply", false},
      {"not covered", "$30 copay; deductible does not apply", false},
  };
  for (const Row& each : rows) {
    CAPTURE(each.behavioral);
    const Comparison result = of(row("outpatient", each.behavioral) + row("office-visit", each.medical));
    CHECK(flag_ids(result) == (each.asked ? Ids{"parity-share-office-visit"} : Ids{}));
  }
  const Comparison result =
      of(row("iop", "40% coinsurance after deductible") + row("outpatient-other", "20% coinsurance after deductible") +
         row("residential", "$500 copay per stay after deductible") +
         row("inpatient-facility", "$300 copay per stay after deductible"));
  CHECK(flag_ids(result) == Ids{"parity-share-outpatient-other", "parity-share-inpatient-facility"});
  CHECK(flag(result, "parity-share-outpatient-other").options == Ids{"iop"});
  CHECK(flag(result, "parity-share-inpatient-facility").field == "benefits.residential.in");
}

TEST_CASE("a_limit_on_behavioral_care_alone_is_asked_about") {
  const std::string limited =
      row("outpatient", "$30 copay; deductible does not apply", "limit = \"20 visits per year\"\n");
  const Comparison alone = of(limited);
  CHECK(flag_ids(alone) == Ids{"parity-limit"});
  CHECK(flag(alone, "parity-limit").value == "20 visits per year");
  CHECK(flag(alone, "parity-limit").options == Ids{"outpatient"});
  const std::string visit = "$30 copay; deductible does not apply";
  CHECK(of(limited + row("office-visit", visit, "limit = \"20 visits per year\"\n")).flags.empty());
  CHECK(flag_ids(of(limited + row("office-visit", visit, "limit = \"21 visits per year\"\n"))) == Ids{"parity-limit"});
  CHECK(of(row("aftercare", visit, "limit = \"20 visits per year\"\n")).flags.empty());  // no option falls under it
}

TEST_CASE("a_behavioral_deductible_of_its_own_is_asked_about") {
  const std::string separate =
      "[[deductible.separate]]\nname = \"behavioral\"\nbenefits = [\"outpatient\", \"iop\"]\nin = { individual = "
      "\"$500\" }\n";
  const Comparison result = of(separate + row("outpatient", "$30 copay after deductible"));
  CHECK(flag_ids(result) == Ids{"parity-deductible"});
  CHECK(flag(result, "parity-deductible").options == Ids{"outpatient", "iop"});
}

TEST_CASE("authorization_of_every_program_and_of_no_medical_care_is_asked_about") {
  const std::string share = "20% coinsurance after deductible";
  const std::string needed = "prior_auth = { required = true }\n";
  const std::string none = "prior_auth = \"none\"\n";
  const std::string programs =
      row("iop", share, needed) + row("php", share, needed) + row("residential", share, needed);
  CHECK(flag_ids(of(programs + row("office-visit", share, none))) == Ids{"parity-authorization"});
  CHECK(of(programs + row("office-visit", share, needed)).flags.empty());
  CHECK(of(programs + row("office-visit", share)).flags.empty());  // not said
  CHECK(
      of(row("iop", share, needed) + row("residential", share, none) + row("office-visit", share, none)).flags.empty());
}

TEST_CASE("residential_left_out_beside_covered_hospital_stays_is_asked_about") {
  const std::string share = "20% coinsurance after deductible";
  const Comparison result = of(row("residential", "not covered") + row("inpatient", share));
  CHECK(flag_ids(result) == Ids{"parity-residential"});
  CHECK(flag(result, "parity-residential").options == Ids{"program"});
  CHECK(of(row("residential", "not covered") + row("inpatient", "not covered")).flags.empty());
  const auto excluded = [&](const std::string& benefits, const std::string& condition) {
    return of(row("inpatient", share) + "[[exclusions]]\nwhat = \"x\"\nquote = \"x\"\npage = \"1\"\nbenefits = [" +
              benefits + "]\n" + condition);
  };
  CHECK(flag_ids(excluded("\"residential\"", "")) == Ids{"parity-residential"});
  CHECK(excluded("\"residential\", \"inpatient\"", "").flags.empty());
  CHECK(excluded("\"residential\"", "condition = \"substance use\"\n").flags.empty());  // the client has another
}
