// load_treatment: [client], [[facilities]], [life], [accounts]; the other tables are in the files beside this one.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "load/plan_loader.h"
#include "load/treatment_loader_parts.h"
#include "messages/diagnostics.h"

namespace preauth {
namespace {

constexpr std::int32_t kMostAge = 130;

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_upper(char c) { return 'A' <= c && c <= 'Z'; }
bool is_lower(char c) { return 'a' <= c && c <= 'z'; }

// 123-45-6789, 123 45 6789, 123456789
bool is_like_ssn(std::string_view id) {
  std::string shape;
  for (const char c : id) shape += is_digit(c) ? 'd' : (c == ' ' ? '-' : c);
  return shape == "ddd-dd-dddd" || shape == "ddddddddd";
}

bool is_like_email(std::string_view id) {
  const std::size_t at = id.find('@');
  return at != std::string_view::npos && at > 0 && id.find('.', at) != std::string_view::npos;
}

// "Jane Doe", "jane doe", "JaneDoe": words without a digit. "C-1042" and "case 17" are codes.
bool is_like_name(std::string_view id) {
  if (std::any_of(id.begin(), id.end(), is_digit)) return false;
  int capitalised = 0;
  for (std::size_t i = 0; i + 1 < id.size(); ++i) capitalised += is_upper(id[i]) && is_lower(id[i + 1]) ? 1 : 0;
  return id.find(' ') != std::string_view::npos || capitalised > 1;
}

std::string load_client_id(TableReader& fields) {
  std::string id = fields.text("id");
  if (id.empty()) return id;
  const Span at = fields.raw("id")->at;
  Diagnostics& diagnostics = fields.loading().diagnostics;
  if (is_like_ssn(id) || is_like_email(id)) {
    diagnostics.add(diag::treatment_id_is_personal(at));
  } else if (is_like_name(id)) {
    diagnostics.add(diag::treatment_id_looks_like_name(at));
  }
  return id;
}

void load_client(TableReader& root, Treatment& treatment) {
  std::optional<TableReader> fields = root.table("client", "[client]");
  if (!fields) return;
  treatment.id = load_client_id(*fields);
  treatment.age = fields->count("age", 0, kMostAge);
  treatment.condition = fields->word<Condition>("condition");
  treatment.coverage = fields->word<Coverage>("coverage");
  treatment.start = fields->date("start");
  treatment.other_coverage = fields->yes_no("other_coverage");
  fields->reject_other_keys();
}

void load_prices(TableReader& fields, Facility& facility) {
  const std::optional<TableReader> prices = fields.table("prices", "prices = { iop = { allowed = \"$300/day\" } }");
  if (!prices) return;
  const std::size_t count = count_readable(prices->node(), "prices", fields.loading());
  for (std::size_t i = 0; i < count; ++i) {
    const auto& [name, node] = prices->node().entries[i];
    if (is_own_key(name)) continue;
    const auto benefit = find_benefit(name, prices->node().key_spans[i], fields.loading());
    if (!benefit) continue;
    if (node.is_table()) {
      facility.prices[index(*benefit)] = load_price(node, fields.loading());
    } else {
      fields.loading().diagnostics.add(
          diag::file_expected_table(node.at, name, name + " = { allowed = \"$300/day\" }"));
    }
  }
}

Facility load_facility(const Node& node, Loading& loading) {
  TableReader fields(node, loading);
  Facility facility;
  fields.require("id", "id = \"lakeside\"");
  facility.id = fields.text("id");
  facility.id_at = facility.id.empty() ? node.at : fields.raw("id")->at;
  facility.kind = fields.word<FacilityKind>("kind");
  facility.network = fields.word<Network>("network");
  facility.accepts_assignment = fields.yes_no("accepts_assignment");
  facility.opted_out = fields.yes_no("opted_out");
  load_prices(fields, facility);
  fields.reject_other_keys();
  return facility;
}

void load_life(TableReader& root, Life& life) {
  std::optional<TableReader> fields = root.table("life", "[life]");
  if (!fields) return;
  life.stated = true;
  life.unpaid_day_off = fields->money("unpaid_day_off");
  life.travel_per_visit = fields->money("travel_per_visit");
  life.childcare_per_day = fields->money("childcare_per_day");
  fields->reject_other_keys();
}

void load_accounts(TableReader& root, Accounts& accounts) {
  std::optional<TableReader> fields = root.table("accounts", "[accounts]");
  if (!fields) return;
  accounts.stated = true;
  accounts.hsa = fields->money("hsa");
  accounts.hra = fields->money("hra");
  accounts.fsa = fields->money("fsa");
  fields->reject_other_keys();
}

}  // namespace

Price load_price(const Node& node, Loading& loading) {
  TableReader fields(node, loading);
  Price price;
  price.stated = true;
  price.provenance.at = node.at;
  price.allowed = fields.price("allowed");
  price.billed = fields.price("billed");
  price.medicare = fields.price("medicare");
  price.self_pay = fields.price("self_pay");
  fields.reject_other_keys();
  return price;
}

Treatment load_treatment(const Node& root_node, const SourceSet& sources, std::int32_t file, Diagnostics& diagnostics) {
  Loading loading{sources, diagnostics, FileKind::treatment};
  TableReader root(root_node, loading);
  Treatment treatment;
  treatment.file = file;
  root.raw("schema");
  load_client(root, treatment);
  if (treatment.id.empty()) treatment.id = file_stem(sources[file].name());
  load_so_far(root, treatment.so_far);
  for (const Node* node : root.tables("facilities", "[[facilities]]")) {
    treatment.facilities.push_back(load_facility(*node, loading));
  }
  load_options(root, treatment.options);
  load_life(root, treatment.life);
  load_accounts(root, treatment.accounts);
  root.reject_other_keys();
  return treatment;
}

}  // namespace preauth
