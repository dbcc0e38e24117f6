#include "engine/runs.h"

#include <algorithm>

namespace preauth {
namespace {

bool comes_before(const ServiceLine& a, const ServiceLine& b) {
  return a.date != b.date ? a.date < b.date : a.order < b.order;
}

}  // namespace

void RunMerger::restart(std::span<const Run> runs) {
  runs_ = runs;
  cursors_.resize(runs.size());
  for (std::size_t i = 0; i < runs_.size(); ++i) cursors_[i] = {runs_[i].line, runs_[i].count};
  current_ = 0;
  given_ = false;
}

void RunMerger::advance(std::size_t run) {
  Cursor& cursor = cursors_[run];
  if (--cursor.left <= 0) return;
  const Date before = cursor.line.date;
  cursor.line.date = next_date(runs_[run], before);
  if (cursor.line.day_of_admission > 0) cursor.line.day_of_admission += cursor.line.date - before;
}

// The first run in order wins a tie. There are few runs: walking them is faster than a heap.
std::size_t RunMerger::earliest() const {
  std::size_t best = cursors_.size();
  for (std::size_t i = 0; i < cursors_.size(); ++i) {
    if (cursors_[i].left <= 0) continue;
    if (best == cursors_.size() || comes_before(cursors_[i].line, cursors_[best].line)) best = i;
  }
  return best;
}

const ServiceLine* RunMerger::next() {
  if (given_) advance(current_);
  const std::size_t run = earliest();
  given_ = run < cursors_.size();
  if (!given_) return nullptr;
  current_ = run;
  return &cursors_[run].line;
}

std::int32_t RunMerger::lines_alone() const {
  const Cursor& own = cursors_[current_];
  std::int32_t lines = own.left - 1;
  for (std::size_t i = 0; i < cursors_.size() && lines > 0; ++i) {
    if (i == current_ || cursors_[i].left <= 0) continue;
    lines = std::min(lines, lines_until(runs_[current_], own.line.date, cursors_[i].line.date - 1));
  }
  return lines;
}

void RunMerger::skip(std::int32_t lines) {
  Cursor& cursor = cursors_[current_];
  const Date before = cursor.line.date;
  cursor.left -= lines;
  cursor.line.date = date_after(runs_[current_], before, lines);
  if (cursor.line.day_of_admission > 0) cursor.line.day_of_admission += cursor.line.date - before;
}

}  // namespace preauth
