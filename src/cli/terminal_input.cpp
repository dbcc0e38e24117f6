// The terminal through libedit: editing of the line and completion, no history, no start-up file of the user's. Only
// the part of a line that changed is written again, which suits screen readers.

#include <clocale>
#include <cwchar>

#include <histedit.h>
#include <unistd.h>

#include "cli/line_input.h"
#include "cli/output.h"
#include "interview/word_completion.h"

// libedit's vi mode could start the user's editor. Nothing here starts other programs, so the linker gives libedit
// these instead of the system's functions.
extern "C" {
pid_t __wrap_fork();                               // NOLINT(bugprone-reserved-identifier): the linker's naming
int __wrap_execlp(const char*, const char*, ...);  // NOLINT(bugprone-reserved-identifier)
pid_t __wrap_fork() { return -1; }                 // NOLINT(bugprone-reserved-identifier)
int __wrap_execlp(const char*, const char*, ...) { return -1; }  // NOLINT
}

namespace preauth {
namespace {

class TerminalInput final : public LineInput {
 public:
  // Pre: edit is not null.
  explicit TerminalInput(EditLine* edit) : edit_(edit) {
    el_set(edit_, EL_CLIENTDATA, this);
    el_set(edit_, EL_PROMPT, &TerminalInput::prompt);
    el_set(edit_, EL_EDITOR, "emacs");
    el_set(edit_, EL_SIGNAL, 0);
    el_set(edit_, EL_GETCFN, &TerminalInput::get_character);
    el_set(edit_, EL_ADDFN, "preauth-complete", "words that fit", &TerminalInput::complete_line);
    el_set(edit_, EL_BIND, "^I", "preauth-complete", nullptr);
  }
  ~TerminalInput() override {
    el_end(edit_);
    std::setlocale(LC_CTYPE, "C");
  }
  TerminalInput(const TerminalInput&) = delete;
  TerminalInput& operator=(const TerminalInput&) = delete;

  InputLine read(const std::vector<std::string>& words) override {
    words_ = &words;
    interrupted_ = false;
    int count = 0;
    // Before the prompt is shown, so that a key pressed at once is a key, not part of a line of the system's.
    el_set(edit_, EL_PREP_TERM, 1);
    const char* typed = el_gets(edit_, &count);
    if (typed != nullptr && count > 0 && !interrupted_) {
      std::string text(typed, static_cast<std::size_t>(count));
      while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
      return {InputLine::Kind::line, text.substr(0, kMostLineBytes)};
    }
    write_descriptor(STDERR_FILENO, "\n");
    return {interrupted_ ? InputLine::Kind::interrupt : InputLine::Kind::end, ""};
  }

 private:
  static TerminalInput& self(EditLine* edit) {
    void* data = nullptr;
    el_get(edit, EL_CLIENTDATA, &data);
    return *static_cast<TerminalInput*>(data);
  }

  static char* prompt(EditLine*) {
    static std::string sign = "> ";
    return sign.data();
  }

  // One character of UTF-8; -1 ends the line.
  static int get_character(EditLine* edit, wchar_t* character) {
    std::mbstate_t shift{};
    while (true) {
      if (!wait_for_input(STDIN_FILENO)) {
        self(edit).interrupted_ = true;
        return -1;
      }
      char byte = 0;
      const ssize_t count = ::read(STDIN_FILENO, &byte, 1);
      if (count <= 0) return static_cast<int>(count);
      const std::size_t size = std::mbrtowc(character, &byte, 1, &shift);
      if (size == static_cast<std::size_t>(-1)) {
        shift = {};
      } else if (size != static_cast<std::size_t>(-2)) {
        return 1;
      }
    }
  }

  static unsigned char complete_line(EditLine* edit, int) {
    const LineInfo* line = el_line(edit);
    const std::string_view before(line->buffer, static_cast<std::size_t>(line->cursor - line->buffer));
    const Completion completion = complete(before, *self(edit).words_);
    if (!completion.insert.empty()) {
      return el_insertstr(edit, completion.insert.c_str()) == 0 ? CC_REFRESH : CC_ERROR;
    }
    if (completion.candidates.empty()) return CC_ERROR;
    std::string shown = "\n";
    for (const std::string& candidate : completion.candidates) shown += candidate + "\n";
    write_descriptor(STDERR_FILENO, shown);
    return CC_REDISPLAY;
  }

  EditLine* edit_;
  const std::vector<std::string>* words_ = nullptr;
  bool interrupted_ = false;
};

}  // namespace

std::unique_ptr<LineInput> terminal_input() {
  // Characters beyond ASCII; the rest of the program never asks the locale.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  EditLine* edit = el_init("preauth", stdin, stderr, stderr);
  if (edit == nullptr) return plain_input(STDIN_FILENO, false);
  return std::make_unique<TerminalInput>(edit);
}

}  // namespace preauth
