#include "messages/lists.h"
#include "report/check_report.h"
#include "report/text_page.h"
#include "report/text_wrap.h"

namespace preauth {

std::string check_text(const Diagnostics& diagnostics, const SourceSet& sources, int files, const TextStyle& style) {
  TextPage page(style);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    const std::string rendered = render(diagnostic, sources, style.color);
    page.raw(style.ascii ? to_ascii(rendered) : rendered);
    page.gap();
  }
  if (diagnostics.count_left_out() > 0)
    page.paragraph(msg::lists::check_left_out(style.lang, diagnostics.count_left_out()));
  page.paragraph(diagnostics.all().empty()
                     ? msg::lists::check_clean(style.lang, files)
                     : msg::lists::check_counts(style.lang, diagnostics.count_errors(), diagnostics.count_warnings()));
  return page.take();
}

}  // namespace preauth
