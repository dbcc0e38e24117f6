// The typed values of a table: what each kind of value accepts, and the sentence for what it does not.

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/text.h"
#include "load/field_reader.h"
#include "load/phrase_diagnostics.h"
#include "messages/diagnostics.h"

namespace preauth {
namespace {

constexpr std::int32_t kMostDays = 36'600;  // a hundred years

bool is_number(const Node& node) { return node.kind == Node::Kind::integer || node.kind == Node::Kind::decimal; }

// TOML allows 2_000 and +5; the phrase language does not.
std::string number_text(const Node& node) {
  std::string text = node.text;
  std::erase(text, '_');
  if (text.starts_with('+')) text.erase(0, 1);
  return text;
}

std::string example(std::string_view key, std::string_view sample) {
  return std::string(key) + " = " + std::string(sample);
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc::result_out_of_range) return std::numeric_limits<std::int64_t>::max();
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

std::optional<std::int32_t> within(std::optional<std::int64_t> number, std::int32_t least, std::int32_t most,
                                   const Value& value, Loading& loading) {
  if (!number) {
    loading.diagnostics.add(diag::file_expected_count(value.node->at, value.key));
    return std::nullopt;
  }
  if (*number < least || *number > most) {
    loading.diagnostics.add(diag::file_number_range(value.node->at, value.key, least, most));
    return std::nullopt;
  }
  return static_cast<std::int32_t>(*number);
}

template <class T, class Read>
Field<T> field(const std::optional<Value>& value, Read read) {
  return value ? Field<T>{read(*value), value->provenance} : Field<T>{};
}

}  // namespace

std::optional<std::string> phrase_text(const Value& value, std::string_view sample, Loading& loading) {
  const Node& node = *value.node;
  if (is_number(node)) return number_text(node);
  if (node.is_string()) return node.text;
  loading.diagnostics.add(diag::file_expected_value(node.at, value.key, example(value.key, sample)));
  return std::nullopt;
}

void report(const std::vector<PhraseProblem>& problems, const Value& value, Loading& loading) {
  for (const PhraseProblem& problem : problems) {
    const Span at = inside(*value.node, loading.sources, problem.offset, problem.length);
    loading.diagnostics.add(to_diagnostic(problem, at));
  }
}

std::optional<std::size_t> find_word(const Value& value, std::span<const std::string_view> words, Loading& loading) {
  if (!value.node->is_string()) {
    const std::string sample = "\"" + std::string(words.front()) + "\"";
    loading.diagnostics.add(diag::file_expected_value(value.node->at, value.key, example(value.key, sample)));
    return std::nullopt;
  }
  const std::string word = lower_ascii(excerpt(trim(value.node->text)));
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  loading.diagnostics.add(diag::file_unknown_word(value.node->at, value.key, excerpt(value.node->text), join(words),
                                                  nearest_word(word, words)));
  return std::nullopt;
}

std::optional<Benefit> find_benefit(std::string_view long_name, Span at, Loading& loading) {
  const std::string name = excerpt(long_name);
  if (const std::optional<Benefit> benefit = parse_id<Benefit>(name)) return benefit;
  const std::span<const std::string_view> known = ids<Benefit>();
  loading.diagnostics.add(diag::file_unknown_benefit(at, name, join(known), nearest_word(name, known)));
  return std::nullopt;
}

Known<std::int32_t> read_count(const Value& value, std::int32_t least, std::int32_t most, Loading& loading) {
  if (value.is_unknown()) return Known<std::int32_t>::unknown();
  const Node& node = *value.node;
  const std::string text = node.is_string() ? std::string(trim(node.text)) : number_text(node);
  const std::size_t dots = node.is_string() ? text.find("..") : std::string::npos;
  if (!node.is_string() && node.kind != Node::Kind::integer) {
    within(std::nullopt, least, most, value, loading);
    return {};
  }
  if (dots == std::string::npos) {
    const std::optional<std::int32_t> number = within(parse_integer(text), least, most, value, loading);
    return number ? Known<std::int32_t>(*number) : Known<std::int32_t>();
  }
  const auto low = within(parse_integer(trim(std::string_view(text).substr(0, dots))), least, most, value, loading);
  const auto high = within(parse_integer(trim(std::string_view(text).substr(dots + 2))), least, most, value, loading);
  if (!low || !high) return {};
  if (*low <= *high) return *low == *high ? Known(*low) : Known<std::int32_t>::between(*low, *high);
  const std::string turned = std::to_string(*high) + ".." + std::to_string(*low);
  loading.diagnostics.add(diag::file_backward_range(node.at, turned));
  return {};
}

Known<std::int32_t> read_days(const Value& value, Loading& loading) {
  if (value.node->kind == Node::Kind::integer) return read_count(value, 0, kMostDays, loading);
  if (value.node->is_string() && lower_ascii(trim(value.node->text)) == "none") return 0;
  return read_phrase<std::int32_t>(value, &parse_days, "\"5 days\"", loading);
}

Known<bool> read_yes_no(const Value& value, Loading& loading) {
  if (value.is_unknown()) return Known<bool>::unknown();
  const std::string word = lower_ascii(trim(value.node->text));
  const bool is_word = value.node->is_string() || value.node->kind == Node::Kind::boolean;
  if (is_word && (word == "true" || word == "yes")) return true;
  if (is_word && (word == "false" || word == "no")) return false;
  loading.diagnostics.add(diag::file_expected_yes_no(value.node->at, value.key));
  return {};
}

Known<Date> read_date(const Value& value, Loading& loading) {
  if (value.is_unknown()) return Known<Date>::unknown();
  if (value.node->is_string() || value.node->kind == Node::Kind::date) {
    if (const std::optional<Date> date = parse_date(trim(value.node->text))) return *date;
  }
  loading.diagnostics.add(diag::file_expected_date(value.node->at, value.key));
  return {};
}

std::string read_text(const Value& value, Loading& loading) {
  const Node& node = *value.node;
  if (!node.is_string() && !is_number(node)) {
    loading.diagnostics.add(diag::file_expected_text(node.at, value.key));
    return "";
  }
  const std::string_view text = trim(node.text);
  if (text.empty()) loading.diagnostics.add(diag::file_empty_text(node.at, value.key));
  if (static_cast<std::int64_t>(text.size()) > kMostCharacters) {
    loading.diagnostics.add(diag::file_text_too_long(node.at, value.key, kMostCharacters));
    return "";
  }
  return std::string(text);
}

std::string TableReader::text(std::string_view key) {
  const Node* node = raw(key);
  return node == nullptr ? "" : read_text({node, std::string(key), {}}, loading_);
}

Field<std::string> TableReader::text_field(std::string_view key) {
  return field<std::string>(value(key), [&](const Value& found) {
    return found.is_unknown() ? Known<std::string>::unknown() : Known<std::string>(read_text(found, loading_));
  });
}

Field<std::string> TableReader::word_text(std::string_view key, std::span<const std::string_view> words) {
  return field<std::string>(value(key), [&](const Value& found) -> Known<std::string> {
    if (found.is_unknown()) return Known<std::string>::unknown();
    const std::optional<std::size_t> word = find_word(found, words, loading_);
    return word ? Known<std::string>(std::string(words[*word])) : Known<std::string>();
  });
}

Field<Money> TableReader::money(std::string_view key) {
  return field<Money>(
      value(key), [&](const Value& found) { return read_phrase<Money>(found, &parse_money, "\"$2,000\"", loading_); });
}

Field<PriceText> TableReader::price(std::string_view key) {
  return field<PriceText>(value(key), [&](const Value& found) {
    return read_phrase<PriceText>(found, &parse_price, "\"$300/day\"", loading_);
  });
}

Field<std::int32_t> TableReader::days(std::string_view key) {
  return field<std::int32_t>(value(key), [&](const Value& found) { return read_days(found, loading_); });
}

Field<std::int32_t> TableReader::count(std::string_view key, std::int32_t least, std::int32_t most) {
  return field<std::int32_t>(value(key), [&](const Value& found) { return read_count(found, least, most, loading_); });
}

Field<bool> TableReader::yes_no(std::string_view key) {
  return field<bool>(value(key), [&](const Value& found) { return read_yes_no(found, loading_); });
}

Field<Date> TableReader::date(std::string_view key) {
  return field<Date>(value(key), [&](const Value& found) { return read_date(found, loading_); });
}

BenefitMask TableReader::benefits(std::string_view key) {
  const Node* list = raw(key);
  if (list == nullptr) return 0;
  BenefitMask result = 0;
  for (const Node& item : items_of(*list, key, loading_)) {
    if (!item.is_string()) {
      loading_.diagnostics.add(
          diag::file_expected_list(item.at, key, example(key, "[\"residential\", \"inpatient\"]")));
    } else if (const std::optional<Benefit> benefit = find_benefit(trim(item.text), item.at, loading_)) {
      result |= mask(*benefit);
    }
  }
  return result;
}

std::optional<NetworkMask> TableReader::networks(std::string_view key) {
  const Node* list = raw(key);
  if (list == nullptr) return std::nullopt;
  NetworkMask result = 0;
  for (const Node& item : items_of(*list, key, loading_)) {
    const std::optional<std::size_t> network = find_word({&item, std::string(key), {}}, ids<Network>(), loading_);
    if (network) result = static_cast<NetworkMask>(result | mask(static_cast<Network>(*network)));
  }
  return result;
}

}  // namespace preauth
