#pragma once
// One residential program as plan and treatment text, with the parts that the tests of authorization vary.
// $2,000 deductible of which $500 is met, 20 % after it; $700 allowed and $1,400 billed a night, from Monday 12 January
// 2026. n approved nights cost the patient 1,500 + 20 % of (700 n − 1,500) = 1,200 + 140 n, for n of 3 or more.

#include <string>

#include "model/estimate.h"
#include "scenario.h"

namespace preauth::test {

// `head` are further keys of [plan], such as state = "NY"; `auth` the keys of the program's prior_auth.
std::string plan_text(const std::string& head, const std::string& auth, const std::string& level = "residential");
// `client` are further keys of [client]; `steps` follows "steps = ".
std::string treatment_text(const std::string& client, const std::string& steps);

inline const std::string kWeekThenFive =
    "required = true, first = \"7 days\", then = \"every 5 days\", never_requested = \"denied\", refused = \"denied\"";
inline const std::string kProviderLiable = kWeekThenFive + ", liable = \"provider\"";
inline const std::string kProgram =
    "[{ level = \"residential\", at = \"lakeside\", schedule = \"28 days\", room_and_board = \"included\" }]";

// The only option.
OptionEstimate course(const std::string& plan, const std::string& treatment, Date as_of = day("2026-01-05"));

std::vector<AuthorizationBranch> branches_of(const StepAuthorization& step, BranchKind kind);
// The only branch of the kind. Fails the test when there is none, or several.
AuthorizationBranch branch_of(const StepAuthorization& step, BranchKind kind);
std::vector<std::string> iso(const std::vector<Date>& dates);
// "2026-01-09 request-authorization urgent", one per task.
std::vector<std::string> listed(const std::vector<Task>& tasks);

}  // namespace preauth::test
