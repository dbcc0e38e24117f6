#include "formats/toml_text.h"

#include "formats/escape.h"

namespace preauth {
namespace {

bool is_bare(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_' || c == '-';
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
