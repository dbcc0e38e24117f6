// golden_runner [--record] PROGRAM SOURCE-FOLDER FILE…: runs golden tests (see test_case.h) and prints what differs.
// --record rewrites the expected sections instead; reading the resulting diff is the author's duty.

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "test_case.h"

namespace {

bool run_file(const std::string& path, const golden::Setting& setting, bool record) {
  golden::TestCase test = golden::parse_test(golden::read_text(path));
  const golden::Result actual = golden::run_test(test, setting);
  const std::string difference = golden::difference(test.expected, actual);
  if (difference.empty()) return true;
  std::cout << (record ? "recorded " : "FAILED ") << path << "\n" << test.story << "\n" << difference;
  if (!record) return false;
  test.expected = actual;
  std::ofstream(path, std::ios::binary) << golden::format_test(test);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool record = !arguments.empty() && arguments.front() == "--record";
  if (record) arguments.erase(arguments.begin());
  if (arguments.size() < 3) {
    std::cerr << "golden_runner [--record] PROGRAM SOURCE-FOLDER FILE...\n";
    return 2;
  }
  const golden::Setting setting{std::filesystem::absolute(arguments[0]).parent_path().string(),
                                std::filesystem::absolute(arguments[1]).string()};
  bool passed = true;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    try {
      passed = run_file(arguments[i], setting, record) && passed;
    } catch (const std::exception& problem) {
      std::cout << "FAILED " << arguments[i] << ": " << problem.what() << "\n";
      passed = false;
    }
  }
  return passed ? 0 : 1;
}
