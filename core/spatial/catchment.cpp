#include "core/spatial/catchment.h"

#include "core/spatial/areas.h"

#include <QCoreApplication>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace checkup::spatial {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

using gdal::LayerFeature;

/// A place of demand that a facility reaches.
struct Visitor
{
    std::uint32_t demand = 0;
    double cost = 0;
};

double weightAt(double cost, double bound, Decay decay)
{
    if (decay == Decay::None)
        return 1;
    const double edge = std::exp(-0.5);
    return (std::exp(-0.5 * (cost / bound) * (cost / bound)) - edge) / (1 - edge);
}

/// The places of demand on the network.
class Places
{
public:
    Places(const Roads& roads, const std::vector<Demand>& demands)
        : m_network(roads.network())
        , m_feet(demands.size())
    {
        tbb::parallel_for(size_t(0), demands.size(),
                          [&](size_t i) { m_feet[i] = snap(roads, demands[i].x, demands[i].y); });
        for (size_t i = 0; i < m_feet.size(); ++i) {
            if (m_feet[i])
                m_byEdge.push_back({m_feet[i]->foot.edge, static_cast<std::uint32_t>(i)});
        }
        std::sort(m_byEdge.begin(), m_byEdge.end());
    }

    const std::optional<Source>& foot(size_t demand) const { return m_feet[demand]; }

    /// Those within a search's bound, by number.
    std::vector<Visitor> within(const Network::Reach& reach) const
    {
        std::vector<int> edges;
        m_network.edgesOf(reach, [&edges](int edge) { edges.push_back(edge); });
        std::sort(edges.begin(), edges.end());
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        std::vector<Visitor> visitors;
        for (const int edge : edges) {
            auto place = std::lower_bound(m_byEdge.begin(), m_byEdge.end(),
                                          std::pair<int, std::uint32_t>{edge, 0});
            for (; place != m_byEdge.end() && place->first == edge; ++place) {
                const Source& source = *m_feet[place->second];
                const double cost = m_network.cost(reach, source.foot) + source.cost;
                if (cost <= reach.bound)
                    visitors.push_back({place->second, cost});
            }
        }
        std::sort(visitors.begin(), visitors.end(),
                  [](const Visitor& a, const Visitor& b) { return a.demand < b.demand; });
        return visitors;
    }

private:
    const Network& m_network;
    std::vector<std::optional<Source>> m_feet;
    std::vector<std::pair<int, std::uint32_t>> m_byEdge; ///< edge and demand
};

bool isQuantity(double value)
{
    return value >= 0 && std::isfinite(value);
}

/// Where each facility is entered from the roads.
std::vector<std::vector<Source>> entrancesOf(const Roads& roads, const Facilities& facilities)
{
    std::vector<std::vector<Source>> entrances(static_cast<size_t>(facilities.ids().size()));
    for (size_t part = 0; part < facilities.parts(); ++part) {
        facilities.eachEntrance(part, [&](double x, double y) {
            if (const auto source = snap(roads, x, y))
                entrances[facilities.facilityOf(part)].push_back(*source);
        });
    }
    return entrances;
}

/// Where each place stands to the nearest facility, whichever that is.
void addStates(const Roads& roads, const Facilities& facilities, double bound,
               const std::vector<Demand>& demands, std::vector<CatchmentShare>& shares)
{
    const Access access(roads, facilities, bound);
    tbb::parallel_for(size_t(0), demands.size(), [&](size_t i) {
        shares[i].state = access.at(demands[i].x, demands[i].y).state;
    });
}

} // namespace

