#include "interview/prompts.h"

#include "interview/readers.h"

namespace preauth {
namespace {

constexpr std::string_view kShareWords =
    "no charge|not covered|deductible does not apply|after deductible|coinsurance after deductible|copay after "
    "deductible";
constexpr std::string_view kAuthorizationWords = "None|Preauthorization required";

std::vector<Prompt> make_plan_prompts() {
  const std::string shares(kShareWords);
  const std::string limits(kAuthorizationWords);
  const std::string sbc = "SBC";
  return {
      {"name", "name", 1, "plan.name", &read_name, sbc},
      {"period", "period", 1, "plan.year", &read_period, sbc},
      {"type", "type", 1, "plan.kind", &read_plan_kind, sbc, "HMO|PPO|EPO|POS|HDHP"},
      {"deductible", "deductible", 1, "deductible", &read_amount_cell, sbc, "individual|family|None"},
      {"maximum", "maximum", 1, "out_of_pocket_max", &read_amount_cell, sbc, "individual|family|Not applicable"},
      {"visit", "visit", 2, "benefits.office-visit.in", &read_share, sbc, shares},
      {"outpatient", "outpatient", 3, "benefits.outpatient.in", &read_share, sbc, shares},
      {"outpatient-out", "outpatient-out", 3, "benefits.outpatient.out", &read_share, sbc, shares},
      {"outpatient-limits", "outpatient-limits", 3, "benefits.outpatient", &read_limitations, sbc, limits},
      {"inpatient", "inpatient", 3, "benefits.inpatient.in", &read_share, sbc, shares},
      {"inpatient-out", "inpatient-out", 3, "benefits.inpatient.out", &read_share, sbc, shares},
      {"inpatient-limits", "inpatient-limits", 3, "benefits.inpatient", &read_limitations, sbc, limits},
      {"excluded", "excluded", 5, "exclusions", &read_exclusions, sbc},
      {"card", "card", 0, "plan.behavioral_administrator", &read_administrator, "insurance card", "no"},
  };
}

std::vector<Prompt> make_treatment_prompts() {
  std::vector<Prompt> all = {
      {"code", "code", 0, "client.id", &read_plain, ""},
      {"age", "age", 0, "client.age", &read_plain, ""},
      {"condition", "condition", 0, "client.condition", &read_condition, "", "substance use|mental health|both"},
      {"coverage", "coverage", 0, "client.coverage", &read_coverage, "", "individual|family"},
      {"start", "start", 0, "client.start", &read_day, ""},
      {"other", "other", 0, "client.other_coverage", &read_yes_or_no, "", "yes|no"},
      {"deductible-used", "deductible-used", 0, "so_far.deductible.in", &read_used, ""},
      {"maximum-used", "maximum-used", 0, "so_far.out_of_pocket.in", &read_used, ""},
      {"place", "place", 0, "facilities", &read_place, ""},
      {"network", "network", 0, "facilities", &read_network, "", "in|out", AskedWhen::place_named},
      {"levels", "levels", 0, "options", &read_levels, "",
       "outpatient|iop|virtual-iop|php|residential|inpatient|detox"},
  };
  for (std::size_t i = 0; i < kLevelCount; ++i) {
    const Level level = static_cast<Level>(i);
    const std::string name(id(level));
    all.push_back({"schedule-" + name, "schedule", 0, "options." + name + ".steps.1.schedule", &read_plain, "", "",
                   AskedWhen::level_chosen, level});
    if (level == Level::mutual_support) continue;  // free, and no line of a plan
    all.push_back({"price-" + name, "price", 0, "facilities", &read_price, "", "", AskedWhen::level_at_place, level});
  }
  return all;
}

}  // namespace

const std::vector<Prompt>& prompts(InterviewKind kind) {
  static const std::vector<Prompt> plan = make_plan_prompts();
  static const std::vector<Prompt> treatment = make_treatment_prompts();
  return kind == InterviewKind::plan ? plan : treatment;
}

std::vector<std::string> shown_paths(const Prompt& prompt) {
  if (prompt.read == &read_amount_cell) {
    std::vector<std::string> paths;
    for (const std::string_view network : {"in", "out"}) {
      for (const std::string_view person : {"individual", "family"}) {
        paths.push_back(prompt.path + "." + std::string(network) + "." + std::string(person));
      }
    }
    return paths;
  }
  if (prompt.read == &read_limitations) return {prompt.path + ".prior_auth.required", prompt.path + ".limit"};
  if (prompt.read == &read_exclusions) return {};
  return {prompt.path};
}

}  // namespace preauth
