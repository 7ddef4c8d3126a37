#include "core/spatial/overlay.h"

#include "core/gdal/database.h"
#include "core/spatial/areas.h"
#include "core/spatial/cutter.h"
#include "core/spatial/postgis_sql.h"

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

QStringList fieldOf(const OverlayLayer& layer)
{
    return layer.by.isEmpty() ? QStringList() : QStringList(layer.by);
}

Result<void> readZones(const OverlayLayer& layer, const Crs& target, Zones& zones,
                       OverlayReport& report, const CancelToken& cancel)
{
    auto reader = LayerReader::open(layer.path, layer.layer, fieldOf(layer), gdal::Faults::Keep);
    if (!reader)
        return reader.error();
    const auto crs = systemOf(reader->info(), layer.epsg);
    if (!crs)
        return crs.error();
    const auto reading = zones.read(
        *reader, *crs, target,
        [](const LayerFeature& feature) {
            return feature.attributes.isEmpty() ? QString() : feature.attributes.constFirst();
        },
        cancel);
    if (!reading)
        return reading.error();
    report.zones = reading->taken;
    report.withoutArea += reading->withoutArea;
    const Result<void> built = zones.build();
    report.repairedB = zones.repaired();
    return built;
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

/// One thread's tools.
class Worker
{
public:
    Worker(const Zones& zones, Result<AreaMeasure> measure)
        : m_zones(zones)
        , m_cutter(zones)
        , m_measure(std::move(measure))
    {}

    Result<void> work(Parcel& parcel)
    {
        if (!m_measure)
            return m_measure.error();
        parcel.shares.clear();
        std::optional<Share> whole; ///< measured once, however many zones hold it
        const Result<void> done =
            m_cutter.polygon(parcel.id, parcel.rings, [&](const Piece& piece) -> Result<void> {
                if (piece.whole && whole) {
                    add(parcel, piece.zone, *whole);
                    return {};
                }
                const Result<Share> measured = measure(piece.rings);
                if (!measured)
                    return measured.error();
                if (piece.whole)
                    whole = *measured;
                add(parcel, piece.zone, *measured);
                return {};
            });
        parcel.repaired = m_cutter.repaired();
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
        const int zoneClass = m_zones.classOf(zone);
        for (Share& known : parcel.shares) {
            if (known.zoneClass == zoneClass) {
                known.area += share.area;
                known.plane += share.plane;
                return;
            }
        }
        parcel.shares.push_back({zoneClass, share.area, share.plane});
    }

    const Zones& m_zones;
    Cutter m_cutter;
    Result<AreaMeasure> m_measure;
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

void OverlayReport::close()
{
    std::sort(cells.begin(), cells.end(), [](const OverlayCell& one, const OverlayCell& other) {
        return std::tie(one.a, one.b) < std::tie(other.a, other.b);
    });
    Sum areas;
    Sum planes;
    for (const OverlayCell& cell : std::as_const(cells)) {
        areas.add(cell.area);
        planes.add(cell.plane);
    }
    area = areas.result();
    plane = planes.result();
}

Result<OverlayReport> overlay(const OverlayRequest& request, const CancelToken& cancel,
                              const ProgressSink& progress)
{
    if (gdal::Database::isConnection(request.a.path))
        return overlayInPostgis(request, cancel);
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
    const int machine = std::max(1, QThread::idealThreadCount());
    const int threads = request.threads > 0 ? std::min(request.threads, machine) : machine;
    tbb::task_arena arena(threads);
    Zones zones;
    const Result<void> ready =
        arena.execute([&] { return readZones(request.b, *crs, zones, report, cancel); });
    if (!ready)
        return ready.error();

    Source source(*reader, !request.a.by.isEmpty(), cancel, report);
    tbb::enumerable_thread_specific<Worker> workers(
        [&] { return Worker(zones, AreaMeasure::make(info, *crs)); });
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
        Worker& worker = workers.local();
        for (size_t i = 0; i < batch->count && !batch->error; ++i) {
            const Result<void> done = worker.work(batch->parcels[i]);
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
                                    zones.className(place.second), tally.area.result(),
                                    tally.plane.result(), tally.features};
    report.close();
    return report;
}

} // namespace checkup::spatial
