#pragma once
// Everything to do by a day as an iCalendar file for any calendar program: one whole-day entry per task of every
// option. Its title says "Insurance: …" and no more, because calendars are shown on locked screens and shared; the care
// and the place stand in the description. The same comparison gives the same bytes, and an entry that is made again
// (the same option, step, task and day) replaces the one before.

#include <string>

#include "messages/lang.h"
#include "model/estimate.h"

namespace preauth {

std::string calendar(const Comparison& comparison, Lang lang);

}  // namespace preauth
