#pragma once
// Worksheet is one filled-in sheet as read: which files it was written for, who was called, and for each question the
// field it fills with the value before and the answer. AnswerOutcome says what became of one answer. Field names follow
// the keys of the file (man page preauth-worksheet(5)).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/known.h"

namespace preauth {

struct SheetText {
  std::string text;
  Span at;  // of the value; of the table when the key is missing
};

enum class SheetValueKind : std::uint8_t { text, plain };  // plain: a number, true or false, a day

struct SheetAnswer {
  SheetText id;  // "C6"
  bool in_treatment = false;
  SheetText field;  // "benefits.iop.same_as"
  std::string was;  // in the file when the sheet was written; empty: the file said nothing
  SheetText value;
  SheetValueKind kind = SheetValueKind::text;
  bool answered = false;  // false: left empty, or "unknown"
  std::string words;      // what was said, on one line
  Evidence evidence = Evidence::call;
  std::string source;  // instead of the call; may be empty
};

struct Worksheet {
  std::int32_t file = kNoFile;
  Span at;         // of [sheet], or the start of the file
  SheetText plan;  // id
  SheetText plan_sha256;
  SheetText treatment;  // id; empty: written without a treatment file
  SheetText treatment_sha256;
  std::optional<Date> as_of;
  std::optional<Date> call_date;
  Span call_at;  // of call.date, or of [call]
  std::string representative;
  std::string reference;
  std::vector<SheetAnswer> answers;
  std::int64_t notes = 0;  // questions without a field

  bool has_answers() const {
    for (const SheetAnswer& answer : answers) {
      if (answer.answered) return true;
    }
    return false;
  }
};

// weaker: the file's value stands on better evidence. older: it comes from a later day than this answer.
enum class AnswerFate : std::uint8_t { written, same, weaker, older };

struct AnswerOutcome {
  AnswerFate fate = AnswerFate::written;
  std::string id;  // of the question; empty for what follows from another answer (so_far.as_of)
  bool in_treatment = false;
  std::string field;
  std::string before;  // the value in the file; empty: it said nothing
  std::string after;
  Evidence evidence = Evidence::call;
  std::string source;
  Evidence in_file = Evidence::plan_document;  // evidence of `before`
};

}  // namespace preauth
