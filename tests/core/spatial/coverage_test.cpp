#include "core/spatial/coverage.h"
#include "core/spatial/network.h"
#include "tests/core/spatial/town.h"

#include <cmath>
#include <limits>
#include <random>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using test::Layer;
using test::line;
using test::point;
using test::Points;

namespace {

constexpr double east0 = 611'000;
constexpr double north0 = 2'710'000;

/// A street of 1,000 m to the east; from its middle, a bent lane of 300 + 400 m; far away, a street
/// of its own.
QByteArray town()
{
    return line({{east0, north0}, {east0 + 500, north0}, {east0 + 1000, north0}}) + "," +
           line({{east0 + 500, north0}, {east0 + 500, north0 + 300}, {east0 + 900, north0 + 300}}) +
           "," + line({{east0, north0 + 5000}, {east0 + 1000, north0 + 5000}});
}

gdal::Rings lines(const std::vector<Points>& all)
{
    gdal::Rings rings;
    for (const Points& points : all) {
        rings.begins.push_back(rings.x.size());
        rings.holes.push_back(0);
        for (const auto& [x, y] : points) {
            rings.x.push_back(x);
            rings.y.push_back(y);
        }
    }
    return rings;
}

} // namespace

TEST_CASE("distances along a small town are those counted on the fingers")
{
    Network network;
    network.addLines(lines({{{0, 0}, {500, 0}, {1000, 0}},
                            {{500, 0}, {500, 300}, {900, 300}},
                            {{0, 5000}, {1000, 5000}}}));
    network.build();
    CHECK(network.edges() == 4); // the street is cut where the lane leaves it
    CHECK(network.nodes() == 6);
    CHECK(network.length() == 2700);
    const auto foot = network.nearest(100, 30, 50);
    REQUIRE(foot);
    CHECK(foot->along == 100);
    CHECK(foot->distance == 30);
    CHECK_FALSE(network.nearest(100, 51, 50));
    CHECK(network.nearest(-400, -300, 500)->distance == 500); // beside the street's end
    const auto reach = network.reach({{*foot}}, 2000);
    const auto walk = [&](double x, double y) {
        return network.cost(reach, *network.nearest(x, y, 100));
    };
    CHECK(walk(100, 0) == 0);
    CHECK(walk(0, 0) == 100);
    CHECK(walk(160, -5) == 60); // on the same edge, no node between
    CHECK(walk(1000, 0) == 900);
    CHECK(walk(900, 300) == 400 + 300 + 400);
    CHECK(walk(500, 150) == 400 + 150);
    CHECK(std::isinf(walk(500, 5000)));
    CHECK(network.isConnected(reach, *network.nearest(900, 300, 1)));
    CHECK_FALSE(network.isConnected(reach, *network.nearest(500, 5000, 1)));
    CHECK(network.cost(network.reach({{*foot}}, 1000), *network.nearest(900, 300, 1)) > 1000);
}

TEST_CASE("a bounded search agrees with every pair counted by force")
{
    // A crooked grid of streets of which every fifth is missing.
    std::mt19937 random(20);
    std::uniform_real_distribution<double> away(-30, 30);
    constexpr int side = 12;
    std::vector<std::pair<double, double>> corners;
    for (int i = 0; i < side * side; ++i)
        corners.push_back({100.0 * (i % side) + away(random), 100.0 * (i / side) + away(random)});
    std::vector<Points> streets;
    std::vector<std::vector<double>> apart(
        side * side, std::vector<double>(side * side, std::numeric_limits<double>::infinity()));
    const auto street = [&](int a, int b) {
        if (std::uniform_int_distribution<int>(0, 4)(random) == 0)
            return;
        const auto& p = corners[static_cast<size_t>(a)];
        const auto& q = corners[static_cast<size_t>(b)];
        streets.push_back({p, q});
        apart[static_cast<size_t>(a)][static_cast<size_t>(b)] =
            apart[static_cast<size_t>(b)][static_cast<size_t>(a)] =
                std::hypot(p.first - q.first, p.second - q.second);
    };
    for (int i = 0; i < side * side; ++i) {
        apart[static_cast<size_t>(i)][static_cast<size_t>(i)] = 0;
        if (i % side + 1 < side)
            street(i, i + 1);
        if (i + side < side * side)
            street(i, i + side);
    }
    for (size_t k = 0; k < apart.size(); ++k) {
        for (size_t i = 0; i < apart.size(); ++i) {
            for (size_t j = 0; j < apart.size(); ++j)
                apart[i][j] = std::min(apart[i][j], apart[i][k] + apart[k][j]);
        }
    }
    Network network;
    network.addLines(lines(streets));
    network.build();
    const std::vector<size_t> facilities{0, 71, 130};
    std::vector<Source> feet;
    for (const size_t facility : facilities)
        feet.push_back({*network.nearest(corners[facility].first, corners[facility].second, 200)});
    constexpr double bound = 450;
    const auto reach = network.reach(feet, bound);
    int within = 0;
    for (size_t i = 0; i < corners.size(); ++i) {
        const auto foot = network.nearest(corners[i].first, corners[i].second, 1e-9);
        if (!foot)
            continue; // a corner that lost all its streets
        double expected = std::numeric_limits<double>::infinity();
        for (const size_t facility : facilities)
            expected = std::min(expected, apart[facility][i]);
        const double found = network.cost(reach, *foot);
        if (expected <= bound) {
            ++within;
            CHECK_THAT(found, WithinAbs(expected, 1e-9));
        } else {
            CHECK(found > bound);
        }
    }
    CHECK(within > 20);
}

