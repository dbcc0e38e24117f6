#pragma once
// A JSON object (RFC 8259) as a flat list of paths and values in the order written: {"client": {"start": "…"}} is
// `client.start`. Strict, because the text may come from anywhere: no duplicate keys, bounded depth, UTF-8 checked.
// Values are views into the text where they have no escapes, so nothing is allocated per value in the usual case.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace preauth {

enum class JsonKind : std::uint8_t { null, boolean, number, string };

struct JsonMember {
  std::string_view path;
  std::string_view value;  // string: decoded; boolean, number: as written; null: empty
  JsonKind kind = JsonKind::null;
};

enum class JsonFault : std::uint8_t { none, syntax, too_deep, array, duplicate_key, bad_text, text_after };

// What an array is: refused, or its elements named by number from 1, as paths of files count ("inputs.1.name").
enum class JsonArrays : std::uint8_t { refused, numbered };

// Reads one object at a time; keeps its room between objects.
class JsonReader {
 public:
  explicit JsonReader(JsonArrays arrays = JsonArrays::refused) : arrays_(arrays) {}
  // The members stay valid until the next read, while `text` lives. After a fault they are those before it, and
  // fault_at() is the byte where it is.
  JsonFault read(std::string_view text);
  const std::vector<JsonMember>& members() const { return members_; }
  std::size_t fault_at() const { return at_; }
  // The value at a path; nullptr when there is none.
  const JsonMember* find(std::string_view path) const;

 private:
  struct Decoded {
    std::string_view text;
    bool valid = false;
  };
  bool fail(JsonFault fault);
  void skip_space();
  bool take(char expected);
  bool read_value(std::string_view path, int depth);
  bool read_object(std::string_view path, int depth);
  bool read_array(std::string_view path, int depth);
  bool read_number(std::string_view path);
  bool read_word(std::string_view path);
  Decoded read_string();
  std::string_view decode(std::string_view quoted, bool& valid);
  std::string_view joined(std::string_view path, std::string_view key);
  std::string_view kept(std::string text);
  void add(std::string_view path, std::string_view value, JsonKind kind);
  bool has_duplicates();

  JsonArrays arrays_;
  JsonFault fault_ = JsonFault::none;
  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<JsonMember> members_;
  std::vector<std::string_view> paths_;  // of all members and objects, to find duplicates
  std::deque<std::string> kept_;         // texts that are not in the input as they stand
};

}  // namespace preauth
