#pragma once
// Days as American documents print them: 01/01/2026, 1/1/26, January 1, 2026, and 2026-01-01.

#include <string_view>
#include <vector>

#include "base/date.h"

namespace preauth {

// All days in the text, in its order.
std::vector<Date> find_dates(std::string_view text);

}  // namespace preauth
