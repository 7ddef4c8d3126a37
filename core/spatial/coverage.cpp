#include "core/spatial/coverage.h"

#include "core/spatial/areas.h"
#include "core/spatial/bridge.h"
#include "core/spatial/network.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>

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

/// The metric plane that distances are taken in.
Result<Crs> planeOf(const gdal::LayerInfo& roads, const Crs& crs)
{
    if (!crs.isGeographic() && crs.metresPerUnit() == 1)
        return crs;
    const auto toGeodetic = Transformation::toGeodetic(crs);
    if (!toGeodetic)
        return toGeodetic.error();
    double x = (roads.minX + roads.maxX) / 2;
    double y = (roads.minY + roads.maxY) / 2;
    const Result<void> moved = toGeodetic->apply(&x, &y, 1);
    if (!moved)
        return moved.error();
    return Crs::zoneOf(x);
}

/// Reads a layer's features with a shape into the plane, one after the other.
class Reading
{
public:
    Reading(const CancelToken& cancel, const ProgressSink& progress)
        : m_cancel(cancel)
        , m_progress(progress)
    {}

    /// The shares of progress that this layer takes.
    Result<void> read(LayerReader& reader, const Crs& crs, const Crs& plane, double from, double to,
                      const std::function<Result<void>(const LayerFeature&)>& use) const
    {
        const auto bridge = Bridge::make(crs, plane);
        if (!bridge)
            return bridge.error();
        const double all = std::max(1.0, double(reader.info().features));
        LayerFeature feature;
        constexpr qint64 between = 512;
        for (qint64 number = 0;; ++number) {
            if (number % between == 0) {
                if (m_cancel.isCancelled())
                    return Error(ErrorCode::Cancelled, Text::tr("已取消覆盖计算。"));
                tellProgress(m_progress, from + (to - from) * std::min(1.0, double(number) / all),
                             reader.info().name);
            }
            const Result<bool> more = reader.next(feature);
            if (!more)
                return more.error();
            if (!*more)
                return {};
            if (feature.rings.count() > 0) {
                const Result<void> moved = bridge->move(feature.rings);
                if (!moved)
                    return moved;
            }
            const Result<void> used = use(feature);
            if (!used)
                return used;
        }
    }

private:
    CancelToken m_cancel;
    ProgressSink m_progress;
};

struct Point
{
    double x = 0, y = 0;
};

/// Where a facility is entered: its points, or any corner of its outline.
std::vector<Point> entrancesOf(const LayerFeature& feature)
{
    std::vector<Point> points;
    const Rings& parts = feature.rings;
    for (size_t part = 0; part < parts.count(); ++part) {
        for (size_t i = parts.begins[part]; i < parts.end(part) && !parts.holes[part]; ++i)
            points.push_back({parts.x[i], parts.y[i]});
    }
    return points;
}

/// The middle of a target: its point, or the centroid of its outline.
std::optional<Point> middleOf(const LayerFeature& feature)
{
    const Rings& parts = feature.rings;
    if (parts.count() == 0)
        return {};
    if (feature.shape != LayerFeature::Shape::Polygons)
        return Point{parts.x.front(), parts.y.front()};
    const double x0 = parts.x.front();
    const double y0 = parts.y.front();
    double area = 0;
    Point middle;
    for (size_t part = 0; part < parts.count(); ++part) {
        for (size_t i = parts.begins[part]; i + 1 < parts.end(part) && !parts.holes[part]; ++i) {
            const double ax = parts.x[i] - x0;
            const double ay = parts.y[i] - y0;
            const double bx = parts.x[i + 1] - x0;
            const double by = parts.y[i + 1] - y0;
            const double twice = ax * by - bx * ay;
            area += twice;
            middle.x += twice * (ax + bx);
            middle.y += twice * (ay + by);
        }
    }
    if (area == 0)
        return Point{x0, y0};
    return Point{x0 + middle.x / (3 * area), y0 + middle.y / (3 * area)};
}

/// The nearest of many points within a bound, as the crow flies.
class Crows
{
public:
    Crows(std::vector<Point> points, double bound)
        : m_points(std::move(points))
        , m_bound(bound)
    {
        std::sort(m_points.begin(), m_points.end(),
                  [](const Point& a, const Point& b) { return a.x < b.x; });
    }

    double nearest(const Point& from) const
    {
        double best = std::numeric_limits<double>::infinity();
        auto point = std::lower_bound(m_points.begin(), m_points.end(), from.x - m_bound,
                                      [](const Point& p, double x) { return p.x < x; });
        for (; point != m_points.end() && point->x <= from.x + m_bound; ++point)
            best = std::min(best, std::hypot(point->x - from.x, point->y - from.y));
        return best;
    }

private:
    std::vector<Point> m_points;
    double m_bound;
};

Result<LayerReader> open(const CoverLayer& layer, const QStringList& fields = {})
{
    return LayerReader::open(layer.path, layer.layer, fields);
}

} // namespace

