#include "report/answer_changes.h"

#include <algorithm>

namespace preauth {
namespace {

using Lines = std::vector<std::string_view>;

// More cells than this are not compared line by line; all lines then count as changed. No real file comes near it.
constexpr std::size_t kMostCells = 4'000'000;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Longest common subsequence of what stands between the equal beginning and the equal end.
class Difference {
 public:
  Difference(const Lines& before, const Lines& after) : before_(before), after_(after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    while (first_ < shorter && before[first_] == after[first_]) ++first_;
    std::size_t tail = 0;
    while (tail < shorter - first_ && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
    rows_ = before.size() - tail - first_;
    columns_ = after.size() - tail - first_;
    if (rows_ * columns_ <= kMostCells) measure();
  }

  std::vector<ChangedLine> lines() const {
    std::vector<ChangedLine> changes;
    std::size_t row = 0;
    std::size_t column = 0;
    while (row < rows_ || column < columns_) {
      if (row < rows_ && column < columns_ && !length_.empty() && same(row, column)) {
        ++row;
        ++column;
      } else if (row < rows_ && (column == columns_ || common(row + 1, column) >= common(row, column + 1))) {
        changes.push_back({number(row + 1), false, std::string(before_[first_ + row++])});
      } else {
        changes.push_back({number(row), true, std::string(after_[first_ + column++])});
      }
    }
    return changes;
  }

 private:
  bool same(std::size_t row, std::size_t column) const { return before_[first_ + row] == after_[first_ + column]; }
  std::int64_t number(std::size_t row) const { return static_cast<std::int64_t>(first_ + row); }
  std::uint32_t common(std::size_t row, std::size_t column) const {
    return length_.empty() ? 0 : length_[row * (columns_ + 1) + column];
  }

  void measure() {
    length_.assign((rows_ + 1) * (columns_ + 1), 0);
    for (std::size_t row = rows_; row-- > 0;) {
      for (std::size_t column = columns_; column-- > 0;) {
        length_[row * (columns_ + 1) + column] = same(row, column)
                                                     ? common(row + 1, column + 1) + 1
                                                     : std::max(common(row + 1, column), common(row, column + 1));
      }
    }
  }

  const Lines& before_;
  const Lines& after_;
  std::size_t first_ = 0;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<std::uint32_t> length_;
};

}  // namespace

std::vector<ChangedLine> changed_lines(std::string_view before, std::string_view after) {
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  return Difference(old_lines, new_lines).lines();
}

}  // namespace preauth
