#include "core/spatial/coverage.h"

#include "core/spatial/areas.h"

#include <QCoreApplication>
#include <QThread>

#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::LayerFeature;
using gdal::Rings;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

struct Target
{
    qint64 id = 0;
    Middle middle;
    double weight = 1;
};

struct RingTally
{
    qint64 covered = 0, circleCovered = 0;
    Sum weight, circleWeight;
};

/// What some targets add up to.
struct Tally
{
    qint64 targets = 0, unreachable = 0;
    Sum weight, unreachableWeight, unsnappedWeight;
    std::vector<RingTally> rings;
    std::vector<Unsnapped> unsnapped;
};

/// Judges targets, which are read one after the other, by batches beside the reading.
class Targets
{
public:
    Targets(const CoverRequest& request, const Access& access, const Facilities& facilities)
        : m_request(request)
        , m_access(access)
        , m_facilities(facilities)
    {
        for (const double bound : request.bounds) {
            m_crowBounds.push_back(request.model.metresFor(bound));
            m_furthest = std::max(m_furthest, m_crowBounds.back());
        }
    }
    ~Targets() { m_work.wait(); }

    void add(const Target& target)
    {
        constexpr size_t together = 1024;
        m_batch.push_back(target);
        if (m_batch.size() == together)
            start();
    }

    /// Adds everything up in the order it was read in.
    void finish(CoverReport& report)
    {
        start();
        m_work.wait();
        Tally all;
        all.rings.resize(m_request.bounds.size());
        for (const std::unique_ptr<Tally>& tally : m_tallies) {
            report.targets += tally->targets;
            report.unreachable += tally->unreachable;
            all.weight.add(tally->weight.result());
            all.unreachableWeight.add(tally->unreachableWeight.result());
            all.unsnappedWeight.add(tally->unsnappedWeight.result());
            report.unsnappedTargets.insert(report.unsnappedTargets.end(), tally->unsnapped.begin(),
                                           tally->unsnapped.end());
            for (size_t i = 0; i < all.rings.size(); ++i) {
                all.rings[i].covered += tally->rings[i].covered;
                all.rings[i].circleCovered += tally->rings[i].circleCovered;
                all.rings[i].weight.add(tally->rings[i].weight.result());
                all.rings[i].circleWeight.add(tally->rings[i].circleWeight.result());
            }
        }
        report.weight = all.weight.result();
        report.unreachableWeight = all.unreachableWeight.result();
        report.unsnappedWeight = all.unsnappedWeight.result();
        report.unsnapped = static_cast<qint64>(report.unsnappedTargets.size());
        for (size_t i = 0; i < all.rings.size(); ++i) {
            CoverRing& ring = report.rings[static_cast<qsizetype>(i)];
            ring.covered = all.rings[i].covered;
            ring.circleCovered = all.rings[i].circleCovered;
            ring.weight = all.rings[i].weight.result();
            ring.circleWeight = all.rings[i].circleWeight.result();
        }
    }

private:
    void start()
    {
        m_tallies.push_back(std::make_unique<Tally>());
        m_work.run([this, tally = m_tallies.back().get(), targets = std::move(m_batch)] {
            tally->rings.resize(m_request.bounds.size());
            for (const Target& target : targets)
                judge(target, *tally);
        });
        m_batch.clear();
    }

    void judge(const Target& target, Tally& tally) const
    {
        const auto& [x, y] = target.middle;
        const Trip trip = m_access.at(x, y);
        const double crow = m_request.circles ? m_facilities.distance(x, y, m_furthest) : infinite;
        ++tally.targets;
        tally.weight.add(target.weight);
        if (trip.state == Trip::State::NoRoad) {
            tally.unsnappedWeight.add(target.weight);
            tally.unsnapped.push_back({target.id, x, y, m_access.toRoad(x, y), 0});
        } else if (trip.state == Trip::State::Unreachable) {
            ++tally.unreachable;
            tally.unreachableWeight.add(target.weight);
        }
        for (size_t i = 0; i < tally.rings.size(); ++i) {
            if (trip.cost <= m_request.bounds[i]) {
                ++tally.rings[i].covered;
                tally.rings[i].weight.add(target.weight);
            }
            if (crow <= m_crowBounds[i]) {
                ++tally.rings[i].circleCovered;
                tally.rings[i].circleWeight.add(target.weight);
            }
        }
    }

    const CoverRequest& m_request;
    const Access& m_access;
    const Facilities& m_facilities;
    std::vector<double> m_crowBounds;
    double m_furthest = 0;
    std::vector<Target> m_batch;
    std::vector<std::unique_ptr<Tally>> m_tallies;
    tbb::task_group m_work;
};