Result<CoverReport> cover(const CoverRequest& request, const CancelToken& cancel,
                          const ProgressSink& progress)
{
    if (request.metres.empty() || std::any_of(request.metres.begin(), request.metres.end(),
                                              [](double m) { return !(m > 0) || m > 1e6; }))
        return Error(ErrorCode::BadUsage, Text::tr("距离应是大于 0 的米数，如 300,500,1000。"));
    if (!(request.snap >= 0))
        return Error(ErrorCode::BadUsage, Text::tr("到道路的最大距离应是不小于 0 的米数。"));
    const double bound = *std::max_element(request.metres.begin(), request.metres.end());
    const Reading reading(cancel, progress);

    auto roads = open(request.roads);
    if (!roads)
        return roads.error();
    const auto roadCrs = systemOf(roads->info(), request.roads.epsg);
    if (!roadCrs)
        return roadCrs.error();
    const auto plane = planeOf(roads->info(), *roadCrs);
    if (!plane)
        return plane.error();
    Network network;
    Result<void> done = reading.read(*roads, *roadCrs, *plane, 0, 0.5,
                                     [&network](const LayerFeature& feature) -> Result<void> {
                                         if (feature.shape == LayerFeature::Shape::Lines)
                                             network.addLines(feature.rings);
                                         return {};
                                     });
    if (!done)
        return done.error();
    network.build();
    if (network.edges() == 0)
        return Error(
            ErrorCode::BadUsage,
            Text::tr("图层“%1”里没有线，不能作道路；请换一个图层。").arg(roads->info().name));

    CoverReport report;
    report.crs = plane->name();
    report.nodes = static_cast<qint64>(network.nodes());
    report.edges = static_cast<qint64>(network.edges());
    report.roadMetres = network.length();

    auto facilities = open(request.from);
    if (!facilities)
        return facilities.error();
    const auto facilityCrs = systemOf(facilities->info(), request.from.epsg);
    if (!facilityCrs)
        return facilityCrs.error();
    std::vector<Foot> feet;
    std::vector<Point> places;
    done = reading.read(*facilities, *facilityCrs, *plane, 0.5, 0.6,
                        [&](const LayerFeature& feature) -> Result<void> {
                            const std::vector<Point> entrances = entrancesOf(feature);
                            if (entrances.empty())
                                return {};
                            ++report.facilities;
                            bool snapped = false;
                            for (const Point& entrance : entrances) {
                                const auto foot =
                                    network.nearest(entrance.x, entrance.y, request.snap);
                                if (foot)
                                    feet.push_back(*foot);
                                snapped = snapped || foot;
                            }
                            places.insert(places.end(), entrances.begin(), entrances.end());
                            report.facilitiesUnsnapped += snapped ? 0 : 1;
                            return {};
                        });
    if (!done)
        return done.error();
    const Network::Reach reach = network.reach(feet, bound);
    const Crows crows(request.circles ? std::move(places) : std::vector<Point>(), bound);

    auto targets =
        open(request.to, request.weight.isEmpty() ? QStringList() : QStringList(request.weight));
    if (!targets)
        return targets.error();
    const auto targetCrs = systemOf(targets->info(), request.to.epsg);
    if (!targetCrs)
        return targetCrs.error();
    for (const double metres : request.metres)
        report.rings << CoverRing{metres};
    done = reading.read(*targets, *targetCrs, *plane, 0.6, 1,
                        [&](const LayerFeature& feature) -> Result<void> {
                            const std::optional<Point> middle = middleOf(feature);
                            if (!middle)
                                return {};
                            double weight = 1;
                            if (!request.weight.isEmpty()) {
                                bool isNumber = false;
                                const QString given = feature.attributes.constFirst();
                                weight = given.isEmpty() ? 0 : given.toDouble(&isNumber);
                                if (!given.isEmpty() && !isNumber)
                                    return Error(ErrorCode::BadUsage,
                                                 Text::tr("图层“%1”第 %2 号要素的“%3”不是数：%4。")
                                                     .arg(targets->info().name)
                                                     .arg(feature.id)
                                                     .arg(request.weight, given));
                            }
                            ++report.targets;
                            report.weight += weight;
                            const double crow = request.circles ? crows.nearest(*middle) : 0;
                            const auto foot = network.nearest(middle->x, middle->y, request.snap);
                            double walk = std::numeric_limits<double>::infinity();
                            if (!foot) {
                                ++report.unsnapped;
                                report.unsnappedWeight += weight;
                                constexpr qsizetype listed = 1000;
                                if (report.unsnappedIds.size() < listed)
                                    report.unsnappedIds << feature.id;
                            } else if (!reach.served[static_cast<size_t>(foot->edge)]) {
                                ++report.unreachable;
                                report.unreachableWeight += weight;
                            } else {
                                walk = network.distance(reach, *foot);
                            }
                            for (CoverRing& ring : report.rings) {
                                if (walk <= ring.metres) {
                                    ++ring.covered;
                                    ring.weight += weight;
                                }
                                if (request.circles && crow <= ring.metres) {
                                    ++ring.circleCovered;
                                    ring.circleWeight += weight;
                                }
                            }
                            return {};
                        });
    if (!done)
        return done.error();
    return report;
}

} // namespace checkup::spatial
