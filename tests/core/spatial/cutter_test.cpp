#include "core/spatial/cutter.h"
#include "core/spatial/areas.h"
#include "tests/core/spatial/layer.h"

#include <cmath>
#include <map>
#include <numbers>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using gdal::Rings;
using test::ring;

namespace {

Rings square(double x, double y, double side)
{
    return ring({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

Rings line(const test::Points& points)
{
    Rings parts;
    parts.begins = {0};
    parts.holes = {0};
    for (const auto& [x, y] : points) {
        parts.x.push_back(x);
        parts.y.push_back(y);
    }
    return parts;
}

/// A star of many vertices, so that it is cut into leaves.
Rings star(double x, double y, int vertices)
{
    test::Points points;
    for (int i = 0; i < vertices; ++i) {
        const double angle = 2 * std::numbers::pi * i / vertices;
        const double radius = 600 + 150 * std::sin(7 * angle) + 30 * std::sin(60 * angle);
        points.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
    }
    return ring(points);
}

double lengthOf(const Rings& parts)
{
    double sum = 0;
    for (size_t part = 0; part < parts.count(); ++part) {
        for (size_t i = parts.begins[part]; i + 1 < parts.end(part); ++i)
            sum += std::hypot(parts.x[i + 1] - parts.x[i], parts.y[i + 1] - parts.y[i]);
    }
    return sum;
}

/// Areas and lengths in a plane of its own, by zone name.
struct Tally
{
    AreaMeasure measure = *AreaMeasure::make({}, *gdal::Crs::fromEpsg(4548));
    std::map<QString, double> sums;
    int pieces = 0, wholes = 0;

    Cutter::Use areas(const Zones& zones)
    {
        return [this, &zones](const Piece& piece) -> Result<void> {
            sums[zones.name(piece.zone)] += *measure.plane(piece.rings);
            ++pieces;
            wholes += piece.whole ? 1 : 0;
            return {};
        };
    }
    Cutter::Use lengths(const Zones& zones)
    {
        return [this, &zones](const Piece& piece) -> Result<void> {
            sums[zones.name(piece.zone)] += lengthOf(piece.rings);
            ++pieces;
            wholes += piece.whole ? 1 : 0;
            return {};
        };
    }
};

} // namespace

TEST_CASE("a polygon comes in pieces, whole where it lies wholly inside")
{
    Zones zones;
    zones.add(square(0, 0, 100), u"west"_s);
    zones.add(square(100, 0, 100), u"east"_s);
    zones.add(square(-100, -100, 500), u"all"_s);
    REQUIRE_OK(zones.build());
    CHECK(zones.size() == 3);
    CHECK(zones.classes() == 3);
    Cutter cutter(zones);
    Tally tally;
    Rings parcel = square(80, 20, 40);
    REQUIRE_OK(cutter.polygon(1, parcel, tally.areas(zones)));
    CHECK_THAT(tally.sums[u"west"_s], WithinAbs(800, 1e-9));
    CHECK_THAT(tally.sums[u"east"_s], WithinAbs(800, 1e-9));
    CHECK_THAT(tally.sums[u"all"_s], WithinAbs(1600, 1e-9));
    CHECK(tally.wholes == 1);
    CHECK_FALSE(cutter.repaired());
}

TEST_CASE("leaves of a zone do not overlap, and a piece can be cut further")
{
    Zones zones;
    zones.add(star(0, 0, 3000), u"star"_s);
    REQUIRE_OK(zones.build());
    REQUIRE(zones.leaves().size() > 10);
    Zones halves;
    halves.add(square(-1000, -1000, 1000), u"south-west"_s);
    halves.add(ring({{0, -1000}, {1000, -1000}, {1000, 1000}, {-1000, 1000}, {-1000, 0}, {0, 0}}),
               u"rest"_s);
    REQUIRE_OK(halves.build());
    Cutter first(zones);
    Cutter second(halves);
    Tally all;
    Tally further;
    Rings parcel = square(-900, -900, 1800);
    REQUIRE_OK(first.polygon(1, parcel, [&](const Piece& piece) -> Result<void> {
        const auto counted = all.areas(zones)(piece);
        Rings rings = piece.rings;
        const auto cut = second.polygon(1, rings, further.areas(halves));
        return counted ? cut : counted;
    }));
    auto measure = AreaMeasure::make({}, *gdal::Crs::fromEpsg(4548));
    REQUIRE_OK(measure);
    const double area = *measure->plane(star(0, 0, 3000));
    CHECK_THAT(all.sums[u"star"_s], WithinRel(area, 1e-12));
    CHECK_THAT(further.sums[u"south-west"_s] + further.sums[u"rest"_s], WithinRel(area, 1e-11));
    CHECK(further.sums[u"south-west"_s] > 100'000);
}

TEST_CASE("an invalid polygon is mended, and an error of the callback ends the cutting")
{
    Zones zones;
    // The zone itself crosses: two triangles remain of it.
    zones.add(ring({{0, 0}, {100, 100}, {100, 0}, {0, 100}}), u"bow"_s);
    REQUIRE_OK(zones.build());
    Cutter cutter(zones);
    Tally tally;
    Rings all = square(-10, -10, 200);
    REQUIRE_OK(cutter.polygon(1, all, tally.areas(zones)));
    CHECK_THAT(tally.sums[u"bow"_s], WithinAbs(5'000, 1e-9));
    Rings bow = ring({{0, 0}, {0, 100}, {100, 0}, {100, 100}});
    Tally both;
    REQUIRE_OK(cutter.polygon(1, bow, both.areas(zones)));
    CHECK(cutter.repaired());
    CHECK_THAT(both.sums[u"bow"_s], WithinAbs(5'000, 1e-9)); // the same two triangles
    const auto failed = cutter.polygon(1, all, [](const Piece&) -> Result<void> {
        return Error(ErrorCode::Invalid, u"enough"_s);
    });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().message() == u"enough"_s);
}

TEST_CASE("a line's lengths inside and outside add up, on a border it belongs to one side")
{
    Zones zones;
    zones.add(star(0, 0, 3000), u"in"_s);
    Rings outside = square(-2000, -2000, 4000);
    const Rings hole = star(0, 0, 3000);
    outside.begins.push_back(outside.x.size());
    outside.holes.push_back(1);
    outside.x.insert(outside.x.end(), hole.x.begin(), hole.x.end());
    outside.y.insert(outside.y.end(), hole.y.begin(), hole.y.end());
    zones.add(outside, u"out"_s);
    REQUIRE_OK(zones.build());
    Cutter cutter(zones);
    Tally tally;
    const Rings road = line({{-1500, -700}, {-300, -100}, {100, 900}, {400, -900}, {1700, 3}});
    REQUIRE_OK(cutter.lines(road, tally.lengths(zones)));
    CHECK_THAT(tally.sums[u"in"_s] + tally.sums[u"out"_s], WithinRel(lengthOf(road), 1e-12));
    CHECK(tally.sums[u"in"_s] > 1000);

    Zones tiles;
    tiles.add(square(0, 0, 100), u"west"_s);
    tiles.add(square(100, 0, 100), u"east"_s);
    REQUIRE_OK(tiles.build());
    Cutter tiler(tiles);
    Tally border;
    REQUIRE_OK(tiler.lines(line({{100, 10}, {100, 90}}), border.lengths(tiles)));
    CHECK(border.sums.size() == 1);
    CHECK(border.sums.begin()->second == 80);
    Tally inside;
    REQUIRE_OK(tiler.lines(line({{10, 10}, {20, 10}, {20, 40}}), inside.lengths(tiles)));
    CHECK(inside.wholes == 1);
    CHECK(inside.sums[u"west"_s] == 40);
}

TEST_CASE("a point on a shared border lies in one zone")
{
    Zones zones;
    zones.add(ring({{0, 0}, {70, 10}, {90, 100}, {0, 100}}), u"west"_s);
    zones.add(ring({{90, 100}, {70, 10}, {200, 0}, {200, 100}}), u"east"_s);
    REQUIRE_OK(zones.build());
    const Cutter cutter(zones);
    for (int i = 0; i <= 100; ++i) {
        const double share = i / 100.0;
        int found = 0;
        cutter.point(70 + 20 * share, 10 + 90 * share, [&](int) { ++found; });
        CHECK(found == (i < 100 ? 1 : 0)); // the northern rim belongs to nobody here
    }
    int zone = -1;
    cutter.point(150, 50, [&](int which) { zone = which; });
    CHECK(zone == 1);
    cutter.point(150, 500, [&](int) { FAIL(); });
}

TEST_CASE("what lies over one another counts once when it is asked for")
{
    const auto made = [](Zones& zones) {
        zones.add(square(0, 0, 100), u"park"_s, 11);
        zones.add(square(200, 0, 100), u"park"_s, 12);
        zones.add(square(50, 50, 100), u"park"_s, 13);
        zones.add(square(300, 0, 100), u"park"_s, 14); // touches the second
        zones.add(square(50, 50, 100), u"square"_s, 15);
    };
    Zones kept;
    made(kept);
    REQUIRE_OK(kept.build());
    Zones once;
    made(once);
    REQUIRE_OK(once.build(Overlaps::CountOnce));
    CHECK(kept.size() == 5);
    REQUIRE(once.size() == 4);
    CHECK(once.feature(0) == 11);
    CHECK(once.feature(2) == 14);
    CHECK(once.name(3) == u"square"_s);
    Rings all = square(-100, -100, 1000);
    Tally twice;
    Cutter keeping(kept);
    REQUIRE_OK(keeping.polygon(1, all, twice.areas(kept)));
    CHECK_THAT(twice.sums[u"park"_s], WithinAbs(40'000, 1e-9));
    Tally single;
    Cutter counting(once);
    REQUIRE_OK(counting.polygon(1, all, single.areas(once)));
    CHECK_THAT(single.sums[u"park"_s], WithinAbs(37'500, 1e-9));
    CHECK_THAT(single.sums[u"square"_s], WithinAbs(10'000, 1e-9));
    int found = 0;
    counting.point(75, 75, [&](int) { ++found; });
    CHECK(found == 2); // the park and the square
}
