// preauth_generate: data files to C++, at build time.
//   messages IN.en.toml [IN.es.toml] OUT.h OUT.cpp
//   reference DATA_DIR OUT.cpp
//   library PLANS_DIR OUT.cpp
//   manual PAGE... OUT.cpp
//   schema KEYS.toml VALUES.toml OUT.json
// Exit codes: 0 done, 2 wrong usage, 3 an input is wrong (file:line:col on stderr), 74 an output could not be written.

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "generate/catalogue.h"
#include "generate/emit_library.h"
#include "generate/emit_messages.h"
#include "generate/emit_reference.h"
#include "generate/files.h"
#include "generate/manual.h"
#include "generate/schema.h"
#include "load/toml_doc.h"

namespace preauth {
namespace {

enum ExitCode : int { kDone = 0, kUsage = 2, kInvalidInput = 3, kCannotWrite = 74 };

std::optional<Node> read_input(const std::string& path, SourceSet& sources, Diagnostics& diagnostics) {
  std::string bytes;
  if (!read_whole_file(path, bytes)) {
    diagnostics.add({Severity::error, "input.unreadable", {}, "cannot read " + path, "", {}});
    return std::nullopt;
  }
  return read_toml(sources, sources.add(path, std::move(bytes)), diagnostics);
}

bool print(const Diagnostics& diagnostics, const SourceSet& sources) {
  for (const Diagnostic& diagnostic : diagnostics.all()) std::cerr << render(diagnostic, sources);
  return diagnostics.has_errors();
}

int write(const std::string& path, std::string_view bytes) {
  if (write_if_changed(path, bytes)) return kDone;
  std::cerr << "cannot write " << path << "\n";
  return kCannotWrite;
}

int generate_messages(const std::vector<std::string>& paths) {
  if (paths.size() != 3 && paths.size() != 4) return kUsage;
  SourceSet sources;
  Diagnostics diagnostics;
  std::optional<Catalogue> translation;
  Catalogue original;
  if (const auto root = read_input(paths[0], sources, diagnostics)) {
    original = read_catalogue(*root, sources, diagnostics);
  }
  if (paths.size() == 4) {
    if (const auto root = read_input(paths[1], sources, diagnostics)) {
      translation = read_catalogue(*root, sources, diagnostics);
      check_translation(original, *translation, diagnostics);
    }
  }
  if (print(diagnostics, sources)) return kInvalidInput;
  const std::string& header_path = paths[paths.size() - 2];
  const std::string name = std::filesystem::path(header_path).stem().string();
  const GeneratedMessages generated = emit_messages(name, original, translation ? &*translation : nullptr);
  const int code = write(header_path, generated.header);
  return code == kDone ? write(paths.back(), generated.source) : code;
}

int generate_library(const std::vector<std::string>& paths) {
  if (paths.size() != 2) return kUsage;
  std::vector<PlanText> plans;
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(paths[0], error)) {
    if (file.path().extension() != ".toml") continue;
    PlanText plan{file.path().stem().string(), ""};
    if (!read_whole_file(file.path().string(), plan.bytes)) error = std::make_error_code(std::errc::io_error);
    plans.push_back(std::move(plan));
  }
  if (error) {
    std::cerr << "cannot read the plans in " << paths[0] << "\n";
    return kInvalidInput;
  }
  return write(paths[1], emit_library(std::move(plans)));
}

int generate_manual(const std::vector<std::string>& paths) {
  if (paths.size() < 2) return kUsage;
  SourceSet sources;
  Diagnostics diagnostics;
  std::vector<ManualSource> pages;
  for (std::size_t i = 0; i + 1 < paths.size(); ++i) {
    std::string bytes;
    if (!read_whole_file(paths[i], bytes)) {
      diagnostics.add({Severity::error, "input.unreadable", {}, "cannot read " + paths[i], "", {}});
      continue;
    }
    const std::int32_t file = sources.add(paths[i], std::move(bytes));
    pages.push_back({std::filesystem::path(paths[i]).stem().string(), read_manual(sources, file, diagnostics)});
  }
  if (print(diagnostics, sources)) return kInvalidInput;
  return write(paths.back(), emit_manual(pages));
}

int generate_schema(const std::vector<std::string>& paths) {
  if (paths.size() != 3) return kUsage;
  SourceSet sources;
  Diagnostics diagnostics;
  const std::optional<Node> keys = read_input(paths[0], sources, diagnostics);
  const std::optional<Node> values = read_input(paths[1], sources, diagnostics);
  std::string schema;
  if (keys && values) {
    const std::string title = "preauth " + std::filesystem::path(paths[0]).stem().string() + " file, version 1";
    schema = emit_schema(*keys, *values, title, diagnostics);
  }
  return print(diagnostics, sources) ? kInvalidInput : write(paths[2], schema);
}

int generate_reference(const std::vector<std::string>& paths) {
  if (paths.size() != 2) return kUsage;
  SourceSet sources;
  Diagnostics diagnostics;
  std::vector<Node> roots;
  for (const std::string_view file : kReferenceFiles) {
    const std::string path = paths[0] + "/" + std::string(file) + ".toml";
    roots.push_back(read_input(path, sources, diagnostics).value_or(Node()));
  }
  std::vector<Node> translations;
  for (const std::string_view file : kTranslatedFiles) {
    const std::string path = paths[0] + "/" + std::string(file) + ".es.toml";
    translations.push_back(read_input(path, sources, diagnostics).value_or(Node()));
  }
  if (diagnostics.has_errors()) {
    print(diagnostics, sources);
    return kInvalidInput;
  }
  const std::string generated = emit_reference(roots, translations, diagnostics);
  return print(diagnostics, sources) ? kInvalidInput : write(paths[1], generated);
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return kUsage;
  const std::vector<std::string> paths(arguments.begin() + 1, arguments.end());
  if (arguments[0] == "messages") return generate_messages(paths);
  if (arguments[0] == "reference") return generate_reference(paths);
  if (arguments[0] == "library") return generate_library(paths);
  if (arguments[0] == "manual") return generate_manual(paths);
  if (arguments[0] == "schema") return generate_schema(paths);
  return kUsage;
}

}  // namespace
}  // namespace preauth

int main(int argc, char** argv) {
  const int code = preauth::run(std::vector<std::string>(argv + 1, argv + argc));
  if (code == preauth::kUsage)
    std::cerr << "usage: preauth_generate messages|reference|library|manual|schema INPUT… OUTPUT…\n";
  return code;
}
