#include "interview/skeleton.h"

#include <array>

#include "base/text.h"
#include "formats/toml_text.h"
#include "messages/interview.h"

namespace preauth {
namespace {

constexpr std::size_t kCommentWidth = 98;

// The levels for which an SBC has no row of its own.
constexpr std::array<Level, 6> kSilentLevels = {Level::iop,         Level::virtual_iop, Level::php,
                                                Level::residential, Level::detox,       Level::mat};

void put(std::string& out, std::string_view line) { out.append(line).append("\n"); }

void put_amounts(std::string& out, std::string_view table, std::string_view comment, Lang lang) {
  put(out, "");
  out += comment_lines(comment);
  put(out, "[" + std::string(table) + "]");
  put(out, "networks = \"unknown\"  # " + msg::interview::comment_networks(lang));
  for (const std::string_view network : {"in", "out"}) {
    put(out, "");
    put(out, "[" + std::string(table) + "." + std::string(network) + "]");
    put(out, "individual = \"unknown\"");
    put(out, "family     = \"unknown\"");
  }
}

void put_row(std::string& out, std::string_view row, std::string_view comment, bool is_authorized) {
  put(out, "");
  if (!comment.empty()) out += comment_lines(comment);
  put(out, "[benefits." + std::string(row) + "]");
  put(out, "in  = \"unknown\"");
  put(out, "out = \"unknown\"");
  if (is_authorized) put(out, "prior_auth = \"unknown\"");
}

std::string plan_skeleton(const SkeletonFacts& facts) {
  const Lang lang = facts.lang;
  std::string out = comment_lines(msg::interview::plan_file_head(lang, facts.as_of));
  put(out, "schema = \"preauth.plan/1\"\n");
  out += comment_lines(msg::interview::comment_plan(lang));
  put(out, "[plan]");
  put(out, "id      = " + toml_quoted(facts.id));
  put(out, "name    = " + toml_quoted(msg::interview::unnamed_plan(lang)));
  put(out, "kind    = \"unknown\"");
  put(out, "funding = \"unknown\"  # " + msg::interview::comment_funding(lang));
  put(out, "state   = \"unknown\"  # " + msg::interview::comment_state(lang));
  put(out, "year    = \"unknown\"");
  put(out, "source  = { title = \"Summary of Benefits and Coverage (SBC)\", date = " + to_iso(facts.as_of) + " }");
  put(out, "behavioral_administrator = \"unknown\"");
  put_amounts(out, "deductible", msg::interview::comment_deductible(lang), lang);
  put_amounts(out, "out_of_pocket_max", msg::interview::comment_maximum(lang), lang);
  put_row(out, "office-visit", msg::interview::comment_visit(lang), false);
  put_row(out, "outpatient", msg::interview::comment_outpatient(lang), true);
  put_row(out, "outpatient-other", msg::interview::comment_other(lang), false);
  put_row(out, "inpatient", msg::interview::comment_inpatient(lang), true);
  bool is_first = true;
  for (const Level level : kSilentLevels) {
    put(out, "");
    if (std::exchange(is_first, false)) out += comment_lines(msg::interview::comment_silent(lang));
    put(out, "[benefits." + std::string(id(level)) + "]");
    put(out, "same_as    = \"unknown\"");
    put(out, "prior_auth = \"unknown\"");
  }
  return out;
}

std::string treatment_skeleton(const SkeletonFacts& facts) {
  const Lang lang = facts.lang;
  std::string out = comment_lines(msg::interview::treatment_file_head(lang, facts.as_of));
  put(out, "schema = \"preauth.treatment/1\"\n");
  out += comment_lines(msg::interview::comment_client(lang));
  put(out, "[client]");
  put(out, "id = " + toml_quoted(facts.id));
  return out;
}

}  // namespace

std::string comment_lines(std::string_view text) {
  std::string out;
  std::string line = "#";
  const std::string safe = printable(text);
  std::string_view rest = safe;
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (line.size() > 1 && line.size() + 1 + word.size() > kCommentWidth) {
      put(out, line);
      line = "#";
    }
    line.append(" ").append(word);
  }
  put(out, line);
  return out;
}

std::string skeleton(InterviewKind kind, const SkeletonFacts& facts) {
  return kind == InterviewKind::plan ? plan_skeleton(facts) : treatment_skeleton(facts);
}

}  // namespace preauth
