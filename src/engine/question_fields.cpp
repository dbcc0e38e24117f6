#include "engine/question_fields.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/amount_text.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 5> kTreatmentParts = {"client", "so_far", "facilities", "options", "life"};
// What these hold is a list or a table of its own: one answer cannot stand there.
constexpr std::array<std::string_view, 4> kLists = {"exclusions", "limits", "deductible.separate",
                                                    "out_of_pocket_max.counts"};
constexpr std::int64_t kMicrosPerCent = 10'000;
constexpr std::string_view kNoFacility = "facilities.FACILITY.";

std::vector<std::string_view> split(std::string_view text, std::string_view mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t at = text.find(mark);
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + mark.size());
  }
  return parts;
}

// False when `what` is not there.
bool replace(std::string& text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) return false;
  text.replace(at, what.size(), with);
  return true;
}

std::string_view before_last(std::string_view path) { return path.substr(0, path.rfind('.')); }
std::string_view last_of(std::string_view path) { return path.substr(path.rfind('.') + 1); }

// "benefits.iop.in": the row and the column whose phrase it is.
const std::string* phrase_at(const Plan& plan, std::string_view path) {
  const std::vector<std::string_view> keys = split(path, ".");
  if (keys.size() != 3 || keys[0] != "benefits") return nullptr;
  const std::optional<Benefit> row = parse_id<Benefit>(keys[1]);
  const std::optional<Network> network = parse_id<Network>(keys[2]);
  return row && network ? &plan.row(*row).phrase[index(*network)] : nullptr;
}

const PriceSlot* slot_at(const PreparedTreatment& treatment, std::string_view path) {
  const auto found = std::find_if(treatment.slots.begin(), treatment.slots.end(),
                                  [&](const PriceSlot& slot) { return slot.path == before_last(path); });
  return found == treatment.slots.end() ? nullptr : &*found;
}

std::string counted(std::int64_t count, std::string_view unit) {
  return std::to_string(count) + " " + std::string(unit) + (count == 1 ? "" : "s");
}

std::string weekday_names(std::uint8_t weekdays) {
  constexpr std::array<std::string_view, 7> kNames = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  std::string text;
  for (std::size_t day = 0; day < kNames.size(); ++day) {
    if ((weekdays >> day & 1U) == 0) continue;
    text += (text.empty() ? "" : "/") + std::string(kNames[day]);
  }
  return text;
}

// "3 days/week for 9 weeks"; a number that is no whole number of weeks is counted in visits or days.
std::string words_of(const Schedule& schedule, std::int64_t count) {
  if (schedule.per_day) return counted(count, "day");
  const std::int64_t a_week = schedule.weekdays != 0 ? std::popcount(schedule.weekdays) : schedule.per_week;
  if (a_week == 0 || count % a_week != 0) return counted(count, id(schedule.unit));
  const std::string pattern =
      schedule.weekdays != 0 ? weekday_names(schedule.weekdays) : counted(a_week, id(schedule.unit)) + "/week";
  return pattern + " for " + counted(count / a_week, "week");
}

}  // namespace

bool is_in_treatment(std::string_view path) {
  const std::string_view first = path.substr(0, path.find('.'));
  return std::find(kTreatmentParts.begin(), kTreatmentParts.end(), first) != kTreatmentParts.end();
}

FieldMaker::FieldMaker(const PlanAnalysis& analysis) : analysis_(analysis) {
  if (analysis.model.treatment.options.empty()) return;
  analysis.evaluator.evaluate(0, likely_assignment(analysis.model.unknowns));
  likely_ = analysis.evaluator.treatment();
}

AnswerField FieldMaker::at(std::string path) const {
  AnswerField field;
  field.in_treatment = is_in_treatment(path);
  field.path = std::move(path);
  field.plan = analysis_.plan.id;
  return field;
}

