#include "report/citation_cells.h"

#include "messages/lists.h"

namespace preauth {
namespace {

// "CMS, Addendum B, 2026-01 (A), https://…"
std::string footnote(const Citation& citation) {
  if (citation.title.empty()) return {};
  std::string text(citation.title);
  // Many titles end with their date already.
  if (!citation.date.empty() && !text.ends_with(citation.date)) text += ", " + std::string(citation.date);
  text += " (" + std::string(1, static_cast<char>(citation.grade)) + ")";
  if (!citation.url.empty()) text += ", " + std::string(citation.url);
  return text;
}

}  // namespace

void add_citation_columns(std::vector<ListingColumn>& columns, std::string_view prefix, Lang lang) {
  using Place = ListingColumn::Place;
  const std::string before(prefix);
  const std::string head = prefix.empty() ? msg::lists::column_source(lang) : msg::lists::column_range_source(lang);
  columns.push_back({before + "source", head, Place::footnote, false});
  columns.push_back({before + "date", msg::lists::column_date(lang), Place::data, false});
  columns.push_back({before + "url", msg::lists::column_url(lang), Place::data, false});
  columns.push_back({before + "grade", msg::lists::column_grade(lang), Place::data, false});
}

void add_citation_cells(std::vector<Cell>& row, const Citation& citation) {
  row.push_back(shown_cell(citation.title, footnote(citation)));
  row.push_back(optional_cell(citation.date));
  row.push_back(optional_cell(citation.url));
  row.push_back(text_cell(std::string(1, static_cast<char>(citation.grade))));
}

}  // namespace preauth
