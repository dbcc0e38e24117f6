#pragma once
// The plan and treatment files that rows name, each read and parsed once and shared by all threads. A row may name a
// plan of the library or of the user's own folder, or a file below the base folder; a path that leads out of it, by
// "..", as an absolute path or through a link, is refused.

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "load/plan_loader.h"
#include "load/toml_doc.h"

namespace preauth {

// A file's bytes under the name that diagnostics show.
struct NamedText {
  std::string name;
  std::string text;
};
// How a file is read, and how a plan is found by its name alone; nothing and a diagnostic when it cannot.
struct FileAccess {
  std::function<std::optional<NamedText>(const std::string& path, Diagnostics&)> read_file;
  std::function<std::optional<NamedText>(const std::string& name, Diagnostics&)> read_plan_name;
};

// A file as parsed; immutable once made. With problems there is no root.
struct CaseFile {
  NamedText source;
  std::string sha256;
  FileKind kind = FileKind::unknown;
  std::optional<Node> root;
  Diagnostics problems;
};

// What a stamp says about a file that was used.
struct UsedFile {
  std::string name;  // as a row names it
  std::string sha256;
};

class CaseFiles {
 public:
  CaseFiles(std::string base_folder, FileAccess access);
  // The file, with its problems when it cannot be used. Never null. Safe from any thread.
  std::shared_ptr<const CaseFile> find(std::string_view name);
  // How many different files were used so far; grows while the run goes on.
  std::size_t count_used() const { return count_used_.load(std::memory_order_acquire); }
  // From the one of that index on, in the order of first use.
  std::vector<UsedFile> used_from(std::size_t first) const;

 private:
  std::shared_ptr<const CaseFile> load(const std::string& name) const;
  std::optional<NamedText> read(const std::string& name, Diagnostics& problems) const;
  bool is_inside(const std::string& path) const;

  std::string base_folder_;
  FileAccess access_;
  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const CaseFile>, std::less<>> files_;
  std::map<std::string, std::string, std::less<>> known_;  // every name used so far, and its SHA-256
  std::vector<UsedFile> used_;
  std::atomic<std::size_t> count_used_{0};
};

}  // namespace preauth
