#include "batch/pipeline.h"

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>

#include <doctest/doctest.h>

namespace preauth {
namespace {

// Numbers as records: a block per few of them, each written out with work that differs from block to block.
std::string squares(unsigned jobs, int count, int stop_after = -1) {
  int next = 0;
  std::string out;
  const PipelineSteps steps = {[&](WorkBlock& block) {
                                 if (next == count) return false;
                                 block.input.text = std::to_string(next++);
                                 return true;
                               },
                               [](unsigned, WorkBlock& block) {
                                 const int number = std::stoi(block.input.text);
                                 for (int i = 0; i < number % 7; ++i) std::this_thread::yield();
                                 block.output = std::to_string(number * number) + "\n";
                               },
                               [&](WorkBlock& block) {
                                 out += block.output;
                                 return stop_after < 0 || std::stoi(block.input.text) < stop_after;
                               }};
  run_pipeline(jobs, steps);
  return out;
}

TEST_CASE("blocks_are_delivered_in_the_order_read_whatever_the_threads") {
  const std::string alone = squares(1, 500);
  CHECK(alone.starts_with("0\n1\n4\n9\n"));
  for (const unsigned jobs : {2U, 3U, 8U}) {
    CAPTURE(jobs);
    CHECK(squares(jobs, 500) == alone);
  }
}

TEST_CASE("nothing_is_delivered_after_a_delivery_that_ends_the_run") {
  for (const unsigned jobs : {1U, 2U, 8U}) {
    CAPTURE(jobs);
    CHECK(squares(jobs, 500, 3) == "0\n1\n4\n9\n");
  }
}

TEST_CASE("what_a_step_throws_ends_the_run_and_comes_out") {
  for (const unsigned jobs : {1U, 4U}) {
    CAPTURE(jobs);
    std::atomic<int> read{0};
    const PipelineSteps steps = {[&](WorkBlock&) { return ++read <= 1'000; },
                                 [](unsigned, WorkBlock&) { throw std::runtime_error("work"); },
                                 [](WorkBlock&) { return true; }};
    CHECK_THROWS_AS(run_pipeline(jobs, steps), std::runtime_error);
  }
}

}  // namespace
}  // namespace preauth
