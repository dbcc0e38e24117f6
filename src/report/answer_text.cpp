#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "messages/answers.h"
#include "model/evidence.h"
#include "report/amount_text.h"
#include "report/answer_changes.h"
#include "report/answer_report.h"
#include "report/ask_first.h"
#include "report/compare_words.h"
#include "report/text_page.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

namespace words = msg::answers;

constexpr Indent kField{2, 6};
constexpr int kLongestValue = 100;
constexpr int kLongestLine = 400;

class AnswerPage {
 public:
  AnswerPage(const AnswerReport& report, const TextStyle& style) : report_(report), style_(style), page_(style) {}

  std::string write() {
    if (report_.files.empty()) page_.paragraph(words::nothing_to_change(style_.lang));
    for (const AnswerReport::File& file : report_.files) {
      page_.gap();
      report_.dry_run ? put_changes(file) : put_written(file);
    }
    put_held_back();
    put_counts();
    put_figures();
    put_next();
    return page_.take();
  }

 private:
  std::string value(std::string_view text) const {
    return text.empty() ? words::not_stated(style_.lang) : shorten(text, kLongestValue);
  }

  std::string evidence_words(Evidence evidence) const {
    std::string key = "evidence-" + std::string(id(evidence));
    std::replace(key.begin(), key.end(), ' ', '-');
    return words::by_id(style_.lang, key, {});
  }

  std::string evidence(const AnswerOutcome& outcome) const {
    if (outcome.source.empty()) return evidence_words(outcome.evidence);
    // "call 2026-01-05, Dana R." says that it was a call.
    if (outcome.source.starts_with(id(outcome.evidence))) return shorten(outcome.source, kLongestValue);
    return words::evidence_from(style_.lang, evidence_words(outcome.evidence), shorten(outcome.source, kLongestValue));
  }

  // "C6 benefits.iop.same_as"
  std::string field(const AnswerOutcome& outcome) const {
    const std::string path = shorten(outcome.field, kLongestValue);
    return outcome.id.empty() ? path : outcome.id + " " + path;
  }

  std::string name_of(const AnswerReport::File& file) const {
    if (!file.path.empty()) return file.path;
    return file.name.empty() ? words::new_file(style_.lang) : file.name;
  }

  void put_written(const AnswerReport::File& file) {
    page_.heading(words::written_into(style_.lang, name_of(file)));
    for (const AnswerOutcome& outcome : report_.outcomes) {
      if (outcome.fate != AnswerFate::written || outcome.in_treatment != file.in_treatment) continue;
      page_.paragraph(field(outcome), kField);
      page_.paragraph(outcome.id.empty() ? words::written_day(style_.lang, value(outcome.before), outcome.after)
                                         : words::written_value(style_.lang, value(outcome.before),
                                                                value(outcome.after), evidence(outcome)),
                      {7, 7});
    }
  }

  void put_changes(const AnswerReport::File& file) {
    page_.heading(words::would_write(style_.lang, name_of(file)));
    for (const ChangedLine& line : changed_lines(file.before, file.after)) {
      const std::string number = line.added ? "" : std::to_string(line.number);
      std::string text = shorten(printable(line.text), kLongestLine);
      if (style_.ascii) text = to_ascii(text);
      page_.raw(fmt::format("{:>6} {} {}\n", number, line.added ? '+' : '-', text));
    }
  }

  void put_held_back() {
    bool is_first = true;
    for (const AnswerOutcome& outcome : report_.outcomes) {
      if (outcome.fate == AnswerFate::written || outcome.fate == AnswerFate::same) continue;
      if (std::exchange(is_first, false)) {
        page_.gap();
        page_.heading(words::not_written(style_.lang));
      }
      const std::string kept = value(outcome.before);
      page_.paragraph(
          outcome.fate == AnswerFate::weaker
              ? words::not_written_weaker(style_.lang, outcome.id, outcome.field, kept, evidence_words(outcome.in_file))
              : words::not_written_older(style_.lang, outcome.id, outcome.field, kept),
          kField);
    }
  }

  void put_counts() {
    const auto same = std::count_if(report_.outcomes.begin(), report_.outcomes.end(),
                                    [](const AnswerOutcome& outcome) { return outcome.fate == AnswerFate::same; });
    if ((same > 0 && !report_.files.empty()) || report_.unanswered > 0) page_.gap();
    if (same > 0 && !report_.files.empty()) page_.paragraph(words::already_there(style_.lang, same));
    if (report_.unanswered > 0) page_.paragraph(words::left_open(style_.lang, report_.unanswered));
  }

  std::string figures(const OptionEstimate& option) const {
    return words::figures(style_.lang, likely_cell(option, style_.lang), range_cell(option, style_.lang));
  }

  void put_figures() {
    page_.gap();
    const std::vector<OptionEstimate>& before = report_.before.options;
    const std::vector<OptionEstimate>& after = report_.after.options;
    TextTable table;
    table.columns = {{"", false, false},
                     {words::column_before(style_.lang), true, false},
                     {words::column_now(style_.lang), true, true}};
    Money width_before;
    Money width_after;
    bool is_same = true;
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
      table.rows.push_back({row_title(report_.after, after[i], style_.lang), figures(before[i]), figures(after[i])});
      is_same = is_same && table.rows.back()[1] == table.rows.back()[2];
      if (!before[i].unpriced.empty() || !after[i].unpriced.empty()) continue;
      width_before += before[i].high.patient() - before[i].low.patient();
      width_after += after[i].high.patient() - after[i].low.patient();
    }
    page_.table(table);
    page_.paragraph(is_same ? words::same_figures(style_.lang) : words::spread(style_.lang, width_before, width_after));
  }

  void put_next() {
    page_.gap();
    if (report_.next.settled) page_.paragraph(words::nothing_left(style_.lang, report_.next.stop_at));
    if (report_.next.asked.empty()) return;
    page_.gap();
    TextTable table = questions_table(style_.lang, words::ask_next(style_.lang), true);
    for (const std::size_t position : report_.next.asked) {
      const Question& question = report_.after.questions[position];
      table.rows.push_back({asked_cell(style_.lang, question), question.text,
                            question.swing ? rounded(style_.lang, *question.swing) : std::string()});
    }
    page_.table(table);
    page_.paragraph(words::next_command(style_.lang));
  }

  const AnswerReport& report_;
  TextStyle style_;
  TextPage page_;
};

}  // namespace

std::string answer_text(const AnswerReport& report, const TextStyle& style) {
  return AnswerPage(report, style).write();
}

}  // namespace preauth
