// What the conversation says between the answers: prompts, going back, breaking off.

#include <algorithm>

#include "base/text.h"
#include "interview/conversation.h"
#include "interview/reading.h"
#include "load/worksheet_field.h"
#include "load/write_back.h"
#include "messages/interview.h"

namespace preauth {
namespace {

// Whether a line is one of the words of a sentence "back, b".
bool is_word_of(std::string_view line, std::string_view list) {
  while (!list.empty()) {
    const std::string_view word = list.substr(0, list.find(','));
    if (trim(word) == line) return true;
    list.remove_prefix(std::min(word.size() + 1, list.size()));
  }
  return false;
}

}  // namespace

Conversation::Command Conversation::command_of(std::string_view line) const {
  std::string word(trim(searchable(trim(line))));
  // A typographic apostrophe is longer than a plain one.
  for (std::size_t at = word.find("'  "); at != std::string::npos; at = word.find("'  ")) word.erase(at + 1, 2);
  if (word.empty()) {
    const bool has_answer = answers_.count(prompt().id) == 1;
    return has_answer ? Command::same : Command::not_known;
  }
  const Lang lang = setup_.lang;
  if (is_word_of(word, msg::interview::words_back(lang))) return Command::back;
  if (is_word_of(word, msg::interview::words_help(lang))) return Command::help;
  if (is_word_of(word, msg::interview::words_stop(lang))) return Command::stop;
  if (is_word_of(word, msg::interview::words_same(lang)) && !known_now(prompt()).empty()) return Command::same;
  if (is_word_of(word, msg::interview::words_not_known(lang))) return Command::not_known;
  return Command::none;
}

std::vector<std::string> Conversation::words() const {
  std::vector<std::string> words;
  if (state_ == State::asking) {
    std::string_view list = prompt().words;
    while (!list.empty()) {
      const std::string_view word = list.substr(0, list.find('|'));
      words.emplace_back(word);
      list.remove_prefix(std::min(word.size() + 1, list.size()));
    }
    const Lang lang = setup_.lang;
    for (const std::string& command : {msg::interview::words_back(lang), msg::interview::words_not_known(lang),
                                       msg::interview::words_help(lang), msg::interview::words_stop(lang)}) {
      words.push_back(command.substr(0, command.find(',')));
    }
  }
  return words;
}

// What the file began with says about the prompt; empty when it says nothing.
std::string Conversation::known_now(const Prompt& prompt) const {
  if (!setup_.start) return "";
  const WriteBack document(composition_.base());
  if (document.root() == nullptr) return "";
  SourceSet sources;
  sources.add(setup_.start->name, composition_.base());
  std::string known;
  for (const std::string& path : shown_paths(prompt)) {
    const FieldNow now = read_field(*document.root(), split_path(path), sources);
    if (now.state == FieldNow::State::value) known += (known.empty() ? "" : "; ") + now.text;
  }
  return known;
}

// The document says what the file began with: the same values, now with the document as evidence.
void Conversation::accept_same(Spoken& out) {
  if (answers_.count(prompt().id) == 1) return go_on(out);
  const WriteBack document(composition_.base());
  SourceSet sources;
  sources.add("start", composition_.base());
  Diagnostics unused;
  const ReadingContext context{sources_, prompt(), {}, setup_.as_of, page_of(prompt()), "", setup_.lang, unused};
  Answer answer;
  const std::string same = msg::interview::words_same(setup_.lang);
  answer.typed.text = same.substr(0, same.find(','));
  for (const std::string& path : shown_paths(prompt())) {
    const FieldNow now = read_field(*document.root(), split_path(path), sources);
    if (now.state != FieldNow::State::value) continue;
    // What stands in short in one place may need another word in the place itself: prior_auth = "none".
    const std::string full = full_value(path, now.text);
    const std::string raw = full == now.text ? std::string(sources.text(now.at)) : full;
    const bool takes_evidence = prompt().id != "name";
    answer.entries.push_back({path, takes_evidence ? document_wrapper(context, raw, "") : raw, {}, {}});
  }
  answers_[prompt().id] = std::move(answer);
  go_on(out);
}

void Conversation::forget(Spoken& out) {
  answers_.erase(prompt().id);
  go_on(out);
}

void Conversation::go_on(Spoken& out) {
  tries_ = 0;
  const std::optional<std::size_t> next = next_from(position_ + 1);
  if (!next) {
    state_ = State::finished;
    return;
  }
  position_ = *next;
  ask(out);
}

void Conversation::go_back(Spoken& out) {
  tries_ = 0;
  if (const std::optional<std::size_t> before = previous()) {
    position_ = *before;
  } else {
    say(out, msg::interview::already_first(setup_.lang));
  }
  ask(out);
}

std::string Conversation::rules() const {
  return setup_.kind == InterviewKind::plan ? msg::interview::opening_rules(setup_.lang)
                                            : msg::interview::opening_rules_treatment(setup_.lang);
}

std::string Conversation::example() const { return msg::interview::by_id(setup_.lang, "example-" + prompt().text, {}); }

void Conversation::ask(Spoken& out) const {
  std::int64_t number = 0;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < prompts_->size(); ++i) {
    if (!is_asked((*prompts_)[i]) || given((*prompts_)[i].id) != nullptr) continue;
    ++total;
    if (i <= position_) ++number;
  }
  const Prompt& now = prompt();
  const std::string value = now.level ? std::string(id(*now.level)) : std::to_string(page_of(now));
  out.push_back({SpokenLine::Kind::gap, ""});
  say(out, msg::interview::prompt_number(setup_.lang, number, total,
                                         msg::interview::by_id(setup_.lang, "ask-" + now.text, value)));
  say(out, example());
  const auto answered = answers_.find(now.id);
  const std::string known = known_now(now);
  if (answered != answers_.end()) {
    say(out, msg::interview::answered_now(setup_.lang, answered->second.typed.text));
  } else if (!known.empty()) {
    say(out, msg::interview::says_now(setup_.lang, setup_.start->name, known));
  }
}

Spoken Conversation::interrupt() { return broken_off(false); }

// Nobody is there to choose, so nothing that was said is lost.
Spoken Conversation::end_of_input() { return broken_off(true); }

Spoken Conversation::broken_off(bool keep_when_asked) {
  Spoken out;
  if (state_ == State::keep_or_discard) {
    decide(keep_when_asked, out);
  } else {
    break_off(out);
  }
  return out;
}

void Conversation::break_off(Spoken& out) {
  if (answers_.empty()) return decide(false, out);
  if (setup_.on_interrupt != OnInterrupt::ask) return decide(setup_.on_interrupt == OnInterrupt::keep, out);
  state_ = State::keep_or_discard;
  out.push_back({SpokenLine::Kind::gap, ""});
  say(out, msg::interview::keep_or_discard(setup_.lang, static_cast<std::int64_t>(answers_.size()), setup_.file_name));
}

void Conversation::decide(bool keep, Spoken& out) {
  state_ = keep ? State::kept : State::discarded;
  say(out, keep ? msg::interview::kept(setup_.lang, setup_.file_name) : msg::interview::discarded(setup_.lang));
}

}  // namespace preauth
