#pragma once
// Catalogue to C++: a header of typed functions and a source of plain string appends. A sentence with a wrong argument
// does not compile, and nothing is parsed when the program runs.

#include <string>
#include <string_view>

#include "generate/catalogue.h"

namespace preauth {

struct GeneratedMessages {
  std::string header;
  std::string source;
};

// `name` is the file's name ("phrases"): its namespace is preauth::msg::phrases, diagnostics go to preauth::diag.
// `translation` is nullptr when there is no Spanish file.
GeneratedMessages emit_messages(std::string_view name, const Catalogue& original, const Catalogue* translation);

}  // namespace preauth
