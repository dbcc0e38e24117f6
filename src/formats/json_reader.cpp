#include "formats/json_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace preauth {
namespace {

constexpr int kMostDepth = 8;

bool is_digit(char c) { return '0' <= c && c <= '9'; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if ('a' <= c && c <= 'f') return c - 'a' + 10;
  if ('A' <= c && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The four digits of \uXXXX; -1 when they are none.
int code_unit(std::string_view digits) {
  constexpr std::size_t kDigits = 4;
  if (digits.size() < kDigits) return -1;
  int code = 0;
  for (const char c : digits.substr(0, kDigits)) {
    if (hex_value(c) < 0) return -1;
    code = code * 16 + hex_value(c);
  }
  return code;
}

void append_utf8(std::string& out, unsigned code) {
  const auto put = [&out](unsigned byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80U) return put(code);
  if (code < 0x800U) {
    put(0xC0U | (code >> 6U));
  } else {
    if (code < 0x10000U) {
      put(0xE0U | (code >> 12U));
    } else {
      put(0xF0U | (code >> 18U));
      put(0x80U | ((code >> 12U) & 0x3FU));
    }
    put(0x80U | ((code >> 6U) & 0x3FU));
  }
  put(0x80U | (code & 0x3FU));
}

char plain_escape(char c) {
  constexpr std::string_view kNames = "\"\\/bfnrt";
  constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
  const std::size_t index = kNames.find(c);
  return index == std::string_view::npos ? '\0' : kValues[index];
}

// Appends the character of the \u escape at the beginning of `rest` ("u00e9…", without the backslash); how many bytes
// it takes, 0 when it is none.
std::size_t append_unicode(std::string& out, std::string_view rest) {
  constexpr std::size_t kUnit = 5;  // u and four digits
  const int first = code_unit(rest.substr(1));
  if (first < 0 || (first >= 0xDC00 && first <= 0xDFFF)) return 0;
  if (first < 0xD800 || first > 0xDBFF) {
    append_utf8(out, static_cast<unsigned>(first));
    return kUnit;
  }
  const std::string_view second_half = rest.substr(std::min(kUnit, rest.size()));
  if (!second_half.starts_with("\\u")) return 0;
  const int second = code_unit(second_half.substr(2));
  if (second < 0xDC00 || second > 0xDFFF) return 0;
  append_utf8(out,
              0x10000U + ((static_cast<unsigned>(first) - 0xD800U) << 10U) + (static_cast<unsigned>(second) - 0xDC00U));
  return 2 * kUnit + 1;
}

// Length of the number at the beginning of the text, 0 when there is none.
std::size_t number_length(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at - begin;
  };
  const bool zero_first = at < text.size() && text[at] == '0';
  const std::size_t whole = digits();
  if (whole == 0 || (zero_first && whole > 1)) return 0;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (digits() == 0) return 0;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (digits() == 0) return 0;
  }
  return at;
}

}  // namespace

JsonFault JsonReader::read(std::string_view text) {
  text_ = text;
  at_ = 0;
  fault_ = JsonFault::none;
  members_.clear();
  paths_.clear();
  kept_.clear();
  if (const std::size_t invalid = first_invalid_utf8(text); invalid != text.size()) {
    at_ = invalid;
    return JsonFault::bad_text;
  }
  skip_space();
  if (!take('{')) {
    fail(JsonFault::syntax);
    return fault_;
  }
  if (!read_object({}, 1)) return fault_;
  skip_space();
  if (at_ != text_.size()) return JsonFault::text_after;
  return has_duplicates() ? JsonFault::duplicate_key : JsonFault::none;
}

const JsonMember* JsonReader::find(std::string_view path) const {
  const auto found =
      std::find_if(members_.begin(), members_.end(), [path](const JsonMember& member) { return member.path == path; });
  return found == members_.end() ? nullptr : &*found;
}

bool JsonReader::fail(JsonFault fault) {
  if (fault_ == JsonFault::none) fault_ = fault;
  return false;
}

void JsonReader::skip_space() {
  while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
}

bool JsonReader::take(char expected) {
  if (at_ >= text_.size() || text_[at_] != expected) return false;
  ++at_;
  return true;
}

// After its opening brace.
bool JsonReader::read_object(std::string_view path, int depth) {
  skip_space();
  if (take('}')) return true;
  do {
    skip_space();
    if (!take('"')) return fail(JsonFault::syntax);
    const Decoded key = read_string();
    if (!key.valid) return false;
    skip_space();
    if (!take(':')) return fail(JsonFault::syntax);
    const std::string_view inner = joined(path, key.text);
    paths_.push_back(inner);
    if (!read_value(inner, depth)) return false;
    skip_space();
  } while (take(','));
  return take('}') || fail(JsonFault::syntax);
}

