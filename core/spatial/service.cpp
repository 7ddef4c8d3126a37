#include "core/spatial/service.h"

#include "core/catalogue/layer_roles.h"
#include "core/gdal/crs.h"
#include "core/spatial/areas.h"
#include "core/spatial/catchment.h"
#include "core/spatial/cutter.h"
#include "core/spatial/in_unit.h"
#include "core/spatial/unreached.h"
#include "core/spatial/watch.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::LayerFeature;
using project::Layer;
using project::YearData;
using Why = Unserved::Why;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

/// What facilities are called: of each layer the names by feature.
class Names
{
public:
    Names(const QString& projectPath, const YearData& data, int year, const CancelToken& cancel)
        : m_projectPath(projectPath)
        , m_data(data)
        , m_year(year)
        , m_cancel(cancel)
    {}

    struct Name
    {
        QString layer, label;
    };
    Result<Name> of(const Service& service, const Facilities& facilities, size_t number)
    {
        const Choice choice = choose(service.what, m_data, m_year);
        const Layer& layer = choice.layers.at(facilities.layerOf(number));
        return of(layer, facilities.ids().at(static_cast<qsizetype>(number)));
    }
    Result<Name> of(const Layer& layer, qint64 feature)
    {
        auto known = m_known.constFind(layer.id.number());
        if (known == m_known.constEnd()) {
            const auto read = namesOf(layer);
            if (!read)
                return read.error();
            known = m_known.insert(layer.id.number(), *read);
        }
        return Name{layer.name, known->value(feature)};
    }

private:
    Result<QHash<qint64, QString>> namesOf(const Layer& layer) const
    {
        auto opened = openLayer(m_projectPath, layer, {}, {u"name"_s, u"id"_s}, gdal::Faults::Keep);
        if (!opened)
            return opened.error();
        QHash<qint64, QString> names;
        LayerFeature feature;
        while (!opened->columns.isEmpty()) {
            if (m_cancel.isCancelled())
                return Error(ErrorCode::Cancelled, Text::tr("已取消空间计算。"));
            const Result<bool> more = opened->reader.next(feature);
            if (!more)
                return more.error();
            if (!*more)
                break;
            for (const QString& text : std::as_const(feature.attributes)) {
                if (!text.isEmpty()) {
                    names.insert(feature.id, text);
                    break;
                }
            }
        }
        return names;
    }

    const QString& m_projectPath;
    const YearData& m_data;
    int m_year;
    const CancelToken& m_cancel;
    QHash<qint64, QHash<qint64, QString>> m_known;
};

/// Moves a place of the reach's plane to degrees.
Result<void> toDegrees(const gdal::Transformation& transformation, double x, double y,
                       double& longitude, double& latitude)
{
    longitude = x;
    latitude = y;
    return transformation.apply(&longitude, &latitude, 1);
}

/// How far the nearest road is.
double toRoad(const Nearness& nearness, double x, double y)
{
    for (const std::vector<Served>& group : nearness.groups) {
        for (const Served& served : group) {
            if (served.access)
                return served.access->toRoad(x, y);
        }
    }
    return infinite;
}

Why whyOf(const Nearness::Standing& standing)
{
    return standing.noRoad ? Why::NoRoad : standing.unreachable ? Why::Unreachable : Why::TooFar;
}

/// The facilities that no road is near, each once for every kind that it is of.
Result<void> addFacilities(const Watched& watched, Names& names,
                           const gdal::Transformation& transformation, QList<Unserved>& to)
{
    for (qsizetype group = 0; group < watched.reach.groups.size(); ++group) {
        const QList<Service>& services = watched.reach.groups.at(group);
        for (qsizetype i = 0; i < services.size(); ++i) {
            const Served& served =
                watched.nearness->groups[static_cast<size_t>(group)][static_cast<size_t>(i)];
            if (!served.access)
                continue;
            for (const Unsnapped& one : served.access->unsnapped()) {
                const auto name = names.of(services.at(i), *served.facilities, one.number);
                if (!name)
                    return name.error();
                Unserved place{Why::FacilityWithoutRoad,
                               name->layer,
                               one.id,
                               name->label,
                               0,
                               one.distance,
                               0,
                               0};
                const Result<void> moved =
                    toDegrees(transformation, one.x, one.y, place.longitude, place.latitude);
                if (!moved)
                    return moved;
                to << place;
            }
        }
    }
    return {};
}

