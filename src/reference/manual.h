#pragma once
// The manual pages this build carries, so that `preauth help TOPIC` can show them where no man page is installed.
// Generated from man/*; fonts are left out.

#include <cstdint>
#include <span>
#include <string_view>

namespace preauth {

// description: what follows a term; literal: one line to be kept as it is.
enum class ManualKind : std::uint8_t { heading, subheading, paragraph, term, description, literal };

struct ManualBlock {
  ManualKind kind = ManualKind::paragraph;
  std::string_view text;
};

struct ManualPage {
  std::string_view name;  // "preauth-plan"
  std::span<const ManualBlock> blocks;
};

std::span<const ManualPage> manual_pages();

}  // namespace preauth
