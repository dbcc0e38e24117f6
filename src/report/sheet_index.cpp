#include "report/sheet_index.h"

#include <algorithm>

#include "messages/sheet.h"
#include "report/care_words.h"
#include "report/sheet_head.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

// After the sheet's own style: the sentences have the room.
constexpr std::string_view kStyle =
    "th:first-child { width: 16%; }\nth:last-child { width: 50%; }\ntd { overflow-wrap: anywhere; }\n";
constexpr int kLongestCell = 60;
constexpr std::string_view kAnswerSection = "in-short";

std::vector<std::string> sentences_of(const SheetSection& section) {
  std::vector<std::string> sentences;
  for (const SheetBlock& block : section.blocks) {
    const auto* const list = std::get_if<SheetList>(&block);
    if (list == nullptr) continue;
    for (const PageText& item : list->items) sentences.push_back(item.words);
  }
  return sentences;
}

std::vector<std::string> answer_of(const Sheet& sheet) {
  for (const SheetPage& page : sheet.pages) {
    const auto found = std::find_if(page.sections.begin(), page.sections.end(),
                                    [](const SheetSection& section) { return section.id == kAnswerSection; });
    if (found != page.sections.end()) return sentences_of(*found);
  }
  return {};
}

}  // namespace

SheetIndexEntry index_entry(std::uint64_t row, std::string_view client, std::string_view treatment,
                            const SheetInput& input, const Sheet& sheet) {
  return {row, shorten(client, kLongestCell), shorten(plan_title(input.comparison.plans.front()), kLongestCell),
          shorten(treatment, kLongestCell), answer_of(sheet)};
}

std::string SheetIndex::begin() {
  const std::string title = msg::sheet::index_title(lang_);
  open_sheet_page(html_, lang_, title, kStyle);
  html_.open("header").element("h1", title).element("p", msg::sheet::index_made(lang_, as_of_)).close();
  html_.open("main").open("table").element("caption", msg::sheet::index_caption(lang_)).open("thead").open("tr");
  for (const std::string& head : {msg::sheet::head_client(lang_), msg::sheet::head_plan(lang_),
                                  msg::sheet::index_treatment(lang_), msg::sheet::in_short(lang_)}) {
    html_.element("th", head, {{"scope", "col"}});
  }
  html_.close().close().open("tbody").raw("\n");
  return html_.take_part();
}

std::string SheetIndex::client_words(const SheetIndexEntry& entry, bool shared_code) const {
  const auto row = static_cast<std::int64_t>(entry.row);
  if (entry.client.empty()) return msg::sheet::index_row(lang_, row);
  return shared_code ? msg::sheet::index_client_row(lang_, entry.client, row) : entry.client;
}

std::string SheetIndex::row(const SheetIndexEntry& entry, std::string_view file, bool shared_code) {
  ++sheets_;
  html_.open("tr").open("th", {{"scope", "row"}});
  html_.element("a", client_words(entry, shared_code), {{"href", file}}).close();
  html_.element("td", entry.plan);
  html_.element("td", entry.treatment.empty() ? msg::sheet::index_usual(lang_) : entry.treatment);
  html_.open("td").open("ul");
  for (const std::string& sentence : entry.answer) html_.element("li", sentence);
  html_.close().close().close();
  return html_.take_part();
}

std::string SheetIndex::end(std::uint64_t without) {
  html_.close().close().close().open("footer").element("p", msg::sheet::index_count(lang_, sheets_));
  if (without > 0) html_.element("p", msg::sheet::index_without(lang_, static_cast<std::int64_t>(without)));
  html_.element("p", msg::sheet::index_keep(lang_)).close().close().close();
  return html_.take();
}

}  // namespace preauth