// After its opening bracket.
bool JsonReader::read_array(std::string_view path, int depth) {
  skip_space();
  if (take(']')) return true;
  std::size_t count = 0;
  do {
    if (!read_value(joined(path, kept(std::to_string(++count))), depth)) return false;
    skip_space();
  } while (take(','));
  return take(']') || fail(JsonFault::syntax);
}

bool JsonReader::read_value(std::string_view path, int depth) {
  skip_space();
  if (at_ >= text_.size()) return fail(JsonFault::syntax);
  if (take('"')) {
    const Decoded string = read_string();
    if (string.valid) add(path, string.text, JsonKind::string);
    return string.valid;
  }
  if (text_[at_] == '[' && arrays_ == JsonArrays::refused) return fail(JsonFault::array);
  if ((text_[at_] == '{' || text_[at_] == '[') && depth >= kMostDepth) return fail(JsonFault::too_deep);
  if (take('{')) return read_object(path, depth + 1);
  if (take('[')) return read_array(path, depth + 1);
  return text_[at_] == '-' || is_digit(text_[at_]) ? read_number(path) : read_word(path);
}

bool JsonReader::read_number(std::string_view path) {
  const std::size_t length = number_length(text_.substr(at_));
  if (length == 0) return fail(JsonFault::syntax);
  add(path, text_.substr(at_, length), JsonKind::number);
  at_ += length;
  return true;
}

bool JsonReader::read_word(std::string_view path) {
  for (const std::string_view word : {"true", "false", "null"}) {
    if (!text_.substr(at_).starts_with(word)) continue;
    word == "null" ? add(path, {}, JsonKind::null) : add(path, text_.substr(at_, word.size()), JsonKind::boolean);
    at_ += word.size();
    return true;
  }
  return fail(JsonFault::syntax);
}

// After its opening quote.
JsonReader::Decoded JsonReader::read_string() {
  const std::size_t begin = at_;
  bool escaped = false;
  while (at_ < text_.size() && text_[at_] != '"') {
    if (static_cast<unsigned char>(text_[at_]) < 0x20) break;
    if (text_[at_] == '\\') {
      escaped = true;
      ++at_;
    }
    ++at_;
  }
  if (at_ >= text_.size() || text_[at_] != '"') {
    at_ = std::min(at_, text_.size());
    fail(JsonFault::syntax);
    return {};
  }
  const std::string_view raw = text_.substr(begin, at_ - begin);
  bool valid = true;
  const std::string_view text = escaped ? decode(raw, valid) : raw;
  if (!valid) {
    at_ = begin;
    fail(JsonFault::bad_text);
    return {};
  }
  ++at_;
  return {text, true};
}

std::string_view JsonReader::decode(std::string_view quoted, bool& valid) {
  std::string text;
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    if (quoted[i] != '\\') {
      text += quoted[i];
      continue;
    }
    ++i;  // read_string saw to it that something follows
    if (quoted[i] == 'u') {
      const std::size_t taken = append_unicode(text, quoted.substr(i));
      valid = valid && taken > 0;
      i += taken > 0 ? taken - 1 : 0;
    } else {
      const char c = plain_escape(quoted[i]);
      valid = valid && c != '\0';
      text += c;
    }
  }
  return kept(std::move(text));
}

std::string_view JsonReader::joined(std::string_view path, std::string_view key) {
  if (path.empty()) return key;
  std::string text(path);
  text += '.';
  text += key;
  return kept(std::move(text));
}

std::string_view JsonReader::kept(std::string text) { return kept_.emplace_back(std::move(text)); }

void JsonReader::add(std::string_view path, std::string_view value, JsonKind kind) {
  members_.push_back({path, value, kind});
}

bool JsonReader::has_duplicates() {
  constexpr std::size_t kFewPaths = 16;  // below, comparing each with each is quicker than sorting
  if (paths_.size() > kFewPaths) {
    std::sort(paths_.begin(), paths_.end());
    return std::adjacent_find(paths_.begin(), paths_.end()) != paths_.end();
  }
  for (std::size_t i = 1; i < paths_.size(); ++i) {
    const auto end = paths_.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(paths_.begin(), end, paths_[i]) != end) return true;
  }
  return false;
}

}  // namespace preauth
