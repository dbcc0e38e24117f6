#pragma once
// The help texts, made from the option table and the message catalogue.

#include <string>

#include "cli/options.h"
#include "report/text_style.h"

namespace preauth {

// Three commands to try, for somebody who typed the name of the program only.
std::string first_commands(const TextStyle& style);
std::string general_help(const TextStyle& style);
std::string command_help(Command command, const TextStyle& style);
std::string version_line(Lang lang);

}  // namespace preauth
