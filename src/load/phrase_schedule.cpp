// Schedules: what repeats, on which days, for how long. "3 days/week for 9 weeks", "28 days", "Mon/Wed/Fri for 9
// weeks".

#include "load/phrase_schedule.h"

#include "load/phrase_amounts.h"

namespace preauth {
namespace {

using Kind = PhraseProblem::Kind;
using Count = Known<std::int64_t>;

constexpr std::int64_t kDaysPerMonth = 30;  // between monthly visits
constexpr std::int64_t kMostTimesPerMonth = 4;
constexpr std::int64_t kMostVisitsPerDay = 5;
constexpr std::int64_t kMostEveryDays = 366;

// Months as the nearest whole weeks: 1 is 4, 3 is 13, 6 is 26, 12 is 52.
constexpr std::int64_t weeks_of_months(std::int64_t months) { return (months * 104 + 12) / 24; }

bool is_weekday_name(Word word) { return word >= Word::monday && word <= Word::sunday; }
unsigned weekday_index(Word word) { return static_cast<unsigned>(word) - static_cast<unsigned>(Word::monday); }

Known<std::int32_t> narrow(const Count& known) {
  if (!known.is_stated()) return {};
  if (known.is_unknown()) return Known<std::int32_t>::unknown();
  const std::int32_t low = static_cast<std::int32_t>(known.low());
  const std::int32_t high = static_cast<std::int32_t>(known.high());
  return low == high ? Known(low) : Known<std::int32_t>::between(low, high);
}

class ScheduleReader {
 public:
  explicit ScheduleReader(PhraseCursor& cursor) : cursor_(cursor) {}

  std::optional<Schedule> read() {
    while (!cursor_.done()) {
      if (cursor_.at_separator()) {
        cursor_.skip_separators();
      } else {
        read_clause();
      }
    }
    if (!cursor_.failed()) finish();
    return cursor_.failed() ? std::nullopt : std::optional(schedule_);
  }

 private:
  void read_clause() {
    const Token token = cursor_.peek();
    if (cursor_.accept_any({Word::for_, Word::over})) {
      length_follows_ = true;
    } else if (cursor_.at(TokenKind::number) || cursor_.at(Word::stated_unknown) || cursor_.at_minus()) {
      read_counted();
      length_follows_ = false;
    } else if (token.kind == TokenKind::word && (is_weekday_name(token.word) || token.word == Word::weekday)) {
      read_weekdays();
    } else if (cursor_.accept_any({Word::every, Word::per})) {
      if (cursor_.at(Word::day)) schedule_.unit = PriceUnit::day;
      read_interval(1, token);
    } else if (cursor_.accept_any({Word::once, Word::twice})) {
      read_times(token.word == Word::once ? 1 : 2, token);
    } else if (cursor_.accept(Word::daily)) {
      schedule_.unit = PriceUnit::day;
      put_interval(1, 1, Word::day, token);
    } else if (cursor_.accept_any({Word::weekly, Word::monthly})) {
      put_interval(1, 1, token.word == Word::weekly ? Word::week : Word::month, token);
    } else {
      cursor_.fail_unexpected();
    }
  }

  void read_times(std::int64_t times, const Token& begin) {
    const bool repeats = cursor_.accept(TokenKind::slash) || cursor_.accept_any({Word::per, Word::every, Word::a});
    if (repeats) return read_interval(times, begin);
    put_count(Count(times), begin);
  }

