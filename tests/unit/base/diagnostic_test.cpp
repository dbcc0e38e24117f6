#include "base/diagnostic.h"

#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "base/text.h"

namespace preauth {
namespace {

Diagnostic problem(Span at, std::string message, std::string help = "") {
  Diagnostic diagnostic;
  diagnostic.id = "plan.test";
  diagnostic.at = at;
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return diagnostic;
}

TEST_CASE("a_diagnostic_shows_the_place_the_line_a_caret_and_what_to_type") {
  SourceSet sources;
  const std::int32_t file = sources.add("plans/acme.toml", std::string(13, '\n') + "coinsurance = \"150%\"\n");
  const Diagnostic diagnostic = problem({file, 27, 33}, "coinsurance must be between 0% and 100%",
                                        "write the share YOU pay, for example \"20%\"");
  CHECK(render(diagnostic, sources) ==
        "plans/acme.toml:14:15: error: coinsurance must be between 0% and 100% [plan.test]\n"
        "   14 | coinsurance = \"150%\"\n"
        "      |               ^~~~~~\n"
        "help: write the share YOU pay, for example \"20%\"\n");
}

TEST_CASE("a_problem_without_a_place_names_the_program") {
  CHECK(render(problem({}, "no such file"), SourceSet()) == "preauth: error: no such file [plan.test]\n");
}

TEST_CASE("carets_stand_under_the_place_after_tabs_and_wide_characters") {
  SourceSet sources;
  // \t is shown as one space, é is one column, 日本 are two columns each: 1 + 1 + 4 = 6 columns before x.
  const std::int32_t file = sources.add("f.toml", "\t\xC3\xA9\xE6\x97\xA5\xE6\x9C\xACx = 1\n");
  CHECK(render(problem({file, 9, 10}, "m"), sources) ==
        "f.toml:1:5: error: m [plan.test]\n"
        "    1 |  \xC3\xA9\xE6\x97\xA5\xE6\x9C\xACx = 1\n"
        "      |       ^\n");
}

TEST_CASE("control_characters_of_the_file_are_shown_not_sent") {
  SourceSet sources;
  const std::int32_t file = sources.add("f\x1b.toml", "a = \"\x1b[2J\"\n");
  CHECK(render(problem({file, 4, 10}, "bad \x1b[31m text"), sources) ==
        "f\\x1b.toml:1:5: error: bad \\x1b[31m text [plan.test]\n"
        "    1 | a = \"\\x1b[2J\"\n"
        "      |     ^~~~~~~~~\n");
}

TEST_CASE("long_lines_are_cut_around_the_place") {
  SourceSet sources;
  const std::string line = "key = \"" + std::string(200, 'a') + "BAD" + std::string(200, 'b') + "\"";
  const std::int32_t file = sources.add("f.toml", line + "\n");
  // 72 columns: 24 before (... and 21), BAD, 45 after (42 and ...).
  CHECK(render(problem({file, 207, 210}, "m"), sources) ==
        "f.toml:1:208: error: m [plan.test]\n"
        "    1 | ..." +
            std::string(21, 'a') + "BAD" + std::string(42, 'b') + "...\n" + "      | " + std::string(24, ' ') +
            "^~~\n");
}

TEST_CASE("a_line_of_megabytes_is_not_shown_whole") {
  SourceSet sources;
  const std::int32_t file = sources.add("f.toml", std::string(4'000'000, 'a'));
  const std::string text = render(problem({file, 1'000'000, 3'000'000}, "m"), sources);
  CHECK(text.size() < 300);
  CHECK(text.find("f.toml:1:1000001: error") == 0);
}

TEST_CASE("a_span_over_several_lines_marks_the_first") {
  SourceSet sources;
  const std::int32_t file = sources.add("f.toml", "steps = [\n  1,\n]\n");
  CHECK(render(problem({file, 8, 16}, "m"), sources) ==
        "f.toml:1:9: error: m [plan.test]\n"
        "    1 | steps = [\n"
        "      |         ^\n");
}

TEST_CASE("an_empty_line_has_no_excerpt") {
  SourceSet sources;
  const std::int32_t file = sources.add("empty.toml", "");
  CHECK(render(problem({file, 0, 0}, "m"), sources) == "empty.toml:1:1: error: m [plan.test]\n");
}

TEST_CASE("related_places_follow_as_notes") {
  SourceSet sources;
  const std::int32_t file = sources.add("f.toml", "a = 1\na = 2\n");
  Diagnostic diagnostic = problem({file, 6, 7}, "`a` is stated twice");
  diagnostic.severity = Severity::warning;
  diagnostic.related.push_back({{file, 0, 1}, "first stated here"});
  CHECK(render(diagnostic, sources) ==
        "f.toml:2:1: warning: `a` is stated twice [plan.test]\n"
        "    2 | a = 2\n"
        "      | ^\n"
        "f.toml:1:1: note: first stated here\n"
        "    1 | a = 1\n"
        "      | ^\n");
}

TEST_CASE("color_only_adds_escape_sequences") {
  SourceSet sources;
  const std::int32_t file = sources.add("f.toml", "a = 1\n");
  const std::string text = render(problem({file, 0, 1}, "m", "h"), sources, true);
  CHECK(text ==
        "\x1b[1mf.toml:1:1:\x1b[0m \x1b[1;31merror:\x1b[0m m [plan.test]\n"
        "    1 | a = 1\n"
        "      | \x1b[1;32m^\x1b[0m\n"
        "\x1b[1mhelp:\x1b[0m h\n");
}

TEST_CASE("diagnostics_are_counted_and_bounded") {
  Diagnostics diagnostics;
  for (int i = 0; i < 250; ++i) diagnostics.add(problem({}, "m"));
  Diagnostic warning = problem({}, "w");
  warning.severity = Severity::warning;
  diagnostics.add(warning);
  CHECK(diagnostics.all().size() == Diagnostics::kMost);
  CHECK(diagnostics.count_errors() == 250);
  CHECK(diagnostics.count_warnings() == 1);
  CHECK(diagnostics.count_left_out() == 51);  // 250 + 1 - 200
  CHECK(diagnostics.has_errors());
}

TEST_CASE("diagnostics_sort_by_file_place_and_severity") {
  Diagnostics diagnostics;
  diagnostics.add(problem({1, 0, 1}, "other file"));
  diagnostics.add(problem({0, 9, 10}, "later"));
  Diagnostic warning = problem({0, 4, 5}, "warning");
  warning.severity = Severity::warning;
  diagnostics.add(warning);
  diagnostics.add(problem({0, 4, 5}, "error"));
  diagnostics.sort_by_place();
  const std::vector<Diagnostic>& all = diagnostics.all();
  REQUIRE(all.size() == 4);
  CHECK(all[0].message == "error");
  CHECK(all[1].message == "warning");
  CHECK(all[2].message == "later");
  CHECK(all[3].message == "other file");
}

}  // namespace
}  // namespace preauth
