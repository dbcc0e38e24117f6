// The fill-in sheet is TOML that can be read back, whatever the files it is made from say.

#include "report/worksheet.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cases.h"
#include "engine/question_stop.h"
#include "load/toml_doc.h"

using namespace preauth;
using namespace preauth::test;

namespace {

std::optional<std::string> nothing(bool, std::string_view) { return std::nullopt; }

Node parsed(const std::string& sheet) {
  SourceSet sources;
  Diagnostics diagnostics;
  const std::int32_t file = sources.add("call.toml", sheet);
  std::optional<Node> root = read_toml(sources, file, diagnostics);
  CAPTURE(sheet);
  for (const Diagnostic& problem : diagnostics.all()) MESSAGE(render(problem, sources));
  REQUIRE(root.has_value());
  return *root;
}

std::string text_at(const Node& table, std::string_view key) {
  const Node* node = table.find(key);
  return node == nullptr ? "(none)" : node->text;
}

Comparison alex_at_uhc() { return compared(library_plan("uhc-gold-standard-2026"), example("alex"), 1'000); }

QuestionChoice everything(const Comparison& comparison) { return choose_questions(comparison, Money(), std::nullopt); }

}  // namespace

TEST_CASE("the_sheet_has_an_answer_for_every_field_once_and_a_note_for_every_other_question") {
  const Comparison comparison = alex_at_uhc();
  const Node root = parsed(worksheet(comparison, everything(comparison), nothing, Lang::en));
  CHECK(text_at(root, "schema") == "preauth.worksheet/1");
  std::map<std::string, int> answers;
  for (const Node& answer : root.find("answers")->items) {
    ++answers[text_at(answer, "field")];
    CHECK(text_at(answer, "value").empty());
    CHECK(text_at(answer, "words").empty());
    CHECK(text_at(answer, "was").empty());
    const bool in_treatment = text_at(answer, "file") == "treatment";
    CHECK((in_treatment || text_at(answer, "file") == "plan"));
  }
  std::map<std::string, int> notes;
  for (const Node& note : root.find("notes")->items) ++notes[text_at(note, "id")];
  for (const Question& question : comparison.questions) {
    CAPTURE(question.id);
    for (const AnswerField& each : question.fields) CHECK(answers[each.path] == 1);
    if (question.fields.empty()) CHECK(notes[question.id] == 1);
  }
}

TEST_CASE("the_sheet_names_the_files_it_was_made_for") {
  Comparison comparison = alex_at_uhc();
  comparison.plans.front().sha256 = "00ff";
  comparison.treatment.sha256 = "11ee";
  const Node root = parsed(worksheet(comparison, everything(comparison), nothing, Lang::en));
  const Node& sheet = *root.find("sheet");
  CHECK(text_at(sheet, "plan") == "uhc-gold-standard-2026");
  CHECK(text_at(sheet, "plan_sha256") == "00ff");
  CHECK(text_at(sheet, "treatment") == "alex");
  CHECK(text_at(sheet, "treatment_sha256") == "11ee");
  CHECK(text_at(sheet, "as_of") == "2026-01-05");
  CHECK(text_at(*root.find("call"), "representative").empty());
  comparison.treatment.built_in = true;
  const Node without = parsed(worksheet(comparison, everything(comparison), nothing, Lang::en));
  CHECK(text_at(*without.find("sheet"), "treatment").empty());
}

TEST_CASE("was_is_what_the_file_says_now") {
  const Comparison comparison = alex_at_uhc();
  const auto stated = [](bool in_treatment, std::string_view path) -> std::optional<std::string> {
    if (in_treatment) return std::nullopt;
    return path == "benefits.iop.same_as" ? std::optional<std::string>("unknown \"quoted\" \\ \n\x01") : std::nullopt;
  };
  const Node root = parsed(worksheet(comparison, everything(comparison), stated, Lang::en));
  bool seen = false;
  for (const Node& answer : root.find("answers")->items) {
    if (text_at(answer, "field") != "benefits.iop.same_as") continue;
    seen = true;
    CHECK(text_at(answer, "id") == "C6");
    CHECK(text_at(answer, "was") == "unknown \"quoted\" \\ \n\x01");
  }
  CHECK(seen);
}

TEST_CASE("answers_stand_in_the_order_to_ask") {
  const Comparison comparison = alex_at_uhc();
  const QuestionChoice choice = everything(comparison);
  std::vector<std::string> order;
  for (const std::size_t position : choice.asked) order.push_back(comparison.questions[position].id);
  for (const std::size_t position : choice.if_time) order.push_back(comparison.questions[position].id);
  const Node root = parsed(worksheet(comparison, choice, nothing, Lang::en));
  auto last = order.begin();
  for (const Node& answer : root.find("answers")->items) {
    const auto at = std::find(order.begin(), order.end(), text_at(answer, "id"));
    CHECK(at >= last);
    last = at;
  }
}

TEST_CASE("hostile_text_cannot_leave_its_comment_or_its_string") {
  Comparison comparison = alex_at_uhc();
  const std::string hostile = "a\n[[answers]]\nid = \"X1\"\r\n\x1b[2J\u202e \"\"\" \\";
  Question& first = comparison.questions.front();
  first.text = hostile;
  first.why = hostile;
  first.most_in = hostile;
  first.fields.front().path = "benefits.\n\"x";
  first.fields.front().choices = {hostile, hostile};
  for (OptionEstimate& option : comparison.options) option.title = hostile;
  comparison.plans.front().id = hostile;
  const std::string text = worksheet(comparison, everything(comparison), nothing, Lang::en);
  const Node root = parsed(text);
  CHECK(text_at(*root.find("sheet"), "plan") == hostile);
  CHECK(text.find('\x1b') == std::string::npos);
  for (const Node& answer : root.find("answers")->items) CHECK(text_at(answer, "id") != "X1");
}

TEST_CASE("text_that_is_no_utf8_can_still_be_read_back") {
  Comparison comparison = alex_at_uhc();
  comparison.plans.front().id = "caf\xe9";
  parsed(worksheet(comparison, everything(comparison), nothing, Lang::en));
}

TEST_CASE("a_field_that_two_questions_fill_is_asked_for_once") {
  Comparison comparison = alex_at_uhc();
  comparison.questions.resize(2);
  comparison.questions[1].fields = comparison.questions[0].fields;
  const Node root = parsed(worksheet(comparison, everything(comparison), nothing, Lang::en));
  CHECK(root.find("answers")->items.size() == comparison.questions[0].fields.size());
  CHECK(root.find("notes")->items.size() == 1);
}
