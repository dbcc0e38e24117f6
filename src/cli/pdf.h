#pragma once
// A PDF from an HTML page, by a program that is on this machine: Chromium (a tagged PDF) or WeasyPrint. The page and
// everything the program writes lie in a folder of their own beside the result, readable by its owner only, and are
// removed afterwards. Nothing is requested from a network.

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace preauth {

struct PdfConverter {
  enum class Kind : std::uint8_t { chromium, weasyprint };
  Kind kind = Kind::chromium;
  std::string path;

  std::string name() const;  // "Chromium (/usr/bin/chromium)"
};

std::optional<PdfConverter> find_pdf_converter(const std::string& search_path);

struct PdfJob {
  std::string_view html;
  std::string target;       // where the result will go: its folder is used
  std::string search_path;  // for a converter that is a script
  Date made;                // the time stamp of a converter that takes one
};

struct Pdf {
  std::string bytes;
  std::string problem;  // why there are none
};
Pdf make_pdf(const PdfConverter& converter, const PdfJob& job);

}  // namespace preauth
