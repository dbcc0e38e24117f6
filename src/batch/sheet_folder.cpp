#include "batch/sheet_folder.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/sheet_name.h"
#include "batch/stamp.h"

namespace preauth {
namespace {

constexpr mode_t kOwnerOnly = 0700;
constexpr const char* kSheetOnTheWay = ".sheet.tmp";
constexpr const char* kIndexOnTheWay = ".index.tmp";

// Whether the file begins with these bytes.
bool begins_with(int descriptor, std::string_view bytes) {
  std::array<char, 1U << 16U> buffer{};
  while (!bytes.empty()) {
    const ssize_t count = read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    const std::string_view piece(buffer.data(), static_cast<std::size_t>(count));
    if (bytes.substr(0, piece.size()) != piece) return false;
    bytes.remove_prefix(piece.size());
  }
  return true;
}

}  // namespace

SheetFolder::~SheetFolder() {
  if (descriptor_ < 0) return;
  if (index_.is_regular()) unlinkat(descriptor_, kIndexOnTheWay, 0);
  close(descriptor_);
}

bool SheetFolder::fail() {
  failure_ = std::strerror(errno);
  return false;
}

bool SheetFolder::open(const std::string& path, bool may_have_files) {
  if (mkdir(path.c_str(), kOwnerOnly) != 0 && errno != EEXIST) return fail();
  descriptor_ = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor_ < 0) return fail();
  busy_ = flock(descriptor_, LOCK_EX | LOCK_NB) != 0;
  if (busy_) return false;
  if (!may_have_files && !is_empty()) return false;
  unlinkat(descriptor_, kSheetOnTheWay, 0);
  unlinkat(descriptor_, kIndexOnTheWay, 0);
  if (index_.open_new(descriptor_, kIndexOnTheWay)) return true;
  failure_ = index_.failure();
  return false;
}

// What a killed run had on the way is not lost when it is removed.
bool SheetFolder::is_empty() {
  const int again = openat(descriptor_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR* const folder = again < 0 ? nullptr : fdopendir(again);
  if (folder == nullptr) return fail();
  while (const dirent* const entry = readdir(folder)) {
    const std::string_view name = &entry->d_name[0];
    has_files_ = has_files_ || (name != "." && name != ".." && name != kSheetOnTheWay && name != kIndexOnTheWay);
  }
  closedir(folder);
  return !has_files_;
}

void SheetFolder::open_to_compare(const std::string& path) {
  path_ = path;
  compares_ = true;
  descriptor_ = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  index_.open_nowhere();
}

// A file that breaks off is what a failure of power left of this very sheet.
SheetFolder::Found SheetFolder::look_for(const std::string& name, std::string_view html) const {
  const int file = openat(descriptor_, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) return Found::nothing;
  struct stat info {};
  Found found = Found::nothing;
  if (fstat(file, &info) == 0 && S_ISREG(info.st_mode)) {
    const auto size = static_cast<std::size_t>(info.st_size);
    if (size > html.size() || !begins_with(file, html.substr(0, size)))
      found = Found::another;
    else if (size == html.size())
      found = Found::the_same;
  }
  close(file);
  return found;
}

SheetFolder::Placed SheetFolder::put(std::string_view id, std::uint64_t row, std::string_view html) {
  const Placed usual{id.empty() ? sheet_name(id, row) : sheet_name(id), false};
  Placed placed = usual;
  Found found = look_for(placed.name, html);
  const bool taken = found == Found::another || (compares_ && found == Found::nothing);
  if (taken && !id.empty()) {
    placed = {sheet_name(id, row), true};
    found = look_for(placed.name, html);
  }
  if (found == Found::the_same) return placed;
  if (compares_) {
    ++different_;
    return usual;  // a sheet that was changed is no second one, and the list is as it was
  }
  if (!write_whole(placed.name, html)) placed.name.clear();
  return placed;
}

bool SheetFolder::write_whole(const std::string& name, std::string_view html) {
  OutputFile file;
  if (!file.open_new(descriptor_, kSheetOnTheWay) || !file.write(html) || !file.shut()) {
    failure_ = file.failure();
  } else if (renameat(descriptor_, kSheetOnTheWay, descriptor_, name.c_str()) == 0) {
    return true;
  } else {
    fail();
  }
  unlinkat(descriptor_, kSheetOnTheWay, 0);
  return false;
}

bool SheetFolder::append_to_index(std::string_view html) {
  if (index_.write(html)) return true;
  failure_ = index_.failure();
  return false;
}

bool SheetFolder::finish() {
  if (compares_) {
    const bool same = file_sha256(path_ + "/" + std::string(kSheetIndexName)).value_or("") == index_.sha256();
    different_ += same ? 0U : 1U;
    return true;
  }
  // One request for all sheets: asking for each of a thousand would take longer than making them.
  if (syncfs(descriptor_) != 0) return fail();
  const std::string name(kSheetIndexName);
  if (renameat(descriptor_, kIndexOnTheWay, descriptor_, name.c_str()) != 0) return fail();
  return fsync(descriptor_) == 0 || fail();
}

}  // namespace preauth
