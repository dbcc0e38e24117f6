#include "batch/delivery.h"

#include <utility>

#include "base/text.h"
#include "messages/batch.h"

namespace preauth {
namespace {

constexpr std::size_t kMostTold = 20;

}  // namespace

Delivery::Delivery(const BatchSettings& settings, const RowsInput& input, DeliverySinks sinks,
                   std::uint64_t written_through, BatchResult& result)
    : settings_(settings),
      input_(input),
      sinks_(std::move(sinks)),
      written_through_(written_through),
      result_(result) {}

std::string Delivery::rejects_header(bool with_rows) {
  return std::string("row,file,line,byte_offset,column,id,message") + (with_rows ? ",record" : "") + "\r\n";
}

void Delivery::tell(const Reject& reject, const Record& record, const std::string& file) {
  for (const RowProblem& problem : reject.problems) {
    if (result_.told.size() >= kMostTold) return;
    const std::string place = printable(file) + ":" + std::to_string(record.line) + ": ";
    const std::string column =
        problem.column.empty() ? std::string() : msg::batch::told_column(Lang::en, printable(problem.column)) + " ";
    result_.told.push_back(place + column + problem.message + " [" + problem.id + "]\n");
  }
}

void Delivery::append_reject(const Reject& reject, const WorkBlock& block) {
  const Record& record = block.input.records[reject.record];
  for (const RowProblem& problem : reject.problems) {
    CsvWriter csv(settings_.estimate.csv_guard);
    csv.number(std::to_string(record.row)).text(input_.files()[block.input.file].path);
    csv.number(std::to_string(record.line)).number(std::to_string(record.byte_offset));
    csv.text(problem.column).text(problem.id).text(problem.message);
    if (settings_.rejects_with_rows) csv.text(block.input.text_of(record));
    rejects_text_ += csv.end_row().take();
  }
}

// False when there are more rejects than the run may have.
bool Delivery::add_reject(const Reject& reject, const WorkBlock& block) {
  ++result_.rejected;
  if (sinks_.rejects != nullptr) {
    append_reject(reject, block);
  } else {
    tell(reject, block.input.records[reject.record], input_.files()[block.input.file].path);
  }
  return !settings_.most_rejects || result_.rejected <= *settings_.most_rejects;
}

// Of the first `records` of the block, those with output.
std::uint64_t Delivery::count_estimated(const WorkBlock& block, std::size_t records) const {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < records; ++i) count += block.input.records[i].row > written_through_ ? 1U : 0U;
  for (const Reject& reject : block.rejects) count -= reject.record < records ? 1U : 0U;
  return count;
}

bool Delivery::deliver(const WorkBlock& block) {
  if (!sinks_.before_writing()) return false;
  rejects_text_.clear();
  std::size_t records = block.ends.size();
  for (const Reject& reject : block.rejects) {
    if (add_reject(reject, block)) continue;
    result_.stopped_by_rejects = true;
    records = reject.record + 1;
    break;
  }
  if (sinks_.sheets != nullptr && !sinks_.sheets->deliver(block, records)) return false;
  if (sinks_.rejects != nullptr && !sinks_.rejects->write(rejects_text_)) return false;
  const std::size_t bytes = records == 0 ? 0 : block.ends[records - 1];
  if (!sinks_.output->write(std::string_view(block.output).substr(0, bytes))) return false;
  result_.estimated += count_estimated(block, records);
  return !result_.stopped_by_rejects && records == block.input.records.size();
}

}  // namespace preauth
