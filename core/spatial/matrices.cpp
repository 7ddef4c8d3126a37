#include "core/spatial/matrices.h"

#include "core/catalogue/land_classes.h"
#include "core/catalogue/layer_roles.h"
#include "core/gdal/layer_writer.h"
#include "core/spatial/areas.h"
#include "core/spatial/cutter.h"
#include "core/spatial/proration.h"

#include <QCoreApplication>
#include <QThread>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

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

/// What of a feature lies in a zone and a district.
struct Share
{
    int zone = 0;      ///< or its class
    int district = -1; ///< class; -1: in none
    double area = 0, outline = 0;
    std::vector<Rings> pieces; ///< when shapes are wanted
};

struct Item
{
    qint64 id = 0;
    QStringList attributes;
    Rings rings;
    double area = 0;
    bool repaired = false;
    std::vector<Share> shares;                   ///< by zone, then district
    std::vector<std::pair<int, double>> regions; ///< areas by district; -1: the rest
    std::optional<Error> error;
};

/// How features are cut.
struct Cutting
{
    const Zones& zones;
    const Zones* districts = nullptr;
    bool byZone = false; ///< each zone by itself, not by its class
    bool shapes = false;
};

double outlineOf(const Rings& rings)
{
    double length = 0;
    for (size_t ring = 0; ring < rings.count(); ++ring) {
        for (size_t i = rings.begins[ring]; i + 1 < rings.end(ring); ++i)
            length += std::hypot(rings.x[i + 1] - rings.x[i], rings.y[i + 1] - rings.y[i]);
    }
    return length;
}

/// One thread's tools.
class Worker
{
public:
    Worker(const Cutting& cutting, Result<AreaMeasure> measure)
        : m_cutting(cutting)
        , m_zoneCutter(cutting.zones)
        , m_measure(std::move(measure))
    {
        if (cutting.districts)
            m_districtCutter.emplace(*cutting.districts);
    }

    void work(Item& item)
    {
        const Result<void> done = cut(item);
        if (!done)
            item.error = done.error();
        // What meets along a border only, but for rounding, is no piece.
        constexpr double touching = 1e-6; // m²
        item.shares.erase(std::remove_if(item.shares.begin(), item.shares.end(),
                                         [](const Share& share) { return share.area <= touching; }),
                          item.shares.end());
        std::sort(item.shares.begin(), item.shares.end(), [](const Share& a, const Share& b) {
            return std::tie(a.zone, a.district) < std::tie(b.zone, b.district);
        });
        std::sort(item.regions.begin(), item.regions.end());
    }

private:
    Result<void> cut(Item& item)
    {
        if (!m_measure)
            return m_measure.error();
        if (!m_districtCutter) {
            const Result<void> done = byZones(item, item.rings, -1, item.shares);
            item.repaired = m_zoneCutter.repaired();
            const Result<double> area = m_measure->ellipsoidal(item.rings);
            if (!done || !area)
                return done ? area.error() : done;
            item.area = *area;
            item.regions = {{-1, *area}};
            return {};
        }
        Rings part;
        const Result<void> done =
            m_districtCutter->polygon(item.id, item.rings, [&](const Piece& piece) -> Result<void> {
                const int district = m_cutting.districts->classOf(piece.zone);
                const Result<double> area = m_measure->ellipsoidal(piece.rings);
                if (!area)
                    return area.error();
                addTo(item.regions, district, *area);
                part = piece.rings;
                return byZones(item, part, district, item.shares);
            });
        item.repaired = m_districtCutter->repaired();
        const Result<double> area = m_measure->ellipsoidal(item.rings);
        if (!done || !area)
            return done ? area.error() : done;
        item.area = *area;
        double rest = item.area;
        for (const auto& [district, inside] : item.regions)
            rest -= inside;
        constexpr double negligible = 1e-9;
        if (rest <= negligible * item.area)
            return {};
        item.regions.push_back({-1, rest});
        return outside(item);
    }

    /// What of the zones lies in no district: all of it less what does.
    Result<void> outside(Item& item)
    {
        std::vector<Share> all;
        m_part = item.rings;
        const Result<void> done = byZones(item, m_part, -1, all);
        if (!done)
            return done;
        for (Share& share : all) {
            std::vector<Rings> inside;
            for (const Share& known : item.shares) {
                if (known.zone != share.zone)
                    continue;
                share.area -= known.area;
                inside.insert(inside.end(), known.pieces.begin(), known.pieces.end());
            }
            constexpr double negligible = 1e-9;
            if (share.area <= negligible * item.area)
                continue;
            if (!inside.empty())
                takeAway(share.pieces, inside);
            item.shares.push_back(std::move(share));
        }
        return {};
    }

