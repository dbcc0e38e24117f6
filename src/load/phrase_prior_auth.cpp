// What happens without authorization ("50%, at most $500"), and how out-of-network amounts are set ("140% of
// Medicare").

#include "load/phrase_amounts.h"

namespace preauth {
namespace {

using Kind = PhraseProblem::Kind;

constexpr Rate kMostOfMedicare = Rate::percent(1'000);

template <class T>
Field<T> stated(T value) {
  return Field<T>{Known<T>(value), {}};
}

// "per admission", "/visit"; nothing when no unit is stated.
std::optional<PenaltyPer> read_penalty_per(PhraseCursor& cursor) {
  const bool led = cursor.accept(TokenKind::slash) || cursor.accept_any({Word::per, Word::every, Word::a});
  if (!led) return std::nullopt;
  cursor.skip_all({Word::place, Word::outpatient, Word::office});
  if (cursor.accept(Word::admission)) return PenaltyPer::admission;
  if (cursor.accept(Word::episode)) return PenaltyPer::episode;
  if (cursor.accept_any({Word::visit, Word::day, Word::service, Word::line})) return PenaltyPer::line;
  cursor.fail_unexpected();
  return std::nullopt;
}

void put_per(PhraseCursor& cursor, PenaltyRule& rule) {
  if (const std::optional<PenaltyPer> per = read_penalty_per(cursor)) rule.per = stated(*per);
}

// "of allowed", "of the plan's payment"; a cut of "benefits" is one of what the plan would pay.
void read_base(PhraseCursor& cursor, PenaltyRule& rule) {
  if (!cursor.accept(Word::of)) return;
  if (cursor.accept(Word::allowed)) {
    rule.base = stated(PenaltyBase::allowed);
  } else if (cursor.at_any({Word::plan, Word::coverage, Word::payment})) {
    rule.base = stated(PenaltyBase::plan_payment);
  } else {
    return cursor.fail_unexpected();
  }
  cursor.skip_all({Word::plan, Word::coverage, Word::payment, Word::amount, Word::charge});
}

void read_cut(PhraseCursor& cursor, PenaltyRule& rule) {
  const std::optional<Known<Rate>> percent = read_rate(cursor);
  if (!percent) return;
  rule.kind = stated(PenaltyKind::percent);
  rule.percent = Field<Rate>{*percent, {}};
  cursor.skip_all({Word::penalty, Word::cut, Word::reduced});
  read_base(cursor, rule);
  cursor.skip_all({Word::penalty, Word::cut, Word::reduced});
  put_per(cursor, rule);
  cursor.skip_separators();
  if (cursor.done()) return;
  cursor.skip_all({Word::up, Word::to, Word::at, Word::max, Word::of, Word::limit, Word::capped, Word::not_,
                   Word::exceed, Word::no, Word::more, Word::than, Word::a, Word::penalty});
  if (!at_money(cursor)) return cursor.fail_unexpected();
  const std::optional<Known<Money>> cap = read_money(cursor);
  if (!cap) return;
  rule.cap = Field<Money>{*cap, {}};
  put_per(cursor, rule);
  cursor.accept(Word::max);
}

std::optional<PenaltyRule> read_penalty(PhraseCursor& cursor) {
  PenaltyRule rule;
  if (cursor.accept_any({Word::none, Word::no})) {
    cursor.skip_all({Word::penalty, Word::cut});
    rule.kind = stated(PenaltyKind::none);
    return rule;
  }
  const bool denied = cursor.accept_any({Word::denied, Word::excluded});
  const bool not_covered = !denied && cursor.at(Word::not_) && cursor.at(Word::covered, 1);
  if (denied || not_covered) {
    if (not_covered) cursor.skip_all({Word::not_, Word::covered});
    rule.kind = stated(PenaltyKind::denied);
    return rule;
  }
  // "Benefits are reduced by 50%", "penalty of $500", "cut 20%"
  cursor.skip_all(
      {Word::coverage, Word::reduced, Word::cut, Word::penalty, Word::payment, Word::of, Word::to, Word::a});
  if (at_money(cursor) || cursor.at(TokenKind::dash)) {
    const std::optional<Known<Money>> flat = read_money(cursor);
    if (!flat) return std::nullopt;
    rule.kind = stated(PenaltyKind::flat);
    rule.flat = Field<Money>{*flat, {}};
    cursor.skip_all({Word::penalty, Word::cut});
    put_per(cursor, rule);
  } else if (cursor.at(TokenKind::number)) {
    read_cut(cursor, rule);
  } else {
    cursor.fail_unexpected();
  }
  return cursor.failed() ? std::nullopt : std::optional(rule);
}

void refuse_customary(PhraseCursor& cursor) {
  cursor.fail(Kind::cannot_model, cursor.peek(),
              "a usual and customary amount, which has no public table (write unknown, a percentage of Medicare or a "
              "stated amount)");
}

std::optional<OutOfNetworkRule> read_percent_of(PhraseCursor& cursor) {
  const std::optional<Known<Rate>> percent = read_rate(cursor, kMostOfMedicare);
  if (!percent) return std::nullopt;
  OutOfNetworkRule rule;
  rule.percent = Field<Rate>{*percent, {}};
  if (!cursor.accept(Word::of)) {
    if (cursor.done()) {
      cursor.fail(Kind::cannot_model, cursor.previous(), "a percentage without its base (of Medicare, of billed)");
    } else {
      cursor.fail_unexpected();
    }
    return std::nullopt;
  }
  if (cursor.accept(Word::medicare)) {
    rule.method = stated(OutMethod::percent_of_medicare);
  } else if (cursor.accept_any({Word::billed, Word::charge})) {
    rule.method = stated(OutMethod::percent_of_billed);
  } else if (cursor.at(Word::customary)) {
    refuse_customary(cursor);
  } else {
    cursor.fail_unexpected();
  }
  cursor.skip_all({Word::allowed, Word::amount, Word::charge});
  return rule;
}

std::optional<OutOfNetworkRule> read_out_method(PhraseCursor& cursor) {
  OutOfNetworkRule rule;
  rule.stated = true;
  if (cursor.accept(Word::stated_unknown)) {
    rule.method = Field<OutMethod>{Known<OutMethod>::unknown(), {}};
    return rule;
  }
  if (cursor.accept_any({Word::contracted, Word::in_network})) {
    cursor.skip_all({Word::amount, Word::allowed});
    rule.method = stated(OutMethod::line_allowed);
    return rule;
  }
  if (cursor.accept(Word::medicare)) {
    cursor.skip_all({Word::allowed, Word::amount});
    rule.method = stated(OutMethod::percent_of_medicare);
    rule.percent = stated(Rate::percent(100));
    return rule;
  }
  if (cursor.at(TokenKind::number) && cursor.at(Word::customary, 1)) cursor.take();  // "80th percentile"
  if (cursor.at(Word::customary)) {
    refuse_customary(cursor);
    return std::nullopt;
  }
  if (at_money(cursor) || cursor.at(TokenKind::dash)) {
    const std::optional<Known<Money>> amount = read_money(cursor);
    if (!amount) return std::nullopt;
    rule.method = stated(OutMethod::stated_amount);
    rule.stated_amount = Field<Money>{*amount, {}};
    return rule;
  }
  if (!cursor.at(TokenKind::number)) {
    cursor.fail_unexpected();
    return std::nullopt;
  }
  std::optional<OutOfNetworkRule> percent = read_percent_of(cursor);
  if (percent) percent->stated = true;
  return percent;
}

}  // namespace

PhraseResult<PenaltyRule> parse_penalty(std::string_view text) { return read_phrase<PenaltyRule>(text, read_penalty); }

PhraseResult<OutOfNetworkRule> parse_out_method(std::string_view text) {
  return read_phrase<OutOfNetworkRule>(text, read_out_method);
}

}  // namespace preauth
