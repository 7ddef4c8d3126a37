#include "core/spatial/matrices.h"

#include "core/catalogue/layer_roles.h"
#include "core/gdal/layer_writer.h"
#include "core/spatial/areas.h"
#include "core/spatial/bridge.h"
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

/// What the many are cut by, in the coordinates of one of their layers.
struct Blades
{
    Crs crs;
    std::shared_ptr<const Zones> zones, districts;
    Zones::Reading read; ///< of the zones
};

/// The many: layer by layer, read in batches, cut in all threads, handed on in their order.
class Stream
{
public:
    using Sharpen = std::function<Result<Blades>(const Crs&)>;
    using Gather = std::function<void(const Item&, const TableLayer&, const Blades&)>;

    /// What is cut, how, and what is made of each.
    struct Plan
    {
        const TableInput& many;
        Sharpen sharpen;
        Gather gather;
        bool byZone = false, shapes = false;
    };

    const Crs& crs() const { return m_crs; } ///< of the first layer
    /// Brings the present layer's coordinates there.
    void bring(Rings& rings)
    {
        if (!m_bridge || m_error)
            return;
        if (const Result<void> moved = m_bridge->moveEdges(rings); !moved)
            m_error = moved.error();
    }
    /// Planes, where there are several of them "、" between.
    QString planes() const { return m_planes.join(u"、"_s); }
    const Blades& blades() const { return m_blades; } ///< the last ones
    int layer() const { return m_layer; }             ///< number of the layer under way
    qint64 features() const { return m_features; }
    qint64 withoutArea() const { return m_withoutArea; }
    qint64 repaired() const { return m_repaired; }

