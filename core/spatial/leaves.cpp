#include "core/spatial/leaves.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace checkup::spatial {

using gdal::Rings;

namespace {

/// Whether a segment's box meets a box.
bool segmentMeets(double x1, double y1, double x2, double y2, const Box& box)
{
    return std::min(x1, x2) <= box.maxX && std::max(x1, x2) >= box.minX &&
           std::min(y1, y2) <= box.maxY && std::max(y1, y2) >= box.minY;
}

/// Even-odd, which with valid rings is inside the shells and outside the holes.
bool holdsPoint(const Rings& rings, double x, double y)
{
    bool inside = false;
    for (size_t ring = 0; ring < rings.count(); ++ring) {
        for (size_t i = rings.begins[ring]; i + 1 < rings.end(ring); ++i) {
            const double y1 = rings.y[i];
            const double y2 = rings.y[i + 1];
            if ((y1 > y) == (y2 > y))
                continue;
            const double at = rings.x[i] + (y - y1) / (y2 - y1) * (rings.x[i + 1] - rings.x[i]);
            if (x < at)
                inside = !inside;
        }
    }
    return inside;
}

} // namespace

Box Box::of(const Rings& rings)
{
    constexpr double far = std::numeric_limits<double>::infinity();
    Box box{far, far, -far, -far};
    for (const double x : rings.x) {
        box.minX = std::min(box.minX, x);
        box.maxX = std::max(box.maxX, x);
    }
    for (const double y : rings.y) {
        box.minY = std::min(box.minY, y);
        box.maxY = std::max(box.maxY, y);
    }
    return box;
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

bool Leaves::add(const Geos& geos, int zone, const Rings& rings)
{
    if (rings.count() == 0)
        return true;
    const Geos::Geometry geometry = geos.fromRings(rings);
    return geometry && cut(geos, zone, geometry.get(), Box::of(rings), 0);
}

bool Leaves::cut(const Geos& geos, int zone, const GEOSGeometry* geometry, const Box& box,
                 int depth)
{
    constexpr int deepest = 40;
    const int vertices = GEOSGetNumCoordinates_r(geos.handle(), geometry);
    if (vertices <= 0)
        return true;
    if (static_cast<size_t>(vertices) <= mostVertices || depth == deepest) {
        Leaf leaf;
        leaf.zone = zone;
        geos.toRings(geometry, leaf.rings);
        if (leaf.rings.count() == 0)
            return true;
        leaf.box = Box::of(leaf.rings);
        const auto onCorner = [&leaf](size_t i) {
            const double x = leaf.rings.x[i];
            const double y = leaf.rings.y[i];
            return (x == leaf.box.minX || x == leaf.box.maxX) &&
                   (y == leaf.box.minY || y == leaf.box.maxY);
        };
        leaf.whole = leaf.rings.count() == 1 && leaf.rings.x.size() == 5 && onCorner(0) &&
                     onCorner(1) && onCorner(2) && onCorner(3) &&
                     leaf.rings.x[0] != leaf.rings.x[2] && leaf.rings.y[0] != leaf.rings.y[2];
        m_leaves.push_back(std::move(leaf));
        return true;
    }
    const bool wide = box.maxX - box.minX > box.maxY - box.minY;
    const double middleX = (box.minX + box.maxX) / 2;
    const double middleY = (box.minY + box.maxY) / 2;
    const Box first{box.minX, box.minY, wide ? middleX : box.maxX, wide ? box.maxY : middleY};
    const Box second{wide ? middleX : box.minX, wide ? box.minY : middleY, box.maxX, box.maxY};
    for (const Box& half : {first, second}) {
        const Geos::Geometry part = geos.clip(geometry, half.minX, half.minY, half.maxX, half.maxY);
        if (!part || !cut(geos, zone, part.get(), half, depth + 1))
            return false;
    }
    return true;
}

void Leaves::build()
{
    if (m_leaves.empty())
        return;
    m_extent = m_leaves.front().box;
    for (const Leaf& leaf : m_leaves) {
        m_extent.minX = std::min(m_extent.minX, leaf.box.minX);
        m_extent.minY = std::min(m_extent.minY, leaf.box.minY);
        m_extent.maxX = std::max(m_extent.maxX, leaf.box.maxX);
        m_extent.maxY = std::max(m_extent.maxY, leaf.box.maxY);
    }
    const double side = std::ceil(std::sqrt(static_cast<double>(m_leaves.size())));
    m_columns = m_rows = static_cast<int>(std::clamp(2 * side, 1.0, 2000.0));
    m_cells.assign(static_cast<size_t>(m_columns * m_rows), {});
    for (size_t i = 0; i < m_leaves.size(); ++i) {
        const Box& box = m_leaves[i].box;
        for (int y = row(box.minY); y <= row(box.maxY); ++y) {
            for (int x = column(box.minX); x <= column(box.maxX); ++x)
                m_cells[static_cast<size_t>(y * m_columns + x)].push_back(static_cast<int>(i));
        }
    }
}

int Leaves::column(double x) const
{
    const double width = m_extent.maxX - m_extent.minX;
    const double share = width > 0 ? (x - m_extent.minX) / width * m_columns : 0;
    return static_cast<int>(std::clamp(share, 0.0, m_columns - 1.0));
}

int Leaves::row(double y) const
{
    const double height = m_extent.maxY - m_extent.minY;
    const double share = height > 0 ? (y - m_extent.minY) / height * m_rows : 0;
    return static_cast<int>(std::clamp(share, 0.0, m_rows - 1.0));
}

} // namespace checkup::spatial
