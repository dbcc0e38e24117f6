#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "batch/columns.h"

namespace preauth {
namespace {

bool is_letter_or_digit(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9'); }
bool is_upper(char c) { return 'A' <= c && c <= 'Z'; }
bool is_lower(char c) { return 'a' <= c && c <= 'z'; }

// "memberID", "Member-Id", "member id": member, id.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool begins_word = is_upper(name[i]) && i > 0 && is_lower(name[i - 1]);
    if ((begins_word || !is_letter_or_digit(name[i])) && !words.back().empty()) words.emplace_back();
    if (!is_letter_or_digit(name[i])) continue;
    words.back() += is_upper(name[i]) ? static_cast<char>(name[i] - 'A' + 'a') : name[i];
  }
  return words;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 30> kTelling = {
    "name",      "names",    "firstname", "lastname", "surname",   "fullname",   "forename", "ssn",
    "dob",       "birth",    "birthday",  "born",     "birthdate", "email",      "mail",     "phone",
    "telephone", "mobile",   "fax",       "address",  "street",    "zip",        "zipcode",  "postcode",
    "mrn",       "passport", "mbi",       "initials", "guardian",  "beneficiary"};

// Words that are a person's number only together.
struct Pair {
  std::string_view first;
  std::string_view second;
};
constexpr std::array<Pair, 22> kTellingPairs = {
    {{"member", "id"},         {"member", "number"},  {"member", "no"},       {"subscriber", "id"},
     {"subscriber", "number"}, {"policy", "number"},  {"policy", "id"},       {"insurance", "id"},
     {"insurance", "number"},  {"medicaid", "id"},    {"medicaid", "number"}, {"medicare", "id"},
     {"medicare", "number"},   {"patient", "id"},     {"social", "security"}, {"account", "number"},
     {"record", "number"},     {"license", "number"}, {"driver", "license"},  {"group", "number"},
     {"card", "number"},       {"health", "id"}}};

// "planname" is not a person's name: words that say whose name it is.
constexpr std::array<std::string_view, 8> kThings = {"plan",    "file",  "facility", "program",
                                                     "insurer", "payer", "level",    "option"};

}  // namespace

bool looks_like_identifier(std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  std::string run_together;
  for (const std::string& word : words) run_together += word;
  const bool of_a_thing =
      std::any_of(kThings.begin(), kThings.end(), [&](std::string_view thing) { return contains(words, thing); });
  for (const std::string_view telling : kTelling) {
    if (of_a_thing && (telling == "name" || telling == "names" || telling == "address")) continue;
    if (contains(words, telling) || run_together == telling) return true;
  }
  return std::any_of(kTellingPairs.begin(), kTellingPairs.end(), [&](const Pair& pair) {
    return (contains(words, pair.first) && contains(words, pair.second)) ||
           run_together == std::string(pair.first) + std::string(pair.second);
  });
}

}  // namespace preauth
