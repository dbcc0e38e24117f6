// Any bytes as a cost share, a PUF row, a Plan Finder cell, a limit and every single value: reading never crashes,
// problems point into the text, and what is read has a canonical form that reads back to the same meaning.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "load/phrase.h"

namespace {

using namespace preauth;

void require(bool holds) {
  if (!holds) __builtin_trap();
}

template <class T>
void check_places(const PhraseResult<T>& result, std::size_t size) {
  require(!(result.value && !result.problems.empty()));
  for (const PhraseProblem& problem : result.problems) require(problem.offset + problem.length <= size);
}

void check_reads_back(const CostShare& share) {
  const std::string text = canonical(share);
  for (const PhraseContext context :
       {PhraseContext{Wording::puf, false, false}, PhraseContext{Wording::sbc, false, false},
        PhraseContext{Wording::sbc, true, false}}) {
    const PhraseResult<CostShare> again = parse_cost_share(text, context);
    require(again.value && *again.value == share);
  }
}

void check_cost_shares(std::string_view text) {
  for (const PhraseContext context :
       {PhraseContext{Wording::puf, false, true}, PhraseContext{Wording::sbc, false, false}}) {
    const PhraseResult<CostShare> share = parse_cost_share(text, context);
    check_places(share, text.size());
    if (share.value) check_reads_back(*share.value);
    const PhraseResult<SplitPhrase> split = parse_split(text, context);
    check_places(split, text.size());
    if (!split.value) continue;
    const PhraseResult<SplitPhrase> again = parse_split(canonical(*split.value), {Wording::sbc, false, false});
    require(again.value && again.value->office_visit == split.value->office_visit &&
            again.value->other_outpatient == split.value->other_outpatient);
  }
}

void check_cells(std::string_view text) {
  const std::size_t line_end = text.find('\n');
  const std::string_view first = text.substr(0, line_end);
  const std::string_view second = line_end == std::string_view::npos ? "" : text.substr(line_end + 1);
  const PhraseResult<CostShare> joined = parse_puf_columns(first, second, true);
  check_places(joined, first.size() + 1 + second.size());
  if (joined.value) check_reads_back(*joined.value);
  const PhraseResult<NetworkedShares> cell = parse_plan_finder(text);
  check_places(cell, text.size());
  if (!cell.value) return;
  for (const auto& share : {cell.value->in, cell.value->tier2, cell.value->out}) {
    if (share) check_reads_back(*share);
  }
}

void check_limit(std::string_view text) {
  const PhraseResult<LimitPhrase> limit = parse_limit(text);
  check_places(limit, text.size());
  if (!limit.value || limit.value->none) return;
  const LimitRule& rule = limit.value->rule;
  const PhraseResult<LimitPhrase> again = parse_limit(rule.text);
  require(again.value && again.value->rule.text == rule.text && again.value->rule.quantity == rule.quantity &&
          again.value->rule.unit == rule.unit && again.value->rule.period == rule.period);
}

void check_values(std::string_view text) {
  check_places(parse_money(text), text.size());
  check_places(parse_rate(text), text.size());
  check_places(parse_days(text), text.size());
  check_places(parse_penalty(text), text.size());
  check_places(parse_out_method(text), text.size());
  check_places(parse_plan_amount(text), text.size());
  const PhraseResult<Known<PriceText>> price = parse_price(text);
  check_places(price, text.size());
  if (!price.value || !price.value->is_exact()) return;
  const PhraseResult<Known<PriceText>> again = parse_price(canonical(price.value->value()));
  require(again.value && *again.value == *price.value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_cost_shares(text);
  check_cells(text);
  check_limit(text);
  check_values(text);
  return 0;
}
