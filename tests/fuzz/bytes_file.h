#pragma once
// Bytes as a file without a place on the disk, for readers that open a path.

#include <string>
#include <string_view>

#include <sys/mman.h>
#include <unistd.h>

class BytesFile {
 public:
  explicit BytesFile(std::string_view bytes) : descriptor_(memfd_create("bytes", MFD_CLOEXEC)) {
    while (!bytes.empty()) {
      const ssize_t written = write(descriptor_, bytes.data(), bytes.size());
      if (written <= 0) __builtin_trap();
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  BytesFile(const BytesFile&) = delete;
  BytesFile& operator=(const BytesFile&) = delete;
  ~BytesFile() { close(descriptor_); }
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};
