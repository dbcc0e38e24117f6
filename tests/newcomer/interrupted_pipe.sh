#!/bin/sh
# interrupted_pipe.sh PROGRAM: a signal while a script's answers are awaited keeps or discards them, as was asked for.
set -eu
program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "$1"; exit 1; }

# interrupt CHOICE: two answers come, then Ctrl-C.
interrupt() {
  rm -f pipe plan.toml said.txt
  mkfifo pipe
  "$program" new plan.toml --as-of 2026-01-05 --on-interrupt "$1" <pipe >out.txt 2>said.txt &
  running=$!
  exec 3>pipe
  printf 'Acme Gold\n01/01/2026\n' >&3
  waited=0
  until grep -q '^3 of ' said.txt 2>/dev/null; do
    waited=$((waited + 1))
    [ $waited -lt 300 ] || fail "the third prompt did not come"
    sleep 0.1
  done
  kill -INT $running
  code=0
  wait $running || code=$?
  exec 3>&-
  [ $code -eq 1 ] || fail "$1: exit code $code"
}
interrupt keep
"$program" check plan.toml --as-of 2026-01-05 >checked.txt || fail "the file does not read"
grep -qF '"Acme Gold"' plan.toml || fail "an answer was lost"
interrupt discard
[ ! -e plan.toml ] || fail "discard left a file"
