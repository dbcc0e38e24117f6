#include "report/calendar.h"

#include "formats/ical_writer.h"
#include "messages/authorization.h"
#include "report/authorization_words.h"
#include "report/care_words.h"

namespace preauth {
namespace {

// Unique and the same each time: no clock and no machine is part of it.
std::string uid(const OptionEstimate& option, const Task& task) {
  const std::string what = task.id == "review" ? task.id + "-" + task.detail : task.id;
  return option.plan + "." + option.id + "." + std::to_string(task.step) + "." + what + "@preauth";
}

void write_task(IcalWriter& file, const Comparison& comparison, const OptionEstimate& option, const Task& task,
                const std::string& stamp, Lang lang) {
  const StepAuthorization* step = step_of(option, task);
  if (step == nullptr) return;
  file.begin("VEVENT");
  file.text("UID", uid(option, task));
  file.property("DTSTAMP", stamp);
  file.date("DTSTART", task.on);
  file.date("DTEND", task.on + 1);  // the end is not part of it
  file.text("SUMMARY", msg::authorization::by_id(lang, "calendar-" + task.id, ""));
  file.text("DESCRIPTION", msg::authorization::calendar_details(lang, task_sentence(task, *step, lang),
                                                                distinct_name(comparison, option, lang),
                                                                plan_title(comparison.plans[option.plan_index])));
  file.property("CLASS", "PRIVATE");
  file.property("TRANSP", "TRANSPARENT");
  file.end("VEVENT");
}

}  // namespace

std::string calendar(const Comparison& comparison, Lang lang) {
  const std::string stamp = ical_date(comparison.as_of.value_or(comparison.treatment.start)) + "T000000Z";
  IcalWriter file;
  file.begin("VCALENDAR");
  file.property("VERSION", "2.0");
  file.property("PRODID", "-//preauth//preauth//EN");
  file.property("CALSCALE", "GREGORIAN");
  for (const OptionEstimate& option : comparison.options) {
    for (const Task& task : option.tasks) write_task(file, comparison, option, task, stamp, lang);
  }
  file.end("VCALENDAR");
  return file.take();
}

}  // namespace preauth
