#!/bin/sh
# headers.sh COMPILER SOURCE BUILD: every header compiles alone.
set -eu
compiler=$1
cd "$2"
find src -name '*.h' | sort | xargs -P 2 -n 12 "$compiler" -std=c++20 -fsyntax-only -x c++ -Wno-pragma-once-outside-header \
  -DFMT_HEADER_ONLY -Isrc -I"$3/generated"
