#include "formats/json_reader.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

// "path=value" per member; null is "path!".
std::vector<std::string> members_of(const std::string& text, JsonArrays arrays = JsonArrays::refused) {
  JsonReader reader(arrays);
  REQUIRE(reader.read(text) == JsonFault::none);
  std::vector<std::string> found;
  for (const JsonMember& member : reader.members()) {
    const bool null = member.kind == JsonKind::null;
    found.push_back(std::string(member.path) + (null ? "!" : "=" + std::string(member.value)));
  }
  return found;
}

using Texts = std::vector<std::string>;

TEST_CASE("an_object_is_a_flat_list_of_paths_in_the_order_written") {
  CHECK(members_of("{}") == Texts{});
  CHECK(members_of(R"({"id": "C-1", "client.age": 34, "x": null})") == Texts{"id=C-1", "client.age=34", "x!"});
  CHECK(members_of(R"({"so_far":{"deductible":{"in":"$900"}},"b":true})") ==
        Texts{"so_far.deductible.in=$900", "b=true"});
  CHECK(members_of(" \t{ \"a\" : -1.5e3 } \r\n") == Texts{"a=-1.5e3"});
}

TEST_CASE("escapes_are_decoded") {
  CHECK(members_of(R"({"a":"\"\\\/\n\u00e9\u20AC\ud83d\ude00"})") == Texts{"a=\"\\/\n\u00e9\u20AC\U0001F600"});
  CHECK(members_of(R"({"\u0061":"b"})") == Texts{"a=b"});
}

TEST_CASE("lists_are_numbered_where_they_are_wanted") {
  CHECK(members_of(R"({"a":[{"n":1},{"n":2}],"b":[]})", JsonArrays::numbered) == Texts{"a.1.n=1", "a.2.n=2"});
}

TEST_CASE("what_is_no_object_is_refused_by_kind") {
  struct Case {
    std::string text;
    JsonFault fault;
  };
  const std::vector<Case> cases = {
      {"", JsonFault::syntax},
      {"[]", JsonFault::syntax},
      {"{", JsonFault::syntax},
      {R"({"a")", JsonFault::syntax},
      {R"({"a":})", JsonFault::syntax},
      {R"({"a":1,})", JsonFault::syntax},
      {R"({"a":01})", JsonFault::syntax},
      {R"({"a":1.})", JsonFault::syntax},
      {R"({"a":+1})", JsonFault::syntax},
      {R"({"a":tru})", JsonFault::syntax},
      {R"({a:1})", JsonFault::syntax},
      {"{\"a\":\"b", JsonFault::syntax},
      {"{\"a\":\"b\\", JsonFault::syntax},
      {"{\"a\":\"b\n\"}", JsonFault::syntax},
      {R"({"a":"\x"})", JsonFault::bad_text},
      {R"({"a":"\u12g4"})", JsonFault::bad_text},
      {R"({"a":"\ud800"})", JsonFault::bad_text},
      {R"({"a":"\udc00"})", JsonFault::bad_text},
      {"{\"a\":\"\xff\"}", JsonFault::bad_text},
      {R"({"a":1} x)", JsonFault::text_after},
      {R"({"a":[1]})", JsonFault::array},
      {R"({"a":1,"a":2})", JsonFault::duplicate_key},
      {R"({"a":{"b":1},"a.b":2})", JsonFault::duplicate_key},
      {R"({"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":{}}}}}}}}})", JsonFault::too_deep},
  };
  JsonReader reader;
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(reader.read(test.text) == test.fault);
  }
}

TEST_CASE("a_key_that_stands_twice_is_found_among_many") {
  std::string text = "{";
  for (int i = 0; i < 40; ++i) text += "\"k" + std::to_string(i) + "\":1,";
  JsonReader reader;
  CHECK(reader.read(text + "\"last\":1}") == JsonFault::none);
  CHECK(reader.read(text + "\"k7\":1}") == JsonFault::duplicate_key);
}

}  // namespace
}  // namespace preauth