    Result<void> run(const Plan& plan, const CancelToken& cancel, const ProgressSink& progress)
    {
        const auto count = static_cast<double>(plan.many.layers.size());
        for (m_layer = 0; m_layer < plan.many.layers.size(); ++m_layer) {
            auto layer = plan.many.layers.at(m_layer)();
            if (!layer)
                return layer.error();
            const auto measure = AreaMeasure::make(layer->reader.info(), layer->crs);
            if (!measure)
                return measure.error();
            const QString plane = measure->planeCrs().name();
            if (!m_planes.contains(plane))
                m_planes << plane;
            if (m_layer == 0)
                m_crs = layer->crs;
            m_bridge.reset();
            if (plan.shapes && m_crs.wkt() != layer->crs.wkt()) {
                auto bridge = Bridge::make(layer->crs, m_crs);
                if (!bridge)
                    return bridge.error();
                m_bridge.emplace(*std::move(bridge));
            }
            if (!m_blades.zones || m_blades.crs.wkt() != layer->crs.wkt()) {
                tellProgress(progress, m_layer / count,
                             Text::tr("正在读入用来切割的图层（控制线、另一年的图斑、行政区）"));
                auto blades = plan.sharpen(layer->crs);
                if (!blades)
                    return blades.error();
                m_blades = *std::move(blades);
            }
            const ProgressSink part = [&](double share, const QString& words) {
                tellProgress(progress, (m_layer + share) / count, words);
            };
            if (const Result<void> done = runLayer(*layer, plan, cancel, part); !done)
                return done;
        }
        return {};
    }

private:
    Result<void> runLayer(TableLayer& layer, const Plan& plan, const CancelToken& cancel,
                          const ProgressSink& progress)
    {
        const Cutting cutting{*m_blades.zones, m_blades.districts.get(), plan.byZone, plan.shapes};
        const gdal::LayerInfo info = layer.reader.info();
        tbb::enumerable_thread_specific<Worker> workers(
            [&] { return Worker(cutting, AreaMeasure::make(info, layer.crs)); });
        constexpr size_t together = 2048;
        std::vector<Item> items(together);
        LayerFeature feature;
        qint64 read = 0;
        for (bool ended = false; !ended;) {
            size_t count = 0;
            while (count < together) {
                if (cancel.isCancelled())
                    return Error(ErrorCode::Cancelled, Text::tr("已取消叠加计算。"));
                const Result<bool> more = layer.reader.next(feature);
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
            tbb::parallel_for(size_t{0}, count, [&](size_t i) {
                if (!cancel.isCancelled())
                    workers.local().work(items[i]);
            });
            if (cancel.isCancelled())
                return Error(ErrorCode::Cancelled, Text::tr("已取消叠加计算。"));
            for (size_t i = 0; i < count; ++i) {
                if (items[i].error)
                    return *items[i].error;
                ++m_features;
                m_repaired += items[i].repaired ? 1 : 0;
                plan.gather(items[i], layer, m_blades);
                if (m_error)
                    return *m_error;
            }
            if (info.features > 0)
                tellProgress(progress, std::min(1.0, double(read) / double(info.features)),
                             Text::tr("已叠加 %1 个要素").arg(read));
        }
        return {};
    }

    Crs m_crs;
    QStringList m_planes;
    Blades m_blades;
    std::optional<Bridge> m_bridge;
    std::optional<Error> m_error;
    int m_layer = 0;
    qint64 m_features = 0, m_withoutArea = 0, m_repaired = 0;
};

/// A feature, and the number of its layer.
using Seen = std::function<void(int, const TableLayer&, const LayerFeature&)>;

/// Layers as zones by their groups; `seen` is called with each feature before it is taken.
Result<Blades> readZones(const TableInput& input, const Crs& target, Overlaps overlaps,
                         const CancelToken& cancel, const Seen& seen = {})
{
    Blades blades;
    blades.crs = target;
    auto zones = std::make_shared<Zones>();
    for (int number = 0; number < input.layers.size(); ++number) {
        auto layer = input.layers.at(number)();
        if (!layer)
            return layer.error();
        const auto read = zones->read(
            layer->reader, layer->crs, target,
            [&](const LayerFeature& feature) {
                if (seen)
                    seen(number, *layer, feature);
                return layer->groupOf(feature.attributes);
            },
            cancel);
        if (!read)
            return read.error();
        blades.read.taken += read->taken;
        blades.read.withoutArea += read->withoutArea;
    }
    const Result<void> built = zones->build(overlaps, cancel);
    if (!built)
        return built.error();
    blades.zones = std::move(zones);
    return blades;
}

/// The districts of the settings; nothing where there are none.
Result<std::shared_ptr<const Zones>> readDistricts(const TableSettings& settings, const Crs& target,
                                                   const CancelToken& cancel)
{
    if (settings.regions)
        return settings.regions(target);
    if (!settings.districts)
        return std::shared_ptr<const Zones>();
    auto read = readZones(*settings.districts, target, Overlaps::CountOnce, cancel);
    if (!read)
        return read.error();
    return std::move(read->zones);
}

/// Zones and districts for one system of coordinates.
Stream::Sharpen sharpener(const TableInput& zones, const TableSettings& settings, Overlaps overlaps,
                          const CancelToken& cancel, const Seen& seen = {})
{
    return [=](const Crs& target) -> Result<Blades> {
        auto blades = readZones(zones, target, overlaps, cancel, seen);
        if (!blades)
            return blades;
        auto districts = readDistricts(settings, target, cancel);
        if (!districts)
            return districts.error();
        blades->districts = *std::move(districts);
        return blades;
    };
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

/// A share's pieces as one; where GEOS will not unite them they stay side by side.
Rings shapeOf(const Geos& geos, const Share& share)
{
    if (share.pieces.size() == 1)
        return share.pieces.front();
    std::vector<const Rings*> pieces;
    for (const Rings& piece : share.pieces)
        pieces.push_back(&piece);
    Rings shape;
    if (const auto whole = geos.united(pieces))
        geos.toRings(whole.get(), shape);
    return shape;
}

} // namespace

QString TableLayer::groupOf(const QStringList& attributes) const
{
    if (columns.group < 0)
        return title;
    const QString text = attributes.value(columns.group);
    return groupBy ? groupBy(text) : text;
}

Result<MatrixReport> overlayMatrix(const TableInput& a, const TableInput& b,
                                   const TableSettings& settings, const CancelToken& cancel,
                                   const ProgressSink& progress)
{
    MatrixReport report;
    std::map<Place, Tally> cells, totals;
    Sum sliverArea, area, told;
    Stream stream;
    const auto gather = [&](const Item& item, const TableLayer& layer, const Blades& blades) {
        const QString kind = layer.groupOf(item.attributes);
        area.add(item.area);
        for (const auto& [district, inside] : item.regions) {
            Tally& total = totals[{kind, {}, districtName(blades.districts.get(), district)}];
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
            Tally& cell = cells[{kind, blades.zones->className(share.zone),
                                 districtName(blades.districts.get(), share.district)}];
            cell.area.add(share.area);
            ++cell.count;
        }
    };
    tbb::task_arena arena = arenaOf(settings);
    const Result<void> done = arena.execute([&] {
        return stream.run({a, sharpener(b, settings, Overlaps::CountOnce, cancel), gather}, cancel,
                          progress);
    });
    if (!done)
        return done.error();
    report.planeCrs = stream.planes();
    report.zones = stream.blades().read.taken;
    report.withoutArea = stream.blades().read.withoutArea + stream.withoutArea();
    report.features = stream.features();
    report.repairedA = stream.repaired();
    if (const auto& zones = stream.blades().zones) {
        report.repairedB = zones->repaired();
        for (int number = 0; number < zones->classes(); ++number)
            report.lines << zones->className(number);
    }
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

namespace {

/// The areas of the year after, each feature measured uncut in its own coordinates.
class YearAfter
{
public:
    void clear()
    {
        classes.clear();
        area = {};
        m_layer = -1;
    }
    void add(int number, const TableLayer& layer, const LayerFeature& feature)
    {
        if (feature.shape != LayerFeature::Shape::Polygons || error)
            return;
        if (number != m_layer) {
            auto made = AreaMeasure::make(layer.reader.info(), layer.crs);
            if (!made) {
                error = made.error();
                return;
            }
            m_measure.emplace(*std::move(made));
            m_layer = number;
        }
        const Result<double> size = m_measure->ellipsoidal(feature.rings);
        if (!size) {
            error = size.error();
            return;
        }
        classes[layer.groupOf(feature.attributes)].add(*size);
        area.add(*size);
    }

    std::map<QString, Sum> classes;
    Sum area;
    std::optional<Error> error;

private:
    int m_layer = -1;
    std::optional<AreaMeasure> m_measure;
};

} // namespace

Result<TransitionReport> transitionMatrix(const TableInput& before, const TableInput& after,
                                          const TableSettings& settings, bool changes,
                                          const CancelToken& cancel, const ProgressSink& progress)
{
    TransitionReport report;
    std::map<Place, Tally> cells;
    std::map<QString, Sum> classesBefore, lost, gained;
    YearAfter later;
    Sum sliverArea, area, told;
    Stream stream;
    const Geos geos;
    const Stream::Sharpen sharpen = [&](const Crs& target) -> Result<Blades> {
        later.clear();
        auto blades =
            sharpener(after, settings, Overlaps::Keep, cancel,
                      [&later](int number, const TableLayer& layer, const LayerFeature& feature) {
                          later.add(number, layer, feature);
                      })(target);
        if (later.error)
            return *later.error;
        return blades;
    };
    const auto gather = [&](const Item& item, const TableLayer& layer, const Blades& blades) {
        const QString was = layer.groupOf(item.attributes);
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
            const QString& is = blades.zones->name(share.zone);
            const QString district = districtName(blades.districts.get(), share.district);
            Tally& cell = cells[{was, is, district}];
            cell.area.add(share.area);
            ++cell.count;
            lost[was].add(-share.area);
            gained[is].add(-share.area);
            if (changes && was != is) {
                Rings shape = shapeOf(geos, share);
                stream.bring(shape);
                report.changes << Change{was, is, district, item.id, share.area, std::move(shape)};
            }
        }
    };
    tbb::task_arena arena = arenaOf(settings);
    const Result<void> done = arena.execute([&] {
        return stream.run({before, sharpen, gather, true, changes}, cancel, progress);
    });
    if (!done)
        return done.error();
    report.planeCrs = stream.planes();
    report.crs = stream.crs();
    report.featuresBefore = stream.features();
    report.featuresAfter = stream.blades().read.taken;
    report.repaired =
        stream.repaired() + (stream.blades().zones ? stream.blades().zones->repaired() : 0);
    report.withoutArea = stream.withoutArea() + stream.blades().read.withoutArea;
    report.slivers.area = sliverArea.result();
    report.closing = {area.result(), area.result() - told.result()};
    report.areaAfter = later.area.result();
    for (const auto& [place, tally] : cells)
        report.cells << TransitionCell{std::get<0>(place), std::get<1>(place), std::get<2>(place),
                                       tally.area.result(), tally.count};
    for (const auto& [name, sum] : classesBefore)
        report.before.insert(name, sum.result());
    for (const auto& [name, sum] : lost)
        report.lost.insert(name, sum.result());
    for (const auto& [name, sum] : later.classes) {
        report.after.insert(name, sum.result());
        gained[name].add(sum.result());
    }
    for (const auto& [name, sum] : gained)
        report.gained.insert(name, sum.result());
    return report;
}

namespace {

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

Result<TableLayer> openBare(const OverlayLayer& layer, const QStringList& fields,
                            const TableLayer::Columns& columns)
{
    auto reader = LayerReader::open(layer.path, layer.layer, fields, gdal::Faults::Keep);
    if (!reader)
        return reader.error();
    auto crs = systemOf(reader->info(), layer.epsg);
    if (!crs)
        return crs.error();
    return TableLayer{nullptr, *std::move(reader), *std::move(crs), columns, {}};
}

/// The columns that a list goes without, by catalogue::LayerColumn::key; what is asked of a column
/// that a layer has not is an error.
Result<void> checkColumns(const EncroachRequest& request, const TableLayer& layer,
                          QStringList& missing)
{
    const TableLayer::Columns& columns = layer.columns;
    const auto need = [&missing](int column, const QString& key) {
        if (column < 0 && !missing.contains(key))
            missing << key;
    };
    need(columns.id, u"id"_s);
    need(columns.group, u"class"_s);
    need(columns.className, u"className"_s);
    need(columns.net, u"netArea"_s);
    need(columns.town, u"cityVillage"_s);
    const QString name = layer.reader.info().name;
    if (columns.group < 0 && (!request.classes.isEmpty() || request.construction))
        return Error(
            ErrorCode::BadUsage,
            Text::tr("图层“%1”里找不到地类编码字段，不能按地类挑选；请说明是哪个字段。").arg(name));
    if (columns.town < 0 && request.builtOnly)
        return Error(ErrorCode::BadUsage,
                     Text::tr("图层“%1”里找不到城镇村属性码字段（CZCSXM），不能挑出城乡建设用地。")
                         .arg(name));
    return {};
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

TableInput::TableInput(const OverlayLayer& layer)
    : layers{[layer] {
        return openBare(layer, layer.by.isEmpty() ? QStringList() : QStringList(layer.by),
                        {layer.by.isEmpty() ? -1 : 0});
    }}
{}

TableInput TableInput::parcels(const OverlayLayer& layer)
{
    TableInput input;
    input.layers << [layer]() -> Result<TableLayer> {
        const auto reader = LayerReader::open(layer.path, layer.layer);
        if (!reader)
            return reader.error();
        QStringList fields;
        const auto place = [&](const QString& column, const QString& given = {}) {
            const QString field = given.isEmpty() ? fieldFor(column, reader->info().fields) : given;
            if (field.isEmpty())
                return -1;
            fields << field;
            return static_cast<int>(fields.size()) - 1;
        };
        TableLayer::Columns columns;
        columns.id = place(u"id"_s);
        columns.group = place(u"class"_s, layer.by);
        columns.className = place(u"className"_s);
        columns.net = place(u"netArea"_s);
        columns.town = place(u"cityVillage"_s);
        return openBare(layer, fields, columns);
    };
    return input;
}

Result<EncroachReport> encroachments(const EncroachRequest& request, const CancelToken& cancel,
                                     const ProgressSink& progress)
{
    EncroachReport report;
    for (const TableInput::Open& open : request.parcels.layers) {
        const auto layer = open();
        if (!layer)
            return layer.error();
        if (const auto fits = checkColumns(request, *layer, report.missing); !fits)
            return fits.error();
    }
    const catalogue::LandClasses& classes = catalogue::LandClasses::of(request.system);
    const catalogue::LandClasses& towns =
        catalogue::LandClasses::of(catalogue::ClassSystem::ThirdSurvey);
    Sum sliverArea, area;
    Hundredths net;
    const Geos geos;
    Stream stream;
    const auto gather = [&](const Item& item, const TableLayer& layer, const Blades& blades) {
        const auto text = [&item](int column) {
            return column < 0 ? QString() : item.attributes.value(column);
        };
        const QString code = text(layer.columns.group);
        if ((!request.classes.isEmpty() && !catalogue::hasPrefix(code, request.classes)) ||
            (request.construction && !classes.isConstruction(code)) ||
            (request.builtOnly && !towns.isUrbanOrRural(text(layer.columns.town))))
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
        const double registered = text(layer.columns.net).toDouble(&isNumber);
        const std::vector<double> nets =
            isNumber ? netAreas(registered, item, shares, report.residual) : std::vector<double>();
        for (size_t i = 0; i < shares.size(); ++i) {
            const Share& share = *shares[i];
            Encroachment one;
            one.layer = stream.layer();
            one.feature = item.id;
            one.id = text(layer.columns.id);
            one.classCode = code;
            one.className =
                layer.columns.className >= 0 ? text(layer.columns.className) : classes.nameOf(code);
            one.redline = blades.zones->className(share.zone);
            one.district = districtName(blades.districts.get(), share.district);
            one.parcelArea = item.area;
            one.area = share.area;
            one.share = item.area > 0 ? share.area / item.area : 0;
            if (isNumber) {
                one.net = nets[i];
                net.add(nets[i]);
            }
            if (request.shapes) {
                one.parcel = item.rings;
                one.inside = shapeOf(geos, share);
                stream.bring(one.parcel);
                stream.bring(one.inside);
            }
            area.add(share.area);
            report.list << one;
        }
    };
    tbb::task_arena arena = arenaOf(request.settings);
    const Result<void> done = arena.execute([&] {
        return stream.run(
            {request.parcels,
             sharpener(request.redlines, request.settings, Overlaps::CountOnce, cancel), gather,
             false, request.shapes},
            cancel, progress);
    });
    if (!done)
        return done.error();
    report.planeCrs = stream.planes();
    report.crs = stream.crs();
    report.zones = stream.blades().read.taken;
    report.features = stream.features();
    report.repaired =
        stream.repaired() + (stream.blades().zones ? stream.blades().zones->repaired() : 0);
    report.withoutArea = stream.withoutArea() + stream.blades().read.withoutArea;
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

Result<void> writeLayer(const QString& path, const TransitionReport& report)
{
    using gdal::LayerField;
    auto writer = gdal::LayerWriter::create(path);
    if (!writer)
        return writer.error();
    Result<void> done =
        writer->start({u"地类变化"_s,
                       gdal::LayerPlan::Geometry::MultiPolygon,
                       report.crs,
                       {LayerField{u"前地类"_s}, LayerField{u"后地类"_s}, LayerField{u"行政区"_s},
                        LayerField{u"面积"_s, LayerField::Type::Real, 19}}});
    for (const Change& one : report.changes) {
        if (!done)
            return done;
        done = writer->add(one.shape,
                           {one.before, one.after, one.district, std::round(one.area * 100) / 100});
    }
    return done ? writer->finish() : done;
}

} // namespace checkup::spatial
