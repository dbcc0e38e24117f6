// `preauth batch --sheets`, as a user runs it: the sheets of `preauth sheet`, whatever the threads and whatever happens
// on the way.

#include <chrono>
#include <csignal>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "workshop.h"

namespace {

const std::string kRun = "preauth batch rows --as-of 2026-01-05 --jobs 2 -o out --sheets sheets";

// id, plan, treatment, first day, deductible used, budget: the columns of many_rows.
std::vector<std::vector<std::string>> cells_of(const std::string& csv) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    std::string cell;
    rows.emplace_back();
    while (std::getline(cells, cell, ',')) rows.back().push_back(cell);
  }
  return rows;
}

std::string sheet_command(const std::vector<std::string>& row, const std::string& options) {
  return "preauth sheet " + row[1] + " " + row[2] + " --as-of 2026-01-05 --set client.id=" + row[0] +
         " --set client.start=" + row[3] + " --set so_far.deductible.in='" + row[4] + "' --budget '" + row[5] + "' " +
         options + " > alone.html 2> /dev/null";
}

void check_against_sheet(const std::string& of_batch, const std::string& of_sheet, std::size_t from,
                         std::size_t count) {
  const workshop::Folder folder;
  const std::string csv = workshop::many_rows(static_cast<int>(from + count), "csv");
  folder.write("rows", csv);
  const auto rows = cells_of(csv);
  CHECK(workshop::run(folder, kRun + " " + of_batch + " --rows " + std::to_string(from + 1) + ": 2> err") == 0);
  for (std::size_t i = from; i < from + count; ++i) {
    CAPTURE(i);
    REQUIRE(workshop::run(folder, sheet_command(rows[i], of_sheet)) == 0);
    // C-7 is written sheet-=c-7.html.
    const std::string made = folder.read("sheets/sheet-=c-" + std::to_string(i) + ".html");
    CHECK(made.size() > 5'000);
    const bool same = made == folder.read("alone.html");
    CHECK(same);
  }
}

TEST_CASE("a_sheet_of_a_batch_has_the_bytes_of_the_same_sheet_made_alone") {
  check_against_sheet("", "--draws 0", 0, 8);
  check_against_sheet("--lang es --part2-notice --format csv", "--draws 0 --lang es --part2-notice", 11, 4);
  check_against_sheet("--bands --draws 100 --seed 3", "--draws 100 --seed 3", 20, 4);
}

TEST_CASE("rows_are_the_same_with_and_without_sheets") {
  const workshop::Folder folder;
  folder.write("rows", workshop::many_rows(20, "csv"));
  for (const std::string options : {"", "--format csv", "--detail brief", "--lang es --top-questions 3 --lines",
                                    "--format csv --detail full", "--summary sums"}) {
    CAPTURE(options);
    CHECK(workshop::run(folder, kRun + " " + options + " 2> err") == 1);
    const std::string sums = folder.read("sums");
    CHECK(workshop::run(folder, "preauth batch rows --as-of 2026-01-05 -o plain " + options + " 2> err") == 1);
    CHECK(folder.read("out").size() > 2'000);
    CHECK(folder.read("out") == folder.read("plain"));
    CHECK(folder.read("sums") == sums);
    CHECK(workshop::run(folder, "rm -r sheets") == 0);
  }
}

TEST_CASE("sheets_and_their_list_do_not_depend_on_threads") {
  const workshop::Folder folder;
  std::string rows = workshop::many_rows(60, "csv");
  // The same client once more under another plan: a sheet with the number of its row, 61 and 62.
  rows += "C-1,uhc-gold-standard-2026,t.toml,,,\n,uhc-gold-standard-2026,t.toml,,,\n";
  folder.write("rows", rows);
  for (const std::string jobs : {"1", "2", "8"}) {
    const std::string command = "preauth batch rows --as-of 2026-01-05 > out --jobs " + jobs + " --sheets s" + jobs;
    CHECK(workshop::run(folder, command + " 2> err") == 1);
  }
  CHECK(workshop::run(folder, "diff -r s1 s2 && diff -r s1 s8") == 0);
  CHECK(folder.has("s1/sheet-=c-1.row-61.html"));
  CHECK(folder.has("s1/sheet.row-62.html"));
  // Of 60 rows every tenth is refused: 54 sheets, and these two, and the list.
  CHECK(workshop::run(folder, "test $(ls -A s1 | wc -l) = 57") == 0);
  CHECK(workshop::run(folder, "test $(grep -c '<th scope=\"row\">' s1/index.html) = 56") == 0);
}

TEST_CASE("a_run_with_sheets_that_is_killed_and_continued_ends_with_the_same_folder") {
  const workshop::Folder folder;
  folder.write("rows", workshop::many_rows(60, "csv") + "C-1,uhc-gold-standard-2026,t.toml,,,\n");
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(workshop::run(folder, kRun + " 2> err") == 1);
  const auto length = std::chrono::steady_clock::now() - begin;
  const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(length).count();
  REQUIRE(workshop::run(folder, "mv sheets whole && mv out whole.out && rm out.*") == 0);
  const std::vector<std::string> again = {"batch", "rows", "--as-of",  "2026-01-05", "--jobs",  "2",
                                          "-o",    "out",  "--sheets", "sheets",     "--resume"};
  int continued = 0;
  for (int i = 0; i < 16; ++i) {
    // 7,919 is prime: the moments are spread over two thirds of a run without a pattern.
    workshop::run_and_kill(folder, again, static_cast<int>(microseconds * 2 / 3 * (i * 7'919 % 1'000) / 1'000),
                           i % 3 == 0 ? SIGTERM : SIGKILL);
    CAPTURE(i);
    if (folder.has("out.stamp.json")) {
      CHECK(workshop::run(folder, "diff -r sheets whole && rm -r sheets out out.*") == 0);
      continue;
    }
    if (!folder.read("out").empty()) ++continued;
    // The list takes its name when all sheets stand, a moment before the stamp does.
    if (folder.has("sheets/index.html")) CHECK(folder.read("sheets/index.html") == folder.read("whole/index.html"));
  }
  const int code = workshop::run(folder, kRun + " --resume 2> err");
  CHECK((code == 0 || code == 1));
  CHECK(workshop::run(folder, "diff -r sheets whole && cmp out whole.out") == 0);
  CHECK(continued > 0);
}

TEST_CASE("a_folder_that_cannot_be_written_is_told_without_a_clients_code_and_a_link_in_it_is_not_followed") {
  const workshop::Folder folder;
  folder.write("rows", workshop::many_rows(9, "csv"));
  // No file may grow beyond 8 blocks of 1,024 bytes, and a sheet is longer.
  CHECK(workshop::run(folder, "ulimit -f 8; " + kRun + " --format csv 2> err") == 74);
  CHECK(folder.read("err").find("cannot be written to `sheets`: File too large") != std::string::npos);
  CHECK(folder.read("err").find("c-0") == std::string::npos);
  CHECK(workshop::run(folder, "touch precious; ln -s ../precious sheets/sheet-=c-1.html") == 0);
  CHECK(workshop::run(folder, kRun + " --format csv --resume 2> err") == 0);
  CHECK(folder.read("precious").empty());
  CHECK(folder.read("sheets/sheet-=c-1.html").size() > 5'000);
  CHECK(workshop::run(folder, "test $(find sheets -type f -perm 0600 | wc -l) = 10") == 0);
  CHECK(workshop::run(folder, "preauth batch rows --sheets /proc/no > rest 2> err") == 74);
  CHECK(folder.read("rest").empty());
}

TEST_CASE("verify_compares_every_sheet_and_their_list") {
  const workshop::Folder folder;
  folder.write("rows", workshop::many_rows(9, "csv"));
  CHECK(workshop::run(folder, kRun + " --lang es 2> err") == 0);
  CHECK(workshop::run(folder, "preauth verify out.stamp.json > said 2> err") == 0);
  CHECK(workshop::run(folder, "rm sheets/sheet-=c-1.html && echo >> sheets/sheet-=c-2.html") == 0);
  CHECK(workshop::run(folder, "preauth verify out.stamp.json > said 2> err") == 1);
  // The one that is gone, the one that is longer.
  CHECK(folder.read("err").find("2 files in `sheets`") != std::string::npos);
  CHECK(workshop::run(folder, "ls sheets | wc -l | grep -qx 9") == 0);
}

}  // namespace
