#include "catalogues.h"

#include <algorithm>

#include "source_tree.h"

namespace preauth::meta {
namespace {

Catalogue read(const TextFile& file, SourceSet& sources, Diagnostics& diagnostics) {
  const std::optional<Node> root = read_toml(sources, sources.add(file.path, file.text), diagnostics);
  return root ? read_catalogue(*root, sources, diagnostics) : Catalogue();
}

}  // namespace

std::vector<CataloguePair> catalogue_pairs(std::vector<std::string>& problems) {
  constexpr std::string_view kFolder = "data/messages/";
  const std::vector<TextFile> translations = files_below("data/messages", {".es.toml"});
  std::vector<CataloguePair> pairs;
  for (const TextFile& file : files_below("data/messages", {".en.toml"})) {
    SourceSet sources;
    Diagnostics diagnostics;
    CataloguePair pair;
    pair.name = file.path.substr(kFolder.size(), file.path.find('.') - kFolder.size());
    pair.english = read(file, sources, diagnostics);
    const std::string other = std::string(kFolder) + pair.name + ".es.toml";
    const auto found = std::find_if(translations.begin(), translations.end(),
                                    [&](const TextFile& each) { return each.path == other; });
    if (found != translations.end()) {
      pair.spanish = read(*found, sources, diagnostics);
      check_translation(pair.english, *pair.spanish, diagnostics);
    }
    for (const Diagnostic& diagnostic : diagnostics.all()) problems.push_back(pair.name + ": " + diagnostic.message);
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

std::string filled(const Sentence& sentence, const std::string& value) {
  std::string text;
  for (const Piece& piece : sentence.pieces) {
    switch (piece.kind) {
      case Piece::Kind::literal:
        text += piece.text;
        break;
      case Piece::Kind::value:
        text += value;
        break;
      case Piece::Kind::plural:
        text += piece.many;
        break;
    }
  }
  return text;
}

std::string without_quoted(std::string text, const std::string& value) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  for (std::size_t at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen, at)) {
    const std::size_t end = text.find(kClose, at);
    if (end == std::string::npos) break;
    text.replace(at, end + kClose.size() - at, value);
  }
  return text;
}

std::vector<std::string> fixed_parts(const Sentence& sentence) {
  std::vector<std::string> parts;
  for (const Piece& piece : sentence.pieces) {
    if (piece.kind == Piece::Kind::literal) parts.push_back(piece.text);
  }
  return parts;
}

}  // namespace preauth::meta
