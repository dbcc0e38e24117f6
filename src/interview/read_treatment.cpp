// What is being considered, for whom, where and at what price.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/toml_text.h"
#include "interview/find_dates.h"
#include "interview/prompts.h"
#include "interview/readers.h"
#include "load/field_reader.h"
#include "messages/diagnostics.h"
#include "messages/interview.h"

namespace preauth {
namespace {

struct LevelWords {
  std::string_view words;
  Level level;
};
// What people call the levels, in English and Spanish; longer words before the ones they contain.
constexpr std::array<LevelWords, 31> kLevelWords = {{{"virtual", Level::virtual_iop},
                                                     {"online iop", Level::virtual_iop},
                                                     {"intensive outpatient", Level::iop},
                                                     {"iop", Level::iop},
                                                     {"intensivo", Level::iop},
                                                     {"rehab", Level::residential},
                                                     {"28-day", Level::residential},
                                                     {"28 day", Level::residential},
                                                     {"28 d\u00edas", Level::residential},
                                                     {"partial hospital", Level::php},
                                                     {"parcial", Level::php},
                                                     {"programa de d", Level::php},
                                                     {"day program", Level::php},
                                                     {"php", Level::php},
                                                     {"residential", Level::residential},
                                                     {"residencial", Level::residential},
                                                     {"detox", Level::detox},
                                                     {"desintox", Level::detox},
                                                     {"withdrawal", Level::detox},
                                                     {"hospital", Level::inpatient},
                                                     {"inpatient", Level::inpatient},
                                                     {"medication", Level::mat},
                                                     {"medicament", Level::mat},
                                                     {"mat", Level::mat},
                                                     {"aftercare", Level::aftercare},
                                                     {"seguimiento", Level::aftercare},
                                                     {"consulta", Level::outpatient},
                                                     {"terapia", Level::outpatient},
                                                     {"ambulatori", Level::outpatient},
                                                     {"therapy", Level::outpatient},
                                                     {"outpatient", Level::outpatient}}};

std::optional<Level> level_of(std::string_view words) {
  const std::string text = searchable(trim(words));
  if (const std::optional<Level> exact = parse_id<Level>(text)) return exact;
  for (const LevelWords& known : kLevelWords) {
    if (text.find(known.words) != std::string::npos) return known.level;
  }
  return std::nullopt;
}

struct ListItem {
  std::string text;
  std::size_t begin = 0;
};

std::vector<ListItem> items_of_list(std::string_view text) {
  std::vector<ListItem> items;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(",;", begin), text.size());
    const std::string_view item = text.substr(begin, end - begin);
    const std::string_view words = trim(item);
    const std::size_t lead = item.find_first_not_of(" \t");
    if (!words.empty()) items.push_back({std::string(words), begin + lead});
    begin = end + 1;
  }
  return items;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_yes(std::string_view text) { return is_one_of(text, {"yes", "si", "s\u00ed"}); }

// A word of the file with the words it was read from.
Entry read_as(const Typed& typed, const ReadingContext& context, std::string_view toml) {
  const bool same = toml == toml_quoted(typed.text) || toml == typed.text;
  const std::string wrapper = "{ is = " + std::string(toml) + ", quote = " + toml_quoted(typed.text) + " }";
  return {context.prompt.path, same ? std::string(toml) : wrapper, {}, typed.at};
}

}  // namespace

