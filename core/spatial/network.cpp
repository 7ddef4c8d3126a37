#include "core/spatial/network.h"

#include <QHash>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <queue>

namespace checkup::spatial {

using gdal::Rings;

namespace {

struct Corner
{
    double x = 0, y = 0;
    bool operator==(const Corner&) const = default;
};

size_t qHash(const Corner& corner, size_t seed = 0)
{
    return qHashMulti(seed, std::bit_cast<quint64>(corner.x), std::bit_cast<quint64>(corner.y));
}

constexpr double infinite = std::numeric_limits<double>::infinity();

} // namespace

void Network::addLines(const Rings& lines)
{
    for (size_t line = 0; line < lines.count(); ++line) {
        m_lines.push_back(m_x.size());
        for (size_t i = lines.begins[line]; i < lines.end(line); ++i) {
            // Minus zero and zero are one place.
            const double x = lines.x[i] + 0.0;
            const double y = lines.y[i] + 0.0;
            if (m_x.size() > m_lines.back() && m_x.back() == x && m_y.back() == y)
                continue;
            m_x.push_back(x);
            m_y.push_back(y);
        }
    }
}

void Network::build()
{
    const auto endOf = [this](size_t line) {
        return line + 1 < m_lines.size() ? m_lines[line + 1] : m_x.size();
    };
    // A vertex that lines share, or that a line passes twice, is a node, as are ends.
    QHash<Corner, int> places;
    places.reserve(static_cast<qsizetype>(m_x.size()));
    constexpr int end = 2;
    for (size_t line = 0; line < m_lines.size(); ++line) {
        for (size_t i = m_lines[line]; i < endOf(line); ++i) {
            const bool isEnd = i == m_lines[line] || i + 1 == endOf(line);
            places[{m_x[i], m_y[i]}] += isEnd ? end : 1;
        }
    }
    for (int& uses : places)
        uses = uses >= end ? -1 : 0; // becomes the node's number below; 0: not a node
    int nodes = 0;
    const auto nodeAt = [&](size_t vertex) -> std::optional<int> {
        int& place = places[{m_x[vertex], m_y[vertex]}];
        if (place == 0)
            return {};
        if (place < 0)
            place = ++nodes;
        return place - 1;
    };
    for (size_t line = 0; line < m_lines.size(); ++line) {
        const size_t last = endOf(line);
        if (last - m_lines[line] < 2)
            continue;
        Edge edge;
        edge.first = m_lines[line];
        edge.from = *nodeAt(edge.first);
        for (size_t i = edge.first + 1; i < last; ++i) {
            const int number = static_cast<int>(m_edges.size());
            m_segments.push_back({number, i - 1, edge.length});
            edge.length += std::hypot(m_x[i] - m_x[i - 1], m_y[i] - m_y[i - 1]);
            const std::optional<int> node = nodeAt(i);
            if (!node)
                continue;
            edge.to = *node;
            edge.last = i;
            m_edges.push_back(edge);
            m_length += edge.length;
            edge = {*node, 0, 0, i, i};
        }
    }
    m_nodes = static_cast<size_t>(nodes);

    m_neighbours.assign(m_nodes, {});
    std::vector<int> parent(m_nodes);
    std::iota(parent.begin(), parent.end(), 0);
    const auto root = [&parent](int node) {
        while (parent[static_cast<size_t>(node)] != node)
            node = parent[static_cast<size_t>(node)] =
                parent[static_cast<size_t>(parent[static_cast<size_t>(node)])];
        return node;
    };
    for (size_t i = 0; i < m_edges.size(); ++i) {
        const Edge& edge = m_edges[i];
        m_neighbours[static_cast<size_t>(edge.from)].push_back(static_cast<int>(i));
        if (edge.to != edge.from)
            m_neighbours[static_cast<size_t>(edge.to)].push_back(static_cast<int>(i));
        const int a = root(edge.from);
        const int b = root(edge.to);
        parent[static_cast<size_t>(std::max(a, b))] = std::min(a, b);
    }
    m_components.resize(m_nodes);
    for (size_t node = 0; node < m_nodes; ++node)
        m_components[node] = root(static_cast<int>(node));

    if (m_segments.empty())
        return;
    const auto [west, east] = std::minmax_element(m_x.begin(), m_x.end());
    const auto [south, north] = std::minmax_element(m_y.begin(), m_y.end());
    m_minX = *west;
    m_minY = *south;
    // About as many cells as segments, but no fewer metres than keep the grid's size in bounds.
    const double width = *east - *west;
    const double height = *north - *south;
    m_cell = std::max({1.0, std::sqrt(width * height / static_cast<double>(m_segments.size())),
                       width / 4000, height / 4000});
    m_columns = static_cast<int>(width / m_cell) + 1;
    m_rows = static_cast<int>(height / m_cell) + 1;
    m_grid.assign(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows), {});
    for (size_t i = 0; i < m_segments.size(); ++i) {
        const size_t a = m_segments[i].start;
        const auto [x1, x2] = std::minmax(m_x[a], m_x[a + 1]);
        const auto [y1, y2] = std::minmax(m_y[a], m_y[a + 1]);
        for (int row = cellOf(y1, m_minY, m_rows); row <= cellOf(y2, m_minY, m_rows); ++row) {
            for (int column = cellOf(x1, m_minX, m_columns);
                 column <= cellOf(x2, m_minX, m_columns); ++column)
                m_grid[static_cast<size_t>(row) * static_cast<size_t>(m_columns) +
                       static_cast<size_t>(column)]
                    .push_back(static_cast<int>(i));
        }
    }
}

