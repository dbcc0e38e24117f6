#pragma once
// The questions that an estimate raises, from the catalogue: what is open and touches an option, authorization where
// the plan is silent, the four classic ones, and those that are always asked. In catalogue order.

#include <string>
#include <vector>

#include "model/defaults.h"
#include "model/estimate.h"

namespace preauth {

class QuestionList {
 public:
  explicit QuestionList(const ReferenceData& reference) : reference_(reference) {}
  // A question may be raised many times: by several options, levels and fields.
  void raise(std::string_view id, std::string_view field, std::string_view option, std::string_view level);
  // The questions raised and those always asked, in catalogue order.
  std::vector<Question> in_catalogue_order() const;

 private:
  struct Raised {
    std::string id;
    std::string field;
    std::vector<std::string> options;
    std::vector<std::string> levels;
  };
  Question make(const QuestionInfo& info, const Raised* raised) const;
  const ReferenceData& reference_;
  std::vector<Raised> raised_;
};

}  // namespace preauth
