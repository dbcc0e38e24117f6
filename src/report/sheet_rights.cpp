// Page 2: rights with their clocks for this kind of plan, where to ask for help, where the numbers come from.

#include <algorithm>

#include "messages/sheet.h"
#include "report/authorization_words.h"
#include "report/compare_words.h"
#include "report/sheet_parts.h"

namespace preauth {
namespace {

constexpr int kLongestSource = 240;

SheetSection list_section(std::string id, std::string heading, const std::vector<std::string>& sentences) {
  SheetSection section{std::move(id), std::move(heading), {}};
  SheetList list;
  for (const std::string& sentence : sentences) list.items.emplace_back(sentence);
  if (!list.items.empty()) section.blocks.emplace_back(std::move(list));
  return section;
}

const DecisionClock* clock_of(const Comparison& comparison) {
  for (const OptionEstimate& option : comparison.options) {
    for (const StepAuthorization& step : option.authorization) {
      if (step.clock) return &*step.clock;
    }
  }
  return nullptr;
}

std::vector<std::string> clocks_of(const Comparison& comparison, Lang lang) {
  for (const OptionEstimate* option : options_of(comparison, 0)) {
    std::vector<std::string> sentences = clock_sentences(*option, lang);
    if (!sentences.empty()) return sentences;
  }
  return {};
}

// 29 CFR 2560.503-1 and 45 CFR 147.136 give the days to appeal; external review is of the second.
bool has_federal_appeal(const DecisionClock* clock) { return clock != nullptr && clock->appeal_days > 0; }

}  // namespace

SheetSection rights_section(SheetWork& work) {
  const Lang lang = work.lang();
  const DecisionClock* clock = clock_of(work.input.comparison);
  std::vector<std::string> sentences = clocks_of(work.input.comparison, lang);
  if (has_federal_appeal(clock)) {
    sentences.push_back(msg::sheet::right_appeal(lang, clock->appeal_days));
    sentences.push_back(msg::sheet::right_external(lang));
    sentences.push_back(msg::sheet::right_parity(lang));
  } else {
    sentences.push_back(msg::sheet::right_appeal_open(lang));
    sentences.push_back(msg::sheet::right_external_ask(lang));
  }
  sentences.push_back(msg::sheet::right_self_pay(lang));
  return list_section("rights", msg::sheet::rights(lang), sentences);
}

SheetSection help_section(SheetWork& work) {
  const Lang lang = work.lang();
  std::vector<std::string> sentences = {msg::sheet::help_facility(lang), msg::sheet::help_state(lang)};
  const DecisionClock* clock = clock_of(work.input.comparison);
  if (clock != nullptr && clock->id.starts_with("erisa")) sentences.push_back(msg::sheet::help_employer(lang));
  sentences.push_back(msg::sheet::help_samhsa(lang));
  return list_section("help", msg::sheet::help(lang), sentences);
}

SheetSection sources_section(SheetWork& work) {
  const Lang lang = work.lang();
  const PlanSource& source = work.input.plan.source;
  const std::vector<Assumption>& assumptions = work.input.comparison.assumptions;
  std::vector<std::string> sentences;
  if (source.title.empty()) {
    sentences.push_back(msg::sheet::source_plan_none(lang));
  } else {
    const std::string title = work.cutter.cut(source.title, kLongestSource);
    sentences.push_back(source.date ? msg::sheet::source_plan_dated(lang, title, *source.date)
                                    : msg::sheet::source_plan(lang, title));
  }
  const std::size_t shown = std::min(assumptions.size(), work.room.assumptions);
  for (std::size_t i = 0; i < shown; ++i) {
    const Assumption& assumption = assumptions[i];
    const std::string words = work.cutter.cut(assumption_sentence(lang, assumption), kLongestSource);
    sentences.push_back(
        assumption.source.empty()
            ? msg::sheet::source_assumed(lang, words)
            : msg::sheet::source_assumed_from(lang, words, work.cutter.cut(assumption.source, kLongestSource)));
  }
  if (shown < assumptions.size()) {
    sentences.push_back(msg::sheet::source_more(lang, static_cast<std::int64_t>(assumptions.size() - shown)));
  }
  return list_section("sources", msg::sheet::sources(lang), sentences);
}

SheetSection part2_section(SheetWork& work) {
  const Lang lang = work.lang();
  SheetSection section{"part2", msg::sheet::part2(lang), {}};
  if (!work.input.part2_notice) return section;
  section.blocks.emplace_back(SheetParagraph{msg::sheet::part2_why(lang), false});
  section.blocks.emplace_back(SheetParagraph{PageText(msg::sheet::part2_notice(lang), true), false});
  return section;
}

}  // namespace preauth
