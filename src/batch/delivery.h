#pragma once
// The ordered end of a run: takes finished blocks in the order of their rows and writes sheets, rejects and results,
// each row whole. Results are written last, so that a run that is killed in between never lacks a sheet or a reject of
// theirs.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "batch/batch.h"
#include "batch/output_file.h"
#include "batch/sheet_delivery.h"
#include "batch/work_block.h"

namespace preauth {

struct DeliverySinks {
  OutputFile* output = nullptr;
  OutputFile* rejects = nullptr;         // empty: the first are told instead
  SheetDelivery* sheets = nullptr;       // empty: none are made
  std::function<bool()> before_writing;  // notes what must be known before the rows are; false: stop
};

class Delivery {
 public:
  // Rows up to `written_through` are in the output already and not counted again.
  Delivery(const BatchSettings& settings, const RowsInput& input, DeliverySinks sinks, std::uint64_t written_through,
           BatchResult& result);
  // False when nothing more is to be done.
  bool deliver(const WorkBlock& block);
  static std::string rejects_header(bool with_rows);

 private:
  bool add_reject(const Reject& reject, const WorkBlock& block);
  void tell(const Reject& reject, const Record& record, const std::string& file);
  std::uint64_t count_estimated(const WorkBlock& block, std::size_t records) const;
  void append_reject(const Reject& reject, const WorkBlock& block);

  const BatchSettings& settings_;
  const RowsInput& input_;
  DeliverySinks sinks_;
  std::uint64_t written_through_;
  BatchResult& result_;
  std::string rejects_text_;
};

}  // namespace preauth
