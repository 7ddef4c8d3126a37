#include "core/spatial/accessibility.h"

#include <QCoreApplication>

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

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

/// Where the layers of a network meet: what one system has as a place another has within rounding.
class Joints
{
public:
    /// Vertices that lie where an earlier layer has one are moved there.
    void join(Rings& lines) const
    {
        for (size_t i = 0; i < lines.x.size(); ++i) {
            const auto known = at(lines.x[i], lines.y[i]);
            if (known)
                std::tie(lines.x[i], lines.y[i]) = *known;
        }
    }
    void add(const Rings& lines)
    {
        for (size_t i = 0; i < lines.x.size(); ++i)
            m_next.emplace_back(lines.x[i], lines.y[i]);
    }
    /// What was added is of an earlier layer from now on.
    void layerEnds()
    {
        for (const auto& [x, y] : m_next) {
            if (!at(x, y))
                m_places.emplace(cellOf(x, y), std::pair(x, y));
        }
        m_next.clear();
    }

private:
    static constexpr double within = 0.01; // m
    using Cell = std::pair<qint64, qint64>;
    static Cell cellOf(double x, double y)
    {
        return {std::llround(x / within), std::llround(y / within)};
    }
    std::optional<std::pair<double, double>> at(double x, double y) const
    {
        const auto [column, row] = cellOf(x, y);
        for (qint64 c = column - 1; c <= column + 1; ++c) {
            for (qint64 r = row - 1; r <= row + 1; ++r) {
                const auto [first, last] = m_places.equal_range(Cell{c, r});
                for (auto place = first; place != last; ++place) {
                    const auto& [px, py] = place->second;
                    if (std::hypot(px - x, py - y) <= within)
                        return place->second;
                }
            }
        }
        return {};
    }

    std::vector<std::pair<double, double>> m_next;
    std::multimap<Cell, std::pair<double, double>> m_places;
};

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

Result<Roads> Roads::read(const std::vector<RoadLayer>& roads,
                          const std::vector<OpenLayer>& barriers, const CancelToken& cancel,
                          const ProgressSink& progress)
{
    const TravelModel& model = roads.front().model;
    const OpenLayer& first = roads.front().layer;
    const auto plane = planeOf(first.reader->info(), first.crs, model.distances);
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

    auto network = std::make_shared<Network>();
    Northings northings;
    Joints joints;
    QStringList names;
    for (size_t number = 0; number < roads.size(); ++number) {
        const RoadLayer& road = roads[number];
        const Result<void> sound = road.model.check();
        if (!sound)
            return sound.error();
        names << road.layer.reader->info().name;
        Ways ways(road.model);
        const qsizetype judged = road.model.fields().size();
        const double share = 0.9 / static_cast<double>(roads.size());
        const double begin = 0.1 + share * static_cast<double>(number);
        const Result<void> done =
            readInto(*plane, road.layer, cancel, progress, begin, begin + share,
                     [&](LayerFeature& feature) -> Result<void> {
                         if (feature.shape != Shape::Lines)
                             return {};
                         ++made.m_features;
                         const auto way = ways.of(feature.attributes.mid(0, judged));
                         if (!way)
                             return way.error();
                         if (!*way) {
                             ++made.m_closed;
                             return {};
                         }
                         northings.take(feature.rings);
                         if (number > 0)
                             joints.join(feature.rings);
                         if (number + 1 < roads.size())
                             joints.add(feature.rings);
                         if (walls.isEmpty()) {
                             network->addLines(feature.rings, **way);
                         } else {
                             walls.cut(feature.rings,
                                       [&](const Rings& line, bool looseBegin, bool looseEnd) {
                                           network->addLines(line, **way, looseBegin, looseEnd);
                                       });
                         }
                         return {};
                     });
        if (!done)
            return done.error();
        joints.layerEnds();
    }
    const QString name = names.join(Text::tr("、"));
    if (made.m_features == 0)
        return Error(ErrorCode::BadUsage,
                     Text::tr("图层“%1”里没有线，不能作道路；请换一个图层。").arg(name));
    network->build(model.distances == Distances::Ellipsoid
                       ? Ground(*plane, northings.south, northings.north)
                       : Ground());
    if (network->edges() == 0)
        return Error(ErrorCode::BadUsage,
                     Text::tr("图层“%1”的 %2 条道路都不能通行；请检查道路等级的设置。")
                         .arg(name)
                         .arg(made.m_features));
    made.m_network = std::move(network);
    return made;
}

