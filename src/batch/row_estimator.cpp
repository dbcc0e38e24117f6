#include "batch/row_estimator.h"

#include <algorithm>
#include <utility>

#include "batch/built_in.h"
#include "batch/column_guide.h"
#include "batch/quick_value.h"
#include "engine/compare.h"
#include "engine/question_stop.h"
#include "load/checks.h"
#include "load/phrase.h"
#include "messages/batch.h"
#include "messages/cli.h"
#include "report/sheet.h"

namespace preauth {
namespace {

constexpr std::size_t kMostRecentFiles = 64;
constexpr std::string_view kPlanColumn = "plan";
constexpr std::string_view kTreatmentColumn = "treatment";
constexpr std::string_view kBudgetColumn = "budget";

// --budget, unless the row has one of its own.
void read_budget(std::string_view text, std::optional<Money>& budget, RowProblems& problems) {
  if (text.empty()) return;
  if (const std::optional<QuickAmount> amount = read_quick_amount(text); amount && amount->rest.empty()) {
    budget = amount->amount;
    return;
  }
  const PhraseResult<Known<Money>> result = parse_money(text);
  if (result.value && result.value->is_exact()) {
    budget = result.value->value();
    return;
  }
  add_problem(problems, kBudgetColumn, diag::batch_bad_budget({}));
}

}  // namespace

RowEstimator::RowEstimator(const EstimateSettings& settings, CaseFiles& files)
    : settings_(settings), files_(files), quick_(*settings.defaults, settings.as_of, settings.csv_guard) {}

std::shared_ptr<const CaseFile> RowEstimator::file_of(std::string_view name) {
  if (const auto found = recent_.find(name); found != recent_.end()) return found->second;
  if (recent_.size() >= kMostRecentFiles) recent_.clear();
  return recent_.emplace(std::string(name), files_.find(name)).first->second;
}

// Errors about a value of the row name its column; those about the file itself name the column of the file.
void RowEstimator::add_all(const Diagnostics& diagnostics, const Prepared& prepared, std::string_view column,
                           RowProblems& problems) const {
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.severity != Severity::error) continue;
    const bool of_value =
        diagnostic.at.file > 0 && static_cast<std::size_t>(diagnostic.at.file) <= prepared.columns.size();
    const Column* value_column =
        of_value ? prepared.columns[static_cast<std::size_t>(diagnostic.at.file) - 1] : nullptr;
    if (value_column == nullptr) {
      add_problem_without_values(problems, column, diagnostic);
      continue;
    }
    // Of what cannot be read; a value that is too high was written well.
    const bool of_form = diagnostic.id.starts_with("phrase.") || diagnostic.id.starts_with("file.");
    add_problem_without_values(problems, value_column->name, diagnostic,
                               of_form ? example_of(value_column->path) : std::string_view());
  }
}

bool RowEstimator::prepare(const CaseFile& file, FileKind kind, std::string_view column, const Row& row,
                           Prepared& prepared, RowProblems& problems) {
  if (file.problems.has_errors() || !file.root) {
    add_all(file.problems, prepared, column, problems);
    return false;
  }
  if (file.kind != kind) {
    add_problem(problems, column,
                kind == FileKind::plan ? diag::batch_not_a_plan({}) : diag::batch_not_a_treatment({}));
    return false;
  }
  prepared.sources.add(file.source.name, file.source.text);
  prepared.root = file.root;
  Diagnostics diagnostics;
  for (const Override& override_ : settings_.overrides) {
    if (kind_of_path(override_.path) != kind) continue;
    prepared.columns.push_back(nullptr);
    apply(override_, *prepared.root, prepared.sources, diagnostics);
  }
  const ColumnUse use = kind == FileKind::plan ? ColumnUse::plan_field : ColumnUse::treatment_field;
  for (const RowValue& value : row.values) {
    if (value.column->use != use) continue;
    prepared.columns.push_back(value.column);
    apply({value.column->path, std::string(value.text)}, *prepared.root, prepared.sources, diagnostics);
  }
  add_all(diagnostics, prepared, column, problems);
  return problems.empty();
}

