#include "load/worksheet_loader.h"

#include <algorithm>

#include "base/text.h"
#include "load/field_reader.h"
#include "load/overrides.h"
#include "messages/answers.h"
#include "messages/diagnostics.h"
#include "model/evidence.h"

namespace preauth {
namespace {

bool is_scalar(const Node& node) { return !node.is_table() && !node.is_array() && node.kind != Node::Kind::other; }

// Line ends inside an answer become blanks, so that it stands on one line of the file.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!is_blank) line += c;
    if (is_blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

// Characters that could move the cursor of a terminal or turn the text around have no place in an answer.
bool is_harmless(std::string_view line) { return printable(line) == line; }

class SheetReader {
 public:
  SheetReader(TableReader& root, Worksheet& sheet) : root_(root), loading_(root.loading()), sheet_(sheet) {}

  void read() {
    root_.raw("schema");
    if (std::optional<TableReader> fields = root_.table("sheet", "[sheet]")) {
      read_head(*fields);
    } else if (root_.raw("sheet") == nullptr) {
      loading_.diagnostics.add(diag::worksheet_no_sheet(sheet_.at));
    }
    if (std::optional<TableReader> fields = root_.table("call", "[call]")) read_call(*fields);
    for (const Node* node : root_.tables("answers", "[[answers]]")) read_answer(*node);
    for (const Node* node : root_.tables("notes", "[[notes]]")) read_note(*node);
    root_.reject_other_keys();
  }

 private:
  // Text, a number or a day as text on one line; empty when the key is missing.
  SheetText text(TableReader& fields, std::string_view key) {
    const Node* node = fields.raw(key);
    if (node == nullptr) return {"", fields.node().at};
    SheetText result{"", node->at};
    if (!is_scalar(*node)) {
      loading_.diagnostics.add(diag::file_expected_text(node->at, key));
      return result;
    }
    result.text = on_one_line(node->text);
    if (static_cast<std::int64_t>(result.text.size()) > kMostCharacters) {
      loading_.diagnostics.add(diag::file_text_too_long(node->at, key, kMostCharacters));
      result.text.clear();
    } else if (!is_harmless(result.text)) {
      loading_.diagnostics.add(diag::worksheet_control_character(node->at, key));
      result.text.clear();
    }
    return result;
  }

  std::optional<Date> date(TableReader& fields, std::string_view key) {
    const SheetText found = text(fields, key);
    if (found.text.empty()) return std::nullopt;
    const std::optional<Date> day = parse_date(found.text);
    if (!day) loading_.diagnostics.add(diag::file_expected_date(found.at, key));
    return day;
  }

  void read_head(TableReader& fields) {
    sheet_.at = fields.node().at;
    sheet_.plan = text(fields, "plan");
    sheet_.plan_sha256 = text(fields, "plan_sha256");
    sheet_.treatment = text(fields, "treatment");
    sheet_.treatment_sha256 = text(fields, "treatment_sha256");
    sheet_.as_of = date(fields, "as_of");
    fields.reject_other_keys();
  }

  void read_call(TableReader& fields) {
    sheet_.call_date = date(fields, "date");
    const Node* day = fields.raw("date");
    sheet_.call_at = day != nullptr ? day->at : fields.node().at;
    sheet_.representative = text(fields, "representative").text;
    sheet_.reference = text(fields, "reference").text;
    fields.reject_other_keys();
  }

  void read_answer(const Node& node) {
    TableReader fields(node, loading_);
    SheetAnswer answer;
    fields.require("id", "id = \"C6\"");
    fields.require("field", "field = \"benefits.iop.same_as\"");
    answer.id = text(fields, "id");
    answer.field = text(fields, "field");
    answer.in_treatment = is_in_treatment(text(fields, "file"), answer.field.text);
    answer.was = text(fields, "was").text;
    read_value(fields, answer);
    answer.words = text(fields, "words").text;
    read_evidence(text(fields, "evidence"), answer);
    answer.source = text(fields, "source").text;
    fields.reject_other_keys();
    sheet_.answers.push_back(std::move(answer));
  }

  // Which file a field belongs to shows in its first word; `file` has to agree.
  bool is_in_treatment(const SheetText& file, std::string_view field) {
    const bool in_treatment = kind_of_path(field) == FileKind::treatment;
    if (file.text.empty()) return in_treatment;
    if (file.text != "plan" && file.text != "treatment") {
      loading_.diagnostics.add(diag::worksheet_bad_file(file.at, excerpt(file.text)));
    } else if (kind_of_path(field) != FileKind::unknown && in_treatment != (file.text == "treatment")) {
      loading_.diagnostics.add(
          diag::worksheet_wrong_file(file.at, excerpt(field), in_treatment ? "treatment" : "plan"));
    }
    return in_treatment;
  }

  void read_value(TableReader& fields, SheetAnswer& answer) {
    answer.value.at = fields.node().at;
    const Node* node = fields.raw("value");
    if (node == nullptr) return;
    if (!is_scalar(*node)) {
      loading_.diagnostics.add(diag::worksheet_bad_value(node->at));
      return;
    }
    answer.value = text(fields, "value");
    answer.kind = node->is_string() ? SheetValueKind::text : SheetValueKind::plain;
    answer.answered = !answer.value.text.empty() && lower_ascii(answer.value.text) != "unknown";
  }

  void read_evidence(const SheetText& evidence, SheetAnswer& answer) {
    if (evidence.text.empty()) return;
    Node word;
    word.kind = Node::Kind::string;
    word.text = evidence.text;
    word.at = evidence.at;
    const auto found = find_word({&word, "evidence", {}}, kEvidenceWords, loading_);
    if (found) answer.evidence = static_cast<Evidence>(*found);
  }

  void read_note(const Node& node) {
    TableReader fields(node, loading_);
    text(fields, "id");
    text(fields, "words");
    fields.reject_other_keys();
    ++sheet_.notes;
  }

  TableReader& root_;
  Loading& loading_;
  Worksheet& sheet_;
};

}  // namespace

Worksheet load_worksheet(const Node& root_node, const SourceSet& sources, std::int32_t file, Diagnostics& diagnostics) {
  Loading loading{sources, diagnostics, FileKind::worksheet};
  TableReader root(root_node, loading);
  Worksheet sheet;
  sheet.file = file;
  sheet.at = root_node.at;
  sheet.call_at = sheet.at;
  SheetReader(root, sheet).read();
  return sheet;
}

}  // namespace preauth
