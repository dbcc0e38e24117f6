#pragma once
// What a field of a plan or treatment file is about, in words that complete "it depends on …":
// "benefits.iop.same_as" is "which line of the benefit table IOP is paid under".

#include <string>
#include <string_view>

#include "messages/lang.h"

namespace preauth {

// A path without words of its own is shown as it stands.
// In a sentence about one option, `own_option` is its id: what stands in its own steps is not placed again.
std::string about_path(Lang lang, std::string_view path, std::string_view own_option = {});

}  // namespace preauth
