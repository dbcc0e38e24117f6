#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "base/text.h"
#include "report/compare_report.h"
#include "sample.h"

namespace preauth {
namespace {

int widest(const std::string& text) {
  int widest = 0;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    widest = std::max(widest, display_width(text.substr(at, text.find('\n', at) - at)));
  }
  return widest;
}

std::string without_colour(std::string text) {
  for (const std::string& code : {std::string("\x1b[1m"), std::string("\x1b[0m")}) {
    for (std::size_t at = text.find(code); at != std::string::npos; at = text.find(code)) text.erase(at, code.size());
  }
  return text;
}

// The first screen: 1,100 and 4,000 lie in ranges, 11,780 = 1,500 + 6,080 + 4,200 of which 4,200 has no cap.
TEST_CASE("the_first_screen_answers_first_and_fits_thirty_lines_of_eighty_columns") {
  const std::string text = compare_text(sample::comparison(), {});
  CHECK(text ==
        "UHC Gold Standard 2026 (HMO). Starts 12 Jan 2026, in network.\n"
        "$500 of your $2,000 deductible is met; $7,580 is left to your yearly maximum.\n"
        "\n"
        "                                    likely  could be       on top, no cap\n"
        "Outpatient, weekly, 16 weeks          $480  $480           –\n"
        "IOP, 3 days a week, 9 weeks         $1,100  $150 – $1,626  $0 – $800 a day *\n"
        "Program (residential), 28 days     $11,780  $11,780        incl. $4,200\n"
        "                                                           $0 – $1,400 a day *\n"
        "Hospital stay (inpatient), 7 days   $4,000  $0 – $4,000    –\n"
        "* for each day the insurer does not authorize\n"
        "incl.: already in the likely figure; no yearly maximum stops it\n"
        "“Inpatient rehab” is what insurers call residential: the program.\n"
        "\n"
        "IOP is uncertain: it depends on which line of the benefit table IOP is paid\n"
        "  under and the authorization rules for IOP.\n"
        "Hospital stay (inpatient) is uncertain and could cost $0: it depends on the\n"
        "  plan’s terms for the hospital stay.\n"
        "Program (residential) asks a $2,500 deposit, credited against what you owe.\n"
        "\n"
        "Ask first\n"
        "C6  insurer   Which line of the benefit table is IOP paid under: office visit,\n"
        "              other outpatient, or facility?\n"
        "D1  insurer   Is prior authorization needed for IOP?\n"
        "P1  facility  Which exact codes will you bill?\n"
        "preauth questions … prints the whole call script.\n"
        "\n"
        "Assumed: facilities.lakeside.network = in, for iop.\n"
        "Note: no-such-warning: x\n"
        "An estimate, not a promise of coverage. Which level of care is safe is a\n"
        "clinical decision: withdrawal from alcohol, benzodiazepines or opioids can need\n"
        "medical detox. In crisis, call or text 988.\n");
  CHECK(std::count(text.begin(), text.end(), '\n') <= 32);
  CHECK(widest(text) <= 80);
}

TEST_CASE("a_narrow_screen_gets_blocks_instead_of_columns") {
  Comparison comparison = sample::comparison();
  comparison.options = {sample::iop()};
  comparison.questions.resize(1);
  comparison.warnings.clear();
  CHECK(compare_text(comparison, {40}) ==
        "UHC Gold Standard 2026 (HMO). Starts 12\n"
        "Jan 2026, in network.\n"
        "$500 of your $2,000 deductible is met;\n"
        "$7,580 is left to your yearly maximum.\n"
        "\n"
        "IOP, 3 days a week, 9 weeks\n"
        "  likely: $1,100\n"
        "  could be: $150 – $1,626\n"
        "  on top, no cap: $0 – $800 a day *\n"
        "* for each day the insurer does not\n"
        "  authorize\n"
        "\n"
        "IOP is uncertain: it depends on which\n"
        "  line of the benefit table IOP is paid\n"
        "  under and the authorization rules for\n"
        "  IOP.\n"
        "\n"
        "Ask first\n"
        "C6 (insurer): Which line of the benefit\n"
        "  table is IOP paid under: office visit,\n"
        "  other outpatient, or facility?\n"
        "preauth questions … prints the whole\n"
        "  call script.\n"
        "\n"
        "Assumed: facilities.lakeside.network =\n"
        "in.\n"
        "An estimate, not a promise of coverage.\n"
        "Which level of care is safe is a\n"
        "clinical decision: withdrawal from\n"
        "alcohol, benzodiazepines or opioids can\n"
        "need medical detox. In crisis, call or\n"
        "text 988.\n");
}

TEST_CASE("every_width_is_kept") {
  for (const int width : {40, 47, 60, 66, 72, 79, 80, 100, 200}) {
    CAPTURE(width);
    CHECK(widest(compare_text(sample::comparison(), {width})) <= width);
  }
  CHECK(widest(compare_text(sample::comparison(), {5})) <= 40);
}

TEST_CASE("questions_with_a_swing_show_what_they_settle") {
  Comparison comparison = sample::comparison();
  comparison.questions[0].swing = Money::dollars(5400);
  const std::string wide = compare_text(comparison, {});
  // 80 − 12 for whom − 7 for the amount − 2 × 2 = 57 columns for the question
  CHECK(wide.find("Ask first" + std::string(64, ' ') + "settles\n" +
                  "C6  insurer   Which line of the benefit table is IOP paid under: office   $5,400\n"
                  "              visit, other outpatient, or facility?\n") != std::string::npos);
  CHECK(compare_text(comparison, {40}).find("Settles\n  $5,400.") != std::string::npos);
}

TEST_CASE("colour_changes_nothing_but_colour") {
  TextStyle style;
  style.color = true;
  const std::string coloured = compare_text(sample::comparison(), style);
  CHECK(coloured.find("\x1b[1m$11,780\x1b[0m") != std::string::npos);
  CHECK(without_colour(coloured) == compare_text(sample::comparison(), {}));
}

TEST_CASE("an_ascii_page_is_ascii") {
  TextStyle style;
  style.ascii = true;
  const std::string text = compare_text(sample::comparison(), style);
  CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c == '\n' || (c >= ' ' && c < 0x7F); }));
  CHECK(text.find("$150 - $1,626") != std::string::npos);
}

