// The cells "What is the overall deductible?" and "What is the out-of-pocket limit?": amounts for a person and a
// family, in and out of network, in any of the orders that issuers print them.

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "base/text.h"
#include "interview/prompts.h"
#include "interview/readers.h"
#include "messages/interview.h"

namespace preauth {
namespace {

enum class Network : std::uint8_t { in, tier2, out, combined };
enum class Person : std::uint8_t { individual, family };
enum class PieceKind : std::uint8_t { amount, none, not_covered, network, person, end };

constexpr std::array<std::string_view, 4> kNetworkKeys = {"in", "tier2", "out", "combined"};
constexpr std::array<std::string_view, 2> kPersonKeys = {"individual", "family"};

struct Piece {
  PieceKind kind = PieceKind::end;
  std::size_t begin = 0;
  std::size_t size = 0;
  Network network = Network::in;
  Person person = Person::individual;
};
using Pieces = std::vector<Piece>;

struct Words {
  std::string_view text;
  Piece piece;
};

constexpr Words network_words(std::string_view text, Network network) {
  return {text, {PieceKind::network, 0, text.size(), network, {}}};
}
constexpr Words person_words(std::string_view text, Person person) {
  return {text, {PieceKind::person, 0, text.size(), {}, person}};
}
constexpr Words other_words(std::string_view text, PieceKind kind) { return {text, {kind, 0, text.size(), {}, {}}}; }

// The first that matches wins, so longer words stand before the ones they begin with.
constexpr std::array<Words, 40> kWords = {{network_words("out-of-network", Network::out),
                                           network_words("out of network", Network::out),
                                           network_words("out-network", Network::out),
                                           network_words("non-network", Network::out),
                                           network_words("non-participating", Network::out),
                                           network_words("nonparticipating", Network::out),
                                           network_words("non-preferred", Network::out),
                                           network_words("in-network and out-of-network", Network::combined),
                                           network_words("in- and out-of-network", Network::combined),
                                           network_words("combined", Network::combined),
                                           network_words("in-network", Network::in),
                                           network_words("in network", Network::in),
                                           network_words("network", Network::in),
                                           network_words("participating", Network::in),
                                           network_words("preferred", Network::in),
                                           network_words("tier 1", Network::in),
                                           network_words("tier 2", Network::tier2),
                                           person_words("family member", Person::individual),
                                           person_words("individual", Person::individual),
                                           person_words("each person", Person::individual),
                                           person_words("per person", Person::individual),
                                           person_words("person", Person::individual),
                                           person_words("single", Person::individual),
                                           person_words("self-only", Person::individual),
                                           person_words("self only", Person::individual),
                                           person_words("self plus", Person::family),
                                           person_words("member", Person::individual),
                                           person_words("employee only", Person::individual),
                                           person_words("family", Person::family),
                                           other_words("not applicable", PieceKind::none),
                                           other_words("n/a", PieceKind::none),
                                           other_words("no deductible", PieceKind::none),
                                           other_words("no out-of-pocket limit", PieceKind::none),
                                           other_words("does not have a", PieceKind::none),
                                           other_words("none", PieceKind::none),
                                           other_words("not covered", PieceKind::not_covered),
                                           other_words("no coverage", PieceKind::not_covered),
                                           other_words(";", PieceKind::end),
                                           other_words("|", PieceKind::end),
                                           other_words(". ", PieceKind::end)}};

bool is_digit(char c) { return '0' <= c && c <= '9'; }

// "$2,000", "$2,000.50", and without the sign "2,000". Zero: no amount begins here, as in "20%".
std::size_t amount_size(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  if (text[end] == '$') ++end;
  while (end < text.size() && text[end] == ' ' && end == begin + 1) ++end;
  const std::size_t digits = end;
  while (end < text.size() && (is_digit(text[end]) || ((text[end] == ',' || text[end] == '.') &&
                                                       end + 1 < text.size() && is_digit(text[end + 1])))) {
    ++end;
  }
  const bool is_share = end < text.size() && text[end] == '%';
  return end > digits && !is_share ? end - begin : 0;
}

// Where some amounts have their sign, numbers without one are no amounts.
std::optional<Piece> piece_at(std::string_view text, std::size_t at, bool has_signs) {
  if ((is_digit(text[at]) && !has_signs) || text[at] == '$') {
    const std::size_t size = amount_size(text, at);
    if (size > 0) return Piece{PieceKind::amount, at, size, {}, {}};
  }
  for (const Words& known : kWords) {
    if (!text.substr(at).starts_with(known.text)) continue;
    Piece piece = known.piece;
    piece.begin = at;
    return piece;
  }
  return std::nullopt;
}

Pieces take_apart(std::string_view text) {
  Pieces pieces;
  const bool has_signs = text.find('$') != std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<Piece> piece = piece_at(text, at, has_signs);
    if (piece) pieces.push_back(*piece);
    at += piece ? piece->size : 1;
  }
  return pieces;
}

bool is_amount(const Piece& piece) {
  return piece.kind == PieceKind::amount || piece.kind == PieceKind::none || piece.kind == PieceKind::not_covered;
}

// Labels stand all before or all behind their amounts: "individual $2,000, family $4,000", "$2,000 individual". What
// `T Piece::*` names is set from the label nearest in that direction. Two labels before the first amount belong to the
// amounts in turn: "individual/family: $2,000/$4,000".
template <class T>
void set_from_labels(Pieces& pieces, PieceKind labels, T Piece::*field, std::optional<T>& current) {
  const auto first_amount = std::find_if(pieces.begin(), pieces.end(), is_amount);
  std::vector<T> before;
  for (auto at = pieces.begin(); at != first_amount; ++at) {
    if (at->kind == labels) before.push_back(*at.*field);
  }
  if (before.size() > 1) {
    std::size_t turn = 0;
    for (Piece& piece : pieces) {
      if (is_amount(piece)) piece.*field = before[turn++ % before.size()];
    }
    current = before.back();
    return;
  }
  const auto fill = [&](auto begin, auto end) {
    for (auto at = begin; at != end; ++at) {
      if (at->kind == labels) current = *at.*field;
      if (is_amount(*at) && current) *at.*field = *current;
    }
  };
  const bool any =
      std::any_of(pieces.begin(), pieces.end(), [labels](const Piece& each) { return each.kind == labels; });
  if (before.empty() && any) {
    fill(pieces.rbegin(), pieces.rend());
  } else {
    fill(pieces.begin(), pieces.end());
  }
}

// "500" is read as dollars, so that is what it is shown as.
std::string in_dollars(std::string words) {
  const bool is_bare = !words.empty() && '0' <= words.front() && words.front() <= '9';
  return is_bare ? "$" + std::move(words) : words;
}

class AmountCell {
 public:
  AmountCell(const Typed& typed, const ReadingContext& context) : typed_(typed), context_(context) {}

