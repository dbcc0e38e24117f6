#pragma once
// The ranked questions of an estimate: the first few on the first screen, more of them in `explain`, all of them as
// JSON. The call script of `preauth questions` is made elsewhere (questions_report.h).

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json_writer.h"
#include "messages/lang.h"
#include "model/estimate.h"
#include "report/markdown.h"
#include "report/text_page.h"

namespace preauth {

// The first `most` of them, one about authorization among them where some care may need it. Pre: most > 0.
std::vector<Question> first_questions(const Comparison& comparison, std::size_t most);
void put_ask_first(TextPage& page, const Comparison& comparison, Lang lang);
void put_ask_first(MarkdownPage& page, const Comparison& comparison, Lang lang);
void put_all_questions(TextPage& page, const Comparison& comparison, Lang lang);
// The member "questions" of the object that is open; at most so many.
void write_questions(JsonWriter& json, const Comparison& comparison,
                     std::size_t most = std::numeric_limits<std::size_t>::max());
// id … options: the members that every result has, into the object that is open.
void write_question_start(JsonWriter& json, const Question& question);
std::string_view reason_id(QuestionReason reason);
std::string whom_to_ask(Lang lang, const Question& question);
// A table of questions without its rows: who is asked what, and with `settles` how much the answer moves. The first
// cell of a row is asked_cell.
TextTable questions_table(Lang lang, const std::string& heading, bool settles);
std::string asked_cell(Lang lang, const Question& question);

}  // namespace preauth
