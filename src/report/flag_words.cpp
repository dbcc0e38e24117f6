#include "report/flag_words.h"

#include <algorithm>
#include <optional>

#include "base/date.h"
#include "messages/compare.h"
#include "messages/format_values.h"
#include "messages/levers.h"
#include "report/care_words.h"
#include "report/compare_words.h"
#include "report/estimate_json.h"
#include "report/lever_words.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr int kLongestValue = 100;
constexpr std::size_t kMostOptions = 3;  // named before a sentence

// A row of the benefit table, a day, or words as they stand in the file.
std::string value_words(const std::string& value, Lang lang) {
  if (const std::optional<Benefit> benefit = parse_id<Benefit>(value)) return benefit_words(lang, *benefit);
  if (const std::optional<Date> day = parse_date(value)) return format_date(lang, *day);
  return shorten(value, kLongestValue);
}

std::string flag_sentence(const RedFlag& flag, Lang lang) {
  return msg::levers::by_id(lang, flag.id, value_words(flag.value, lang));
}

// What several plans have in common is said once.
struct SaidOf {
  std::string sentence;
  std::vector<std::string> plans;
};

// The limit that the treatment runs into asks the parity question too.
bool is_said_by_another(const Comparison& comparison, const RedFlag& flag) {
  return flag.id == "parity-limit" &&
         std::any_of(comparison.flags.begin(), comparison.flags.end(), [&](const RedFlag& other) {
           return other.id == "limit-hit" && other.field == flag.field && other.plan == flag.plan;
         });
}

std::string with_options(const Comparison& comparison, const RedFlag& flag, const std::string& sentence, Lang lang) {
  const auto of_plan = [&](const OptionEstimate& option) { return option.plan == flag.plan; };
  const auto all = std::count_if(comparison.options.begin(), comparison.options.end(), of_plan);
  const std::size_t concerned = flag.options.size();
  if (concerned == 0 || concerned > kMostOptions || concerned >= static_cast<std::size_t>(all)) return sentence;
  std::vector<std::string> names;
  for (const std::string& id : flag.options) {
    const OptionEstimate* option = find_option(comparison, flag.plan, id);
    names.push_back(option == nullptr ? id : distinct_name(comparison, *option, lang));
  }
  return msg::levers::about_options(lang, listed(lang, names), sentence);
}

}  // namespace

std::vector<std::string> flag_sentences(const Comparison& comparison, Lang lang) {
  std::vector<SaidOf> said;
  for (const RedFlag& flag : comparison.flags) {
    if (is_said_by_another(comparison, flag)) continue;
    const std::string sentence = with_options(comparison, flag, flag_sentence(flag, lang), lang);
    const auto same =
        std::find_if(said.begin(), said.end(), [&](const SaidOf& each) { return each.sentence == sentence; });
    same == said.end() ? said.push_back({sentence, {flag.plan}}) : same->plans.push_back(flag.plan);
  }
  std::vector<std::string> sentences;
  for (const SaidOf& each : said) {
    const bool of_one = each.plans.size() < comparison.plans.size();
    sentences.push_back(of_one ? with_plans(comparison, each.plans, each.sentence, lang) : each.sentence);
  }
  return sentences;
}

void write_flags(JsonWriter& json, const Comparison& comparison) {
  json.key("flags").begin_array();
  for (const RedFlag& flag : comparison.flags) {
    json.begin_object(JsonWriter::Shape::one_line).member("id", flag.id);
    write_text(json, "value", flag.value);
    write_text(json, "field", flag.field);
    json.member("plan", flag.plan);
    write_strings(json, "options", flag.options);
    json.member("text", flag_sentence(flag, Lang::en)).end_object();
  }
  json.end_array();
}

bool is_said_by_flag(const Comparison& comparison, const Warning& warning) {
  return warning.id == "beyond-plan-year" &&
         std::any_of(comparison.flags.begin(), comparison.flags.end(),
                     [](const RedFlag& flag) { return flag.id == "coverage-ends"; });
}

}  // namespace preauth
