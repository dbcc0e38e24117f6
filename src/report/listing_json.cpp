#include "formats/json_writer.h"
#include "report/listing.h"

namespace preauth {
namespace {

void write_cell(JsonWriter& json, const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::text:
      json.string(cell.value);
      return;
    case Cell::Kind::number:
    case Cell::Kind::boolean:
      json.raw(cell.value);
      return;
    case Cell::Kind::none:
      json.null();
      return;
  }
}

}  // namespace

std::string listing_json(const Listing& listing) {
  JsonWriter json;
  json.begin_object().member("schema", listing.schema);
  if (!listing.version.empty()) json.member("version", listing.version);
  json.key(listing.items).begin_array();
  for (const std::vector<Cell>& row : listing.rows) {
    json.begin_object(JsonWriter::Shape::one_line);
    for (std::size_t c = 0; c < row.size(); ++c) {
      json.key(listing.columns[c].key);
      write_cell(json, row[c]);
    }
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace preauth
