#pragma once
// What to type instead of a word that the command line does not know: the word that is spelled most like it, or where
// the words that it knows are listed. Each is the help line of a diagnostic.

#include <string>
#include <string_view>

namespace preauth {

std::string command_advice(std::string_view word);
std::string option_advice(std::string_view word);  // "--fromat=json"
std::string topic_advice(std::string_view word);
// Of a file that stands where the command belongs, told by its name.
std::string file_advice(std::string_view file);

}  // namespace preauth
