// How a sheet rounds amounts and cuts long texts.

#include <doctest/doctest.h>

#include "report/sheet_words.h"

namespace preauth {
namespace {

Money usd(std::int64_t dollars, std::int64_t cents = 0) { return Money::cents(dollars * 100 + cents); }

TEST_CASE("amounts_are_rounded_by_their_size_and_ranges_never_get_narrower") {
  struct Row {
    std::string name;
    Money amount;
    Money nearest;
    Money down;
    Money up;
  };
  const std::vector<Row> rows = {
      {"nothing", usd(0), usd(0), usd(0), usd(0)},
      {"cents stay when rounding would say free", usd(0, 50), usd(0, 50), usd(0, 50), usd(5)},
      {"below 100 to 5", usd(63, 88), usd(65), usd(60), usd(65)},                    // 63.88 / 5 = 12.8
      {"below 1,000 to 50", usd(480), usd(500), usd(450), usd(500)},                 // 480 / 50 = 9.6
      {"on a step", usd(450), usd(450), usd(450), usd(450)},                         // 450 / 50 = 9
      {"from 1,000 to 100", usd(3'281), usd(3'300), usd(3'200), usd(3'300)},         // 3,281 / 100 = 32.8
      {"one cent above a step", usd(7'500, 1), usd(7'500), usd(7'500), usd(7'600)},  // 7,500.01 / 100 = 75.0001
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(rounded_about(row.amount, Toward::nearest) == row.nearest);
    CHECK(rounded_about(row.amount, Toward::down) == row.down);
    CHECK(rounded_about(row.amount, Toward::up) == row.up);
  }
}

TEST_CASE("a_text_is_cut_once_with_a_mark_and_kept_in_full") {
  SheetCutter cutter(Lang::en);
  CHECK(cutter.cut("short", 10) == "short");
  CHECK(cutter.cut("abcdefghijklm", 10) == "abcdefghi… [1]");  // nine letters and the sign are ten columns
  CHECK(cutter.cut("abcdefghijklm", 10) == "abcdefghi… [1]");  // the same text has one place in the appendix
  CHECK(cutter.cut("another long text", 7) == "anothe… [2]");
  const std::vector<SheetCut> cuts = cutter.take();
  REQUIRE(cuts.size() == 2);
  CHECK(cuts[0].number == 1);
  CHECK(cuts[0].text == "abcdefghijklm");
  CHECK(cuts[1].text == "another long text");
}

TEST_CASE("what_was_shortened_elsewhere_is_marked_only_when_it_was_cut") {
  SheetCutter cutter(Lang::en);
  CHECK(cutter.marked("My plan", "My plan") == "My plan");
  CHECK(cutter.marked("To be continued…", "To be continued…") == "To be continued…");
  CHECK(cutter.marked("My pl…", "My plan") == "My pl… [1]");
  CHECK(cutter.take().size() == 1);
}

}  // namespace
}  // namespace preauth
