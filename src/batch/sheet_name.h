#pragma once
// The file name of a client's sheet, made from the client's code alone. Two codes never have one name, not on file
// systems that take upper for lower case or one spelling of é for another; no name leaves its folder, is hidden, or
// means something to a shell or a system.

#include <cstdint>
#include <string>
#include <string_view>

namespace preauth {

inline constexpr std::string_view kSheetIndexName = "index.html";

// "sheet-c17.html" of c17, "sheet-=c-17.html" of C-17, "sheet-ana=032=195=177o.html" of "ana ño". A long one keeps its
// beginning and ends with the SHA-256 of the code. Pre: not empty.
std::string sheet_name(std::string_view id);
// "sheet-c17.row-9.html": of a second client with the same code, or, without a code, "sheet.row-9.html".
std::string sheet_name(std::string_view id, std::uint64_t row);

}  // namespace preauth
