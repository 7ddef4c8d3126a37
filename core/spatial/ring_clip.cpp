#include "core/spatial/ring_clip.h"

#include "core/spatial/interrupted.h"
#include "core/spatial/ring_edges.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace checkup::spatial {

using gdal::Rings;

void RingClip::orient(Rings& rings)
{
    for (size_t ring = 0; ring < rings.count(); ++ring) {
        if ((twiceArea(rings, ring) < 0) == (rings.holes[ring] != 0))
            continue;
        const auto begin = static_cast<std::ptrdiff_t>(rings.begins[ring]);
        const auto end = static_cast<std::ptrdiff_t>(rings.end(ring));
        std::reverse(rings.x.begin() + begin, rings.x.begin() + end);
        std::reverse(rings.y.begin() + begin, rings.y.begin() + end);
    }
}

void RingClip::edgesNear(const Rings& rings, const Box& box, std::vector<Edge>& edges)
{
    // On which sides of the box a vertex lies; an edge is off when both ends are on one of them.
    const auto sides = [&](size_t i) {
        return (rings.x[i] < box.minX ? 1U : 0U) | (rings.x[i] > box.maxX ? 2U : 0U) |
               (rings.y[i] < box.minY ? 4U : 0U) | (rings.y[i] > box.maxY ? 8U : 0U);
    };
    edges.clear();
    for (size_t ring = 0; ring < rings.count(); ++ring) {
        const size_t last = rings.end(ring) - 1;
        unsigned before = sides(rings.begins[ring]);
        for (size_t start = rings.begins[ring]; start < last; ++start) {
            const unsigned after = sides(start + 1);
            if ((before & after) == 0)
                edges.push_back({ring, start, edgeBox(rings, start)});
            before = after;
        }
    }
}

RingClip::Outcome RingClip::cut(const Rings& polygon, const Box& box, const Leaf& leaf)
{
    edgesNear(leaf.rings, box, m_leafEdges);
    if (m_leafEdges.empty())
        return holdsPoint(leaf.rings, polygon.x.front(), polygon.y.front()) ? Outcome::All
                                                                            : Outcome::Nothing;
    edgesNear(polygon, leaf.box, m_edges);
    if (!findCrossings(polygon, leaf.rings))
        return alongBorder(polygon, leaf.rings);
    if (!linkCrossings(polygon, leaf.rings))
        return Outcome::Unsure;
    m_piece.clear();
    if (!follow(polygon, leaf.rings))
        return Outcome::Unsure;

    // Rings that cross nothing lie wholly in the other one, or wholly outside.
    const auto crossed = [this](size_t ring, size_t Crossing::*where) {
        return std::any_of(m_crossings.begin(), m_crossings.end(),
                           [&](const Crossing& one) { return one.*where == ring; });
    };
    size_t ofPolygon = 0;
    for (size_t ring = 0; ring < polygon.count(); ++ring) {
        const size_t first = polygon.begins[ring];
        if (!crossed(ring, &Crossing::ring) &&
            holdsPoint(leaf.rings, polygon.x[first], polygon.y[first])) {
            addRing(polygon, ring);
            ++ofPolygon;
        }
    }
    size_t ofLeaf = 0;
    for (size_t ring = 0; ring < leaf.rings.count(); ++ring) {
        const double x = leaf.rings.x[leaf.rings.begins[ring]];
        const double y = leaf.rings.y[leaf.rings.begins[ring]];
        if (box.meets({x, y, x, y}) && !crossed(ring, &Crossing::leafRing) &&
            holdsPoint(polygon, x, y)) {
            addRing(leaf.rings, ring);
            ++ofLeaf;
        }
    }
    if (m_piece.count() == 0)
        return Outcome::Nothing;
    if (ofLeaf == 0 && ofPolygon == polygon.count())
        return Outcome::All;
    return sortHoles() ? Outcome::Part : Outcome::Unsure;
}

RingClip::Outcome RingClip::alongBorder(const Rings& polygon, const Rings& leaf)
{
    if (!findContacts(polygon, leaf))
        return Outcome::Unsure;
    Stretches own, others;
    stretchesOf(polygon, m_contacts, leaf, own);
    stretchesOf(leaf, m_leafContacts, polygon, others);
    if (own.unsure || others.unsure)
        return Outcome::Unsure;
    // Insides lie to the left of both borders. What both have would be bounded by stretches inside
    // the other one, or by common edges of one direction; what one has more than the other, by
    // stretches outside or by common edges of opposite directions.
    const bool opposite = m_contacts.opposite > 0;
    const bool along = m_contacts.along > 0;
    if (!own.inside && !others.inside && !along)
        return Outcome::Nothing;
    if (!own.outside && !others.inside && !opposite)
        return Outcome::All;
    if (!own.inside && !others.outside && !opposite) {
        m_piece = leaf;
        return Outcome::Part;
    }
    return Outcome::Unsure;
}

