// Cells that are read without the phrase language, and those that are left to it.

#include "batch/quick_value.h"

#include <string_view>

#include <doctest/doctest.h>

namespace preauth {
namespace {

struct Read {
  std::string_view text;
  std::int64_t cents;
  std::string_view rest;
};

TEST_CASE("amounts_as_exports_write_them_are_read_at_once") {
  for (const Read& read :
       {Read{"500", 50'000, ""}, Read{"$500", 50'000, ""}, Read{"0", 0, ""}, Read{"$1,234.50", 123'450, ""},
        Read{"1234.05", 123'405, ""}, Read{"$310/day", 31'000, "/day"}, Read{"$0.99 per visit", 99, " per visit"},
        Read{"999,999,999", 99'999'999'900, ""}}) {
    CAPTURE(read.text);
    const std::optional<QuickAmount> amount = read_quick_amount(read.text);
    REQUIRE(amount);
    CHECK(amount->amount.count_cents() == read.cents);
    CHECK(amount->rest == read.rest);
  }
}

TEST_CASE("anything_else_is_left_to_the_phrase_language") {
  for (const std::string_view text :
       {"",      "$",        "unknown", "-5",  "$-5",        "007",     "1,23",      "12,34,567", "1,2345", "1.5",
        "1.234", "$20..$40", "5 to 10", "1e5", "1234567890", "twice 5", "$12.3/day", ",100",      "1.",     ".50"}) {
    CAPTURE(text);
    CHECK_FALSE(read_quick_amount(text));
  }
}

}  // namespace
}  // namespace preauth
