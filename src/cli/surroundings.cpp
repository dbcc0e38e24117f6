#include "cli/surroundings.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/request.h"

namespace preauth {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

Date local_day() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  if (localtime_r(&now, &parts) == nullptr) return Date();
  return Date::from_civil(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday).value_or(Date());
}

int terminal_columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsualWidth;
  return std::clamp<int>(size.ws_col, kLeastWidth, kMostWidth);
}

// The XDG base directory specification: a relative path is to be ignored.
std::string data_home() {
  const std::string stated = environment("XDG_DATA_HOME");
  if (stated.starts_with('/')) return stated;
  const std::string home = environment("HOME");
  return home.empty() ? std::string() : home + "/.local/share";
}

}  // namespace

Surroundings read_surroundings() {
  Surroundings found;
  found.today = local_day();
  found.in_is_terminal = isatty(STDIN_FILENO) == 1;
  found.out_is_terminal = isatty(STDOUT_FILENO) == 1;
  found.err_is_terminal = isatty(STDERR_FILENO) == 1;
  found.dumb_terminal = environment("TERM").empty() || environment("TERM") == "dumb";
  found.no_color = !environment("NO_COLOR").empty() || environment("TERM") == "dumb";
  if (found.out_is_terminal) found.columns = terminal_columns();
  const std::string home = data_home();
  if (!home.empty()) found.plan_folder = home + "/preauth/plans";
  found.search_path = environment("PATH");
  return found;
}

}  // namespace preauth
