#include "batch/pipeline.h"

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace preauth {
namespace {

using BlockPointer = std::unique_ptr<WorkBlock>;

class Pipeline {
 public:
  Pipeline(unsigned jobs, const PipelineSteps& steps) : steps_(steps), most_on_the_way_(2 * jobs + 2) {}

  void run_thread(unsigned thread) {
    try {
      while (BlockPointer block = take()) {
        steps_.work(thread, *block);
        give(std::move(block));
      }
    } catch (...) {
      const std::lock_guard<std::mutex> lock(state_);
      if (!failure_) failure_ = std::current_exception();
      ended_ = dropping_ = true;
      room_.notify_all();
    }
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  // The next block as read; null when there are no more.
  BlockPointer take() {
    const std::lock_guard<std::mutex> reading(reading_);
    std::unique_lock<std::mutex> lock(state_);
    room_.wait(lock, [this] { return ended_ || on_the_way_ < most_on_the_way_; });
    if (ended_) return nullptr;
    BlockPointer block = free_.empty() ? std::make_unique<WorkBlock>() : std::move(free_.back());
    if (!free_.empty()) free_.pop_back();
    lock.unlock();
    const bool has_block = steps_.read(*block);
    lock.lock();
    if (!has_block) {
      ended_ = true;
      room_.notify_all();
      return nullptr;
    }
    block->sequence = next_read_++;
    ++on_the_way_;
    return block;
  }

  void give(BlockPointer block) {
    std::unique_lock<std::mutex> lock(state_);
    const std::uint64_t sequence = block->sequence;
    done_.emplace(sequence, std::move(block));
    if (delivering_) return;
    delivering_ = true;
    for (auto next = done_.begin(); next != done_.end() && next->first == next_delivery_; next = done_.begin()) {
      BlockPointer ready = std::move(next->second);
      done_.erase(next);
      if (!dropping_) {
        lock.unlock();
        const bool go_on = steps_.deliver(*ready);
        lock.lock();
        if (!go_on) ended_ = dropping_ = true;
      }
      free_.push_back(std::move(ready));
      ++next_delivery_;
      --on_the_way_;
      room_.notify_all();
    }
    delivering_ = false;
  }

  const PipelineSteps& steps_;
  const std::size_t most_on_the_way_;
  std::mutex reading_;  // taken before state_
  std::mutex state_;
  std::condition_variable room_;
  std::vector<BlockPointer> free_;
  std::map<std::uint64_t, BlockPointer> done_;
  std::size_t on_the_way_ = 0;
  std::uint64_t next_read_ = 0;
  std::uint64_t next_delivery_ = 0;
  bool delivering_ = false;
  bool ended_ = false;
  bool dropping_ = false;
  std::exception_ptr failure_;
};

}  // namespace

void run_pipeline(unsigned jobs, const PipelineSteps& steps) {
  Pipeline pipeline(jobs, steps);
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < jobs; ++i) threads.emplace_back([&pipeline, i] { pipeline.run_thread(i); });
  pipeline.run_thread(0);
  for (std::thread& thread : threads) thread.join();
  pipeline.rethrow();
}

}  // namespace preauth
