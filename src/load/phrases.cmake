set(phrase_sources phrase.cpp)