/// False where borders meet otherwise than at a common corner or along a whole common edge.
bool RingClip::findContacts(const Rings& polygon, const Rings& leaf)
{
    m_contacts.clear(polygon.x.size());
    m_leafContacts.clear(leaf.x.size());
    // The vertex that closes a ring is its first.
    const auto corner = [](const Rings& rings, const Edge& edge, bool end) {
        const size_t vertex = edge.start + (end ? 1 : 0);
        return vertex + 1 == rings.end(edge.ring) ? rings.begins[edge.ring] : vertex;
    };
    for (const Edge& edge : m_edges) {
        for (const Edge& other : m_leafEdges) {
            if (!edge.box.meets(other.box))
                continue;
            const auto same = [&](bool end, bool otherEnd) {
                const size_t i = edge.start + (end ? 1 : 0);
                const size_t k = other.start + (otherEnd ? 1 : 0);
                return polygon.x[i] == leaf.x[k] && polygon.y[i] == leaf.y[k];
            };
            const auto mark = [&](bool end, bool otherEnd) {
                m_contacts.corners[corner(polygon, edge, end)] = 1;
                m_leafContacts.corners[corner(leaf, other, otherEnd)] = 1;
            };
            const bool begins = same(false, false), ends = same(true, true);
            const bool beginsAtEnd = same(false, true), endsAtBegin = same(true, false);
            if ((begins && ends) || (beginsAtEnd && endsAtBegin)) {
                for (const bool end : {false, true})
                    mark(end, begins == end);
                m_contacts.edges[edge.start] = 1;
                m_leafContacts.edges[other.start] = 1;
                ++(begins ? m_contacts.along : m_contacts.opposite);
                continue;
            }
            const size_t a = edge.start, c = other.start;
            const auto side = [](const Rings& of, size_t start, const Rings& rings, size_t vertex) {
                return sideOf(of.x[start], of.y[start], of.x[start + 1], of.y[start + 1],
                              rings.x[vertex], rings.y[vertex])
                    .sign;
            };
            if (begins || ends || beginsAtEnd || endsAtBegin) {
                const bool end = ends || endsAtBegin;
                const bool otherEnd = ends || beginsAtEnd;
                // From the common corner they must not run on along one another.
                const size_t at = a + (end ? 1 : 0), on = a + (end ? 0 : 1);
                const size_t otherOn = c + (otherEnd ? 0 : 1);
                const double forward =
                    (polygon.x[on] - polygon.x[at]) * (leaf.x[otherOn] - polygon.x[at]) +
                    (polygon.y[on] - polygon.y[at]) * (leaf.y[otherOn] - polygon.y[at]);
                if (side(polygon, a, leaf, otherOn) == 0 && forward >= 0)
                    return false;
                mark(end, otherEnd);
                continue;
            }
            if (side(polygon, a, leaf, c) * side(polygon, a, leaf, c + 1) <= 0 &&
                side(leaf, c, polygon, a) * side(leaf, c, polygon, a + 1) <= 0)
                return false;
        }
    }
    return true;
}

void RingClip::stretchesOf(const Rings& rings, const Contacts& contacts, const Rings& other,
                           Stretches& found)
{
    const auto lies = [&](double x, double y) {
        (holdsPoint(other, x, y) ? found.inside : found.outside) = true;
    };
    for (size_t ring = 0; ring < rings.count(); ++ring) {
        const size_t begin = rings.begins[ring];
        const size_t last = rings.end(ring) - 1;
        bool touches = false;
        for (size_t i = begin; i < last; ++i)
            touches = touches || contacts.corners[i];
        if (!touches) {
            lies(rings.x[begin], rings.y[begin]);
            continue;
        }
        for (size_t i = begin; i < last; ++i) {
            if (!contacts.corners[i]) {
                // Once a stretch is enough.
                const size_t before = i == begin ? last - 1 : i - 1;
                if (contacts.corners[before])
                    lies(rings.x[i], rings.y[i]);
                continue;
            }
            const size_t next = i + 1 == last ? begin : i + 1;
            if (contacts.edges[i] || !contacts.corners[next])
                continue;
            // An edge from contact to contact: by two places on it, since one may be so near to the
            // other border that rounding decides.
            const auto inside = [&](double share) {
                return holdsPoint(other, rings.x[i] + share * (rings.x[i + 1] - rings.x[i]),
                                  rings.y[i] + share * (rings.y[i + 1] - rings.y[i]));
            };
            const bool one = inside(0.37);
            found.unsure = found.unsure || one != inside(0.71);
            (one ? found.inside : found.outside) = true;
        }
    }
}

