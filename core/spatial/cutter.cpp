#include "core/spatial/cutter.h"

#include "core/spatial/ring_edges.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace checkup::spatial {

using gdal::Rings;

namespace {

/// Whether a box is certainly outside of a leaf, certainly inside, or the leaf's border may run
/// through it.
enum class Stand { Outside, Inside, Cut };

Stand standOf(const Box& box, const Leaf& leaf)
{
    for (size_t ring = 0; ring < leaf.rings.count(); ++ring) {
        for (size_t i = leaf.rings.begins[ring]; i + 1 < leaf.rings.end(ring); ++i) {
            if (edgeBox(leaf.rings, i).meets(box))
                return Stand::Cut;
        }
    }
    return holdsPoint(leaf.rings, box.minX, box.minY) ? Stand::Inside : Stand::Outside;
}

/// Where on p-q, from 0 to 1, the edge a-b meets it, when it does so at an angle.
std::optional<double> meeting(double px, double py, double qx, double qy, double ax, double ay,
                              double bx, double by)
{
    const auto side = [](double x1, double y1, double x2, double y2, double x, double y) {
        return (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
    };
    const double a = side(px, py, qx, qy, ax, ay);
    const double b = side(px, py, qx, qy, bx, by);
    if ((a > 0 && b > 0) || (a < 0 && b < 0))
        return {};
    const double p = side(ax, ay, bx, by, px, py);
    const double q = side(ax, ay, bx, by, qx, qy);
    if (p == q)
        return {};
    const double at = p / (p - q);
    return at > 0 && at < 1 ? std::optional(at) : std::nullopt;
}

} // namespace

Result<void> Cutter::makeValid(qint64 feature, Rings& rings)
{
    if (rings.impossibleVertex())
        return unusable(feature, rings);
    m_geometry = m_geos.fromRings(rings);
    if (!m_geometry)
        return unusable(feature, rings);
    if (m_geos.isValid(m_geometry.get()))
        return {};
    m_geometry = m_geos.madeValid(m_geometry.get());
    if (!m_geometry)
        return unusable(feature, rings);
    m_repaired = true;
    rings.clear();
    m_geos.toRings(m_geometry.get(), rings);
    return {};
}

Result<void> Cutter::mend(qint64 feature, Rings& rings)
{
    m_geometry.reset();
    m_repaired = false;
    if (!m_check.surelyValid(rings)) {
        const Result<void> valid = makeValid(feature, rings);
        if (!valid)
            return valid;
    }
    RingClip::orient(rings);
    return {};
}

Result<void> Cutter::polygon(qint64 feature, Rings& rings, const Use& use)
{
    const Result<void> valid = mend(feature, rings);
    return valid ? cutUp(feature, rings, use) : valid;
}

Result<void> Cutter::mended(qint64 feature, const Rings& rings, const Use& use)
{
    m_geometry.reset();
    return cutUp(feature, rings, use);
}

Result<void> Cutter::cutUp(qint64 feature, const Rings& rings, const Use& use)
{
    if (rings.count() == 0)
        return {};
    // One of very many vertices would be gone through for each leaf: it is cut up itself.
    constexpr size_t large = 2000;
    if (rings.x.size() <= large)
        return cut(feature, rings, true, use);
    std::vector<Leaf> parts;
    if (!Leaves::cut(m_geos, 0, rings, parts, large / 4))
        return unusable(feature, rings);
    for (const Leaf& part : parts) {
        m_geometry.reset();
        const Result<void> done = cut(feature, part.rings, false, use);
        if (!done)
            return done;
    }
    return {};
}

Result<void> Cutter::cut(qint64 feature, const Rings& rings, bool whole, const Use& use)
{
    const Box box = Box::of(rings);
    Result<void> done;
    m_zones.leaves().around(box, [&](const Leaf& leaf) {
        if (!done)
            return;
        if (leaf.whole && leaf.box.holds(box)) {
            done = use({leaf.zone, rings, whole});
            return;
        }
        switch (m_clip.cut(rings, box, leaf)) {
        case RingClip::Outcome::Nothing:
            return;
        case RingClip::Outcome::All:
            done = use({leaf.zone, rings, whole});
            return;
        case RingClip::Outcome::Part:
            done = use({leaf.zone, m_clip.piece(), false});
            return;
        case RingClip::Outcome::Unsure:
            done = intersect(feature, rings, leaf, use);
            return;
        }
    });
    return done;
}

Result<void> Cutter::intersect(qint64 feature, const Rings& rings, const Leaf& leaf, const Use& use)
{
    if (!m_geometry)
        m_geometry = m_geos.fromRings(rings);
    if (!m_geometry)
        return unusable(feature, rings);
    const Geos::Geometry all = m_geos.fromRings(leaf.rings);
    Geos::Geometry piece;
    if (all)
        piece = m_geos.intersection(m_geometry.get(), all.get());
    if (all && !piece) {
        // Where a cut ran along a zone's own edge its leaf may touch itself.
        const Geos::Geometry valid = m_geos.madeValid(all.get());
        if (valid)
            piece = m_geos.intersection(m_geometry.get(), valid.get());
    }
    if (!piece)
        return unusable(feature, rings);
    m_piece.clear();
    m_geos.toRings(piece.get(), m_piece);
    if (m_piece.count() == 0)
        return {};
    return use({leaf.zone, m_piece, false});
}

Result<void> Cutter::lines(const Rings& parts, const Use& use)
{
    const Box box = Box::of(parts);
    Result<void> done;
    m_zones.leaves().around(box, [&](const Leaf& leaf) {
        if (!done)
            return;
        const Stand stand = standOf(box, leaf);
        if (stand == Stand::Inside) {
            done = use({leaf.zone, parts, true});
        } else if (stand == Stand::Cut) {
            clipLines(parts, leaf);
            if (m_piece.count() > 0)
                done = use({leaf.zone, m_piece, false});
        }
    });
    return done;
}

void Cutter::clipLines(const Rings& parts, const Leaf& leaf)
{
    const Rings& rings = leaf.rings;
    m_piece.clear();
    for (size_t part = 0; part < parts.count(); ++part) {
        bool running = false; ///< the last piece ends where this segment begins
        for (size_t i = parts.begins[part]; i + 1 < parts.end(part); ++i) {
            const double px = parts.x[i];
            const double py = parts.y[i];
            const double qx = parts.x[i + 1];
            const double qy = parts.y[i + 1];
            const Box box{std::min(px, qx), std::min(py, qy), std::max(px, qx), std::max(py, qy)};
            m_crossings.assign({0, 1});
            for (size_t ring = 0; ring < rings.count(); ++ring) {
                for (size_t k = rings.begins[ring]; k + 1 < rings.end(ring); ++k) {
                    if (!edgeBox(rings, k).meets(box))
                        continue;
                    const auto at = meeting(px, py, qx, qy, rings.x[k], rings.y[k], rings.x[k + 1],
                                            rings.y[k + 1]);
                    if (at)
                        m_crossings.push_back(*at);
                }
            }
            std::sort(m_crossings.begin(), m_crossings.end());
            for (size_t k = 0; k + 1 < m_crossings.size(); ++k) {
                const double from = m_crossings[k];
                const double to = m_crossings[k + 1];
                if (from == to)
                    continue;
                const double middle = (from + to) / 2;
                if (!holdsPoint(rings, px + middle * (qx - px), py + middle * (qy - py))) {
                    running = false;
                    continue;
                }
                const auto put = [&](double at) {
                    m_piece.x.push_back(at == 1 ? qx : px + at * (qx - px));
                    m_piece.y.push_back(at == 1 ? qy : py + at * (qy - py));
                };
                if (!running) {
                    m_piece.begins.push_back(m_piece.x.size());
                    m_piece.holes.push_back(0);
                    put(from);
                }
                put(to);
                running = true;
            }
        }
    }
}

void Cutter::point(double x, double y, const std::function<void(int)>& use) const
{
    m_zones.leaves().around({x, y, x, y}, [&](const Leaf& leaf) {
        if (holdsPoint(leaf.rings, x, y))
            use(leaf.zone);
    });
}

} // namespace checkup::spatial
