// [benefits.NAME]: one row of the benefit table.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "load/plan_loader_parts.h"
#include "messages/diagnostics.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 4> kPatientRates = {"contracted", "self-pay", "billed", "no liability"};
constexpr std::array<std::string_view, 3> kRoomAndBoard = {"included", "separate", "not covered"};
constexpr std::string_view kPhraseSample = "\"$30 copay\"";

// One SBC cell for two rows, written under [benefits.outpatient]: shared out when all rows are read.
struct SplitCell {
  Network network = Network::in;
  Provenance provenance;
  SplitPhrase phrase;
};

class RowReader {
 public:
  RowReader(TableReader& fields, PhraseContext context, Benefit benefit, BenefitRow& row)
      : fields_(fields), loading_(fields.loading()), context_(context), benefit_(benefit), row_(row) {}

  void read(std::vector<SplitCell>& splits) {
    row_.stated = true;
    row_.provenance.at = fields_.node().at;
    for (std::size_t i = 0; i < kNetworkCount; ++i) read_share(static_cast<Network>(i), splits);
    read_same_as();
    if (const Node* node = fields_.raw("prior_auth")) row_.prior_auth = load_prior_auth(*node, loading_);
    row_.counts_to_oop = fields_.yes_no("counts_to_oop");
    row_.waived_if_admitted = fields_.yes_no("waived_if_admitted");
    row_.noncovered_rate = fields_.word<NoncoveredRate>("noncovered_rate", kPatientRates);
    row_.after_limit = fields_.word<NoncoveredRate>("after_limit", kPatientRates);
    row_.room_and_board = fields_.word_text("room_and_board", kRoomAndBoard);
    row_.referral_required = fields_.yes_no("referral_required");
  }

 private:
  void read_share(Network network, std::vector<SplitCell>& splits) {
    const std::optional<Value> value = fields_.value(id(network));
    if (!value) return;
    Field<CostShare>& share = row_.share[index(network)];
    share.provenance = value->provenance;
    if (value->is_unknown()) {
      share.known = Known<CostShare>::unknown();
      return;
    }
    // A bare number could be dollars or percent, so neither is guessed.
    const std::optional<std::string> text = share_text(*value, kPhraseSample, {&diag::plan_bare_number}, loading_);
    if (!text || read_split(*text, *value, network, splits)) return;
    const PhraseResult<CostShare> result = parse_cost_share(*text, context_in(network));
    report(result.problems, *value, loading_);
    if (!result.value) return;
    row_.phrase[index(network)] = canonical(*result.value);
    share.known = *result.value;
  }

  // True when the phrase was one for two rows.
  bool read_split(const std::string& text, const Value& value, Network network, std::vector<SplitCell>& splits) {
    const PhraseResult<SplitPhrase> result = parse_split(text, context_in(network));
    if (!result.value && result.problems.empty()) return false;
    if (benefit_ != Benefit::outpatient) {
      loading_.diagnostics.add(diag::plan_split_not_here(value.node->at));
      return true;
    }
    report(result.problems, value, loading_);
    if (!result.value) return true;
    splits.push_back({network, value.provenance, *result.value});
    // Weekly therapy is an office visit.
    row_.share[index(network)].known = result.value->office_visit;
    row_.phrase[index(network)] = canonical(result.value->office_visit);
    return true;
  }

  PhraseContext context_in(Network network) const {
    PhraseContext context = context_;
    context.out_of_network = network == Network::out;
    return context;
  }

  void read_same_as() {
    const std::optional<Value> value = fields_.value("same_as");
    if (!value) return;
    row_.same_as.provenance = value->provenance;
    if (value->is_unknown()) {
      row_.same_as.known = Known<SameAs>::unknown();
    } else if (const std::string name = read_text(*value, loading_); !name.empty()) {
      const std::optional<Benefit> target = find_benefit(name, value->node->at, loading_);
      if (target) row_.same_as.known = SameAs{*target};
    }
  }

