// Page 1: what is due before the first day and in which month, money that is set aside, and what daily life costs.

#include <algorithm>
#include <array>

#include "messages/compare.h"
#include "messages/format_values.h"
#include "messages/sheet.h"
#include "report/amount_text.h"
#include "report/care_words.h"
#include "report/compare_words.h"
#include "report/sheet_cash.h"
#include "report/sheet_parts.h"

namespace preauth {
namespace {

constexpr std::size_t kMostMonths = 6;  // columns; what comes later is one sum

struct OptionCash {
  const OptionEstimate* option = nullptr;
  CashPlan cash;
};

std::vector<OptionCash> cash_of_options(const SheetInput& input) {
  std::vector<OptionCash> all;
  for (const OptionEstimate* option : options_of(input.comparison, 0)) {
    if (is_priced(*option) && option->insured) all.push_back({option, cash_plan(*option, input.treatment)});
  }
  return all;
}

// Every month in which some option has care.
std::vector<Date> months_of(const std::vector<OptionCash>& all) {
  std::vector<Date> months;
  for (const OptionCash& each : all) {
    for (const MonthDue& month : each.cash.months) months.push_back(month.month);
  }
  std::sort(months.begin(), months.end());
  months.erase(std::unique(months.begin(), months.end()), months.end());
  return months;
}

Money due_in(const CashPlan& cash, Date first, Date last) {
  Money due;
  for (const MonthDue& month : cash.months) {
    if (first <= month.month && month.month <= last) due += month.due;
  }
  return due;
}

std::string amount_or_dash(Money amount, Lang lang) {
  return amount.is_zero() ? msg::compare::nothing(lang) : rounded(lang, amount);
}

Money set_aside(const Accounts& accounts) {
  return stated_amount(accounts.hsa) + stated_amount(accounts.hra) + stated_amount(accounts.fsa);
}

struct MonthColumns {
  std::vector<Date> months;
  bool has_later = false;  // after the last of them
};

MonthColumns columns_for(const std::vector<OptionCash>& all) {
  MonthColumns columns{months_of(all), false};
  if (columns.months.size() <= kMostMonths) return columns;
  columns.months.resize(kMostMonths - 1);
  columns.has_later = true;
  return columns;
}

SheetTable month_table(SheetWork& work, const std::vector<OptionCash>& all) {
  const Lang lang = work.lang();
  const MonthColumns columns = columns_for(all);
  const Money aside = set_aside(work.input.treatment.accounts);
  const bool deposits =
      std::any_of(all.begin(), all.end(), [](const OptionCash& each) { return each.cash.before.is_positive(); });
  SheetTable table;
  table.caption = msg::sheet::when_caption(lang);
  table.columns = {{msg::sheet::column_option(lang), false}};
  if (deposits) table.columns.push_back({msg::sheet::when_before(lang), true});
  for (const Date month : columns.months) table.columns.push_back({format_month(lang, month), true});
  if (columns.has_later) {
    table.columns.push_back({msg::sheet::when_later(lang, format_month(lang, columns.months.back())), true});
  }
  table.columns.push_back({msg::sheet::when_total(lang), true});
  if (aside.is_positive()) table.columns.push_back({msg::sheet::when_set_aside(lang), true});
  for (const OptionCash& each : all) {
    std::vector<PageText> row = {work.option_words(*each.option)};
    if (deposits) row.emplace_back(amount_or_dash(each.cash.before, lang));
    for (const Date month : columns.months) row.emplace_back(amount_or_dash(due_in(each.cash, month, month), lang));
    if (columns.has_later) {
      row.emplace_back(amount_or_dash(due_in(each.cash, columns.months.back() + 1, last_supported_date()), lang));
    }
    row.emplace_back(rounded(lang, each.cash.total()));
    if (aside.is_positive()) row.emplace_back(rounded(lang, not_below_zero(each.cash.total() - aside)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string accounts_sentence(const Accounts& accounts, Lang lang) {
  std::vector<std::string> list;
  const auto add = [&](const Field<Money>& field, std::string (*words)(Lang, Money)) {
    if (const Money amount = stated_amount(field); amount.is_positive()) list.push_back(words(lang, amount));
  };
  add(accounts.hsa, msg::sheet::account_hsa);
  add(accounts.hra, msg::sheet::account_hra);
  add(accounts.fsa, msg::sheet::account_fsa);
  return list.empty() ? std::string() : msg::sheet::set_aside(lang, listed(lang, list));
}

std::string life_sentence(const LifeCost& cost, const std::string& what, Lang lang) {
  std::vector<std::string> parts;
  if (cost.days_off > 0) parts.push_back(msg::sheet::life_days_off(lang, cost.days_off));
  if (cost.trips > 0) parts.push_back(msg::sheet::life_trips(lang, cost.trips));
  if (cost.childcare_days > 0) parts.push_back(msg::sheet::life_childcare(lang, cost.childcare_days));
  return msg::sheet::life_cost(lang, what, about(lang, cost.total), listed(lang, parts));
}

void add_notes(SheetWork& work, const std::vector<OptionCash>& all, SheetSection& section) {
  const Lang lang = work.lang();
  const auto add = [&](std::string sentence) {
    if (!sentence.empty()) section.blocks.emplace_back(SheetParagraph{std::move(sentence), true});
  };
  const bool deposits =
      std::any_of(all.begin(), all.end(), [](const OptionCash& each) { return each.option->deposit.is_positive(); });
  add(deposits ? msg::sheet::when_note(lang) + " " + msg::sheet::deposit_note(lang) : msg::sheet::when_note(lang));
  for (const OptionCash& each : all) {
    if (!each.cash.unused.is_positive()) continue;
    add(msg::sheet::deposit_back(lang, work.option_words(*each.option), each.cash.unused));
  }
  add(accounts_sentence(work.input.treatment.accounts, lang));
  for (const OptionCash& each : all) {
    const LifeCost cost = life_cost(*each.option, work.input.treatment.life);
    if (cost.total.is_positive()) add(life_sentence(cost, work.option_words(*each.option), lang));
  }
}

}  // namespace

SheetSection when_section(SheetWork& work) {
  SheetSection section{"when", msg::sheet::when(work.lang()), {}};
  const std::vector<OptionCash> all = cash_of_options(work.input);
  if (all.empty()) return section;
  section.blocks.emplace_back(month_table(work, all));
  add_notes(work, all, section);
  return section;
}

}  // namespace preauth
