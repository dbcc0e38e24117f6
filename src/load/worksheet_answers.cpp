#include "load/worksheet_answers.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "formats/toml_text.h"
#include "load/field_reader.h"
#include "load/phrase.h"
#include "load/worksheet_field.h"
#include "load/worksheet_result.h"
#include "messages/answers.h"
#include "model/evidence.h"

namespace preauth {
namespace {

constexpr std::string_view kNewTreatment = "schema = \"preauth.treatment/1\"\n";
constexpr std::string_view kNoFacility = "facilities.FACILITY.";
constexpr std::string_view kNewFacility = "facility";
constexpr std::string_view kAsOf = "so_far.as_of";

// "call 2026-01-05, Dana R., ref 12345"
std::string source_of(const Worksheet& sheet, const SheetAnswer& answer) {
  if (!answer.source.empty() || answer.evidence != Evidence::call || !sheet.call_date) return answer.source;
  std::string source = "call " + to_iso(*sheet.call_date);
  if (!sheet.representative.empty()) source += ", " + sheet.representative;
  if (!sheet.reference.empty()) source += ", ref " + sheet.reference;
  return source;
}

// The latest day that a source names; most name none.
std::optional<Date> day_in(std::string_view source) {
  constexpr std::size_t kDayLength = 10;
  std::optional<Date> latest;
  for (std::size_t at = 0; at + kDayLength <= source.size(); ++at) {
    const std::optional<Date> day = parse_date(source.substr(at, kDayLength));
    if (day && (!latest || *latest < *day)) latest = day;
  }
  return latest;
}

class AnswerWriter {
 public:
  AnswerWriter(const AnswerRequest& request, SourceSet& sources, Diagnostics& diagnostics)
      : request_(request),
        sheet_(request.sheet),
        sources_(sources),
        diagnostics_(diagnostics),
        plan_(sources[request.plan_file].bytes()),
        treatment_(treatment_text()),
        plan_before_(plan_),
        treatment_before_(treatment_) {}

  Answered write() {
    for (const SheetAnswer& answer : sheet_.answers) {
      if (answer.answered) take(answer);
    }
    date_what_was_used();
    Answered answered{std::move(outcomes_), {plan_.text(), plan_.edits()}, {treatment_.text(), treatment_.edits()}};
    if (request_.treatment.built_in && treatment_.edits().empty()) answered.treatment.text.clear();
    return answered;
  }

  const std::vector<WrittenAnswer>& written() const { return written_; }

 private:
  std::string treatment_text() const {
    return std::string(request_.treatment.built_in ? kNewTreatment : sources_[request_.treatment_file].bytes());
  }

  void take(const SheetAnswer& answer) {
    WriteBack& file = answer.in_treatment ? treatment_ : plan_;
    const std::string path = full_path(place_of(answer));
    const std::vector<PathPart> parts = split_path(path);
    if (file.root() == nullptr || parts.empty()) return;
    const FieldNow now = read_field(*file.root(), parts, sources_);
    const std::string field = excerpt(answer.field.text);
    switch (now.state) {
      case FieldNow::State::several:
        return diagnostics_.add(pointing(diag::answer_several_values(answer.value.at, field), answer, parts));
      case FieldNow::State::no_element:
        return diagnostics_.add(diag::answer_no_element(answer.field.at, excerpt(parts[1].name), now.list));
      case FieldNow::State::silent:
      case FieldNow::State::unknown:
      case FieldNow::State::value:
        break;
    }
    AnswerOutcome outcome = compared(answer, path, now);
    if (is_stale(answer, path, now)) {
      diagnostics_.add(pointing(stale(answer, now), answer, parts));
    } else if (outcome.fate == AnswerFate::written) {
      put(answer, path, file);
    } else if (outcome.fate == AnswerFate::weaker) {
      diagnostics_.add(
          diag::answer_weaker(answer.value.at, field, shown(now), id(outcome.in_file), id(answer.evidence)));
    } else if (outcome.fate == AnswerFate::older) {
      diagnostics_.add(diag::answer_older(answer.value.at, field, shown(now)));
    }
    outcomes_.push_back(std::move(outcome));
  }

