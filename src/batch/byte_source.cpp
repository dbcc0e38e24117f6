#include "batch/byte_source.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace preauth {
namespace {

constexpr int kMillisecondsBetweenLooks = 200;

// False when the run is to stop before anything came.
bool wait_for_bytes(int descriptor, const Interruption& interruption) {
  pollfd waiting{descriptor, POLLIN, 0};
  while (!interruption.requested()) {
    if (poll(&waiting, 1, kMillisecondsBetweenLooks) != 0) return !interruption.requested();
  }
  return false;
}

}  // namespace

bool is_regular_input(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

std::optional<ByteSource> ByteSource::open(const std::string& path, std::string& reason) {
  if (path == "-") return ByteSource(STDIN_FILENO);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    reason = std::strerror(errno);
    return std::nullopt;
  }
  return ByteSource(descriptor);
}

ByteSource::ByteSource(int descriptor) : descriptor_(descriptor) {
  struct stat info {};
  if (fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode)) size_ = static_cast<std::uint64_t>(info.st_size);
}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_), failure_(std::move(other.failure_)) {}

ByteSource::~ByteSource() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
}

bool ByteSource::read(std::string& bytes, std::size_t most, const Interruption& interruption) {
  const std::size_t before = bytes.size();
  if (!size_ && !wait_for_bytes(descriptor_, interruption)) return false;
  bytes.resize(before + most);
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, bytes.data() + before, most);
  } while (count < 0 && errno == EINTR && !interruption.requested());
  if (count < 0 && errno != EINTR) failure_ = std::strerror(errno);
  bytes.resize(before + static_cast<std::size_t>(count > 0 ? count : 0));
  return count > 0;
}

}  // namespace preauth