    void takeAway(std::vector<Rings>& from, const std::vector<Rings>& what) const
    {
        const auto united = [this](const std::vector<Rings>& pieces) {
            std::vector<const Rings*> pointers;
            for (const Rings& piece : pieces)
                pointers.push_back(&piece);
            return m_geos.united(pointers);
        };
        const Geos::Geometry all = united(from);
        const Geos::Geometry part = united(what);
        const Geos::Geometry rest =
            all && part ? m_geos.difference(all.get(), part.get()) : Geos::Geometry();
        from.assign(1, {});
        if (rest)
            m_geos.toRings(rest.get(), from.front());
    }

    Result<void> byZones(const Item& item, Rings& rings, int district, std::vector<Share>& shares)
    {
        return m_zoneCutter.polygon(item.id, rings, [&](const Piece& piece) -> Result<void> {
            const Result<double> area = m_measure->ellipsoidal(piece.rings);
            if (!area)
                return area.error();
            const int zone = m_cutting.byZone ? piece.zone : m_cutting.zones.classOf(piece.zone);
            auto known = std::find_if(shares.begin(), shares.end(), [&](const Share& share) {
                return share.zone == zone && share.district == district;
            });
            if (known == shares.end())
                known = shares.insert(shares.end(), {zone, district, 0, 0, {}});
            known->area += *area;
            known->outline += outlineOf(piece.rings);
            if (m_cutting.shapes)
                known->pieces.push_back(piece.rings);
            return {};
        });
    }

    static void addTo(std::vector<std::pair<int, double>>& regions, int district, double area)
    {
        for (auto& [known, sum] : regions) {
            if (known == district) {
                sum += area;
                return;
            }
        }
        regions.push_back({district, area});
    }

    const Cutting& m_cutting;
    Geos m_geos;
    Cutter m_zoneCutter;
    std::optional<Cutter> m_districtCutter;
    Result<AreaMeasure> m_measure;
    Rings m_part;
};

/// The many: read in batches, cut in all threads, handed on in their order.
class Stream
{
public:
    static Result<Stream> open(const OverlayLayer& layer, const QStringList& fields)
    {
        auto reader = LayerReader::open(layer.path, layer.layer, fields, gdal::Faults::Keep);
        if (!reader)
            return reader.error();
        auto crs = systemOf(reader->info(), layer.epsg);
        if (!crs)
            return crs.error();
        auto measure = AreaMeasure::make(reader->info(), *crs);
        if (!measure)
            return measure.error();
        return Stream(*std::move(reader), *std::move(crs), measure->planeCrs().name());
    }

    const Crs& crs() const { return m_crs; }
    const QString& planeName() const { return m_planeName; }
    qint64 features() const { return m_features; }
    qint64 withoutArea() const { return m_withoutArea; }
    qint64 repaired() const { return m_repaired; }

    Result<void> run(const Cutting& cutting, const CancelToken& cancel,
                     const ProgressSink& progress, const std::function<void(Item&)>& gather)
    {
        const gdal::LayerInfo info = m_reader.info();
        tbb::enumerable_thread_specific<Worker> workers(
            [&] { return Worker(cutting, AreaMeasure::make(info, m_crs)); });
        constexpr size_t together = 2048;
        std::vector<Item> items(together);
        LayerFeature feature;
        qint64 read = 0;
        for (bool ended = false; !ended;) {
            size_t count = 0;
            while (count < together) {
                if (cancel.isCancelled())
                    return Error(ErrorCode::Cancelled, Text::tr("已取消叠加计算。"));
                const Result<bool> more = m_reader.next(feature);
                if (!more)
                    return more.error();
                if (!*more) {
                    ended = true;
                    break;
                }
                ++read;
                if (feature.shape != LayerFeature::Shape::Polygons || feature.rings.count() == 0) {
                    ++m_withoutArea;
                    continue;
                }
                Item& item = items[count++];
                item = {};
                item.id = feature.id;
                item.attributes = feature.attributes;
                std::swap(item.rings, feature.rings);
            }
            tbb::parallel_for(size_t{0}, count, [&](size_t i) { workers.local().work(items[i]); });
            for (size_t i = 0; i < count; ++i) {
                if (items[i].error)
                    return *items[i].error;
                ++m_features;
                m_repaired += items[i].repaired ? 1 : 0;
                gather(items[i]);
            }
            if (info.features > 0)
                tellProgress(progress, std::min(1.0, double(read) / double(info.features)),
                             Text::tr("已叠加 %1 个要素").arg(read));
        }
        return {};
    }

private:
    Stream(LayerReader reader, Crs crs, QString planeName)
        : m_reader(std::move(reader))
        , m_crs(std::move(crs))
        , m_planeName(std::move(planeName))
    {}

