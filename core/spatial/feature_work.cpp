#include "core/spatial/feature_work.h"

#include "core/spatial/proration.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace checkup::spatial {

using gdal::Rings;
using Shape = gdal::LayerFeature::Shape;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

/// What of an amount may be lost by rounding; more lies somewhere else.
double tolerance(double amount)
{
    return 1e-8 * std::abs(amount) + 1e-4;
}

Error cancelled()
{
    return Error(ErrorCode::Cancelled, Text::tr("已取消空间计算。"));
}

bool isCount(const Job& job)
{
    return job.recipe->measure == Measure::Count;
}

} // namespace

FeatureWork::FeatureWork(const LayerWork& work, AreaMeasure measure)
    : m_work(work)
    , m_measure(std::move(measure))
    , m_cuts(work.chains.size())
    , m_points(work.chains.size())
{}

Result<std::unique_ptr<FeatureWork>> FeatureWork::make(const LayerWork& work)
{
    auto measure = AreaMeasure::make(work.info, work.crs);
    if (!measure)
        return measure.error();
    std::unique_ptr<FeatureWork> made(new FeatureWork(work, *std::move(measure)));
    const auto plane = planeOf(work.info, work.crs, Distances::Ellipsoid);
    if (!plane)
        return plane.error();
    constexpr double pole = 10'000'000; // m from the equator
    made->m_ground = Ground(*plane, 0, pole);
    if (plane->wkt() != work.crs.wkt()) {
        auto bridge = Bridge::make(work.crs, *plane);
        if (!bridge)
            return bridge.error();
        made->m_toGround = *std::move(bridge);
    }
    const Result<void> built = made->m_nowhere.build();
    if (!built)
        return built.error();
    for (const Job& job : work.jobs) {
        if (!job.near)
            continue;
        auto bridge = Bridge::make(work.crs, job.near->plane);
        if (!bridge)
            return bridge.error();
        made->m_bridges.emplace_back(job.near.get(), *std::move(bridge));
    }
    size_t deepest = 0;
    for (const LayerWork::Chain& chain : work.chains)
        deepest = std::max(deepest, chain.size());
    made->m_buffers.resize(deepest + 1);
    return made;
}

Cutter& FeatureWork::cutter(const Zones& zones)
{
    for (const auto& [known, cutter] : m_cutters) {
        if (known == &zones)
            return *cutter;
    }
    m_cutters.emplace_back(&zones, std::make_unique<Cutter>(zones));
    return *m_cutters.back().second;
}

Result<double> FeatureWork::length(const Rings& given)
{
    const Rings* rings = &given;
    if (m_toGround) {
        m_lines = given;
        const Result<void> moved = m_toGround->moveEdges(m_lines);
        if (!moved)
            return moved.error();
        rings = &m_lines;
    }
    double all = 0;
    for (size_t part = 0; part < rings->count(); ++part) {
        for (size_t i = rings->begins[part]; i + 1 < rings->end(part); ++i) {
            const double x = rings->x[i];
            const double y = rings->y[i];
            const double dx = rings->x[i + 1] - x;
            const double dy = rings->y[i + 1] - y;
            const auto stretch = [&](double at) {
                return 1 / m_ground.scaleAt(x + at * dx, y + at * dy);
            };
            all += std::hypot(dx, dy) * (stretch(0) + 4 * stretch(0.5) + stretch(1)) / 6; // Simpson
        }
    }
    return all;
}

Result<FeatureWork::Measured> FeatureWork::measure(const Rings& rings)
{
    if (m_parcel->shape == Shape::Lines) {
        const Result<double> metres = length(rings);
        if (!metres)
            return metres.error();
        return Measured{*metres, *metres};
    }
    const Result<double> area = m_measure.ellipsoidal(rings);
    if (!area)
        return area.error();
    const Result<double> plane = m_measure.plane(rings);
    if (!plane)
        return plane.error();
    return Measured{*area, *plane};
}

Result<const FeatureWork::Measured*> FeatureWork::wholeOf()
{
    if (!m_whole) {
        const Result<Measured> measured = measure(m_parcel->rings);
        if (!measured)
            return measured.error();
        m_whole = *measured;
    }
    return &*m_whole;
}

const std::optional<Middle>& FeatureWork::middle()
{
    if (!m_middle) {
        gdal::LayerFeature feature;
        feature.shape = m_parcel->shape;
        std::swap(feature.rings, m_parcel->rings);
        m_middle = middleOf(feature);
        std::swap(feature.rings, m_parcel->rings);
    }
    return *m_middle;
}

