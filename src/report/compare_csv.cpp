#include "model/vocabulary.h"
#include "report/amount_text.h"
#include "report/care_words.h"
#include "report/compare_report.h"
#include "report/option_cells.h"
#include "report/plan_contrast.h"

namespace preauth {
namespace {

// No amount is valid when a price is missing.
void put_amount(CsvWriter& csv, const OptionEstimate& option, std::optional<Money> amount) {
  amount&& option.unpriced.empty() ? csv.number(decimal(*amount)) : csv.empty();
}

}  // namespace

std::string levels_text(const OptionEstimate& option) {
  std::string text;
  for (const Level level : option.levels) {
    if (!text.empty()) text += ' ';
    text += id(level);
  }
  return text;
}

std::string_view over_budget(const OptionEstimate& option, const std::optional<Money>& budget) {
  if (!budget || !option.unpriced.empty()) return {};
  return option.likely.patient() > *budget ? "yes" : "no";
}

void put_option_columns(CsvWriter& csv) {
  for (const std::string_view column : {"plan",
                                        "option",
                                        "title",
                                        "levels",
                                        "network",
                                        "first_day",
                                        "last_day",
                                        "billed",
                                        "allowed",
                                        "plan_pays",
                                        "write_off",
                                        "deductible",
                                        "copay",
                                        "coinsurance",
                                        "not_covered",
                                        "penalty",
                                        "balance_bill",
                                        "patient",
                                        "low_patient",
                                        "high_patient",
                                        "capped",
                                        "uncapped",
                                        "unapproved_day_low",
                                        "unapproved_day_high",
                                        "deposit",
                                        "p10",
                                        "p50",
                                        "p90"}) {
    csv.text(column);
  }
}

void put_option_cells(CsvWriter& csv, const OptionEstimate& option) {
  csv.text(option.plan).text(option.id).text(option_title(option, Lang::en)).text(levels_text(option));
  csv.text(id(option.network)).number(to_iso(option.first_day)).number(to_iso(option.last_day));
  const Amounts& likely = option.likely;
  for (const Money amount :
       {likely.billed, likely.allowed, likely.plan_pays, likely.write_off, likely.deductible, likely.copay,
        likely.coinsurance, likely.not_covered, likely.penalty, likely.balance_bill, likely.patient(),
        option.low.patient(), option.high.patient(), likely.capped(), likely.uncapped()}) {
    put_amount(csv, option, amount);
  }
  put_amount(csv, option, option.top_low);
  put_amount(csv, option, option.top_high);
  csv.number(decimal(option.deposit));
  const std::optional<Bands>& bands = option.bands;
  put_amount(csv, option, bands ? std::optional(bands->p10) : std::nullopt);
  put_amount(csv, option, bands ? std::optional(bands->p50) : std::nullopt);
  put_amount(csv, option, bands ? std::optional(bands->p90) : std::nullopt);
}

std::string compare_csv(const Comparison& comparison, CsvGuard guard) {
  CsvWriter csv(guard);
  put_option_columns(csv);
  csv.text("rank").text("above_least").end_row();
  for (const OptionEstimate& option : comparison.options) {
    put_option_cells(csv, option);
    const Standing standing = standing_of(comparison, option);
    csv.number(std::to_string(standing.rank));
    put_amount(csv, option, standing.above_least);
    csv.end_row();
  }
  return csv.take();
}

}  // namespace preauth
