#pragma once
// An estimate written by hand, with every part of authorization that a report prints.

#include "model/estimate.h"

namespace preauth::test {

// A program of 12 days, approved for 7 and then every 5, under an employer plan; two tasks.
Comparison written_comparison();
Date civil(int year, int month, int number);

}  // namespace preauth::test
