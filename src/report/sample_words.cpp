#include "report/sample_words.h"

#include "messages/compare.h"
#include "report/amount_text.h"
#include "report/care_words.h"
#include "report/compare_words.h"

namespace preauth {
namespace {

// The middle of the sample leaves out at least a quarter of the span between low and high.
bool is_clearly_narrower(const OptionEstimate& option) {
  if (!option.bands || !option.unpriced.empty()) return false;
  const Money middle = option.bands->p90 - option.bands->p10;
  return middle * 4 <= (option.high.patient() - option.low.patient()) * 3 &&
         option.low.patient() < option.high.patient();
}

// A tenth more or less does not matter to anybody, so the share is said in tenths.
std::string above_budget(Lang lang, const std::string& what, Rate share) {
  constexpr std::int64_t kTenth = 100'000;
  if (share.is_zero()) return msg::compare::budget_never(lang, what);
  if (share >= Rate::percent(100)) return msg::compare::budget_always(lang, what);
  const std::int64_t tenths = divide_half_away(share.parts(), kTenth);
  if (tenths == 0) return msg::compare::budget_rarely(lang, what);
  if (tenths == 10) return msg::compare::budget_mostly(lang, what);
  return msg::compare::budget_share(lang, what, tenths);
}

void append(std::string& list, const std::string& item, Lang lang) {
  list = list.empty() ? item : msg::compare::and_another(lang, list, item);
}

}  // namespace

std::vector<std::string> sample_sentences(const Comparison& comparison, std::size_t plan, Lang lang) {
  std::string usual;
  std::string budget;
  for (const OptionEstimate* option : options_of(comparison, plan)) {
    const std::string what = distinct_name(comparison, *option, lang);
    if (is_clearly_narrower(*option)) {
      append(usual, msg::compare::usual_item(lang, what, rounded_range(lang, option->bands->p10, option->bands->p90)),
             lang);
    }
    if (option->over_budget && option->unpriced.empty()) {
      append(budget, above_budget(lang, what, *option->over_budget), lang);
    }
  }
  std::vector<std::string> sentences;
  if (!usual.empty()) sentences.push_back(msg::compare::usual(lang, usual));
  if (!budget.empty() && comparison.budget) {
    sentences.push_back(msg::compare::budget(lang, *comparison.budget, budget));
  }
  return sentences;
}

}  // namespace preauth
