#include "batch/stamp.h"

#include <doctest/doctest.h>

namespace preauth {
namespace {

BatchSettings sample_settings() {
  BatchSettings settings;
  settings.inputs = {"-"};
  settings.base_folder = "clients";
  settings.rows = RowRange{11, 20};
  settings.columns.maps = {{"Start = Date", "client.start"}, {"Notes", ""}};
  settings.columns.allow_identifiers = true;
  settings.estimate.as_of = *parse_date("2026-01-05");
  settings.estimate.output = RowsOutput::csv;
  settings.estimate.csv_guard = CsvGuard::none;
  settings.estimate.budget = Money::cents(3'000'05);
  settings.estimate.seed = 7;
  settings.estimate.draws = 500;
  settings.estimate.engine = "9.9";
  settings.estimate.overrides = {{"client.age", "34"}};
  return settings;
}

TEST_CASE("a_stamp_reads_back_as_the_settings_it_was_made_from") {
  const BatchSettings settings = sample_settings();
  const StampHead head = stamp_head(settings);
  const std::string text = stamp_text(head, {{"plans/a.toml", "00ff"}}, {9, 1, 1234, "abcd"});
  const std::optional<Stamp> stamp = parse_stamp(text);
  REQUIRE(stamp.has_value());
  CHECK(stamp->engine == "9.9");
  CHECK(stamp->result.estimated == 9);
  CHECK(stamp->result.output_sha256 == "abcd");
  REQUIRE(stamp->files.size() == 1);
  CHECK(stamp->files[0].name == "plans/a.toml");
  CHECK(stamp->inputs[0].sha256.empty());  // standard input cannot be read twice
  CHECK(stamp->settings.estimate.budget == Money::cents(3'000'05));
  CHECK(stamp->settings.rows->last == 20);
  CHECK(stamp->head.program == head.program);
  CHECK(stamp->head.settings == head.settings);
  CHECK(stamp->head.inputs == head.inputs);
  // What decides the output is the same again.
  CHECK(stamp_head(stamp->settings).settings == head.settings);
}

TEST_CASE("a_journal_reads_back_and_a_torn_line_is_left_out") {
  const StampHead head = stamp_head(sample_settings());
  const std::string text = journal_opening(head) + journal_line({"a.toml", "11"}) + "{\"name\": \"b.to";
  const std::optional<Journal> journal = parse_journal(text);
  REQUIRE(journal.has_value());
  CHECK(journal->head.program == head.program);
  CHECK(journal->head.settings == head.settings);
  CHECK(journal->head.inputs == head.inputs);
  REQUIRE(journal->files.size() == 1);
  CHECK(journal->files[0].sha256 == "11");
  CHECK(as_of_in(journal->head.settings) == parse_date("2026-01-05"));
  CHECK_FALSE(parse_journal(text.substr(0, 20)).has_value());
  CHECK_FALSE(parse_journal("rows\n").has_value());
}

TEST_CASE("what_is_no_stamp_is_not_read_as_one") {
  for (const std::string text : {"", "{}", "{\"schema\": \"preauth.stamp/1\"}", "[1]", "schema = \"preauth.plan/1\""}) {
    CAPTURE(text);
    CHECK_FALSE(parse_stamp(text).has_value());
  }
}

}  // namespace
}  // namespace preauth
