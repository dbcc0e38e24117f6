#pragma once
// A block of records on its way through the run: what was read, what came out of it, where the output of each row ends.
// Blocks are used again, so that a long run stops allocating.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "batch/record_reader.h"
#include "batch/row.h"
#include "batch/row_estimator.h"

namespace preauth {

// A record that gave no output.
struct Reject {
  std::size_t record = 0;  // index in WorkBlock::input.records
  RowProblems problems;
};

// The sheet of a record that gave output.
struct BlockSheet {
  std::size_t record = 0;  // index in WorkBlock::input.records
  std::string id;
  RowSheet sheet;
};

struct WorkBlock {
  std::uint64_t sequence = 0;
  RecordBlock input;
  std::string output;
  std::vector<std::size_t> ends;  // per record worked on: where its output ends; fewer than records when interrupted
  std::vector<Reject> rejects;
  std::vector<BlockSheet> sheets;
};

}  // namespace preauth
