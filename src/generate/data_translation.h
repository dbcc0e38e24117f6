#pragma once
// A reference data file in another language: FILE.es.toml states, under the same ids, the texts of FILE.toml that
// people read. Everything else (amounts, words of files, sources) is the same in every language.

#include <span>
#include <string_view>

#include "base/diagnostic.h"
#include "load/toml_doc.h"

namespace preauth {

// [[questions]] with `id = "A1"` in the original is [questions.A1] in the translation.
struct TranslatedRows {
  std::string_view key;                      // "questions"
  std::string_view id;                       // the field of a row that names it
  std::span<const std::string_view> fields;  // those that are translated
};

// The original with the texts of the translation. A text that is missing, one too many, and one that was left as it is
// are diagnostics. Every plain table of the translation stands in place of the original's.
Node translated_data(const Node& original, const Node& translation, const TranslatedRows& rows,
                     Diagnostics& diagnostics);

}  // namespace preauth
