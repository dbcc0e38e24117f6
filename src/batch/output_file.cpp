#include "batch/output_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace preauth {
namespace {

constexpr mode_t kOwnerOnly = 0600;

}  // namespace

OutputFile::~OutputFile() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
}

bool OutputFile::fail() {
  failure_ = std::strerror(errno);
  return false;
}

void OutputFile::open_nowhere() { counts_ = true; }

void OutputFile::open_standard_output() { descriptor_ = STDOUT_FILENO; }

bool OutputFile::open(const std::string& path) {
  struct stat info {};
  // Reading too would make us a reader of our own pipe, and the real one could not go away.
  const bool special = stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode);
  const int mode = special ? O_WRONLY : O_RDWR | O_CREAT;
  descriptor_ = ::open(path.c_str(), mode | O_CLOEXEC | O_NOCTTY, kOwnerOnly);
  if (descriptor_ < 0 || fstat(descriptor_, &info) != 0) return fail();
  regular_ = S_ISREG(info.st_mode);
  if (!regular_) return true;
  busy_ = flock(descriptor_, LOCK_EX | LOCK_NB) != 0;
  if (busy_) return false;
  counts_ = true;
  return fchmod(descriptor_, kOwnerOnly) == 0 || fail();
}

bool OutputFile::open_new(int folder, const char* name) {
  descriptor_ = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kOwnerOnly);
  regular_ = descriptor_ >= 0;
  return regular_ || fail();
}

bool OutputFile::keep_only(std::uint64_t bytes) {
  if (ftruncate(descriptor_, static_cast<off_t>(bytes)) != 0 || lseek(descriptor_, 0, SEEK_SET) != 0) return fail();
  sha_ = Sha256();
  size_ = 0;
  std::array<char, 1U << 16U> buffer{};
  while (size_ < bytes) {
    const ssize_t count = read(descriptor_, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return fail();
    sha_.add({buffer.data(), static_cast<std::size_t>(count)});
    size_ += static_cast<std::uint64_t>(count);
  }
  return true;
}

bool OutputFile::write(std::string_view bytes) {
  if (counts_) sha_.add(bytes);
  size_ += bytes.size();
  while (!bytes.empty() && descriptor_ >= 0) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    closed_ = written < 0 && errno == EPIPE;
    if (closed_) return false;
    if (written < 0) return fail();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool OutputFile::shut() { return close(std::exchange(descriptor_, -1)) == 0 || fail(); }

bool OutputFile::finish() { return !regular_ || fsync(descriptor_) == 0 || fail(); }

}  // namespace preauth
