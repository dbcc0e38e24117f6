#include <fmt/format.h>

#include "report/amount_text.h"
#include "report/ask_first.h"
#include "report/questions_report.h"
#include "report/questions_words.h"

namespace preauth {
namespace {

void put_amount(CsvWriter& csv, const std::optional<Money>& amount) {
  amount ? csv.number(decimal(*amount)) : csv.empty();
}

void put_share(CsvWriter& csv, const std::optional<Rate>& rate) { rate ? csv.number(decimal(*rate)) : csv.empty(); }

std::string levels_of(const Question& question) {
  std::string list;
  for (const Level level : question.levels) list += (list.empty() ? "" : " ") + std::string(id(level));
  return list;
}

std::string fields_of(const Question& question) {
  std::string list;
  for (const AnswerField& field : question.fields) list += (list.empty() ? "" : " ") + field.path;
  return list;
}

void put_row(CsvWriter& csv, const RankedQuestion& ranked, bool if_time) {
  const Question& question = *ranked.question;
  csv.number(std::to_string(ranked.rank)).text(if_time ? "yes" : "no");
  csv.text(question.id).text(question.ask).text(question.text).text(question.why);
  csv.text(reason_id(question.reason)).number(std::to_string(question.priority));
  put_amount(csv, question.swing);
  put_amount(csv, question.typical);
  put_share(csv, question.spread_share);
  put_share(csv, question.budget_share);
  put_amount(csv, question.at_risk);
  question.deadline ? csv.number(to_iso(*question.deadline)) : csv.empty();
  csv.text(fmt::format("{}", fmt::join(question.options, " "))).text(levels_of(question)).text(fields_of(question));
  csv.end_row();
}

}  // namespace

std::string questions_csv(const Comparison& comparison, const QuestionChoice& choice, CsvGuard guard) {
  CsvWriter csv(guard);
  csv.row({"rank", "if_time", "id", "ask", "text", "why", "reason", "priority", "swing", "typical", "spread_share",
           "budget_share", "at_risk", "deadline", "options", "levels", "fields"});
  for (const RankedQuestion& each : ranked(comparison, choice)) put_row(csv, each, each.rank > choice.asked.size());
  return csv.take();
}

}  // namespace preauth
