#pragma once
// The style sheet of a cost sheet: one column on a screen, two pages of Letter or A4 on paper, dark on white with
// contrast of at least 7 to 1, patterns and labels where a chart would use colour.

#include <string_view>

namespace preauth {

std::string_view sheet_style();

}  // namespace preauth
