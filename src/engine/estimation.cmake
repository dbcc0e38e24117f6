set(estimation_sources
  ask.cpp assumptions.cpp authorization_branches.cpp compare.cpp evaluate.cpp expand.cpp extremes.cpp
  prepare_shares.cpp prepare_treatment.cpp provisions.cpp resolve.cpp resolve_amounts.cpp resolve_rules.cpp
  resolve_shares.cpp resolve_treatment.cpp start.cpp unknowns.cpp)
