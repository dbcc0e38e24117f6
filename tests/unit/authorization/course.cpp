#include "course.h"

#include <doctest/doctest.h>

namespace preauth::test {

std::string plan_text(const std::string& head, const std::string& auth, const std::string& level) {
  return R"(
[plan]
id = "gold"
name = "Gold"
year = "2026-01-01..2026-12-31"
)" + head +
         R"(
[deductible]
in = { individual = "$2,000" }
out = { individual = "$3,000" }
[out_of_pocket_max]
in = { individual = "$8,200" }
out = { individual = "$20,000" }
[out_of_network]
allowed = "contracted"
[benefits.)" +
         level + R"(]
in = "20% coinsurance after deductible"
out = "40% coinsurance after deductible"
prior_auth = { )" +
         auth + " }\n";
}

std::string treatment_text(const std::string& client, const std::string& steps) {
  return R"(
[client]
id = "C-1"
coverage = "individual"
start = 2026-01-12
)" + client +
         R"(
[so_far]
as_of = 2026-01-05
deductible = { in = "$500", out = "$0" }
out_of_pocket = { in = "$620", out = "$0" }
[[facilities]]
id = "lakeside"
kind = "freestanding"
network = "in"
[facilities.prices]
residential = { allowed = "$700/day", billed = "$1,400/day" }
detox = { allowed = "$700/day", billed = "$1,400/day" }
iop = { allowed = "$300/day", billed = "$780/day" }
[[facilities]]
id = "harbor"
kind = "hospital"
network = "out"
[facilities.prices]
residential = { allowed = "$500/day", billed = "$1,200/day" }
inpatient = { allowed = "$1,000/day", billed = "$3,000/day" }
[[options]]
id = "program"
steps = )" +
         steps + "\n";
}

OptionEstimate course(const std::string& plan_body, const std::string& treatment_body, Date as_of) {
  return estimate(plan(plan_body), treatment(treatment_body), as_of).options.at(0);
}

std::vector<AuthorizationBranch> branches_of(const StepAuthorization& step, BranchKind kind) {
  std::vector<AuthorizationBranch> found;
  for (const AuthorizationBranch& branch : step.branches) {
    if (branch.kind == kind) found.push_back(branch);
  }
  return found;
}

AuthorizationBranch branch_of(const StepAuthorization& step, BranchKind kind) {
  const std::vector<AuthorizationBranch> found = branches_of(step, kind);
  REQUIRE(found.size() == 1);
  return found.front();
}

std::vector<std::string> iso(const std::vector<Date>& dates) {
  std::vector<std::string> texts;
  for (const Date date : dates) texts.push_back(to_iso(date));
  return texts;
}

std::vector<std::string> listed(const std::vector<Task>& tasks) {
  std::vector<std::string> lines;
  for (const Task& task : tasks) {
    lines.push_back(to_iso(task.on) + " " + task.id + (task.detail.empty() ? "" : " " + task.detail));
  }
  return lines;
}

}  // namespace preauth::test
