#!/bin/sh
# binary.sh PROGRAM: the released program reaches for no network, starts no other program but the PDF converter of
# `sheet --pdf` (posix_spawn, without a shell), and needs only the C++ runtime.
set -eu
program=$1
for tool in nm readelf; do
  command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
[ -x "$program" ] || { echo "there is no program $program"; exit 1; }
status=0

forbidden='socket|connect|getaddrinfo|gethostby[a-z_]*|res_[a-z]*|send|sendto|recv|recvfrom|exec[lv][a-z]*|posix_spawnp|system|popen|fork|vfork|dlopen'
if nm -D --undefined-only "$program" | sed 's/@.*//' | grep -E " ($forbidden)\$"; then
  echo "the program uses functions that reach outside (above)"
  status=1
fi

needed=$(readelf -d "$program" | sed -n 's/.*(NEEDED).*\[\(.*\)\].*/\1/p')
for library in $needed; do
  case $library in
    libstdc++.so.* | libm.so.* | libgcc_s.so.* | libc.so.* | ld-linux*) ;;
    *) echo "the program needs $library"; status=1 ;;
  esac
done
exit $status
