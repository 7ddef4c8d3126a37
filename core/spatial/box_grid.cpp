#include "core/spatial/box_grid.h"

#include <cmath>
#include <limits>

namespace checkup::spatial {

Box Box::of(const gdal::Rings& rings)
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

void BoxGrid::build(std::vector<Box> boxes)
{
    m_boxes = std::move(boxes);
    m_starts.clear();
    m_numbers.clear();
    if (m_boxes.empty())
        return;
    m_extent = m_boxes.front();
    for (const Box& box : m_boxes) {
        m_extent.minX = std::min(m_extent.minX, box.minX);
        m_extent.minY = std::min(m_extent.minY, box.minY);
        m_extent.maxX = std::max(m_extent.maxX, box.maxX);
        m_extent.maxY = std::max(m_extent.maxY, box.maxY);
    }
    const double side = std::ceil(std::sqrt(static_cast<double>(m_boxes.size())));
    m_columns = m_rows = static_cast<int>(std::clamp(2 * side, 1.0, 2000.0));
    const double width = m_extent.maxX - m_extent.minX;
    const double height = m_extent.maxY - m_extent.minY;
    m_perX = width > 0 ? m_columns / width : 0;
    m_perY = height > 0 ? m_rows / height : 0;
    const auto overCells = [this](auto use) {
        for (size_t i = 0; i < m_boxes.size(); ++i) {
            const Box& box = m_boxes[i];
            for (int y = row(box.minY); y <= row(box.maxY); ++y) {
                for (int x = column(box.minX); x <= column(box.maxX); ++x)
                    use(static_cast<size_t>(y * m_columns + x), static_cast<int>(i));
            }
        }
    };
    // Counted first, then filled in, so that every cell's list is in the order of the boxes.
    m_starts.assign(static_cast<size_t>(m_columns * m_rows) + 1, 0);
    overCells([this](size_t cell, int) { ++m_starts[cell + 1]; });
    for (size_t cell = 1; cell < m_starts.size(); ++cell)
        m_starts[cell] += m_starts[cell - 1];
    m_numbers.resize(m_starts.back());
    std::vector<size_t> next(m_starts.begin(), m_starts.end() - 1);
    overCells([this, &next](size_t cell, int number) { m_numbers[next[cell]++] = number; });
}

} // namespace checkup::spatial
