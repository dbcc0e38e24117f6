#include "cli/usage_advice.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "cli/help_topics.h"
#include "cli/options.h"
#include "messages/cli.h"

namespace preauth {
namespace {

// Papers and photographs of papers.
constexpr std::array<std::string_view, 8> kPaperEndings = {".pdf", ".doc",  ".docx", ".png",
                                                           ".jpg", ".jpeg", ".heic", ".html"};

bool ends_like_a_paper(std::string_view file) {
  const std::string lower = lower_ascii(file);
  return std::any_of(kPaperEndings.begin(), kPaperEndings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

}  // namespace

std::string command_advice(std::string_view word) {
  if (word == "version") return msg::cli::nearest_usage(Lang::en, "preauth --version");
  if (const std::string nearest = nearest_command(word); !nearest.empty()) {
    return msg::cli::nearest_usage(Lang::en, "preauth " + nearest);
  }
  if (word.find_first_of("./") != std::string_view::npos) return msg::cli::command_comes_first(Lang::en, word);
  return msg::cli::commands_advice(Lang::en);
}

std::string option_advice(std::string_view word) {
  std::vector<std::string> dashed;
  for (const OptionSpec& option : options()) dashed.push_back("--" + std::string(option.name));
  const std::vector<std::string_view> names(dashed.begin(), dashed.end());
  const std::string_view nearest = nearest_word(word.substr(0, word.find('=')), names);
  return nearest.empty() ? msg::cli::options_advice(Lang::en) : msg::cli::nearest_usage(Lang::en, nearest);
}

std::string topic_advice(std::string_view word) {
  std::vector<std::string_view> names;
  for (const CommandSpec& command : commands()) names.push_back(command.name);
  for (const HelpTopic& topic : help_topics()) names.push_back(topic.name);
  const std::string_view nearest = nearest_word(word, names);
  return nearest.empty() ? msg::cli::topics_advice(Lang::en) : msg::cli::nearest_topic(Lang::en, nearest);
}

std::string file_advice(std::string_view file) {
  if (ends_like_a_paper(file)) return msg::cli::paper_without_command(Lang::en);
  if (lower_ascii(file).ends_with(".csv")) return msg::cli::rows_without_command(Lang::en, file);
  return msg::cli::input_without_command(Lang::en, file);
}

}  // namespace preauth
