#pragma once
// Whether the run was asked to stop: by SIGINT or SIGTERM, or by the run itself. Rows in hand are then finished and
// written, and nothing new is begun.

#include <atomic>

namespace preauth {

class Interruption {
 public:
  void request() { stopping_.store(true, std::memory_order_relaxed); }
  bool requested() const { return stopping_.load(std::memory_order_relaxed) || signal_number() != 0; }
  // SIGINT or SIGTERM when one of them came, else 0.
  static int signal_number();

 private:
  std::atomic<bool> stopping_{false};
};

// From here on SIGINT and SIGTERM ask the run to stop; another one, half a second later or more, ends it at once.
void catch_interruptions();

}  // namespace preauth
