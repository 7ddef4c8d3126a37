#pragma once

#include "core/draw/shape_store.h"

namespace checkup::draw {

/// Questions about single shapes of a store, in metres of its plane and at full detail. Any number
/// of threads. The store must outlive it.
class ShapeQuestions
{
public:
    explicit ShapeQuestions(const ShapeStore& shapes);

    /// A shape's parts, rings closed.
    gdal::Rings parts(std::size_t feature) const;
    double area(std::size_t feature) const; ///< of a polygon in the plane, m²
    /// Up to three places well inside a polygon, from its middle outwards; the middle of each line;
    /// the points. Empty for a polygon without area.
    QList<QPointF> places(std::size_t feature) const;

private:
    double x(std::uint32_t vertex) const { return m_view.x(vertex) * unit; }
    double y(std::uint32_t vertex) const { return -m_view.y(vertex) * unit; }
    /// Calls `use` with both ends of each edge of a polygon.
    template <class Use>
    void eachEdge(std::size_t feature, Use use) const;

    static constexpr double unit = 0.001; ///< m; the store's own
    const ShapeStore& m_shapes;
    ShapeStore::View m_view;
};

} // namespace checkup::draw