/// The areas of the rings that ask for them.
Result<void> addServiceAreas(const CoverRequest& request, const Access& access, CoverReport& report,
                             const CancelToken& cancel)
{
    for (CoverRing& ring : report.rings) {
        auto tiles = access.serviceArea(ring.bound, request.strip, cancel);
        if (!tiles)
            return tiles.error();
        ring.serviceArea = *std::move(tiles);
        auto measure = AreaMeasure::make({}, report.crs);
        if (!measure)
            return measure.error();
        Sum area;
        for (const AreaTile& tile : ring.serviceArea) {
            const Result<double> one = measure->ellipsoidal(tile.rings);
            if (!one)
                return one.error();
            area.add(*one);
        }
        ring.serviceSquareMetres = area.result();
    }
    return {};
}

Result<CoverReport> computeCover(const CoverRequest& request, const CancelToken& cancel,
                                 const ProgressSink& progress)
{
    const auto roads = Roads::read(
        request.model, request.roads, request.barriers, cancel,
        [&progress](double share, const QString& at) { tellProgress(progress, share * 0.5, at); });
    if (!roads)
        return roads.error();
    const auto part = [&progress](double from, double to) {
        return [&progress, from, to](double share, const QString& at) {
            tellProgress(progress, from + (to - from) * share, at);
        };
    };
    auto from = openLayer(request.from);
    if (!from)
        return from.error();
    const auto facilities = Facilities::read(from->layer(), roads->plane(), roads->ground(),
                                             request.model.every, cancel, part(0.5, 0.6));
    if (!facilities)
        return facilities.error();
    const double furthest = *std::max_element(request.bounds.begin(), request.bounds.end());
    const Access access(*roads, *facilities, furthest);

    CoverReport report;
    report.crs = roads->plane();
    report.roads = roads->features();
    report.closedRoads = roads->closed();
    report.nodes = static_cast<qint64>(roads->network().nodes());
    report.edges = static_cast<qint64>(roads->network().edges());
    report.roadMetres = roads->network().length();
    report.facilities = facilities->ids().size();
    report.unsnappedFacilities = access.unsnapped();
    for (const double bound : request.bounds) {
        CoverRing ring;
        ring.bound = bound;
        ring.roadMetres = access.reachedMetres(bound);
        report.rings << ring;
    }
    auto to = openLayer(request.to,
                        request.weight.isEmpty() ? QStringList() : QStringList(request.weight));
    if (!to)
        return to.error();
    Targets targets(request, access, *facilities);
    const Result<void> done =
        readInto(roads->plane(), to->layer(), cancel, progress, 0.6, request.strip > 0 ? 0.8 : 1,
                 [&](LayerFeature& feature) -> Result<void> {
                     const std::optional<Middle> middle = middleOf(feature);
                     if (!middle)
                         return {};
                     const Result<double> weight =
                         request.weight.isEmpty()
                             ? 1.0
                             : numberIn(feature, 0, to->reader.info().name, request.weight);
                     if (!weight)
                         return weight.error();
                     targets.add({feature.id, *middle, *weight});
                     return {};
                 });
    if (!done)
        return done.error();
    targets.finish(report);
    if (request.strip > 0) {
        const Result<void> drawn = addServiceAreas(request, access, report, cancel);
        if (!drawn)
            return drawn.error();
    }
    return report;
}

} // namespace

std::optional<Middle> middleOf(const LayerFeature& feature)
{
    const Rings& parts = feature.rings;
    if (parts.count() == 0)
        return {};
    if (feature.shape != LayerFeature::Shape::Polygons)
        return Middle{parts.x.front(), parts.y.front()};
    const double x0 = parts.x.front();
    const double y0 = parts.y.front();
    double area = 0;
    Middle middle;
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
        return Middle{x0, y0};
    return Middle{x0 + middle.x / (3 * area), y0 + middle.y / (3 * area)};
}

Result<CoverReport> cover(const CoverRequest& request, const CancelToken& cancel,
                          const ProgressSink& progress)
{
    if (request.bounds.empty() || std::any_of(request.bounds.begin(), request.bounds.end(),
                                              [](double m) { return !(m > 0) || m > 1e6; }))
        return Error(ErrorCode::BadUsage, request.model.cost == Cost::Metres
                                              ? Text::tr("距离应是大于 0 的米数，如 300,500,1000。")
                                              : Text::tr("时间应是大于 0 的分钟数，如 5,10,15。"));
    const int machine = std::max(1, QThread::idealThreadCount());
    tbb::task_arena arena(request.threads > 0 ? std::min(request.threads, machine) : machine);
    return arena.execute([&] { return computeCover(request, cancel, progress); });
}

} // namespace checkup::spatial
