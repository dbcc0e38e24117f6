#!/bin/sh
# terminal.sh PROGRAM FOLDER NAME: the same words typed in a terminal of 40 columns make the same file.
set -eu
program=$1 folder=$2 name=$3
command -v expect >/dev/null || { echo "skipped: expect is not installed"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir piped
(cd piped && "$program" new "$name.toml" --as-of 2026-08-05 <"$folder/$name.lines" >../first.txt 2>/dev/null)
TERM=xterm expect -f "$folder/type.exp" "$program" "$name.toml" "$folder/$name.lines"
cmp "$name.toml" "piped/$name.toml"
