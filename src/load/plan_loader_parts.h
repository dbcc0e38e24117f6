#pragma once
// The parts of load_plan, one per group of tables: amounts, benefit rows with their limits and pools, authorization.
// Each reads its tables from the root of the file and fills its part of the plan.

#include "load/field_reader.h"
#include "load/phrase.h"
#include "model/plan.h"

namespace preauth {

void load_amounts(TableReader& root, Plan& plan);                          // [deductible], [out_of_pocket_max]
void load_benefits(TableReader& root, PhraseContext context, Plan& plan);  // [benefits.*], [pools.*], [[limits]]
// prior_auth = "none" | "required" | "unknown" | { required, first, … }
PriorAuthRule load_prior_auth(const Node& node, Loading& loading);

// What `limit` says: phrases become rules; "none" is a statement of its own; "unknown" adds nothing.
struct Limits {
  std::vector<LimitRule> rules;
  const Node* none = nullptr;
  const Node* unknown = nullptr;
};
Limits read_limits(TableReader& fields, BenefitMask benefits, NetworkMask networks);
// The pool a row names, with the place where it does.
struct PoolMember {
  Benefit benefit = Benefit::outpatient;
  std::string pool;
  Span at;
};
// [pools.NAME], [[limits]]; after all rows are read.
void load_shared(TableReader& root, const std::vector<PoolMember>& members, Plan& plan);

// The sentence for a number without its sign; it shows both ways to write it.
struct BareNumber {
  Diagnostic (*problem)(Span, std::string_view number, std::string_view percent);
  bool may_exceed_whole = false;  // 1.4 is then 140 percent
};
// A phrase as text, not a bare number.
std::optional<std::string> share_text(const Value& value, std::string_view sample, BareNumber bare_number,
                                      Loading& loading);
// What a bare number would be in percent: "0.2" is 20, "12.5" is 12.5; "1.4" is 140 when it may exceed the whole.
std::string percent_digits(std::string_view number, bool may_exceed_whole);

// Gives every stated field of a rule that came out of one phrase the place of that phrase.
template <class T>
void place_field(const Provenance& provenance, Field<T>& field) {
  if (field.known.is_stated()) field.provenance = provenance;
}
template <class... T>
void place_fields(const Provenance& provenance, Field<T>&... fields) {
  (place_field(provenance, fields), ...);
}

}  // namespace preauth
