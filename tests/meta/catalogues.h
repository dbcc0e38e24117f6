#pragma once
// The message catalogues as the generator reads them, for tests about their words.

#include <optional>
#include <string>
#include <vector>

#include "generate/catalogue.h"

namespace preauth::meta {

struct CataloguePair {
  std::string name;  // "compare"
  Catalogue english;
  std::optional<Catalogue> spanish;
};

// Every data/messages/NAME.en.toml with its NAME.es.toml. Problems of reading and of the translation go to `problems`,
// one "file: message" each.
std::vector<CataloguePair> catalogue_pairs(std::vector<std::string>& problems);
// The sentence as a reader may get it: `value` for every placeholder, the words for many of every plural.
std::string filled(const Sentence& sentence, const std::string& value);
// `text` with `value` in place of words in quotation marks, “…”: they are those of a document, in its language.
std::string without_quoted(std::string text, const std::string& value);
// Its words between the placeholders.
std::vector<std::string> fixed_parts(const Sentence& sentence);

}  // namespace preauth::meta
