#include "cli/request.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <span>
#include <string_view>

#include <sys/stat.h>

#include "base/text.h"
#include "cli/usage_advice.h"
#include "load/phrase.h"
#include "messages/cli.h"
#include "reference/library.h"

namespace preauth {
namespace {

std::string dashed(OptionId id) { return "--" + std::string(spec(id).name); }

// "text json csv" as a person would list them.
std::string listed(std::string_view words) {
  std::string list;
  for (const char c : words) list += c == ' ' ? std::string(", ") : std::string(1, c);
  return list;
}

bool is_library_plan(std::string_view name) {
  const std::span<const LibraryFile> plans = library_plans();
  return std::any_of(plans.begin(), plans.end(), [name](const LibraryFile& plan) { return plan.name == name; });
}

bool is_existing_file(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 && !S_ISDIR(info.st_mode);
}

constexpr std::int64_t kMostJobs = 256;

// Fills a Request field by field; each function leaves its field alone when the option was not given.
class RequestMaker {
 public:
  RequestMaker(const RawOptions& raw, const Surroundings& surroundings, Diagnostics& diagnostics)
      : raw_(raw), surroundings_(surroundings), diagnostics_(diagnostics) {}

  std::optional<Request> make() {
    read_unknown();
    read_command();
    if (diagnostics_.has_errors()) return std::nullopt;
    request_.help = raw_.has(OptionId::help);
    request_.version = raw_.has(OptionId::version);
    read_lang();
    if (!request_.help && !request_.version) read_options();
    if (diagnostics_.has_errors()) return std::nullopt;
    return request_;
  }

 private:
  void read_unknown() {
    for (const std::string& word : raw_.unknown) {
      diagnostics_.add(diag::usage_unknown_option({}, word.substr(0, word.find('=')), option_advice(word)));
    }
  }

  void read_command() {
    if (raw_.arguments.empty()) return;
    const std::string& name = raw_.arguments.front();
    if (const std::optional<Command> found = find_command(name)) {
      request_.command = *found;
      request_.command_named = true;
      request_.arguments.assign(raw_.arguments.begin() + 1, raw_.arguments.end());
    } else if (is_existing_file(name)) {
      diagnostics_.add(diag::usage_file_without_command({}, name, file_advice(name)));
    } else if (is_library_plan(name)) {
      diagnostics_.add(diag::usage_plan_without_command({}, name));
    } else {
      diagnostics_.add(diag::usage_unknown_command({}, name, command_advice(name)));
    }
  }

  void read_options() {
    check_belonging();
    check_argument_count();
    read_format();
    read_as_of();
    request_.budget = amount(OptionId::budget);
    read_fail_on();
    read_width();
    read_color();
    for (const std::string& text : raw_.of(OptionId::set)) {
      if (std::optional<Override> found = parse_override(text, diagnostics_)) request_.overrides.push_back(*found);
    }
    request_.draws = static_cast<std::int32_t>(number(OptionId::draws, request_.draws, kMostDraws));
    request_.seed = static_cast<std::uint64_t>(number(OptionId::seed, 1, std::numeric_limits<std::int64_t>::max()));
    if (raw_.has(OptionId::top)) request_.top = static_cast<std::size_t>(number(OptionId::top, 0, kMostQuestionsShown));
    request_.worth = amount(OptionId::worth);
    request_.chart = raw_.has(OptionId::chart);
    if (raw_.has(OptionId::search)) request_.search = last(OptionId::search);
    request_.worksheet_file = file(OptionId::worksheet);
    request_.calendar_file = file(OptionId::calendar);
    request_.dry_run = raw_.has(OptionId::dry_run);
    request_.replace_stronger = raw_.has(OptionId::replace_stronger);
    request_.plan_output = file(OptionId::plan_output);
    request_.treatment_output = file(OptionId::treatment_output);
    request_.pdf_file = file(OptionId::pdf);
    request_.name_file = file(OptionId::name_file);
    request_.part2_notice = raw_.has(OptionId::part2_notice);
    read_new();
    request_.option_id = last(OptionId::option);
    request_.lines = raw_.has(OptionId::lines);
    read_batch();
    request_.ascii = raw_.has(OptionId::ascii);
    const std::string file = last(OptionId::output);
    if (!file.empty() && file != "-") request_.output_file = file;
  }

  void read_new() {
    request_.new_treatment = raw_.has(OptionId::treatment);
    request_.from = file(OptionId::from);
    request_.with = raw_.of(OptionId::with);
    request_.answers_file = file(OptionId::answers);
    request_.answers = raw_.of(OptionId::answer);
    const std::string on_interrupt = choice(OptionId::on_interrupt);
    if (on_interrupt == "keep") request_.on_interrupt = OnInterrupt::keep;
    if (on_interrupt == "discard") request_.on_interrupt = OnInterrupt::discard;
    request_.force = raw_.has(OptionId::force);
  }

  void check_belonging() {
    for (const OptionSpec& option : options()) {
      if (!raw_.has(option.id) || has_option(request_.command, option.id)) continue;
      diagnostics_.add(diag::usage_option_not_here({}, spec(request_.command).name, dashed(option.id)));
    }
  }

