#pragma once
// A random plan and a random course of service lines, for comparing the engine with the second adjudicator and for the
// invariants. Amounts are drawn from a small palette per case, so that limits, prices and copays often meet exactly.

#include <cstdint>
#include <string>
#include <vector>

#include "model/accumulators.h"
#include "model/line.h"
#include "model/terms.h"
#include "property/dice.h"

namespace preauth {

struct RandomCase {
  Terms terms;
  Start start;
  std::vector<ServiceLine> lines;
};

// The same seed makes the same case on every machine. `into` is overwritten; passing it in saves clearing 50 kB twice.
void make_random_case(std::uint64_t seed, RandomCase& into);

// The palette of amounts of one case.
class Palette {
 public:
  explicit Palette(Dice& dice);
  Money amount(Dice& dice) const;   // any
  Money price(Dice& dice) const;    // of a line
  Money copay(Dice& dice) const;    // mostly small
  Money ceiling(Dice& dice) const;  // of a deductible or a maximum

 private:
  std::array<Money, 4> small_{};
  std::array<Money, 4> large_{};
};
Rate random_rate(Dice& dice);

// What the case is about, so that features meet often enough without every case having all of them.
struct Theme {
  std::vector<Benefit> benefits;
  bool medicare = false;
  bool family = false;
  bool stays = false;
  bool out_of_network = false;
  bool authorization = false;
  bool rejections = false;  // not covered, excluded, opted out
  bool limits = false;
  bool odd_units = false;
};
Theme random_theme(Dice& dice);
void fill_terms(Dice& dice, const Theme& theme, const Palette& palette, Terms& terms);
void fill_start(Dice& dice, const Palette& palette, RandomCase& into);
void fill_lines(Dice& dice, const Theme& theme, const Palette& palette, RandomCase& into);

// Readable text of a case: only what differs from the default.
std::string describe(const RandomCase& shown);

}  // namespace preauth
