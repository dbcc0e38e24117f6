#include "model/adjudication.h"

namespace preauth {

Amounts Amounts::operator*(std::int32_t count) const {
  return {billed * count, allowed * count,     plan_pays * count,   write_off * count, deductible * count,
          copay * count,  coinsurance * count, not_covered * count, penalty * count,   balance_bill * count};
}

Amounts& Amounts::operator+=(const Amounts& other) {
  billed += other.billed;
  allowed += other.allowed;
  plan_pays += other.plan_pays;
  write_off += other.write_off;
  deductible += other.deductible;
  copay += other.copay;
  coinsurance += other.coinsurance;
  not_covered += other.not_covered;
  penalty += other.penalty;
  balance_bill += other.balance_bill;
  return *this;
}

bool books_balance(const Amounts& amounts) {
  return amounts.billed == amounts.plan_pays + amounts.write_off + amounts.patient();
}

}  // namespace preauth
