#include "core/spatial/shelf.h"

#include "core/spatial/areas.h"
#include "core/spatial/bridge.h"
#include "core/spatial/filter.h"
#include "core/spatial/layer_regions.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <list>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::Crs;
using gdal::LayerFeature;
using project::Layer;
using project::Region;
using project::RegionLevel;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

/// Those that have a field.
QStringList columnsOf(const Layer& layer)
{
    QStringList columns;
    const QJsonObject fields = QJsonDocument::fromJson(layer.fields.toUtf8()).object();
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field) {
        if (!field->toString().isEmpty())
            columns << field.key();
    }
    return columns;
}

QString textOf(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// What a road network depends on, as against how it is asked.
QString networkPart(const Reach& reach)
{
    Reach same;
    same.mode = reach.mode;
    same.roads = reach.roads;
    same.barriers = reach.barriers;
    same.speeds = reach.speeds;
    same.closed = reach.closed;
    same.speed = reach.speed;
    return textOf(toJson(same)) +
           (modelOf(reach, {}).cost == Cost::Minutes ? u"minutes"_s : u"metres"_s);
}

QString facilitiesPart(const Service& service)
{
    return textOf(toJson(service.what)) + QString::number(service.minArea);
}

} // namespace

TravelModel modelOf(const Reach& reach, const QStringList& columns)
{
    const auto has = [&columns](const QString& column) {
        return columns.contains(column) ? column : QString();
    };
    const bool drive = reach.mode == Reach::Mode::Drive;
    TravelModel model =
        drive ? TravelModel::driving(has(u"class"_s)) : TravelModel::walking(has(u"class"_s));
    const bool minutes =
        std::any_of(reach.groups.cbegin(), reach.groups.cend(), [](const QList<Service>& group) {
            return std::any_of(group.cbegin(), group.cend(),
                               [](const Service& one) { return one.minutes > 0; });
        });
    model.cost = minutes ? Cost::Minutes : Cost::Metres;
    if (drive)
        model.oneWayField = has(u"oneway"_s);
    model.heading = reach.towards ? Heading::Inward : Heading::Outward;
    if (!reach.speeds.isEmpty()) {
        model.speeds.clear();
        for (const RoadSpeed& speed : reach.speeds)
            model.speeds << ClassSpeed{speed.pattern, speed.kmh};
    }
    if (reach.speed > 0)
        model.speed = reach.speed;
    if (!reach.closed.isEmpty())
        model.closed = reach.closed;
    model.snap = reach.snap;
    model.snapCounts = reach.legCounts;
    return model;
}

Nearness::Standing Nearness::at(double x, double y) const
{
    Standing standing;
    standing.reached = true;
    standing.circled = true;
    for (const std::vector<Served>& group : groups) {
        bool reached = false;
        bool circled = false;
        bool connected = false;
        bool onRoad = false;
        for (const Served& served : group) {
            circled = circled || served.facilities->distance(x, y, served.metres) <= served.metres;
            if (!served.access || reached)
                continue;
            const Trip trip = served.access->at(x, y);
            reached = trip.state == Trip::State::Reached && trip.cost <= served.bound;
            onRoad = onRoad || trip.state != Trip::State::NoRoad;
            connected = connected || trip.state == Trip::State::Reached ||
                        trip.state == Trip::State::BeyondLimit;
        }
        if (!roads) {
            reached = circled;
            connected = onRoad = true;
        }
        standing.reached = standing.reached && reached;
        standing.circled = standing.circled && circled;
        standing.noRoad = standing.noRoad || !onRoad;
        standing.unreachable = standing.unreachable || (onRoad && !connected);
    }
    standing.unreachable = standing.unreachable && !standing.noRoad;
    return standing;
}

qint64 Nearness::facilities() const
{
    qint64 all = 0;
    for (const std::vector<Served>& group : groups) {
        for (const Served& served : group)
            all += served.facilities->ids().size();
    }
    return all;
}

qint64 Nearness::facilitiesWithoutRoad() const
{
    qint64 all = 0;
    for (const std::vector<Served>& group : groups) {
        for (const Served& served : group)
            all += served.access ? static_cast<qint64>(served.access->unsnapped().size()) : 0;
    }
    return all;
}

Shelf::Shelf(QString projectPath, const project::YearData& data, int year, CancelToken cancel)
    : m_projectPath(std::move(projectPath))
    , m_data(data)
    , m_year(year)
    , m_cancel(std::move(cancel))
{
    for (const RegionLevel level : {RegionLevel::District, RegionLevel::Street}) {
        for (const Region& region : data.regions) {
            if (region.level == level)
                m_regions << region;
        }
        if (level == RegionLevel::District)
            m_districts = static_cast<int>(m_regions.size());
    }
}