  // A price or a network without a facility belongs to the only one there is; where there is none, one is made, which
  // the usual options then take place at.
  std::string place_of(const SheetAnswer& answer) {
    std::string path = answer.field.text;
    if (!path.starts_with(kNoFacility) || treatment_.root() == nullptr) return path;
    const Node* list = treatment_.root()->find("facilities");
    const bool has_some = list != nullptr && list->is_array() && !list->items.empty();
    if (!has_some && request_.treatment.options.empty()) add_facility();
    std::string_view name = kNewFacility;
    if (has_some && list->items.size() == 1) name = name_of_element(list->items[0]);
    if (name.empty() || (!has_some && !request_.treatment.options.empty())) return path;
    return "facilities." + toml_key(name) + "." + path.substr(kNoFacility.size());
  }

  // In network until somebody says otherwise, as it was taken to be without a facility.
  void add_facility() {
    treatment_.add_element(
        "facilities", {"id = " + toml_quoted(kNewFacility), "network = { is = \"in\", evidence = \"assumption\" }"});
  }

  Evidence evidence_in(const SheetAnswer& answer, const FieldNow& now) const {
    if (now.has_evidence) return now.evidence;
    // What a plan file says comes from the plan's document; a treatment file says what somebody typed.
    return answer.in_treatment ? Evidence::assumption : Evidence::plan_document;
  }

  AnswerOutcome compared(const SheetAnswer& answer, const std::string& path, const FieldNow& now) const {
    AnswerOutcome outcome;
    outcome.id = answer.id.text;
    outcome.in_treatment = answer.in_treatment;
    outcome.field = path;
    outcome.before = now.text;
    outcome.after = full_value(path, answer.value.text);
    outcome.evidence = answer.evidence;
    outcome.source = source_of(sheet_, answer);
    if (now.state != FieldNow::State::value) return outcome;
    outcome.in_file = evidence_in(answer, now);
    const bool is_better = answer.evidence < outcome.in_file;
    if (is_same_value(path, now.text, answer.value.text)) {
      outcome.fate = is_better ? AnswerFate::written : AnswerFate::same;
    } else if (!request_.replace_stronger && outcome.in_file < answer.evidence && !completes_words(answer, path)) {
      outcome.fate = AnswerFate::weaker;
    } else if (!request_.replace_stronger && outcome.in_file == answer.evidence && is_older(answer, now)) {
      outcome.fate = AnswerFate::older;
    }
    return outcome;
  }

  // Words of the plan document that leave something to ask are what the call was about: an answer that agrees with what
  // they do say completes them.
  bool completes_words(const SheetAnswer& answer, const std::string& path) const {
    const std::vector<PathPart> parts = split_path(path);
    if (parts.size() != 3 || parts[0].name != "benefits") return false;
    const std::optional<Benefit> row = parse_id<Benefit>(parts[1].name);
    const std::optional<Network> network = parse_id<Network>(parts[2].name);
    if (!row || !network) return false;
    const Known<CostShare>& stated = request_.plan.row(*row).share[index(*network)].known;
    const PhraseResult<CostShare> said = parse_cost_share(answer.value.text, {});
    return stated.is_exact() && said.value && completes(*said.value, stated.value(), *row);
  }

  bool is_older(const SheetAnswer& answer, const FieldNow& now) const {
    const std::optional<Date> in_file = day_in(now.source);
    const std::optional<Date> own = answer.source.empty() ? sheet_.call_date : day_in(answer.source);
    return in_file && own && *own < *in_file;
  }

  static bool is_stale(const SheetAnswer& answer, const std::string& path, const FieldNow& now) {
    return !is_same_value(path, now.text, answer.value.text) && !is_same_value(path, now.text, answer.was);
  }

  static std::string quoted(std::string_view text) {
    return text.empty() ? msg::answers::nothing(Lang::en) : toml_quoted(excerpt(text));
  }
  static std::string shown(const FieldNow& now) { return quoted(now.text); }

