#pragma once
// The languages people read. Diagnostics, ids and JSON keys are English in every language.

#include <cstdint>

namespace preauth {

enum class Lang : std::uint8_t { en, es };

}  // namespace preauth
