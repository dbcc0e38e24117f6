#pragma once
// The rule behind an adjustment in words, with its remittance code and the place it is written: which rule took which
// dollar, and where to look it up.

#include <string>
#include <string_view>

#include "messages/lang.h"
#include "model/adjudication.h"
#include "model/estimate.h"

namespace preauth {

std::string rule_words(Lang lang, Rule rule);
std::string_view group_code(Group group);               // "PR"
std::string reason_code(const Adjustment& adjustment);  // "PR-1"

// The provision of adjustment `index` of a line; nullptr when the plan summary has none there.
const Provision* provision_of(const PlanSummary& plan, const ExplainedLine& line, std::size_t index);
// benefits.iop.in “20% coinsurance after deductible”, plans/acme.toml:31
std::string provision_words(Lang lang, const Provision& provision);
// The whole reason: rule, code, and the provision when there is one.
std::string reason_words(Lang lang, const Adjustment& adjustment, const Provision* provision);

}  // namespace preauth
