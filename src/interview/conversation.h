#pragma once
// The conversation of `preauth new` as a state machine: lines of input in, lines of output out, a file at the end. It
// knows no terminal, so a test can hold the whole conversation.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interview/answers_file.h"
#include "interview/draft.h"
#include "interview/prompts.h"
#include "interview/start_from.h"
#include "messages/lang.h"
#include "model/reference.h"

namespace preauth {

// What becomes of the answers when a person breaks off (Ctrl-C, Ctrl-D).
enum class OnInterrupt : std::uint8_t { ask, keep, discard };

struct ConversationSetup {
  InterviewKind kind = InterviewKind::plan;
  std::string file_name;           // that will be written; its stem is the id
  std::optional<StartFrom> start;  // a plan to begin from
  std::vector<GivenAnswer> given;  // not asked for again
  bool ask_the_rest = true;        // false: what is not given is not known
  OnInterrupt on_interrupt = OnInterrupt::ask;
  Date as_of;
  Lang lang = Lang::en;
  const ReferenceData& reference;
};

// One paragraph for a person, to be wrapped to the screen, or lines that are finished (a diagnostic).
struct SpokenLine {
  enum class Kind : std::uint8_t { paragraph, finished, gap };
  Kind kind = Kind::paragraph;
  std::string text;
};
using Spoken = std::vector<SpokenLine>;

inline void say(Spoken& out, std::string text) { out.push_back({SpokenLine::Kind::paragraph, std::move(text)}); }

class Conversation {
 public:
  // asking, keep_or_discard: a line of input is expected. The file is to be written when finished or kept.
  enum class State : std::uint8_t { asking, keep_or_discard, finished, kept, discarded, invalid };

  // `sources` holds the words of the given answers.
  Conversation(ConversationSetup setup, SourceSet sources);

  // The first lines. `invalid` when a given answer is wrong: the lines then say why.
  Spoken begin();
  Spoken take(std::string_view line);
  Spoken interrupt();     // Ctrl-C
  Spoken end_of_input();  // Ctrl-D, or the end of a pipe

  State state() const { return state_; }
  bool wants_input() const { return state_ == State::asking || state_ == State::keep_or_discard; }
  // Words that fit the prompt, for completion.
  std::vector<std::string> words() const;
  std::string file_text();
  std::size_t count_answers() const { return answers_.size(); }

 private:
  struct Answer {
    Typed typed;
    std::vector<Entry> entries;
  };
  enum class Command : std::uint8_t { none, back, help, stop, same, not_known };
  static constexpr int kMostTries = 5;
  static constexpr int kMostLines = 300;

  const Prompt& prompt() const { return (*prompts_)[position_]; }
  bool is_asked(const Prompt& prompt) const;
  std::optional<std::size_t> next_from(std::size_t position) const;
  std::optional<std::size_t> previous() const;
  int page_of(const Prompt& prompt) const;
  std::string place() const;
  bool has_level(Level level) const;
  const GivenAnswer* given(std::string_view id) const;
  // Entries of all answers but one, in the order of the prompts.
  std::vector<Entry> entries_without(std::string_view id) const;

  Command command_of(std::string_view line) const;
  bool accept(const Prompt& prompt, Typed typed, Spoken& out);
  bool show_problems(const Prompt& prompt, const std::vector<Diagnostic>& problems, const SourceSet& sources,
                     Spoken& out) const;
  bool keeps_help(const Prompt& prompt, const Diagnostic& problem) const;
  std::string example() const;
  Typed without_page(const Prompt& prompt, Typed typed);
  void accept_same(Spoken& out);
  void answer(std::string_view line, Spoken& out);
  void go_on(Spoken& out);
  void go_back(Spoken& out);
  void forget(Spoken& out);
  std::string rules() const;
  void ask(Spoken& out) const;
  Spoken broken_off(bool keep_when_asked);
  void break_off(Spoken& out);
  void decide(bool keep, Spoken& out);
  std::string known_now(const Prompt& prompt) const;

  ConversationSetup setup_;
  SourceSet sources_;
  const std::vector<Prompt>* prompts_;
  Composition composition_;
  std::map<std::string, Answer> answers_;  // by id of the prompt
  std::map<int, int> pages_;               // where the usual page is in this document
  std::size_t position_ = 0;
  int tries_ = 0;
  int lines_ = 0;
  State state_ = State::asking;
};

}  // namespace preauth