std::vector<AnswerField> FieldMaker::of_unknown(std::size_t position) const {
  const Unknown& unknown = analysis_.model.unknowns[position];
  if (std::find(kLists.begin(), kLists.end(), unknown.path) != kLists.end()) return {};
  // The default options stand in no file: nothing about their steps can be written there.
  if (unknown.path.starts_with("options.") && analysis_.treatment.options.empty()) return {};
  std::vector<AnswerField> fields;
  for (std::string& path : paths_of(unknown)) {
    AnswerField& field = fields.emplace_back(at(std::move(path)));
    field.used = text(unknown, unknown.likely);
    field.is_range = unknown.kind != UnknownKind::choice;
    if (field.is_range) field.choices = {text(unknown, unknown.low), text(unknown, unknown.high)};
    for (std::size_t i = 0; i < unknown.choices.size(); ++i) {
      field.choices.push_back(text(unknown, static_cast<std::int64_t>(i)));
    }
  }
  if (fields.empty()) return fields;
  // same_as names a row. That the level is not covered stands in its own row instead.
  AnswerField& first = fields.front();
  const auto uncovered = std::find(first.choices.begin(), first.choices.end(), "not covered");
  if (last_of(first.path) != "same_as" || uncovered == first.choices.end()) return fields;
  first.choices.erase(uncovered);
  AnswerField own = at(std::string(before_last(first.path)) + ".in");
  own.choices = {"not covered"};
  fields.push_back(std::move(own));
  return fields;
}

// A price with no facility to belong to stands at each step that has it. The default options have no steps in a file.
std::vector<std::string> FieldMaker::paths_of(const Unknown& unknown) const {
  const PreparedTreatment& treatment = analysis_.model.treatment;
  const PriceSlot* slot = slot_at(treatment, unknown.path);
  if (!unknown.path.starts_with(kNoFacility) || slot == nullptr || treatment.treatment->options.empty()) {
    return {unknown.path};
  }
  std::vector<std::string> paths;
  for (const PreparedOption& option : treatment.options) {
    for (std::size_t s = 0; s < option.steps.size(); ++s) {
      const PreparedStep& step = option.steps[s];
      for (const PreparedLine& line : step.lines) {
        if (line.room_and_board || &treatment.slots[line.slot] != slot) continue;
        std::string path = "options." + option.id + ".steps." + std::to_string(s + 1);
        if (line.stated != nullptr) {
          path += ".lines." + std::to_string(line.stated - step.stated->lines.data() + 1);
        }
        paths.push_back(path + ".price." + std::string(last_of(unknown.path)));
      }
    }
  }
  return paths;
}

// A multiple is shown as what it comes to.
std::string FieldMaker::text(const Unknown& unknown, std::int64_t value) const {
  if (!unknown.shown) return text(unknown, unknown.kind, value);
  const ShownRange& shown = *unknown.shown;
  return text(unknown, shown.kind,
              value == unknown.likely ? shown.likely
              : value == unknown.low  ? shown.low
                                      : shown.high);
}

std::string FieldMaker::text(const Unknown& unknown, UnknownKind kind, std::int64_t value) const {
  switch (kind) {
    case UnknownKind::choice:
      return choice_text(unknown, value);
    case UnknownKind::cents:
      return in_phrase(unknown, file_text(Money::cents(unknown.low)), file_text(Money::cents(unknown.high)),
                       file_text(Money::cents(value)));
    case UnknownKind::parts_per_million: {
      const auto rate = [](std::int64_t parts) { return file_text(Rate::parts_per_million(parts)); };
      return in_phrase(unknown, rate(unknown.low), rate(unknown.high), rate(value));
    }
    case UnknownKind::count:
      return schedule_text(unknown, value);
    case UnknownKind::micros:
      return price_text(unknown, value);
  }
  return {};
}

std::string FieldMaker::choice_text(const Unknown& unknown, std::int64_t value) const {
  const std::string& choice = unknown.choices[static_cast<std::size_t>(value)];
  // Two or three times what one person has to pay.
  if (last_of(unknown.path) == "family") return file_text(individual_amount(unknown.path) * (value + 2));
  const std::string* phrase = phrase_at(analysis_.plan, unknown.path);
  if (phrase == nullptr) return choice;
  std::string whole = *phrase;
  if (unknown.question == "C5") return replace(whole, " copay", " copay " + choice) ? whole : choice;
  if (unknown.question != "C3") return choice;
  while (replace(whole, "; deductible unknown", value == 0 ? "; deductible does not apply" : " after deductible")) {
  }
  return whole;
}

