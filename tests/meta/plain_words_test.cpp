// Plain words: the grade of the body sentences by Flesch and Kincaid, 0.39 words a sentence + 11.8 syllables a word −
// 15.59. Placeholders count as one short word. What is above grade 8 is listed, and the list may only get shorter.

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "catalogues.h"
#include "reference/builtin.h"

namespace preauth::meta {
namespace {

bool is_vowel(char c) { return std::string("aeiouy").find(c) != std::string::npos; }

// Groups of vowels, without a silent e at the end.
int syllables(const std::string& word) {
  int count = 0;
  bool in_vowels = false;
  for (const char c : word) {
    if (is_vowel(c) && !in_vowels) ++count;
    in_vowels = is_vowel(c);
  }
  const bool silent =
      word.size() > 2 && word.ends_with('e') && !word.ends_with("le") && !is_vowel(word[word.size() - 2]);
  return std::max(1, silent && count > 1 ? count - 1 : count);
}

struct Reading {
  int words = 0;
  int sentences = 0;
  int syllables = 0;

  double grade() const {
    if (words == 0) return 0;
    return 0.39 * words / std::max(1, sentences) + 11.8 * syllables / words - 15.59;
  }
  Reading& operator+=(const Reading& other) {
    words += other.words;
    sentences += other.sentences;
    syllables += other.syllables;
    return *this;
  }
};

Reading read(const std::string& text) {
  Reading reading;
  std::string word;
  for (const char c : text + " ") {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      continue;
    }
    if (!word.empty()) {
      ++reading.words;
      reading.syllables += syllables(word);
      word.clear();
    }
    if (c == '.' || c == '?' || c == '!') ++reading.sentences;
  }
  return reading;
}

constexpr int kLeastWords = 8;  // a label or a remark has no grade

struct Body {
  std::string id;
  std::string text;
};

std::vector<Body> body_sentences() {
  std::vector<std::string> problems;
  std::vector<Body> bodies;
  for (const CataloguePair& pair : catalogue_pairs(problems)) {
    if (!pair.spanish) continue;
    for (const MessageEntry& entry : pair.english.entries) {
      // An answer that one could type is in the words of a plan.
      if (entry.id.starts_with("example-")) continue;
      const std::string text = without_quoted(filled(entry.text, "this"), "this");
      const bool ends = text.ends_with('.') || text.ends_with('?');
      if (!entry.severity && ends && read(text).words >= kLeastWords)
        bodies.push_back({pair.name + "." + entry.id, text});
    }
  }
  for (const QuestionInfo& question : builtin_reference().questions) {
    bodies.push_back(
        {"questions." + std::string(question.id), std::string(question.text) + " " + std::string(question.why)});
  }
  for (const LevelInfo& level : builtin_reference().levels) {
    bodies.push_back({"levels." + std::string(id(level.level)), std::string(level.plain)});
  }
  for (const StateRule& rule : builtin_reference().states) {
    bodies.push_back({"states." + std::string(rule.state), std::string(rule.text)});
  }
  return bodies;
}

TEST_CASE("syllables_are_counted_as_they_are_said") {
  CHECK(syllables("plan") == 1);
  CHECK(syllables("care") == 1);
  CHECK(syllables("copay") == 2);
  CHECK(syllables("table") == 2);
  CHECK(syllables("deductible") == 4);
}

// "The plan pays for care." is 5 words of one syllable: 0.39 · 5 + 11.8 · 1 − 15.59 = −1.84.
TEST_CASE("grade_follows_the_formula") { CHECK(read("The plan pays for care.").grade() == doctest::Approx(-1.84)); }

TEST_CASE("catalogue_reads_at_grade_8_or_below") {
  constexpr std::size_t kMostAboveGrade8 = 17;
  Reading all;
  std::vector<std::string> above;
  for (const Body& body : body_sentences()) {
    const Reading reading = read(body.text);
    all += reading;
    if (reading.grade() > 8)
      above.push_back(std::to_string(reading.grade()).substr(0, 4) + " " + body.id + ": " + body.text);
  }
  std::sort(above.begin(), above.end());
  for (const std::string& each : above) MESSAGE(each);
  CHECK(all.grade() <= 8);
  CHECK(above.size() <= kMostAboveGrade8);
}

}  // namespace
}  // namespace preauth::meta
