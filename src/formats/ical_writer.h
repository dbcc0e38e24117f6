#pragma once
// IcalWriter makes an iCalendar file (RFC 5545): CRLF line ends, lines folded so that none is longer than 75 octets and
// no UTF-8 character is torn, text escaped, whole-day dates. No clock, no random number: the caller gives every value.

#include <string>
#include <string_view>

#include "base/date.h"

namespace preauth {

class IcalWriter {
 public:
  // BEGIN:component … END:component. Pre: every begin has its end.
  void begin(std::string_view component);
  void end(std::string_view component);
  // NAME:value, taken as it stands: for values that are not text. Pre: no control characters.
  void property(std::string_view name, std::string_view value);
  // NAME:value with backslash, semicolon, comma and line breaks escaped; other control characters are left out.
  void text(std::string_view name, std::string_view value);
  // NAME;VALUE=DATE:20260119
  void date(std::string_view name, Date date);

  std::string take();

 private:
  void line(std::string_view unfolded);
  std::string out_;
};

// "20260119"
std::string ical_date(Date date);

}  // namespace preauth
