#include "formats/toml_text.h"

#include <fmt/format.h>

namespace preauth {
namespace {

bool is_bare(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_' || c == '-';
}

void append_escaped(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  constexpr unsigned char kFirstPrintable = 0x20;
  constexpr unsigned char kDelete = 0x7F;
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      if (byte < kFirstPrintable || byte == kDelete) {
        out += fmt::format("\\u{:04X}", byte);
      } else {
        out += c;
      }
  }
}

}  // namespace

std::string toml_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) append_escaped(out, c);
  return out + "\"";
}

std::string toml_key(std::string_view name) {
  for (const char c : name) {
    if (!is_bare(c)) return toml_quoted(name);
  }
  return name.empty() ? "\"\"" : std::string(name);
}

}  // namespace preauth
