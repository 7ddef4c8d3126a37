#pragma once

#include "core/spatial/geos.h"

#include <vector>

namespace checkup::spatial {

struct Box
{
    double minX = 0, minY = 0, maxX = 0, maxY = 0;

    static Box of(const gdal::Rings& rings);
    bool meets(const Box& other) const
    {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }
    bool holds(const Box& other) const
    {
        return minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY;
    }
};

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

/// Zones cut into leaves, found by box. Read by any number of threads once built.
class Leaves
{
public:
    static constexpr size_t mostVertices = 256;

    /// Cuts one zone and adds its leaves. False when GEOS cannot.
    bool add(const Geos& geos, int zone, const gdal::Rings& rings);
    /// Call once, after the last zone.
    void build();
    /// Calls `use` with each leaf whose box meets `box`, in a fixed order.
    template <class Use>
    void around(const Box& box, Use use) const
    {
        if (!m_cells.empty())
            search(box, [this, &use](int leaf) { use(m_leaves[static_cast<size_t>(leaf)]); });
    }
    size_t size() const { return m_leaves.size(); }

private:
    bool cut(const Geos& geos, int zone, const GEOSGeometry* geometry, const Box& box, int depth);
    template <class Use>
    void search(const Box& box, Use use) const;
    int column(double x) const;
    int row(double y) const;

    std::vector<Leaf> m_leaves;
    /// A grid over all leaves; each cell lists the leaves whose box meets it.
    std::vector<std::vector<int>> m_cells;
    Box m_extent;
    int m_columns = 0, m_rows = 0;
};

template <class Use>
void Leaves::search(const Box& box, Use use) const
{
    if (!box.meets(m_extent))
        return;
    const int west = column(box.minX);
    const int south = row(box.minY);
    for (int y = south; y <= row(box.maxY); ++y) {
        for (int x = west; x <= column(box.maxX); ++x) {
            for (const int leaf : m_cells[static_cast<size_t>(y * m_columns + x)]) {
                const Box& other = m_leaves[static_cast<size_t>(leaf)].box;
                if (!other.meets(box))
                    continue;
                // A leaf in several cells is used in the first of them that the box meets.
                if (std::max(west, column(other.minX)) == x &&
                    std::max(south, row(other.minY)) == y)
                    use(leaf);
            }
        }
    }
}

} // namespace checkup::spatial
