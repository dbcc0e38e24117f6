#include "report/listing.h"

namespace preauth {

Cell text_cell(std::string_view text) { return {Cell::Kind::text, std::string(text), {}}; }

Cell optional_cell(std::string_view text) {
  return {text.empty() ? Cell::Kind::none : Cell::Kind::text, std::string(text), {}};
}

Cell number_cell(std::int64_t number) { return {Cell::Kind::number, std::to_string(number), {}}; }

Cell boolean_cell(bool value, std::string_view shown) {
  return {Cell::Kind::boolean, value ? "true" : "false", std::string(shown)};
}

Cell shown_cell(std::string_view value, std::string_view shown) {
  return {Cell::Kind::text, std::string(value), std::string(shown)};
}

}  // namespace preauth
