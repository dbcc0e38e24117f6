// Every value that an estimate asks for can be answered: with each plan of the library and each example, whatever field
// a question names takes what the question says it may turn out to be, and gives the file's own bytes back.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "engine/compare.h"
#include "formats/toml_text.h"
#include "load/defaults.h"
#include "load/plan_loader.h"
#include "load/worksheet_answers.h"
#include "load/worksheet_field.h"
#include "load/worksheet_loader.h"
#include "reference/builtin.h"
#include "reference/library.h"

namespace preauth {
namespace {

const Date kToday = parse_date("2026-01-05").value();

std::vector<std::string> example_treatments() {
  std::vector<std::string> texts;
  std::set<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(PREAUTH_SOURCE_DIR) + "/examples")) {
    paths.insert(entry.path());
  }
  for (const std::filesystem::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    if (text.find("\"preauth.treatment/1\"") != std::string::npos) texts.push_back(std::move(text));
  }
  return texts;
}

const Defaults& defaults() {
  static const Defaults values = [] {
    Diagnostics problems;
    return read_defaults(builtin_reference(), problems);
  }();
  return values;
}

std::string errors_in(const Diagnostics& problems) {
  std::string text;
  for (const Diagnostic& each : problems.all()) {
    if (each.severity == Severity::error) text += each.id + ": " + each.message + "\n";
  }
  return text;
}

struct Files {
  std::string plan;
  std::string treatment;
};

// A plan and a treatment, read, and what they leave open.
class Case {
 public:
  explicit Case(const Files& files) {
    plan_file_ = sources_.add("plan.toml", files.plan);
    treatment_file_ = sources_.add("treatment.toml", files.treatment);
    plan_root_ = read_toml(sources_, plan_file_, problems_);
    treatment_root_ = read_toml(sources_, treatment_file_, problems_);
    plan_ = load_plan(plan_root_.value(), sources_, plan_file_, problems_);
    treatment_ = load_treatment(treatment_root_.value(), sources_, treatment_file_, problems_);
  }

  std::vector<Question> questions() const {
    return compare({{&plan_, 1}, &treatment_, &defaults(), kToday, false, std::nullopt, {0, 1, 1}}).questions;
  }

  std::string sheet(const Question& question, std::size_t pick) const {
    std::string text =
        "schema = \"preauth.worksheet/1\"\n[sheet]\nplan = " + toml_quoted(plan_.id) + "\n[call]\ndate = 2026-01-05\n";
    // One field at a time where they are answers to each other: the row it follows, or its own share.
    const AnswerField& field = question.fields[pick % question.fields.size()];
    if (field.choices.empty()) return {};
    const Node& root = field.in_treatment ? *treatment_root_ : *plan_root_;
    const FieldNow now = read_field(root, split_path(field.path), sources_);
    text += "[[answers]]\nid = " + toml_quoted(question.id) +
            "\nfile = " + (field.in_treatment ? "\"treatment\"" : "\"plan\"") + "\nfield = " + toml_quoted(field.path) +
            "\nwas = " + toml_quoted(now.text) + "\nvalue = " + toml_quoted(field.choices[pick % field.choices.size()]);
    return text + "\n";
  }

  Answered answer(const std::string& sheet_text, Diagnostics& problems) {
    const std::int32_t file = sources_.add("call.toml", sheet_text);
    const std::optional<Node> root = read_toml(sources_, file, problems);
    const Worksheet sheet = load_worksheet(root.value(), sources_, file, problems);
    check_worksheet(sheet, builtin_reference(), kToday, problems);
    return write_answers({sheet, plan_, treatment_, plan_file_, treatment_file_, true, builtin_reference()}, sources_,
                         problems);
  }

 private:
  SourceSet sources_;
  Diagnostics problems_;
  std::int32_t plan_file_ = kNoFile;
  std::int32_t treatment_file_ = kNoFile;
  std::optional<Node> plan_root_;
  std::optional<Node> treatment_root_;
  Plan plan_;
  Treatment treatment_;
};

void check_answer(const Files& files, Case& each, const std::string& sheet) {
  CAPTURE(sheet);
  Diagnostics problems;
  const Answered answered = each.answer(sheet, problems);
  // The usual options stand in no file, so nothing about their steps can.
  if (sheet.find("field = \"options.") != std::string::npos &&
      files.treatment.find("[[options]]") == std::string::npos) {
    CHECK(errors_in(problems).find("answer.no-element") == 0);
    return;
  }
  CHECK(errors_in(problems) == "");
  if (problems.has_errors()) return;
  CHECK(answered.outcomes.size() >= 1);
  CHECK(take_out(answered.plan.text, answered.plan.edits) == files.plan);
  CHECK(take_out(answered.treatment.text, answered.treatment.edits) == files.treatment);
  Case again({answered.plan.text, answered.treatment.text});
  Diagnostics of_second;
  const Answered twice = again.answer(sheet, of_second);
  CHECK(errors_in(of_second) == "");
  CHECK(twice.plan.text == answered.plan.text);
  CHECK(twice.treatment.text == answered.treatment.text);
}

TEST_CASE("every_field_that_is_asked_for_takes_an_answer") {
  const std::vector<std::string> treatments = example_treatments();
  REQUIRE(treatments.size() > 3);
  std::size_t count = 0;
  std::size_t turn = 0;
  for (const LibraryFile& plan : library_plans()) {
    for (std::size_t i = 0; i < treatments.size(); ++i) {
      // A slow build tries one example with each plan.
      if (PREAUTH_EVERY_NTH_FIELD > 1 && i != turn % treatments.size()) continue;
      const std::string name(plan.name);
      CAPTURE(name);
      const Files files{std::string(plan.text), treatments[i]};
      Case each(files);
      for (const Question& question : each.questions()) {
        if (question.fields.empty() || ++count % PREAUTH_EVERY_NTH_FIELD != 0) continue;
        const std::string sheet = each.sheet(question, count);
        if (!sheet.empty()) check_answer(files, each, sheet);
      }
    }
    ++turn;
  }
  CHECK(count > 100);
}

}  // namespace
}  // namespace preauth
