#pragma once
// How values look inside sentences, in one place for every sentence and table. Amounts keep the US form in Spanish,
// because bills and plan documents in the United States print them so.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/money.h"
#include "messages/lang.h"

namespace preauth {

std::string format_money(Lang lang, Money money);         // "$1,234", "$1,234.50", "-$5"
std::string format_dollars(Lang lang, Money money);       // "$1,235": rounded half away from zero
std::string format_count(Lang lang, std::int64_t count);  // "1,234"
std::string format_date(Lang lang, Date date);            // "12 Jan 2026", "12 de enero de 2026"
std::string format_month(Lang lang, Date date);           // "Jan 2026", "enero de 2026"
std::string format_rate(Lang lang, Rate rate);            // "20%", "12.5%"

// Adds words to a Spanish sentence: "de" and "el" become "del", "a" and "el" "al", and "y" is "e" before the sound i,
// "o" is "u" before the sound o.
void append_spanish(std::string& sentence, std::string_view words);

}  // namespace preauth
