#!/bin/sh
# breaking_off.sh PROGRAM FOLDER: Ctrl-C and Ctrl-D leave no file or a valid one, as was chosen.
set -eu
program=$1 folder=$2
command -v expect >/dev/null || { echo "skipped: expect is not installed"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export TERM=xterm
fail() { echo "$1"; exit 1; }

# keep KEYS, discard KEYS: what is typed after two answers, and what is to be left.
keep() {
  rm -f plan.toml
  expect -f "$folder/break.exp" "$program" "$1" || fail "break.exp $1"
  [ -f plan.toml ] || fail "$1 left no file"
  grep -qF 'name    = "Acme Gold"' plan.toml || fail "$1 lost an answer"
  grep -qF '2026-01-01..2026-12-31' plan.toml || fail "$1 lost an answer"
  "$program" check plan.toml --as-of 2026-01-05 >checked.txt || fail "$1 left a file that does not read"
}
discard() {
  rm -f plan.toml
  expect -f "$folder/break.exp" "$program" "$1" || fail "break.exp $1"
  [ ! -e plan.toml ] || fail "$1 left a file"
}
keep 'ctrl-c yes'
keep 'ctrl-d yes'
discard 'ctrl-c no'
discard 'ctrl-d no'
discard 'ctrl-c ctrl-c'
