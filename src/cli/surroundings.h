#pragma once
// Everything a run takes from the world besides its arguments and files, read once in main: the day, the terminal, the
// environment. The rest of the program never asks for them.

#include <string>

#include "base/date.h"

namespace preauth {

struct Surroundings {
  Date today;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool no_color = false;    // NO_COLOR is set, or the terminal cannot show colours
  bool dumb_terminal = false;  // TERM is missing or dumb: lines cannot be edited
  int columns = 80;         // of the terminal; 80 when there is none
  std::string plan_folder;  // the user's own plans; empty when there is no home
  std::string search_path;  // PATH: where to look for a program that makes a PDF
};

Surroundings read_surroundings();

}  // namespace preauth
