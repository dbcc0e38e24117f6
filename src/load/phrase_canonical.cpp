// The canonical words for a cost share: they always say where the deductible comes, so that no wording is needed to
// read them back.

#include "load/phrase_amounts.h"

namespace preauth {
namespace {

bool is_zero(const Known<Money>& money) { return money.is_exact() && money.value().is_zero(); }
bool is_zero(const Known<Rate>& rate) { return rate.is_exact() && rate.value().is_zero(); }

std::string_view per_text(CopayPer per) {
  switch (per) {
    case CopayPer::visit:
      return "";
    case CopayPer::day:
      return " per day";
    case CopayPer::admission:
      return " per admission";
  }
  return "";
}

std::string_view per_text(CapPer per) {
  switch (per) {
    case CapPer::admission:
      return " per admission";
    case CapPer::day:
      return " per day";
    case CapPer::year:
      return " per year";
  }
  return "";
}

std::string_view order_text(const Known<DeductibleOrder>& order) {
  if (!order.is_exact()) return "; deductible unknown";
  switch (order.value()) {
    case DeductibleOrder::does_not_apply:
      return "; deductible does not apply";
    case DeductibleOrder::deductible_first:
      return " after deductible";
    case DeductibleOrder::copay_first:
      return " with deductible";
  }
  return "";
}

std::string write_days(const DayBand& band) {
  std::string text = is_zero(band.copay) && !is_zero(band.coinsurance) ? "" : write_known(band.copay);
  if (band.copay.is_unknown()) text += " copay";
  if (!text.empty()) text += band.lifetime_reserve ? " per lifetime reserve day" : " per day";
  if (!is_zero(band.coinsurance)) {
    const std::string rate = write_known(band.coinsurance) + " coinsurance";
    text += (text.empty() ? "" : " and ") + rate;
    if (text == rate && band.lifetime_reserve) text += " per lifetime reserve day";
  }
  text += " for days " + std::to_string(band.first_day);
  return text + (band.last_day == DayBand::kNoLastDay ? "+" : "-" + std::to_string(band.last_day));
}

std::string write_copay(const Share& share) {
  std::string text = write_known(share.copay) + " copay" + std::string(per_text(share.copay_per));
  if (share.copay_days) text += ", up to " + std::to_string(*share.copay_days) + " days per admission";
  return text;
}

std::string write_steps(const Share& share) {
  std::string text;
  for (const DayBand& band : share.days) text += (text.empty() ? "" : "; ") + write_days(band);
  if (!share.days.empty()) return text;
  if (is_zero(share.copay) && is_zero(share.coinsurance)) return "no charge";
  if (!is_zero(share.copay)) text = write_copay(share);
  if (is_zero(share.coinsurance)) return text;
  return text + (text.empty() ? "" : " and ") + write_known(share.coinsurance) + " coinsurance";
}

std::string write_share(const Share& share) {
  std::string text = write_steps(share);
  if (share.cap) text += ", up to " + canonical(*share.cap) + std::string(per_text(share.cap_per));
  return text + std::string(order_text(share.deductible));
}

}  // namespace

std::string canonical(const CostShare& share) {
  if (!share.covered) return "not covered";
  if (share.medicare_part_a) return "Medicare Part A";
  std::string text;
  for (const VisitTier& tier : share.tiers) {
    if (!text.empty()) text += ", then ";
    if (tier.visits) {
      const std::string visits = *tier.visits == 1 ? "1 visit " : std::to_string(*tier.visits) + " visits ";
      text += (text.empty() ? "first " : "next ") + visits;
    }
    text += write_share(tier.share);
  }
  return text;
}

std::string canonical(const SplitPhrase& split) {
  return "office visit: " + canonical(split.office_visit) + "; other outpatient: " + canonical(split.other_outpatient);
}

}  // namespace preauth