std::unique_ptr<LoadedCase> RowEstimator::load(const Row& row, RowProblems& problems) {
  if (row.plan.empty()) {
    add_problem(problems, kPlanColumn, diag::batch_no_plan({}));
    return nullptr;
  }
  const std::shared_ptr<const CaseFile> plan_file = file_of(row.plan);
  const std::shared_ptr<const CaseFile> treatment_file =
      file_of(row.treatment.empty() ? kBuiltInTreatmentName : row.treatment);
  Prepared plan_source;
  Prepared treatment_source;
  const bool has_plan = prepare(*plan_file, FileKind::plan, kPlanColumn, row, plan_source, problems);
  const bool has_treatment =
      prepare(*treatment_file, FileKind::treatment, kTreatmentColumn, row, treatment_source, problems);
  if (!has_plan || !has_treatment) return nullptr;

  auto loaded = std::make_unique<LoadedCase>();
  Diagnostics of_plan;
  loaded->plan = load_plan(*plan_source.root, plan_source.sources, 0, of_plan);
  loaded->plan.sha256 = plan_file->sha256;
  check_plan(loaded->plan, *settings_.defaults->reference, of_plan);
  Diagnostics of_treatment;
  loaded->treatment = load_treatment(*treatment_source.root, treatment_source.sources, 0, of_treatment);
  loaded->treatment.sha256 = treatment_file->sha256;
  loaded->treatment.built_in = row.treatment.empty();
  check_treatment(loaded->treatment, *settings_.defaults->reference, of_treatment);
  check_together(loaded->plan, loaded->treatment, of_treatment);
  add_all(of_plan, plan_source, kPlanColumn, problems);
  add_all(of_treatment, treatment_source, kTreatmentColumn, problems);
  if (!problems.empty()) return nullptr;
  return loaded;
}

Comparison RowEstimator::compare_case(const LoadedCase& loaded, std::optional<Money> budget, const Defaults& defaults,
                                      bool want_lines, bool want_questions) const {
  Comparison comparison = compare({{&loaded.plan, 1},
                                   &loaded.treatment,
                                   &defaults,
                                   settings_.as_of,
                                   want_lines,
                                   budget,
                                   {settings_.draws, settings_.seed, 1},
                                   want_questions});
  comparison.engine = settings_.engine;
  return comparison;
}

// Puts the client's code in the place of the treatment's own.
RowSheet RowEstimator::make_row_sheet(const Row& row, const LoadedCase& loaded, Comparison& comparison) const {
  const SheetSettings& wanted = *settings_.sheet;
  if (!row.id.empty()) comparison.treatment.id = row.id;
  const QuestionChoice questions = choose_questions(comparison, std::nullopt, std::nullopt);
  const SheetInput input{comparison, loaded.plan, loaded.treatment, questions, {}, wanted.part2_notice, wanted.lang};
  const Sheet sheet = make_sheet(input);
  return {sheet_html(sheet), index_entry(row.number, row.id, row.treatment, input, sheet)};
}

// Figures alone need no questions, no summary of them, and no sheet.
bool RowEstimator::may_be_quick(const Summary* summary) const {
  return settings_.detail == RowsDetail::brief && summary == nullptr && !settings_.sheet;
}

void RowEstimator::append(const Row& row, const Comparison& comparison, const std::vector<BriefLead>* leads,
                          std::string& out) const {
  const BatchRowHead head{settings_.row_numbers ? std::optional(row.number) : std::nullopt, row.id};
  const bool json = settings_.output == RowsOutput::json;
  if (settings_.detail == RowsDetail::full) {
    out += json ? batch_json(comparison, head, {settings_.lines, settings_.top_questions})
                : batch_csv(comparison, head, settings_.csv_guard);
    return;
  }
  std::vector<BriefLead> own;
  if (leads == nullptr) {
    own = brief_leads(comparison, settings_.csv_guard);
    leads = &own;
  }
  json ? append_brief_json(out, comparison, head, *leads)
       : append_brief_csv(out, comparison, head, *leads, settings_.csv_guard);
}

bool RowEstimator::estimate(const Row& row, std::string& out, RowProblems& problems, Summary* summary,
                            RowSheet* sheet) {
  try {
    std::optional<Money> budget = settings_.budget;
    read_budget(row.budget, budget, problems);
    if (may_be_quick(summary) && problems.empty()) {
      const QuickFigures quick = quick_.estimate(row, budget, [&] { return load(row, problems); });
      if (quick.comparison != nullptr) {
        append(row, *quick.comparison, quick.leads, out);
        return true;
      }
      if (!problems.empty()) return false;
    }
    const std::unique_ptr<LoadedCase> loaded = load(row, problems);
    if (!loaded || !problems.empty()) return false;
    // A sheet in English and the row's output are of one comparison: both have English texts.
    const bool for_sheet = settings_.sheet && settings_.sheet->lang == Lang::en;
    const bool want_questions = settings_.top_questions > 0 || summary != nullptr || for_sheet;
    Comparison comparison =
        compare_case(*loaded, budget, *settings_.defaults, settings_.lines || for_sheet, want_questions);
    std::string output;
    append(row, comparison, nullptr, output);
    if (for_sheet) {
      *sheet = make_row_sheet(row, *loaded, comparison);
    } else if (settings_.sheet) {
      Comparison in_its_language = compare_case(*loaded, budget, *settings_.sheet->defaults, true, true);
      *sheet = make_row_sheet(row, *loaded, in_its_language);
    }
    if (summary != nullptr) summary->add(comparison);
    out += output;
    return true;
  } catch (const MoneyOverflow&) {
    add_problem(problems, {}, diag::input_amount_too_large({}));
    return false;
  }
}

}  // namespace preauth
