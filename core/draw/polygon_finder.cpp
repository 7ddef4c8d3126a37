#include "core/draw/polygon_finder.h"

#include <algorithm>

namespace checkup::draw {

namespace {

/// Fewer are looked through faster than looked up.
constexpr std::uint32_t manyCorners = 48;
constexpr std::uint32_t cornersPerBand = 4;

} // namespace

PolygonFinder::PolygonFinder(const ShapeStore& shapes)
    : m_shapes(shapes)
    , m_view(shapes.at({0, 0}, unit))
{
    if (shapes.kind() != ShapeStore::Kind::Polygons)
        return;
    m_banded.assign(shapes.count(), -1);
    for (std::size_t i = 0; i < shapes.count(); ++i) {
        if (m_view.corners(i) < manyCorners)
            continue;
        m_banded[i] = static_cast<std::int32_t>(m_bands.size());
        m_bands.push_back(bandsOf(i));
    }
}

std::size_t PolygonFinder::Bands::of(double aboveFoot) const
{
    const double last = static_cast<double>(begins.size() - 2);
    return static_cast<std::size_t>(std::clamp(aboveFoot * perMetre, 0.0, last));
}

PolygonFinder::Bands PolygonFinder::bandsOf(std::size_t feature) const
{
    const spatial::Box& box = m_shapes.box(feature);
    const std::size_t count = m_view.corners(feature) / cornersPerBand;
    Bands bands;
    bands.perMetre = box.maxY > box.minY ? static_cast<double>(count) / (box.maxY - box.minY) : 0.0;
    bands.begins.assign(count + 1, 0);
    const auto eachPlace = [&](auto use) {
        m_view.eachEdge(feature, [&](std::uint32_t from, std::uint32_t to) {
            const double low = std::min(y(from), y(to));
            const double high = std::max(y(from), y(to));
            const std::size_t end = bands.of(high - box.minY);
            for (std::size_t band = bands.of(low - box.minY); band <= end; ++band)
                use(band, Edge{from, to});
        });
    };
    eachPlace([&bands](std::size_t band, Edge) { ++bands.begins[band + 1]; });
    for (std::size_t band = 0; band < count; ++band)
        bands.begins[band + 1] += bands.begins[band];
    bands.edges.resize(bands.begins.back());
    std::vector<std::uint32_t> next(bands.begins.begin(), bands.begins.end() - 1);
    eachPlace([&](std::size_t band, Edge edge) { bands.edges[next[band]++] = edge; });
    return bands;
}

bool PolygonFinder::holds(std::size_t feature, QPointF at) const
{
    const spatial::Box& box = m_shapes.box(feature);
    if (at.x() < box.minX || at.x() > box.maxX || at.y() < box.minY || at.y() > box.maxY)
        return false;
    bool inside = false;
    const auto cross = [&](std::uint32_t from, std::uint32_t to) {
        const double y0 = y(from);
        const double y1 = y(to);
        if ((y0 < at.y()) == (y1 < at.y()))
            return;
        const double x0 = x(from);
        if (at.x() < x0 + (x(to) - x0) * (at.y() - y0) / (y1 - y0))
            inside = !inside;
    };
    if (m_banded[feature] < 0) {
        m_view.eachEdge(feature, cross);
    } else {
        const Bands& bands = m_bands[static_cast<std::size_t>(m_banded[feature])];
        const std::size_t band = bands.of(at.y() - box.minY);
        for (std::uint32_t i = bands.begins[band]; i < bands.begins[band + 1]; ++i)
            cross(bands.edges[i].from, bands.edges[i].to);
    }
    return inside;
}

int PolygonFinder::find(QPointF at, const std::function<bool(std::size_t)>& takes) const
{
    if (m_banded.empty())
        return -1;
    for (const std::uint32_t feature : m_shapes.around({at.x(), at.y(), at.x(), at.y()})) {
        if ((!takes || takes(feature)) && holds(feature, at))
            return static_cast<int>(feature);
    }
    return -1;
}

} // namespace checkup::draw
