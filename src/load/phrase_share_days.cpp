// Visit tiers and day schedules of a cost-share phrase.

#include "load/phrase_amounts.h"
#include "load/phrase_share_reader.h"

namespace preauth {

// "first 3 visits", "first 5 days".
void ShareReader::read_first() {
  const bool apart = after_separator();
  const Token begin = take();
  const std::optional<std::int64_t> count = read_count(cursor_);
  if (!count) return;
  cursor_.accept(TokenKind::dash);
  const std::int32_t number = static_cast<std::int32_t>(*count);
  if (cursor_.accept(Word::visit)) return put_visits(number, begin, apart);
  if (cursor_.accept(Word::day)) return put_first_days(number, begin);
  cursor_.fail_unexpected();
}

// "next 5 visits", "next 5 days".
void ShareReader::read_next() {
  const Token begin = take();
  const std::optional<std::int64_t> count = read_count(cursor_);
  if (!count) return;
  const std::int32_t number = static_cast<std::int32_t>(*count);
  if (cursor_.accept(Word::visit)) return put_visits(number, begin, true);
  if (!cursor_.accept(Word::day)) return cursor_.fail_unexpected();
  if (tier().first_days) first_days_to_band();
  const std::int32_t from = last_day_so_far();
  if (number < 1 || from >= kOpenEndFrom) return cursor_.fail(Kind::bad_days, begin, cursor_.previous(), {});
  put_range({from + 1, from + number, false, begin, cursor_.previous()});
}

// Begins the next visit tier or the rest of the days; between two steps of one tier it is a mere separator.
void ShareReader::read_then() {
  const Token word = take();
  if (tier().visits && tier().has_amount()) return begin_tier(std::nullopt);
  if (tier().range_ahead && !tier().range_ahead->implied && tier().step.stated()) {
    const DayRange ended = *tier().range_ahead;
    close_band(tier(), ended, cursor_);
  }
  const bool days_ended = !tier().bands.empty() && !tier().step.stated() && !tier().range_ahead;
  if (tier().first_days || days_ended) open_rest(word);
}

// "thereafter", "remaining visits", "after that": before or after the amount it is about.
void ShareReader::read_thereafter() {
  const Token word = take();
  cursor_.skip_all({Word::visit, Word::day});
  read_thereafter_from(word);
}

void ShareReader::read_thereafter_from(const Token& word) {
  if (tier().visits && tier().has_amount()) return begin_tier(std::nullopt);
  if (tier().first_days) return open_rest(word);
  if (tier().range_ahead && tier().range_ahead->implied) return;
  if (!tier().bands.empty()) {
    const std::int32_t from = last_day_so_far();
    if (!tier().step.stated()) return open_rest(word);
    return put_range({from + 1, DayBand::kNoLastDay, false, word, word});
  }
  const bool about_last_tier = draft_.tiers.size() > 1 && tier().step.stated();
  if (!about_last_tier) cursor_.fail(Kind::unexpected_word, word);
}

void ShareReader::read_for() {
  const Token begin = take();
  if (!cursor_.at(TokenKind::number) || !cursor_.at(Word::day, 1)) return;
  const std::optional<std::int64_t> days = read_count(cursor_);
  take();
  if (days) put_first_days(static_cast<std::int32_t>(*days), begin);
}

void ShareReader::read_days() {
  const Token begin = take();
  if (!cursor_.at(TokenKind::number)) {
    if (tier().step.copay && !tier().step.per) return put_per(CopayPer::day, begin);
    return cursor_.fail(Kind::unexpected_word, begin);
  }
  const std::optional<DayRange> range = read_range_of_days(begin);
  if (!range) return;
  skip_per(Word::admission);
  put_range(*range);
}

// "1-5", "6+", "6 and after", "1"; the word "days" has been taken.
std::optional<DayRange> ShareReader::read_range_of_days(const Token& begin) {
  const std::optional<std::int64_t> first = read_count(cursor_, DayBand::kNoLastDay);
  if (!first) return std::nullopt;
  std::int64_t last = *first;
  if (cursor_.at_range_sign() && cursor_.at(TokenKind::number, 1)) {
    take();
    const std::optional<std::int64_t> stated = read_count(cursor_, DayBand::kNoLastDay);
    if (!stated) return std::nullopt;
    last = *stated;
  } else if (at_open_end()) {
    if (!cursor_.accept(TokenKind::plus)) {
      cursor_.accept_any({Word::and_, Word::or_});
      take();
    }
    last = DayBand::kNoLastDay;
  }
  if (*first < 1 || last < *first) {
    cursor_.fail(Kind::bad_days, begin, cursor_.previous(), {});
    return std::nullopt;
  }
  return DayRange{static_cast<std::int32_t>(*first), static_cast<std::int32_t>(last), false, begin, cursor_.previous()};
}

bool ShareReader::at_open_end() const {
  const std::size_t ahead = cursor_.at_any({Word::and_, Word::or_}) ? 1 : 0;
  const bool sign = ahead == 0 && cursor_.at(TokenKind::plus) && cursor_.peek().length == 1;
  const bool deductible_next = cursor_.at(Word::after, ahead) && cursor_.at(Word::deductible, ahead + 1);
  if (deductible_next) return false;
  return sign || cursor_.at_any({Word::after, Word::on, Word::over, Word::more, Word::thereafter}, ahead);
}

// "Lifetime Reserve Days", whose own day range follows.
void ShareReader::read_reserve() {
  take();
  if (!cursor_.accept(Word::reserve)) return cursor_.fail_unexpected();
  const bool day_is_range = cursor_.at(Word::day) && cursor_.at(TokenKind::number, 1);
  if (!day_is_range) cursor_.accept(Word::day);
  tier().lifetime_reserve = true;
}

void ShareReader::begin_tier(std::optional<std::int32_t> visits) {
  TierDraft& done = tier();
  const bool amount_missing = !done.has_amount() || (done.range_ahead && !done.step.stated());
  if (amount_missing) return cursor_.fail(Kind::missing_amount, cursor_.previous());
  if (done.range_ahead) close_band(done, *done.range_ahead, cursor_);
  draft_.tiers.emplace_back().visits = visits;
  last_is_rate_ = false;
}

// `apart`: separated from what stands before, so that the visits are about the amount that follows.
void ShareReader::put_visits(std::int32_t visits, const Token& begin, bool apart) {
  skip_per(Word::year);
  if (visits < 1) return cursor_.fail(Kind::bad_days, begin, cursor_.previous(), {});
  const bool has_amount = tier().has_amount();
  if (has_amount && tier().visits) return begin_tier(visits);
  if (tier().visits || (has_amount && apart)) return cursor_.fail(Kind::contradiction, begin, cursor_.previous(), {});
  tier().visits = visits;
}

void ShareReader::put_first_days(std::int32_t days, const Token& begin) {
  skip_per(Word::admission);
  StepDraft& step = tier().step;
  if (days < 1) return cursor_.fail(Kind::bad_days, begin, cursor_.previous(), {});
  const bool copay_alone = step.copay && !step.rate && tier().bands.empty() && !tier().range_ahead;
  if (!copay_alone) return put_range({1, days, false, begin, cursor_.previous()});
  const bool contradicts = tier().copay_days || (step.per && *step.per == CopayPer::admission);
  if (contradicts) return cursor_.fail(Kind::contradiction, begin, cursor_.previous(), {});
  step.per = CopayPer::day;
  tier().copay_days = days;
  tier().first_days = true;
}

void ShareReader::put_range(const DayRange& range) {
  TierDraft& now = tier();
  const bool stated_ahead = now.range_ahead && !now.range_ahead->implied;
  if (!now.step.stated()) {
    if (stated_ahead) return cursor_.fail(Kind::contradiction, range.begin, range.end, {});
    now.range_ahead = range;
  } else if (stated_ahead) {
    const DayRange ended = *now.range_ahead;
    close_band(now, ended, cursor_);
    now.range_ahead = range;
  } else {
    close_band(now, range, cursor_);
  }
}

std::int32_t ShareReader::last_day_so_far() {
  if (tier().range_ahead) return tier().range_ahead->last;
  return tier().bands.empty() ? 0 : tier().bands.back().range.last;
}

// "$300 per day for the first 5 days" turns out to be the beginning of a day schedule.
void ShareReader::first_days_to_band() {
  const DayRange range{1, *tier().copay_days, false, tier().step.begin, tier().step.begin};
  tier().copay_days.reset();
  tier().first_days = false;
  close_band(tier(), range, cursor_);
}

void ShareReader::open_rest(const Token& at) {
  if (tier().first_days) first_days_to_band();
  const std::int32_t from = last_day_so_far();
  if (from >= kOpenEndFrom) return cursor_.fail(Kind::contradiction, at);
  tier().range_ahead = DayRange{from + 1, DayBand::kNoLastDay, true, at, at};
}

}  // namespace preauth
