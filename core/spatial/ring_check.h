#pragma once

#include "core/spatial/box_grid.h"

#include <vector>

namespace checkup::spatial {

/// Looks whether polygons are valid, without GEOS where that is certain. One for each thread.
class RingCheck
{
public:
    /// True: no two edges touch but neighbours at their corner, holes lie in their shells and
    /// nothing in a hole, and coordinates are numbers. False: not certain; polygons whose rings
    /// touch at a point, or with a vertex twice, are among these.
    bool surelyValid(const gdal::Rings& rings);

private:
    struct Edge
    {
        size_t start = 0; ///< its first vertex
        size_t next = 0;  ///< that of the edge after it
    };
    bool neighboursApart(const gdal::Rings& rings);
    bool apart(const gdal::Rings& rings, const Edge& one, const Edge& other) const;
    bool apartWithin(const gdal::Rings& rings, size_t node) const;
    bool apart(const gdal::Rings& rings, size_t node, size_t other) const;

    std::vector<Edge> m_edges;
    std::vector<Box> m_edgeBoxes;
    /// Boxes of runs of edges, and of pairs of these, up to the root at 1; 2i and 2i + 1 are below
    /// i.
    std::vector<Box> m_boxes;
    size_t m_runs = 0; ///< a power of two
};

} // namespace checkup::spatial
