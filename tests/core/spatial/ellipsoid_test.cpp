#include "core/spatial/ellipsoid.h"
#include "tests/support/catch.h"

#include <cmath>
#include <geodesic.h>
#include <numbers>
#include <random>
#include <vector>

using namespace checkup::spatial;
using Catch::Matchers::WithinRel;

namespace {

using Points = std::vector<std::pair<double, double>>; // longitude, latitude in degrees

double area(Points points)
{
    points.push_back(points.front());
    std::vector<double> x, y;
    for (const auto& [longitude, latitude] : points) {
        x.push_back(longitude);
        y.push_back(latitude);
    }
    return signedArea(x.data(), y.data(), x.size());
}

/// Closed form of the area of an ellipsoidal zone (Snyder, Map Projections, USGS Professional Paper
/// 1395, equation 3-12): from the equator to a latitude, for a radian of longitude.
double zone(double degrees)
{
    const double flattening = 1 / inverseFlattening;
    const double e2 = flattening * (2 - flattening);
    const double e = std::sqrt(e2);
    const double sine = std::sin(degrees * std::numbers::pi / 180);
    return semiMajorAxis * semiMajorAxis * (1 - e2) / 2 *
           (sine / (1 - e2 * sine * sine) + std::atanh(e * sine) / e);
}

/// PROJ's geodesics (Karney, Algorithms for geodesics, 2013) around the same ring, each edge cut
/// into pieces so short that it makes no odds in which space they are straight (and not shorter,
/// since each vertex costs it a millionth of a square metre).
double geodesicArea(const Points& points, int pieces)
{
    geod_geodesic earth;
    geod_init(&earth, semiMajorAxis, 1 / inverseFlattening);
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (size_t i = 0; i < points.size(); ++i) {
        const auto& from = points[i];
        const auto& to = points[(i + 1) % points.size()];
        for (int piece = 0; piece < pieces; ++piece) {
            const double share = double(piece) / pieces;
            geod_polygon_addpoint(&earth, &polygon, from.second + (to.second - from.second) * share,
                                  from.first + (to.first - from.first) * share);
        }
    }
    double result = 0;
    double perimeter = 0;
    geod_polygon_compute(&earth, &polygon, 0, 1, &result, &perimeter);
    return result;
}

} // namespace

TEST_CASE("a rectangle of parallels and meridians has the zone's area")
{
    const double wide = 0.5 * std::numbers::pi / 180;
    for (const auto& [south, north] :
         {std::pair{24.0, 25.0}, {24.4, 24.4001}, {0.0, 80.0}, {-30.0, 30.0}, {53.0, 53.5}}) {
        const Points ring{{118, south}, {118.5, south}, {118.5, north}, {118, north}};
        CHECK_THAT(area(ring), WithinRel((zone(north) - zone(south)) * wide, 1e-10));
    }
}

TEST_CASE("a triangle agrees with geodesics where the edges mean the same")
{
    // A parcel of some 100 m, a district of some 10 km, a province of some 300 km.
    const Points parcel{{118.1, 24.45}, {118.1011, 24.4502}, {118.1004, 24.4509}};
    const Points district{{118.0, 24.4}, {118.12, 24.43}, {118.05, 24.52}};
    const Points province{{116.0, 23.5}, {119.1, 24.6}, {117.2, 26.9}};
    CHECK_THAT(area(parcel), WithinRel(geodesicArea(parcel, 30), 1e-9));
    CHECK_THAT(area(district), WithinRel(geodesicArea(district, 20'000), 1e-9));
    CHECK_THAT(area(province), WithinRel(geodesicArea(province, 200'000), 1e-9));
}

TEST_CASE("an edge cut into many gives what the whole edge gives")
{
    const Points whole{{116.0, 23.5}, {119.1, 24.6}, {117.2, 26.9}};
    Points cut;
    for (size_t i = 0; i < whole.size(); ++i) {
        const auto& from = whole[i];
        const auto& to = whole[(i + 1) % whole.size()];
        for (int piece = 0; piece < 500; ++piece)
            cut.push_back({from.first + (to.first - from.first) * piece / 500,
                           from.second + (to.second - from.second) * piece / 500});
    }
    CHECK_THAT(area(cut), WithinRel(area(whole), 1e-12));
}

TEST_CASE("orientation gives the sign, place and start do not matter")
{
    Points ring{{118, 24}, {118.3, 24.1}, {118.2, 24.4}, {117.9, 24.2}};
    const double there = area(ring);
    CHECK(there > 0);
    std::reverse(ring.begin(), ring.end());
    CHECK_THAT(area(ring), WithinRel(-there, 1e-13));
    std::rotate(ring.begin(), ring.begin() + 2, ring.end());
    CHECK_THAT(area(ring), WithinRel(-there, 1e-12));
    for (auto& point : ring)
        point.first = std::remainder(point.first + 61.9, 360.0); // across 180 degrees
    CHECK_THAT(area(ring), WithinRel(-there, 1e-12));
}

TEST_CASE("triangles of a cut polygon add up")
{
    std::mt19937 random(20221231);
    std::uniform_real_distribution<double> away(-0.01, 0.01);
    for (int round = 0; round < 100; ++round) {
        const Points all{{118 + away(random), 24 + away(random)},
                         {118.1 + away(random), 24 + away(random)},
                         {118.1 + away(random), 24.1 + away(random)},
                         {118 + away(random), 24.1 + away(random)}};
        const double parts = area({all[0], all[1], all[2]}) + area({all[0], all[2], all[3]});
        CHECK_THAT(parts, WithinRel(area(all), 1e-12));
    }
}
