#pragma once
// The project's own files as text, for tests about the project itself.

#include <string>
#include <string_view>
#include <vector>

namespace preauth::meta {

struct TextFile {
  std::string path;  // relative to the source folder
  std::string text;
};

// Files below a folder of the source tree whose name ends with one of the endings, sorted by path. Empty endings: all.
std::vector<TextFile> files_below(const std::string& folder, const std::vector<std::string>& endings);
std::string read_source(const std::string& path);
std::vector<std::string> lines_of(std::string_view text);
// True when `word` stands in `text` with no letter, digit, dash or underscore right before or after it.
bool has_whole_word(std::string_view text, std::string_view word);
// Standard output of the program built here, run by the shell with these arguments.
std::string program_output(const std::string& arguments);

}  // namespace preauth::meta
