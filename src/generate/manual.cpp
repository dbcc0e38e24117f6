#include "generate/manual.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "generate/cpp_text.h"

namespace preauth {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kEscapes = {{{"\\-", "-"},
                                                                                    {"\\(aq", "'"},
                                                                                    {"\\(dq", "\""},
                                                                                    {"\\(lq", "“"},
                                                                                    {"\\(rq", "”"},
                                                                                    {"\\e", "\\"},
                                                                                    {"\\&", ""},
                                                                                    {"\\ ", " "}}};

// Fonts are not shown.
std::string without_escapes(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (text.starts_with("\\f") && text.size() > 2) {
      text.remove_prefix(3);
      continue;
    }
    std::size_t length = 1;
    std::string_view shown = text.substr(0, 1);
    for (const auto& [escape, plain] : kEscapes) {
      if (!text.starts_with(escape)) continue;
      length = escape.size();
      shown = plain;
      break;
    }
    out += shown;
    text.remove_prefix(length);
  }
  return out;
}

// `"a b" c` is two arguments.
std::vector<std::string> arguments_of(std::string_view text) {
  std::vector<std::string> arguments;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    if (text.empty()) return arguments;
    const bool is_quoted = text.front() == '"';
    if (is_quoted) text.remove_prefix(1);
    const std::size_t end = std::min(text.find(is_quoted ? '"' : ' '), text.size());
    arguments.push_back(without_escapes(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// .BR and its like set their arguments in turns of two fonts and without blanks between them; .B and .I with.
std::string joined(const std::vector<std::string>& arguments, bool with_blanks) {
  std::string text;
  for (const std::string& argument : arguments) {
    if (with_blanks && !text.empty()) text += ' ';
    text += argument;
  }
  return text;
}

class ManualReader {
 public:
  ManualReader(const SourceSet& sources, std::int32_t file, Diagnostics& diagnostics)
      : bytes_(sources[file].bytes()), file_(file), diagnostics_(diagnostics) {}

  std::vector<ManualPart> read() {
    while (begin_ < bytes_.size()) {
      const std::size_t end = std::min(bytes_.find('\n', begin_), bytes_.size());
      const std::string_view line = std::string_view(bytes_).substr(begin_, end - begin_);
      line.starts_with('.') ? request(line) : text(line);
      begin_ = end + 1;
    }
    flush();
    return std::move(parts_);
  }

 private:
  void text(std::string_view line) {
    if (literal_) {
      parts_.push_back({"literal", without_escapes(line)});
    } else {
      add(without_escapes(line));
    }
  }

  void add(const std::string& words) {
    if (!open_.empty()) open_ += ' ';
    open_ += words;
    if (std::exchange(term_next_, false)) flush("term");
  }

  void request(std::string_view line) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string_view name = line.substr(1, blank - 1);
    if (name.starts_with("\\\"")) return;  // a comment
    const std::vector<std::string> arguments = arguments_of(line.substr(blank));
    if (name == "TH" || name == "RS" || name == "RE") return flush();
    if (name == "SH" || name == "SS") return head(name == "SH" ? "heading" : "subheading", joined(arguments, true));
    if (name == "PP" || name == "br") return paragraph();
    if (name == "TP") {
      flush();
      kind_ = "description";
      term_next_ = true;
      return;
    }
    if (name == "nf" || name == "fi") {
      flush();
      literal_ = name == "nf";
      return;
    }
    if (name == "B" || name == "I") return add(joined(arguments, true));
    if (name == "BR" || name == "RB" || name == "BI" || name == "IB" || name == "IR" || name == "RI") {
      return add(joined(arguments, false));
    }
    const Span at{file_, static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(begin_ + blank)};
    diagnostics_.add({Severity::error, "manual.unknown-request", at, "this request is not known here", "", {}});
  }

  void head(std::string_view kind, const std::string& words) {
    paragraph();
    parts_.push_back({kind, words});
  }

  void paragraph() {
    flush();
    kind_ = "paragraph";
  }

  void flush() { flush(kind_); }
  void flush(std::string_view kind) {
    if (!open_.empty()) parts_.push_back({kind, std::exchange(open_, {})});
  }

  const std::string& bytes_;
  std::int32_t file_;
  Diagnostics& diagnostics_;
  std::size_t begin_ = 0;
  std::vector<ManualPart> parts_;
  std::string open_;  // words of the part under construction
  std::string_view kind_ = "paragraph";
  bool term_next_ = false;
  bool literal_ = false;
};

}  // namespace

std::vector<ManualPart> read_manual(const SourceSet& sources, std::int32_t file, Diagnostics& diagnostics) {
  return ManualReader(sources, file, diagnostics).read();
}

std::string emit_manual(const std::vector<ManualSource>& pages) {
  std::string text =
      "// Generated from man. Do not edit.\n#include \"reference/manual.h\"\n\n#include <array>\n\n"
      "namespace preauth {\nnamespace {\n\n";
  std::string list;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string name = "kPage" + std::to_string(i);
    text += "constexpr std::array<ManualBlock, " + std::to_string(pages[i].parts.size()) + "> " + name + " = {{\n";
    for (const ManualPart& part : pages[i].parts) {
      text += "    {ManualKind::" + std::string(part.kind) + ", " + quoted(part.text) + "},\n";
    }
    text += "}};\n";
    list += "    {" + quoted(pages[i].name) + ", " + name + "},\n";
  }
  return text + "constexpr std::array<ManualPage, " + std::to_string(pages.size()) + "> kPages = {{\n" + list +
         "}};\n\n}\n\nstd::span<const ManualPage> manual_pages() { return kPages; }\n\n}\n";
}

}  // namespace preauth
