#include "core/spatial/overlay.h"
#include "core/spatial/areas.h"
#include "core/spatial/cutter.h"
#include "core/spatial/geos.h"
#include "core/spatial/measure_area.h"
#include "tests/core/spatial/layer.h"

#include <cmath>
#include <map>
#include <numbers>
#include <random>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using test::Layer;
using test::Points;
using test::polygon;
using test::ring;

namespace {

/// A part of a city in zone 39: parcels of 100 m side by side in a frame, and star-shaped zones of
/// a thousand vertices over it.
struct City
{
    std::vector<std::pair<QByteArray, Points>> parcels, zones;
    QByteArray parcelText, zoneText;

    explicit City(int side = 40, int stars = 5)
    {
        std::mt19937 random(4548);
        std::uniform_real_distribution<double> away(-20, 20);
        std::vector<Points> corners(static_cast<size_t>(side + 1));
        for (int row = 0; row <= side; ++row) {
            for (int column = 0; column <= side; ++column) {
                const bool rim = row == 0 || column == 0 || row == side || column == side;
                corners[static_cast<size_t>(row)].push_back(
                    {611'000 + 100 * column + (rim ? 0 : away(random)),
                     2'710'000 + 100 * row + (rim ? 0 : away(random))});
            }
        }
        for (int row = 0; row < side; ++row) {
            for (int column = 0; column < side; ++column) {
                const auto at = [&](int r, int c) {
                    return corners[static_cast<size_t>(r)][static_cast<size_t>(c)];
                };
                parcels.push_back({QByteArray::number((row + column) % 3),
                                   {at(row, column), at(row, column + 1), at(row + 1, column + 1),
                                    at(row + 1, column)}});
            }
        }
        std::uniform_real_distribution<double> place(800, 100 * side - 800);
        for (int star = 0; star < stars; ++star) {
            const double x = 611'000 + place(random);
            const double y = 2'710'000 + place(random);
            Points points;
            for (int i = 0; i < 1000; ++i) {
                const double angle = 2 * std::numbers::pi * i / 1000;
                const double radius = 600 + 150 * std::sin(7 * angle) + 30 * std::sin(60 * angle);
                points.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
            }
            zones.push_back({star % 2 == 0 ? "红线" : "边界", points});
        }
        for (const auto& [kind, points] : parcels)
            parcelText += (parcelText.isEmpty() ? "" : ",") + polygon(kind, points);
        for (const auto& [kind, points] : zones)
            zoneText += (zoneText.isEmpty() ? "" : ",") + polygon(kind, points);
    }
};

Result<OverlayReport> overlayOf(const Layer& a, const Layer& b, int threads = 1)
{
    return overlay({{a.path(), {}, u"class"_s, 0}, {b.path(), {}, u"class"_s, 0}, threads});
}

} // namespace

TEST_CASE("half a square lies in a zone")
{
    const Layer parcels(
        polygon("01", Points{{118, 24}, {118.01, 24}, {118.01, 24.01}, {118, 24.01}}) + "," +
        polygon("02", Points{{118.1, 24}, {118.11, 24}, {118.11, 24.01}, {118.1, 24.01}}));
    const Layer zones(
        polygon("z", Points{{118.005, 23.9}, {118.05, 23.9}, {118.05, 24.1}, {118.005, 24.1}}));
    const auto report = overlayOf(parcels, zones);
    REQUIRE_OK(report);
    REQUIRE(report->cells.size() == 1);
    CHECK(report->cells.first().a == u"01"_s);
    CHECK(report->cells.first().b == u"z"_s);
    CHECK(report->cells.first().features == 1);
    // Half of the square of a hundredth of a degree, by the zone's closed form.
    CHECK_THAT(report->area, WithinRel(1126941.7247313974 / 2, 1e-9));
    CHECK(report->features == 2);
    CHECK(report->zones == 1);
}

