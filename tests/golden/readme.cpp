// golden_readme [--record] PROGRAM SOURCE-FOLDER: every ```console block of README.md with a `$ preauth …` line is run
// and must print what the block shows. --record writes what it prints instead.

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "test_case.h"

namespace {

// The README in pieces: text as it stands, and commands with the output shown below them.
struct Piece {
  std::string text;
  std::string command;  // empty: only text
  std::string output;
};

std::vector<Piece> pieces_of(const std::string& readme) {
  std::vector<Piece> pieces(1);
  bool inside = false;
  std::istringstream in(readme);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = line == "```console";
      pieces.push_back({line + "\n", {}, {}});
    } else if (inside && line.starts_with("$ preauth ")) {
      pieces.push_back({{}, line.substr(2), {}});
    } else {
      (pieces.back().command.empty() ? pieces.back().text : pieces.back().output) += line + "\n";
    }
  }
  return pieces;
}

std::string joined(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& piece : pieces) {
    text += piece.text;
    if (!piece.command.empty()) text += "$ " + piece.command + "\n" + piece.output;
  }
  return text;
}

// Runs every command; true when all printed what is shown. The pieces then hold what they did print.
bool run_all(std::vector<Piece>& pieces, const golden::Setting& setting) {
  bool same = true;
  int count = 0;
  for (Piece& piece : pieces) {
    if (piece.command.empty()) continue;
    golden::TestCase test;
    test.command = piece.command + "\n";
    const golden::Result actual = golden::run_test(test, setting);
    const std::string difference = golden::difference(piece.command, piece.output, actual.out + actual.err);
    std::cout << difference;
    same = same && difference.empty();
    piece.output = actual.out + actual.err;
    ++count;
  }
  if (count == 0) std::cout << "README.md shows no command\n";
  return same && count > 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool record = !arguments.empty() && arguments.front() == "--record";
  if (record) arguments.erase(arguments.begin());
  if (arguments.size() != 2) {
    std::cerr << "golden_readme [--record] PROGRAM SOURCE-FOLDER\n";
    return 2;
  }
  try {
    const golden::Setting setting{std::filesystem::absolute(arguments[0]).parent_path().string(),
                                  std::filesystem::absolute(arguments[1]).string()};
    const std::string path = setting.source_folder + "/README.md";
    std::vector<Piece> pieces = pieces_of(golden::read_text(path));
    const bool same = run_all(pieces, setting);
    if (!record) return same ? 0 : 1;
    std::ofstream(path, std::ios::binary) << joined(pieces);
  } catch (const std::exception& problem) {
    std::cout << problem.what() << "\n";
    return 1;
  }
  return 0;
}
