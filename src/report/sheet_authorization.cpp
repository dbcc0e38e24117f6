// Page 2: what has to be approved, by when it is looked at again, and what the likely case costs when approval goes
// another way.

#include <algorithm>
#include <array>

#include "messages/authorization.h"
#include "messages/compare.h"
#include "messages/format_values.h"
#include "messages/sheet.h"
#include "report/authorization_words.h"
#include "report/care_words.h"
#include "report/compare_words.h"
#include "report/sheet_parts.h"

namespace preauth {
namespace {

constexpr std::size_t kMostSteps = 6;
constexpr int kLongestSource = 140;

constexpr std::array<BranchKind, 6> kShown = {BranchKind::approved,        BranchKind::cut,
                                              BranchKind::never_requested, BranchKind::refused,
                                              BranchKind::appeal_won,      BranchKind::appeal_lost};

std::string needed(RequiredState state, Lang lang) {
  switch (state) {
    case RequiredState::yes:
      return msg::sheet::needed_yes(lang);
    case RequiredState::no:
      return msg::sheet::needed_no(lang);
    case RequiredState::unknown:
      return msg::sheet::needed_unknown(lang);
  }
  return {};
}

std::string first_days(const StepAuthorization& step, Lang lang) {
  if (step.required == RequiredState::no) return msg::compare::nothing(lang);
  if (step.first_days == 0) return msg::sheet::whole_step(lang);
  return step.cadence_assumed ? msg::sheet::first_days_assumed(lang, step.first_days)
                              : msg::sheet::first_days(lang, step.first_days);
}

std::string requester(const StepAuthorization& step, Lang lang) {
  if (step.required == RequiredState::no || step.requested_by.empty()) return msg::compare::nothing(lang);
  return step.requested_by == "member" ? msg::sheet::asks_member(lang) : msg::sheet::asks_provider(lang);
}

std::string day_cost(const StepAuthorization& step, Lang lang) {
  for (const AuthorizationBranch& branch : step.branches) {
    if (std::string cost = branch_day(branch, lang); !cost.empty()) return cost;
  }
  return msg::compare::nothing(lang);
}

std::vector<PageText> step_row(const StepAuthorization& step, Lang lang) {
  return {level_title(lang, step.level),
          needed(step.required, lang),
          first_days(step, lang),
          step.reviews.empty() ? msg::compare::nothing(lang) : format_date(lang, step.reviews.front()),
          requester(step, lang),
          day_cost(step, lang)};
}

bool same_words(const std::vector<PageText>& a, const std::vector<PageText>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const PageText& left, const PageText& right) { return left.words == right.words; });
}

// The first branch of the kind over the steps of an option.
const AuthorizationBranch* branch_of(const OptionEstimate& option, BranchKind kind) {
  for (const StepAuthorization& step : option.authorization) {
    for (const AuthorizationBranch& branch : step.branches) {
      if (branch.kind == kind) return &branch;
    }
  }
  return nullptr;
}

std::string kind_head(BranchKind kind, Lang lang) {
  if (kind == BranchKind::cut) return msg::sheet::branch_cut(lang);
  AuthorizationBranch branch;
  branch.kind = kind;
  return branch_words(branch, lang);
}

std::vector<BranchKind> kinds_present(const std::vector<const OptionEstimate*>& options) {
  std::vector<BranchKind> kinds;
  for (const BranchKind kind : kShown) {
    const bool present = std::any_of(options.begin(), options.end(), [kind](const OptionEstimate* option) {
      return branch_of(*option, kind) != nullptr;
    });
    if (present) kinds.push_back(kind);
  }
  return kinds;
}

std::vector<const OptionEstimate*> options_with_branches(const Comparison& comparison) {
  std::vector<const OptionEstimate*> options = options_of(comparison, 0);
  std::erase_if(options, [](const OptionEstimate* option) {
    return !is_priced(*option) || branch_of(*option, BranchKind::approved) == nullptr;
  });
  return options;
}

}  // namespace

SheetSection authorization_section(SheetWork& work) {
  const Lang lang = work.lang();
  SheetSection section{"authorization", msg::sheet::authorization(lang), {}};
  SheetTable table;
  table.caption = msg::sheet::authorization_caption(lang);
  table.columns = {{msg::sheet::column_care(lang), false},       {msg::sheet::column_needed(lang), false},
                   {msg::sheet::column_first_days(lang), false}, {msg::sheet::column_review(lang), false},
                   {msg::sheet::column_asks(lang), false},       {msg::sheet::column_day_cost(lang), true}};
  const StepAuthorization* with_law = nullptr;
  for (const OptionEstimate* option : options_of(work.input.comparison, 0)) {
    for (const StepAuthorization& step : option->authorization) {
      if (step.state_law && with_law == nullptr) with_law = &step;
      std::vector<PageText> row = step_row(step, lang);
      const bool known = std::any_of(table.rows.begin(), table.rows.end(),
                                     [&](const std::vector<PageText>& other) { return same_words(row, other); });
      if (!known && table.rows.size() < kMostSteps) table.rows.push_back(std::move(row));
    }
  }
  if (table.rows.empty()) return section;
  section.blocks.emplace_back(std::move(table));
  if (with_law != nullptr) {
    const StateRule& law = *with_law->state_law;
    section.blocks.emplace_back(SheetParagraph{
        msg::sheet::state_law(lang, law.state, work.cutter.cut(law.citation.title, kLongestSource)), true});
  }
  return section;
}

SheetSection branches_section(SheetWork& work) {
  const Lang lang = work.lang();
  SheetSection section{"branches", msg::sheet::branches(lang), {}};
  const std::vector<const OptionEstimate*> options = options_with_branches(work.input.comparison);
  const std::vector<BranchKind> kinds = kinds_present(options);
  if (kinds.size() < 2) return section;
  SheetTable table;
  table.caption = msg::sheet::branches_caption(lang);
  table.columns = {{msg::sheet::column_option(lang), false}};
  for (const BranchKind kind : kinds) table.columns.push_back({kind_head(kind, lang), true});
  for (const OptionEstimate* option : options) {
    std::vector<PageText> row = {work.option_words(*option)};
    for (const BranchKind kind : kinds) {
      const AuthorizationBranch* branch = branch_of(*option, kind);
      row.emplace_back(branch == nullptr ? msg::compare::nothing(lang) : branch_patient(*branch, lang));
    }
    table.rows.push_back(std::move(row));
  }
  section.blocks.emplace_back(std::move(table));
  return section;
}

}  // namespace preauth
