#pragma once
// A conversation held by a test: what is said on both sides, and what the file says in the end.

#include <string>
#include <string_view>

#include "interview/conversation.h"
#include "model/plan.h"
#include "model/treatment.h"

namespace preauth::test {

class Talk {
 public:
  explicit Talk(InterviewKind kind = InterviewKind::plan, OnInterrupt on_interrupt = OnInterrupt::ask);
  // Begins from a plan.
  Talk(std::string_view name, std::string_view plan_text);

  // What is said to the line, joined by line ends.
  std::string say(std::string_view line);
  // Enter, until the prompt with this text is asked.
  void go_to(std::string_view prompt);
  std::string interrupt();
  std::string end();

  const std::string& last() const { return last_; }  // what was said last
  Conversation::State state() const { return conversation_.state(); }
  std::string file() { return conversation_.file_text(); }
  std::vector<std::string> words() const { return conversation_.words(); }
  // The file, loaded. Fails the test when it has errors.
  Plan plan();
  Treatment treatment();

 private:
  std::string heard(const Spoken& spoken);
  Conversation conversation_;
  std::string last_;
};

// The bytes of the library plan.
std::string_view library_plan(std::string_view name);

}  // namespace preauth::test
