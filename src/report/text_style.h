#pragma once
// What a text renderer may know about the place its lines go to. Measured and decided by the caller: nothing here asks
// a terminal, so the same values give the same bytes anywhere.

#include "messages/lang.h"

namespace preauth {

struct TextStyle {
  int width = 80;      // columns; taken as 40 when smaller, and sentences stop at 100
  bool color = false;  // bold and dim only: meaning never rests on colour
  bool ascii = false;  // no character outside ASCII
  Lang lang = Lang::en;
};

}  // namespace preauth