int Shelf::districtOf(int region) const
{
    const project::RegionId parent = m_regions.at(region).parent;
    for (int district = 0; district < m_districts; ++district) {
        if (region >= m_districts && m_regions.at(district).id == parent)
            return district;
    }
    return -1;
}

Result<ProjectLayer> Shelf::open(const Layer& layer, const Selection& selection,
                                 const QStringList& columns, const QStringList& optional)
{
    QStringList needed = columns;
    QStringList lacking = optional;
    for (const Condition& condition : selection.where) {
        QStringList& list = condition.ifPresent ? lacking : needed;
        if (!list.contains(condition.column))
            list << condition.column;
    }
    return openLayer(m_projectPath, layer, needed, lacking, gdal::Faults::Keep);
}

Result<std::shared_ptr<const Zones>> Shelf::zones(const Selection& selection, const Crs& target)
{
    const QString part = textOf(toJson(selection));
    const QString known = part + target.wkt();
    if (const auto found = m_zones.find(known); found != m_zones.end())
        return found->second.what;
    auto zones = std::make_shared<Zones>();
    const Choice choice = choose(selection, m_data, m_year);
    for (const Layer& layer : choice.layers) {
        auto opened = open(layer, *choice.selection);
        if (!opened)
            return opened.error();
        const Filter filter(*choice.selection, layer, opened->columns, m_year);
        auto measure = AreaMeasure::make(opened->reader.info(), opened->crs);
        if (!measure)
            return measure.error();
        const auto naming = [&](const LayerFeature& feature) -> std::optional<QString> {
            double area = 0;
            if (filter.needsArea())
                area = measure->ellipsoidal(feature.rings).value_or(0) / 1e6;
            return filter.takes(feature.attributes, area) ? std::optional(QString()) : std::nullopt;
        };
        const auto reading = zones->read(opened->reader, opened->crs, target, naming, m_cancel);
        if (!reading)
            return reading.error();
    }
    const Result<void> built = zones->build(Overlaps::CountOnce, m_cancel);
    if (!built)
        return built.error();
    m_zones.insert_or_assign(known, Kept<std::shared_ptr<const Zones>>{part, zones});
    return std::shared_ptr<const Zones>(zones);
}

Result<RegionZones> Shelf::regionZones(RegionLevel level, const Crs& target)
{
    const Selection selection{level == RegionLevel::District ? u"XZQ"_s : u"JDXZ"_s};
    const QString known = selection.role + target.wkt();
    if (const auto found = m_regionZones.find(known); found != m_regionZones.end())
        return found->second;
    RegionZones made;
    auto zones = std::make_shared<Zones>();
    for (const Layer& layer : choose(selection, m_data, m_year).layers) {
        auto opened = open(layer, selection, {}, {u"code"_s, u"name"_s});
        if (!opened)
            return opened.error();
        const auto attribute = [&opened](const LayerFeature& feature, const QString& column) {
            const int place = opened->place(column);
            return place < 0 ? QString() : feature.attributes.at(place).trimmed();
        };
        const auto naming = [&](const LayerFeature& feature) -> std::optional<QString> {
            const QString code = attribute(feature, u"code"_s);
            const QString name = attribute(feature, u"name"_s);
            if (const int drawn = regionDrawn(m_regions, level, code, name); drawn >= 0)
                return QString::number(drawn);
            made.unknown << (name.isEmpty() ? code : name);
            return {};
        };
        const auto reading = zones->read(opened->reader, opened->crs, target, naming, m_cancel);
        if (!reading)
            return reading.error();
    }
    const Result<void> built = zones->build(Overlaps::CountOnce, m_cancel);
    if (!built)
        return built.error();
    for (int number = 0; number < zones->classes(); ++number)
        made.places.push_back(zones->className(number).toInt());
    if (zones->classes() > 0)
        made.zones = zones;
    return m_regionZones.emplace(known, made).first->second;
}

