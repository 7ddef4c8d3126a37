#include "core/spatial/areas.h"
#include "core/spatial/ellipsoid.h"
#include "tests/support/catch.h"

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinRel;

namespace {

gdal::Rings ring(const std::vector<std::pair<double, double>>& points)
{
    gdal::Rings rings;
    rings.begins = {0};
    rings.holes = {0};
    for (size_t i = 0; i <= points.size(); ++i) {
        rings.x.push_back(points[i % points.size()].first);
        rings.y.push_back(points[i % points.size()].second);
    }
    return rings;
}

AreaMeasure measure(int epsg)
{
    const auto crs = gdal::Crs::fromEpsg(epsg);
    REQUIRE_OK(crs);
    auto made = AreaMeasure::make({}, *crs);
    REQUIRE_OK(made);
    return *std::move(made);
}

/// By PROJ's inverse projection of edges cut every `step` metres, and the survey's formula.
double byInverse(int epsg, const gdal::Rings& rings, double step)
{
    const auto crs = gdal::Crs::fromEpsg(epsg);
    REQUIRE_OK(crs);
    const auto toGeodetic = gdal::Transformation::toGeodetic(*crs);
    REQUIRE_OK(toGeodetic);
    gdal::Rings cut;
    cutEdges(rings, step, cut);
    REQUIRE_OK(toGeodetic->apply(cut.x.data(), cut.y.data(), cut.x.size()));
    return std::abs(signedArea(cut.x.data(), cut.y.data(), cut.x.size()));
}

} // namespace

TEST_CASE("the integral over the projection's scale agrees with PROJ and the survey's formula")
{
    struct Case
    {
        int epsg;
        double east, north, size, step;
    };
    // Zone 39 (4548, 4527 with its prefix) at Xiamen, at the zone's rim and beyond; a parcel, a
    // district, a province; the north of China; UTM with its scale.
    for (const Case& one :
         {Case{4548, 611'000, 2'710'000, 100, 1}, Case{4548, 611'000, 2'710'000, 20'000, 5},
          Case{4548, 650'000, 2'710'000, 150'000, 20}, Case{4548, 745'000, 2'710'000, 1000, 1},
          Case{4527, 39'611'000, 2'710'000, 1000, 1}, Case{4548, 400'000, 5'900'000, 5000, 2},
          Case{32650, 611'000, 2'710'000, 1000, 1}}) {
        CAPTURE(one.epsg, one.east, one.size);
        const gdal::Rings rings = ring({{one.east, one.north},
                                        {one.east + one.size, one.north + 0.1 * one.size},
                                        {one.east + 0.8 * one.size, one.north + 1.1 * one.size},
                                        {one.east - 0.2 * one.size, one.north + 0.7 * one.size}});
        const auto area = measure(one.epsg).ellipsoidal(rings);
        REQUIRE_OK(area);
        CHECK_THAT(*area, WithinRel(byInverse(one.epsg, rings, one.step), 1e-9));
    }
}

TEST_CASE("pieces add up to the whole, however it was cut")
{
    const gdal::Rings whole =
        ring({{611'000, 2'710'000}, {612'000, 2'710'100}, {611'300, 2'711'000}});
    const gdal::Rings left =
        ring({{611'000, 2'710'000}, {611'600, 2'710'060}, {611'300, 2'711'000}});
    const gdal::Rings right =
        ring({{611'600, 2'710'060}, {612'000, 2'710'100}, {611'300, 2'711'000}});
    AreaMeasure zone = measure(4548);
    const double parts = *zone.ellipsoidal(left) + *zone.ellipsoidal(right);
    CHECK_THAT(parts, WithinRel(*zone.ellipsoidal(whole), 1e-12));
    gdal::Rings many;
    cutEdges(whole, 3.7, many);
    CHECK(many.x.size() > 700);
    CHECK_THAT(*zone.ellipsoidal(many), WithinRel(*zone.ellipsoidal(whole), 1e-12));
}

TEST_CASE("the survey's corners differ by what the header says")
{
    // 100 m from west to east and 100 m north at 24.5° N: the bulges of both edges cancel but for
    // the meridians' meeting, so one edge alone is looked at: a triangle with its tip at the south.
    const gdal::Rings corners =
        ring({{611'050, 2'710'000}, {611'100, 2'710'100}, {611'000, 2'710'100}});
    const double difference = *measure(4548).ellipsoidal(corners) - byInverse(4548, corners, 1000);
    // s³ tan B / 12 R for the long edge, and less for the steep ones.
    CHECK(std::abs(difference) < 0.012);
    CHECK(std::abs(difference) > 0.003);
}
