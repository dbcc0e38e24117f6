#include "source_tree.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <doctest/doctest.h>

namespace preauth::meta {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = PREAUTH_SOURCE_DIR;

bool has_ending(const std::string& path, const std::vector<std::string>& endings) {
  return endings.empty() || std::any_of(endings.begin(), endings.end(),
                                        [&path](const std::string& ending) { return path.ends_with(ending); });
}

bool is_word_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_'; }

}  // namespace

std::string read_source(const std::string& path) {
  std::ifstream in(kSource / path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), "cannot read " << path);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::vector<TextFile> files_below(const std::string& folder, const std::vector<std::string>& endings) {
  std::vector<std::string> paths;
  if (fs::exists(kSource / folder)) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kSource / folder)) {
      const std::string path = fs::relative(entry.path(), kSource).generic_string();
      if (entry.is_regular_file() && has_ending(path, endings)) paths.push_back(path);
    }
  }
  std::sort(paths.begin(), paths.end());
  std::vector<TextFile> files;
  for (const std::string& path : paths) files.push_back({path, read_source(path)});
  return files;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool has_whole_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !is_word_character(text[at - 1]);
    const std::size_t end = at + word.size();
    if (begins && (end == text.size() || !is_word_character(text[end]))) return true;
  }
  return false;
}

std::string program_output(const std::string& arguments) {
  FILE* pipe = popen((std::string(PREAUTH_PROGRAM) + " " + arguments).c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  std::array<char, 4096> buffer{};
  for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    text.append(buffer.data(), count);
  }
  CHECK(pclose(pipe) == 0);
  return text;
}

}  // namespace preauth::meta
