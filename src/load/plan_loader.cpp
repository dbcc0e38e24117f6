#include "load/plan_loader.h"

#include <array>
#include <charconv>

#include "base/text.h"
#include "load/field_reader.h"
#include "load/plan_loader_parts.h"
#include "messages/diagnostics.h"
#include "model/plan_law.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 7> kMetals = {"bronze",   "expanded bronze", "silver", "gold",
                                                     "platinum", "catastrophic",    "none"};
constexpr std::array<std::string_view, 3> kMarkets = {"individual", "small group", "large group"};
constexpr std::array<std::string_view, 2> kCoinsuranceBases = {"net of copay", "allowed"};
constexpr std::array<std::string_view, 2> kCrossingCopays = {"charged", "not charged"};
constexpr std::array<std::string_view, 2> kSameDayCopays = {"each", "highest"};
constexpr std::array<std::string_view, 2> kStayAcrossYears = {"daily", "admission"};

// "2026-01-01..2026-12-31", or the calendar year 2026.
std::optional<DateRange> parse_year(std::string_view text) {
  if (text.size() == 4) {
    const std::optional<Date> first = parse_date(std::string(text) + "-01-01");
    if (!first) return std::nullopt;
    return DateRange{*first, add_months(*first, 12) - 1};
  }
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  const std::optional<Date> first = parse_date(trim(text.substr(0, dots)));
  const std::optional<Date> last = parse_date(trim(text.substr(dots + 2)));
  if (!first || !last) return std::nullopt;
  return DateRange{*first, *last};
}

Field<DateRange> read_year(TableReader& fields) {
  const std::optional<Value> value = fields.value("year");
  if (!value) return {};
  if (value->is_unknown()) return {Known<DateRange>::unknown(), value->provenance};
  const Node& node = *value->node;
  const bool is_text = node.is_string() || node.kind == Node::Kind::integer;
  const std::optional<DateRange> range = is_text ? parse_year(trim(node.text)) : std::nullopt;
  Diagnostics& diagnostics = fields.loading().diagnostics;
  if (!range) {
    diagnostics.add(diag::plan_bad_year(node.at));
    return {};
  }
  if (range->last < range->first) {
    diagnostics.add(diag::plan_year_order(node.at));
    return {};
  }
  // Twelve months of Feb 29 end on Feb 28; a day of grace for plans that state the first day of the next year.
  if (add_months(range->first, 12) + 1 < range->last) diagnostics.add(diag::plan_year_length(node.at));
  return {*range, value->provenance};
}