  void check_argument_count() {
    const std::optional<std::size_t> most = spec(request_.command).most_arguments;
    if (!most.has_value() || request_.arguments.size() <= *most) return;
    diagnostics_.add(diag::usage_too_many_arguments({}, spec(request_.command).name, static_cast<std::int64_t>(*most),
                                                    request_.arguments[*most]));
  }

  // The last value typed, so that an alias with options of its own can be overridden.
  std::string last(OptionId id) const { return raw_.has(id) ? raw_.of(id).back() : std::string(); }

  // The last value when it is one of the option's choices; otherwise empty, with a diagnostic if one was typed.
  std::string choice(OptionId id) {
    std::string value = last(id);
    if (!raw_.has(id) || has_word(spec(id).choices, value)) return value;
    diagnostics_.add(diag::usage_not_a_choice({}, dashed(id), value, listed(spec(id).choices)));
    return {};
  }

  void read_format() {
    const std::string value = choice(OptionId::format);
    const CommandSpec& command = spec(request_.command);
    if (value.empty()) {
      // The first form a command has is its usual one: html for a sheet, text for the others.
      if (!raw_.has(OptionId::format) && command.formats.starts_with("html")) request_.format = Format::html;
      return;
    }
    if (!command.formats.empty() && !has_word(command.formats, value)) {
      diagnostics_.add(diag::usage_format_not_here({}, command.name, value, listed(command.formats)));
    }
    if (value == "json") request_.format = Format::json;
    if (value == "csv") request_.format = Format::csv;
    if (value == "md") request_.format = Format::md;
    if (value == "html") request_.format = Format::html;
  }

  void read_lang() {
    if (choice(OptionId::lang) == "es") request_.lang = Lang::es;
  }

  void read_as_of() {
    request_.as_of = surroundings_.today;
    request_.as_of_given = raw_.has(OptionId::as_of);
    if (!raw_.has(OptionId::as_of)) return;
    const std::string value = last(OptionId::as_of);
    if (const std::optional<Date> day = parse_date(value)) {
      request_.as_of = *day;
    } else {
      diagnostics_.add(diag::usage_bad_date({}, value, dashed(OptionId::as_of)));
    }
  }

  std::optional<Money> amount(OptionId id) {
    if (!raw_.has(id)) return std::nullopt;
    const std::string value = last(id);
    const PhraseResult<Known<Money>> result = parse_money(value);
    if (result.value.has_value() && result.value->is_exact()) return result.value->value();
    diagnostics_.add(diag::usage_bad_amount({}, value, dashed(id)));
    return std::nullopt;
  }

  std::int64_t number(OptionId id, std::int64_t usual, std::int64_t most) {
    if (!raw_.has(id)) return usual;
    const std::string value = last(id);
    std::int64_t read = 0;
    const std::from_chars_result end = std::from_chars(value.data(), value.data() + value.size(), read);
    const bool whole = end.ec == std::errc() && end.ptr == value.data() + value.size();
    if (whole && read >= 0 && read <= most) return read;
    diagnostics_.add(diag::usage_bad_number({}, value, dashed(id), most));
    return usual;
  }

  std::optional<std::string> file(OptionId id) const {
    if (!raw_.has(id)) return std::nullopt;
    return last(id);
  }

  void read_batch() {
    BatchRequest& batch = request_.batch;
    for (const std::string& text : raw_.of(OptionId::map)) {
      if (std::optional<ColumnMap> map = parse_column_map(text, diagnostics_)) batch.columns.maps.push_back(*map);
    }
    batch.columns.allow_identifiers = raw_.has(OptionId::allow_identifiers);
    batch.columns_wanted = raw_.has(OptionId::columns);
    batch.template_wanted = raw_.has(OptionId::template_rows);
    if (raw_.has(OptionId::base)) batch.base_folder = last(OptionId::base);
    read_rows();
    if (raw_.has(OptionId::jobs)) batch.jobs = static_cast<unsigned>(number(OptionId::jobs, 1, kMostJobs));
    if (batch.jobs == 0U) diagnostics_.add(diag::usage_no_jobs({}));
    batch.bands = raw_.has(OptionId::bands);
    batch.top_questions = static_cast<std::size_t>(number(OptionId::top_questions, 0, kMostQuestionsShown));
    batch.summary_file = file(OptionId::summary);
    batch.rejects_file = file(OptionId::rejects);
    batch.sheets_folder = file(OptionId::sheets);
    batch.rejects_with_rows = raw_.has(OptionId::rejects_with_rows);
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    if (raw_.has(OptionId::max_errors)) {
      batch.most_rejects = static_cast<std::uint64_t>(number(OptionId::max_errors, 0, kMost));
    }
    if (raw_.has(OptionId::strict)) batch.most_rejects = 0;
    batch.resume = raw_.has(OptionId::resume);
    batch.csv_safe = choice(OptionId::csv_safe) != "off";
    read_detail();
    batch.header = !raw_.has(OptionId::no_header);
    batch.row_numbers = !raw_.has(OptionId::no_row_numbers);
    if (request_.command == Command::batch) check_batch();
  }

