#include "core/spatial/catchment.h"
#include "tests/core/spatial/town.h"

#include <cmath>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using State = Trip::State;

namespace {

constexpr double east0 = 500'000;
constexpr double north0 = 2'710'000;

QByteArray road(const test::Points& points)
{
    test::Points moved = points;
    for (auto& [x, y] : moved) {
        x += east0;
        y += north0;
    }
    return test::line(moved);
}

Roads roadsOf(const std::vector<QByteArray>& roads)
{
    const test::Layer layer(test::features(roads), 4548);
    TravelModel model = TravelModel::walking();
    model.distances = Distances::Plane;
    auto read = Roads::read(model, CoverLayer{layer.path(), {}, 0}, {});
    REQUIRE_OK(read);
    return *std::move(read);
}

Facilities facilitiesAt(const test::Points& points)
{
    Facilities facilities;
    for (const auto& [x, y] : points) {
        gdal::LayerFeature feature;
        feature.id = facilities.ids().size() + 1;
        feature.shape = gdal::LayerFeature::Shape::Points;
        feature.rings = {{east0 + x}, {north0 + y}, {0}, {0}};
        facilities.add(feature);
    }
    facilities.build({});
    return facilities;
}

Demand people(double x, double y, double number)
{
    return {1, east0 + x, north0 + y, number};
}

} // namespace

TEST_CASE("two clinics are shared by those who reach them")
{
    const Roads roads = roadsOf({road({{0, 0}, {1000, 0}}), road({{0, 5000}, {1000, 5000}})});
    const Facilities clinics = facilitiesAt({{0, 0}, {1000, 0}, {3000, 0}});
    const std::vector<Demand> homes{people(200, 0, 100), people(500, 0, 50), people(900, 0, 30),
                                    people(500, 5000, 40), people(500, 2500, 7)};
    const auto made = catchment(roads, clinics, {10, 20, 5}, homes, 500, Decay::None);
    REQUIRE_OK(made);
    // 10 beds for 100 + 50 people, 20 for 50 + 30; the third clinic has no road.
    CHECK(made->supplies[0].people == 150);
    CHECK_THAT(made->supplies[1].ratio, WithinAbs(0.25, 1e-15));
    CHECK(made->supplies[2].ratio == 0);
    CHECK_THAT(made->shares[0].ratio, WithinAbs(10.0 / 150, 1e-15));
    CHECK_THAT(made->shares[1].ratio, WithinAbs(10.0 / 150 + 0.25, 1e-15));
    CHECK_THAT(made->shares[2].ratio, WithinAbs(0.25, 1e-15));
    CHECK(made->shares[3].ratio == 0);
    CHECK(made->shares[3].state == State::Unreachable);
    CHECK(made->shares[4].state == State::NoRoad);

    // At the bound the Gaussian weight is nothing: each clinic is its neighbour's alone.
    const auto faded = catchment(roads, clinics, {10, 20, 5}, homes, 500, Decay::Gaussian);
    REQUIRE_OK(faded);
    CHECK_THAT(faded->shares[0].ratio, WithinAbs(0.1, 1e-15));
    CHECK(faded->shares[1].ratio == 0);
    CHECK_THAT(faded->shares[2].ratio, WithinAbs(20.0 / 30, 1e-15));

    const auto code = [&](double capacity, double bound) {
        const auto wrong = catchment(roads, clinics, {capacity, 1, 1}, homes, bound, Decay::None);
        REQUIRE_FALSE(wrong);
        return wrong.error().code();
    };
    CHECK(code(-1, 500) == ErrorCode::BadUsage);
    CHECK(code(1, 0) == ErrorCode::BadUsage);
    CancelToken cancel;
    cancel.cancel();
    CHECK(catchment(roads, clinics, {1, 1, 1}, homes, 500, Decay::None, cancel).error().code() ==
          ErrorCode::Cancelled);
}

