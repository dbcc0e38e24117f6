#pragma once
// From what a person typed at one prompt to values of the file. A reader takes the words as printed; what it cannot
// take apart it passes on as typed, so that the loader finds the mistake and the caret stands under the word.

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "load/phrase.h"
#include "messages/lang.h"

namespace preauth {

struct Prompt;

// The words of one answer and where they stand: in a line of the conversation or in an answers file.
struct Typed {
  std::string text;
  Span at;
  // The place of some bytes of `text`; the whole answer when the file writes it with escapes.
  Span part(const SourceSet& sources, std::size_t offset, std::size_t length) const;
};

// One edit of the file: TOML text at a path, or a new element of a list.
struct Entry {
  std::string path;  // for an element: the key of the list
  std::string toml;
  std::vector<std::string> element;  // not empty: the lines of the new element
  Span at;                           // the words it comes from
};

struct Reading {
  std::vector<Entry> entries;
  std::string echo;  // how the words were understood, when that is not plain from the words
};

// What a reader may look at besides the words.
struct ReadingContext {
  const SourceSet& sources;
  const Prompt& prompt;
  PhraseContext phrases;  // the conventions of the file
  Date as_of;
  int page = 0;       // of the document; 0: no page
  std::string place;  // the id of the facility named before; may be empty
  Lang lang = Lang::en;
  Diagnostics& diagnostics;  // for mistakes that the loader could not show
};

using ReadAnswer = Reading (*)(const Typed&, const ReadingContext&);

// The value with the document, page and day it was copied from. `quote`: the words of the document, when `is` is not
// those words.
Entry from_document(const ReadingContext& context, std::string_view path, std::string_view is, Span at,
                    std::string_view quote = {});
// A value without a wrapper: text, a whole number or a day.
Entry plain_entry(std::string_view path, std::string_view text, Span at);
// The wrapper alone, around TOML text: { is = …, evidence = "plan document", source = "SBC", page = "1", date = … }.
std::string document_wrapper(const ReadingContext& context, std::string_view toml, std::string_view quote);

// Lower-case, typographic apostrophes and dashes made plain: for looking for words. As long as the text in bytes, so
// that places in it are places in the text.
std::string searchable(std::string_view text);
bool contains_any(std::string_view text, std::initializer_list<std::string_view> words);

}  // namespace preauth
