#pragma once
// `compare --chart`: the range of every option as a bar on one dollar axis, then the questions whose answers move the
// estimate most. Each bar ends with its figures in words, for those who cannot see it.

#include <string>

#include "model/estimate.h"
#include "report/text_style.h"

namespace preauth {

// Finished lines of at most style.width columns. Colour is not used.
std::string chart_text(const Comparison& comparison, const TextStyle& style);

}  // namespace preauth
