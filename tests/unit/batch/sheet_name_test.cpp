// File names of sheets: readable where a code is plain, different for different codes, harmless everywhere.

#include "batch/sheet_name.h"

#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "property/dice.h"

namespace preauth {
namespace {

TEST_CASE("a_plain_code_is_read_in_the_name_and_any_other_is_spelled_out") {
  struct Row {
    std::string id;
    std::string name;
  };
  // é is 0xC3 0xA9 = 195 169; e with a combining accent is e 0xCC 0x81 = e 204 129.
  for (const Row& row : std::vector<Row>{{"c17", "sheet-c17.html"},
                                         {"0042_b-1", "sheet-0042_b-1.html"},
                                         {"C-17", "sheet-=c-17.html"},
                                         {"../x", "sheet-=046=046=047x.html"},
                                         {".", "sheet-=046.html"},
                                         {"con", "sheet-con.html"},
                                         {"index", "sheet-index.html"},
                                         {"-rf", "sheet--rf.html"},
                                         {"a b", "sheet-a=032b.html"},
                                         {"=c", "sheet-=061c.html"},
                                         {"\xC3\xA9", "sheet-=195=169.html"},
                                         {"e\xCC\x81", "sheet-e=204=129.html"},
                                         {std::string(1, '\0'), "sheet-=000.html"}}) {
    CAPTURE(row.id);
    CHECK(sheet_name(row.id) == row.name);
  }
  CHECK(sheet_name("c17", 9) == "sheet-c17.row-9.html");
  CHECK(sheet_name("", 9) == "sheet.row-9.html");
}

TEST_CASE("a_long_code_keeps_its_beginning_and_a_name_never_grows_beyond_what_file_systems_take") {
  const std::string long_id(10'000, 'a');
  // sheet- (6), 32 of the code, .sha- (5), 64 digits, .html (5): 112.
  CHECK(sheet_name(long_id).size() == 112);
  CHECK(sheet_name(long_id).starts_with("sheet-" + std::string(32, 'a') + ".sha-"));
  CHECK(sheet_name(long_id) != sheet_name(long_id + "a"));
  // .row- (5) and the 20 digits of the last number there is: 137.
  CHECK(sheet_name(long_id, 18'446'744'073'709'551'615U).size() == 137);
  // 80 characters are written out, 81 are not; a code is never cut in the middle of a byte's three digits.
  CHECK(sheet_name(std::string(80, 'a')) == "sheet-" + std::string(80, 'a') + ".html");
  CHECK(sheet_name(std::string(81, 'a')).size() == 112);
  CHECK(
      sheet_name(std::string(31, 'a') + std::string(100, '!')).starts_with("sheet-" + std::string(31, 'a') + ".sha-"));
}

std::string hostile_id(Dice& dice) {
  static const std::vector<std::string> kPieces = {
      "a",     "A",        "..", "/", "\\", ".",  "=",   "con",    "NUL", "\xC3\xA9", "e", "0",    "061", "index",
      ".html", "\xCC\x81", "-",  "_", " ",  "=a", "row", ".row-2", "sha", "\n",       "~", "$(x)", "%",   "\x7F"};
  std::string id;
  const auto count = dice.between(1, 6);
  for (std::int64_t i = 0; i < count; ++i) {
    id += kPieces[static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(kPieces.size()) - 1))];
  }
  if (dice.between(0, 19) == 0) id += std::string(static_cast<std::size_t>(dice.between(50, 200)), 'b');
  return id;
}

TEST_CASE("no_two_codes_have_one_name_and_no_name_needs_care") {
  Dice dice(7);
  std::map<std::string, std::string> ids_of;
  for (int i = 0; i < 20'000; ++i) {
    const std::string id = hostile_id(dice);
    const std::string name = sheet_name(id);
    CAPTURE(id);
    CAPTURE(name);
    const auto [known, added] = ids_of.emplace(name, id);
    // Small letters only: nothing changes where capitals count for nothing.
    const bool same_code = added || known->second == id;
    const bool harmless = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_=.") == std::string::npos;
    REQUIRE(same_code);
    REQUIRE(harmless);
    REQUIRE(name.starts_with("sheet-"));
    REQUIRE(name.ends_with(".html"));
    REQUIRE(name.size() <= 112);
    REQUIRE(name.find("..") == std::string::npos);
    // A code never has the name of another client's second sheet.
    REQUIRE(name.find(".row-") == std::string::npos);
  }
  CHECK(ids_of.size() > 10'000);
}

}  // namespace
}  // namespace preauth
