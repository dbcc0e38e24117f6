#include "sheets.h"

#include <stdexcept>

#include "load/plan_loader.h"
#include "reference/builtin.h"

namespace preauth::test {
namespace {

const std::string kPlanSchema = "schema = \"preauth.plan/1\"\n";
const std::string kTreatmentSchema = "schema = \"preauth.treatment/1\"\n";
const std::string kSheetSchema = "schema = \"preauth.worksheet/1\"\n";

std::string without(std::string_view schema, const std::string& text) {
  return text.starts_with(schema) ? text.substr(schema.size()) : text;
}

}  // namespace

std::vector<std::string> Outcomes::ids() const {
  std::vector<std::string> ids;
  for (const Diagnostic& each : diagnostics.all()) ids.push_back(each.id);
  return ids;
}

const Diagnostic& Outcomes::problem(std::string_view id) const {
  for (const Diagnostic& each : diagnostics.all()) {
    if (each.id == id) return each;
  }
  throw std::logic_error("no diagnostic " + std::string(id));
}

std::string Outcomes::sheet_line(const Diagnostic& problem) const {
  if (problem.at.file != sheet_file) return {};
  const SourceFile& file = sources[sheet_file];
  return std::string(file.line_text(file.position(problem.at.begin).line));
}

std::string usual_head() {
  return "[sheet]\nplan = \"acme\"\ntreatment = \"alex\"\n[call]\ndate = \"2026-01-05\"\n"
         "representative = \"Dana R.\"\nreference = \"12345\"\n";
}

std::string answer_part(std::string_view id, std::string_view field, std::string_view was, std::string_view value,
                        std::string_view more) {
  std::string part = "[[answers]]\nid = \"";
  part.append(id).append("\"\nfield = \"").append(field).append("\"\nwas = \"").append(was);
  part.append("\"\nvalue = ").append(value).append("\n").append(more);
  return part;
}

Outcomes answer(const Desk& desk, std::string_view sheet_text) {
  Outcomes result;
  SourceSet& sources = result.sources;
  Diagnostics& problems = result.diagnostics;
  const std::int32_t plan_file = sources.add("acme.toml", kPlanSchema + desk.plan);
  const Plan plan = load_plan(read_toml(sources, plan_file, problems).value(), sources, plan_file, problems);
  std::int32_t treatment_file = kNoFile;
  Treatment treatment;
  treatment.id = "treatment";
  treatment.built_in = desk.treatment.empty();
  if (!treatment.built_in) {
    treatment_file = sources.add("alex.toml", kTreatmentSchema + desk.treatment);
    const std::optional<Node> root = read_toml(sources, treatment_file, problems);
    treatment = load_treatment(root.value(), sources, treatment_file, problems);
  }
  result.sheet_file = sources.add("call.toml", kSheetSchema + std::string(sheet_text));
  const std::optional<Node> root = read_toml(sources, result.sheet_file, problems);
  if (!root) return result;
  const Worksheet sheet = load_worksheet(*root, sources, result.sheet_file, problems);
  check_worksheet(sheet, builtin_reference(), parse_date(desk.as_of).value(), problems);
  if (problems.has_errors()) return result;
  result.answered =
      write_answers({sheet, plan, treatment, plan_file, treatment_file, desk.replace_stronger, builtin_reference()},
                    sources, problems);
  result.plan = without(kPlanSchema, result.answered.plan.text);
  result.treatment = without(kTreatmentSchema, result.answered.treatment.text);
  for (const AnswerOutcome& outcome : result.answered.outcomes) result.fates.push_back(outcome.fate);
  return result;
}

}  // namespace preauth::test
