#include "test_case.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace golden {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNoNewline = "\\ no newline at the end\n";

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// "-- NAME --" gives NAME; any other line gives nothing.
std::string_view section_name(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == ' ')) line.remove_suffix(1);
  if (line.size() < 7 || !line.starts_with("-- ") || !line.ends_with(" --")) return {};
  return line.substr(3, line.size() - 6);
}

void store(TestCase& test, const std::string& name, std::string content) {
  if (name == "command") {
    test.command = std::move(content);
  } else if (name == "stdout") {
    test.expected.out = std::move(content);
  } else if (name == "stderr") {
    test.expected.err = std::move(content);
  } else if (name == "exit") {
    test.expected.exit_code = std::stoi(content);
  } else {
    test.files.emplace_back(name, std::move(content));
  }
}

void append_section(std::string& text, std::string_view name, std::string_view content) {
  text.append("-- ").append(name).append(" --\n").append(content);
  if (!content.empty() && content.back() != '\n') text.append("\n");
}

void write_text(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// What a command printed; text that does not end its last line says so, since sections are made of whole lines.
std::string read_output(const fs::path& path) {
  std::string text = read_text(path.string());
  if (!text.empty() && text.back() != '\n') text.append("\n").append(kNoNewline);
  return text;
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "preauth-golden-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make " + pattern);
    path_ = pattern;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string shell_line(const fs::path& folder, const Setting& setting) {
  const std::string work = (folder / "work").string();
  return "cd " + quoted(work) + " && env -i PATH=" + quoted(setting.program_folder + ":/usr/bin:/bin") +
         " HOME=" + quoted((folder / "home").string()) + " XDG_DATA_HOME=" + quoted(work + "/data") +
         " LC_ALL=C TERM=dumb TZ=UTC PREAUTH_SOURCE=" + quoted(setting.source_folder) + " /bin/sh " +
         quoted((folder / "command").string()) + " >" + quoted((folder / "stdout").string()) + " 2>" +
         quoted((folder / "stderr").string()) + " </dev/null";
}

}  // namespace

std::string read_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

TestCase parse_test(std::string_view text) {
  TestCase test;
  std::string name;
  std::string content;
  for (const std::string_view line : lines_of(text)) {
    const std::string_view next = section_name(line);
    if (next.empty()) {
      content += line;
      continue;
    }
    name.empty() ? void(test.story = content) : store(test, name, content);
    name = next;
    content.clear();
  }
  if (name.empty()) throw std::runtime_error("no sections");
  store(test, name, content);
  if (test.command.empty()) throw std::runtime_error("no command section");
  return test;
}

std::string format_test(const TestCase& test) {
  std::string text = test.story;
  for (const auto& [name, content] : test.files) append_section(text, name, content);
  append_section(text, "command", test.command);
  append_section(text, "stdout", test.expected.out);
  if (!test.expected.err.empty()) append_section(text, "stderr", test.expected.err);
  append_section(text, "exit", std::to_string(test.expected.exit_code));
  return text;
}

Result run_test(const TestCase& test, const Setting& setting) {
  const TemporaryFolder folder;
  const fs::path work = folder.path() / "work";
  fs::create_directories(work);
  fs::create_directories(folder.path() / "home");
  for (const char* shared : {"examples", "plans"}) {
    const fs::path target = fs::path(setting.source_folder) / shared;
    if (fs::exists(target)) fs::create_directory_symlink(target, work / shared);
  }
  for (const auto& [name, content] : test.files) write_text(work / name, content);
  write_text(folder.path() / "command", test.command);
  const int status = std::system(shell_line(folder.path(), setting).c_str());
  Result result;
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.out = read_output(folder.path() / "stdout");
  result.err = read_output(folder.path() / "stderr");
  return result;
}

std::string difference(std::string_view name, std::string_view expected, std::string_view actual) {
  if (expected == actual) return {};
  constexpr std::size_t kContext = 3;
  const std::vector<std::string_view> before = lines_of(expected);
  const std::vector<std::string_view> after = lines_of(actual);
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t same = 0;
  while (same < shorter && before[same] == after[same]) ++same;
  std::size_t tail = 0;
  while (tail < shorter - same && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  std::string text = "--- expected " + std::string(name) + "\n+++ actual " + std::string(name) + "\n@@ line " +
                     std::to_string(same + 1) + " @@\n";
  const auto show = [&text](char mark, std::string_view line) {
    text.append(1, mark).append(line);
    if (line.back() != '\n') text.append("\n");
  };
  for (std::size_t i = same - std::min(same, kContext); i < same; ++i) show(' ', before[i]);
  for (std::size_t i = same; i < before.size() - tail; ++i) show('-', before[i]);
  for (std::size_t i = same; i < after.size() - tail; ++i) show('+', after[i]);
  for (std::size_t i = before.size() - tail; i < std::min(before.size(), before.size() - tail + kContext); ++i) {
    show(' ', before[i]);
  }
  return text;
}

std::string difference(const Result& expected, const Result& actual) {
  std::string text = difference("stdout", expected.out, actual.out) + difference("stderr", expected.err, actual.err);
  if (expected.exit_code != actual.exit_code) {
    text += "expected exit " + std::to_string(expected.exit_code) + ", actual exit " +
            std::to_string(actual.exit_code) + "\n";
  }
  return text;
}

}  // namespace golden
