// A file with thirty kinds of broken rows gives every good row and says of each broken one where and why.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "formats/csv_reader.h"
#include "workshop.h"

namespace {

const std::string kGood = "G,uhc-gold-standard-2026,t.toml,2026-02-02,$10,\n";
const std::string kHeader = "id,plan,treatment,client.start,so_far.deductible.in,budget\n";

struct Broken {
  std::string row;  // with its line end
  std::string column;
  std::string id;
};

std::vector<Broken> broken_rows() {
  const std::string plan = "uhc-gold-standard-2026";
  return {
      {"B,\"" + plan + ",,2026-02-02,$10,\n", "", "batch.text-after-quote"},
      {"B,\"" + plan + "\"x,,2026-02-02,$10,\n", "", "batch.text-after-quote"},
      {"B," + plan + ",,2026-02-02,$10\n", "", "batch.wrong-cell-count"},
      {"B," + plan + ",,2026-02-02,$10,,\n", "", "batch.wrong-cell-count"},
      {"B\n", "", "batch.wrong-cell-count"},
      {std::string("B,pl\0an,,2026-02-02,$10,\n", 25), "", "batch.nul"},
      {"B," + plan + ",\xff,2026-02-02,$10,\n", "treatment", "batch.not-utf8"},
      {"\xc3\x28," + plan + ",,2026-02-02,$10,\n", "id", "batch.not-utf8"},
      {"B," + std::string(10U << 20U, 'x') + ",,2026-02-02,$10,\n", "", "batch.record-too-long"},
      {"B," + plan + ",,2026-02-30,$10,\n", "client.start", "file.expected-date"},
      {"B," + plan + ",,soon,$10,\n", "client.start", "file.expected-date"},
      {"B," + plan + ",,02/02/2026,$10,\n", "client.start", "file.expected-date"},
      {"B," + plan + ",,2026-02-02,much,\n", "so_far.deductible.in", "phrase.unexpected-word"},
      {"B," + plan + ",,2026-02-02,-$5,\n", "so_far.deductible.in", "phrase.negative-amount"},
      {"B," + plan + ",,2026-02-02,\"$99,999,999,999,999,999,999\",\n", "so_far.deductible.in", "phrase.too-large"},
      {"B," + plan + ",,2026-02-02,\"[1, 2\",\n", "so_far.deductible.in", "toml.syntax"},
      {"B," + plan + ",,2026-02-02,$10,lots\n", "budget", "batch.bad-budget"},
      {"B," + plan + ",,2026-02-02,$10,unknown\n", "budget", "batch.bad-budget"},
      {"B,,,2026-02-02,$10,\n", "plan", "batch.no-plan"},
      {"B,no-such-plan,,2026-02-02,$10,\n", "plan", "input.not-found"},
      {"B,plans/none.toml,,2026-02-02,$10,\n", "plan", "batch.file-not-found"},
      {"B,../secret.toml,,2026-02-02,$10,\n", "plan", "batch.path-escapes"},
      {"B,/etc/passwd,,2026-02-02,$10,\n", "plan", "batch.path-escapes"},
      {"B,link.toml,,2026-02-02,$10,\n", "plan", "batch.path-escapes"},
      {"B,folder/.,,2026-02-02,$10,\n", "plan", "batch.not-a-file"},
      {"B,folder/treatment.toml,,2026-02-02,$10,\n", "plan", "batch.not-a-plan"},
      {"B," + plan + "," + plan + ",2026-02-02,$10,\n", "treatment", "batch.not-a-treatment"},
      {"B,folder/broken.toml,,2026-02-02,$10,\n", "plan", "toml.syntax"},
      {"B,folder/empty.toml,,2026-02-02,$10,\n", "plan", "input.empty"},
      {"B," + plan + ",folder/other.txt,2026-02-02,$10,\n", "treatment", "file.no-schema"},
  };
}

void write_files(const workshop::Folder& folder) {
  folder.write("folder/treatment.toml", "schema = \"preauth.treatment/1\"\n");
  folder.write("folder/broken.toml", "schema = \"preauth.plan/1\"\n[plan\n");
  folder.write("folder/empty.toml", "\n");
  folder.write("folder/other.txt", "hello = 1\n");
  workshop::run(folder, "ln -s /etc/passwd link.toml");
}

struct RejectLine {
  std::string row, line, offset, column, id;
};

std::vector<RejectLine> rejects_in(const std::string& text) {
  std::vector<RejectLine> rejects;
  std::vector<std::string_view> cells;
  std::string unquoted;
  std::string_view rest = text;
  bool header = true;
  while (!rest.empty()) {
    const std::size_t end = preauth::scan_csv_record(rest, true).end;
    preauth::split_csv_record(preauth::without_line_end(rest.substr(0, end)), cells, unquoted);
    REQUIRE(cells.size() == 7);
    if (!header) {
      rejects.push_back({std::string(cells[0]), std::string(cells[2]), std::string(cells[3]), std::string(cells[4]),
                         std::string(cells[5])});
    }
    header = false;
    rest.remove_prefix(end);
  }
  return rejects;
}

TEST_CASE("thirty_kinds_of_broken_rows_leave_all_good_ones") {
  const workshop::Folder folder;
  write_files(folder);
  const std::vector<Broken> broken = broken_rows();
  REQUIRE(broken.size() == 30);
  std::string rows = kHeader + kGood;
  std::vector<std::size_t> offsets;
  for (const Broken& row : broken) {
    offsets.push_back(rows.size());
    rows += row.row + kGood;
  }
  // The last row opens a quote and the file ends.
  const std::size_t last = rows.size();
  rows += "B,\"" + std::string("uhc\n");
  folder.write("rows.csv", rows);
  CHECK(workshop::run(
            folder, "preauth batch rows.csv --as-of 2026-01-05 --format csv --rejects rejects.csv > out 2> err") == 1);
  std::size_t good = 0;
  const std::string out = folder.read("out");
  for (std::size_t at = out.find(",G,"); at != std::string::npos; at = out.find(",G,", at + 1)) ++good;
  CHECK(good == 31);
  CHECK(out.find(",B,") == std::string::npos);
  const std::vector<RejectLine> rejects = rejects_in(folder.read("rejects.csv"));
  REQUIRE(rejects.size() == 31);
  for (std::size_t i = 0; i < broken.size(); ++i) {
    CAPTURE(i);
    CAPTURE(rejects[i].id);
    CHECK(rejects[i].row == std::to_string(2 * i + 2));
    CHECK(rejects[i].line == std::to_string(2 * i + 3));
    CHECK(rejects[i].offset == std::to_string(offsets[i]));
    CHECK(rejects[i].column == broken[i].column);
    CHECK(rejects[i].id == broken[i].id);
  }
  CHECK(rejects[30].id == "batch.unclosed-quote");
  CHECK(rejects[30].line == "63");  // after the header and 31 good rows, each but the first behind a broken one
  CHECK(rejects[30].offset == std::to_string(last));
}

TEST_CASE("nothing_of_a_cell_stands_in_rejects_or_messages") {
  const workshop::Folder folder;
  write_files(folder);
  const std::string secret = "Jane-Secret-1988";
  folder.write("rows.csv", kHeader + "B," + secret + ",,2026-02-02,$10,\n" + "B,uhc-gold-standard-2026," + secret +
                               ",2026-02-02,$10,\n" + "B,uhc-gold-standard-2026,," + secret + "," + secret + "," +
                               secret + "\n" + "\"" + secret + "\n");
  CHECK(workshop::run(folder, "preauth batch rows.csv --rejects rejects.csv > out 2> err") == 3);
  CHECK(workshop::run(folder, "preauth batch rows.csv > out 2>> err") == 3);
  CHECK(folder.read("rejects.csv").find(secret) == std::string::npos);
  CHECK(folder.read("err").find(secret) == std::string::npos);
  CHECK(folder.read("err").find("Secret") == std::string::npos);
  CHECK(workshop::run(folder, "preauth batch rows.csv --rejects rejects.csv --rejects-with-rows > out 2> err") == 3);
  CHECK(folder.read("rejects.csv").find(secret) != std::string::npos);
}

}  // namespace
