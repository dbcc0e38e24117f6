#include "report/sheet.h"

#include <algorithm>
#include <utility>

#include "messages/explain.h"
#include "messages/format_values.h"
#include "messages/sheet.h"
#include "report/care_words.h"
#include "report/compare_words.h"
#include "report/sheet_parts.h"

namespace preauth {
namespace {

constexpr int kLongestName = 60;
constexpr int kDaysGood = 30;
constexpr std::size_t kHashShown = 16;

// Prices and what was used change within weeks; a new plan year changes everything.
Date good_until(const Comparison& comparison, Date made) {
  const Date last = comparison.plans.front().year.last;
  const Date usual = made + kDaysGood;
  return last < made ? usual : std::min(usual, last);
}

void add_head(SheetWork& work, Sheet& sheet) {
  const Lang lang = work.lang();
  const Comparison& comparison = work.input.comparison;
  const PlanSummary& plan = comparison.plans.front();
  const auto add = [&](std::string label, std::string value) {
    sheet.head.emplace_back(std::move(label), std::move(value));
  };
  if (!work.input.name.empty()) add(msg::sheet::head_name(lang), work.cutter.cut(work.input.name, kLongestName));
  add(msg::sheet::head_client(lang), work.cutter.cut(comparison.treatment.id, kLongestName));
  const std::string title = plan_title(plan);
  add(msg::sheet::head_plan(lang),
      msg::explain::option_head(lang, work.cutter.marked(title, plan.name.empty() ? plan.id : plan.name),
                                kind_words(lang, plan.kind)));
  if (comparison.as_of) {
    add(msg::sheet::head_made(lang), format_date(lang, *comparison.as_of));
    add(msg::sheet::head_good_until(lang), msg::sheet::good_until(lang, good_until(comparison, *comparison.as_of)));
  }
  add(msg::sheet::head_by(lang), {});
}

using SectionMaker = SheetSection (*)(SheetWork&);

// Adds a page with as much as fits; what an attempt cut is forgotten with it.
void add_page(SheetWork& work, Sheet& sheet, SheetPage page, std::initializer_list<SectionMaker> makers,
              std::span<const SheetRoom> rooms) {
  const SheetCutter before = work.cutter;
  sheet.pages.push_back(std::move(page));
  for (const SheetRoom& room : rooms) {
    SheetPage& made = sheet.pages.back();
    work.cutter = before;
    work.room = room;
    made.type = room.type;
    made.sections.clear();
    for (const SectionMaker make : makers) {
      SheetSection section = make(work);
      if (!section.blocks.empty()) made.sections.push_back(std::move(section));
    }
    if (fits_paper(sheet, sheet.pages.size() - 1)) return;
  }
}

std::string start_of_hash(const std::string& hash) { return hash.substr(0, kHashShown); }

}  // namespace

bool is_priced(const OptionEstimate& option) { return option.unpriced.empty(); }

std::string SheetWork::option_words(const OptionEstimate& option) {
  std::string& title = titles[&option];
  if (title.empty()) title = row_title(input.comparison, option, input.lang);
  return cutter.marked(title, option.title.empty() ? option.id : option.title);
}

Sheet make_sheet(const SheetInput& input) {
  const Lang lang = input.lang;
  SheetWork work{input, SheetCutter(lang), {}, {}};
  Sheet sheet;
  sheet.lang = lang;
  sheet.title = msg::sheet::title(lang);
  add_head(work, sheet);
  add_page(work, sheet, {"answer", msg::sheet::answer(lang), {}},
           {in_short_section, options_section, ranges_section, when_section, calls_section, wrong_section},
           answer_rooms());
  SheetPage workings{"workings", msg::sheet::workings(lang), {}};
  workings.two_columns = true;
  add_page(work, sheet, std::move(workings),
           {authorization_section, branches_section, plan_section, treatment_section, words_section, asking_section,
            rights_section, help_section, sources_section, part2_section},
           workings_rooms());
  sheet.appendix = msg::sheet::appendix(lang);
  sheet.cuts = work.cutter.take();
  sheet.foot = {msg::sheet::foot_program(lang, input.comparison.engine, "preauth.sheet/1"),
                msg::sheet::foot_plan(lang, start_of_hash(input.comparison.plans.front().sha256)),
                msg::sheet::foot_treatment(lang, start_of_hash(input.comparison.treatment.sha256))};
  sheet.page_before = msg::sheet::foot_page_before(lang);
  sheet.page_between = msg::sheet::foot_page_between(lang);
  return sheet;
}

}  // namespace preauth
