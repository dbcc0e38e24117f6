#include "cli/child_process.h"

#include <csignal>
#include <cstring>
#include <ctime>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace preauth {
namespace {

constexpr long kNanosecondsBetween = 10'000'000;  // two looks at the child
constexpr int kLooksPerSecond = 100;

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

sigset_t interruptions() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, number);
  return signals;
}

class HeldSignals {
 public:
  HeldSignals() {
    const sigset_t held = interruptions();
    sigprocmask(SIG_BLOCK, &held, &before_);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  ~HeldSignals() { sigprocmask(SIG_SETMASK, &before_, nullptr); }

  const sigset_t& before() const { return before_; }
  static bool any_pending() {
    sigset_t pending;
    sigpending(&pending);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
      if (sigismember(&pending, number) == 1) return true;
    }
    return false;
  }

 private:
  sigset_t before_{};
};

// Its own process group, so that its helpers end with it.
int spawn(const ChildProcess& child, const sigset_t& signals, pid_t& pid) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setflags(&attributes,
                           static_cast<short>(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF));
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setsigmask(&attributes, &signals);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  std::vector<std::string> words = child.words;
  std::vector<std::string> environment = child.environment;
  const int problem = posix_spawn(&pid, words.front().c_str(), &files, &attributes, pointers(words).data(),
                                  pointers(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return problem;
}

std::optional<std::string> reason_of(int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return std::nullopt;
  return WIFEXITED(status) ? fmt::format("exit code {}", WEXITSTATUS(status))
                           : fmt::format("signal {}", WTERMSIG(status));
}

std::optional<std::string> wait_for(pid_t pid, int most_seconds) {
  int status = 0;
  for (int looks = 0; looks < most_seconds * kLooksPerSecond && !HeldSignals::any_pending(); ++looks) {
    if (waitpid(pid, &status, WNOHANG) == pid) return reason_of(status);
    const std::timespec pause{0, kNanosecondsBetween};
    nanosleep(&pause, nullptr);
  }
  kill(-pid, SIGKILL);
  waitpid(pid, &status, 0);
  return fmt::format("not done after {} seconds", most_seconds);
}

bool is_program(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) && access(path.c_str(), X_OK) == 0;
}

}  // namespace

std::optional<std::string> run_child(const ChildProcess& child) {
  const HeldSignals held;
  pid_t pid = 0;
  if (const int problem = spawn(child, held.before(), pid); problem != 0) return std::strerror(problem);
  std::optional<std::string> reason = wait_for(pid, child.most_seconds);
  kill(-pid, SIGKILL);  // helpers that outlived it
  return reason;
}

std::string find_program(const std::vector<std::string>& names, const std::string& search_path) {
  for (const std::string& name : names) {
    for (std::size_t begin = 0; begin <= search_path.size();) {
      const std::size_t end = std::min(search_path.find(':', begin), search_path.size());
      const std::string folder = search_path.substr(begin, end - begin);
      begin = end + 1;
      // A relative folder would run whatever lies in the folder one happens to be in.
      if (!folder.starts_with('/')) continue;
      if (const std::string path = folder + "/" + name; is_program(path)) return path;
    }
  }
  return {};
}

}  // namespace preauth
