#include "load/phrase_amounts.h"

#include <algorithm>

#include "base/amount_text.h"

namespace preauth {
namespace {

using Kind = PhraseProblem::Kind;

constexpr std::int64_t kMillion = 1'000'000;
constexpr int kMoneyDecimals = 2;
constexpr int kPriceDecimals = 6;
constexpr int kRateDecimals = 4;
constexpr std::size_t kFarthestPercentSign = 8;  // tokens of the longest range looked through

// The number at the cursor, in millionths. Fails on a minus sign, on too many decimals and where there is no number.
std::optional<std::int64_t> read_number(PhraseCursor& cursor, int most_decimals) {
  if (cursor.at(TokenKind::dash)) {
    const Token minus = cursor.take();
    cursor.accept(TokenKind::dollar);
    cursor.fail(Kind::negative_amount, minus, cursor.at(TokenKind::number) ? cursor.peek() : minus, {});
    return std::nullopt;
  }
  if (!cursor.at(TokenKind::number)) {
    if (cursor.done()) {
      cursor.fail(Kind::missing_amount, cursor.previous());
    } else {
      cursor.fail_unexpected();
    }
    return std::nullopt;
  }
  const Token number = cursor.take();
  if (number.fault == NumberFault::malformed || number.decimals > most_decimals) {
    cursor.fail(Kind::bad_number, number);
  } else if (number.fault == NumberFault::too_large) {
    cursor.fail(Kind::too_large, number);
  }
  if (cursor.failed()) return std::nullopt;
  return number.millionths;
}

std::optional<std::int64_t> read_dollars(PhraseCursor& cursor, int most_decimals) {
  const Token first = cursor.peek();
  if (cursor.at(TokenKind::dash) && !cursor.at(TokenKind::dollar, 1) && !cursor.at(TokenKind::number, 1)) {
    cursor.fail_unexpected();
    return std::nullopt;
  }
  cursor.accept(TokenKind::dollar);
  const std::optional<std::int64_t> micros = read_number(cursor, most_decimals);
  if (!micros) return std::nullopt;
  const Token last = cursor.previous();
  cursor.accept(Word::dollar);
  if (*micros > UnitPrice::from(Money::largest_stated()).count_micros()) {
    cursor.fail(Kind::too_large, first, last, {});
    return std::nullopt;
  }
  return micros;
}

// One number of a rate. In a range the sign may stand at the last number only.
std::optional<Rate> read_one_rate(PhraseCursor& cursor, Rate most) {
  const Token first = cursor.peek();
  const std::optional<std::int64_t> millionths = read_number(cursor, kRateDecimals);
  if (!millionths) return std::nullopt;
  cursor.accept(TokenKind::percent);
  const Rate rate = Rate::parts_per_million(*millionths / 100);
  if (rate > most) {
    cursor.fail(Kind::rate_out_of_range, first, cursor.previous(), {});
    return std::nullopt;
  }
  return rate;
}

// value { ("-" | ".." | "to" | "or") value }: from the least to the greatest. Only "or" may go down.
template <class T, class ReadOne, class AtMore>
std::optional<Known<T>> read_range(PhraseCursor& cursor, ReadOne read_one, AtMore at_more) {
  if (cursor.accept(Word::stated_unknown)) return Known<T>::unknown();
  Token begin = cursor.peek();
  std::optional<T> last = read_one();
  if (!last) return std::nullopt;
  T low = *last;
  T high = *last;
  while (at_more()) {
    const bool either = cursor.take().word == Word::or_;
    const Token next = cursor.peek();
    const std::optional<T> value = read_one();
    if (!value) return std::nullopt;
    if (!either && *value < *last) {
      cursor.fail(Kind::bad_range, begin, cursor.previous(), {});
      return std::nullopt;
    }
    begin = next;
    last = value;
    low = std::min(low, *value);
    high = std::max(high, *value);
  }
  return low == high ? Known<T>(low) : Known<T>::between(low, high);
}

bool at_joining_word(const PhraseCursor& cursor) { return cursor.at_range_sign() || cursor.at(Word::or_); }

bool at_more_dollars(const PhraseCursor& cursor) {
  const bool plain_number = cursor.at(TokenKind::number, 1) && !cursor.at(TokenKind::percent, 2);
  return at_joining_word(cursor) && (cursor.at(TokenKind::dollar, 1) || plain_number);
}

bool at_more_numbers(const PhraseCursor& cursor) { return at_joining_word(cursor) && cursor.at(TokenKind::number, 1); }

std::string write_range(const std::string& low, const std::string& high) { return low + ".." + high; }

template <class T, class Write>
std::string write_any(const Known<T>& known, Write write) {
  if (known.is_unknown()) return "unknown";
  if (known.is_exact()) return write(known.value());
  return write_range(write(known.low()), write(known.high()));
}

}  // namespace

std::string suggest_rate(const Token& number) {
  const std::int64_t parts =
      number.millionths <= kMillion && number.decimals > 0 ? number.millionths : number.millionths / 100;
  return canonical(Rate::parts_per_million(std::clamp<std::int64_t>(parts, 0, kMillion)));
}

bool at_money(const PhraseCursor& cursor) { return cursor.at(TokenKind::dollar); }

bool at_rate(const PhraseCursor& cursor) {
  if (!cursor.at(TokenKind::number)) return false;
  for (std::size_t i = 1; i < kFarthestPercentSign; i += 2) {
    if (cursor.at(TokenKind::percent, i)) return true;
    const bool joined = cursor.at_range_sign(i) || cursor.at(Word::or_, i);
    if (!joined || !cursor.at(TokenKind::number, i + 1)) return false;
  }
  return false;
}

std::optional<Known<Money>> read_money(PhraseCursor& cursor) {
  constexpr std::int64_t kMicrosPerCent = 10'000;
  const auto read_one = [&cursor]() -> std::optional<Money> {
    const std::optional<std::int64_t> micros = read_dollars(cursor, kMoneyDecimals);
    if (!micros) return std::nullopt;
    return Money::cents(*micros / kMicrosPerCent);
  };
  return read_range<Money>(cursor, read_one, [&cursor] { return at_more_dollars(cursor); });
}

std::optional<Known<UnitPrice>> read_unit_price(PhraseCursor& cursor) {
  const auto read_one = [&cursor]() -> std::optional<UnitPrice> {
    const std::optional<std::int64_t> micros = read_dollars(cursor, kPriceDecimals);
    if (!micros) return std::nullopt;
    return UnitPrice::micros(*micros);
  };
  return read_range<UnitPrice>(cursor, read_one, [&cursor] { return at_more_dollars(cursor); });
}

std::optional<Known<Rate>> read_rate(PhraseCursor& cursor, Rate most) {
  const Token first = cursor.peek();
  // A number without its sign is the likeliest slip, so it is looked for before the number is judged.
  if (cursor.at(TokenKind::number) && !at_rate(cursor)) {
    cursor.fail_suggesting(Kind::missing_percent_sign, first, suggest_rate(first));
    return std::nullopt;
  }
  return read_range<Rate>(
      cursor, [&cursor, most] { return read_one_rate(cursor, most); }, [&cursor] { return at_more_numbers(cursor); });
}

std::optional<std::int64_t> read_count(PhraseCursor& cursor, std::int64_t most) {
  const Token token = cursor.peek();
  const std::optional<std::int64_t> millionths = read_number(cursor, kPriceDecimals);
  if (!millionths) return std::nullopt;
  if (*millionths % kMillion != 0) {
    cursor.fail(Kind::bad_number, token);
    return std::nullopt;
  }
  if (*millionths / kMillion > most) {
    cursor.fail(Kind::too_large, token);
    return std::nullopt;
  }
  return *millionths / kMillion;
}

std::optional<Known<std::int64_t>> read_counts(PhraseCursor& cursor, std::int64_t most) {
  return read_range<std::int64_t>(
      cursor, [&cursor, most] { return read_count(cursor, most); }, [&cursor] { return at_more_numbers(cursor); });
}

std::string write_known(const Known<Money>& money) {
  return write_any(money, [](Money value) { return canonical(value); });
}

std::string write_known(const Known<Rate>& rate) {
  return write_any(rate, [](Rate value) { return canonical(value); });
}

std::string write_known(const Known<std::int64_t>& count) {
  return write_any(count, [](std::int64_t value) { return file_text(value); });
}

std::string canonical(Money money) { return file_text(money); }

std::string canonical(Rate rate) { return file_text(rate); }

}  // namespace preauth
