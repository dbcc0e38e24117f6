// A whole cost-share phrase, and the two columns of a PUF row.

#include <algorithm>
#include <string>

#include "base/text.h"
#include "load/phrase_draft.h"

namespace preauth {
namespace {

using Kind = PhraseProblem::Kind;

bool states_no_step(std::string_view column) {
  const std::string text = lower_ascii(trim(column));
  return text.empty() || text == "not applicable" || text == "(blank)";
}

// A copay that goes before the deductible and a rate that comes after it are one order.
std::optional<Known<DeductibleOrder>> join_orders(const TierDraft& copay, const TierDraft& rate, PhraseCursor& cursor) {
  if (!copay.order || !rate.order) return copay.order ? copay.order : rate.order;
  if (*copay.order == *rate.order || *copay.order == Known(DeductibleOrder::copay_first)) return copay.order;
  cursor.fail(Kind::contradiction, cursor.previous());
  return std::nullopt;
}

// The second column's step added to the first's; "No Charge" there is a rate of nothing.
void join_steps(TierDraft& copay, const TierDraft& rate, PhraseCursor& cursor) {
  copay.order = join_orders(copay, rate, cursor);
  const bool states_copay = rate.step.copay && *rate.step.copay != Known(Money());
  const bool two_of_one = states_copay || copay.step.rate || !copay.bands.empty() || !rate.bands.empty();
  if (two_of_one) return cursor.fail(Kind::contradiction, cursor.previous());
  copay.step.rate = rate.step.rate;
}

ShareDraft join(ShareDraft copay, const ShareDraft& rate, PhraseCursor& cursor) {
  if (!copay.covered) return copay;
  if (!rate.covered) return rate;
  if (copay.tiers.size() == 1 && rate.tiers.size() == 1) {
    join_steps(copay.tiers[0], rate.tiers[0], cursor);
  } else {
    cursor.fail(Kind::contradiction, cursor.previous());
  }
  return copay;
}

// Both columns as one text, so that every token keeps its place in it.
class Columns {
 public:
  Columns(std::string_view copay, std::string_view coinsurance)
      : text_(std::string(copay) + " " + std::string(coinsurance)) {
    if (!states_no_step(copay)) add(0, copay.size());
    if (!states_no_step(coinsurance)) add(copay.size() + 1, coinsurance.size());
  }

  PhraseResult<CostShare> read(PhraseContext context) {
    if (const auto unreadable = find_unreadable(text_, {})) {
      if (unreadable->kind == Kind::too_long) return {std::nullopt, {*unreadable}};
    }
    std::optional<ShareDraft> joined;
    PhraseCursor end(text_, tokens_);  // problems of both columns together are shown at the last word
    while (!end.done()) end.take();
    for (const std::span<const Token> column : spans()) {
      PhraseCursor cursor(text_, column);
      std::optional<ShareDraft> draft = read_share_draft(cursor);
      if (!cursor.failed()) cursor.fail_trailing();
      if (cursor.failed()) return {std::nullopt, {cursor.problem()}};
      joined = joined ? join(*joined, *draft, end) : *draft;
    }
    if (!joined) return {};
    std::optional<CostShare> share = finish_share(*joined, context, end);
    if (end.failed()) return {std::nullopt, {end.problem()}};
    return {std::move(share), {}};
  }

 private:
  void add(std::size_t offset, std::size_t length) {
    std::vector<Token> tokens = lex_if_short(std::string_view(text_).substr(offset, length));
    if (!tokens.empty()) tokens.pop_back();  // the end
    for (Token& token : tokens) token.offset += offset;
    counts_.push_back(tokens.size());
    tokens_.insert(tokens_.end(), tokens.begin(), tokens.end());
  }
  std::vector<std::span<const Token>> spans() const {
    std::vector<std::span<const Token>> result;
    std::size_t begin = 0;
    for (const std::size_t count : counts_) {
      result.push_back(std::span(tokens_).subspan(begin, count));
      begin += count;
    }
    return result;
  }

  std::string text_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> counts_;
};

}  // namespace

PhraseResult<CostShare> parse_cost_share(std::string_view phrase, PhraseContext context) {
  return read_phrase<CostShare>(phrase, [context](PhraseCursor& cursor) -> std::optional<CostShare> {
    const std::optional<ShareDraft> draft = read_share_draft(cursor);
    if (!draft) return std::nullopt;
    return finish_share(*draft, context, cursor);
  });
}

PhraseResult<CostShare> parse_puf_columns(std::string_view copay, std::string_view coinsurance, bool out_of_network) {
  return Columns(copay, coinsurance).read({Wording::puf, false, out_of_network});
}

}  // namespace preauth