  // "3 days/week", "2/week", "9 weeks", "28 days", "36 visits", "1 stay".
  void read_counted() {
    const Token begin = cursor_.peek();
    const std::optional<Count> count = read_counts(cursor_);
    if (!count) return;
    cursor_.accept(TokenKind::dash);  // "28-day program"
    cursor_.skip_all({Word::office, Word::outpatient, Word::place});
    const Token unit = cursor_.peek();
    if (cursor_.accept_any({Word::week, Word::month, Word::year})) return put_length(*count, unit.word, begin);
    if (cursor_.at(Word::hour)) {
      return cursor_.fail(Kind::cannot_model, begin, unit, "hours a day (write the days; a day has one price)");
    }
    if (cursor_.accept(Word::admission)) {
      stay_at_ = begin;
      return put_count(*count, begin);
    }
    const bool of_days = cursor_.accept(Word::day);
    const bool of_visits = !of_days && cursor_.accept_any({Word::visit, Word::service});
    const bool repeats = cursor_.at(TokenKind::slash) || cursor_.at_any({Word::per, Word::every, Word::a});
    if (!of_days && !of_visits && !repeats) return fail_without_unit(begin);
    if (repeats) {
      cursor_.take();
      schedule_.unit = of_days ? PriceUnit::day : PriceUnit::visit;
      return read_repeated(*count, begin);
    }
    cursor_.skip_all({Word::admission, Word::program});
    if (of_days && length_follows_ && has_pattern_) return put_days(*count, begin);
    if (!has_pattern_) schedule_.unit = of_days ? PriceUnit::day : PriceUnit::visit;
    put_count(*count, begin);
  }

  void fail_without_unit(const Token& begin) {
    if (!cursor_.done()) return cursor_.fail_unexpected();
    cursor_.fail(Kind::cannot_model, begin, cursor_.previous(), "a number without its unit (days, visits or weeks)");
  }

  void read_repeated(const Count& times, const Token& begin) {
    if (!times.is_exact()) {
      return cursor_.fail(Kind::cannot_model, begin, cursor_.previous(),
                          "a range of days a week (write one, and the range of weeks)");
    }
    read_interval(times.value(), begin);
  }

  // After "every", "per" or "/": "week", "4 weeks", "other day".
  void read_interval(std::int64_t times, const Token& begin) {
    std::int64_t intervals = 1;
    if (cursor_.accept(Word::other)) intervals = 2;
    if (cursor_.at(TokenKind::number)) {
      const std::optional<std::int64_t> count = read_count(cursor_);
      if (!count) return;
      intervals = *count;
    }
    const Token unit = cursor_.peek();
    const bool known = cursor_.accept_any({Word::day, Word::week, Word::month, Word::daily});
    if (!known) return cursor_.fail_unexpected();
    put_interval(times, intervals, unit.word == Word::daily ? Word::day : unit.word, begin);
  }

  void put_interval(std::int64_t times, std::int64_t intervals, Word unit, const Token& begin) {
    if (has_pattern_) return cursor_.fail(Kind::contradiction, begin, cursor_.previous(), {});
    const std::int64_t most = schedule_.unit == PriceUnit::day ? 1 : kMostVisitsPerDay;
    const bool too_often = (unit == Word::day && times > most) || (unit == Word::week && times > most * kDaysPerWeek);
    if (times < 1 || intervals < 1 || too_often) return cursor_.fail(Kind::bad_days, begin, cursor_.previous(), {});
    const bool uneven = (times > 1 && intervals > 1) || (unit == Word::month && times > kMostTimesPerMonth);
    if (uneven) {
      return cursor_.fail(Kind::cannot_model, begin, cursor_.previous(),
                          "so many visits in a month or in several weeks (write visits a week)");
    }
    has_pattern_ = true;
    if (unit == Word::week && intervals == 1) return put_per_week(times);
    if (unit == Word::day && intervals == 1) return put_per_week(kDaysPerWeek * times);
    const std::int64_t days = unit == Word::week ? kDaysPerWeek : unit == Word::month ? kDaysPerMonth / times : 1;
    if (intervals > kMostEveryDays / days) return cursor_.fail(Kind::too_large, begin, cursor_.previous(), {});
    schedule_.every_days = static_cast<std::int32_t>(days * intervals);
    if (unit == Word::month && intervals == 1) times_per_month_ = times;
  }

  void put_per_week(std::int64_t times) { schedule_.per_week = static_cast<std::int32_t>(times); }

