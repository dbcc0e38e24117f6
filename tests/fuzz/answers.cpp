// Any bytes as the answers of `preauth new`: as an answers file, and as lines typed one after the other. The
// conversation reports problems, never crashes and ends; a file it makes is read without errors.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "interview/conversation.h"
#include "load/plan_loader.h"

namespace {

using namespace preauth;

const ReferenceData kNoReference;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

ConversationSetup setup(InterviewKind kind, std::vector<GivenAnswer> given, bool ask_the_rest) {
  const Date today = *parse_date("2026-01-05");
  const std::string name = kind == InterviewKind::plan ? "my-plan.toml" : "my-treatment.toml";
  return {kind, name, {}, std::move(given), ask_the_rest, OnInterrupt::keep, today, Lang::en, kNoReference};
}

void check_file(Conversation& conversation, InterviewKind kind) {
  const bool written = conversation.state() == Conversation::State::finished ||
                       (conversation.state() == Conversation::State::kept && conversation.count_answers() > 0);
  if (!written) return;
  SourceSet sources;
  Diagnostics problems;
  const std::int32_t file = sources.add("made.toml", conversation.file_text());
  const std::optional<Node> root = read_toml(sources, file, problems);
  require(root.has_value());
  if (kind == InterviewKind::plan) {
    load_plan(*root, sources, file, problems);
  } else {
    load_treatment(*root, sources, file, problems);
  }
  require(!problems.has_errors());
}

void answer_from_file(InterviewKind kind, std::string_view text) {
  SourceSet sources;
  Diagnostics problems;
  const std::int32_t file = sources.add("answers.toml", std::string(text));
  std::vector<GivenAnswer> given = read_answers_file(kind, sources, file, problems);
  if (problems.has_errors()) return;
  Conversation conversation(setup(kind, std::move(given), false), sources);
  conversation.begin();
  require(!conversation.wants_input());
  check_file(conversation, kind);
}

void answer_by_lines(InterviewKind kind, std::string_view text) {
  Conversation conversation(setup(kind, {}, true), {});
  conversation.begin();
  while (conversation.wants_input() && !text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    static_cast<void>(conversation.words());
    conversation.take(line);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  if (conversation.wants_input()) conversation.end_of_input();
  check_file(conversation, kind);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const InterviewKind kind = data[0] == 't' ? InterviewKind::treatment : InterviewKind::plan;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  answer_from_file(kind, text);
  answer_by_lines(kind, text);
  return 0;
}