    LayerReader m_reader;
    Crs m_crs;
    QString m_planeName;
    qint64 m_features = 0, m_withoutArea = 0, m_repaired = 0;
};

QStringList fieldOf(const OverlayLayer& layer)
{
    return layer.by.isEmpty() ? QStringList() : QStringList(layer.by);
}

/// A layer as zones grouped by its field; `seen` is called with each feature before it is taken.
Result<Zones::Reading>
readZones(const OverlayLayer& layer, const Crs& target, Zones& zones, Overlaps overlaps,
          const CancelToken& cancel,
          const std::function<void(const Crs&, const LayerFeature&)>& seen = {})
{
    auto reader = LayerReader::open(layer.path, layer.layer, fieldOf(layer), gdal::Faults::Keep);
    if (!reader)
        return reader.error();
    const auto crs = systemOf(reader->info(), layer.epsg);
    if (!crs)
        return crs.error();
    auto reading = zones.read(
        *reader, *crs, target,
        [&](const LayerFeature& feature) {
            if (seen)
                seen(*crs, feature);
            return feature.attributes.isEmpty() ? QString() : feature.attributes.constFirst();
        },
        cancel);
    if (!reading)
        return reading;
    const Result<void> built = zones.build(overlaps);
    if (!built)
        return built.error();
    return reading;
}

/// The districts of the settings; nothing where there are none.
Result<std::unique_ptr<Zones>> readDistricts(const TableSettings& settings, const Crs& target,
                                             const CancelToken& cancel)
{
    if (!settings.districts)
        return std::unique_ptr<Zones>();
    auto zones = std::make_unique<Zones>();
    const auto read = readZones(*settings.districts, target, *zones, Overlaps::CountOnce, cancel);
    if (!read)
        return read.error();
    return zones;
}

tbb::task_arena arenaOf(const TableSettings& settings)
{
    const int machine = std::max(1, QThread::idealThreadCount());
    return tbb::task_arena(settings.threads > 0 ? std::min(settings.threads, machine) : machine);
}

bool isSliver(const SliverLimit& limit, const Share& share, const Item& item)
{
    constexpr double almostAll = 1 - 1e-9;
    if (share.area >= almostAll * item.area)
        return false;
    return share.area < limit.area ||
           (limit.width > 0 && 2 * share.area < limit.width * share.outline);
}

struct Tally
{
    Sum area;
    qint64 count = 0;
};

QString districtName(const Zones* districts, int number)
{
    return districts && number >= 0 ? districts->className(number) : QString();
}

using Place = std::tuple<QString, QString, QString>;

} // namespace

