#!/bin/sh
# headers.sh COMPILER SOURCE BUILD: every header compiles alone.
set -eu
export compiler=$1 build=$3
cd "$2/src"
find . -name '*.h' | sed 's,^\./,,' | sort | xargs -P "$(nproc)" -I '{}' sh -c '
  echo "#include \"{}\"" |
    "$compiler" -std=c++20 -fsyntax-only -DFMT_HEADER_ONLY -I. -I"$build/generated" -x c++ - ||
    { echo "{} does not compile alone"; exit 1; }'
