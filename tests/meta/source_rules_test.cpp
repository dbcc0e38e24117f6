// Rules about the source itself: which folder may include which, where third-party headers live, no binary floating
// point where money is computed, files of a readable size.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "source_tree.h"

namespace preauth::meta {
namespace {

const std::map<std::string, std::set<std::string>>& allowed_includes() {
  static const std::map<std::string, std::set<std::string>> allowed = {
      {"base", {"base"}},
      {"model", {"model", "base"}},
      {"engine", {"engine", "model", "base"}},
      {"formats", {"formats", "base"}},
      {"messages", {"messages", "base"}},
      {"reference", {"reference", "model", "base"}},
      {"load", {"load", "formats", "messages", "model", "base"}},
      {"interview", {"interview", "load", "formats", "messages", "model", "base"}},
      // Runs while building: reads data files, writes C++. The program does not contain it.
      {"generate", {"generate", "load", "formats", "model", "base"}},
      {"report", {"report", "formats", "messages", "model", "base"}},
      {"batch", {"batch", "report", "engine", "load", "formats", "messages", "reference", "model", "base"}},
      {"cli", {"cli", "batch", "report", "engine", "interview", "load", "formats", "messages", "reference", "model", "base"}},
  };
  return allowed;
}

// The text between quotes or angle brackets of an #include line; empty for any other line.
std::string included(const std::string& line, char open, char close) {
  const std::string head = std::string("#include ") + open;
  if (!line.starts_with(head)) return {};
  return line.substr(head.size(), line.find(close, head.size()) - head.size());
}

std::string folder_of(const std::string& path) {
  const std::string below = path.substr(std::string("src/").size());
  return below.substr(0, below.find('/'));
}

// The line without a comment at its end, strings included.
std::string code_of(const std::string& line) { return line.substr(0, line.find("//")); }

TEST_CASE("folders_include_only_what_the_layers_allow") {
  for (const TextFile& file : files_below("src", {".h", ".cpp"})) {
    CAPTURE(file.path);
    const auto allowed = allowed_includes().find(folder_of(file.path));
    REQUIRE(allowed != allowed_includes().end());
    for (const std::string& line : lines_of(file.text)) {
      const std::string name = included(line, '"', '"');
      if (name.empty()) continue;
      CAPTURE(line);
      CHECK_MESSAGE(name.find('/') != std::string::npos, "include paths start at src/");
      CHECK(allowed->second.count(name.substr(0, name.find('/'))) == 1);
    }
  }
}

TEST_CASE("slow_third_party_headers_stay_in_their_one_file") {
  for (const TextFile& file : files_below("src", {".h", ".cpp"})) {
    for (const std::string& line : lines_of(file.text)) {
      const std::string name = included(line, '<', '>');
      CAPTURE(file.path);
      if (name.starts_with("toml++")) CHECK(file.path == "src/load/toml_doc.cpp");
      if (name.starts_with("CLI/")) CHECK(file.path == "src/cli/main.cpp");
    }
  }
}

TEST_CASE("money_is_never_near_binary_floating_point") {
  for (const std::string folder : {"src/base", "src/model", "src/engine"}) {
    for (const TextFile& file : files_below(folder, {".h", ".cpp"})) {
      for (const std::string& line : lines_of(file.text)) {
        CAPTURE(file.path);
        CAPTURE(line);
        CHECK_FALSE(has_whole_word(code_of(line), "double"));
        CHECK_FALSE(has_whole_word(code_of(line), "float"));
      }
    }
  }
}

TEST_CASE("every_header_begins_with_pragma_once_and_says_what_it_is") {
  for (const TextFile& file : files_below("src", {".h"})) {
    CAPTURE(file.path);
    const std::vector<std::string> lines = lines_of(file.text);
    REQUIRE(lines.size() > 2);
    CHECK(lines[0] == "#pragma once");
    CHECK(lines[1].starts_with("// "));
  }
}

TEST_CASE("files_stay_short_enough_to_read") {
  constexpr std::size_t kMostLines = 500;
  for (const std::string folder : {"src", "tests"}) {
    for (const TextFile& file : files_below(folder, {".h", ".cpp", ".cmake", "CMakeLists.txt"})) {
      CAPTURE(file.path);
      CHECK(lines_of(file.text).size() <= kMostLines);
      CHECK(lines_of(file.text).size() >= 1);
    }
  }
}

TEST_CASE("no_file_is_a_drawer_for_odds_and_ends") {
  for (const TextFile& file : files_below("src", {".h", ".cpp"})) {
    CAPTURE(file.path);
    for (const std::string word : {"utils", "util", "helpers", "helper", "common", "misc"}) {
      CHECK_FALSE(has_whole_word(file.path, word));
      CHECK(file.path.find(word + ".") == std::string::npos);
    }
  }
}

TEST_CASE("nothing_is_left_half_done") {
  for (const std::string folder : {"src", "tests", "script", "data"}) {
    for (const TextFile& file : files_below(folder, {})) {
      CAPTURE(file.path);
      CHECK(file.text.find("TO"
                           "DO") == std::string::npos);
      CHECK(file.text.find("FIX"
                           "ME") == std::string::npos);
    }
  }
}

TEST_CASE("no_file_knows_one_machine") {
  std::vector<TextFile> files;
  for (const std::string folder : {"src", "tests", "script", "data", "man", "plans", "examples", ".ci"}) {
    for (TextFile& file : files_below(folder, {})) files.push_back(std::move(file));
  }
  for (const std::string name :
       {"CMakeLists.txt", "CMakePresets.json", "README.md", "CONTRIBUTING.md", "CHANGELOG.md"}) {
    files.push_back({name, read_source(name)});
  }
  for (const TextFile& file : files) {
    CAPTURE(file.path);
    for (const std::string place : {"/ho"
                                    "me/",
                                    "/wo"
                                    "rk/",
                                    "/Us"
                                    "ers/",
                                    "/ro"
                                    "ot/"}) {
      CAPTURE(place);
      CHECK(file.text.find(place) == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace preauth::meta
