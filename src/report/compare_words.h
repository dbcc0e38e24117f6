#pragma once
// The sentences of a comparison, shared by the renderers meant for people: where the plan stands, why a range is wide,
// what was assumed. Amounts in whole dollars.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "messages/lang.h"
#include "model/estimate.h"

namespace preauth {

// Options of one plan, in order.
std::vector<const OptionEstimate*> options_of(const Comparison& comparison, std::size_t plan);

// "a, b and c"
std::string listed(Lang lang, std::span<const std::string> items);

// "UHC Gold Standard 2026 (HMO). Starts 12 Jan 2026, in network." and what is met and left.
std::vector<std::string> plan_sentences(const Comparison& comparison, std::size_t plan, Lang lang);
// Title of a table row; names the network where the options of the plan differ in it.
std::string row_title(const Comparison& comparison, const OptionEstimate& option, Lang lang);
// The two columns of figures; "unknown" when a price is missing, because then no amount is valid.
std::string likely_cell(const OptionEstimate& option, Lang lang);
std::string range_cell(const OptionEstimate& option, Lang lang);
// The column that no yearly maximum stops: what an unapproved day costs, and what the likely figure already holds.
// Several parts stand on lines of their own.
std::string top_cell(const OptionEstimate& option, Lang lang);
// What marks in the table mean, and which word insurers use for a rehab program.
std::vector<std::string> table_notes(const Comparison& comparison, Lang lang);
// Missing prices, wide ranges, possible zeros, benefit years, deposits: one sentence each.
std::vector<std::string> reasons(const Comparison& comparison, std::size_t plan, Lang lang);

std::string assumption_sentence(Lang lang, const Assumption& assumption);
// The first assumptions and how many more there are; empty when nothing was assumed.
std::string assumed_sentence(const Comparison& comparison, Lang lang);
std::string warning_sentence(Lang lang, const Warning& warning);

}  // namespace preauth
