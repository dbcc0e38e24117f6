#pragma once
// The prepared cases of one thread: which of them a row belongs to, and the row's values put into it. Rows that belong
// to none, because a value needs the phrase language or the files have errors, go the general way.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "batch/quick_case.h"
#include "batch/row.h"
#include "report/batch_report.h"

namespace preauth {

// A row's files with its values in place, as the general way loads them.
struct LoadedCase {
  Plan plan;
  Treatment treatment;
};
using LoadCase = std::function<std::unique_ptr<LoadedCase>()>;  // none when they have errors

struct QuickFigures {
  const Comparison* comparison = nullptr;
  const std::vector<BriefLead>* leads = nullptr;  // per option
};

class QuickCases {
 public:
  QuickCases(const Defaults& defaults, Date as_of, CsvGuard guard)
      : defaults_(defaults), as_of_(as_of), guard_(guard) {}

  // The figures of the row, valid until the next call; none when it goes the general way. `load` is asked for the first
  // row of a case.
  QuickFigures estimate(const Row& row, std::optional<Money> budget, const LoadCase& load);

 private:
  // A cell whose number alone differs from row to row.
  struct Value {
    const Patch* patch = nullptr;
    Date date;
    Money amount;
    const Schedule* schedule = nullptr;
  };
  // Which reference prices hold, and whether more may have been used since the amounts were read, is part of a case.
  struct Variant {
    int year = 0;
    bool old_amounts = false;
    std::unique_ptr<QuickCase> prepared;  // nullptr: the general way
    std::vector<BriefLead> leads;
  };
  struct Group {
    Date start;
    std::optional<Date> used_as_of;
    std::vector<Variant> variants;
  };

  void read(const Row& row);
  bool read_value(const RowValue& cell);
  void append_to_key(const RowValue& cell, std::string_view rest, char kind);
  const Schedule* schedule_of(std::string_view text);
  Group* find_group(const LoadCase& load, std::unique_ptr<LoadedCase>& loaded);
  Variant* find_variant(Group& group, const LoadCase& load, std::unique_ptr<LoadedCase>& loaded);
  bool may_be_prepared(const Treatment& treatment) const;
  bool put_in_place(QuickCase& prepared) const;

  const Defaults& defaults_;
  Date as_of_;
  CsvGuard guard_;
  std::string key_;            // of the row at hand: files, and everything but its numbers
  std::vector<Value> values_;  // its numbers
  std::unordered_map<std::string, Group> groups_;
  std::size_t case_count_ = 0;
  std::map<std::string, std::optional<Schedule>, std::less<>> schedules_;  // lengths as cells write them
};

}  // namespace preauth
