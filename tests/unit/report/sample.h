#pragma once
// A comparison written by hand: one plan, four options, with every kind of thing a renderer has to show.

#include "model/estimate.h"

namespace preauth::sample {

Date day(int year, int month, int day);

// Amounts whose books balance: billed = plan pays + write-off + patient.
Amounts copays(Money billed, Money allowed, Money copay);
Amounts after_deductible(Money billed, Money allowed, Money deductible, Money coinsurance);

OptionEstimate outpatient();
OptionEstimate iop();          // with folded lines, an authorization and a wide range
OptionEstimate residential();  // with an amount that no maximum stops
OptionEstimate hospital();

PlanSummary plan();
Comparison comparison();

}  // namespace preauth::sample
