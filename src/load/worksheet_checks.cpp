// What can be said about a worksheet without the files it was written for.

#include <algorithm>

#include "base/text.h"
#include "load/field_path.h"
#include "load/field_reader.h"
#include "load/overrides.h"
#include "load/worksheet_loader.h"
#include "messages/answers.h"

namespace preauth {
namespace {

// Questions about a level of care may be settled in its row, at its facility or at its step.
constexpr std::array<std::string_view, 4> kCare = {"benefits", "prior_auth", "facilities", "options"};
constexpr std::array<std::string_view, 2> kAmounts = {"deductible", "out_of_pocket_max"};

// What a field is about. The catalogue names one field of a question; in a file it may stand at a neighbour.
std::string topic_of(std::string_view path) {
  const std::string_view first = path.substr(0, path.find('.'));
  if (std::find(kCare.begin(), kCare.end(), first) != kCare.end()) return "care";
  if (std::find(kAmounts.begin(), kAmounts.end(), first) != kAmounts.end()) return "amounts";
  // Of the plan, the client or the rules each key is a subject of its own.
  const bool is_list_of_facts = first == "plan" || first == "client" || first == "rules";
  return std::string(is_list_of_facts ? path : first);
}

bool fills(const QuestionInfo& info, std::string_view field) {
  std::string_view rest = info.field;
  while (!rest.empty()) {
    const std::string_view known = rest.substr(0, rest.find(' '));
    if (topic_of(known) == topic_of(field)) return true;
    rest.remove_prefix(std::min(known.size() + 1, rest.size()));
  }
  return false;
}

class SheetChecker {
 public:
  SheetChecker(const Worksheet& sheet, const ReferenceData& reference, Diagnostics& diagnostics)
      : sheet_(sheet), reference_(reference), diagnostics_(diagnostics) {
    for (const QuestionInfo& info : reference.questions) ids_.push_back(info.id);
  }

  void check_answers() {
    for (const SheetAnswer& answer : sheet_.answers) {
      check_id_and_field(answer);
      if (answer.answered) check_alone(answer);
    }
    if (!sheet_.has_answers()) diagnostics_.add(diag::worksheet_nothing_answered(sheet_.at));
  }

  void check_call(Date as_of) {
    const bool from_call = std::any_of(sheet_.answers.begin(), sheet_.answers.end(), [](const SheetAnswer& answer) {
      return answer.answered && answer.evidence == Evidence::call;
    });
    if (!sheet_.call_date) {
      if (from_call) diagnostics_.add(diag::worksheet_no_call_date(sheet_.call_at));
    } else if (as_of < *sheet_.call_date) {
      diagnostics_.add(diag::worksheet_call_in_future(sheet_.call_at, *sheet_.call_date, as_of));
    } else if (*sheet_.call_date < add_months(as_of, -12)) {
      diagnostics_.add(diag::worksheet_call_too_old(sheet_.call_at, *sheet_.call_date));
    }
  }

 private:
  void check_id_and_field(const SheetAnswer& answer) {
    const std::string id = excerpt(answer.id.text);
    const QuestionInfo* info = reference_.question(answer.id.text);
    if (info == nullptr) diagnostics_.add(diag::worksheet_unknown_question(answer.id.at, id, nearest_word(id, ids_)));
    const std::string field = excerpt(answer.field.text);
    if (split_path(answer.field.text).empty() || kind_of_path(answer.field.text) == FileKind::unknown) {
      diagnostics_.add(diag::worksheet_bad_field(answer.field.at, field));
    } else if (info != nullptr && !fills(*info, answer.field.text)) {
      diagnostics_.add(diag::worksheet_other_field(answer.field.at, id, field));
    }
  }

  // Two answers to one field may only repeat each other.
  void check_alone(const SheetAnswer& answer) {
    for (const SheetAnswer& other : sheet_.answers) {
      if (&other == &answer) return;
      if (!other.answered || other.field.text != answer.field.text || other.value.text == answer.value.text) continue;
      Diagnostic problem = diag::worksheet_two_answers(answer.value.at, excerpt(answer.field.text));
      problem.related.push_back({other.value.at, msg::answers::other_answer(Lang::en)});
      diagnostics_.add(std::move(problem));
      return;
    }
  }

  const Worksheet& sheet_;
  const ReferenceData& reference_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> ids_;
};

}  // namespace

void check_worksheet(const Worksheet& sheet, const ReferenceData& reference, Date as_of, Diagnostics& diagnostics) {
  SheetChecker checker(sheet, reference, diagnostics);
  checker.check_answers();
  checker.check_call(as_of);
}

}  // namespace preauth