TEST_CASE("each_plan_has_its_own_block_and_the_questions_come_once") {
  Comparison comparison = sample::comparison();
  comparison.plans.push_back(sample::plan());
  comparison.plans[1].name = "Silver";
  comparison.options = {sample::outpatient(), sample::outpatient()};
  comparison.options[1].plan_index = 1;
  const std::string text = compare_text(comparison, {});
  CHECK(text.find("UHC Gold Standard 2026 (HMO)") < text.find("Silver 2026 (HMO)"));
  CHECK(text.find("Ask first") == text.rfind("Ask first"));
  CHECK(text.find("988") == text.rfind("988"));
}

TEST_CASE("a_comparison_without_a_treatment_file_says_so") {
  Comparison comparison = sample::comparison();
  comparison.treatment.built_in = true;
  CHECK(compare_text(comparison, {}).find("No treatment file was given") != std::string::npos);
}

TEST_CASE("hostile_names_stay_inside_their_place") {
  Comparison comparison = sample::comparison();
  const std::string hostile = "\x1b]0;owned\x07\u202e" + std::string(10'000, 'x') + "\n$0 total";
  comparison.plans.front().name = hostile;
  comparison.options.front().title = hostile;
  comparison.questions.front().text = hostile;
  comparison.questions.front().ask = hostile;
  comparison.assumptions.front().value = hostile;
  comparison.warnings.front().value = hostile;
  const std::string text = compare_text(comparison, {});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(text.find("\u202e") == std::string::npos);
  CHECK(text.find("\n$0 total") == std::string::npos);
  CHECK(widest(text) <= 80);
  CHECK(std::count(text.begin(), text.end(), '\n') < 80);
}

}  // namespace
}  // namespace preauth
