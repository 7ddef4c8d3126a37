#!/usr/bin/env bash
# make-year.sh CHECKUP FOLDER: compiles the sample year into a new project in FOLDER and prints its path.
# What it does is what a technician does: new, then import what came in.
set -euo pipefail
checkup=$1
folder=$2
here=$(cd "$(dirname "$0")" && pwd)
sample="$here/xiamen-2022"
finished="$folder/厦门市-2022.gpkg"
# Made under another name: what stands under the right one is whole.
project="$folder/.making-厦门市-2022.gpkg"
mkdir -p "$folder"
rm -f "$project"
"$checkup" -q new "$project" --city 厦门市 --year 2022 --base-year 2019 --near-year 2025 --target-year 2035 \
    --catalogue tdt1063-2021 --profile xiamen-122 --organisation "厦门市自然资源和规划局（示例）" \
    --cut-off 2023-06-30 --demonstration
# Exit 1 says that a person has something to settle (a refused cell): the year is usable all the same.
take() { "$checkup" -q import "$project" "$@" --person 示例 --taken-at 2023-04-26T02:00:00Z || [ $? -eq 1 ]; }
take "$sample/regions.csv"
take "$sample/departments.csv" "$sample/goals.csv" "$sample/benchmarks.csv"
take "$sample/returns"
take "$sample/published.csv" "$sample/network-and-spatial.csv"
mv -f "$project" "$finished"
echo "$finished"