TEST_CASE("leaves and short cuts change nothing: the sums are those of plain intersections")
{
    const City city;
    const auto crs = gdal::Crs::fromEpsg(4548);
    REQUIRE_OK(crs);
    auto measure = AreaMeasure::make({}, *crs);
    REQUIRE_OK(measure);
    const Geos geos;
    std::map<std::pair<QString, QString>, std::pair<double, double>> expected;
    for (const auto& [parcelKind, parcel] : city.parcels) {
        const auto a = geos.fromRings(ring(parcel));
        for (const auto& [zoneKind, zone] : city.zones) {
            const auto b = geos.fromRings(ring(zone));
            const auto both = geos.intersection(a.get(), b.get());
            REQUIRE(both);
            gdal::Rings rings;
            geos.toRings(both.get(), rings);
            auto& [area, plane] =
                expected[{QString::fromUtf8(parcelKind), QString::fromUtf8(zoneKind)}];
            area += *measure->ellipsoidal(rings);
            plane += *measure->plane(rings);
        }
    }
    const auto report = overlayOf(Layer(city.parcelText, 4548), Layer(city.zoneText, 4548));
    REQUIRE_OK(report);
    CHECK(report->features == 1600);
    REQUIRE(report->cells.size() == 6);
    for (const OverlayCell& cell : report->cells) {
        const auto& [area, plane] = expected[{cell.a, cell.b}];
        CHECK(area > 10'000);
        CHECK_THAT(cell.area, WithinRel(area, 1e-9));
        CHECK_THAT(cell.plane, WithinRel(plane, 1e-9));
    }
}

TEST_CASE("what is in the zones and what is outside add up to everything")
{
    const City city;
    // Two zones that share a winding border and cover the frame.
    Points border;
    for (int i = 0; i <= 2000; ++i)
        border.push_back(
            {611'000 + 2 * i, 2'712'000 + 300 * std::sin(i / 50.0) + 40 * std::sin(i / 3.0)});
    Points south = border;
    south.push_back({615'000, 2'709'000});
    south.push_back({611'000, 2'709'000});
    Points north = border;
    north.push_back({615'000, 2'715'000});
    north.push_back({611'000, 2'715'000});
    const Layer parcels(city.parcelText, 4548);
    const auto report =
        overlayOf(parcels, Layer(polygon("s", south) + "," + polygon("n", north), 4548));
    const auto all = measureArea({parcels.path(), {}, u"class"_s, 0});
    REQUIRE_OK(report);
    REQUIRE_OK(all);
    CHECK_THAT(report->area, WithinRel(all->total.ellipsoidal, 1e-11));
    CHECK_THAT(report->plane, WithinRel(16'000'000.0, 1e-11));
    std::map<QString, double> byClass;
    for (const OverlayCell& cell : report->cells)
        byClass[cell.a] += cell.area;
    for (auto group = all->groups.cbegin(); group != all->groups.cend(); ++group)
        CHECK_THAT(byClass[group.key()], WithinRel(group->ellipsoidal, 1e-11));
}

TEST_CASE("threads do not matter, nor a zone prefix")
{
    const City city;
    const Layer parcels(city.parcelText, 4548);
    const Layer zones(city.zoneText, 4548);
    const auto one = overlayOf(parcels, zones, 1);
    const auto many = overlayOf(parcels, zones, 0);
    REQUIRE_OK(one);
    REQUIRE_OK(many);
    REQUIRE(one->cells.size() == many->cells.size());
    for (qsizetype i = 0; i < one->cells.size(); ++i) {
        CHECK(one->cells.at(i).area == many->cells.at(i).area);
        CHECK(one->cells.at(i).plane == many->cells.at(i).plane);
    }
    QByteArray shifted;
    for (const auto& [kind, points] : city.zones) {
        Points moved = points;
        for (auto& point : moved)
            point.first += 39'000'000;
        shifted += (shifted.isEmpty() ? "" : ",") + polygon(kind, moved);
    }
    const auto prefixed = overlayOf(parcels, Layer(shifted, 4527));
    REQUIRE_OK(prefixed);
    CHECK_THAT(prefixed->area, WithinRel(one->area, 1e-9));
}

TEST_CASE("faulty shapes are mended and counted, none is dropped in silence")
{
    const Layer parcels(
        polygon("bow", Points{{611'000, 2'710'000},
                              {611'100, 2'710'100},
                              {611'100, 2'710'000},
                              {611'000, 2'710'100}}) +
            "," +
            polygon("spike", Points{{611'200, 2'710'000},
                                    {611'300, 2'710'000},
                                    {611'400, 2'710'000},
                                    {611'300, 2'710'000},
                                    {611'300, 2'710'100},
                                    {611'200, 2'710'100}}) +
            ",{\"type\":\"Feature\",\"properties\":{\"class\":\"null\"},\"geometry\":null}" +
            ",{\"type\":\"Feature\",\"properties\":{\"class\":\"line\"},\"geometry\":{\"type\":"
            "\"LineString\",\"coordinates\":[[611000,2710000],[611100,2710100]]}}",
        4548);
    const Layer zones(polygon("z", Points{{610'000, 2'709'000},
                                          {612'000, 2'709'000},
                                          {612'000, 2'711'000},
                                          {610'000, 2'711'000}}),
                      4548);
    const auto report = overlayOf(parcels, zones);
    REQUIRE_OK(report);
    CHECK(report->repairedA == 2);
    CHECK(report->withoutArea == 2);
    CHECK(report->features == 2);
    REQUIRE(report->cells.size() == 2);
    CHECK_THAT(report->cells.at(0).plane, WithinAbs(5'000, 1e-6)); // two wings of a quarter each
    CHECK_THAT(report->cells.at(1).plane, WithinAbs(10'000, 1e-6));
}

TEST_CASE("an overlay can be cancelled, and says what is wrong with its layers")
{
    const City city(4, 1);
    const Layer parcels(city.parcelText, 4548);
    const Layer zones(city.zoneText, 4548);
    CancelToken cancel;
    cancel.cancel();
    const auto cancelled =
        overlay({{parcels.path(), {}, {}, 0}, {zones.path(), {}, {}, 0}, 2}, cancel);
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code() == ErrorCode::Cancelled);
    const auto field = overlay({{parcels.path(), {}, u"没有"_s, 0}, {zones.path(), {}, {}, 0}, 1});
    REQUIRE_FALSE(field);
    CHECK(field.error().message().contains(u"class"_s));
    const auto old = overlay({{parcels.path(), {}, {}, 0}, {zones.path(), {}, {}, 4610}, 1});
    REQUIRE_FALSE(old);
    CHECK(old.error().code() == ErrorCode::Unsupported);
}

TEST_CASE("a piece that ends on its neighbour's border is not taken for the neighbour's")
{
    // What cutting a parcel at a district's leaf left: a triangle of 26.104 m² whose longest side
    // runs along an edge of the parcel beside it, both ends nearer to it than coordinates are exact.
    gdal::Rings triangle;
    triangle.x = {603110.662495396333, 603115.418787499890, 603115.418787499890,
                  603110.662495396333};
    triangle.y = {2723752.727768749930, 2723741.748253086582, 2723752.727768749930,
                  2723752.727768749930};
    triangle.begins = {0};
    triangle.holes = {0};
    gdal::Rings neighbour;
    neighbour.x = {603000, 603142.461299999966, 603082.452700000023, 603000, 603000};
    neighbour.y = {2723679.3228, 2723679.322800000198, 2723817.847800000105, 2723817.8478,
                   2723679.3228};
    neighbour.begins = {0};
    neighbour.holes = {0};
    Zones zones;
    zones.add(neighbour, u"邻"_s);
    REQUIRE_OK(zones.build());
    Cutter cutter(zones);
    double most = 0;
    REQUIRE_OK(cutter.polygon(1, triangle, [&](const Piece& piece) -> Result<void> {
        const auto low = std::min_element(piece.rings.x.begin(), piece.rings.x.end());
        double twice = 0;
        for (size_t i = 0; i + 1 < piece.rings.x.size(); ++i)
            twice += (piece.rings.x[i] - *low) * (piece.rings.y[i + 1] - 2723741) -
                     (piece.rings.x[i + 1] - *low) * (piece.rings.y[i] - 2723741);
        most = std::max(most, std::abs(twice) / 2);
        return {};
    }));
    CHECK(most < 1e-6);
}