  // The place in the file as it was given; earlier answers may have moved it.
  Diagnostic pointing(Diagnostic problem, const SheetAnswer& answer, const std::vector<PathPart>& parts) const {
    const WriteBack& before = answer.in_treatment ? treatment_before_ : plan_before_;
    Span at = read_field(*before.root(), parts, sources_).at;
    const std::int32_t file = answer.in_treatment ? request_.treatment_file : request_.plan_file;
    if (!at.is_known() || file == kNoFile) return problem;
    at.file = file;
    problem.related.push_back({at, msg::answers::stale_place(Lang::en)});
    return problem;
  }

  static Diagnostic stale(const SheetAnswer& answer, const FieldNow& now) {
    return diag::answer_stale(answer.value.at, excerpt(answer.field.text), quoted(answer.was), shown(now),
                              toml_quoted(now.text));
  }

  void put(const SheetAnswer& answer, const std::string& path, WriteBack& file) {
    const std::string value = full_value(path, answer.value.text);
    const bool is_plain = answer.kind == SheetValueKind::plain || value != answer.value.text;
    const StatedValue stated{is_plain ? value : toml_quoted(value), std::string(id(answer.evidence)),
                             source_of(sheet_, answer), answer.words};
    if (file.put(path, stated) && read_field(*file.root(), split_path(path), sources_).text == value) {
      written_.push_back({path, &answer});
    } else {
      const std::string_view key = std::string_view(path).substr(path.rfind('.') + 1);
      diagnostics_.add(diag::answer_cannot_place(answer.value.at, excerpt(path), toml_key(key) + " = " + stated.is));
    }
  }

  // Amounts used so far are those of the day of the call.
  void date_what_was_used() {
    const auto is_used = [](const WrittenAnswer& each) {
      return each.path.starts_with("so_far.") && each.path != kAsOf;
    };
    const auto is_day = [](const SheetAnswer& each) { return each.answered && each.field.text == kAsOf; };
    if (!sheet_.call_date || std::none_of(written_.begin(), written_.end(), is_used) ||
        std::any_of(sheet_.answers.begin(), sheet_.answers.end(), is_day)) {
      return;
    }
    const FieldNow now = read_field(*treatment_.root(), split_path(kAsOf), sources_);
    const std::optional<Date> before = parse_date(now.text);
    const std::string day = to_iso(*sheet_.call_date);
    if ((before && *sheet_.call_date <= *before) || !treatment_.put_text(kAsOf, day)) return;
    AnswerOutcome outcome;
    outcome.in_treatment = true;
    outcome.field = kAsOf;
    outcome.before = now.text;
    outcome.after = day;
    outcomes_.push_back(std::move(outcome));
  }

  const AnswerRequest& request_;
  const Worksheet& sheet_;
  SourceSet& sources_;
  Diagnostics& diagnostics_;
  WriteBack plan_;
  WriteBack treatment_;
  const WriteBack plan_before_;
  const WriteBack treatment_before_;
  std::vector<AnswerOutcome> outcomes_;
  std::vector<WrittenAnswer> written_;
};

void check_identity(const AnswerRequest& request, Diagnostics& diagnostics) {
  const Worksheet& sheet = request.sheet;
  if (sheet.plan.text != request.plan.id) {
    diagnostics.add(diag::answer_other_plan(sheet.plan.at, excerpt(sheet.plan.text), excerpt(request.plan.id)));
  }
  if (sheet.treatment.text.empty() || sheet.treatment.text == request.treatment.id) return;
  const std::string wanted = excerpt(sheet.treatment.text);
  diagnostics.add(request.treatment.built_in
                      ? diag::answer_needs_treatment(sheet.treatment.at, wanted)
                      : diag::answer_other_treatment(sheet.treatment.at, wanted, excerpt(request.treatment.id)));
}

}  // namespace

Answered write_answers(const AnswerRequest& request, SourceSet& sources, Diagnostics& diagnostics) {
  check_identity(request, diagnostics);
  if (diagnostics.has_errors()) return {};
  AnswerWriter writer(request, sources, diagnostics);
  Answered answered = writer.write();
  if (!diagnostics.has_errors()) check_result(request, answered, writer.written(), sources, diagnostics);
  return answered;
}

}  // namespace preauth
