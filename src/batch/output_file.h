#pragma once
// Where rows are written: standard output, a device, or a file that grows by whole rows. Unlike other results a batch
// is not written beside its target and renamed, so that an interrupted run leaves what it has done. A file is readable
// by its owner only, and no second run can write to it meanwhile.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/sha256.h"

namespace preauth {

class OutputFile {
 public:
  OutputFile() = default;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  // Writes nowhere: only the digest counts.
  void open_nowhere();
  void open_standard_output();
  // Creates the file or keeps what is in it. False with failure(), or with is_busy() when another run writes to it.
  bool open(const std::string& path);
  // Creates a file that is not there yet in a folder that is open. False with failure().
  bool open_new(int folder, const char* name);
  bool is_busy() const { return busy_; }
  // A file that can be cut and continued; false for pipes and devices.
  bool is_regular() const { return regular_; }
  // Cuts a regular file to its first bytes; the digest starts again with them. False with failure().
  bool keep_only(std::uint64_t bytes);

  // False when it could not be written (failure()) or nobody reads any more (is_closed()).
  bool write(std::string_view bytes);
  bool is_closed() const { return closed_; }
  const std::string& failure() const { return failure_; }
  // Makes sure that what was written has reached the disk, as far as the system tells.
  bool finish();
  // Closes it; what is told only then (a full network disk) is not lost. False with failure().
  bool shut();
  std::uint64_t size() const { return size_; }
  std::string sha256() const { return sha_.hex(); }

 private:
  bool fail();
  int descriptor_ = -1;
  bool counts_ = false;  // whether the digest is wanted
  bool regular_ = false;
  bool busy_ = false;
  bool closed_ = false;
  std::uint64_t size_ = 0;
  Sha256 sha_;
  std::string failure_;
};

}  // namespace preauth
