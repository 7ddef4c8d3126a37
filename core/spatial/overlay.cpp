#include "core/spatial/overlay.h"

#include "core/spatial/areas.h"
#include "core/spatial/bridge.h"
#include "core/spatial/leaves.h"

#include <QCoreApplication>
#include <QHash>
#include <QThread>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <vector>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::Crs;
using gdal::LayerFeature;
using gdal::LayerReader;
using gdal::Rings;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

/// Numbers for the texts of a field, in the order they first come.
class Classes
{
public:
    int number(const QString& text)
    {
        const auto known = m_numbers.constFind(text);
        if (known != m_numbers.constEnd())
            return *known;
        m_texts << text;
        return *m_numbers.insert(text, static_cast<int>(m_texts.size()) - 1);
    }
    const QString& text(int number) const { return m_texts.at(number); }

private:
    QHash<QString, int> m_numbers;
    QStringList m_texts;
};

/// What the few are turned into before the many are read.
struct Zones
{
    Leaves leaves;
    std::vector<int> classes; ///< of each zone
    Classes names;
};

QStringList fieldOf(const OverlayLayer& layer)
{
    return layer.by.isEmpty() ? QStringList() : QStringList(layer.by);
}

Result<void> readZones(const OverlayLayer& layer, const Crs& target, Zones& zones,
                       OverlayReport& report, const CancelToken& cancel)
{
    auto reader = LayerReader::open(layer.path, layer.layer, fieldOf(layer));
    if (!reader)
        return reader.error();
    const auto crs = systemOf(reader->info(), layer.epsg);
    if (!crs)
        return crs.error();
    auto bridge = Bridge::make(*crs, target);
    if (!bridge)
        return bridge.error();
    const Geos geos;
    LayerFeature feature;
    for (;;) {
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消叠加计算。"));
        const Result<bool> more = reader->next(feature);
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (feature.shape != LayerFeature::Shape::Polygons) {
            ++report.withoutArea;
            continue;
        }
        report.repairedB += feature.fault.isEmpty() ? 0 : 1;
        const Result<void> moved = bridge->moveEdges(feature.rings);
        if (!moved)
            return moved.error();
        const int zone = static_cast<int>(zones.classes.size());
        if (!zones.leaves.add(geos, zone, feature.rings))
            return Error(ErrorCode::Invalid,
                         Text::tr("图层“%1”第 %2 号要素切分不了；请在 GIS 软件中检查它的图形。")
                             .arg(reader->info().name)
                             .arg(feature.id));
        zones.classes.push_back(
            zones.names.number(layer.by.isEmpty() ? QString() : feature.attributes.constFirst()));
    }
    report.zones = static_cast<qint64>(zones.classes.size());
    zones.leaves.build();
    return {};
}

/// What one feature of A has in one class of B.
struct Share
{
    int zoneClass = 0;
    double area = 0, plane = 0;
};

struct Parcel
{
    qint64 id = 0;
    int parcelClass = 0;
    Rings rings;
    bool repaired = false;
    std::vector<Share> shares; ///< by class
};

struct Batch
{
    std::vector<Parcel> parcels;
    size_t count = 0;
    std::optional<Error> error;
};

