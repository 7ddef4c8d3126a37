#include "core/spatial/bridge.h"

#include "core/spatial/areas.h"

#include <utility>

namespace checkup::spatial {

using gdal::Crs;
using gdal::Rings;
using gdal::Transformation;

Result<Bridge> Bridge::make(const Crs& from, const Crs& to)
{
    Bridge made;
    if (from.wkt() == to.wkt())
        return made;
    auto up = Transformation::toGeodetic(from);
    if (!up)
        return up.error();
    made.m_up.emplace(*std::move(up));
    constexpr double metre = 1.0 / 111'000; // degrees
    made.m_longest = 100 * (from.isGeographic() ? metre : 1 / from.metresPerUnit());
    if (to.isGeographic())
        return made;
    auto down = Transformation::fromGeodetic(to);
    if (!down)
        return down.error();
    made.m_down.emplace(*std::move(down));
    return made;
}

Result<void> Bridge::move(Rings& parts) const
{
    if (!m_up)
        return {};
    Result<void> moved = m_up->apply(parts.x.data(), parts.y.data(), parts.x.size());
    if (moved && m_down)
        moved = m_down->apply(parts.x.data(), parts.y.data(), parts.x.size());
    return moved;
}

Result<void> Bridge::moveEdges(Rings& parts)
{
    if (!m_up)
        return {};
    cutEdges(parts, m_longest, m_work);
    std::swap(parts, m_work);
    return move(parts);
}

} // namespace checkup::spatial
