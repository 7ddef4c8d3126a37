#include "core/spatial/strips.h"

#include "core/spatial/geos.h"

#include <QCoreApplication>

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <array>
#include <atomic>
#include <map>
#include <set>
#include <tuple>

namespace checkup::spatial {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

using Segment = SegmentGrid::Segment;

constexpr double tileSize = 1000; // m
constexpr int unitLevel = 3;      ///< a tile is looked at by 8 × 8 units

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

std::array<Box, 4> quartersOf(const Box& box)
{
    const double x = (box.minX + box.maxX) / 2;
    const double y = (box.minY + box.maxY) / 2;
    return {Box{box.minX, box.minY, x, y}, Box{x, box.minY, box.maxX, y},
            Box{box.minX, y, x, box.maxY}, Box{x, y, box.maxX, box.maxY}};
}

using Numbers = std::vector<std::uint32_t>;

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
        Numbers near;
        for (const Visit* visit = first; visit != last; ++visit) {
            if (visit->piece != noPiece)
                near.push_back(visit->piece);
        }
        m_parts.clear();
        if (!fill(tile.box, near, reach, 0))
            return false;
        if (m_parts.size() == 1)
            tile.rings = std::move(m_parts.front());
        if (m_parts.size() <= 1)
            return true;
        // Parts that share an edge become one.
        std::vector<const gdal::Rings*> parts;
        for (const gdal::Rings& part : m_parts)
            parts.push_back(&part);
        const Geos::Geometry all = m_geos.united(parts);
        if (all)
            m_geos.toRings(all.get(), tile.rings);
        return all != nullptr;
    }

private:
    /// How a square stands to the strips, by single pieces; `near` is what is left to look at.
    enum class State { Full, Empty, Unclear };
    State stateOf(const Box& box, const Numbers& given, double reach, Numbers& near) const
    {
        const double x = (box.minX + box.maxX) / 2;
        const double y = (box.minY + box.maxY) / 2;
        const double side = box.maxX - box.minX;
        near.clear();
        for (const std::uint32_t number : given) {
            const Segment& piece = m_pieces[number];
            if (distanceTo(piece, x, y) > reach + side * 0.7072)
                continue;
            if (fills(piece, reach, box))
                return State::Full;
            near.push_back(number);
        }
        if (!near.empty())
            return State::Unclear;
        return m_grounds.holds(x, y) ? State::Full : State::Empty;
    }

    /// How many units of a square need geometry.
    int unclear(const Box& box, const Numbers& given, double reach, int level) const
    {
        Numbers near;
        if (stateOf(box, given, reach, near) != State::Unclear)
            return 0;
        if (level == unitLevel)
            return 1;
        int sum = 0;
        for (const Box& part : quartersOf(box))
            sum += unclear(part, near, reach, level + 1);
        return sum;
    }

    /// Squares that one piece covers, or none reaches, need no geometry. Where many do, it is
    /// sooner made for all together.
    bool fill(const Box& box, const Numbers& given, double reach, int level)
    {
        Numbers near;
        const State state = stateOf(box, given, reach, near);
        if (state == State::Full)
            addBox(box, newPart());
        if (state != State::Unclear)
            return true;
        const int units = 1 << (2 * (unitLevel - level));
        if (level == unitLevel || unclear(box, near, reach, level) * 4 > units)
            return draw(box, near, reach);
        for (const Box& part : quartersOf(box)) {
            if (!fill(part, near, reach, level + 1))
                return false;
        }
        return true;
    }

    /// Pieces that meet at their ends become one line: the fewer ends, the less there is to round.
    void join(const Numbers& near)
    {
        using Place = std::pair<double, double>;
        std::map<Place, Numbers> at; // the latest piece is taken first
        for (auto number = near.rbegin(); number != near.rend(); ++number) {
            const Segment& piece = m_pieces[*number];
            at[{piece.ax, piece.ay}].push_back(*number);
            at[{piece.bx, piece.by}].push_back(*number);
        }
        std::set<std::uint32_t> used;
        const auto follow = [&](Place place, std::vector<Place>& line) {
            for (;;) {
                Numbers& here = at[place];
                while (!here.empty() && used.count(here.back()) > 0)
                    here.pop_back();
                if (here.empty())
                    return;
                const Segment& piece = m_pieces[here.back()];
                used.insert(here.back());
                place = place == Place{piece.ax, piece.ay} ? Place{piece.bx, piece.by}
                                                           : Place{piece.ax, piece.ay};
                if (line.empty() || line.back() != place)
                    line.push_back(place);
            }
        };
        m_lines.clear();
        std::vector<Place> there;
        std::vector<Place> back;
        for (const std::uint32_t number : near) {
            if (used.count(number) > 0)
                continue;
            const Place start{m_pieces[number].ax, m_pieces[number].ay};
            there.assign(1, start);
            back.clear();
            follow(start, there);
            follow(start, back);
            m_lines.begins.push_back(m_lines.x.size());
            for (auto place = back.rbegin(); place != back.rend(); ++place) {
                m_lines.x.push_back(place->first);
                m_lines.y.push_back(place->second);
            }
            for (const Place& place : there) {
                m_lines.x.push_back(place.first);
                m_lines.y.push_back(place.second);
            }
        }
    }

    bool draw(const Box& box, const Numbers& near, double reach)
    {
        join(near);
        // A strip along roads is little else than straight; of a circle everything is round.
        const bool points = m_lines.x.size() == m_lines.begins.size();
        const Geos::Geometry lines = m_geos.linesOf(m_lines);
        const Geos::Geometry area =
            lines ? m_geos.buffer(lines.get(), reach, points ? 64 : 16) : Geos::Geometry();
        const Geos::Geometry part =
            area ? m_geos.clip(area.get(), box.minX, box.minY, box.maxX, box.maxY)
                 : Geos::Geometry();
        if (!part)
            return false;
        if (!m_geos.isEmpty(part.get()))
            m_geos.toRings(part.get(), newPart());
        return !m_grounds.hasPolygons() || drawInside(box, part.get());
    }

    /// What the strip along the outlines leaves of a box lies inside the grounds or outside.
    bool drawInside(const Box& box, const GEOSGeometry* strip)
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
                m_geos.toRings(polygon, newPart());
        });
    }

    gdal::Rings& newPart()
    {
        m_parts.emplace_back();
        return m_parts.back();
    }

    const std::vector<Segment>& m_pieces;
    const Barriers& m_grounds;
    Geos m_geos;
    gdal::Rings m_lines;
    std::vector<gdal::Rings> m_parts; ///< of the tile at hand
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
    if (grounds.hasPolygons()) {
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
        const Interruptible guard(cancel);
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
