#include "generate/sentence.h"

#include <algorithm>
#include <array>

namespace preauth {
namespace {

struct TypeName {
  std::string_view name;
  ArgumentType type;
};
constexpr std::array<TypeName, 5> kTypes = {{{"money", ArgumentType::money},
                                             {"dollars", ArgumentType::dollars},
                                             {"count", ArgumentType::count},
                                             {"date", ArgumentType::date},
                                             {"rate", ArgumentType::rate}}};

// Keywords somebody might use as a placeholder or an id, and the parameters every generated function has.
constexpr std::array<std::string_view, 35> kReserved = {
    "and",   "at",       "auto",    "bool",       "break", "case", "catch", "char",   "class",
    "const", "continue", "default", "diagnostic", "do",    "else", "enum",  "export", "false",
    "for",   "goto",     "if",      "int",        "lang",  "long", "new",   "not",    "operator",
    "or",    "out",      "return",  "switch",     "this",  "true", "union", "while"};

class SentenceReader {
 public:
  SentenceReader(const Node& node, const SourceSet& sources, Diagnostics& diagnostics)
      : node_(node), sources_(sources), diagnostics_(diagnostics) {
    sentence_.at = node.at;
  }

  Sentence read() {
    const std::string& text = node_.text;
    std::size_t at = 0;
    while (at < text.size()) {
      const char c = text[at];
      if (c != '{' && c != '}') {
        literal(c);
        ++at;
      } else if (at + 1 < text.size() && text[at + 1] == c) {
        literal(c);
        at += 2;
      } else if (const std::size_t end = text.find('}', at); c == '{' && end != std::string::npos) {
        placeholder(at, text.substr(at + 1, end - at - 1));
        at = end + 1;
      } else {
        report(at, 1, "unbalanced brace; a literal brace is {{ or }}");
        return sentence_;
      }
    }
    return sentence_;
  }

 private:
  void literal(char c) {
    if (sentence_.pieces.empty() || sentence_.pieces.back().kind != Piece::Kind::literal) {
      sentence_.pieces.emplace_back();
    }
    sentence_.pieces.back().text += c;
  }

  void placeholder(std::size_t at, std::string_view inner) {
    Piece piece;
    const std::size_t mark = inner.find_first_of(":|");
    piece.argument.name = inner.substr(0, mark);
    if (!is_identifier(piece.argument.name)) {
      report(at, inner.size() + 2, "`" + piece.argument.name + "` cannot be the name of a placeholder");
    }
    if (mark == std::string_view::npos) {
      piece.kind = Piece::Kind::value;
    } else if (inner[mark] == ':') {
      piece.kind = Piece::Kind::value;
      piece.argument.type = type_of(at, inner.substr(mark + 1));
    } else {
      plural(at, inner.substr(mark + 1), piece);
    }
    sentence_.pieces.push_back(std::move(piece));
  }

  void plural(std::size_t at, std::string_view forms, Piece& piece) {
    piece.kind = Piece::Kind::plural;
    piece.argument.type = ArgumentType::count;
    const std::size_t bar = forms.find('|');
    if (bar == std::string_view::npos || forms.find('|', bar + 1) != std::string_view::npos) {
      report(at, forms.size() + piece.argument.name.size() + 3, "a plural is written {n|visit|visits}");
      return;
    }
    piece.text = forms.substr(0, bar);
    piece.many = forms.substr(bar + 1);
  }

  ArgumentType type_of(std::size_t at, std::string_view name) {
    for (const TypeName& known : kTypes) {
      if (known.name == name) return known.type;
    }
    report(at, name.size(), "unknown type `" + std::string(name) + "`; known: money dollars count date rate");
    return ArgumentType::text;
  }

  void report(std::size_t offset, std::size_t length, std::string message) {
    const Span at = inside(node_, sources_, offset, length);
    diagnostics_.add({Severity::error, "catalogue.sentence", at, std::move(message), "", {}});
  }

  const Node& node_;
  const SourceSet& sources_;
  Diagnostics& diagnostics_;
  Sentence sentence_;
};

}  // namespace

bool is_identifier(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  if (name.empty() || !is_letter(name.front())) return false;
  if (std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end()) return false;
  return std::all_of(name.begin(), name.end(), [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

bool is_left_as_it_was(std::string_view original, std::string_view translation) {
  constexpr int kSharedWords = 3;  // "HMO", "preauth plans NAME"
  int words = 0;
  int open = 0;  // placeholders are the same in every language
  bool inside_word = false;
  for (const char c : original) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    open += c == '{' ? 1 : c == '}' ? -1 : 0;
    if (letter && !inside_word && open == 0) ++words;
    inside_word = letter;
  }
  return original == translation && words > kSharedWords;
}

Sentence read_sentence(const Node& node, const SourceSet& sources, Diagnostics& diagnostics) {
  Sentence sentence = SentenceReader(node, sources, diagnostics).read();
  sentence.written = node.text;
  return sentence;
}

void collect_arguments(const Sentence& sentence, std::vector<Argument>& arguments, Diagnostics& diagnostics) {
  for (const Piece& piece : sentence.pieces) {
    if (piece.kind == Piece::Kind::literal) continue;
    const auto same_name = [&](const Argument& argument) { return argument.name == piece.argument.name; };
    const auto known = std::find_if(arguments.begin(), arguments.end(), same_name);
    if (known == arguments.end()) {
      arguments.push_back(piece.argument);
    } else if (known->type != piece.argument.type) {
      diagnostics.add({Severity::error,
                       "catalogue.two-types",
                       sentence.at,
                       "`" + piece.argument.name + "` is used with two types",
                       "",
                       {}});
    }
  }
}

}  // namespace preauth
