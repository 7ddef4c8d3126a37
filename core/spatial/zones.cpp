#include "core/spatial/zones.h"

#include "core/spatial/bridge.h"
#include "core/spatial/ring_check.h"

#include <QCoreApplication>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>

namespace checkup::spatial {

using gdal::Crs;
using gdal::LayerFeature;
using gdal::LayerReader;
using gdal::Rings;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

Error cancelled()
{
    return Error(ErrorCode::Cancelled, Text::tr("已取消叠加计算。"));
}

/// Which of several things belong together.
class Groups
{
public:
    explicit Groups(size_t count)
        : m_first(count)
    {
        std::iota(m_first.begin(), m_first.end(), size_t(0));
    }
    /// The lowest member of the group.
    size_t of(size_t member)
    {
        while (m_first[member] != member)
            member = m_first[member] = m_first[m_first[member]];
        return member;
    }
    void join(size_t one, size_t other)
    {
        one = of(one);
        other = of(other);
        m_first[std::max(one, other)] = std::min(one, other);
    }

private:
    std::vector<size_t> m_first;
};

} // namespace

Result<Zones::Reading> Zones::read(LayerReader& reader, const Crs& crs, const Crs& target,
                                   const Naming& naming, const CancelToken& cancel)
{
    auto bridge = Bridge::make(crs, target);
    if (!bridge)
        return bridge.error();
    Reading reading;
    LayerFeature feature;
    for (;;) {
        if (cancel.isCancelled())
            return cancelled();
        const Result<bool> more = reader.next(feature);
        if (!more)
            return more.error();
        if (!*more)
            return reading;
        const std::optional<QString> name = naming(feature);
        if (!name)
            continue;
        if (feature.shape != LayerFeature::Shape::Polygons || feature.rings.count() == 0) {
            ++reading.withoutArea;
            continue;
        }
        const Result<void> moved = bridge->moveEdges(feature.rings);
        if (!moved)
            return moved.error();
        ++reading.taken;
        m_repaired += feature.fault.isEmpty() ? 0 : 1;
        add(std::move(feature.rings), *name, feature.id);
        feature.rings = {};
    }
}

int Zones::add(Rings rings, const QString& name, qint64 feature)
{
    const auto known = m_numbers.constFind(name);
    int number = known == m_numbers.constEnd() ? -1 : *known;
    if (number < 0) {
        number = static_cast<int>(m_names.size());
        m_numbers.insert(name, number);
        m_names << name;
    }
    m_polygons.push_back(std::move(rings));
    m_classes.push_back(number);
    m_features.push_back(feature);
    return static_cast<int>(m_classes.size()) - 1;
}

Result<void> Zones::build(Overlaps overlaps, const CancelToken& cancel)
{
    struct Tools
    {
        Geos geos;
        RingCheck check;
    };
    tbb::enumerable_thread_specific<Tools> tools;
    std::vector<char> fits(m_polygons.size(), 1);
    std::vector<char> mended(m_polygons.size(), 0);
    tbb::parallel_for(size_t(0), m_polygons.size(), [&](size_t i) {
        if (cancel.isCancelled())
            return;
        const Interruptible guard(cancel);
        auto& [geos, check] = tools.local();
        if (check.surelyValid(m_polygons[i]))
            return;
        if (m_polygons[i].impossibleVertex()) {
            fits[i] = 0;
            return;
        }
        const Geos::Geometry geometry = geos.fromRings(m_polygons[i]);
        if (geometry && geos.isValid(geometry.get()))
            return;
        const Geos::Geometry valid = geometry ? geos.madeValid(geometry.get()) : Geos::Geometry();
        if (!valid) {
            fits[i] = 0;
            return;
        }
        m_polygons[i].clear();
        geos.toRings(valid.get(), m_polygons[i]);
        mended[i] = 1;
    });
    m_repaired += std::count(mended.begin(), mended.end(), 1);
    const auto misfit = [&]() -> Result<void> {
        if (cancel.isCancelled())
            return cancelled();
        const auto at = std::find(fits.begin(), fits.end(), 0);
        if (at == fits.end())
            return {};
        const auto zone = static_cast<size_t>(at - fits.begin());
        return unusable(m_features[zone], m_polygons[zone]);
    };
    Result<void> done = misfit();
    if (done && overlaps == Overlaps::CountOnce)
        done = unite(cancel);
    if (!done)
        return done;
    std::vector<std::vector<Leaf>> leaves(m_polygons.size());
    tbb::parallel_for(size_t(0), m_polygons.size(), [&](size_t i) {
        if (cancel.isCancelled())
            return;
        const Interruptible guard(cancel);
        fits[i] = Leaves::cut(tools.local().geos, static_cast<int>(i), std::move(m_polygons[i]),
                              leaves[i])
                      ? 1
                      : 0;
    });
    done = misfit();
    if (!done)
        return done;
    m_polygons = {};
    std::vector<Leaf> all;
    for (std::vector<Leaf>& some : leaves)
        std::move(some.begin(), some.end(), std::back_inserter(all));
    m_leaves.build(std::move(all));
    return {};
}

