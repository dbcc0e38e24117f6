#include <utility>

#include "messages/format_values.h"
#include "messages/lists.h"
#include "model/plan_law.h"
#include "report/care_words.h"
#include "report/plan_listings.h"

namespace preauth {
namespace {

std::string amount_words(const PlanAmount& amount, Lang lang) {
  switch (amount.kind) {
    case AmountKind::amount:
      return format_money(lang, amount.amount);
    case AmountKind::none:
      return msg::lists::none(lang);
    case AmountKind::not_covered:
      return msg::lists::not_covered(lang);
  }
  return {};
}

std::string amount_words(const Known<PlanAmount>& known, Lang lang) {
  if (known.is_unknown()) return msg::lists::unknown_ask(lang);
  const std::string low = amount_words(known.low(), lang);
  return known.is_exact() ? low : msg::lists::between(lang, low, amount_words(known.high(), lang));
}

bool is_amount(const Known<PlanAmount>& known) { return !known.is_exact() || known.value().kind == AmountKind::amount; }

std::string with_family_rule(const Field<FamilyRule>& rule, const std::string& amounts, Lang lang) {
  if (!rule.known.is_exact()) return amounts;
  switch (rule.known.value()) {
    case FamilyRule::embedded:
      return msg::lists::family_rule_embedded(lang, amounts);
    case FamilyRule::aggregate:
      return msg::lists::family_rule_aggregate(lang, amounts);
    case FamilyRule::per_person:
      return msg::lists::family_rule_per_person(lang, amounts);
  }
  return amounts;
}

std::string tiered_words(const TieredAmount& amount, Lang lang) {
  const std::string person = amount_words(amount.individual.known, lang);
  const bool family_stated = amount.family.known.is_stated() && is_amount(amount.family.known);
  if (amount.individual.known.is_unknown() && !family_stated) return person;
  if (!is_amount(amount.individual.known)) return person;
  if (!family_stated) return msg::lists::person(lang, person);
  const std::string both = msg::lists::person_family(lang, person, amount_words(amount.family.known, lang));
  return with_family_rule(amount.rule, both, lang);
}

std::string authorization_words(const PriorAuthRule& rule, Lang lang) {
  if (!rule.required.known.is_exact()) return msg::lists::unknown_ask(lang);
  if (!rule.required.known.value()) return msg::lists::authorization_none(lang);
  const std::int32_t first = rule.first_days.known.value_or(0);
  const std::int32_t then = rule.then_every.known.value_or(0);
  if (first > 0 && then > 0) return msg::lists::authorization_then(lang, first, then);
  return first > 0 ? msg::lists::authorization_first(lang, first) : msg::lists::authorization_required(lang);
}

std::string benefits_words(BenefitMask benefits, Lang lang) {
  std::string words;
  for (std::size_t b = 0; b < kBenefitCount; ++b) {
    const Benefit benefit = static_cast<Benefit>(b);
    if ((benefits & mask(benefit)) == 0) continue;
    if (!words.empty()) words += ", ";
    words += benefit_words(lang, benefit);
  }
  return words;
}

class PlanRows {
 public:
  PlanRows(const Plan& plan, Lang lang) : plan_(plan), lang_(lang) {}

  std::vector<std::vector<Cell>> take() {
    put_identity();
    put_tiers("deductible", plan_.deductible, msg::lists::row_deductible);
    put_separate_deductibles();
    put_tiers("out_of_pocket_max", plan_.out_of_pocket_max, msg::lists::row_maximum);
    for (std::size_t b = 0; b < kBenefitCount; ++b) put_benefit(static_cast<Benefit>(b));
    put_shared_rules();
    return std::move(rows_);
  }

 private:
  void put(std::string_view key, std::string_view label, std::string_view value, std::string_view source = {}) {
    rows_.push_back({text_cell(key), text_cell(label), text_cell(value), optional_cell(source)});
  }

  // A field of text: left out when the file is silent, "unknown: ask" when it says so.
  void put_field(std::string_view key, const std::string& label, const Field<std::string>& field) {
    if (!field.known.is_stated()) return;
    put(key, label, field.known.is_exact() ? field.known.value() : msg::lists::unknown_ask(lang_),
        field.provenance.source);
  }

  void put_identity() {
    put("plan.id", msg::lists::row_id(lang_), plan_.id);
    put("plan.kind", msg::lists::row_kind(lang_), kind_words(lang_, kind_of(plan_)));
    const Funding funding = plan_.funding.known.value_or(Funding::unknown);
    put("plan.funding", msg::lists::row_funding(lang_),
        funding == Funding::unknown ? msg::lists::unknown_ask(lang_)
                                    : msg::lists::by_id(lang_, "funding-" + std::string(id(funding)), {}));
    put_field("plan.state", msg::lists::row_state(lang_), plan_.state);
    const Known<DateRange>& year = plan_.year.known;
    put("plan.year", msg::lists::row_year(lang_),
        year.is_exact() ? msg::lists::year_span(lang_, year.value().first, year.value().last)
                        : msg::lists::unknown_ask(lang_));
    put_field("plan.behavioral_administrator", msg::lists::row_administrator(lang_), plan_.behavioral_administrator);
    if (!plan_.source.title.empty()) put("plan.source", msg::lists::row_source(lang_), plan_.source.title);
    if (!plan_.note.empty()) put("plan.note", msg::lists::row_note(lang_), plan_.note);
    if (plan_.example) put("plan.example", msg::lists::row_example(lang_), msg::lists::yes(lang_));
  }

