// Every sentence that people read is there in both languages, with the same placeholders.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "catalogues.h"

namespace preauth::meta {
namespace {

bool has_sentences(const Catalogue& catalogue) {
  return std::any_of(catalogue.entries.begin(), catalogue.entries.end(),
                     [](const MessageEntry& entry) { return !entry.severity; });
}

TEST_CASE("every_catalogue_says_the_same_in_both_languages") {
  // Their plain sentences are parts of diagnostics, which are English.
  const std::set<std::string> english_only = {"diagnostics", "phrases"};
  std::vector<std::string> problems;
  for (const CataloguePair& pair : catalogue_pairs(problems)) {
    CAPTURE(pair.name);
    CHECK(pair.spanish.has_value() == (has_sentences(pair.english) && english_only.count(pair.name) == 0));
  }
  for (const std::string& problem : problems) {
    CAPTURE(problem);
    CHECK(false);
  }
}

// "¿" and "?" come in pairs, and so do quotation marks.
TEST_CASE("spanish_punctuation_opens_and_closes") {
  const auto count = [](const std::string& text, const std::string& mark) {
    int found = 0;
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + mark.size())) ++found;
    return found;
  };
  std::vector<std::string> problems;
  for (const CataloguePair& pair : catalogue_pairs(problems)) {
    if (!pair.spanish) continue;
    for (const MessageEntry& entry : pair.spanish->entries) {
      CAPTURE(entry.text.written);
      if (entry.id.starts_with("words-")) continue;  // what one may type
      const std::string own = without_quoted(entry.text.written, "");
      CHECK(count(own, "¿") == count(own, "?"));
      CHECK(count(entry.text.written, "“") == count(entry.text.written, "”"));
    }
  }
}

}  // namespace
}  // namespace preauth::meta