Result<void> FeatureWork::cutBy(const Zones& zones, const Rings& rings, size_t level,
                                const Cutter::Use& use)
{
    if (m_parcel->shape == Shape::Lines)
        return cutter(zones).lines(rings, use);
    if (&rings == &m_parcel->rings) // mended at the beginning
        return cutter(zones).mended(m_parcel->id, rings, use);
    Rings& mine = m_buffers[level];
    mine = rings;
    return cutter(zones).polygon(m_parcel->id, mine, use);
}

Result<void> FeatureWork::addParts(const RegionZones& regions, const Rings& rings,
                                   const Measured& all, Cut& to)
{
    if (!regions.zones)
        return {};
    return cutBy(*regions.zones, rings, m_buffers.size() - 1,
                 [&](const Piece& piece) -> Result<void> {
                     if (m_work.shelf->cancel().isCancelled())
                         return cancelled();
                     Measured measured = all;
                     if (!piece.whole) {
                         const Result<Measured> one = measure(piece.rings);
                         if (!one)
                             return one.error();
                         measured = *one;
                     }
                     const int place =
                         regions.places[static_cast<size_t>(regions.zones->classOf(piece.zone))];
                     const auto known =
                         std::find_if(to.parts.begin(), to.parts.end(),
                                      [place](const Part& part) { return part.place == place; });
                     if (known == to.parts.end()) {
                         to.parts.push_back({place, measured.amount, measured.plane});
                     } else {
                         known->amount += measured.amount;
                         known->plane += measured.plane;
                     }
                     return {};
                 });
}

Result<void> FeatureWork::cutByRegions(const Rings& rings, bool isWhole, Cut& to)
{
    Measured all;
    if (isWhole) {
        const auto whole = wholeOf();
        if (!whole)
            return whole.error();
        all = **whole;
    } else {
        const Result<Measured> measured = measure(rings);
        if (!measured)
            return measured.error();
        all = *measured;
    }
    to.amount += all.amount;
    to.plane += all.plane;
    const Result<void> done = addParts(m_work.districts, rings, all, to);
    return done ? addParts(m_work.streets, rings, all, to) : done;
}

Result<void> FeatureWork::cutOn(const LayerWork::Chain& chain, size_t level, const Rings& rings,
                                Cut& to)
{
    if (level == chain.size())
        return cutByRegions(rings, &rings == &m_parcel->rings, to);
    return cutBy(*chain[level], rings, level, [&](const Piece& piece) -> Result<void> {
        if (m_work.shelf->cancel().isCancelled())
            return cancelled();
        const bool all = piece.whole && &rings == &m_parcel->rings;
        return cutOn(chain, level + 1, all ? m_parcel->rings : piece.rings, to);
    });
}

Result<const FeatureWork::Cut*> FeatureWork::cut(size_t chain)
{
    Cut& to = m_cuts[chain];
    if (!to.done) {
        const Result<void> done = cutOn(m_work.chains[chain], 0, m_parcel->rings, to);
        if (!done)
            return done.error();
        std::sort(to.parts.begin(), to.parts.end(),
                  [](const Part& one, const Part& other) { return one.place < other.place; });
        to.done = true;
    }
    return &to;
}

const FeatureWork::Cut& FeatureWork::holds(size_t chain)
{
    Cut& to = m_points[chain];
    if (to.done || !middle())
        return to;
    to.done = true;
    const auto [x, y] = *middle();
    for (const auto& zones : m_work.chains[chain]) {
        bool inside = false;
        cutter(*zones).point(x, y, [&inside](int) { inside = true; });
        if (!inside)
            return to;
    }
    to.amount = 1;
    for (const RegionZones* regions : {&m_work.districts, &m_work.streets}) {
        std::optional<int> place;
        if (regions->zones) {
            cutter(*regions->zones).point(x, y, [&](int zone) {
                if (!place)
                    place = regions->places[static_cast<size_t>(regions->zones->classOf(zone))];
            });
        }
        if (place)
            to.parts.push_back({*place, 1, 0});
    }
    return to;
}

