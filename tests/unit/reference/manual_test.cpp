#include "generate/manual.h"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

struct Manual {
  Parts parts;
  std::vector<std::string> problems;
};

Manual read(const std::string& text) {
  SourceSet sources;
  Diagnostics diagnostics;
  Manual manual;
  for (const ManualPart& part : read_manual(sources, sources.add("page.1", text), diagnostics)) {
    manual.parts.emplace_back(std::string(part.kind), part.text);
  }
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    manual.problems.push_back(std::to_string(sources[diagnostic.at.file].position(diagnostic.at.begin).line));
  }
  return manual;
}

TEST_CASE("lines_become_paragraphs_and_fonts_are_left_out") {
  CHECK(read(".TH X 1\n.SH NAME\nOne\n.B two\nthree.\n.PP\nNew \\fIfour\\fR\n").parts ==
        Parts{{"heading", "NAME"}, {"paragraph", "One two three."}, {"paragraph", "New four"}});
}

TEST_CASE("fonts_in_turns_join_without_blanks_and_quoted_arguments_keep_theirs") {
  CHECK(read(".BR preauth\\-plan (5),\n.BI \\-\\-set \" PATH\"\n.BR \"a b\" \", \" c .\n").parts ==
        Parts{{"paragraph", "preauth-plan(5), --set PATH a b, c."}});
}

TEST_CASE("a_term_is_one_line_and_what_follows_describes_it") {
  CHECK(read(".TP\n.B id\nA code,\nshort.\n.TP\n.B name\nIts name.\n").parts ==
        Parts{{"term", "id"}, {"description", "A code, short."}, {"term", "name"}, {"description", "Its name."}});
}

TEST_CASE("literal_lines_keep_their_blanks") {
  CHECK(read("Text\n.nf\nin  = \\(dq$40\\(dq\n\n  more \\e\n.fi\nafter\n").parts == Parts{{"paragraph", "Text"},
                                                                                          {"literal", "in  = \"$40\""},
                                                                                          {"literal", ""},
                                                                                          {"literal", "  more \\"},
                                                                                          {"paragraph", "after"}});
}

TEST_CASE("a_request_that_is_not_known_is_a_problem_at_its_line") {
  CHECK(read("Text\n.B bold\n.so other.1\n").problems == std::vector<std::string>{"3"});
  CHECK(read(".\\\" a comment\nText\n").problems.empty());
  CHECK(read(".SH A\n.IP x\n.ft B\n").problems == std::vector<std::string>{"2", "3"});
}

TEST_CASE("the_generated_file_names_pages_and_kinds") {
  const std::string text = emit_manual({{"preauth-plan", {{"heading", "A \"B\""}, {"literal", "x"}}}});
  CHECK(text.find("{ManualKind::heading, \"A \\\"B\\\"\"}") != std::string::npos);
  CHECK(text.find("{\"preauth-plan\", kPage0}") != std::string::npos);
}

}  // namespace
}  // namespace preauth