/// Whether no two edges of a small ring touch but neighbours at their corner. False: not certain.
bool surelySimple(const Rings& rings)
{
    constexpr size_t small = 80;
    if (rings.count() != 1 || rings.x.size() > small)
        return false;
    const std::vector<double>& x = rings.x;
    const std::vector<double>& y = rings.y;
    const size_t edges = x.size() - 1;
    const auto side = [&](size_t a, size_t b, size_t point) {
        return (x[b] - x[a]) * (y[point] - y[a]) - (x[point] - x[a]) * (y[b] - y[a]);
    };
    // Rounding of `side` is far below this share of the products it is made of.
    const Box box = Box::of(rings);
    const double doubt = 1e-9 * (box.maxX - box.minX + box.maxY - box.minY) *
                         (box.maxX - box.minX + box.maxY - box.minY);
    for (size_t i = 0; i < edges; ++i) {
        if (x[i] == x[i + 1] && y[i] == y[i + 1])
            return false;
        const size_t next = i + 1 == edges ? 0 : i + 1;
        // A neighbour that turns straight back lies on the edge.
        const size_t after = next + 1;
        if (std::abs(side(i, i + 1, after)) <= doubt &&
            (x[i + 1] - x[i]) * (x[after] - x[next]) + (y[i + 1] - y[i]) * (y[after] - y[next]) < 0)
            return false;
        for (size_t j = i + 2; j < edges; ++j) {
            if (i == 0 && j + 1 == edges)
                continue;
            if (std::max(x[i], x[i + 1]) < std::min(x[j], x[j + 1]) ||
                std::max(x[j], x[j + 1]) < std::min(x[i], x[i + 1]) ||
                std::max(y[i], y[i + 1]) < std::min(y[j], y[j + 1]) ||
                std::max(y[j], y[j + 1]) < std::min(y[i], y[i + 1]))
                continue;
            const double a = side(i, i + 1, j);
            const double b = side(i, i + 1, j + 1);
            const double c = side(j, j + 1, i);
            const double d = side(j, j + 1, i + 1);
            const bool apart = (a > doubt && b > doubt) || (a < -doubt && b < -doubt) ||
                               (c > doubt && d > doubt) || (c < -doubt && d < -doubt);
            if (!apart)
                return false;
        }
    }
    return true;
}

/// One thread's tools.
class Cutter
{
public:
    Cutter(const Zones& zones, Result<AreaMeasure> measure)
        : m_zones(zones)
        , m_measure(std::move(measure))
    {}

    Result<void> work(Parcel& parcel)
    {
        if (!m_measure)
            return m_measure.error();
        m_geometry.reset();
        parcel.shares.clear();
        parcel.repaired = false;
        if (!surelySimple(parcel.rings)) {
            const Result<void> valid = makeValid(parcel);
            if (!valid)
                return valid;
        }
        const Box box = Box::of(parcel.rings);
        std::optional<Share> whole;
        Result<void> done;
        m_zones.leaves.around(box, [&](const Leaf& leaf) {
            if (!done)
                return;
            const Stand stand = standOf(box, leaf);
            if (stand == Stand::Outside)
                return;
            if (stand == Stand::Inside) {
                if (!whole) {
                    const Result<Share> measured = measure(parcel.rings);
                    if (!measured) {
                        done = measured.error();
                        return;
                    }
                    whole = *measured;
                }
                add(parcel, leaf.zone, *whole);
                return;
            }
            done = cut(parcel, box, leaf);
        });
        std::sort(parcel.shares.begin(), parcel.shares.end(),
                  [](const Share& a, const Share& b) { return a.zoneClass < b.zoneClass; });
        return done;
    }

private:
    Result<Share> measure(const Rings& rings)
    {
        const Result<double> area = m_measure->ellipsoidal(rings);
        if (!area)
            return area.error();
        const Result<double> plane = m_measure->plane(rings);
        if (!plane)
            return plane.error();
        return Share{0, *area, *plane};
    }

    void add(Parcel& parcel, int zone, const Share& share) const
    {
        const int zoneClass = m_zones.classes[static_cast<size_t>(zone)];
        for (Share& known : parcel.shares) {
            if (known.zoneClass == zoneClass) {
                known.area += share.area;
                known.plane += share.plane;
                return;
            }
        }
        parcel.shares.push_back({zoneClass, share.area, share.plane});
    }

    Error refused(const Parcel& parcel) const
    {
        return {ErrorCode::Invalid,
                Text::tr("第 %1 号要素的图形有误，叠加不了；请在 GIS 软件中检查。").arg(parcel.id)};
    }

