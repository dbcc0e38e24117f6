#pragma once
// The beginning of a sheet and of an index of sheets: up to the open body. Nothing is fetched, a content security policy
// says so to the browser too, and no page that a link leads to learns where it stood.

#include <string_view>

#include "formats/html_writer.h"
#include "messages/lang.h"

namespace preauth {

// `style` comes after the style that both have.
void open_sheet_page(HtmlWriter& html, Lang lang, std::string_view title, std::string_view style);

}  // namespace preauth
