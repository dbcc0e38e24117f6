#include "load/toml_doc.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <tuple>

// toml++ 3.3.0 asserts, or promises the optimizer, that a table header starts with a key; "[}" is then a crash although
// its own next lines report it as an error. Without NDEBUG and with this definition both become nothing.
#undef NDEBUG
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>

#include "base/text.h"

namespace preauth {
namespace {

// Our files nest four deep. toml++ walks and destroys trees recursively, so depth is limited before it sees the bytes:
// brackets to 64 and the dots of one key to 64 keep its stack small whatever the two multiply to.
constexpr int kMostDepth = 64;
// A value costs about 200 bytes in the two trees; the largest real file has some hundreds.
constexpr std::size_t kMostValues = 200'000;

// The messages of this file stand here and not in the catalogue, because the catalogue is generated with its help.
Diagnostic problem(std::string id, Span at, std::string message, std::string help) {
  return {Severity::error, std::move(id), at, std::move(message), std::move(help), {}};
}

Span span_of(std::int32_t file, std::size_t begin, std::size_t end) {
  return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool continues_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// Counts brackets, dots and values outside strings and comments. Malformed text may be miscounted, but only after the
// place where toml++ stops.
class Scan {
 public:
  explicit Scan(std::string_view bytes) : bytes_(bytes), at_(bytes.starts_with(kByteOrderMark) ? 3 : 0) {}

  enum class Stop : std::uint8_t { end, too_deep, not_ascii };

  // Goes on until something is wrong; `place` is where. TOML is ASCII outside strings and comments, and toml++ 3.3.0
  // runs into undefined behaviour on other characters there.
  Stop run() {
    while (at_ < bytes_.size()) {
      place_ = at_;
      if (static_cast<unsigned char>(bytes_[at_]) >= 0x80U) return Stop::not_ascii;
      step();
      if (depth_ > kMostDepth || dots_ > kMostDepth) return Stop::too_deep;
    }
    return Stop::end;
  }
  std::size_t place() const { return place_; }
  std::size_t count_values() const { return values_; }

 private:
  void step() {
    switch (const char c = bytes_[at_]) {
      case '"':
      case '\'':
        return skip_string(c);
      case '#':
        at_ = std::min(bytes_.find('\n', at_), bytes_.size());
        return;
      case '[':
      case '{':
        ++depth_;
        break;
      case ']':
      case '}':
        depth_ = std::max(depth_ - 1, 0);
        break;
      case '.':
        ++dots_;
        ++at_;
        return;
      case ',':
      case '=':
        ++values_;
        break;
      case '\n':
        break;
      default:
        ++at_;
        return;
    }
    dots_ = 0;
    ++at_;
  }

  void skip_string(char quote) {
    const std::string three(3, quote);
    const bool long_form = bytes_.substr(at_, 3) == three;
    at_ += long_form ? 3 : 1;
    while (at_ < bytes_.size()) {
      const char c = bytes_[at_];
      if (c == '\\' && quote == '"') {
        at_ += 2;
      } else if (long_form ? bytes_.substr(at_, 3) == three : c == quote || c == '\n') {
        at_ += long_form ? 3 : 1;
        return;
      } else {
        ++at_;
      }
    }
  }

  std::string_view bytes_;
  std::size_t at_;
  std::size_t place_ = 0;
  int depth_ = 0;
  int dots_ = 0;
  std::size_t values_ = 0;
};

// Line and column to byte offset. Remembers the last place, since values come in order: a long line is walked once.
class Offsets {
 public:
  explicit Offsets(const SourceFile& file)
      : file_(file), has_mark_(std::string_view(file.bytes()).starts_with(kByteOrderMark)) {}

  std::size_t of(const toml::source_position& place) {
    const int line = static_cast<int>(place.line);
    // toml++ does not count a byte order mark.
    const int column = static_cast<int>(place.column) + (line == 1 && has_mark_ ? 1 : 0);
    if (line != line_ || column < column_) {
      line_ = line;
      column_ = 1;
      offset_ = file_.line_begin(line);
    }
    const std::string& bytes = file_.bytes();
    for (; column_ < column && offset_ < bytes.size() && bytes[offset_] != '\n'; ++column_) {
      do {
        ++offset_;
      } while (offset_ < bytes.size() && continues_code_point(bytes[offset_]));
    }
    return offset_;
  }

 private:
  const SourceFile& file_;
  bool has_mark_;
  int line_ = 0;
  int column_ = 1;
  std::size_t offset_ = 0;
};

// toml++ tree to ours. Recursion is bounded by kMostDepth.
class Converter {
 public:
  Converter(const SourceSet& sources, std::int32_t file, Diagnostics& diagnostics)
      : bytes_(sources[file].bytes()), file_(file), offsets_(sources[file]), diagnostics_(diagnostics) {}

  std::optional<Node> convert(const toml::table& root) {
    Node node;
    node.at = span_of(file_, 0, 0);
    fill_table(root, node, 0);
    if (too_deep_) return std::nullopt;
    return node;
  }

 private:
  using Entry = std::pair<const toml::key*, const toml::node*>;

  Span region(const toml::source_region& source) {
    const std::size_t begin = offsets_.of(source.begin);
    return span_of(file_, begin, std::max(begin, offsets_.of(source.end)));
  }

  // toml++ iterates by name; a reader of messages expects the order of the file.
  static std::vector<Entry> in_file_order(const toml::table& table) {
    std::vector<Entry> entries;
    for (auto&& [key, value] : table) entries.emplace_back(&key, &value);
    const auto place = [](const Entry& entry) {
      const toml::source_position& begin = entry.first->source().begin;
      return std::tuple(begin.line, begin.column);
    };
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) { return place(a) < place(b); });
    return entries;
  }

