// Where a value goes in the text of a file, and that nothing else of the text changes.

#include "load/write_back.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace preauth {
namespace {

struct Case {
  std::string name;
  std::string before;
  std::string path;
  std::string after;  // with V for the value
};

// The value as a short word, so that a case shows where it goes.
std::string with_value(std::string text) {
  for (std::size_t at = text.find("<V>"); at != std::string::npos; at = text.find("<V>")) text.replace(at, 3, "\"v\"");
  return text;
}

void check(const Case& each) {
  CAPTURE(each.name);
  WriteBack file(each.before);
  CHECK(file.put_text(each.path, "\"v\""));
  CHECK(file.text() == with_value(each.after));
  CHECK(take_out(file.text(), file.edits()) == each.before);
}

TEST_CASE("a_value_is_replaced_where_it_stands") {
  const std::vector<Case> cases = {
      {"scalar", "[plan]\nkind  = \"unknown\"  # which?\nx = 1\n", "plan.kind",
       "[plan]\nkind  = <V>  # which?\nx = 1\n"},
      {"number", "[client]\nage = 34\n", "client.age", "[client]\nage = <V>\n"},
      {"date at the end", "[client]\nstart = 2026-01-12", "client.start", "[client]\nstart = <V>"},
      {"wrapped", "[plan]\nkind = { is = \"ppo\", evidence = \"portal\" } # old\n", "plan.kind",
       "[plan]\nkind = <V> # old\n"},
      {"literal string", "[plan]\nkind = 'unknown'\n", "plan.kind", "[plan]\nkind = <V>\n"},
      {"in braces", "[so_far]\ndeductible = { in = \"$500\", out = \"$0\" }\n", "so_far.deductible.in",
       "[so_far]\ndeductible = { in = <V>, out = \"$0\" }\n"},
      {"dotted", "so_far.deductible.in = \"$500\"\n", "so_far.deductible.in", "so_far.deductible.in = <V>\n"},
      {"quoted key", "[benefits.\"iop\"]\n\"in\" = \"$5\"\n", "benefits.iop.in", "[benefits.\"iop\"]\n\"in\" = <V>\n"},
      {"after words of other alphabets", "[plan]\nname = \"Gesundheit äöü 保険\"\nkind = \"unknown\" # ß\n",
       "plan.kind", "[plan]\nname = \"Gesundheit äöü 保険\"\nkind = <V> # ß\n"},
      {"byte order mark", "\xef\xbb\xbf[plan]\nkind = \"unknown\"\n", "plan.kind", "\xef\xbb\xbf[plan]\nkind = <V>\n"},
      {"byte order mark and one line", "\xef\xbb\xbfplan.kind = \"unknown\"\n", "plan.kind",
       "\xef\xbb\xbfplan.kind = <V>\n"},
      {"CRLF", "[plan]\r\nkind = \"unknown\"\r\nyear = 2026\r\n", "plan.kind",
       "[plan]\r\nkind = <V>\r\nyear = 2026\r\n"},
      {"element by id", "[[facilities]]\nid = \"a\"\nnetwork = \"in\"\n[[facilities]]\nid = \"b\"\nnetwork = \"in\"\n",
       "facilities.b.network",
       "[[facilities]]\nid = \"a\"\nnetwork = \"in\"\n[[facilities]]\nid = \"b\"\nnetwork = <V>\n"},
      {"element by number in a list in braces",
       "[[options]]\nid = \"iop\"\nsteps = [\n  { level = \"iop\", schedule = \"9 weeks\" }, # first\n  { level = "
       "\"php\" } ]\n",
       "options.iop.steps.1.schedule",
       "[[options]]\nid = \"iop\"\nsteps = [\n  { level = \"iop\", schedule = <V> }, # first\n  { level = \"php\" } "
       "]\n"},
      {"multi-line text", "[plan]\nnote = \"\"\"two\nlines\"\"\" # end\nkind = \"x\"\n", "plan.note",
       "[plan]\nnote = <V> # end\nkind = \"x\"\n"},
  };
  for (const Case& each : cases) check(each);
}

TEST_CASE("a_missing_key_gets_a_line_after_the_last_one_of_its_table") {
  const std::vector<Case> cases = {
      {"before the comment of the next table",
       "[benefits.iop]\nin = \"$5\"  # five\n\n# The next one.\n[benefits.php]\nin = \"$6\"\n", "benefits.iop.same_as",
       "[benefits.iop]\nin = \"$5\"  # five\nsame_as = <V>\n\n# The next one.\n[benefits.php]\nin = \"$6\"\n"},
      {"aligned with its neighbours", "[benefits.iop]\nprior_auth = \"unknown\"\nin         = \"$5\"\n",
       "benefits.iop.same_as", "[benefits.iop]\nprior_auth = \"unknown\"\nin         = \"$5\"\nsame_as    = <V>\n"},
      {"indented like them", "[benefits.iop]\n  in = \"$5\"\n", "benefits.iop.out",
       "[benefits.iop]\n  in = \"$5\"\n  out = <V>\n"},
      {"no line end", "[benefits.iop]\nin = \"$5\"", "benefits.iop.out", "[benefits.iop]\nin = \"$5\"\nout = <V>"},
      {"no line end, comment", "[benefits.iop]\nin = \"$5\" # x", "benefits.iop.out",
       "[benefits.iop]\nin = \"$5\" # x\nout = <V>"},
      {"CRLF", "[benefits.iop]\r\nin = \"$5\"\r\n\r\n[plan]\r\n", "benefits.iop.out",
       "[benefits.iop]\r\nin = \"$5\"\r\nout = <V>\r\n\r\n[plan]\r\n"},
      {"empty table", "[so_far]  # nothing yet\n\n[client]\nage = 3\n", "so_far.as_of",
       "[so_far]  # nothing yet\nas_of = <V>\n\n[client]\nage = 3\n"},
      {"empty table at the end", "[so_far]", "so_far.as_of", "[so_far]\nas_of = <V>"},
      {"a list over several lines stands last", "[benefits.iop]\nlimit = [\n  \"5 days per year\", # a\n]\n# b\n",
       "benefits.iop.in", "[benefits.iop]\nlimit = [\n  \"5 days per year\", # a\n]\nin = <V>\n# b\n"},
      {"a table below has lines of its own",
       "[[facilities]]\nid = \"a\"\n[facilities.prices]\niop = { allowed = \"$1/day\" }\n", "facilities.a.network",
       "[[facilities]]\nid = \"a\"\nnetwork = <V>\n[facilities.prices]\niop = { allowed = \"$1/day\" }\n"},
      {"with the tables between", "[deductible]\nout = \"none\"\n", "deductible.in.individual",
       "[deductible]\nout = \"none\"\nin = { individual = <V> }\n"},
      {"in the table below an element",
       "[[facilities]]\nid = \"a\"\n[facilities.prices]\niop = { allowed = \"$1/day\" }\n",
       "facilities.a.prices.php.allowed",
       "[[facilities]]\nid = \"a\"\n[facilities.prices]\niop = { allowed = \"$1/day\" }\nphp = { allowed = <V> }\n"},
      {"dotted keys of a table", "[deductible]\nin.individual = \"$5\"\nout = \"none\"\n", "deductible.in.family",
       "[deductible]\nin.individual = \"$5\"\nin.family = <V>\nout = \"none\"\n"},
      {"dotted keys of the file", "benefits.iop.in = \"$5\"\nplan.id = \"a\"\n", "benefits.iop.out",
       "benefits.iop.in = \"$5\"\nbenefits.iop.out = <V>\nplan.id = \"a\"\n"},
      {"step below its header",
       "[[options]]\nid = \"a\"\n[[options.steps]]\nlevel = \"iop\"\n[[options.steps]]\nlevel = \"php\"\n",
       "options.a.steps.1.price.allowed",
       "[[options]]\nid = \"a\"\n[[options.steps]]\nlevel = \"iop\"\nprice = { allowed = <V> "
       "}\n[[options.steps]]\nlevel = \"php\"\n"},
  };
  for (const Case& each : cases) check(each);
}

TEST_CASE("a_missing_key_goes_between_the_braces_of_its_table") {
  const std::vector<Case> cases = {
      {"after the last one", "[deductible]\nin = { individual = \"$5\" }  # x\n", "deductible.in.family",
       "[deductible]\nin = { individual = \"$5\", family = <V> }  # x\n"},
      {"without blanks", "[deductible]\nin={individual=\"$5\"}\n", "deductible.in.family",
       "[deductible]\nin={individual=\"$5\", family = <V>}\n"},
      {"empty", "[deductible]\nin = {}\n", "deductible.in.family", "[deductible]\nin = { family = <V> }\n"},
      {"empty with a blank", "[deductible]\nin = { }\n", "deductible.in.family",
       "[deductible]\nin = { family = <V> }\n"},
      {"a list stands last", "[x]\n[deductible]\nin = { y = [1, 2] }\n", "deductible.in.family",
       "[x]\n[deductible]\nin = { y = [1, 2], family = <V> }\n"},
      {"tables between", "so_far = { as_of = 2026-01-05 }\n", "so_far.family.deductible.in",
       "so_far = { as_of = 2026-01-05, family = { deductible = { in = <V> } } }\n"},
      {"dotted keys inside", "so_far = { deductible.out = \"$0\" }\n", "so_far.deductible.in",
       "so_far = { deductible.out = \"$0\", deductible.in = <V> }\n"},
      {"step in braces", "[[options]]\nid = \"a\"\nsteps = [ { level = \"iop\" }, { level = \"php\" } ]\n",
       "options.a.steps.2.price.allowed",
       "[[options]]\nid = \"a\"\nsteps = [ { level = \"iop\" }, { level = \"php\", price = { allowed = <V> } } ]\n"},
      {"a wrapper that holds a table", "[deductible]\nin = { is = { individual = \"$5\" }, evidence = \"call\" }\n",
       "deductible.in.family",
       "[deductible]\nin = { is = { individual = \"$5\", family = <V> }, evidence = \"call\" }\n"},
  };
  for (const Case& each : cases) check(each);
}

TEST_CASE("a_missing_table_is_made_at_the_end_of_the_file") {
  const std::vector<Case> cases = {
      {"table", "[client]\nage = 3\n", "so_far.deductible.in",
       "[client]\nage = 3\n\n[so_far]\ndeductible = { in = <V> }\n"},
      {"row", "[benefits.iop]\nin = \"$5\"\n", "benefits.php.in",
       "[benefits.iop]\nin = \"$5\"\n\n[benefits.php]\nin = <V>\n"},
      {"first row", "[plan]\nid = \"a\"\n", "benefits.php.prior_auth.required",
       "[plan]\nid = \"a\"\n\n[benefits.php]\nprior_auth = { required = <V> }\n"},
      {"no line end", "[client]\nage = 3", "so_far.as_of", "[client]\nage = 3\n\n[so_far]\nas_of = <V>"},
      {"CRLF", "[client]\r\nage = 3\r\n", "so_far.as_of", "[client]\r\nage = 3\r\n\r\n[so_far]\r\nas_of = <V>\r\n"},
      {"a table of which only a part is there", "[so_far.used]\niop = \"3 visits\"\n", "so_far.as_of",
       "[so_far.used]\niop = \"3 visits\"\n\n[so_far]\nas_of = <V>\n"},
      {"rows by dotted keys", "benefits.iop.in = \"$5\"\n", "benefits.php.in",
       "benefits.iop.in = \"$5\"\nbenefits.php = { in = <V> }\n"},
      {"in an element that is not the last",
       "[[facilities]]\nid = \"a\"\n[facilities.prices.iop]\nallowed = \"$1/day\" # one\n[[facilities]]\nid = \"b\"\n",
       "facilities.a.prices.php.allowed",
       "[[facilities]]\nid = \"a\"\n[facilities.prices.iop]\nallowed = \"$1/day\" # one\n\n[facilities.prices]\nphp = "
       "{ allowed = <V> }\n[[facilities]]\nid = \"b\"\n"},
      {"empty file", "", "so_far.as_of", "[so_far]\nas_of = <V>\n"},
  };
  for (const Case& each : cases) check(each);
}

TEST_CASE("a_short_form_becomes_a_table_when_a_part_is_answered") {
  const std::vector<Case> cases = {
      {"unknown amount", "[deductible]\nin  = \"unknown\"  # ask\n", "deductible.in.individual",
       "[deductible]\nin  = { individual = <V> }  # ask\n"},
      {"known amount", "[deductible]\nin = \"$2,000\"\n", "deductible.in.family",
       "[deductible]\nin = { individual = \"$2,000\", family = <V> }\n"},
      {"known and wrapped", "[deductible]\nin = { is = \"$2,000\", evidence = \"call\" }\n", "deductible.in.family",
       "[deductible]\nin = { individual = { is = \"$2,000\", evidence = \"call\" }, family = <V> }\n"},
      {"unknown authorization", "[benefits.iop]\nprior_auth = \"unknown\"\n", "benefits.iop.prior_auth.required",
       "[benefits.iop]\nprior_auth = { required = <V> }\n"},
      {"required", "[benefits.iop]\nprior_auth = \"required\"\n", "benefits.iop.prior_auth.first",
       "[benefits.iop]\nprior_auth = { required = true, first = <V> }\n"},
      {"none, wrapped", "[benefits.iop]\nprior_auth = { is = \"none\", evidence = \"call\" }\n",
       "benefits.iop.prior_auth.first",
       "[benefits.iop]\nprior_auth = { required = { is = false, evidence = \"call\" }, first = <V> }\n"},
      {"none", "[deductible]\nin = \"none\"\n", "deductible.in.family",
       "[deductible]\nin = { individual = \"none\", family = <V> }\n"},
      {"used so far", "[so_far]\ndeductible = \"$500\"\n", "so_far.deductible.out",
       "[so_far]\ndeductible = { in = \"$500\", out = <V> }\n"},
  };
  for (const Case& each : cases) check(each);
}

TEST_CASE("what_leads_nowhere_changes_nothing") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"[plan]\nid = \"a\"\n", "plan.id.first"},                      // below a value that has no parts
      {"[plan]\nid = \"a\"\n", "facilities.b.network"},               // no such element
      {"[deductible]\nin = { family = \"$5\" }\n", "deductible.in"},  // a table is no value
      {"[benefits.iop]\nlimit = [\"5 days per year\"]\n", "benefits.iop.limit"},
      {"[plan\n", "plan.id"},
      {"[plan]\n", "plan..id"},
      {"[plan]\n", "id"},
  };
  for (const auto& [text, path] : cases) {
    CAPTURE(path);
    WriteBack file(text);
    CHECK_FALSE(file.put_text(path, "\"v\""));
    CHECK(file.text() == text);
    CHECK(file.edits().empty());
  }
}

