#pragma once
// Renderers of `preauth compare`: a Comparison in, bytes out. Text is the first screen a worried person reads; JSON is
// the exact result (schema preauth.compare/1); CSV has one row per plan and option; Markdown is for pasting.

#include <string>

#include "formats/csv_writer.h"
#include "model/estimate.h"
#include "report/text_style.h"

namespace preauth {

// `with_chart` adds range bars and a tornado; Markdown shows them in ASCII.
std::string compare_text(const Comparison& comparison, const TextStyle& style, bool with_chart = false);
// `with_lines` adds every service line of every option; the comparison must have been made with lines.
std::string compare_json(const Comparison& comparison, bool with_lines);
std::string compare_csv(const Comparison& comparison, CsvGuard guard);
std::string compare_md(const Comparison& comparison, Lang lang, bool with_chart = false);

}  // namespace preauth