Result<void> Shelf::each(const Selection& selection, const Crs& plane, double minArea,
                         const std::function<void()>& beginLayer, const Take& take)
{
    const Choice choice = choose(selection, m_data, m_year);
    auto measure = AreaMeasure::make({}, plane);
    if (!measure)
        return measure.error();
    for (const Layer& layer : choice.layers) {
        auto opened = open(layer, *choice.selection);
        if (!opened)
            return opened.error();
        beginLayer();
        const Filter filter(*choice.selection, layer, opened->columns, m_year);
        const Result<void> read = readInto(
            plane, {&opened->reader, opened->crs}, m_cancel, {}, 0, 1,
            [&](LayerFeature& feature) -> Result<void> {
                double area = 0;
                const bool polygons = feature.shape == LayerFeature::Shape::Polygons;
                if (polygons && (filter.needsArea() || minArea > 0)) {
                    const Result<double> measured = measure->ellipsoidal(feature.rings);
                    if (!measured)
                        return measured.error();
                    area = *measured;
                }
                if (!filter.takes(feature.attributes, area / 1e6) || (polygons && area < minArea))
                    return {};
                return take(feature);
            });
        if (!read)
            return read;
    }
    return {};
}

Result<std::shared_ptr<const Roads>> Shelf::readRoads(const Reach& reach, const Choice& choice)
{
    const auto filtered = [this](ProjectLayer& opened, const Selection& selection,
                                 const Layer& layer) {
        OpenLayer given{&opened.reader, opened.crs, {}};
        if (!selection.where.isEmpty())
            given.takes = [filter = Filter(selection, layer, opened.columns, m_year)](
                              const LayerFeature& feature) {
                return filter.takes(feature.attributes);
            };
        return given;
    };
    std::list<ProjectLayer> opened; // where readers stay
    std::vector<OpenLayer> barriers;
    for (const Selection& barrier : reach.barriers) {
        const Choice walls = choose(barrier, m_data, m_year);
        for (const Layer& layer : walls.layers) {
            auto wall = open(layer, *walls.selection);
            if (!wall)
                return wall.error();
            opened.push_back(*std::move(wall));
            barriers.push_back(filtered(opened.back(), *walls.selection, layer));
        }
    }
    std::vector<RoadLayer> lines;
    for (const Layer& layer : choice.layers) {
        const TravelModel model = modelOf(reach, columnsOf(layer));
        auto road = open(layer, *choice.selection, model.fields());
        if (!road)
            return road.error();
        opened.push_back(*std::move(road));
        lines.push_back({filtered(opened.back(), *choice.selection, layer), model});
    }
    auto read = Roads::read(lines, barriers, m_cancel);
    if (!read)
        return read.error();
    return std::make_shared<const Roads>(*std::move(read));
}

Result<std::shared_ptr<const Roads>> Shelf::roads(const Reach& reach, const Choice& choice)
{
    using RoadsKept = Kept<std::shared_ptr<const Roads>>;
    const QString part = networkPart(reach);
    const QString known = part + u" %1 %2 %3"_s.arg(reach.snap, 0, 'g', 17)
                                     .arg(int(reach.legCounts))
                                     .arg(int(reach.towards));
    if (const auto found = m_roads.find(known); found != m_roads.end())
        return found->second.what;
    auto network = m_networks.find(part);
    if (network == m_networks.end()) {
        const auto read = readRoads(reach, choice);
        if (!read)
            return read.error();
        network = m_networks.emplace(part, RoadsKept{part, *read}).first;
    }
    const TravelModel model = modelOf(reach, columnsOf(choice.layers.constFirst()));
    const auto asked = std::make_shared<const Roads>(network->second.what->askedBy(model));
    m_roads.emplace(known, RoadsKept{part, asked});
    return asked;
}

Result<std::shared_ptr<const Facilities>> Shelf::facilities(const Service& service,
                                                            const Crs& plane, const Ground& ground,
                                                            const QString& network)
{
    const QString part = facilitiesPart(service);
    const QString known = part + plane.wkt() + network;
    if (const auto found = m_facilities.find(known); found != m_facilities.end())
        return found->second.what;
    auto facilities = std::make_shared<Facilities>();
    const Result<void> read = each(
        service.what, plane, service.minArea, [&facilities] { facilities->beginLayer(); },
        [&facilities](LayerFeature& feature) -> Result<void> {
            facilities->add(feature);
            return {};
        });
    if (!read)
        return read.error();
    facilities->build(ground);
    m_facilities.emplace(known, Kept<std::shared_ptr<const Facilities>>{part, facilities});
    return std::shared_ptr<const Facilities>(facilities);
}

