#include "generate/cpp_text.h"

namespace preauth {

std::string quoted(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
      case '\\':
        literal += '\\';
        literal += c;
        break;
      case '\n':
        literal += "\\n";
        break;
      case '\r':
        literal += "\\r";
        break;
      case '\t':
        literal += "\\t";
        break;
      default:
        literal += c;
        break;
    }
  }
  return literal + "\"";
}

std::string quoted_lines(std::string_view text, std::string_view indent) {
  std::string literal;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
    literal.append(1, '\n').append(indent).append(quoted(text.substr(0, length)));
    text.remove_prefix(length);
  }
  return literal.empty() ? "\"\"" : literal;
}

}  // namespace preauth