  void fill_table(const toml::table& table, Node& node, int depth) {
    node.kind = Node::Kind::table;
    node.inline_table = table.is_inline();
    for (const auto& [key, value] : in_file_order(table)) {
      const Span key_span = region(key->source());
      node.key_spans.push_back(key_span);
      node.entries.emplace_back(std::string(key->str()), Node());
      Node& child = node.entries.back().second;
      fill(*value, child, depth + 1);
      if (stands_at_key(*value)) child.at = key_span;
    }
  }

  // [header] tables, tables made by dotted keys, and arrays of [[header]] tables have no bytes of their own.
  static bool stands_at_key(const toml::node& value) {
    if (const toml::table* table = value.as_table()) return !table->is_inline();
    const toml::array* array = value.as_array();
    return array != nullptr && is_header_array(*array);
  }

  static bool is_header_array(const toml::array& array) {
    if (array.empty()) return false;
    const toml::table* first = array[0].as_table();
    return first != nullptr && !first->is_inline();
  }

  void fill_array(const toml::array& array, Node& node, int depth) {
    node.kind = Node::Kind::array;
    node.items.reserve(array.size());
    for (const toml::node& item : array) {
      node.items.emplace_back();
      fill(item, node.items.back(), depth + 1);
    }
    if (is_header_array(array)) {
      for (Node& item : node.items) item.at = without_brackets(item.at);
    }
  }

  // [[options.steps]] → options.steps
  Span without_brackets(Span header) const {
    while (header.begin < header.end && std::strchr("[ \t", bytes_[header.begin]) != nullptr) ++header.begin;
    while (header.end > header.begin && std::strchr("] \t", bytes_[header.end - 1]) != nullptr) --header.end;
    return header;
  }

  void fill(const toml::node& value, Node& node, int depth) {
    if (depth > kMostDepth) {
      node.at = region(value.source());
      report_depth(node.at);
      return;
    }
    node.at = span_of(file_, offsets_.of(value.source().begin), 0);
    if (const toml::table* table = value.as_table()) fill_table(*table, node, depth);
    if (const toml::array* array = value.as_array()) fill_array(*array, node, depth);
    node.at.end = std::max(node.at.begin, static_cast<std::uint32_t>(offsets_.of(value.source().end)));
    if (!value.is_table() && !value.is_array()) fill_scalar(value, node);
  }

  void fill_scalar(const toml::node& value, Node& node) {
    switch (value.type()) {
      case toml::node_type::string:
        node.kind = Node::Kind::string;
        node.text = value.as_string()->get();
        return;
      case toml::node_type::boolean:
        node.kind = Node::Kind::boolean;
        node.text = value.as_boolean()->get() ? "true" : "false";
        return;
      case toml::node_type::integer:
        node.kind = Node::Kind::integer;
        break;
      case toml::node_type::floating_point:
        node.kind = Node::Kind::decimal;
        break;
      case toml::node_type::date:
        node.kind = Node::Kind::date;
        break;
      case toml::node_type::none:
      case toml::node_type::table:
      case toml::node_type::array:
      case toml::node_type::time:
      case toml::node_type::date_time:
        node.kind = Node::Kind::other;
        break;
    }
    node.text = bytes_.substr(node.at.begin, node.at.end - node.at.begin);
  }

  void report_depth(Span at) {
    if (!too_deep_) diagnostics_.add(problem("toml.too-deep", at, "tables are nested too deeply", ""));
    too_deep_ = true;
  }

  const std::string& bytes_;
  std::int32_t file_;
  Offsets offsets_;
  Diagnostics& diagnostics_;
  bool too_deep_ = false;
};

// The usual mistake is a phrase without quotes: in = $40 copay. Shows the line as it should be written.
std::string quoting_help(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) {
    return trim(line).starts_with('[') ? "" : "lines are written `key = value`; a note begins with #";
  }
  const std::string_view key = trim(line.substr(0, equals));
  const std::string_view value = trim(line.substr(equals + 1, line.find('#', equals) - equals - 1));
  constexpr std::size_t kMostShown = 60;
  if (key.empty() || line.size() > kMostShown) return "";
  const bool is_number = value.find_first_not_of("0123456789+-_.:") == std::string_view::npos;
  if (is_number || value.find_first_of("\"'[]{}\\") != std::string_view::npos) return "";
  return "put words, and amounts with $ or %, in quotes: " + std::string(key) + " = \"" + std::string(value) + "\"";
}

