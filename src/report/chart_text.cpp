#include "report/chart_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "messages/charts.h"
#include "report/amount_text.h"
#include "report/care_words.h"
#include "report/chart_bars.h"
#include "report/compare_words.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr int kNarrowest = 40;
constexpr int kIndent = 2;       // of a bar below its label
constexpr int kGap = 2;          // between a bar and its figures
constexpr int kLeastBar = 24;    // a shorter one gets its figures on the next line
constexpr int kWidestBar = 100;  // longer ones are hard to compare
constexpr int kOneLine = 60;     // columns from which a question fits beside its bar
constexpr std::size_t kMostAnswers = 8;

// What stands beside or below a bar.
struct BarRow {
  const OptionEstimate* option = nullptr;
  std::string label;
  std::string figures;
};

class Chart {
 public:
  Chart(const Comparison& comparison, const TextStyle& style)
      : comparison_(comparison),
        style_(style),
        lang_(style.lang),
        width_(std::max(style.width, kNarrowest)),
        signs_(chart_signs(style.ascii)) {}

  std::string text() {
    add_ranges();
    add_tornado();
    return std::move(out_);
  }

 private:
  // Text of files is made safe for the screen, and plain where only ASCII may be written.
  std::string clean(std::string_view text) const {
    const std::string safe = printable(text);
    return style_.ascii ? to_ascii(safe) : safe;
  }

  void line(std::string_view text, int indent = 0) {
    out_ += std::string(static_cast<std::size_t>(indent), ' ');
    out_ += text;
    out_ += '\n';
  }

  void words(std::string_view text, int indent = 0) {
    for (const std::string& part : wrap(clean(text), width_ - indent)) line(part, indent);
  }

  // At most `columns`, cut at the end.
  std::string cut(std::string_view text, int columns) const {
    const std::string safe = clean(text);
    if (display_width(safe) <= columns) return safe;
    return style_.ascii ? to_ascii(shorten(safe, columns - 2)) : shorten(safe, columns);  // "…" becomes "..."
  }

  std::vector<BarRow> rows_of(std::size_t plan) const {
    std::vector<BarRow> rows;
    for (const OptionEstimate* option : options_of(comparison_, plan)) {
      const Money low = option->low.patient();
      const Money high = option->high.patient();
      const std::string likely = likely_cell(*option, lang_);
      const std::string figures = !option->unpriced.empty() ? msg::charts::unpriced(lang_)
                                  : low == high             ? likely
                                                : msg::charts::figures(lang_, likely, range_cell(*option, lang_));
      rows.push_back({option, distinct_title(comparison_, *option, lang_), clean(figures)});
    }
    return rows;
  }

  void add_ranges() {
    std::vector<std::vector<BarRow>> plans;
    std::vector<Money> highs;
    int widest = 0;
    for (std::size_t plan = 0; plan < comparison_.plans.size(); ++plan) {
      plans.push_back(rows_of(plan));
      for (const BarRow& row : plans.back()) {
        if (!row.option->unpriced.empty()) continue;
        highs.push_back(row.option->high.patient());
        widest = std::max(widest, display_width(row.figures));
      }
    }
    const bool any = !highs.empty();
    const int beside = width_ - kIndent - kGap - widest;
    const bool figures_beside = beside >= kLeastBar;
    const ChartAxis axis = axis_for(std::move(highs), std::min(figures_beside ? beside : width_ - kIndent, kWidestBar));
    words(msg::charts::range_heading(lang_));
    for (std::size_t plan = 0; plan < plans.size(); ++plan) {
      if (plans.size() > 1) words(plan_title(comparison_.plans[plan]));
      for (const BarRow& row : plans[plan]) add_row(row, axis, figures_beside);
    }
    if (!any) return;
    line(axis_line(axis, signs_), kIndent);
    line(tick_labels(axis, lang_), kIndent);
    add_legend(axis);
  }

  void add_row(const BarRow& row, const ChartAxis& axis, bool figures_beside) {
    words(row.label);
    if (!row.option->unpriced.empty()) {
      words(row.figures, kIndent);
      return;
    }
    std::string bar = range_bar(axis, *row.option, signs_);
    if (!figures_beside) {
      line(bar, kIndent);
      words(row.figures, kIndent);
      return;
    }
    bar.append(static_cast<std::size_t>(axis.columns - display_width(bar) + kGap), ' ');
    line(bar + row.figures, kIndent);
  }

  void add_legend(const ChartAxis& axis) {
    const std::string whole = fmt::format("{}{}{}", signs_.first, signs_.whole, signs_.last);
    const bool sampled = std::any_of(comparison_.options.begin(), comparison_.options.end(),
                                     [](const OptionEstimate& option) { return option.bands.has_value(); });
    signed_words(sampled ? msg::charts::range_legend(lang_, signs_.likely, signs_.usual, whole)
                         : msg::charts::range_legend_no_sample(lang_, signs_.likely, whole));
    if (axis.cut) signed_words(msg::charts::range_beyond(lang_, signs_.beyond));
  }

  // A sentence that holds signs of the chart, which are in the right form already; its letters may not be.
  void signed_words(std::string_view text) {
    for (const std::string& part : wrap(style_.ascii ? to_ascii(text) : std::string(text), width_)) line(part);
  }

  void add_tornado() {
    std::vector<const Question*> moving;
    for (const Question& question : comparison_.questions) {
      if (question.swing && question.swing->is_positive()) moving.push_back(&question);
    }
    if (moving.empty()) return;
    std::stable_sort(moving.begin(), moving.end(),
                     [](const Question* a, const Question* b) { return *a->swing > *b->swing; });
    if (moving.size() > kMostAnswers) moving.resize(kMostAnswers);
    line("");
    words(msg::charts::tornado_heading(lang_));
    int widest = 0;
    for (const Question* question : moving) widest = std::max(widest, display_width(rounded(lang_, *question->swing)));
    for (const Question* question : moving) {
      width_ >= kOneLine ? add_answer(*question, *moving.front()->swing, widest)
                         : add_narrow_answer(*question, *moving.front()->swing, widest);
    }
  }

  void add_answer(const Question& question, Money greatest, int widest) {
    const int columns = std::min(width_ / 4, kWidestBar);
    const std::string bar = swing_bar(*question.swing, greatest, columns, signs_);
    const std::string start = fmt::format("{:<4}{}{:>{}}  ", question.id, bar, rounded(lang_, *question.swing),
                                          columns - display_width(bar) + kGap + widest);
    line(start + cut(question.text, width_ - display_width(start)));
  }

  void add_narrow_answer(const Question& question, Money greatest, int widest) {
    line(cut(fmt::format("{:<4}{}", question.id, question.text), width_));
    const std::string bar = swing_bar(*question.swing, greatest, width_ - kIndent - kGap - widest, signs_);
    line(fmt::format("{}  {}", bar, rounded(lang_, *question.swing)), kIndent);
  }

  const Comparison& comparison_;
  const TextStyle& style_;
  Lang lang_;
  int width_;
  const ChartSigns& signs_;
  std::string out_;
};

}  // namespace

std::string chart_text(const Comparison& comparison, const TextStyle& style) { return Chart(comparison, style).text(); }

}  // namespace preauth
