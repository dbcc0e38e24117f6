// The surface is covered by rule: every command, option, diagnostic, example and plan has a test and a place in the
// manual.

#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cli/help_topics.h"
#include "cli/options.h"
#include "source_tree.h"
#include "test_case.h"

namespace preauth::meta {
namespace {

std::vector<TextFile> golden_files() {
  std::vector<TextFile> files = files_below("tests/golden", {".test"});
  for (TextFile& file : files_below("tests/errors", {".test"})) files.push_back(std::move(file));
  return files;
}

// All commands of the golden tests, one text.
std::string golden_commands() {
  std::string text;
  for (const TextFile& file : golden_files()) text += golden::parse_test(file.text).command + "\n";
  return text;
}

std::string golden_outputs() {
  std::string text;
  for (const TextFile& file : golden_files()) {
    const golden::Result expected = golden::parse_test(file.text).expected;
    text += expected.out + expected.err;
  }
  return text;
}

// roff writes a dash as \-.
std::string manual(const std::string& page) {
  std::string text;
  for (const char c : read_source("man/" + page)) {
    if (c != '\\') text += c;
  }
  return text;
}

std::string dashed(const OptionSpec& option) { return "--" + std::string(option.name); }

// Ids of the entries of a catalogue that have a severity.
std::vector<std::string> diagnostic_ids(const std::string& catalogue) {
  std::vector<std::string> ids;
  std::string id;
  for (const std::string& line : lines_of(catalogue)) {
    if (line.starts_with("[")) {
      id = line.substr(1, line.find(']') - 1);
      id.erase(std::remove(id.begin(), id.end(), '"'), id.end());
    }
    if (line.starts_with("severity") && !id.empty()) ids.push_back(id);
  }
  return ids;
}

TEST_CASE("every_option_stands_in_help_manual_completions_and_a_golden_test") {
  const std::string help = program_output("--help");
  const std::string page = manual("preauth.1");
  const std::string bash = program_output("completions bash");
  const std::string zsh = program_output("completions zsh");
  const std::string fish = program_output("completions fish");
  const std::string tested = golden_commands();
  for (const OptionSpec& option : options()) {
    const std::string name = dashed(option);
    CAPTURE(name);
    CHECK(has_whole_word(help, name));
    CHECK(has_whole_word(page, name));
    CHECK(has_whole_word(bash, name));
    CHECK(has_whole_word(zsh, name));
    CHECK(has_whole_word(fish, "-l " + std::string(option.name)));
    CHECK(has_whole_word(tested, name));
    if (!option.short_name.empty()) {
      const std::string short_name = "-" + std::string(option.short_name);
      CAPTURE(short_name);
      CHECK(has_whole_word(help, short_name));
      CHECK(has_whole_word(page, short_name));
      CHECK(has_whole_word(tested, short_name));
    }
  }
}

TEST_CASE("every_choice_of_an_option_stands_in_the_manual_and_a_golden_test") {
  const std::string page = manual("preauth.1");
  const std::string tested = golden_commands();
  for (const OptionSpec& option : options()) {
    std::string words(option.choices);
    std::replace(words.begin(), words.end(), ' ', '\n');
    for (const std::string& choice : lines_of(words)) {
      CAPTURE(dashed(option));
      CAPTURE(choice);
      CHECK(has_whole_word(page, choice));
      CHECK(has_whole_word(tested, dashed(option) + " " + choice));
    }
  }
}

TEST_CASE("every_command_has_its_own_help_a_manual_entry_and_a_golden_test") {
  const std::string help = program_output("help");
  const std::string page = manual("preauth.1");
  const std::string tested = golden_commands();
  for (const CommandSpec& command : commands()) {
    const std::string name(command.name);
    CAPTURE(name);
    CHECK(has_whole_word(help, name));
    CHECK(has_whole_word(page, name));
    CHECK(has_whole_word(tested, "preauth " + name));
    const std::string own = program_output(name + " --help");
    for (const OptionSpec& option : options()) {
      CAPTURE(dashed(option));
      CHECK(has_whole_word(own, dashed(option)) == has_option(command.command, option.id));
    }
  }
}

TEST_CASE("every_topic_of_help_stands_in_help_manual_completions_and_a_golden_test") {
  const std::string help = program_output("--help");
  const std::string page = manual("preauth.1");
  const std::string bash = program_output("completions bash");
  const std::string tested = golden_commands();
  for (const HelpTopic& topic : help_topics()) {
    const std::string name(topic.name);
    CAPTURE(name);
    CHECK(has_whole_word(help, name));
    CHECK(has_whole_word(page, name));
    CHECK(has_whole_word(bash, name));
    CHECK(has_whole_word(tested, name));
    CHECK_FALSE(program_output("help " + name).empty());
  }
}

// The keys a loader asks for: the text in  fields.money("deposit")  and  text(fields, "words").
std::set<std::string> keys_read_by(const std::string& beginning) {
  static const std::regex call(
      R"re((?:(?:fields|parts|root|root_|family|medicare|fields_|price)(?:->|\.)\w+(?:<\w+>)?\(|(?:text|date)\(fields, )"([a-z0-9_]+)")re");
  std::set<std::string> keys;
  for (const TextFile& file : files_below("src/load", {".cpp"})) {
    if (!file.path.starts_with("src/load/" + beginning)) continue;
    for (std::sregex_iterator at(file.text.begin(), file.text.end(), call), end; at != end; ++at) keys.insert((*at)[1]);
  }
  return keys;
}

TEST_CASE("every_key_of_the_files_stands_in_its_manual_page") {
  const std::string plan_page = manual("preauth-plan.5");
  const std::set<std::string> plan_keys = keys_read_by("plan_loader");
  CHECK(plan_keys.size() > 50);
  for (const std::string& key : plan_keys) {
    CAPTURE(key);
    CHECK(has_whole_word(plan_page, key));
  }
  const std::string treatment_page = manual("preauth-treatment.5");
  const std::set<std::string> treatment_keys = keys_read_by("treatment_loader");
  CHECK(treatment_keys.size() > 40);
  for (const std::string& key : treatment_keys) {
    CAPTURE(key);
    CHECK(has_whole_word(treatment_page, key));
  }
  const std::string worksheet_page = manual("preauth-worksheet.5");
  const std::set<std::string> worksheet_keys = keys_read_by("worksheet_loader");
  CHECK(worksheet_keys.size() > 18);
  for (const std::string& key : worksheet_keys) {
    CAPTURE(key);
    CHECK(has_whole_word(worksheet_page, key));
  }
}

TEST_CASE("every_diagnostic_has_a_test_that_expects_it") {
  // A mistake of the program itself, a complaint of the command line library that we have no sentence for, and a step
  // from an earlier version of a format, of which there is none yet (tests/unit/load/upgrade_test.cpp causes it).
  const std::set<std::string> cannot_be_caused = {"internal.bug", "usage.cannot-parse", "file.cannot-upgrade"};
  const std::string outputs = golden_outputs();
  for (const TextFile& file : files_below("data/messages", {".en.toml"})) {
    for (const std::string& id : diagnostic_ids(file.text)) {
      if (cannot_be_caused.count(id) == 1) continue;
      CAPTURE(file.path);
      CAPTURE(id);
      CHECK(outputs.find("[" + id + "]") != std::string::npos);
    }
  }
}

TEST_CASE("every_example_and_every_plan_is_used_by_a_golden_test") {
  const std::string tested = golden_commands();
  for (const TextFile& file : files_below("examples", {".toml"})) {
    CAPTURE(file.path);
    CHECK(has_whole_word(tested, file.path));
  }
  for (const TextFile& file : files_below("plans", {".toml"})) {
    const std::size_t begin = file.path.rfind('/') + 1;
    const std::string name = file.path.substr(begin, file.path.rfind('.') - begin);
    CAPTURE(name);
    CHECK(has_whole_word(tested, "preauth compare " + name));
    CHECK(has_whole_word(tested, "preauth check plans/" + name + ".toml"));
  }
}

}  // namespace
}  // namespace preauth::meta
