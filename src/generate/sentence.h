#pragma once
// Splits "Starts {start:date}, {n:count} {n|visit|visits}." into pieces. A literal brace is written {{ or }}.

#include "generate/catalogue.h"

namespace preauth {

// Pre: node is a string. Problems point at the brace.
Sentence read_sentence(const Node& node, const SourceSet& sources, Diagnostics& diagnostics);
// Adds the sentence's arguments that are not there yet. Reports one name used with two types.
void collect_arguments(const Sentence& sentence, std::vector<Argument>& arguments, Diagnostics& diagnostics);
// True for a name that can stand in C++ as it is.
bool is_identifier(std::string_view name);
// True for a translation of more than three words that is the original itself: somebody forgot it.
bool is_left_as_it_was(std::string_view original, std::string_view translation);

}  // namespace preauth
