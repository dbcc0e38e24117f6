#include "cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace preauth {
namespace {

std::string reason() { return std::strerror(errno); }

// Devices and pipes cannot be replaced by a file of the same name.
bool is_special(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

// A link keeps pointing where it points: its target is what is replaced.
std::string real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(realpath(path.c_str(), nullptr), &std::free);
  return resolved ? std::string(resolved.get()) : path;
}

std::optional<std::string> write_special(const std::string& path, std::string_view text) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return reason();
  std::optional<std::string> problem = write_descriptor(descriptor, text);
  if (close(descriptor) != 0 && !problem.has_value()) problem = reason();
  return problem;
}

// One file on its way: written beside its target under another name, then renamed. What was not published is removed.
class PendingFile {
 public:
  explicit PendingFile(const FileToWrite& file) : file_(file), special_(is_special(file.path)) {}
  PendingFile(PendingFile&& other) noexcept = default;
  PendingFile(const PendingFile&) = delete;
  PendingFile& operator=(const PendingFile&) = delete;
  PendingFile& operator=(PendingFile&&) = delete;
  ~PendingFile() {
    if (!temporary_.empty()) unlink(temporary_.c_str());
  }

  std::optional<std::string> prepare() {
    if (special_) return std::nullopt;
    target_ = real_path(file_.path);
    std::string name = target_ + ".XXXXXX";
    const int descriptor = mkostemp(name.data(), O_CLOEXEC);  // created with mode 0600
    if (descriptor < 0) return reason();
    temporary_ = std::move(name);
    if (file_.keeps_mode) keep_mode(descriptor);
    std::optional<std::string> problem = write_descriptor(descriptor, file_.text);
    if (!problem.has_value() && fsync(descriptor) != 0) problem = reason();
    if (close(descriptor) != 0 && !problem.has_value()) problem = reason();
    return problem;
  }

  std::optional<std::string> publish() {
    if (special_) return write_special(file_.path, file_.text);
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) return reason();
    temporary_.clear();
    return std::nullopt;
  }

 private:
  // A file of the user's that is written again stays as readable as it was.
  void keep_mode(int descriptor) const {
    struct stat info {};
    if (stat(target_.c_str(), &info) == 0) static_cast<void>(fchmod(descriptor, info.st_mode & 0777U));
  }

  const FileToWrite& file_;
  bool special_;
  std::string target_;
  std::string temporary_;
};

}  // namespace

bool is_regular_file(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

std::optional<std::string> write_descriptor(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return std::nullopt;
    if (written < 0) return reason();
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return std::nullopt;
}

std::optional<std::string> write_file(const std::string& path, std::string_view text) {
  const std::optional<WriteProblem> problem = write_files({{path, std::string(text)}});
  return problem.has_value() ? std::optional(problem->reason) : std::nullopt;
}

std::optional<WriteProblem> write_files(const std::vector<FileToWrite>& files) {
  std::vector<PendingFile> pending;
  pending.reserve(files.size());
  for (const FileToWrite& file : files) {
    if (std::optional<std::string> problem = pending.emplace_back(file).prepare())
      return WriteProblem{file.path, *problem};
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (std::optional<std::string> problem = pending[i].publish()) return WriteProblem{files[i].path, *problem};
  }
  return std::nullopt;
}

}  // namespace preauth