  // Out of network and a second tier only where the file speaks of them; in network always.
  void put_tiers(const std::string& key, const AmountRules& rules, std::string (*label)(Lang, std::string_view)) {
    for (std::size_t n = 0; n < kNetworkCount; ++n) {
      const TieredAmount& amount = rules.by_network[n];
      if (n > 0 && !amount.stated) continue;
      const Network network = static_cast<Network>(n);
      put(key + "." + std::string(id(network)), label(lang_, network_words(lang_, network)),
          tiered_words(amount, lang_), amount.provenance.source);
    }
    if (rules.combined) {
      put(key + ".combined", label(lang_, msg::lists::row_combined(lang_)), tiered_words(*rules.combined, lang_),
          rules.combined->provenance.source);
    }
  }

  void put_separate_deductibles() {
    for (const SeparateDeductible& separate : plan_.separate_deductibles) {
      for (std::size_t n = 0; n < kNetworkCount; ++n) {
        if (!separate.by_network[n].stated) continue;
        put("deductible.separate",
            msg::lists::row_separate(lang_, separate.name, network_words(lang_, static_cast<Network>(n))),
            tiered_words(separate.by_network[n], lang_), separate.provenance.source);
      }
    }
  }

  void put_benefit(Benefit benefit) {
    const BenefitRow& row = plan_.row(benefit);
    if (!row.stated && !is_level(benefit)) return;
    const std::string path = "benefits." + std::string(id(benefit)) + ".";
    const std::string words = benefit_words(lang_, benefit);
    if (row.same_as.known.is_stated()) {
      put(path + "same_as", msg::lists::row_same_as(lang_, words),
          row.same_as.known.is_exact() ? benefit_words(lang_, row.same_as.known.value().benefit)
                                       : msg::lists::unknown_ask(lang_),
          row.same_as.provenance.source);
    }
    for (std::size_t n = 0; n < kNetworkCount; ++n) put_share(path, words, row, static_cast<Network>(n));
    if (row.prior_auth.stated || (is_level(benefit) && !plan_.prior_auth.stated)) {
      put(path + "prior_auth", msg::lists::row_authorization(lang_, words), authorization_words(row.prior_auth, lang_),
          row.prior_auth.provenance.source);
    }
    for (const LimitRule& limit : row.limits) {
      put(path + "limit", msg::lists::row_limit(lang_, words), limit.text, limit.provenance.source);
    }
    if (row.no_limit) put(path + "limit", msg::lists::row_limit(lang_, words), msg::lists::none(lang_));
  }

  void put_share(const std::string& path, const std::string& words, const BenefitRow& row, Network network) {
    const Field<CostShare>& share = row.share[index(network)];
    if (!share.known.is_stated() && (network != Network::in || row.same_as.known.is_stated())) return;
    const std::string& phrase = row.phrase[index(network)];
    put(path + std::string(id(network)), msg::lists::row_benefit(lang_, words, network_words(lang_, network)),
        share.known.is_unknown() || phrase.empty() ? msg::lists::unknown_ask(lang_) : phrase, share.provenance.source);
  }

  void put_shared_rules() {
    if (plan_.prior_auth.stated) {
      put("prior_auth", msg::lists::row_authorization_all(lang_), authorization_words(plan_.prior_auth, lang_),
          plan_.prior_auth.provenance.source);
    }
    for (const LimitRule& limit : plan_.limits) {
      put("limits", msg::lists::row_limit_shared(lang_, benefits_words(limit.benefits, lang_)), limit.text,
          limit.provenance.source);
    }
    for (const Exclusion& exclusion : plan_.exclusions) {
      put("exclusions", msg::lists::row_excluded(lang_), exclusion.what,
          exclusion.page.empty() ? exclusion.provenance.source : msg::lists::page(lang_, exclusion.page));
    }
  }

  const Plan& plan_;
  Lang lang_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace

Listing plan_rows(const Plan& plan, Lang lang) {
  Listing listing;
  listing.schema = "preauth.plan-rows/1";
  listing.items = "rows";
  listing.title = plan.issuer.empty() || plan.name.starts_with(plan.issuer)
                      ? plan.name
                      : msg::lists::plan_title_issuer(lang, plan.name, plan.issuer);
  listing.flexible = "value";
  listing.columns = {{"field", msg::lists::column_field(lang), ListingColumn::Place::data},
                     {"row", msg::lists::column_row(lang)},
                     {"value", msg::lists::column_value(lang)},
                     {"source", msg::lists::column_source(lang), ListingColumn::Place::footnote}};
  listing.rows = PlanRows(plan, lang).take();
  return listing;
}

}  // namespace preauth