Result<MatrixReport> overlayMatrix(const OverlayLayer& a, const OverlayLayer& b,
                                   const TableSettings& settings, const CancelToken& cancel,
                                   const ProgressSink& progress)
{
    auto stream = Stream::open(a, fieldOf(a));
    if (!stream)
        return stream.error();
    MatrixReport report;
    report.planeCrs = stream->planeName();
    std::map<Place, Tally> cells, totals;
    Sum sliverArea, area, told;
    tbb::task_arena arena = arenaOf(settings);
    const Result<void> done = arena.execute([&]() -> Result<void> {
        Zones zones;
        const auto read = readZones(b, stream->crs(), zones, Overlaps::CountOnce, cancel);
        if (!read)
            return read.error();
        const auto districts = readDistricts(settings, stream->crs(), cancel);
        if (!districts)
            return districts.error();
        report.zones = read->taken;
        report.withoutArea = read->withoutArea;
        report.repairedB = zones.repaired();
        const Cutting cutting{zones, districts->get()};
        return stream->run(cutting, cancel, progress, [&](Item& item) {
            const QString kind = item.attributes.value(0);
            area.add(item.area);
            for (const auto& [district, inside] : item.regions) {
                Tally& total = totals[{kind, {}, districtName(districts->get(), district)}];
                total.area.add(inside);
                ++total.count;
                told.add(inside);
            }
            for (const Share& share : item.shares) {
                if (isSliver(settings.sliver, share, item)) {
                    ++report.slivers.pieces;
                    sliverArea.add(share.area);
                    continue;
                }
                Tally& cell = cells[{kind, zones.className(share.zone),
                                     districtName(districts->get(), share.district)}];
                cell.area.add(share.area);
                ++cell.count;
            }
        });
    });
    if (!done)
        return done.error();
    report.features = stream->features();
    report.repairedA = stream->repaired();
    report.withoutArea += stream->withoutArea();
    report.slivers.area = sliverArea.result();
    report.closing = {area.result(), area.result() - told.result()};
    const auto list = [](const std::map<Place, Tally>& from, QList<MatrixCell>& to) {
        for (const auto& [place, tally] : from)
            to << MatrixCell{std::get<0>(place), std::get<1>(place), std::get<2>(place),
                             tally.area.result(), tally.count};
    };
    list(cells, report.cells);
    list(totals, report.totals);
    return report;
}

Result<TransitionReport> transitionMatrix(const OverlayLayer& before, const OverlayLayer& after,
                                          const TableSettings& settings, const CancelToken& cancel,
                                          const ProgressSink& progress)
{
    auto stream = Stream::open(before, fieldOf(before));
    if (!stream)
        return stream.error();
    TransitionReport report;
    report.planeCrs = stream->planeName();
    std::map<Place, Tally> cells;
    std::map<QString, Sum> classesBefore, classesAfter, lost, gained;
    Sum sliverArea, area, areaAfter, told;
    std::optional<Error> unmeasured;
    tbb::task_arena arena = arenaOf(settings);
    const Result<void> done = arena.execute([&]() -> Result<void> {
        Zones zones;
        std::optional<AreaMeasure> measure; // of the year after, in its own coordinates
        auto reader = LayerReader::open(after.path, after.layer, fieldOf(after));
        if (!reader)
            return reader.error();
        const gdal::LayerInfo info = reader->info();
        const auto read = readZones(after, stream->crs(), zones, Overlaps::Keep, cancel,
                                    [&](const Crs& crs, const LayerFeature& feature) {
                                        if (!measure) {
                                            auto made = AreaMeasure::make(info, crs);
                                            if (!made) {
                                                unmeasured = made.error();
                                                return;
                                            }
                                            measure.emplace(*std::move(made));
                                        }
                                        if (feature.shape != LayerFeature::Shape::Polygons)
                                            return;
                                        const Result<double> size =
                                            measure->ellipsoidal(feature.rings);
                                        if (!size) {
                                            unmeasured = size.error();
                                            return;
                                        }
                                        classesAfter[feature.attributes.value(0)].add(*size);
                                        areaAfter.add(*size);
                                    });
        if (!read)
            return read.error();
        if (unmeasured)
            return *unmeasured;
        const auto districts = readDistricts(settings, stream->crs(), cancel);
        if (!districts)
            return districts.error();
        report.featuresAfter = read->taken;
        report.withoutArea = read->withoutArea;
        report.repaired = zones.repaired();
        const Cutting cutting{zones, districts->get(), true};
        return stream->run(cutting, cancel, progress, [&](Item& item) {
            const QString was = item.attributes.value(0);
            classesBefore[was].add(item.area);
            area.add(item.area);
            lost[was].add(item.area);
            for (const Share& share : item.shares) {
                told.add(share.area);
                if (isSliver(settings.sliver, share, item)) {
                    ++report.slivers.pieces;
                    sliverArea.add(share.area);
                    continue;
                }
                const QString& is = zones.name(share.zone);
                Tally& cell = cells[{was, is, districtName(districts->get(), share.district)}];
                cell.area.add(share.area);
                ++cell.count;
                lost[was].add(-share.area);
                gained[is].add(-share.area);
            }
        });
    });
    if (!done)
        return done.error();
    report.featuresBefore = stream->features();
    report.repaired += stream->repaired();
    report.withoutArea += stream->withoutArea();
    report.slivers.area = sliverArea.result();
    report.closing = {area.result(), area.result() - told.result()};
    report.areaAfter = areaAfter.result();
    for (const auto& [place, tally] : cells)
        report.cells << TransitionCell{std::get<0>(place), std::get<1>(place), std::get<2>(place),
                                       tally.area.result(), tally.count};
    for (const auto& [name, sum] : classesBefore)
        report.before.insert(name, sum.result());
    for (const auto& [name, sum] : lost)
        report.lost.insert(name, sum.result());
    for (const auto& [name, sum] : classesAfter) {
        report.after.insert(name, sum.result());
        gained[name].add(sum.result());
    }
    for (const auto& [name, sum] : gained)
        report.gained.insert(name, sum.result());
    return report;
}

