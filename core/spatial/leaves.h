#pragma once

#include "core/spatial/box_grid.h"
#include "core/spatial/geos.h"
#include "core/spatial/leaf.h"

#include <vector>

namespace checkup::spatial {

/// Zones cut into leaves, found by box. Read by any number of threads once built.
class Leaves
{
public:
    static constexpr size_t mostVertices = 64;

    /// Cuts one zone and appends its leaves, each of at most `most` vertices. False when GEOS is
    /// needed and cannot.
    static bool cut(const Geos& geos, int zone, gdal::Rings rings, std::vector<Leaf>& to,
                    size_t most = mostVertices);
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