  Reading read() {
    Pieces part;
    for (const Piece& piece : take_apart(searchable(typed_.text))) {
      if (piece.kind != PieceKind::end) {
        part.push_back(piece);
        continue;
      }
      read_part(part);
      part.clear();
    }
    read_part(part);
    if (is_unclear_) {
      context_.diagnostics.add(diag::interview_unclear_amounts(typed_.at));
      return {};
    }
    if (found_.empty()) return as_typed();
    return reading();
  }

 private:
  using Key = std::pair<Network, Person>;

  // One sentence of the cell.
  void read_part(Pieces pieces) {
    if (std::none_of(pieces.begin(), pieces.end(), is_amount)) {
      for (const Piece& piece : pieces) {
        if (piece.kind == PieceKind::network) network_ = piece.network;
      }
      return;
    }
    set_from_labels(pieces, PieceKind::network, &Piece::network, network_);
    for (std::size_t begin = 0; begin < pieces.size();) {
      std::size_t end = begin;
      const std::optional<Network> network = network_of_next(pieces, begin);
      while (end < pieces.size() && (!is_amount(pieces[end]) || pieces[end].network == network)) ++end;
      read_network(Pieces(pieces.begin() + static_cast<std::ptrdiff_t>(begin),
                          pieces.begin() + static_cast<std::ptrdiff_t>(end)));
      begin = end;
    }
  }

