// What stands around the table of an SBC: name, period and type of the plan, what it excludes, and the card.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/toml_text.h"
#include "interview/find_dates.h"
#include "interview/prompts.h"
#include "interview/readers.h"
#include "load/field_reader.h"
#include "messages/interview.h"
#include "model/vocabulary.h"

namespace preauth {
namespace {

std::optional<DateRange> period_of(std::string_view text) {
  const std::vector<Date> days = find_dates(text);
  if (days.size() == 2) return DateRange{days[0], days[1]};
  if (days.size() == 1) return DateRange{days[0], add_months(days[0], 12) - 1};
  const std::string_view year = trim(text);
  const std::optional<Date> first = year.size() == 4 ? parse_date(std::string(year) + "-01-01") : std::nullopt;
  if (!days.empty() || !first) return std::nullopt;
  return DateRange{*first, add_months(*first, 12) - 1};
}

bool is_letter_or_digit(char c) { return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9'); }

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !is_letter_or_digit(text[at - 1]);
    const std::size_t end = at + word.size();
    if (begins && (end == text.size() || !is_letter_or_digit(text[end]))) return true;
  }
  return false;
}

struct KindWords {
  std::string_view words;
  std::string_view kind;
};
// In this order: "HDHP PPO" is priced as an HDHP, and "HMO POS" pays out of network too.
constexpr std::array<KindWords, 16> kKindWords = {{{"hdhp", "hdhp"},
                                                   {"high deductible", "hdhp"},
                                                   {"high-deductible", "hdhp"},
                                                   {"medicare advantage", "medicare-advantage"},
                                                   {"short-term", "short-term"},
                                                   {"sharing ministry", "sharing-ministry"},
                                                   {"pos", "pos"},
                                                   {"ppo", "ppo"},
                                                   {"epo", "epo"},
                                                   {"hmo", "hmo"},
                                                   {"indemnity", "indemnity"},
                                                   {"medicare", "medicare"},
                                                   {"medicaid", "medicaid"},
                                                   {"chip", "chip"},
                                                   {"tricare", "tricare"},
                                                   {"fehb", "fehb"}}};

}  // namespace

// A name is plain text in the file: it needs no evidence.
Reading read_name(const Typed& typed, const ReadingContext& context) {
  return {{{context.prompt.path, toml_quoted(typed.text), {}, typed.at}}, ""};
}

Reading read_period(const Typed& typed, const ReadingContext& context) {
  const std::optional<DateRange> period = period_of(typed.text);
  if (!period) return {{plain_entry(context.prompt.path, typed.text, typed.at)}, ""};
  const std::string is = to_iso(period->first) + ".." + to_iso(period->last);
  return {{from_document(context, context.prompt.path, is, typed.at, typed.text)},
          msg::interview::read_period(context.lang, period->first, period->last)};
}

Reading read_plan_kind(const Typed& typed, const ReadingContext& context) {
  const std::string text = searchable(typed.text);
  for (const KindWords& known : kKindWords) {
    if (!has_word(text, known.words)) continue;
    return {{from_document(context, context.prompt.path, known.kind, typed.at, typed.text)}, ""};
  }
  return {{from_document(context, context.prompt.path, typed.text, typed.at)}, ""};
}

// Items between commas, semicolons or bullets; commas inside brackets belong to an item.
Reading read_exclusions(const Typed& typed, const ReadingContext& context) {
  Reading reading;
  const std::string whole = searchable(trim(typed.text));
  if (whole == "none" || whole == "no" || whole == "ninguno") return reading;
  std::string item;
  int depth = 0;
  const auto finish_item = [&] {
    const std::string_view what = trim(item);
    if (!what.empty() && reading.entries.size() < static_cast<std::size_t>(kMostEntries)) {
      std::vector<std::string> lines = {"what = " + toml_quoted(what)};
      if (context.page > 0) lines.push_back("page = \"" + std::to_string(context.page) + "\"");
      reading.entries.push_back({context.prompt.path, "", std::move(lines), typed.at});
    }
    item.clear();
  };
  for (const char c : typed.text) {
    depth += c == '(' ? 1 : (c == ')' && depth > 0 ? -1 : 0);
    if (depth == 0 && (c == ',' || c == ';')) {
      finish_item();
    } else {
      item += c;
    }
  }
  finish_item();
  return reading;
}

Reading read_administrator(const Typed& typed, const ReadingContext& context) {
  const std::string text = searchable(trim(typed.text));
  constexpr std::array<std::string_view, 6> kNoWords = {"no", "none", "same", "ninguno", "ninguna", "igual"};
  if (std::find(kNoWords.begin(), kNoWords.end(), text) == kNoWords.end()) {
    return {{from_document(context, context.prompt.path, typed.text, typed.at)}, ""};
  }
  const std::string none = msg::interview::no_administrator(context.lang);
  return {{from_document(context, context.prompt.path, none, typed.at, typed.text)}, ""};
}

}  // namespace preauth
