#include "report/worksheet.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "formats/toml_text.h"
#include "messages/questions.h"
#include "report/ask_first.h"
#include "report/questions_words.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr int kCommentWidth = 98;

// Text of others, on one line: what is not UTF-8 could not be read back.
std::string quoted(std::string_view text) {
  return toml_quoted(is_valid_utf8(text) ? std::string(text) : printable(text));
}

class Sheet {
 public:
  Sheet(const Comparison& comparison, const QuestionChoice& choice, const StatedText& stated, Lang lang)
      : comparison_(comparison), choice_(choice), stated_(stated), lang_(lang) {}

  std::string write() {
    put_comment(msg::questions::sheet_head(lang_));
    put_comment(msg::questions::sheet_rules(lang_));
    out_ += "schema = \"preauth.worksheet/1\"\n";
    put_sheet();
    put_call();
    for (const RankedQuestion& each : ranked(comparison_, choice_)) put_answers(each);
    put_notes();
    return std::move(out_);
  }

 private:
  // A comment ends with its line, so nothing may start a new one.
  void put_comment(std::string_view text) {
    for (const std::string& line : wrap(printable(text), kCommentWidth)) out_ += "# " + line + "\n";
  }

  void put_value(std::string_view key, std::string_view text) {
    out_ += std::string(key) + " = " + quoted(text) + "\n";
  }

  void put_table(std::string_view header, std::string_view comment) {
    out_ += fmt::format("\n[{}]  # {}\n", header, comment);
  }

  void put_sheet() {
    const PlanSummary& plan = comparison_.plans.front();
    const TreatmentSummary& treatment = comparison_.treatment;
    put_table("sheet", msg::questions::sheet_sheet(lang_));
    put_value("plan", plan.id);
    put_value("plan_sha256", plan.sha256);
    put_value("treatment", treatment.built_in ? "" : treatment.id);
    put_value("treatment_sha256", treatment.built_in ? "" : treatment.sha256);
    if (comparison_.as_of) out_ += "as_of = " + to_iso(*comparison_.as_of) + "\n";
  }

  void put_call() {
    put_table("call", msg::questions::sheet_call(lang_));
    put_value("date", "");
    put_value("representative", "");
    put_value("reference", "");
  }

  void put_question(const RankedQuestion& each) {
    const Question& question = *each.question;
    out_ += "\n";
    put_comment(msg::questions::sheet_question(lang_, static_cast<std::int64_t>(each.rank), question.id,
                                               whom_to_ask(lang_, question), question.text));
    for (const std::string& sentence : worth_sentences(comparison_, question, lang_)) put_comment(sentence);
    for (const std::string& sentence : why_sentences(question, lang_)) put_comment(sentence);
  }

  // A field that an earlier question fills is not asked for again.
  void put_answers(const RankedQuestion& each) {
    std::vector<const AnswerField*> fields;
    for (const AnswerField& field : each.question->fields) {
      if (written_.insert({field.in_treatment, field.path}).second) fields.push_back(&field);
    }
    if (fields.empty()) {
      notes_.push_back(each);
      return;
    }
    put_question(each);
    for (const AnswerField* field : fields) put_answer(*each.question, *field);
  }

  void put_answer(const Question& question, const AnswerField& field) {
    if (const std::string takes = answer_sentence(field, lang_); !takes.empty()) put_comment(takes);
    out_ += "[[answers]]\n";
    put_value("id", question.id);
    put_value("file", field.in_treatment ? "treatment" : "plan");
    put_value("field", field.path);
    put_value("was", stated_(field.in_treatment, field.path).value_or(""));
    put_value("value", "");
    put_value("words", "");
  }

  void put_notes() {
    if (notes_.empty()) return;
    out_ += "\n";
    put_comment(msg::questions::sheet_notes(lang_));
    for (const RankedQuestion& each : notes_) {
      put_question(each);
      out_ += "[[notes]]\n";
      put_value("id", each.question->id);
      put_value("words", "");
    }
  }

  const Comparison& comparison_;
  const QuestionChoice& choice_;
  const StatedText& stated_;
  Lang lang_;
  std::set<std::pair<bool, std::string>> written_;
  std::vector<RankedQuestion> notes_;
  std::string out_;
};

}  // namespace

std::string worksheet(const Comparison& comparison, const QuestionChoice& choice, const StatedText& stated, Lang lang) {
  return Sheet(comparison, choice, stated, lang).write();
}

}  // namespace preauth
