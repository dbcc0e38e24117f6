#!/bin/sh
# piped.sh PROGRAM FOLDER NAME: from nothing to the first comparison with the words of one SBC, at most 14 prompts.
set -eu
program=$1 folder=$2 name=$3
day=2026-08-05
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "$name: $1"; exit 1; }

"$program" new "$name.toml" --as-of $day <"$folder/$name.lines" >first.txt 2>said.txt || fail "new ended with $?"
grep -q ': error: ' said.txt && fail "an answer was refused: $(grep ': error: ' said.txt)"

asked=$(grep -c '^[0-9]* of [0-9]*\. ' said.txt)
[ "$asked" -le 14 ] || fail "$asked prompts"
[ "$asked" -eq "$(wc -l <"$folder/$name.lines")" ] || fail "$asked prompts for $(wc -l <"$folder/$name.lines") answers"

# What is typed stands in the document, and then in the file, word for word. Items of a list have an entry each.
tail -n +3 "$folder/$name.sbc" >document.txt
sed 's/^p\. [0-9]*: //' "$folder/$name.lines" >typed.txt
while IFS= read -r words; do
  [ "$words" = no ] || grep -qF -- "$words" document.txt || fail "not in the document: $words"
  grep -qF -- "\"$words\"" "$name.toml" && continue
  echo "$words" | sed 's/, /\n/g' >items.txt
  while IFS= read -r item; do
    grep -qF -- "what = \"$item\"" "$name.toml" || fail "not in the file: $item"
  done <items.txt
done <typed.txt
for part in 'evidence = "plan document"' 'source = "SBC"' 'page = "1"' "date = $day"; do
  grep -qF -- "$part" "$name.toml" || fail "the file does not say $part"
done
[ "$(stat -c %a "$name.toml")" = 600 ] || fail "the file can be read by others"

"$program" check "$name.toml" --as-of $day >checked.txt || fail "check: $(cat checked.txt)"
"$program" compare "$name.toml" --as-of $day >compared.txt
cmp first.txt compared.txt || fail "the first comparison is not that of compare"
[ -s first.txt ] || fail "no comparison"
