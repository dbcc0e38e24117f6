#include "generate/emit_messages.h"

#include <algorithm>

#include "generate/cpp_text.h"

namespace preauth {
namespace {

std::string_view cpp_type(ArgumentType type) {
  switch (type) {
    case ArgumentType::text:
      return "std::string_view";
    case ArgumentType::money:
    case ArgumentType::dollars:
      return "Money";
    case ArgumentType::count:
      return "std::int64_t";
    case ArgumentType::date:
      return "Date";
    case ArgumentType::rate:
      return "Rate";
  }
  return "";
}

std::string_view formatter(ArgumentType type) {
  switch (type) {
    case ArgumentType::text:
      return "";
    case ArgumentType::money:
      return "format_money";
    case ArgumentType::dollars:
      return "format_dollars";
    case ArgumentType::count:
      return "format_count";
    case ArgumentType::date:
      return "format_date";
    case ArgumentType::rate:
      return "format_rate";
  }
  return "";
}

std::string parameters(const MessageEntry& entry) {
  std::string text = entry.severity ? "Span at" : "Lang lang";
  for (const Argument& argument : entry.arguments) {
    text += ", " + std::string(cpp_type(argument.type)) + " " + argument.name;
  }
  return text;
}

std::string declaration(const MessageEntry& entry) {
  return (entry.severity ? "Diagnostic " : "std::string ") + entry.function + "(" + parameters(entry) + ")";
}

std::string append(const Piece& piece, std::string_view lang) {
  const std::string& name = piece.argument.name;
  switch (piece.kind) {
    case Piece::Kind::literal:
      return quoted(piece.text);
    case Piece::Kind::plural:
      return "(" + name + " == 1 ? std::string_view(" + quoted(piece.text) + ") : std::string_view(" +
             quoted(piece.many) + "))";
    case Piece::Kind::value:
      break;
  }
  if (piece.argument.type == ArgumentType::text) return name;
  return std::string(formatter(piece.argument.type)) + "(Lang::" + std::string(lang) + ", " + name + ")";
}

// Words put into a Spanish sentence may melt with the one before them: "de" and "el" are "del".
bool melts(const Piece& piece, std::string_view lang) {
  return lang == "es" && piece.kind == Piece::Kind::value && piece.argument.type == ArgumentType::text;
}

std::string appends(const Sentence& sentence, std::string_view target, std::string_view lang, std::string_view indent) {
  std::string text;
  for (const Piece& piece : sentence.pieces) {
    text += std::string(indent) +
            (melts(piece, lang) ? "append_spanish(" + std::string(target) + ", " : std::string(target) + " += ");
    text += append(piece, lang) + (melts(piece, lang) ? ");\n" : ";\n");
  }
  return text;
}

std::string sentence_body(const MessageEntry& entry, const MessageEntry* translated) {
  std::string body = "  std::string out;\n";
  if (translated == nullptr) {
    body += "  static_cast<void>(lang);\n" + appends(entry.text, "out", "en", "  ");
  } else {
    body += "  switch (lang) {\n    case Lang::en:\n" + appends(entry.text, "out", "en", "      ") + "      break;\n";
    body += "    case Lang::es:\n" + appends(translated->text, "out", "es", "      ") + "      break;\n  }\n";
  }
  return body + "  return out;\n";
}

// Help is about something: when every placeholder of it is an empty text there is nothing to say.
std::string help_condition(const Sentence& help) {
  std::string condition;
  for (const Piece& piece : help.pieces) {
    if (piece.kind == Piece::Kind::literal) continue;
    if (piece.kind == Piece::Kind::plural || piece.argument.type != ArgumentType::text) return "";
    condition += (condition.empty() ? "!" : " || !") + piece.argument.name + ".empty()";
  }
  return condition;
}

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "";
}

std::string diagnostic_body(const MessageEntry& entry) {
  std::string body =
      "  Diagnostic diagnostic;\n  diagnostic.severity = Severity::" + std::string(severity_name(*entry.severity)) +
      ";\n  diagnostic.id = " + quoted(entry.id) + ";\n  diagnostic.at = at;\n" +
      appends(entry.text, "diagnostic.message", "en", "  ");
  if (entry.help) {
    const std::string condition = help_condition(*entry.help);
    const std::string lines = appends(*entry.help, "diagnostic.help", "en", condition.empty() ? "  " : "    ");
    body += condition.empty() ? lines : "  if (" + condition + ") {\n" + lines + "  }\n";
  }
  return body + "  return diagnostic;\n";
}

// The only placeholder, if any, is the text `value`: such a sentence can be found by its id.
bool is_found_by_id(const MessageEntry& entry) {
  if (entry.severity) return false;
  return entry.arguments.empty() || entry.arguments == std::vector<Argument>{{"value", ArgumentType::text}};
}

std::string by_id_definition(const Catalogue& catalogue) {
  std::string text =
      "std::string by_id(Lang lang, std::string_view id, std::string_view value) {\n"
      "  static_cast<void>(lang);\n  static_cast<void>(id);\n  static_cast<void>(value);\n";
  for (const MessageEntry& entry : catalogue.entries) {
    if (!is_found_by_id(entry)) continue;
    text += "  if (id == " + quoted(entry.id) + ") return " + entry.function +
            (entry.arguments.empty() ? "(lang);\n" : "(lang, value);\n");
  }
  return text + "  return \"\";\n}\n";
}

// Diagnostics whose values must not be told: the sentence with "…" in their place.
std::string without_values_definition(const Catalogue& catalogue) {
  std::string text = "std::string without_values(std::string_view id) {\n  static_cast<void>(id);\n";
  for (const MessageEntry& entry : catalogue.entries) {
    if (!entry.severity) continue;
    std::string sentence;
    for (const Piece& piece : entry.text.pieces) {
      sentence += piece.kind == Piece::Kind::literal  ? piece.text
                  : piece.kind == Piece::Kind::plural ? piece.many
                                                      : "\u2026";
    }
    text += "  if (id == " + quoted(entry.id) + ") return " + quoted(sentence) + ";\n";
  }
  return text + "  return \"\";\n}\n";
}

constexpr std::string_view kNotice = "// Generated from data/messages. Do not edit.\n";

std::string emit_header(const std::string& space, const Catalogue& catalogue) {
  std::string sentences;
  std::string diagnostics;
  for (const MessageEntry& entry : catalogue.entries) {
    (entry.severity ? diagnostics : sentences) += declaration(entry) + ";\n";
  }
  return "#pragma once\n" + std::string(kNotice) +
         "\n#include <cstdint>\n#include <string>\n#include <string_view>\n\n#include \"base/date.h\"\n#include "
         "\"base/diagnostic.h\"\n#include \"base/money.h\"\n#include \"messages/lang.h\"\n\nnamespace preauth::msg::" +
         space + " {\n\n" + sentences +
         "// The sentence of that id, when `value` is all it needs; else empty.\n"
         "std::string by_id(Lang lang, std::string_view id, std::string_view value);\n"
         "// The sentence of a diagnostic with an ellipsis for every value in it; empty when there is none of that "
         "id.\n"
         "std::string without_values(std::string_view id);\n\n}\n\nnamespace preauth::diag "
         "{\n\n" +
         diagnostics + "\n}\n";
}

}  // namespace

GeneratedMessages emit_messages(std::string_view name, const Catalogue& original, const Catalogue* translation) {
  std::string space(name);
  std::replace(space.begin(), space.end(), '-', '_');
  std::string sentences;
  std::string diagnostics;
  for (const MessageEntry& entry : original.entries) {
    const MessageEntry* translated = translation == nullptr ? nullptr : translation->find(entry.id);
    const std::string body = entry.severity ? diagnostic_body(entry) : sentence_body(entry, translated);
    (entry.severity ? diagnostics : sentences) += declaration(entry) + " {\n" + body + "}\n\n";
  }
  GeneratedMessages generated;
  generated.header = emit_header(space, original);
  generated.source = std::string(kNotice) + "#include \"messages/" + std::string(name) +
                     ".h\"\n\n#include \"messages/format_values.h\"\n\nnamespace preauth::msg::" + space + " {\n\n" +
                     sentences + by_id_definition(original) + "\n" + without_values_definition(original) +
                     "\n}\n\nnamespace preauth::diag {\n\n" + diagnostics + "}\n";
  return generated;
}

}  // namespace preauth
