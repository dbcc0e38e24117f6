// What the amounts of a cost-share phrase are charged per, and how far they go.

#include <algorithm>
#include <array>

#include "load/phrase_amounts.h"
#include "load/phrase_share_reader.h"

namespace preauth {

// "per visit", "/day", "each admission", "daily", and "office visit" right after a copay.
void ShareReader::read_per() {
  if (cursor_.at(Word::lifetime, 1)) {
    take();
    return read_reserve();
  }
  const Token begin = cursor_.peek();
  const std::optional<Word> unit = read_unit();
  if (!unit) return;
  if (*unit == Word::admission) return put_per(CopayPer::admission, begin);
  if (*unit == Word::day || *unit == Word::daily) return put_per(CopayPer::day, begin);
  constexpr std::array kNotModelled = {Word::episode, Word::year, Word::period, Word::hour, Word::minute};
  if (std::find(kNotModelled.begin(), kNotModelled.end(), *unit) != kNotModelled.end()) {
    const std::string word(cursor_.text(cursor_.previous()));
    return cursor_.fail(Kind::cannot_model, begin, cursor_.previous(), "an amount per " + word);
  }
  put_per(CopayPer::visit, begin);  // each service line, whatever it is called
}

// The unit after "per", "/", "each" or "a", with the words that only describe it left out.
std::optional<Word> ShareReader::read_unit() {
  if (!cursor_.accept(TokenKind::slash)) cursor_.accept_any({Word::per, Word::every, Word::a});
  cursor_.skip_all({Word::place, Word::office, Word::outpatient, Word::calendar, Word::plan, Word::coverage});
  const bool unit = cursor_.at_any({Word::visit, Word::day, Word::daily, Word::admission, Word::fill, Word::service,
                                    Word::exam, Word::item, Word::line, Word::week, Word::month, Word::episode,
                                    Word::year, Word::period, Word::hour, Word::minute});
  if (unit) return take().word;
  cursor_.fail_unexpected();
  return std::nullopt;
}

// Takes "per admission", "of each calendar year" and the like when they stand here.
bool ShareReader::skip_per(Word unit) {
  std::size_t ahead = 0;
  while (cursor_.at(TokenKind::slash, ahead) ||
         cursor_.at_any(
             {Word::per, Word::every, Word::a, Word::of, Word::calendar, Word::plan, Word::coverage, Word::place},
             ahead)) {
    ++ahead;
  }
  if (ahead == 0 || !cursor_.at(unit, ahead)) return false;
  for (std::size_t i = 0; i <= ahead; ++i) take();
  return true;
}

void ShareReader::put_per(CopayPer per, const Token& at) {
  if (!tier().step.stated()) return cursor_.fail(Kind::unexpected_word, at, cursor_.previous(), {});
  if (last_is_rate_) return;
  if (tier().step.per && *tier().step.per != per) {
    return cursor_.fail(Kind::contradiction, at, cursor_.previous(), {});
  }
  tier().step.per = per;
}

// "up to 4 days per admission", "at most $1,500 per year", "not to exceed …".
void ShareReader::read_most() {
  const Token begin = take();
  cursor_.skip_all({Word::up, Word::to, Word::at, Word::max, Word::of, Word::limit, Word::capped, Word::than,
                    Word::more, Word::a, Word::exceed, Word::on, Word::amount});
  read_cap_or_days(begin);
}

void ShareReader::read_cap_or_days(const Token& begin) {
  if (at_money(cursor_)) {
    const std::optional<Known<Money>> cap = read_money(cursor_);
    if (cap) put_cap(*cap, begin);
    return;
  }
  if (!cursor_.at(TokenKind::number) || at_rate(cursor_)) return cursor_.fail_unexpected();
  const std::optional<std::int64_t> count = read_count(cursor_);
  if (!count) return;
  cursor_.accept(TokenKind::dash);
  if (cursor_.at(Word::visit) || cursor_.at(Word::hour)) {
    return cursor_.fail(Kind::cannot_model, begin, cursor_.peek(), "a limit on visits (it has its own key, limits)");
  }
  if (!cursor_.accept_any({Word::day, Word::copay})) return cursor_.fail_unexpected();
  put_copay_days(static_cast<std::int32_t>(*count), begin);
}

void ShareReader::put_copay_days(std::int32_t days, const Token& begin) {
  StepDraft& step = tier().step;
  cursor_.accept(Word::max);
  const bool per_year = skip_per(Word::year);
  if (!per_year) skip_per(Word::admission);
  if (days < 1) return cursor_.fail(Kind::bad_days, begin, cursor_.previous(), {});
  if (per_year) return cursor_.fail(Kind::cannot_model, begin, cursor_.previous(), "a number of copays per year");
  if (!step.copay) return cursor_.fail(Kind::unexpected_word, begin, cursor_.previous(), {});
  if (tier().copay_days) return cursor_.fail(Kind::contradiction, begin, cursor_.previous(), {});
  if (step.per && *step.per != CopayPer::day) {
    return cursor_.fail(Kind::cannot_model, begin, cursor_.previous(), "a number of copays that are not per day");
  }
  step.per = CopayPer::day;
  tier().copay_days = days;
}

void ShareReader::put_cap(const Known<Money>& cap, const Token& begin) {
  cursor_.skip_all({Word::copay, Word::coinsurance, Word::max});
  std::optional<CapPer> per;
  if (skip_per(Word::admission)) per = CapPer::admission;
  if (!per && (skip_per(Word::day) || cursor_.accept(Word::daily))) per = CapPer::day;
  if (!per && (skip_per(Word::year) || cursor_.accept(Word::year))) per = CapPer::year;
  cursor_.accept(Word::max);
  const bool within_admission = tier().step.per == CopayPer::day || !tier().bands.empty();
  if (!per && within_admission) per = CapPer::admission;
  if (!tier().has_amount()) return cursor_.fail(Kind::unexpected_word, begin, cursor_.previous(), {});
  if (tier().cap) return cursor_.fail(Kind::contradiction, begin, cursor_.previous(), {});
  if (!per || !cap.is_exact()) {
    return cursor_.fail(Kind::cannot_model, begin, cursor_.previous(),
                        "a cap without its period (per admission, per day or per year)");
  }
  tier().cap = cap.value();
  tier().cap_per = *per;
}

}  // namespace preauth
