#include "engine/ask.h"

#include <algorithm>
#include <array>

#include "engine/question_text.h"

namespace preauth {
namespace {

void add_once(std::vector<std::string>& list, std::string_view text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.emplace_back(text);
}

// A field once per plan. What an open value says about it is better than the catalogue's examples.
void add_field(std::vector<AnswerField>& fields, const AnswerField& field) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const AnswerField& other) {
    return other.path == field.path && (other.in_treatment || other.plan == field.plan);
  });
  if (found == fields.end()) {
    fields.push_back(field);
    return;
  }
  const bool says_more = found->used.empty() && !found->swing && !field.used.empty();
  if (says_more || (field.swing && (!found->swing || *field.swing > *found->swing))) *found = field;
}

template <class T>
void keep_greatest(std::optional<T>& greatest, const T& value) {
  if (!greatest || value > *greatest) greatest = value;
}

}  // namespace

QuestionList::QuestionList(const ReferenceData& reference) : reference_(reference) {
  for (const QuestionInfo& info : reference_.questions) {
    Entry& entry = entries_.emplace_back();
    entry.info = &info;
    entry.question.id = info.id;
    entry.question.ask = info.ask;
    entry.question.why = info.why;
    entry.question.priority = info.priority;
    entry.question.classic = info.classic;
    entry.question.reason = QuestionReason::always;
    entry.rank.priority = info.priority;
    entry.rank.catalogue = entries_.size() - 1;
  }
}

QuestionList::Entry* QuestionList::find(std::string_view id) {
  const auto found =
      std::find_if(entries_.begin(), entries_.end(), [id](const Entry& entry) { return entry.info->id == id; });
  return found == entries_.end() ? nullptr : &*found;
}

void QuestionList::raise(std::string_view id, const Raise& reason) {
  Entry* entry = find(id);
  if (entry == nullptr) return;
  Question& question = entry->question;
  if (!entry->raised || strength(reason.reason) > strength(question.reason)) {
    question.reason = reason.reason;
    question.reason_detail = reason.detail;
  }
  entry->raised = true;
  entry->benefits |= reason.benefits;
  entry->rank.blocks = entry->rank.blocks || reason.blocks;
  entry->rank.contradicts = entry->rank.contradicts || reason.reason == QuestionReason::contradiction;
  add_once(question.options, reason.option);
  if (reason.deadline && (!question.deadline || *reason.deadline < *question.deadline)) {
    question.deadline = reason.deadline;
  }
  for (const AnswerField& field : reason.fields) add_field(question.fields, field);
}

void QuestionList::add_worth(std::string_view id, std::string_view option, const Worth& worth, bool sampled) {
  Entry* entry = find(id);
  if (entry == nullptr) return;
  Question& question = entry->question;
  keep_greatest(question.swing, worth.swing);
  if (worth.budget_share) keep_greatest(question.budget_share, *worth.budget_share);
  if (sampled && (!question.typical || worth.typical > *question.typical)) {
    question.typical = worth.typical;
    question.spread_share = worth.spread_share;
    question.most_in = worth.spread_share ? option : std::string_view();
  }
  entry->rank.dollars = greatest(entry->rank.dollars, sampled ? worth.typical : worth.swing);
  entry->rank.swing = *question.swing;
}

void QuestionList::add_risk(std::string_view id, Money at_risk, Rate chance) {
  Entry* entry = find(id);
  if (entry == nullptr || !at_risk.is_positive()) return;
  keep_greatest(entry->question.at_risk, at_risk);
  entry->rank.dollars = greatest(entry->rank.dollars, share_of(at_risk, chance));
}

Question QuestionList::finished(const Entry& entry) const {
  Question question = entry.question;
  const bool only_always = question.reason == QuestionReason::always && entry.benefits == 0;
  const BenefitMask benefits = only_always ? all_benefits_ : entry.benefits;
  question.text = question_text(entry.info->text, benefits, reference_);
  question.levels = levels_in(benefits);
  std::stable_sort(question.fields.begin(), question.fields.end(), [](const AnswerField& a, const AnswerField& b) {
    const Money left = a.swing.value_or(Money());
    const Money right = b.swing.value_or(Money());
    if (left != right) return left > right;
    return a.used.empty() != b.used.empty() ? b.used.empty() : a.path < b.path;
  });
  question.field = question.fields.empty() ? entry.info->field.substr(0, entry.info->field.find(' '))
                                           : std::string_view(question.fields.front().path);
  return question;
}

std::vector<Question> QuestionList::in_order() const {
  std::vector<const Entry*> chosen;
  for (const Entry& entry : entries_) {
    if (entry.raised || entry.info->always || entry.info->classic) chosen.push_back(&entry);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Entry* a, const Entry* b) { return asked_before(a->rank, b->rank); });
  std::vector<Question> questions;
  for (const Entry* entry : chosen) questions.push_back(finished(*entry));
  return questions;
}

}  // namespace preauth
