#pragma once
// One thread's work on a block: every record read as a row and estimated, until the run is asked to stop.

#include <cstdint>

#include "batch/row_estimator.h"
#include "batch/row_reader.h"
#include "batch/rows_input.h"
#include "batch/work_block.h"

namespace preauth {

class Worker {
 public:
  // `written_through`: rows up to this one are counted in the summary, and have their sheets made, only. References
  // must outlive this object.
  Worker(const RowsInput& input, const ColumnRules& rules, const EstimateSettings& settings, CaseFiles& files,
         const Interruption& interruption, std::uint64_t written_through, bool want_summary);
  void work(WorkBlock& block);
  const Summary& summary() const { return summary_; }

 private:
  bool work_on(const Record& record, WorkBlock& block);

  const RowsInput& input_;
  const Interruption& interruption_;
  RowReader reader_;
  RowEstimator estimator_;
  std::uint64_t written_through_;
  bool want_summary_;
  bool want_sheets_;
  Row row_;
  RowProblems problems_;
  Summary summary_;
};

}  // namespace preauth
