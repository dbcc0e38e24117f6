#include "cli/line_input.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <sys/select.h>
#include <unistd.h>

#include "cli/output.h"

namespace preauth {
namespace {

constexpr std::string_view kPromptSign = "> ";

volatile std::sig_atomic_t interrupted = 0;

extern "C" void note_interrupt(int) { interrupted = 1; }

class PlainInput final : public LineInput {
 public:
  PlainInput(int descriptor, bool echo) : descriptor_(descriptor), echo_(echo) {}

  InputLine read(const std::vector<std::string>&) override {
    write_descriptor(STDERR_FILENO, kPromptSign);
    InputLine line = next();
    const bool needs_end = echo_ || line.kind != InputLine::Kind::line;
    if (needs_end) write_descriptor(STDERR_FILENO, (echo_ ? line.text : "") + "\n");
    return line;
  }

 private:
  InputLine next() {
    InputLine line{InputLine::Kind::line, ""};
    while (true) {
      const std::size_t end = buffer_.find('\n');
      const std::size_t room = kMostLineBytes - std::min(line.text.size(), kMostLineBytes);
      line.text.append(buffer_, 0, std::min(end, room));
      if (end != std::string::npos) {
        buffer_.erase(0, end + 1);
        return without_return(std::move(line));
      }
      buffer_.clear();
      if (!wait_for_input(descriptor_)) return {InputLine::Kind::interrupt, ""};
      if (!fill()) return line.text.empty() ? InputLine{} : without_return(std::move(line));
    }
  }

  // A line that ends as on Windows.
  static InputLine without_return(InputLine line) {
    if (!line.text.empty() && line.text.back() == '\r') line.text.pop_back();
    return line;
  }

  bool fill() {
    std::array<char, 4'096> bytes{};
    ssize_t count = 0;
    do {
      count = ::read(descriptor_, bytes.data(), bytes.size());
    } while (count < 0 && errno == EINTR);
    if (count <= 0) return false;
    buffer_.assign(bytes.data(), static_cast<std::size_t>(count));
    return true;
  }

  int descriptor_;
  bool echo_;
  std::string buffer_;
};

}  // namespace

std::unique_ptr<LineInput> plain_input(int descriptor, bool echo) {
  return std::make_unique<PlainInput>(descriptor, echo);
}

// SIGINT is let in only while waiting, so that it is never lost between two prompts.
InterruptGuard::InterruptGuard() {
  interrupted = 0;
  struct sigaction action {};
  action.sa_handler = &note_interrupt;
  sigaction(SIGINT, &action, nullptr);
  sigset_t only{};
  sigemptyset(&only);
  sigaddset(&only, SIGINT);
  sigprocmask(SIG_BLOCK, &only, nullptr);
}

InterruptGuard::~InterruptGuard() {
  static_cast<void>(std::signal(SIGINT, SIG_DFL));
  sigset_t only{};
  sigemptyset(&only);
  sigaddset(&only, SIGINT);
  sigprocmask(SIG_UNBLOCK, &only, nullptr);
}

bool wait_for_input(int descriptor) {
  sigset_t mask{};
  sigprocmask(SIG_SETMASK, nullptr, &mask);
  sigdelset(&mask, SIGINT);
  while (interrupted == 0) {
    fd_set watched;
    FD_ZERO(&watched);
    FD_SET(descriptor, &watched);
    if (pselect(descriptor + 1, &watched, nullptr, nullptr, nullptr, &mask) >= 0) return true;
    if (errno != EINTR) return true;  // reading will say what is wrong
  }
  interrupted = 0;
  return false;
}

}  // namespace preauth
