// Every string of official extracts, where these are at hand: PREAUTH_SHARED or ../shared beside the source folder.

#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "load/phrase.h"

using namespace preauth;

namespace {

using Fields = std::vector<std::string>;

Fields split_csv(const std::string& line) {
  Fields fields(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      fields.emplace_back();
    } else if (c != '\r') {
      fields.back() += c;
    }
  }
  return fields;
}

// The rows without the heading; none when the file is absent, which is said.
std::optional<std::vector<Fields>> read_csv(const std::string& name) {
  const char* folder = std::getenv("PREAUTH_SHARED");
  const std::string root = folder != nullptr ? folder : PREAUTH_SOURCE_DIR "/../shared";
  std::ifstream file(root + "/data/" + name);
  if (!file) {
    MESSAGE("skipped: " << name << " is not here");
    return std::nullopt;
  }
  std::vector<Fields> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) rows.push_back(split_csv(line));
  return rows;
}

void check_reads_back(const CostShare& share) {
  for (const Wording wording : {Wording::puf, Wording::sbc}) {
    const PhraseResult<CostShare> again = parse_cost_share(canonical(share), {wording, false, false});
    REQUIRE(again.value);
    CHECK(*again.value == share);
  }
}

void check_columns(const std::string& copay, const std::string& coinsurance, bool out) {
  CAPTURE(copay);
  CAPTURE(coinsurance);
  const PhraseResult<CostShare> result = parse_puf_columns(copay, coinsurance, out);
  CHECK(result.problems.empty());
  if (result.value) check_reads_back(*result.value);
}

}  // namespace

TEST_CASE("every_cost_string_of_the_2026_puf_is_read") {
  const auto rows = read_csv("exchange-puf-2026-cost-strings.csv");
  if (!rows) return;
  for (const Fields& row : *rows) {
    const bool copay = row.at(0) == "copay";
    check_columns(copay ? row.at(1) : "", copay ? "Not Applicable" : row.at(1), false);
    check_columns(copay ? row.at(1) : "Not Applicable", copay ? "" : row.at(1), true);
    const bool states_nothing = row.at(1) == "Not Applicable" || row.at(1) == "(blank)";
    for (const Wording wording : {Wording::puf, Wording::sbc}) {
      const PhraseResult<CostShare> plain = parse_cost_share(row.at(1), {wording, false, false});
      CAPTURE(row.at(1));
      CHECK(plain.value.has_value() == !states_nothing);
      if (plain.value) check_reads_back(*plain.value);
    }
  }
}

TEST_CASE("every_column_pair_of_the_older_pufs_is_read") {
  const auto rows = read_csv("exchange-puf-2014-2016-mh-sud-sample.csv");
  if (!rows) return;
  constexpr std::size_t kCopayIn = 6;
  for (const Fields& row : *rows) {
    check_columns(row.at(kCopayIn), row.at(kCopayIn + 1), false);
    check_columns(row.at(kCopayIn + 2), row.at(kCopayIn + 3), false);
    check_columns(row.at(kCopayIn + 4), row.at(kCopayIn + 5), true);
  }
}

TEST_CASE("every_cell_of_the_plan_finder_is_read_or_refused_with_a_reason") {
  const auto rows = read_csv("medicare-advantage-2026-sample.csv");
  if (!rows) return;
  constexpr std::size_t kFirstCell = 5;
  std::map<std::string, int> classes;
  for (const Fields& row : *rows) {
    for (std::size_t i = kFirstCell; i < row.size(); ++i) {
      CAPTURE(row[i]);
      const PhraseResult<NetworkedShares> result = parse_plan_finder(row[i]);
      if (!result.value) {
        REQUIRE(result.problems.size() == 1);
        CHECK(result.problems[0].kind == PhraseProblem::Kind::cannot_model);
        ++classes["refused: " + result.problems[0].detail];
        continue;
      }
      ++classes[row[i].empty() ? "blank" : "read"];
      for (const auto& share : {result.value->in, result.value->tier2, result.value->out}) {
        if (share) check_reads_back(*share);
      }
    }
  }
  // 400 plans with 7 cells each.
  CHECK(classes["read"] + classes["blank"] >= 2'780);
  for (const auto& [name, count] : classes) MESSAGE(name << ": " << count);
}

TEST_CASE("every_limit_unit_of_the_2026_puf_is_read_or_refused_with_a_reason") {
  const auto rows = read_csv("exchange-puf-2026-limit-units.csv");
  if (!rows) return;
  for (const Fields& row : *rows) {
    CAPTURE(row.at(0));
    const PhraseResult<LimitPhrase> result = parse_limit("20 " + row.at(0));
    const bool counts_things = row.at(0).starts_with("Item") || row.at(0).starts_with("Exam");
    CHECK(result.value.has_value() != counts_things);
    if (!result.value) CHECK(result.problems.at(0).kind == PhraseProblem::Kind::cannot_model);
  }
}
