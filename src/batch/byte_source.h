#pragma once
// The bytes of one rows file or of standard input, in large pieces. Waiting for a pipe ends when the run is asked to
// stop, so that an interrupted run never hangs on a silent input.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "batch/interruption.h"

namespace preauth {

// Whether the path is a file that gives the same bytes each time it is opened.
bool is_regular_input(const std::string& path);

class ByteSource {
 public:
  // "-" is standard input.
  static std::optional<ByteSource> open(const std::string& path, std::string& reason);
  ByteSource(ByteSource&& other) noexcept;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  ByteSource& operator=(ByteSource&&) = delete;
  ~ByteSource();

  // Appends at most `most` bytes; false at the end, when stopping, or when reading failed (then failure() says why).
  bool read(std::string& bytes, std::size_t most, const Interruption& interruption);
  const std::string& failure() const { return failure_; }
  // Of a regular file.
  std::optional<std::uint64_t> size() const { return size_; }

 private:
  explicit ByteSource(int descriptor);
  int descriptor_;
  std::optional<std::uint64_t> size_;
  std::string failure_;
};

}  // namespace preauth
