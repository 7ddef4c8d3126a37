#!/usr/bin/env bash
# Installs what packages-debian.txt names and this machine lacks. Says nothing when all is there.
set -euo pipefail
list="$(dirname "$0")/packages-debian.txt"
mapfile -t wanted < <(sed -e 's/#.*//' -e 's/[[:space:]]*$//' "$list" | grep -v '^$')
# A name may stand for a package of its own or be provided by another: that differs between releases.
declare -A present=()
while read -r package _; do
    [ -z "$package" ] || present[$package]=1
done < <(dpkg-query -W -f='${db:Status-Status}, ${Package}, ${Provides}\n' 2>/dev/null | sed -n 's/^installed, //p' | tr ',' '\n')
missing=()
for package in "${wanted[@]}"; do
    [ -n "${present[$package]:-}" ] || missing+=("$package")
done
# Lines with "#?" name packages that not every release has: all of them are wanted, or none.
mapfile -t optional < <(sed -n 's/^#? *//p' "$list")
add_optional() {
    apt-cache show "${optional[0]}" >/dev/null 2>&1 || return 0
    for package in "${optional[@]}"; do
        [ -n "${present[$package]:-}" ] || missing+=("$package")
    done
}
add_optional
[ ${#missing[@]} -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null; then
    echo "These packages are needed and apt-get is not here to install them: ${missing[*]}" >&2
    exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Run as root, or install sudo: these packages are missing: ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
fi
echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# A system just set up knows only after the update what its release has.
if ! { "${as_root[@]}" apt-get update && add_optional && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    exit 1
fi