// An open part of a phrase is answered with the whole phrase, since that is what stands in the file.
std::string FieldMaker::in_phrase(const Unknown& unknown, const std::string& low, const std::string& high,
                                  const std::string& value) const {
  const std::string* phrase = phrase_at(analysis_.plan, unknown.path);
  if (phrase == nullptr) return value;
  std::string whole = *phrase;
  return replace(whole, low + ".." + high, value) ? whole : value;
}

std::string FieldMaker::price_text(const Unknown& unknown, std::int64_t value) const {
  const PriceSlot* slot = slot_at(analysis_.model.treatment, unknown.path);
  if (slot == nullptr) return file_text(UnitPrice::micros(value));
  const std::size_t position = static_cast<std::size_t>(slot - analysis_.model.treatment.slots.data());
  // A worked-out price to the cent: nobody quotes a finer one.
  const std::int64_t micros = unknown.shown ? divide_half_away(value, kMicrosPerCent) * kMicrosPerCent : value;
  return file_text(UnitPrice::micros(micros)) + "/" + std::string(id(likely_.prices[position].unit));
}

std::string FieldMaker::schedule_text(const Unknown& unknown, std::int64_t value) const {
  for (const PreparedOption& option : analysis_.model.treatment.options) {
    for (std::size_t s = 0; s < option.steps.size(); ++s) {
      const std::string path = "options." + option.id + ".steps." + std::to_string(s + 1) + ".schedule";
      if (path == unknown.path) return words_of(option.steps[s].schedule, value);
    }
  }
  return file_text(value);
}

// Of "deductible.in.family": what is stated or likely for one person.
Money FieldMaker::individual_amount(std::string_view path) const {
  const std::vector<std::string_view> keys = split(path, ".");
  const AmountRules& rules = keys[0] == "deductible" ? analysis_.plan.deductible : analysis_.plan.out_of_pocket_max;
  const std::optional<Network> network = parse_id<Network>(keys[1]);
  if (network) {
    const Known<PlanAmount>& stated = rules.by_network[index(*network)].individual.known;
    if (stated.is_exact()) return stated.value().amount;
  } else if (rules.combined && rules.combined->individual.known.is_exact()) {
    return rules.combined->individual.known.value().amount;
  }
  for (const Unknown& unknown : analysis_.model.unknowns) {
    if (unknown.path == std::string(before_last(path)) + ".individual") return Money::cents(unknown.likely);
  }
  return Money();
}

std::vector<AnswerField> FieldMaker::filled(const QuestionInfo& info, std::string_view benefit,
                                            std::string_view facility) const {
  const std::vector<std::string_view> answers = split(info.answers, " // ");
  std::vector<AnswerField> fields;
  const std::vector<std::string_view> paths = split(info.field, " ");
  for (std::size_t i = 0; i < paths.size(); ++i) {
    std::string path(paths[i]);
    if (std::find(kLists.begin(), kLists.end(), path) != kLists.end()) continue;
    if (benefit.empty() && path.find(".LOC.") != std::string::npos) continue;
    if (facility.empty() && path.find(".FACILITY.") != std::string::npos) continue;
    replace(path, "LOC", benefit);
    replace(path, "FACILITY", facility);
    AnswerField& field = fields.emplace_back(at(std::move(path)));
    if (i >= answers.size()) continue;
    for (const std::string_view answer : split(answers[i], " | ")) field.choices.emplace_back(answer);
  }
  return fields;
}

std::vector<AnswerField> FieldMaker::of_question(const QuestionInfo& info, const Situation& situation) const {
  return filled(info, id(situation.benefit()), situation.facility() == nullptr ? "" : situation.facility()->id);
}

std::vector<AnswerField> FieldMaker::of_question(const QuestionInfo& info) const { return filled(info, "", ""); }

}  // namespace preauth
