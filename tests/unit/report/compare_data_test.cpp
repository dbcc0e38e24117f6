// compare as JSON, CSV and Markdown.

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "report/compare_report.h"
#include "sample.h"

namespace preauth {
namespace {

Comparison small() {
  Comparison comparison = sample::comparison();
  comparison.options = {sample::iop()};
  comparison.options.front().lines.resize(1);
  comparison.questions.resize(1);
  comparison.questions.front().text = "Which line?";
  return comparison;
}

// 4,000 = 900 + 2,000 + 1,100; 4,000 = 1,850 + 2,000 + 150; 4,000 = 374.50 + 2,000 + 1,625.50.
TEST_CASE("json_has_the_documented_keys_in_order") {
  CHECK(compare_json(small(), false) == R"({
  "schema": "preauth.compare/1",
  "engine": "0.1.0",
  "as_of": "2026-01-05",
  "seed": "1",
  "draws": 0,
  "plans": [
    {"id": "uhc-gold-standard-2026", "name": "UHC Gold Standard", "sha256": "00ff"}
  ],
  "treatment": {"id": "C-1042", "sha256": null},
  "options": [
    {
      "id": "iop",
      "plan": "uhc-gold-standard-2026",
      "title": "IOP, 3 days a week, 9 weeks",
      "levels": ["iop"],
      "first_day": "2026-01-12",
      "last_day": "2026-03-13",
      "likely": {"billed": "4000.00", "allowed": "2000.00", "plan_pays": "900.00", "write_off": "2000.00", )"
                                        R"("deductible": "800.00", "copay": "0.00", "coinsurance": "300.00", )"
                                        R"("not_covered": "0.00", "penalty": "0.00", "balance_bill": "0.00", )"
                                        R"("patient": "1100.00"},
      "low": {"billed": "4000.00", "allowed": "2000.00", "plan_pays": "1850.00", "write_off": "2000.00", )"
                                        R"("deductible": "0.00", "copay": "150.00", "coinsurance": "0.00", )"
                                        R"("not_covered": "0.00", "penalty": "0.00", "balance_bill": "0.00", )"
                                        R"("patient": "150.00"},
      "high": {"billed": "4000.00", "allowed": "2000.00", "plan_pays": "374.50", "write_off": "2000.00", )"
                                        R"("deductible": "1500.00", "copay": "0.00", "coinsurance": "125.50", )"
                                        R"("not_covered": "0.00", "penalty": "0.00", "balance_bill": "0.00", )"
                                        R"("patient": "1625.50"},
      "capped": "1100.00",
      "uncapped": "0.00",
      "deposit": "0.00",
      "by_year": [{"year": "2026", "patient": "1100.00"}],
      "bands": null,
      "authorization": [
        {
          "step": 1,
          "level": "iop",
          "required": "yes",
          "first_day": "2026-01-12",
          "last_day": "2026-03-13",
          "first_days": 10,
          "then_every": 5,
          "cadence_assumed": false,
          "reviews": [],
          "requested_by": null,
          "requested_by_assumed": false,
          "new_request": false,
          "clock": null,
          "state_rule": null,
          "chance_refused": null,
          "branches": [
            {"branch": "approved", "liable": "none", "patient": "1100.00", "patient_low": "1100.00", "patient_high": "1100.00", "per_day_low": null, "per_day_high": null},
            {"branch": "cut", "liable": "unknown", "patient": "1500.00", "patient_low": "1500.00", "patient_high": "3900.00", "per_day_low": "0.00", )"
                                        R"("per_day_high": "800.00", "from": "2026-02-04"},
            {"branch": "refused", "liable": "provider", "patient": "0.00", "patient_low": "0.00", "patient_high": "0.00", "per_day_low": "0.00", )"
                                        R"("per_day_high": "0.00"}
          ]
        }
      ],
      "tasks": []
    }
  ],
  "assumptions": [
    {"field": "facilities.lakeside.network", "value": "in", "source": null, "assumed": true, )"
                                        R"("options": ["iop"], "text": "facilities.lakeside.network = in"}
  ],
  "questions": [
    {"id": "C6", "ask": "insurer", "text": "Which line?", "field": "benefits.iop.same_as", "swing": null, )"
                                        R"("spread_share": null, "options": ["iop"]}
  ],
  "levers": [],
  "flags": [],
  "warnings": [
    {"id": "no-such-warning", "text": "no-such-warning: x"}
  ]
}
)");
}

TEST_CASE("lines_carry_their_adjustments_and_what_is_used_up") {
  Comparison comparison = small();
  ExplainedLine& line = comparison.options.front().lines.front();
  line.line.network = Network::out;
  line.deductible_used[index(Network::out)] = Money::dollars(7);
  const std::string json = compare_json(comparison, true);
  CHECK(json.find(R"("lines": [
        {"date": "2026-01-12", "step": 1, "level": "iop", "benefit": "iop", "network": "out", "billed": "800.00", )"
                  R"("allowed": "400.00", "plan_pays": "0.00", "write_off": "400.00", "deductible": "400.00", )"
                  R"("copay": "0.00", "coinsurance": "0.00", "not_covered": "0.00", "penalty": "0.00", )"
                  R"("balance_bill": "0.00", "patient": "400.00", "adjustments": [{"group": "CO", "code": "45", )"
                  R"("amount": "400.00", "provision": "facilities.lakeside.prices.iop"}, {"group": "PR", )"
                  R"("code": "1", "amount": "400.00", "provision": "deductible.in"}], "accumulators_after": )"
                  R"({"in": {"deductible": "900.00", "out_of_pocket": "0.00"}, "out": {"deductible": "7.00", )"
                  R"("out_of_pocket": "0.00"}}})") != std::string::npos);
}

TEST_CASE("without_a_price_every_amount_is_null_beside_a_reason") {
  Comparison comparison = small();
  comparison.options.front().unpriced = {"facilities.lakeside.prices.iop.allowed"};
  const std::string json = compare_json(comparison, true);
  CHECK(json.find("\"likely\": null") != std::string::npos);
  CHECK(json.find("\"uncapped\": null") != std::string::npos);
  CHECK(json.find("\"reason\": \"no price is known: facilities.lakeside.prices.iop.allowed\"") != std::string::npos);
  CHECK(json.find("\"lines\": []") != std::string::npos);
  CHECK(json.find("1100.00") == std::string::npos);
  CHECK(compare_csv(comparison, CsvGuard::none).find("1100.00") == std::string::npos);
}

TEST_CASE("swing_and_share_are_decimal_strings") {
  Comparison comparison = small();
  comparison.questions.front().swing = Money::dollars(5400);
  comparison.questions.front().spread_share = Rate::parts_per_million(340'000);
  CHECK(compare_json(comparison, false).find("\"swing\": \"5400.00\", \"spread_share\": \"0.34\"") !=
        std::string::npos);
}

TEST_CASE("csv_has_one_row_per_option_and_guards_text") {
  Comparison comparison = small();
  comparison.options.front().title = "=HYPERLINK(\"http://x\")";
  CHECK(compare_csv(comparison, CsvGuard::spreadsheet) ==
        "plan,option,title,levels,network,first_day,last_day,billed,allowed,plan_pays,write_off,deductible,copay,"
        "coinsurance,not_covered,penalty,balance_bill,patient,low_patient,high_patient,capped,uncapped,"
        "unapproved_day_low,unapproved_day_high,deposit,p10,p50,p90,rank,above_least\r\n"
        "uhc-gold-standard-2026,iop,\"'=HYPERLINK(\"\"http://x\"\")\",iop,in,2026-01-12,2026-03-13,4000.00,2000.00,"
        "900.00,2000.00,800.00,0.00,300.00,0.00,0.00,0.00,1100.00,150.00,1625.50,1100.00,0.00,0.00,800.00,0.00,,,,1,0.00\r\n");
}

TEST_CASE("markdown_is_a_table_and_lists") {
  Comparison comparison = small();
  comparison.options.front().title = "a|b <i>";
  CHECK(compare_md(comparison, Lang::en) ==
        "## UHC Gold Standard 2026 (HMO). Starts 12 Jan 2026, in network.\n"
        "\n"
        "$500 of your $2,000 deductible is met; $7,580 is left to your yearly maximum.\n"
        "\n"
        "|  | likely | could be | on top, no cap |\n"
        "|---|---|---|---|\n"
        "| a\\|b &lt;i&gt; | $1,100 | $150 – $1,626 | $0 – $800 a day \\* |\n"
        "\n"
        "\\* for each day the insurer does not authorize\n"
        "\n"
        "- a\\|b &lt;i&gt; is uncertain: it depends on which line of the benefit table IOP is paid under and the "
        "authorization rules for IOP.\n"
        "\n"
        "## Ask first\n"
        "\n"
        "- C6 (insurer): Which line?\n"
        "\n"
        "preauth questions … prints the whole call script.\n"
        "\n"
        "Assumed: facilities.lakeside.network = in.\n"
        "\n"
        "Note: no-such-warning: x\n"
        "\n"
        "An estimate, not a promise of coverage. Which level of care is safe is a clinical decision: withdrawal from "
        "alcohol, benzodiazepines or opioids can need medical detox. In crisis, call or text 988.\n");
}

TEST_CASE("hostile_text_is_data_in_json") {
  Comparison comparison = small();
  comparison.options.front().id = "a\"b\\c\n\xff";
  const std::string json = compare_json(comparison, false);
  CHECK(json.find(R"("id": "a\"b\\c\n)"
                  "\uFFFD\"") != std::string::npos);
}

}  // namespace
}  // namespace preauth
