#!/bin/sh
# manual.sh SOURCE: mandoc finds nothing to complain of in the manual pages; long source lines are a matter of taste.
set -eu
command -v mandoc >/dev/null || { echo "skipped: mandoc is not installed"; exit 77; }
cd "$1"
found=$(mandoc -T lint man/* 2>&1 | grep -v 'STYLE: input text line longer than 80 bytes' || true)
[ -z "$found" ] && exit 0
echo "$found"
exit 1
