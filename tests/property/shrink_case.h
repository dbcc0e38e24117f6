#pragma once
// Makes a failing random case small: leaves out lines and sets fields back to their defaults as long as it still fails.

#include <functional>

#include "property/random_case.h"

namespace preauth {

// Pre: fails(failing). The result fails too.
RandomCase shrink(RandomCase failing, const std::function<bool(const RandomCase&)>& fails);

}  // namespace preauth
