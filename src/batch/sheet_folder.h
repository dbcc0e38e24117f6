#pragma once
// The folder that the sheets of a run go to. Each is written whole under another name first, readable by its owner
// only; no link in the folder is followed, and no second run can write to it meanwhile. Of clients with the same code
// and different sheets, the later ones have the number of their row in the name.

#include <cstdint>
#include <string>
#include <string_view>

#include "batch/output_file.h"

namespace preauth {

class SheetFolder {
 public:
  SheetFolder() = default;
  SheetFolder(const SheetFolder&) = delete;
  SheetFolder& operator=(const SheetFolder&) = delete;
  ~SheetFolder();

  // Makes the folder when it is not there. False with failure(), or with is_busy() when another run writes to it, or
  // with has_files() when something is in it and nothing may be (`may_have_files`: what an interrupted run left).
  bool open(const std::string& path, bool may_have_files);
  bool is_busy() const { return busy_; }
  bool has_files() const { return has_files_; }
  // Nothing will be written: sheets are compared with those that are there.
  void open_to_compare(const std::string& path);
  std::uint64_t count_different() const { return different_; }

  struct Placed {
    std::string name;  // empty: it could not be written, failure() says why
    bool shared_code = false;
  };
  // A sheet that is there already is kept.
  Placed put(std::string_view id, std::uint64_t row, std::string_view html);

  // Of the page that lists the sheets. It takes its name in finish(), which makes sure that everything has reached the
  // disk, as far as the system tells.
  bool append_to_index(std::string_view html);
  bool finish();
  const std::string& failure() const { return failure_; }

 private:
  enum class Found : std::uint8_t { nothing, the_same, another };
  Found look_for(const std::string& name, std::string_view html) const;
  bool write_whole(const std::string& name, std::string_view html);
  bool is_empty();
  bool fail();

  std::string path_;
  int descriptor_ = -1;
  bool compares_ = false;
  bool busy_ = false;
  bool has_files_ = false;
  OutputFile index_;
  std::uint64_t different_ = 0;
  std::string failure_;
};

}  // namespace preauth
