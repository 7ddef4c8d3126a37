#!/usr/bin/env bash
# make-returns.sh CHECKUP MAKE_SAMPLE_RETURNS: fills in the workbooks of xiamen-2022/returns and
# xiamen-2022/resubmissions anew, from source/ and xiamen-2022/planted-faults.csv.
set -euo pipefail
checkup=$1
make_sample_returns=$2
here=$(cd "$(dirname "$0")" && pwd)
sample="$here/xiamen-2022"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
project="$folder/sample.gpkg"
"$checkup" -q new "$project" --city 厦门市 --year 2022 --base-year 2019 --target-year 2035 \
    --catalogue tdt1063-2021 --profile xiamen-122
"$checkup" -q import "$project" "$sample/regions.csv"
"$checkup" -q import "$project" "$sample/departments.csv"
rm -f "$sample/returns"/*.xlsx "$sample/resubmissions"/*.xlsx
"$make_sample_returns" "$project" "$here/source" "$sample/planted-faults.csv" "$sample/returns" "$sample/resubmissions"
