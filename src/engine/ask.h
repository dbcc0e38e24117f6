#pragma once
// The questions that an estimate raises, collected from every option of every plan: each question of the catalogue
// once, with all the options, levels and fields it is about and the most that its answer moves. Those that are classic
// or always asked are there whatever the files say.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis.h"
#include "engine/question_rank.h"
#include "model/defaults.h"
#include "model/estimate.h"

namespace preauth {

// One reason to ask: what a step, an open value or a rule calls for.
struct Raise {
  QuestionReason reason = QuestionReason::open;
  std::string_view detail;   // word of the trigger; may be empty
  std::string_view option;   // may be empty
  BenefitMask benefits = 0;  // rows it is about; 0: none in particular
  std::optional<Date> deadline;
  bool blocks = false;  // without the answer there is no figure at all
  std::vector<AnswerField> fields;
};

class QuestionList {
 public:
  explicit QuestionList(const ReferenceData& reference);

  // An id that the catalogue does not have is left out.
  void raise(std::string_view id, const Raise& reason);
  // What the answer is worth in an option. `sampled`: the typical movement is known, not only the extremes.
  void add_worth(std::string_view id, std::string_view option, const Worth& worth, bool sampled);
  // What comes on top when authorization goes wrong, and the chance of that.
  void add_risk(std::string_view id, Money at_risk, Rate chance);
  // Rows of any option: what a classic question is about when nothing else raises it.
  void note_levels(BenefitMask benefits) { all_benefits_ |= benefits; }

  // The questions raised and those always asked, in the order in which to ask them.
  std::vector<Question> in_order() const;

 private:
  struct Entry {
    const QuestionInfo* info = nullptr;
    bool raised = false;
    BenefitMask benefits = 0;
    Rank rank;
    Question question;
  };
  Entry* find(std::string_view id);
  Question finished(const Entry& entry) const;

  const ReferenceData& reference_;
  std::vector<Entry> entries_;  // in catalogue order
  BenefitMask all_benefits_ = 0;
};

}  // namespace preauth
