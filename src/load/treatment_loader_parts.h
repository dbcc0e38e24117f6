#pragma once
// The parts of load_treatment, one per group of tables.

#include "load/field_reader.h"
#include "model/treatment.h"

namespace preauth {

Price load_price(const Node& node, Loading& loading);                // { allowed, billed, medicare, self_pay }
void load_so_far(TableReader& root, SoFar& so_far);                  // [so_far]
void load_options(TableReader& root, std::vector<Option>& options);  // [[options]]

}  // namespace preauth
