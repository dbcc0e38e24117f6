#pragma once
// Files of an earlier schema version become files of today's, in place: comments, order and blank lines stay. Each step
// from one version to the next is a Migration; this is the only place that knows earlier versions.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "load/write_back.h"

namespace preauth {

struct Migration {
  std::string_view from;           // "preauth.plan/1"
  std::string_view to;             // "preauth.plan/2"
  bool (*apply)(WriteBack& file);  // everything but the schema line; false: the file cannot be changed so
};
// The steps this version knows. None yet: the versions of today are the first.
std::span<const Migration> migrations();

struct Upgraded {
  std::string text;
  std::vector<std::string> schemas;  // as it was, then after each step; one: it is of today's version
};
// Nothing, with a diagnostic, when the file is no TOML, is none of ours, is newer than the program, or cannot be
// changed.
std::optional<Upgraded> upgrade(const SourceSet& sources, std::int32_t file, std::span<const Migration> steps,
                                Diagnostics& diagnostics);

}  // namespace preauth
