#pragma once
// The field's fixed words as enumerations, with the ids used in files, options and JSON. Order is the order of output.
// "Level" is a level of care; "Benefit" is a row of a plan's benefit table that a service line falls under: one per
// level, then the rows a Summary of Benefits and Coverage uses. mutual-support is free and never an insurance benefit.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace preauth {

enum class Level : std::uint8_t {
  outpatient,
  iop,
  virtual_iop,
  php,
  residential,
  inpatient,
  detox,
  mat,
  aftercare,
  mutual_support
};
inline constexpr std::size_t kLevelCount = 10;

enum class Benefit : std::uint8_t {
  outpatient,
  iop,
  virtual_iop,
  php,
  residential,
  inpatient,
  detox,
  mat,
  aftercare,
  office_visit,
  outpatient_other,
  inpatient_facility,
  inpatient_professional,
  emergency,
  laboratory,
  drug,
  ambulance
};
inline constexpr std::size_t kBenefitCount = 17;

enum class Network : std::uint8_t { in, tier2, out };
inline constexpr std::size_t kNetworkCount = 3;

enum class PlanKind : std::uint8_t {
  hmo,
  epo,
  ppo,
  pos,
  hdhp,
  indemnity,
  medicare,
  medicare_advantage,
  medicaid,
  chip,
  tricare,
  fehb,
  short_term,
  sharing_ministry,
  unknown
};
enum class Funding : std::uint8_t { insured, self_funded, government, unknown };
enum class Wording : std::uint8_t { sbc, puf };
enum class Coverage : std::uint8_t { individual, family };
enum class Condition : std::uint8_t { substance_use, mental_health, both };
enum class FacilityKind : std::uint8_t {
  hospital,
  psychiatric_hospital,
  freestanding,
  office,
  otp,
  community_center,
  unknown
};

std::string_view id(Level level);      // "virtual-iop"
std::string_view id(Benefit benefit);  // "office-visit"
std::string_view id(Network network);  // "in", "tier2", "out"
std::string_view id(PlanKind kind);    // "medicare-advantage"
std::string_view id(Funding funding);  // "self-funded"
std::string_view id(Wording wording);
std::string_view id(Coverage coverage);
std::string_view id(Condition condition);  // "substance use"
std::string_view id(FacilityKind kind);    // "psychiatric-hospital"

// Every id of an enumeration in order of the enumerators, for parsing, suggestions and completion.
template <class Enum>
std::span<const std::string_view> ids();
template <>
std::span<const std::string_view> ids<Level>();
template <>
std::span<const std::string_view> ids<Benefit>();
template <>
std::span<const std::string_view> ids<Network>();
template <>
std::span<const std::string_view> ids<PlanKind>();
template <>
std::span<const std::string_view> ids<Funding>();
template <>
std::span<const std::string_view> ids<Wording>();
template <>
std::span<const std::string_view> ids<Coverage>();
template <>
std::span<const std::string_view> ids<Condition>();
template <>
std::span<const std::string_view> ids<FacilityKind>();

template <class Enum>
std::optional<Enum> parse_id(std::string_view text) {
  const std::span<const std::string_view> known = ids<Enum>();
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (known[i] == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

// The plan row that lines of a level fall under. Pre: level is not mutual_support.
constexpr Benefit benefit_of(Level level) { return static_cast<Benefit>(level); }
// Rows whose care is a stay: a copay there is owed by the stay or by the day.
constexpr bool is_stay(Benefit benefit) {
  return benefit == Benefit::residential || benefit == Benefit::inpatient || benefit == Benefit::detox ||
         benefit == Benefit::inpatient_facility;
}
// True for the rows that are levels of care (outpatient … aftercare).
constexpr bool is_level(Benefit benefit) { return benefit <= Benefit::aftercare; }
// Residential, inpatient and detox: 24-hour care, billed by the midnight, one admission.
constexpr bool is_overnight(Level level) {
  return level == Level::residential || level == Level::inpatient || level == Level::detox;
}

// Sets of benefits and networks as bit masks.
using BenefitMask = std::uint32_t;
using NetworkMask = std::uint8_t;
constexpr BenefitMask mask(Benefit benefit) { return BenefitMask{1} << static_cast<unsigned>(benefit); }
constexpr NetworkMask mask(Network network) { return static_cast<NetworkMask>(1U << static_cast<unsigned>(network)); }
inline constexpr BenefitMask kAllBenefits = (BenefitMask{1} << kBenefitCount) - 1;
// The levels of behavioral care; office visits and hospital stays are shared with medical care.
inline constexpr BenefitMask kBehavioral = (mask(Benefit::aftercare) << 1U) - 1;
constexpr bool is_behavioral_only(BenefitMask benefits) { return benefits != 0 && (benefits & ~kBehavioral) == 0; }
inline constexpr NetworkMask kAllNetworks = 0b111;
inline constexpr NetworkMask kInNetworks = 0b011;  // in and tier2: both count as in network for the federal maximum

constexpr std::size_t index(Benefit benefit) { return static_cast<std::size_t>(benefit); }
constexpr std::size_t index(Network network) { return static_cast<std::size_t>(network); }
constexpr std::size_t index(Level level) { return static_cast<std::size_t>(level); }

}  // namespace preauth
