#include "core/spatial/barriers.h"

#include <algorithm>
#include <cmath>

namespace checkup::spatial {

using gdal::Rings;

namespace {

constexpr double touching = 1e-6; // m

/// Where a road's piece meets a barrier.
struct Meeting
{
    double share = 0; ///< of the piece
    bool loose = false;
};

} // namespace

void Barriers::add(const Rings& parts, bool arePolygons)
{
    for (size_t part = 0; part < parts.count(); ++part) {
        const size_t begin = parts.begins[part];
        const size_t last = parts.end(part) - 1;
        for (size_t i = begin; i < std::max(last, begin + 1); ++i) {
            const size_t next = std::min(i + 1, last);
            m_grid.add(parts.x[i], parts.y[i], parts.x[next], parts.y[next]);
            m_owners.push_back(arePolygons ? m_polygons : -1);
        }
    }
    m_polygons += arePolygons ? 1 : 0;
}

bool Barriers::holds(double x, double y) const
{
    if (m_polygons == 0)
        return false;
    std::vector<int> crossed;
    m_grid.eastwards(x, y, [&](int segment) {
        const int owner = m_owners[static_cast<size_t>(segment)];
        if (owner >= 0)
            crossed.push_back(owner);
    });
    std::sort(crossed.begin(), crossed.end());
    bool inside = false;
    for (size_t i = 0; i < crossed.size() && !inside;) {
        size_t next = i;
        while (next < crossed.size() && crossed[next] == crossed[i])
            ++next;
        inside = (next - i) % 2 == 1;
        i = next;
    }
    if (!inside)
        return false;
    bool onOutline = false;
    m_grid.around({x - touching, y - touching, x + touching, y + touching}, [&](int segment) {
        const SegmentGrid::Segment& at = m_grid[static_cast<size_t>(segment)];
        const double dx = at.bx - at.ax;
        const double dy = at.by - at.ay;
        const double length = std::hypot(dx, dy);
        onOutline = onOutline || std::abs((x - at.ax) * dy - (y - at.ay) * dx) <= touching * length;
    });
    return !onOutline;
}

void Barriers::cut(const Rings& lines, const Use& use) const
{
    Rings part;
    std::vector<Meeting> meetings;
    for (size_t line = 0; line < lines.count(); ++line) {
        bool looseBegin = false;
        const auto put = [&part](double x, double y) {
            if (part.x.empty() || part.x.back() != x || part.y.back() != y) {
                part.x.push_back(x);
                part.y.push_back(y);
            }
        };
        const auto finish = [&](bool looseEnd) {
            if (part.x.size() > 1) {
                part.begins = {0};
                part.holes = {0};
                const bool inside = m_polygons > 0 &&
                                    holds((part.x[0] + part.x[1]) / 2, (part.y[0] + part.y[1]) / 2);
                if (!inside)
                    use(part, looseBegin, looseEnd);
            }
            part.clear();
            looseBegin = looseEnd;
        };
        part.clear();
        for (size_t i = lines.begins[line]; i < lines.end(line); ++i) {
            const double ax = lines.x[i];
            const double ay = lines.y[i];
            put(ax, ay);
            if (i + 1 == lines.end(line))
                break;
            const double dx = lines.x[i + 1] - ax;
            const double dy = lines.y[i + 1] - ay;
            meetings.clear();
            m_grid.around(SegmentGrid::boxOf({ax, ay, ax + dx, ay + dy}), [&](int number) {
                const SegmentGrid::Segment& wall = m_grid[static_cast<size_t>(number)];
                const double ex = wall.bx - wall.ax;
                const double ey = wall.by - wall.ay;
                const double across = dx * ey - dy * ex;
                if (across == 0)
                    return; // along one another
                const double share = ((wall.ax - ax) * ey - (wall.ay - ay) * ex) / across;
                const double place = ((wall.ax - ax) * dy - (wall.ay - ay) * dx) / across;
                if (share >= 0 && share <= 1 && place >= 0 && place <= 1)
                    meetings.push_back({share, m_owners[static_cast<size_t>(number)] < 0});
            });
            std::sort(meetings.begin(), meetings.end(), [](const Meeting& a, const Meeting& b) {
                return a.share != b.share ? a.share < b.share : a.loose < b.loose;
            });
            for (const Meeting& meeting : meetings) {
                const double x = meeting.share < 1 ? ax + meeting.share * dx : lines.x[i + 1];
                const double y = meeting.share < 1 ? ay + meeting.share * dy : lines.y[i + 1];
                put(x, y);
                finish(meeting.loose || (part.x.size() == 1 && looseBegin));
                put(x, y);
            }
        }
        finish(false);
    }
}

} // namespace checkup::spatial
