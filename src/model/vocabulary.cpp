#include "model/vocabulary.h"

namespace preauth {
namespace {

constexpr std::array<std::string_view, kLevelCount> kLevels = {
    "outpatient", "iop", "virtual-iop", "php", "residential", "inpatient", "detox", "mat", "aftercare",
    "mutual-support"};
constexpr std::array<std::string_view, kBenefitCount> kBenefits = {
    "outpatient", "iop", "virtual-iop", "php", "residential", "inpatient", "detox", "mat", "aftercare",
    "office-visit", "outpatient-other", "inpatient-facility", "inpatient-professional", "emergency", "laboratory",
    "drug", "ambulance"};
constexpr std::array<std::string_view, kNetworkCount> kNetworks = {"in", "tier2", "out"};
constexpr std::array<std::string_view, 15> kPlanKinds = {
    "hmo", "epo", "ppo", "pos", "hdhp", "indemnity", "medicare", "medicare-advantage", "medicaid", "chip", "tricare",
    "fehb", "short-term", "sharing-ministry", "unknown"};
constexpr std::array<std::string_view, 4> kFundings = {"insured", "self-funded", "government", "unknown"};
constexpr std::array<std::string_view, 2> kWordings = {"sbc", "puf"};
constexpr std::array<std::string_view, 2> kCoverages = {"individual", "family"};
constexpr std::array<std::string_view, 3> kConditions = {"substance use", "mental health", "both"};
constexpr std::array<std::string_view, 7> kFacilityKinds = {
    "hospital", "psychiatric-hospital", "freestanding", "office", "otp", "community-center", "unknown"};

template <class Array, class Enum>
std::string_view at(const Array& array, Enum value) {
  return array[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view id(Level level) { return at(kLevels, level); }
std::string_view id(Benefit benefit) { return at(kBenefits, benefit); }
std::string_view id(Network network) { return at(kNetworks, network); }
std::string_view id(PlanKind kind) { return at(kPlanKinds, kind); }
std::string_view id(Funding funding) { return at(kFundings, funding); }
std::string_view id(Wording wording) { return at(kWordings, wording); }
std::string_view id(Coverage coverage) { return at(kCoverages, coverage); }
std::string_view id(Condition condition) { return at(kConditions, condition); }
std::string_view id(FacilityKind kind) { return at(kFacilityKinds, kind); }

template <> std::span<const std::string_view> ids<Level>() { return kLevels; }
template <> std::span<const std::string_view> ids<Benefit>() { return kBenefits; }
template <> std::span<const std::string_view> ids<Network>() { return kNetworks; }
template <> std::span<const std::string_view> ids<PlanKind>() { return kPlanKinds; }
template <> std::span<const std::string_view> ids<Funding>() { return kFundings; }
template <> std::span<const std::string_view> ids<Wording>() { return kWordings; }
template <> std::span<const std::string_view> ids<Coverage>() { return kCoverages; }
template <> std::span<const std::string_view> ids<Condition>() { return kConditions; }
template <> std::span<const std::string_view> ids<FacilityKind>() { return kFacilityKinds; }

}  // namespace preauth
