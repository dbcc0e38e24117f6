#include "load/phrase_lexer.h"

#include <algorithm>
#include <array>
#include <string>

namespace preauth {
namespace {

constexpr std::int64_t kMillion = 1'000'000;
constexpr int kMostDecimals = 6;
// One dollar more than a file may state, so that the readers and not the lexer draw the line.
constexpr std::int64_t kLargestWhole = 1'000'000'000'001;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

enum class GlyphKind : std::uint8_t { space, ignored, dash, joining_hyphen, apostrophe, dots };

// Characters outside ASCII that pasted phrases hold, as UTF-8.
struct Glyph {
  std::string_view bytes;
  GlyphKind kind;
};
constexpr std::array<Glyph, 29> kGlyphs = {{
    {"\xC2\xA0", GlyphKind::space},
    {"\xE2\x80\xAF", GlyphKind::space},
    {"\xE2\x80\x82", GlyphKind::space},
    {"\xE2\x80\x83", GlyphKind::space},
    {"\xE2\x80\x87", GlyphKind::space},
    {"\xE2\x80\x89", GlyphKind::space},
    {"\xE3\x80\x80", GlyphKind::space},
    {"\xE2\x80\x8B", GlyphKind::ignored},
    {"\xEF\xBB\xBF", GlyphKind::ignored},
    {"\xC2\xAD", GlyphKind::ignored},
    {"\xE2\x80\x9C", GlyphKind::ignored},
    {"\xE2\x80\x9D", GlyphKind::ignored},
    {"\xE2\x80\x98", GlyphKind::apostrophe},
    {"\xE2\x80\x99", GlyphKind::apostrophe},
    {"\xE2\x80\xA0", GlyphKind::ignored},
    {"\xE2\x80\xA1", GlyphKind::ignored},
    {"\xC2\xB9", GlyphKind::ignored},
    {"\xC2\xB2", GlyphKind::ignored},
    {"\xC2\xB3", GlyphKind::ignored},
    {"\xC2\xAE", GlyphKind::ignored},
    {"\xE2\x84\xA2", GlyphKind::ignored},
    {"\xE2\x80\x90", GlyphKind::joining_hyphen},
    {"\xE2\x80\x91", GlyphKind::joining_hyphen},
    {"\xE2\x80\x92", GlyphKind::dash},
    {"\xE2\x80\x93", GlyphKind::dash},
    {"\xE2\x80\x94", GlyphKind::dash},
    {"\xE2\x80\x95", GlyphKind::dash},
    {"\xE2\x88\x92", GlyphKind::dash},
    {"\xE2\x80\xA6", GlyphKind::dots},
}};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) read_one();
    push(TokenKind::end, text_.size(), 0);
    return std::move(tokens_);
  }

 private:
  char look(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  const Glyph* glyph() const {
    const std::string_view rest = text_.substr(at_);
    const auto found = std::find_if(kGlyphs.begin(), kGlyphs.end(),
                                    [rest](const Glyph& known) { return rest.starts_with(known.bytes); });
    return found == kGlyphs.end() ? nullptr : &*found;
  }
  void push(TokenKind kind, std::size_t offset, std::size_t length) {
    Token token;
    token.kind = kind;
    token.offset = offset;
    token.length = length;
    tokens_.push_back(token);
  }
  void take(TokenKind kind, std::size_t length) {
    push(kind, at_, length);
    at_ += length;
  }

  void read_one() {
    const char c = look();
    if (is_letter(c)) return read_word();
    if (is_digit(c) || (c == '.' && is_digit(look(1)))) return read_number();
    if (static_cast<unsigned char>(c) >= 0x80) return read_glyph();
    read_sign(c);
  }

  void read_sign(char c) {
    switch (c) {
      case '$':
        return take(TokenKind::dollar, 1);
      case '%':
        return take(TokenKind::percent, 1);
      case '-':
        return take(TokenKind::dash, 1);
      case '/':
        return take(TokenKind::slash, 1);
      case ';':
        return take(TokenKind::semicolon, 1);
      case ':':
        return take(TokenKind::colon, 1);
      case '&':
      case '+':
        return take(TokenKind::plus, 1);
      case ',':
      case '(':
      case ')':
      case '[':
      case ']':
        return take(TokenKind::comma, 1);
      case '.':
        if (look(1) == '.') return take(TokenKind::dots, look(2) == '.' ? 3 : 2);
        [[fallthrough]];  // a full stop ends an abbreviation or the phrase
      case ' ':
      case '\t':
      case '\n':
      case '\r':
      case '"':
      case '\'':
      case '*':
        ++at_;
        return;  // a footnote mark
      default:
        return take(TokenKind::other, 1);
    }
  }

  void read_glyph() {
    const Glyph* known = glyph();
    if (known == nullptr) return take(TokenKind::other, length_of_unknown());
    switch (known->kind) {
      case GlyphKind::dash:
      case GlyphKind::joining_hyphen:
        return take(TokenKind::dash, known->bytes.size());
      case GlyphKind::dots:
        return take(TokenKind::dots, known->bytes.size());
      case GlyphKind::space:
      case GlyphKind::ignored:
      case GlyphKind::apostrophe:
        at_ += known->bytes.size();
    }
  }

  // A whole code point where it is one, so that the caret covers what is seen.
  std::size_t length_of_unknown() const {
    std::size_t length = 1;
    while (length < 4 && (static_cast<unsigned char>(look(length)) & 0xC0U) == 0x80U) ++length;
    return length;
  }

  // How many bytes at `at_` join two letters of one word: "co-pay", "doesn't"; 0 when nothing does.
  std::size_t length_of_joint() const {
    std::size_t length = 0;
    if (look() == '-' || look() == '\'') length = 1;
    if (static_cast<unsigned char>(look()) >= 0x80) {
      const Glyph* known = glyph();
      const bool joins = known != nullptr && (known->kind == GlyphKind::joining_hyphen ||
                                              known->kind == GlyphKind::apostrophe || known->bytes == "\xC2\xAD");
      if (joins) length = known->bytes.size();
    }
    return length > 0 && is_letter(look(length)) ? length : 0;
  }

  void read_word() {
    const std::size_t begin = at_;
    std::string lower;
    while (is_letter(look()) || length_of_joint() > 0) {
      if (is_letter(look())) {
        lower += to_lower(look());
        ++at_;
      } else {
        at_ += length_of_joint();
      }
    }
    const std::size_t length = at_ - begin;
    if (text_.substr(at_).starts_with("(s)")) at_ += 3;  // "Visit(s)"
    push_word(lower, begin, length);
  }

  void push_word(const std::string& lower, std::size_t begin, std::size_t length) {
    if (const int number = find_number_word(lower); number > 0) {
      push(TokenKind::number, begin, length);
      tokens_.back().millionths = number * kMillion;
      return;
    }
    if (lower == "percent") return push(TokenKind::percent, begin, length);
    const Word word = find_word(lower);
    if (word == Word::unknown_word && split_joined(begin, length)) return;
    if (word == Word::filler) return;
    push(TokenKind::word, begin, length);
    tokens_.back().word = word;
  }

  // "Mon-Fri" and "day-visit" are two words and a dash; tried only when the joined word is not known.
  bool split_joined(std::size_t begin, std::size_t length) {
    const std::string_view whole = text_.substr(begin, length);
    const std::size_t dash = whole.find('-');
    if (dash == std::string_view::npos) return false;
    const Word left = find_word(lower_letters(whole.substr(0, dash)));
    const Word right = find_word(lower_letters(whole.substr(dash + 1)));
    if (left == Word::unknown_word || right == Word::unknown_word) return false;
    push(TokenKind::word, begin, dash);
    tokens_.back().word = left;
    push(TokenKind::dash, begin + dash, 1);
    push(TokenKind::word, begin + dash + 1, length - dash - 1);
    tokens_.back().word = right;
    return true;
  }
  static std::string lower_letters(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
    return lower;
  }

  void read_number() {
    const std::size_t begin = at_;
    Token token;
    token.kind = TokenKind::number;
    token.offset = begin;
    std::int64_t whole = read_whole(token);
    std::int64_t fraction = 0;
    if (look() == '.' && is_digit(look(1))) fraction = read_fraction(token);
    if (look() == '.' && is_digit(look(1))) {  // "1.2.3"
      token.fault = NumberFault::malformed;
      while (is_digit(look()) || (look() == '.' && is_digit(look(1)))) ++at_;
    }
    token.millionths = whole * kMillion + fraction;
    token.length = at_ - begin;
    tokens_.push_back(token);
  }

  // Digits with commas between groups of three; a comma followed by anything else ends the number.
  std::int64_t read_whole(Token& token) {
    std::int64_t whole = 0;
    while (is_digit(look()) || at_thousands_comma()) {
      if (look() == ',') {
        ++at_;
        continue;
      }
      whole = std::min(whole * 10 + (look() - '0'), kLargestWhole);
      ++at_;
    }
    if (look() == ',' && is_digit(look(1)) && is_digit(look(2)) && is_digit(look(3))) {  // "1,0000"
      token.fault = NumberFault::malformed;
      while (is_digit(look()) || (look() == ',' && is_digit(look(1)))) ++at_;
    }
    if (whole >= kLargestWhole && token.fault == NumberFault::none) token.fault = NumberFault::too_large;
    return whole;
  }
  bool at_thousands_comma() const {
    return look() == ',' && is_digit(look(1)) && is_digit(look(2)) && is_digit(look(3)) && !is_digit(look(4));
  }

  std::int64_t read_fraction(Token& token) {
    ++at_;
    std::int64_t fraction = 0;
    for (; is_digit(look()); ++at_) {
      ++token.decimals;
      if (token.decimals <= kMostDecimals) fraction = fraction * 10 + (look() - '0');
    }
    for (int i = token.decimals; i < kMostDecimals; ++i) fraction *= 10;
    return fraction;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> lex_phrase(std::string_view phrase) { return Lexer(phrase).run(); }

}  // namespace preauth
