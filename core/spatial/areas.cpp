#include "core/spatial/areas.h"

#include "core/spatial/ellipsoid.h"
#include "core/spatial/ground.h"

#include <QCoreApplication>

#include <array>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::Crs;
using gdal::GaussKrueger;
using gdal::Rings;
using gdal::Transformation;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

constexpr double longestPiece = 100; // m

/// By the triangles to the ring's first point, so that large coordinates cost no digits.
double planeArea(const double* x, const double* y, size_t count)
{
    double twice = 0;
    for (size_t i = 0; i + 1 < count; ++i)
        twice += (x[i] - x[0]) * (y[i + 1] - y[0]) - (x[i + 1] - x[0]) * (y[i] - y[0]);
    return twice / 2;
}

/// The sum over rings of one function of their vertices; holes are taken off.
template <class Area>
double overRings(const Rings& rings, Area area)
{
    double sum = 0;
    for (size_t ring = 0; ring < rings.count(); ++ring) {
        const size_t begin = rings.begins[ring];
        const double size =
            std::abs(area(&rings.x[begin], &rings.y[begin], rings.end(ring) - begin));
        sum += rings.holes[ring] ? -size : size;
    }
    return sum;
}

/// What the ellipsoid has less than the plane to the west of a point, per metre of northing:
/// the integral of 1 - 1/m² from the central meridian.
double lack(double x, double inverse, double eta2)
{
    const double u = x * x * inverse;
    return x * u * (1.0 / 3 - u * ((2 - eta2) / 15 - u * 17.0 / 315));
}

/// Ellipsoidal area of a ring in a Gauss-Krüger plane.
double zoneArea(const GaussKrueger& zone, const double* x, const double* y, size_t count)
{
    // Over a ring the curvature changes so little that a parabola through three northings has it.
    double south = y[0];
    double north = y[0];
    for (size_t i = 1; i < count; ++i) {
        south = std::min(south, y[i]);
        north = std::max(north, y[i]);
    }
    const double middle = (south + north) / 2;
    const double reach = std::max(1.0, (north - south) / 2);
    const auto northing = [&zone](double given) {
        return (given - zone.falseNorthing) * zone.metres / zone.scale;
    };
    const Curvature low = curvatureAt(northing(middle - reach));
    const Curvature at = curvatureAt(northing(middle));
    const Curvature high = curvatureAt(northing(middle + reach));
    const double slope = (high.inverse - low.inverse) / 2;
    const double bend = (high.inverse + low.inverse) / 2 - at.inverse;

    const double factor = zone.metres / zone.scale;
    constexpr std::array nodes{-0.7745966692414834, 0.0, 0.7745966692414834}; // Gauss, 3 points
    constexpr std::array weights{5.0 / 18, 8.0 / 18, 5.0 / 18};
    double lost = 0;
    for (size_t i = 0; i + 1 < count; ++i) {
        const double rise = (y[i + 1] - y[i]) * factor;
        if (rise == 0)
            continue;
        for (size_t node = 0; node < nodes.size(); ++node) {
            const double share = (1 + nodes[node]) / 2;
            const double east = (x[i] + (x[i + 1] - x[i]) * share - zone.falseEasting) * factor;
            const double t = (y[i] + (y[i + 1] - y[i]) * share - middle) / reach;
            lost += weights[node] * rise * lack(east, at.inverse + t * (slope + t * bend), at.eta2);
        }
    }
    return planeArea(x, y, count) * factor * factor - lost;
}

} // namespace

void cutEdges(const Rings& from, double longest, Rings& to)
{
    to.clear();
    to.holes = from.holes;
    for (size_t ring = 0; ring < from.count(); ++ring) {
        to.begins.push_back(to.x.size());
        for (size_t i = from.begins[ring]; i < from.end(ring); ++i) {
            to.x.push_back(from.x[i]);
            to.y.push_back(from.y[i]);
            if (i + 1 == from.end(ring))
                break;
            const double dx = from.x[i + 1] - from.x[i];
            const double dy = from.y[i + 1] - from.y[i];
            const double pieces = std::ceil(std::hypot(dx, dy) / longest);
            for (double piece = 1; piece < pieces; ++piece) {
                to.x.push_back(from.x[i] + dx * piece / pieces);
                to.y.push_back(from.y[i] + dy * piece / pieces);
            }
        }
    }
}