Result<void> Zones::unite(const CancelToken& cancel)
{
    std::vector<Box> boxes;
    boxes.reserve(m_polygons.size());
    for (const Rings& rings : m_polygons)
        boxes.push_back(Box::of(rings));
    BoxGrid grid;
    grid.build(std::move(boxes));

    tbb::enumerable_thread_specific<Geos> tools;
    // Polygons that merely touch need no uniting, so that a layer without gaps stays as it is.
    std::vector<std::vector<size_t>> overlapping(m_polygons.size());
    tbb::parallel_for(size_t(0), m_polygons.size(), [&](size_t i) {
        if (cancel.isCancelled())
            return;
        const Interruptible guard(cancel);
        const Geos& geos = tools.local();
        Geos::Geometry one;
        grid.around(grid.box(static_cast<int>(i)), [&](int number) {
            const auto other = static_cast<size_t>(number);
            if (other <= i || m_classes[other] != m_classes[i] || m_polygons[i].count() == 0 ||
                m_polygons[other].count() == 0)
                return;
            if (!one)
                one = geos.fromRings(m_polygons[i]);
            const Geos::Geometry two = geos.fromRings(m_polygons[other]);
            if (!one || !two || geos.overlap(one.get(), two.get()))
                overlapping[i].push_back(other);
        });
    });
    Groups groups(m_polygons.size());
    for (size_t i = 0; i < overlapping.size(); ++i) {
        for (const size_t other : overlapping[i])
            groups.join(i, other);
    }
    std::vector<std::vector<size_t>> members(m_polygons.size());
    for (size_t i = 0; i < members.size(); ++i)
        members[groups.of(i)].push_back(i);
    std::vector<char> fits(m_polygons.size(), 1);
    tbb::parallel_for(size_t(0), members.size(), [&](size_t i) {
        if (members[i].size() < 2 || cancel.isCancelled())
            return;
        const Interruptible guard(cancel);
        const Geos& geos = tools.local();
        std::vector<const Rings*> parts;
        for (const size_t member : members[i])
            parts.push_back(&m_polygons[member]);
        const Geos::Geometry united = geos.united(parts);
        fits[i] = united ? 1 : 0;
        if (!united)
            return;
        Rings rings;
        geos.toRings(united.get(), rings);
        for (const size_t member : members[i])
            m_polygons[member] = {};
        m_polygons[i] = std::move(rings);
    });
    if (cancel.isCancelled())
        return cancelled();
    size_t kept = 0;
    for (size_t i = 0; i < members.size(); ++i) {
        if (!fits[i])
            return unusable(m_features[i], m_polygons[i]);
        if (members[i].empty())
            continue;
        if (kept != i)
            m_polygons[kept] = std::move(m_polygons[i]);
        m_classes[kept] = m_classes[i];
        m_features[kept] = m_features[i];
        ++kept;
    }
    m_polygons.resize(kept);
    m_classes.resize(kept);
    m_features.resize(kept);
    return {};
}

} // namespace checkup::spatial
