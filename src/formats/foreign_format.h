#pragma once
// What people have at hand when a program asks for a text file: a PDF, an office document, a picture, a saved web page.
// Told by the first bytes, so that they can be met with more than "not UTF-8".

#include <cstdint>
#include <optional>
#include <string_view>

namespace preauth {

enum class ForeignFormat : std::uint8_t { pdf, office, picture, web_page };

std::optional<ForeignFormat> foreign_format(std::string_view bytes);
// "foreign-pdf": the id of its name in the catalogue.
std::string_view message_id(ForeignFormat format);

}  // namespace preauth
