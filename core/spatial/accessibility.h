#pragma once

#include "core/spatial/barriers.h"
#include "core/spatial/network.h"
#include "core/spatial/plane_reading.h"
#include "core/spatial/strips.h"
#include "core/spatial/travel_model.h"

#include <QList>

#include <vector>

namespace checkup::spatial {

/// Roads ready to be travelled. Built once, then read by any number of threads and for any number
/// of kinds of facilities.
class Roads
{
public:
    /// The roads' reader is opened with model.fields() as its attributes. Features that are no
    /// lines are left out and counted. Errors: those of planeOf, readInto, Ways and
    /// TravelModel::check; BadUsage for a layer without a road that may be used.
    static Result<Roads> read(const TravelModel& model, const OpenLayer& roads,
                              const std::vector<OpenLayer>& barriers = {},
                              const CancelToken& cancel = {}, const ProgressSink& progress = {});

    /// The same from files. Errors of openLayer too.
    static Result<Roads> read(const TravelModel& model, const CoverLayer& roads,
                              const QList<CoverLayer>& barriers, const CancelToken& cancel = {},
                              const ProgressSink& progress = {});

    const TravelModel& model() const { return m_model; }
    const gdal::Crs& plane() const { return m_plane; }
    const Ground& ground() const { return m_network.ground(); }
    const Network& network() const { return m_network; }
    qint64 features() const { return m_features; } ///< lines read
    qint64 closed() const { return m_closed; }     ///< of them not to be used

private:
    Roads(const TravelModel& model, const gdal::Crs& plane)
        : m_model(model)
        , m_plane(plane)
    {}

    TravelModel m_model;
    gdal::Crs m_plane;
    Network m_network;
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
    const std::vector<Entrance>& entrances() const { return m_entrances; }
    /// As the crow flies, metres on the ground; 0 inside a polygon, infinite beyond the limit.
    double distance(double x, double y, double limit) const;
    /// The places within so many metres as the crow flies. Errors of strips().
    Result<std::vector<AreaTile>> circles(double metres, const CancelToken& cancel = {}) const;

private:
    double m_every;
    QList<qint64> m_ids;
    std::vector<Entrance> m_entrances;
    Barriers m_grounds; ///< the polygons, for what is inside them
    SegmentGrid m_places;
    Ground m_ground;
};

/// A place that has no road nearby.
struct Unsnapped
{
    qint64 id = 0;
    double x = 0, y = 0;        ///< in the plane
    double distance = infinite; ///< m to the nearest road; infinite when there is none
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
    /// `bound` in the model's unit of cost.
    Access(const Roads& roads, const Facilities& facilities, double bound);

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
