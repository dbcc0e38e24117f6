// An interrupted run loses nothing: killed at any moment and continued, it ends with the bytes of a run in one go.

#include <chrono>
#include <csignal>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "workshop.h"

namespace {

std::vector<std::string> arguments(const std::string& form) {
  return {"batch", "rows", "--as-of", "2026-01-05", "--format", form,      "--jobs",
          "2",     "-o",   "out",     "--rejects",  "rejects",  "--resume"};
}

std::string command(const std::string& form) {
  std::string text = "preauth";
  for (const std::string& word : arguments(form)) text += " " + word;
  return text + " 2> /dev/null";
}

void forget_run(const workshop::Folder& folder) {
  for (const std::string name : {"out", "out.journal", "out.stamp.json", "rejects"}) folder.remove(name);
}

// Kills after growing times, `kills` in all, until a run ends on its own; then begins anew.
void kill_and_continue(const std::string& form, int kills, int signal) {
  const workshop::Folder folder;
  folder.write("rows", workshop::many_rows(80, form));
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(workshop::run(folder, command(form)) == 1);
  const auto length = std::chrono::steady_clock::now() - begin;
  const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(length).count();
  const std::string whole = folder.read("out");
  const std::string rejects = folder.read("rejects");
  const std::string stamp = folder.read("out.stamp.json");
  REQUIRE(whole.size() > 10'000);
  forget_run(folder);
  int continued = 0;
  for (int i = 0; i < kills; ++i) {
    // 7,919 is prime: the moments are spread over two thirds of a run without a pattern.
    workshop::run_and_kill(folder, arguments(form),
                           static_cast<int>(microseconds * 2 / 3 * (i * 7'919 % 1'000) / 1'000), signal);
    const std::string so_far = folder.read("out");
    CAPTURE(i);
    CHECK(whole.starts_with(so_far));
    if (!so_far.empty()) ++continued;
    if (!folder.has("out.stamp.json")) continue;
    CHECK(so_far == whole);
    forget_run(folder);
  }
  const int code = workshop::run(folder, command(form));
  CHECK((code == 0 || code == 1));
  CHECK(folder.read("out") == whole);
  CHECK(folder.read("rejects") == rejects);
  CHECK(folder.read("out.stamp.json") == stamp);
  CHECK_FALSE(folder.has("out.journal"));
  CHECK(continued > 0);
}

TEST_CASE("a_run_killed_at_a_hundred_moments_and_continued_gives_the_same_bytes") {
  kill_and_continue("json", 30, SIGKILL);
  kill_and_continue("csv", 30, SIGKILL);
  kill_and_continue("json", 20, SIGTERM);
  kill_and_continue("csv", 20, SIGINT);
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
