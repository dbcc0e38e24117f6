set(estimation_sources compare.cpp)
