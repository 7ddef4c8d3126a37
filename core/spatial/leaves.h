#pragma once

#include "core/spatial/box_grid.h"
#include "core/spatial/geos.h"

#include <vector>

namespace checkup::spatial {

/// A piece of a zone (a polygon of the few), small enough to be looked at vertex by vertex.
struct Leaf
{
    int zone = 0;
    Box box;
    bool whole = false; ///< it fills its box
    gdal::Rings rings;
};

/// How a box stands to a leaf.
enum class Stand { Outside, Inside, Cut };

/// Outside and Inside are certain; Cut says that the leaf's border may run through the box.
Stand standOf(const Box& box, const Leaf& leaf);

/// Even-odd, which with valid rings is inside the shells and outside the holes. Of two polygons
/// that share an edge, vertex by vertex, exactly one holds a point on it.
bool holdsPoint(const gdal::Rings& rings, double x, double y);

/// Zones cut into leaves, found by box. Read by any number of threads once built.
class Leaves
{
public:
    static constexpr size_t mostVertices = 256;

    /// Cuts one zone and appends its leaves. False when GEOS cannot.
    static bool cut(const Geos& geos, int zone, const gdal::Rings& rings, std::vector<Leaf>& to);
    /// Takes all leaves of all zones.
    void build(std::vector<Leaf> leaves);
    /// Calls `use` with each leaf whose box meets `box`, in a fixed order.
    template <class Use>
    void around(const Box& box, Use use) const
    {
        m_grid.around(box, [this, &use](int leaf) { use(m_leaves[static_cast<size_t>(leaf)]); });
    }
    size_t size() const { return m_leaves.size(); }

private:
    std::vector<Leaf> m_leaves;
    BoxGrid m_grid;
};

} // namespace checkup::spatial
