#pragma once

#include "core/gdal/layer_reader.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace checkup::spatial {

/// Where a point meets the network.
struct Foot
{
    int edge = -1;
    double along = 0;    ///< m from the edge's first node
    double distance = 0; ///< m from the point
};

/// A road network made of lines in a metric plane. Lines meet where they share a vertex; an edge
/// runs from one such vertex, or a line's end, to the next. Every edge is walked both ways. Built
/// once, then read by any number of threads.
class Network
{
public:
    /// Adds a line's parts; coordinates in metres.
    void addLines(const gdal::Rings& lines);
    void build();

    size_t edges() const { return m_edges.size(); }
    size_t nodes() const { return m_nodes; }
    double length() const { return m_length; } ///< m, all edges

    /// The nearest place within `limit` metres; of equals the earliest edge.
    std::optional<Foot> nearest(double x, double y, double limit) const;
    double edgeLength(int edge) const { return m_edges[static_cast<size_t>(edge)].length; }

    /// Distances along the network from the nearest of several feet, up to a bound.
    struct Reach
    {
        std::vector<double> nodes;               ///< m, infinite beyond the bound
        std::vector<std::vector<double>> byEdge; ///< feet on each edge, m along it
        std::vector<std::uint8_t> served;        ///< whether any foot lies in the edge's component
    };
    Reach reach(const std::vector<Foot>& feet, double bound) const;
    /// From a foot to the nearest of the feet that `reach` started from; exact up to
    /// its bound, and something larger beyond.
    double distance(const Reach& reach, const Foot& foot) const;

private:
    struct Edge
    {
        int from = 0, to = 0;
        double length = 0;
        size_t first = 0, last = 0; ///< its vertices in m_x, m_y, both included
    };
    struct Segment
    {
        int edge = 0;
        size_t start = 0;  ///< first vertex
        double before = 0; ///< m of the edge before it
    };

    int cellOf(double value, double origin, int count) const;

    std::vector<double> m_x, m_y; ///< vertices of the lines as added, then of the edges
    std::vector<size_t> m_lines;  ///< first vertex of each line
    std::vector<Edge> m_edges;
    std::vector<Segment> m_segments;
    std::vector<std::vector<int>> m_neighbours; ///< edges at a node
    std::vector<int> m_components;              ///< of a node
    size_t m_nodes = 0;
    double m_length = 0;
    double m_minX = 0, m_minY = 0, m_cell = 1;
    int m_columns = 0, m_rows = 0;
    std::vector<std::vector<int>> m_grid; ///< segments by cell
};

} // namespace checkup::spatial
