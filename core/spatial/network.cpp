#include "core/spatial/network.h"

#include <tbb/parallel_invoke.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <queue>

namespace checkup::spatial {

using gdal::Rings;

namespace {

/// Numbers places by the vertices that lie there: the first of them stands for all.
class Places
{
public:
    Places(const std::vector<double>& x, const std::vector<double>& y)
        : m_x(x)
        , m_y(y)
        , m_slots(std::bit_ceil(x.size() + x.size() / 2 + 1), none)
    {}

    std::uint32_t at(std::uint32_t vertex)
    {
        std::uint64_t hash = std::bit_cast<std::uint64_t>(m_x[vertex]) * 0x9E3779B97F4A7C15U;
        hash ^= std::bit_cast<std::uint64_t>(m_y[vertex]) * 0xC2B2AE3D27D4EB4FU;
        hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9U;
        hash ^= hash >> 32;
        for (size_t slot = hash & (m_slots.size() - 1);; slot = (slot + 1) & (m_slots.size() - 1)) {
            std::uint32_t& known = m_slots[slot];
            if (known == none)
                known = vertex;
            if (m_x[known] == m_x[vertex] && m_y[known] == m_y[vertex])
                return known;
        }
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    const std::vector<double>& m_x;
    const std::vector<double>& m_y;
    std::vector<std::uint32_t> m_slots;
};

double square(double value)
{
    return value * value;
}

/// In the order of edges, and along these.
void sortByEdge(std::vector<Source>& sources)
{
    std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) {
        return std::tie(a.foot.edge, a.foot.along, a.cost) <
               std::tie(b.foot.edge, b.foot.along, b.cost);
    });
}

} // namespace

void Network::addLines(const Rings& lines, const Way& way, bool looseBegin, bool looseEnd)
{
    for (size_t line = 0; line < lines.count(); ++line) {
        m_lines.push_back({m_x.size(), way, looseBegin, looseEnd});
        for (size_t i = lines.begins[line]; i < lines.end(line); ++i) {
            // Minus zero and zero are one place.
            const double x = lines.x[i] + 0.0;
            const double y = lines.y[i] + 0.0;
            if (m_x.size() > m_lines.back().first && m_x.back() == x && m_y.back() == y)
                continue;
            m_x.push_back(x);
            m_y.push_back(y);
        }
        if (m_x.size() - m_lines.back().first < 2) { // not a line
            m_x.resize(m_lines.back().first);
            m_y.resize(m_x.size());
            m_lines.pop_back();
        }
    }
}

void Network::build(const Ground& ground)
{
    m_ground = ground;
    std::vector<int> nodes;
    tbb::parallel_invoke([this, &nodes] { nodes = nodesOfVertices(); }, [this] { buildPieces(); });
    buildEdges(nodes);
    m_x = {};
    m_y = {};
    m_lines = {};
    buildArcs();
}

std::vector<int> Network::nodesOfVertices()
{
    // A vertex that lines share, or that a line passes twice, is a node, as are ends.
    constexpr int end = 2;
    std::vector<std::uint32_t> places(m_x.size());
    std::vector<int> numbers(m_x.size(), 0); // uses, of the vertex that stands for a place
    Places known(m_x, m_y);
    for (size_t line = 0; line < m_lines.size(); ++line) {
        const size_t last = endOf(line);
        for (size_t i = m_lines[line].first; i < last; ++i) {
            const bool isEnd = i == m_lines[line].first || i + 1 == last;
            places[i] = isLoose(line, i) ? static_cast<std::uint32_t>(i)
                                         : known.at(static_cast<std::uint32_t>(i));
            numbers[places[i]] += isEnd ? end : 1;
        }
    }
    for (size_t i = 0; i < places.size(); ++i) {
        if (places[i] < i)
            numbers[i] = numbers[places[i]];
        else
            numbers[i] = numbers[i] >= end ? static_cast<int>(m_nodes++) : -1;
    }
    return numbers;
}

void Network::buildPieces()
{
    m_grid.reserve(m_x.size());
    m_pieces.reserve(m_x.size());
    for (size_t line = 0; line < m_lines.size(); ++line) {
        for (size_t i = m_lines[line].first + 1; i < endOf(line); ++i) {
            const double length =
                std::sqrt(square(m_x[i] - m_x[i - 1]) + square(m_y[i] - m_y[i - 1])) /
                m_ground.scaleAt((m_x[i] + m_x[i - 1]) / 2, (m_y[i] + m_y[i - 1]) / 2);
            m_grid.add(m_x[i - 1], m_y[i - 1], m_x[i], m_y[i]);
            m_pieces.push_back({0, 0, length});
        }
    }
    m_grid.build();
}

