#pragma once
// What becomes of the authorization of each step, for people and as JSON: the branches with who is liable and what one
// more unapproved day costs, the days of review, what to do by when.

#include <string>
#include <vector>

#include "formats/json_writer.h"
#include "messages/lang.h"
#include "model/estimate.h"
#include "report/markdown.h"
#include "report/text_page.h"

namespace preauth {

void put_authorization(TextPage& page, const OptionEstimate& option, Lang lang);
void put_authorization(MarkdownPage& page, const OptionEstimate& option, Lang lang);
// What to do by when, each with its day, in order: for the page and for a call script.
std::vector<std::string> task_sentences(const OptionEstimate& option, Lang lang);
// The members "authorization" and "tasks" of the object that is open.
void write_authorization(JsonWriter& json, const OptionEstimate& option);

}  // namespace preauth
