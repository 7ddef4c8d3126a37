#include "core/spatial/unreached.h"

#include "core/spatial/areas.h"
#include "core/spatial/bridge.h"
#include "core/spatial/cutter.h"
#include "core/spatial/filter.h"
#include "core/spatial/shelf.h"

#include <QCoreApplication>

#include <map>
#include <memory>

namespace checkup::spatial {

using gdal::LayerFeature;
using gdal::Rings;
using project::Layer;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

Error cancelled()
{
    return Error(ErrorCode::Cancelled, Text::tr("已取消覆盖计算。"));
}

/// Cuts what a recipe measures to what it is cut to, and takes the service areas off.
class Rest
{
public:
    static Result<Rest> make(Shelf& shelf, const Recipe& recipe, const Nearness& nearness)
    {
        Rest rest;
        for (const Selection& within : recipe.within) {
            auto zones = shelf.zones(within, nearness.plane);
            if (!zones)
                return zones.error();
            rest.m_within.add(*std::move(zones));
        }
        auto areas =
            shelf.areas(*recipe.reach, nearness, nearness.roads == nullptr, nearness.plane);
        if (!areas)
            return areas.error();
        for (auto& zones : *areas)
            rest.m_areas.add(std::move(zones));
        auto measure = AreaMeasure::make({}, nearness.plane);
        if (!measure)
            return measure.error();
        rest.m_measure.emplace(*std::move(measure));
        return rest;
    }

    /// A feature's polygons, which do not overlap; `number` is what is summed up of it, if anything
    /// is.
    Result<void> add(int layer, qint64 feature, std::vector<Rings> polygons,
                     std::optional<double> number, std::vector<UnreachedPiece>& to)
    {
        std::vector<Rings> land, served;
        Sum area;
        for (Rings& rings : polygons) {
            Cutter& cutter = *m_areas.cutters.front();
            if (const Result<void> valid = cutter.mend(feature, rings); !valid)
                return valid;
            const Result<double> one = m_measure->ellipsoidal(rings);
            if (!one)
                return one.error();
            area.add(*one);
            const Result<void> cut = m_within.cut(feature, std::move(rings), land);
            if (!cut)
                return cut;
        }
        for (const Rings& rings : land) {
            if (const Result<void> cut = m_areas.cut(feature, rings, served); !cut)
                return cut;
        }
        if (land.empty() || area.result() <= 0)
            return {};
        const Geos::Geometry whole = united(land);
        const Geos::Geometry taken = served.empty() ? Geos::Geometry() : united(served);
        const Geos::Geometry left =
            whole && taken ? m_geos->difference(whole.get(), taken.get()) : Geos::Geometry();
        const GEOSGeometry* rest = served.empty() ? whole.get() : left.get();
        if (!rest)
            return unusable(feature, land.front());
        const double amount = number ? *number / area.result() : 1;
        Result<void> done;
        const bool known =
            m_geos->eachPolygon(rest, [&](const GEOSGeometry* polygon, double x, double y) {
                UnreachedPiece piece{layer, feature, 0, x, y, {}};
                m_geos->toRings(polygon, piece.rings);
                const Result<double> size = m_measure->ellipsoidal(piece.rings);
                if (!size)
                    done = size.error();
                constexpr double hair = 1; // m²
                if (!size || *size < hair)
                    return;
                piece.amount = amount * *size;
                to.push_back(std::move(piece));
            });
        return done && !known ? unusable(feature, land.front()) : done;
    }

private:
    /// Zones, one after the other; what is left lies in all of them.
    struct Chain
    {
        void add(std::shared_ptr<const Zones> one)
        {
            zones.push_back(std::move(one));
            cutters.push_back(std::make_unique<Cutter>(*zones.back()));
        }
        Result<void> cut(qint64 feature, Rings rings, std::vector<Rings>& to, size_t level = 0)
        {
            if (level == cutters.size()) {
                to.push_back(std::move(rings));
                return {};
            }
            return cutters[level]->polygon(feature, rings, [&](const Piece& piece) {
                return cut(feature, piece.rings, to, level + 1);
            });
        }