void Network::buildEdges(const std::vector<int>& nodes)
{
    size_t number = 0; // of the piece
    for (size_t line = 0; line < m_lines.size(); ++line) {
        Edge edge;
        edge.way = m_lines[line].way;
        edge.first = number;
        edge.from = nodes[m_lines[line].first];
        for (size_t i = m_lines[line].first + 1; i < endOf(line); ++i) {
            Piece& piece = m_pieces[number++];
            piece.edge = static_cast<int>(m_edges.size());
            piece.before = edge.length;
            edge.length += piece.length;
            if (nodes[i] < 0)
                continue;
            edge.to = nodes[i];
            edge.last = number;
            m_edges.push_back(edge);
            m_length += edge.length;
            edge = {nodes[i], 0, 0, edge.way, number, 0};
        }
    }
}

void Network::buildArcs()
{
    m_arcsOf.assign(m_nodes + 1, 0);
    for (const Edge& edge : m_edges) {
        if (edge.from == edge.to)
            continue;
        ++m_arcsOf[static_cast<size_t>(edge.from) + 1];
        ++m_arcsOf[static_cast<size_t>(edge.to) + 1];
    }
    for (size_t node = 0; node < m_nodes; ++node)
        m_arcsOf[node + 1] += m_arcsOf[node];
    m_arcs.resize(m_arcsOf.back());
    std::vector<std::uint32_t> next(m_arcsOf.begin(), m_arcsOf.end() - 1);
    for (size_t i = 0; i < m_edges.size(); ++i) {
        const Edge& edge = m_edges[i];
        if (edge.from == edge.to)
            continue;
        const int number = static_cast<int>(i);
        const double there = edge.length * edge.way.forward;
        const double back = edge.length * edge.way.backward;
        m_arcs[next[static_cast<size_t>(edge.from)]++] = {edge.to, number, there, back};
        m_arcs[next[static_cast<size_t>(edge.to)]++] = {edge.from, number, back, there};
    }
}

std::optional<Foot> Network::nearest(double x, double y, double limit) const
{
    const double scale = m_ground.scaleAt(x, y);
    const auto hit = m_grid.nearest(x, y, limit * scale);
    if (!hit)
        return {};
    const Piece& piece = m_pieces[static_cast<size_t>(hit->segment)];
    return Foot{piece.edge, piece.before + hit->share * piece.length, hit->distance / scale};
}

template <class Use>
void Network::starts(const Reach& reach, const Source& source, Use use) const
{
    const Edge& edge = edgeOf(source.foot);
    const Way way = away(reach, edge);
    // Where no metre is gone, a way that is not allowed costs nothing either.
    const auto walk = [](double metres, double each) { return metres > 0 ? metres * each : 0; };
    use(edge.from, source.cost + walk(source.foot.along, way.backward));
    use(edge.to, source.cost + walk(edge.length - source.foot.along, way.forward));
}

template <class Use>
void Network::sourcesOn(const Reach& reach, int edge, Use use) const
{
    if (!reach.onEdge[static_cast<size_t>(edge)])
        return;
    auto source =
        std::lower_bound(reach.sources.begin(), reach.sources.end(), edge,
                         [](const Source& one, int number) { return one.foot.edge < number; });
    for (; source != reach.sources.end() && source->foot.edge == edge; ++source)
        use(*source);
}

template <class Use>
void Network::arcsOf(const Reach& reach, int node, Use use) const
{
    const bool outward = reach.heading == Heading::Outward;
    for (size_t i = m_arcsOf[static_cast<size_t>(node)];
         i < m_arcsOf[static_cast<size_t>(node) + 1]; ++i)
        use(m_arcs[i].node, outward ? m_arcs[i].out : m_arcs[i].back);
}

void Network::search(Reach& reach, std::vector<Source> sources, double bound, Heading heading) const
{
    reach.nodes.resize(m_nodes, infinite);
    reach.onEdge.resize(m_edges.size(), 0);
    for (const int node : reach.touched)
        reach.nodes[static_cast<size_t>(node)] = infinite;
    for (const Source& source : reach.sources)
        reach.onEdge[static_cast<size_t>(source.foot.edge)] = 0;
    reach.touched.clear();
    reach.bound = bound;
    reach.heading = heading;
    reach.sources = std::move(sources);
    sortByEdge(reach.sources);
    using Entry = std::pair<double, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    const auto offer = [&](int node, double cost) {
        double& known = reach.nodes[static_cast<size_t>(node)];
        if (cost > bound || cost >= known)
            return;
        if (known == infinite)
            reach.touched.push_back(node);
        known = cost;
        queue.push({cost, node});
    };
    for (const Source& source : reach.sources) {
        reach.onEdge[static_cast<size_t>(source.foot.edge)] = 1;
        starts(reach, source, offer);
    }
    while (!queue.empty()) {
        const auto [cost, node] = queue.top();
        queue.pop();
        if (cost <= reach.nodes[static_cast<size_t>(node)])
            arcsOf(reach, node,
                   [&, soFar = cost](int other, double more) { offer(other, soFar + more); });
    }
}

Network::Reach Network::reach(std::vector<Source> sources, double bound, Heading heading) const
{
    Reach reach;
    search(reach, std::move(sources), bound, heading);
    reach.connected.assign(m_nodes, 0);
    std::vector<int> found;
    const auto connect = [&](int node, double cost) {
        std::uint8_t& known = reach.connected[static_cast<size_t>(node)];
        if (known || cost == infinite)
            return;
        known = 1;
        found.push_back(node);
    };
    for (const Source& source : reach.sources)
        starts(reach, source, connect);
    while (!found.empty()) {
        const int node = found.back();
        found.pop_back();
        arcsOf(reach, node, connect);
    }
    return reach;
}