    Result<void> makeValid(Parcel& parcel)
    {
        m_geometry = m_geos.fromRings(parcel.rings);
        if (!m_geometry)
            return refused(parcel);
        if (m_geos.isValid(m_geometry.get()))
            return {};
        m_geometry = m_geos.madeValid(m_geometry.get());
        if (!m_geometry)
            return refused(parcel);
        parcel.repaired = true;
        parcel.rings.clear();
        m_geos.toRings(m_geometry.get(), parcel.rings);
        return {};
    }

    Result<void> cut(Parcel& parcel, const Box& box, const Leaf& leaf)
    {
        if (!m_geometry)
            m_geometry = m_geos.fromRings(parcel.rings);
        if (!m_geometry)
            return refused(parcel);
        Geos::Geometry piece;
        if (leaf.whole) {
            piece = m_geos.clip(m_geometry.get(), leaf.box.minX, leaf.box.minY, leaf.box.maxX,
                                leaf.box.maxY);
        } else {
            const Geos::Geometry all = m_geos.fromRings(leaf.rings);
            // A little room around the parcel keeps the cut away from its own edges.
            const double room = 0.01 * (box.maxX - box.minX + box.maxY - box.minY);
            Geos::Geometry near;
            if (all)
                near = m_geos.clip(all.get(), box.minX - room, box.minY - room, box.maxX + room,
                                   box.maxY + room);
            if (near)
                piece = m_geos.intersection(m_geometry.get(), near.get());
            if (!piece && all)
                piece = m_geos.intersection(m_geometry.get(), all.get());
        }
        if (!piece)
            return refused(parcel);
        m_piece.clear();
        m_geos.toRings(piece.get(), m_piece);
        if (m_piece.count() == 0)
            return {};
        const Result<Share> measured = measure(m_piece);
        if (!measured)
            return measured.error();
        add(parcel, leaf.zone, *measured);
        return {};
    }

    const Zones& m_zones;
    Geos m_geos;
    Result<AreaMeasure> m_measure;
    Geos::Geometry m_geometry; ///< of the parcel at hand, when it was needed
    Rings m_piece;
};

/// Reads the many in batches; one call at a time.
class Source
{
public:
    Source(LayerReader& reader, bool grouped, const CancelToken& cancel, OverlayReport& report)
        : m_reader(reader)
        , m_grouped(grouped)
        , m_cancel(cancel)
        , m_report(report)
    {}

    Classes& classes() { return m_classes; }
    qint64 read() const { return m_read; }

    /// False when there is nothing more.
    bool fill(Batch& batch)
    {
        constexpr size_t together = 256;
        batch.parcels.resize(together);
        batch.count = 0;
        batch.error.reset();
        if (m_ended)
            return false;
        while (batch.count < together) {
            if (m_cancel.isCancelled())
                return fail(batch, Error(ErrorCode::Cancelled, Text::tr("已取消叠加计算。")));
            const Result<bool> more = m_reader.next(m_feature);
            if (!more)
                return fail(batch, more.error());
            if (!*more) {
                m_ended = true;
                break;
            }
            ++m_read;
            if (m_feature.shape != LayerFeature::Shape::Polygons || m_feature.rings.count() == 0) {
                ++m_report.withoutArea;
                continue;
            }
            Parcel& parcel = batch.parcels[batch.count++];
            parcel.id = m_feature.id;
            parcel.parcelClass =
                m_classes.number(m_grouped ? m_feature.attributes.constFirst() : QString());
            std::swap(parcel.rings, m_feature.rings);
        }
        return batch.count > 0;
    }

private:
    bool fail(Batch& batch, Error error)
    {
        m_ended = true;
        batch.error = std::move(error);
        return true;
    }

    LayerReader& m_reader;
    bool m_grouped;
    CancelToken m_cancel;
    OverlayReport& m_report;
    LayerFeature m_feature;
    Classes m_classes;
    qint64 m_read = 0;
    bool m_ended = false;
};

struct Tally
{
    Sum area, plane;
    qint64 features = 0;
};

} // namespace

