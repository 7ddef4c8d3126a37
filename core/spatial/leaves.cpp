#include "core/spatial/leaves.h"

#include <algorithm>
#include <utility>

namespace checkup::spatial {

using gdal::Rings;

namespace {

/// Whether a segment's box meets a box.
bool segmentMeets(double x1, double y1, double x2, double y2, const Box& box)
{
    return std::min(x1, x2) <= box.maxX && std::max(x1, x2) >= box.minX &&
           std::min(y1, y2) <= box.maxY && std::max(y1, y2) >= box.minY;
}

void addLeaf(const Geos& geos, int zone, const GEOSGeometry* geometry, std::vector<Leaf>& to)
{
    Leaf leaf;
    leaf.zone = zone;
    geos.toRings(geometry, leaf.rings);
    if (leaf.rings.count() == 0)
        return;
    leaf.box = Box::of(leaf.rings);
    const auto onCorner = [&leaf](size_t i) {
        const double x = leaf.rings.x[i];
        const double y = leaf.rings.y[i];
        return (x == leaf.box.minX || x == leaf.box.maxX) &&
               (y == leaf.box.minY || y == leaf.box.maxY);
    };
    leaf.whole = leaf.rings.count() == 1 && leaf.rings.x.size() == 5 && onCorner(0) &&
                 onCorner(1) && onCorner(2) && onCorner(3) && leaf.rings.x[0] != leaf.rings.x[2] &&
                 leaf.rings.y[0] != leaf.rings.y[2];
    to.push_back(std::move(leaf));
}

bool cutGeometry(const Geos& geos, int zone, const GEOSGeometry* geometry, const Box& box,
                 int depth, std::vector<Leaf>& to)
{
    constexpr int deepest = 40;
    const int vertices = GEOSGetNumCoordinates_r(geos.handle(), geometry);
    if (vertices <= 0)
        return true;
    if (static_cast<size_t>(vertices) <= Leaves::mostVertices || depth == deepest) {
        addLeaf(geos, zone, geometry, to);
        return true;
    }
    const bool wide = box.maxX - box.minX > box.maxY - box.minY;
    const double middleX = (box.minX + box.maxX) / 2;
    const double middleY = (box.minY + box.maxY) / 2;
    const Box first{box.minX, box.minY, wide ? middleX : box.maxX, wide ? box.maxY : middleY};
    const Box second{wide ? middleX : box.minX, wide ? box.minY : middleY, box.maxX, box.maxY};
    for (const Box& half : {first, second}) {
        const Geos::Geometry part = geos.clip(geometry, half.minX, half.minY, half.maxX, half.maxY);
        if (!part || !cutGeometry(geos, zone, part.get(), half, depth + 1, to))
            return false;
    }
    return true;
}

} // namespace

bool holdsPoint(const Rings& rings, double x, double y)
{
    bool inside = false;
    for (size_t ring = 0; ring < rings.count(); ++ring) {
        for (size_t i = rings.begins[ring]; i + 1 < rings.end(ring); ++i) {
            if ((rings.y[i] > y) == (rings.y[i + 1] > y))
                continue;
            // From the lower end, so that a neighbour that runs the other way rounds alike.
            const size_t low = rings.y[i] < rings.y[i + 1] ? i : i + 1;
            const size_t high = low == i ? i + 1 : i;
            const double at = rings.x[low] + (y - rings.y[low]) / (rings.y[high] - rings.y[low]) *
                                                 (rings.x[high] - rings.x[low]);
            if (x < at)
                inside = !inside;
        }
    }
    return inside;
}

Stand standOf(const Box& box, const Leaf& leaf)
{
    if (!leaf.box.meets(box))
        return Stand::Outside;
    if (leaf.whole && leaf.box.holds(box))
        return Stand::Inside;
    const Rings& rings = leaf.rings;
    for (size_t ring = 0; ring < rings.count(); ++ring) {
        for (size_t i = rings.begins[ring]; i + 1 < rings.end(ring); ++i) {
            if (segmentMeets(rings.x[i], rings.y[i], rings.x[i + 1], rings.y[i + 1], box))
                return Stand::Cut;
        }
    }
    return holdsPoint(rings, (box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2) ? Stand::Inside
                                                                                   : Stand::Outside;
}

bool Leaves::cut(const Geos& geos, int zone, const Rings& rings, std::vector<Leaf>& to)
{
    if (rings.count() == 0)
        return true;
    const Geos::Geometry geometry = geos.fromRings(rings);
    return geometry && cutGeometry(geos, zone, geometry.get(), Box::of(rings), 0, to);
}

void Leaves::build(std::vector<Leaf> leaves)
{
    m_leaves = std::move(leaves);
    std::vector<Box> boxes;
    boxes.reserve(m_leaves.size());
    for (const Leaf& leaf : m_leaves)
        boxes.push_back(leaf.box);
    m_grid.build(std::move(boxes));
}

} // namespace checkup::spatial
