#include "base/source.h"

#include <algorithm>
#include <utility>

namespace preauth {
namespace {

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

SourceFile::SourceFile(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {
  line_begins_.push_back(0);
  for (std::size_t i = 0; i < bytes_.size(); ++i) {
    if (bytes_[i] == '\n') line_begins_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

Position SourceFile::position(std::uint32_t offset) const {
  const std::uint32_t end = std::min(offset, static_cast<std::uint32_t>(bytes_.size()));
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), end);
  const std::uint32_t begin = *(after - 1);
  const auto first = bytes_.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto column = std::count_if(first, bytes_.begin() + static_cast<std::ptrdiff_t>(end), starts_code_point);
  return {static_cast<int>(after - line_begins_.begin()), static_cast<int>(column) + 1};
}

std::uint32_t SourceFile::line_begin(int line) const {
  const std::size_t index = static_cast<std::size_t>(std::max(line, 1)) - 1;
  return index < line_begins_.size() ? line_begins_[index] : static_cast<std::uint32_t>(bytes_.size());
}

std::string_view SourceFile::line_text(int line) const {
  const std::size_t begin = line_begin(line);
  std::string_view rest = std::string_view(bytes_).substr(begin);
  rest = rest.substr(0, rest.find('\n'));
  if (!rest.empty() && rest.back() == '\r') rest.remove_suffix(1);
  return rest;
}

std::uint32_t SourceFile::offset(Position position) const {
  const std::string_view text = line_text(position.line);
  std::size_t byte = 0;
  for (int column = 1; column < position.column && byte < text.size(); ++column) {
    do {
      ++byte;
    } while (byte < text.size() && !starts_code_point(text[byte]));
  }
  return line_begin(position.line) + static_cast<std::uint32_t>(byte);
}

std::int32_t SourceSet::add(std::string name, std::string bytes) {
  files_.emplace_back(std::move(name), std::move(bytes));
  return count() - 1;
}

std::string_view SourceSet::text(Span span) const {
  if (!span.is_known()) return {};
  const std::string_view bytes = (*this)[span.file].bytes();
  const std::size_t begin = std::min<std::size_t>(span.begin, bytes.size());
  return bytes.substr(begin, std::max<std::size_t>(span.end, begin) - begin);
}

}  // namespace preauth
