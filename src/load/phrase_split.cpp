// Two benefits in one cell of a Summary of Benefits: "$35 office visit and 20% other outpatient".

#include <algorithm>

#include "load/phrase_draft.h"

namespace preauth {
namespace {

using Tokens = std::vector<Token>;

bool is_word(const Token& token, Word word) { return token.kind == TokenKind::word && token.word == word; }

// "$40", "20%", "10-30%", "no charge", "not covered"; not "no deductible" and not "first 3 visits".
bool begins_amount(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.kind == TokenKind::dollar || is_word(token, Word::nothing)) return true;
  if (at + 1 == tokens.size()) return false;
  const Token& next = tokens[at + 1];
  if (token.kind == TokenKind::number) return next.kind != TokenKind::word;
  if (is_word(token, Word::not_)) return is_word(next, Word::covered);
  return is_word(token, Word::no) && !is_word(next, Word::deductible);
}

std::size_t find_amount(const Tokens& tokens, std::size_t from) {
  while (from < tokens.size() && !begins_amount(tokens, from)) ++from;
  return from;
}

std::optional<std::size_t> find_word(const Tokens& tokens, Word word) {
  const auto found = std::find_if(tokens.begin(), tokens.end(), [word](const Token& t) { return is_word(t, word); });
  if (found == tokens.end()) return std::nullopt;
  return static_cast<std::size_t>(found - tokens.begin());
}

// The words around "other" that only name the benefit: "for all other outpatient services".
struct Label {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Label widen_other(const Tokens& tokens, std::size_t at) {
  Label label{at, at + 1};
  while (label.begin > 0 &&
         (is_word(tokens[label.begin - 1], Word::all) || is_word(tokens[label.begin - 1], Word::for_))) {
    --label.begin;
  }
  const auto names_benefit = [](const Token& token) {
    return is_word(token, Word::outpatient) || is_word(token, Word::service) || is_word(token, Word::visit) ||
           is_word(token, Word::item) || is_word(token, Word::place) || is_word(token, Word::coverage);
  };
  while (label.end < tokens.size() && names_benefit(tokens[label.end])) ++label.end;
  return label;
}

// "office visit" before its amount is a label; after it ("$35 copay/office visit") "visit" is the copay's unit and
// stays.
Label widen_office(const Tokens& tokens, std::size_t at, bool label_first) {
  Label label{at, at + 1};
  if (at > 0 && is_word(tokens[at - 1], Word::outpatient)) label.begin = at - 1;
  if (at > 0 && is_word(tokens[at - 1], Word::for_)) label.begin = at - 1;
  const bool with_visit = label_first || label.begin < at;
  if (with_visit && label.end < tokens.size() && is_word(tokens[label.end], Word::visit)) ++label.end;
  return label;
}

Tokens without(const Tokens& tokens, std::size_t begin, std::size_t end, Label label) {
  Tokens kept;
  for (std::size_t i = begin; i < end; ++i) {
    if (i < label.begin || i >= label.end) kept.push_back(tokens[i]);
  }
  return kept;
}

// Where the second benefit's part begins: at its label when labels come first, else at the first amount after the
// first label.
std::size_t find_border(const Tokens& tokens, Label first, Label second, bool label_first) {
  if (label_first) return second.begin;
  return std::min(find_amount(tokens, first.end), second.begin);
}

PhraseResult<CostShare> read_part(std::string_view phrase, const Tokens& tokens, PhraseContext context) {
  PhraseCursor cursor(phrase, tokens);
  std::optional<CostShare> share;
  if (const auto draft = read_share_draft(cursor)) share = finish_share(*draft, context, cursor);
  if (!cursor.failed()) cursor.skip_separators();
  if (!cursor.failed() && !cursor.done()) cursor.fail_trailing();
  if (cursor.failed()) return {std::nullopt, {cursor.problem()}};
  return {std::move(share), {}};
}

}  // namespace

PhraseResult<SplitPhrase> parse_split(std::string_view phrase, PhraseContext context) {
  Tokens tokens = lex_if_short(phrase);
  if (find_unreadable(phrase, tokens)) return {};
  tokens.pop_back();  // the end
  const std::optional<std::size_t> office_at = find_word(tokens, Word::office);
  const std::optional<std::size_t> other_at = find_word(tokens, Word::other);
  if (!office_at || !other_at) return {};
  const bool label_first = std::min(*office_at, *other_at) < find_amount(tokens, 0);
  const Label office = widen_office(tokens, *office_at, label_first);
  const Label other = widen_other(tokens, *other_at);
  const bool office_first = *office_at < *other_at;
  const std::size_t border =
      office_first ? find_border(tokens, office, other, label_first) : find_border(tokens, other, office, label_first);
  const Tokens office_part =
      office_first ? without(tokens, 0, border, office) : without(tokens, border, tokens.size(), office);
  const Tokens other_part =
      office_first ? without(tokens, border, tokens.size(), other) : without(tokens, 0, border, other);
  const PhraseResult<CostShare> office_share = read_part(phrase, office_part, context);
  const PhraseResult<CostShare> other_share = read_part(phrase, other_part, context);
  if (office_share.value && other_share.value) return {SplitPhrase{*office_share.value, *other_share.value}, {}};
  PhraseResult<SplitPhrase> result;
  result.problems = office_share.problems;
  result.problems.insert(result.problems.end(), other_share.problems.begin(), other_share.problems.end());
  return result;
}

}  // namespace preauth
