#include "cli/input_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "formats/foreign_format.h"
#include "load/toml_doc.h"
#include "messages/cli.h"
#include "reference/library.h"

namespace preauth {
namespace {

constexpr std::string_view kPlanEnding = ".toml";
constexpr std::int64_t kMegabytes = static_cast<std::int64_t>(kMostTomlBytes >> 20U);

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ > STDERR_FILENO) close(value_);
  }
  int value() const { return value_; }

 private:
  int value_;
};

bool exists(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 || (errno != ENOENT && errno != ENOTDIR && errno != ENAMETOOLONG);
}

bool is_directory(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

const LibraryFile* library_plan(std::string_view name) {
  for (const LibraryFile& plan : library_plans()) {
    if (plan.name == name) return &plan;
  }
  return nullptr;
}

// A name cannot lead out of the plan folder.
bool is_plain_name(std::string_view name) {
  return !name.empty() && name.front() != '.' && name.find('/') == std::string_view::npos;
}

std::string joined(const std::vector<std::string_view>& names) {
  std::string text;
  for (const std::string_view name : names) text.append(text.empty() ? "`" : ", `").append(name).append("`");
  return text;
}

}  // namespace

InputFiles::InputFiles(std::string plan_folder, SourceSet& sources, Diagnostics& diagnostics)
    : plan_folder_(std::move(plan_folder)), sources_(sources), diagnostics_(diagnostics) {}

std::optional<std::int32_t> InputFiles::read(const std::string& argument) {
  if (argument == "-") return read_standard_input();
  if (exists(argument) && !is_directory(argument)) return read_path(argument, argument);
  const bool is_plan_name = !own_plan_path(argument).empty() || library_plan(argument) != nullptr;
  if (is_plan_name || !is_directory(argument)) return read_plan_name(argument);
  diagnostics_.add(diag::input_is_directory({}, argument));
  return std::nullopt;
}

std::optional<std::int32_t> InputFiles::read_plan_name(const std::string& name) {
  if (const std::string own = own_plan_path(name); !own.empty()) return read_path(own, own);
  if (const LibraryFile* plan = library_plan(name)) {
    return keep(std::string(kLibraryPrefix) + name, std::string(plan->text));
  }
  diagnostics_.add(diag::input_not_found({}, name, advice_on(name)));
  return std::nullopt;
}

// Empty when the user's folder has no plan of that name.
std::string InputFiles::own_plan_path(const std::string& name) const {
  if (plan_folder_.empty() || !is_plain_name(name)) return {};
  std::string path = plan_folder_ + "/" + name + std::string(kPlanEnding);
  return exists(path) ? path : std::string();
}

std::optional<std::int32_t> InputFiles::read_standard_input() {
  if (std::exchange(standard_input_used_, true)) {
    diagnostics_.add(diag::input_stdin_twice({}));
    return std::nullopt;
  }
  return read_descriptor(STDIN_FILENO, "-");
}

std::optional<std::int32_t> InputFiles::read_path(const std::string& path, const std::string& shown) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.value() < 0) {
    diagnostics_.add(diag::input_cannot_read({}, shown, std::strerror(errno)));
    return std::nullopt;
  }
  return read_descriptor(file.value(), shown);
}

// Reads one byte more than is allowed at most, so that a device without end and a file of gigabytes cost the same.
std::optional<std::int32_t> InputFiles::read_descriptor(int descriptor, const std::string& shown) {
  std::string bytes;
  std::array<char, 1U << 16U> buffer{};
  while (bytes.size() <= kMostTomlBytes) {
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      diagnostics_.add(diag::input_cannot_read({}, shown, std::strerror(errno)));
      return std::nullopt;
    }
    if (count == 0) return keep(shown, std::move(bytes));
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
  diagnostics_.add(diag::input_too_large({}, shown, kMegabytes));
  return std::nullopt;
}

std::optional<std::int32_t> InputFiles::keep(const std::string& shown, std::string bytes) {
  if (trim(bytes).empty()) {
    diagnostics_.add(diag::input_empty({}, shown));
    return std::nullopt;
  }
  if (const std::optional<ForeignFormat> foreign = foreign_format(bytes)) {
    diagnostics_.add(diag::input_foreign({}, shown, msg::cli::by_id(Lang::en, message_id(*foreign), {})));
    return std::nullopt;
  }
  return sources_.add(shown, std::move(bytes));
}

std::vector<std::string> InputFiles::own_plan_names() const {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(opendir(plan_folder_.c_str()), &closedir);
  if (!folder) return names;
  while (const dirent* entry = readdir(folder.get())) {
    std::string_view name = entry->d_name;
    if (!is_plain_name(name) || !name.ends_with(kPlanEnding)) continue;
    name.remove_suffix(kPlanEnding.size());
    names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

// What to type instead: the names that contain what was typed, else the one that is spelled most like it.
std::string InputFiles::advice_on(const std::string& name) const {
  constexpr std::size_t kMostNames = 3;
  const std::vector<std::string> own = own_plan_names();
  std::vector<std::string_view> known(own.begin(), own.end());
  for (const LibraryFile& plan : library_plans()) known.push_back(plan.name);
  const std::string wanted = lower_ascii(name);
  std::vector<std::string_view> near;
  for (const std::string_view candidate : known) {
    if (wanted.size() > 1 && near.size() < kMostNames && candidate.find(wanted) != std::string_view::npos) {
      near.push_back(candidate);
    }
  }
  const std::string_view nearest = nearest_word(name, known);
  if (near.empty() && !nearest.empty()) near.push_back(nearest);
  if (!near.empty()) return msg::cli::nearest_plans(Lang::en, joined(near));
  return name.ends_with(kPlanEnding) ? msg::cli::not_found_file(Lang::en) : msg::cli::plans_advice(Lang::en);
}

}  // namespace preauth
