#include "core/spatial/leaves.h"

#include "core/spatial/interrupted.h"
#include "core/spatial/ring_clip.h"
#include "core/spatial/ring_edges.h"

#include <algorithm>
#include <utility>

namespace checkup::spatial {

using gdal::Rings;

namespace {

void addLeaf(int zone, Rings rings, std::vector<Leaf>& to)
{
    if (rings.count() == 0)
        return;
    Leaf leaf;
    leaf.zone = zone;
    leaf.rings = std::move(rings);
    leaf.box = Box::of(leaf.rings);
    const auto onCorner = [&leaf](size_t i) {
        const double x = leaf.rings.x[i];
        const double y = leaf.rings.y[i];
        return (x == leaf.box.minX || x == leaf.box.maxX) &&
               (y == leaf.box.minY || y == leaf.box.maxY);
    };
    leaf.whole = leaf.rings.count() == 1 && leaf.rings.x.size() == 5 && onCorner(0) &&
                 onCorner(1) && onCorner(2) && onCorner(3) && leaf.rings.x[0] != leaf.rings.x[2] &&
                 leaf.rings.y[0] != leaf.rings.y[2];
    to.push_back(std::move(leaf));
}

Leaf rectangle(const Box& box)
{
    Leaf leaf;
    leaf.box = box;
    leaf.whole = true;
    leaf.rings.x = {box.minX, box.maxX, box.maxX, box.minX, box.minX};
    leaf.rings.y = {box.minY, box.minY, box.maxY, box.maxY, box.minY};
    leaf.rings.begins = {0};
    leaf.rings.holes = {0};
    return leaf;
}

/// Both sides of a polygon's box, cut at a share of its longer side; they reach beyond it but where
/// they meet.
std::pair<Box, Box> halvesOf(const Box& box, double share)
{
    const double width = box.maxX - box.minX;
    const double height = box.maxY - box.minY;
    const double room = width + height;
    const Box roomy{box.minX - room, box.minY - room, box.maxX + room, box.maxY + room};
    std::pair<Box, Box> halves{roomy, roomy};
    if (width > height)
        halves.first.maxX = halves.second.minX = box.minX + share * width;
    else
        halves.first.maxY = halves.second.minY = box.minY + share * height;
    return halves;
}

/// Cuts where no vertex is in the way; false when there always is one.
bool halve(RingClip& clip, const Rings& rings, const Box& box, std::pair<Rings, Rings>& parts)
{
    const auto part = [&](const Box& half, Rings& to) {
        const RingClip::Outcome outcome = clip.cut(rings, box, rectangle(half));
        to.clear();
        if (outcome == RingClip::Outcome::Part)
            to = clip.piece();
        else if (outcome == RingClip::Outcome::All)
            to = rings;
        return outcome != RingClip::Outcome::Unsure;
    };
    for (const double share : {0.5, 0.47, 0.531}) {
        const auto [first, second] = halvesOf(box, share);
        if (part(first, parts.first) && part(second, parts.second))
            return true;
    }
    return false;
}

bool halveByGeos(const Geos& geos, const Rings& rings, const Box& box,
                 std::pair<Rings, Rings>& parts)
{
    const Geos::Geometry geometry = geos.fromRings(rings);
    const auto part = [&](const Box& half, Rings& to) {
        const Geos::Geometry cut =
            geos.clip(geometry.get(), half.minX, half.minY, half.maxX, half.maxY);
        to.clear();
        if (cut)
            geos.toRings(cut.get(), to);
        RingClip::orient(to);
        return cut != nullptr;
    };
    const auto [first, second] = halvesOf(box, 0.5);
    return geometry && part(first, parts.first) && part(second, parts.second);
}

bool cutRings(const Geos& geos, RingClip& clip, int zone, Rings rings, size_t most, int depth,
              std::vector<Leaf>& to)
{
    constexpr int deepest = 40;
    if (rings.x.size() <= most || depth == deepest) {
        addLeaf(zone, std::move(rings), to);
        return true;
    }
    const Box box = Box::of(rings);
    std::pair<Rings, Rings> parts;
    if (isInterrupted() ||
        (!halve(clip, rings, box, parts) &&
         (isInterrupted() || !halveByGeos(geos, rings, box, parts))))
        return false;
    rings = {};
    return cutRings(geos, clip, zone, std::move(parts.first), most, depth + 1, to) &&
           cutRings(geos, clip, zone, std::move(parts.second), most, depth + 1, to);
}

} // namespace

bool Leaves::cut(const Geos& geos, int zone, Rings rings, std::vector<Leaf>& to, size_t most)
{
    RingClip clip;
    RingClip::orient(rings);
    return cutRings(geos, clip, zone, std::move(rings), most, 0, to);
}

void Leaves::build(std::vector<Leaf> leaves)
{
    m_leaves = std::move(leaves);
    std::vector<Box> boxes;
    boxes.reserve(m_leaves.size());
    for (const Leaf& leaf : m_leaves)
        boxes.push_back(leaf.box);
    m_grid.build(std::move(boxes));
}

} // namespace checkup::spatial
