#include "report/sheet_room.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>

namespace preauth {
namespace {

// Tenths of a point: the width of A4 and the height of Letter within the margins of sheet_style. A page has a little
// more than that on either, which makes up for what is only estimated here.
constexpr int kPaperWidth = 5'329;
constexpr int kPaperHeight = 7'296;
constexpr int kColumnGap = 198;

// Of Arial, and of Liberation Sans in its place: thousandths of the size, from the blank to the tilde.
constexpr std::array<std::int16_t, 95> kWidths = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr int kOtherWidth = 556;  // of a letter with an accent, a dash, a quotation mark

// Pages 1 and 2: larger type before more text, and less text before type that is hard to read.
constexpr std::array<SheetRoom, 7> kAnswerRooms = {
    {{110, 3, 3}, {105, 3, 3}, {100, 3, 3}, {100, 2, 3}, {100, 1, 3}, {100, 0, 2}, {95, 0, 2}}};

constexpr std::array<SheetRoom, 10> kWorkingsRooms = {{{95, 0, 0, 9, 4, 2, 2},
                                                       {90, 0, 0, 9, 3, 1, 2},
                                                       {85, 0, 0, 9, 3, 1, 2},
                                                       {85, 0, 0, 9, 3, 1, 1},
                                                       {85, 0, 0, 8, 3, 1, 0},
                                                       {85, 0, 0, 7, 2, 1, 0},
                                                       {80, 0, 0, 7, 2, 1, 0},
                                                       {80, 0, 0, 6, 2, 1, 0},
                                                       {78, 0, 0, 6, 2, 1, 0},
                                                       {75, 0, 0, 6, 2, 1, 0}}};

int percent(int of, int share) { return of * share / 100; }

int width_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x80U) return byte >= 0xC0U ? kOtherWidth : 0;  // one for each character, not for each byte
  return byte < 0x20U || byte == 0x7FU ? 0 : kWidths[byte - 0x20U];
}

int widest_word(std::string_view text, int size) {
  int widest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    widest = std::max(widest, text_width(text.substr(0, end), size));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return widest;
}

// The first column has its share of the page; the others get what they need, or less of it down to their widest word.
class Columns {
 public:
  Columns(const SheetTable& table, int width, int size) : count_(table.columns.size()), padding_(percent(size, 70)) {
    least_.assign(count_, 0);
    most_.assign(count_, 0);
    for (std::size_t i = 1; i < count_; ++i) widen(i, table.columns[i].head, percent(size, 107), false);
    for (const std::vector<PageText>& row : table.rows) {
      for (std::size_t i = 1; i < count_; ++i) {
        widen(i, row[i].words, size, table.columns[i].right || table.columns[i].whole);
      }
    }
    share(width, percent(width, table.first_share));
  }

  int text_width_of(std::size_t column) const { return std::max(widths_[column] - padding_, 1); }

 private:
  void widen(std::size_t column, std::string_view text, int size, bool whole) {
    const int width = text_width(text, size);
    least_[column] = std::max(least_[column], (whole ? width : widest_word(text, size)) + padding_);
    most_[column] = std::max(most_[column], width + padding_);
  }

  void share(int width, int wanted) {
    const int least = std::accumulate(least_.begin(), least_.end(), 0);
    const int most = std::accumulate(most_.begin(), most_.end(), 0);
    const int first = std::max(std::min(wanted, width - least), 0);
    const int rest = width - first;
    widths_ = most_;
    if (most > rest) {
      for (std::size_t i = 1; i < count_; ++i) {
        widths_[i] = least_[i] + std::max(rest - least, 0) * (most_[i] - least_[i]) / std::max(most - least, 1);
      }
    }
    widths_[0] = first;
  }

  std::size_t count_;
  int padding_;
  std::vector<int> least_;
  std::vector<int> most_;
  std::vector<int> widths_;
};

// The height of a block in tenths of a point; its figures are those of the print rules of sheet_style.
class Height {
 public:
  Height(int width, const SheetPage& page)
      : width_(width), size_(page.type), line_height_(page.two_columns ? 120 : 125) {}

  int operator()(const SheetParagraph& block) const {
    return paragraph(block.text.words, width_, block.small ? percent(size_, 90) : size_);
  }

