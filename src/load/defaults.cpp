#include "load/defaults.h"

#include <string>

#include "load/phrase.h"

namespace preauth {
namespace {

class DefaultReader {
 public:
  DefaultReader(const ReferenceData& reference, Diagnostics& diagnostics)
      : reference_(reference), diagnostics_(diagnostics) {}

  Cited<CostShare> share(std::string_view id) {
    return read<CostShare>(id, [](std::string_view text) { return parse_cost_share(text, {}); });
  }

  Cited<Money> money(std::string_view id) {
    const DefaultTerm* term = find(id);
    if (term == nullptr) return {};
    if (term->value == "aca-limit") return {newest_federal_limit(), term->value, term->citation};
    return exact(*term, parse_money(term->value));
  }

  Cited<OutOfNetworkRule> out_method(std::string_view id) {
    return read<OutOfNetworkRule>(id, [](std::string_view text) { return parse_out_method(text); });
  }

  Cited<std::int32_t> days(std::string_view id) {
    const DefaultTerm* term = find(id);
    return term == nullptr ? Cited<std::int32_t>() : exact(*term, parse_days(term->value));
  }

  Cited<LimitRule> limit(std::string_view id) {
    const DefaultTerm* term = find(id);
    if (term == nullptr) return {};
    PhraseResult<LimitPhrase> parsed = parse_limit(term->value);
    if (!parsed.value) report(id, term->value);
    return {parsed.value ? std::move(parsed.value->rule) : LimitRule(), term->value, term->citation};
  }

  Cited<Rate> rate(std::string_view id) {
    const DefaultTerm* term = find(id);
    return term == nullptr ? Cited<Rate>() : exact(*term, parse_rate(term->value));
  }

  CitedRange<Schedule> length(const LevelInfo& level) {
    CitedRange<Schedule> range;
    range.low = length_end(level, level.length_low);
    range.high = length_end(level, level.length_high);
    return range;
  }

  Cited<Schedule> schedule(const LevelInfo& level) {
    const PhraseResult<Schedule> parsed = parse_schedule(level.schedule);
    if (!parsed.value) report(level.short_name, level.schedule);
    return {parsed.value.value_or(Schedule()), level.schedule, level.schedule_citation};
  }

 private:
  const DefaultTerm* find(std::string_view id) {
    const DefaultTerm* term = reference_.default_term(id);
    if (term == nullptr) report(id, "");
    return term;
  }

  // Mutual support has no usual length.
  Cited<Schedule> length_end(const LevelInfo& level, std::string_view text) {
    if (text.empty()) return {};
    const PhraseResult<Schedule> parsed = parse_schedule(text);
    if (!parsed.value) report(level.short_name, text);
    return {parsed.value.value_or(Schedule()), text, level.schedule_citation};
  }

  template <class T, class Parse>
  Cited<T> read(std::string_view id, Parse parse) {
    const DefaultTerm* term = find(id);
    if (term == nullptr) return {};
    const PhraseResult<T> parsed = parse(term->value);
    if (!parsed.value) report(id, term->value);
    return {parsed.value.value_or(T()), term->value, term->citation};
  }

  template <class T>
  Cited<T> exact(const DefaultTerm& term, const PhraseResult<Known<T>>& parsed) {
    const bool good = parsed.value && parsed.value->is_exact();
    if (!good) report(term.id, term.value);
    return {good ? parsed.value->value() : T(), term.value, term.citation};
  }

  // Where the year of a plan has no limit on file, the newest one stands in.
  Money newest_federal_limit() const {
    Money newest;
    for (const YearLimits& year : reference_.years) newest = year.aca_self.amount.value_or(newest);
    return newest;
  }

  void report(std::string_view id, std::string_view value) {
    Diagnostic diagnostic;
    diagnostic.id = "reference.unreadable";
    diagnostic.message = "the built-in value `" + std::string(id) + "` (" + std::string(value) + ") does not read";
    diagnostics_.add(std::move(diagnostic));
  }

  const ReferenceData& reference_;
  Diagnostics& diagnostics_;
};

}  // namespace

Defaults read_defaults(const ReferenceData& reference, Diagnostics& diagnostics) {
  DefaultReader reader(reference, diagnostics);
  Defaults defaults;
  defaults.reference = &reference;
  for (const LevelInfo& level : reference.levels) {
    defaults.schedules[index(level.level)] = reader.schedule(level);
    defaults.lengths[index(level.level)] = reader.length(level);
  }
  defaults.share = {reader.share("unknown-share.low"), reader.share("unknown-share.likely"),
                    reader.share("unknown-share.high")};
  defaults.stay_share_low = reader.share("unknown-stay-share.low");
  defaults.out_share = reader.share("unknown-out-share.likely");
  defaults.deductible = {reader.money("unknown-deductible.low"), reader.money("unknown-deductible.likely"),
                         reader.money("unknown-deductible.high")};
  defaults.maximum = reader.money("unknown-maximum.likely");
  defaults.lowest_maximum = reader.money("unknown-maximum.low");
  defaults.out_method = {reader.out_method("unknown-out-method.low"), reader.out_method("unknown-out-method.likely"),
                         reader.out_method("unknown-out-method.high")};
  defaults.visit_limit = reader.limit("unknown-limit.visits");
  defaults.day_limit = reader.limit("unknown-limit.days");
  defaults.chance_not_covered = reader.rate("chance.not-covered");
  defaults.chance_limited = reader.rate("chance.limited");
  defaults.fresh_days = reader.days("so-far.fresh");
  defaults.first_days = reader.days("authorization.first-days");
  defaults.then_every = reader.days("authorization.then-every");
  return defaults;
}

}  // namespace preauth
