#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test.
set -euo pipefail
cd "$(dirname "$0")"
.ci/install-packages.sh
preset=${CHECKUP_PRESET:-release}
mkdir -p build
log="build/$preset.log"
if ! { cmake --preset "$preset" && cmake --build --preset "$preset"; } >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    exit 1
fi
ctest --preset "$preset" -j 2 "$@"
