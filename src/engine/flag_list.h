#pragma once
// Red flags under construction: those with the same id, value and field are one, with all the options they concern. A
// flag about a row of the benefit table is raised only when an option is paid under that row.

#include <string>
#include <vector>

#include "engine/analysis.h"

namespace preauth {

class FlagList {
 public:
  FlagList(const PlanAnalysis& analysis, std::vector<RedFlag>& flags);

  // About the plan as such: the options it concerns are all of them.
  void add(std::string_view id, std::string value, std::string field);
  void add(std::string_view id, std::string value, std::string field, const std::string& option);
  // About rows of the benefit table; nothing when no option falls under one of them.
  void add_for_rows(std::string_view id, std::string value, std::string field, BenefitMask rows);

  const PlanAnalysis& analysis() const { return analysis_; }

 private:
  RedFlag& entry(std::string_view id, std::string value, std::string field);
  const PlanAnalysis& analysis_;
  std::vector<RedFlag>& flags_;
  std::size_t first_;              // of this plan
  std::vector<BenefitMask> rows_;  // per option: rows its lines fall under, `same_as` followed
};

// The parts that find_red_flags is made of.
void find_parity_flags(FlagList& flags);
void find_hdhp_flags(FlagList& flags);

}  // namespace preauth
