#pragma once
// The conversation as data: which prompts there are, in the order of the page, where each answer goes and what reads
// it. The sentences are "ask-TEXT", "example-TEXT" and "about-TEXT" in data/messages/interview.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "interview/reading.h"
#include "model/vocabulary.h"

namespace preauth {

enum class InterviewKind : std::uint8_t { plan, treatment };

// A prompt that makes no sense without another answer is left out.
enum class AskedWhen : std::uint8_t { always, place_named, level_chosen, level_at_place };

struct Prompt {
  std::string id;    // of --answer ID=TEXT and of answers files
  std::string text;  // of the sentences
  int page = 0;      // where it usually stands in the SBC; 0: not there
  std::string path;
  ReadAnswer read = nullptr;
  std::string source;      // the document: "SBC"
  std::string words = "";  // for completion, separated by '|'
  AskedWhen when = AskedWhen::always;
  std::optional<Level> level = std::nullopt;
};

const std::vector<Prompt>& prompts(InterviewKind kind);
// The places of the file that show what is known about the prompt.
std::vector<std::string> shown_paths(const Prompt& prompt);

}  // namespace preauth
