#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "messages/compare.h"
#include "messages/questions.h"
#include "report/questions_report.h"
#include "report/questions_words.h"
#include "report/text_page.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr int kNarrow = 60;  // columns under which there is no room to write beside a question
constexpr int kWidest = 80;  // a line to write on need not be longer
constexpr int kIndent = 2;
constexpr int kBesideQuestion = 10;  // columns of rank and id
constexpr int kLongestQuestion = 300;

std::string joined(const std::vector<std::string>& sentences) { return fmt::format("{}", fmt::join(sentences, " ")); }

std::string shortened(const Question& question) { return shorten(question.text, kLongestQuestion); }

class Script {
 public:
  Script(const Comparison& comparison, const QuestionChoice& choice, const TextStyle& style)
      : comparison_(comparison), choice_(choice), lang_(style.lang), page_(style) {}

  std::string write() {
    page_.heading(script_title(comparison_, lang_));
    for (const std::string& sentence : head_sentences(comparison_, choice_, lang_)) page_.paragraph(sentence);
    put_hand();
    put_record();
    put_list(msg::questions::opening(lang_), {opening_words(comparison_, lang_)});
    for (const QuestionGroup& group : groups_of(comparison_, choice_.asked, lang_)) put_group(group);
    put_if_time();
    put_left_out();
    put_list(msg::questions::vague(lang_), words_for_vague_answers(lang_));
    put_list(msg::questions::dates(lang_), date_sentences(comparison_, lang_));
    put_list(msg::questions::closing(lang_),
             {msg::questions::closing_read(lang_), msg::questions::closing_next(lang_)});
    page_.gap();
    page_.paragraph(msg::compare::closing(lang_));
    return page_.take();
  }

 private:
  void put_list(std::string_view heading, const std::vector<std::string>& items) {
    if (items.empty()) return;
    page_.gap();
    page_.heading(heading);
    for (const std::string& item : items) page_.paragraph(item, {kIndent, kIndent + 2});
  }

  void put_hand() {
    std::vector<std::string> things = things_at_hand(comparison_, choice_, lang_);
    things.push_back(msg::questions::hand_names(lang_));
    put_list(msg::questions::hand(lang_), things);
  }

  bool has_room() const { return page_.width() >= kNarrow; }

  std::string line_to_write_on(int used) const {
    return std::string(static_cast<std::size_t>(std::min(page_.width(), kWidest) - used), '_');
  }

  void put_record() {
    page_.gap();
    page_.heading(msg::questions::record(lang_));
    const std::vector<std::string> labels = {msg::questions::record_date(lang_), msg::questions::record_name(lang_),
                                             msg::questions::record_reference(lang_)};
    if (!has_room()) {
      for (const std::string& label : labels) page_.paragraph(label, {kIndent, kIndent});
      return;
    }
    int widest = 0;
    for (const std::string& label : labels) widest = std::max(widest, display_width(label));
    TextTable table;
    table.columns = {{"", false, false}, {"", false, false}};
    table.flexible = 1;
    for (const std::string& label : labels) table.rows.push_back({label, line_to_write_on(kIndent + widest + 2)});
    page_.table(table, kIndent);
  }

  // What stands under a question, a line of sentences each.
  std::vector<std::string> lines_under(const Question& question) const {
    std::vector<std::string> lines;
    const std::string worth = joined(worth_sentences(comparison_, question, lang_));
    if (!worth.empty()) lines.push_back(worth);
    lines.push_back(joined(why_sentences(question, lang_)));
    for (const std::string& sentence : answer_sentences(question, lang_)) lines.push_back(sentence);
    return lines;
  }

  void put_group(const QuestionGroup& group) {
    page_.gap();
    page_.heading(group.heading);
    for (const RankedQuestion& each : group.questions) {
      page_.gap();
      has_room() ? put_question(each) : put_narrow_question(each);
    }
  }

  void put_question(const RankedQuestion& each) {
    TextTable table;
    table.columns = {{"", true, false}, {"", false, false}, {"", false, false}};
    table.flexible = 2;
    std::string cell = shortened(*each.question);
    for (const std::string& line : lines_under(*each.question)) cell += "\n" + line;
    const std::string label = msg::questions::answer_line(lang_) + " ";
    cell += "\n" + label + line_to_write_on(kBesideQuestion + display_width(label));
    table.rows.push_back({fmt::format("{:>2}.", each.rank), fmt::format("{:<3}", each.question->id), cell});
    page_.table(table);
  }

  void put_narrow_question(const RankedQuestion& each) {
    page_.paragraph(fmt::format("{}. {} {}", each.rank, each.question->id, shortened(*each.question)), {0, kIndent});
    for (const std::string& line : lines_under(*each.question)) page_.paragraph(line, {kIndent, kIndent});
  }

  void put_if_time() {
    if (choice_.if_time.empty()) return;
    page_.gap();
    page_.heading(msg::questions::if_time(lang_));
    page_.paragraph(msg::questions::if_time_why(lang_));
    for (const QuestionGroup& group : groups_of(comparison_, choice_.if_time, lang_)) {
      page_.gap();
      page_.paragraph(group.heading);
      TextTable table;
      table.columns = {{"", false, false}, {"", false, false}};
      table.flexible = 1;
      for (const RankedQuestion& each : group.questions) {
        table.rows.push_back({fmt::format("{:<3}", each.question->id), shortened(*each.question)});
      }
      page_.table(table, kIndent);
    }
  }

  void put_left_out() {
    const std::vector<std::string> sentences = left_out_sentences(choice_, lang_);
    if (sentences.empty()) return;
    page_.gap();
    for (const std::string& sentence : sentences) page_.paragraph(sentence);
  }

  const Comparison& comparison_;
  const QuestionChoice& choice_;
  Lang lang_;
  TextPage page_;
};

}  // namespace

std::string questions_text(const Comparison& comparison, const QuestionChoice& choice, const TextStyle& style) {
  return Script(comparison, choice, style).write();
}

}  // namespace preauth