int Network::cellOf(double value, double origin, int count) const
{
    return static_cast<int>(std::clamp(std::floor((value - origin) / m_cell), 0.0, count - 1.0));
}

std::optional<Foot> Network::nearest(double x, double y, double limit) const
{
    if (m_segments.empty())
        return {};
    std::optional<Foot> best;
    double reached = limit;
    const auto look = [&](int column, int row) {
        for (const int number : m_grid[static_cast<size_t>(row) * static_cast<size_t>(m_columns) +
                                       static_cast<size_t>(column)]) {
            const Segment& segment = m_segments[static_cast<size_t>(number)];
            const size_t a = segment.start;
            const double dx = m_x[a + 1] - m_x[a];
            const double dy = m_y[a + 1] - m_y[a];
            const double length = std::hypot(dx, dy);
            const double share =
                std::clamp(((x - m_x[a]) * dx + (y - m_y[a]) * dy) / (length * length), 0.0, 1.0);
            const double away = std::hypot(m_x[a] + share * dx - x, m_y[a] + share * dy - y);
            const bool nearer = best ? away < best->distance ||
                                           (away == best->distance && segment.edge < best->edge)
                                     : away <= limit;
            if (nearer) {
                best = Foot{segment.edge, segment.before + share * length, away};
                reached = away;
            }
        }
    };
    // Rings of cells around the point's own, until no nearer segment can lie further out.
    const int column = cellOf(x, m_minX, m_columns);
    const int row = cellOf(y, m_minY, m_rows);
    const double insideX =
        std::min(x - (m_minX + column * m_cell), m_minX + (column + 1) * m_cell - x);
    const double insideY = std::min(y - (m_minY + row * m_cell), m_minY + (row + 1) * m_cell - y);
    const double inside = std::max(0.0, std::min(insideX, insideY));
    const double outside = std::max({0.0, -insideX, -insideY});
    const int furthest = std::max(m_columns, m_rows);
    for (int ring = 0; ring <= furthest; ++ring) {
        // What lies in this ring is at least so far away; a point beside the grid is further still.
        if (ring > 0 && outside == 0 && (ring - 1) * m_cell + inside > reached)
            break;
        if (outside > 0 && ring > 0 && (ring - 1) * m_cell > reached + outside)
            break;
        for (int r = row - ring; r <= row + ring; ++r) {
            if (r < 0 || r >= m_rows)
                continue;
            const bool edgeRow = r == row - ring || r == row + ring;
            for (int c = column - ring; c <= column + ring;
                 c += edgeRow || ring == 0 ? 1 : 2 * ring) {
                if (c >= 0 && c < m_columns)
                    look(c, r);
            }
        }
    }
    return best;
}

Network::Reach Network::reach(const std::vector<Foot>& feet, double bound) const
{
    Reach reach;
    reach.nodes.assign(m_nodes, infinite);
    reach.byEdge.resize(m_edges.size());
    std::vector<std::uint8_t> servedComponents(m_nodes, 0);
    using Entry = std::pair<double, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    const auto offer = [&](int node, double distance) {
        double& known = reach.nodes[static_cast<size_t>(node)];
        if (distance <= bound && distance < known) {
            known = distance;
            queue.push({distance, node});
        }
    };
    for (const Foot& foot : feet) {
        const Edge& edge = m_edges[static_cast<size_t>(foot.edge)];
        reach.byEdge[static_cast<size_t>(foot.edge)].push_back(foot.along);
        servedComponents[static_cast<size_t>(m_components[static_cast<size_t>(edge.from)])] = 1;
        offer(edge.from, foot.along);
        offer(edge.to, edge.length - foot.along);
    }
    while (!queue.empty()) {
        const auto [distance, node] = queue.top();
        queue.pop();
        if (distance > reach.nodes[static_cast<size_t>(node)])
            continue;
        for (const int number : m_neighbours[static_cast<size_t>(node)]) {
            const Edge& edge = m_edges[static_cast<size_t>(number)];
            offer(edge.from == node ? edge.to : edge.from, distance + edge.length);
        }
    }
    reach.served.resize(m_edges.size());
    for (size_t i = 0; i < m_edges.size(); ++i)
        reach.served[i] = servedComponents[static_cast<size_t>(
            m_components[static_cast<size_t>(m_edges[i].from)])];
    return reach;
}

double Network::distance(const Reach& reach, const Foot& foot) const
{
    const Edge& edge = m_edges[static_cast<size_t>(foot.edge)];
    double nearest = std::min(reach.nodes[static_cast<size_t>(edge.from)] + foot.along,
                              reach.nodes[static_cast<size_t>(edge.to)] + edge.length - foot.along);
    for (const double along : reach.byEdge[static_cast<size_t>(foot.edge)])
        nearest = std::min(nearest, std::abs(along - foot.along));
    return nearest;
}

} // namespace checkup::spatial