namespace {

/// The fields of a parcel layer that a list needs, in the order that they are read.
struct ParcelFields
{
    QStringList read;
    qsizetype id = -1, code = -1, name = -1, town = -1, net = -1;

    qsizetype add(const QString& field)
    {
        if (field.isEmpty())
            return -1;
        read << field;
        return read.size() - 1;
    }
};

/// What the layer calls one of the role's columns.
QString fieldFor(const QString& column, const QStringList& fields)
{
    const catalogue::LayerRole* const role = catalogue::layerRole(u"DLTB"_s);
    const catalogue::LayerColumn* const wanted = role ? role->column(column) : nullptr;
    if (!wanted)
        return {};
    for (const QString& name : wanted->names) {
        for (const QString& field : fields) {
            if (field.compare(name, Qt::CaseInsensitive) == 0)
                return field;
        }
    }
    return {};
}

Result<ParcelFields> parcelFields(const EncroachRequest& request, QStringList& missing)
{
    const auto reader = LayerReader::open(request.parcels.path, request.parcels.layer);
    if (!reader)
        return reader.error();
    const QStringList& fields = reader->info().fields;
    ParcelFields found;
    const auto find = [&](const QString& column, const QString& given = {}) {
        const QString field = given.isEmpty() ? fieldFor(column, fields) : given;
        if (field.isEmpty())
            missing << column;
        return found.add(field);
    };
    found.id = find(u"id"_s);
    found.code = find(u"class"_s, request.parcels.by);
    found.name = find(u"className"_s);
    found.net = find(u"netArea"_s);
    found.town = find(u"cityVillage"_s);
    if (found.code < 0 && !request.classes.isEmpty())
        return Error(ErrorCode::BadUsage,
                     Text::tr("图层“%1”里找不到地类编码字段，不能按地类挑选；请说明是哪个字段。")
                         .arg(reader->info().name));
    if (found.town < 0 && request.builtOnly)
        return Error(ErrorCode::BadUsage,
                     Text::tr("图层“%1”里找不到城镇村属性码字段（CZCSXM），不能挑出城乡建设用地。")
                         .arg(reader->info().name));
    return found;
}

/// The shares' registered areas. Where redlines lie over one another the shares are not parts of
/// one whole.
std::vector<double> netAreas(double registered, const Item& item,
                             const std::vector<const Share*>& shares, double& residual)
{
    std::vector<double> areas;
    double sum = 0;
    for (const Share* share : shares) {
        areas.push_back(share->area);
        sum += share->area;
    }
    constexpr double rounding = 1e-6;
    if (sum <= item.area * (1 + rounding)) {
        Prorated shared = prorate(registered, item.area, areas);
        residual += shared.residual;
        return shared.pieces;
    }
    std::vector<double> net;
    for (const double area : areas)
        net.push_back(prorate(registered, item.area, {area}).pieces.front());
    return net;
}

} // namespace

