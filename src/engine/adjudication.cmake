set(adjudication_sources adjudicate.cpp)
