#include "load/phrase_cursor.h"

#include <algorithm>

#include "base/text.h"

namespace preauth {
namespace {

// Longer "words" are not misspellings, and comparing them would cost time for nothing.
constexpr std::size_t kLongestMisspelling = 24;
constexpr std::size_t kShortestMisspelling = 3;

}  // namespace

PhraseCursor::PhraseCursor(std::string_view phrase, std::span<const Token> tokens) : phrase_(phrase), tokens_(tokens) {
  end_.kind = TokenKind::end;
  end_.offset = tokens.empty() ? phrase.size() : tokens.back().offset + tokens.back().length;
}

const Token& PhraseCursor::peek(std::size_t ahead) const { return failed() ? end_ : tokens_or_end(at_ + ahead); }

Token PhraseCursor::take() {
  const Token token = peek();
  if (!done()) ++at_;
  return token;
}

bool PhraseCursor::at_any(std::initializer_list<Word> words, std::size_t ahead) const {
  return std::any_of(words.begin(), words.end(), [this, ahead](Word word) { return at(word, ahead); });
}

bool PhraseCursor::accept(TokenKind kind) {
  if (done() || !at(kind)) return false;
  ++at_;
  return true;
}

bool PhraseCursor::accept(Word word) {
  if (!at(word)) return false;
  ++at_;
  return true;
}

bool PhraseCursor::accept_any(std::initializer_list<Word> words) {
  if (!at_any(words)) return false;
  ++at_;
  return true;
}

void PhraseCursor::skip_all(std::initializer_list<Word> words) {
  while (accept_any(words)) {
  }
}

bool PhraseCursor::at_separator() const {
  switch (peek().kind) {
    case TokenKind::comma:
    case TokenKind::semicolon:
    case TokenKind::colon:
    case TokenKind::plus:
      return true;
    case TokenKind::dash:
      return !at_minus();
    case TokenKind::word:
      return at(Word::and_);
    case TokenKind::number:
    case TokenKind::dollar:
    case TokenKind::percent:
    case TokenKind::dots:
    case TokenKind::slash:
    case TokenKind::other:
    case TokenKind::end:
      return false;
  }
  return false;
}

// "-$20" and "-20%" after a space or at the start; "$40 - 20%" is two steps.
bool PhraseCursor::at_minus() const {
  const bool before_amount = at(TokenKind::dollar, 1) || at(TokenKind::number, 1);
  if (!at(TokenKind::dash) || !before_amount) return false;
  const bool touches_amount = peek().offset + peek().length == peek(1).offset;
  const bool apart_from_before = at_ == 0 || previous().offset + previous().length < peek().offset;
  return touches_amount && apart_from_before;
}

void PhraseCursor::skip_separators() {
  while (at_separator()) ++at_;
}

bool PhraseCursor::at_range_sign(std::size_t ahead) const {
  return at(TokenKind::dash, ahead) || at(TokenKind::dots, ahead) || at(Word::to, ahead);
}

void PhraseCursor::fail(Kind kind, const Token& token, std::string detail) {
  fail(kind, token, token, std::move(detail));
}

void PhraseCursor::fail(Kind kind, const Token& first, const Token& last, std::string detail) {
  if (failed()) return;
  const std::size_t length = last.offset + last.length - first.offset;
  if (detail.empty()) detail = phrase_.substr(first.offset, length);
  problem_ = PhraseProblem{kind, first.offset, length, std::move(detail), {}};
}

void PhraseCursor::fail_suggesting(Kind kind, const Token& token, std::string suggestion) {
  if (failed()) return;
  fail(kind, token);
  problem_->suggestion = std::move(suggestion);
}

void PhraseCursor::fail_unexpected() {
  const Token token = peek();
  if (token.kind == TokenKind::end) return fail(Kind::missing_amount, previous());
  std::string suggestion;
  const bool may_be_misspelt =
      token.kind == TokenKind::word && token.length >= kShortestMisspelling && token.length <= kLongestMisspelling;
  if (may_be_misspelt && token.word == Word::unknown_word) suggestion = nearest_word(text(token), suggested_words());
  fail_suggesting(Kind::unexpected_word, token, std::move(suggestion));
}

void PhraseCursor::fail_trailing() {
  if (done()) return;
  const Token last = tokens_.back();
  fail(Kind::trailing_text, peek(), last, {});
}

std::optional<PhraseProblem> find_unreadable(std::string_view phrase, std::span<const Token> tokens) {
  if (phrase.size() > kLongestPhrase) {
    return PhraseProblem{PhraseProblem::Kind::too_long, kLongestPhrase, phrase.size() - kLongestPhrase, {}, {}};
  }
  const bool empty = std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == TokenKind::end || token.kind == TokenKind::comma || token.kind == TokenKind::semicolon;
  });
  if (empty) return PhraseProblem{PhraseProblem::Kind::empty, 0, phrase.size(), {}, {}};
  return std::nullopt;
}

std::vector<Token> lex_if_short(std::string_view phrase) {
  return phrase.size() > kLongestPhrase ? std::vector<Token>{} : lex_phrase(phrase);
}

}  // namespace preauth