  static std::optional<Network> network_of_next(const Pieces& pieces, std::size_t from) {
    for (std::size_t i = from; i < pieces.size(); ++i) {
      if (is_amount(pieces[i])) return pieces[i].network;
    }
    return std::nullopt;
  }

  // The amounts of one network: without labels the first is a person's, the second the family's.
  void read_network(Pieces pieces) {
    const bool labelled =
        std::any_of(pieces.begin(), pieces.end(), [](const Piece& each) { return each.kind == PieceKind::person; });
    std::optional<Person> person;
    if (labelled) set_from_labels(pieces, PieceKind::person, &Piece::person, person);
    std::size_t turn = 0;
    for (const Piece& piece : pieces) {
      if (!is_amount(piece)) continue;
      keep(piece, labelled ? piece.person : static_cast<Person>(std::min<std::size_t>(turn, 1)));
      if (!labelled && holds_for_family(piece)) keep(piece, Person::family);
      ++turn;
    }
  }

  // "None" and "$0" hold for a family as well; any other amount without a word is one person's.
  bool holds_for_family(const Piece& piece) const {
    return piece.kind != PieceKind::amount || words_of(piece).find_first_of("123456789") == std::string::npos;
  }

  void keep(const Piece& piece, Person person) {
    // No amount where nothing is covered is not the same as no limit: left open.
    if (piece.kind == PieceKind::none && piece.network == Network::out) return;
    const auto [at, is_new] = found_.emplace(Key{piece.network, person}, piece);
    is_unclear_ = is_unclear_ || (!is_new && words_of(at->second) != words_of(piece));
  }

  std::string words_of(const Piece& piece) const {
    if (piece.kind == PieceKind::none) return "none";
    if (piece.kind == PieceKind::not_covered) return "not covered";
    return typed_.text.substr(piece.begin, piece.size);
  }

  // For the loader to say what is wrong with it.
  Reading as_typed() const {
    return {{from_document(context_, context_.prompt.path + ".in.individual", typed_.text, typed_.at)}, ""};
  }

  Reading reading() const {
    Reading reading;
    bool is_combined = false;
    for (const auto& [key, piece] : found_) {
      const std::string path = context_.prompt.path + "." +
                               std::string(kNetworkKeys[static_cast<std::size_t>(key.first)]) + "." +
                               std::string(kPersonKeys[static_cast<std::size_t>(key.second)]);
      const Span at = typed_.part(context_.sources, piece.begin, piece.size);
      reading.entries.push_back(from_document(context_, path, words_of(piece), at, typed_.text));
      const std::string line =
          msg::interview::by_id(context_.lang,
                                "read-" + std::string(kNetworkKeys[static_cast<std::size_t>(key.first)]) + "-" +
                                    std::string(kPersonKeys[static_cast<std::size_t>(key.second)]),
                                in_dollars(words_of(piece)));
      reading.echo += (reading.echo.empty() ? "" : ", ") + line;
      is_combined = is_combined || key.first == Network::combined;
    }
    if (is_combined) {
      reading.entries.push_back(
          from_document(context_, context_.prompt.path + ".networks", "combined", typed_.at, typed_.text));
    }
    reading.echo = msg::interview::read_as(context_.lang, reading.echo);
    return reading;
  }

  const Typed& typed_;
  const ReadingContext& context_;
  std::optional<Network> network_;
  std::map<Key, Piece> found_;
  bool is_unclear_ = false;
};

}  // namespace

Reading read_amount_cell(const Typed& typed, const ReadingContext& context) {
  return AmountCell(typed, context).read();
}

}  // namespace preauth
