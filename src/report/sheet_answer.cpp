// Page 1, upper part: one sentence, one table row and one bar per option.

#include <algorithm>

#include <fmt/format.h>

#include "messages/compare.h"
#include "messages/sheet.h"
#include "report/amount_text.h"
#include "report/chart_axis.h"
#include "report/compare_words.h"
#include "report/sheet_parts.h"

namespace preauth {
namespace {

constexpr int kScale = 1'000;
constexpr int kLongestReason = 240;

bool is_certain(const OptionEstimate& option) { return option.low.patient() == option.high.patient(); }

// What is certain keeps its dollars; the rest is rounded, because more digits would say more than is known.
std::string likely_words(const OptionEstimate& option, Lang lang) {
  const Money likely = option.likely.patient();
  return is_certain(option) ? rounded(lang, likely) : about(lang, likely);
}

std::string low_words(const OptionEstimate& option, Lang lang) {
  const Money low = option.low.patient();
  return is_certain(option) ? rounded(lang, low) : about(lang, low, Toward::down);
}

std::string high_words(const OptionEstimate& option, Lang lang) {
  const Money high = option.high.patient();
  return is_certain(option) ? rounded(lang, high) : about(lang, high, Toward::up);
}

std::string short_sentence(const OptionEstimate& option, const std::string& what, Lang lang) {
  if (!option.insured) return msg::sheet::short_free(lang, what);
  if (!is_priced(option)) return msg::sheet::short_unpriced(lang, what);
  const std::string low = low_words(option, lang);
  const std::string likely = likely_words(option, lang);
  const std::string high = high_words(option, lang);
  if (low == high) return msg::sheet::short_exact(lang, what, likely);
  if (low == likely) return msg::sheet::short_up(lang, what, likely, high);
  if (high == likely) return msg::sheet::short_down(lang, what, likely, low);
  return msg::sheet::short_range(lang, what, likely, low, high);
}

std::vector<PageText> option_row(SheetWork& work, const OptionEstimate& option) {
  const Lang lang = work.lang();
  const std::string nothing = msg::compare::nothing(lang);
  const bool priced = is_priced(option);
  return {work.option_words(option),
          priced ? low_words(option, lang) : nothing,
          priced ? likely_words(option, lang) : msg::compare::unpriced(lang),
          priced ? high_words(option, lang) : nothing,
          option.deposit.is_positive() ? rounded(lang, option.deposit) : nothing,
          top_cell(option, lang)};
}

int place_of(const ChartAxis& axis, Money amount) { return axis.column_of(not_below_zero(amount)); }

SheetBar bar_of(SheetWork& work, const OptionEstimate& option, const ChartAxis& axis) {
  const Lang lang = work.lang();
  SheetBar bar;
  bar.label = work.option_words(option);
  bar.low = place_of(axis, option.low.patient());
  bar.high = place_of(axis, option.high.patient());
  bar.likely = place_of(axis, option.likely.patient());
  const std::string likely = likely_words(option, lang);
  const std::string low = low_words(option, lang);
  const std::string high = high_words(option, lang);
  if (option.bands && !is_certain(option)) {
    bar.usual_low = place_of(axis, option.bands->p10);
    bar.usual_high = place_of(axis, option.bands->p90);
    bar.words = msg::sheet::ranges_words_usual(lang, likely, low, high, about(lang, option.bands->p10, Toward::down),
                                               about(lang, option.bands->p90, Toward::up));
  } else {
    bar.words = msg::sheet::ranges_words(lang, likely, low, high);
  }
  if (is_certain(option)) bar.words = msg::sheet::ranges_words_certain(lang, likely);
  return bar;
}

}  // namespace

SheetSection in_short_section(SheetWork& work) {
  const Lang lang = work.lang();
  SheetSection section{"in-short", msg::sheet::in_short(lang), {}};
  SheetList list;
  list.large = true;
  for (const OptionEstimate* option : options_of(work.input.comparison, 0)) {
    list.items.emplace_back(short_sentence(*option, work.option_words(*option), lang));
  }
  if (!list.items.empty()) section.blocks.emplace_back(std::move(list));
  std::vector<std::string> notes;
  if (work.input.comparison.plans.front().example) notes.push_back(msg::compare::plan_example(lang));
  if (work.input.comparison.treatment.built_in) notes.push_back(msg::compare::built_in_treatment(lang));
  if (!notes.empty()) section.blocks.emplace_back(SheetParagraph{fmt::format("{}", fmt::join(notes, " ")), true});
  return section;
}

SheetSection options_section(SheetWork& work) {
  const Lang lang = work.lang();
  SheetSection section{"options", msg::sheet::options(lang), {}};
  SheetTable table;
  table.caption = msg::sheet::options_caption(lang);
  table.columns = {{msg::sheet::column_option(lang), false}, {msg::sheet::column_best(lang), true},
                   {msg::sheet::column_likely(lang), true},  {msg::sheet::column_worst(lang), true},
                   {msg::sheet::column_before(lang), true},  {msg::sheet::column_beyond(lang), true}};
  for (const OptionEstimate* option : options_of(work.input.comparison, 0)) {
    table.rows.push_back(option_row(work, *option));
  }
  if (table.rows.empty()) return section;
  section.blocks.emplace_back(std::move(table));
  std::vector<std::string> notes = table_notes(work.input.comparison, lang);
  notes.insert(notes.begin(), msg::sheet::options_note(lang));
  section.blocks.emplace_back(SheetParagraph{fmt::format("{}", fmt::join(notes, " · ")), true});
  return section;
}

SheetSection ranges_section(SheetWork& work) {
  const Lang lang = work.lang();
  SheetSection section{"ranges", msg::sheet::ranges(lang), {}};
  std::vector<const OptionEstimate*> options = options_of(work.input.comparison, 0);
  std::erase_if(options, [](const OptionEstimate* option) { return !is_priced(*option) || !option->insured; });
  if (options.empty()) return section;
  // One amount alone is never cut off: the table has the figures, and paper has the length.
  Money highest;
  for (const OptionEstimate* option : options) highest = greatest(highest, option->high.patient());
  const ChartAxis axis = axis_for({highest}, kScale + 1);
  SheetBars bars;
  for (const OptionEstimate* option : options) bars.bars.push_back(bar_of(work, *option, axis));
  for (Money tick; tick <= axis.end; tick += axis.step)
    bars.ticks.emplace_back(place_of(axis, tick), rounded(lang, tick));
  bars.axis = msg::sheet::ranges_axis(lang, rounded(lang, Money()), rounded(lang, axis.end));
  const bool usual = std::any_of(bars.bars.begin(), bars.bars.end(),
                                 [](const SheetBar& bar) { return bar.usual_low < bar.usual_high; });
  std::string legend = usual ? msg::sheet::ranges_legend_usual(lang) : msg::sheet::ranges_legend(lang);
  section.blocks.emplace_back(std::move(bars));
  section.blocks.emplace_back(SheetParagraph{std::move(legend), true});
  std::vector<std::string> why = reasons(work.input.comparison, 0, lang);
  why.resize(std::min(why.size(), work.room.reasons));
  SheetList list;
  list.small = true;
  for (const std::string& sentence : why) list.items.emplace_back(work.cutter.cut(sentence, kLongestReason));
  if (!list.items.empty()) section.blocks.emplace_back(std::move(list));
  return section;
}

}  // namespace preauth
