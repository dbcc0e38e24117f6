#include "report/sheet_cash.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace preauth {
namespace {

Date first_of_month(Date date) { return date - (date.day() - 1); }

struct Deposit {
  Date on;
  Money amount;
};

std::optional<Date> first_day_of_step(const OptionEstimate& option, std::size_t step) {
  std::optional<Date> first;
  for (const Run& run : option.runs) {
    if (run.line.step != step) continue;
    if (!first || run.line.date < *first) first = run.line.date;
  }
  return first;
}

// In the order of their days. The amount of all deposits is the estimate's, so none is lost where a step has no lines.
std::vector<Deposit> deposits_of(const OptionEstimate& option, const Treatment& treatment) {
  std::vector<Deposit> deposits;
  Money rest = option.deposit;
  for (const Option& stated : treatment.options) {
    if (stated.id != option.id) continue;
    for (std::size_t i = 0; i < stated.steps.size(); ++i) {
      const Known<Money>& known = stated.steps[i].deposit.known;
      const std::optional<Date> day = first_day_of_step(option, i + 1);
      if (!known.is_exact() || !day || known.value() > rest) continue;
      deposits.push_back({*day, known.value()});
      rest -= known.value();
    }
    break;
  }
  if (rest.is_positive()) deposits.push_back({option.first_day, rest});
  std::stable_sort(deposits.begin(), deposits.end(), [](const Deposit& a, const Deposit& b) { return a.on < b.on; });
  return deposits;
}

class CashBook {
 public:
  explicit CashBook(const OptionEstimate& option) : first_day_(option.first_day) {
    for (Date month = first_of_month(option.first_day); month <= option.last_day; month = add_months(month, 1)) {
      plan_.months.push_back({month, Money()});
      if (month > last_supported_date() - 31) break;  // dates clamp there, and the loop would not end
    }
  }

  void pay_deposit(const Deposit& deposit) {
    plan_.unused += deposit.amount;
    if (deposit.on <= first_day_) {
      plan_.before += deposit.amount;
    } else {
      add(deposit.on, deposit.amount);
    }
  }

  void pay_line(Date on, Money owed) {
    const Money credit = least(plan_.unused, owed);
    plan_.unused -= credit;
    add(on, owed - credit);
  }

  CashPlan take() { return std::move(plan_); }

 private:
  void add(Date on, Money amount) {
    const Date month = first_of_month(on);
    const auto found = std::find_if(plan_.months.begin(), plan_.months.end(),
                                    [month](const MonthDue& each) { return each.month == month; });
    if (found != plan_.months.end()) {
      found->due += amount;
    } else {
      plan_.months.push_back({month, amount});
    }
  }

  Date first_day_;
  CashPlan plan_;
};

bool is_at_home(Level level) { return level == Level::virtual_iop; }

}  // namespace

Money CashPlan::total() const {
  Money sum = before;
  for (const MonthDue& month : months) sum += month.due;
  return sum;
}

CashPlan cash_plan(const OptionEstimate& option, const Treatment& treatment) {
  const std::vector<Deposit> deposits = deposits_of(option, treatment);
  std::vector<const ExplainedLine*> lines;
  for (const ExplainedLine& line : option.lines) lines.push_back(&line);
  std::stable_sort(lines.begin(), lines.end(),
                   [](const ExplainedLine* a, const ExplainedLine* b) { return a->line.date < b->line.date; });
  CashBook book(option);
  auto deposit = deposits.begin();
  for (const ExplainedLine* line : lines) {
    for (; deposit != deposits.end() && deposit->on <= line->line.date; ++deposit) book.pay_deposit(*deposit);
    book.pay_line(line->line.date, line->result.amounts.patient());
  }
  for (; deposit != deposits.end(); ++deposit) book.pay_deposit(*deposit);
  return book.take();
}

Money stated_amount(const Field<Money>& field) {
  const Known<Money>& known = field.known;
  if (known.is_unknown()) return {};
  return known.is_exact() ? known.value() : Money::cents((known.low() + known.high()).count_cents() / 2);
}

LifeCost life_cost(const OptionEstimate& option, const Life& life) {
  std::set<Date> days;
  std::set<Date> trip_days;
  std::set<std::uint16_t> admissions;
  for (const ExplainedLine& each : option.lines) {
    const ServiceLine& line = each.line;
    days.insert(line.date);
    if (line.admission > 0) {
      admissions.insert(line.admission);
    } else if (!is_at_home(line.level)) {
      trip_days.insert(line.date);
    }
  }
  LifeCost cost;
  const Money day_off = stated_amount(life.unpaid_day_off);
  const Money trip = stated_amount(life.travel_per_visit);
  const Money childcare = stated_amount(life.childcare_per_day);
  const auto is_workday = [](Date day) { return day.weekday() <= Weekday::friday; };
  if (day_off.is_positive()) cost.days_off = std::count_if(days.begin(), days.end(), is_workday);
  if (trip.is_positive()) cost.trips = static_cast<std::int64_t>(trip_days.size() + admissions.size());
  if (childcare.is_positive()) cost.childcare_days = static_cast<std::int64_t>(days.size());
  cost.total = day_off * cost.days_off + trip * cost.trips + childcare * cost.childcare_days;
  return cost;
}

}  // namespace preauth
