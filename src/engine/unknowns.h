#pragma once
// One model of unknowns shared by everything that estimates. Each unknown has a place in a file, its plausible values,
// a cited default and the question that settles it. An Assignment gives every unknown one value. Resolving a plan and
// expanding a treatment ask a Chooser for each open value, always in the same order whatever the answers are, so that
// the position of an unknown in the list is its identity.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/vocabulary.h"

namespace preauth {

// How the values between low and high are spread in a sample. even: a range that somebody stated. skewed: the default
// is the middle one, and values thin out to both ends (prices and lengths have a long tail upwards).
enum class Spread : std::uint8_t { even, skewed };

enum class UnknownKind : std::uint8_t { choice, cents, parts_per_million, count, micros };

// What the values of a multiple come to in the likely case, for people: $2,000 .. $6,000 for one to three times.
struct ShownRange {
  UnknownKind kind = UnknownKind::cents;
  std::int64_t low = 0;
  std::int64_t likely = 0;
  std::int64_t high = 0;
};

struct Unknown {
  std::string path;      // where the answer goes: "benefits.iop.same_as"
  std::string question;  // id in the catalogue: "C6"
  UnknownKind kind = UnknownKind::choice;
  std::vector<std::string> choices;    // choice: each answer as it would stand in the file
  std::vector<std::uint16_t> weights;  // choice: chances in thousandths, assumed; empty: all the same
  Spread spread = Spread::even;        // numeric
  std::int64_t low = 0;                // numeric: plausible extremes, low <= likely <= high; choice: 0 .. n-1
  std::int64_t likely = 0;
  std::int64_t high = 0;
  std::optional<ShownRange> shown;      // set when the value is a multiple (parts per million) of another amount
  std::string source;                   // of the default
  bool assumed = false;                 // the default comes from general knowledge
  BenefitMask benefits = kAllBenefits;  // lines it can touch
  NetworkMask networks = kAllNetworks;
  std::int32_t option = -1;  // touches this option only; -1: any
  std::int32_t slot = -1;    // touches options that use this price only (PreparedTreatment::slots); -1: any
  bool raises = false;       // where PlainTerms::rises holds, the patient's amount never falls when this rises

  // Every value worth trying: all choices, or both ends, the default, and the middles between.
  std::vector<std::int64_t> candidates() const;
};

using Assignment = std::vector<std::int64_t>;  // one value per unknown, in order

Assignment likely_assignment(const std::vector<Unknown>& unknowns);

// Asked for each open value. Collecting, it records the unknown and answers its default; replaying, it answers from the
// assignment without building the description (the callable is not called), which is what makes many evaluations cheap.
class Chooser {
 public:
  explicit Chooser(std::vector<Unknown>& collected) : collected_(&collected) {}
  explicit Chooser(std::span<const std::int64_t> assignment) : assignment_(assignment) {}

  template <class Describe>
  std::int64_t choose(Describe&& describe) {
    if (collected_ != nullptr) {
      collected_->push_back(std::forward<Describe>(describe)());
      return collected_->back().likely;
    }
    return assignment_[next_++];
  }

  // Replaying: how many answers were taken.
  std::size_t taken() const { return next_; }

 private:
  std::vector<Unknown>* collected_ = nullptr;
  std::span<const std::int64_t> assignment_;
  std::size_t next_ = 0;
};

}  // namespace preauth
