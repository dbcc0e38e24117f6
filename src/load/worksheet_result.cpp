#include "load/worksheet_result.h"

#include <algorithm>
#include <optional>

#include "load/checks.h"
#include "load/plan_loader.h"
#include "load/write_back_place.h"

namespace preauth {
namespace {

// The two files of one state, before or after, with everything that is wrong with them.
struct Pair {
  Plan plan;
  Treatment treatment;
  Diagnostics problems;
};

void check(const ReferenceData& reference, Pair& pair) {
  if (pair.problems.has_errors()) return;  // what does not load is not checked further
  check_plan(pair.plan, reference, pair.problems);
  check_treatment(pair.treatment, reference, pair.problems);
  check_together(pair.plan, pair.treatment, pair.problems);
}

// The value that the path leads to, without its wrapper, and the keys on the way.
void point_at_sheet(Node& root, const WrittenAnswer& written) {
  const std::vector<PathPart> parts = split_path(written.path);
  Node* node = &root;
  for (const PathPart& part : parts) {
    if (node->is_array()) {
      const std::optional<std::size_t> found = find_element(*node, part.name);
      if (!found) return;
      node = &node->items[*found];
      continue;
    }
    if (node->find(part.name) == nullptr && is_wrapped(*node)) node = node->find("is");
    if (node->find(part.name) == nullptr) return;
    for (std::size_t i = 0; i < node->entries.size(); ++i) {
      // Only the last key is sure to come from the sheet.
      const bool is_last = &part == &parts.back();
      if (is_last && node->entries[i].first == part.name) node->key_spans[i] = written.answer->field.at;
    }
    node = node->find(part.name);
  }
  if (is_wrapped(*node)) node = node->find("is");
  node->at = written.answer->value.at;
}

std::optional<Node> read_changed(std::int32_t file, bool in_treatment, const std::vector<WrittenAnswer>& written,
                                 const SourceSet& sources, Diagnostics& problems) {
  std::optional<Node> root = read_toml(sources, file, problems);
  if (!root) return root;
  for (const WrittenAnswer& each : written) {
    if (each.answer->in_treatment == in_treatment) point_at_sheet(*root, each);
  }
  return root;
}

bool is_among(const Diagnostic& problem, const Diagnostics& known) {
  return std::any_of(known.all().begin(), known.all().end(),
                     [&](const Diagnostic& each) { return each.id == problem.id && each.message == problem.message; });
}

}  // namespace

void check_result(const AnswerRequest& request, const Answered& answered, const std::vector<WrittenAnswer>& written,
                  SourceSet& sources, Diagnostics& diagnostics) {
  Pair before{request.plan, request.treatment, {}};
  check(request.reference, before);
  Pair after{request.plan, request.treatment, {}};
  const std::int32_t plan_file = sources.add(sources[request.plan_file].name(), answered.plan.text);
  if (const auto root = read_changed(plan_file, false, written, sources, after.problems)) {
    after.plan = load_plan(*root, sources, plan_file, after.problems);
  }
  if (!answered.treatment.text.empty()) {
    const bool is_new = request.treatment.built_in;
    const std::string name = is_new ? "treatment" : sources[request.treatment_file].name();
    const std::int32_t file = sources.add(name, answered.treatment.text);
    if (const auto root = read_changed(file, true, written, sources, after.problems)) {
      after.treatment = load_treatment(*root, sources, file, after.problems);
    }
  }
  check(request.reference, after);
  for (const Diagnostic& problem : after.problems.all()) {
    if (!is_among(problem, before.problems) && !is_among(problem, diagnostics)) diagnostics.add(problem);
  }
}

}  // namespace preauth
