#pragma once

#include "core/spatial/leaf.h"

#include <vector>

namespace checkup::spatial {

/// Cuts a valid polygon with a leaf by following both borders from one crossing to the next (Weiler
/// and Atherton, 1977). It does so only where each two edges surely cross or surely do not, by the
/// sign of determinants that rounding cannot change: no corner on an edge, no common edge. Some ten
/// times as fast as an overlay that is prepared for everything; what it leaves is for that. One for
/// each thread.
///
/// Borders that run along one another, corner by corner as those of neighbouring parcels and of the
/// same parcel a year later do, are told apart without cutting: where every contact is a common
/// corner or a whole common edge, either polygon holds the other, or they have no place in common,
/// once all stretches in between are known to lie inside or outside.
class RingClip
{
public:
    enum class Outcome {
        Nothing, ///< they have no place in common
        All,     ///< the polygon lies wholly in the leaf
        Part,    ///< as given in piece()
        Unsure
    };
    /// Shells must run counterclockwise and holes clockwise (see orient); `box` is the polygon's.
    Outcome cut(const gdal::Rings& polygon, const Box& box, const Leaf& leaf);
    const gdal::Rings& piece() const { return m_piece; }

    /// Turns rings that run the wrong way.
    static void orient(gdal::Rings& rings);

private:
    struct Edge
    {
        size_t ring = 0, start = 0; ///< its first vertex
        Box box;
    };
    struct Crossing
    {
        size_t ring = 0, start = 0; ///< the polygon's edge
        double along = 0;           ///< it, 0 to 1
        size_t leafRing = 0, leafStart = 0;
        double leafAlong = 0;
        double x = 0, y = 0;
        bool inward = false; ///< the leaf's edge runs into the polygon
        bool enters = false; ///< the polygon's edge runs into the leaf
        bool used = false;
        int next = 0;                   ///< on the polygon's ring
        int leafNext = 0, leafPrev = 0; ///< on the leaf's
    };

    static void edgesNear(const gdal::Rings& rings, const Box& box, std::vector<Edge>& edges);
    /// Which vertices and edges of one border are the other's too.
    struct Contacts
    {
        std::vector<char> corners, edges;
        size_t opposite = 0, along = 0; ///< common edges, by their directions
        void clear(size_t vertices)
        {
            corners.assign(vertices, 0);
            edges.assign(vertices, 0);
            opposite = along = 0;
        }
    };
    /// Where the stretches of a border between its contacts lie.
    struct Stretches
    {
        bool inside = false, outside = false, unsure = false;
    };
    Outcome alongBorder(const gdal::Rings& polygon, const gdal::Rings& leaf);
    bool findContacts(const gdal::Rings& polygon, const gdal::Rings& leaf);
    static void stretchesOf(const gdal::Rings& rings, const Contacts& contacts,
                            const gdal::Rings& other, Stretches& found);
    bool findCrossings(const gdal::Rings& polygon, const gdal::Rings& leaf);
    bool linkCrossings(const gdal::Rings& polygon, const gdal::Rings& leaf);
    bool follow(const gdal::Rings& polygon, const gdal::Rings& leaf);
    void addRing(const gdal::Rings& from, size_t ring);
    static Box boxOf(const gdal::Rings& rings, size_t ring);
    bool sortHoles();

    std::vector<Edge> m_edges, m_leafEdges;
    std::vector<Crossing> m_crossings;
    std::vector<int> m_byLeaf;
    std::vector<size_t> m_holes;
    gdal::Rings m_piece, m_sorted;
    Contacts m_contacts, m_leafContacts;
};

} // namespace checkup::spatial
