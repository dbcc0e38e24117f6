// Reading a worksheet, and what is said about one without the files it was written for.

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "sheets.h"

namespace preauth {
namespace {

using test::answer_part;
using Ids = std::vector<std::string>;

struct Loaded {
  SourceSet sources;
  Diagnostics diagnostics;
  Worksheet sheet;
};

Loaded load(const std::string& text) {
  Loaded loaded;
  const std::int32_t file = loaded.sources.add("call.toml", text);
  const std::optional<Node> root = read_toml(loaded.sources, file, loaded.diagnostics);
  REQUIRE(root.has_value());
  loaded.sheet = load_worksheet(*root, loaded.sources, file, loaded.diagnostics);
  return loaded;
}

TEST_CASE("a_sheet_is_read_as_it_was_filled_in") {
  const Loaded loaded = load(
      "schema = \"preauth.worksheet/1\"\n[sheet]\nplan = \"acme\"\nplan_sha256 = \"00\"\ntreatment = \"alex\"\n"
      "treatment_sha256 = \"11\"\nas_of = 2026-01-05\n[call]\ndate = 2026-01-06\nrepresentative = \" Dana  R. \"\n"
      "reference = 12345\n" +
      answer_part("C6", "benefits.iop.same_as", "unknown", "\"outpatient-other\"",
                  "file = \"plan\"\nwords = \"\"\"It goes\nunder other outpatient\"\"\"\n") +
      answer_part("C2", "so_far.deductible.in", "", "500", "evidence = \"portal\"\nsource = \"member site\"\n") +
      answer_part("A2", "plan.year", "", "\"\"") + answer_part("D1", "benefits.iop.prior_auth.required", "", "true") +
      answer_part("C3", "benefits.iop.in", "", "\"unknown\"") + "[[notes]]\nid = \"A1\"\nwords = \"active\"\n");
  CHECK(loaded.diagnostics.all().empty());
  const Worksheet& sheet = loaded.sheet;
  CHECK(sheet.plan.text == "acme");
  CHECK(sheet.treatment_sha256.text == "11");
  CHECK(sheet.as_of == parse_date("2026-01-05"));
  CHECK(sheet.call_date == parse_date("2026-01-06"));
  CHECK(sheet.representative == "Dana R.");
  CHECK(sheet.reference == "12345");
  CHECK(sheet.notes == 1);
  REQUIRE(sheet.answers.size() == 5);
  CHECK(sheet.answers[0].value.text == "outpatient-other");
  CHECK(sheet.answers[0].words == "It goes under other outpatient");
  CHECK(sheet.answers[0].evidence == Evidence::call);
  CHECK(sheet.answers[1].in_treatment);
  CHECK(sheet.answers[1].kind == SheetValueKind::plain);
  CHECK(sheet.answers[1].evidence == Evidence::portal);
  CHECK_FALSE(sheet.answers[2].answered);
  CHECK(sheet.answers[3].value.text == "true");
  CHECK_FALSE(sheet.answers[4].answered);
}

struct Case {
  std::string name;
  std::string sheet;
  Ids problems;
};

TEST_CASE("what_is_wrong_with_a_sheet_is_said_at_its_line") {
  const std::string head = test::usual_head();
  const std::string answered = answer_part("C6", "benefits.iop.same_as", "", "\"outpatient-other\"");
  const std::vector<Case> cases = {
      {"no [sheet]", "[call]\ndate = 2026-01-05\n" + answered, {"worksheet.no-sheet"}},
      {"unknown key", head + answered + "anser = 1\n", {"worksheet.unknown-key"}},
      {"unknown table", head + answered + "[[note]]\nid = \"A1\"\n", {"worksheet.unknown-key"}},
      {"a list as value",
       head + answer_part("C6", "benefits.iop.same_as", "", "[1]"),
       {"worksheet.bad-value", "worksheet.nothing-answered"}},
      {"a time as value",
       head + answer_part("C6", "benefits.iop.same_as", "", "10:00:00"),
       {"worksheet.bad-value", "worksheet.nothing-answered"}},
      {"escape sequences",
       head + answer_part("C6", "benefits.iop.same_as", "", "\"\\u001b[2J\""),
       {"worksheet.control-character", "worksheet.nothing-answered"}},
      {"a NUL character", head + answered + "words = \"a\\u0000b\"\n", {"worksheet.control-character"}},
      {"text that runs backwards", head + answered + "words = \"a\\u202eb\"\n", {"worksheet.control-character"}},
      {"a long text", head + answered + "words = \"" + std::string(4'001, 'x') + "\"\n", {"file.text-too-long"}},
      {"no file of ours", head + answered + "file = \"insurer\"\n", {"worksheet.bad-file"}},
      {"the other file", head + answered + "file = \"treatment\"\n", {"worksheet.wrong-file"}},
      {"no such question",
       head + answer_part("C66", "benefits.iop.same_as", "", "\"x\""),
       {"worksheet.unknown-question"}},
      {"no such place", head + answer_part("C6", "benefitz.iop.same_as", "", "\"x\""), {"worksheet.bad-field"}},
      {"no path", head + answer_part("C6", "benefits..iop", "", "\"x\""), {"worksheet.bad-field"}},
      {"the field of another question",
       head + answer_part("C2", "benefits.iop.same_as", "", "\"x\""),
       {"worksheet.other-field"}},
      {"another fact of the plan", head + answer_part("A2", "plan.kind", "", "\"ppo\""), {"worksheet.other-field"}},
      {"no day", "[sheet]\nplan = \"acme\"\n" + answered, {"worksheet.no-call-date"}},
      {"an empty day", "[sheet]\nplan = \"acme\"\n[call]\ndate = \"\"\n" + answered, {"worksheet.no-call-date"}},
      {"no such day",
       "[sheet]\nplan = \"acme\"\n[call]\ndate = \"2026-02-30\"\n" + answered,
       {"file.expected-date", "worksheet.no-call-date"}},
      {"tomorrow", "[sheet]\nplan = \"acme\"\n[call]\ndate = 2026-01-07\n" + answered, {"worksheet.call-in-future"}},
      {"a year ago", "[sheet]\nplan = \"acme\"\n[call]\ndate = 2025-01-06\n" + answered, {}},
      {"a year and a day ago",
       "[sheet]\nplan = \"acme\"\n[call]\ndate = 2025-01-05\n" + answered,
       {"worksheet.call-too-old"}},
      {"two answers",
       head + answered + answer_part("C6", "benefits.iop.same_as", "", "\"office-visit\""),
       {"worksheet.two-answers"}},
      {"the same answer twice", head + answered + answered, {}},
      {"nothing answered",
       "[sheet]\nplan = \"acme\"\n" + answer_part("C6", "benefits.iop.same_as", "", "\"\""),
       {"worksheet.nothing-answered"}},
      {"no call needed", "[sheet]\nplan = \"acme\"\n" + answered + "evidence = \"plan document\"\n", {}},
      {"no such evidence", head + answered + "evidence = \"hearsay\"\n", {"file.unknown-word"}},
      {"no id",
       head + "[[answers]]\nfield = \"benefits.iop.same_as\"\n",
       {"file.missing-key", "worksheet.unknown-question", "worksheet.nothing-answered"}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.name);
    Loaded loaded = load("schema = \"preauth.worksheet/1\"\n" + each.sheet);
    ReferenceData reference;
    const std::vector<QuestionInfo> questions = [] {
      std::vector<QuestionInfo> infos(3);
      infos[0].id = "C6";
      infos[0].field = "benefits.LOC.same_as";
      infos[1].id = "C2";
      infos[1].field = "so_far.deductible.in so_far.as_of";
      infos[2].id = "A2";
      infos[2].field = "plan.year";
      return infos;
    }();
    reference.questions = questions;
    check_worksheet(loaded.sheet, reference, parse_date("2026-01-06").value(), loaded.diagnostics);
    Ids ids;
    for (const Diagnostic& problem : loaded.diagnostics.all()) ids.push_back(problem.id);
    CHECK(ids == each.problems);
  }
}

}  // namespace
}  // namespace preauth
