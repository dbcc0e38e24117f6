#pragma once
// Random clients over the whole library, each with a plan, a treatment, a budget and values of its own at paths of
// their files: everything a column of a rows file can be, exact, as a range and unknown. The same seed is the same
// client on every machine.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace random_clients {

// What clients.toml says: places, options and steps that the paths below name.
extern const std::string_view kTreatment;

struct Value {
  std::string_view path;
  std::string text;
};

struct Client {
  std::string plan;
  bool own_treatment = false;  // else the four usual options
  std::string budget;          // may be empty
  std::vector<Value> values;   // in the order of paths()
};

// Every path that a client may state.
std::vector<std::string_view> paths();
Client client(std::uint64_t seed);

}  // namespace random_clients
