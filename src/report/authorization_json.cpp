// The JSON form of authorization. Ids and keys are those of the documentation and never change with the language.

#include <string_view>

#include "report/amount_text.h"
#include "report/authorization_report.h"
#include "report/estimate_json.h"

namespace preauth {
namespace {

using Shape = JsonWriter::Shape;

std::string_view branch_id(BranchKind kind) {
  switch (kind) {
    case BranchKind::approved:
      return "approved";
    case BranchKind::cut:
      return "cut";
    case BranchKind::never_requested:
      return "never_requested";
    case BranchKind::late:
      return "late";
    case BranchKind::refused:
      return "refused";
    case BranchKind::refused_agreed:
      return "refused_agreed";
    case BranchKind::appeal_won:
      return "appeal_won";
    case BranchKind::appeal_lost:
      return "appeal_lost";
    case BranchKind::emergency:
      return "emergency";
  }
  return {};
}

std::string_view liable_id(LiableParty party) {
  switch (party) {
    case LiableParty::none:
      return "none";
    case LiableParty::provider:
      return "provider";
    case LiableParty::patient:
      return "patient";
    case LiableParty::unknown:
      return "unknown";
  }
  return {};
}

std::string_view required_id(RequiredState state) {
  switch (state) {
    case RequiredState::yes:
      return "yes";
    case RequiredState::no:
      return "no";
    case RequiredState::unknown:
      return "unknown";
  }
  return {};
}

void write_branch(JsonWriter& json, const OptionEstimate& option, const AuthorizationBranch& branch) {
  json.begin_object(Shape::one_line);
  json.member("branch", branch_id(branch.kind)).member("liable", liable_id(branch.liable));
  write_money(json, "patient", valid(option, branch.patient));
  write_money(json, "patient_low", valid(option, branch.patient_low));
  write_money(json, "patient_high", valid(option, branch.patient_high));
  write_money(json, "per_day_low", valid(option, branch.per_day_low));
  write_money(json, "per_day_high", valid(option, branch.per_day_high));
  if (branch.from) json.member("from", to_iso(*branch.from));
  json.end_object();
}

// A figure that was not found is null.
void write_figure(JsonWriter& json, std::string_view key, std::int32_t figure) {
  json.key(key);
  figure > 0 ? json.number(figure) : json.null();
}

void write_clock(JsonWriter& json, const std::optional<DecisionClock>& clock) {
  json.key("clock");
  if (!clock) {
    json.null();
    return;
  }
  json.begin_object(Shape::one_line).member("id", clock->id);
  write_figure(json, "urgent_hours", clock->urgent_hours);
  write_figure(json, "standard_days", clock->standard_days);
  write_figure(json, "extension_hours", clock->extension_hours);
  write_figure(json, "extension_ahead_hours", clock->extension_ahead_hours);
  write_figure(json, "appeal_hours", clock->appeal_hours);
  write_figure(json, "appeal_days", clock->appeal_days);
  json.key("coverage_continues").boolean(clock->coverage_continues).member("source", clock->citation.title);
  json.end_object();
}

void write_state_rule(JsonWriter& json, const StepAuthorization& step) {
  json.key("state_rule");
  if (!step.state_law) {
    json.null();
    return;
  }
  json.begin_object(Shape::one_line).member("state", step.state_law->state);
  json.key("certain").boolean(step.state_rule_certain);
  json.member("text", step.state_law->text).member("source", step.state_law->citation.title);
  json.end_object();
}

void write_chance(JsonWriter& json, const std::optional<ChanceRange>& chance) {
  json.key("chance_refused");
  if (!chance) {
    json.null();
    return;
  }
  json.begin_object(Shape::one_line).member("low", decimal(chance->low)).member("likely", decimal(chance->likely));
  json.member("high", decimal(chance->high)).key("assumed").boolean(true);
  json.member("source", chance->source).end_object();
}

void write_reviews(JsonWriter& json, const std::vector<Date>& reviews) {
  json.key("reviews").begin_array(Shape::one_line);
  for (const Date review : reviews) json.string(to_iso(review));
  json.end_array();
}

void write_request(JsonWriter& json, const StepAuthorization& step) {
  json.key("first_days").number(step.first_days).key("then_every").number(step.then_every);
  json.key("cadence_assumed").boolean(step.cadence_assumed);
  write_reviews(json, step.reviews);
  write_text(json, "requested_by", step.requested_by);
  json.key("requested_by_assumed").boolean(step.requested_by_assumed);
  json.key("new_request").boolean(step.new_request);
  write_clock(json, step.clock);
  write_state_rule(json, step);
  write_chance(json, step.chance_refused);
}

void write_task(JsonWriter& json, const Task& task) {
  json.begin_object(Shape::one_line);
  json.member("on", to_iso(task.on)).member("task", task.id).key("step").number(task.step);
  json.member("level", id(task.level));
  write_text(json, "facility", task.facility);
  write_text(json, "detail", task.detail);
  json.end_object();
}

}  // namespace

void write_authorization(JsonWriter& json, const OptionEstimate& option) {
  json.key("authorization").begin_array();
  for (const StepAuthorization& step : option.authorization) {
    json.begin_object().key("step").number(step.step).member("level", id(step.level));
    json.member("required", required_id(step.required));
    json.member("first_day", to_iso(step.first_day)).member("last_day", to_iso(step.last_day));
    if (step.required != RequiredState::no) write_request(json, step);
    json.key("branches").begin_array();
    for (const AuthorizationBranch& branch : step.branches) write_branch(json, option, branch);
    json.end_array().end_object();
  }
  json.end_array();
  json.key("tasks").begin_array();
  for (const Task& task : option.tasks) write_task(json, task);
  json.end_array();
}

}  // namespace preauth
