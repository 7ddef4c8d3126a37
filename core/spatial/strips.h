#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/spatial/barriers.h"
#include "core/spatial/ground.h"
#include "core/spatial/segment_grid.h"

#include <vector>

namespace checkup::spatial {

/// The part of an area that lies in one square of a plane. Squares are disjoint: areas of tiles
/// add up to the area of the whole.
struct AreaTile
{
    Box box;
    gdal::Rings rings; ///< closed; holes follow the ring they are cut out of
};

/// The places within `metres` on the ground of any of the pieces (of length nothing: points), and
/// the inside of the grounds, whose outlines must be among the pieces; tile by tile from south-west
/// to north-east, computed by all processors, the same for any number of them. Round parts are
/// polygons with corners on the circle, 64 in a full one (0.16 % of it is lacking), 256 where there
/// are only points (0.01 %). Cancelled; Invalid for coordinates that are none.
Result<std::vector<AreaTile>> strips(const std::vector<SegmentGrid::Segment>& pieces,
                                     const Barriers& grounds, double metres, const Ground& ground,
                                     const CancelToken& cancel = {});

} // namespace checkup::spatial
