#include "report/care_words.h"

#include <algorithm>
#include <bit>
#include <optional>

#include "base/text.h"
#include "messages/compare.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr int kLongestTitle = 100;

// One step of an option as its title shows it.
struct Part {
  Level level = Level::outpatient;
  const Run* run = nullptr;  // of the step's own benefit; none when nothing is billed
  std::int32_t units = 0;
};

const Run* run_of_step(const OptionEstimate& option, std::int32_t step) {
  const Run* first = nullptr;
  for (const Run& run : option.runs) {
    if (run.line.step != step) continue;
    const bool own = run.line.level != Level::mutual_support && run.line.benefit == benefit_of(run.line.level);
    if (own) return &run;
    if (first == nullptr) first = &run;
  }
  return first;
}

std::vector<Part> parts_of(const OptionEstimate& option) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < option.units.size(); ++i) {
    Part part;
    part.units = option.units[i];
    part.run = run_of_step(option, static_cast<std::int32_t>(i) + 1);
    if (part.run != nullptr) {
      part.level = part.run->line.level;
    } else if (!option.levels.empty()) {
      part.level = option.levels[std::min(i, option.levels.size() - 1)];
    }
    parts.push_back(part);
  }
  return parts;
}

bool counts_days(Level level) {
  return is_overnight(level) || level == Level::iop || level == Level::virtual_iop || level == Level::php;
}

std::int32_t per_week(const Run& run) { return std::popcount(run.weekdays); }

std::string often(const Run& run, Level level, Lang lang) {
  if (const std::int32_t per = per_week(run); per > 1) {
    return counts_days(level) ? msg::compare::often_days(lang, per) : msg::compare::often_visits(lang, per);
  }
  if (per_week(run) == 1 || run.every_days == 7) return msg::compare::often_weekly(lang);
  if (run.every_days == 1) return msg::compare::often_daily(lang);
  if (run.every_days % 7 == 0) return msg::compare::often_every_weeks(lang, run.every_days / 7);
  return msg::compare::often_every_days(lang, run.every_days);
}

std::string plain_count(std::int32_t units, Level level, Lang lang) {
  return counts_days(level) ? msg::compare::length_days(lang, units) : msg::compare::length_visits(lang, units);
}

std::string length(const Part& part, Lang lang) {
  const std::int32_t per = part.run == nullptr ? 0 : per_week(*part.run);
  if (part.run == nullptr || part.run->count < 2 || is_overnight(part.level)) {
    return plain_count(part.units, part.level, lang);
  }
  if (per > 0) return msg::compare::length_weeks(lang, (part.run->count + per - 1) / per);
  if (part.run->every_days == 7) return msg::compare::length_weeks(lang, part.run->count);
  return plain_count(part.units, part.level, lang);
}

std::string part_title(const Part& part, bool with_frequency, Lang lang) {
  const std::string what = level_title(lang, part.level);
  if (part.units == 0) return what;
  const bool repeats = part.run != nullptr && part.run->count > 1 && !is_overnight(part.level);
  if (!repeats || !with_frequency) return msg::compare::part(lang, what, length(part, lang));
  return msg::compare::part_often(lang, what, often(*part.run, part.level, lang), length(part, lang));
}

std::string joined_then(const std::vector<std::string>& parts, Lang lang) {
  std::string joined;
  for (const std::string& part : parts) joined = joined.empty() ? part : msg::compare::title_then(lang, joined, part);
  return joined;
}

std::string one_line(std::string_view text) { return shorten(printable(trim(text)), kLongestTitle); }

template <class Words>
std::string distinct(const Comparison& comparison, const OptionEstimate& option, Words&& words) {
  const std::string own = words(option);
  const bool shared =
      std::any_of(comparison.options.begin(), comparison.options.end(), [&](const OptionEstimate& other) {
        return other.plan_index == option.plan_index && other.id != option.id && words(other) == own;
      });
  return shared ? own + " [" + one_line(option.id) + "]" : own;
}

}  // namespace

std::string level_title(Lang lang, Level level) {
  switch (level) {
    case Level::outpatient:
      return msg::compare::level_outpatient(lang);
    case Level::iop:
      return msg::compare::level_iop(lang);
    case Level::virtual_iop:
      return msg::compare::level_virtual_iop(lang);
    case Level::php:
      return msg::compare::level_php(lang);
    case Level::residential:
      return msg::compare::level_residential(lang);
    case Level::inpatient:
      return msg::compare::level_inpatient(lang);
    case Level::detox:
      return msg::compare::level_detox(lang);
    case Level::mat:
      return msg::compare::level_mat(lang);
    case Level::aftercare:
      return msg::compare::level_aftercare(lang);
    case Level::mutual_support:
      return msg::compare::level_mutual_support(lang);
  }
  return {};
}

