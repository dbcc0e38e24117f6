#include "formats/foreign_format.h"

#include <array>
#include <string>

#include "base/text.h"

namespace preauth {
namespace {

struct Signature {
  std::string_view bytes;  // lower case
  ForeignFormat format;
};

// Archives begin with PK, and so do the documents of today's office programs; the older ones with D0 CF 11 E0.
constexpr std::array<Signature, 7> kSignatures = {{{"%pdf-", ForeignFormat::pdf},
                                                   {"pk\x03\x04", ForeignFormat::office},
                                                   {"\xd0\xcf\x11\xe0", ForeignFormat::office},
                                                   {"\x89png", ForeignFormat::picture},
                                                   {"\xff\xd8\xff", ForeignFormat::picture},
                                                   {"<!doctype html", ForeignFormat::web_page},
                                                   {"<html", ForeignFormat::web_page}}};
constexpr std::size_t kLongest = 16;

}  // namespace

std::optional<ForeignFormat> foreign_format(std::string_view bytes) {
  const std::string begin = lower_ascii(trim(bytes).substr(0, kLongest));
  for (const Signature& each : kSignatures) {
    if (begin.starts_with(each.bytes)) return each.format;
  }
  return std::nullopt;
}

std::string_view message_id(ForeignFormat format) {
  switch (format) {
    case ForeignFormat::pdf:
      return "foreign-pdf";
    case ForeignFormat::office:
      return "foreign-office";
    case ForeignFormat::picture:
      return "foreign-picture";
    case ForeignFormat::web_page:
      return "foreign-page";
  }
  return {};
}

}  // namespace preauth
