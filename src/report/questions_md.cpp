#include <fmt/format.h>

#include "messages/compare.h"
#include "messages/questions.h"
#include "report/ask_first.h"
#include "report/markdown.h"
#include "report/questions_report.h"
#include "report/questions_words.h"

namespace preauth {
namespace {

void put_list(MarkdownPage& page, std::string_view heading, const std::vector<std::string>& items) {
  if (items.empty()) return;
  page.heading(2, heading);
  for (const std::string& item : items) page.item(item);
}

// One row per question; the last cell is for the answer.
void put_group(MarkdownPage& page, const Comparison& comparison, const QuestionGroup& group, Lang lang) {
  page.heading(2, group.heading);
  page.table_head({"", "", msg::compare::column_settles(lang), msg::questions::answer_line(lang)});
  for (const RankedQuestion& each : group.questions) {
    const Question& question = *each.question;
    std::string text = question.text + "\n" + fmt::format("{}", fmt::join(why_sentences(question, lang), " "));
    for (const std::string& sentence : answer_sentences(question, lang)) text += "\n" + sentence;
    page.table_row({fmt::format("{}. {}", each.rank, question.id), text,
                    fmt::format("{}", fmt::join(worth_sentences(comparison, question, lang), " ")), ""});
  }
}

}  // namespace

std::string questions_md(const Comparison& comparison, const QuestionChoice& choice, Lang lang) {
  MarkdownPage page;
  page.heading(1, script_title(comparison, lang));
  for (const std::string& sentence : head_sentences(comparison, choice, lang)) page.paragraph(sentence);
  put_list(page, msg::questions::hand(lang), things_at_hand(comparison, choice, lang));
  put_list(
      page, msg::questions::record(lang),
      {msg::questions::record_date(lang), msg::questions::record_name(lang), msg::questions::record_reference(lang)});
  put_list(page, msg::questions::opening(lang), {opening_words(comparison, lang)});
  for (const QuestionGroup& group : groups_of(comparison, choice.asked, lang)) put_group(page, comparison, group, lang);
  if (!choice.if_time.empty()) page.heading(2, msg::questions::if_time(lang));
  for (const std::size_t position : choice.if_time) {
    const Question& question = comparison.questions[position];
    page.item(msg::compare::ask_row_narrow(lang, question.id, whom_to_ask(lang, question), question.text));
  }
  for (const std::string& sentence : left_out_sentences(choice, lang)) page.paragraph(sentence);
  put_list(page, msg::questions::vague(lang), words_for_vague_answers(lang));
  put_list(page, msg::questions::dates(lang), date_sentences(comparison, lang));
  put_list(page, msg::questions::closing(lang),
           {msg::questions::closing_read(lang), msg::questions::closing_next(lang)});
  page.paragraph(msg::compare::closing(lang));
  return page.take();
}

}  // namespace preauth
