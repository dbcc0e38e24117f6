#pragma once
// The fill-in sheet of a call as a TOML file (schema preauth.worksheet/1, man page preauth-worksheet(5)): one
// [[answers]] per field, in the order to ask, and [[notes]] for questions that fill no field.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "messages/lang.h"
#include "model/estimate.h"
#include "model/question_choice.h"

namespace preauth {

// The bytes of a value as they stand in the plan (or treatment) file; empty when the file says nothing there.
using StatedText = std::function<std::optional<std::string>(bool in_treatment, std::string_view path)>;

std::string worksheet(const Comparison& comparison, const QuestionChoice& choice, const StatedText& stated, Lang lang);

}  // namespace preauth
