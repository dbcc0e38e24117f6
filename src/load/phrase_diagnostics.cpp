#include "load/phrase_diagnostics.h"

#include "load/field_reader.h"
#include "messages/phrases.h"

namespace preauth {
namespace {

Diagnostic unexpected_word(Span at, const std::string& word, std::string_view suggestion) {
  Diagnostic diagnostic = diag::phrase_unexpected_word(at, word, suggestion);
  if (diagnostic.help.empty()) diagnostic.help = msg::phrases::unexpected_word_help(Lang::en);
  return diagnostic;
}

}  // namespace

Diagnostic to_diagnostic(const PhraseProblem& problem, Span at) {
  using Kind = PhraseProblem::Kind;
  const std::string word = excerpt(problem.detail);
  switch (problem.kind) {
    case Kind::empty:
      return diag::phrase_empty(at);
    case Kind::unexpected_word:
      return unexpected_word(at, word, problem.suggestion);
    case Kind::missing_amount:
      return diag::phrase_missing_amount(at, word);
    case Kind::missing_percent_sign:
      return diag::phrase_missing_percent_sign(at, word, problem.suggestion);
    case Kind::rate_out_of_range:
      return diag::phrase_rate_out_of_range(at, word);
    case Kind::negative_amount:
      return diag::phrase_negative_amount(at, word);
    case Kind::too_large:
      return diag::phrase_too_large(at, word);
    case Kind::bad_range:
      return diag::phrase_bad_range(at, word);
    case Kind::bad_days:
      return diag::phrase_bad_days(at, word);
    case Kind::days_overlap:
      return diag::phrase_days_overlap(at, word);
    case Kind::days_gap:
      return diag::phrase_days_gap(at, word);
    case Kind::contradiction:
      return diag::phrase_contradiction(at, word);
    case Kind::cannot_model:
      return diag::phrase_cannot_model(at, problem.detail);
    case Kind::trailing_text:
      return diag::phrase_trailing_text(at, word);
    case Kind::too_long:
      return diag::phrase_too_long(at);
    case Kind::bad_number:
      return diag::phrase_bad_number(at, word);
  }
  return {};
}

}  // namespace preauth
