// Every plan of the library takes an answer to every field that a question fills, and gives its own bytes back.

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "changed_fields.h"
#include "formats/toml_text.h"
#include "load/plan_loader.h"
#include "load/worksheet_field.h"
#include "load/write_back.h"
#include "model/vocabulary.h"
#include "reference/library.h"

namespace preauth {
namespace {

struct Typical {
  std::string path;
  std::string value;  // TOML text
};

std::vector<Typical> answers_about_rows() {
  std::vector<Typical> answers;
  for (const std::string_view benefit : ids<Benefit>()) {
    const std::string row = "benefits." + std::string(benefit) + ".";
    const std::vector<Typical> of_row = {
        {"in", "\"$35 copay after deductible\""},
        {"out", "\"50% coinsurance after deductible\""},
        {"same_as", benefit == "outpatient-other" ? "\"office-visit\"" : "\"outpatient-other\""},
        {"limit", "\"60 days per year\""},
        {"prior_auth.required", "true"},
        {"prior_auth.first", "\"5 days\""},
        {"prior_auth.then", "\"every 3 days\""},
        {"prior_auth.never_requested", "\"denied\""},
        {"prior_auth.retro", "2"},
        {"prior_auth.requested_by", "\"provider\""},
        {"noncovered_rate", "\"billed\""},
        {"room_and_board", "\"included\""},
        {"referral_required", "false"},
    };
    for (const Typical& each : of_row) answers.push_back({row + each.path, each.value});
  }
  return answers;
}

std::vector<Typical> typical_answers() {
  std::vector<Typical> answers = {
      {"plan.kind", "\"ppo\""},
      {"plan.funding", "\"insured\""},
      {"plan.state", "\"TX\""},
      {"plan.year", "\"2026-01-01..2026-12-31\""},
      {"plan.behavioral_administrator", "\"Behavioral Höhe GmbH\""},
      {"plan.hsa_qualified", "false"},
      {"rules.readmission_within", "\"30 days\""},
      {"rules.stay_across_years", "\"daily\""},
      {"benefits.emergency.waived_if_admitted", "true"},
      {"out_of_network.allowed", "\"140% of Medicare\""},
      {"out_of_network.balance_limit", "\"none\""},
  };
  for (const std::string table : {"deductible", "out_of_pocket_max"}) {
    for (const std::string network : {"in", "tier2", "out"}) {
      for (const std::string key : {"individual", "family"}) {
        answers.push_back({table + "." + network + "." + key, key == "family" ? "\"$9,000\"" : "\"$4,500\""});
      }
    }
  }
  for (Typical& each : answers_about_rows()) answers.push_back(std::move(each));
  return answers;
}

// The value without its quotes.
std::string plain(const std::string& toml) { return toml.starts_with('"') ? toml.substr(1, toml.size() - 2) : toml; }

StatedValue stated(const Typical& answer) {
  return {answer.value, "call", "call 2026-01-05, Dana R., ref 12345", "so she said"};
}

FieldNow field_of(const WriteBack& file, const std::string& path) {
  return read_field(*file.root(), split_path(path), SourceSet());
}

// Fields that hold several values already are no place for one answer.
bool can_take(const WriteBack& file, const std::string& path) {
  return field_of(file, path).state != FieldNow::State::several;
}

std::string errors_of(const WriteBack& file) {
  SourceSet sources;
  Diagnostics problems;
  load_plan(*file.root(), sources, sources.add("plan", file.text()), problems);
  std::string errors;
  for (const Diagnostic& each : problems.all()) {
    if (each.severity == Severity::error) errors += each.id + " " + each.message + "\n";
  }
  return errors;
}

// Each of several plans and spellings takes another part of the answers in builds that are slow.
std::vector<Typical> next_part_of_the_answers() {
  static std::size_t first = 0;
  const std::vector<Typical> all = typical_answers();
  std::vector<Typical> part;
  for (std::size_t i = first; i < all.size(); i += PREAUTH_EVERY_NTH_FIELD) part.push_back(all[i]);
  first = (first + 1) % PREAUTH_EVERY_NTH_FIELD;
  return part;
}

void check_all_together(const std::string& before) {
  WriteBack file(before);
  std::vector<Typical> written;
  for (const Typical& answer : next_part_of_the_answers()) {
    if (!can_take(file, answer.path)) continue;
    CAPTURE(answer.path);
    CHECK(file.put(answer.path, stated(answer)));
    written.push_back(answer);
  }
  CHECK(written.size() * PREAUTH_EVERY_NTH_FIELD > 150);
  CHECK(take_out(file.text(), file.edits()) == before);
  for (const Typical& answer : written) {
    CAPTURE(answer.path);
    const FieldNow now = field_of(file, answer.path);
    CHECK(now.text == plain(answer.value));
    CHECK(now.evidence == Evidence::call);
    CHECK(now.source == "call 2026-01-05, Dana R., ref 12345");
  }
}

void check_one(const std::string& before, const Typical& answer) {
  CAPTURE(answer.path);
  WriteBack file(before);
  if (!can_take(file, answer.path)) return;
  CHECK(file.put(answer.path, stated(answer)));
  CHECK(take_out(file.text(), file.edits()) == before);
  CHECK(test::other_changes(before, file.text(), answer.path) == "");
  CHECK(field_of(file, answer.path).text == plain(answer.value));
  CHECK(errors_of(file) == "");
  const std::string once = file.text();
  CHECK(file.put(answer.path, stated(answer)));
  CHECK(file.text() == once);
}

std::string with_crlf(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return result;
}

TEST_CASE("every_library_plan_takes_all_answers_and_gives_its_bytes_back") {
  for (const LibraryFile& plan : library_plans()) {
    const std::string name(plan.name);
    CAPTURE(name);
    check_all_together(std::string(plan.text));
    check_all_together(with_crlf(plan.text));
    check_all_together("\xef\xbb\xbf" + std::string(plan.text));
    std::string open_end(plan.text);
    while (open_end.ends_with('\n')) open_end.pop_back();
    check_all_together(open_end);
  }
}

TEST_CASE("one_answer_changes_one_field_of_a_library_plan") {
  for (const LibraryFile& plan : library_plans()) {
    const std::string name(plan.name);
    CAPTURE(name);
    for (const Typical& answer : next_part_of_the_answers()) check_one(std::string(plan.text), answer);
  }
}

}  // namespace
}  // namespace preauth
