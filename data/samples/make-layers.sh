#!/usr/bin/env bash
# make-layers.sh MAKE_CITY: draws the layers of xiamen-2022/layers anew; the same program gives the
# same bytes.
set -euo pipefail
make_city=$1
here=$(cd "$(dirname "$0")" && pwd)
layers="$here/xiamen-2022/layers"
rm -rf "$layers"
"$make_city" "$layers" --sample
# Its known answers are for tests, which make them anew.
rm "$layers/answers.csv"
