#include "cli/pdf.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/child_process.h"
#include "cli/output.h"

namespace preauth {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kSecondsPerDay = 86'400;

// A folder that only its owner can enter; gone with everything in it when this ends.
class PrivateFolder {
 public:
  explicit PrivateFolder(const std::string& beside) {
    std::error_code problem;
    fs::path parent = fs::absolute(beside, problem).parent_path();
    std::string name = (parent / "preauth-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {  // mode 0700
      problem_ = std::strerror(errno);
    } else {
      path_ = name;
    }
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }

  const std::string& problem() const { return problem_; }
  std::string file(std::string_view name) const { return path_ + "/" + std::string(name); }

 private:
  std::string path_;
  std::string problem_;
};

std::string file_address(const std::string& path) {
  std::string address = "file://";
  for (const char c : path) {
    const bool plain = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '/' ||
                       c == '-' || c == '_' || c == '.';
    address += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return address;
}

std::vector<std::string> chromium_words(const PdfConverter& converter, const PrivateFolder& folder) {
  std::vector<std::string> words = {converter.path,
                                    "--headless",
                                    "--disable-gpu",
                                    "--no-first-run",
                                    "--no-default-browser-check",
                                    "--disable-extensions",
                                    "--disable-sync",
                                    "--disable-component-update",
                                    "--disable-background-networking",
                                    "--host-resolver-rules=MAP * ~NOTFOUND",
                                    "--no-pdf-header-footer",
                                    "--user-data-dir=" + folder.file("profile"),
                                    "--print-to-pdf=" + folder.file("sheet.pdf")};
  if (geteuid() == 0) words.emplace_back("--no-sandbox");  // its sandbox does not work for root
  words.push_back(file_address(folder.file("sheet.html")));
  return words;
}

std::vector<std::string> words_for(const PdfConverter& converter, const PrivateFolder& folder) {
  switch (converter.kind) {
    case PdfConverter::Kind::chromium:
      return chromium_words(converter, folder);
    case PdfConverter::Kind::weasyprint:
      return {converter.path, "--pdf-variant", "pdf/ua-1", folder.file("sheet.html"), folder.file("sheet.pdf")};
  }
  return {};
}

// Nothing of the user's own settings, so that the result does not depend on them and nothing is left in their home.
std::vector<std::string> environment_for(const PdfJob& job, const PrivateFolder& folder) {
  std::vector<std::string> environment = {"PATH=" + job.search_path, "LANG=C.UTF-8",
                                          fmt::format("SOURCE_DATE_EPOCH={}", job.made.days() * kSecondsPerDay)};
  for (const std::string_view name : {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
    environment.push_back(std::string(name) + "=" + folder.file("profile"));
  }
  return environment;
}

std::string read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

std::string PdfConverter::name() const { return (kind == Kind::chromium ? "Chromium (" : "WeasyPrint (") + path + ")"; }

std::optional<PdfConverter> find_pdf_converter(const std::string& search_path) {
  const std::string chromium =
      find_program({"chromium", "chromium-browser", "google-chrome-stable", "google-chrome"}, search_path);
  if (!chromium.empty()) return PdfConverter{PdfConverter::Kind::chromium, chromium};
  const std::string weasyprint = find_program({"weasyprint"}, search_path);
  if (!weasyprint.empty()) return PdfConverter{PdfConverter::Kind::weasyprint, weasyprint};
  return std::nullopt;
}

Pdf make_pdf(const PdfConverter& converter, const PdfJob& job) {
  const PrivateFolder folder(job.target);
  if (!folder.problem().empty()) return {{}, folder.problem()};
  std::error_code problem;
  fs::create_directory(folder.file("profile"), problem);
  if (problem) return {{}, problem.message()};
  if (const std::optional<std::string> unwritten = write_file(folder.file("sheet.html"), job.html)) {
    return {{}, *unwritten};
  }
  const ChildProcess child{words_for(converter, folder), environment_for(job, folder)};
  if (const std::optional<std::string> reason = run_child(child)) return {{}, *reason};
  Pdf made{read_bytes(folder.file("sheet.pdf")), {}};
  if (!made.bytes.starts_with("%PDF-")) return {{}, "no PDF was written"};
  return made;
}

}  // namespace preauth
