#include "base/text.h"

#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

TEST_CASE("utf8_is_checked_strictly") {
  struct Row {
    std::string name;
    std::string bytes;
    std::size_t first_invalid;  // bytes.size() when valid
  };
  const std::vector<Row> rows = {
      {"empty", "", 0},
      {"ascii", "abc", 3},
      {"two, three and four bytes", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 9},
      {"a lone continuation byte", "a\x80", 1},
      {"a byte that never occurs", "ab\xFF", 2},
      {"an overlong slash", "\xC0\xAF", 0},
      {"an overlong three-byte form", "\xE0\x80\xAF", 0},
      {"an overlong four-byte form", "\xF0\x80\x80\xAF", 0},
      {"a surrogate", "\xED\xA0\x80", 0},
      {"above U+10FFFF", "\xF4\x90\x80\x80", 0},
      {"the last code point", "\xF4\x8F\xBF\xBF", 4},
      {"cut short", "a\xE2\x82", 1},
      {"continuation missing in the middle", "\xE2\x28\xA1", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(first_invalid_utf8(row.bytes) == row.first_invalid);
    CHECK(is_valid_utf8(row.bytes) == (row.first_invalid == row.bytes.size()));
  }
}

TEST_CASE("what_could_fool_a_terminal_becomes_visible") {
  CHECK(printable("plain text") == "plain text");
  CHECK(printable("\x1b[31mred") == "\\x1b[31mred");
  CHECK(printable("a\tb") == "a b");
  CHECK(printable("a\nb") == "a\\x0ab");
  CHECK(printable("a\nb", true) == "a\nb");
  CHECK(printable("a\rb", true) == "a\\x0db");
  CHECK(printable("\x7f") == "\\x7f");
  CHECK(printable("\xC2\x9B") == "\\x9b");                // C1: a one-byte escape sequence start
  CHECK(printable("\xE2\x80\xAE") == "\\u202e");          // right-to-left override
  CHECK(printable("\xE2\x81\xA6") == "\\u2066");          // isolate
  CHECK(printable("\xEF\xBB\xBF") == "\\ufeff");          // byte order mark
  CHECK(printable("\xF3\xA0\x80\x81") == "\\U000e0001");  // a tag character
  CHECK(printable("\xFFx") == "\\xffx");
  CHECK(printable("caf\xC3\xA9") == "caf\xC3\xA9");
  CHECK(printable(std::string_view("\0", 1)) == "\\x00");
}

TEST_CASE("the_nearest_word_is_suggested_only_when_it_is_near") {
  constexpr std::array<std::string_view, 8> known = {"deductible", "compare", "check", "explain",
                                                     "in",         "out",     "iop",   "out_of_pocket_max"};
  struct Row {
    std::string word;
    std::string nearest;
  };
  const std::vector<Row> rows = {
      {"deductable", "deductible"},  // one letter
      {"dedcutible", "deductible"},  // two neighbours swapped
      {"Deductible", "deductible"},  // case
      {"comprae", "compare"},        // swapped
      {"chek", "check"},             // one missing
      {"explian", "explain"},
      {"out-of-pocket-max", "out_of_pocket_max"},  // three letters of seventeen
      {"ipo", "iop"},                              // one swap in three letters
      {"zz", ""},                                  // two letters are never a mistake for two others
      {"premium", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(nearest_word(row.word, known) == row.nearest);
  }
  CHECK(nearest_word(std::string(100'000, 'd'), known).empty());
  CHECK(nearest_word("deductible", {}).empty());
}

TEST_CASE("of_two_equally_near_words_the_first_is_suggested") {
  constexpr std::array<std::string_view, 2> known = {"plans", "plank"};
  CHECK(nearest_word("plane", known) == "plans");
}

TEST_CASE("display_width_counts_columns") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("caf\xC3\xA9") == 4);
  CHECK(display_width("e\xCC\x81") == 1);                 // e and a combining acute accent
  CHECK(display_width("\xE6\x97\xA5\xE6\x9C\xAC") == 4);  // two wide characters
  CHECK(display_width("\xF0\x9F\x98\x80") == 2);
  CHECK(display_width("\xE2\x80\x93") == 1);  // en dash
}

TEST_CASE("trim_and_lower_touch_only_ascii") {
  CHECK(trim("  a b \r\n") == "a b");
  CHECK(trim(" \t ").empty());
  CHECK(trim("").empty());
  CHECK(lower_ascii("PLAN \xC3\x89") == "plan \xC3\x89");
}

}  // namespace
}  // namespace preauth
