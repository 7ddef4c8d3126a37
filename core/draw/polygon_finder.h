#pragma once

#include "core/draw/shape_store.h"

#include <functional>

namespace checkup::draw {

/// Which polygon of a store holds a place. Polygons with many corners (a boundary of thousands) are
/// cut into level bands beforehand, each with the edges that reach into it, so that asking is as
/// quick there as in a parcel. In metres of the store's plane, at full detail. Built once, then
/// asked by any number of threads. The store must outlive it.
class PolygonFinder
{
public:
    explicit PolygonFinder(const ShapeStore& shapes);

    /// Whether a polygon holds a place; of its edge either may be said.
    bool holds(std::size_t feature, QPointF at) const;
    /// The first polygon that holds a place and that `takes` wants; -1: none.
    int find(QPointF at, const std::function<bool(std::size_t)>& takes = {}) const;

private:
    struct Edge
    {
        std::uint32_t from = 0, to = 0; ///< vertices
    };
    /// The edges of a polygon by bands from its lower edge upwards.
    struct Bands
    {
        double perMetre = 0;
        std::vector<std::uint32_t> begins; ///< of each band in `edges`, and the end
        std::vector<Edge> edges;

        std::size_t of(double aboveFoot) const;
    };
    Bands bandsOf(std::size_t feature) const;
    double x(std::uint32_t vertex) const { return m_view.x(vertex) * unit; }
    double y(std::uint32_t vertex) const { return -m_view.y(vertex) * unit; }

    static constexpr double unit = 0.001; ///< m; the store's own
    const ShapeStore& m_shapes;
    ShapeStore::View m_view;
    std::vector<std::int32_t> m_banded; ///< of each feature: number in m_bands; -1: none
    std::vector<Bands> m_bands;
};

} // namespace checkup::draw