std::string benefit_words(Lang lang, Benefit benefit) {
  switch (benefit) {
    case Benefit::outpatient:
      return msg::compare::benefit_outpatient(lang);
    case Benefit::iop:
      return msg::compare::benefit_iop(lang);
    case Benefit::virtual_iop:
      return msg::compare::benefit_virtual_iop(lang);
    case Benefit::php:
      return msg::compare::benefit_php(lang);
    case Benefit::residential:
      return msg::compare::benefit_residential(lang);
    case Benefit::inpatient:
      return msg::compare::benefit_inpatient(lang);
    case Benefit::detox:
      return msg::compare::benefit_detox(lang);
    case Benefit::mat:
      return msg::compare::benefit_mat(lang);
    case Benefit::aftercare:
      return msg::compare::benefit_aftercare(lang);
    case Benefit::office_visit:
      return msg::compare::benefit_office_visit(lang);
    case Benefit::outpatient_other:
      return msg::compare::benefit_outpatient_other(lang);
    case Benefit::inpatient_facility:
      return msg::compare::benefit_inpatient_facility(lang);
    case Benefit::inpatient_professional:
      return msg::compare::benefit_inpatient_professional(lang);
    case Benefit::emergency:
      return msg::compare::benefit_emergency(lang);
    case Benefit::laboratory:
      return msg::compare::benefit_laboratory(lang);
    case Benefit::drug:
      return msg::compare::benefit_drug(lang);
    case Benefit::ambulance:
      return msg::compare::benefit_ambulance(lang);
  }
  return {};
}

std::string network_words(Lang lang, Network network) {
  switch (network) {
    case Network::in:
      return msg::compare::network_in(lang);
    case Network::tier2:
      return msg::compare::network_tier2(lang);
    case Network::out:
      return msg::compare::network_out(lang);
  }
  return {};
}

std::string kind_words(Lang lang, PlanKind kind) {
  switch (kind) {
    case PlanKind::hmo:
      return msg::compare::kind_hmo(lang);
    case PlanKind::epo:
      return msg::compare::kind_epo(lang);
    case PlanKind::ppo:
      return msg::compare::kind_ppo(lang);
    case PlanKind::pos:
      return msg::compare::kind_pos(lang);
    case PlanKind::hdhp:
      return msg::compare::kind_hdhp(lang);
    case PlanKind::indemnity:
      return msg::compare::kind_indemnity(lang);
    case PlanKind::medicare:
      return msg::compare::kind_medicare(lang);
    case PlanKind::medicare_advantage:
      return msg::compare::kind_medicare_advantage(lang);
    case PlanKind::medicaid:
      return msg::compare::kind_medicaid(lang);
    case PlanKind::chip:
      return msg::compare::kind_chip(lang);
    case PlanKind::tricare:
      return msg::compare::kind_tricare(lang);
    case PlanKind::fehb:
      return msg::compare::kind_fehb(lang);
    case PlanKind::short_term:
      return msg::compare::kind_short_term(lang);
    case PlanKind::sharing_ministry:
      return msg::compare::kind_sharing_ministry(lang);
    case PlanKind::unknown:
      return msg::compare::kind_unknown(lang);
  }
  return {};
}

std::string option_title(const OptionEstimate& option, Lang lang) {
  if (!option.title.empty()) return one_line(option.title);
  const std::vector<Part> parts = parts_of(option);
  if (parts.empty()) return option_name(option, lang);
  std::vector<std::string> titles;
  for (const Part& part : parts) titles.push_back(part_title(part, parts.size() == 1, lang));
  return shorten(joined_then(titles, lang), kLongestTitle);
}

std::string option_name(const OptionEstimate& option, Lang lang) {
  if (!option.title.empty()) return one_line(option.title);
  if (option.levels.empty()) return one_line(option.id);
  std::vector<std::string> names;
  for (const Level level : option.levels) names.push_back(level_title(lang, level));
  return joined_then(names, lang);
}

std::string distinct_title(const Comparison& comparison, const OptionEstimate& option, Lang lang) {
  return distinct(comparison, option, [lang](const OptionEstimate& other) { return option_title(other, lang); });
}

std::string distinct_name(const Comparison& comparison, const OptionEstimate& option, Lang lang) {
  return distinct(comparison, option, [lang](const OptionEstimate& other) { return option_name(other, lang); });
}

std::string plan_title(const PlanSummary& plan) {
  const std::string name = one_line(plan.name.empty() ? plan.id : plan.name);
  const std::string year = std::to_string(plan.year.first.year());
  const bool year_known = plan.year.first != Date();
  return !year_known || name.find(year) != std::string::npos ? name : name + " " + year;
}

}  // namespace preauth
