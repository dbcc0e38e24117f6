#pragma once
// The files of one run as models: every plan and at most one treatment, with the overrides of --set applied and the
// SHA-256 of each file's bytes. All problems of all files are reported together.

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "cli/input_files.h"
#include "cli/request.h"
#include "model/plan.h"
#include "model/treatment.h"
#include "model/worksheet.h"

namespace preauth {

struct Inputs {
  std::vector<Plan> plans;
  std::optional<Treatment> treatment;  // empty: no treatment file was named
  std::vector<Worksheet> worksheets;   // of the commands that take them
  int count_files = 0;
};

bool is_of_library(const Plan& plan, const SourceSet& sources);

// Reads request.arguments. Use the result only when `diagnostics` has no errors.
Inputs load_inputs(const Request& request, InputFiles& files, SourceSet& sources, Diagnostics& diagnostics);
// The same for one file of `sources`.
void load_input(const Request& request, std::int32_t file, SourceSet& sources, Inputs& inputs,
                Diagnostics& diagnostics);
// The treatment used when no file is named: its options are the program's default ones. --set applies to it too.
Treatment built_in_treatment(const Request& request, SourceSet& sources, Diagnostics& diagnostics);

}  // namespace preauth
