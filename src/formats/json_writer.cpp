#include "formats/json_writer.h"

#include <cassert>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "formats/escape.h"

namespace preauth {
namespace {

// The code point of a two or three byte sequence at the start of valid UTF-8; others need no escape and give 0.
unsigned decode_short(std::string_view bytes) {
  const auto at = [bytes](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])); };
  if (at(0) >= 0xC0 && at(0) < 0xE0) return ((at(0) & 0x1FU) << 6U) | (at(1) & 0x3FU);
  if (at(0) >= 0xE0 && at(0) < 0xF0) {
    return ((at(0) & 0x0FU) << 12U) | ((at(1) & 0x3FU) << 6U) | (at(2) & 0x3FU);
  }
  return 0;
}

// C1 controls, line separators and characters that reorder text: the same data when escaped, harmless on a terminal.
bool is_hidden(unsigned code) {
  return (code >= 0x80 && code <= 0x9F) || (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x206F) || code == 0x61C || code == 0xFEFF;
}

void append_valid(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      append_escaped(out, text[at++]);
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    const std::string_view character = text.substr(at, end - at);
    const unsigned code = decode_short(character);
    if (is_hidden(code)) {
      out += fmt::format("\\u{:04x}", code);
    } else {
      out += character;
    }
    at = end;
  }
}

}  // namespace

std::string json_quoted(std::string_view bytes) {
  std::string out = "\"";
  while (!bytes.empty()) {
    const std::size_t valid = first_invalid_utf8(bytes);
    append_valid(out, bytes.substr(0, valid));
    if (valid == bytes.size()) break;
    out += "\uFFFD";
    bytes.remove_prefix(valid + 1);
  }
  out += '"';
  return out;
}

void JsonWriter::separate() {
  if (open_.empty()) return;
  Open& parent = open_.back();
  if (!parent.empty) out_ += ',';
  if (!parent.one_line) {
    out_ += '\n';
    out_.append(open_.size() * 2, ' ');
  } else if (!parent.empty) {
    out_ += ' ';
  }
  parent.empty = false;
}

void JsonWriter::begin_value() {
  if (!after_key_) separate();
  after_key_ = false;
}

void JsonWriter::begin(char bracket, Shape shape) {
  begin_value();
  out_ += bracket;
  const bool inside_line = document_ == Shape::one_line || (!open_.empty() && open_.back().one_line);
  open_.push_back({inside_line || shape == Shape::one_line, true});
}

void JsonWriter::end(char bracket) {
  assert(!open_.empty() && !after_key_);
  const Open closed = open_.back();
  open_.pop_back();
  if (!closed.empty && !closed.one_line) {
    out_ += '\n';
    out_.append(open_.size() * 2, ' ');
  }
  out_ += bracket;
}

JsonWriter& JsonWriter::begin_object(Shape shape) {
  begin('{', shape);
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  end('}');
  return *this;
}

JsonWriter& JsonWriter::begin_array(Shape shape) {
  begin('[', shape);
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  end(']');
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  assert(!open_.empty() && !after_key_);
  separate();
  out_ += json_quoted(name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view bytes) { return raw(json_quoted(bytes)); }

JsonWriter& JsonWriter::number(std::int64_t value) { return raw(fmt::format("{}", value)); }

JsonWriter& JsonWriter::boolean(bool value) { return raw(value ? "true" : "false"); }

JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  begin_value();
  out_ += json;
  return *this;
}

std::string JsonWriter::take() {
  assert(open_.empty());
  out_ += '\n';
  return std::exchange(out_, {});
}

}  // namespace preauth
