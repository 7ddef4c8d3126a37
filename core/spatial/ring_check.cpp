#include "core/spatial/ring_check.h"

#include "core/spatial/ring_edges.h"

#include <limits>

namespace checkup::spatial {

using gdal::Rings;

namespace {

constexpr size_t runLength = 8;
constexpr double far = std::numeric_limits<double>::infinity();
constexpr Box nowhere{far, far, -far, -far};

void widen(Box& box, const Box& by)
{
    box.minX = std::min(box.minX, by.minX);
    box.minY = std::min(box.minY, by.minY);
    box.maxX = std::max(box.maxX, by.maxX);
    box.maxY = std::max(box.maxY, by.maxY);
}

/// Whether all edges run the same way around one place, once: then no two of them meet.
bool surelyStar(const Rings& rings)
{
    const std::vector<double>& x = rings.x;
    const std::vector<double>& y = rings.y;
    const size_t edges = x.size() - 1;
    double middleX = 0;
    double middleY = 0;
    for (size_t i = 0; i < edges; ++i) {
        middleX += x[i];
        middleY += y[i];
    }
    middleX /= static_cast<double>(edges);
    middleY /= static_cast<double>(edges);
    size_t left = 0;
    size_t right = 0;
    int upward = 0;
    int downward = 0;
    for (size_t i = 0; i < edges; ++i) {
        const int sign = sideOf(x[i], y[i], x[i + 1], y[i + 1], middleX, middleY).sign;
        left += sign > 0 ? 1 : 0;
        right += sign < 0 ? 1 : 0;
        upward += y[i] < middleY && y[i + 1] >= middleY ? 1 : 0;
        downward += y[i] >= middleY && y[i + 1] < middleY ? 1 : 0;
    }
    return (left == edges || right == edges) && upward == 1 && downward == 1;
}

/// With rings that do not touch: holes in their shell and not in one another, shells not in
/// another polygon.
bool wellNested(const Rings& rings)
{
    constexpr size_t many = 30; // each is held against each
    if (rings.count() == 1)
        return true;
    if (rings.count() > many)
        return false;
    const auto holds = [&rings](size_t ring, size_t other) {
        const size_t first = rings.begins[other];
        return ringHolds(rings, ring, rings.x[first], rings.y[first]);
    };
    size_t shell = 0;
    for (size_t ring = 0; ring < rings.count(); ++ring) {
        if (!rings.holes[ring])
            shell = ring;
        for (size_t other = 0; other < rings.count(); ++other) {
            if (other == ring)
                continue;
            // The only ring that may hold another: the shell its own holes.
            const bool own = rings.holes[ring] && other == shell;
            if (holds(other, ring) != own)
                return false;
        }
    }
    return true;
}

} // namespace

bool RingCheck::surelyValid(const Rings& rings)
{
    if (rings.count() == 0 || rings.holes.front())
        return false;
    for (size_t ring = 0; ring < rings.count(); ++ring) {
        const size_t begin = rings.begins[ring];
        const size_t last = rings.end(ring) - 1;
        if (last < begin + 3 || rings.x[begin] != rings.x[last] || rings.y[begin] != rings.y[last])
            return false;
    }
    if (rings.count() == 1 && surelyStar(rings))
        return true;
    if (!neighboursApart(rings))
        return false;
    const size_t runs = (m_edges.size() + runLength - 1) / runLength;
    m_runs = 1;
    while (m_runs < runs)
        m_runs *= 2;
    m_boxes.assign(2 * m_runs, nowhere);
    for (size_t i = 0; i < m_edges.size(); ++i)
        widen(m_boxes[m_runs + i / runLength], m_edgeBoxes[i]);
    for (size_t node = m_runs - 1; node > 0; --node) {
        m_boxes[node] = m_boxes[2 * node];
        widen(m_boxes[node], m_boxes[2 * node + 1]);
    }
    return apartWithin(rings, 1) && wellNested(rings);
}

/// Lists the edges; false where one has no length or the next turns straight back on it.
bool RingCheck::neighboursApart(const Rings& rings)
{
    m_edges.clear();
    m_edgeBoxes.clear();
    for (size_t ring = 0; ring < rings.count(); ++ring) {
        const size_t begin = rings.begins[ring];
        const size_t last = rings.end(ring) - 1;
        for (size_t i = begin; i < last; ++i) {
            const size_t next = i + 1 == last ? begin : i + 1;
            const double dx = rings.x[i + 1] - rings.x[i];
            const double dy = rings.y[i + 1] - rings.y[i];
            const double nextX = rings.x[next + 1] - rings.x[next];
            const double nextY = rings.y[next + 1] - rings.y[next];
            // Written so that what is no number is not apart.
            if (!(std::abs(dx) + std::abs(dy) > 0))
                return false;
            if (!(dx * nextX + dy * nextY >= 0) &&
                sideOf(rings.x[i], rings.y[i], rings.x[i + 1], rings.y[i + 1], rings.x[next + 1],
                       rings.y[next + 1])
                        .sign == 0)
                return false;
            m_edges.push_back({i, next});
            m_edgeBoxes.push_back(edgeBox(rings, i));
        }
    }
    return true;
}

bool RingCheck::apart(const Rings& rings, const Edge& one, const Edge& other) const
{
    if (one.next == other.start || other.next == one.start)
        return true;
    const auto side = [&rings](size_t edge, size_t point) {
        return sideOf(rings.x[edge], rings.y[edge], rings.x[edge + 1], rings.y[edge + 1],
                      rings.x[point], rings.y[point])
            .sign;
    };
    return side(one.start, other.start) * side(one.start, other.start + 1) > 0 ||
           side(other.start, one.start) * side(other.start, one.start + 1) > 0;
}

bool RingCheck::apartWithin(const Rings& rings, size_t node) const
{
    if (node < m_runs)
        return apartWithin(rings, 2 * node) && apartWithin(rings, 2 * node + 1) &&
               apart(rings, 2 * node, 2 * node + 1);
    const size_t begin = (node - m_runs) * runLength;
    const size_t end = std::min(begin + runLength, m_edges.size());
    for (size_t i = begin; i < end; ++i) {
        for (size_t j = i + 1; j < end; ++j) {
            if (m_edgeBoxes[i].meets(m_edgeBoxes[j]) && !apart(rings, m_edges[i], m_edges[j]))
                return false;
        }
    }
    return true;
}

/// Edges below one node from those below another of the same level.
bool RingCheck::apart(const Rings& rings, size_t node, size_t other) const
{
    if (!m_boxes[node].meets(m_boxes[other]))
        return true;
    if (node < m_runs)
        return apart(rings, 2 * node, 2 * other) && apart(rings, 2 * node, 2 * other + 1) &&
               apart(rings, 2 * node + 1, 2 * other) && apart(rings, 2 * node + 1, 2 * other + 1);
    const size_t begin = (node - m_runs) * runLength;
    const size_t end = std::min(begin + runLength, m_edges.size());
    const size_t otherBegin = (other - m_runs) * runLength;
    const size_t otherEnd = std::min(otherBegin + runLength, m_edges.size());
    for (size_t i = begin; i < end; ++i) {
        if (!m_edgeBoxes[i].meets(m_boxes[other]))
            continue;
        for (size_t j = otherBegin; j < otherEnd; ++j) {
            if (m_edgeBoxes[i].meets(m_edgeBoxes[j]) && !apart(rings, m_edges[i], m_edges[j]))
                return false;
        }
    }
    return true;
}

} // namespace checkup::spatial
