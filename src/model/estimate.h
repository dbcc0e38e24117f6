#pragma once
// What an estimate says, before any renderer turns it into text: per option the likely, low and high amounts, what
// comes on top without a cap, authorization branches, and for the whole comparison the assumptions, questions and
// warnings. low and high are whole consistent scenarios (authorization as planned), never sums of separate extremes.

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
#include "model/reference.h"
#include "model/vocabulary.h"

namespace preauth {

// Where a rule is written: "benefits.inpatient.in", its words in canonical form, and the place in the file. A rule the
// plan is silent on has no place and `text` is the default that was used.
struct Provision {
  std::string path;
  std::string text;
  Span at;            // unknown when the plan is silent
  std::string place;  // "plans/acme.toml:31", filled from `at` where the files are known (cli)
};

// One line with its adjudication and what was used up after it.
struct ExplainedLine {
  ServiceLine line;
  std::uint16_t run = 0;  // which run of the option it came from
  Adjudication result;
  std::array<std::uint16_t, kMostAdjustments> provisions{};  // per adjustment: index into PlanSummary::provisions
  BucketUse after;
  std::array<Money, kNetworkCount> deductible_used{};  // per network, of the first bucket that applies to it
  std::array<Money, kNetworkCount> out_of_pocket_used{};
};

struct YearAmount {
  std::string year;  // "2026", or "2026-07" for a benefit year that starts in July
  Money patient;
};

// What can become of the authorization of a step. cut: at a review (one branch per review date). late: care began
// before the request. refused_appeal: refused or cut, care goes on while an urgent appeal is pending, and it is won or
// lost. emergency: admitted as an emergency, notice given in time.
enum class BranchKind : std::uint8_t {
  approved,
  cut,
  never_requested,
  late,
  refused,
  refused_agreed,
  appeal_won,
  appeal_lost,
  emergency
};
enum class LiableParty : std::uint8_t { none, provider, patient, unknown };

struct AuthorizationBranch {
  BranchKind kind = BranchKind::approved;
  LiableParty liable = LiableParty::none;
  Money patient;                     // for the whole option in this branch, everything else likely
  std::optional<Money> per_day_low;  // cost of one more unapproved day; empty when there is none
  std::optional<Money> per_day_high;
  std::optional<Date> from;  // cut: the first day not approved
  Money patient_low;         // the same with either party liable, where the plan does not say who is
  Money patient_high;
};

enum class RequiredState : std::uint8_t { yes, no, unknown };

// A share of requests, low to high, from published figures.
struct ChanceRange {
  Rate low;
  Rate likely;
  Rate high;
  std::string source;
};

struct StepAuthorization {
  std::int32_t step = 1;
  Level level = Level::outpatient;
  RequiredState required = RequiredState::unknown;
  std::int32_t first_days = 0;   // units approved at first; 0: the whole step at once
  std::int32_t then_every = 0;   // units per renewal; 0: none
  bool cadence_assumed = false;  // the two above are defaults, the plan does not state them
  std::vector<AuthorizationBranch> branches;
  Date first_day;
  Date last_day;
  std::vector<Date> reviews;           // the first day that each renewal would have to cover
  std::string requested_by;            // "provider", "member"
  bool requested_by_assumed = false;   // the plan does not say: what is usual in this network
  bool new_request = false;            // a step-down or another facility: the approval before it does not cover it
  std::optional<DecisionClock> clock;  // that binds this kind of plan, as it is on the first day of the step
  std::optional<StateRule> state_law;  // that limits authorization or review here
  bool state_rule_certain = false;     // false: it may apply; who pays, for what, or the network is not stated
  std::optional<ChanceRange> chance_refused;  // published shares of requests refused, wide and assumed
};

// Something to do by a day, for one step of an option. Its sentence is in the message catalogue under the id.
struct Task {
  Date on;
  std::string id;  // "request-authorization", "review", "notice", …
  std::int32_t step = 1;
  Level level = Level::outpatient;
  std::string option;
  std::string facility;  // id; may be empty
  std::string detail;    // what the sentence puts in: "72 hours"; may be empty
};

// 10th, 50th and 90th percentile of the patient amount over the sampled unknowns, authorization as planned.
struct Bands {
  Money p10;
  Money p50;
  Money p90;
};

// What the plan says about a row and network that an option falls under.
struct RowTerms {
  Benefit benefit = Benefit::outpatient;
  Network network = Network::in;
  Provision provision;
};

struct OptionEstimate {
  std::string id;
  std::string title;  // as the file states; may be empty
  std::string plan;   // plan id
  std::size_t plan_index = 0;
  std::vector<Level> levels;        // in order of the steps, no repeats
  std::vector<std::int32_t> units;  // per step: visits or days, likely
  Date first_day;
  Date last_day;
  Network network = Network::in;  // of the first step, likely
  Amounts likely;
  Amounts low;
  Amounts high;
  std::optional<Bands> bands;       // empty: not computed
  std::optional<Rate> over_budget;  // share of the sampled cases above the budget; empty: no budget or no sample
  std::vector<YearAmount> by_year;  // likely
  std::vector<StepAuthorization> authorization;
  std::vector<Task> tasks;       // dated things to do about authorization, in order of day
  std::optional<Money> top_low;  // on top, no cap: cost of an unapproved day, over all steps
  std::optional<Money> top_high;
  Money deposit;                     // timing only, credited
  std::vector<ExplainedLine> lines;  // likely; filled only when asked for
  std::vector<Run> runs;             // likely
  std::vector<RowTerms> rows;            // likely, no repeats; filled only when several plans are compared
  MatteredMask mattered = 0;
  std::vector<std::string> unpriced;      // paths of prices that nothing is known about: then no amount is valid
  std::vector<std::string> wide_because;  // paths of the unknowns that separate low from high, largest first
  std::vector<std::string> free_if;       // paths whose answer makes low $0, when it is $0
  bool insured = true;                    // false: nothing here is an insurance benefit (mutual support)
};

// A default that was used. field is the path to state instead.
struct Assumption {
  std::string id;  // key of its sentence in the message catalogue: "crossing-copay"
  std::string field;
  std::string value;  // as it would stand in the file
  std::string source;
  bool assumed = false;  // grade C: from general knowledge
  std::vector<std::string> options;
};

// Why a question is asked: a value is open, stated on weak evidence, contradicts a rule, is required by law or the
// situation (a reset inside the treatment, a state's law), or is always asked.
enum class QuestionReason : std::uint8_t { open, weak, contradiction, situation, always };

// One value of a file that the answer to a question fills.
struct AnswerField {
  std::string path;                  // "benefits.iop.same_as"
  bool in_treatment = false;         // else in the plan file
  std::string plan;                  // id of that plan
  std::string used;                  // the value the likely case took, as it would stand in the file; may be empty
  std::vector<std::string> choices;  // what it may turn out to be, as it would stand; a range: its two ends
  bool is_range = false;
  std::optional<Money> swing;
};

struct Question {
  std::string id;   // "C6"
  std::string ask;  // "insurer", "facility", "pharmacy", "employer"
  std::string text;
  std::string why;
  std::string field;                 // of the value that moves most
  std::optional<Money> swing;        // most dollars between its best and worst answer, everything else likely
  std::optional<Money> typical;      // dollars by which the answer moves the estimate, on average (root of variance)
  std::optional<Rate> spread_share;  // part of the variance that knowing it removes, in the option it moves most
  std::string most_in;               // that option; empty when there is no share
  std::optional<Rate> budget_share;  // part of the doubt whether the cost is above the budget that it removes
  std::optional<Money> at_risk;      // authorization: what comes on top when it goes wrong
  std::vector<std::string> options;
  std::vector<Level> levels;
  QuestionReason reason = QuestionReason::open;
  std::string reason_detail;  // what contradicts, or which law: a sentence id or words; may be empty
  std::int32_t priority = 2;  // of the catalogue: 1 can change the bill by thousands … 3 paperwork
  bool classic = false;
  std::optional<Date> deadline;     // ask before this day
  std::vector<AnswerField> fields;  // largest swing first; empty: the answer is kept on the worksheet only

