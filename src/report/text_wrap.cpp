#include "report/text_wrap.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace preauth {
namespace {

// Bytes of the character at the start; a stray continuation byte counts as one character.
std::size_t character_length(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) ++length;
  return length;
}

// Bytes of the longest start that fits into `width` columns.
std::size_t fitting_bytes(std::string_view text, int width) {
  std::size_t bytes = 0;
  int used = 0;
  while (bytes < text.size()) {
    const std::string_view character = text.substr(bytes, character_length(text.substr(bytes)));
    used += display_width(character);
    if (used > width) break;
    bytes += character.size();
  }
  return bytes;
}

class Wrapper {
 public:
  // 2: the widest character
  Wrapper(int first_width, int width) : width_(std::max(first_width, 2)), next_width_(std::max(width, 2)) {}

  void add(std::string_view word) {
    int columns = display_width(word);
    if (!line_.empty() && used_ + 1 + columns > width_) finish();
    if (!line_.empty()) {
      line_ += ' ';
      ++used_;
    }
    while (columns > width_) {
      const std::size_t bytes = fitting_bytes(word, width_);
      line_ = word.substr(0, bytes);
      finish();
      word.remove_prefix(bytes);
      columns = display_width(word);
    }
    line_ += word;
    used_ += columns;
  }

  std::vector<std::string> take() {
    if (!line_.empty() || lines_.empty()) finish();
    return std::move(lines_);
  }

 private:
  void finish() {
    lines_.push_back(std::exchange(line_, {}));
    used_ = 0;
    width_ = next_width_;
  }

  int width_;  // of the line at hand
  int next_width_;
  int used_ = 0;
  std::string line_;
  std::vector<std::string> lines_;
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 29> kAsciiForms = {{{"–", "-"},
                                                                                        {"—", "-"},
                                                                                        {"…", "..."},
                                                                                        {"“", "\""},
                                                                                        {"”", "\""},
                                                                                        {"‘", "'"},
                                                                                        {"’", "'"},
                                                                                        {"×", "x"},
                                                                                        {"§", "section "},
                                                                                        {"≤", "<="},
                                                                                        {"≥", ">="},
                                                                                        {"\u00A0", " "},
                                                                                        // Spanish without its accents
                                                                                        {"á", "a"},
                                                                                        {"é", "e"},
                                                                                        {"í", "i"},
                                                                                        {"ó", "o"},
                                                                                        {"ú", "u"},
                                                                                        {"ü", "u"},
                                                                                        {"ñ", "n"},
                                                                                        {"Á", "A"},
                                                                                        {"É", "E"},
                                                                                        {"Í", "I"},
                                                                                        {"Ó", "O"},
                                                                                        {"Ú", "U"},
                                                                                        {"Ü", "U"},
                                                                                        {"Ñ", "N"},
                                                                                        {"ª", "a"},
                                                                                        {"¿", ""},
                                                                                        {"¡", ""}}};

}  // namespace

std::vector<std::string> wrap(std::string_view text, int width) { return wrap(text, width, width); }

std::vector<std::string> wrap(std::string_view text, int first_width, int width) {
  Wrapper wrapper(first_width, width);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) wrapper.add(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return wrapper.take();
}

std::string shorten(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  return std::string(text.substr(0, fitting_bytes(text, width - 1))) + "…";
}

std::string to_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::string_view character = text.substr(0, character_length(text));
    const auto form = std::find_if(kAsciiForms.begin(), kAsciiForms.end(),
                                   [character](const auto& entry) { return entry.first == character; });
    if (static_cast<unsigned char>(text.front()) < 0x80) {
      out += character;
    } else {
      out += form == kAsciiForms.end() ? "?" : form->second;
    }
    text.remove_prefix(character.size());
  }
  return out;
}

}  // namespace preauth