  // "Mon/Wed/Fri", "Tue and Thu", "Mon-Fri", "weekdays".
  void read_weekdays() {
    const Token begin = cursor_.peek();
    if (has_pattern_) return cursor_.fail(Kind::contradiction, begin);
    has_pattern_ = true;
    schedule_.unit = PriceUnit::day;
    if (cursor_.accept(Word::weekday)) {
      schedule_.weekdays = kMondayToFriday;
      return;
    }
    do {
      const unsigned first = weekday_index(cursor_.take().word);
      unsigned last = first;
      if (cursor_.at_range_sign() && at_weekday_name(1)) {
        cursor_.take();
        last = weekday_index(cursor_.take().word);
      }
      if (last < first) return cursor_.fail(Kind::bad_range, begin, cursor_.previous(), {});
      for (unsigned day = first; day <= last; ++day) {
        schedule_.weekdays = static_cast<std::uint8_t>(schedule_.weekdays | (1U << day));
      }
    } while (accept_joint_to_weekday());
  }

  bool at_weekday_name(std::size_t ahead) const {
    return cursor_.at(TokenKind::word, ahead) && is_weekday_name(cursor_.peek(ahead).word);
  }

  bool accept_joint_to_weekday() {
    std::size_t ahead = 0;
    while (ahead < 2 && (cursor_.at(TokenKind::slash, ahead) || cursor_.at(TokenKind::comma, ahead) ||
                         cursor_.at(TokenKind::plus, ahead) || cursor_.at(Word::and_, ahead))) {
      ++ahead;
    }
    if (!at_weekday_name(ahead)) return false;
    while (ahead-- > 0) cursor_.take();
    return true;
  }

  bool check_positive(const Count& count, const Token& begin) {
    if (!count.is_unknown() && count.low() < 1) cursor_.fail(Kind::bad_days, begin, cursor_.previous(), {});
    return !cursor_.failed();
  }

  void put_count(const Count& count, const Token& begin) {
    if (count_.is_stated()) return cursor_.fail(Kind::contradiction, begin, cursor_.previous(), {});
    if (check_positive(count, begin)) count_ = count;
  }

  void put_days(const Count& days, const Token& begin) {
    if (length_stated()) return cursor_.fail(Kind::contradiction, begin, cursor_.previous(), {});
    if (check_positive(days, begin)) days_ = days;
  }

  void put_length(const Count& length, Word unit, const Token& begin) {
    if (length_stated()) return cursor_.fail(Kind::contradiction, begin, cursor_.previous(), {});
    if (!check_positive(length, begin)) return;
    if (unit == Word::month) months_ = length;
    weeks_ = map(length, [unit](std::int64_t value) {
      if (unit == Word::week) return value;
      return weeks_of_months(unit == Word::year ? value * 12 : value);
    });
    length_at_ = begin;
  }
  bool length_stated() const { return weeks_.is_stated() || days_.is_stated(); }

  void finish() {
    if (stay_at_) {
      if (has_pattern_ || weeks_.is_stated()) return cursor_.fail(Kind::cannot_model, *stay_at_, "stays that repeat");
      schedule_.unit = PriceUnit::stay;
    }
    const bool only_days = count_.is_stated() && !has_pattern_ && !weeks_.is_stated();
    schedule_.per_day = only_days && schedule_.unit == PriceUnit::day;
    if (count_.is_stated() && weeks_.is_stated() && !has_pattern_) spread_evenly();
    if (!count_.is_stated() && has_pattern_) derive_count();
    const bool too_many = (!count_.is_unknown() && count_.high() > kMostCount) ||
                          (!weeks_.is_unknown() && weeks_.high() > kMostCount / kDaysPerWeek);
    if (too_many) return cursor_.fail(Kind::too_large, length_at_, cursor_.previous(), {});
    if (!has_pattern_ && !count_.is_stated() && !weeks_.is_stated()) {
      return cursor_.fail(Kind::missing_amount, cursor_.previous());
    }
    schedule_.count = narrow(count_);
    schedule_.weeks = narrow(weeks_);
  }

  void derive_count() {
    if (times_per_month_ && months_.is_stated()) {
      count_ = map(months_, [this](std::int64_t months) { return months * *times_per_month_; });
    } else if (weeks_.is_stated()) {
      count_ = map(weeks_, [this](std::int64_t weeks) { return count_within(schedule_, weeks * kDaysPerWeek); });
    } else if (days_.is_stated()) {
      count_ = map(days_, [this](std::int64_t days) { return count_within(schedule_, days); });
    }
  }

