#include "engine/authorization_tasks.h"

#include <algorithm>

#include "engine/business_days.h"

namespace preauth {
namespace {

constexpr std::int32_t kHoursADay = 24;

class TaskList {
 public:
  TaskList(const EstimateModel& model, std::size_t option, const StepFacts& facts, const StepAuthorization& step,
           std::vector<Task>& tasks)
      : model_(model), option_(option), facts_(facts), step_(step), today_(model.treatment.as_of), tasks_(tasks) {}

  void add_all() {
    const bool emergency = facts_.prepared->stated->emergency.known.value_or(false) && is_overnight(facts_.level());
    if (emergency) {
      add_after_admission("emergency-notice", facts_.days.front() + 1);
    } else if (facts_.needs_authorization()) {
      add_request();
    }
    add_state_notice();
    for (const Date review : step_.reviews) {
      if (review < today_) continue;
      add("review", business_day_on_or_before(review - 1), to_iso(review));
    }
  }

 private:
  void add(std::string_view id, Date on, std::string detail) {
    Task task;
    task.on = std::max(on, today_);
    task.id = id;
    task.step = facts_.step;
    task.level = facts_.level();
    task.option = model_.treatment.options[option_].id;
    const std::uint16_t facility = facts_.prepared->facility;
    if (facility != 0) task.facility = model_.treatment.treatment->facilities[facility - 1U].id;
    task.detail = std::move(detail);
    tasks_.push_back(std::move(task));
  }

  // Care that follows other care cannot be asked for before that has begun.
  void add_request() {
    const std::string_view id = step_.new_request ? "new-request" : "request-authorization";
    const Date needed = facts_.days[static_cast<std::size_t>(facts_.free_of_authorization)];
    const Date earliest = facts_.before == nullptr ? today_ : std::max(today_, facts_.before->days.front());
    if (!facts_.clock || facts_.clock->urgent_hours == 0) return add(id, earliest, "");
    const Date standard = business_day_on_or_before(needed - facts_.clock->standard_days);
    if (standard >= earliest) return add(id, standard, "standard");
    const std::int32_t days = (facts_.clock->urgent_hours + kHoursADay - 1) / kHoursADay;
    add(id, std::max(business_day_on_or_before(needed - days), earliest), "urgent");
  }

  void add_state_notice() {
    if (facts_.law.rule == nullptr || !facts_.law.certain) return;
    const StateRule& rule = *facts_.law.rule;
    const Date admitted = facts_.days.front();
    if (rule.notice_business_days > 0) {
      add_after_admission("state-notice", add_business_days(admitted, rule.notice_business_days));
    } else if (rule.notice_hours > 0) {
      add_after_admission("state-notice", admitted + rule.notice_hours / kHoursADay);
    }
  }

  void add_after_admission(std::string_view id, Date by) {
    if (by >= today_) add(id, by, "");
  }

  const EstimateModel& model_;
  std::size_t option_;
  const StepFacts& facts_;
  const StepAuthorization& step_;
  Date today_;
  std::vector<Task>& tasks_;
};

}  // namespace

void add_tasks(const EstimateModel& model, std::size_t option, const StepFacts& facts, const StepAuthorization& step,
               std::vector<Task>& tasks) {
  TaskList(model, option, facts, step, tasks).add_all();
}

}  // namespace preauth
