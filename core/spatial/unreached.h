#pragma once

#include "core/base/result.h"
#include "core/gdal/layer_reader.h"
#include "core/spatial/recipe.h"

#include <vector>

namespace checkup::spatial {

class Shelf;
struct Nearness;

/// A polygon of what a recipe measures that no service area reaches.
struct UnreachedPiece
{
    int layer = 0; ///< number among the layers of the recipe's choice
    qint64 feature = 0;
    double amount = 0;   ///< m², or as much of the feature's sum as its share of the area is
    double x = 0, y = 0; ///< a place inside
    gdal::Rings rings;   ///< in the nearness's plane
};

/// What recipes that are cut by service areas leave over: the land that they measure, or polygons
/// whose numbers they sum up by area, without the service areas. Pieces below a square metre are
/// left out: cutting leaves hairs. None for other measures. Errors of Shelf and Cutter, Cancelled.
Result<std::vector<UnreachedPiece>> unreached(Shelf& shelf, const Recipe& recipe,
                                              const Nearness& nearness);

} // namespace checkup::spatial
