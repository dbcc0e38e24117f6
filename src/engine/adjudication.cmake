set(adjudication_sources
  adjudicate.cpp allowed_amount.cpp authorization_penalty.cpp benefit_year.cpp books.cpp cost_sharing.cpp course_calendar.cpp ledger.cpp
  ledger_admissions.cpp ledger_limits.cpp limits.cpp medicare_part_a.cpp out_of_pocket.cpp plain_course.cpp plain_terms.cpp repeat.cpp rolling_use.cpp row_rules.cpp
  runs.cpp unpaid.cpp)
