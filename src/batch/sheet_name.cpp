#include "batch/sheet_name.h"

#include <fmt/format.h>

#include "base/sha256.h"

namespace preauth {
namespace {

constexpr std::string_view kBegin = "sheet";
constexpr std::string_view kEnd = ".html";
// With the beginning, a digest, a row number and what a writer adds for the time being this stays below 143 bytes, the
// shortest limit of a file system in use (eCryptfs).
constexpr std::size_t kLongest = 80;
constexpr std::size_t kShownOfLong = 32;

bool is_plain(char c) { return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-' || c == '_'; }

// A capital is "=" and its small letter, any other byte "=" and its value in three digits: no two codes are alike,
// since neither is a plain character and the two begin differently.
void append_coded(std::string& out, char c) {
  if (is_plain(c)) {
    out += c;
  } else if ('A' <= c && c <= 'Z') {
    out += {'=', static_cast<char>(c - 'A' + 'a')};
  } else {
    out += fmt::format("={:03}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
}

// A full stop stands in no coded id, so what follows it cannot be part of one.
std::string coded(std::string_view id) {
  std::string text;
  std::string start;
  for (const char c : id) {
    append_coded(text, c);
    if (text.size() <= kShownOfLong) start = text;
    if (text.size() > kLongest) return start + ".sha-" + sha256_hex(id);
  }
  return text;
}

std::string beginning(std::string_view id) {
  return id.empty() ? std::string(kBegin) : fmt::format("{}-{}", kBegin, coded(id));
}

}  // namespace

std::string sheet_name(std::string_view id) { return fmt::format("{}{}", beginning(id), kEnd); }

std::string sheet_name(std::string_view id, std::uint64_t row) {
  return fmt::format("{}.row-{}{}", beginning(id), row, kEnd);
}

}  // namespace preauth