TEST_CASE("shares of a crooked town agree with a table of all distances")
{
    // Expected: a program in Python that has all distances by Floyd and Warshall's method.
    constexpr int side = 6;
    const auto corner = [](int c, int r) {
        return std::pair(100.0 * c + ((3 * c + 5 * r) % 7) * 4,
                         100.0 * r + ((2 * c + 3 * r) % 5) * 6);
    };
    std::vector<QByteArray> streets;
    std::vector<Demand> homes;
    for (int c = 0; c < side; ++c) {
        for (int r = 0; r < side; ++r) {
            const auto [x, y] = corner(c, r);
            homes.push_back(people(x, y, 10 + (7 * (c * side + r)) % 23));
            if ((c * r + c + 2 * r) % 4 == 3)
                continue;
            if (c + 1 < side)
                streets.push_back(road({corner(c, r), corner(c + 1, r)}));
            if (r + 1 < side)
                streets.push_back(road({corner(c, r), corner(c, r + 1)}));
        }
    }
    const Roads roads = roadsOf(streets);
    const Facilities schools =
        facilitiesAt({corner(0, 0), corner(5, 1), corner(2, 4), corner(4, 5)});
    const std::vector<double> seats{12, 30, 7.5, 21};
    struct Case
    {
        double bound;
        Decay decay;
        double last;      // ratio of the last school
        double ratios[4]; // at the corners 1,1  3,3  5,5  4,2
        int without;
    };
    for (const Case& one : {Case{250,
                                 Decay::None,
                                 0.157894736842,
                                 {0.101694915254, 0.035885167464, 0.157894736842, 0.1875},
                                 7},
                            Case{400,
                                 Decay::None,
                                 0.073170731707,
                                 {0.048, 0.186605683852, 0.073170731707, 0.186605683852},
                                 0},
                            Case{250,
                                 Decay::Gaussian,
                                 0.244333124933,
                                 {0.061640245462, 0.017439938911, 0.183588166861, 0.099266523218},
                                 7},
                            Case{400,
                                 Decay::Gaussian,
                                 0.137910731269,
                                 {0.067211135022, 0.08315736223, 0.124095903793, 0.190349633868},
                                 0}}) {
        const auto made = catchment(roads, schools, seats, homes, one.bound, one.decay);
        REQUIRE_OK(made);
        CHECK_THAT(made->supplies[3].ratio, WithinAbs(one.last, 1e-11));
        const int corners[] = {1 * side + 1, 3 * side + 3, 5 * side + 5, 4 * side + 2};
        for (size_t i = 0; i < 4; ++i)
            CHECK_THAT(made->shares[static_cast<size_t>(corners[i])].ratio,
                       WithinAbs(one.ratios[i], 1e-11));
        double given = 0;
        int without = 0;
        for (size_t i = 0; i < homes.size(); ++i) {
            given += made->shares[i].ratio * homes[i].people;
            without += made->shares[i].ratio == 0 ? 1 : 0;
        }
        CHECK_THAT(given, WithinRel(70.5, 1e-12)); // all seats are given, none twice
        CHECK(without == one.without);
    }
}

TEST_CASE("a catchment is summed up by region")
{
    const test::Layer roads(road({{0, 0}, {1000, 0}}), 4548);
    const auto feature = [](double x, const QByteArray& properties) {
        return R"({"type":"Feature","properties":{)" + properties +
               R"(},"geometry":{"type":"Point","coordinates":)" +
               test::coordinates({{east0 + x, north0}}) + "}}";
    };
    const test::Layer clinics(feature(0, R"("beds":10)") + "," + feature(1000, R"("beds":20)"),
                              4548);
    const test::Layer homes(feature(200, R"("people":100,"district":"甲")") + "," +
                                feature(500, R"("people":50,"district":"乙")") + "," +
                                feature(900, R"("people":30,"district":"乙")"),
                            4548);
    CatchmentRequest request;
    request.roads = {roads.path(), {}, 0};
    request.from = {clinics.path(), {}, 0};
    request.to = {homes.path(), {}, 0};
    request.capacity = u"beds"_s;
    request.people = u"people"_s;
    request.by = u"district"_s;
    request.model.distances = Distances::Plane;
    request.bound = 300;
    const auto report = computeCatchment(request);
    REQUIRE_OK(report);
    REQUIRE(report->regions.size() == 2);
    CHECK(report->regions[0].name == u"乙");
    CHECK(report->regions[0].places == 2);
    CHECK(report->regions[0].without == 50);
    CHECK_THAT(report->regions[0].ratio(), WithinAbs(20.0 / 80, 1e-12));
    CHECK_THAT(report->regions[1].ratio(), WithinAbs(0.1, 1e-12));
    CHECK(report->total.people == 180);
    CHECK_THAT(report->total.supply, WithinAbs(30, 1e-12));
    CHECK(report->capacity == 30);
    CHECK(report->unused == 0);
    request.bound = 150;
    const auto narrow = computeCatchment(request);
    REQUIRE_OK(narrow);
    CHECK(narrow->unused == 10);
    request.capacity = u"没有"_s;
    CHECK_FALSE(computeCatchment(request));
}
