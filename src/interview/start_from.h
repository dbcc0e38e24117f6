#pragma once
// A plan to begin from: every figure of it stays, but as an assumption that is still to be confirmed, so that it is
// asked about until the plan's own document says it.

#include <string>
#include <string_view>

#include "base/date.h"
#include "messages/lang.h"

namespace preauth {

struct StartFrom {
  std::string text;  // of a plan file that loads without errors
  std::string name;  // as it is called: "uhc-gold-standard-2026"
};

// The file to put answers into.
std::string marked_start(const StartFrom& start, std::string_view new_id, Date as_of, Lang lang);

}  // namespace preauth
