#!/usr/bin/env bash
# Installs what is missing, builds, and does the main job on data/samples: with a display it opens the
# sample year in the window, without one it compiles the sample's package into out/ and lists it.
set -euo pipefail
cd "$(dirname "$0")"
.ci/install-packages.sh
mkdir -p build
log=build/release.log
if ! { cmake --preset release && cmake --build --preset release --target checkup citycheckup sample_year; } >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    exit 1
fi
bin=build/release/bin
project=$(data/samples/make-year.sh "$bin/checkup" out)
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$bin/citycheckup" "$project"
fi
"$bin/checkup" report "$project" -o out/成果
