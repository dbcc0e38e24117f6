#pragma once
// Where the answer to a question goes, and how its plausible values would stand in the file: "$319.38/day", "20%",
// "outpatient-other". An open value of the model has one place; a price without a facility has one per step.

#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis.h"
#include "engine/situation.h"

namespace preauth {

class FieldMaker {
 public:
  // Evaluates the likely case once, for the units of prices.
  explicit FieldMaker(const PlanAnalysis& analysis);

  // The fields that settle an open value, without its swing.
  std::vector<AnswerField> of_unknown(std::size_t unknown) const;
  // The fields that the catalogue names, filled in for a step; none where its place has no name, or holds a list.
  std::vector<AnswerField> of_question(const QuestionInfo& info, const Situation& situation) const;
  // The same for a question that is about no step.
  std::vector<AnswerField> of_question(const QuestionInfo& info) const;

 private:
  AnswerField at(std::string path) const;
  std::vector<std::string> paths_of(const Unknown& unknown) const;
  std::string text(const Unknown& unknown, std::int64_t value) const;
  std::string text(const Unknown& unknown, UnknownKind kind, std::int64_t value) const;
  std::string choice_text(const Unknown& unknown, std::int64_t value) const;
  std::string in_phrase(const Unknown& unknown, const std::string& low, const std::string& high,
                        const std::string& value) const;
  std::string price_text(const Unknown& unknown, std::int64_t value) const;
  std::string schedule_text(const Unknown& unknown, std::int64_t value) const;
  Money individual_amount(std::string_view path) const;
  std::vector<AnswerField> filled(const QuestionInfo& info, std::string_view benefit, std::string_view facility) const;

  const PlanAnalysis& analysis_;
  ResolvedTreatment likely_;
};

// client, so_far, facilities, options and life stand in the treatment file.
bool is_in_treatment(std::string_view path);

}  // namespace preauth
