// Page 2: what the plan says with how sure that is, the words a reader may not know, the care the figures count with.

#include <algorithm>
#include <array>

#include "messages/compare.h"
#include "messages/format_values.h"
#include "messages/lists.h"
#include "messages/sheet.h"
#include "model/evidence.h"
#include "report/amount_text.h"
#include "report/care_words.h"
#include "report/compare_words.h"
#include "report/explain_words.h"
#include "report/plan_listings.h"
#include "report/sheet_parts.h"

namespace preauth {
namespace {

constexpr std::size_t kMostCareItems = 6;  // of one option
constexpr int kLongestValue = 140;
constexpr int kLongestLabel = 60;
constexpr int kFirstShare = 34;

std::string evidence_words(Evidence evidence, Lang lang) {
  switch (evidence) {
    case Evidence::plan_document:
      return msg::sheet::evidence_plan_document(lang);
    case Evidence::written_answer:
      return msg::sheet::evidence_written_answer(lang);
    case Evidence::call:
      return msg::sheet::evidence_call(lang);
    case Evidence::portal:
      return msg::sheet::evidence_portal(lang);
    case Evidence::assumption:
      return msg::sheet::evidence_assumption(lang);
  }
  return {};
}

// "benefits.iop.in" → {"benefits", "iop", "in"}
std::array<std::string_view, 3> parts_of(std::string_view path) {
  std::array<std::string_view, 3> parts;
  for (std::string_view& part : parts) {
    part = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(part.size() + 1, path.size()));
  }
  return parts;
}

Evidence of_amount(const AmountRules& rules, std::string_view tier) {
  const std::optional<Network> network = parse_id<Network>(tier);
  if (!network) return rules.combined ? rules.combined->provenance.evidence : Evidence::plan_document;
  const TieredAmount& amount = rules.by_network[index(*network)];
  return amount.individual.known.is_stated() ? amount.individual.provenance.evidence : amount.provenance.evidence;
}

Evidence of_benefit(const BenefitRow& row, std::string_view key) {
  if (key == "same_as") return row.same_as.provenance.evidence;
  if (key == "limit") return row.limits.empty() ? row.provenance.evidence : row.limits.front().provenance.evidence;
  if (key == "prior_auth") {
    const PriorAuthRule& rule = row.prior_auth;
    return rule.required.known.is_stated() ? rule.required.provenance.evidence : rule.provenance.evidence;
  }
  const std::optional<Network> network = parse_id<Network>(key);
  return network ? row.share[index(*network)].provenance.evidence : row.provenance.evidence;
}

Evidence evidence_at(const Plan& plan, std::string_view path) {
  const auto [first, second, third] = parts_of(path);
  if (first == "deductible") return of_amount(plan.deductible, second);
  if (first == "out_of_pocket_max") return of_amount(plan.out_of_pocket_max, second);
  const std::optional<Benefit> benefit = parse_id<Benefit>(second);
  return first == "benefits" && benefit ? of_benefit(plan.row(*benefit), third) : Evidence::plan_document;
}

// The rows of the plan that the options' lines fall under, in any network that they use.
struct RowsUsed {
  BenefitMask benefits = 0;
  NetworkMask networks = 0;
};

RowsUsed rows_used(const SheetInput& input) {
  RowsUsed used;
  for (const OptionEstimate* option : options_of(input.comparison, 0)) {
    for (const Run& run : option->runs) {
      used.benefits |= mask(run.line.benefit);
      used.networks = static_cast<NetworkMask>(used.networks | mask(run.line.network));
    }
  }
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    const Known<SameAs>& same_as = input.plan.row(static_cast<Benefit>(b)).same_as.known;
    if ((used.benefits & mask(static_cast<Benefit>(b))) != 0 && same_as.is_exact()) {
      used.benefits |= mask(same_as.value().benefit);
    }
  }
  return used;
}

bool is_shown(const RowsUsed& used, std::string_view path) {
  const auto [first, second, third] = parts_of(path);
  if (first == "deductible" || first == "out_of_pocket_max") {
    const std::optional<Network> network = parse_id<Network>(second);
    return !network || (used.networks & mask(*network)) != 0;
  }
  if (first != "benefits") return first == "limits" || first == "exclusions";
  const std::optional<Benefit> benefit = parse_id<Benefit>(second);
  if (!benefit || (used.benefits & mask(*benefit)) == 0) return false;
  if (third == "prior_auth") return false;  // authorization has a table of its own
  const std::optional<Network> network = parse_id<Network>(third);
  return !network || (used.networks & mask(*network)) != 0;
}

std::vector<PageText> plan_row(SheetWork& work, const std::vector<Cell>& cells) {
  const Lang lang = work.lang();
  const std::string& path = cells[0].value;
  const std::string& value = cells[2].value;
  const bool open = value == msg::lists::unknown_ask(lang);
  // Cost shares, limits and exclusions are the plan's own words.
  const bool quoted = !open && (path.starts_with("benefits.") || path == "limits" || path == "exclusions") &&
                      !path.ends_with(".same_as");
  return {work.cutter.cut(cells[1].value, kLongestLabel), PageText(work.cutter.cut(value, kLongestValue), quoted),
          open ? msg::sheet::evidence_none(lang) : evidence_words(evidence_at(work.input.plan, path), lang)};
}

