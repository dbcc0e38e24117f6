#include "random_clients.h"

#include "property/dice.h"
#include "reference/library.h"

namespace random_clients {

using preauth::Dice;

const std::string_view kTreatment = R"(schema = "preauth.treatment/1"
[client]
start = 2026-02-02
[[facilities]]
id = "place"
network = "in"
[facilities.prices]
iop = { allowed = "$319.38/day" }
[[facilities]]
id = "house"
[[options]]
id = "iop"
steps = [{ level = "iop", at = "place", schedule = "3 days/week for 9 weeks" }]
[[options]]
id = "stay"
[[options.steps]]
level = "residential"
at = "house"
schedule = "28 days"
[[options.steps]]
level = "outpatient"
at = "place"
schedule = "1 visit/week for 12 weeks"
)";

namespace {

enum class Kind : std::uint8_t {
  date,
  amount,
  network,
  price,
  schedule,
  days,
  age,
  coverage,
  condition,
  yes_no,
  used_visits,
  facility_kind,
  title,
  level,
  row,
  limit,
  authorization,
  first_days,
  rate
};

struct Choice {
  std::string_view path;
  Kind kind;
  std::int64_t percent;        // of the clients that state it
  bool own_treatment = false;  // names a part of clients.toml
  std::int64_t most = 0;       // dollars
};

constexpr std::array<Choice, 40> kChoices = {{
    {"client.start", Kind::date, 75},
    {"client.age", Kind::age, 30},
    {"client.coverage", Kind::coverage, 30},
    {"client.condition", Kind::condition, 20},
    {"client.other_coverage", Kind::yes_no, 10},
    {"so_far.as_of", Kind::date, 20},
    {"so_far.deductible.in", Kind::amount, 50, false, 900},
    {"so_far.deductible.out", Kind::amount, 15, false, 2'000},
    {"so_far.out_of_pocket.in", Kind::amount, 50, false, 3'000},
    {"so_far.out_of_pocket.out", Kind::amount, 15, false, 4'000},
    {"so_far.family.deductible.in", Kind::amount, 8, false, 1'500},
    {"so_far.family.out_of_pocket.in", Kind::amount, 8, false, 6'000},
    {"so_far.used.outpatient", Kind::used_visits, 15},
    {"so_far.used.residential", Kind::used_visits, 10},
    {"facilities.place.network", Kind::network, 40, true},
    {"facilities.place.kind", Kind::facility_kind, 15, true},
    {"facilities.place.prices.iop.allowed", Kind::price, 40, true, 700},
    {"facilities.place.prices.outpatient.allowed", Kind::price, 20, true, 300},
    {"facilities.house.network", Kind::network, 30, true},
    {"facilities.house.prices.residential.billed", Kind::price, 20, true, 1'900},
    {"facilities.house.prices.residential.allowed", Kind::price, 20, true, 900},
    {"options.iop.title", Kind::title, 15, true},
    {"options.iop.steps.1.level", Kind::level, 15, true},
    {"options.iop.steps.1.schedule", Kind::schedule, 40, true},
    {"options.stay.steps.1.schedule", Kind::days, 30, true},
    {"options.stay.steps.2.schedule", Kind::schedule, 20, true},
    {"life.unpaid_day_off", Kind::amount, 10, false, 300},
    {"life.travel_per_visit", Kind::amount, 10, false, 50},
    {"life.childcare_per_day", Kind::amount, 10, false, 90},
    {"deductible.in.individual", Kind::amount, 10, false, 3'000},
    {"out_of_pocket_max.in.individual", Kind::amount, 8, false, 9'000},
    {"benefits.iop.in", Kind::row, 15},
    {"benefits.residential.in", Kind::row, 10},
    {"benefits.outpatient.in", Kind::row, 10},
    {"benefits.residential.limit", Kind::limit, 8},
    {"benefits.iop.prior_auth", Kind::authorization, 10},
    {"benefits.residential.prior_auth", Kind::authorization, 10},
    {"prior_auth.first", Kind::first_days, 8},
    {"benefits.iop.noncovered_rate", Kind::rate, 4},
    {"options.stay.title", Kind::title, 5, true},
}};

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// As people and exports write it; one in eight is a range, one in sixteen unknown.
std::string amount(Dice& dice, std::int64_t most, std::string_view unit = {}) {
  const std::int64_t whole = dice.below(most);
  const std::string plain = std::to_string(whole) + "." + two_digits(dice.below(100));
  std::string text;
  switch (dice.below(16)) {
    case 0:
      return "unknown";
    case 1:
    case 2:
      text = "$" + std::to_string(whole / 2) + "..$" + std::to_string(whole + 1);
      break;
    case 3:
    case 4:
      text = plain;
      break;
    case 5:
      text = "$" + std::to_string(1 + whole % 2) + "," + std::to_string(100 + whole % 900);
      break;
    default:
      text = dice.chance(50) ? "$" + plain : "$" + std::to_string(whole);
  }
  return text + std::string(unit);
}

std::string schedule(Dice& dice) {
  const std::string weeks = std::to_string(dice.between(2, 16));
  switch (dice.below(6)) {
    case 0:
      return std::to_string(dice.between(1, 40)) + " visits";
    case 1:
      return "6..12 weeks";
    case 2:
      return "Mon/Thu for " + weeks + " weeks";
    case 3:
      return "unknown";
    default:
      return std::to_string(dice.between(1, 4)) + " days/week for " + weeks + " weeks";
  }
}

std::string cost_share(Dice& dice) {
  switch (dice.below(6)) {
    case 0:
      return "unknown";
    case 1:
      return "not covered";
    case 2:
      return "$" + std::to_string(dice.between(10, 120)) + " copay";
    case 3:
      return std::to_string(dice.between(5, 50)) + "%";
    case 4:
      return "10%..40% after deductible";
    default:
      return std::to_string(dice.between(5, 50)) + "% after deductible";
  }
}

template <std::size_t N>
std::string word(Dice& dice, const std::array<std::string_view, N>& words) {
  return std::string(dice.pick(words));
}

std::string text_of(const Choice& choice, Dice& dice) {
  switch (choice.kind) {
    case Kind::date:
      return "202" + std::to_string(dice.chance(80) ? 6 : dice.between(5, 7)) + "-" + two_digits(dice.between(1, 12)) +
             "-" + two_digits(dice.between(1, 28));
    case Kind::amount:
      return amount(dice, choice.most);
    case Kind::network:
      return word<4>(dice, {"in", "in", "out", "unknown"});
    case Kind::price:
      return amount(dice, choice.most, "/day");
    case Kind::schedule:
      return schedule(dice);
    case Kind::days:
      return dice.chance(20) ? "14..60 days" : std::to_string(dice.between(3, 90)) + " days";
    case Kind::age:
      return std::to_string(dice.between(12, 90));
    case Kind::coverage:
      return word<2>(dice, {"individual", "family"});
    case Kind::condition:
      return word<3>(dice, {"substance use", "mental health", "both"});
    case Kind::yes_no:
      return word<3>(dice, {"no", "no", "unknown"});
    case Kind::used_visits:
      return std::to_string(dice.between(1, 40));
    case Kind::facility_kind:
      return word<3>(dice, {"freestanding", "hospital", "office"});
    case Kind::title:
      return "Care \"" + std::to_string(dice.below(100)) + "\", <b>près d'ici</b>";
    case Kind::level:
      return word<3>(dice, {"iop", "php", "outpatient"});
    case Kind::row:
      return cost_share(dice);
    case Kind::limit:
      return word<4>(dice, {"30 days per year", "60 days per year", "none", "unknown"});
    case Kind::authorization:
      return word<3>(dice, {"required", "none", "unknown"});
    case Kind::first_days:
      return std::to_string(dice.between(3, 30)) + " days";
    case Kind::rate:
      return word<2>(dice, {"billed", "contracted"});
  }
  return {};
}

}  // namespace

std::vector<std::string_view> paths() {
  std::vector<std::string_view> all;
  for (const Choice& choice : kChoices) all.push_back(choice.path);
  return all;
}

Client client(std::uint64_t seed) {
  Dice dice(seed);
  Client made;
  const auto plans = preauth::library_plans();
  made.plan = plans[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(plans.size())))].name;
  made.own_treatment = dice.chance(65);
  if (dice.chance(50)) made.budget = "$" + std::to_string(dice.below(9'000)) + ".50";
  for (const Choice& choice : kChoices) {
    const bool states = dice.chance(choice.percent);
    if (states && (made.own_treatment || !choice.own_treatment))
      made.values.push_back({choice.path, text_of(choice, dice)});
  }
  return made;
}

}  // namespace random_clients
