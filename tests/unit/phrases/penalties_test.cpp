#include <string>

#include <doctest/doctest.h>

#include "load/phrase.h"

using namespace preauth;

namespace {

PenaltyRule read(const std::string& text) {
  const PhraseResult<PenaltyRule> result = parse_penalty(text);
  CAPTURE(text);
  REQUIRE(result.value);
  return *result.value;
}

OutOfNetworkRule read_method(const std::string& text) {
  const PhraseResult<OutOfNetworkRule> result = parse_out_method(text);
  CAPTURE(text);
  REQUIRE(result.value);
  CHECK(result.value->stated);
  return *result.value;
}

}  // namespace

TEST_CASE("a_cut_has_a_rate_and_may_have_a_base_and_a_cap") {
  const PenaltyRule capped = read("50%, at most $500");
  CHECK(capped.kind.known == Known(PenaltyKind::percent));
  CHECK(capped.percent.known == Known(Rate::percent(50)));
  CHECK(capped.cap.known == Known(Money::dollars(500)));
  CHECK_FALSE(capped.base.known.is_stated());
  CHECK(read("50% of allowed").base.known == Known(PenaltyBase::allowed));
  CHECK(read("50% of the plan's payment").base.known == Known(PenaltyBase::plan_payment));
  const PenaltyRule admission = read("20% up to $1,000 per admission");
  CHECK(admission.cap.known == Known(Money::dollars(1'000)));
  CHECK(admission.per.known == Known(PenaltyPer::admission));
  const PenaltyRule sentence = read("Benefits are reduced by 50% up to $500");
  CHECK(sentence.percent.known == Known(Rate::percent(50)));
  CHECK(sentence.cap.known == Known(Money::dollars(500)));
  CHECK(read("20%..50%").percent.known == Known<Rate>::between(Rate::percent(20), Rate::percent(50)));
}

TEST_CASE("a_flat_penalty_has_an_amount_and_a_unit") {
  const PenaltyRule flat = read("$500 per admission");
  CHECK(flat.kind.known == Known(PenaltyKind::flat));
  CHECK(flat.flat.known == Known(Money::dollars(500)));
  CHECK(flat.per.known == Known(PenaltyPer::admission));
  CHECK_FALSE(read("$250 penalty").per.known.is_stated());
  CHECK(read("$50/visit").per.known == Known(PenaltyPer::line));
  CHECK(read("penalty of $300 per episode").per.known == Known(PenaltyPer::episode));
}

TEST_CASE("denied_and_none_are_words") {
  CHECK(read("denied").kind.known == Known(PenaltyKind::denied));
  CHECK(read("not covered").kind.known == Known(PenaltyKind::denied));
  CHECK(read("none").kind.known == Known(PenaltyKind::none));
  CHECK(read("no penalty").kind.known == Known(PenaltyKind::none));
}

TEST_CASE("out_of_network_amounts_are_set_in_four_ways") {
  const OutOfNetworkRule medicare = read_method("140% of Medicare");
  CHECK(medicare.method.known == Known(OutMethod::percent_of_medicare));
  CHECK(medicare.percent.known == Known(Rate::percent(140)));
  CHECK(read_method("60% of billed charges").method.known == Known(OutMethod::percent_of_billed));
  CHECK(read_method("60% of billed").percent.known == Known(Rate::percent(60)));
  CHECK(read_method("$200").stated_amount.known == Known(Money::dollars(200)));
  CHECK(read_method("$200").method.known == Known(OutMethod::stated_amount));
  CHECK(read_method("contracted").method.known == Known(OutMethod::line_allowed));
  CHECK(read_method("unknown").method.known == Known<OutMethod>::unknown());
  CHECK(read_method("Medicare rate").percent.known == Known(Rate::percent(100)));
}

TEST_CASE("usual_and_customary_amounts_are_refused_with_the_reason") {
  for (const std::string text : {"UCR", "80th percentile of FAIR Health", "100% of usual and customary"}) {
    CAPTURE(text);
    const PhraseResult<OutOfNetworkRule> result = parse_out_method(text);
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].kind == PhraseProblem::Kind::cannot_model);
  }
  CHECK(parse_out_method("140%").problems.at(0).kind == PhraseProblem::Kind::cannot_model);
  CHECK(parse_out_method("1001% of Medicare").problems.at(0).kind == PhraseProblem::Kind::rate_out_of_range);
}
