#include "cli/inputs.h"

#include <utility>

#include "base/sha256.h"
#include "batch/built_in.h"
#include "load/plan_loader.h"
#include "load/toml_doc.h"
#include "load/worksheet_loader.h"
#include "messages/cli.h"

namespace preauth {
namespace {

struct InputDocument {
  std::int32_t file = kNoFile;
  FileKind kind = FileKind::unknown;
  Node root;
};

std::optional<InputDocument> read_document(std::int32_t file, const SourceSet& sources, Diagnostics& diagnostics) {
  std::optional<Node> root = read_toml(sources, file, diagnostics);
  if (!root.has_value()) return std::nullopt;
  const FileKind kind = kind_of(*root, diagnostics);
  return InputDocument{file, kind, std::move(*root)};
}

void apply_overrides(const Request& request, InputDocument& document, SourceSet& sources, Diagnostics& diagnostics) {
  for (const Override& override_ : request.overrides) {
    if (kind_of_path(override_.path) == document.kind) apply(override_, document.root, sources, diagnostics);
  }
}

Span whole_file(std::int32_t file) { return {file, 0, 0}; }

void add_plan(const InputDocument& document, const SourceSet& sources, Inputs& inputs, Diagnostics& diagnostics) {
  Plan plan = load_plan(document.root, sources, document.file, diagnostics);
  plan.sha256 = sha256_hex(sources[document.file].bytes());
  inputs.plans.push_back(std::move(plan));
}

void add_treatment(const InputDocument& document, const SourceSet& sources, Inputs& inputs, Diagnostics& diagnostics) {
  if (inputs.treatment.has_value()) {
    diagnostics.add(diag::input_two_treatments(whole_file(document.file)));
    return;
  }
  inputs.treatment = load_treatment(document.root, sources, document.file, diagnostics);
  inputs.treatment->sha256 = sha256_hex(sources[document.file].bytes());
}

bool takes_worksheets(Command command) { return command == Command::answer || command == Command::check; }

void add_worksheet(const Request& request, const InputDocument& document, const SourceSet& sources, Inputs& inputs,
                   Diagnostics& diagnostics) {
  if (!takes_worksheets(request.command)) return diagnostics.add(diag::input_worksheet(whole_file(document.file)));
  inputs.worksheets.push_back(load_worksheet(document.root, sources, document.file, diagnostics));
}

void add_document(const Request& request, const InputDocument& document, const SourceSet& sources, Inputs& inputs,
                  Diagnostics& diagnostics) {
  switch (document.kind) {
    case FileKind::plan:
      return add_plan(document, sources, inputs, diagnostics);
    case FileKind::treatment:
      return add_treatment(document, sources, inputs, diagnostics);
    case FileKind::worksheet:
      return add_worksheet(request, document, sources, inputs, diagnostics);
    case FileKind::unknown:
      return;  // kind_of has said so
  }
}

}  // namespace

bool is_of_library(const Plan& plan, const SourceSet& sources) {
  return sources[plan.file].name().starts_with(kLibraryPrefix);
}

Inputs load_inputs(const Request& request, InputFiles& files, SourceSet& sources, Diagnostics& diagnostics) {
  Inputs inputs;
  for (const std::string& argument : request.arguments) {
    ++inputs.count_files;
    const std::optional<std::int32_t> file = files.read(argument);
    if (file.has_value()) load_input(request, *file, sources, inputs, diagnostics);
  }
  return inputs;
}

void load_input(const Request& request, std::int32_t file, SourceSet& sources, Inputs& inputs,
                Diagnostics& diagnostics) {
  std::optional<InputDocument> document = read_document(file, sources, diagnostics);
  if (!document.has_value()) return;
  apply_overrides(request, *document, sources, diagnostics);
  add_document(request, *document, sources, inputs, diagnostics);
}

Treatment built_in_treatment(const Request& request, SourceSet& sources, Diagnostics& diagnostics) {
  const std::int32_t file = sources.add(std::string(kBuiltInTreatmentName), std::string(kEmptyTreatment));
  Treatment treatment;
  if (std::optional<InputDocument> document = read_document(file, sources, diagnostics)) {
    apply_overrides(request, *document, sources, diagnostics);
    treatment = load_treatment(document->root, sources, file, diagnostics);
    treatment.sha256 = sha256_hex(kEmptyTreatment);
  }
  treatment.built_in = true;
  return treatment;
}

}  // namespace preauth
