#!/bin/sh
# validate.sh SOURCE BUILD TOML_TO_JSON PREAUTH: every plan, example and written worksheet validates against its JSON
# Schema, and slips of the key do not. Needs node and the package ajv in BUILD/node (script/test --schemas puts it there).
set -eu
source=$1 build=$2 toml_to_json=$3 preauth=$4
command -v node >/dev/null || { echo "skipped: node is not installed"; exit 77; }
modules=${PREAUTH_NODE_MODULES:-$source/build/node/node_modules}
[ -d "$modules/ajv" ] || { echo "skipped: ajv is not installed (script/test --schemas installs it)"; exit 77; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$preauth" questions blank "$source/examples/alex.toml" --as-of 2026-01-05 --draws 0 --worksheet "$work/sheet.toml" >/dev/null
sed 's/^name /nmae /' "$source/plans/uhc-gold-standard-2026.toml" >"$work/wrong-key.toml"
sed 's/^kind .*/kind = "hmmo"/' "$source/plans/uhc-gold-standard-2026.toml" >"$work/wrong-word.toml"
sed 's/^start .*/start = "soon"/' "$source/examples/alex.toml" >"$work/wrong-day.toml"

for file in "$source"/plans/*.toml "$source"/examples/*.toml "$work"/*.toml; do
  "$toml_to_json" "$file" >"$work/$(basename "$file" .toml).json"
done
NODE_PATH=$modules exec node "$source/tests/schema/validate.js" "$build/schemas" "$work"
