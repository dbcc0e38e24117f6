#include "report/authorization_words.h"

#include "messages/authorization.h"
#include "messages/format_values.h"
#include "report/amount_text.h"
#include "report/care_words.h"

namespace preauth {
namespace {

namespace words = msg::authorization;

constexpr std::size_t kMostReviewsNamed = 8;

std::string reviews_words(const std::vector<Date>& reviews, Lang lang) {
  std::string days;
  for (std::size_t i = 0; i < reviews.size() && i < kMostReviewsNamed; ++i) {
    days += (i == 0 ? "" : ", ") + format_date(lang, reviews[i]);
  }
  if (reviews.size() <= kMostReviewsNamed) return days;
  return words::reviews_more(lang, days, static_cast<std::int64_t>(reviews.size() - kMostReviewsNamed));
}

// Where a state law takes the place of the plan's own rules, only the days of review are left of these.
void add_cadence(const StepAuthorization& step, Lang lang, std::vector<std::string>& sentences) {
  if (step.first_days > 0 && !step.state_rule_certain) {
    const std::string cadence = step.then_every > 0 ? words::cadence(lang, step.first_days, step.then_every)
                                                    : words::cadence_first(lang, step.first_days);
    sentences.push_back(step.cadence_assumed ? words::cadence_assumed(lang, cadence) : cadence);
  }
  if (!step.reviews.empty()) sentences.push_back(words::reviews(lang, reviews_words(step.reviews, lang)));
}

std::string requester_words(const StepAuthorization& step, Lang lang) {
  if (step.requested_by.empty() || step.state_rule_certain) return {};
  const bool member = step.requested_by == "member";
  if (step.requested_by_assumed) return member ? words::asks_member_assumed(lang) : words::asks_provider_assumed(lang);
  return member ? words::asks_member(lang) : words::asks_provider(lang);
}

std::vector<std::string> clock_words(const DecisionClock& clock, bool has_reviews, Lang lang) {
  if (clock.standard_days <= 0) {
    return {clock.id == "unknown-kind" ? words::clock_unknown_kind(lang) : words::clock_none(lang)};
  }
  const std::string law = words::by_id(lang, "law-" + std::string(clock.id), "");
  std::vector<std::string> sentences = {words::clock(lang, clock.urgent_hours, clock.standard_days, law)};
  if (!has_reviews) return sentences;
  if (clock.extension_hours > 0) {
    sentences.push_back(words::clock_extension(lang, clock.extension_hours, clock.extension_ahead_hours));
  }
  if (clock.coverage_continues) sentences.push_back(words::clock_appeal(lang, clock.appeal_hours));
  return sentences;
}

void add_law(const StepAuthorization& step, Lang lang, std::vector<std::string>& sentences) {
  if (!step.state_law) return;
  const StateRule& law = *step.state_law;
  sentences.push_back(step.state_rule_certain
                          ? words::state_law(lang, law.state, law.text, law.citation.title)
                          : words::state_law_possible(lang, law.state, law.text, law.citation.title));
}

std::string request_words(const Task& task, const StepAuthorization& step, const std::string& place,
                          const std::string& care, Lang lang) {
  const bool member = step.requested_by == "member";
  if (task.detail == "standard" && step.clock) {
    const std::int32_t days = step.clock->standard_days;
    return member ? words::request_standard_member(lang, care, days)
                  : words::request_standard_provider(lang, place, care, days);
  }
  if (task.detail == "urgent" && step.clock) {
    const std::int32_t hours = step.clock->urgent_hours;
    return member ? words::request_urgent_member(lang, care, hours)
                  : words::request_urgent_provider(lang, place, care, hours);
  }
  return member ? words::request_open_member(lang, care) : words::request_open_provider(lang, place, care);
}

}  // namespace

std::string required_sentence(const StepAuthorization& step, Lang lang) {
  const std::string level = level_title(lang, step.level);
  switch (step.required) {
    case RequiredState::yes:
      return step.state_rule_certain ? words::required_yes_freed(lang, level, step.first_day, step.last_day)
                                     : words::required_yes(lang, level, step.first_day, step.last_day);
    case RequiredState::no:
      return words::required_no(lang, level, step.first_day, step.last_day);
    case RequiredState::unknown:
      return words::required_unknown(lang, level, step.first_day, step.last_day);
  }
  return {};
}

std::vector<std::string> authorization_sentences(const StepAuthorization& step, Lang lang) {
  std::vector<std::string> sentences;
  if (step.required == RequiredState::no) return sentences;
  add_law(step, lang, sentences);
  add_cadence(step, lang, sentences);
  if (const std::string requester = requester_words(step, lang); !requester.empty()) sentences.push_back(requester);
  if (step.new_request) sentences.push_back(words::new_request(lang));
  if (step.chance_refused) {
    const ChanceRange& chance = *step.chance_refused;
    sentences.push_back(words::chance_refused(lang, chance.low, chance.high, chance.likely, chance.source));
  }
  return sentences;
}

std::vector<std::string> clock_sentences(const OptionEstimate& option, Lang lang) {
  const DecisionClock* clock = nullptr;
  bool has_reviews = false;
  for (const StepAuthorization& step : option.authorization) {
    if (clock == nullptr && step.clock) clock = &*step.clock;
    has_reviews = has_reviews || !step.reviews.empty();
  }
  return clock == nullptr ? std::vector<std::string>() : clock_words(*clock, has_reviews, lang);
}

std::string branch_words(const AuthorizationBranch& branch, Lang lang) {
  const std::optional<Date>& from = branch.from;
  switch (branch.kind) {
    case BranchKind::approved:
      return words::branch_approved(lang);
    case BranchKind::cut:
      return from ? words::branch_cut_from(lang, *from) : words::branch_cut(lang);
    case BranchKind::never_requested:
      return from ? words::branch_never_requested_from(lang, *from) : words::branch_never_requested(lang);
    case BranchKind::late:
      return words::branch_late(lang);
    case BranchKind::refused:
      return from ? words::branch_refused_from(lang, *from) : words::branch_refused(lang);
    case BranchKind::refused_agreed:
      return words::branch_refused_agreed(lang);
    case BranchKind::appeal_won:
      return words::branch_appeal_won(lang);
    case BranchKind::appeal_lost:
      return from ? words::branch_appeal_lost_from(lang, *from) : words::branch_appeal_lost(lang);
    case BranchKind::emergency:
      return words::branch_emergency(lang);
  }
  return {};
}

// An unknown liable party makes the amount a range, never the lower of the two.
std::string branch_patient(const AuthorizationBranch& branch, Lang lang) {
  if (branch.patient_low < branch.patient_high) return rounded_range(lang, branch.patient_low, branch.patient_high);
  return rounded(lang, branch.patient);
}

std::string branch_day(const AuthorizationBranch& branch, Lang lang) {
  if (!branch.per_day_low || !branch.per_day_high) return {};
  return rounded_range(lang, *branch.per_day_low, *branch.per_day_high);
}

std::string liable_words(LiableParty party, Lang lang) {
  switch (party) {
    case LiableParty::none:
      return {};
    case LiableParty::provider:
      return words::liable_provider(lang);
    case LiableParty::patient:
      return words::liable_patient(lang);
    case LiableParty::unknown:
      return words::liable_unknown(lang);
  }
  return {};
}

std::string task_sentence(const Task& task, const StepAuthorization& step, Lang lang) {
  const std::string place = task.facility.empty() ? words::the_place(lang) : task.facility;
  const std::string care = benefit_words(lang, benefit_of(task.level));
  if (task.id == "review") {
    return words::task_review(lang, place, care, parse_date(task.detail).value_or(task.on));
  }
  if (task.id == "state-notice") {
    return words::task_state_notice(lang, place, step.state_law ? step.state_law->state : "");
  }
  if (task.id == "emergency-notice") return words::task_emergency_notice(lang);
  std::string request = request_words(task, step, place, care, lang);
  if (task.id == "new-request") request = words::request_new(lang, request);
  return step.required == RequiredState::unknown ? words::request_if_needed(lang, care, request) : request;
}

const StepAuthorization* step_of(const OptionEstimate& option, const Task& task) {
  for (const StepAuthorization& step : option.authorization) {
    if (step.step == task.step) return &step;
  }
  return nullptr;
}

}  // namespace preauth