/// False where it is not certain whether two edges cross.
bool RingClip::findCrossings(const Rings& polygon, const Rings& leaf)
{
    m_crossings.clear();
    for (const Edge& edge : m_edges) {
        const double ax = polygon.x[edge.start];
        const double ay = polygon.y[edge.start];
        const double bx = polygon.x[edge.start + 1];
        const double by = polygon.y[edge.start + 1];
        for (const Edge& other : m_leafEdges) {
            if (!edge.box.meets(other.box))
                continue;
            const double cx = leaf.x[other.start];
            const double cy = leaf.y[other.start];
            const double dx = leaf.x[other.start + 1];
            const double dy = leaf.y[other.start + 1];
            const Side c = sideOf(ax, ay, bx, by, cx, cy);
            const Side d = sideOf(ax, ay, bx, by, dx, dy);
            if (c.sign * d.sign > 0)
                continue;
            const Side a = sideOf(cx, cy, dx, dy, ax, ay);
            const Side b = sideOf(cx, cy, dx, dy, bx, by);
            if (a.sign * b.sign > 0)
                continue;
            if (c.sign * d.sign == 0 || a.sign * b.sign == 0)
                return false;
            Crossing crossing;
            crossing.ring = edge.ring;
            crossing.start = edge.start;
            crossing.along = a.value / (a.value - b.value);
            crossing.leafRing = other.ring;
            crossing.leafStart = other.start;
            crossing.leafAlong = c.value / (c.value - d.value);
            crossing.x = ax + crossing.along * (bx - ax);
            crossing.y = ay + crossing.along * (by - ay);
            // On an edge along an axis exactly, so that what is cut there fits together.
            if (cx == dx)
                crossing.x = cx;
            if (cy == dy)
                crossing.y = cy;
            crossing.inward = d.sign > 0;
            m_crossings.push_back(crossing);
        }
    }
    return true;
}

/// Orders the crossings along both borders. False when the order makes no sense.
bool RingClip::linkCrossings(const Rings& polygon, const Rings& leaf)
{
    const auto count = static_cast<int>(m_crossings.size());
    if (count == 0)
        return true;
    std::sort(m_crossings.begin(), m_crossings.end(), [](const Crossing& one, const Crossing& two) {
        return std::tie(one.start, one.along) < std::tie(two.start, two.along);
    });
    const auto at = [this](int number) -> Crossing& {
        return m_crossings[static_cast<size_t>(number)];
    };
    for (int first = 0; first < count;) {
        const size_t ring = at(first).ring;
        const size_t vertex = polygon.begins[ring];
        bool inside = holdsPoint(leaf, polygon.x[vertex], polygon.y[vertex]);
        int i = first;
        for (; i < count && at(i).ring == ring; ++i) {
            inside = !inside;
            at(i).enters = inside;
            at(i).next = i + 1;
        }
        if ((i - first) % 2 != 0)
            return false;
        at(i - 1).next = first;
        first = i;
    }
    m_byLeaf.resize(m_crossings.size());
    for (int i = 0; i < count; ++i)
        m_byLeaf[static_cast<size_t>(i)] = i;
    std::sort(m_byLeaf.begin(), m_byLeaf.end(), [&at](int one, int two) {
        return std::tie(at(one).leafStart, at(one).leafAlong) <
               std::tie(at(two).leafStart, at(two).leafAlong);
    });
    for (size_t first = 0; first < m_byLeaf.size();) {
        const size_t ring = at(m_byLeaf[first]).leafRing;
        size_t end = first;
        while (end < m_byLeaf.size() && at(m_byLeaf[end]).leafRing == ring)
            ++end;
        for (size_t i = first; i < end; ++i) {
            Crossing& one = at(m_byLeaf[i]);
            one.leafNext = m_byLeaf[i + 1 == end ? first : i + 1];
            one.leafPrev = m_byLeaf[i == first ? end - 1 : i - 1];
            // Along the leaf's border it goes into the polygon and out of it by turns.
            if (at(one.leafNext).inward == one.inward)
                return false;
        }
        first = end;
    }
    return true;
}

