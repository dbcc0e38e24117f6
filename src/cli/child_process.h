#pragma once
// Runs another program and waits for it: no shell, a given environment, nothing on its input and output, a time limit.
// Interruptions (Ctrl-C) are held back until it is over, so that the caller can clean up; they end the wait at once.

#include <optional>
#include <string>
#include <vector>

namespace preauth {

struct ChildProcess {
  std::vector<std::string> words;        // the program's path first
  std::vector<std::string> environment;  // "NAME=value"
  int most_seconds = 60;
};

// Empty when the program ended with exit code 0, else the reason.
std::optional<std::string> run_child(const ChildProcess& child);

// The first of the names that is a program in one of the folders of `search_path` (as in PATH); empty: none is.
std::string find_program(const std::vector<std::string>& names, const std::string& search_path);

}  // namespace preauth
