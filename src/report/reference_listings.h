#pragma once
// The tables the program carries, each value with its source and grade: levels of care, legal limits and Medicare
// amounts by year, reference prices. A value that could not be sourced is absent.

#include "messages/lang.h"
#include "model/reference.h"
#include "report/listing.h"

namespace preauth {

Listing level_listing(const ReferenceData& reference, Lang lang);  // preauth.levels/1
Listing limit_listing(const ReferenceData& reference, Lang lang);  // preauth.limits/1
Listing price_listing(const ReferenceData& reference, Lang lang);  // preauth.prices/1

}  // namespace preauth