const StatedValue kStated{"\"$5\"", "call", "call 2026-01-05, Dana \"D\" R., ref 1", "five dollars"};

TEST_CASE("a_value_is_written_with_its_evidence_on_one_line") {
  WriteBack file("[benefits.iop]\nin = \"unknown\" # ask\n");
  CHECK(file.put("benefits.iop.in", kStated));
  CHECK(file.text() ==
        "[benefits.iop]\nin = { is = \"$5\", evidence = \"call\", source = \"call 2026-01-05, Dana \\\"D\\\" R., ref "
        "1\", quote = \"five dollars\" } # ask\n");
}

TEST_CASE("a_wrapper_with_lines_of_its_own_keeps_them") {
  const std::string before =
      "[benefits.iop.in]\nis = \"unknown\" # ask\nevidence = \"portal\"\nby = \"Lee\" # gone\npage = 3\n\n[plan]\nid = "
      "\"a\"\n";
  WriteBack file(before);
  CHECK(file.put("benefits.iop.in", kStated));
  CHECK(file.text() ==
        "[benefits.iop.in]\nis = \"$5\" # ask\nevidence = \"call\"\nsource = \"call 2026-01-05, Dana \\\"D\\\" R., ref "
        "1\"\n"
        "quote = \"five dollars\"\n\n[plan]\nid = \"a\"\n");
  CHECK(take_out(file.text(), file.edits()) == before);
}

