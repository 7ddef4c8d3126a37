#pragma once

#include "core/gdal/layer_reader.h"
#include "core/spatial/ground.h"
#include "core/spatial/segment_grid.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace checkup::spatial {

/// No way there.
inline constexpr double infinite = std::numeric_limits<double>::infinity();

/// What a metre of road costs, along the line as drawn and against it; infinite: not allowed.
struct Way
{
    double forward = 1, backward = 1;
};

/// Where a point meets the network. Metres on the ground.
struct Foot
{
    int edge = -1;
    double along = 0;    ///< m from the edge's first node
    double distance = 0; ///< m from the point
};

/// Where a search begins, and what was spent to get there.
struct Source
{
    Foot foot;
    double cost = 0;
};

/// Which way a search runs; they differ where roads are one-way.
enum class Heading {
    Outward, ///< from the sources to the places: fire engines
    Inward   ///< from the places to the sources: people going to a facility
};

/// Part of an edge, metres from its first node.
struct Stretch
{
    double from = 0, to = 0;
};

/// A road network made of lines in a metric plane. Lines meet where they share a vertex; an edge
/// runs from one such vertex, or a line's end, to the next. Built once, then read by any number of
/// threads.
class Network
{
public:
    /// Adds a line's parts; coordinates in metres. A loose end meets nothing, whatever lies there.
    void addLines(const gdal::Rings& lines, const Way& way = {}, bool looseBegin = false,
                  bool looseEnd = false);
    void build(const Ground& ground = {});

    size_t edges() const { return m_edges.size(); }
    size_t nodes() const { return m_nodes; }
    double length() const { return m_length; } ///< m on the ground, all edges
    const Ground& ground() const { return m_ground; }
    /// Of the roads.
    const Box& extent() const { return m_grid.extent(); }

    /// The nearest place within `limit` metres; of equals the earliest edge.
    std::optional<Foot> nearest(double x, double y, double limit) const;
    double edgeLength(int edge) const { return m_edges[static_cast<size_t>(edge)].length; }

    /// What it costs from or to the nearest of several sources, up to a bound.
    struct Reach
    {
        double bound = 0;
        Heading heading = Heading::Outward;
        std::vector<double> nodes;           ///< infinite beyond the bound
        std::vector<std::uint8_t> connected; ///< nodes with any way, however long
        std::vector<Source> sources;         ///< by edge
        std::vector<std::uint8_t> onEdge;    ///< edges that have sources
        std::vector<int> touched;            ///< nodes within the bound
    };
    Reach reach(std::vector<Source> sources, double bound,
                Heading heading = Heading::Outward) const;
    /// Drops the sources that no cost comes from, because others on their edge are surely nearer
    /// everywhere; the rest are in the order of edges.
    void dropNeedless(std::vector<Source>& sources, Heading heading) const;
    /// The same over and over in one Reach, at the cost of what is reached only; who is connected
    /// is not found out.
    void search(Reach& reach, std::vector<Source> sources, double bound, Heading heading) const;
    /// Calls `use` with every edge that a search reaches any of, some more than once.
    template <class Use>
    void edgesOf(const Reach& reach, Use use) const
    {
        for (const Source& source : reach.sources)
            use(source.foot.edge);
        for (const int node : reach.touched) {
            for (size_t i = m_arcsOf[static_cast<size_t>(node)];
                 i < m_arcsOf[static_cast<size_t>(node) + 1]; ++i)
                use(m_arcs[i].edge);
        }
    }
    /// Exact up to the bound, and something larger beyond.
    double cost(const Reach& reach, const Foot& foot) const;
    /// Whether there is any way at all, however long.
    bool isConnected(const Reach& reach, const Foot& foot) const;

    /// The parts of an edge within a bound (at most the search's), in order, not touching one
    /// another.
    void stretches(const Reach& reach, int edge, double bound, std::vector<Stretch>& parts) const;
    /// Calls `use(ax, ay, bx, by)` with the straight pieces of a stretch, in the plane.
    template <class Use>
    void draw(int edge, const Stretch& stretch, Use use) const
    {
        const Edge& all = m_edges[static_cast<size_t>(edge)];
        double before = 0;
        for (size_t i = all.first; i < all.last; ++i) {
            const double length = m_pieces[i].length;
            const double from = std::max(0.0, (stretch.from - before) / length);
            const double to = std::min(1.0, (stretch.to - before) / length);
            before += length;
            if (from > to || (from == to && stretch.from < stretch.to))
                continue;
            const SegmentGrid::Segment& at = m_grid[i];
            const double dx = at.bx - at.ax;
            const double dy = at.by - at.ay;
            use(at.ax + from * dx, at.ay + from * dy, to < 1 ? at.ax + to * dx : at.bx,
                to < 1 ? at.ay + to * dy : at.by);
        }
    }

private:
    struct Line
    {
        size_t first = 0; ///< vertex
        Way way;
        bool looseBegin = false, looseEnd = false;
    };
    struct Edge
    {
        int from = 0, to = 0;
        double length = 0;
        Way way;
        size_t first = 0, last = 0; ///< its pieces, the last not included
    };
    struct Piece ///< of the segment with the same number
    {
        int edge = 0;
        double before = 0; ///< m of the edge before it
        double length = 0; ///< m on the ground
    };
    struct Arc
    {
        int node = 0; ///< the other end
        int edge = 0;
        double out = 0;  ///< cost from here to there
        double back = 0; ///< and from there to here
    };

    size_t endOf(size_t line) const
    {
        return line + 1 < m_lines.size() ? m_lines[line + 1].first : m_x.size();
    }
    bool isLoose(size_t line, size_t vertex) const
    {
        return (vertex == m_lines[line].first && m_lines[line].looseBegin) ||
               (vertex + 1 == endOf(line) && m_lines[line].looseEnd);
    }
    /// Numbers the nodes; of every vertex its node, or -1.
    std::vector<int> nodesOfVertices();
    void buildPieces();
    void buildEdges(const std::vector<int>& nodes);
    void buildArcs();
    template <class Use>
    void arcsOf(const Reach& reach, int node, Use use) const;
    template <class Use>
    void starts(const Reach& reach, const Source& source, Use use) const;
    /// What a metre costs away from a source, in the edge's direction and against it.
    static Way away(Heading heading, const Edge& edge)
    {
        return heading == Heading::Outward ? edge.way : Way{edge.way.backward, edge.way.forward};
    }
    static Way away(const Reach& reach, const Edge& edge) { return away(reach.heading, edge); }
    const Edge& edgeOf(const Foot& foot) const { return m_edges[static_cast<size_t>(foot.edge)]; }
    template <class Use>
    void sourcesOn(const Reach& reach, int edge, Use use) const;

    std::vector<double> m_x, m_y; ///< vertices of the lines, until they are edges
    std::vector<Line> m_lines;
    std::vector<Edge> m_edges;
    std::vector<Piece> m_pieces;
    SegmentGrid m_grid;
    std::vector<std::uint32_t> m_arcsOf; ///< first arc of each node, and the end
    std::vector<Arc> m_arcs;
    size_t m_nodes = 0;
    double m_length = 0;
    Ground m_ground;
};

} // namespace checkup::spatial
