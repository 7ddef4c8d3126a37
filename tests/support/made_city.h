#pragma once

#include "core/base/result.h"

#include <QString>

namespace test {

/// How large a made-up city is. The default is Xiamen's size with a large city's detail.
struct CitySize
{
    int parcels = 500'000;  ///< about; the partition decides
    int controls = 300;     ///< polygons of thousands of vertices in layer KZX
    int edges = 200'000;    ///< of the road network, about
    int facilities = 500;   ///< primary schools; other kinds in proportion
    int homes = 100'000;    ///< residential points in layer JMD
    bool longRoads = false; ///< one line from crossing to crossing's end instead of one an edge
    quint64 seed = 7;
};

/// What data/samples holds.
CitySize sampleCity();

/// Writes a made-up city: six districts with Xiamen's names, codes and land areas, everything else
/// invented (outlines are no one's). The same size gives the same bytes.
///
/// `out` ends in .gpkg: all layers in one GeoPackage, named by their codes of
/// resources/layers/layers.json, and OUT-answers.csv beside it. Otherwise `out` is a folder and the
/// layers come as offices send them: GeoPackages, shapefiles in GBK without a word of it,
/// FlatGeobuf, GeoJSON and tables of longitudes and latitudes, with answers.csv.
///
/// Plane coordinates are EPSG:4548 (central meridian 117° E). Beside the layers that have roles:
/// DLTB_2021 (last year's parcels), KZX (control lines of three kinds, overlapping among kinds) and
/// JMD (residential points with 人口).
///
/// DLTB is a true partition: neighbours share every vertex. Class areas are those that the sample
/// year's departments return for 2022 (data/samples/source), by district where they do.
///
/// answers.csv: what,layer,region,class,value,unit. Areas are of the survey's formula
/// (deliverables: trapezoids on CGCS2000, written out again in made_city.cpp), lengths of the
/// plane's divided by the projection's scale along them; both use nothing of core/spatial.
checkup::Result<void> makeCity(const QString& out, const CitySize& size);

} // namespace test
