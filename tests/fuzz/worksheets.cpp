// Any bytes as a worksheet for a plan: the input is two files with a line `===` between them. Answering reports
// problems and never crashes; what it writes is read again, and its edits give the plan's own bytes back.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "load/plan_loader.h"
#include "load/worksheet_answers.h"
#include "load/worksheet_loader.h"

namespace {

constexpr std::string_view kBetween = "\n===\n";

struct Desk {
  preauth::SourceSet sources;
  preauth::Diagnostics diagnostics;
  preauth::ReferenceData no_reference;
  preauth::Treatment treatment;
};

preauth::Answered answer(Desk& desk, const std::string& sheet_text, const std::string& plan_text) {
  preauth::Diagnostics& problems = desk.diagnostics;
  const std::int32_t sheet_file = desk.sources.add("call.toml", sheet_text);
  const std::int32_t plan_file = desk.sources.add("acme.toml", plan_text);
  const auto sheet_root = preauth::read_toml(desk.sources, sheet_file, problems);
  const auto plan_root = preauth::read_toml(desk.sources, plan_file, problems);
  if (!sheet_root || !plan_root) return {};
  preauth::Worksheet sheet = preauth::load_worksheet(*sheet_root, desk.sources, sheet_file, problems);
  preauth::check_worksheet(sheet, desk.no_reference, preauth::Date(), problems);
  const preauth::Plan plan = preauth::load_plan(*plan_root, desk.sources, plan_file, problems);
  // Ids, days and the rest of the plan may be wrong; the answers are tried all the same.
  preauth::Diagnostics of_answers;
  sheet.plan.text = plan.id;
  sheet.treatment.text.clear();
  desk.treatment.built_in = true;
  preauth::Answered answered = preauth::write_answers(
      {sheet, plan, desk.treatment, plan_file, preauth::kNoFile, true, desk.no_reference}, desk.sources, of_answers);
  for (const preauth::Diagnostic& each : of_answers.all()) problems.add(each);
  return answered;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t between = text.find(kBetween);
  if (between == std::string_view::npos) return 0;
  const std::string plan(text.substr(between + kBetween.size()));
  Desk desk;
  const preauth::Answered answered = answer(desk, std::string(text.substr(0, between + 1)), plan);
  if (!answered.plan.edits.empty()) {
    if (preauth::take_out(answered.plan.text, answered.plan.edits) != plan) __builtin_trap();
    preauth::Diagnostics problems;
    const std::int32_t file = desk.sources.add("answered.toml", answered.plan.text);
    if (!preauth::read_toml(desk.sources, file, problems)) __builtin_trap();
  }
  desk.diagnostics.sort_by_place();
  for (const preauth::Diagnostic& problem : desk.diagnostics.all()) {
    if (preauth::render(problem, desk.sources).empty()) __builtin_trap();
  }
  return 0;
}
