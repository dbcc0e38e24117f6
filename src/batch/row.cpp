#include "batch/row.h"

#include "messages/batch.h"
#include "messages/cli.h"
#include "messages/diagnostics.h"
#include "messages/phrases.h"

namespace preauth {
namespace {

// The sentence of a diagnostic with "…" for everything put into it.
std::string sentence_without_values(std::string_view id) {
  for (std::string (*const find)(std::string_view) :
       {&msg::diagnostics::without_values, &msg::phrases::without_values, &msg::cli::without_values,
        &msg::batch::without_values}) {
    if (std::string sentence = find(id); !sentence.empty()) return sentence;
  }
  return msg::batch::value_unreadable(Lang::en);
}

bool is_known(const RowProblems& problems, std::string_view column, std::string_view id) {
  for (const RowProblem& problem : problems) {
    if (problem.column == column && problem.id == id) return true;
  }
  return false;
}

}  // namespace

void add_problem(RowProblems& problems, std::string_view column, const Diagnostic& diagnostic) {
  if (problems.size() >= kMostRowProblems || is_known(problems, column, diagnostic.id)) return;
  problems.push_back({std::string(column), diagnostic.id, diagnostic.message});
}

void add_problem_without_values(RowProblems& problems, std::string_view column, const Diagnostic& diagnostic,
                                std::string_view example) {
  Diagnostic told = diagnostic;
  told.message = sentence_without_values(diagnostic.id);
  if (!example.empty()) told.message = msg::batch::value_example(Lang::en, told.message, example);
  add_problem(problems, column, told);
}

}  // namespace preauth