/// The land that lies in no service area, the largest pieces first.
Result<void> addLand(const QString& projectPath, const YearData& data, const Watched& watched,
                     int year, Names& names, const gdal::Transformation& transformation, int limit,
                     const CancelToken& cancel, UnservedList& to)
{
    Shelf shelf(projectPath, data, year, cancel);
    auto pieces = unreached(shelf, watched.recipe, *watched.nearness);
    if (!pieces)
        return pieces.error();
    const InUnit inUnit(data, watched.recipe);
    Sum amount;
    for (const UnreachedPiece& piece : *pieces)
        amount.add(piece.amount);
    to.totals << UnservedList::Total{Why::TooFar, static_cast<qint64>(pieces->size()),
                                     inUnit(amount.result())};
    std::stable_sort(pieces->begin(), pieces->end(),
                     [](const UnreachedPiece& one, const UnreachedPiece& other) {
                         return one.amount > other.amount;
                     });
    pieces->resize(std::min(pieces->size(), static_cast<size_t>(std::max(limit, 0))));
    const Choice choice = choose(watched.recipe.what, data, year);
    for (UnreachedPiece& piece : *pieces) {
        const auto name = names.of(choice.layers.at(piece.layer), piece.feature);
        if (!name)
            return name.error();
        Unserved one{
            Why::TooFar, name->layer, piece.feature, name->label, inUnit(piece.amount), 0, 0, 0};
        Result<void> moved =
            toDegrees(transformation, piece.x, piece.y, one.longitude, one.latitude);
        if (moved)
            moved = transformation.apply(piece.rings.x.data(), piece.rings.y.data(),
                                         piece.rings.x.size());
        if (!moved)
            return moved;
        one.shape = std::move(piece.rings);
        to.places << one;
    }
    return {};
}

/// A facility without what it serves.
Result<FacilityShare> shareOf(const Service& service, const Facilities& facilities, size_t number,
                              Names& names, const gdal::Transformation& transformation)
{
    const auto name = names.of(service, facilities, number);
    if (!name)
        return name.error();
    FacilityShare share;
    share.layer = name->layer;
    share.feature = facilities.ids().at(static_cast<qsizetype>(number));
    share.label = name->label;
    const auto [x, y] = facilities.placeOf(number);
    const Result<void> moved = toDegrees(transformation, x, y, share.longitude, share.latitude);
    if (!moved)
        return moved.error();
    return share;
}

/// One facility of several, by the places where it may be entered.
Facilities alone(const Facilities& all, size_t number, const Ground& ground)
{
    Facilities one;
    LayerFeature feature;
    feature.id = all.ids().at(static_cast<qsizetype>(number));
    feature.shape = LayerFeature::Shape::Points;
    for (size_t part = 0; part < all.parts(); ++part) {
        if (all.facilityOf(part) != number)
            continue;
        all.eachEntrance(part, [&feature](double x, double y) {
            feature.rings.begins.push_back(feature.rings.x.size());
            feature.rings.holes.push_back(0);
            feature.rings.x.push_back(x);
            feature.rings.y.push_back(y);
        });
    }
    one.add(feature);
    one.build(ground);
    return one;
}

/// The land that a recipe measures, in a plane: its features united, cut to what it is cut to.
class Land
{
public:
    static Result<Land> make(Shelf& shelf, const Recipe& recipe, const gdal::Crs& plane)
    {
        Land land;
        QList<Selection> selections{recipe.what};
        selections << recipe.within;
        for (const Selection& selection : selections) {
            auto zones = shelf.zones(selection, plane);
            if (!zones)
                return zones.error();
            land.m_zones.push_back(*std::move(zones));
            land.m_cutters.push_back(std::make_unique<Cutter>(*land.m_zones.back()));
        }
        auto measure = AreaMeasure::make({}, plane);
        if (!measure)
            return measure.error();
        land.m_measure.emplace(*std::move(measure));
        return land;
    }

