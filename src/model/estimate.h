#pragma once
// What an estimate says, before any renderer turns it into text: per option the likely, low and high amounts, what comes
// on top without a cap, authorization branches, and for the whole comparison the assumptions, questions and warnings.
// low and high are whole consistent scenarios (authorization as planned), never sums of separate extremes.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/known.h"
#include "base/money.h"
#include "base/source.h"
#include "model/accumulators.h"
#include "model/adjudication.h"
#include "model/line.h"
#include "model/vocabulary.h"

namespace preauth {

// Where a rule is written: "benefits.inpatient.in", its words in canonical form, and the place in the file. A rule the
// plan is silent on has no place and `text` is the default that was used.
struct Provision {
  std::string path;
  std::string text;
  Span at;                       // unknown when the plan is silent
  std::string place;             // "plans/acme.toml:31", filled from `at` where the files are known (cli)
};

// One line with its adjudication and what was used up after it.
struct ExplainedLine {
  ServiceLine line;
  std::uint16_t run = 0;         // which run of the option it came from
  Adjudication result;
  std::array<std::uint16_t, kMostAdjustments> provisions{};  // per adjustment: index into PlanSummary::provisions
  BucketUse after;
  std::array<Money, kNetworkCount> deductible_used{};        // per network, of the first bucket that applies to it
  std::array<Money, kNetworkCount> out_of_pocket_used{};
};

struct YearAmount {
  std::string year;              // "2026", or "2026-07" for a benefit year that starts in July
  Money patient;
};

// cut: at the first review; refused_appeal is added with the appeal clocks.
enum class BranchKind : std::uint8_t { approved, cut, never_requested, late, refused, refused_agreed };
enum class LiableParty : std::uint8_t { none, provider, patient, unknown };

struct AuthorizationBranch {
  BranchKind kind = BranchKind::approved;
  LiableParty liable = LiableParty::none;
  Money patient;                          // for the whole option in this branch, everything else likely
  std::optional<Money> per_day_low;       // cost of one more unapproved day; empty when there is none
  std::optional<Money> per_day_high;
  std::optional<Date> from;               // cut: the first day not approved
  Money patient_low;                      // the same with either party liable, where the plan does not say who is
  Money patient_high;
};

enum class RequiredState : std::uint8_t { yes, no, unknown };

struct StepAuthorization {
  std::int32_t step = 1;
  Level level = Level::outpatient;
  RequiredState required = RequiredState::unknown;
  std::int32_t first_days = 0;
  std::int32_t then_every = 0;
  std::vector<AuthorizationBranch> branches;
};

struct OptionEstimate {
  std::string id;
  std::string title;                      // as the file states; may be empty
  std::string plan;                       // plan id
  std::size_t plan_index = 0;
  std::vector<Level> levels;              // in order of the steps, no repeats
  std::vector<std::int32_t> units;        // per step: visits or days, likely
  Date first_day;
  Date last_day;
  Network network = Network::in;          // of the first step, likely
  Amounts likely;
  Amounts low;
  Amounts high;
  std::vector<YearAmount> by_year;        // likely
  std::vector<StepAuthorization> authorization;
  std::optional<Money> top_low;           // on top, no cap: cost of an unapproved day, over all steps
  std::optional<Money> top_high;
  Money deposit;                          // timing only, credited
  std::vector<ExplainedLine> lines;       // likely; filled only when asked for
  std::vector<Run> runs;                  // likely
  MatteredMask mattered = 0;
  std::vector<std::string> unpriced;      // paths of prices that nothing is known about: then no amount is valid
  std::vector<std::string> wide_because;  // paths of the unknowns that separate low from high, largest first
  std::vector<std::string> free_if;       // paths whose answer makes low $0, when it is $0
  bool insured = true;                    // false: nothing here is an insurance benefit (mutual support)
};

// A default that was used. field is the path to state instead.
struct Assumption {
  std::string id;                         // key of its sentence in the message catalogue: "crossing-copay"
  std::string field;
  std::string value;                      // as it would stand in the file
  std::string source;
  bool assumed = false;                   // grade C: from general knowledge
  std::vector<std::string> options;
};

struct Question {
  std::string id;                         // "C6"
  std::string ask;                        // "insurer"
  std::string text;
  std::string why;
  std::string field;
  std::optional<Money> swing;
  std::optional<Rate> spread_share;
  std::vector<std::string> options;
};

// Its sentence is in the message catalogue under the id, with `value` put in.
struct Warning {
  std::string id;
  std::string value;
  std::vector<std::string> options;
};

struct PlanSummary {
  std::string id;
  std::string name;
  std::string sha256;
  PlanKind kind = PlanKind::unknown;
  bool example = false;
  DateRange year;
  bool has_maximum = false;
  bool maximum_unknown = false;
  std::optional<Money> deductible;        // in network, of the person (or the family when aggregate), likely terms
  Money deductible_met;
  std::optional<Money> maximum;
  Money maximum_left;
  std::vector<Provision> provisions;      // every rule that took a dollar in some line
  bool has_deductible = false;
  bool deductible_unknown = false;
};

struct TreatmentSummary {
  std::string id;
  std::string sha256;
  bool built_in = false;
  Date start;
};

struct Comparison {
  std::string engine;                     // program version
  std::optional<Date> as_of;
  std::string seed;
  std::vector<PlanSummary> plans;
  TreatmentSummary treatment;
  std::vector<OptionEstimate> options;    // plans in the order given, options in file order
  std::vector<Assumption> assumptions;
  std::vector<Question> questions;
  std::vector<Warning> warnings;
  bool has_unknowns = false;              // for --fail-on unknown
};

}  // namespace preauth
