#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"

namespace preauth {
namespace {

// An excerpt never takes more columns than these, so that with its gutter it fits a terminal of 80.
constexpr int kMostColumns = 72;
constexpr int kMostBefore = 24;
constexpr int kMostMarked = 40;
constexpr std::string_view kCut = "...";

struct Paint {
  std::string_view bold;
  std::string_view error;
  std::string_view warning;
  std::string_view note;
  std::string_view mark;
  std::string_view off;
};
constexpr Paint kPlain{};
constexpr Paint kColored{"\x1b[1m", "\x1b[1;31m", "\x1b[1;35m", "\x1b[1;36m", "\x1b[1;32m", "\x1b[0m"};

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return {};
}

std::string_view color_of(Severity severity, const Paint& paint) {
  switch (severity) {
    case Severity::error:
      return paint.error;
    case Severity::warning:
      return paint.warning;
    case Severity::note:
      return paint.note;
  }
  return {};
}

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

// The longest beginning of printable text that is at most `columns` wide.
std::string_view beginning(std::string_view text, int columns) {
  std::size_t end = 0;
  for (std::size_t at = 1; at <= text.size(); ++at) {
    if (at < text.size() && !starts_code_point(text[at])) continue;
    if (display_width(text.substr(0, at)) > columns) break;
    end = at;
  }
  return text.substr(0, end);
}

std::string_view ending(std::string_view text, int columns) {
  std::size_t begin = 0;
  while (begin < text.size() && (!starts_code_point(text[begin]) || display_width(text.substr(begin)) > columns)) {
    ++begin;
  }
  return text.substr(begin);
}

std::string cut_end(std::string_view text, int columns) {
  if (display_width(text) <= columns) return std::string(text);
  return std::string(beginning(text, columns - static_cast<int>(kCut.size()))).append(kCut);
}

std::string cut_begin(std::string_view text, int columns) {
  if (display_width(text) <= columns) return std::string(text);
  return std::string(kCut).append(ending(text, columns - static_cast<int>(kCut.size())));
}

// A line in three parts, safe for a terminal: what stands before the place, the place, what comes after.
struct Excerpt {
  std::string before;
  std::string marked;
  std::string after;
};

Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end) {
  // Only so much of a line can be shown; a line of megabytes is not to be escaped and measured whole.
  constexpr std::size_t kMostBytes = 1'024;
  const std::size_t from = begin > kMostBytes ? begin - kMostBytes : 0;
  Excerpt excerpt{printable(line.substr(from, begin - from)),
                  printable(line.substr(begin, std::min(end - begin, kMostBytes))),
                  printable(line.substr(end, kMostBytes))};
  const int whole = display_width(excerpt.before) + display_width(excerpt.marked) + display_width(excerpt.after);
  if (whole <= kMostColumns) return excerpt;
  excerpt.marked = cut_end(excerpt.marked, kMostMarked);
  const int room = kMostColumns - display_width(excerpt.marked);
  excerpt.before = cut_begin(excerpt.before, std::max(kMostBefore, room - display_width(excerpt.after)));
  excerpt.after = cut_end(excerpt.after, room - display_width(excerpt.before));
  return excerpt;
}

void append_excerpt(std::string& out, const SourceFile& file, Span at, const Paint& paint) {
  const Position place = file.position(at.begin);
  const std::string_view line = file.line_text(place.line);
  if (line.empty()) return;
  const std::size_t begin = std::min<std::size_t>(at.begin - file.line_begin(place.line), line.size());
  const std::size_t span = at.end > at.begin ? at.end - at.begin : 0;
  const std::size_t end = std::min(begin + span, line.size());
  const Excerpt excerpt = excerpt_of(line, begin, end);
  const int indent = display_width(excerpt.before);
  const int marks = std::max(display_width(excerpt.marked), 1);
  out += fmt::format("{:>5} | {}{}{}\n", place.line, excerpt.before, excerpt.marked, excerpt.after);
  out += fmt::format("{:>5} | {:>{}}{}^{:~>{}}{}\n", "", "", indent, paint.mark, "", marks - 1, paint.off);
}

void append_message(std::string& out, Severity severity, Span at, std::string_view message, std::string_view id,
                    const SourceSet& sources, const Paint& paint) {
  std::string place = "preauth";
  if (at.is_known()) {
    const Position position = sources[at.file].position(at.begin);
    place = fmt::format("{}:{}:{}", printable(sources[at.file].name()), position.line, position.column);
  }
  out += fmt::format("{}{}:{} {}{}:{} {}", paint.bold, place, paint.off, color_of(severity, paint), word(severity),
                     paint.off, printable(message));
  if (!id.empty()) out += fmt::format(" [{}]", id);
  out += '\n';
  if (at.is_known()) append_excerpt(out, sources[at.file], at, paint);
}

auto place_key(const Diagnostic& diagnostic) {
  return std::tuple(diagnostic.at.file, diagnostic.at.begin, diagnostic.severity, std::string_view(diagnostic.id));
}

}  // namespace

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  if (diagnostic.severity == Severity::warning) ++warnings_;
  if (all_.size() < kMost) {
    all_.push_back(std::move(diagnostic));
  } else {
    ++left_out_;
  }
}

void Diagnostics::sort_by_place() {
  std::stable_sort(all_.begin(), all_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return place_key(a) < place_key(b); });
}

std::string render(const Diagnostic& diagnostic, const SourceSet& sources, bool color) {
  const Paint& paint = color ? kColored : kPlain;
  std::string out;
  append_message(out, diagnostic.severity, diagnostic.at, diagnostic.message, diagnostic.id, sources, paint);
  if (!diagnostic.help.empty()) {
    out += fmt::format("{}help:{} {}\n", paint.bold, paint.off, printable(diagnostic.help, true));
  }
  for (const RelatedPlace& related : diagnostic.related) {
    append_message(out, Severity::note, related.at, related.text, {}, sources, paint);
  }
  return out;
}

}  // namespace preauth
