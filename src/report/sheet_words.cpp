#include "report/sheet_words.h"

#include <algorithm>

#include "base/text.h"
#include "messages/sheet.h"
#include "report/amount_text.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

// A file may hold a text of any length; beyond this even an appendix is no help to a reader.
constexpr int kLongestInFull = 20'000;

Money step_for(Money amount) {
  if (amount < Money::dollars(100)) return Money::dollars(5);
  return amount < Money::dollars(1'000) ? Money::dollars(50) : Money::dollars(100);
}

}  // namespace

Money rounded_about(Money amount, Toward toward) {
  if (!amount.is_positive()) return amount;
  const std::int64_t step = step_for(amount).count_cents();
  const std::int64_t cents = amount.count_cents();
  std::int64_t steps = cents / step;
  if (toward == Toward::up && cents % step != 0) ++steps;
  if (toward == Toward::nearest) steps = divide_half_away(cents, step);
  return steps == 0 ? amount : Money::cents(step) * steps;
}

std::string about(Lang lang, Money amount, Toward toward) { return rounded(lang, rounded_about(amount, toward)); }

std::string SheetCutter::cut(std::string_view text, int columns) {
  std::string start = shorten(text, columns);
  return start == text ? start : mark(start, text);
}

std::string SheetCutter::marked(const std::string& shown, std::string_view whole) {
  const bool cut = shown.find("…") != std::string::npos && whole.find("…") == std::string_view::npos;
  return cut ? mark(shown, whole) : shown;
}

std::string SheetCutter::mark(const std::string& start, std::string_view whole) {
  std::string text = shorten(whole, kLongestInFull);
  auto known = std::find_if(cuts_.begin(), cuts_.end(), [&](const SheetCut& each) { return each.text == text; });
  if (known == cuts_.end()) {
    known = cuts_.insert(known, {static_cast<int>(cuts_.size()) + 1, std::move(text)});
  }
  return msg::sheet::cut_mark(lang_, start, known->number);
}

}  // namespace preauth
