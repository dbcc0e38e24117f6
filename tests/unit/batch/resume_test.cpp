// An interrupted run loses nothing: killed at any moment and continued, it ends with the bytes of a run in one go.

#include <chrono>
#include <csignal>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "property/dice.h"
#include "workshop.h"

namespace {

struct Form {
  std::string name;
  std::string detail;
  int rows;  // enough for a run that can be killed in the middle
};

std::vector<std::string> arguments(const Form& form) {
  return {"batch",  "rows", "--as-of", "2026-01-05", "--format",  form.name, "--detail", form.detail,
          "--jobs", "2",    "-o",      "out",        "--rejects", "rejects", "--resume"};
}

std::string command(const Form& form) {
  std::string text = "preauth";
  for (const std::string& word : arguments(form)) text += " " + word;
  return text + " 2> /dev/null";
}

void forget_run(const workshop::Folder& folder) {
  for (const std::string name : {"out", "out.journal", "out.stamp.json", "rejects"}) folder.remove(name);
}

// Kills at random moments of a run, `kills` in all, continuing each time; begins anew when a run ends on its own.
void kill_and_continue(const Form& form, int kills, int signal) {
  const workshop::Folder folder;
  folder.write("rows", workshop::many_rows(form.rows, form.name));
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(workshop::run(folder, command(form)) == 1);
  const auto length = std::chrono::steady_clock::now() - begin;
  const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(length).count();
  const std::string whole = folder.read("out");
  const std::string rejects = folder.read("rejects");
  const std::string stamp = folder.read("out.stamp.json");
  REQUIRE(whole.size() > 10'000);
  // A continued run drops a torn row; one that began anew would drop more.
  const std::size_t most_dropped = whole.size() / 8;
  forget_run(folder);
  preauth::Dice dice(static_cast<std::uint64_t>(form.rows + signal));
  std::size_t before = 0;
  int continued = 0;
  for (int i = 0; i < kills; ++i) {
    workshop::run_and_kill(folder, arguments(form), static_cast<int>(dice.below(microseconds)), signal);
    const std::string so_far = folder.read("out");
    CAPTURE(i);
    CHECK(whole.starts_with(so_far));
    CHECK(so_far.size() + most_dropped >= before);
    before = so_far.size();
    if (!so_far.empty()) ++continued;
    if (!folder.has("out.stamp.json")) continue;
    CHECK(so_far == whole);
    forget_run(folder);
    before = 0;
  }
  const int code = workshop::run(folder, command(form));
  CHECK((code == 0 || code == 1));
  CHECK(folder.read("out") == whole);
  CHECK(folder.read("rejects") == rejects);
  CHECK(folder.read("out.stamp.json") == stamp);
  CHECK_FALSE(folder.has("out.journal"));
  CHECK(continued > 0);
}

TEST_CASE("a_run_killed_at_a_hundred_random_moments_and_continued_gives_the_same_bytes") {
  kill_and_continue({"json", "full", 80}, 25, SIGKILL);
  kill_and_continue({"json", "brief", 320}, 25, SIGKILL);
  kill_and_continue({"csv", "brief", 320}, 25, SIGKILL);
  kill_and_continue({"json", "full", 80}, 10, SIGTERM);
  kill_and_continue({"csv", "full", 160}, 15, SIGINT);
}

TEST_CASE("what_does_not_match_the_interrupted_run_is_refused") {
  const workshop::Folder folder;
  folder.write("rows", workshop::many_rows(20, "csv"));
  const std::string begin = "preauth batch rows --as-of 2026-01-05 -o out 2> err";
  // An output that cannot grow leaves a run to be continued.
  CHECK(workshop::run(folder, "ulimit -f 8; " + begin) == 74);
  REQUIRE(folder.has("out.journal"));
  CHECK(workshop::run(folder, begin) == 3);
  CHECK(folder.read("err").find("[batch.unfinished]") != std::string::npos);
  CHECK(workshop::run(folder, "preauth batch rows --as-of 2026-01-06 -o out --resume 2> err") == 3);
  CHECK(folder.read("err").find("[batch.resume-settings]") != std::string::npos);
  const std::string before = folder.read("out");
  folder.write("rows", workshop::many_rows(21, "csv"));
  CHECK(workshop::run(folder, "preauth batch rows -o out --resume 2> err") == 3);
  CHECK(folder.read("err").find("[batch.resume-inputs]") != std::string::npos);
  CHECK(folder.read("out") == before);
  folder.write("rows", workshop::many_rows(20, "csv"));
  // The day of the interrupted run holds when none is given.
  CHECK(workshop::run(folder, "preauth batch rows -o out --resume 2> err") == 1);
  CHECK(workshop::run(folder, "preauth verify out.stamp.json > said 2> err") == 0);
  CHECK(folder.read("out").find("\"as_of\": \"2026-01-05\"") != std::string::npos);
}

TEST_CASE("a_plan_that_changed_meanwhile_is_refused") {
  const workshop::Folder folder;
  const std::string plan = "schema = \"preauth.plan/1\"\n[plan]\nname = \"Own\"\nkind = \"ppo\"\n";
  folder.write("own.toml", plan);
  std::string rows = "id,plan\n";
  for (int i = 0; i < 4; ++i) rows += "C-" + std::to_string(i) + ",own.toml\n";
  folder.write("rows", rows);
  CHECK(workshop::run(folder, "ulimit -f 16; preauth batch rows --as-of 2026-01-05 -o out 2> err") == 74);
  folder.write("own.toml", plan + "# changed\n");
  CHECK(workshop::run(folder, "preauth batch rows -o out --resume 2> err") == 3);
  CHECK(folder.read("err").find("[batch.resume-file]") != std::string::npos);
}

TEST_CASE("a_full_disk_is_told_and_what_was_written_stays") {
  const workshop::Folder folder;
  folder.write("rows", workshop::many_rows(60, "csv"));
  CHECK(workshop::run(folder, "preauth batch rows --as-of 2026-01-05 > /dev/full 2> err") == 74);
  CHECK(folder.read("err").find("[output.cannot-write]") != std::string::npos);
  CHECK(workshop::run(folder, "preauth batch rows --as-of 2026-01-05 > whole 2> err") == 1);
  CHECK(workshop::run(folder, "ulimit -f 128; preauth batch rows --as-of 2026-01-05 -o out 2> err") == 74);
  const std::string part = folder.read("out");
  CHECK(part.size() > 30'000);
  CHECK(folder.read("whole").starts_with(part));
  CHECK(workshop::run(folder, "preauth batch rows -o out --resume 2> err") == 1);
  CHECK(folder.read("out") == folder.read("whole"));
}

TEST_CASE("a_reader_that_goes_away_ends_the_run_quietly") {
  const workshop::Folder folder;
  folder.write("rows", workshop::many_rows(60, "csv"));
  CHECK(workshop::run(folder, "{ preauth batch rows --as-of 2026-01-05 2> err; echo $? > code; } | head -c 10 > ten") ==
        0);
  CHECK(folder.read("code") == "0\n");
  CHECK(folder.read("err").find("error:") == std::string::npos);
}

}  // namespace
