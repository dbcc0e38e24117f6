// Every worked example is decided by the engine and by the second adjudicator, and both must give the published
// amounts.

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "engine/adjudicate.h"
#include "property/second_adjudicator.h"
#include "vectors/vector.h"

namespace preauth {
namespace {

std::vector<Vector> all_vectors() {
  std::vector<Vector> all = deductible_and_maximum_vectors();
  for (const std::vector<Vector>& more : {copay_and_stay_vectors(), medicare_vectors()}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

void check_amount(const std::string& what, std::optional<Dollars> expected, Money found) {
  if (!expected) return;
  CAPTURE(what);
  CHECK(found.count_cents() == *expected * 100);
}

void check(const Expected& expected, const Amounts& found) {
  check_amount("deductible", expected.deductible, found.deductible);
  check_amount("copay", expected.copay, found.copay);
  check_amount("coinsurance", expected.coinsurance, found.coinsurance);
  check_amount("not covered", expected.not_covered, found.not_covered);
  check_amount("penalty", expected.penalty, found.penalty);
  check_amount("balance bill", expected.balance_bill, found.balance_bill);
  check_amount("write-off", expected.write_off, found.write_off);
  check_amount("patient", expected.patient, found.patient());
  check_amount("plan pays", expected.plan, found.plan_pays);
}

void check_use(const Vector& vector, const BucketUse& used) {
  std::optional<std::size_t> deductible;
  std::optional<std::size_t> maximum;
  for (std::size_t i = vector.terms.bucket_count; i-- > 0;) {
    (vector.terms.buckets[i].kind == BucketKind::deductible ? deductible : maximum) = i;
  }
  if (deductible) check_amount("deductible used", vector.used.deductible, used.person[*deductible]);
  if (deductible) check_amount("family deductible used", vector.used.family_deductible, used.family[*deductible]);
  if (maximum) check_amount("maximum used", vector.used.maximum, used.person[*maximum]);
}

// decide(line) gives the amounts of a line.
template <class Decide>
void check_lines(const Vector& vector, const Decide& decide) {
  Amounts total;
  for (std::size_t i = 0; i < vector.lines.size(); ++i) {
    const Amounts amounts = decide(vector.lines[i]);
    const std::size_t line = i + 1;
    CAPTURE(line);
    if (i < vector.expected.size()) check(vector.expected[i], amounts);
    total += amounts;
  }
  const std::string whole = "total";
  CAPTURE(whole);
  check(vector.total, total);
}

std::string worked_examples() {
  const char* const named = std::getenv("PREAUTH_SHARED");
  const std::string folder = named != nullptr ? named : std::string(PREAUTH_SOURCE_DIR) + "/../shared";
  std::ifstream file(folder + "/cases/worked.json");
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

TEST_CASE("engine_gives_the_published_amounts") {
  for (const Vector& vector : all_vectors()) {
    CAPTURE(vector.id);
    CAPTURE(vector.origin);
    Adjudicator engine(vector.terms, vector.start);
    check_lines(vector, [&engine](const ServiceLine& line) { return engine.adjudicate(line).amounts; });
    check_use(vector, engine.used());
  }
}

TEST_CASE("second_adjudicator_gives_the_published_amounts") {
  for (const Vector& vector : all_vectors()) {
    CAPTURE(vector.id);
    CAPTURE(vector.origin);
    SecondAdjudicator second(vector.terms, vector.start);
    check_lines(vector, [&second](const ServiceLine& line) { return second.decide(line).amounts; });
    check_use(vector, second.used());
  }
}

TEST_CASE("every_worked_example_is_among_our_vectors") {
  const std::string text = worked_examples();
  if (text.empty()) {
    MESSAGE("skipped: no collection of worked examples beside the project (PREAUTH_SHARED names its folder)");
    return;
  }
  const std::vector<Vector> vectors = all_vectors();
  const std::string key = "\"id\": \"";
  int found = 0;
  for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
    const std::size_t begin = at + key.size();
    const std::string id = text.substr(begin, text.find('"', begin) - begin);
    CAPTURE(id);
    bool is_ours = false;
    for (const Vector& vector : vectors) is_ours = is_ours || vector.id == id;
    CHECK(is_ours);
    ++found;
  }
  CHECK(found > 0);
}

}  // namespace preauth
