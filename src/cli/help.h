#pragma once
// The help texts, made from the option table and the message catalogue.

#include <string>

#include "cli/options.h"
#include "report/text_style.h"

namespace preauth {

std::string general_help(const TextStyle& style);
std::string command_help(Command command, const TextStyle& style);
std::string version_line(Lang lang);

}  // namespace preauth
