#pragma once
// The page that lists the sheets of a batch: a table with a row for each, in the order of the list. It is made piece by
// piece, so that a long list needs no more memory than a short one.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "formats/html_writer.h"
#include "messages/lang.h"
#include "report/sheet.h"

namespace preauth {

struct SheetIndexEntry {
  std::uint64_t row = 0;  // its number in the list
  std::string client;     // the client's code; may be empty
  std::string plan;
  std::string treatment;            // empty: the usual options
  std::vector<std::string> answer;  // a sentence per option
};
// `client` and `treatment` as the row names them.
SheetIndexEntry index_entry(std::uint64_t row, std::string_view client, std::string_view treatment,
                            const SheetInput& input, const Sheet& sheet);

class SheetIndex {
 public:
  SheetIndex(Lang lang, Date as_of) : lang_(lang), as_of_(as_of) {}

  // The page is begin(), then row() for every sheet, then end().
  std::string begin();
  // `file`: the name of the sheet, beside the index. `shared_code`: another client has the same code.
  std::string row(const SheetIndexEntry& entry, std::string_view file, bool shared_code);
  // `without`: rows of the list that have no sheet, because they could not be estimated.
  std::string end(std::uint64_t without);

 private:
  std::string client_words(const SheetIndexEntry& entry, bool shared_code) const;

  Lang lang_;
  Date as_of_;
  HtmlWriter html_;
  std::int64_t sheets_ = 0;
};

}  // namespace preauth
