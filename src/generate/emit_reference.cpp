#include "generate/emit_reference.h"

#include <initializer_list>

#include "generate/cpp_text.h"
#include "generate/data_translation.h"
#include "generate/fields.h"
#include "model/vocabulary.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 5> kUnits = {"visit", "day", "week", "month", "stay"};

// One data file on its way to C++.
class DataFile {
 public:
  DataFile(const Node& root, Diagnostics& diagnostics)
      : root_(root), sources_(read_sources(root, diagnostics)), diagnostics_(diagnostics) {}

  Fields fields(const Node& table) const { return Fields(table, sources_, diagnostics_); }
  Fields top() const { return fields(root_); }

  // constexpr std::array<TYPE, n> NAME = {{ one row per [[KEY]] }};
  template <class Row>
  std::string array(std::string_view key, std::string_view type, std::string_view name, const Row& row) const {
    std::string rows;
    const Node* tables = root_.find(key);
    if (tables == nullptr || !tables->is_array()) {
      diagnostics_.add({Severity::error, "data.file", root_.at, "there is no [[" + std::string(key) + "]]", "", {}});
      return "";
    }
    for (const Node& table : tables->items) {
      Fields values = fields(table);
      rows += "    {" + row(values) + "},\n";
      values.finish();
    }
    return "constexpr std::array<" + std::string(type) + ", " + std::to_string(tables->items.size()) + "> " +
           std::string(name) + " = {{\n" + rows + "}};\n\n";
  }

 private:
  const Node& root_;
  SourceTable sources_;
  Diagnostics& diagnostics_;
};

// aca = { self = 10600, family = 21200, source = …, grade = … } as CitedMoney values; an absent amount stays absent.
std::string cited(const DataFile& file, Fields& year, std::string_view key,
                  std::initializer_list<std::string_view> amounts) {
  const Node* group = year.group(key);
  std::string text;
  for (const std::string_view amount : amounts) {
    const bool is_stated = group != nullptr && group->find(amount) != nullptr;
    if (!text.empty()) text += ", ";
    if (is_stated) {
      Fields fields = file.fields(*group);
      text += "{" + fields.money(amount) + ", " + fields.citation() + "}";
    } else {
      text += "{std::nullopt, {}}";
    }
  }
  return text;
}

std::string emit_limits(const DataFile& file) {
  return file.array("years", "YearLimits", "kYears", [&](Fields& year) {
    return year.count("year") + ", " + cited(file, year, "aca", {"self", "family"}) + ", " +
           cited(file, year, "hdhp_deductible", {"self", "family"}) + ", " +
           cited(file, year, "hdhp_maximum", {"self", "family"}) + ", " +
           cited(file, year, "part_a", {"deductible", "day_61_90", "reserve_day"}) + ", " +
           cited(file, year, "part_b", {"deductible"}) + ", " + cited(file, year, "part_d", {"cap", "deductible"});
  });
}

std::string emit_prices(const DataFile& file) {
  return file.array("prices", "ReferencePrice", "kPrices", [](Fields& price) {
    return price.enumerator("benefit", "Benefit", ids<Benefit>()) + ", " + price.optional_text("facility") + ", " +
           price.count("year") + ", " + price.enumerator("unit", "PriceUnit", kUnits) + ", " + price.unit_price("low") +
           ", " + price.unit_price("likely") + ", " + price.unit_price("high") + ", " +
           (price.has("medicare") ? price.unit_price("medicare") : "std::nullopt") + ", " + price.text("code") + ", " +
           price.text("label") + ", " + price.citation() + ", " + price.citation("range_");
  });
}

std::string emit_charge_multiple(const DataFile& file, Diagnostics& diagnostics) {
  const Node* table = file.top().group("charge_multiple");
  if (table == nullptr) {
    diagnostics.add({Severity::error, "data.file", {}, "prices.toml has no [charge_multiple]", "", {}});
    return "{}";
  }
  Fields rates = file.fields(*table);
  const std::string text = "{" + rates.percent("low_percent") + ", " + rates.percent("likely_percent") + ", " +
                           rates.percent("high_percent") + ", " + rates.citation() + "}";
  rates.finish();
  return text;
}

std::string emit_levels(const DataFile& file, std::string_view name) {
  return file.array("levels", "LevelInfo", name, [](Fields& level) {
    std::string text = level.enumerator("id", "Level", ids<Level>());
    for (const std::string_view key : {"name", "short_name", "plain"}) text += ", " + level.text(key);
    for (const std::string_view key : {"asam3", "asam4", "codes", "schedule", "length_low", "length_high"}) {
      text += ", " + level.optional_text(key);
    }
    return text + ", " + level.count("minutes") + ", " + level.citation("schedule_") + ", " + level.citation("asam_") +
           ", " + level.citation("codes_");
  });
}

std::string emit_defaults(const DataFile& file) {
  return file.array("defaults", "DefaultTerm", "kDefaults",
                    [](Fields& term) { return term.text("id") + ", " + term.text("value") + ", " + term.citation(); });
}

std::string emit_states(const DataFile& file, std::string_view name) {
  return file.array("states", "StateRule", name, [](Fields& rule) {
    std::string text =
        rule.text("state") + ", " + rule.text("text") + ", " + rule.set("levels", "Benefit", ids<Benefit>()) + ", " +
        rule.set("review_levels", "Benefit", ids<Benefit>()) + ", " + rule.set("networks", "Network", ids<Network>()) +
        ", " + rule.flag("never_authorization") + ", " + rule.flag("counts_whole_year");
    for (const std::string_view key :
         {"days_without_authorization", "days_without_review", "notice_hours", "notice_business_days"}) {
      text += ", " + rule.count(key);
    }
    return text + ", " + rule.citation();
  });
}

