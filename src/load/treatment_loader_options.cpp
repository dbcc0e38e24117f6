// [[options]] and their steps: which level of care, where, on what schedule, with which lines beside the facility's
// day.

#include <array>

#include "base/text.h"
#include "load/treatment_loader_parts.h"
#include "messages/diagnostics.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 3> kRoomAndBoard = {"included", "separate", "not covered"};

// Schedules have no unknown of their own inside; "unknown" is the level's default.
Field<Schedule> read_schedule(TableReader& fields, std::string_view key,
                              PhraseResult<Schedule> (*parse)(std::string_view), std::string_view sample) {
  const std::optional<Value> value = fields.value(key);
  if (!value) return {};
  if (value->is_unknown()) return {Known<Schedule>::unknown(), value->provenance};
  const std::optional<std::string> text = phrase_text(*value, sample, fields.loading());
  if (!text) return {};
  const PhraseResult<Schedule> result = parse(*text);
  report(result.problems, *value, fields.loading());
  if (!result.value) return {};
  return {*result.value, value->provenance};
}

// A step without a level, or a line without a benefit, means nothing: here "unknown" is no answer.
template <class T>
Field<T> read_definite_word(TableReader& fields, std::string_view key) {
  const std::optional<Value> value = fields.value(key);
  if (!value) return {};
  const std::optional<std::size_t> word = find_word(*value, ids<T>(), fields.loading());
  return word ? Field<T>{static_cast<T>(*word), value->provenance} : Field<T>{};
}

Price read_price(TableReader& fields) {
  const std::optional<TableReader> price = fields.table("price", "price = { allowed = \"$300/day\" }");
  return price ? load_price(price->node(), fields.loading()) : Price{};
}

StepLine read_line(const Node& node, Loading& loading) {
  TableReader fields(node, loading);
  StepLine line;
  line.provenance.at = node.at;
  fields.require("benefit", "benefit = \"laboratory\"");
  line.benefit = read_definite_word<Benefit>(fields, "benefit");
  line.network = fields.word<Network>("network");
  line.price = read_price(fields);
  line.every = read_schedule(fields, "every", &parse_every, "\"week\"");
  line.consent = fields.yes_no("consent");
  fields.reject_other_keys();
  return line;
}

// true, "yes", or the days it lasts: "3 days"
void read_emergency(TableReader& fields, Step& step) {
  const std::optional<Value> value = fields.value("emergency");
  if (!value) return;
  const Node& node = *value->node;
  const std::string word = lower_ascii(trim(node.text));
  if (node.kind == Node::Kind::boolean || value->is_unknown() || word == "yes" || word == "no") {
    step.emergency = {read_yes_no(*value, fields.loading()), value->provenance};
    return;
  }
  const bool is_count = node.is_string() && !word.empty() && '0' <= word.front() && word.front() <= '9';
  const Known<std::int32_t> days = is_count ? read_days(*value, fields.loading()) : Known<std::int32_t>();
  if (!is_count) fields.loading().diagnostics.add(diag::treatment_bad_emergency(node.at));
  if (!days.is_stated()) return;
  step.emergency = {true, value->provenance};
  step.emergency_days = {days, value->provenance};
}

Step read_step(const Node& node, Loading& loading) {
  TableReader fields(node, loading);
  Step step;
  step.provenance.at = node.at;
  fields.require("level", "level = \"iop\"");
  step.level = read_definite_word<Level>(fields, "level");
  step.at = fields.text("at");
  if (!step.at.empty()) step.at_span = fields.raw("at")->at;
  step.schedule = read_schedule(fields, "schedule", &parse_schedule, "\"3 days/week for 9 weeks\"");
  step.room_and_board = fields.word<RoomAndBoard>("room_and_board", kRoomAndBoard);
  step.room_and_board_price = fields.price("room_and_board_price");
  step.deposit = fields.money("deposit");
  step.gap_days = fields.days("gap");
  step.start = fields.date("start");
  read_emergency(fields, step);
  step.consent = fields.yes_no("consent");
  step.price = read_price(fields);
  for (const Node* line : fields.tables("lines", "lines = [ { benefit = \"laboratory\", every = \"week\" } ]")) {
    step.lines.push_back(read_line(*line, loading));
  }
  fields.reject_other_keys();
  return step;
}

}  // namespace

void load_options(TableReader& root, std::vector<Option>& options) {
  for (const Node* node : root.tables("options", "[[options]]")) {
    TableReader fields(*node, root.loading());
    Option option;
    fields.require("id", "id = \"iop-then-aftercare\"");
    option.id = fields.text("id");
    option.id_at = option.id.empty() ? node->at : fields.raw("id")->at;
    option.title = fields.text("title");
    for (const Node* step : fields.tables("steps", "steps = [ { level = \"iop\" } ]")) {
      option.steps.push_back(read_step(*step, root.loading()));
    }
    fields.reject_other_keys();
    options.push_back(std::move(option));
  }
}

}  // namespace preauth
