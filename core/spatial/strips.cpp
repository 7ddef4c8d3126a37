#include "core/spatial/strips.h"

#include "core/spatial/geos.h"

#include <QCoreApplication>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <atomic>
#include <tuple>

namespace checkup::spatial {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

using Segment = SegmentGrid::Segment;

constexpr double tileSize = 1000; // m
constexpr int quarter = 16;       ///< corners in a quarter of a circle

constexpr std::uint32_t noPiece = 0xFFFFFFFF;

/// A piece that may reach into a tile.
struct Visit
{
    std::int32_t row = 0, column = 0;
    std::uint32_t piece = 0;

    bool operator<(const Visit& other) const
    {
        return std::tie(row, column, piece) < std::tie(other.row, other.column, other.piece);
    }
};

std::int32_t tileOf(double value)
{
    return static_cast<std::int32_t>(std::floor(value / tileSize));
}

double distanceTo(const Segment& segment, double x, double y)
{
    const double dx = segment.bx - segment.ax;
    const double dy = segment.by - segment.ay;
    const double square = dx * dx + dy * dy;
    const double share =
        square > 0 ? std::clamp(((x - segment.ax) * dx + (y - segment.ay) * dy) / square, 0.0, 1.0)
                   : 0;
    return std::hypot(segment.ax + share * dx - x, segment.ay + share * dy - y);
}

/// Whether all of a box is within reach: the places within reach of one piece have no dents.
bool fills(const Segment& segment, double reach, const Box& box)
{
    return distanceTo(segment, box.minX, box.minY) <= reach &&
           distanceTo(segment, box.maxX, box.minY) <= reach &&
           distanceTo(segment, box.maxX, box.maxY) <= reach &&
           distanceTo(segment, box.minX, box.maxY) <= reach;
}

void addBox(const Box& box, gdal::Rings& rings)
{
    rings.begins.push_back(rings.x.size());
    rings.holes.push_back(0);
    rings.x.insert(rings.x.end(), {box.minX, box.maxX, box.maxX, box.minX, box.minX});
    rings.y.insert(rings.y.end(), {box.minY, box.minY, box.maxY, box.maxY, box.minY});
}

/// One thread's tools.
class Strips
{
public:
    Strips(const std::vector<Segment>& pieces, const Barriers& grounds)
        : m_pieces(pieces)
        , m_grounds(grounds)
    {}

    /// False when GEOS cannot.
    bool make(const Visit* first, const Visit* last, double reach, AreaTile& tile)
    {
        std::vector<std::uint32_t> near;
        for (const Visit* visit = first; visit != last; ++visit) {
            if (visit->piece != noPiece)
                near.push_back(visit->piece);
        }
        return fill(tile.box, near, reach, tile.rings);
    }

private:
    /// Squares that one piece covers, or none reaches, need no geometry; so only along the border
    /// of the covered area, and only with the few pieces there, is any made.
    bool fill(const Box& box, const std::vector<std::uint32_t>& given, double reach,
              gdal::Rings& rings)
    {
        const double x = (box.minX + box.maxX) / 2;
        const double y = (box.minY + box.maxY) / 2;
        const double side = box.maxX - box.minX;
        std::vector<std::uint32_t> near;
        for (const std::uint32_t number : given) {
            const Segment& piece = m_pieces[number];
            if (distanceTo(piece, x, y) > reach + side * 0.7072)
                continue;
            if (fills(piece, reach, box)) {
                addBox(box, rings);
                return true;
            }
            near.push_back(number);
        }
        if (near.empty()) {
            if (m_grounds.holds(x, y))
                addBox(box, rings);
            return true;
        }
        constexpr size_t few = 12;
        constexpr double smallest = tileSize / 64;
        if (near.size() <= few || side <= smallest)
            return draw(box, near, reach, rings);
        for (const Box& part : {Box{box.minX, box.minY, x, y}, Box{x, box.minY, box.maxX, y},
                                Box{box.minX, y, x, box.maxY}, Box{x, y, box.maxX, box.maxY}}) {
            if (!fill(part, near, reach, rings))
                return false;
        }
        return true;
    }

