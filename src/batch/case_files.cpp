#include "batch/case_files.h"

#include <cstdlib>
#include <utility>

#include <sys/stat.h>

#include "base/sha256.h"
#include "batch/built_in.h"
#include "batch/byte_source.h"
#include "messages/batch.h"

namespace preauth {
namespace {

// Parsed files kept at a time, so that memory stays bounded when every client has a file of its own.
constexpr std::size_t kMostFilesKept = 256;

std::string real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(realpath(path.c_str(), nullptr), &std::free);
  return resolved ? std::string(resolved.get()) : std::string();
}

// Whether the parts of a path ever climb above where it begins.
bool climbs_out(std::string_view path) {
  int depth = 0;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    if (part == "..") --depth;
    if (!part.empty() && part != "." && part != "..") ++depth;
    if (depth < 0) return true;
    path.remove_prefix(std::min(part.size() + 1, path.size()));
  }
  return false;
}

void parse(CaseFile& file) {
  SourceSet sources;
  const std::int32_t index = sources.add(file.source.name, file.source.text);
  file.root = read_toml(sources, index, file.problems);
  if (file.root) file.kind = kind_of(*file.root, file.problems);
}

}  // namespace

CaseFiles::CaseFiles(std::string base_folder, FileAccess access)
    : base_folder_(std::move(base_folder)), access_(std::move(access)) {}

std::shared_ptr<const CaseFile> CaseFiles::find(std::string_view name) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (const auto found = files_.find(name); found != files_.end()) return found->second;
  std::shared_ptr<const CaseFile> file = load(std::string(name));
  if (files_.size() >= kMostFilesKept) files_.clear();
  files_.emplace(std::string(name), file);
  const auto [known, is_new] = known_.try_emplace(std::string(name), file->sha256);
  if (is_new) {
    used_.push_back({known->first, known->second});
    count_used_.store(used_.size(), std::memory_order_release);
  }
  return file;
}

std::vector<UsedFile> CaseFiles::used_from(std::size_t first) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return {used_.begin() + static_cast<std::ptrdiff_t>(std::min(first, used_.size())), used_.end()};
}

std::shared_ptr<const CaseFile> CaseFiles::load(const std::string& name) const {
  auto file = std::make_shared<CaseFile>();
  std::optional<NamedText> source =
      name == kBuiltInTreatmentName ? NamedText{name, std::string(kEmptyTreatment)} : read(name, file->problems);
  if (!source) return file;
  file->source = std::move(*source);
  file->sha256 = sha256_hex(file->source.text);
  parse(*file);
  return file;
}

std::optional<NamedText> CaseFiles::read(const std::string& name, Diagnostics& problems) const {
  const std::string path = name.starts_with('/') || base_folder_ == "." ? name : base_folder_ + "/" + name;
  const bool climbs = !name.starts_with('/') && climbs_out(name);
  struct stat info {};
  if (!climbs && stat(path.c_str(), &info) != 0) {
    if (name.find('/') == std::string::npos) return access_.read_plan_name(name, problems);
    problems.add(diag::batch_file_not_found({}));
    return std::nullopt;
  }
  if (climbs || !is_inside(path)) {
    problems.add(diag::batch_path_escapes({}));
    return std::nullopt;
  }
  if (!is_regular_input(path)) {
    problems.add(diag::batch_not_a_file({}));
    return std::nullopt;
  }
  return access_.read_file(path, problems);
}

bool CaseFiles::is_inside(const std::string& path) const {
  const std::string folder = real_path(base_folder_);
  const std::string real = real_path(path);
  if (folder.empty() || real.empty()) return false;
  return folder == "/" || real.starts_with(folder + "/");
}

}  // namespace preauth
