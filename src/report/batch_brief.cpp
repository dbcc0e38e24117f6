// The short form of a batch row, written a million times in a run: amounts go straight into the output.

#include <array>
#include <string>
#include <utility>

#include "base/amount_text.h"
#include "formats/json_writer.h"
#include "report/batch_report.h"
#include "report/option_cells.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 11> kLikelyNames = {"billed",     "allowed",      "plan_pays",   "write_off",
                                                           "deductible", "copay",        "coinsurance", "not_covered",
                                                           "penalty",    "balance_bill", "patient"};

std::array<Money, kLikelyNames.size()> likely_amounts(const Amounts& amounts) {
  return {amounts.billed,     amounts.allowed,      amounts.plan_pays,   amounts.write_off,
          amounts.deductible, amounts.copay,        amounts.coinsurance, amounts.not_covered,
          amounts.penalty,    amounts.balance_bill, amounts.patient()};
}

std::string levels_json(const OptionEstimate& option) {
  std::string text = "[";
  for (const Level level : option.levels) {
    if (text.size() > 1) text += ',';
    text += json_quoted(id(level));
  }
  return text + "]";
}

// "name":"1234.50"
void append_member(std::string& out, std::string_view name, Money money) {
  out += '"';
  out += name;
  out += "\":\"";
  append_decimal(out, money);
  out += '"';
}

void append_day(std::string& out, std::string_view name, Date date) {
  out += ",\"";
  out += name;
  out += "\":\"";
  append_iso(out, date);
  out += '"';
}

void append_figures(std::string& out, const OptionEstimate& option) {
  append_day(out, "first_day", option.first_day);
  append_day(out, "last_day", option.last_day);
  out += ",\"likely\":";
  char before = '{';
  const auto amounts = likely_amounts(option.likely);
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    out += std::exchange(before, ',');
    append_member(out, kLikelyNames[i], amounts[i]);
  }
  out += "},\"low\":{";
  append_member(out, "patient", option.low.patient());
  out += "},\"high\":{";
  append_member(out, "patient", option.high.patient());
  out += "},";
  append_member(out, "capped", option.likely.capped());
  out += ',';
  append_member(out, "uncapped", option.likely.uncapped());
}

void put_figures(CsvWriter& csv, const OptionEstimate& option) {
  csv.date(option.first_day).date(option.last_day);
  csv.amounts(likely_amounts(option.likely));
  csv.amounts(std::array{option.low.patient(), option.high.patient(), option.likely.capped(), option.likely.uncapped(),
                         option.deposit});
}

// Days and amounts of an option that has a price missing.
constexpr std::string_view kNoFigures = ",,,,,,,,,,,,,,,,";

void put_no_figures(CsvWriter& csv, const OptionEstimate& option) { csv.cells(kNoFigures).amount(option.deposit); }

BriefLead lead_of(const OptionEstimate& option, CsvGuard guard) {
  CsvWriter csv(guard);
  csv.text(option.plan).text(option.id).text(levels_text(option)).text(id(option.network));
  return {csv.take(), "{\"id\":" + json_quoted(option.id) + ",\"plan\":" + json_quoted(option.plan) +
                          ",\"levels\":" + levels_json(option) + ",\"network\":" + json_quoted(id(option.network))};
}

}  // namespace

std::vector<BriefLead> brief_leads(const Comparison& comparison, CsvGuard guard) {
  std::vector<BriefLead> leads;
  for (const OptionEstimate& option : comparison.options) leads.push_back(lead_of(option, guard));
  return leads;
}

void append_brief_json(std::string& out, const Comparison& comparison, const BatchRowHead& head,
                       const std::vector<BriefLead>& leads) {
  out += "{\"schema\":\"preauth.batch/1\"";
  if (head.row) out += ",\"row\":" + std::to_string(*head.row);
  out += ",\"id\":";
  out += head.id.empty() ? "null" : json_quoted(head.id);
  if (comparison.budget) {
    out += ',';
    append_member(out, "budget", *comparison.budget);
  }
  out += ",\"options\":";
  char before = '[';
  for (std::size_t i = 0; i < leads.size(); ++i) {
    const OptionEstimate& option = comparison.options[i];
    out += std::exchange(before, ',');
    out += leads[i].json;
    if (option.unpriced.empty()) {
      append_figures(out, option);
    } else {
      out += ",\"likely\":null,\"reason\":\"no price is known\"";
    }
    out += '}';
  }
  out += leads.empty() ? "[]}\n" : "]}\n";
}

void append_brief_csv(std::string& out, const Comparison& comparison, const BatchRowHead& head,
                      const std::vector<BriefLead>& leads, CsvGuard guard) {
  CsvWriter of_client(guard);
  if (head.row) of_client.number(std::to_string(*head.row));
  const std::string client = of_client.text(head.id).take();
  CsvWriter csv(guard, std::move(out));
  for (std::size_t i = 0; i < leads.size(); ++i) {
    const OptionEstimate& option = comparison.options[i];
    csv.cells(client).cells(leads[i].csv);
    option.unpriced.empty() ? put_figures(csv, option) : put_no_figures(csv, option);
    comparison.budget ? csv.amount(*comparison.budget) : csv.empty();
    csv.number(over_budget(option, comparison.budget)).end_row();
  }
  out = csv.take();
}

std::string brief_csv_header(bool row_numbers) {
  CsvWriter csv(CsvGuard::none);
  if (row_numbers) csv.text("row");
  csv.text("id").text("plan").text("option").text("levels").text("network");
  csv.text("first_day").text("last_day");
  for (const std::string_view name : kLikelyNames) csv.text(name);
  csv.text("low_patient").text("high_patient").text("capped").text("uncapped").text("deposit");
  csv.text("budget").text("over_budget").end_row();
  return csv.take();
}

}  // namespace preauth
