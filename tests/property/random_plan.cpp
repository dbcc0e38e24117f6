#include "property/random_plan.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "property/dice.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, 8> kKinds = {"hmo",        "epo",  "ppo",      "pos",
                                                    "short-term", "hdhp", "medicaid", "unknown"};
constexpr std::array<std::string_view, 9> kAmounts = {"$0",      "$500",         "$1,500",         "$3,000", "$6,000",
                                                      "unknown", "$250..$1,000", "$1,000..$4,000", "$2,750"};
constexpr std::array<std::string_view, 6> kMaxima = {"$6,500",         "$9,200", "unknown",
                                                     "$6,500..$9,000", "none",   "$10,600"};
constexpr std::array<std::string_view, 16> kShares = {"$30 copay; deductible does not apply",
                                                      "$40 copay after deductible",
                                                      "$40 copay",
                                                      "20% coinsurance after deductible",
                                                      "20%; deductible does not apply",
                                                      "no charge after deductible",
                                                      "no charge; deductible does not apply",
                                                      "$350 copay per stay after deductible",
                                                      "$300 per day for days 1-5; $0 per day for days 6-90",
                                                      "first 3 visits $0, then $40 copay",
                                                      "$500 per admission then 20% coinsurance after deductible",
                                                      "$20..$60 copay; deductible does not apply",
                                                      "10%..40% coinsurance after deductible",
                                                      "$300 per day, up to 4 days per admission",
                                                      "not covered",
                                                      "unknown"};
constexpr std::array<std::string_view, 11> kRows = {
    "office-visit", "outpatient-other",       "outpatient", "iop",        "php", "residential", "inpatient",
    "detox",        "inpatient-professional", "laboratory", "virtual-iop"};
constexpr std::array<std::string_view, 4> kLimits = {"30 days per year", "unknown", "none", "20..60 days per year"};
constexpr std::array<std::string_view, 4> kSteps = {"iop", "residential", "php", "outpatient"};
constexpr std::array<std::string_view, 5> kPrices = {"{ allowed = \"$319.38/day\" }",
                                                     "{ allowed = \"$200..$400/day\", billed = \"$900/day\" }",
                                                     "{ allowed = \"$410/day\", billed = \"$500..$1,200/day\" }",
                                                     "{ billed = \"$780/day\" }", "{ allowed = \"$95.50/day\" }"};

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

class FileMaker {
 public:
  FileMaker(std::uint64_t seed, bool small) : dice_(seed), small_(small) {}

  RandomFiles make() {
    put("plan.kind", quoted(dice_.pick(kKinds)));
    put_amounts("deductible", kAmounts);
    put_amounts("out_of_pocket_max", kMaxima);
    if (dice_.chance(40)) put("out_of_network.allowed", dice_.chance(50) ? "\"140% of Medicare\"" : "\"unknown\"");
    for (const std::string_view row : kRows) put_row(row);
    files_.treatment = treatment();
    return files_;
  }

 private:
  void put(const std::string& path, std::string value) { files_.plan.push_back({path, std::move(value)}); }

  template <std::size_t N>
  void put_amounts(const std::string& table, const std::array<std::string_view, N>& amounts) {
    if (dice_.chance(15)) return;
    put(table + ".in.individual", quoted(stated(amounts)));
    if (dice_.chance(30)) put(table + ".out", "\"not covered\"");
  }

  // Small cases leave little open.
  template <std::size_t N>
  std::string_view stated(const std::array<std::string_view, N>& values) {
    std::string_view value = dice_.pick(values);
    while (small_ && dice_.chance(70) && (value == "unknown" || value.find("..") != std::string_view::npos)) {
      value = dice_.pick(values);
    }
    return value;
  }

  void put_row(std::string_view row) {
    const std::string path = "benefits." + std::string(row) + ".";
    if (dice_.chance(small_ ? 10 : 35)) return;
    if (row == "iop" && dice_.chance(40)) {
      put(path + "same_as", "\"unknown\"");
    } else {
      put(path + "in", quoted(stated(kShares)));
    }
    if (dice_.chance(30)) put(path + "out", quoted(stated(kShares)));
    if (dice_.chance(25)) put(path + "limit", quoted(stated(kLimits)));
  }

  std::string treatment() {
    std::string text = "[client]\nid = \"C-1\"\ncondition = \"substance use\"\nstart = 2026-" +
                       std::string(dice_.chance(20) ? "12-05" : "03-02") + "\n";
    if (dice_.chance(60)) {
      text += "[so_far]\nas_of = 2026-0" + std::to_string(dice_.small(1, 2)) + "-20\n";
      if (dice_.chance(70)) text += "deductible = { in = \"$" + std::to_string(dice_.small(0, 8) * 100) + "\" }\n";
    }
    text += "[[facilities]]\nid = \"f\"\nkind = \"freestanding\"\nnetwork = ";
    text += dice_.chance(40) ? "\"unknown\"" : dice_.chance(60) ? "\"in\"" : "\"out\"";
    const std::string_view level = dice_.pick(kSteps);
    text += "\nprices = { " + std::string(level) + " = " + std::string(dice_.pick(kPrices)) + " }\n";
    text += "[[options]]\nid = \"o\"\nsteps = [{ level = " + quoted(level) + ", at = \"f\"";
    if (dice_.chance(70))
      text += ", schedule = " + quoted(level == "residential" ? "10..28 days" : "3 days/week for 6 weeks");
    return text + " }]\n";
  }

  Dice dice_;
  bool small_;
  RandomFiles files_;
};

}  // namespace

std::string RandomFiles::plan_text() const {
  std::string text = "plan.id = \"p\"\nplan.name = \"P\"\nplan.year = \"2026-01-01..2026-12-31\"\n";
  for (const RandomField& field : plan) text += field.path + " = " + field.value + "\n";
  return text;
}

RandomFiles random_files(std::uint64_t seed, bool small) { return FileMaker(seed, small).make(); }

}  // namespace preauth