Result<Catchment> catchment(const Roads& roads, const Facilities& facilities,
                            const std::vector<double>& capacities,
                            const std::vector<Demand>& demands, double bound, Decay decay,
                            const CancelToken& cancel)
{
    if (!(bound > 0) || bound > 1e6)
        return Error(ErrorCode::BadUsage, Text::tr("服务半径应是大于 0 的米数或分钟数。"));
    const auto bad = [](qint64 id, double value) {
        return Error(
            ErrorCode::BadUsage,
            Text::tr("第 %1 号要素的数量不能是 %2；请改为不小于 0 的数。").arg(id).arg(value));
    };
    Catchment made;
    for (size_t i = 0; i < capacities.size(); ++i) {
        const qint64 id = facilities.ids().at(static_cast<qsizetype>(i));
        if (!isQuantity(capacities[i]))
            return bad(id, capacities[i]);
        made.supplies.push_back({id, capacities[i], 0, 0});
    }
    for (const Demand& demand : demands) {
        if (!isQuantity(demand.people))
            return bad(demand.id, demand.people);
    }
    made.shares.resize(demands.size());

    const Places places(roads, demands);
    const std::vector<std::vector<Source>> entrances = entrancesOf(roads, facilities);
    // First step: who shares each facility.
    std::vector<std::vector<Visitor>> visitors(made.supplies.size());
    tbb::enumerable_thread_specific<Network::Reach> reaches;
    tbb::parallel_for(size_t(0), made.supplies.size(), [&](size_t i) {
        if (cancel.isCancelled())
            return;
        Network::Reach& reach = reaches.local();
        roads.network().search(reach, entrances[i], bound, roads.model().heading);
        visitors[i] = places.within(reach);
        Sum people;
        for (const Visitor& visitor : visitors[i])
            people.add(weightAt(visitor.cost, bound, decay) * demands[visitor.demand].people);
        Supply& supply = made.supplies[i];
        supply.people = people.result();
        supply.ratio = supply.people > 0 ? supply.capacity / supply.people : 0;
    });
    if (cancel.isCancelled())
        return Error(ErrorCode::Cancelled, Text::tr("已取消覆盖计算。"));
    // Second step: what each place has of them.
    for (size_t i = 0; i < visitors.size(); ++i) {
        for (const Visitor& visitor : visitors[i])
            made.shares[visitor.demand].ratio +=
                made.supplies[i].ratio * weightAt(visitor.cost, bound, decay);
    }
    addStates(roads, facilities, bound, demands, made.shares);
    return made;
}

Result<std::vector<NearestFacility>> nearestFacilities(const Roads& roads,
                                                       const Facilities& facilities,
                                                       const std::vector<Demand>& demands,
                                                       double bound, const CancelToken& cancel)
{
    std::vector<NearestFacility> nearest(demands.size());
    const Places places(roads, demands);
    const std::vector<std::vector<Source>> entrances = entrancesOf(roads, facilities);
    tbb::enumerable_thread_specific<Network::Reach> reaches;
    constexpr size_t together = 256;
    std::vector<std::vector<Visitor>> visitors(together);
    for (size_t begin = 0; begin < entrances.size(); begin += together) {
        const size_t count = std::min(together, entrances.size() - begin);
        tbb::parallel_for(size_t(0), count, [&](size_t i) {
            if (cancel.isCancelled())
                return;
            Network::Reach& reach = reaches.local();
            roads.network().search(reach, entrances[begin + i], bound, roads.model().heading);
            visitors[i] = places.within(reach);
        });
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消覆盖计算。"));
        for (size_t i = 0; i < count; ++i) {
            for (const Visitor& visitor : visitors[i]) {
                NearestFacility& known = nearest[visitor.demand];
                if (visitor.cost < known.cost)
                    known = {static_cast<int>(begin + i), visitor.cost};
            }
        }
    }
    return nearest;
}

