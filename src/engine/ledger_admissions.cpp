#include "engine/ledger.h"

namespace preauth {

AdmissionUse& Ledger::admission_of(const ServiceLine& line, std::size_t person_index, PersonUse& person) {
  if (line.admission == 0) return person.outside;
  const auto is_it = [&](const std::optional<AdmissionUse>& slot) {
    return slot && slot->number == line.admission && slot->person == person_index;
  };
  if (is_it(admissions_[last_admission_])) return *admissions_[last_admission_];
  for (std::size_t i = 0; i < admissions_.size(); ++i) {
    if (!is_it(admissions_[i])) continue;
    last_admission_ = i;
    return *admissions_[i];
  }
  return open_admission(line, person_index);
}

// Takes an empty place, or that of the admission that ended first: nobody is in more than a few at once.
AdmissionUse& Ledger::open_admission(const ServiceLine& line, std::size_t person) {
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < admissions_.size(); ++i) {
    if (!admissions_[i]) {
      chosen = i;
      break;
    }
    if (admissions_[i]->last_date < admissions_[chosen]->last_date) chosen = i;
  }
  last_admission_ = chosen;
  AdmissionUse& admission = admissions_[chosen].emplace();
  admission.number = line.admission;
  admission.person = person;
  admission.first_year = date_year_.index;
  return admission;
}

}  // namespace preauth
