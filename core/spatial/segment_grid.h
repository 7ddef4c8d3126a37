#pragma once

#include "core/spatial/box_grid.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace checkup::spatial {

/// Straight pieces of lines, or single points, found by place. Built once, then read by any number
/// of threads.
class SegmentGrid
{
public:
    struct Segment
    {
        double ax = 0, ay = 0, bx = 0, by = 0;
    };
    struct Hit
    {
        int segment = -1;
        double share = 0;    ///< of the segment, from its beginning
        double distance = 0; ///< as drawn
    };

    void reserve(size_t segments) { m_segments.reserve(segments); }
    void add(double ax, double ay, double bx, double by) { m_segments.push_back({ax, ay, bx, by}); }
    /// Call once, after the last segment.
    void build();

    size_t size() const { return m_segments.size(); }
    const std::vector<Segment>& segments() const { return m_segments; }
    const Segment& operator[](size_t number) const { return m_segments[number]; }
    /// Of all segments.
    const Box& extent() const { return m_extent; }

    /// The nearest place within `limit`; of equals the earliest segment.
    std::optional<Hit> nearest(double x, double y, double limit) const;

    /// Calls `use` with the number of every segment whose box meets `box`, each once.
    template <class Use>
    void around(const Box& box, Use use) const
    {
        if (m_segments.empty() || !box.meets(m_extent))
            return;
        const int west = column(box.minX);
        const int south = row(box.minY);
        for (int r = south; r <= row(box.maxY); ++r) {
            for (int c = west; c <= column(box.maxX); ++c) {
                const size_t cell = cellAt(c, r);
                for (size_t i = m_begins[cell]; i < m_begins[cell + 1]; ++i) {
                    const Box other = boxOf(m_segments[m_cells[i]]);
                    // One in several cells is used in the first of them that the box meets.
                    if (other.meets(box) && std::max(west, column(other.minX)) == c &&
                        std::max(south, row(other.minY)) == r)
                        use(static_cast<int>(m_cells[i]));
                }
            }
        }
    }

    /// Calls `use` with the number of every segment that a ray from the point eastwards crosses
    /// (of a segment's ends the lower one belongs to it), for counting what is around the point.
    template <class Use>
    void eastwards(double x, double y, Use use) const
    {
        if (m_segments.empty() || y < m_extent.minY || y > m_extent.maxY || x > m_extent.maxX)
            return;
        const int r = row(y);
        for (int c = column(x); c < m_columns; ++c) {
            const size_t cell = cellAt(c, r);
            for (size_t i = m_begins[cell]; i < m_begins[cell + 1]; ++i) {
                const Segment& segment = m_segments[m_cells[i]];
                if ((segment.ay <= y) == (segment.by <= y))
                    continue;
                const double share = (y - segment.ay) / (segment.by - segment.ay);
                const double at =
                    std::clamp(segment.ax + share * (segment.bx - segment.ax),
                               std::min(segment.ax, segment.bx), std::max(segment.ax, segment.bx));
                if (at > x && column(at) == c)
                    use(static_cast<int>(m_cells[i]));
            }
        }
    }

    static Box boxOf(const Segment& segment)
    {
        return {std::min(segment.ax, segment.bx), std::min(segment.ay, segment.by),
                std::max(segment.ax, segment.bx), std::max(segment.ay, segment.by)};
    }

private:
    static int cellOf(double value, double origin, double size, int count)
    {
        return static_cast<int>(std::clamp(std::floor((value - origin) / size), 0.0, count - 1.0));
    }
    int column(double x) const { return cellOf(x, m_extent.minX, m_cell, m_columns); }
    int row(double y) const { return cellOf(y, m_extent.minY, m_cell, m_rows); }
    size_t cellAt(int c, int r) const
    {
        return static_cast<size_t>(r) * static_cast<size_t>(m_columns) + static_cast<size_t>(c);
    }
    template <class Use>
    void cellsOf(const Segment& segment, Use use) const;

    std::vector<Segment> m_segments;
    Box m_extent;
    double m_cell = 1;
    int m_columns = 0, m_rows = 0;
    std::vector<std::uint32_t> m_begins; ///< of each cell in m_cells, and the end
    std::vector<std::uint32_t> m_cells;  ///< segments
    std::vector<Segment> m_near;         ///< the same themselves, so that a cell's lie together
};

} // namespace checkup::spatial
