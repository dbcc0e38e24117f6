#include "interview/answers_file.h"

#include <algorithm>

#include "base/text.h"
#include "load/field_reader.h"
#include "load/toml_doc.h"
#include "messages/diagnostics.h"
#include "messages/interview.h"

namespace preauth {
namespace {

bool is_known(InterviewKind kind, std::string_view id, Span at, Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const Prompt& prompt : prompts(kind)) names.push_back(prompt.id);
  if (std::find(names.begin(), names.end(), id) != names.end()) return true;
  const std::string shown = excerpt(id);
  diagnostics.add(with_names(diag::interview_unknown_prompt(at, shown, nearest_word(shown, names)), names));
  return false;
}

}  // namespace

std::vector<GivenAnswer> read_answers_file(InterviewKind kind, const SourceSet& sources, std::int32_t file,
                                           Diagnostics& diagnostics) {
  std::vector<GivenAnswer> answers;
  const std::optional<Node> root = read_toml(sources, file, diagnostics);
  if (!root) return answers;
  for (std::size_t i = 0; i < root->entries.size(); ++i) {
    const auto& [id, node] = root->entries[i];
    if (id.starts_with("x-") || !is_known(kind, id, root->key_spans[i], diagnostics)) continue;
    if (node.is_table() || node.is_array()) {
      diagnostics.add(diag::file_expected_text(node.at, id));
      continue;
    }
    answers.push_back({id, {node.text, inside(node, sources, 0, node.text.size())}});
  }
  return answers;
}

std::optional<GivenAnswer> read_answer_option(InterviewKind kind, std::string_view text, SourceSet& sources,
                                              Diagnostics& diagnostics) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    diagnostics.add(diag::usage_answer_no_equals({}, excerpt(text)));
    return std::nullopt;
  }
  const std::string id(trim(text.substr(0, equals)));
  if (!is_known(kind, id, {}, diagnostics)) return std::nullopt;
  const std::string words(trim(text.substr(equals + 1)));
  const std::int32_t file = sources.add(id, words);
  return GivenAnswer{id, {words, {file, 0, static_cast<std::uint32_t>(words.size())}}};
}

}  // namespace preauth
