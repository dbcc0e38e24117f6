// The column "Limitations, Exceptions, & Other Important Information". Its sentences are free, so only what is plain is
// read: that authorization is required, what happens without it, and a limit of days or visits. The words themselves
// are always kept under x-limitations. "None" settles nothing: the column lists what the issuer found important.

#include <optional>
#include <string>

#include "base/text.h"
#include "formats/toml_text.h"
#include "interview/prompts.h"
#include "interview/readers.h"
#include "messages/interview.h"

namespace preauth {
namespace {

bool is_digit(char c) { return '0' <= c && c <= '9'; }

bool names_authorization(std::string_view text) {
  return contains_any(text, {"preauthorization", "pre-authorization", "prior authorization", "precertification",
                             "pre-certification", "prior approval", "preapproval", "pre-approval"});
}

// Only for care outside the network: says nothing about the rest.
bool is_about_out_of_network(std::string_view text) {
  return contains_any(text, {"out-of-network", "out of network", "non-network", "non-participating"});
}

std::optional<bool> authorization_of(std::string_view text) {
  if (!names_authorization(text) || is_about_out_of_network(text)) return std::nullopt;
  if (contains_any(text, {"not required", "no preauthorization", "no prior authorization", "not needed"})) return false;
  if (contains_any(text, {"may be required", "may require", "some services", "certain services"})) return std::nullopt;
  if (contains_any(text, {"required", "requires", "must ", "needed", "without", "failure", "if you don't"}))
    return true;
  return std::nullopt;
}

// The digits, commas and points that end just before, or begin at, a place.
std::string number_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  return std::string(text.substr(begin, end - begin));
}

std::string money_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < text.size() &&
         (is_digit(text[end]) || (text[end] == ',' && end + 1 < text.size() && is_digit(text[end + 1])))) {
    ++end;
  }
  return end > begin + 1 ? std::string(text.substr(begin, end - begin)) : std::string();
}

// "50%, at most $500", "50% of allowed", "$250", "denied": what the loader takes for never_requested.
std::string penalty_of(std::string_view text) {
  const std::size_t percent = text.find('%');
  const std::size_t dollar = text.find('$');
  const std::string money = dollar == std::string_view::npos ? "" : money_at(text, dollar);
  const bool is_cut = contains_any(text, {"reduce", "reduction", "penalty"});
  if (percent != std::string_view::npos && is_cut && !number_before(text, percent).empty()) {
    const bool of_cost = contains_any(text, {"total cost", "allowed", "cost of the service"});
    return number_before(text, percent) + "%" + (of_cost ? " of allowed" : "") +
           (money.empty() ? "" : ", at most " + money);
  }
  if (!money.empty() && contains_any(text, {"penalty"})) return money;
  if (contains_any(text, {"not covered without", "no coverage", "not be covered", "no benefits", "will be denied",
                          "will not be paid", "benefits are denied"})) {
    return "denied";
  }
  return "";
}

struct FoundLimit {
  std::string is;
  std::size_t begin = 0;
  std::size_t size = 0;
};

// "60 days per year", "30 visits/calendar year", "60 visits annual max". A carve-out leaves no limit.
std::optional<FoundLimit> limit_of(std::string_view text) {
  for (const std::string_view unit : {" days", " visits", "-day", "-visit"}) {
    const std::size_t at = text.find(unit);
    if (at == std::string_view::npos) continue;
    const std::string number = number_before(text, at);
    const std::string_view rest = text.substr(at, 40);
    if (number.empty() || !contains_any(rest, {"year", "annual", "plan year", "lifetime"})) continue;
    const bool is_carved_out = contains_any(text, {"not applicable to mh", "not applicable to mental",
                                                   "does not apply to "
                                                   "mental",
                                                   "not applicable to substance", "does not apply to mh"});
    if (is_carved_out) return FoundLimit{"none", at - number.size(), number.size() + unit.size()};
    const std::string period = contains_any(rest, {"lifetime"}) ? " per lifetime" : " per year";
    const bool in_days = unit == " days" || unit == "-day";
    return FoundLimit{number + (in_days ? " days" : " visits") + period, at - number.size(),
                      number.size() + unit.size()};
  }
  return std::nullopt;
}

}  // namespace

Reading read_limitations(const Typed& typed, const ReadingContext& context) {
  const std::string text = searchable(typed.text);
  const std::string& row = context.prompt.path;
  Reading reading;
  reading.entries.push_back({row + ".x-limitations", toml_quoted(typed.text), {}, typed.at});
  const auto add = [&](std::string_view key, std::string_view is, Span at) {
    reading.entries.push_back(from_document(context, row + "." + std::string(key), is, at, typed.text));
    reading.echo +=
        (reading.echo.empty() ? "" : ", ") + msg::interview::by_id(context.lang, "read-" + std::string(key), is);
  };
  const std::optional<bool> required = authorization_of(text);
  if (required) {
    const std::string_view word = *required ? "true" : "false";
    reading.entries.push_back(from_document(context, row + ".prior_auth.required", word, typed.at, typed.text));
    reading.echo =
        *required ? msg::interview::read_required(context.lang) : msg::interview::read_not_required(context.lang);
  }
  const std::string penalty = required.value_or(false) ? penalty_of(text) : "";
  if (!penalty.empty()) add("prior_auth.never_requested", penalty, typed.at);
  if (const std::optional<FoundLimit> limit = limit_of(text)) {
    add("limit", limit->is, typed.part(context.sources, limit->begin, limit->size));
  }
  reading.echo = reading.echo.empty() ? msg::interview::read_words_only(context.lang)
                                      : msg::interview::read_as(context.lang, reading.echo);
  return reading;
}

}  // namespace preauth
