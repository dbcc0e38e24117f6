// Runs the truth tables of tests/tables: one line per row, with the amounts on every boundary.

#include <fstream>
#include <sstream>

#include "build_terms.h"

using namespace preauth;
using namespace preauth::testing;

namespace {

// "149.99" in cents. The tables are ours, so anything else is a broken table.
std::int64_t hundredths(const std::string& text) {
  const std::size_t dot = text.find('.');
  const std::int64_t whole = std::stoll(text.substr(0, dot)) * 100;
  return dot == std::string::npos ? whole : whole + std::stoll(text.substr(dot + 1));
}

std::vector<std::vector<std::string>> rows_of(const std::string& name) {
  std::ifstream file(std::string(PREAUTH_SOURCE_DIR) + "/tests/tables/" + name);
  REQUIRE(file.is_open());
  std::vector<std::vector<std::string>> rows;
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> cells;
    std::istringstream cut(line);
    for (std::string cell; std::getline(cut, cell, ',');) cells.push_back(cell);
    rows.push_back(cells);
  }
  return rows;
}

DeductibleOrder order_of(const std::string& text) {
  if (text == "after") return DeductibleOrder::deductible_first;
  return text == "with" ? DeductibleOrder::copay_first : DeductibleOrder::does_not_apply;
}

}  // namespace

TEST_CASE("every_row_of_the_table_of_shares_holds") {
  const std::vector<std::vector<std::string>> rows = rows_of("shares.csv");
  REQUIRE(rows.size() > 20);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::vector<std::string>& row = rows[i];
    CAPTURE(row[0]);
    REQUIRE(row.size() == 13);
    const auto money = [&](std::size_t column) { return Money::cents(hundredths(row[column])); };
    Build plan = Build().deductible(money(6)).maximum(money(7));
    plan.row(Benefit::outpatient,
             Pays().copay(money(4)).rate(Rate::percent(hundredths(row[5]) / 100)).order(order_of(row[3])));
    ServiceLine line = visit(day(2026, 1, 12), money(2));
    line.billed = money(1);
    const Amounts amounts = only_line(plan.terms, line).amounts;
    CHECK(amounts.deductible == money(8));
    CHECK(amounts.copay == money(9));
    CHECK(amounts.coinsurance == money(10));
    CHECK(amounts.plan_pays == money(11));
    CHECK(amounts.write_off == money(12));
  }
}