Result<Crs> systemOf(const gdal::LayerInfo& layer, int epsg)
{
    if (epsg != 0)
        return Crs::fromEpsg(epsg);
    if (layer.crs)
        return *layer.crs;
    return Error(ErrorCode::BadUsage,
                 Text::tr("图层“%1”没有标明坐标系；请查明后指定（如 EPSG:4549），不能猜测。")
                     .arg(layer.name));
}

AreaMeasure::AreaMeasure(const Crs& crs, Transformation toGeodetic)
    : m_plane(crs)
    , m_geographic(crs.isGeographic())
    , m_toGeodetic(std::move(toGeodetic))
{
    if (crs.datum() != Crs::Datum::Other)
        m_zone = crs.gaussKrueger();
}

Result<AreaMeasure> AreaMeasure::make(const gdal::LayerInfo& layer, const Crs& crs)
{
    auto toGeodetic = Transformation::toGeodetic(crs);
    if (!toGeodetic)
        return toGeodetic.error();
    AreaMeasure made(crs, *std::move(toGeodetic));
    gdal::Rings corners;
    corners.x = {layer.minX, layer.maxX};
    corners.y = {layer.minY, layer.maxY};
    if (corners.impossibleVertex())
        return Error(ErrorCode::Invalid,
                     Text::tr("图层“%1”的坐标从 %2、%3 到 %4、%5，不是地上的位置；请在 GIS "
                              "软件中找出并改正这些顶点。")
                         .arg(layer.name)
                         .arg(layer.minX)
                         .arg(layer.minY)
                         .arg(layer.maxX)
                         .arg(layer.maxY));
    if (!crs.isGeographic())
        return made;
    if (std::abs(layer.minY) > 90 || std::abs(layer.maxY) > 90 || std::abs(layer.minX) > 360 ||
        std::abs(layer.maxX) > 360)
        return Error(
            ErrorCode::Invalid,
            Text::tr("图层“%1”标为经纬度，坐标却到了 %2、%3；请指定真正的坐标系（如 EPSG:4549）。")
                .arg(layer.name)
                .arg(layer.maxX)
                .arg(layer.maxY));
    auto plane = Crs::zoneOf((layer.minX + layer.maxX) / 2);
    if (!plane)
        return plane.error();
    auto toPlane = Transformation::fromGeodetic(*plane);
    if (!toPlane)
        return toPlane.error();
    made.m_plane = *plane;
    made.m_toPlane.emplace(*std::move(toPlane));
    return made;
}

Result<double> AreaMeasure::plane(const Rings& rings)
{
    const double metres = m_plane.metresPerUnit();
    if (!m_toPlane)
        return overRings(rings, planeArea) * metres * metres;
    m_work = rings;
    const Result<void> moved = m_toPlane->apply(m_work.x.data(), m_work.y.data(), m_work.x.size());
    if (!moved)
        return moved.error();
    return overRings(m_work, planeArea);
}

Result<double> AreaMeasure::ellipsoidal(const Rings& rings)
{
    if (m_geographic)
        return overRings(rings, signedArea);
    if (m_zone)
        return overRings(rings, [this](const double* x, const double* y, size_t count) {
            return zoneArea(*m_zone, x, y, count);
        });
    cutEdges(rings, longestPiece / m_plane.metresPerUnit(), m_work);
    const Result<void> moved =
        m_toGeodetic.apply(m_work.x.data(), m_work.y.data(), m_work.x.size());
    if (!moved)
        return moved.error();
    return overRings(m_work, signedArea);
}

} // namespace checkup::spatial