    /// Adds what of a polygon is such land, m².
    Result<void> add(gdal::Rings rings, Sum& area, size_t level = 0)
    {
        return m_cutters[level]->polygon(0, rings, [&](const Piece& piece) -> Result<void> {
            if (level + 1 < m_cutters.size())
                return add(piece.rings, area, level + 1);
            const auto one = m_measure->ellipsoidal(piece.rings);
            if (!one)
                return one.error();
            area.add(*one);
            return {};
        });
    }

private:
    std::vector<std::shared_ptr<const Zones>> m_zones;
    std::vector<std::unique_ptr<Cutter>> m_cutters;
    std::optional<AreaMeasure> m_measure;
};

/// How much of a recipe's land lies in each facility's own service area.
Result<QList<FacilityShare>> ownAreas(const QString& projectPath, const YearData& data, int year,
                                      const Watched& watched,
                                      const gdal::Transformation& transformation,
                                      const CancelToken& cancel)
{
    const Nearness& nearness = *watched.nearness;
    Shelf shelf(projectPath, data, year, cancel);
    auto land = Land::make(shelf, watched.recipe, nearness.plane);
    if (!land)
        return land.error();
    const InUnit inUnit(data, watched.recipe);
    Names names(projectPath, data, year, cancel);
    QList<FacilityShare> shares;
    for (qsizetype group = 0; group < watched.reach.groups.size(); ++group) {
        const QList<Service>& services = watched.reach.groups.at(group);
        for (qsizetype i = 0; i < services.size(); ++i) {
            const Served& served =
                nearness.groups[static_cast<size_t>(group)][static_cast<size_t>(i)];
            const Service& what = services.at(i);
            const QString kind =
                catalogue::layerTitle(choose(what.what, data, year).selection->role);
            for (size_t number = 0; number < static_cast<size_t>(served.facilities->ids().size());
                 ++number) {
                auto share = shareOf(what, *served.facilities, number, names, transformation);
                if (!share)
                    return share.error();
                const Access access(*nearness.roads,
                                    alone(*served.facilities, number, nearness.roads->ground()),
                                    served.bound, cancel);
                const auto tiles = access.serviceArea(served.bound, nearness.strip, cancel);
                if (!tiles)
                    return tiles.error();
                Sum area;
                for (const AreaTile& tile : *tiles) {
                    const Result<void> added = land->add(tile.rings, area);
                    if (!added)
                        return added.error();
                }
                share->kind = kind;
                share->byItself = true;
                share->onRoad = access.unsnapped().empty();
                share->amount = inUnit(area.result());
                shares << *std::move(share);
            }
        }
    }
    return shares;
}

} // namespace

QString key(Why why)
{
    switch (why) {
    case Why::FacilityWithoutRoad:
        return u"facility_without_road"_s;
    case Why::NoRoad:
        return u"no_road"_s;
    case Why::Unreachable:
        return u"unreachable"_s;
    case Why::TooFar:
        break;
    }
    return u"too_far"_s;
}

QString label(Why why)
{
    switch (why) {
    case Why::FacilityWithoutRoad:
        return Text::tr("设施附近没有道路");
    case Why::NoRoad:
        return Text::tr("附近没有道路");
    case Why::Unreachable:
        return Text::tr("路网不通");
    case Why::TooFar:
        break;
    }
    return Text::tr("超出服务范围");
}

