// A page in Spanish has no English in it, beside what plans, files and sources say in their own words.

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "catalogues.h"
#include "reference/builtin.h"
#include "source_tree.h"

namespace preauth::meta {
namespace {

// Words that English can hardly do without, and that Spanish does not have.
const std::set<std::string> kEnglishWords = {
    "about", "after", "and",  "any",   "are",    "ask",     "at",   "be",    "before", "but",   "by",   "can",
    "could", "day",   "days", "does",  "each",   "for",     "from", "has",   "have",   "here",  "how",  "if",
    "is",    "it",    "its",  "less",  "like",   "more",    "most", "must",  "not",    "of",    "on",   "only",
    "or",    "other", "out",  "per",   "than",   "that",    "the",  "then",  "there",  "these", "they", "this",
    "to",    "under", "up",   "visit", "visits", "was",     "week", "weeks", "were",   "what",  "when", "where",
    "which", "while", "who",  "will",  "with",   "without", "year", "yes",   "you",    "your"};

std::string one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

void remove_all(std::string& text, const std::string& part) {
  if (part.empty()) return;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) text.erase(at, part.size());
}

// Titles of laws and studies stand in their own language.
void remove_sources(std::string& text) {
  const ReferenceData& data = builtin_reference();
  for (const StateRule& rule : data.states) remove_all(text, std::string(rule.citation.title));
  for (const RefusalChance& chance : data.chances) remove_all(text, std::string(chance.citation.title));
}

// Words with a slash, dash or underscore inside are paths, ids and commands.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  bool is_plain = true;
  for (const char c : text + " ") {
    const bool letter = std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
    if (letter) word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (std::string("/_-=:[]\\").find(c) != std::string::npos && !word.empty()) is_plain = false;
    if (letter || (c != ' ' && !is_plain)) continue;
    if (is_plain && !word.empty()) words.push_back(word);
    word.clear();
    is_plain = true;
  }
  return words;
}

std::string page(const std::string& arguments, const std::vector<std::string>& names) {
  std::string text = one_line(program_output(arguments + " --as-of 2026-01-05 --draws 200 --lang es 2>/dev/null"));
  remove_sources(text);
  text = without_quoted(std::move(text), "");
  for (const std::string& name : names) remove_all(text, name);
  return text;
}

// What was printed in spite of the language.
std::vector<std::string> english_in(const std::string& text) {
  std::vector<std::string> found;
  for (const std::string& word : words_of(text)) {
    if (kEnglishWords.count(word) == 1) found.push_back(word);
  }
  return found;
}

// The fixed parts of English sentences that are long enough to be no accident.
std::vector<std::string> english_fragments() {
  constexpr int kLeastBlanks = 2;
  std::vector<std::string> problems;
  std::vector<std::string> fragments;
  for (const CataloguePair& pair : catalogue_pairs(problems)) {
    if (!pair.spanish) continue;
    for (const MessageEntry& entry : pair.english.entries) {
      for (const std::string& part : fixed_parts(entry.text)) {
        if (!entry.severity && std::count(part.begin(), part.end(), ' ') > kLeastBlanks) fragments.push_back(part);
      }
    }
  }
  for (const QuestionInfo& question : builtin_reference().questions) fragments.emplace_back(question.why);
  return fragments;
}

void check_pages(const std::vector<std::string>& commands, const std::vector<std::string>& names) {
  const std::vector<std::string> fragments = english_fragments();
  for (const std::string& command : commands) {
    CAPTURE(command);
    const std::string text = page(command, names);
    CHECK(text.size() > 200);
    for (const std::string& word : english_in(text)) {
      CAPTURE(word);
      const std::size_t at = text.find(word);
      CAPTURE(text.substr(at < 80 ? 0 : at - 80, 160));
      CHECK(false);
    }
    for (const std::string& fragment : fragments) {
      if (text.find(fragment) == std::string::npos) continue;
      CAPTURE(fragment);
      CHECK(false);
    }
  }
}

std::vector<std::string> plan_names() {
  std::vector<std::string> names;
  for (const TextFile& file : files_below("plans", {".toml"})) {
    for (const std::string& line : lines_of(file.text)) {
      if (line.starts_with("name") && line.find('"') != std::string::npos) {
        const std::size_t begin = line.find('"') + 1;
        names.push_back(line.substr(begin, line.find('"', begin) - begin));
      }
    }
  }
  return names;
}

TEST_CASE("pages_of_every_plan_are_spanish_throughout") {
  std::vector<std::string> commands;
  for (const TextFile& file : files_below("plans", {".toml"})) {
    const std::string path = std::string(PREAUTH_SOURCE_DIR) + "/" + file.path;
    for (const char* command : {"compare ", "questions ", "explain "}) commands.push_back(command + path);
  }
  check_pages(commands, plan_names());
}

TEST_CASE("other_forms_of_a_page_are_spanish_too") {
  check_pages({"compare uhc-gold-standard-2026 --format md", "compare blank --chart", "explain blank --format md",
               "questions blank --format md --worth 0", "questions blank --budget 3000 --width 50",
               "compare example-self-funded-ppo-2026 example-hsa-hdhp-2026 --budget 2000"},
              plan_names());
}

TEST_CASE("english_is_recognised_where_it_stands") {
  CHECK(english_in("el precio, and the rest (de la red)") == std::vector<std::string>{"and", "the"});
  CHECK(english_in("preauth questions … muestra benefits.iop.in y plans/the/and.toml:3").empty());
}

}  // namespace
}  // namespace preauth::meta