  // "36 visits over 12 weeks" is 3 a week.
  void spread_evenly() {
    const bool exact = count_.is_exact() && weeks_.is_exact();
    const std::int64_t per_week = exact && count_.value() % weeks_.value() == 0 ? count_.value() / weeks_.value() : 0;
    if (per_week >= 1 && per_week <= kDaysPerWeek) return put_per_week(per_week);
    cursor_.fail(Kind::cannot_model, length_at_, cursor_.previous(),
                 "visits that do not come to the same number every week");
  }

  PhraseCursor& cursor_;
  Schedule schedule_;
  Count count_;
  Count weeks_;
  Count days_;
  Count months_;
  Token length_at_;
  std::optional<Token> stay_at_;
  std::optional<std::int64_t> times_per_month_;
  bool has_pattern_ = false;
  bool length_follows_ = false;
};

// Nothing but punctuation from `ahead` on.
bool ends_at(const PhraseCursor& cursor, std::size_t ahead) {
  while (cursor.at(TokenKind::comma, ahead) || cursor.at(TokenKind::semicolon, ahead)) ++ahead;
  return cursor.at(TokenKind::end, ahead);
}

// "day", "week", "month", "stay", "visit", "once": one word says it all. Each day or visit is one of the step's own.
std::optional<Schedule> read_bare_interval(PhraseCursor& cursor) {
  Schedule schedule;
  const bool led = cursor.at_any({Word::per, Word::every, Word::a});
  const std::size_t at = led ? 1 : 0;
  if (!ends_at(cursor, at + 1)) return std::nullopt;
  if (cursor.at_any({Word::day, Word::daily}, at)) {
    schedule.unit = PriceUnit::day;
    schedule.per_day = true;
  } else if (cursor.at_any({Word::week, Word::weekly}, at)) {
    schedule.per_week = 1;
  } else if (cursor.at_any({Word::month, Word::monthly}, at)) {
    schedule.every_days = static_cast<std::int32_t>(kDaysPerMonth);
  } else if (cursor.at_any({Word::admission, Word::once}, at)) {
    schedule.unit = PriceUnit::stay;
    schedule.count = 1;
  } else if (cursor.at_any({Word::visit, Word::service}, at)) {
    schedule.per_day = true;
  } else {
    return std::nullopt;
  }
  while (!cursor.done()) cursor.take();
  return schedule;
}

// "7 days" and "4 weeks" are lengths; of a line they say how often it comes.
void length_to_interval(Schedule& schedule, const Token& begin, PhraseCursor& cursor) {
  const bool weeks_alone = schedule.weeks.is_stated() && !schedule.count.is_stated();
  if (!schedule.per_day && !weeks_alone) return;
  const Known<std::int32_t> length = schedule.per_day ? schedule.count : schedule.weeks;
  if (!length.is_exact()) {
    return cursor.fail(Kind::cannot_model, begin, cursor.previous(), "a line that repeats after a range of days");
  }
  const std::int64_t days = length.value() * (schedule.per_day ? 1 : kDaysPerWeek);
  if (days > kMostEveryDays) return cursor.fail(Kind::too_large, begin, cursor.previous(), {});
  schedule = {};
  schedule.per_day = days == 1;
  schedule.unit = schedule.per_day ? PriceUnit::day : PriceUnit::visit;
  schedule.every_days = static_cast<std::int32_t>(days);
}

}  // namespace

PhraseResult<Schedule> parse_schedule(std::string_view phrase) {
  return read_phrase<Schedule>(phrase, [](PhraseCursor& cursor) { return ScheduleReader(cursor).read(); });
}

PhraseResult<Schedule> parse_every(std::string_view phrase) {
  return read_phrase<Schedule>(phrase, [](PhraseCursor& cursor) -> std::optional<Schedule> {
    cursor.skip_separators();
    if (auto bare = read_bare_interval(cursor)) return bare;
    const Token begin = cursor.peek();
    std::optional<Schedule> schedule = ScheduleReader(cursor).read();
    if (schedule) length_to_interval(*schedule, begin, cursor);
    return schedule;
  });
}

}  // namespace preauth
