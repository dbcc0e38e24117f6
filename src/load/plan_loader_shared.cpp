// What several rows share: visit pools ([pools.NAME]) and limits ([[limits]], and `limit` of one row).

#include <algorithm>
#include <array>

#include "base/text.h"
#include "load/plan_loader_parts.h"
#include "messages/diagnostics.h"

namespace preauth {
namespace {

void read_limit(const Node& node, BenefitMask benefits, NetworkMask networks, Loading& loading, Limits& limits) {
  const Value value = unwrap(node, "limit", loading);
  if (value.is_unknown()) {
    limits.unknown = value.node;
    return;
  }
  const std::optional<std::string> text = phrase_text(value, "\"60 days per year\"", loading);
  if (!text) return;
  PhraseResult<LimitPhrase> result = parse_limit(*text);
  report(result.problems, value, loading);
  if (!result.value) return;
  if (result.value->none) {
    limits.none = value.node;
    return;
  }
  LimitRule rule = std::move(result.value->rule);
  rule.provenance = value.provenance;
  rule.benefits = benefits;
  rule.networks = networks;
  rule.text = canonical(rule);
  limits.rules.push_back(std::move(rule));
}

void load_pools(TableReader& root, Plan& plan) {
  const std::optional<TableReader> pools = root.table("pools", "[pools.therapy]");
  if (!pools) return;
  const std::size_t count = count_readable(pools->node(), "pools", root.loading());
  for (const auto& [name, node] : std::span(pools->node().entries).first(count)) {
    if (is_own_key(name)) continue;
    if (!node.is_table()) {
      root.loading().diagnostics.add(
          diag::file_expected_table(node.at, excerpt(name), "pools.therapy.benefits = [\"office-visit\", \"iop\"]"));
      continue;
    }
    if (plan.pools.size() == kMostPools) {
      root.loading().diagnostics.add(diag::plan_too_many_pools(node.at, std::int64_t{kMostPools}));
      return;
    }
    TableReader fields(node, root.loading());
    VisitPool pool;
    pool.name = excerpt(name);
    pool.provenance.at = node.at;
    pool.benefits = fields.benefits("benefits");
    pool.networks = fields.networks("networks").value_or(kInNetworks);
    fields.reject_other_keys();
    plan.pools.push_back(std::move(pool));
  }
}

// Without any [pools.NAME] the rows that name the same pool make it.
void make_pools(const std::vector<PoolMember>& members, Plan& plan, Diagnostics& diagnostics) {
  for (const PoolMember& member : members) {
    const auto has_name = [&](const VisitPool& pool) { return pool.name == member.pool; };
    if (std::any_of(plan.pools.begin(), plan.pools.end(), has_name)) continue;
    if (plan.pools.size() == kMostPools) {
      diagnostics.add(diag::plan_too_many_pools(member.at, std::int64_t{kMostPools}));
      return;
    }
    VisitPool pool;
    pool.name = member.pool;
    pool.provenance.at = member.at;
    plan.pools.push_back(std::move(pool));
  }
}

void join_pool(const PoolMember& member, Plan& plan, Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (VisitPool& pool : plan.pools) {
    names.push_back(pool.name);
    if (pool.name != member.pool) continue;
    pool.benefits |= mask(member.benefit);
    return;
  }
  const std::string pool = excerpt(member.pool);
  diagnostics.add(with_names(diag::plan_unknown_pool(member.at, pool, nearest_word(pool, names)), names));
}

// Names the pool in every cost share that counts its visits there.
void mark_shares(const VisitPool& pool, Plan& plan, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < kBenefitCount; ++i) {
    if ((pool.benefits & mask(static_cast<Benefit>(i))) == 0) continue;
    for (std::size_t n = 0; n < kNetworkCount; ++n) {
      Known<CostShare>& known = plan.benefits[i].share[n].known;
      if ((pool.networks & mask(static_cast<Network>(n))) == 0 || !known.is_exact() || !known.value().covered) continue;
      CostShare share = known.value();
      if (share.pool && *share.pool != pool.name) {
        diagnostics.add(diag::plan_two_pools(pool.provenance.at, id(static_cast<Benefit>(i)), *share.pool, pool.name));
        break;
      }
      share.pool = pool.name;
      known = std::move(share);
    }
  }
}

void load_shared_limits(TableReader& root, Plan& plan) {
  for (const Node* node : root.tables("limits", "[[limits]]")) {
    TableReader fields(*node, root.loading());
    fields.require("limit", "limit = \"60 days per year\"");
    fields.require("benefits", "benefits = [\"residential\", \"inpatient\"]");
    const BenefitMask benefits = fields.benefits("benefits");
    const NetworkMask networks = fields.networks("networks").value_or(kAllNetworks);
    Limits limits = read_limits(fields, benefits, networks);
    std::move(limits.rules.begin(), limits.rules.end(), std::back_inserter(plan.limits));
    fields.reject_other_keys();
  }
}

// The engine keeps a fixed number of limits.
void check_limit_count(const Plan& plan, Diagnostics& diagnostics) {
  std::vector<const LimitRule*> all;
  for (const LimitRule& rule : plan.limits) all.push_back(&rule);
  for (const BenefitRow& row : plan.benefits) {
    for (const LimitRule& rule : row.limits) all.push_back(&rule);
  }
  if (all.size() <= kMostLimits) return;
  diagnostics.add(diag::plan_too_many_limits(all.back()->provenance.at, std::int64_t{kMostLimits}));
}

}  // namespace

Limits read_limits(TableReader& fields, BenefitMask benefits, NetworkMask networks) {
  Limits limits;
  const Node* node = fields.raw("limit");
  if (node == nullptr) return limits;
  for (const Node& item : items_of(*node, "limit", fields.loading())) {
    read_limit(item, benefits, networks, fields.loading(), limits);
  }
  if (limits.none != nullptr && !limits.rules.empty()) {
    fields.loading().diagnostics.add(diag::plan_limit_and_none(limits.none->at));
  }
  return limits;
}

void load_shared(TableReader& root, const std::vector<PoolMember>& members, Plan& plan) {
  Diagnostics& diagnostics = root.loading().diagnostics;
  load_pools(root, plan);
  if (plan.pools.empty()) make_pools(members, plan, diagnostics);
  for (const PoolMember& member : members) join_pool(member, plan, diagnostics);
  for (const VisitPool& pool : plan.pools) mark_shares(pool, plan, diagnostics);
  load_shared_limits(root, plan);
  check_limit_count(plan, diagnostics);
}

}  // namespace preauth
