#include "core/spatial/geos.h"

#include "core/spatial/interrupted.h"

#include <QCoreApplication>

#include <algorithm>

namespace checkup::spatial {

using gdal::Rings;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

/// Thrown through GEOS, whose functions catch everything and give null. Its own request to stop
/// would stop whichever thread comes first.
struct Interrupted
{};

thread_local const CancelToken* current = nullptr;

void interrupt()
{
    if (isInterrupted())
        throw Interrupted();
}

} // namespace

bool isInterrupted()
{
    return current && current->isCancelled();
}

Interruptible::Interruptible(const CancelToken& cancel)
    : m_before(current)
{
    static const auto registered = GEOS_interruptRegisterCallback(interrupt);
    static_cast<void>(registered);
    current = &cancel;
}

Interruptible::~Interruptible()
{
    current = m_before;
}

Error unusable(qint64 feature, const Rings& rings)
{
    if (const auto vertex = rings.impossibleVertex())
        return {ErrorCode::Invalid, Text::tr("第 %1 号要素的坐标 %2、%3 不是地上的位置；请在 GIS "
                                             "软件中改正或删除这个顶点。")
                                        .arg(feature)
                                        .arg(rings.x[*vertex])
                                        .arg(rings.y[*vertex])};
    return {ErrorCode::Invalid,
            Text::tr("第 %1 号要素的图形有误，叠加不了；请在 GIS 软件中检查。").arg(feature)};
}

Geos::Geometry Geos::fromRings(const Rings& rings) const
{
    GEOSContextHandle_t handle = m_handle.get();
    const auto linear = [&](size_t ring) -> GEOSGeometry* {
        const size_t begin = rings.begins[ring];
        GEOSCoordSequence* points =
            GEOSCoordSeq_copyFromArrays_r(handle, &rings.x[begin], &rings.y[begin], nullptr,
                                          nullptr, static_cast<unsigned>(rings.end(ring) - begin));
        return points ? GEOSGeom_createLinearRing_r(handle, points) : nullptr;
    };
    std::vector<GEOSGeometry*> polygons;
    bool fits = true;
    for (size_t ring = 0; ring < rings.count() && fits;) {
        GEOSGeometry* shell = linear(ring++);
        std::vector<GEOSGeometry*> holes;
        for (; ring < rings.count() && rings.holes[ring]; ++ring)
            holes.push_back(linear(ring));
        GEOSGeometry* polygon = nullptr;
        if (shell && std::find(holes.begin(), holes.end(), nullptr) == holes.end()) {
            polygon = GEOSGeom_createPolygon_r(handle, shell, holes.data(),
                                               static_cast<unsigned>(holes.size()));
        } else {
            GEOSGeom_destroy_r(handle, shell);
            for (GEOSGeometry* hole : holes)
                GEOSGeom_destroy_r(handle, hole);
        }
        fits = polygon != nullptr;
        if (fits)
            polygons.push_back(polygon);
    }
    if (!fits) {
        for (GEOSGeometry* polygon : polygons)
            GEOSGeom_destroy_r(handle, polygon);
        return own(nullptr);
    }
    if (polygons.size() == 1)
        return own(polygons.front());
    return own(GEOSGeom_createCollection_r(handle, GEOS_MULTIPOLYGON, polygons.data(),
                                           static_cast<unsigned>(polygons.size())));
}

Geos::Geometry Geos::linesOf(const Rings& parts) const
{
    GEOSContextHandle_t handle = m_handle.get();
    std::vector<GEOSGeometry*> made;
    for (size_t part = 0; part < parts.count(); ++part) {
        const size_t begin = parts.begins[part];
        const auto count = static_cast<unsigned>(parts.end(part) - begin);
        GEOSCoordSequence* points = GEOSCoordSeq_copyFromArrays_r(
            handle, &parts.x[begin], &parts.y[begin], nullptr, nullptr, count);
        GEOSGeometry* geometry = nullptr;
        if (points)
            geometry = count > 1 ? GEOSGeom_createLineString_r(handle, points)
                                 : GEOSGeom_createPoint_r(handle, points);
        if (!geometry) {
            for (GEOSGeometry* one : made)
                GEOSGeom_destroy_r(handle, one);
            return own(nullptr);
        }
        made.push_back(geometry);
    }
    return own(GEOSGeom_createCollection_r(handle, GEOS_GEOMETRYCOLLECTION, made.data(),
                                           static_cast<unsigned>(made.size())));
}

Geos::Geometry Geos::buffer(const GEOSGeometry* geometry, double distance, int quarter) const
{
    return own(GEOSBuffer_r(m_handle.get(), geometry, distance, quarter));
}

