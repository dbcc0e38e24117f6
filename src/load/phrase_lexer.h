#pragma once
// A plan phrase as tokens with byte offsets. What PDFs put into pasted text is evened out here: non-breaking spaces,
// dashes of any length, curly quotes, footnote marks and full stops at the end of words. Linear in the phrase's length.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "load/phrase_words.h"

namespace preauth {

inline constexpr std::size_t kLongestPhrase = 2'000;  // bytes; longer ones are refused unread

enum class TokenKind : std::uint8_t {
  word,
  number,
  dollar,
  percent,
  dash,
  dots,
  slash,
  comma,
  semicolon,
  colon,
  plus,
  other,
  end
};

enum class NumberFault : std::uint8_t { none, malformed, too_large };

struct Token {
  TokenKind kind = TokenKind::end;
  Word word = Word::unknown_word;
  NumberFault fault = NumberFault::none;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::int64_t millionths = 0;  // value of a number: "12.5" is 12,500,000
  int decimals = 0;             // digits stated after the point
};

// Parentheses count as commas. The last token is always `end`.
std::vector<Token> lex_phrase(std::string_view phrase);

}  // namespace preauth
