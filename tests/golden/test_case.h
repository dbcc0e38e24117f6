#pragma once
// A golden test is one text file in the txtar manner: a story, then sections that begin with "-- NAME --". `command`,
// `stdout`, `stderr` and `exit` are what is run and expected; every other name is a file to create first. A missing
// stdout or stderr section expects nothing, a missing exit section expects 0. Standard library and POSIX only.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace golden {

struct Result {
  std::string out;
  std::string err;
  int exit_code = 0;
};

struct TestCase {
  std::string story;
  std::vector<std::pair<std::string, std::string>> files;  // name, content
  std::string command;
  Result expected;
};

// Where to run: the folder that holds the program, and the source folder whose examples/ and plans/ the test sees.
struct Setting {
  std::string program_folder;
  std::string source_folder;
};

std::string read_text(const std::string& path);
TestCase parse_test(std::string_view text);
std::string format_test(const TestCase& test);
// Runs the command with /bin/sh in a fresh temporary folder, in a small fixed environment.
Result run_test(const TestCase& test, const Setting& setting);
// Lines that differ, with some context, in the manner of a unified diff; empty when the texts are equal.
std::string difference(std::string_view name, std::string_view expected, std::string_view actual);
std::string difference(const Result& expected, const Result& actual);

}  // namespace golden
