#include "report/authorization_report.h"

#include "messages/authorization.h"
#include "report/authorization_words.h"

namespace preauth {
namespace {

constexpr int kIndent = 2;

std::vector<std::string> branch_heads(Lang lang) {
  return {msg::authorization::column_branch(lang), msg::authorization::column_patient(lang),
          msg::authorization::column_day(lang), msg::authorization::column_liable(lang)};
}

std::vector<std::string> branch_row(const AuthorizationBranch& branch, Lang lang) {
  return {branch_words(branch, lang), branch_patient(branch, lang), branch_day(branch, lang),
          liable_words(branch.liable, lang)};
}

void put_branches(TextPage& page, const StepAuthorization& step, Lang lang) {
  TextTable table;
  const std::vector<std::string> heads = branch_heads(lang);
  table.columns = {
      {heads[0], false, false}, {heads[1], true, false}, {heads[2], true, false}, {heads[3], false, false}};
  for (const AuthorizationBranch& branch : step.branches) table.rows.push_back(branch_row(branch, lang));
  page.table(table, 2 * kIndent);
}

}  // namespace

void put_authorization(TextPage& page, const OptionEstimate& option, Lang lang) {
  if (option.authorization.empty()) return;
  page.gap();
  page.heading(msg::authorization::authorization(lang));
  for (const StepAuthorization& step : option.authorization) {
    page.paragraph(required_sentence(step, lang), {kIndent, 2 * kIndent});
    for (const std::string& sentence : authorization_sentences(step, lang)) {
      page.paragraph(sentence, {2 * kIndent, 3 * kIndent});
    }
    if (!step.branches.empty()) put_branches(page, step, lang);
  }
  for (const std::string& sentence : clock_sentences(option, lang)) page.paragraph(sentence, {kIndent, 2 * kIndent});
  if (option.tasks.empty()) return;
  page.gap();
  page.heading(msg::authorization::tasks(lang));
  for (const std::string& sentence : task_sentences(option, lang)) page.paragraph(sentence, {kIndent, 2 * kIndent});
}

void put_authorization(MarkdownPage& page, const OptionEstimate& option, Lang lang) {
  if (option.authorization.empty()) return;
  page.heading(3, msg::authorization::authorization(lang));
  for (const StepAuthorization& step : option.authorization) {
    page.paragraph(required_sentence(step, lang));
    for (const std::string& sentence : authorization_sentences(step, lang)) page.item(sentence);
    if (step.branches.empty()) continue;
    page.table_head(branch_heads(lang));
    for (const AuthorizationBranch& branch : step.branches) page.table_row(branch_row(branch, lang));
  }
  for (const std::string& sentence : clock_sentences(option, lang)) page.item(sentence);
  if (option.tasks.empty()) return;
  page.heading(3, msg::authorization::tasks(lang));
  for (const std::string& sentence : task_sentences(option, lang)) page.item(sentence);
}

std::vector<std::string> task_sentences(const OptionEstimate& option, Lang lang) {
  std::vector<std::string> sentences;
  for (const Task& task : option.tasks) {
    const StepAuthorization* step = step_of(option, task);
    if (step == nullptr) continue;
    sentences.push_back(msg::authorization::task_dated(lang, task.on, task_sentence(task, *step, lang)));
  }
  return sentences;
}

}  // namespace preauth