Result<std::shared_ptr<const Nearness>> Shelf::nearness(const Reach& reach, const ProjectLayer& of)
{
    auto made = std::make_shared<Nearness>(Nearness{of.crs, nullptr, {}, reach.strip});
    const Choice choice = choose(reach.roads, m_data, m_year);
    const QString network = networkPart(reach);
    TravelModel model = modelOf(reach, {});
    Ground ground;
    if (reach.mode != Reach::Mode::Circle && !choice.layers.isEmpty()) {
        const auto read = roads(reach, choice);
        if (!read)
            return read.error();
        made->roads = *read;
        model = made->roads->model();
        made->plane = made->roads->plane();
        ground = made->roads->ground();
    } else {
        const auto plane = planeOf(of.reader.info(), of.crs, Distances::Ellipsoid);
        if (!plane)
            return plane.error();
        made->plane = *plane;
        constexpr double pole = 10'000'000; // m from the equator: any layer's place
        ground = Ground(*plane, 0, pole);
    }
    for (const QList<Service>& group : reach.groups) {
        std::vector<Served> services;
        for (const Service& service : group) {
            const auto found =
                facilities(service, made->plane, ground, made->roads ? network : QString());
            if (!found)
                return found.error();
            Served served{*found, nullptr, 0, 0};
            const bool minutes = model.cost == Cost::Minutes;
            // One recipe counts in one unit: metres at the model's speed where another service of
            // the reach is in minutes.
            served.bound = service.minutes > 0 || !minutes
                               ? std::max(service.minutes, service.metres)
                               : service.metres * 60 / 1000 / model.speed;
            served.metres = service.metres > 0 ? service.metres : model.metresFor(service.minutes);
            if (made->roads) {
                const QString part = facilitiesPart(service) + network;
                const QString known = part + made->plane.wkt() +
                                      u" %1 %2 %3 %4"_s.arg(reach.snap, 0, 'g', 17)
                                          .arg(int(reach.legCounts))
                                          .arg(int(reach.towards))
                                          .arg(served.bound, 0, 'g', 17);
                auto& access = m_access[known];
                if (!access.what)
                    access = {part, std::make_shared<const Access>(*made->roads, **found,
                                                                   served.bound, m_cancel)};
                if (m_cancel.isCancelled())
                    return Error(ErrorCode::Cancelled, Text::tr("已取消覆盖计算。"));
                served.access = access.what;
            }
            services.push_back(served);
        }
        made->groups.push_back(std::move(services));
    }
    return std::shared_ptr<const Nearness>(made);
}

Result<std::vector<std::shared_ptr<const Zones>>>
Shelf::areas(const Reach& reach, const Nearness& nearness, bool circles, const Crs& target)
{
    const bool alongRoads = nearness.roads && !circles;
    const QString part = textOf(toJson(reach));
    const QString known = part + target.wkt() + (alongRoads ? u"roads"_s : u"circles"_s);
    if (const auto found = m_areas.find(known); found != m_areas.end())
        return found->second.what;
    auto bridge = Bridge::make(nearness.plane, target);
    if (!bridge)
        return bridge.error();
    std::vector<std::shared_ptr<const Zones>> all;
    for (const std::vector<Served>& group : nearness.groups) {
        auto zones = std::make_shared<Zones>();
        for (const Served& served : group) {
            auto tiles = alongRoads
                             ? served.access->serviceArea(served.bound, nearness.strip, m_cancel)
                             : served.facilities->circles(served.metres, m_cancel);
            if (!tiles)
                return tiles.error();
            for (AreaTile& tile : *tiles) {
                const Result<void> moved = bridge->moveEdges(tile.rings);
                if (!moved)
                    return moved.error();
                zones->add(std::move(tile.rings), {});
            }
        }
        // The tiles of one service lie apart, those of several do not.
        const Result<void> built =
            zones->build(group.size() > 1 ? Overlaps::CountOnce : Overlaps::Keep, m_cancel);
        if (!built)
            return built.error();
        all.push_back(std::move(zones));
    }
    m_areas.emplace(known, Kept<std::vector<std::shared_ptr<const Zones>>>{part, all});
    return all;
}

void Shelf::keepFor(const std::vector<const Recipe*>& recipes)
{
    QSet<QString> parts;
    for (const Recipe* recipe : recipes) {
        for (const Selection& within : recipe->within)
            parts << textOf(toJson(within));
        if (recipe->countOverlapsOnce)
            parts << textOf(toJson(recipe->what));
        if (!recipe->reach)
            continue;
        const QString network = networkPart(*recipe->reach);
        parts << network << textOf(toJson(*recipe->reach));
        for (const QList<Service>& group : recipe->reach->groups) {
            for (const Service& service : group)
                parts << facilitiesPart(service) << facilitiesPart(service) + network;
        }
    }
    const auto tidy = [&parts](auto& board) {
        std::erase_if(board,
                      [&parts](const auto& one) { return !parts.contains(one.second.part); });
    };
    tidy(m_zones);
    tidy(m_areas);
    tidy(m_access);
    tidy(m_facilities);
    tidy(m_roads);
    tidy(m_networks);
}

} // namespace checkup::spatial
