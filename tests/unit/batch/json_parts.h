#pragma once
// A JSON document taken apart as text, for tests that hold one document to parts of another: whatever the white space,
// what is equal has equal bytes.

#include <string>
#include <string_view>
#include <vector>

namespace json_parts {

struct Member {
  std::string name;  // as written, without its quotes
  std::string value;
};

// The document without white space outside its strings.
std::string compact(std::string_view json);
// Of a compact object or array.
std::vector<Member> members(std::string_view object);
std::vector<std::string> elements(std::string_view array);
// The value of a member; empty when there is none.
std::string value(std::string_view object, std::string_view name);
// Whether every member of the first value is in the second, at every depth; lists have the same number of elements.
bool is_part_of(std::string_view part, std::string_view whole);

}  // namespace json_parts
