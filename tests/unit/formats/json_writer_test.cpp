#include "formats/json_writer.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

using Shape = JsonWriter::Shape;

TEST_CASE("strings_are_escaped_so_that_the_data_stays_the_same") {
  struct Row {
    std::string name;
    std::string bytes;
    std::string json;
  };
  const std::vector<Row> rows = {
      {"plain", "IOP", "\"IOP\""},
      {"empty", "", "\"\""},
      {"quote and backslash", "a\"b\\c", "\"a\\\"b\\\\c\""},
      {"short escapes", "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
      {"nul, escape, delete", std::string("\0\x1b\x7f", 3), "\"\\u0000\\u001b\\u007f\""},
      {"letters beyond ascii stay", "Pe\u00f1a \u2013 \U0001F600", "\"Pe\u00f1a \u2013 \U0001F600\""},
      {"C1 control", "\u009b", "\"\\u009b\""},
      {"line separators", "\u2028\u2029", "\"\\u2028\\u2029\""},
      {"right-to-left override", "a\u202eb", "\"a\\u202eb\""},
      {"byte order mark", "\uFEFFa", "\"\\ufeffa\""},
      {"stray byte",
       "a\xff"
       "b",
       "\"a\uFFFD"
       "b\""},
      {"cut short", "a\xe2\x80", "\"a\uFFFD\uFFFD\""},
      {"surrogate", "\xed\xa0\x80", "\"\uFFFD\uFFFD\uFFFD\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(json_quoted(row.bytes) == row.json);
  }
}

TEST_CASE("members_stand_on_lines_of_their_own_and_keep_their_order") {
  JsonWriter json;
  json.begin_object();
  json.member("schema", "preauth.test/1");
  json.key("count").number(-3);
  json.key("nothing").null();
  json.key("list").begin_array(Shape::one_line).string("a").boolean(true).raw("1.50").end_array();
  json.key("empty").begin_array().end_array();
  json.key("inner").begin_object().key("deep").boolean(false).end_object();
  json.end_object();
  CHECK(json.take() ==
        "{\n"
        "  \"schema\": \"preauth.test/1\",\n"
        "  \"count\": -3,\n"
        "  \"nothing\": null,\n"
        "  \"list\": [\"a\", true, 1.50],\n"
        "  \"empty\": [],\n"
        "  \"inner\": {\n"
        "    \"deep\": false\n"
        "  }\n"
        "}\n");
}

TEST_CASE("a_value_inside_a_one_line_value_is_on_that_line_too") {
  JsonWriter json;
  json.begin_array();
  json.begin_object(Shape::one_line).key("a").begin_object().key("b").number(1).end_object().end_object();
  json.begin_object(Shape::one_line).end_object();
  json.end_array();
  CHECK(json.take() == "[\n  {\"a\": {\"b\": 1}},\n  {}\n]\n");
}

TEST_CASE("a_one_line_document_has_no_line_break_but_the_last") {
  JsonWriter json(Shape::one_line);
  json.begin_object().key("a").begin_array().number(1).number(2).end_array().member("b", "x\ny").end_object();
  CHECK(json.take() == "{\"a\": [1, 2], \"b\": \"x\\ny\"}\n");
}

TEST_CASE("ten_thousand_characters_pass_unharmed") {
  const std::string text(10'000, 'x');
  CHECK(json_quoted(text) == "\"" + text + "\"");
}

}  // namespace
}  // namespace preauth
