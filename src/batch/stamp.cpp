#include "batch/stamp.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/sha256.h"
#include "batch/byte_source.h"
#include "formats/json_reader.h"
#include "formats/json_writer.h"
#include "reference/builtin.h"
#include "report/amount_text.h"
#include "report/estimate_json.h"

namespace preauth {
namespace {

constexpr std::string_view kStampSchema = "preauth.stamp/1";

JsonWriter line_writer() { return JsonWriter(JsonWriter::Shape::one_line); }

// Without the line end that the writer adds.
std::string taken(JsonWriter& json) {
  std::string text = json.take();
  text.pop_back();
  return text;
}

void write_number(JsonWriter& json, std::string_view key, std::uint64_t number) {
  json.key(key).number(static_cast<std::int64_t>(number));
}

void write_file(JsonWriter& json, const UsedFile& file) {
  json.begin_object(JsonWriter::Shape::one_line).member("name", file.name);
  write_text(json, "sha256", file.sha256);
  json.end_object();
}

void write_sheets(JsonWriter& json, const std::string& folder, const SheetSettings& sheet) {
  json.member("sheets", folder).member("sheets_lang", sheet.lang == Lang::es ? "es" : "en");
  json.key("part2_notice").boolean(sheet.part2_notice);
}

std::string settings_line(const BatchSettings& settings) {
  const EstimateSettings& estimate = settings.estimate;
  JsonWriter json = line_writer();
  json.begin_object().member("as_of", to_iso(estimate.as_of));
  json.member("seed", std::to_string(estimate.seed)).key("draws").number(estimate.draws);
  json.member("format", estimate.output == RowsOutput::json ? "json" : "csv");
  json.member("detail", estimate.detail == RowsDetail::brief ? "brief" : "full").key("lines").boolean(estimate.lines);
  write_number(json, "top_questions", estimate.top_questions);
  json.key("row_numbers").boolean(estimate.row_numbers).key("header").boolean(settings.header);
  json.key("csv_safe").boolean(estimate.csv_guard == CsvGuard::spreadsheet);
  write_money(json, "budget", estimate.budget);
  const RowRange rows = settings.rows.value_or(RowRange());
  write_number(json, "first_row", rows.first);
  settings.rows&& rows.last != RowRange().last ? write_number(json, "last_row", rows.last)
                                               : static_cast<void>(json.key("last_row").null());
  json.member("base", settings.base_folder);
  json.key("allow_identifiers").boolean(settings.columns.allow_identifiers);
  json.key("map").begin_array();
  for (const ColumnMap& map : settings.columns.maps) json.string(map.name + "=" + map.path);
  json.end_array().key("set").begin_array();
  for (const Override& override_ : estimate.overrides) json.string(override_.path + "=" + override_.value);
  json.end_array();
  write_text(json, "rejects", settings.rejects_file.value_or(""));
  json.key("rejects_with_rows").boolean(settings.rejects_with_rows);
  if (settings.sheets_folder) write_sheets(json, *settings.sheets_folder, *estimate.sheet);
  json.end_object();
  return taken(json);
}

// Reads members of one object with a common beginning: "settings.as_of".
class Members {
 public:
  Members(const JsonReader& json, std::string prefix) : json_(json), prefix_(std::move(prefix)) {}

  std::string text(std::string_view key) const {
    const JsonMember* member = json_.find(prefix_ + std::string(key));
    return member == nullptr ? std::string() : std::string(member->value);
  }
  bool yes(std::string_view key) const { return text(key) == "true"; }
  template <class Number>
  std::optional<Number> number(std::string_view key) const {
    const std::string digits = text(key);
    Number value{};
    const std::from_chars_result read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = !digits.empty() && read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    return whole ? std::optional(value) : std::nullopt;
  }
  std::vector<std::string> texts(std::string_view key) const {
    std::vector<std::string> all;
    while (true) {
      const JsonMember* member = json_.find(prefix_ + std::string(key) + "." + std::to_string(all.size() + 1));
      if (member == nullptr) return all;
      all.emplace_back(member->value);
    }
  }