  bool has_figure() const { return swing || typical; }
  // The most that the answer moves, whichever way it is measured.
  Money most_moved() const { return greatest(swing.value_or(Money()), typical.value_or(Money())); }
};

// Something the reader can choose, with what it changes in the likely case. Never a lower level of care.
struct Lever {
  std::string id;  // "start-before-reset", "start-after-reset", "other-facility", …
  std::string option;
  std::string value;  // what would be chosen: a day, a facility; as the sentence puts it in
  Money before;       // likely patient amount as planned
  Money after;        // and with the choice
  std::string plan;
};

// Worth asking about, never "illegal". Its sentence is in the message catalogue under the id.
struct RedFlag {
  std::string id;     // "parity-limit", "coverage-ends", …
  std::string value;  // what the sentence puts in; may be empty
  std::string field;  // place in the plan file; may be empty
  std::string plan;
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
  std::optional<Money> deductible;  // in network, of the person (or the family when aggregate), likely terms
  Money deductible_met;
  std::optional<Money> maximum;
  Money maximum_left;
  std::vector<Provision> provisions;  // every rule that took a dollar in some line
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
  std::string engine;  // program version
  std::optional<Date> as_of;
  std::string seed;
  std::vector<PlanSummary> plans;
  TreatmentSummary treatment;
  std::vector<OptionEstimate> options;  // plans in the order given, options in file order
  std::vector<Assumption> assumptions;
  std::vector<Question> questions;  // in the order in which to ask them
  std::vector<Warning> warnings;
  std::vector<Lever> levers;  // most dollars first
  std::vector<RedFlag> flags;
  std::int32_t draws = 0;  // size of the sample behind bands and shares; 0: none
  std::optional<Money> budget;
  bool has_unknowns = false;  // for --fail-on unknown
};

}  // namespace preauth