        std::vector<std::shared_ptr<const Zones>> zones;
        std::vector<std::unique_ptr<Cutter>> cutters;
    };

    Geos::Geometry united(const std::vector<Rings>& polygons) const
    {
        std::vector<const Rings*> given;
        for (const Rings& rings : polygons)
            given.push_back(&rings);
        return m_geos->united(given);
    }

    Chain m_within, m_areas;
    std::unique_ptr<Geos> m_geos = std::make_unique<Geos>();
    std::optional<AreaMeasure> m_measure;
};

Result<void> ofUnited(Shelf& shelf, const Recipe& recipe, const Nearness& nearness, Rest& rest,
                      std::vector<UnreachedPiece>& to)
{
    const auto zones = shelf.zones(recipe.what, nearness.plane);
    if (!zones)
        return zones.error();
    std::map<int, std::vector<Rings>> leaves;
    constexpr double everywhere = 1e300;
    (*zones)->leaves().around(
        {-everywhere, -everywhere, everywhere, everywhere},
        [&leaves](const Leaf& leaf) { leaves[leaf.zone].push_back(leaf.rings); });
    for (auto& [zone, polygons] : leaves) {
        if (shelf.cancel().isCancelled())
            return cancelled();
        const Result<void> added =
            rest.add(0, (*zones)->feature(zone), std::move(polygons), std::nullopt, to);
        if (!added)
            return added;
    }
    return {};
}

Result<void> ofFeatures(Shelf& shelf, const Recipe& recipe, const Nearness& nearness, Rest& rest,
                        std::vector<UnreachedPiece>& to)
{
    const Choice choice = choose(recipe.what, shelf.data(), shelf.year());
    for (int number = 0; number < choice.layers.size(); ++number) {
        const Layer& layer = choice.layers.at(number);
        auto opened = shelf.open(layer, *choice.selection, recipe.columns);
        if (!opened)
            return opened.error();
        auto bridge = Bridge::make(opened->crs, nearness.plane);
        if (!bridge)
            return bridge.error();
        auto measure = AreaMeasure::make(opened->reader.info(), opened->crs);
        if (!measure)
            return measure.error();
        const Filter filter(*choice.selection, layer, opened->columns, shelf.year());
        LayerFeature feature;
        for (;;) {
            if (shelf.cancel().isCancelled())
                return cancelled();
            const Result<bool> more = opened->reader.next(feature);
            if (!more)
                return more.error();
            if (!*more)
                break;
            if (feature.shape != LayerFeature::Shape::Polygons || feature.rings.count() == 0)
                continue;
            const double area =
                filter.needsArea() ? measure->ellipsoidal(feature.rings).value_or(0) / 1e6 : 0;
            if (!filter.takes(feature.attributes, area))
                continue;
            std::optional<double> sum;
            for (const QString& column : recipe.columns) {
                const auto value = numberIn(feature.attributes.value(opened->place(column)));
                if (value)
                    sum = sum.value_or(0) + *value;
            }
            if (recipe.measure == Measure::Sum && !sum)
                continue;
            if (const Result<void> moved = bridge->moveEdges(feature.rings); !moved)
                return moved;
            const Result<void> added =
                rest.add(number, feature.id, {feature.rings},
                         recipe.measure == Measure::Sum ? sum : std::nullopt, to);
            if (!added)
                return added;
        }
    }
    return {};
}

} // namespace

Result<std::vector<UnreachedPiece>> unreached(Shelf& shelf, const Recipe& recipe,
                                              const Nearness& nearness)
{
    std::vector<UnreachedPiece> pieces;
    if (recipe.measure != Measure::Area && recipe.measure != Measure::Sum)
        return pieces;
    const Interruptible guard(shelf.cancel());
    auto rest = Rest::make(shelf, recipe, nearness);
    if (!rest)
        return rest.error();
    const Result<void> done = recipe.countOverlapsOnce
                                  ? ofUnited(shelf, recipe, nearness, *rest, pieces)
                                  : ofFeatures(shelf, recipe, nearness, *rest, pieces);
    if (shelf.cancel().isCancelled())
        return cancelled();
    if (!done)
        return done.error();
    return pieces;
}

} // namespace checkup::spatial
