#include "workshop.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace workshop {

namespace fs = std::filesystem;

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "preauth-batch-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
  // Four visits: quick to estimate, so that tests can afford many rows.
  write("t.toml",
        "schema = \"preauth.treatment/1\"\n[[facilities]]\nid = \"lakeside\"\nnetwork = \"in\"\n"
        "[[options]]\nid = \"visits\"\n[[options.steps]]\nlevel = \"outpatient\"\nat = \"lakeside\"\n"
        "schedule = \"1 visit/week for 4 weeks\"\n");
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void Folder::write(const std::string& name, const std::string& bytes) const {
  fs::create_directories(fs::path(path(name)).parent_path());
  std::ofstream(path(name), std::ios::binary) << bytes;
}

std::string Folder::read(const std::string& name) const {
  std::ifstream file(path(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool Folder::has(const std::string& name) const { return fs::exists(path(name)); }
void Folder::remove(const std::string& name) const { fs::remove(path(name)); }

int run(const Folder& folder, const std::string& command) {
  const std::string line =
      "cd '" + folder.path("") + "' && preauth() { '" + std::string(PREAUTH_PROGRAM) + "' \"$@\"; } && " + command;
  const int status = std::system(line.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void run_and_kill(const Folder& folder, const std::vector<std::string>& arguments, int microseconds, int signal) {
  std::vector<std::string> words = {PREAUTH_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  // The test runner handles these signals itself; the child must not, not even between fork and exec.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  sigprocmask(SIG_BLOCK, &signals, nullptr);
  const pid_t child = fork();
  if (child == 0) {
    static_cast<void>(std::signal(SIGINT, SIG_DFL));
    static_cast<void>(std::signal(SIGTERM, SIG_DFL));
    sigprocmask(SIG_UNBLOCK, &signals, nullptr);
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    if (chdir(folder.path("").c_str()) == 0) execv(argv[0], argv.data());
    _exit(127);
  }
  sigprocmask(SIG_UNBLOCK, &signals, nullptr);
  std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
  kill(child, signal);
  int status = 0;
  waitpid(child, &status, 0);
}

std::string many_rows(int count, const std::string& form) {
  const std::vector<std::string> plans = {"uhc-gold-standard-2026", "original-medicare-2026", "maryland-medicaid",
                                          "example-hsa-hdhp-2026"};
  std::string text = form == "csv" ? "id,plan,treatment,client.start,so_far.deductible.in,budget\n" : "";
  for (int i = 0; i < count; ++i) {
    const std::string& plan = plans[static_cast<std::size_t>(i) % plans.size()];
    // Every tenth row has no plan of that name.
    const std::string named = i % 10 == 9 ? "no-such-plan" : plan;
    const std::string day = "2026-0" + std::to_string(1 + i % 9) + "-1" + std::to_string(i % 10);
    const std::string used = "$" + std::to_string(i % 500);
    const std::string id = "C-" + std::to_string(i);
    if (form == "csv") {
      text += id + "," + named + ",t.toml," + day + "," + used + ",$" + std::to_string(1'000 + i) + "\n";
    } else {
      text += "{\"id\":\"" + id + "\",\"plan\":\"" + named + "\",\"treatment\":\"t.toml\",\"client\":{\"start\":\"" +
              day + "\"},\"so_far.deductible.in\":\"" + used + "\",\"budget\":\"$" + std::to_string(1'000 + i) +
              "\"}\n";
    }
  }
  return text;
}

}  // namespace workshop
