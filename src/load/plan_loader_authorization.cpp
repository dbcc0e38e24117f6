// prior_auth of a benefit row or of the whole plan: what has to be authorized, for how long, and what breaking each of
// the three provisions (never requested, late, refused) costs whom.

#include <array>

#include "load/plan_loader_parts.h"
#include "messages/diagnostics.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 2> kShortForms = {"none", "required"};
constexpr std::array<std::string_view, 2> kRequesters = {"provider", "member"};
constexpr std::array<std::string_view, 2> kLiable = {"provider", "patient"};
constexpr std::array<std::string_view, 2> kPenaltyBases = {"plan payment", "allowed"};
constexpr std::array<std::string_view, 4> kPatientRates = {"contracted", "self-pay", "billed", "no liability"};
constexpr std::string_view kPenaltySample = "\"denied\"";

PenaltyRule read_penalty_phrase(const Value& value, Loading& loading) {
  PenaltyRule rule;
  if (value.is_unknown()) {
    rule.kind = {Known<PenaltyKind>::unknown(), value.provenance};
    return rule;
  }
  const std::optional<std::string> text = share_text(value, kPenaltySample, {&diag::plan_percent_sign}, loading);
  if (!text) return rule;
  const PhraseResult<PenaltyRule> result = parse_penalty(*text);
  report(result.problems, value, loading);
  if (!result.value) return rule;
  rule = *result.value;
  place_fields(value.provenance, rule.kind, rule.liable, rule.base, rule.per, rule.percent, rule.cap, rule.flat,
               rule.patient_rate);
  return rule;
}

// "denied", or { penalty = "denied", liable = …, patient_rate = …, base = … }
PenaltyRule read_penalty(TableReader& fields, std::string_view key, const Field<Liable>& liable) {
  const Node* node = fields.raw(key);
  PenaltyRule rule;
  if (node != nullptr && is_single_value(*node)) {
    rule = read_penalty_phrase(unwrap(*node, key, fields.loading()), fields.loading());
  } else if (node != nullptr) {
    TableReader parts(*node, fields.loading());
    if (const std::optional<Value> penalty = parts.value("penalty")) {
      rule = read_penalty_phrase(*penalty, fields.loading());
    }
    if (const Field<Liable> own = parts.word<Liable>("liable", kLiable); own.known.is_stated()) rule.liable = own;
    const auto rate = parts.word<NoncoveredRate>("patient_rate", kPatientRates);
    if (rate.known.is_stated()) rule.patient_rate = rate;
    if (const auto base = parts.word<PenaltyBase>("base", kPenaltyBases); base.known.is_stated()) rule.base = base;
    parts.reject_other_keys();
  }
  if (!rule.liable.known.is_stated()) rule.liable = liable;
  return rule;
}

void warn_if_unused(const Node& table, const PriorAuthRule& rule, Loading& loading) {
  if (!rule.required.known.is_exact() || rule.required.known.value()) return;
  for (const std::string_view key : {"first", "then", "retro", "never_requested", "late", "refused"}) {
    if (table.find(key) == nullptr) continue;
    loading.diagnostics.add(diag::plan_authorization_unused(table.key_span(key), key));
    return;
  }
}

PriorAuthRule read_table(const Node& node, Loading& loading) {
  TableReader fields(node, loading);
  PriorAuthRule rule;
  rule.stated = true;
  rule.provenance.at = node.at;
  rule.required = fields.yes_no("required");
  rule.first_days = fields.days("first");
  rule.then_every = fields.days("then");
  rule.retro_days = fields.days("retro");
  rule.requested_by = fields.word_text("requested_by", kRequesters);
  const Field<Liable> liable = fields.word<Liable>("liable", kLiable);
  rule.never_requested = read_penalty(fields, "never_requested", liable);
  rule.late = read_penalty(fields, "late", liable);
  rule.refused = read_penalty(fields, "refused", liable);
  fields.reject_other_keys();
  warn_if_unused(node, rule, loading);
  if (node.find("then") != nullptr && node.find("first") == nullptr) {
    loading.diagnostics.add(diag::plan_cadence_without_first(node.key_span("then")));
  }
  return rule;
}

}  // namespace

PriorAuthRule load_prior_auth(const Node& node, Loading& loading) {
  if (!is_single_value(node)) return read_table(node, loading);
  const Value value = unwrap(node, "prior_auth", loading);
  // { is = { required = … }, evidence = "call" }: an answer that replaced a short form.
  PriorAuthRule rule;
  if (value.node->is_table()) {
    rule = read_table(*value.node, loading);
  } else if (value.is_unknown()) {
    rule.required = {Known<bool>::unknown(), value.provenance};
  } else if (const std::optional<std::size_t> form = find_word(value, kShortForms, loading)) {
    rule.required = {*form == 1, value.provenance};
  }
  rule.stated = true;
  rule.provenance = value.provenance;
  return rule;
}

}  // namespace preauth
