#!/usr/bin/env bash
# make-year.sh CHECKUP FOLDER: compiles the sample year into a new project in FOLDER and prints its path.
# What it does is what a technician does: new, import what came in, look at what the cross-checks
# find, import what departments sent again, settle the rest.
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
# Exit 1 says that a person has something to settle: the year is usable all the same.
usable() { "$@" || [ $? -eq 1 ]; }
take() { usable "$checkup" -q import "$project" "${@:2}" --person 示例 --taken-at "$1T02:00:00Z"; }
settle() { usable "$checkup" -q check "$project" --person 示例 "$@" >/dev/null; }
take 2023-04-26 "$sample/regions.csv"
take 2023-04-26 "$sample/departments.csv" "$sample/goals.csv" "$sample/benchmarks.csv"
take 2023-04-26 "$sample/returns"
# The findings go back to the departments; what they send again replaces what they sent.
usable "$checkup" -q check "$project" >/dev/null
take 2023-05-16 "$sample/resubmissions"
take 2023-05-16 "$sample/published.csv" "$sample/network-and-spatial.csv"
# Spatial results of what the invented city was drawn for. Its schools and clinics stand where no
# department counted them, and the sea lies in no district: there the returns stand alone.
usable "$checkup" -q layers "$project" --add "$sample/layers" --person 示例 \
    --taken-at 2023-05-18T02:00:00Z >/dev/null 2>&1
"$checkup" -q layers "$project" --regions JDXZ --person 示例 >/dev/null
drawn=(a_wetland a_water a_city a_pbf a_farmland a_hsf a_erl a_erl_builtup a_heritage n_heritage
    a_shelter a_urban a_imperv n_waterlog n_supertall n_geohaz_treated len_dike_ok len_dike
    a_idle_done a_idle a_supply_stock a_supply a_industry a_urbrur len_road a_renewal a_resid
    a_job n_county a_construct a_ugb_builtup a_footprint a_floor a_town a_town_resid a_village
    n_village a_forest a_woodland a_restore len_tunnel a_resid_urban a_funeral a_park
    len_greenway len_express len_rail)
usable "$checkup" -q spatial "$project" --only "${drawn[@]}" --person 示例 \
    --computed-at 2023-05-19T02:00:00Z >/dev/null
"$checkup" -q adopt "$project" gop --source department --reason "统计局附表为初步核算数，以主管部门填报为准（示例）"
settle --decide jump:n_city_intl:350200:2020 explained --decide jump:f_tour_in:350200:2020 explained \
    --reason "受新冠疫情影响，与公开报道一致"
settle --decide jump:p_rail800:350200:2021 explained --reason "当年有新线通车（示例）"
settle --decide stale:p_rural_tap:350200:2022 accepted --decide stale:m_rural_waste:350200:2022 accepted \
    --reason "已向填报单位核实，两年数确实相同（示例）"
settle --decide rivals_now:a_construct:350200:2022 explained \
    --decide rivals_now:a_construct:350213:2022 explained \
    --reason "空间计算含批而未建用地，以变更调查为准（示例）"
mv -f "$project" "$finished"
echo "$finished"
