#pragma once
// The cost sheet of `preauth sheet`: two pages an advocate prints and goes through with a client and the insurer. First
// its content as data (make_sheet), then one renderer per form. The same input gives the same bytes; a sheet without a
// sample and without a name is made the same way.

#include <string>

#include "messages/lang.h"
#include "model/estimate.h"
#include "model/plan.h"
#include "model/question_choice.h"
#include "model/treatment.h"
#include "report/sheet_page.h"
#include "report/text_style.h"

namespace preauth {

struct SheetInput {
  const Comparison& comparison;  // of one plan, made with lines
  const Plan& plan;
  const Treatment& treatment;
  const QuestionChoice& questions;
  std::string name;           // to print; empty: none, the client's code only
  bool part2_notice = false;  // the notice of 42 CFR 2.32
  Lang lang = Lang::en;
};

Sheet make_sheet(const SheetInput& input);

std::string sheet_html(const Sheet& sheet);  // one file: no script, nothing from outside
std::string sheet_md(const Sheet& sheet);
std::string sheet_text(const Sheet& sheet, const TextStyle& style);

}  // namespace preauth
