#!/bin/sh
# package.sh BUILD: the Debian package of this build has the same bytes twice, holds what it should where it should, needs
# the C and C++ runtime only, runs no scripts, and lintian finds no error in it.
set -eu
build=$1
for tool in cpack dpkg-deb dpkg-shlibdeps; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$1"; exit 1; }

# Twice, as two people would make it. Only the mode of the two parts inside the package follows the mask; script/release
# sets one.
package() {
  mkdir "$work/$1"
  (umask "$2" && TZ=$3 SOURCE_DATE_EPOCH=1767571200 cpack --config "$build/CPackConfig.cmake" -B "$work/$1") >"$work/$1.log" ||
    { cat "$work/$1.log"; fail "cpack failed"; }
  rm -rf "$work/$1/_CPack_Packages"
}
package one 022 UTC
package two 077 Asia/Tokyo
deb=$(cd "$work/one" && ls ./*.deb)
for part in --fsys-tarfile --ctrl-tarfile; do
  for copy in one two; do
    dpkg-deb $part "$work/$copy/$deb" >"$work/$copy/part.tar"
  done
  cmp "$work/one/part.tar" "$work/two/part.tar" || fail "the same build makes different packages"
done

dpkg-deb --fsys-tarfile "$work/one/$deb" | tar -t | sed 's|^\./||' | grep -v '/$' | sort >"$work/files"
for file in bin/preauth share/bash-completion/completions/preauth share/fish/vendor_completions.d/preauth.fish \
  share/zsh/vendor-completions/_preauth share/doc/preauth/README.md share/doc/preauth/changelog.gz \
  share/doc/preauth/changelog.Debian.gz share/doc/preauth/copyright share/doc/preauth/examples/alex.toml \
  share/man/man1/preauth.1.gz share/man/man1/preauth-batch.1.gz share/man/man5/preauth-plan.5.gz \
  share/man/man5/preauth-treatment.5.gz share/man/man5/preauth-worksheet.5.gz share/preauth/plans/blank.toml \
  share/preauth/schemas/plan.json share/preauth/schemas/treatment.json share/preauth/schemas/worksheet.json; do
  grep -qx "usr/$file" "$work/files" || fail "the package lacks $file"
done
others=$(grep -v -e '^usr/bin/preauth$' -e '^usr/share/' "$work/files" || true)
[ -z "$others" ] || fail "in an unexpected place: $others"

needs=$(dpkg-deb -f "$work/one/$deb" Depends | tr ',' '\n' | sed 's/^ *//; s/ .*//' | sort | tr '\n' ' ')
[ "$needs" = "libc6 libgcc-s1 libstdc++6 " ] || fail "it needs $needs"
dpkg-deb -e "$work/one/$deb" "$work/control"
[ "$(ls "$work/control" | sort | tr '\n' ' ')" = "control md5sums " ] || fail "scripts: $(ls "$work/control")"

command -v lintian >/dev/null || { echo "lintian is not installed: the rest is checked"; exit 0; }
lintian --fail-on error,warning --tag-display-limit 0 "$work/one/$deb" || fail "lintian complains"