  // A table has the figures, an object everything, unless more or less is asked for.
  void read_detail() {
    BatchRequest& batch = request_.batch;
    const bool more = batch.bands || batch.top_questions > 0 || request_.lines;
    const bool table = request_.format == Format::csv;
    const std::string asked = choice(OptionId::detail);
    const bool brief = asked.empty() ? table && !more : asked == "brief";
    batch.detail = brief ? RowsDetail::brief : RowsDetail::full;
    if (brief && more)
      diagnostics_.add(diag::usage_option_needs({}, "--bands, --lines, --top-questions", "--detail full"));
  }

  // What only makes sense together, or not together.
  void check_batch() {
    const BatchRequest& batch = request_.batch;
    const auto needs = [&](bool wrong, OptionId option, std::string_view other) {
      if (wrong) diagnostics_.add(diag::usage_option_needs({}, dashed(option), other));
    };
    const bool csv = request_.format == Format::csv;
    needs(batch.resume && !raw_.has(OptionId::output), OptionId::resume, "--output FILE");
    needs(batch.resume && !batch.row_numbers, OptionId::resume, msg::cli::row_numbers_wanted(Lang::en));
    needs(batch.rejects_with_rows && !batch.rejects_file, OptionId::rejects_with_rows, "--rejects FILE");
    needs(raw_.has(OptionId::draws) && !batch.bands, OptionId::draws, "--bands");
    needs(request_.part2_notice && !batch.sheets_folder, OptionId::part2_notice, "--sheets FOLDER");
    needs(request_.lines && csv, OptionId::lines, "--format json");
    needs(batch.top_questions > 0 && csv, OptionId::top_questions, "--format json");
    const bool rows_wanted = !batch.columns_wanted && !batch.template_wanted;
    const std::string format = last(OptionId::format);
    if (rows_wanted && (format == "text" || format == "md")) {
      diagnostics_.add(diag::usage_format_not_here({}, spec(Command::batch).name, format, "json, csv"));
    }
  }

  // "1:1000", both ends included; "1001:" goes on to the end.
  void read_rows() {
    if (!raw_.has(OptionId::rows)) return;
    const std::string value = last(OptionId::rows);
    const std::size_t colon = value.find(':');
    RowRange range;
    const auto read = [](std::string_view digits, std::uint64_t& number) {
      const std::from_chars_result end = std::from_chars(digits.data(), digits.data() + digits.size(), number);
      return end.ec == std::errc() && end.ptr == digits.data() + digits.size();
    };
    const bool valid = colon != std::string::npos && read(std::string_view(value).substr(0, colon), range.first) &&
                       (colon + 1 == value.size() || read(std::string_view(value).substr(colon + 1), range.last)) &&
                       range.first >= 1 && range.first <= range.last;
    if (!valid) return diagnostics_.add(diag::usage_bad_rows({}, value));
    request_.batch.rows = range;
  }

  void read_fail_on() {
    for (const std::string& value : raw_.of(OptionId::fail_on)) {
      if (!has_word(spec(OptionId::fail_on).choices, value)) {
        const std::string choices = listed(spec(OptionId::fail_on).choices);
        diagnostics_.add(diag::usage_not_a_choice({}, dashed(OptionId::fail_on), value, choices));
      }
      request_.fail_on.warning = request_.fail_on.warning || value == "warning";
      request_.fail_on.unknown = request_.fail_on.unknown || value == "unknown";
      request_.fail_on.budget = request_.fail_on.budget || value == "budget";
    }
    if (request_.fail_on.budget && !raw_.has(OptionId::budget)) diagnostics_.add(diag::usage_budget_missing({}));
  }

  void read_width() {
    request_.width = surroundings_.columns;
    if (!raw_.has(OptionId::width)) return;
    const std::string value = last(OptionId::width);
    int width = 0;
    const std::from_chars_result read = std::from_chars(value.data(), value.data() + value.size(), width);
    const bool whole = read.ec == std::errc() && read.ptr == value.data() + value.size();
    if (whole && width >= kLeastWidth && width <= kMostWidth) {
      request_.width = width;
    } else {
      diagnostics_.add(diag::usage_bad_width({}, value));
    }
  }

  void read_color() {
    const std::string when = choice(OptionId::color);
    const bool wanted = when == "always" || (when != "never" && !surroundings_.no_color);
    const bool out_is_terminal = surroundings_.out_is_terminal && !raw_.has(OptionId::output);
    request_.color_out = wanted && (when == "always" || out_is_terminal);
    request_.color_err = wanted && (when == "always" || surroundings_.err_is_terminal);
  }

  const RawOptions& raw_;
  const Surroundings& surroundings_;
  Diagnostics& diagnostics_;
  Request request_;
};

}  // namespace

std::optional<Request> make_request(const RawOptions& raw, const Surroundings& surroundings, Diagnostics& diagnostics) {
  return RequestMaker(raw, surroundings, diagnostics).make();
}

}  // namespace preauth
