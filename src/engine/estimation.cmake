set(estimation_sources
  ask.cpp assumptions.cpp authorization_branches.cpp authorization_clock.cpp authorization_schedule.cpp
  authorization_step.cpp authorization_tasks.cpp business_days.cpp choices.cpp compare.cpp course_totals.cpp
  distribution.cpp evaluate.cpp expand.cpp extreme_search.cpp extremes.cpp flag_list.cpp hdhp_flags.cpp levers.cpp
  network_exception.cpp option_estimate.cpp parity_flags.cpp plan_summary.cpp prepare_shares.cpp
  prepare_treatment.cpp priced_courses.cpp prior_auth_rule.cpp provisions.cpp question_fields.cpp question_rank.cpp question_stop.cpp
  question_text.cpp question_triggers.cpp question_weak.cpp question_words.cpp red_flags.cpp resolve.cpp
  resolve_amounts.cpp resolve_rules.cpp resolve_shares.cpp resolve_treatment.cpp sample.cpp situation.cpp spread.cpp
  start.cpp state_law.cpp unknowns.cpp worth.cpp)