std::string place_id(std::string_view name) {
  std::string id;
  for (const char c : lower_ascii(name)) {
    const bool kept = ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
    if (kept) id += c;
    if (!kept && !id.empty() && id.back() != '-') id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "place" : id;
}

Reading read_plain(const Typed& typed, const ReadingContext& context) {
  return {{plain_entry(context.prompt.path, typed.text, typed.at)}, ""};
}

Reading read_coverage(const Typed& typed, const ReadingContext& context) {
  const std::string text = searchable(trim(typed.text));
  if (is_one_of(text, {"familia", "familiar", "una familia"})) return {{read_as(typed, context, "\"family\"")}, ""};
  if (is_one_of(text, {"persona", "una persona"})) return {{read_as(typed, context, "\"individual\"")}, ""};
  return read_plain(typed, context);
}

Reading read_yes_or_no(const Typed& typed, const ReadingContext& context) {
  return is_yes(searchable(trim(typed.text))) ? Reading{{read_as(typed, context, "\"yes\"")}, ""}
                                              : read_plain(typed, context);
}

Reading read_condition(const Typed& typed, const ReadingContext& context) {
  const std::string text = searchable(typed.text);
  const bool substance = contains_any(text, {"substance", "addict", "alcohol", "drug", "opioid", "sustancia", "adicci", "droga"});
  const bool mental = contains_any(text, {"mental", "depres", "anxiety", "bipolar", "eating", "ansiedad", "alimenta"});
  if (is_one_of(text, {"both", "ambos", "ambas", "los dos", "las dos"}) || (substance && mental)) return {{read_as(typed, context, "\"both\"")}, ""};
  if (substance) return {{read_as(typed, context, "\"substance use\"")}, ""};
  if (mental) return {{read_as(typed, context, "\"mental health\"")}, ""};
  return read_plain(typed, context);
}

Reading read_day(const Typed& typed, const ReadingContext& context) {
  const std::vector<Date> days = find_dates(typed.text);
  if (days.size() != 1) return read_plain(typed, context);
  return {{read_as(typed, context, to_iso(days.front()))}, msg::interview::read_day(context.lang, days.front())};
}

// The amount belongs to the day it was read.
Reading read_used(const Typed& typed, const ReadingContext& context) {
  const std::string wrapper =
      "{ is = " + toml_quoted(typed.text) + ", evidence = \"portal\", date = " + to_iso(context.as_of) + " }";
  return {{plain_entry("so_far.as_of", to_iso(context.as_of), typed.at), {context.prompt.path, wrapper, {}, typed.at}},
          ""};
}

Reading read_place(const Typed& typed, const ReadingContext& context) {
  const std::string id = place_id(typed.text);
  return {{{context.prompt.path,
            "",
            {"id = " + toml_quoted(id), "x-name = " + toml_quoted(typed.text), "network = \"unknown\""},
            typed.at}},
          ""};
}

Reading read_network(const Typed& typed, const ReadingContext& context) {
  const std::string text = searchable(trim(typed.text));
  const std::string path = "facilities." + toml_key(context.place) + ".network";
  if (is_yes(text) || is_one_of(text, {"dentro", "dentro de la red"})) return {{plain_entry(path, "in", typed.at)}, ""};
  if (is_one_of(text, {"no", "fuera", "fuera de la red"})) return {{plain_entry(path, "out", typed.at)}, ""};
  return {{plain_entry(path, typed.text, typed.at)}, ""};
}

Reading read_levels(const Typed& typed, const ReadingContext& context) {
  Reading reading;
  std::array<bool, kLevelCount> seen{};
  for (const ListItem& item : items_of_list(typed.text)) {
    const std::optional<Level> level = level_of(item.text);
    const Span at = typed.part(context.sources, item.begin, item.text.size());
    if (!level) {
      const std::span<const std::string_view> known = ids<Level>();
      context.diagnostics.add(
          diag::file_unknown_word(at, "level", excerpt(item.text), join(known), nearest_word(item.text, known)));
      continue;
    }
    if (std::exchange(seen[static_cast<std::size_t>(*level)], true)) continue;
    const std::string name(id(*level));
    std::string step = "level = " + toml_quoted(name);
    if (!context.place.empty()) step += ", at = " + toml_quoted(context.place);
    reading.entries.push_back(
        {context.prompt.path,
         "",
         {"id = " + toml_quoted(name), "x-words = " + toml_quoted(item.text), "steps = [ { " + step + " } ]"},
         at});
    reading.echo += (reading.echo.empty() ? "" : ", ") + name;
    // The word people use for a 28-day program is the word insurers use for a hospital stay.
    if (*level == Level::inpatient) reading.echo += " " + msg::interview::inpatient_is_hospital(context.lang);
  }
  if (!reading.echo.empty()) reading.echo = msg::interview::read_as(context.lang, reading.echo);
  return reading;
}

// What a facility says on the phone is weaker than what stands in a contract.
Reading read_price(const Typed& typed, const ReadingContext& context) {
  const std::string level(id(*context.prompt.level));
  const std::string path = "facilities." + toml_key(context.place) + ".prices." + level + ".allowed";
  const std::string wrapper = "{ is = " + toml_quoted(typed.text) + ", evidence = \"call\", source = " +
                              toml_quoted(msg::interview::said_by_facility(context.lang)) +
                              ", date = " + to_iso(context.as_of) + " }";
  return {{{path, wrapper, {}, typed.at}}, ""};
}

}  // namespace preauth