TEST_CASE("a_wrapper_in_pieces_between_braces_is_left_alone") {
  const std::string before = "[benefits]\niop = { in.is = \"unknown\", in.by = \"Lee\", out = \"$5\" }\n";
  WriteBack file(before);
  CHECK_FALSE(file.put("benefits.iop.in", kStated));
  CHECK(file.text() == before);
}

TEST_CASE("an_element_is_added_to_a_list_however_it_is_written") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"[client]\nage = 3\n", "[client]\nage = 3\n\n[[facilities]]\nid = \"n\"\nnetwork = \"in\"\n"},
      {"[[facilities]]\nid = \"a\"", "[[facilities]]\nid = \"a\"\n\n[[facilities]]\nid = \"n\"\nnetwork = \"in\""},
      {"facilities = []\n", "facilities = [ { id = \"n\", network = \"in\" } ]\n"},
      {"facilities = [ { id = \"a\" } ]\n", "facilities = [ { id = \"a\" }, { id = \"n\", network = \"in\" } ]\n"},
  };
  for (const auto& [before, after] : cases) {
    WriteBack file(before);
    CHECK(file.add_element("facilities", {"id = \"n\"", "network = \"in\""}));
    CHECK(file.text() == after);
    CHECK(take_out(file.text(), file.edits()) == before);
  }
}

}  // namespace
}  // namespace preauth
