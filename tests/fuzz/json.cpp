// Any bytes as a JSON object: reading never crashes, a fault has its place in the text, and the members of a sound one,
// written out again, are read as the same members.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "formats/json_reader.h"
#include "formats/json_writer.h"

namespace {

using namespace preauth;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

void check(std::string_view text, JsonArrays arrays) {
  JsonReader reader(arrays);
  const JsonFault fault = reader.read(text);
  require(reader.fault_at() <= text.size());
  if (fault != JsonFault::none) return;
  JsonWriter json(JsonWriter::Shape::one_line);
  json.begin_object();
  for (const JsonMember& member : reader.members()) {
    json.key(member.path);
    if (member.kind == JsonKind::string) {
      json.string(member.value);
    } else {
      json.raw(member.kind == JsonKind::null ? "null" : member.value);
    }
  }
  json.end_object();
  const std::string written = json.take();
  JsonReader again;
  require(again.read(written) == JsonFault::none);
  require(again.members().size() == reader.members().size());
  for (std::size_t i = 0; i < again.members().size(); ++i) {
    require(again.members()[i].path == reader.members()[i].path);
    require(again.members()[i].value == reader.members()[i].value);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(text, JsonArrays::refused);
  check(text, JsonArrays::numbered);
  return 0;
}
