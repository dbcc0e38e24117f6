// Cells of the Medicare Plan Finder: several networks in one cell, each with a cost share.

#include <array>

#include "load/phrase_draft.h"

namespace preauth {
namespace {

using Kind = PhraseProblem::Kind;

struct Part {
  Network network = Network::in;
  std::span<const Token> tokens;
};

// The network that a label at `at` names and how many tokens it takes: "In-network:", "Tier 2 ;", "Out-of-network:".
struct NetworkLabel {
  std::optional<Network> network;
  std::size_t length = 0;
};

NetworkLabel find_label(std::span<const Token> tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.kind != TokenKind::word) return {};
  if (token.word == Word::in_network) return {Network::in, 1};
  if (token.word == Word::out_of_network) return {Network::out, 1};
  const bool numbered = token.word == Word::tier && at + 1 < tokens.size() && tokens[at + 1].kind == TokenKind::number;
  if (!numbered) return {};
  constexpr std::int64_t kSecond = 2'000'000;
  return {tokens[at + 1].millionths == kSecond ? Network::tier2 : Network::in, 2};
}

std::vector<Part> split_networks(std::span<const Token> tokens) {
  std::vector<Part> parts;
  std::size_t begin = 0;
  Network network = Network::in;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const NetworkLabel label = find_label(tokens, at);
    if (!label.network) continue;
    parts.push_back({network, tokens.subspan(begin, at - begin)});
    network = *label.network;
    at += label.length - 1;
    begin = at + 1;
  }
  parts.push_back({network, tokens.subspan(begin)});
  return parts;
}

bool states_nothing(std::span<const Token> tokens) {
  for (const Token& token : tokens) {
    const bool separator =
        token.kind == TokenKind::semicolon || token.kind == TokenKind::comma || token.kind == TokenKind::colon;
    if (!separator) return false;
  }
  return true;
}

bool is_zero(const Known<Money>& money) { return money.is_exact() && money.value().is_zero(); }
bool is_zero(const Known<Rate>& rate) { return rate.is_exact() && rate.value().is_zero(); }

// Plan Finder lists a copay and a rate side by side when some services have the one and some the other.
bool mixes_kinds(const ShareDraft& draft) {
  if (draft.tiers.size() != 1) return false;
  const StepDraft& step = draft.tiers[0].step;
  return step.copay && step.rate && !(is_zero(*step.copay) && is_zero(*step.rate));
}

std::optional<CostShare> read_part(PhraseCursor& cursor) {
  const std::optional<ShareDraft> draft = read_share_draft(cursor);
  if (!draft) return std::nullopt;
  if (mixes_kinds(*draft)) {
    cursor.fail(Kind::cannot_model, draft->tiers[0].step.begin, cursor.previous(),
                "a copay for some services and coinsurance for others, without saying for which");
  }
  if (!cursor.failed()) cursor.fail_trailing();
  if (cursor.failed()) return std::nullopt;
  return finish_share(*draft, {Wording::sbc, false}, cursor);
}

std::optional<CostShare>& share_of_network(NetworkedShares& shares, Network network) {
  switch (network) {
    case Network::in:
      return shares.in;
    case Network::tier2:
      return shares.tier2;
    case Network::out:
      return shares.out;
  }
  return shares.in;
}

}  // namespace

PhraseResult<NetworkedShares> parse_plan_finder(std::string_view cell) {
  const std::vector<Token> tokens = lex_if_short(cell);
  const std::optional<PhraseProblem> unreadable = find_unreadable(cell, tokens);
  if (unreadable && unreadable->kind == Kind::empty) return {NetworkedShares{}, {}};
  if (unreadable) return {std::nullopt, {*unreadable}};
  NetworkedShares shares;
  for (const Part& part : split_networks(std::span(tokens).first(tokens.size() - 1))) {
    if (states_nothing(part.tokens)) continue;
    PhraseCursor cursor(cell, part.tokens);
    std::optional<CostShare>& share = share_of_network(shares, part.network);
    if (share) cursor.fail(Kind::contradiction, part.tokens.front(), part.tokens.back(), {});
    if (!cursor.failed()) share = read_part(cursor);
    if (cursor.failed()) return {std::nullopt, {cursor.problem()}};
  }
  return {std::move(shares), {}};
}

}  // namespace preauth