Result<EncroachReport> encroachments(const EncroachRequest& request, const CancelToken& cancel,
                                     const ProgressSink& progress)
{
    EncroachReport report;
    const auto fields = parcelFields(request, report.missing);
    if (!fields)
        return fields.error();
    auto stream = Stream::open(request.parcels, fields->read);
    if (!stream)
        return stream.error();
    report.planeCrs = stream->planeName();
    report.crs = stream->crs();
    const catalogue::LandClasses& classes =
        catalogue::LandClasses::of(catalogue::ClassSystem::ThirdSurvey);
    Sum sliverArea, area;
    Hundredths net;
    const Geos geos;
    tbb::task_arena arena = arenaOf(request.settings);
    const Result<void> done = arena.execute([&]() -> Result<void> {
        Zones zones;
        const auto read =
            readZones(request.redlines, stream->crs(), zones, Overlaps::CountOnce, cancel);
        if (!read)
            return read.error();
        const auto districts = readDistricts(request.settings, stream->crs(), cancel);
        if (!districts)
            return districts.error();
        report.zones = read->taken;
        report.withoutArea = read->withoutArea;
        report.repaired = zones.repaired();
        const Cutting cutting{zones, districts->get(), false, request.shapes};
        return stream->run(cutting, cancel, progress, [&](Item& item) {
            const auto text = [&item](qsizetype field) {
                return field < 0 ? QString() : item.attributes.value(field);
            };
            const QString code = text(fields->code);
            if ((!request.classes.isEmpty() && !catalogue::hasPrefix(code, request.classes)) ||
                (request.builtOnly && !classes.isUrbanOrRural(text(fields->town))))
                return;
            std::vector<const Share*> shares;
            for (const Share& share : item.shares) {
                if (isSliver(request.settings.sliver, share, item)) {
                    ++report.slivers.pieces;
                    sliverArea.add(share.area);
                } else {
                    shares.push_back(&share);
                }
            }
            if (shares.empty())
                return;
            bool isNumber = false;
            const double registered = text(fields->net).toDouble(&isNumber);
            const std::vector<double> nets =
                isNumber ? netAreas(registered, item, shares, report.residual)
                         : std::vector<double>();
            for (size_t i = 0; i < shares.size(); ++i) {
                const Share& share = *shares[i];
                Encroachment one;
                one.feature = item.id;
                one.id = text(fields->id);
                one.classCode = code;
                one.className = fields->name >= 0 ? text(fields->name) : classes.nameOf(code);
                one.redline = zones.className(share.zone);
                one.district = districtName(districts->get(), share.district);
                one.parcelArea = item.area;
                one.area = share.area;
                one.share = item.area > 0 ? share.area / item.area : 0;
                if (isNumber) {
                    one.net = nets[i];
                    net.add(nets[i]);
                }
                if (request.shapes) {
                    one.parcel = item.rings;
                    std::vector<const Rings*> pieces;
                    for (const Rings& piece : share.pieces)
                        pieces.push_back(&piece);
                    // Leaves' borders go away; where GEOS will not, the pieces stay side by side.
                    if (pieces.size() == 1)
                        one.inside = *pieces.front();
                    else if (const auto whole = geos.united(pieces))
                        geos.toRings(whole.get(), one.inside);
                }
                area.add(share.area);
                report.list << one;
            }
        });
    });
    if (!done)
        return done.error();
    report.features = stream->features();
    report.repaired += stream->repaired();
    report.withoutArea += stream->withoutArea();
    report.area = area.result();
    report.net = net.result();
    report.slivers.area = sliverArea.result();
    std::stable_sort(report.list.begin(), report.list.end(),
                     [](const Encroachment& a, const Encroachment& b) {
                         return std::tie(a.redline, a.district, a.classCode) <
                                std::tie(b.redline, b.district, b.classCode);
                     });
    return report;
}

Result<void> writeLayer(const QString& path, const EncroachReport& report)
{
    using gdal::LayerField;
    auto writer = gdal::LayerWriter::create(path);
    if (!writer)
        return writer.error();
    const auto number = [](const QString& name) {
        return LayerField{name, LayerField::Type::Real, 19};
    };
    gdal::LayerPlan plan{
        u"控制线内图斑"_s, gdal::LayerPlan::Geometry::MultiPolygon, report.crs, {}};
    plan.fields << LayerField{u"BSM"_s} << LayerField{u"DLBM"_s} << LayerField{u"DLMC"_s}
                << LayerField{u"控制线"_s} << LayerField{u"行政区"_s} << number(u"图斑面积"_s)
                << number(u"线内面积"_s) << LayerField{u"占图斑"_s, LayerField::Type::Real, 19, 6}
                << number(u"地类面积"_s);
    Result<void> done = writer->start(plan);
    const auto hundredth = [](double value) { return std::round(value * 100) / 100; };
    for (const Encroachment& one : report.list) {
        if (!done)
            return done;
        done =
            writer->add(one.inside, {one.id, one.classCode, one.className, one.redline,
                                     one.district, hundredth(one.parcelArea), hundredth(one.area),
                                     one.share, one.net ? QVariant(*one.net) : QVariant()});
    }
    return done ? writer->finish() : done;
}

} // namespace checkup::spatial
