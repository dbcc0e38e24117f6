#pragma once
// Where the lines of a conversation come from: a terminal with line editing, or anything else that can be read. Nothing
// that is typed is kept in a history: it is about somebody's health.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace preauth {

struct InputLine {
  enum class Kind : std::uint8_t { line, end, interrupt };
  Kind kind = Kind::end;
  std::string text;  // without its end
};

class LineInput {
 public:
  LineInput() = default;
  LineInput(const LineInput&) = delete;
  LineInput& operator=(const LineInput&) = delete;
  virtual ~LineInput() = default;
  // Waits for the next line. `words` fit this prompt, for completion.
  virtual InputLine read(const std::vector<std::string>& words) = 0;
};

// The longest line that is read; more of one is thrown away, so that a file without line ends costs no memory.
inline constexpr std::size_t kMostLineBytes = 8'192;

// Plain lines from a descriptor. `echo`: what was read is shown, so that the record of a scripted conversation is
// whole.
std::unique_ptr<LineInput> plain_input(int descriptor, bool echo);
// Standard input as a terminal, with editing and completion. Pre: both it and standard error are terminals.
std::unique_ptr<LineInput> terminal_input();

// While it lives, Ctrl-C does not end the program: the next wait reports it.
class InterruptGuard {
 public:
  InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;
  ~InterruptGuard();
};
// Waits until the descriptor can be read. False when Ctrl-C came first. Pre: an InterruptGuard lives.
bool wait_for_input(int descriptor);

}  // namespace preauth
