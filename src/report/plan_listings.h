#pragma once
// The plans at hand, and one plan in plain words: every row of its file with canonical phrases, and what it leaves open
// shown as "unknown: ask" instead of being left out.

#include <span>
#include <string>

#include "messages/lang.h"
#include "model/plan.h"
#include "report/listing.h"

namespace preauth {

struct PlanListRow {
  std::string name;  // what to type: a library name or a path
  std::string title;
  std::string kind;
  std::string year;
  bool example = false;
  std::string origin;       // "library", "yours"
  std::string issuer = {};  // searched, not shown
  std::string metal = {};
  std::string state = {};
  std::string matched = {};  // words of a search that were found
};

Listing plan_list(std::span<const PlanListRow> plans, Lang lang);  // preauth.plans/1, items "plans"
// The same with the words that were found; best match first.
Listing found_plans(std::span<const PlanListRow> plans, Lang lang);
Listing plan_rows(const Plan& plan, Lang lang);  // preauth.plan-rows/1, items "rows"

}  // namespace preauth