void Network::dropNeedless(std::vector<Source>& sources, Heading heading) const
{
    // More than rounding can be, in metres or minutes: where one source is that much nearer than
    // another at this one's own place, it is nearer wherever either leads.
    constexpr double surely = 1e-6;
    sortByEdge(sources);
    std::vector<std::uint8_t> needless(sources.size(), 0);
    for (size_t first = 0; first < sources.size();) {
        size_t end = first;
        while (end < sources.size() && sources[end].foot.edge == sources[first].foot.edge)
            ++end;
        const Way way = away(heading, edgeOf(sources[first].foot));
        const auto sweep = [&](size_t begin, size_t count, int step, double each) {
            const Source* nearest = nullptr; // so far, as seen from the next
            double cost = infinite;
            for (size_t i = 0; i < count; ++i) {
                const size_t number = step > 0 ? begin + i : begin - i;
                const Source& one = sources[number];
                if (nearest) {
                    const double apart = std::abs(one.foot.along - nearest->foot.along);
                    cost = apart > 0 ? nearest->cost + apart * each : nearest->cost;
                    if (cost + surely < one.cost)
                        needless[number] = 1;
                }
                if (!nearest || one.cost <= cost)
                    nearest = &one;
            }
        };
        sweep(first, end - first, 1, way.forward);
        sweep(end - 1, end - first, -1, way.backward);
        for (size_t i = first + 1; i < end; ++i) {
            if (sources[i].foot.along == sources[i - 1].foot.along &&
                sources[i].cost == sources[i - 1].cost)
                needless[i] = 1;
        }
        first = end;
    }
    size_t kept = 0;
    for (size_t i = 0; i < sources.size(); ++i) {
        if (!needless[i])
            sources[kept++] = sources[i];
    }
    sources.resize(kept);
}

double Network::cost(const Reach& reach, const Foot& foot) const
{
    const Edge& edge = edgeOf(foot);
    const Way way = away(reach, edge);
    const auto walk = [](double metres, double each) { return metres > 0 ? metres * each : 0; };
    double least = std::min(
        reach.nodes[static_cast<size_t>(edge.from)] + walk(foot.along, way.forward),
        reach.nodes[static_cast<size_t>(edge.to)] + walk(edge.length - foot.along, way.backward));
    sourcesOn(reach, foot.edge, [&](const Source& source) {
        const double apart = foot.along - source.foot.along;
        least = std::min(least, source.cost + (apart >= 0 ? walk(apart, way.forward)
                                                          : walk(-apart, way.backward)));
    });
    return least;
}

bool Network::isConnected(const Reach& reach, const Foot& foot) const
{
    const Edge& edge = edgeOf(foot);
    const Way way = away(reach, edge);
    if (reach.connected[static_cast<size_t>(edge.from)] &&
        (way.forward < infinite || foot.along <= 0))
        return true;
    if (reach.connected[static_cast<size_t>(edge.to)] &&
        (way.backward < infinite || foot.along >= edge.length))
        return true;
    bool any = false;
    sourcesOn(reach, foot.edge, [&](const Source& source) {
        const double apart = foot.along - source.foot.along;
        any = any || apart == 0 || (apart > 0 ? way.forward : way.backward) < infinite;
    });
    return any;
}

void Network::stretches(const Reach& reach, int number, double bound,
                        std::vector<Stretch>& parts) const
{
    parts.clear();
    const Edge& edge = m_edges[static_cast<size_t>(number)];
    const Way way = away(reach, edge);
    const auto add = [&](double from, double to) {
        parts.push_back({std::max(0.0, from), std::min(edge.length, to)});
    };
    // How far what is left to spend goes; infinitely dear goes nowhere.
    const auto left = [&](double spent, double each) { return (bound - spent) / each; };
    if (const double at = reach.nodes[static_cast<size_t>(edge.from)]; at <= bound)
        add(0, left(at, way.forward));
    sourcesOn(reach, number, [&](const Source& source) {
        if (source.cost <= bound)
            add(source.foot.along - left(source.cost, way.backward),
                source.foot.along + left(source.cost, way.forward));
    });
    if (const double at = reach.nodes[static_cast<size_t>(edge.to)]; at <= bound)
        add(edge.length - left(at, way.backward), edge.length);
    std::sort(parts.begin(), parts.end(),
              [](const Stretch& a, const Stretch& b) { return a.from < b.from; });
    size_t kept = 0;
    for (size_t i = 1; i < parts.size(); ++i) {
        if (parts[i].from <= parts[kept].to)
            parts[kept].to = std::max(parts[kept].to, parts[i].to);
        else
            parts[++kept] = parts[i];
    }
    if (!parts.empty())
        parts.resize(kept + 1);
}

} // namespace checkup::spatial
