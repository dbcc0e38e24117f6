#!/bin/sh
# readme_commands.sh PROGRAM SOURCE: whoever types the commands of README.md one after the other, in its order, is never
# told that something is wrong. What a person types at the prompts of `preauth new` comes from here.
set -eu
program=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PATH="$(dirname "$program"):$PATH" HOME="$work" XDG_DATA_HOME="$work/data"
cp -r "$source/examples" "$work"
cd "$work"

# The lines of ```sh blocks that are commands of the program or copy a file; a backslash goes on with the next line.
awk '/^```/ { inside = ($0 == "```sh"); next } inside' "$source/README.md" |
  sed -e ':join' -e '/\\$/N; s/\\\n//; tjoin' -e 's/  *#.*//' | grep -E '^(preauth|cp) ' >commands.txt
[ "$(wc -l <commands.txt)" -ge 20 ] || { echo "README.md has only these commands:"; cat commands.txt; exit 1; }

typed() {
  case $1 in
    *--treatment*) printf '%s\n' C-1042 34 'substance use' individual 01/12/2026 no '$500' '$620' '' 'iop' '' ;;
    *) cat "$source/tests/newcomer/acme-ppo.lines" ;;
  esac
}

while IFS= read -r command; do
  case $command in
    'preauth new'*)
      # Somebody has begun with this file in the section before.
      [ "$command" != 'preauth new' ] || rm -f my-plan.toml
      typed "$command" >typed.txt
      ;;
    *--pdf*) command -v chromium >/dev/null || command -v weasyprint >/dev/null || continue; : >typed.txt ;;
    *) : >typed.txt ;;
  esac
  code=0
  sh -c "$command" <typed.txt >out.txt 2>err.txt || code=$?
  # 1: done, with findings
  [ "$code" -le 1 ] && ! grep -q ': error: ' err.txt && continue
  echo "exit code $code: $command"
  cat err.txt
  exit 1
done <commands.txt