  int operator()(const SheetList& block) const {
    const int size = block.large ? percent(size_, 105) : block.small ? percent(size_, 90) : size_;
    const int width = block.large ? width_ : width_ - percent(size, 130);
    int height = percent(size, 18);
    for (const PageText& item : block.items) height += text_lines(item.words, width, size) * line(size);
    return height;
  }

  int operator()(const SheetTable& block) const {
    const Columns columns(block, width_, size_);
    const auto row_height = [&](auto&& text_of, int size) {
      int lines = 1;
      for (std::size_t i = 0; i < block.columns.size(); ++i) {
        lines = std::max(lines, text_lines(text_of(i), columns.text_width_of(i), size));
      }
      return lines * line(size_) + percent(size_, 20) + 10;
    };
    int height =
        percent(size_, 50) + row_height([&](std::size_t i) { return block.columns[i].head; }, percent(size_, 107));
    for (const std::vector<PageText>& row : block.rows) {
      height += row_height([&](std::size_t i) { return row[i].words; }, size_);
    }
    return height;
  }

  int operator()(const SheetBars& block) const {
    const int picture = percent(width_, 58);
    int height = picture * 40 / 1'000;
    for (const SheetBar& bar : block.bars) {
      height += std::max(text_lines(bar.label, percent(width_, 39), size_) * line(size_), picture * 36 / 1'000);
    }
    return height;
  }

  int operator()(const SheetForm& block) const {
    const int written = line(size_) + percent(size_, 110);
    int height = line(size_) + percent(size_, 60) + written;
    for (const std::string& question : block.questions) {
      height += paragraph(question, width_ - percent(size_, 130), size_) + written;
    }
    return height;
  }

  int heading(std::string_view text) const {
    const int size = percent(size_, 105);
    return text_lines(text, width_, percent(size, 108)) * percent(size, 125) + percent(size, 50);
  }

 private:
  int line(int size) const { return percent(size, line_height_); }

  int paragraph(std::string_view text, int width, int size) const {
    return text_lines(text, width, size) * line(size) + percent(size, 18);
  }

  int width_;
  int size_;
  int line_height_;  // percent
};

int height_of(const SheetSection& section, const Height& height) {
  int sum = height.heading(section.heading);
  for (const SheetBlock& block : section.blocks) sum += std::visit(height, block);
  return sum;
}

// Title, and the lines about client, plan and day, one after the other.
int head_height(const Sheet& sheet) {
  constexpr int kBody = 100;
  constexpr int kBlankToWrite = 900;
  int width = 0;
  for (const auto& [label, value] : sheet.head) {
    width += text_width(label, percent(kBody, 108)) + (value.empty() ? kBlankToWrite : text_width(value, kBody)) + 230;
  }
  return 240 + (width / kPaperWidth + 1) * percent(kBody, 135) + percent(kBody, 18);
}

}  // namespace

std::span<const SheetRoom> answer_rooms() { return kAnswerRooms; }
std::span<const SheetRoom> workings_rooms() { return kWorkingsRooms; }

int text_width(std::string_view text, int size) {
  const int width = std::accumulate(text.begin(), text.end(), 0, [](int sum, char c) { return sum + width_of(c); });
  return static_cast<int>(std::int64_t{width} * size / 1'000);
}

int text_lines(std::string_view text, int width, int size) {
  const int blank = text_width(" ", size);
  int lines = 1;
  int used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const int word = text_width(text.substr(0, end), size);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (used > 0 && used + word > width) {
      ++lines;
      used = 0;
    }
    lines += word / (width + 1);  // a word longer than a line goes on in the next
    used += word % (width + 1) + blank;
  }
  return lines;
}

bool fits_paper(const Sheet& sheet, std::size_t number) {
  const SheetPage& page = sheet.pages[number];
  const Height whole(kPaperWidth, page);
  const Height half((kPaperWidth - kColumnGap) / 2, page);
  int height = 200 + (number == 0 ? head_height(sheet) : 0);  // with the heading of the page
  int columns = 0;
  for (const SheetSection& section : page.sections) {
    if (page.two_columns && !section.has_table()) {
      columns += height_of(section, half);
    } else {
      height += height_of(section, whole);
    }
  }
  // What is kept together makes one column longer than the other.
  if (columns > 0) height += columns / 2 + percent(page.type, 200);
  return height <= kPaperHeight;
}

}  // namespace preauth
