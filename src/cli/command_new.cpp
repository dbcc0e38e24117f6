#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <unistd.h>

#include "base/money.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/estimate.h"
#include "cli/line_input.h"
#include "cli/new_files.h"
#include "cli/output.h"
#include "messages/cli.h"
#include "messages/interview.h"
#include "reference/builtin.h"
#include "report/compare_report.h"
#include "report/text_page.h"

namespace preauth {
namespace {

using State = Conversation::State;

// The sentences of a diagnostic are wrapped; the line it is about, and the mark below it, stand as they are.
void put_diagnostic(TextPage& page, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    line.starts_with(' ') ? page.raw(line) : page.paragraph(trim(line));
    text.remove_prefix(end);
  }
}

// As read on the screen, one paragraph after the other: nothing that is written is changed later.
std::string on_screen(const Spoken& lines, TextStyle style) {
  style.color = false;
  std::string text;
  for (const SpokenLine& line : lines) {
    TextPage page(style);
    switch (line.kind) {
      case SpokenLine::Kind::paragraph:
        page.paragraph(line.text);
        text += page.take();
        break;
      case SpokenLine::Kind::finished:
        put_diagnostic(page, line.text);
        text += page.take();
        break;
      case SpokenLine::Kind::gap:
        text += "\n";
        break;
    }
  }
  return text;
}

std::unique_ptr<LineInput> input_of(const Surroundings& surroundings) {
  const bool can_edit = surroundings.in_is_terminal && surroundings.err_is_terminal && !surroundings.dumb_terminal;
  return can_edit ? terminal_input() : plain_input(STDIN_FILENO, !surroundings.in_is_terminal);
}

// Unlike other commands this one speaks while it runs. What it says goes to standard error: the result is the
// comparison.
void hold(Conversation& conversation, const Spoken& first, const Context& context) {
  const InterruptGuard guard;
  const std::unique_ptr<LineInput> input = input_of(context.surroundings);
  write_descriptor(STDERR_FILENO, on_screen(first, context.style()));
  while (conversation.wants_input()) {
    const std::vector<std::string> words = conversation.words();
    const InputLine line = input->read(words);
    Spoken said;
    switch (line.kind) {
      case InputLine::Kind::line:
        said = conversation.take(line.text);
        break;
      case InputLine::Kind::interrupt:
        said = conversation.interrupt();
        break;
      case InputLine::Kind::end:
        said = conversation.end_of_input();
        break;
    }
    write_descriptor(STDERR_FILENO, on_screen(said, context.style()));
  }
}

ConversationSetup setup_of(const Context& context, NewFiles& files) {
  const Request& request = context.request;
  return {request.new_treatment ? InterviewKind::treatment : InterviewKind::plan,
          files.target,
          std::move(files.start),
          std::move(files.given),
          !request.answers_file.has_value(),
          request.on_interrupt,
          request.as_of,
          request.lang,
          builtin_reference()};
}

std::string next_steps(const Context& context, const std::string& target, bool is_compared) {
  const Lang lang = context.request.lang;
  Spoken lines = {{SpokenLine::Kind::gap, ""}};
  say(lines, msg::interview::next_steps(lang, target));
  if (!context.request.new_treatment) {
    say(lines, msg::interview::next_treatment(lang, target));
    say(lines, msg::interview::next_questions(lang, target));
  } else if (!is_compared) {
    say(lines, msg::interview::next_compare(lang, target));
  } else {
    say(lines, msg::interview::next_questions(lang, context.request.with.front() + " " + target));
  }
  return on_screen(lines, context.style());
}

// The new file beside what it was to be compared with.
Inputs inputs_with(Context& context, Inputs with, const std::string& name, const std::string& text) {
  const std::int32_t file = context.sources.add(name, text);
  load_input(context.request, file, context.sources, with, context.diagnostics);
  if (context.diagnostics.has_errors()) throw std::logic_error("the new file does not read");
  return with;
}

Outcome compared(Context& context, Inputs inputs) {
  try {
    const std::optional<Estimated> estimated = estimate_inputs(context, std::move(inputs), false);
    if (!estimated) return failed(context);
    return estimated_outcome(context, *estimated, compare_text(estimated->comparison, context.style(), false));
  } catch (const MoneyOverflow&) {
    context.diagnostics.add(diag::input_amount_too_large({}));
    return failed(context);
  }
}

// Written whatever the comparison comes to: the answers are not to be lost.
Outcome finished_outcome(Context& context, NewFiles& files, const std::string& text) {
  Inputs inputs = inputs_with(context, std::move(files.with), files.target, text);
  const bool is_compared = !inputs.plans.empty();
  const std::string steps = next_steps(context, files.target, is_compared);
  Outcome outcome;
  if (is_compared) outcome = compared(context, std::move(inputs));
  outcome.closing = steps;
  outcome.files.push_back({files.target, text});
  return outcome;
}

}  // namespace

Outcome command_new(Context& context) {
  Diagnostics of_answers;
  NewFiles files = read_new_files(context, of_answers);
  if (context.diagnostics.has_errors()) return failed(context);
  if (of_answers.has_errors()) {
    Context answers(context.request, context.surroundings);
    answers.sources = files.words;
    for (const Diagnostic& problem : of_answers.all()) answers.diagnostics.add(problem);
    return failed(answers);
  }
  const SourceSet words = files.words;
  Conversation conversation(setup_of(context, files), words);
  const Spoken first = conversation.begin();
  if (conversation.state() == State::invalid) return {ExitCode::invalid_input, {}, on_screen(first, context.style())};
  if (conversation.wants_input()) hold(conversation, first, context);
  if (conversation.state() == State::discarded) return {ExitCode::findings, {}, {}};
  const std::string text = conversation.file_text();
  if (conversation.state() == State::kept) return {ExitCode::findings, {}, {}, {{files.target, text}}};
  return finished_outcome(context, files, text);
}

}  // namespace preauth
