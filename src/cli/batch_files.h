#pragma once
// How a batch reads the plan and treatment files that its rows name: as the other commands read their arguments.

#include "batch/case_files.h"
#include "cli/surroundings.h"

namespace preauth {

FileAccess file_access(const Surroundings& surroundings);

}  // namespace preauth
