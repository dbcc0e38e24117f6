#pragma once
// JsonWriter appends JSON to a string, piece by piece, in the order it is told: keys come out as they go in. Strings
// are escaped in full (controls, line separators, characters that reorder text), invalid UTF-8 becomes U+FFFD. Numbers
// are whole or given as text; money is written as a string by the caller. Nesting mistakes are ours and are asserted.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace preauth {

// Bytes as a JSON string, quotes included.
std::string json_quoted(std::string_view bytes);

class JsonWriter {
 public:
  enum class Shape : std::uint8_t { lines, one_line };  // members on lines of their own, or all on one line

  // `shape` holds for every value; one_line gives a whole document without line breaks (NDJSON).
  explicit JsonWriter(Shape shape = Shape::lines) : document_(shape) {}

  // Everything inside a one_line value is on that line too.
  JsonWriter& begin_object(Shape shape = Shape::lines);
  JsonWriter& end_object();
  JsonWriter& begin_array(Shape shape = Shape::lines);
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view bytes);
  JsonWriter& number(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  // Text that is already JSON, such as a number with its own digits.
  JsonWriter& raw(std::string_view json);

  // key() and a value in one.
  JsonWriter& member(std::string_view name, std::string_view bytes) { return key(name).string(bytes); }

  // The document with a line end. Pre: every object and array is closed.
  std::string take();

 private:
  struct Open {
    bool one_line = false;
    bool empty = true;
  };
  void begin(char bracket, Shape shape);
  void end(char bracket);
  void begin_value();
  void separate();

  Shape document_;
  std::string out_;
  std::vector<Open> open_;
  bool after_key_ = false;
};

}  // namespace preauth
