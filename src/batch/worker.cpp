#include "batch/worker.h"

#include <utility>

namespace preauth {

Worker::Worker(const RowsInput& input, const ColumnRules& rules, const EstimateSettings& settings, CaseFiles& files,
               const Interruption& interruption, std::uint64_t written_through, bool want_summary)
    : input_(input),
      interruption_(interruption),
      reader_(rules),
      estimator_(settings, files),
      written_through_(written_through),
      want_summary_(want_summary),
      want_sheets_(settings.sheet.has_value()) {}

void Worker::work(WorkBlock& block) {
  block.output.clear();
  block.ends.clear();
  block.rejects.clear();
  block.sheets.clear();
  for (const Record& record : block.input.records) {
    if (interruption_.requested()) return;
    const std::size_t before = block.output.size();
    const bool estimated = work_on(record, block);
    if (record.row <= written_through_) {
      block.output.resize(before);
    } else if (!estimated) {
      block.rejects.push_back({block.ends.size(), std::move(problems_)});
    }
    block.ends.push_back(block.output.size());
  }
}

bool Worker::work_on(const Record& record, WorkBlock& block) {
  const RowsFile& file = input_.files()[block.input.file];
  problems_.clear();
  Summary* const summary = want_summary_ ? &summary_ : nullptr;
  RowSheet sheet;
  const bool estimated = reader_.read(file.form, file.columns, record, block.input.text_of(record), row_, problems_) &&
                         estimator_.estimate(row_, block.output, problems_, summary, &sheet);
  if (estimated && want_sheets_) block.sheets.push_back({block.ends.size(), std::string(row_.id), std::move(sheet)});
  if (summary != nullptr && !estimated) summary->add_rejected();
  return estimated;
}

}  // namespace preauth
