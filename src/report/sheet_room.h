#pragma once
// Two pages are a promise, and no browser is at hand to count them. The room a page takes on paper is estimated from
// the widths of its letters; a page is made again with less of what can wait, then in smaller type, until it fits.

#include <cstddef>
#include <span>
#include <string_view>

#include "report/sheet_page.h"

namespace preauth {

// What a page may take. What is left out is counted, with the command that shows it.
struct SheetRoom {
  int type = 100;             // tenths of a point
  std::size_t reasons = 3;    // page 1: why the ranges are wide; the three calls ask the same
  std::size_t doubts = 3;     // page 1
  std::size_t plan_rows = 9;  // page 2, as all that follow
  std::size_t insurer_questions = 3;
  std::size_t other_questions = 1;
  std::size_t assumptions = 2;
};

// From the most to the least; the last is taken even when it does not fit.
std::span<const SheetRoom> answer_rooms();
std::span<const SheetRoom> workings_rooms();

// Tenths of a point, in type of `size`.
int text_width(std::string_view text, int size);
int text_lines(std::string_view text, int width, int size);

// Whether page `number` (0: with the head of the sheet) fits Letter and A4.
bool fits_paper(const Sheet& sheet, std::size_t number);

}  // namespace preauth
