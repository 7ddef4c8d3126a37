#pragma once

#include "core/spatial/box_grid.h"

#include <cmath>

namespace checkup::spatial {

/// On which side of a-b a point lies: 1 left, -1 right, 0 not certain; `value` grows with the
/// distance.
struct Side
{
    double value = 0;
    int sign = 0;
};

inline Side sideOf(double ax, double ay, double bx, double by, double x, double y)
{
    const double left = (bx - ax) * (y - ay);
    const double right = (by - ay) * (x - ax);
    const double value = left - right;
    // Rounding stays below 4e-16 of the products (Shewchuk, Adaptive Precision Floating-Point
    // Arithmetic, 1997); what is nearer than a thousand times that is not taken for certain either.
    const double doubt = 4e-13 * (std::abs(left) + std::abs(right));
    return {value, value > doubt ? 1 : value < -doubt ? -1 : 0};
}

inline Box edgeBox(const gdal::Rings& rings, size_t start)
{
    const auto [west, east] = std::minmax(rings.x[start], rings.x[start + 1]);
    const auto [south, north] = std::minmax(rings.y[start], rings.y[start + 1]);
    return {west, south, east, north};
}

/// Of one ring; counterclockwise is positive.
inline double twiceArea(const gdal::Rings& rings, size_t ring)
{
    const size_t begin = rings.begins[ring];
    double twice = 0;
    for (size_t i = begin; i + 1 < rings.end(ring); ++i)
        twice += (rings.x[i] - rings.x[begin]) * (rings.y[i + 1] - rings.y[begin]) -
                 (rings.x[i + 1] - rings.x[begin]) * (rings.y[i] - rings.y[begin]);
    return twice;
}

/// Even-odd over one ring.
inline bool ringHolds(const gdal::Rings& rings, size_t ring, double x, double y)
{
    bool inside = false;
    for (size_t i = rings.begins[ring]; i + 1 < rings.end(ring); ++i) {
        if ((rings.y[i] > y) == (rings.y[i + 1] > y))
            continue;
        // From the lower end, so that a neighbour that runs the other way rounds alike.
        const size_t low = rings.y[i] < rings.y[i + 1] ? i : i + 1;
        const size_t high = low == i ? i + 1 : i;
        // By the determinant that sideOf goes by, so that the two never contradict one another.
        if (sideOf(rings.x[low], rings.y[low], rings.x[high], rings.y[high], x, y).value > 0)
            inside = !inside;
    }
    return inside;
}

/// Even-odd over all rings, which with valid ones is inside the shells and outside the holes. Of
/// two polygons that share an edge, vertex by vertex, exactly one holds a point on it.
inline bool holdsPoint(const gdal::Rings& rings, double x, double y)
{
    bool inside = false;
    for (size_t ring = 0; ring < rings.count(); ++ring)
        inside = inside != ringHolds(rings, ring, x, y);
    return inside;
}

} // namespace checkup::spatial
