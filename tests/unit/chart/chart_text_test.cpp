// The whole chart of a comparison.

#include "report/chart_text.h"

#include <algorithm>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "base/text.h"

using namespace preauth;

namespace {

OptionEstimate option(const std::string& id, std::int64_t low, std::int64_t likely, std::int64_t high) {
  OptionEstimate made;
  made.id = id;
  made.title = id;
  made.plan = "p";
  made.low.copay = Money::dollars(low);
  made.likely.copay = Money::dollars(likely);
  made.high.copay = Money::dollars(high);
  return made;
}

Question question(const std::string& id, std::optional<std::int64_t> swing) {
  Question made;
  made.id = id;
  made.text = "Which line of the benefit table is this care paid under, and who says so?";
  if (swing) made.swing = Money::dollars(*swing);
  return made;
}

Comparison comparison() {
  Comparison made;
  made.plans.resize(1);
  made.plans.front().id = "p";
  made.options = {option("Therapy", 1000, 1000, 1000), option("IOP", 1000, 2500, 4000)};
  return made;
}

TextStyle style(int width, bool ascii) {
  TextStyle made;
  made.width = width;
  made.ascii = ascii;
  return made;
}

int widest(const std::string& text) {
  std::istringstream lines(text);
  int widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

}  // namespace

TEST_CASE("every_row_ends_with_its_figures") {
  // 60 columns less 2, 2 and the 24 of "$2,500 ($1,000 - $4,000)" leave 32: three ticks at most, $0 to $4,000 in 31
  // steps of $129. 1,000: 7.75, 2,500: 19.4, 4,000: 31.
  CHECK(chart_text(comparison(), style(60, true)) ==
        "Range of each option\n"
        "Therapy\n"
        "          O                         $1,000\n"
        "IOP\n"
        "          |----------O-----------|  $2,500 ($1,000 - $4,000)\n"
        "  |---------------+--------------|\n"
        "  $0           $2,000       $4,000\n"
        "O likely, |-| lowest to highest\n");
}

TEST_CASE("a_narrow_page_has_the_figures_below_the_bar") {
  // 40 columns less 2 of indent: 38, three ticks at most, 37 steps of $108: 1,000: 9.25, 2,500: 23.1, 4,000: 37.
  CHECK(chart_text(comparison(), style(40, false)) ==
        "Range of each option\n"
        "Therapy\n"
        "           ●\n"
        "  $1,000\n"
        "IOP\n"
        "           ├─────────────●─────────────┤\n"
        "  $2,500 ($1,000 – $4,000)\n"
        "  ├──────────────────┬─────────────────┤\n"
        "  $0              $2,000          $4,000\n"
        "● likely, ├─┤ lowest to highest\n");
}

TEST_CASE("an_option_without_a_price_says_so_and_does_not_move_the_scale") {
  Comparison with = comparison();
  with.options.push_back(option("Program", 0, 0, 90'000));
  with.options.back().unpriced = {"facilities.f.prices.residential"};
  const std::string text = chart_text(with, style(60, true));
  CHECK(text.find("Program\n  no figure: the price is not known\n") != std::string::npos);
  CHECK(text.find("       $4,000\n") != std::string::npos);
}

TEST_CASE("without_any_price_there_is_no_scale") {
  Comparison none = comparison();
  for (OptionEstimate& each : none.options) each.unpriced = {"facilities.f.prices.iop"};
  CHECK(chart_text(none, style(60, true)) ==
        "Range of each option\n"
        "Therapy\n"
        "  no figure: the price is not known\n"
        "IOP\n"
        "  no figure: the price is not known\n");
}

TEST_CASE("several_plans_share_one_axis_and_are_named") {
  Comparison two = comparison();
  two.plans.resize(2);
  two.plans[0].name = "First";
  two.plans[1].name = "Second";
  two.options[1].plan_index = 1;
  const std::string text = chart_text(two, style(60, true));
  CHECK(text.find("First\nTherapy\n") != std::string::npos);
  CHECK(text.find("Second\nIOP\n") != std::string::npos);
}

TEST_CASE("the_tornado_has_the_greatest_swings_first_and_leaves_out_what_moves_nothing") {
  Comparison asked = comparison();
  asked.questions = {question("A1", std::nullopt), question("C6", 1000), question("D1", 2000), question("E1", 0)};
  const std::string text = chart_text(asked, style(60, true));
  const std::string tornado = text.substr(text.find("Which answers"));
  // 15 columns for the greatest; half of them is 7.5, rounded away from zero.
  CHECK(tornado ==
        "Which answers move it most\n"
        "D1  ###############  $2,000  Which line of the benefit ta...\n"
        "C6  ########         $1,000  Which line of the benefit ta...\n");
  for (int i = 0; i < 12; ++i) asked.questions.push_back(question("X" + std::to_string(i), 10));
  const std::string many = chart_text(asked, style(60, true));
  CHECK(std::count(many.begin(), many.end(), '#') == 15 + 8 + 6);  // eight rows: two and six short ones
}

TEST_CASE("no_line_is_wider_than_the_page") {
  Comparison wide = comparison();
  wide.options.push_back(
      option("A program with a long name that goes on for more than forty columns", 20, 30'000, 90'000));
  wide.questions = {question("C6", 1000)};
  for (int width = 40; width <= 200; ++width) {
    for (const bool ascii : {false, true}) {
      CAPTURE(width);
      CAPTURE(ascii);
      CHECK(widest(chart_text(wide, style(width, ascii))) <= width);
    }
  }
}

TEST_CASE("text_of_a_file_cannot_move_the_cursor") {
  Comparison hostile = comparison();
  hostile.options.front().title = "\x1b[2J\nTherapy";
  hostile.questions = {question("C6", 1000)};
  hostile.questions.front().text = "\x1b]0;title\x07";
  CHECK(chart_text(hostile, style(80, false)).find('\x1b') == std::string::npos);
}