TEST_CASE("the nearest street is the nearest, wherever the point lies")
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(0, 3000);
    std::uniform_real_distribution<double> wide(-1500, 4500);
    std::vector<Points> streets;
    for (int i = 0; i < 300; ++i) {
        const double x = place(random);
        const double y = place(random);
        streets.push_back({{x, y}, {x + place(random) / 20, y + place(random) / 20}});
    }
    Network network;
    network.addLines(lines(streets));
    network.build();
    for (int i = 0; i < 500; ++i) {
        const double x = wide(random);
        const double y = wide(random);
        double best = std::numeric_limits<double>::infinity();
        for (const Points& street : streets) {
            const auto [ax, ay] = street[0];
            const auto [bx, by] = street[1];
            const double length = std::hypot(bx - ax, by - ay);
            const double share = std::clamp(
                ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (length * length), 0.0, 1.0);
            best =
                std::min(best, std::hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y));
        }
        const auto foot = network.nearest(x, y, 1e6);
        REQUIRE(foot);
        CHECK_THAT(foot->distance, WithinAbs(best, 1e-9));
        CHECK(network.nearest(x, y, best * 0.999).has_value() == false);
    }
}

TEST_CASE("a town's homes are covered, unreachable or without a street")
{
    const Layer roads(town(), 4548);
    const Layer school(point(east0 + 100, north0 + 20), 4548);
    const Layer homes(point(east0 + 150, north0, 10) + "," + point(east0 + 700, north0 + 10, 20) +
                          "," + point(east0 + 900, north0 + 300, 30) + "," +
                          point(east0 + 300, north0 + 5000, 40) + "," +
                          point(east0 + 300, north0 + 2500, 50),
                      4548);
    CoverRequest request;
    request.roads = {roads.path(), {}, 0};
    request.from = {school.path(), {}, 0};
    request.to = {homes.path(), {}, 0};
    request.weight = u"people"_s;
    request.bounds = {300, 600, 1100};
    request.circles = true;
    request.model.distances = Distances::Plane;
    const auto report = cover(request);
    REQUIRE_OK(report);
    CHECK(report->targets == 5);
    CHECK(report->weight == 150);
    CHECK(report->unreachable == 1);
    CHECK(report->unsnapped == 1);
    REQUIRE(report->unsnappedTargets.size() == 1);
    CHECK_THAT(report->unsnappedTargets[0].distance, WithinAbs(std::hypot(200, 2200), 1e-9));
    REQUIRE(report->rings.size() == 3);
    CHECK(report->rings[0].covered == 1);
    CHECK(report->rings[1].covered == 2); // 600 m exactly
    CHECK(report->rings[2].covered == 3);
    CHECK(report->rings[2].weight == 60);
    CHECK(report->rings[2].circleCovered == 3);
    CHECK(report->rings[1].circleCovered == 1);

    // The same town in degrees: the plane is that of zone 39, the answers are the same.
    CoverRequest other = request;
    const auto crs = gdal::Crs::fromEpsg(4548);
    REQUIRE_OK(crs);
    const auto toGeodetic = gdal::Transformation::toGeodetic(*crs);
    REQUIRE_OK(toGeodetic);
    const auto degrees = [&](Points points) {
        for (auto& [x, y] : points)
            REQUIRE_OK(toGeodetic->apply(&x, &y, 1));
        return points;
    };
    const Layer geographic(
        line(degrees({{east0, north0}, {east0 + 500, north0}, {east0 + 1000, north0}})) + "," +
        line(degrees(
            {{east0 + 500, north0}, {east0 + 500, north0 + 300}, {east0 + 900, north0 + 300}})));
    other.roads = {geographic.path(), {}, 0};
    other.bounds = {601};
    const auto again = cover(other);
    REQUIRE_OK(again);
    CHECK(again->crs.name().contains(u"117E"_s));
    CHECK(again->rings[0].covered == 2);
    CHECK_THAT(again->roadMetres, WithinAbs(1700, 1e-6));
}

TEST_CASE("a coverage says what is wrong with its question")
{
    const Layer roads(town(), 4548);
    const Layer school(point(east0, north0), 4548);
    CoverRequest request;
    request.roads = {roads.path(), {}, 0};
    request.from = {school.path(), {}, 0};
    request.to = {school.path(), {}, 0};
    const auto code = [](const CoverRequest& asked) { return cover(asked).error().code(); };
    CHECK(code(request) == ErrorCode::BadUsage);
    request.bounds = {-1};
    CHECK(code(request) == ErrorCode::BadUsage);
    request.bounds = {500};
    REQUIRE_OK(cover(request));
    CoverRequest noLines = request;
    noLines.roads = {school.path(), {}, 0};
    CHECK(code(noLines) == ErrorCode::BadUsage);
    CoverRequest noField = request;
    noField.weight = u"没有"_s;
    CHECK(code(noField) == ErrorCode::BadUsage);
    CancelToken cancel;
    cancel.cancel();
    CHECK(cover(request, cancel).error().code() == ErrorCode::Cancelled);
}