Result<OverlayReport> overlay(const OverlayRequest& request, const CancelToken& cancel,
                              const ProgressSink& progress)
{
    auto reader =
        LayerReader::open(request.a.path, request.a.layer, fieldOf(request.a), gdal::Faults::Keep);
    if (!reader)
        return reader.error();
    const gdal::LayerInfo info = reader->info();
    const auto crs = systemOf(info, request.a.epsg);
    if (!crs)
        return crs.error();
    const auto measure = AreaMeasure::make(info, *crs);
    if (!measure)
        return measure.error();
    OverlayReport report;
    report.planeCrs = measure->planeCrs().name();
    Zones zones;
    const Result<void> ready = readZones(request.b, *crs, zones, report, cancel);
    if (!ready)
        return ready.error();

    Source source(*reader, !request.a.by.isEmpty(), cancel, report);
    tbb::enumerable_thread_specific<Cutter> cutters(
        [&] { return Cutter(zones, AreaMeasure::make(info, *crs)); });
    std::map<std::pair<int, int>, Tally> tallies;
    std::optional<Error> error;
    std::atomic<bool> failed = false; ///< tells the reading stage, which runs beside the last one
    const auto read = [&](tbb::flow_control& flow) -> std::shared_ptr<Batch> {
        auto batch = std::make_shared<Batch>();
        if (failed || !source.fill(*batch)) {
            flow.stop();
            return {};
        }
        if (info.features > 0)
            tellProgress(progress, std::min(1.0, double(source.read()) / double(info.features)),
                         Text::tr("已叠加 %1 个要素").arg(source.read()));
        return batch;
    };
    const auto work = [&](std::shared_ptr<Batch> batch) {
        Cutter& cutter = cutters.local();
        for (size_t i = 0; i < batch->count && !batch->error; ++i) {
            const Result<void> done = cutter.work(batch->parcels[i]);
            if (!done)
                batch->error = done.error();
        }
        return batch;
    };
    const auto gather = [&](const std::shared_ptr<Batch>& batch) {
        if (error)
            return;
        if (batch->error) {
            error = batch->error;
            failed = true;
            return;
        }
        for (size_t i = 0; i < batch->count; ++i) {
            const Parcel& parcel = batch->parcels[i];
            ++report.features;
            report.repairedA += parcel.repaired ? 1 : 0;
            for (const Share& share : parcel.shares) {
                Tally& tally = tallies[{parcel.parcelClass, share.zoneClass}];
                tally.area.add(share.area);
                tally.plane.add(share.plane);
                ++tally.features;
            }
        }
    };
    const int machine = std::max(1, QThread::idealThreadCount());
    const int threads = request.threads > 0 ? std::min(request.threads, machine) : machine;
    tbb::task_arena arena(threads);
    arena.execute([&] {
        using tbb::filter_mode;
        tbb::parallel_pipeline(
            static_cast<size_t>(threads) * 4,
            tbb::make_filter<void, std::shared_ptr<Batch>>(filter_mode::serial_in_order, read) &
                tbb::make_filter<std::shared_ptr<Batch>, std::shared_ptr<Batch>>(
                    filter_mode::parallel, work) &
                tbb::make_filter<std::shared_ptr<Batch>, void>(filter_mode::serial_in_order,
                                                               gather));
    });
    if (error)
        return *error;

    for (const auto& [place, tally] : tallies)
        report.cells << OverlayCell{source.classes().text(place.first),
                                    zones.names.text(place.second), tally.area.result(),
                                    tally.plane.result(), tally.features};
    std::sort(report.cells.begin(), report.cells.end(),
              [](const OverlayCell& one, const OverlayCell& other) {
                  return std::tie(one.a, one.b) < std::tie(other.a, other.b);
              });
    Sum area, plane;
    for (const OverlayCell& cell : report.cells) {
        area.add(cell.area);
        plane.add(cell.plane);
    }
    report.area = area.result();
    report.plane = plane.result();
    return report;
}

} // namespace checkup::spatial
