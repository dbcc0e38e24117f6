#pragma once
// Renderers of `preauth questions`: a comparison and the questions chosen from it in, bytes out. Text is a script for
// the call; JSON is the exact result (schema preauth.questions/1); CSV has one row per question; Markdown is for
// pasting.

#include <string>

#include "formats/csv_writer.h"
#include "model/estimate.h"
#include "model/question_choice.h"
#include "report/text_style.h"

namespace preauth {

std::string questions_text(const Comparison& comparison, const QuestionChoice& choice, const TextStyle& style);
std::string questions_json(const Comparison& comparison, const QuestionChoice& choice);
std::string questions_csv(const Comparison& comparison, const QuestionChoice& choice, CsvGuard guard);
std::string questions_md(const Comparison& comparison, const QuestionChoice& choice, Lang lang);

}  // namespace preauth
