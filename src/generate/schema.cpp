#include "generate/schema.h"

#include <array>
#include <span>
#include <utility>
#include <vector>

#include "formats/json_writer.h"
#include "model/vocabulary.h"

namespace preauth {
namespace {

using Words = std::span<const std::string_view>;

struct Vocabulary {
  std::string_view name;
  Words (*words)();
};
constexpr std::array<Vocabulary, 9> kVocabularies = {{{"@benefit", &ids<Benefit>},
                                                      {"@condition", &ids<Condition>},
                                                      {"@coverage", &ids<Coverage>},
                                                      {"@facility-kind", &ids<FacilityKind>},
                                                      {"@funding", &ids<Funding>},
                                                      {"@level", &ids<Level>},
                                                      {"@network", &ids<Network>},
                                                      {"@plan-kind", &ids<PlanKind>},
                                                      {"@wording", &ids<Wording>}}};

constexpr std::string_view kUnknown = "unknown";
constexpr std::string_view kPlace = "#/definitions/";

class SchemaWriter {
 public:
  SchemaWriter(const Node& keys, const Node& values, Diagnostics& diagnostics)
      : keys_(keys), values_(values), diagnostics_(diagnostics) {}

  std::string write(std::string_view title) {
    json_.begin_object();
    json_.member("$schema", "http://json-schema.org/draft-07/schema#").member("title", title);
    if (const Node* top = keys_.find("top")) write_members(*top);
    json_.key("definitions").begin_object();
    for (const auto& [name, table] : keys_.entries) {
      if (name != "top") write_table(name, table);
    }
    for (const auto& [name, value] : values_.entries) {
      json_.key(name);
      copy(value);
    }
    write_names("benefit-name", ids<Benefit>());
    write_names("network-name", ids<Network>());
    json_.end_object().end_object();
    return json_.take();
  }

 private:
  void write_table(const std::string& name, const Node& table) {
    json_.key("table-" + name).begin_object();
    write_members(table);
    json_.end_object();
  }

  // Keys that begin with x- belong to the writer of a file.
  void write_members(const Node& table) {
    json_.member("type", "object").key("additionalProperties").boolean(false);
    json_.key("patternProperties").begin_object(JsonWriter::Shape::one_line);
    json_.key("^x-").begin_object().end_object();
    json_.end_object();
    json_.key("required").begin_array(JsonWriter::Shape::one_line);
    for (const auto& [key, field] : table.entries) {
      if (const Node* required = field.find("required"); required != nullptr && required->text == "true") {
        json_.string(key);
      }
    }
    json_.end_array();
    json_.key("properties").begin_object();
    for (const auto& [key, field] : table.entries) write_field(key, field);
    json_.end_object();
  }

  void write_field(const std::string& key, const Node& field) {
    json_.key(key).begin_object();
    if (const Node* about = field.find("about")) json_.member("description", about->text);
    const std::size_t shapes = count_shapes(field);
    if (shapes == 0) report(field, "this key says nothing about its value");
    json_.key(shapes > 1 ? "anyOf" : "allOf").begin_array();  // under allOf an editor marks the very key that is wrong
    for (const auto& [kind, value] : field.entries) {
      if (is_shape(kind)) write_shape(kind, value);
    }
    json_.end_array().end_object();
  }

  static bool is_shape(const std::string& kind) { return kind != "about" && kind != "required"; }

  static std::size_t count_shapes(const Node& field) {
    std::size_t count = 0;
    for (const auto& [kind, value] : field.entries) {
      if (is_shape(kind)) count += kind == "words" ? 2U : 1U;  // the words, and their long form
    }
    return count;
  }