// Whether a row that is shown says the word. Cost shares are English in every language.
bool says(const SheetInput& input, std::string_view word) {
  const RowsUsed used = rows_used(input);
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    if ((used.benefits & mask(static_cast<Benefit>(b))) == 0) continue;
    for (const std::string& phrase : input.plan.benefits[b].phrase) {
      if (phrase.find(word) != std::string::npos) return true;
    }
  }
  return false;
}

void add_networks(SheetWork& work, SheetTable& table) {
  const Lang lang = work.lang();
  for (const Facility& facility : work.input.treatment.facilities) {
    const Known<Network>& network = facility.network.known;
    const std::string place = work.cutter.cut(facility.id, kLongestLabel);
    const Evidence evidence = facility.network.provenance.evidence;
    // Nobody's document says it in a treatment file: without a word on who did, it is the reader's own.
    table.rows.push_back({msg::sheet::network_of(lang, place),
                          network.is_exact() ? network_words(lang, network.value()) : msg::lists::unknown_ask(lang),
                          network.is_exact() && evidence != Evidence::plan_document ? evidence_words(evidence, lang)
                                                                                    : msg::sheet::evidence_none(lang)});
  }
}

std::int64_t count_of(std::size_t number) { return static_cast<std::int64_t>(number); }

// "27 × IOP day from 12 Jan 2026, $319.38; 12 × …"
std::string care_words(const OptionEstimate& option, Lang lang) {
  std::string words;
  std::size_t count = 0;
  for (const Run& run : option.runs) {
    if (++count > kMostCareItems) continue;
    const std::string price = is_priced(option) ? format_money(lang, run.line.allowed) : msg::compare::unpriced(lang);
    const std::string item =
        msg::sheet::care_item(lang, run.count, line_words(lang, run.line.benefit), run.line.date, price);
    words = words.empty() ? item : msg::sheet::care_join(lang, words, item);
  }
  return count > kMostCareItems ? msg::sheet::care_more(lang, words, count_of(count - kMostCareItems)) : words;
}

}  // namespace

SheetSection plan_section(SheetWork& work) {
  const Lang lang = work.lang();
  SheetSection section{"plan", msg::sheet::plan(lang), {}};
  SheetTable table;
  table.first_share = kFirstShare;
  table.caption = msg::sheet::plan_caption(lang);
  table.columns = {{msg::sheet::column_row(lang), false},
                   {msg::sheet::column_value(lang), false},
                   {msg::sheet::column_evidence(lang), false, true}};
  const RowsUsed used = rows_used(work.input);
  std::size_t left_out = 0;
  for (const std::vector<Cell>& cells : plan_rows(work.input.plan, lang).rows) {
    if (!is_shown(used, cells[0].value)) continue;
    if (table.rows.size() == work.room.plan_rows) {
      ++left_out;
    } else {
      table.rows.push_back(plan_row(work, cells));
    }
  }
  if (table.rows.size() < work.room.plan_rows) add_networks(work, table);
  section.blocks.emplace_back(std::move(table));
  std::string where = plan_sentences(work.input.comparison, 0, lang)[1];
  const Known<Date>& read = work.input.treatment.so_far.as_of.known;
  if (read.is_exact()) where += " " + msg::sheet::used_read(lang, read.value());
  if (left_out > 0) where += " " + msg::sheet::row_more(lang, count_of(left_out));
  section.blocks.emplace_back(SheetParagraph{std::move(where), false});
  return section;
}

SheetSection words_section(SheetWork& work) {
  const Lang lang = work.lang();
  SheetSection section{"words", msg::sheet::words(lang), {}};
  SheetList list;
  list.items = {PageText(msg::sheet::word_deductible(lang)), PageText(msg::sheet::word_maximum(lang))};
  if (says(work.input, "copay")) list.items.emplace_back(msg::sheet::word_copay(lang));
  if (says(work.input, "coinsurance")) list.items.emplace_back(msg::sheet::word_coinsurance(lang));
  list.items.emplace_back(msg::sheet::word_network(lang));
  list.items.emplace_back(msg::sheet::word_authorization(lang));
  list.items.emplace_back(msg::sheet::word_allowed(lang));
  section.blocks.emplace_back(std::move(list));
  return section;
}

SheetSection treatment_section(SheetWork& work) {
  const Lang lang = work.lang();
  SheetSection section{"treatment", msg::sheet::treatment(lang), {}};
  SheetTable table;
  table.first_share = kFirstShare;
  table.caption = msg::sheet::treatment_caption(lang);
  table.columns = {{msg::sheet::column_option(lang), false}, {msg::sheet::column_each(lang), false}};
  for (const OptionEstimate* option : options_of(work.input.comparison, 0)) {
    if (option->runs.empty()) continue;
    table.rows.push_back(
        {work.option_words(*option), msg::sheet::care_until(lang, care_words(*option, lang), option->last_day)});
  }
  if (table.rows.empty()) return section;
  section.blocks.emplace_back(std::move(table));
  section.blocks.emplace_back(SheetParagraph{msg::sheet::treatment_bills(lang), true});
  return section;
}

}  // namespace preauth
