#pragma once
// A place in the tokens of a phrase, and the first problem found there. Readers take tokens or fail; after a failure
// the cursor stands at the end, so that every loop stops and only the first problem is kept.

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "load/phrase.h"
#include "load/phrase_lexer.h"

namespace preauth {

class PhraseCursor {
 public:
  using Kind = PhraseProblem::Kind;

  // `tokens` may be a part of the phrase's tokens; `phrase` is always the whole, for offsets and quotations.
  PhraseCursor(std::string_view phrase, std::span<const Token> tokens);

  const Token& peek(std::size_t ahead = 0) const;
  const Token& previous() const { return at_ == 0 ? tokens_or_end(0) : tokens_or_end(at_ - 1); }
  Token take();
  bool done() const { return peek().kind == TokenKind::end; }
  bool at(TokenKind kind, std::size_t ahead = 0) const { return peek(ahead).kind == kind; }
  bool at(Word word, std::size_t ahead = 0) const { return at(TokenKind::word, ahead) && peek(ahead).word == word; }
  bool at_any(std::initializer_list<Word> words, std::size_t ahead = 0) const;
  bool accept(TokenKind kind);
  bool accept(Word word);
  bool accept_any(std::initializer_list<Word> words);
  void skip_all(std::initializer_list<Word> words);
  // Commas, semicolons, colons, dashes, "+" and "and"; a dash before a number is a minus.
  bool at_separator() const;
  bool at_minus() const;
  void skip_separators();
  bool at_range_sign(std::size_t ahead = 0) const;  // "-", "..", "to"

  std::string_view text(const Token& token) const { return phrase_.substr(token.offset, token.length); }
  std::size_t position() const { return at_; }

  bool failed() const { return problem_.has_value(); }
  const PhraseProblem& problem() const { return *problem_; }  // Pre: failed()
  void fail(Kind kind, const Token& token, std::string detail = {});
  void fail(Kind kind, const Token& first, const Token& last, std::string detail);
  void fail_suggesting(Kind kind, const Token& token, std::string suggestion);
  // The word at hand does not belong here: with a suggestion when it is a misspelling; missing_amount at the end.
  void fail_unexpected();
  // From the token at hand to the end of the phrase.
  void fail_trailing();

 private:
  const Token& tokens_or_end(std::size_t index) const { return index < tokens_.size() ? tokens_[index] : end_; }

  std::string_view phrase_;
  std::span<const Token> tokens_;
  std::size_t at_ = 0;
  Token end_;
  std::optional<PhraseProblem> problem_;
};

// Problems of a phrase that cannot be read at all: nothing in it, or too much.
std::optional<PhraseProblem> find_unreadable(std::string_view phrase, std::span<const Token> tokens);
// Tokens, or none when the phrase is too long to look at.
std::vector<Token> lex_if_short(std::string_view phrase);

// Reads the whole phrase with `read(cursor) -> std::optional<T>`; what it leaves over is trailing text.
template <class T, class Read>
PhraseResult<T> read_phrase(std::string_view phrase, Read read) {
  const std::vector<Token> tokens = lex_if_short(phrase);
  if (const auto unreadable = find_unreadable(phrase, tokens)) return {std::nullopt, {*unreadable}};
  PhraseCursor cursor(phrase, std::span(tokens).first(tokens.size() - 1));
  std::optional<T> value = read(cursor);
  if (!cursor.failed()) cursor.skip_separators();
  if (!cursor.failed() && !cursor.done()) cursor.fail_trailing();
  if (!cursor.failed() && !value) cursor.fail_unexpected();
  if (cursor.failed()) return {std::nullopt, {cursor.problem()}};
  return {std::move(value), {}};
}

}  // namespace preauth
