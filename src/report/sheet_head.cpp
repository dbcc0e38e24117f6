#include "report/sheet_head.h"

#include "report/sheet_style.h"

namespace preauth {

void open_sheet_page(HtmlWriter& html, Lang lang, std::string_view title, std::string_view style) {
  html.raw("<!DOCTYPE html>\n").open("html", {{"lang", lang == Lang::es ? "es" : "en"}});
  html.open("head").single("meta", {{"charset", "utf-8"}});
  html.single("meta", {{"http-equiv", "Content-Security-Policy"},
                       {"content", "default-src 'none'; style-src 'unsafe-inline'"}});
  html.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.single("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  html.element("title", title).open("style").raw(sheet_style()).raw(style).close().close();
  html.open("body");
}

}  // namespace preauth
