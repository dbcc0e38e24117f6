set(loader_sources plan_loader.cpp)
