#pragma once
// How a sheet says amounts, and how it cuts long texts: a mark where it was cut, the whole text in the appendix.

#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "messages/lang.h"
#include "report/sheet_page.h"

namespace preauth {

enum class Toward { nearest, down, up };

// To $100, below $1,000 to $50, below $100 to $5; what would become $0 keeps its dollars. A low figure goes down and a
// high one up, so that rounding never narrows a range.
Money rounded_about(Money amount, Toward toward);
std::string about(Lang lang, Money amount, Toward toward = Toward::nearest);

class SheetCutter {
 public:
  explicit SheetCutter(Lang lang) : lang_(lang) {}

  // At most about `columns` columns; what is longer ends with "… [1]".
  std::string cut(std::string_view text, int columns);
  // `shown` is a text that was shortened already: marked when it is not the whole.
  std::string marked(const std::string& shown, std::string_view whole);

  std::vector<SheetCut> take() { return std::exchange(cuts_, {}); }

 private:
  std::string mark(const std::string& start, std::string_view whole);

  Lang lang_;
  std::vector<SheetCut> cuts_;
};

}  // namespace preauth
