#include "report/explain_fold.h"

#include <algorithm>

#include "report/rule_words.h"

namespace preauth {
namespace {

bool same_adjustment(const Adjustment& a, const Adjustment& b) {
  return a.group == b.group && a.code == b.code && a.rule == b.rule && a.amount == b.amount;
}

bool decided_alike(const ExplainedLine& a, const ExplainedLine& b) {
  const Adjudication& x = a.result;
  const Adjudication& y = b.result;
  if (a.run != b.run || a.line.step != b.line.step || a.line.benefit != b.line.benefit) return false;
  if (a.line.network != b.line.network || x.benefit_year != y.benefit_year || !(x.amounts == y.amounts)) return false;
  if (x.adjustment_count != y.adjustment_count) return false;
  for (std::size_t i = 0; i < x.adjustment_count; ++i) {
    if (!same_adjustment(x.adjustments[i], y.adjustments[i]) || a.provisions[i] != b.provisions[i]) return false;
  }
  return true;
}

std::uint8_t weekday_bit(const ExplainedLine& line) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(line.line.date.weekday()));
}

void extend(FoldedLines& folded, const ExplainedLine& line) {
  folded.longest_gap = std::max(folded.longest_gap, line.line.date - folded.last->line.date);
  folded.last = &line;
  folded.count += 1;
  folded.weekdays = static_cast<std::uint8_t>(folded.weekdays | weekday_bit(line));
}

}  // namespace

std::vector<FoldedLines> fold(std::span<const ExplainedLine> lines) {
  std::vector<FoldedLines> all;
  for (const ExplainedLine& line : lines) {
    // The latest entry of the same run: only that one may grow.
    const auto open = std::find_if(all.rbegin(), all.rend(),
                                   [&](const FoldedLines& folded) { return folded.first->run == line.run; });
    if (open != all.rend() && decided_alike(*open->last, line)) {
      extend(*open, line);
    } else {
      all.push_back({&line, &line, 1, weekday_bit(line), 0});
    }
  }
  return all;
}

bool shows_network(const OptionEstimate& option, Network network) {
  return network == Network::in || std::any_of(option.lines.begin(), option.lines.end(),
                                               [&](const ExplainedLine& line) { return line.line.network == network; });
}

std::vector<RuleTotal> totals_by_rule(std::span<const ExplainedLine> lines, const PlanSummary& plan) {
  std::vector<RuleTotal> totals;
  for (const ExplainedLine& line : lines) {
    for (std::size_t i = 0; i < line.result.adjustment_count; ++i) {
      const Adjustment& adjustment = line.result.adjustments[i];
      const Provision* provision = provision_of(plan, line, i);
      const auto total = std::find_if(totals.begin(), totals.end(), [&](const RuleTotal& each) {
        return each.sample.rule == adjustment.rule && each.sample.code == adjustment.code &&
               each.sample.group == adjustment.group && each.provision == provision;
      });
      if (total == totals.end()) {
        totals.push_back({adjustment, provision});
      } else {
        total->sample.amount += adjustment.amount;
      }
    }
  }
  return totals;
}

}  // namespace preauth
