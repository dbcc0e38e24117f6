#pragma once
// The topics of `preauth help`: pages and sections of the manual that the program carries.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "report/text_style.h"

namespace preauth {

struct HelpTopic {
  std::string_view name;     // "phrases"; "topic-NAME" is its sentence in the catalogue
  std::string_view page;     // "preauth-plan"
  std::string_view section;  // "PHRASES"; empty: the whole page
};

std::span<const HelpTopic> help_topics();
const HelpTopic* find_topic(std::string_view name);  // nullptr when there is none
std::string topic_text(const HelpTopic& topic, const TextStyle& style);

}  // namespace preauth
