#include "core/spatial/accessibility.h"

#include <QCoreApplication>

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::LayerFeature;
using gdal::Rings;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

using Shape = LayerFeature::Shape;

/// Northings that the curvature is wanted for, from those of the lines.
struct Northings
{
    double south = infinite, north = -infinite;

    void take(const Rings& parts)
    {
        for (const double y : parts.y) {
            south = std::min(south, y);
            north = std::max(north, y);
        }
    }
};

} // namespace

Result<Roads> Roads::read(const TravelModel& model, const OpenLayer& roads,
                          const std::vector<OpenLayer>& barriers, const CancelToken& cancel,
                          const ProgressSink& progress)
{
    const Result<void> sound = model.check();
    if (!sound)
        return sound.error();
    const auto plane = planeOf(roads.reader->info(), roads.crs, model.distances);
    if (!plane)
        return plane.error();
    Roads made(model, *plane);
    Barriers walls;
    for (const OpenLayer& layer : barriers) {
        const Result<void> done =
            readInto(*plane, layer, cancel, progress, 0, 0.1,
                     [&walls](LayerFeature& feature) -> Result<void> {
                         if (feature.shape == Shape::Lines || feature.shape == Shape::Polygons)
                             walls.add(feature.rings, feature.shape == Shape::Polygons);
                         return {};
                     });
        if (!done)
            return done.error();
    }
    walls.build();

    Ways ways(model);
    Northings northings;
    const Result<void> done = readInto(
        *plane, roads, cancel, progress, 0.1, 0.9, [&](LayerFeature& feature) -> Result<void> {
            if (feature.shape != Shape::Lines)
                return {};
            ++made.m_features;
            const auto way = ways.of(feature.attributes);
            if (!way)
                return way.error();
            if (!*way) {
                ++made.m_closed;
                return {};
            }
            northings.take(feature.rings);
            if (walls.isEmpty()) {
                made.m_network.addLines(feature.rings, **way);
            } else {
                walls.cut(feature.rings, [&](const Rings& line, bool looseBegin, bool looseEnd) {
                    made.m_network.addLines(line, **way, looseBegin, looseEnd);
                });
            }
            return {};
        });
    if (!done)
        return done.error();
    const QString name = roads.reader->info().name;
    if (made.m_features == 0)
        return Error(ErrorCode::BadUsage,
                     Text::tr("图层“%1”里没有线，不能作道路；请换一个图层。").arg(name));
    made.m_network.build(model.distances == Distances::Ellipsoid
                             ? Ground(*plane, northings.south, northings.north)
                             : Ground());
    if (made.m_network.edges() == 0)
        return Error(ErrorCode::BadUsage,
                     Text::tr("图层“%1”的 %2 条道路都不能通行；请检查道路等级的设置。")
                         .arg(name)
                         .arg(made.m_features));
    return made;
}

Result<Roads> Roads::read(const TravelModel& model, const CoverLayer& roads,
                          const QList<CoverLayer>& barriers, const CancelToken& cancel,
                          const ProgressSink& progress)
{
    auto opened = openLayer(roads, model.fields());
    if (!opened)
        return opened.error();
    std::vector<OpenedLayer> walls;
    std::vector<OpenLayer> wallLayers;
    for (const CoverLayer& layer : barriers) {
        auto wall = openLayer(layer);
        if (!wall)
            return wall.error();
        walls.push_back(*std::move(wall));
    }
    for (OpenedLayer& wall : walls)
        wallLayers.push_back(wall.layer());
    return read(model, opened->layer(), wallLayers, cancel, progress);
}

void Facilities::add(const LayerFeature& feature)
{
    const Rings& parts = feature.rings;
    if (parts.count() == 0)
        return;
    const auto number = static_cast<size_t>(m_ids.size());
    m_ids << feature.id;
    for (size_t part = 0; part < parts.count(); ++part) {
        const size_t begin = parts.begins[part];
        const size_t end = parts.end(part);
        if (end - begin == 1)
            m_places.add(parts.x[begin], parts.y[begin], parts.x[begin], parts.y[begin]);
        for (size_t i = begin; i < end; ++i) {
            const double x = parts.x[i];
            const double y = parts.y[i];
            const bool closing = i + 1 == end && feature.shape == Shape::Polygons;
            if (!parts.holes[part] && !closing)
                m_entrances.push_back({x, y, number});
            if (i + 1 == end)
                break;
            const double dx = parts.x[i + 1] - x;
            const double dy = parts.y[i + 1] - y;
            m_places.add(x, y, x + dx, y + dy);
            const double gaps = std::ceil(std::hypot(dx, dy) / m_every);
            for (double gap = 1; gap < gaps && !parts.holes[part]; ++gap)
                m_entrances.push_back({x + dx * gap / gaps, y + dy * gap / gaps, number});
        }
    }
    if (feature.shape == Shape::Polygons)
        m_grounds.add(parts, true);
}

