#pragma once
// Cells as nearly all exports write them: 2026-04-06, 500, $1,234.50, $310/day. They are read here without the phrase
// language, and mean what it says they mean; anything else is left to it.

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/money.h"

namespace preauth {

// "$310/day" is $310 before "/day". The rest holds no digit, so that what it means does not depend on the amount.
struct QuickAmount {
  Money amount;
  std::string_view rest;
};

std::optional<QuickAmount> read_quick_amount(std::string_view text);

}  // namespace preauth
