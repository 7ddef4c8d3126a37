#pragma once

#include "core/spatial/box_grid.h"

namespace checkup::spatial {

/// A piece of a zone (a polygon of the few), small enough to be looked at vertex by vertex.
struct Leaf
{
    int zone = 0;
    Box box;
    bool whole = false; ///< it fills its box
    gdal::Rings rings;
};

} // namespace checkup::spatial
