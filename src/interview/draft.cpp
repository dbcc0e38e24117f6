#include "interview/draft.h"

#include <algorithm>

#include "load/checks.h"
#include "load/field_path.h"
#include "load/plan_loader.h"
#include "load/write_back.h"

namespace preauth {
namespace {

// The value at the path, without its wrapper; nullptr when there is none.
Node* find_value(Node& root, const std::vector<PathPart>& parts) {
  Node* node = &root;
  for (const PathPart& part : parts) {
    if (node->is_array()) {
      const std::optional<std::size_t> found = find_element(*node, part.name);
      node = found ? &node->items[*found] : nullptr;
    } else {
      node = node->find(part.name);
    }
    if (node == nullptr) return nullptr;
  }
  Node* bare = node->find("is");
  return bare == nullptr ? node : bare;
}

void point_at_words(Node& root, std::span<const Entry> entries) {
  for (const Entry& entry : entries) {
    if (!entry.element.empty()) continue;
    if (Node* value = find_value(root, split_path(entry.path))) value->at = entry.at;
  }
}

bool is_same_edit(const Entry& a, const Entry& b) {
  return a.path == b.path && a.toml == b.toml && a.element == b.element;
}

}  // namespace

const std::string& Composition::with(std::span<const Entry> entries) {
  const bool goes_on =
      entries.size() >= entries_.size() && std::equal(entries_.begin(), entries_.end(), entries.begin(), is_same_edit);
  if (!goes_on) {
    entries_.clear();
    text_ = base_;
  }
  if (entries.size() == entries_.size()) return text_;
  WriteBack document(std::move(text_));
  for (const Entry& entry : entries.subspan(entries_.size())) {
    if (entry.element.empty()) {
      document.put_text(entry.path, entry.toml);
    } else {
      document.add_element(entry.path, entry.element);
    }
  }
  entries_.assign(entries.begin(), entries.end());
  text_ = document.text();
  return text_;
}

CheckedDraft check_draft(const std::string& name, const std::string& text, std::span<const Entry> entries,
                         const SourceSet& sources, const ReferenceData& reference) {
  CheckedDraft draft{sources, {}};
  const std::int32_t file = draft.sources.add(name, text);
  std::optional<Node> root = read_toml(draft.sources, file, draft.problems);
  if (!root) return draft;
  point_at_words(*root, entries);
  if (kind_of(*root, draft.problems) == FileKind::treatment) {
    const Treatment treatment = load_treatment(*root, draft.sources, file, draft.problems);
    if (!draft.problems.has_errors()) check_treatment(treatment, reference, draft.problems);
  } else {
    const Plan plan = load_plan(*root, draft.sources, file, draft.problems);
    if (!draft.problems.has_errors()) check_plan(plan, reference, draft.problems);
  }
  return draft;
}

PhraseContext phrase_context(const std::string& text) {
  SourceSet sources;
  Diagnostics problems;
  const std::int32_t file = sources.add("draft", text);
  const std::optional<Node> root = read_toml(sources, file, problems);
  if (!root) return {};
  const Plan plan = load_plan(*root, sources, file, problems);
  const bool is_hdhp =
      plan.hsa_qualified.known.value_or(false) || plan.kind.known.value_or(PlanKind::unknown) == PlanKind::hdhp;
  return {plan.wording.known.value_or(Wording::sbc), is_hdhp, false};
}

}  // namespace preauth
