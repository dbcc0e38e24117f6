#include "cli/progress.h"

#include <algorithm>
#include <string>

#include <unistd.h>

#include "cli/output.h"
#include "messages/batch.h"

namespace preauth {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kQuiet(1'000);
constexpr milliseconds kBetween(200);
constexpr std::string_view kStartOfLine = "\r\x1b[K";

std::string time_left(std::int64_t elapsed, const BatchProgress& progress) {
  constexpr std::int64_t kMinute = 60'000;
  const auto read = static_cast<std::int64_t>(progress.bytes_read);
  const auto total = static_cast<std::int64_t>(*progress.total_bytes);
  const std::int64_t left = elapsed * std::max<std::int64_t>(total - read, 0) / std::max<std::int64_t>(read, 1);
  return left < 2 * kMinute ? msg::batch::progress_seconds(Lang::en, left / 1'000)
                            : msg::batch::progress_minutes(Lang::en, left / kMinute);
}

}  // namespace

ProgressLine::~ProgressLine() {
  if (visible_) write_descriptor(STDERR_FILENO, kStartOfLine);
}

void ProgressLine::show(const BatchProgress& progress) {
  const steady_clock::time_point now = steady_clock::now();
  if (now - begin_ < kQuiet || now - shown_ < kBetween) return;
  shown_ = now;
  visible_ = true;
  const std::int64_t elapsed = std::chrono::duration_cast<milliseconds>(now - begin_).count();
  const auto rows = static_cast<std::int64_t>(progress.rows);
  std::string line =
      msg::batch::progress(Lang::en, rows, rows * 1'000 / elapsed, static_cast<std::int64_t>(progress.rejected));
  if (progress.total_bytes) line += ", " + msg::batch::progress_left(Lang::en, time_left(elapsed, progress));
  write_descriptor(STDERR_FILENO, std::string(kStartOfLine) + line);
}

}  // namespace preauth
