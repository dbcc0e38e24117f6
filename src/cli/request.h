#pragma once
// A Request is a command line that has been checked: every option belongs to its command and has a value that can be
// used. make_request is the only way to get one from what was typed.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/money.h"
#include "batch/columns.h"
#include "batch/row_estimator.h"
#include "batch/rows_input.h"
#include "cli/options.h"
#include "cli/raw_options.h"
#include "cli/surroundings.h"
#include "engine/sample.h"
#include "interview/conversation.h"
#include "load/overrides.h"
#include "messages/lang.h"

namespace preauth {

inline constexpr int kLeastWidth = 40;
inline constexpr int kUsualWidth = 80;
inline constexpr int kMostWidth = 200;
inline constexpr std::int64_t kMostQuestionsShown = 1'000;

struct FailOn {
  bool warning = false;
  bool unknown = false;
  bool budget = false;
};

// Of `preauth batch`.
struct BatchRequest {
  ColumnRules columns;
  bool columns_wanted = false;   // --columns
  bool template_wanted = false;  // --template
  std::string base_folder = ".";
  std::optional<RowRange> rows;
  std::optional<unsigned> jobs;  // empty: as many as there are processors
  bool bands = false;
  std::size_t top_questions = 0;
  std::optional<std::string> summary_file;
  std::optional<std::string> rejects_file;
  bool rejects_with_rows = false;
  std::optional<std::string> sheets_folder;
  std::optional<std::uint64_t> most_rejects;
  bool resume = false;
  bool csv_safe = true;
  RowsDetail detail = RowsDetail::full;
  bool header = true;
  bool row_numbers = true;
};

struct Request {
  Command command = Command::help;
  bool command_named = false;  // false: nothing but options was typed
  bool help = false;           // --help: about `command`
  bool version = false;
  std::vector<std::string> arguments;  // without the command
  Format format = Format::text;
  std::optional<std::string> output_file;  // empty: standard output
  std::vector<Override> overrides;
  std::string option_id;  // empty: all options of the treatment
  Date as_of;
  bool as_of_given = false;
  bool lines = false;
  std::optional<Money> budget;
  std::int32_t draws = 10'000;  // 0: no sample
  std::uint64_t seed = 1;
  bool chart = false;
  std::optional<std::size_t> top;  // questions: at most so many
  std::optional<Money> worth;      // questions: stop where an answer moves less than this
  std::optional<std::string> search;  // plans: words in any order
  std::optional<std::string> worksheet_file;
  std::optional<std::string> calendar_file;
  bool dry_run = false;
  bool replace_stronger = false;
  std::optional<std::string> plan_output;  // answer: instead of the plan file itself
  std::optional<std::string> treatment_output;
  std::optional<std::string> pdf_file;          // sheet
  std::optional<std::string> name_file;         // sheet: the name to print is its first line
  bool part2_notice = false;
  bool new_treatment = false;       // new: a treatment file, not a plan
  std::optional<std::string> from;  // new: the plan to begin from
  std::vector<std::string> with;    // new: what to compare with
  std::optional<std::string> answers_file;
  std::vector<std::string> answers;  // ID=TEXT
  OnInterrupt on_interrupt = OnInterrupt::ask;
  bool force = false;
  BatchRequest batch;
  FailOn fail_on;
  Lang lang = Lang::en;  // of what people read

  // The language of the texts in an estimate: data for programs is the same in every language.
  Lang text_lang() const { return format == Format::json || format == Format::csv ? Lang::en : lang; }

  bool color_out = false;
  bool color_err = false;
  int width = kUsualWidth;
  bool ascii = false;
};

// Empty when something is wrong with the command line; `diagnostics` then says what.
std::optional<Request> make_request(const RawOptions& raw, const Surroundings& surroundings, Diagnostics& diagnostics);

}  // namespace preauth
