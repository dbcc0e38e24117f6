#pragma once
// A Listing is a table meant for every format at once: the plans, levels, limits and prices the program carries, or one
// plan in plain words. Builders are in plan_listings.h and reference_listings.h; here are its renderers.

#include <cstdint>
#include <string>
#include <vector>

#include "formats/csv_writer.h"
#include "report/text_style.h"

namespace preauth {

struct Cell {
  enum class Kind : std::uint8_t { text, number, boolean, none };  // of the JSON value; none: null
  Kind kind = Kind::text;
  std::string value;  // for machines: id, "319.38", "true"
  std::string shown;  // for people; the value when empty
};

Cell text_cell(std::string_view text);
// None when the text is empty.
Cell optional_cell(std::string_view text);
Cell number_cell(std::int64_t number);
Cell boolean_cell(bool value, std::string_view shown);
// An id or amount with its form for people.
Cell shown_cell(std::string_view value, std::string_view shown);

struct ListingColumn {
  enum class Place : std::uint8_t {
    table,    // in every format
    data,     // JSON, CSV and Markdown only: too much for a screen
    footnote  // in text a number that points to a list of sources below
  };
  std::string key;   // of JSON and CSV
  std::string head;  // for people
  Place place = Place::table;
  bool right = false;
};

struct Listing {
  std::string schema;   // "preauth.levels/1"
  std::string version;  // of the data; empty: none
  std::string items;    // JSON key of the rows: "levels"
  std::string title;
  std::vector<ListingColumn> columns;
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> notes;  // sentences below
  std::string flexible;            // key of the column that wraps
  bool stacked = false;            // in text: blocks, not columns
};

std::string listing_text(const Listing& listing, const TextStyle& style);
std::string listing_json(const Listing& listing);
std::string listing_csv(const Listing& listing, CsvGuard guard);
std::string listing_md(const Listing& listing);

}  // namespace preauth