Diagnostic syntax_problem(const toml::parse_error& error, const SourceSet& sources, std::int32_t file) {
  Offsets offsets(sources[file]);
  const std::size_t begin = offsets.of(error.source().begin);
  const std::string_view bytes = sources[file].bytes();
  std::size_t end = std::max(begin, offsets.of(error.source().end));
  while (end < bytes.size() && (end == begin || continues_code_point(bytes[end]))) ++end;
  std::string_view description = error.description();
  constexpr std::string_view kPrefix = "Error while parsing ";
  if (description.substr(0, kPrefix.size()) == kPrefix) {
    description.remove_prefix(std::min(description.find(": ") + 2, description.size()));
  }
  // toml++ speaks of control characters when a quote is not closed.
  if (begin < bytes.size() && bytes[begin] == '\n' && description.find("control char") != std::string_view::npos) {
    description = "the text has no closing quote on its line";
  }
  const bool is_repeated = description.find("redefine") != std::string_view::npos;
  const std::string_view line = sources[file].line_text(static_cast<int>(error.source().begin.line));
  return problem("toml.syntax", span_of(file, begin, end), "not valid TOML: " + std::string(description),
                 is_repeated ? "" : quoting_help(line));
}

// Depth, size and characters outside strings.
bool is_plain(std::string_view bytes, std::int32_t file, Diagnostics& diagnostics) {
  Scan scan(bytes);
  const Scan::Stop stop = scan.run();
  std::size_t end = scan.place() + 1;
  switch (stop) {
    case Scan::Stop::too_deep:
      diagnostics.add(problem("toml.too-deep", span_of(file, scan.place(), end), "tables are nested too deeply", ""));
      return false;
    case Scan::Stop::not_ascii:
      while (end < bytes.size() && continues_code_point(bytes[end])) ++end;
      diagnostics.add(problem("toml.syntax", span_of(file, scan.place(), end),
                              "not valid TOML: this character must stand in quotes", "quotes are \" and ' only"));
      return false;
    case Scan::Stop::end:
      break;
  }
  if (scan.count_values() <= kMostValues) return true;
  diagnostics.add(problem("toml.too-large", span_of(file, 0, 0), "the file holds more than 200,000 values", ""));
  return false;
}

// What would make toml++ slow or unsafe, or the text unprintable. True when the file may be parsed.
bool is_readable(std::string_view bytes, std::int32_t file, Diagnostics& diagnostics) {
  if (bytes.size() > kMostTomlBytes) {
    diagnostics.add(problem("toml.too-large", span_of(file, 0, 0), "the file is larger than 4 MB", ""));
    return false;
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    diagnostics.add(problem("toml.nul-byte", span_of(file, nul, nul + 1), "the file holds a NUL byte",
                            "is this a text file? Save it as plain text"));
    return false;
  }
  if (const std::size_t bad = first_invalid_utf8(bytes); bad < bytes.size()) {
    diagnostics.add(problem("toml.not-utf8", span_of(file, bad, bad + 1), "the text is not UTF-8",
                            "save the file with the encoding UTF-8"));
    return false;
  }
  return is_plain(bytes, file, diagnostics);
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const auto& [name, node] : entries) {
    if (name == key) return &node;
  }
  return nullptr;
}

Node* Node::find(std::string_view key) { return const_cast<Node*>(std::as_const(*this).find(key)); }

Span Node::key_span(std::string_view key) const {
  for (std::size_t i = 0; i < entries.size() && i < key_spans.size(); ++i) {
    if (entries[i].first == key) return key_spans[i];
  }
  return {};
}

std::optional<Node> read_toml(const SourceSet& sources, std::int32_t file, Diagnostics& diagnostics) {
  const std::string_view bytes = sources[file].bytes();
  if (!is_readable(bytes, file, diagnostics)) return std::nullopt;
  try {
    const toml::table root = toml::parse(bytes, std::string_view(sources[file].name()));
    return Converter(sources, file, diagnostics).convert(root);
  } catch (const toml::parse_error& error) {
    diagnostics.add(syntax_problem(error, sources, file));
    return std::nullopt;
  }
}

Span inside(const Node& node, const SourceSet& sources, std::size_t offset, std::size_t length) {
  const std::string_view raw = sources.text(node.at);
  std::size_t quote = 0;
  if (node.is_string() && !raw.empty() && (raw.front() == '"' || raw.front() == '\'')) {
    quote = raw.size() >= 6 && raw[1] == raw[0] && raw[2] == raw[0] ? 3 : 1;
  }
  if (raw.size() < 2 * quote || raw.substr(quote, raw.size() - 2 * quote) != node.text) return node.at;
  const std::size_t begin = std::min(offset, node.text.size());
  const std::size_t end = begin + std::min(length, node.text.size() - begin);
  const std::size_t base = node.at.begin + quote;
  return span_of(node.at.file, base + begin, base + end);
}

}  // namespace preauth
