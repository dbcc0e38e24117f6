#pragma once
// Renderers of `preauth explain`: every line of an option, which rule took which dollar and where it is written, then
// totals, authorization branches, assumptions and what is used up at the end. The comparison must have been made with
// lines. `option` is an option id; empty means every option.

#include <string>
#include <string_view>

#include "formats/csv_writer.h"
#include "model/estimate.h"
#include "report/text_style.h"

namespace preauth {

std::string explain_text(const Comparison& comparison, std::string_view option, const TextStyle& style);
// Schema preauth.explain/1: as compare with lines, plus totals by rule with the words and place of each provision.
std::string explain_json(const Comparison& comparison, std::string_view option);
// One row per service line, not folded.
std::string explain_csv(const Comparison& comparison, std::string_view option, CsvGuard guard);
std::string explain_md(const Comparison& comparison, std::string_view option, Lang lang);

}  // namespace preauth
