#include "core/spatial/ground.h"

#include "core/spatial/ellipsoid.h"

#include <algorithm>
#include <cmath>

namespace checkup::spatial {

using gdal::Crs;
using gdal::Transformation;

namespace {

constexpr double step = 1000; ///< m between the curvatures kept: 3e-6 of them

} // namespace

Curvature curvatureAt(double northing)
{
    constexpr double f = 1 / inverseFlattening;
    constexpr double n = f / (2 - f);
    constexpr double e2 = f * (2 - f);
    constexpr double n2 = n * n;
    // Rectifying latitude and back to the footpoint (Helmert's series).
    constexpr double radius = semiMajorAxis / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64);
    const double mu = northing / radius;
    const double footpoint = mu + (3.0 / 2 * n - 27.0 / 32 * n * n2) * std::sin(2 * mu) +
                             (21.0 / 16 * n2 - 55.0 / 32 * n2 * n2) * std::sin(4 * mu) +
                             151.0 / 96 * n * n2 * std::sin(6 * mu) +
                             1097.0 / 512 * n2 * n2 * std::sin(8 * mu);
    const double sine = std::sin(footpoint);
    const double w2 = 1 - e2 * sine * sine;
    return {w2 * w2 / (semiMajorAxis * semiMajorAxis * (1 - e2)),
            e2 / (1 - e2) * (1 - sine * sine)};
}

Result<Crs> planeOf(const gdal::LayerInfo& layer, const Crs& crs, Distances distances)
{
    if (!crs.isGeographic() && crs.metresPerUnit() == 1 &&
        (distances == Distances::Plane || crs.gaussKrueger()))
        return crs;
    const auto toGeodetic = Transformation::toGeodetic(crs);
    if (!toGeodetic)
        return toGeodetic.error();
    double x = (layer.minX + layer.maxX) / 2;
    double y = (layer.minY + layer.maxY) / 2;
    const Result<void> moved = toGeodetic->apply(&x, &y, 1);
    if (!moved)
        return moved.error();
    return Crs::zoneOf(x);
}

Ground::Ground(const Crs& plane, double south, double north)
{
    if (!plane.gaussKrueger())
        return;
    m_zone = *plane.gaussKrueger();
    const auto northing = [this](double y) {
        return (y - m_zone.falseNorthing) * m_zone.metres / m_zone.scale;
    };
    constexpr double around = 50 * step;
    constexpr double pole = 1.01e7;
    m_south = std::clamp(northing(south) - around, -pole, pole);
    const double last = std::clamp(northing(north) + around, -pole, pole);
    for (double at = m_south; at <= last + step; at += step)
        m_curvatures.push_back(curvatureAt(at + step / 2));
}

double Ground::scaleAt(double x, double y) const
{
    if (m_curvatures.empty())
        return 1;
    const double factor = m_zone.metres / m_zone.scale;
    const double northing = (y - m_zone.falseNorthing) * factor;
    const double row =
        std::clamp((northing - m_south) / step, 0.0, static_cast<double>(m_curvatures.size() - 1));
    const Curvature& at = m_curvatures[static_cast<size_t>(row)];
    const double easting = (x - m_zone.falseEasting) * factor;
    const double u = easting * easting * at.inverse;
    return m_zone.scale * (1 + u / 2 + (1 + 4 * at.eta2) * u * u / 24);
}

} // namespace checkup::spatial
