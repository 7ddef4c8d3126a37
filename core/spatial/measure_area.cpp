#include "core/spatial/measure_area.h"

#include "core/gdal/layer_reader.h"
#include "core/spatial/ellipsoid.h"

#include <QCoreApplication>

#include <cmath>
#include <vector>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::Crs;
using gdal::LayerFeature;
using gdal::LayerReader;
using gdal::Rings;
using gdal::Transformation;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

/// Neumaier's compensated sum.
struct Sum
{
    double value = 0, rest = 0;

    void add(double term)
    {
        const double next = value + term;
        rest += std::abs(value) >= std::abs(term) ? (value - next) + term : (term - next) + value;
        value = next;
    }
    double result() const { return value + rest; }
};

struct Tally
{
    qint64 features = 0;
    Sum ellipsoidal, plane;

    Areas result() const { return {features, ellipsoidal.result(), plane.result()}; }
};

/// By the trapezoids to the ring's first point, so that large coordinates cost no digits.
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

constexpr double longestPiece = 100; // m

/// The same rings with points put in, so that no edge is longer than `longest`.
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

/// What measures one layer's features: to the ellipsoid and, where needed, to a plane.
class Measure
{
public:
    static Result<Measure> make(const gdal::LayerInfo& info, const Crs& crs)
    {
        auto toGeodetic = Transformation::toGeodetic(crs);
        if (!toGeodetic)
            return toGeodetic.error();
        Measure made(crs, *std::move(toGeodetic));
        if (!crs.isGeographic())
            return made;
        if (std::abs(info.minY) > 90 || std::abs(info.maxY) > 90 || std::abs(info.minX) > 360 ||
            std::abs(info.maxX) > 360)
            return Error(
                ErrorCode::Invalid,
                Text::tr(
                    "图层“%1”标为经纬度，坐标却到了 %2、%3；请指定真正的坐标系（如 EPSG:4549）。")
                    .arg(info.name)
                    .arg(info.maxX)
                    .arg(info.maxY));
        auto plane = Crs::gaussKrueger((info.minX + info.maxX) / 2);
        if (!plane)
            return plane.error();
        auto toPlane = Transformation::fromGeodetic(*plane);
        if (!toPlane)
            return toPlane.error();
        made.m_plane = *plane;
        made.m_toPlane.emplace(*std::move(toPlane));
        return made;
    }

    const Crs& plane() const { return m_plane; }

    Result<double> planeOf(const Rings& rings)
    {
        const double metres = m_plane.metresPerUnit();
        if (!m_toPlane)
            return overRings(rings, planeArea) * metres * metres;
        m_work = rings;
        const Result<void> moved =
            m_toPlane->apply(m_work.x.data(), m_work.y.data(), m_work.x.size());
        if (!moved)
            return moved.error();
        return overRings(m_work, planeArea);
    }

    Result<double> ellipsoidalOf(const Rings& rings)
    {
        if (m_geographic)
            return overRings(rings, signedArea);
        cutEdges(rings, longestPiece / m_plane.metresPerUnit(), m_work);
        const Result<void> moved =
            m_toGeodetic.apply(m_work.x.data(), m_work.y.data(), m_work.x.size());
        if (!moved)
            return moved.error();
        return overRings(m_work, signedArea);
    }

private:
    Measure(const Crs& crs, Transformation toGeodetic)
        : m_plane(crs)
        , m_geographic(crs.isGeographic())
        , m_toGeodetic(std::move(toGeodetic))
    {}

    Crs m_plane;
    bool m_geographic;
    Transformation m_toGeodetic;
    std::optional<Transformation> m_toPlane;
    Rings m_work;
};

Result<Crs> systemOf(const AreaRequest& request, const gdal::LayerInfo& info)
{
    if (request.epsg != 0)
        return Crs::fromEpsg(request.epsg);
    if (info.crs)
        return *info.crs;
    return Error(ErrorCode::BadUsage,
                 Text::tr("图层“%1”没有标明坐标系；请查明后指定（如 EPSG:4549），不能猜测。")
                     .arg(info.name));
}

} // namespace

Result<AreaReport> measureArea(const AreaRequest& request, const CancelToken& cancel,
                               const ProgressSink& progress)
{
    auto reader = LayerReader::open(request.path, request.layer,
                                    request.by.isEmpty() ? QStringList() : QStringList(request.by));
    if (!reader)
        return reader.error();
    const gdal::LayerInfo& info = reader->info();
    const Result<Crs> crs = systemOf(request, info);
    if (!crs)
        return crs.error();
    auto measure = Measure::make(info, *crs);
    if (!measure)
        return measure.error();

    AreaReport report;
    report.file = info.file;
    report.layer = info.name;
    report.crs = crs->name();
    report.planeCrs = measure->plane().name();
    Tally total;
    QMap<QString, Tally> groups;
    LayerFeature feature;
    constexpr qint64 between = 256;
    for (qint64 read = 0;; ++read) {
        if (read % between == 0) {
            if (cancel.isCancelled())
                return Error(ErrorCode::Cancelled, Text::tr("已取消面积计算。"));
            if (info.features > 0)
                tellProgress(progress, double(read) / double(info.features),
                             Text::tr("已读 %1 个要素").arg(read));
        }
        const Result<bool> more = reader->next(feature);
        if (!more)
            return more.error();
        if (!*more)
            break;
        switch (feature.shape) {
        case LayerFeature::Shape::Null:
            ++report.nulls;
            continue;
        case LayerFeature::Shape::Empty:
            ++report.empties;
            continue;
        case LayerFeature::Shape::Other:
            ++report.others;
            continue;
        case LayerFeature::Shape::Polygons:
            break;
        }
        const Result<double> plane = measure->planeOf(feature.rings);
        if (!plane)
            return plane.error();
        const Result<double> ellipsoidal = measure->ellipsoidalOf(feature.rings);
        if (!ellipsoidal)
            return ellipsoidal.error();
        if (!feature.fault.isEmpty()) {
            const Result<double> before = measure->planeOf(feature.stored);
            if (!before)
                return before.error();
            report.repairs << Repair{feature.id, feature.fault, *before, *plane};
        }
        const auto count = [&](Tally& tally) {
            ++tally.features;
            tally.plane.add(*plane);
            tally.ellipsoidal.add(*ellipsoidal);
        };
        count(total);
        if (!request.by.isEmpty())
            count(groups[feature.attributes.constFirst()]);
    }
    report.total = total.result();
    for (auto group = groups.cbegin(); group != groups.cend(); ++group)
        report.groups.insert(group.key(), group->result());
    return report;
}

} // namespace checkup::spatial
