#pragma once
// A second adjudicator, written from the rules alone (DESIGN.md, "Adjudication") and sharing no code with src/engine.
// It is slow and plain on purpose: each line is decided from the list of all lines before it. property_agreement
// compares it with the engine on random input, and the outside worked examples of tests/vectors are checked with both.

#include "property/second_adjudicator_history.h"

namespace preauth {

class SecondAdjudicator {
 public:
  // Both must outlive the adjudicator.
  SecondAdjudicator(const Terms& terms, const Start& start) : terms_(terms), history_(terms, start) {}

  // Pre: line.date is not before the date of the line before. Valid until the next call.
  const Decided& decide(const ServiceLine& line);

  // What is used up after the last line, in its benefit year and for its person.
  BucketUse used() const;

 private:
  bool is_protected(const ServiceLine& line) const;
  bool is_hospital_day(const Decided& now) const;
  bool is_held_harmless(const Decided& now) const;
  void decide_coverage(Decided& now) const;
  bool is_past_a_limit(const Decided& now) const;
  bool has_no_hospital_days_left(const Decided& now) const;
  const PenaltyTerms* broken_authorization(const Decided& now) const;
  bool deny(Decided& now, const PenaltyTerms& penalty) const;
  void pay(Decided& now, const PenaltyTerms* penalty) const;
  void set_allowed_amount(Decided& now) const;
  void take_in_order(Decided& now, DeductibleOrder order, Money copay) const;
  void share_cost(Decided& now) const;
  void share_hospital_day(Decided& now) const;
  void stop_at_maximum(Decided& now) const;
  void stop_at_dollar_limit(Decided& now) const;
  void reduce(Decided& now, const PenaltyTerms& penalty) const;
  void refuse_payment(Decided& now, NoncoveredRate rate, int code) const;
  Money owed_at(NoncoveredRate rate, const ServiceLine& line) const;
  Money deductible_left(const Decided& now) const;
  int schedule_day(const Decided& now) const;
  int copay_days_left(const Decided& now, const ShareTerms& share) const;
  Money copay_of_days(const Decided& now, const ShareTerms& share, int days) const;
  Money copay_due(const Decided& now, const ShareTerms& share) const;
  const BenefitTerms& row(const Decided& now) const { return terms_.of(now.line.benefit, now.network); }
  const ShareTerms& share_of_visit(const Decided& now) const;

  const Terms& terms_;
  History history_;
};

// The only rounding: half away from zero, to the cent.
Money part_of(Money amount, Rate rate);

}  // namespace preauth
