// Parts of cost-share phrases that are understood but have no place in one cost share. Each names precisely what.

#include "load/phrase_share_reader.h"

namespace preauth {

void ShareReader::refuse_greater() {
  const Token begin = take();
  const std::string word(cursor_.text(begin));
  cursor_.accept(Word::of);
  cursor_.fail(Kind::cannot_model, begin, cursor_.previous(), "the " + word + " of two amounts");
}

void ShareReader::refuse_either() {
  cursor_.fail(Kind::cannot_model, cursor_.peek(),
               "either of two kinds of cost share, without saying when which applies");
}

void ShareReader::refuse_two_benefits() {
  cursor_.fail(Kind::cannot_model, cursor_.peek(),
               "two benefits in one phrase (write each under its own benefit, such as office-visit and "
               "outpatient-other)");
}

void ShareReader::refuse_networks() {
  cursor_.fail(Kind::cannot_model, cursor_.peek(), "a network inside the phrase (write each under its key: in, out)");
}

void ShareReader::refuse_waiver() {
  cursor_.fail(Kind::cannot_model, cursor_.peek(),
               "a cost share that is waived (an emergency copay waived on admission is waived_if_admitted = true)");
}

void ShareReader::refuse_authorization() {
  cursor_.fail(Kind::cannot_model, cursor_.peek(),
               "an authorization rule in a cost share (it has its own key, prior_auth)");
}

void ShareReader::refuse_plan_share() {
  cursor_.fail(Kind::cannot_model, cursor_.peek(), "what the plan covers (write the share the patient pays)");
}

}  // namespace preauth