Result<Parcel::Stand> FeatureWork::standing(const Job& job)
{
    if (!middle())
        return Parcel::Stand();
    const auto bridge = std::find_if(m_bridges.begin(), m_bridges.end(), [&job](const auto& one) {
        return one.first == job.near.get();
    });
    Rings place;
    place.x = {middle()->x};
    place.y = {middle()->y};
    place.begins = {0};
    place.holes = {0};
    const Result<void> moved = bridge->second.move(place);
    if (!moved)
        return moved.error();
    const double x = place.x.front();
    const double y = place.y.front();
    return Parcel::Stand{x, y, 0, job.near->at(x, y)};
}

std::optional<double> FeatureWork::number(const Job& job) const
{
    double sum = 0;
    bool any = false;
    for (const qsizetype place : job.columns) {
        const std::optional<double> one = numberIn(m_parcel->attributes.at(place));
        sum += one.value_or(0);
        any = any || one;
    }
    return any ? std::optional(sum) : std::nullopt;
}

void FeatureWork::put(size_t job, int slot, double amount, double plane, bool circle, double of)
{
    m_parcel->contributions.push_back({job, slot, circle, amount, plane, of});
}

void FeatureWork::emit(size_t job, const Cut& cut, double factor, double of, bool circle)
{
    double inDistricts = 0;
    double plane = 0;
    for (const Part& part : cut.parts) {
        put(job, part.place, part.amount * factor, part.plane * factor, circle, of);
        if (part.place < m_work.shelf->districts()) {
            inDistricts += part.amount;
            plane += part.plane;
        }
    }
    put(job, Slot::Whole, cut.amount * factor, cut.plane * factor, circle, of);
    if (!byDistrict()) {
        put(job, Slot::City, cut.amount * factor, cut.plane * factor, circle, of);
        return;
    }
    const double rest = cut.amount - inDistricts;
    const bool isOutside = rest > tolerance(cut.amount);
    if (isOutside)
        put(job, Slot::Outside, rest * factor, (cut.plane - plane) * factor, circle, of);
    else
        put(job, Slot::Residual, rest * factor, 0, circle, of);
    const bool beyond = isOutside && m_work.jobs[job].recipe->beyondDistricts;
    if (beyond || inDistricts > 0)
        put(job, Slot::City, (inDistricts + (beyond ? rest : 0)) * factor,
            (beyond ? cut.plane : plane) * factor, circle, of);
}

void FeatureWork::emitShares(size_t job, const Cut& cut, double registered, double whole,
                             bool circle)
{
    const int districts = m_work.shelf->districts();
    std::vector<Part> pieces;
    double inDistricts = 0;
    for (const Part& part : cut.parts) {
        if (part.place < districts) {
            pieces.push_back(part);
            inDistricts += part.amount;
        }
    }
    const double beyond = cut.amount - inDistricts;
    if (!byDistrict() || beyond > tolerance(cut.amount))
        pieces.push_back({Slot::Outside, byDistrict() ? beyond : cut.amount, 0});
    const auto amounts = [](const std::vector<Part>& parts) {
        std::vector<double> all;
        for (const Part& part : parts)
            all.push_back(part.amount);
        return all;
    };
    const auto sharedOut = prorate(registered, whole, amounts(pieces)).pieces;
    const bool counted = !byDistrict() || m_work.jobs[job].recipe->beyondDistricts;
    Hundredths all, city;
    for (size_t i = 0; i < pieces.size(); ++i) {
        all.add(sharedOut[i]);
        if (pieces[i].place != Slot::Outside || counted)
            city.add(sharedOut[i]);
        if (pieces[i].place != Slot::Outside || byDistrict())
            put(job, pieces[i].place, sharedOut[i], 0, circle, registered);
        // A district's streets share what it got, so that they add up to it.
        std::vector<Part> streets;
        for (const Part& part : cut.parts) {
            if (part.place >= districts &&
                (!byDistrict() || m_work.shelf->districtOf(part.place) == pieces[i].place))
                streets.push_back(part);
        }
        const auto below = prorate(sharedOut[i], pieces[i].amount, amounts(streets)).pieces;
        for (size_t street = 0; street < streets.size(); ++street)
            put(job, streets[street].place, below[street], 0, circle, registered);
    }
    put(job, Slot::Whole, all.result(), 0, circle, registered);
    put(job, Slot::City, city.result(), 0, circle, registered);
}

