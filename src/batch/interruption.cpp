#include "batch/interruption.h"

#include <csignal>
#include <cstdint>
#include <ctime>

namespace preauth {
namespace {

// A signal handler can reach nothing but lock-free objects of static life.
std::atomic<int> caught_signal{0};
std::atomic<std::int64_t> caught_at{0};  // milliseconds of a clock that never goes back
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<std::int64_t>::is_always_lock_free);

// timeout(1) signals a program and then its group, so that one request comes twice within an instant.
constexpr std::int64_t kSameRequest = 500;

std::int64_t milliseconds_now() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<std::int64_t>(now.tv_sec) * 1'000 + now.tv_nsec / 1'000'000;
}

extern "C" void note_signal(int number) {
  const std::int64_t now = milliseconds_now();
  if (caught_signal.load(std::memory_order_relaxed) == 0) {
    caught_at.store(now, std::memory_order_relaxed);
    caught_signal.store(number, std::memory_order_relaxed);
  } else if (now - caught_at.load(std::memory_order_relaxed) >= kSameRequest) {
    static_cast<void>(std::signal(number, SIG_DFL));
    static_cast<void>(std::raise(number));
  }
}

}  // namespace

int Interruption::signal_number() { return caught_signal.load(std::memory_order_relaxed); }

void catch_interruptions() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  // A limit on the size of files then shows as an error of writing, which is told like a full disk.
  static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
}

}  // namespace preauth
