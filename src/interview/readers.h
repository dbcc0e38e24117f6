#pragma once
// The readers of the prompts, one per kind of answer.

#include "interview/reading.h"

namespace preauth {

// ---- a Summary of Benefits and Coverage ----
Reading read_name(const Typed& typed, const ReadingContext& context);
Reading read_period(const Typed& typed, const ReadingContext& context);     // "01/01/2026 - 12/31/2026"
Reading read_plan_kind(const Typed& typed, const ReadingContext& context);  // "Plan Type: PPO"
// "$2,000 individual / $4,000 family; out-of-network: $4,000 individual / $8,000 family"
Reading read_amount_cell(const Typed& typed, const ReadingContext& context);
// A cell of the table; one that states two shares is shared out between two rows.
Reading read_share(const Typed& typed, const ReadingContext& context);
// The last column: "Preauthorization required; benefits reduced by 50% up to $500". Kept word for word; what states an
// authorization or a limit plainly is read.
Reading read_limitations(const Typed& typed, const ReadingContext& context);
Reading read_exclusions(const Typed& typed, const ReadingContext& context);  // a list
Reading read_administrator(const Typed& typed, const ReadingContext& context);

// ---- what is being considered ----
Reading read_plain(const Typed& typed, const ReadingContext& context);
Reading read_coverage(const Typed& typed, const ReadingContext& context);
Reading read_yes_or_no(const Typed& typed, const ReadingContext& context);
Reading read_condition(const Typed& typed, const ReadingContext& context);
Reading read_day(const Typed& typed, const ReadingContext& context);
Reading read_used(const Typed& typed, const ReadingContext& context);  // an amount from the member portal
Reading read_place(const Typed& typed, const ReadingContext& context);
Reading read_network(const Typed& typed, const ReadingContext& context);
Reading read_levels(const Typed& typed, const ReadingContext& context);
Reading read_price(const Typed& typed, const ReadingContext& context);

// The id that a facility's name becomes: "Lakeside Recovery" is lakeside-recovery.
std::string place_id(std::string_view name);

}  // namespace preauth