Result<void> FeatureWork::work(size_t index)
{
    const Job& job = m_work.jobs[index];
    double area = 0;
    if (job.filter.needsArea() && m_parcel->shape == Shape::Polygons) {
        const auto whole = wholeOf();
        if (!whole)
            return whole.error();
        area = (*whole)->amount / 1e6;
    }
    if (!job.filter.takes(m_parcel->attributes, area))
        return {};
    if (m_repaired)
        put(index, Slot::Repaired, 0, 0, false);
    const Measure measure = job.recipe->measure;
    const bool wantsLines = measure == Measure::Length;
    const bool anyShape = measure == Measure::Sum || isCount(job);
    const bool hasShape = m_parcel->rings.count() > 0;
    if (!hasShape ||
        (!anyShape && m_parcel->shape != (wantsLines ? Shape::Lines : Shape::Polygons))) {
        put(index, Slot::NoShape, 0, 0, false);
        return {};
    }
    const bool asPoint = isCount(job) || m_parcel->shape == Shape::Points;
    const auto inside = [&](size_t chain) -> Result<const Cut*> {
        return asPoint ? Result<const Cut*>(&holds(chain)) : cut(chain);
    };
    const Result<const Cut*> found = inside(job.chain);
    if (!found)
        return found.error();
    double whole = 1;
    if (!asPoint) {
        const auto measured = wholeOf();
        if (!measured)
            return measured.error();
        whole = (*measured)->amount;
    }
    const Cut* circles = nullptr;
    if (job.circles) {
        const Result<const Cut*> other = inside(*job.circles);
        if (!other)
            return other.error();
        circles = *other;
    }
    const Cut& taken = **found;
    if (taken.amount <= 0 && !(circles && circles->amount > 0))
        return {};
    if (taken.amount < job.recipe->sliver && taken.amount < whole - tolerance(whole) && !asPoint) {
        put(index, Slot::Sliver, taken.amount, taken.plane, false);
        return {};
    }
    double factor = 1;
    std::optional<double> registered;
    if (!job.columns.empty()) {
        const std::optional<double> given = number(job);
        if (!given) {
            put(index, Slot::NoNumber, 0, 0, false);
            return {};
        }
        factor = measure == Measure::Sum ? *given / whole : *given;
        if (measure == Measure::NetArea)
            registered = given;
    }
    const double of = registered ? *registered : whole * factor;
    const auto give = [&](const Cut& what, bool circle) {
        if (what.amount <= 0)
            return;
        if (registered)
            emitShares(index, what, *registered, whole, circle);
        else
            emit(index, what, factor, of, circle);
    };
    if (job.near) {
        const auto place = standing(job);
        if (!place)
            return place.error();
        const Nearness::Standing& stands = place->standing;
        const double amount =
            registered ? *registered * taken.amount / whole : taken.amount * factor;
        if (m_work.watched) {
            m_parcel->stand = *place;
            m_parcel->stand->amount = amount;
        }
        if (stands.noRoad || stands.unreachable)
            put(index, stands.noRoad ? Slot::NoRoad : Slot::Unreachable, amount, 0, false);
        if (stands.reached)
            give(taken, false);
        if (stands.circled && job.near->roads)
            give(taken, true);
        return {};
    }
    give(taken, false);
    if (circles)
        give(*circles, true);
    return {};
}

Result<void> FeatureWork::work(Parcel& parcel)
{
    const Interruptible guard(m_work.shelf->cancel());
    m_parcel = &parcel;
    parcel.contributions.clear();
    parcel.stand.reset();
    m_repaired = false;
    m_whole.reset();
    m_middle.reset();
    for (std::vector<Cut>* all : {&m_cuts, &m_points}) {
        for (Cut& one : *all) {
            one.done = false;
            one.amount = one.plane = 0;
            one.parts.clear();
        }
    }
    bool checked = false;
    for (size_t job = 0; job < m_work.jobs.size(); ++job) {
        // A polygon is made valid before anything of it is measured, once.
        if (!checked && parcel.shape == Shape::Polygons &&
            (m_work.jobs[job].filter.needsArea() ||
             m_work.jobs[job].filter.takes(parcel.attributes))) {
            checked = true;
            Cutter& mender = cutter(m_nowhere);
            const Result<void> mended = mender.mend(parcel.id, parcel.rings);
            if (!mended)
                return mended;
            m_repaired = mender.repaired();
        }
        const Result<void> done = work(job);
        if (!done)
            return done;
    }
    return {};
}

} // namespace checkup::spatial
