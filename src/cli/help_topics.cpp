#include "cli/help_topics.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "reference/manual.h"
#include "report/text_page.h"

namespace preauth {
namespace {

constexpr std::array<HelpTopic, 7> kTopics = {{
    {"plan-format", "preauth-plan", ""},
    {"treatment-format", "preauth-treatment", ""},
    {"worksheet-format", "preauth-worksheet", ""},
    {"batch-rows", "preauth-batch", ""},
    {"phrases", "preauth-plan", "PHRASES"},
    {"questions", "preauth", "QUESTIONS"},
    {"privacy", "preauth", "PRIVACY"},
}};

constexpr int kIndent = 2;

// Sections that only a manual page needs.
bool is_left_out(std::string_view section) { return section == "NAME" || section == "SEE ALSO"; }

std::span<const ManualBlock> blocks_of(std::string_view page) {
  for (const ManualPage& each : manual_pages()) {
    if (each.name == page) return each.blocks;
  }
  throw std::logic_error("no manual page " + std::string(page));
}

class TopicPage {
 public:
  explicit TopicPage(const TextStyle& style) : page_(style) {}

  void put(const ManualBlock& block) {
    if (block.kind != ManualKind::literal && block.kind != ManualKind::description) page_.gap();
    if (block.kind == ManualKind::literal && before_ != ManualKind::literal) page_.gap();
    before_ = block.kind;
    switch (block.kind) {
      case ManualKind::heading:
      case ManualKind::subheading:
        return page_.heading(block.text);
      case ManualKind::paragraph:
        return page_.paragraph(block.text);
      case ManualKind::term:
        return page_.paragraph(block.text, {kIndent, 2 * kIndent});
      case ManualKind::description:
        return page_.paragraph(block.text, {3 * kIndent, 3 * kIndent});
      case ManualKind::literal:
        return page_.raw((block.text.empty() ? "" : std::string(2 * kIndent, ' ')) + std::string(block.text) + "\n");
    }
  }

  std::string take() { return page_.take(); }

 private:
  TextPage page_;
  ManualKind before_ = ManualKind::heading;
};

}  // namespace

std::span<const HelpTopic> help_topics() { return kTopics; }

const HelpTopic* find_topic(std::string_view name) {
  const auto found =
      std::find_if(kTopics.begin(), kTopics.end(), [name](const HelpTopic& topic) { return topic.name == name; });
  return found == kTopics.end() ? nullptr : &*found;
}

std::string topic_text(const HelpTopic& topic, const TextStyle& style) {
  TopicPage page(style);
  std::string_view section;
  for (const ManualBlock& block : blocks_of(topic.page)) {
    if (block.kind == ManualKind::heading) section = block.text;
    const bool is_wanted = topic.section.empty() ? !is_left_out(section) : section == topic.section;
    if (is_wanted) page.put(block);
  }
  return page.take();
}

}  // namespace preauth
