#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

namespace preauth {
namespace {

// One decoded code point; length 0 means the byte at hand is not part of valid UTF-8.
struct Decoded {
  std::uint32_t code = 0;
  std::size_t length = 0;
};

std::uint32_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

std::size_t length_by_first_byte(std::uint32_t first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  if (first >= 0xF0 && first <= 0xF4) return 4;
  return 0;
}

// The smallest code point of each length: a longer spelling of a smaller one is not valid.
constexpr std::array<std::uint32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};

Decoded decode(std::string_view bytes, std::size_t at) {
  const std::uint32_t first = byte_at(bytes, at);
  const std::size_t length = length_by_first_byte(first);
  if (length == 1) return {first, 1};
  if (length == 0 || bytes.size() - at < length) return {};
  std::uint32_t code = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const std::uint32_t next = byte_at(bytes, at + i);
    if ((next & 0xC0U) != 0x80U) return {};
    code = (code << 6U) | (next & 0x3FU);
  }
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < kSmallest[length] || code > 0x10FFFF || surrogate) return {};
  return {code, length};
}

struct CodeRange {
  std::uint32_t first;
  std::uint32_t last;
};

template <std::size_t N>
bool in_ranges(const std::array<CodeRange, N>& ranges, std::uint32_t code) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [code](CodeRange range) { return range.first <= code && code <= range.last; });
}

// Characters that reorder, hide or break text on a terminal.
constexpr std::array<CodeRange, 8> kInvisible = {{{0x61C, 0x61C},
                                                  {0x200B, 0x200F},
                                                  {0x2028, 0x202E},
                                                  {0x2060, 0x2060},
                                                  {0x2066, 0x206F},
                                                  {0xFEFF, 0xFEFF},
                                                  {0xFFF9, 0xFFFB},
                                                  {0xE0000, 0xE007F}}};

// Unicode 15 East Asian Width W and F, joined into blocks.
constexpr std::array<CodeRange, 14> kWide = {{{0x1100, 0x115F},
                                              {0x231A, 0x231B},
                                              {0x2E80, 0x303E},
                                              {0x3041, 0x33FF},
                                              {0x3400, 0x4DBF},
                                              {0x4E00, 0x9FFF},
                                              {0xA000, 0xA4CF},
                                              {0xA960, 0xA97F},
                                              {0xAC00, 0xD7A3},
                                              {0xF900, 0xFAFF},
                                              {0xFE30, 0xFE6F},
                                              {0xFF01, 0xFF60},
                                              {0x1F300, 0x1FAFF},
                                              {0x20000, 0x3FFFD}}};

constexpr std::array<CodeRange, 12> kZeroWidth = {{{0x300, 0x36F},
                                                   {0x483, 0x489},
                                                   {0x591, 0x5BD},
                                                   {0x610, 0x61A},
                                                   {0x64B, 0x65F},
                                                   {0x93C, 0x93C},
                                                   {0x1AB0, 0x1AFF},
                                                   {0x1DC0, 0x1DFF},
                                                   {0x200B, 0x200F},
                                                   {0x20D0, 0x20FF},
                                                   {0xFE00, 0xFE0F},
                                                   {0xFE20, 0xFE2F}}};

void append_escape(std::string& out, char kind, std::uint32_t value, int digits) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '\\';
  out += kind;
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
    out += kHex[(value >> static_cast<unsigned>(shift)) & 0xFU];
}

bool is_control(std::uint32_t code) { return code < 0x20 || (code >= 0x7F && code <= 0x9F); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours each cost one.
int edit_distance(std::string_view a, std::string_view b) {
  std::vector<int> before_last(b.size() + 1);
  std::vector<int> last(b.size() + 1);
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int substitution = last[j - 1] + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
      row[j] = std::min({row[j - 1] + 1, last[j] + 1, substitution});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

// Bytes of ASCII at the beginning, eight at a time, because that is what nearly all input is.
std::size_t leading_ascii(std::string_view bytes) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::size_t at = 0;
  for (std::uint64_t word = 0; at + sizeof word <= bytes.size(); at += sizeof word) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80U) ++at;
  return at;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    at += leading_ascii(bytes.substr(at));
    if (at == bytes.size()) return at;
    const std::size_t length = decode(bytes, at).length;
    if (length == 0) return at;
    at += length;
  }
  return at;
}

bool is_valid_utf8(std::string_view bytes) { return first_invalid_utf8(bytes) == bytes.size(); }

std::string printable(std::string_view text, bool keep_newlines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded found = decode(text, at);
    const std::size_t length = std::max<std::size_t>(found.length, 1);
    if (found.length == 0) {
      append_escape(out, 'x', byte_at(text, at), 2);
    } else if (found.code == '\t') {
      out += ' ';
    } else if (found.code == '\n' && keep_newlines) {
      out += '\n';
    } else if (is_control(found.code)) {
      append_escape(out, 'x', found.code, 2);
    } else if (in_ranges(kInvisible, found.code)) {
      found.code > 0xFFFF ? append_escape(out, 'U', found.code, 8) : append_escape(out, 'u', found.code, 4);
    } else {
      out += text.substr(at, length);
    }
    at += length;
  }
  return out;
}

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known) {
  constexpr std::size_t kLongestWord = 64;  // longer ones are not typing mistakes, and the cost grows with the square
  std::string_view nearest;
  int smallest = 4;  // three mistakes at most, and at most one in three letters
  for (const std::string_view candidate : known) {
    const std::size_t longer = std::max(word.size(), candidate.size());
    if (longer > kLongestWord) continue;
    const int distance = edit_distance(word, candidate);
    if (distance < smallest && distance <= static_cast<int>(longer / 3)) {
      smallest = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded found = decode(text, at);
    at += std::max<std::size_t>(found.length, 1);
    if (found.length != 0 && in_ranges(kZeroWidth, found.code)) continue;
    width += found.length != 0 && in_ranges(kWide, found.code) ? 2 : 1;
  }
  return width;
}

}  // namespace preauth
