#pragma once
// The questions that an estimate raises, from the catalogue: what is open and touches an option, authorization where
// the plan is silent, the four classic ones, and those that are always asked. In catalogue order.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/defaults.h"
#include "model/estimate.h"

namespace preauth {

class QuestionList {
 public:
  explicit QuestionList(const ReferenceData& reference) : reference_(reference) {}
  // A question may be raised many times: by several options, levels and fields. `swing` is what its answer can move in
  // that option; the largest is kept. Empty: not known in dollars.
  void raise(std::string_view id, std::string_view field, std::string_view option, std::string_view level,
             std::optional<Money> swing = std::nullopt);
  // The questions raised and those always asked, in catalogue order.
  std::vector<Question> in_catalogue_order() const;

 private:
  struct Raised {
    std::string id;
    std::string field;
    std::optional<Money> swing;
    std::vector<std::string> options;
    std::vector<std::string> levels;
  };
  Question make(const QuestionInfo& info, const Raised* raised) const;
  const ReferenceData& reference_;
  std::vector<Raised> raised_;
};

}  // namespace preauth
