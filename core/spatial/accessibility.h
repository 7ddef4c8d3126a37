#pragma once

#include "core/spatial/barriers.h"
#include "core/spatial/network.h"
#include "core/spatial/plane_reading.h"
#include "core/spatial/strips.h"
#include "core/spatial/travel_model.h"

#include <QList>

#include <memory>
#include <vector>

namespace checkup::spatial {

/// One layer of a road network.
struct RoadLayer
{
    OpenLayer layer;   ///< opened with model.fields() as its first attributes
    TravelModel model; ///< how its fields are called; in all else as the network's
};

/// Roads ready to be travelled. Built once, then read by any number of threads and for any number
/// of kinds of facilities.
class Roads
{
public:
    /// Of one or several layers, which become one network: vertices of a later layer that lie
    /// within a centimetre of an earlier one's are the same place. Features that are no lines are
    /// left out and counted. The first layer's model is asked by, in its plane. Errors: those of
    /// planeOf, readInto, Ways and TravelModel::check; BadUsage for layers without a road that may
    /// be used.
    static Result<Roads> read(const std::vector<RoadLayer>& roads,
                              const std::vector<OpenLayer>& barriers = {},
                              const CancelToken& cancel = {}, const ProgressSink& progress = {});
    static Result<Roads> read(const TravelModel& model, const OpenLayer& roads,
                              const std::vector<OpenLayer>& barriers = {},
                              const CancelToken& cancel = {}, const ProgressSink& progress = {})
    {
        return read({{roads, model}}, barriers, cancel, progress);
    }

    /// The same from files. Errors of openLayer too.
    static Result<Roads> read(const TravelModel& model, const CoverLayer& roads,
                              const QList<CoverLayer>& barriers, const CancelToken& cancel = {},
                              const ProgressSink& progress = {});

    /// The same network for another way of asking: heading, snap and what the leg to the road
    /// costs are the other model's. The rest of it must be as it was read.
    Roads askedBy(const TravelModel& model) const;

    const TravelModel& model() const { return m_model; }
    const gdal::Crs& plane() const { return m_plane; }
    const Ground& ground() const { return m_network->ground(); }
    const Network& network() const { return *m_network; }
    qint64 features() const { return m_features; } ///< lines read
    qint64 closed() const { return m_closed; }     ///< of them not to be used

private:
    Roads(const TravelModel& model, const gdal::Crs& plane)
        : m_model(model)
        , m_plane(plane)
    {}

    TravelModel m_model;
    gdal::Crs m_plane;
    std::shared_ptr<const Network> m_network;
    qint64 m_features = 0, m_closed = 0;
};

/// Where people want to get, or fire engines come from: points, or polygons that may be entered
/// all along their outline (parks). In a metric plane. Built once, then read by any number of
/// threads.
class Facilities
{
public:
    struct Entrance
    {
        double x = 0, y = 0;
        size_t facility = 0; ///< number in ids()
    };

    /// Entrances of polygons lie at most `every` metres apart, and at every corner.
    explicit Facilities(double every = 50)
        : m_every(every)
    {}
    /// A feature in the plane; one without a shape is left out.
    void add(const gdal::LayerFeature& feature);
    void build(const Ground& ground);
    /// All of a layer. Errors: those of readInto.
    static Result<Facilities> read(const OpenLayer& layer, const gdal::Crs& plane,
                                   const Ground& ground, double every,
                                   const CancelToken& cancel = {},
                                   const ProgressSink& progress = {});

    /// The features, as added.
    const QList<qint64>& ids() const { return m_ids; }
    /// What is added from now on is of another layer.
    void beginLayer() { m_layers.push_back(static_cast<size_t>(m_ids.size())); }
    /// How many layers began after the first up to a facility's, when the first was begun too.
    qsizetype layerOf(size_t facility) const;
    /// Where a facility's first vertex is.
    std::pair<double, double> placeOf(size_t facility) const;
    /// A polygon's ring, a line or a point that may be entered, and its facility.
    size_t parts() const { return m_parts.size(); }
    size_t facilityOf(size_t part) const { return m_parts[part].facility; }
    /// Calls `use(x, y)` with the entrances of a part.
    template <class Use>
    void eachEntrance(size_t number, Use use) const
    {
        const Part& part = m_parts[number];
        for (size_t i = part.first; i < part.last; ++i) {
            const SegmentGrid::Segment& at = m_places.pieces()[i];
            const double dx = at.bx - at.ax;
            const double dy = at.by - at.ay;
            const double gaps = std::ceil(std::hypot(dx, dy) / m_every);
            use(at.ax, at.ay);
            for (double gap = 1; gap < gaps; ++gap)
                use(at.ax + dx * gap / gaps, at.ay + dy * gap / gaps);
            if (i + 1 == part.last && part.open)
                use(at.bx, at.by);
        }
    }
    /// All of them, in order.
    std::vector<Entrance> entrances() const;
    /// As the crow flies, metres on the ground; 0 inside a polygon, infinite beyond the limit.
    double distance(double x, double y, double limit) const;
    /// The places within so many metres as the crow flies. Errors of strips().
    Result<std::vector<AreaTile>> circles(double metres, const CancelToken& cancel = {}) const;

private:
    struct Part
    {
        std::uint32_t first = 0, last = 0; ///< its pieces, the last not included
        std::uint32_t facility = 0;
        bool open = false; ///< it ends elsewhere than it began
    };

    double m_every;
    QList<qint64> m_ids;
    std::vector<size_t> m_layers; ///< the first facility of each
    std::vector<Part> m_parts;    ///< in the order of facilities; holes left out
    Barriers m_places;            ///< with the inside of polygons
    Ground m_ground;
};

/// A place that has no road nearby.
struct Unsnapped
{
    qint64 id = 0;              ///< its feature
    double x = 0, y = 0;        ///< in the plane
    double distance = infinite; ///< m to the nearest road; infinite when there is none
    size_t number = 0;          ///< of facilities: in Facilities::ids()
};

/// How a place stands to the facilities.
struct Trip
{
    enum class State {
        Reached,
        BeyondLimit, ///< connected, but further than the bound
        Unreachable, ///< no facility in its part of the network
        NoRoad       ///< no road within the model's snap
    };
    State state = State::NoRoad;
    double cost = infinite; ///< of what is Reached, in the model's unit
};

/// Where a point meets the roads, within the model's snap; and what that leg costs, if it counts.
std::optional<Source> snap(const Roads& roads, double x, double y);

/// Who gets to facilities along roads, within a bound: one search from all of them at once. The
/// roads must outlive it. Read by any number of threads.
class Access
{
public:
    /// `bound` in the model's unit of cost. Of no use once it was cancelled.
    Access(const Roads& roads, const Facilities& facilities, double bound,
           const CancelToken& cancel = {});

    Trip at(double x, double y) const;
    /// Facilities none of whose entrances has a road.
    const std::vector<Unsnapped>& unsnapped() const { return m_unsnapped; }
    /// How far the nearest road is from a place, metres on the ground.
    double toRoad(double x, double y) const;

    /// The places within `strip` metres of a stretch of road that is reached within `bound` (at
    /// most the search's). Errors of strips(); BadUsage for a larger bound.
    Result<std::vector<AreaTile>> serviceArea(double bound, double strip,
                                              const CancelToken& cancel = {}) const;
    /// Metres of road reached within a bound.
    double reachedMetres(double bound) const;

private:
    const Roads& m_roads;
    Network::Reach m_reach;
    std::vector<Unsnapped> m_unsnapped;
};

} // namespace checkup::spatial
