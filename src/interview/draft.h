#pragma once
// The file as it would be with the answers so far, and what is wrong with it. It is always read back by the loaders
// that read any other file, with problems pointing at the words that were typed.

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "interview/reading.h"
#include "model/reference.h"

namespace preauth {

// A text with answers put into it, in their order. An answer more costs one edit: what was composed last is kept.
class Composition {
 public:
  explicit Composition(std::string base) : base_(std::move(base)), text_(base_) {}
  const std::string& base() const { return base_; }
  const std::string& with(std::span<const Entry> entries);

 private:
  std::string base_;
  std::vector<Entry> entries_;  // those in text_
  std::string text_;
};

struct CheckedDraft {
  SourceSet sources;  // those of the answers, then the draft
  Diagnostics problems;
};
// `name`: of the file, as it will be called.
CheckedDraft check_draft(const std::string& name, const std::string& text, std::span<const Entry> entries,
                         const SourceSet& sources, const ReferenceData& reference);
// How the file says phrases are to be read.
PhraseContext phrase_context(const std::string& text);

}  // namespace preauth