Field<std::string> read_state(TableReader& fields) {
  Field<std::string> state = fields.text_field("state");
  if (!state.known.is_exact() || state.known.value().empty()) return state;
  const std::string& text = state.known.value();
  const auto is_letter = [](char c) { return ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z'); };
  if (text.size() != 2 || !is_letter(text[0]) || !is_letter(text[1])) {
    fields.loading().diagnostics.add(diag::plan_bad_state(state.provenance.at, excerpt(text)));
    return {};
  }
  constexpr char kToUpper = static_cast<char>(~0x20);
  state.known = std::string{static_cast<char>(text[0] & kToUpper), static_cast<char>(text[1] & kToUpper)};
  return state;
}

PlanSource read_plan_source(TableReader& fields) {
  const Node* node = fields.raw("source");
  if (node == nullptr) return {};
  if (!node->is_table()) return {fields.text("source"), "", std::nullopt};
  TableReader parts(*node, fields.loading());
  PlanSource source;
  source.title = parts.text("title");
  if (const std::string page = parts.text("page"); !page.empty()) source.title += ", p. " + page;
  source.url = parts.text("url");
  if (const Field<Date> date = parts.date("date"); date.known.is_exact()) source.date = date.known.value();
  parts.reject_other_keys();
  return source;
}

void load_identity(TableReader& fields, Plan& plan) {
  plan.id = fields.text("id");
  plan.id_at = plan.id.empty() ? fields.node().at : fields.raw("id")->at;
  plan.name = fields.text("name");
  plan.issuer = fields.text("issuer");
  plan.note = fields.text("note");
  plan.example = fields.yes_no("example").known.value_or(false);
  plan.kind = fields.word<PlanKind>("kind");
  plan.funding = fields.word<Funding>("funding");
  plan.state = read_state(fields);
  plan.hsa_qualified = fields.yes_no("hsa_qualified");
  plan.grandfathered = fields.yes_no("grandfathered");
  plan.metal = fields.word_text("metal", kMetals);
  plan.market = fields.word_text("market", kMarkets);
  plan.behavioral_administrator = fields.text_field("behavioral_administrator");
  plan.year = read_year(fields);
  plan.wording = fields.word<Wording>("wording");
  plan.source = read_plan_source(fields);
  fields.reject_other_keys();
}

void load_rules(TableReader& root, Plan& plan) {
  std::optional<TableReader> fields = root.table("rules", "[rules]");
  if (!fields) return;
  plan.coinsurance_base = fields->word<CoinsuranceBase>("coinsurance_base", kCoinsuranceBases);
  plan.crossing_copay = fields->word<CrossingCopay>("crossing_copay", kCrossingCopays);
  plan.same_day_copays = fields->word<SameDayCopays>("same_day_copays", kSameDayCopays);
  plan.stay_across_years = fields->word<StayAcrossYears>("stay_across_years", kStayAcrossYears);
  plan.readmission_within = fields->days("readmission_within");
  plan.hold_harmless = fields->yes_no("hold_harmless");
  fields->reject_other_keys();
}

void read_allowed(TableReader& fields, OutOfNetworkRule& rule) {
  const std::optional<Value> value = fields.value("allowed");
  if (!value) return;
  if (value->is_unknown()) {
    rule.method = {Known<OutMethod>::unknown(), value->provenance};
    return;
  }
  const std::optional<std::string> text =
      share_text(*value, "\"140% of Medicare\"", {&diag::plan_percent_sign, true}, fields.loading());
  if (!text) return;
  const PhraseResult<OutOfNetworkRule> result = parse_out_method(*text);
  report(result.problems, *value, fields.loading());
  if (!result.value) return;
  rule.method = result.value->method;
  rule.percent = result.value->percent;
  rule.stated_amount = result.value->stated_amount;
  place_fields(value->provenance, rule.method, rule.percent, rule.stated_amount);
}

// "115% of allowed", "115%"
std::optional<Rate> parse_balance_percent(std::string_view text) {
  std::int64_t percent = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
  const std::string_view rest = trim(text.substr(static_cast<std::size_t>(stop - text.data())));
  constexpr std::int64_t kMostPercent = 1'000;
  if (error != std::errc() || percent < 100 || percent > kMostPercent) return std::nullopt;
  if (rest != "%" && rest != "% of allowed" && rest != "% of the allowed amount") return std::nullopt;
  return Rate::percent(percent);
}

void read_balance_limit(TableReader& fields, OutOfNetworkRule& rule) {
  const std::optional<Value> value = fields.value("balance_limit");
  if (!value) return;
  rule.balance_limit.provenance = value->provenance;
  const std::string word = value->node->is_string() ? lower_ascii(trim(value->node->text)) : "";
  if (value->is_unknown()) {
    rule.balance_limit.known = Known<BalanceLimit>::unknown();
  } else if (word == "none") {
    rule.balance_limit.known = BalanceLimit::none;
  } else if (word == "prohibited") {
    rule.balance_limit.known = BalanceLimit::prohibited;
  } else if (const std::optional<Rate> percent = parse_balance_percent(word)) {
    rule.balance_limit.known = BalanceLimit::percent_of_allowed;
    rule.balance_percent = {*percent, value->provenance};
  } else {
    fields.loading().diagnostics.add(diag::plan_bad_balance_limit(value->node->at));
  }
}

void load_out_of_network(TableReader& root, Plan& plan) {
  std::optional<TableReader> fields = root.table("out_of_network", "[out_of_network]");
  if (!fields) return;
  plan.out_of_network.stated = true;
  plan.out_of_network.provenance.at = fields->node().at;
  read_allowed(*fields, plan.out_of_network);
  read_balance_limit(*fields, plan.out_of_network);
  fields->reject_other_keys();
}

void load_medicare(TableReader& root, Plan& plan) {
  std::optional<TableReader> fields = root.table("medicare", "[medicare]");
  if (!fields) return;
  plan.medicare.stated = true;
  plan.medicare.provenance.at = fields->node().at;
  plan.medicare.part_a_deductible = fields->money("part_a_deductible");
  plan.medicare.day_61_90 = fields->money("day_61_90");
  plan.medicare.reserve_day = fields->money("reserve_day");
  plan.medicare.psychiatric_lifetime_days = fields->days("psychiatric_lifetime_days");
  fields->reject_other_keys();
}

void load_exclusions(TableReader& root, Plan& plan) {
  for (const Node* node : root.tables("exclusions", "[[exclusions]]")) {
    TableReader fields(*node, root.loading());
    Exclusion exclusion;
    exclusion.provenance.at = node->at;
    fields.require("what", "what = \"wilderness therapy\"");
    exclusion.what = fields.text("what");
    exclusion.quote = fields.text("quote");
    exclusion.page = fields.text("page");
    exclusion.benefits = fields.benefits("benefits");
    const Field<Condition> condition = fields.word<Condition>("condition");
    if (condition.known.is_exact()) exclusion.condition = condition.known.value();
    fields.reject_other_keys();
    plan.exclusions.push_back(std::move(exclusion));
  }
}

// [next_year] is kept for the terms of the coming year; so far it only says whether they are the same.
void check_next_year(TableReader& root) {
  std::optional<TableReader> fields = root.table("next_year", "[next_year]");
  if (!fields) return;
  fields->yes_no("same");
  fields->reject_other_keys();
}

PhraseContext context_of(const Plan& plan) {
  return {plan.wording.known.value_or(Wording::sbc), is_high_deductible(plan)};
}

}  // namespace

Plan load_plan(const Node& root_node, const SourceSet& sources, std::int32_t file, Diagnostics& diagnostics) {
  Loading loading{sources, diagnostics, FileKind::plan};
  TableReader root(root_node, loading);
  Plan plan;
  plan.file = file;
  root.raw("schema");
  if (std::optional<TableReader> fields = root.table("plan", "[plan]")) load_identity(*fields, plan);
  if (plan.id.empty()) {
    if (!plan.id_at.is_known()) plan.id_at = root_node.at;
    diagnostics.add(diag::plan_no_id(plan.id_at));
    plan.id = file_stem(sources[file].name());
  }
  load_amounts(root, plan);
  load_rules(root, plan);
  load_out_of_network(root, plan);
  load_medicare(root, plan);
  if (const Node* node = root.raw("prior_auth")) plan.prior_auth = load_prior_auth(*node, loading);
  load_benefits(root, context_of(plan), plan);
  load_exclusions(root, plan);
  check_next_year(root);
  root.reject_other_keys();
  return plan;
}

}  // namespace preauth