void Geos::addRing(const GEOSGeometry* ring, bool hole, Rings& rings) const
{
    GEOSContextHandle_t handle = m_handle.get();
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(handle, ring);
    unsigned count = 0;
    if (!points || !GEOSCoordSeq_getSize_r(handle, points, &count) || count < 4)
        return;
    const size_t first = rings.x.size();
    rings.begins.push_back(first);
    rings.holes.push_back(hole ? 1 : 0);
    rings.x.resize(first + count);
    rings.y.resize(first + count);
    GEOSCoordSeq_copyToArrays_r(handle, points, &rings.x[first], &rings.y[first], nullptr, nullptr);
}

void Geos::toRings(const GEOSGeometry* geometry, Rings& rings) const
{
    GEOSContextHandle_t handle = m_handle.get();
    if (!geometry || GEOSisEmpty_r(handle, geometry))
        return;
    const int kind = GEOSGeomTypeId_r(handle, geometry);
    if (kind == GEOS_POLYGON) {
        addRing(GEOSGetExteriorRing_r(handle, geometry), false, rings);
        for (int i = 0; i < GEOSGetNumInteriorRings_r(handle, geometry); ++i)
            addRing(GEOSGetInteriorRingN_r(handle, geometry, i), true, rings);
    } else if (kind == GEOS_MULTIPOLYGON || kind == GEOS_GEOMETRYCOLLECTION) {
        for (int i = 0; i < GEOSGetNumGeometries_r(handle, geometry); ++i)
            toRings(GEOSGetGeometryN_r(handle, geometry, i), rings);
    }
}

Geos::Geometry Geos::clip(const GEOSGeometry* geometry, double minX, double minY, double maxX,
                          double maxY) const
{
    return own(GEOSClipByRect_r(m_handle.get(), geometry, minX, minY, maxX, maxY));
}

bool Geos::isEmpty(const GEOSGeometry* geometry) const
{
    return GEOSisEmpty_r(m_handle.get(), geometry) != 0;
}

bool Geos::isValid(const GEOSGeometry* geometry) const
{
    return GEOSisValid_r(m_handle.get(), geometry) == 1;
}

Geos::Geometry Geos::madeValid(const GEOSGeometry* geometry) const
{
    return own(GEOSMakeValid_r(m_handle.get(), geometry));
}

Geos::Geometry Geos::intersection(const GEOSGeometry* a, const GEOSGeometry* b) const
{
    return own(GEOSIntersection_r(m_handle.get(), a, b));
}

bool Geos::overlap(const GEOSGeometry* a, const GEOSGeometry* b) const
{
    return GEOSRelatePattern_r(m_handle.get(), a, b, "T********") != 0;
}

Geos::Geometry Geos::united(const std::vector<const Rings*>& polygons) const
{
    std::vector<Geometry> parts;
    std::vector<GEOSGeometry*> given;
    for (const Rings* polygon : polygons) {
        parts.push_back(fromRings(*polygon));
        if (!parts.back())
            return own(nullptr);
    }
    for (Geometry& part : parts)
        given.push_back(part.release());
    const Geometry all =
        own(GEOSGeom_createCollection_r(m_handle.get(), GEOS_GEOMETRYCOLLECTION, given.data(),
                                        static_cast<unsigned>(given.size())));
    return own(all ? GEOSUnaryUnion_r(m_handle.get(), all.get()) : nullptr);
}

Geos::Geometry Geos::difference(const GEOSGeometry* a, const GEOSGeometry* b) const
{
    return own(GEOSDifference_r(m_handle.get(), a, b));
}

bool Geos::eachPolygon(
    const GEOSGeometry* geometry,
    const std::function<void(const GEOSGeometry*, double x, double y)>& use) const
{
    GEOSContextHandle_t handle = m_handle.get();
    if (isEmpty(geometry))
        return true;
    const int kind = GEOSGeomTypeId_r(handle, geometry);
    if (kind == GEOS_POLYGON) {
        const Geometry inside = own(GEOSPointOnSurface_r(handle, geometry));
        double x = 0;
        double y = 0;
        if (!inside || !GEOSGeomGetX_r(handle, inside.get(), &x) ||
            !GEOSGeomGetY_r(handle, inside.get(), &y))
            return false;
        use(geometry, x, y);
    } else if (kind == GEOS_MULTIPOLYGON || kind == GEOS_GEOMETRYCOLLECTION) {
        for (int i = 0; i < GEOSGetNumGeometries_r(handle, geometry); ++i) {
            if (!eachPolygon(GEOSGetGeometryN_r(handle, geometry, i), use))
                return false;
        }
    }
    return true;
}

} // namespace checkup::spatial
