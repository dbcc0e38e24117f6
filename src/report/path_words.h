#pragma once
// What a field of a plan or treatment file is about, in words that complete "it depends on …":
// "benefits.iop.same_as" is "which line of the benefit table IOP is paid under".

#include <string>
#include <string_view>

#include "messages/lang.h"

namespace preauth {

// A path without words of its own is shown as it stands.
std::string about_path(Lang lang, std::string_view path);

}  // namespace preauth
