#pragma once
// The sentences of an explanation, shared by the renderers meant for people. Amounts to the cent.

#include <string>
#include <string_view>
#include <vector>

#include "messages/lang.h"
#include "model/estimate.h"
#include "report/explain_fold.h"

namespace preauth {

// What one line of the benefit is, after a count: "6 × IOP day".
std::string line_words(Lang lang, Benefit benefit);

bool is_chosen(const OptionEstimate& option, std::string_view id);

std::string option_heading(const Comparison& comparison, const OptionEstimate& option, Lang lang);
std::string option_span(const OptionEstimate& option, Lang lang);
// "12 × IOP day (Mon/Wed/Fri), in network, 14 Jan 2026 – 6 Feb 2026: you pay $63.88 each, $766.56 in all."
std::string folded_sentence(const FoldedLines& folded, Lang lang);
std::string folded_amounts(const FoldedLines& folded, Lang lang);

// A label and an amount: totals, years, accumulators.
struct LabelledAmount {
  std::string label;
  Money amount;
};
// Billed, plan pays, each rule, you pay: it adds up.
std::vector<LabelledAmount> rule_totals(const Comparison& comparison, const OptionEstimate& option, Lang lang);
std::vector<LabelledAmount> year_totals(const OptionEstimate& option);
std::vector<LabelledAmount> used_at_end(const OptionEstimate& option, Lang lang);

// field = value, and where it comes from.
std::vector<std::string> assumption_details(const Assumption& assumption, Lang lang);

}  // namespace preauth