/// Walks around each part: on the polygon's border through the leaf, then on the leaf's border
/// through the polygon, and so on until back.
bool RingClip::follow(const Rings& polygon, const Rings& leaf)
{
    const auto put = [this](double x, double y) {
        m_piece.x.push_back(x);
        m_piece.y.push_back(y);
    };
    for (Crossing& begin : m_crossings) {
        if (!begin.enters || begin.used)
            continue;
        const size_t first = m_piece.x.size();
        m_piece.begins.push_back(first);
        m_piece.holes.push_back(0);
        Crossing* from = &begin;
        do {
            if (from->used || !from->enters)
                return false;
            from->used = true;
            put(from->x, from->y);
            const Crossing& out = m_crossings[static_cast<size_t>(from->next)];
            if (out.enters)
                return false;
            if (out.start != from->start || out.along <= from->along) {
                const size_t last = polygon.end(from->ring) - 1;
                size_t i = from->start;
                do {
                    i = i + 1 == last ? polygon.begins[from->ring] : i + 1;
                    put(polygon.x[i], polygon.y[i]);
                } while (i != out.start);
            }
            put(out.x, out.y);
            const size_t start = leaf.begins[out.leafRing];
            const size_t last = leaf.end(out.leafRing) - 1;
            Crossing& in =
                m_crossings[static_cast<size_t>(out.inward ? out.leafNext : out.leafPrev)];
            size_t i = out.leafStart;
            if (out.inward && (in.leafStart != i || in.leafAlong <= out.leafAlong)) {
                do {
                    i = i + 1 == last ? start : i + 1;
                    put(leaf.x[i], leaf.y[i]);
                } while (i != in.leafStart);
            } else if (!out.inward && (in.leafStart != i || in.leafAlong >= out.leafAlong)) {
                do {
                    put(leaf.x[i], leaf.y[i]);
                    i = i == start ? last - 1 : i - 1;
                } while (i != in.leafStart);
            }
            from = &in;
        } while (from != &begin);
        put(begin.x, begin.y);
        m_piece.holes.back() = twiceArea(m_piece, m_piece.count() - 1) < 0 ? 1 : 0;
    }
    return true;
}

void RingClip::addRing(const Rings& from, size_t ring)
{
    const auto begin = static_cast<std::ptrdiff_t>(from.begins[ring]);
    const auto end = static_cast<std::ptrdiff_t>(from.end(ring));
    m_piece.begins.push_back(m_piece.x.size());
    m_piece.holes.push_back(from.holes[ring]);
    m_piece.x.insert(m_piece.x.end(), from.x.begin() + begin, from.x.begin() + end);
    m_piece.y.insert(m_piece.y.end(), from.y.begin() + begin, from.y.begin() + end);
}

/// Of one ring.
Box RingClip::boxOf(const Rings& rings, size_t ring)
{
    const auto at = [ring, &rings](const std::vector<double>& values) {
        const auto [least, most] =
            std::minmax_element(values.begin() + static_cast<std::ptrdiff_t>(rings.begins[ring]),
                                values.begin() + static_cast<std::ptrdiff_t>(rings.end(ring)));
        return std::pair(*least, *most);
    };
    const auto [west, east] = at(rings.x);
    const auto [south, north] = at(rings.y);
    return {west, south, east, north};
}

/// Puts every hole behind its shell. False when one has none.
bool RingClip::sortHoles()
{
    if (std::find(m_piece.holes.begin(), m_piece.holes.end(), 1) == m_piece.holes.end())
        return true;
    std::swap(m_piece, m_sorted);
    m_piece.clear();
    const Rings& given = m_sorted;
    m_holes.clear();
    for (size_t ring = 0; ring < given.count(); ++ring) {
        if (given.holes[ring])
            m_holes.push_back(ring);
    }
    size_t placed = 0;
    for (size_t shell = 0; shell < given.count(); ++shell) {
        if (given.holes[shell])
            continue;
        addRing(given, shell);
        ++placed;
        const Box box = boxOf(given, shell);
        for (const size_t hole : m_holes) {
            if (isInterrupted())
                return false;
            const double x = given.x[given.begins[hole]];
            const double y = given.y[given.begins[hole]];
            if (box.meets({x, y, x, y}) && ringHolds(given, shell, x, y)) {
                addRing(given, hole);
                ++placed;
            }
        }
    }
    return placed == given.count();
}

} // namespace checkup::spatial
