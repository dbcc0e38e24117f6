#pragma once
// Walks several runs in the order in which a plan would see their lines: by date, then the same-day order (admission
// facility, professional, drug, laboratory, other), then the order of the runs. Lines are made on the fly: adjudicating
// ten thousand sessions allocates nothing.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/line.h"

namespace preauth {

class RunMerger {
 public:
  RunMerger() = default;
  // The runs must outlive the merger.
  explicit RunMerger(std::span<const Run> runs) { restart(runs); }
  // The next line, or nullptr after the last. Valid until the next call. run_index() names the run it came from.
  const ServiceLine* next();
  std::size_t run_index() const { return current_; }
  void restart() { restart(runs_); }
  void restart(std::span<const Run> runs);

  // How many further lines of the run just given come before the day of any other run's next line.
  std::int32_t lines_alone() const;
  // Passes over so many of them: the line given becomes the last of these. Pre: lines <= lines_alone().
  void skip(std::int32_t lines);

 private:
  struct Cursor {
    ServiceLine line;       // the next one of its run
    std::int32_t left = 0;  // this one included
  };
  void advance(std::size_t run);
  std::size_t earliest() const;

  std::span<const Run> runs_;
  std::vector<Cursor> cursors_;
  std::size_t current_ = 0;
  bool given_ = false;  // the line of current_ was handed out and is to be passed
};

}  // namespace preauth
