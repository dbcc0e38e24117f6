#pragma once
// The sections of a sheet, one function each, for make_sheet alone. A section without blocks is left out.

#include <map>
#include <string>

#include "report/sheet.h"
#include "report/sheet_room.h"
#include "report/sheet_words.h"

namespace preauth {

struct SheetWork {
  const SheetInput& input;
  SheetCutter cutter;
  SheetRoom room;
  std::map<const OptionEstimate*, std::string> titles;  // asked for by every section of every attempt

  Lang lang() const { return input.lang; }
  // The title of an option as the sheet's tables name it.
  std::string option_words(const OptionEstimate& option);
};

bool is_priced(const OptionEstimate& option);

// Page 1.
SheetSection in_short_section(SheetWork& work);
SheetSection options_section(SheetWork& work);
SheetSection ranges_section(SheetWork& work);
SheetSection when_section(SheetWork& work);
SheetSection calls_section(SheetWork& work);
SheetSection wrong_section(SheetWork& work);
// Page 2.
SheetSection authorization_section(SheetWork& work);
SheetSection branches_section(SheetWork& work);
SheetSection plan_section(SheetWork& work);
SheetSection words_section(SheetWork& work);
SheetSection treatment_section(SheetWork& work);
SheetSection asking_section(SheetWork& work);
SheetSection rights_section(SheetWork& work);
SheetSection help_section(SheetWork& work);
SheetSection sources_section(SheetWork& work);
SheetSection part2_section(SheetWork& work);

}  // namespace preauth
