#pragma once
// A cost sheet as data: pages of sections of blocks, every sentence already made and every text already short enough.
// Renderers decide how a block looks, never what it says.

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "messages/lang.h"

namespace preauth {

// `quoted`: words of a file or a law in their own language, which is English.
struct PageText {
  std::string words;
  bool quoted = false;

  PageText() = default;
  PageText(std::string text, bool is_quoted = false) : words(std::move(text)), quoted(is_quoted) {}  // NOLINT: a text
};

struct SheetParagraph {
  PageText text;
  bool small = false;  // a note to what stands above
};

struct SheetList {
  std::vector<PageText> items;
  bool numbered = false;
  bool large = false;  // the answer itself
  bool small = false;  // notes to what stands above
};

struct SheetColumn {
  std::string head;
  bool right = false;  // amounts
  bool whole = false;  // on paper a cell is never broken; nor is an amount
};

// The first cell of a row names it.
struct SheetTable {
  std::string caption;
  std::vector<SheetColumn> columns;
  std::vector<std::vector<PageText>> rows;
  int first_share = 41;  // of the width of the page on paper, in percent: as in sheet_style
};

// A bar on the scale that all bars of the sheet share, in thousandths of its length.
struct SheetBar {
  std::string label;
  std::string words;  // the same in words, for those who cannot see it
  int low = 0;
  int high = 0;
  int likely = 0;
  int usual_low = 0;  // the same as usual_high: no sample
  int usual_high = 0;
};

struct SheetBars {
  std::vector<SheetBar> bars;
  std::vector<std::pair<int, std::string>> ticks;
  std::string axis;  // the scale in words
};

// Room to write: labels with a blank each, or questions with a blank below each.
struct SheetForm {
  std::string title;
  std::vector<std::string> labels;
  std::vector<std::string> questions;
  std::string answer;  // the label of the blank below a question
};

using SheetBlock = std::variant<SheetParagraph, SheetList, SheetTable, SheetBars, SheetForm>;

struct SheetSection {
  std::string id;  // "options": ours, never from a file
  std::string heading;
  std::vector<SheetBlock> blocks;

  bool has_table() const {
    return std::any_of(blocks.begin(), blocks.end(),
                       [](const SheetBlock& block) { return std::holds_alternative<SheetTable>(block); });
  }
};

struct SheetPage {
  std::string id;
  std::string heading;
  std::vector<SheetSection> sections;
  int type = 100;            // on paper, tenths of a point
  bool two_columns = false;  // on paper; a section with a table is as wide as the page
};

struct SheetCut {
  int number = 1;
  std::string text;  // in full
};

struct Sheet {
  Lang lang = Lang::en;
  std::string title;
  std::vector<std::pair<std::string, std::string>> head;  // label, value; an empty value is a blank to fill in
  std::vector<SheetPage> pages;
  std::string appendix;  // its heading
  std::vector<SheetCut> cuts;
  std::vector<std::string> foot;
  std::string page_before;  // "Page 1 of 2"
  std::string page_between;
};

}  // namespace preauth