Result<UnservedList> unserved(const QString& projectPath, const YearData& data,
                              const QString& subject, int year, int limit,
                              const CancelToken& cancel)
{
    const int of = year == 0 ? data.info.year : year;
    const auto watched = watch(projectPath, data, subject, of, cancel);
    if (!watched)
        return watched.error();
    const auto transformation = gdal::Transformation::toGeodetic(watched->nearness->plane);
    if (!transformation)
        return transformation.error();
    Names names(projectPath, data, of, cancel);
    UnservedList list;
    QList<Unserved> facilities;
    const Result<void> added = addFacilities(*watched, names, *transformation, facilities);
    if (!added)
        return added.error();
    list.totals << UnservedList::Total{Why::FacilityWithoutRoad, facilities.size(), 0};
    list.places = facilities.mid(0, limit);
    if (watched->reach.counted == Reach::Counted::Cut) {
        const Result<void> land =
            addLand(projectPath, data, *watched, of, names, *transformation, limit, cancel, list);
        return land ? Result<UnservedList>(list) : land.error();
    }
    for (const Why why : {Why::NoRoad, Why::Unreachable, Why::TooFar}) {
        std::vector<const Placed*> places;
        Sum amount;
        for (const Placed& place : watched->places) {
            if (place.standing.reached || whyOf(place.standing) != why)
                continue;
            places.push_back(&place);
            amount.add(place.amount);
        }
        list.totals << UnservedList::Total{why, static_cast<qint64>(places.size()),
                                           amount.result()};
        std::stable_sort(places.begin(), places.end(), [](const Placed* one, const Placed* other) {
            return one->amount > other->amount;
        });
        places.resize(std::min(places.size(), static_cast<size_t>(std::max(limit, 0))));
        for (const Placed* place : places) {
            Unserved one{why, place->layer, place->feature, place->label, place->amount, 0, 0, 0};
            if (why == Why::NoRoad)
                one.toRoad = toRoad(*watched->nearness, place->x, place->y);
            const Result<void> moved =
                toDegrees(*transformation, place->x, place->y, one.longitude, one.latitude);
            if (!moved)
                return moved.error();
            list.places << one;
        }
    }
    return list;
}

Result<QList<FacilityShare>> facilityShares(const QString& projectPath, const YearData& data,
                                            const QString& subject, int year,
                                            const CancelToken& cancel)
{
    const int of = year == 0 ? data.info.year : year;
    const auto watched = watch(projectPath, data, subject, of, cancel);
    if (!watched)
        return watched.error();
    const bool cuts = watched->reach.counted == Reach::Counted::Cut;
    if (!watched->nearness->roads || (cuts && watched->recipe.measure != Measure::Area))
        return Error(ErrorCode::BadUsage,
                     Text::tr("“%1”不是沿路网计算的，没有各设施服务的清单。").arg(subject));
    const auto transformation = gdal::Transformation::toGeodetic(watched->nearness->plane);
    if (!transformation)
        return transformation.error();
    if (cuts)
        return ownAreas(projectPath, data, of, *watched, *transformation, cancel);
    std::vector<Demand> demands;
    for (const Placed& place : watched->places)
        demands.push_back({place.feature, place.x, place.y, place.amount});
    Names names(projectPath, data, of, cancel);
    QList<FacilityShare> shares;
    for (qsizetype group = 0; group < watched->reach.groups.size(); ++group) {
        const QList<Service>& services = watched->reach.groups.at(group);
        // Of several services of one kind of need a feature goes to the nearest of all.
        std::vector<std::vector<NearestFacility>> nearest;
        for (const Served& served : watched->nearness->groups[static_cast<size_t>(group)]) {
            auto found = nearestFacilities(*watched->nearness->roads, *served.facilities, demands,
                                           served.bound, cancel);
            if (!found)
                return found.error();
            nearest.push_back(*std::move(found));
        }
        for (size_t service = 0; service < nearest.size(); ++service) {
            const Served& served = watched->nearness->groups[static_cast<size_t>(group)][service];
            const Facilities& facilities = *served.facilities;
            std::vector<qint64> features(static_cast<size_t>(facilities.ids().size()), 0);
            std::vector<Sum> amounts(features.size());
            for (size_t i = 0; i < demands.size(); ++i) {
                const NearestFacility& mine = nearest[service][i];
                const auto isBeaten = [&](size_t other) {
                    const double cost = nearest[other][i].cost;
                    return other < service ? cost <= mine.cost : cost < mine.cost;
                };
                bool beaten = mine.facility < 0;
                for (size_t other = 0; other < nearest.size() && !beaten; ++other)
                    beaten = other != service && isBeaten(other);
                if (beaten)
                    continue;
                ++features[static_cast<size_t>(mine.facility)];
                amounts[static_cast<size_t>(mine.facility)].add(demands[i].people);
            }
            std::vector<bool> onRoad(features.size(), true);
            for (const Unsnapped& one : served.access->unsnapped())
                onRoad[one.number] = false;
            const Service& what = services.at(static_cast<qsizetype>(service));
            const QString kind = catalogue::layerTitle(choose(what.what, data, of).selection->role);
            for (size_t number = 0; number < features.size(); ++number) {
                auto share = shareOf(what, facilities, number, names, *transformation);
                if (!share)
                    return share.error();
                share->kind = kind;
                share->onRoad = onRoad[number];
                share->features = features[number];
                share->amount = amounts[number].result();
                shares << *std::move(share);
            }
        }
    }
    return shares;
}