std::string emit_clocks(const DataFile& file) {
  return file.array("clocks", "DecisionClock", "kClocks", [](Fields& clock) {
    std::string text = clock.text("id") + ", " + clock.count("urgent_hours") + ", " + clock.count("standard_days") +
                       ", " + clock.optional_text("since");
    for (const std::string_view key :
         {"standard_days_before", "extension_hours", "extension_ahead_hours", "appeal_hours", "appeal_days"}) {
      text += ", " + clock.count(key);
    }
    return text + ", " + clock.flag("coverage_continues") + ", " + clock.citation();
  });
}

std::string emit_chances(const DataFile& file) {
  return file.array("chances", "RefusalChance", "kChances", [](Fields& chance) {
    return chance.enumerator("level", "Level", ids<Level>()) + ", " + chance.percent("low_percent") + ", " +
           chance.percent("likely_percent") + ", " + chance.percent("high_percent") + ", " + chance.citation();
  });
}

std::string emit_questions(const DataFile& file, std::string_view name) {
  return file.array("questions", "QuestionInfo", name, [](Fields& question) {
    return question.text("id") + ", " + question.text("ask") + ", " + question.text("text") + ", " +
           question.text("why") + ", " + question.optional_text("field") + ", " + question.count("priority") + ", " +
           question.flag("always") + ", " + question.flag("classic") + ", " + question.text("source") + ", " +
           question.optional_text("when") + ", " + question.optional_text("answers");
  });
}

// [words] and [names] of the questions, as one QuestionWords.
std::string emit_question_words(const DataFile& file, const Node& root, Diagnostics& diagnostics) {
  const Node* words = root.find("words");
  const Node* names = root.find("names");
  if (words == nullptr || names == nullptr) {
    diagnostics.add({Severity::error, "data.file", root.at, "[words] or [names] is missing", "", {}});
    return "{}";
  }
  Fields sentence = file.fields(*words);
  std::string text = "{" + sentence.text("several") + ", " + sentence.text("each") + ", " + sentence.text("this-care") +
                     ", " + sentence.text("and") + ", {";
  sentence.finish();
  Fields name = file.fields(*names);
  for (const std::string_view benefit : ids<Benefit>()) text += name.text(benefit) + ", ";
  name.finish();
  return text + "}}";
}

constexpr std::array<std::string_view, 4> kLevelTexts = {"name", "short_name", "plain", "codes"};
constexpr std::array<std::string_view, 1> kStateTexts = {"text"};
constexpr std::array<std::string_view, 2> kQuestionTexts = {"text", "why"};

// The data that has words of a language in it; `roots` are levels, states, questions.
std::string emit_worded(const std::vector<Node>& roots, const std::string& suffix, Diagnostics& diagnostics) {
  const DataFile questions(roots[2], diagnostics);
  return emit_levels(DataFile(roots[0], diagnostics), "kLevels" + suffix) +
         emit_states(DataFile(roots[1], diagnostics), "kStates" + suffix) +
         emit_questions(questions, "kQuestions" + suffix) + "constexpr QuestionWords kWords" + suffix + " = " +
         emit_question_words(questions, roots[2], diagnostics) + ";\n\n";
}

}  // namespace

std::string emit_reference(const std::vector<Node>& roots, const std::vector<Node>& translations,
                           Diagnostics& diagnostics) {
  const DataFile limits(roots[0], diagnostics);
  const DataFile prices(roots[1], diagnostics);
  const std::vector<Node> english = {roots[2], roots[4], roots[5]};
  const std::vector<Node> spanish = {
      translated_data(english[0], translations[0], {"levels", "id", kLevelTexts}, diagnostics),
      translated_data(english[1], translations[1], {"states", "state", kStateTexts}, diagnostics),
      translated_data(english[2], translations[2], {"questions", "id", kQuestionTexts}, diagnostics)};
  std::string text =
      "// Generated from data. Do not edit.\n#include \"reference/builtin.h\"\n\n#include <array>\n#include "
      "<optional>\n\nnamespace preauth {\nnamespace {\n\n";
  text += emit_limits(limits) + emit_prices(prices) + emit_defaults(DataFile(roots[3], diagnostics)) +
          emit_clocks(DataFile(roots[6], diagnostics)) + emit_chances(DataFile(roots[7], diagnostics)) +
          emit_worded(english, "", diagnostics) + emit_worded(spanish, "Spanish", diagnostics);
  const std::string version = limits.top().text("version");
  const std::string charges = emit_charge_multiple(prices, diagnostics);
  for (const std::string suffix : {"", "Spanish"}) {
    text += "constexpr ReferenceData kReference" + suffix + " = {" + version + ", kYears, kPrices, kLevels" + suffix +
            ", kDefaults, kStates" + suffix + ", kClocks, kChances, kQuestions" + suffix + ", kWords" + suffix +
            ",\n    " + charges + "};\n\n";
  }
  return text +
         "}\n\nconst ReferenceData& builtin_reference() { return kReference; }\n"
         "const ReferenceData& spanish_reference() { return kReferenceSpanish; }\n\n}\n";
}

}  // namespace preauth
