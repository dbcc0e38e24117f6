#pragma once
// The range bars of a sheet as inline SVG, each with its figures as a text alternative. A pattern, a solid and a black
// mark tell the parts apart, so that a copy in black and white says the same.

#include "formats/html_writer.h"
#include "report/sheet_page.h"

namespace preauth {

void put_bars(HtmlWriter& html, const SheetBars& bars);

}  // namespace preauth
