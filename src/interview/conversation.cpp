#include "interview/conversation.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "interview/readers.h"
#include "interview/skeleton.h"
#include "load/field_reader.h"
#include "load/worksheet_field.h"
#include "messages/interview.h"

namespace preauth {
namespace {

bool is_among(const Diagnostic& problem, const Diagnostics& known) {
  return std::any_of(known.all().begin(), known.all().end(),
                     [&](const Diagnostic& each) { return each.id == problem.id && each.message == problem.message; });
}

// "p. 4: $40 copay": the bytes before the words, and the page. Zero bytes: no page is named.
struct NamedPage {
  int page = 0;
  std::size_t size = 0;
};

NamedPage named_page(std::string_view text) {
  const std::string lower = lower_ascii(text);
  std::size_t at = lower.starts_with("page ") ? 5 : (lower.starts_with("p.") ? 2 : 0);
  if (at == 0) return {};
  at = std::min(lower.find_first_not_of(' ', at), lower.size());
  NamedPage named;
  constexpr int kMostPages = 999;
  while (at < lower.size() && '0' <= lower[at] && lower[at] <= '9' && named.page <= kMostPages) {
    named.page = named.page * 10 + (lower[at++] - '0');
  }
  if (named.page == 0 || named.page > kMostPages || at >= lower.size() || lower[at] != ':') return {};
  named.size = std::min(lower.find_first_not_of(' ', at + 1), lower.size());
  return named;
}

std::string first_text(const ConversationSetup& setup) {
  const std::string id = file_stem(setup.file_name);
  return setup.start ? marked_start(*setup.start, id, setup.as_of, setup.lang)
                     : skeleton(setup.kind, {id, setup.as_of, setup.lang});
}

}  // namespace

Conversation::Conversation(ConversationSetup setup, SourceSet sources)
    : setup_(std::move(setup)),
      sources_(std::move(sources)),
      prompts_(&prompts(setup_.kind)),
      composition_(first_text(setup_)) {}

std::string Conversation::file_text() { return composition_.with(entries_without("")); }

std::vector<Entry> Conversation::entries_without(std::string_view id) const {
  std::vector<Entry> entries;
  for (const Prompt& prompt : *prompts_) {
    const auto found = answers_.find(prompt.id);
    if (prompt.id == id || found == answers_.end() || !is_asked(prompt)) continue;
    entries.insert(entries.end(), found->second.entries.begin(), found->second.entries.end());
  }
  return entries;
}

std::string Conversation::place() const {
  const auto found = answers_.find("place");
  return found == answers_.end() ? "" : place_id(found->second.typed.text);
}

bool Conversation::has_level(Level level) const {
  const auto found = answers_.find("levels");
  if (found == answers_.end()) return false;
  const std::string line = "id = \"" + std::string(id(level)) + "\"";
  return std::any_of(found->second.entries.begin(), found->second.entries.end(),
                     [&](const Entry& entry) { return entry.element.front() == line; });
}

bool Conversation::is_asked(const Prompt& prompt) const {
  switch (prompt.when) {
    case AskedWhen::always:
      return true;
    case AskedWhen::place_named:
      return !place().empty();
    case AskedWhen::level_chosen:
      return has_level(*prompt.level);
    case AskedWhen::level_at_place:
      return has_level(*prompt.level) && !place().empty();
  }
  return true;
}

const GivenAnswer* Conversation::given(std::string_view id) const {
  const auto found =
      std::find_if(setup_.given.rbegin(), setup_.given.rend(), [id](const GivenAnswer& each) { return each.id == id; });
  return found == setup_.given.rend() ? nullptr : &*found;
}

int Conversation::page_of(const Prompt& prompt) const {
  const auto found = pages_.find(prompt.page);
  return found == pages_.end() ? prompt.page : found->second;
}

std::optional<std::size_t> Conversation::next_from(std::size_t position) const {
  for (std::size_t i = position; i < prompts_->size(); ++i) {
    const Prompt& each = (*prompts_)[i];
    if (is_asked(each) && given(each.id) == nullptr) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Conversation::previous() const {
  for (std::size_t i = position_; i-- > 0;) {
    const Prompt& each = (*prompts_)[i];
    if (is_asked(each) && given(each.id) == nullptr) return i;
  }
  return std::nullopt;
}

Spoken Conversation::begin() {
  Spoken out;
  Spoken about_given;
  for (const Prompt& each : *prompts_) {
    const GivenAnswer* words = given(each.id);
    if (words == nullptr || !is_asked(each)) continue;
    if (!accept(each, words->typed, about_given)) state_ = State::invalid;
  }
  if (state_ == State::invalid) return about_given;
  const std::optional<std::size_t> first = next_from(0);
  if (!first || !setup_.ask_the_rest) {
    state_ = State::finished;
    return out;
  }
  position_ = *first;
  say(out, setup_.kind == InterviewKind::plan ? msg::interview::opening_plan(setup_.lang)
                                              : msg::interview::opening_treatment(setup_.lang));
  say(out, rules());
  if (setup_.start) say(out, msg::interview::opening_from(setup_.lang, setup_.start->name));
  ask(out);
  return out;
}

Spoken Conversation::take(std::string_view line) {
  Spoken out;
  if (state_ == State::keep_or_discard) {
    const std::string word = lower_ascii(trim(line));
    decide(!word.starts_with('n'), out);
    return out;
  }
  // A pipe without end is not a person.
  if (++lines_ > kMostLines) {
    decide(true, out);
    return out;
  }
  switch (command_of(line)) {
    case Command::none:
      answer(line, out);
      break;
    case Command::back:
      go_back(out);
      break;
    case Command::help:
      say(out, msg::interview::by_id(setup_.lang, "about-" + prompt().text, {}));
      say(out, rules());
      ask(out);
      break;
    case Command::stop:
      state_ = State::finished;
      break;
    case Command::same:
      accept_same(out);
      break;
    case Command::not_known:
      forget(out);
      break;
  }
  return out;
}

void Conversation::answer(std::string_view line, Spoken& out) {
  std::string words(trim(line));
  std::replace(words.begin(), words.end(), '\t', ' ');
  const std::int32_t file = sources_.add(prompt().id, words);
  const auto size = static_cast<std::uint32_t>(words.size());
  if (accept(prompt(), {std::move(words), {file, 0, size}}, out)) {
    go_on(out);
  } else if (++tries_ >= kMostTries) {
    say(out, msg::interview::left_open(setup_.lang));
    go_on(out);
  } else {
    say(out, example());
    say(out, msg::interview::try_again(setup_.lang));
  }
}

Typed Conversation::without_page(const Prompt& prompt, Typed typed) {
  const NamedPage named = prompt.page == 0 ? NamedPage{} : named_page(typed.text);
  if (named.size == 0) return typed;
  pages_[prompt.page] = named.page;
  typed.at = typed.part(sources_, named.size, typed.text.size() - named.size);
  typed.text.erase(0, named.size);
  return typed;
}

bool Conversation::accept(const Prompt& prompt, Typed typed, Spoken& out) {
  Diagnostics problems;
  if (printable(typed.text) != typed.text) {
    problems.add(diag::interview_not_text(typed.at));
    return show_problems(prompt, problems.all(), sources_, out);
  }
  typed = without_page(prompt, std::move(typed));
  const std::vector<Entry> others = entries_without(prompt.id);
  const std::string before = composition_.with(others);
  const Reading reading = prompt.read(
      typed, {sources_, prompt, phrase_context(before), setup_.as_of, page_of(prompt), place(), setup_.lang, problems});
  if (problems.has_errors()) return show_problems(prompt, problems.all(), sources_, out);
  const CheckedDraft old = check_draft(setup_.file_name, before, others, sources_, setup_.reference);
  std::vector<Entry> all = others;
  all.insert(all.end(), reading.entries.begin(), reading.entries.end());
  const CheckedDraft draft = check_draft(setup_.file_name, composition_.with(all), all, sources_, setup_.reference);
  std::vector<Diagnostic> fresh;
  for (const Diagnostic& problem : draft.problems.all()) {
    if (!is_among(problem, old.problems)) fresh.push_back(problem);
  }
  if (!show_problems(prompt, fresh, draft.sources, out)) return false;
  if (!reading.echo.empty()) say(out, reading.echo);
  answers_[prompt.id] = {std::move(typed), reading.entries};
  return true;
}

// The help of an error says how a line of a file is written. Who types at a prompt gets the prompt's example instead,
// except for the phrases of the benefit table and the prompts' own diagnostics, where the help is about what was typed.
bool Conversation::keeps_help(const Prompt& prompt, const Diagnostic& problem) const {
  return given(prompt.id) != nullptr || problem.severity != Severity::error || prompt.read == &read_share ||
         problem.id.starts_with("interview.");
}

// False when one of them is an error.
bool Conversation::show_problems(const Prompt& prompt, const std::vector<Diagnostic>& problems,
                                 const SourceSet& sources, Spoken& out) const {
  bool is_good = true;
  for (Diagnostic problem : problems) {
    if (!keeps_help(prompt, problem)) problem.help.clear();
    out.push_back({SpokenLine::Kind::finished, render(problem, sources)});
    is_good = is_good && problem.severity != Severity::error;
  }
  return is_good;
}

}  // namespace preauth
