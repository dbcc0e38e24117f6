#pragma once
// Reads one cost-share phrase into a ShareDraft, clause by clause in whatever order the document put them: amounts,
// what they are charged per, day ranges, visit tiers, caps, and where the deductible comes. Used by phrase_draft.h
// only.

#include "load/phrase_draft.h"

namespace preauth {

class ShareReader {
 public:
  explicit ShareReader(PhraseCursor& cursor) : cursor_(cursor) {}
  std::optional<ShareDraft> read();

 private:
  using Kind = PhraseProblem::Kind;
  using Handler = void (ShareReader::*)();
  struct Clause {
    Word word;
    Handler read;
  };
  static const std::span<const Clause> kClauses;

  TierDraft& tier() { return draft_.tiers.back(); }
  Token take() { return cursor_.take(); }

  // phrase_share_reader.cpp: the loop and the amounts
  bool read_whole_meaning();
  bool read_not_covered();
  void read_clause();
  void read_sign();
  void read_copay();
  void read_rate();
  void read_counted_most();
  void read_no();
  void read_nothing();
  void read_unknown();
  void read_without_amount();
  void put_copay(const Known<Money>& copay, const Token& at);
  void put_rate(const Known<Rate>& rate, const Token& at);
  bool make_room(bool taken, const Token& at);
  void end_last_tier();
  bool after_separator() const;

  // phrase_share_days.cpp: visits and days; phrase_share_caps.cpp: units and caps; phrase_share_order.cpp: deductible
  void read_first();
  void read_next();
  void read_then();
  void read_thereafter();
  void read_thereafter_from(const Token& word);
  void read_for();
  void read_days();
  void read_reserve();
  void read_per();
  void read_most();
  void read_after();
  void read_not();
  void read_before();
  void read_without();
  void read_once();
  void read_subject();
  void read_deductible();
  void read_cap_or_days(const Token& begin);
  void begin_tier(std::optional<std::int32_t> visits);
  void put_visits(std::int32_t visits, const Token& begin, bool apart);
  void put_first_days(std::int32_t days, const Token& begin);
  void put_range(const DayRange& range);
  void put_per(CopayPer per, const Token& at);
  void put_copay_days(std::int32_t days, const Token& begin);
  void put_cap(const Known<Money>& cap, const Token& begin);
  void put_order(Known<DeductibleOrder> order, const Token& at);
  void open_rest(const Token& at);
  void first_days_to_band();
  std::optional<DayRange> read_range_of_days(const Token& begin);
  bool at_open_end() const;
  std::optional<Word> read_unit();
  bool skip_per(Word unit);
  std::int32_t last_day_so_far();
  bool at_deductible_phrase() const;
  void read_deductible_phrase(DeductibleOrder order, const Token& begin);

  // phrase_share_refusals.cpp: what is understood but has no place in one cost share
  void refuse_greater();
  void refuse_either();
  void refuse_two_benefits();
  void refuse_networks();
  void refuse_waiver();
  void refuse_authorization();
  void refuse_plan_share();

  PhraseCursor& cursor_;
  ShareDraft draft_;
  bool last_is_rate_ = false;  // the latest amount was a rate: "per day" then says nothing about a copay
};

}  // namespace preauth