namespace {

struct Supplied
{
    Facilities facilities;
    std::vector<double> capacities;
};

Result<Supplied> readSupply(const CatchmentRequest& request, const Roads& roads,
                            const CancelToken& cancel, const ProgressSink& progress)
{
    const bool counted = !request.capacity.isEmpty();
    auto from = openLayer(request.from, counted ? QStringList(request.capacity) : QStringList());
    if (!from)
        return from.error();
    Supplied supplied{Facilities(request.model.every), {}};
    const Result<void> done = readInto(
        roads.plane(), from->layer(), cancel, progress, 0.5, 0.6,
        [&](LayerFeature& feature) -> Result<void> {
            if (feature.rings.count() == 0)
                return {};
            const Result<double> capacity =
                counted ? numberIn(feature, 0, from->reader.info().name, request.capacity) : 1.0;
            if (!capacity)
                return capacity.error();
            supplied.facilities.add(feature);
            supplied.capacities.push_back(*capacity);
            return {};
        });
    if (!done)
        return done.error();
    supplied.facilities.build(roads.ground());
    return supplied;
}

/// The names of the regions are by place of demand.
Result<QStringList> readDemand(const CatchmentRequest& request, const Roads& roads,
                               const CancelToken& cancel, const ProgressSink& progress,
                               std::vector<Demand>& demands)
{
    QStringList fields;
    if (!request.people.isEmpty())
        fields << request.people;
    const qsizetype by = request.by.isEmpty() ? -1 : fields.size();
    if (by >= 0)
        fields << request.by;
    auto to = openLayer(request.to, fields);
    if (!to)
        return to.error();
    QStringList regions;
    const Result<void> done =
        readInto(roads.plane(), to->layer(), cancel, progress, 0.6, 0.9,
                 [&](LayerFeature& feature) -> Result<void> {
                     const std::optional<Middle> middle = middleOf(feature);
                     if (!middle)
                         return {};
                     const Result<double> people =
                         request.people.isEmpty()
                             ? 1.0
                             : numberIn(feature, 0, to->reader.info().name, request.people);
                     if (!people)
                         return people.error();
                     demands.push_back({feature.id, middle->x, middle->y, *people});
                     regions << (by >= 0 ? feature.attributes.at(by) : QString());
                     return {};
                 });
    if (!done)
        return done.error();
    return regions;
}

} // namespace

Result<CatchmentReport> computeCatchment(const CatchmentRequest& request, const CancelToken& cancel,
                                         const ProgressSink& progress)
{
    const auto roads = Roads::read(
        request.model, request.roads, request.barriers, cancel,
        [&progress](double share, const QString& at) { tellProgress(progress, share * 0.5, at); });
    if (!roads)
        return roads.error();
    const auto supplied = readSupply(request, *roads, cancel, progress);
    if (!supplied)
        return supplied.error();
    CatchmentReport report;
    report.crs = roads->plane();
    const auto regions = readDemand(request, *roads, cancel, progress, report.demands);
    if (!regions)
        return regions.error();
    auto made = catchment(*roads, supplied->facilities, supplied->capacities, report.demands,
                          request.bound, request.decay, cancel);
    if (!made)
        return made.error();
    report.catchment = *std::move(made);

    Sum capacity, unused;
    for (const Supply& supply : report.catchment.supplies) {
        capacity.add(supply.capacity);
        unused.add(supply.people > 0 ? 0 : supply.capacity);
    }
    report.capacity = capacity.result();
    report.unused = unused.result();
    struct Tally
    {
        qint64 places = 0;
        Sum people, without, supply;
    };
    std::map<QString, Tally> tallies;
    Tally all;
    for (size_t i = 0; i < report.demands.size(); ++i) {
        const double people = report.demands[i].people;
        const double ratio = report.catchment.shares[i].ratio;
        for (Tally* tally : {&tallies[regions->at(static_cast<qsizetype>(i))], &all}) {
            ++tally->places;
            tally->people.add(people);
            tally->without.add(ratio > 0 ? 0 : people);
            tally->supply.add(ratio * people);
        }
    }
    const auto regionOf = [](const QString& name, const Tally& tally) {
        return CatchmentRegion{name, tally.places, tally.people.result(), tally.without.result(),
                               tally.supply.result()};
    };
    for (const auto& [name, tally] : tallies)
        report.regions << regionOf(name, tally);
    report.total = regionOf({}, all);
    return report;
}

} // namespace checkup::spatial
