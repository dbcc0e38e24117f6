// The lines that --dry-run shows.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "report/answer_changes.h"

namespace preauth {
namespace {

// "-2 b" was line 2; "+2 c" stands below line 2 now.
std::string changes(const std::string& before, const std::string& after) {
  std::string text;
  for (const ChangedLine& line : changed_lines(before, after)) {
    text += (line.added ? "+" : "-") + std::to_string(line.number) + " " + line.text + "\n";
  }
  return text;
}

TEST_CASE("only_the_lines_that_differ_are_shown") {
  CHECK(changes("a\nb\nc\n", "a\nb\nc\n") == "");
  CHECK(changes("a\nb\nc\n", "a\nB\nc\n") == "-2 b\n+2 B\n");
  CHECK(changes("a\nb\nc\n", "a\nb\nnew\nc\n") == "+2 new\n");
  CHECK(changes("a\nb\nc\n", "b\nc\n") == "-1 a\n");
  CHECK(changes("a\n\nb\n\nc\n", "a\nx\n\nb\ny\n\nc\n") == "+1 x\n+3 y\n");
  CHECK(changes("", "a\nb") == "+0 a\n+0 b\n");
  CHECK(changes("a\r\nb\r\n", "a\r\nB\r\n") == "-2 b\n+2 B\n");
}

TEST_CASE("texts_too_long_to_compare_are_shown_whole") {
  std::string before;
  std::string after;
  // 2,100 x 2,100 cells are more than four million.
  for (int i = 0; i < 2'100; ++i) before += "a" + std::to_string(i) + "\n";
  for (int i = 0; i < 2'100; ++i) after += "b" + std::to_string(i) + "\n";
  CHECK(changed_lines(before, after).size() == 4'200);
}

}  // namespace
}  // namespace preauth