void Facilities::build(const Ground& ground)
{
    m_ground = ground;
    m_places.build();
    m_grounds.build();
}

Result<Facilities> Facilities::read(const OpenLayer& layer, const gdal::Crs& plane,
                                    const Ground& ground, double every, const CancelToken& cancel,
                                    const ProgressSink& progress)
{
    Facilities made(every);
    const Result<void> done = readInto(plane, layer, cancel, progress, 0, 1,
                                       [&made](LayerFeature& feature) -> Result<void> {
                                           made.add(feature);
                                           return {};
                                       });
    if (!done)
        return done.error();
    made.build(ground);
    return made;
}

double Facilities::distance(double x, double y, double limit) const
{
    if (!m_grounds.isEmpty() && m_grounds.holds(x, y))
        return 0;
    const double scale = m_ground.scaleAt(x, y);
    const auto hit = m_places.nearest(x, y, limit * scale);
    return hit ? hit->distance / scale : infinite;
}

Result<std::vector<AreaTile>> Facilities::circles(double metres, const CancelToken& cancel) const
{
    std::vector<SegmentGrid::Segment> pieces;
    for (size_t i = 0; i < m_places.size(); ++i)
        pieces.push_back(m_places[i]);
    return strips(pieces, m_grounds, metres, m_ground, cancel);
}

std::optional<Source> snap(const Roads& roads, double x, double y)
{
    const TravelModel& model = roads.model();
    const auto foot = roads.network().nearest(x, y, model.snap);
    if (!foot)
        return {};
    if (!model.snapCounts)
        return Source{*foot, 0};
    return Source{*foot, model.cost == Cost::Metres
                             ? foot->distance
                             : foot->distance * 60 / (1000 * model.snapSpeed)};
}

Access::Access(const Roads& roads, const Facilities& facilities, double bound)
    : m_roads(roads)
{
    const std::vector<Facilities::Entrance>& entrances = facilities.entrances();
    std::vector<std::optional<Source>> feet(entrances.size());
    tbb::parallel_for(size_t(0), feet.size(),
                      [&](size_t i) { feet[i] = snap(roads, entrances[i].x, entrances[i].y); });
    std::vector<Source> sources;
    std::vector<bool> snapped(static_cast<size_t>(facilities.ids().size()), false);
    for (size_t i = 0; i < feet.size(); ++i) {
        if (!feet[i])
            continue;
        snapped[entrances[i].facility] = true;
        sources.push_back(*feet[i]);
    }
    for (const Facilities::Entrance& entrance : entrances) {
        if (snapped[entrance.facility])
            continue;
        snapped[entrance.facility] = true; // listed once, at its first entrance
        m_unsnapped.push_back({facilities.ids().at(static_cast<qsizetype>(entrance.facility)),
                               entrance.x, entrance.y, toRoad(entrance.x, entrance.y)});
    }
    m_reach = roads.network().reach(std::move(sources), bound, roads.model().heading);
}

double Access::toRoad(double x, double y) const
{
    const auto foot = m_roads.network().nearest(x, y, infinite);
    return foot ? foot->distance : infinite;
}

Trip Access::at(double x, double y) const
{
    const Network& network = m_roads.network();
    const auto place = snap(m_roads, x, y);
    if (!place)
        return {Trip::State::NoRoad, infinite};
    const double cost = network.cost(m_reach, place->foot) + place->cost;
    if (cost <= m_reach.bound)
        return {Trip::State::Reached, cost};
    return {network.isConnected(m_reach, place->foot) ? Trip::State::BeyondLimit
                                                      : Trip::State::Unreachable,
            infinite};
}

Result<std::vector<AreaTile>> Access::serviceArea(double bound, double strip,
                                                  const CancelToken& cancel) const
{
    if (!(bound <= m_reach.bound) || !(strip > 0))
        return Error(ErrorCode::BadUsage,
                     Text::tr("服务范围不能大于查找的范围，道路两侧的宽度应大于 0。"));
    std::vector<SegmentGrid::Segment> pieces;
    std::vector<Stretch> parts;
    for (size_t edge = 0; edge < m_roads.network().edges(); ++edge) {
        const int number = static_cast<int>(edge);
        m_roads.network().stretches(m_reach, number, bound, parts);
        for (const Stretch& part : parts)
            m_roads.network().draw(number, part, [&](double ax, double ay, double bx, double by) {
                pieces.push_back({ax, ay, bx, by});
            });
    }
    return strips(pieces, {}, strip, m_roads.ground(), cancel);
}

double Access::reachedMetres(double bound) const
{
    double metres = 0;
    std::vector<Stretch> parts;
    for (size_t edge = 0; edge < m_roads.network().edges(); ++edge) {
        m_roads.network().stretches(m_reach, static_cast<int>(edge), bound, parts);
        for (const Stretch& part : parts)
            metres += part.to - part.from;
    }
    return metres;
}

} // namespace checkup::spatial