    bool draw(const Box& box, const std::vector<std::uint32_t>& near, double reach,
              gdal::Rings& rings)
    {
        m_lines.clear();
        for (const std::uint32_t number : near) {
            const Segment& piece = m_pieces[number];
            m_lines.begins.push_back(m_lines.x.size());
            m_lines.x.push_back(piece.ax);
            m_lines.y.push_back(piece.ay);
            if (piece.ax != piece.bx || piece.ay != piece.by) {
                m_lines.x.push_back(piece.bx);
                m_lines.y.push_back(piece.by);
            }
        }
        const Geos::Geometry lines = m_geos.linesOf(m_lines);
        const Geos::Geometry area =
            lines ? m_geos.buffer(lines.get(), reach, quarter) : Geos::Geometry();
        const Geos::Geometry part =
            area ? m_geos.clip(area.get(), box.minX, box.minY, box.maxX, box.maxY)
                 : Geos::Geometry();
        if (!part)
            return false;
        m_geos.toRings(part.get(), rings);
        return m_grounds.isEmpty() || drawInside(box, part.get(), rings);
    }

    /// What the strip along the outlines leaves of a box lies inside the grounds or outside.
    bool drawInside(const Box& box, const GEOSGeometry* strip, gdal::Rings& rings)
    {
        gdal::Rings square;
        addBox(box, square);
        const Geos::Geometry whole = m_geos.fromRings(square);
        const Geos::Geometry rest =
            whole ? m_geos.difference(whole.get(), strip) : Geos::Geometry();
        if (!rest)
            return false;
        return m_geos.eachPolygon(rest.get(), [&](const GEOSGeometry* polygon, double x, double y) {
            if (m_grounds.holds(x, y))
                m_geos.toRings(polygon, rings);
        });
    }

    const std::vector<Segment>& m_pieces;
    const Barriers& m_grounds;
    Geos m_geos;
    gdal::Rings m_lines;
};

} // namespace

Result<std::vector<AreaTile>> strips(const std::vector<Segment>& pieces, const Barriers& grounds,
                                     double metres, const Ground& ground, const CancelToken& cancel)
{
    // Drawn a little wider than on the ground, tile by tile; to find the pieces, wide enough.
    std::vector<Visit> visits;
    for (size_t i = 0; i < pieces.size(); ++i) {
        const Box box = SegmentGrid::boxOf(pieces[i]);
        constexpr double enough = 1.02;
        const double around = metres * enough * ground.scaleAt(pieces[i].ax, pieces[i].ay);
        for (std::int32_t row = tileOf(box.minY - around); row <= tileOf(box.maxY + around);
             ++row) {
            for (std::int32_t column = tileOf(box.minX - around);
                 column <= tileOf(box.maxX + around); ++column)
                visits.push_back({row, column, static_cast<std::uint32_t>(i)});
        }
    }
    // Tiles deep inside the grounds.
    if (!grounds.isEmpty()) {
        const Box& all = grounds.extent();
        for (std::int32_t row = tileOf(all.minY); row <= tileOf(all.maxY); ++row) {
            for (std::int32_t column = tileOf(all.minX); column <= tileOf(all.maxX); ++column) {
                if (grounds.holds((column + 0.5) * tileSize, (row + 0.5) * tileSize))
                    visits.push_back({row, column, noPiece});
            }
        }
    }
    tbb::parallel_sort(visits.begin(), visits.end());
    std::vector<AreaTile> tiles;
    std::vector<size_t> begins;
    for (size_t i = 0; i < visits.size(); ++i) {
        if (i > 0 && visits[i].row == visits[i - 1].row && visits[i].column == visits[i - 1].column)
            continue;
        begins.push_back(i);
        const double west = visits[i].column * tileSize;
        const double south = visits[i].row * tileSize;
        tiles.push_back({{west, south, west + tileSize, south + tileSize}, {}});
    }
    begins.push_back(visits.size());

    tbb::enumerable_thread_specific<Strips> tools([&] { return Strips(pieces, grounds); });
    std::atomic<bool> failed = false;
    tbb::parallel_for(size_t(0), tiles.size(), [&](size_t i) {
        if (failed || cancel.isCancelled())
            return;
        const Box& box = tiles[i].box;
        const double scale = ground.scaleAt((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2);
        if (!tools.local().make(visits.data() + begins[i], visits.data() + begins[i + 1],
                                metres * scale, tiles[i]))
            failed = true;
    });
    if (cancel.isCancelled())
        return Error(ErrorCode::Cancelled, Text::tr("已取消覆盖计算。"));
    if (failed)
        return Error(ErrorCode::Invalid,
                     Text::tr("服务范围画不出来：道路或设施的坐标有误，请检查图层。"));
    std::erase_if(tiles, [](const AreaTile& tile) { return tile.rings.count() == 0; });
    return tiles;
}

} // namespace checkup::spatial
