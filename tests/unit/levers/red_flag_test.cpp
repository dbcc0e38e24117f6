// What is worth asking about in a plan beside its amounts.

#include <string>

#include <doctest/doctest.h>

#include "case.h"
#include "reference/library.h"

using namespace preauth;
using namespace preauth::test;

namespace {

const std::string kSixteenVisits = mental_health_client() + R"(
[[options]]
id = "outpatient"
steps = [{ level = "outpatient", schedule = "1 visit/week for 16 weeks", price = { allowed = "$100" } }]
)";

const char* kClean = R"(
[benefits.office-visit]
in = "$30 copay; deductible does not apply"
[benefits.outpatient]
in = "$30 copay; deductible does not apply"
)";

Comparison of(const std::string& plan_text, const std::string& course = kSixteenVisits) {
  return quick_estimate(plan(plan_text), treatment(course), "2026-02-01");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("a_clean_plan_raises_nothing") { CHECK(of(gold(kClean)).flags.empty()); }

TEST_CASE("plans_of_the_library_raise_what_can_be_read_in_them") {
  struct Row {
    std::string name;
    std::vector<std::string> ids;
  };
  const std::vector<Row> rows = {
      {"blank", {}},
      {"uhc-gold-standard-2026", {}},
      {"bcbs-louisiana-blue-max-copay-50-50-2026", {}},
      {"florida-blue-gold-1505-2023", {}},
      {"maryland-medicaid", {}},
      {"example-self-funded-ppo-2026", {"parity-authorization"}},  // every program, and no row besides
      {"example-hsa-hdhp-2026", {"parity-authorization"}},
      {"example-short-term-2026", {"limit-hit", "outside-short-term"}},  // 10 visits a year, 16 planned
      {"original-medicare-2026", {"outside-medicare"}},
      {"tricare-prime-adfm", {"outside-tricare"}},
  };
  const std::string iop =
      "[[options]]\nid = \"iop\"\nsteps = [{ level = \"iop\", schedule = \"3 days/week for 9 weeks\" }]\n";
  for (const Row& row : rows) {
    CAPTURE(row.name);
    for (const LibraryFile& file : library_plans()) {
      if (file.name == row.name) CHECK(flag_ids(of(without_schema(file.text), kSixteenVisits + iop)) == row.ids);
    }
  }
}

TEST_CASE("a_limit_that_will_be_hit_says_by_how_much") {
  struct Row {
    std::string limit;
    std::string beyond;
  };
  // 16 visits of 45 to 60 minutes at $100, of which the plan pays 70 after the copay.
  for (const Row& row : {Row{"10 visits per year", "6 visits"}, Row{"15 visits per year", "1 visit"}}) {
    CAPTURE(row.limit);
    const Comparison result = of(gold(std::string(kClean) + "limit = \"" + row.limit + "\"\n"));
    CHECK(flag(result, "limit-hit").value == row.beyond);
    CHECK(flag(result, "limit-hit").field == "benefits.outpatient.limit");
    CHECK(flag(result, "limit-hit").options == std::vector<std::string>{"outpatient"});
  }
  // $70 a visit: 14 visits are $980, and $50 of the 15th and all of the 16th are left: 16 × 70 − 1,000 = 120; but once
  // the money is used up the visit is not covered at all, so the 16th counts with its billed 100: 50 + 100 = 150.
  const Comparison dollars = of(gold(std::string(kClean) + "limit = \"$1,000 per year\"\n"));
  CHECK(flag(dollars, "limit-hit").value == "$150");
  CHECK(flag_ids(of(gold(std::string(kClean) + "limit = \"16 visits per year\"\n"))) ==
        std::vector<std::string>{"parity-limit"});
}

TEST_CASE("coverage_that_ends_inside_the_treatment_names_its_last_day") {
  const std::string late = replaced(kSixteenVisits, "start = 2026-02-02", "start = 2026-11-02");
  const Comparison result = of(gold(kClean), late);
  CHECK(flag(result, "coverage-ends").value == "2026-12-31");
  CHECK(flag(result, "coverage-ends").field == "plan.year");
  // A treatment that begins in the next year is that year's.
  CHECK(of(gold(kClean), replaced(kSixteenVisits, "start = 2026-02-02", "start = 2027-02-01")).flags.empty());
}

TEST_CASE("plans_outside_the_parity_and_benefit_laws_say_so") {
  struct Row {
    std::string kind;
    std::vector<std::string> ids;
  };
  for (const Row& row :
       {Row{"short-term", {"outside-short-term"}}, Row{"sharing-ministry", {"outside-sharing-ministry"}},
        Row{"medicare-advantage", {"outside-medicare"}}, Row{"tricare", {"outside-tricare"}}, Row{"ppo", {}},
        Row{"fehb", {}}}) {
    CAPTURE(row.kind);
    CHECK(flag_ids(of(replaced(gold(kClean), "\"hmo\"", "\"" + row.kind + "\""))) == row.ids);
  }
  const std::string grandfathered =
      replaced(gold(kClean), "kind = \"hmo\"\n", "kind = \"hmo\"\ngrandfathered = true\n");
  CHECK(flag_ids(of(grandfathered)) == std::vector<std::string>{"outside-grandfathered"});
  const std::string self_funded = replaced(gold(kClean), "\"insured\"", "\"self-funded\"");
  CHECK(flag_ids(of(self_funded)) == std::vector<std::string>{"outside-small-employer"});
  CHECK(of(replaced(self_funded, "kind =", "market = \"large group\"\nkind =")).flags.empty());
}

TEST_CASE("an_hsa_plan_that_contradicts_the_law_is_asked_about") {
  const std::string hsa = replaced(gold(""), "kind = \"hmo\"", "kind = \"hdhp\"");
  const std::string after = "[benefits.outpatient]\nin = \"20% coinsurance after deductible\"\n";
  CHECK(of(hsa + after).flags.empty());  // 2026: deductible at least 1,700, maximum at most 8,500
  const Comparison copay = of(hsa + "[benefits.outpatient]\nin = \"$30 copay; deductible does not apply\"\n");
  CHECK(flag_ids(copay) == std::vector<std::string>{"hdhp-first-dollar"});
  CHECK(flag(copay, "hdhp-first-dollar").value == "outpatient");
  CHECK(flag(copay, "hdhp-first-dollar").field == "benefits.outpatient.in");
  const Comparison low = of(replaced(hsa, "$2,000", "$1,699") + after);
  CHECK(flag(low, "hdhp-deductible").value == "$1,700");
  CHECK(of(replaced(hsa, "$2,000", "$1,700") + after).flags.empty());
  const Comparison high = of(replaced(hsa, "$8,200", "$8,500.01") + after);
  CHECK(flag(high, "hdhp-maximum").value == "$8,500");
  CHECK(of(replaced(hsa, "$8,200", "$8,500") + after).flags.empty());
  // Individual bronze plans are HSA-qualified since 2026, whatever they pay first.
  const std::string bronze = replaced(hsa, "kind =", "metal = \"bronze\"\nmarket = \"individual\"\nkind =");
  CHECK(of(bronze + "[benefits.outpatient]\nin = \"$30 copay; deductible does not apply\"\n").flags.empty());
}
