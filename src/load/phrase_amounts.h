#pragma once
// Amounts, rates and counts at a cursor, alone or as a range ("$20-$40", "10%..30%", "$0 or $35"), and how they are
// written. Every number is checked: decimals, sign and size; "unknown" is a value too.

#include <cstdint>
#include <optional>
#include <string>

#include "base/known.h"
#include "base/money.h"
#include "load/phrase_cursor.h"

namespace preauth {

inline constexpr std::int64_t kMostCount = 20'000;  // visits, days, weeks: more is a slip of the keyboard
inline constexpr Rate kWholeAmount = Rate::percent(100);

// A dollar sign stands here, with or without a minus.
bool at_money(const PhraseCursor& cursor);
// A number or a range of numbers with a percent sign stands here.
bool at_rate(const PhraseCursor& cursor);
// Each fails with a precise problem when there is none. The dollar sign is optional, the percent sign is not.
std::optional<Known<Money>> read_money(PhraseCursor& cursor);
std::optional<Known<UnitPrice>> read_unit_price(PhraseCursor& cursor);  // up to six decimals
std::optional<Known<Rate>> read_rate(PhraseCursor& cursor, Rate most = kWholeAmount);
// "0.2" and "20" alone: what was most likely meant, with its sign ("20%").
std::string suggest_rate(const Token& number);
std::optional<std::int64_t> read_count(PhraseCursor& cursor, std::int64_t most = kMostCount);
std::optional<Known<std::int64_t>> read_counts(PhraseCursor& cursor, std::int64_t most = kMostCount);

std::string write_known(const Known<Money>& money);  // "$20..$40", "unknown"
std::string write_known(const Known<Rate>& rate);
std::string write_known(const Known<std::int64_t>& count);

}  // namespace preauth
