#include "cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

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

}  // namespace

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
  if (is_special(path)) return write_special(path, text);
  const std::string target = real_path(path);
  std::string temporary = target + ".XXXXXX";
  const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);  // created with mode 0600
  if (descriptor < 0) return reason();
  std::optional<std::string> problem = write_descriptor(descriptor, text);
  if (!problem.has_value() && fsync(descriptor) != 0) problem = reason();
  if (close(descriptor) != 0 && !problem.has_value()) problem = reason();
  if (!problem.has_value() && std::rename(temporary.c_str(), target.c_str()) != 0) problem = reason();
  if (problem.has_value()) unlink(temporary.c_str());
  return problem;
}

}  // namespace preauth