Roads Roads::askedBy(const TravelModel& model) const
{
    Roads other = *this;
    other.m_model = model;
    return other;
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
    const auto number = static_cast<std::uint32_t>(m_ids.size());
    m_ids << feature.id;
    const bool polygons = feature.shape == Shape::Polygons;
    auto first = static_cast<std::uint32_t>(m_places.pieces().size());
    for (size_t part = 0; part < parts.count(); ++part) {
        const size_t vertices = parts.end(part) - parts.begins[part];
        const auto last = first + static_cast<std::uint32_t>(std::max<size_t>(vertices, 2)) - 1;
        if (!parts.holes[part])
            m_parts.push_back({first, last, number, !polygons && vertices > 1});
        first = last;
    }
    m_places.add(parts, polygons);
}

qsizetype Facilities::layerOf(size_t facility) const
{
    const auto next = std::upper_bound(m_layers.begin(), m_layers.end(), facility);
    return std::max<qsizetype>(next - m_layers.begin() - 1, 0);
}

std::pair<double, double> Facilities::placeOf(size_t facility) const
{
    const auto part =
        std::lower_bound(m_parts.begin(), m_parts.end(), facility,
                         [](const Part& one, size_t number) { return one.facility < number; });
    const SegmentGrid::Segment& first = m_places.pieces()[part->first];
    return {first.ax, first.ay};
}

std::vector<Facilities::Entrance> Facilities::entrances() const
{
    std::vector<Entrance> all;
    for (size_t part = 0; part < m_parts.size(); ++part)
        eachEntrance(part, [&](double x, double y) {
            all.push_back({x, y, m_parts[part].facility});
        });
    return all;
}

void Facilities::build(const Ground& ground)
{
    m_ground = ground;
    m_places.build();
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
    if (m_places.holds(x, y))
        return 0;
    const double scale = m_ground.scaleAt(x, y);
    const auto hit = m_places.pieces().nearest(x, y, limit * scale);
    return hit ? hit->distance / scale : infinite;
}

Result<std::vector<AreaTile>> Facilities::circles(double metres, const CancelToken& cancel) const
{
    return strips(m_places.pieces().segments(), m_places, metres, m_ground, cancel);
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

Access::Access(const Roads& roads, const Facilities& facilities, double bound,
               const CancelToken& cancel)
    : m_roads(roads)
{
    const Heading heading = roads.model().heading;
    std::vector<Source> sources;
    std::vector<std::uint8_t> snapped(static_cast<size_t>(facilities.ids().size()), 0);
    // Parts by the lot: a city's woods have millions of entrances, of which few are left.
    constexpr size_t together = 4096;
    std::vector<std::vector<Source>> feet(std::min(together, facilities.parts()));
    size_t needed = 0;
    for (size_t begin = 0; begin < facilities.parts() && !cancel.isCancelled(); begin += together) {
        const size_t count = std::min(together, facilities.parts() - begin);
        tbb::parallel_for(size_t(0), count, [&](size_t i) {
            feet[i].clear();
            facilities.eachEntrance(begin + i, [&](double x, double y) {
                if (const auto foot = snap(roads, x, y))
                    feet[i].push_back(*foot);
            });
        });
        for (size_t i = 0; i < count; ++i) {
            if (!feet[i].empty())
                snapped[facilities.facilityOf(begin + i)] = 1;
            sources.insert(sources.end(), feet[i].begin(), feet[i].end());
        }
        constexpr size_t many = 100'000;
        if (sources.size() > 2 * needed + many) {
            roads.network().dropNeedless(sources, heading);
            needed = sources.size();
        }
    }
    for (size_t part = 0; part < facilities.parts() && !cancel.isCancelled(); ++part) {
        const size_t facility = facilities.facilityOf(part);
        if (snapped[facility])
            continue;
        facilities.eachEntrance(part, [&](double x, double y) {
            if (snapped[facility])
                return;
            snapped[facility] = 1; // listed once, at its first entrance
            m_unsnapped.push_back({facilities.ids().at(static_cast<qsizetype>(facility)), x, y,
                                   toRoad(x, y), facility});
        });
    }
    roads.network().dropNeedless(sources, heading);
    m_reach = roads.network().reach(std::move(sources), bound, heading);
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
