#pragma once
// A random plan file and a random treatment file as text: every kind of gap (unknown, range, missing row), ordinary and
// odd designs. For what must hold of any estimate.

#include <cstdint>
#include <string>
#include <vector>

namespace preauth {

// "benefits.iop.in" and the words of a file for it.
struct RandomField {
  std::string path;
  std::string value;  // as TOML
};

struct RandomFiles {
  std::vector<RandomField> plan;  // beside the fixed head
  std::string treatment;
  std::string plan_text() const;
};

// The same seed makes the same files on every machine. `small`: few unknowns, so that every combination can be tried.
RandomFiles random_files(std::uint64_t seed, bool small);

}  // namespace preauth