 private:
  const JsonReader& json_;
  std::string prefix_;
};

// The objects of the list `key`, each a name followed by a digest.
std::vector<UsedFile> files_in(const JsonReader& json, const std::string& key) {
  std::vector<UsedFile> files;
  for (const JsonMember& member : json.members()) {
    if (!member.path.starts_with(key + ".")) continue;
    if (member.path.ends_with(".name")) files.push_back({std::string(member.value), {}});
    if (member.path.ends_with(".sha256") && !files.empty()) files.back().sha256 = member.value;
  }
  return files;
}

// A part of the head as the stamp has it, on a line of its own.
std::string part_of_stamp(std::string_view text, std::string_view key) {
  const std::string begin = "\n  \"" + std::string(key) + "\": ";
  const std::size_t at = text.find(begin);
  const std::size_t end = at == std::string_view::npos ? at : text.find(",\n", at);
  if (end == std::string_view::npos) return {};
  return std::string(text.substr(at + begin.size(), end - at - begin.size()));
}

std::optional<Money> parse_budget(const std::string& decimal_text) {
  const std::size_t dot = decimal_text.find('.');
  if (dot == std::string::npos) return std::nullopt;
  std::string digits = decimal_text;
  digits.erase(dot, 1);
  std::int64_t cents = 0;
  const std::from_chars_result read = std::from_chars(digits.data(), digits.data() + digits.size(), cents);
  return read.ec == std::errc() ? std::optional(Money::cents(cents)) : std::nullopt;
}

bool read_estimate(const Members& members, EstimateSettings& estimate) {
  const std::optional<Date> as_of = parse_date(members.text("as_of"));
  if (!as_of) return false;
  estimate.as_of = *as_of;
  estimate.seed = members.number<std::uint64_t>("seed").value_or(1);
  estimate.draws = members.number<std::int32_t>("draws").value_or(0);
  estimate.output = members.text("format") == "csv" ? RowsOutput::csv : RowsOutput::json;
  estimate.detail = members.text("detail") == "brief" ? RowsDetail::brief : RowsDetail::full;
  estimate.lines = members.yes("lines");
  estimate.top_questions = members.number<std::size_t>("top_questions").value_or(0);
  estimate.row_numbers = members.yes("row_numbers");
  estimate.csv_guard = members.yes("csv_safe") ? CsvGuard::spreadsheet : CsvGuard::none;
  estimate.budget = parse_budget(members.text("budget"));
  Diagnostics problems;
  for (const std::string& text : members.texts("set")) {
    if (std::optional<Override> found = parse_override(text, problems)) estimate.overrides.push_back(*found);
  }
  return !problems.has_errors();
}

bool read_settings(const Members& members, BatchSettings& settings) {
  settings.header = members.yes("header");
  RowRange rows;
  rows.first = members.number<std::uint64_t>("first_row").value_or(1);
  rows.last = members.number<std::uint64_t>("last_row").value_or(rows.last);
  settings.rows = rows;
  settings.base_folder = members.text("base");
  settings.columns.allow_identifiers = members.yes("allow_identifiers");
  if (const std::string folder = members.text("sheets"); !folder.empty()) {
    settings.sheets_folder = folder;
    const Lang lang = members.text("sheets_lang") == "es" ? Lang::es : Lang::en;
    settings.estimate.sheet = SheetSettings{lang, members.yes("part2_notice"), nullptr};
  }
  Diagnostics problems;
  for (const std::string& text : members.texts("map")) {
    if (std::optional<ColumnMap> found = parse_column_map(text, problems)) settings.columns.maps.push_back(*found);
  }
  return !problems.has_errors() && read_estimate(members, settings.estimate);
}

}  // namespace

std::optional<std::string> file_sha256(const std::string& path) {
  constexpr std::size_t kPiece = 1U << 18U;
  std::string reason;
  std::optional<ByteSource> source = ByteSource::open(path, reason);
  if (!source) return std::nullopt;
  const Interruption never;
  Sha256 sha;
  std::string piece;
  while (source->read(piece, kPiece, never)) {
    sha.add(piece);
    piece.clear();
  }
  return source->failure().empty() ? std::optional(sha.hex()) : std::nullopt;
}

std::string journal_path_of(const std::string& output_file) { return output_file + ".journal"; }
std::string stamp_path_of(const std::string& output_file) { return output_file + ".stamp.json"; }

StampHead stamp_head(const BatchSettings& settings) {
  JsonWriter program = line_writer();
  program.begin_object().member("engine", settings.estimate.engine);
  program.member("data", builtin_reference().version).end_object();
  JsonWriter inputs = line_writer();
  inputs.begin_array();
  for (const std::string& path : settings.inputs) {
    const bool twice = path != "-" && is_regular_input(path);
    write_file(inputs, {path, twice ? file_sha256(path).value_or("") : std::string()});
  }
  inputs.end_array();
  return {taken(program), settings_line(settings), taken(inputs)};
}

std::string journal_opening(const StampHead& head) {
  return "{\"program\": " + head.program + "}\n{\"settings\": " + head.settings + "}\n{\"inputs\": " + head.inputs +
         "}\n";
}

std::string journal_line(const UsedFile& file) {
  JsonWriter json = line_writer();
  write_file(json, file);
  return json.take();
}

std::optional<Journal> parse_journal(std::string_view text) {
  Journal journal;
  const std::size_t all = text.size();
  for (const auto& [key, part] : {std::pair(std::string_view("program"), &journal.head.program),
                                  std::pair(std::string_view("settings"), &journal.head.settings),
                                  std::pair(std::string_view("inputs"), &journal.head.inputs)}) {
    const std::string begin = "{\"" + std::string(key) + "\": ";
    const std::size_t end = text.find("}\n");
    const std::size_t newline = text.find('\n');
    if (!text.starts_with(begin) || end == std::string_view::npos || newline != end + 1) return std::nullopt;
    *part = text.substr(begin.size(), end - begin.size());
    text.remove_prefix(newline + 1);
  }
  JsonReader json;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    if (json.read(text.substr(0, end)) != JsonFault::none) return std::nullopt;
    const Members members(json, "");
    journal.files.push_back({members.text("name"), members.text("sha256")});
    text.remove_prefix(end + 1);
  }
  journal.bytes = all - text.size();
  return journal;
}

