// One cell of the benefit table.

#include "interview/prompts.h"
#include "interview/readers.h"
#include "load/phrase_diagnostics.h"
#include "messages/interview.h"

namespace preauth {
namespace {

constexpr std::string_view kOutpatient = "benefits.outpatient.";
constexpr std::string_view kOther = "benefits.outpatient-other.";

void report(const std::vector<PhraseProblem>& problems, const Typed& typed, const ReadingContext& context) {
  for (const PhraseProblem& problem : problems) {
    context.diagnostics.add(to_diagnostic(problem, typed.part(context.sources, problem.offset, problem.length)));
  }
}

std::string_view network_of(std::string_view path) { return path.ends_with(".out") ? "out" : "in"; }

Reading read_two_rows(const SplitPhrase& split, const Typed& typed, const ReadingContext& context) {
  const std::string network(network_of(context.prompt.path));
  const std::string visit = canonical(split.office_visit);
  const std::string other = canonical(split.other_outpatient);
  return {{from_document(context, std::string(kOutpatient) + network, visit, typed.at, typed.text),
           from_document(context, std::string(kOther) + network, other, typed.at, typed.text)},
          msg::interview::read_two_rows(context.lang, visit, other)};
}

}  // namespace

Reading read_share(const Typed& typed, const ReadingContext& context) {
  const std::string& path = context.prompt.path;
  // An SBC follows the SBC's conventions, whatever the file was begun from.
  PhraseContext phrases = context.phrases;
  phrases.wording = Wording::sbc;
  phrases.out_of_network = network_of(path) == "out";
  if (path.starts_with(kOutpatient)) {
    const PhraseResult<SplitPhrase> split = parse_split(typed.text, phrases);
    report(split.problems, typed, context);
    if (!split.problems.empty()) return {};
    if (split.value) return read_two_rows(*split.value, typed, context);
  }
  const PhraseResult<CostShare> share = parse_cost_share(typed.text, phrases);
  report(share.problems, typed, context);
  if (!share.value) return {};
  const std::string meaning = canonical(*share.value);
  const bool keeps_words = context.phrases.wording == Wording::sbc;
  return {{from_document(context, path, keeps_words ? typed.text : meaning, typed.at, typed.text)},
          meaning == typed.text ? "" : msg::interview::read_share(context.lang, meaning)};
}

}  // namespace preauth
