#pragma once
// Known<T> is a value of a file that may be exact, a range, or unknown. Missing means unknown too, but is kept apart so
// that a message can say "the plan does not say" rather than "the plan says unknown". An unknown is never priced as
// zero: it becomes a range and a question. Provenance says where a value stands and how good the evidence for it is.

#include <cstdint>
#include <string>
#include <utility>

#include "base/source.h"

namespace preauth {

template <class T>
class Known {
 public:
  enum class State : std::uint8_t { not_stated, unknown, exact, range };

  Known() = default;
  Known(T value) : state_(State::exact), low_(value), high_(std::move(value)) {}  // NOLINT: a value is a Known value
  static Known unknown() { return Known(State::unknown, T{}, T{}); }
  static Known between(T low, T high) { return Known(State::range, std::move(low), std::move(high)); }

  State state() const { return state_; }
  bool is_stated() const { return state_ != State::not_stated; }
  bool is_exact() const { return state_ == State::exact; }
  bool is_range() const { return state_ == State::range; }
  bool is_unknown() const { return state_ == State::unknown || state_ == State::not_stated; }
  // Pre: is_exact().
  const T& value() const { return low_; }
  // Pre: is_exact() or is_range().
  const T& low() const { return low_; }
  const T& high() const { return high_; }
  const T& value_or(const T& other) const { return is_exact() ? low_ : other; }
  friend bool operator==(const Known&, const Known&) = default;

 private:
  Known(State state, T low, T high) : state_(state), low_(std::move(low)), high_(std::move(high)) {}
  State state_ = State::not_stated;
  T low_{};
  T high_{};
};

// Best first. Not stated in the file counts as plan_document for a plan and as assumption for a default.
enum class Evidence : std::uint8_t { plan_document, written_answer, call, portal, assumption };

struct Provenance {
  Span at;                                       // the value's own bytes, for carets and for writing answers back
  Evidence evidence = Evidence::plan_document;
  std::string source;                            // title, page or reference, as the file says; may be empty
};

// A value of a file with its place and evidence.
template <class T>
struct Field {
  Known<T> known;
  Provenance provenance;
};

}  // namespace preauth