namespace {

/// "XX 小学 500 米、YX 幼儿园 500 米"
QString kindOf(const QList<Service>& group, const YearData& data, int year)
{
    QStringList kinds;
    for (const Service& service : group) {
        const QString role =
            catalogue::layerTitle(choose(service.what, data, year).selection->role);
        kinds << (service.minutes > 0 ? Text::tr("%1 %2 分钟").arg(role).arg(service.minutes)
                                      : Text::tr("%1 %2 米").arg(role).arg(service.metres));
    }
    return kinds.join(u'、');
}

/// All that zones cover, as one.
Result<gdal::Rings> wholeOf(const Zones& zones, const CancelToken& cancel)
{
    const Interruptible guard(cancel);
    std::vector<const gdal::Rings*> leaves;
    constexpr double everywhere = 1e300;
    zones.leaves().around({-everywhere, -everywhere, everywhere, everywhere},
                          [&leaves](const Leaf& leaf) { leaves.push_back(&leaf.rings); });
    gdal::Rings rings;
    if (leaves.empty())
        return rings;
    const Geos geos;
    const Geos::Geometry whole = geos.united(leaves);
    if (cancel.isCancelled())
        return Error(ErrorCode::Cancelled, Text::tr("已取消覆盖计算。"));
    if (!whole)
        return unusable(0, *leaves.front());
    geos.toRings(whole.get(), rings);
    return rings;
}

} // namespace

Result<QList<ServiceArea>> serviceAreas(const QString& projectPath, const YearData& data,
                                        const QString& subject, int year, const CancelToken& cancel)
{
    const int of = year == 0 ? data.info.year : year;
    const auto watched = watch(projectPath, data, subject, of, cancel);
    if (!watched)
        return watched.error();
    const Nearness& nearness = *watched->nearness;
    const auto transformation = gdal::Transformation::toGeodetic(nearness.plane);
    if (!transformation)
        return transformation.error();
    auto measure = AreaMeasure::make({}, nearness.plane);
    if (!measure)
        return measure.error();
    Shelf shelf(projectPath, data, of, cancel);
    QList<ServiceArea> areas;
    for (const bool circles : {false, true}) {
        if (!circles && !nearness.roads)
            continue;
        const auto groups = shelf.areas(watched->reach, nearness, circles, nearness.plane);
        if (!groups)
            return groups.error();
        for (size_t group = 0; group < groups->size(); ++group) {
            auto whole = wholeOf(*groups->at(group), cancel);
            if (!whole)
                return whole.error();
            ServiceArea area;
            area.kind = kindOf(watched->reach.groups.at(static_cast<qsizetype>(group)), data, of);
            area.circles = circles;
            const auto size = measure->ellipsoidal(*whole);
            if (!size)
                return size.error();
            area.squareMetres = *size;
            const Result<void> moved =
                transformation->apply(whole->x.data(), whole->y.data(), whole->x.size());
            if (!moved)
                return moved.error();
            area.shape = *std::move(whole);
            areas << std::move(area);
        }
    }
    return areas;
}

} // namespace checkup::spatial
