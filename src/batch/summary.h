#pragma once
// What a whole run says: how many clients, the middle of what each option could cost them, how many are above their
// budget, and which question to which payer would settle most clients at once. Sums only, so it is the same whatever
// the number of threads, in memory that does not grow with the rows.

#include <cstdint>
#include <map>
#include <string>

#include "batch/histogram.h"
#include "formats/json_writer.h"
#include "model/estimate.h"

namespace preauth {

class Summary {
 public:
  void add(const Comparison& comparison);
  void add_rejected() { ++rejected_; }
  void merge(const Summary& other);
  // Schema preauth.batch-summary/1.
  std::string json() const;

  // Of one option over all clients.

  struct OptionCounts {
    std::uint64_t clients = 0;
    std::uint64_t without_price = 0;
    std::uint64_t over_budget = 0;
    AmountHistogram likely;
    AmountHistogram low;
    AmountHistogram high;
    void merge(const OptionCounts& other);
  };
  struct QuestionCounts {
    std::string ask;
    std::string text;  // of its many wordings the first by the alphabet
    std::uint64_t clients = 0;
    void merge(const QuestionCounts& other);
  };
  struct PlanCounts {
    std::uint64_t clients = 0;
    std::map<std::string, QuestionCounts> questions;
    void merge(const PlanCounts& other);
  };

 private:
  // Names come from the rows, so only the first few hundred by the alphabet are counted each; the others together. That
  // a name is among the first does not depend on the order in which rows come.
  template <class Counts>
  struct ByName {
    std::map<std::string, Counts> named;
    Counts others;
    void add(const std::string& name, const Counts& counts);
    void merge(const ByName& other);
  };
  void write_options(JsonWriter& json) const;
  void write_plans(JsonWriter& json) const;

  std::uint64_t clients_ = 0;
  std::uint64_t rejected_ = 0;
  std::uint64_t with_budget_ = 0;
  std::uint64_t all_over_budget_ = 0;  // every option of the client is above it
  ByName<OptionCounts> options_;
  ByName<PlanCounts> plans_;
};

}  // namespace preauth
