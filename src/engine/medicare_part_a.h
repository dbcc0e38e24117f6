#pragma once
// Original Medicare hospital days, by benefit period and not by year: a deductible once, days 1-60 free, days 61-90 at
// a daily amount, then 60 lifetime reserve days at twice that, then nothing; at most 190 days of a lifetime in
// freestanding psychiatric hospitals.

#include <cstdint>

#include "engine/claim.h"

namespace preauth {

// Opens or continues the benefit period when the line is a day in hospital. Lines of other care leave it as it is.
void enter_benefit_period(Claim& claim);

enum class PartADaysLeft : std::uint8_t { enough, exhausted, psychiatric_exhausted };
PartADaysLeft part_a_days_left(const Claim& claim);

// Pre: part_a_days_left is enough. Counts the days.
Shares share_part_a(Claim& claim);

}  // namespace preauth
