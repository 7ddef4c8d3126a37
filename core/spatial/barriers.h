#pragma once

#include "core/gdal/layer_reader.h"
#include "core/spatial/segment_grid.h"

#include <functional>
#include <vector>

namespace checkup::spatial {

/// What roads do not lead across: rivers, railways, walls as lines, which end every road that
/// meets them on either side; closed grounds as polygons, whose inside has no roads. In the plane
/// of the roads. The same tells what lies near or inside of facilities. Built once, then read by
/// any number of threads.
class Barriers
{
public:
    /// Lines or polygons; a part of one vertex is a piece of length nothing, which bars no way.
    void add(const gdal::Rings& parts, bool arePolygons);
    void build() { m_grid.build(); }
    bool isEmpty() const { return m_grid.size() == 0; }
    bool hasPolygons() const { return m_polygons > 0; }
    /// All that was added, piece by piece.
    const SegmentGrid& pieces() const { return m_grid; }
    const Box& extent() const { return m_grid.extent(); }
    /// Whether a point lies inside a polygon, not on its outline.
    bool holds(double x, double y) const;

    /// Calls `use` with what is left of each line, one part a time, and whether its ends lie on a
    /// barrier, so that nothing may be joined to them.
    using Use = std::function<void(const gdal::Rings& line, bool looseBegin, bool looseEnd)>;
    void cut(const gdal::Rings& lines, const Use& use) const;

private:
    SegmentGrid m_grid;
    std::vector<int> m_owners; ///< polygon of each segment, -1 of a line's
    int m_polygons = 0;
};

} // namespace checkup::spatial