std::optional<Date> as_of_in(const std::string& settings_line) {
  JsonReader json(JsonArrays::numbered);
  if (json.read(settings_line) != JsonFault::none) return std::nullopt;
  return parse_date(Members(json, "").text("as_of"));
}

std::string stamp_text(const StampHead& head, const std::vector<UsedFile>& files, const StampResult& result) {
  JsonWriter json;
  json.begin_object().member("schema", kStampSchema);
  // Each on one line, as in a journal: parse_stamp takes them out again as they stand.
  json.key("program").raw(head.program).key("settings").raw(head.settings).key("inputs").raw(head.inputs);
  json.key("files").begin_array();
  // Which thread met a file first is chance.
  std::vector<UsedFile> sorted = files;
  std::sort(sorted.begin(), sorted.end(), [](const UsedFile& a, const UsedFile& b) { return a.name < b.name; });
  for (const UsedFile& file : sorted) write_file(json, file);
  json.end_array();
  write_number(json, "estimated", result.estimated);
  write_number(json, "rejected", result.rejected);
  write_number(json, "output_bytes", result.output_bytes);
  json.member("output_sha256", result.output_sha256).end_object();
  return json.take();
}

std::optional<Stamp> parse_stamp(std::string_view text) {
  JsonReader json(JsonArrays::numbered);
  if (json.read(text) != JsonFault::none) return std::nullopt;
  const Members members(json, "");
  if (members.text("schema") != kStampSchema) return std::nullopt;
  Stamp stamp;
  stamp.head = {part_of_stamp(text, "program"), part_of_stamp(text, "settings"), part_of_stamp(text, "inputs")};
  stamp.engine = members.text("program.engine");
  stamp.inputs = files_in(json, "inputs");
  stamp.files = files_in(json, "files");
  stamp.result.estimated = members.number<std::uint64_t>("estimated").value_or(0);
  stamp.result.rejected = members.number<std::uint64_t>("rejected").value_or(0);
  stamp.result.output_sha256 = members.text("output_sha256");
  stamp.settings.estimate.engine = stamp.engine;
  if (!read_settings(Members(json, "settings."), stamp.settings)) return std::nullopt;
  for (const UsedFile& input : stamp.inputs) stamp.settings.inputs.push_back(input.name);
  return stamp;
}

}  // namespace preauth
