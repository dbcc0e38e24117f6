#include "formats/ical_writer.h"

#include <algorithm>
#include <utility>

namespace preauth {
namespace {

constexpr std::size_t kLongestLine = 75;  // octets, the line end not counted (RFC 5545, 3.1)

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// RFC 5545, 3.3.11. A line break is "\n"; what other control characters would do to a calendar is nobody's business.
std::string escaped(std::string_view value) {
  std::string text;
  for (const char c : value) {
    if (c == '\\' || c == ';' || c == ',') text += '\\';
    if (c == '\n') {
      text += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20U && c != '\x7f') {
      text += c;
    }
  }
  return text;
}

}  // namespace

// A folded line goes on after CRLF and a space, which counts.
void IcalWriter::line(std::string_view unfolded) {
  std::size_t room = kLongestLine;
  while (unfolded.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && is_continuation(unfolded[cut])) --cut;
    out_.append(unfolded.substr(0, cut)).append("\r\n ");
    unfolded.remove_prefix(cut);
    room = kLongestLine - 1;
  }
  out_.append(unfolded).append("\r\n");
}

void IcalWriter::begin(std::string_view component) { property("BEGIN", component); }

void IcalWriter::end(std::string_view component) { property("END", component); }

void IcalWriter::property(std::string_view name, std::string_view value) {
  line(std::string(name) + ":" + std::string(value));
}

void IcalWriter::text(std::string_view name, std::string_view value) { property(name, escaped(value)); }

void IcalWriter::date(std::string_view name, Date date) {
  property(std::string(name) + ";VALUE=DATE", ical_date(date));
}

std::string IcalWriter::take() { return std::exchange(out_, {}); }

std::string ical_date(Date date) {
  std::string digits = to_iso(date);
  digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
  return digits;
}

}  // namespace preauth
