#pragma once
// A problem inside a phrase as a diagnostic with a sentence and help. `at` is the place of the word itself in the file:
// the span of the phrase moved by the problem's offset and length.

#include "base/diagnostic.h"
#include "load/phrase.h"

namespace preauth {

Diagnostic to_diagnostic(const PhraseProblem& problem, Span at);

}  // namespace preauth
