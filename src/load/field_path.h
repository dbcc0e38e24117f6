#pragma once
// Paths of values in a file, as --set, the columns of batch and worksheets write them: "benefits.iop.same_as",
// "facilities.lakeside.network", "options.iop.steps.1.schedule". Elements of lists of tables go by their id, or by
// their number from 1; a part with other characters stands in quotes.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/toml_doc.h"

namespace preauth {

struct PathPart {
  std::string name;
  Span at;  // of the part, when the path begins the file it was typed into
};

// Empty when it is no path.
std::vector<PathPart> split_path(std::string_view path, std::int32_t file = kNoFile);

// Whether the value of a key is a list of tables; `parent` is the part before it, or the key itself at the top.
bool is_list_key(std::string_view key, std::string_view parent);
// An element's id, or its name when it has no id; empty when it has neither.
std::string_view name_of_element(const Node& element);
// The number that names an element, from 0.
std::optional<std::size_t> parse_element_number(std::string_view text);
// Position of the element in list.items; nothing when there is none of that id or number.
std::optional<std::size_t> find_element(const Node& list, std::string_view name);

// Short forms of a file, and the key that they state: deductible.in = "$2,000" is its individual amount,
// so_far.deductible = "$500" the in-network one, prior_auth = "required" says what is required. Empty: there is none.
std::string_view short_form_of(std::string_view parent, std::string_view part);

}  // namespace preauth
