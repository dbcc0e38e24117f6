#pragma once
// The one line on a terminal that says how far a long run is, from its second second on.

#include <chrono>

#include "batch/batch.h"

namespace preauth {

class ProgressLine {
 public:
  ProgressLine() : begin_(std::chrono::steady_clock::now()), shown_(begin_) {}
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine();  // takes the line away

  void show(const BatchProgress& progress);

 private:
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point shown_;
  bool visible_ = false;
};

}  // namespace preauth
