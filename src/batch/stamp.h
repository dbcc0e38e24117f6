#pragma once
// What a run was made from, so that it can be continued and checked: program, data, settings, and the SHA-256 of every
// file. While it runs this is a journal beside the output (FILE.journal, a line of JSON per thing known so far); when
// it is complete, a stamp (FILE.stamp.json), which `preauth verify` reads.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/batch.h"

namespace preauth {

// SHA-256 of a file; nothing when it cannot be read.
std::optional<std::string> file_sha256(const std::string& path);

std::string journal_path_of(const std::string& output_file);
std::string stamp_path_of(const std::string& output_file);

// The parts that two runs must share for one to continue the other, each one line of JSON.
struct StampHead {
  std::string program;   // version and data
  std::string settings;  // everything that decides the bytes of the output, and where rejects go
  std::string inputs;    // rows files with their digests
};
// A rows file that cannot be read, or that cannot be read twice, has no digest.
StampHead stamp_head(const BatchSettings& settings);

struct Journal {
  StampHead head;
  std::vector<UsedFile> files;
  std::uint64_t bytes = 0;  // of its whole lines
};
std::string journal_opening(const StampHead& head);
std::string journal_line(const UsedFile& file);
// Nothing when the text is no journal; a torn last line is left out.
std::optional<Journal> parse_journal(std::string_view text);
// The day a run began with; nothing when the settings do not say.
std::optional<Date> as_of_in(const std::string& settings_line);

struct StampResult {
  std::uint64_t estimated = 0;
  std::uint64_t rejected = 0;
  std::uint64_t output_bytes = 0;
  std::string output_sha256;
};
std::string stamp_text(const StampHead& head, const std::vector<UsedFile>& files, const StampResult& result);

struct Stamp {
  StampHead head;
  std::string engine;
  BatchSettings settings;  // without threads, files to write, and what only concerns one run
  std::vector<UsedFile> inputs;
  std::vector<UsedFile> files;
  StampResult result;
};
// Nothing when the text is no stamp.
std::optional<Stamp> parse_stamp(std::string_view text);

}  // namespace preauth
