#include "report/path_words.h"

#include <algorithm>
#include <vector>

#include "messages/compare.h"
#include "model/vocabulary.h"
#include "report/care_words.h"
#include "report/text_wrap.h"

namespace preauth {
namespace {

constexpr int kLongestId = 40;

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> keys;
  while (true) {
    const std::size_t dot = path.find('.');
    keys.push_back(path.substr(0, dot));
    if (dot == std::string_view::npos) return keys;
    path.remove_prefix(dot + 1);
  }
}

bool has(const std::vector<std::string_view>& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// benefits.ROW.KEY
std::string about_benefit(Lang lang, Benefit benefit, std::string_view key) {
  const std::string what = benefit_words(lang, benefit);
  if (key == "same_as") return msg::compare::about_same_as(lang, what);
  if (key.starts_with("prior_auth")) return msg::compare::about_authorization(lang, what);
  if (key.starts_with("limit")) return msg::compare::about_limit(lang, what);
  if (key == "room_and_board") return msg::compare::about_room(lang);
  if (key == "noncovered_rate" || key == "after_limit") return msg::compare::about_noncovered_rate(lang, what);
  if (const std::optional<Network> network = parse_id<Network>(key)) {
    if (*network == Network::in) return msg::compare::about_share(lang, what);
    return msg::compare::about_share_network(lang, what, network_words(lang, *network));
  }
  return msg::compare::about_benefit(lang, what);
}

std::string about_price(Lang lang, const std::vector<std::string_view>& keys) {
  for (const std::string_view key : keys) {
    const std::optional<Benefit> benefit = parse_id<Benefit>(key);
    if (!benefit) continue;
    const std::string what = benefit_words(lang, *benefit);
    return keys.back() == "billed" ? msg::compare::about_billed(lang, what) : msg::compare::about_price(lang, what);
  }
  return msg::compare::about_price_any(lang);
}

std::string about_so_far(Lang lang, std::string_view key) {
  if (key == "deductible") return msg::compare::about_deductible_met(lang);
  if (key == "out_of_pocket") return msg::compare::about_maximum_used(lang);
  if (key == "family") return msg::compare::about_family_used(lang);
  return msg::compare::about_used(lang);
}

// facilities.ID.… and options.ID.steps.N.…; empty when there are no words for the path.
std::string about_treatment(Lang lang, const std::vector<std::string_view>& keys, std::string_view own_option) {
  if (keys.front() == "options" && keys[1] != own_option && has(keys, "price")) {
    const std::string option = shorten(keys[1], kLongestId);
    return keys.back() == "billed" ? msg::compare::about_option_billed(lang, option)
                                   : msg::compare::about_option_price(lang, option);
  }
  if (has(keys, "price") || has(keys, "prices")) return about_price(lang, {keys.begin() + 2, keys.end()});
  if (has(keys, "room_and_board") || has(keys, "room_and_board_price")) return msg::compare::about_room(lang);
  if (keys.back() == "schedule" || keys.back() == "every") return msg::compare::about_length(lang);
  if (keys.front() == "facilities" && keys.back() == "network") {
    return msg::compare::about_facility_network(lang, shorten(keys[1], kLongestId));
  }
  return {};
}

}  // namespace

std::string about_path(Lang lang, std::string_view path, std::string_view own_option) {
  const std::vector<std::string_view> keys = split_path(path);
  const std::string_view first = keys.front();
  if (first == "benefits" && keys.size() > 2) {
    if (const std::optional<Benefit> benefit = parse_id<Benefit>(keys[1]))
      return about_benefit(lang, *benefit, keys[2]);
  }
  if (first == "deductible") return msg::compare::about_deductible(lang);
  if (first == "out_of_pocket_max") return msg::compare::about_maximum(lang);
  if (first == "out_of_network") return msg::compare::about_out_of_network(lang);
  if (first == "so_far" && keys.size() > 1) return about_so_far(lang, keys[1]);
  if (keys.back() == "stay_across_years") return msg::compare::about_stay_across_years(lang);
  if (first == "rules") return msg::compare::about_rule(lang);
  if ((first == "facilities" || first == "options") && keys.size() > 2) {
    if (std::string words = about_treatment(lang, keys, own_option); !words.empty()) return words;
  }
  return msg::compare::about_field(lang, shorten(path, kLongestId * 2));
}

}  // namespace preauth
