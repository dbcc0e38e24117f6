#pragma once
// How amounts look in tables: whole dollars for people, exact decimals for machines.

#include <string>

#include "base/money.h"
#include "messages/lang.h"

namespace preauth {

// Whole dollars, so that an estimate does not pretend to cents; an amount under a dollar keeps its cents, because "$0"
// would say free.
std::string rounded(Lang lang, Money money);
// "$810 – $7,580"; one figure when both look the same.
std::string rounded_range(Lang lang, Money low, Money high);
// "1234.50"
std::string decimal(Money money);
// At least two decimals, more where the price has them: "319.38", "0.0125".
std::string decimal(UnitPrice price);
// A share with two decimals: "0.34".
std::string decimal(Rate rate);
// "$319.38", to the cent.
std::string shown(Lang lang, UnitPrice price);

}  // namespace preauth
