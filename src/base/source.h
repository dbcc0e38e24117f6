#pragma once
// SourceFile keeps the bytes of one input file and finds lines and columns in them; Span is a byte range in one of
// the files of a SourceSet. Diagnostics quote the user's own text through these, and answers are written back by span.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace preauth {

inline constexpr std::int32_t kNoFile = -1;

struct Span {
  std::int32_t file = kNoFile;  // index into SourceSet, or kNoFile: not from a file
  std::uint32_t begin = 0;      // byte offsets, end exclusive
  std::uint32_t end = 0;
  bool is_known() const { return file != kNoFile; }
  friend bool operator==(const Span&, const Span&) = default;
};

struct Position {
  int line = 1;    // from 1
  int column = 1;  // from 1, in code points
};

class SourceFile {
 public:
  SourceFile(std::string name, std::string bytes);
  const std::string& name() const { return name_; }    // as the user typed it; "builtin:…" for library plans
  const std::string& bytes() const { return bytes_; }
  Position position(std::uint32_t offset) const;
  std::string_view line_text(int line) const;          // without the line end
  std::uint32_t line_begin(int line) const;            // byte offset of the first character of a line
  // The byte offset of a line and column (code points); past the end of the line gives its end.
  std::uint32_t offset(Position position) const;

 private:
  std::string name_;
  std::string bytes_;
  std::vector<std::uint32_t> line_begins_;
};

// All files of one run. References stay valid while files are added.
class SourceSet {
 public:
  std::int32_t add(std::string name, std::string bytes);
  const SourceFile& operator[](std::int32_t file) const { return files_[static_cast<std::size_t>(file)]; }
  std::string_view text(Span span) const;
  std::int32_t count() const { return static_cast<std::int32_t>(files_.size()); }

 private:
  std::deque<SourceFile> files_;
};

}  // namespace preauth
