#pragma once
// Small text questions that have no better home: is it UTF-8, which known word is nearest, how wide is it on a screen.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace preauth {

bool is_valid_utf8(std::string_view bytes);
// Byte offset of the first byte that is not part of valid UTF-8, or bytes.size().
std::size_t first_invalid_utf8(std::string_view bytes);
// Text safe for a terminal: control characters (C0, DEL, C1), bidirectional overrides and invalid bytes become visible
// escapes such as \x1b or \u202e. Tab becomes a space. Newlines are kept only when `keep_newlines`.
std::string printable(std::string_view text, bool keep_newlines = false);
// The known word nearest to `word` by edit distance (with transpositions, case ignored), or empty when none is near.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known);
std::string_view trim(std::string_view text);
std::string lower_ascii(std::string_view text);
// Columns on a terminal: code points, wide East Asian ones counted twice, combining marks not at all.
int display_width(std::string_view text);

}  // namespace preauth
