#pragma once

#include "core/gdal/layer_reader.h"

#include <algorithm>
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

/// Boxes found by where they are: a grid over all of them, each cell listing the boxes that meet
/// it. Read by any number of threads once built.
class BoxGrid
{
public:
    void build(std::vector<Box> boxes);
    const Box& box(int number) const { return m_boxes[static_cast<size_t>(number)]; }
    size_t size() const { return m_boxes.size(); }
    /// Calls `use` once with the number of each box that meets `box`, in a fixed order.
    template <class Use>
    void around(const Box& box, Use use) const
    {
        if (m_boxes.empty() || !box.meets(m_extent))
            return;
        const int west = column(box.minX);
        const int south = row(box.minY);
        const int east = column(box.maxX);
        const int north = row(box.maxY);
        for (int y = south; y <= north; ++y) {
            for (int x = west; x <= east; ++x) {
                const auto cell = static_cast<size_t>(y * m_columns + x);
                for (size_t i = m_starts[cell]; i < m_starts[cell + 1]; ++i) {
                    const Box& other = m_boxes[static_cast<size_t>(m_numbers[i])];
                    // A box in several cells is used in the first of them that is asked for.
                    if (other.meets(box) && std::max(west, column(other.minX)) == x &&
                        std::max(south, row(other.minY)) == y)
                        use(m_numbers[i]);
                }
            }
        }
    }

private:
    int column(double x) const
    {
        return static_cast<int>(
            std::clamp((x - m_extent.minX) * m_perX, 0.0, static_cast<double>(m_columns - 1)));
    }
    int row(double y) const
    {
        return static_cast<int>(
            std::clamp((y - m_extent.minY) * m_perY, 0.0, static_cast<double>(m_rows - 1)));
    }

    std::vector<Box> m_boxes;
    std::vector<size_t> m_starts; ///< of each cell, in m_numbers
    std::vector<int> m_numbers;
    Box m_extent;
    int m_columns = 1, m_rows = 1;
    double m_perX = 0, m_perY = 0; ///< cells per unit
};

} // namespace checkup::spatial
