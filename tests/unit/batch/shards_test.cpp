// Rows are independent and keep their order: threads, parts by --rows and parts by GNU parallel give the same bytes.

#include <string>

#include <doctest/doctest.h>

#include "workshop.h"

namespace {

constexpr int kRows = 48;

TEST_CASE("one_two_and_eight_threads_write_the_same_bytes") {
  const workshop::Folder folder;
  for (const std::string form : {"csv", "json"}) {
    CAPTURE(form);
    folder.write("rows", workshop::many_rows(kRows, form));
    for (const std::string jobs : {"1", "2", "8"}) {
      CHECK(workshop::run(folder, "preauth batch rows --as-of 2026-01-05 --format " + form + " --jobs " + jobs +
                                      " -o out" + jobs + " --rejects rejects" + jobs + " --summary summary" + jobs +
                                      " 2> /dev/null") == 1);
    }
    CHECK(folder.read("out1").size() > 5'000);
    CHECK(folder.read("out2") == folder.read("out1"));
    CHECK(folder.read("out8") == folder.read("out1"));
    CHECK(folder.read("rejects8") == folder.read("rejects1"));
    CHECK(folder.read("summary8") == folder.read("summary1"));
  }
}

TEST_CASE("threads_write_the_same_brief_rows") {
  const workshop::Folder folder;
  for (const std::string form : {"csv", "json"}) {
    CAPTURE(form);
    folder.write("rows", workshop::many_rows(5 * kRows, form));
    for (const std::string jobs : {"1", "2", "8"}) {
      CHECK(workshop::run(folder, "preauth batch rows --as-of 2026-01-05 --detail brief --format " + form + " --jobs " +
                                      jobs + " > out" + jobs + " 2> /dev/null") == 1);
    }
    CHECK(folder.read("out1").size() > 20'000);
    CHECK(folder.read("out2") == folder.read("out1"));
    CHECK(folder.read("out8") == folder.read("out1"));
  }
}

TEST_CASE("sixteen_parts_put_together_are_one_run") {
  const workshop::Folder folder;
  for (const std::string form : {"csv", "json"}) {
    CAPTURE(form);
    folder.write("rows", workshop::many_rows(kRows, form));
    const std::string command = "preauth batch rows --as-of 2026-01-05 --jobs 1 --format " + form + " 2> /dev/null";
    workshop::run(folder, command + " > whole");
    workshop::run(folder, ": > parts; for i in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do " + command +
                              " --rows $((i * 3 + 1)):$((i * 3 + 3)) >> parts; done");
    CHECK(folder.read("parts") == folder.read("whole"));
    CHECK(folder.read("whole").size() > 5'000);
  }
}

TEST_CASE("parts_by_gnu_parallel_put_together_are_one_run") {
  const workshop::Folder folder;
  if (workshop::run(folder, "command -v parallel > /dev/null") != 0) {
    MESSAGE("skipped: GNU parallel is not installed");
    return;
  }
  folder.write("rows", workshop::many_rows(kRows, "csv"));
  const std::string program(PREAUTH_PROGRAM);
  const std::string options = " --as-of 2026-01-05 --jobs 1 --format csv --no-row-numbers 2> /dev/null";
  workshop::run(folder, "preauth batch rows" + options + " > whole");
  workshop::run(folder,
                "head -n 1 whole > parts; HOME=$PWD parallel --will-cite -k --pipepart -a rows --header : "
                "--block 1k \"'" +
                    program + "' batch - --no-header" + options + "\" >> parts");
  CHECK(folder.read("parts") == folder.read("whole"));
  CHECK(folder.read("whole").size() > 5'000);
}

// The example of man preauth-batch, a shell loop in place of Slurm.
TEST_CASE("the_tasks_of_a_slurm_array_put_together_are_one_run") {
  const workshop::Folder folder;
  folder.write("rows", workshop::many_rows(kRows, "csv"));
  const std::string command = "preauth batch rows --format csv --as-of 2026-01-05 --jobs 1 2> /dev/null";
  workshop::run(folder, command + " > whole");
  workshop::run(folder,
                "for SLURM_ARRAY_TASK_ID in 3 1 0 2; do first=$((SLURM_ARRAY_TASK_ID * 12 + 1)); " + command +
                    " --rows $first:$((first + 11)) --resume -o costs.$SLURM_ARRAY_TASK_ID; done; cat costs.? > parts");
  CHECK(folder.read("parts") == folder.read("whole"));
  CHECK(folder.read("whole").size() > 5'000);
}

// Spark hands each partition to a process of its own; some are empty.
TEST_CASE("partitions_through_pipes_put_together_are_one_run") {
  const workshop::Folder folder;
  folder.write("rows", workshop::many_rows(kRows, "json"));
  const std::string options = " --as-of 2026-01-05 --jobs 1 --no-row-numbers 2> /dev/null";
  workshop::run(folder, "preauth batch rows" + options + " > whole");
  workshop::run(folder, "split -n l/5 rows part. && : > part.zz && for part in part.*; do cat $part | preauth batch -" +
                            options + " >> parts; done");
  CHECK(folder.read("parts") == folder.read("whole"));
  CHECK(folder.read("whole").size() > 5'000);
}

}  // namespace