  TableReader& fields_;
  Loading& loading_;
  PhraseContext context_;
  Benefit benefit_;
  BenefitRow& row_;
};

void load_rows(TableReader& root, PhraseContext context, Plan& plan, std::vector<SplitCell>& splits,
               std::vector<PoolMember>& members) {
  const std::optional<TableReader> rows = root.table("benefits", "[benefits.office-visit]");
  if (!rows) return;
  const std::size_t count = count_readable(rows->node(), "benefits", root.loading());
  for (std::size_t i = 0; i < count; ++i) {
    const auto& [name, node] = rows->node().entries[i];
    if (is_own_key(name)) continue;
    const std::optional<Benefit> benefit = find_benefit(name, rows->node().key_spans[i], root.loading());
    if (!benefit) continue;
    if (!node.is_table()) {
      root.loading().diagnostics.add(
          diag::file_expected_table(node.at, name, "benefits." + name + ".in = \"$30 copay\""));
      continue;
    }
    TableReader fields(node, root.loading());
    BenefitRow& row = plan.benefits[index(*benefit)];
    RowReader(fields, context, *benefit, row).read(splits);
    Limits limits = read_limits(fields, mask(*benefit), kAllNetworks);
    row.limits = std::move(limits.rules);
    row.no_limit = limits.none != nullptr;
    row.limit_unknown = limits.unknown != nullptr;
    if (std::string pool = fields.text("pool"); !pool.empty()) {
      members.push_back({*benefit, std::move(pool), fields.raw("pool")->at});
    }
    fields.reject_other_keys();
  }
}

void share_out(const SplitCell& cell, Benefit benefit, const CostShare& share, Plan& plan, Diagnostics& diagnostics) {
  BenefitRow& row = plan.benefits[index(benefit)];
  Field<CostShare>& target = row.share[index(cell.network)];
  if (target.provenance.at.is_known()) {
    diagnostics.add(diag::plan_split_conflict(cell.provenance.at, id(benefit)));
    return;
  }
  if (!row.stated) row.provenance = cell.provenance;
  row.stated = true;
  target = {share, cell.provenance};
  row.phrase[index(cell.network)] = canonical(share);
}

}  // namespace

std::string percent_digits(std::string_view number, bool may_exceed_whole) {
  const bool has_point = number.size() > 2 && number[1] == '.';
  if (!has_point || (number[0] != '0' && !may_exceed_whole)) return std::string(number);
  std::string digits = std::string(1, number[0]) + std::string(number.substr(2));
  while (digits.size() < 3) digits += '0';
  std::string result = digits.substr(0, 3);
  result.erase(0, std::min(result.find_first_not_of('0'), result.size() - 1));
  const std::string rest = digits.substr(3);
  return rest.empty() ? result : result + "." + rest;
}

std::optional<std::string> share_text(const Value& value, std::string_view sample, BareNumber bare_number,
                                      Loading& loading) {
  std::optional<std::string> text = phrase_text(value, sample, loading);
  if (!text || value.node->is_string()) return text;
  const std::string number = excerpt(*text);
  const std::string percent = percent_digits(number, bare_number.may_exceed_whole);
  loading.diagnostics.add(bare_number.problem(value.node->at, number, percent));
  return std::nullopt;
}

void load_benefits(TableReader& root, PhraseContext context, Plan& plan) {
  Diagnostics& diagnostics = root.loading().diagnostics;
  std::vector<SplitCell> splits;
  std::vector<PoolMember> members;
  load_rows(root, context, plan, splits, members);
  for (const SplitCell& cell : splits) {
    share_out(cell, Benefit::office_visit, cell.phrase.office_visit, plan, diagnostics);
    share_out(cell, Benefit::outpatient_other, cell.phrase.other_outpatient, plan, diagnostics);
  }
  load_shared(root, members, plan);
}

}  // namespace preauth
