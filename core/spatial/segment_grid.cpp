#include "core/spatial/segment_grid.h"

namespace checkup::spatial {

template <class Use>
void SegmentGrid::cellsOf(const Segment& segment, Use use) const
{
    const Box box = boxOf(segment);
    const int west = column(box.minX);
    const int east = column(box.maxX);
    const int south = row(box.minY);
    const int north = row(box.maxY);
    for (int r = south; r <= north; ++r) {
        for (int c = west; c <= east; ++c)
            use(cellAt(c, r));
    }
}

void SegmentGrid::build()
{
    if (m_segments.empty())
        return;
    m_extent = boxOf(m_segments.front());
    for (const Segment& segment : m_segments) {
        const Box box = boxOf(segment);
        m_extent.minX = std::min(m_extent.minX, box.minX);
        m_extent.minY = std::min(m_extent.minY, box.minY);
        m_extent.maxX = std::max(m_extent.maxX, box.maxX);
        m_extent.maxY = std::max(m_extent.maxY, box.maxY);
    }
    // About as many cells as segments, but no fewer metres than keep the grid's size in bounds.
    const double width = m_extent.maxX - m_extent.minX;
    const double height = m_extent.maxY - m_extent.minY;
    constexpr double most = 4000;
    m_cell = std::max({1.0, std::sqrt(width * height / static_cast<double>(m_segments.size())),
                       width / most, height / most});
    m_columns = static_cast<int>(width / m_cell) + 1;
    m_rows = static_cast<int>(height / m_cell) + 1;
    m_begins.assign(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows) + 1, 0);
    for (const Segment& segment : m_segments)
        cellsOf(segment, [this](size_t cell) { ++m_begins[cell + 1]; });
    for (size_t cell = 1; cell < m_begins.size(); ++cell)
        m_begins[cell] += m_begins[cell - 1];
    m_cells.resize(m_begins.back());
    std::vector<std::uint32_t> next(m_begins.begin(), m_begins.end() - 1);
    m_near.resize(m_cells.size());
    for (size_t i = 0; i < m_segments.size(); ++i) {
        cellsOf(m_segments[i], [&](size_t cell) {
            m_near[next[cell]] = m_segments[i];
            m_cells[next[cell]++] = static_cast<std::uint32_t>(i);
        });
    }
}

std::optional<SegmentGrid::Hit> SegmentGrid::nearest(double x, double y, double limit) const
{
    if (m_segments.empty())
        return {};
    Hit best;
    double reached = limit * limit; // squared distances
    const auto look = [&](int c, int r) {
        const size_t cell = cellAt(c, r);
        for (size_t i = m_begins[cell]; i < m_begins[cell + 1]; ++i) {
            const Segment& segment = m_near[i];
            const double dx = segment.bx - segment.ax;
            const double dy = segment.by - segment.ay;
            const double square = dx * dx + dy * dy;
            const double share =
                square > 0
                    ? std::clamp(((x - segment.ax) * dx + (y - segment.ay) * dy) / square, 0.0, 1.0)
                    : 0;
            const double ex = segment.ax + share * dx - x;
            const double ey = segment.ay + share * dy - y;
            const double away = ex * ex + ey * ey;
            if (away > reached)
                continue;
            const int number = static_cast<int>(m_cells[i]);
            if (away < reached || best.segment < 0 || number < best.segment) {
                best = {number, share, 0};
                reached = away;
            }
        }
    };
    // Rings of cells around the point's own, until no nearer segment can lie further out.
    const int c0 = column(x);
    const int r0 = row(y);
    const double west = m_extent.minX + c0 * m_cell;
    const double south = m_extent.minY + r0 * m_cell;
    const double inside = std::min({x - west, west + m_cell - x, y - south, south + m_cell - y});
    const double outsideX = std::max({0.0, m_extent.minX - x, x - m_extent.maxX});
    const double outsideY = std::max({0.0, m_extent.minY - y, y - m_extent.maxY});
    const double outside = std::hypot(outsideX, outsideY);
    if (outside > limit)
        return {};
    const int furthest = std::max(m_columns, m_rows);
    for (int ring = 0; ring <= furthest; ++ring) {
        // What lies in this ring is at least so far away, also from a point beside the grid.
        const double least = (ring - 1) * m_cell + std::max(0.0, inside);
        if (ring > 0 && least * least > reached)
            break;
        for (int r = std::max(0, r0 - ring); r <= std::min(m_rows - 1, r0 + ring); ++r) {
            const bool edgeRow = r == r0 - ring || r == r0 + ring;
            const int apart = edgeRow || ring == 0 ? 1 : 2 * ring;
            for (int c = c0 - ring; c <= c0 + ring; c += apart) {
                if (c >= 0 && c < m_columns)
                    look(c, r);
            }
        }
    }
    if (best.segment < 0)
        return {};
    best.distance = std::sqrt(reached);
    return best;
}

} // namespace checkup::spatial
