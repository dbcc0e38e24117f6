#pragma once
// Parts of the JSON results that compare and explain share. Money is a decimal string, days are ISO dates; key order is
// fixed. Every function writes members into the object that is open, unless it says "value".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json_writer.h"
#include "model/estimate.h"

namespace preauth {

void write_money(JsonWriter& json, std::string_view key, Money money);
// null when there is none.
void write_money(JsonWriter& json, std::string_view key, const std::optional<Money>& money);
// null when empty.
void write_text(JsonWriter& json, std::string_view key, std::string_view text);
void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& strings);
// Without a price no amount of an option is valid.
std::optional<Money> valid(const OptionEstimate& option, std::optional<Money> amount);
// billed … balance_bill, patient.
void write_amounts(JsonWriter& json, const Amounts& amounts);

// engine, as_of, seed, draws, budget when there is one, plans, treatment: what the estimate was made from.
void write_setting(JsonWriter& json, const Comparison& comparison);
// The same after the schema.
void write_head(JsonWriter& json, std::string_view schema, const Comparison& comparison);
// id … bands, over_budget when there is a budget: what an option is and what it costs.
void write_option_figures(JsonWriter& json, const OptionEstimate& option);
void write_lines(JsonWriter& json, const OptionEstimate& option, const PlanSummary& plan);
// The member "options": figures and authorization of each; the lines need a comparison made with lines.
void write_options(JsonWriter& json, const Comparison& comparison, bool with_lines);
void write_assumptions(JsonWriter& json, const Comparison& comparison);
void write_warnings(JsonWriter& json, const Comparison& comparison);

}  // namespace preauth
