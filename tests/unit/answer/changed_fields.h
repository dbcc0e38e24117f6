#pragma once
// A file as a flat list of its values, so that two versions of it can be compared field by field.

#include <map>
#include <string>

namespace preauth::test {

// "benefits.iop.in" → "$5"; elements of lists by number, `{ is = …, … }` by its own keys.
std::map<std::string, std::string> fields_of(const std::string& text);
// The fields that differ, on either side, except those that begin with `path` and the short form of its last part.
std::string other_changes(const std::string& before, const std::string& after, const std::string& path);

}  // namespace preauth::test
