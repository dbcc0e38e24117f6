#include <doctest/doctest.h>

#include "load/phrase.h"
#include "loaded.h"

namespace preauth::test {
namespace {

LoadedPlan with(const std::string& lines) { return load_plan_text("[plan]\nid = \"a\"\n" + lines); }

using Ids = std::vector<std::string>;

TEST_CASE("every_key_of_a_row_is_read") {
  const LoadedPlan loaded = with(R"(
[benefits.residential]
in = "$300 copay per day after deductible"
tier2 = "unknown"
out = "not covered"
limit = ["60 days per year", "2 visits per lifetime"]
counts_to_oop = false
waived_if_admitted = "yes"
noncovered_rate = "self-pay"
after_limit = "no liability"
room_and_board = "separate"
referral_required = true
)");
  CHECK(ids_of(loaded.diagnostics).empty());
  const BenefitRow& row = loaded.plan.row(Benefit::residential);
  CHECK(row.stated);
  REQUIRE(row.share[index(Network::in)].known.is_exact());
  CHECK(loaded.text(row.share[index(Network::in)].provenance.at) == "\"$300 copay per day after deductible\"");
  CHECK(row.share[index(Network::tier2)].known == Known<CostShare>::unknown());
  CHECK_FALSE(row.share[index(Network::out)].known.value().covered);
  REQUIRE(row.limits.size() == 2);
  CHECK(row.limits[0].unit == LimitUnit::days);
  CHECK(row.limits[0].quantity == Known<std::int64_t>(60));
  CHECK(row.limits[0].benefits == mask(Benefit::residential));
  CHECK(row.limits[0].networks == kAllNetworks);
  CHECK(loaded.text(row.limits[0].provenance.at) == "\"60 days per year\"");
  CHECK(row.limits[1].period == LimitPeriod::lifetime);
  CHECK_FALSE(row.no_limit);
  CHECK(row.counts_to_oop.known == Known<bool>(false));
  CHECK(row.waived_if_admitted.known == Known<bool>(true));
  CHECK(row.noncovered_rate.known == Known<NoncoveredRate>(NoncoveredRate::self_pay));
  CHECK(row.after_limit.known == Known<NoncoveredRate>(NoncoveredRate::no_liability));
  CHECK(row.room_and_board.known == Known<std::string>("separate"));
  CHECK(row.referral_required.known == Known<bool>(true));
}

TEST_CASE("a_phrase_is_kept_in_canonical_form_too") {
  const BenefitRow row = with("[benefits.iop]\nin = \"20% coinsurance after deductible\"").plan.row(Benefit::iop);
  REQUIRE(row.share[index(Network::in)].known.is_exact());
  CHECK(row.phrase[index(Network::in)] == canonical(row.share[index(Network::in)].known.value()));
}

TEST_CASE("the_wording_of_the_plan_decides_a_silent_phrase") {
  const auto order = [](const std::string& wording) {
    const LoadedPlan loaded =
        load_plan_text("[plan]\nid = \"a\"\n" + wording + "[benefits.iop]\nin = \"20% coinsurance\"\n");
    return loaded.plan.row(Benefit::iop).share[0].known.value().tiers.at(0).share.deductible;
  };
  CHECK(order("wording = \"puf\"\n") == Known<DeductibleOrder>(DeductibleOrder::does_not_apply));
  CHECK(order("wording = \"sbc\"\n") == Known<DeductibleOrder>(DeductibleOrder::deductible_first));
  CHECK(order("") == Known<DeductibleOrder>(DeductibleOrder::deductible_first));
}

TEST_CASE("a_bare_copay_on_an_hsa_plan_comes_after_the_deductible") {
  const LoadedPlan loaded =
      load_plan_text("[plan]\nid = \"a\"\nhsa_qualified = true\n[benefits.iop]\nin = \"$40 copay\"\n");
  CHECK(loaded.plan.row(Benefit::iop).share[0].known.value().tiers.at(0).share.deductible ==
        Known<DeductibleOrder>(DeductibleOrder::deductible_first));
}

TEST_CASE("a_bare_number_is_neither_dollars_nor_percent") {
  struct Row {
    std::string number;
    std::string help;
  };
  const std::vector<Row> rows = {
      {"20", "write \"$20 copay\" for dollars or \"20% coinsurance\" for the share you pay"},
      {"0.2", "write \"$0.2 copay\" for dollars or \"20% coinsurance\" for the share you pay"},
      {"0.125", "write \"$0.125 copay\" for dollars or \"12.5% coinsurance\" for the share you pay"},
      {"0.05", "write \"$0.05 copay\" for dollars or \"5% coinsurance\" for the share you pay"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.number);
    const LoadedPlan loaded = with("[benefits.iop]\nin = " + row.number);
    const Diagnostic& problem = find(loaded.diagnostics, "plan.bare-number");
    CHECK(problem.help == row.help);
    CHECK(loaded.text(problem.at) == row.number);
    CHECK_FALSE(loaded.plan.row(Benefit::iop).share[0].known.is_stated());
  }
}

TEST_CASE("same_as_names_a_row_or_is_unknown") {
  const LoadedPlan loaded =
      with("[benefits.iop]\nsame_as = \"outpatient-other\"\n[benefits.php]\nsame_as = \"unknown\"");
  CHECK(loaded.plan.row(Benefit::iop).same_as.known == Known<SameAs>(SameAs{Benefit::outpatient_other}));
  CHECK(loaded.plan.row(Benefit::php).same_as.known == Known<SameAs>::unknown());
  const LoadedPlan wrong = with("[benefits.iop]\nsame_as = \"outpatient_other\"");
  const Diagnostic& problem = find(wrong.diagnostics, "file.unknown-benefit");
  CHECK(problem.help == "did you mean `outpatient-other`?");
  CHECK(wrong.text(problem.at) == "\"outpatient_other\"");
}

TEST_CASE("one_cell_for_two_rows_fills_both") {
  const LoadedPlan loaded = with("[benefits.outpatient]\nin = \"$35 office visit and 20% other outpatient\"\n");
  CHECK(ids_of(loaded.diagnostics).empty());
  const CostShare& office = loaded.plan.row(Benefit::office_visit).share[0].known.value();
  CHECK(office.tiers.at(0).share.copay == Known<Money>(Money::dollars(35)));
  const CostShare& other = loaded.plan.row(Benefit::outpatient_other).share[0].known.value();
  CHECK(other.tiers.at(0).share.coinsurance == Known<Rate>(Rate::percent(20)));
  CHECK(loaded.plan.row(Benefit::outpatient).share[0].known == Known<CostShare>(office));
  CHECK(loaded.plan.row(Benefit::office_visit).stated);
}

TEST_CASE("one_cell_for_two_rows_belongs_to_outpatient_and_may_not_contradict_a_row") {
  const std::string phrase = "in = \"$35 office visit and 20% other outpatient\"\n";
  CHECK(ids_of(with("[benefits.iop]\n" + phrase).diagnostics) == Ids{"plan.split-not-here"});
  CHECK(ids_of(with("[benefits.outpatient]\n" + phrase + "[benefits.office-visit]\nin = \"$20 copay\"").diagnostics) ==
        Ids{"plan.split-conflict"});
}

TEST_CASE("limits_are_phrases_lists_none_or_unknown") {
  CHECK(with("[benefits.iop]\nlimit = \"none\"").plan.row(Benefit::iop).no_limit);
  const LoadedPlan unknown = with("[benefits.iop]\nlimit = \"unknown\"");
  CHECK(unknown.plan.row(Benefit::iop).limits.empty());
  CHECK_FALSE(unknown.plan.row(Benefit::iop).no_limit);
  CHECK(ids_of(with("[benefits.iop]\nlimit = [\"none\", \"60 days per year\"]").diagnostics) ==
        Ids{"plan.limit-and-none"});
  const LoadedPlan shared = with(
      "[[limits]]\nlimit = \"60 days per year\"\nbenefits = [\"residential\", \"inpatient\"]\nnetworks = [\"in\"]");
  REQUIRE(shared.plan.limits.size() == 1);
  CHECK(shared.plan.limits[0].benefits == (mask(Benefit::residential) | mask(Benefit::inpatient)));
  CHECK(shared.plan.limits[0].networks == mask(Network::in));
  CHECK(ids_of(with("[[limits]]\nx-note = 1").diagnostics) == Ids{"file.missing-key", "file.missing-key"});
}

TEST_CASE("more_limits_than_the_engine_keeps_are_an_error") {
  std::string list;
  for (int i = 0; i < 13; ++i) list += "\"60 days per year\",";
  CHECK(ids_of(with("[benefits.iop]\nlimit = [" + list + "]").diagnostics) == Ids{"plan.too-many-limits"});
}

TEST_CASE("rows_share_a_visit_pool") {
  const std::string phrase = "in = \"first 3 visits $0, then $40 copay\"\nout = \"50% after deductible\"\n";
  const LoadedPlan loaded = with("[benefits.office-visit]\n" + phrase + "pool = \"therapy\"\n[benefits.iop]\n" +
                                 phrase + "[benefits.php]\n" + phrase + "[pools.therapy]\nbenefits = [\"iop\"]\n");
  CHECK(ids_of(loaded.diagnostics).empty());
  REQUIRE(loaded.plan.pools.size() == 1);
  CHECK(loaded.plan.pools[0].benefits == (mask(Benefit::iop) | mask(Benefit::office_visit)));
  CHECK(loaded.plan.pools[0].networks == kInNetworks);
  CHECK(loaded.plan.row(Benefit::iop).share[index(Network::in)].known.value().pool == "therapy");
  CHECK_FALSE(loaded.plan.row(Benefit::iop).share[index(Network::out)].known.value().pool.has_value());
  CHECK(loaded.plan.row(Benefit::office_visit).share[index(Network::in)].known.value().pool == "therapy");
  CHECK_FALSE(loaded.plan.row(Benefit::php).share[index(Network::in)].known.value().pool.has_value());
}

TEST_CASE("rows_that_name_the_same_pool_make_it") {
  const LoadedPlan loaded = with("[benefits.iop]\nin = \"$5 copay\"\npool = \"p\"\n[benefits.php]\npool = \"p\"\n");
  CHECK(ids_of(loaded.diagnostics).empty());
  REQUIRE(loaded.plan.pools.size() == 1);
  CHECK(loaded.plan.pools[0].benefits == (mask(Benefit::iop) | mask(Benefit::php)));
}

TEST_CASE("pools_that_cannot_be_are_errors") {
  const std::string row = "[benefits.iop]\nin = \"$5 copay\"\n";
  CHECK(ids_of(with(row + "pool = \"therpy\"\n[pools.therapy]\nbenefits = [\"php\"]").diagnostics) ==
        Ids{"plan.unknown-pool"});
  CHECK(ids_of(with(row + "[pools.a]\nbenefits = [\"iop\"]\n[pools.b]\nbenefits = [\"iop\"]").diagnostics) ==
        Ids{"plan.two-pools"});
  std::string many = row;
  for (const char name : std::string("abcdefg")) many += std::string("[pools.") + name + "]\nbenefits = []\n";
  CHECK(ids_of(with(many).diagnostics) == Ids{"plan.too-many-pools"});
}

TEST_CASE("prior_authorization_has_short_forms") {
  const LoadedPlan loaded = with(
      "[benefits.iop]\nprior_auth = \"none\"\n[benefits.php]\nprior_auth = \"required\"\n"
      "[benefits.detox]\nprior_auth = \"unknown\"\n[benefits.mat]\nprior_auth = { is = \"required\", evidence = "
      "\"call\" }");
  CHECK(ids_of(loaded.diagnostics).empty());
  const auto required = [&](Benefit benefit) { return loaded.plan.row(benefit).prior_auth.required.known; };
  CHECK(required(Benefit::iop) == Known<bool>(false));
  CHECK(required(Benefit::php) == Known<bool>(true));
  CHECK(required(Benefit::detox) == Known<bool>::unknown());
  CHECK(required(Benefit::mat) == Known<bool>(true));
  CHECK(loaded.plan.row(Benefit::mat).prior_auth.required.provenance.evidence == Evidence::call);
  CHECK(loaded.plan.row(Benefit::detox).prior_auth.stated);
}

TEST_CASE("every_key_of_prior_authorization_is_read") {
  const LoadedPlan loaded = with(R"(
[prior_auth]
required = true
first = "5 days"
then = "every 3 days"
retro = 2
requested_by = "provider"
never_requested = "denied"
late = { penalty = "50%, at most $500", liable = "provider", base = "allowed", patient_rate = "self-pay" }
refused = "unknown"
liable = "patient"
)");
  CHECK(ids_of(loaded.diagnostics).empty());
  const PriorAuthRule& rule = loaded.plan.prior_auth;
  CHECK(rule.stated);
  CHECK(rule.required.known == Known<bool>(true));
  CHECK(rule.first_days.known == Known<std::int32_t>(5));
  CHECK(rule.then_every.known == Known<std::int32_t>(3));
  CHECK(rule.retro_days.known == Known<std::int32_t>(2));
  CHECK(rule.requested_by.known == Known<std::string>("provider"));
  CHECK(rule.never_requested.kind.known == Known<PenaltyKind>(PenaltyKind::denied));
  CHECK(loaded.text(rule.never_requested.kind.provenance.at) == "\"denied\"");
  CHECK(rule.never_requested.liable.known == Known<Liable>(Liable::patient));
  CHECK(rule.late.kind.known == Known<PenaltyKind>(PenaltyKind::percent));
  CHECK(rule.late.percent.known == Known<Rate>(Rate::percent(50)));
  CHECK(rule.late.cap.known == Known<Money>(Money::dollars(500)));
  CHECK(rule.late.liable.known == Known<Liable>(Liable::provider));
  CHECK(rule.late.base.known == Known<PenaltyBase>(PenaltyBase::allowed));
  CHECK(rule.late.patient_rate.known == Known<NoncoveredRate>(NoncoveredRate::self_pay));
  CHECK(rule.refused.kind.known == Known<PenaltyKind>::unknown());
  CHECK(rule.refused.liable.known == Known<Liable>(Liable::patient));
}

TEST_CASE("authorization_that_does_not_fit_together_is_a_warning") {
  CHECK(ids_of(with("[benefits.iop]\nprior_auth = { required = false, first = \"5 days\" }").diagnostics) ==
        Ids{"plan.authorization-unused"});
  const LoadedPlan loaded = with("[benefits.iop]\nprior_auth = { required = true, then = \"every 3 days\" }");
  const Diagnostic& problem = find(loaded.diagnostics, "plan.cadence-without-first");
  CHECK(loaded.text(problem.at) == "then");
  CHECK(problem.severity == Severity::warning);
}

}  // namespace
}  // namespace preauth::test