  void write_shape(const std::string& kind, const Node& value) {
    if (kind == "const" || kind == "one_of" || kind == "words") {
      write_words(kind, value);
    } else if (kind == "is") {
      write_ref(value, value.text);
    } else if (kind == "table") {
      write_ref(value, "table-" + value.text);
    } else if (kind == "list") {
      json_.begin_object().member("type", "array").key("items");
      write_ref(value, "table-" + value.text);
      json_.end_object();
    } else if (kind == "rows" || kind == "rows_of" || kind == "named") {
      write_map(value, kind != "named", kind == "rows_of" ? value.text : "table-" + value.text);
    } else {
      report(value, "this says nothing about a value");
    }
  }

  void write_words(const std::string& kind, const Node& value) {
    const bool may_be_unknown = kind == "words";
    json_.begin_object(JsonWriter::Shape::one_line).key("enum").begin_array();
    bool has_unknown = false;
    for (const std::string& word : words_of(value)) {
      json_.string(word);
      has_unknown = has_unknown || word == kUnknown;
    }
    if (may_be_unknown && !has_unknown) json_.string(kUnknown);
    json_.end_array().end_object();
    if (may_be_unknown) write_ref(value, "evidence");
  }

  std::vector<std::string> words_of(const Node& value) {
    std::vector<std::string> words;
    for (const Node& item : value.items) words.push_back(item.text);
    if (value.is_array()) return words;
    for (const Vocabulary& vocabulary : kVocabularies) {
      if (vocabulary.name != value.text) continue;
      for (const std::string_view word : vocabulary.words()) words.emplace_back(word);
      return words;
    }
    return {value.text};
  }

  void write_map(const Node& value, bool by_benefit, const std::string& name) {
    json_.begin_object().member("type", "object");
    if (by_benefit) {
      json_.key("propertyNames").begin_object(JsonWriter::Shape::one_line);
      json_.member("$ref", std::string(kPlace) + "benefit-name").end_object();
    }
    json_.key("additionalProperties");
    write_ref(value, name);
    json_.end_object();
  }

  void write_names(std::string_view name, Words words) {
    json_.key(name).begin_object(JsonWriter::Shape::one_line).key("enum").begin_array();
    for (const std::string_view word : words) json_.string(word);
    json_.end_array().end_object();
  }

  void write_ref(const Node& value, const std::string& name) {
    const bool is_table = name.starts_with("table-");
    const bool is_known =
        is_table ? keys_.find(name.substr(6)) != nullptr : values_.find(name) != nullptr || name.ends_with("-name");
    if (!is_known) report(value, "there is no `" + name + "`");
    json_.begin_object(JsonWriter::Shape::one_line).member("$ref", std::string(kPlace) + name).end_object();
  }

  // JSON Schema as it stands in TOML; { ref = "money" } is the short form of a reference.
  void copy(const Node& node) {
    switch (node.kind) {
      case Node::Kind::table:
        return copy_table(node);
      case Node::Kind::array:
        json_.begin_array(JsonWriter::Shape::one_line);
        for (const Node& item : node.items) copy(item);
        json_.end_array();
        return;
      case Node::Kind::integer:
      case Node::Kind::decimal:
      case Node::Kind::boolean:
        json_.raw(node.text);
        return;
      case Node::Kind::string:
      case Node::Kind::date:
      case Node::Kind::other:
        json_.string(node.text);
        return;
    }
  }

  void copy_table(const Node& table) {
    if (const Node* ref = table.find("ref")) return write_ref(*ref, ref->text);
    json_.begin_object();
    for (const auto& [key, value] : table.entries) {
      json_.key(key);
      copy(value);
    }
    json_.end_object();
  }

  void report(const Node& at, std::string message) {
    diagnostics_.add({Severity::error, "schema.bad", at.at, std::move(message), "", {}});
  }

  const Node& keys_;
  const Node& values_;
  Diagnostics& diagnostics_;
  JsonWriter json_;
};

}  // namespace

std::string emit_schema(const Node& keys, const Node& values, std::string_view title, Diagnostics& diagnostics) {
  return SchemaWriter(keys, values, diagnostics).write(title);
}

}  // namespace preauth
