// Page 2: what has to be approved, by when it is looked at again, and what the likely case costs when approval goes
// another way.

#include <algorithm>
#include <array>

#include "messages/authorization.h"
#include "messages/compare.h"
#include "messages/format_values.h"
#include "messages/sheet.h"
#include "report/amount_text.h"
#include "report/authorization_words.h"
#include "report/care_words.h"
#include "report/compare_words.h"
#include "report/sheet_parts.h"

namespace preauth {
namespace {

constexpr int kLongestSource = 140;
constexpr int kFirstShare = 24;
constexpr int kBranchesShare = 34;

constexpr std::array<BranchKind, 6> kShown = {BranchKind::approved, BranchKind::cut,        BranchKind::never_requested,
                                              BranchKind::refused,  BranchKind::appeal_won, BranchKind::appeal_lost};

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

// A level of care once, though several options use it: their rules are the same, their cost of a day may differ.
struct LevelRow {
  const StepAuthorization* step = nullptr;  // the first of the level
  std::optional<Money> day_low;
  std::optional<Money> day_high;
};

void widen(LevelRow& row, const StepAuthorization& step) {
  for (const AuthorizationBranch& branch : step.branches) {
    if (!branch.per_day_low || !branch.per_day_high) continue;
    row.day_low = row.day_low ? least(*row.day_low, *branch.per_day_low) : *branch.per_day_low;
    row.day_high = row.day_high ? greatest(*row.day_high, *branch.per_day_high) : *branch.per_day_high;
  }
}

std::vector<LevelRow> level_rows(const Comparison& comparison) {
  std::vector<LevelRow> rows;
  for (const OptionEstimate* option : options_of(comparison, 0)) {
    for (const StepAuthorization& step : option->authorization) {
      auto row = std::find_if(rows.begin(), rows.end(), [&](const LevelRow& known) {
        return known.step->level == step.level && known.step->required == step.required;
      });
      if (row == rows.end()) row = rows.insert(row, {&step, {}, {}});
      widen(*row, step);
    }
  }
  return rows;
}

std::vector<PageText> cells_of(const LevelRow& row, Lang lang) {
  const StepAuthorization& step = *row.step;
  return {level_title(lang, step.level),
          needed(step.required, lang),
          first_days(step, lang),
          step.reviews.empty() ? msg::compare::nothing(lang) : format_date(lang, step.reviews.front()),
          requester(step, lang),
          row.day_low ? rounded_range(lang, *row.day_low, *row.day_high) : msg::compare::nothing(lang)};
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
  switch (kind) {
    case BranchKind::cut:
      return msg::sheet::branch_cut(lang);
    case BranchKind::never_requested:
      return msg::sheet::branch_never_requested(lang);
    case BranchKind::refused:
      return msg::sheet::branch_refused(lang);
    case BranchKind::appeal_won:
      return msg::sheet::branch_appeal_won(lang);
    case BranchKind::appeal_lost:
      return msg::sheet::branch_appeal_lost(lang);
    case BranchKind::approved:
    case BranchKind::late:
    case BranchKind::refused_agreed:
    case BranchKind::emergency:
      break;  // the last three have no column
  }
  return msg::sheet::branch_approved(lang);
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
  table.first_share = kFirstShare;
  table.caption = msg::sheet::authorization_caption(lang);
  table.columns = {{msg::sheet::column_care(lang), false},       {msg::sheet::column_needed(lang), false},
                   {msg::sheet::column_first_days(lang), false}, {msg::sheet::column_review(lang), false},
                   {msg::sheet::column_asks(lang), false},       {msg::sheet::column_day_cost(lang), true}};
  const StepAuthorization* with_law = nullptr;
  for (const LevelRow& row : level_rows(work.input.comparison)) {
    if (row.step->state_law && with_law == nullptr) with_law = row.step;
    table.rows.push_back(cells_of(row, lang));
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
  table.first_share = kBranchesShare;
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
  section.blocks.emplace_back(SheetParagraph{msg::sheet::branches_note(lang), true});
  return section;
}

}  // namespace preauth
