#include "batch/interruption.h"

#include <csignal>

namespace preauth {
namespace {

// A signal handler can reach nothing but a lock-free object of static life.
std::atomic<int> caught_signal{0};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void note_signal(int number) { caught_signal.store(number, std::memory_order_relaxed); }

}  // namespace

int Interruption::signal_number() { return caught_signal.load(std::memory_order_relaxed); }

void catch_interruptions() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  // A limit on the size of files then shows as an error of writing, which is told like a full disk.
  static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
}

}  // namespace preauth
