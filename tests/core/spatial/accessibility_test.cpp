#include "core/spatial/accessibility.h"
#include "core/spatial/coverage.h"
#include "tests/core/spatial/town.h"

#include <cmath>
#include <numbers>
#include <random>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using test::line;
using test::Points;
using State = Trip::State;

namespace {

constexpr double east0 = 500'000; // the central meridian, where a plane metre is one on the ground
constexpr double north0 = 2'710'000;

/// Places of the little towns are counted from a round corner.
Points at(Points points)
{
    for (auto& [x, y] : points) {
        x += east0;
        y += north0;
    }
    return points;
}

QByteArray road(const Points& points, const QByteArray& properties = "{}")
{
    return line(at(points), properties);
}

Roads roadsOf(const std::vector<QByteArray>& roads, const TravelModel& model,
              const QByteArray& barriers = {})
{
    const test::Layer layer(test::features(roads), 4548);
    auto reader = gdal::LayerReader::open(layer.path(), {}, model.fields());
    REQUIRE_OK(reader);
    std::vector<OpenLayer> walls;
    const test::Layer wall(barriers, 4548);
    auto wallReader = gdal::LayerReader::open(wall.path());
    REQUIRE_OK(wallReader);
    if (!barriers.isEmpty())
        walls.push_back({&*wallReader, *wallReader->info().crs});
    auto read = Roads::read(model, {&*reader, *reader->info().crs}, walls);
    REQUIRE_OK(read);
    return *std::move(read);
}

TravelModel onFoot()
{
    TravelModel model = TravelModel::walking();
    model.distances = Distances::Plane;
    return model;
}

TravelModel byCar()
{
    TravelModel model = TravelModel::driving();
    model.distances = Distances::Plane;
    model.speed = 36; // 600 m a minute
    return model;
}

gdal::LayerFeature pointFeature(double x, double y, qint64 id = 1)
{
    gdal::LayerFeature feature;
    feature.id = id;
    feature.shape = gdal::LayerFeature::Shape::Points;
    feature.rings = {{east0 + x}, {north0 + y}, {0}, {0}};
    return feature;
}

Facilities facilitiesAt(const Points& points)
{
    Facilities facilities;
    qint64 id = 0;
    for (const auto& [x, y] : points)
        facilities.add(pointFeature(x, y, ++id));
    facilities.build({});
    return facilities;
}

Facilities squarePark(double side, double every)
{
    Facilities facilities(every);
    gdal::LayerFeature park;
    park.shape = gdal::LayerFeature::Shape::Polygons;
    park.rings = {{east0, east0 + side, east0 + side, east0, east0},
                  {north0, north0, north0 + side, north0 + side, north0},
                  {0},
                  {0}};
    facilities.add(park);
    facilities.build({});
    return facilities;
}

/// The cost of a place, which is reached.
double costAt(const Access& access, double x, double y)
{
    const Trip trip = access.at(east0 + x, north0 + y);
    CHECK(trip.state == State::Reached);
    return trip.cost;
}

State stateAt(const Access& access, double x, double y)
{
    return access.at(east0 + x, north0 + y).state;
}

double areaOf(const std::vector<AreaTile>& tiles)
{
    double twice = 0;
    for (const AreaTile& tile : tiles) {
        for (size_t ring = 0; ring < tile.rings.count(); ++ring) {
            double one = 0;
            for (size_t i = tile.rings.begins[ring]; i + 1 < tile.rings.end(ring); ++i)
                one += (tile.rings.x[i] - east0) * (tile.rings.y[i + 1] - north0) -
                       (tile.rings.x[i + 1] - east0) * (tile.rings.y[i] - north0);
            twice += tile.rings.holes[ring] ? -std::abs(one) : std::abs(one);
        }
    }
    return twice / 2;
}

/// Of a circle drawn with so many corners.
double roundArea(double radius, int corners)
{
    return corners * radius * radius * std::sin(2 * std::numbers::pi / corners) / 2;
}

} // namespace

TEST_CASE("a road's fields say how fast and which way it may be used")
{
    TravelModel model = TravelModel::driving(u"class"_s);
    model.speeds = {{u"主干*"_s, 40}, {u"主干路辅路"_s, 20}, {u"*匝道"_s, 30}};
    model.speed = 60;
    model.speedField = u"kmh"_s;
    model.oneWayField = u"oneway"_s;
    model.shut = {{u"tags"_s, {u"*\"access\"=>\"no\"*"_s}}};
    REQUIRE(model.fields() == QStringList{u"class"_s, u"kmh"_s, u"oneway"_s, u"tags"_s});
    Ways ways(model);
    const auto kmh = [&](const QStringList& values) {
        const auto way = ways.of(values);
        REQUIRE_OK(way);
        return *way ? 0.06 / (*way)->forward : 0.0;
    };
    CHECK_THAT(kmh({u"主干路"_s, {}, {}, {}}), WithinAbs(40, 1e-12));
    CHECK_THAT(kmh({u"主干路辅路"_s, {}, {}, {}}), WithinAbs(20, 1e-12)); // the longest pattern
    CHECK_THAT(kmh({u"东匝道"_s, {}, {}, {}}), WithinAbs(30, 1e-12));
    CHECK_THAT(kmh({u"巷"_s, u"0"_s, {}, {}}), WithinAbs(60, 1e-12));
    CHECK_THAT(kmh({u"主干路"_s, u"12.5"_s, {}, {}}), WithinAbs(12.5, 1e-12));
    CHECK(kmh({u"人行道"_s, {}, {}, {}}) == 0);
    CHECK(kmh({u"FOOTWAY"_s, {}, {}, {}}) == 0);
    CHECK(kmh({u"巷"_s, {}, {}, u"\"access\"=>\"no\""_s}) == 0);
    CHECK(ways.of({u"巷"_s, u"快"_s, {}, {}}).error().code() == ErrorCode::BadUsage);
    const auto directions = [&](const QString& oneWay) {
        const auto way = ways.of({u"巷"_s, {}, oneWay, {}});
        REQUIRE_OK(way);
        return std::pair((*way)->forward < infinite, (*way)->backward < infinite);
    };
    for (const QString& text : {u"是"_s, u"yes"_s, u"1"_s, u"true"_s, u" YES "_s})
        CHECK(directions(text) == std::pair(true, false));
    for (const QString& text : {u"-1"_s, u"reverse"_s, u"反向"_s})
        CHECK(directions(text) == std::pair(false, true));
    for (const QString& text : {QString(), u"否"_s, u"no"_s, u"0"_s})
        CHECK(directions(text) == std::pair(true, true));

    TravelModel tagged = TravelModel::driving(u"highway"_s);
    tagged.oneWayField = u"other_tags/oneway"_s;
    tagged.speedField = u"other_tags/maxspeed"_s;
    REQUIRE(tagged.fields() == QStringList{u"highway"_s, u"other_tags"_s});
    const auto way =
        Ways(tagged).of({u"residential"_s,
                         uR"("lit"=>"yes","maxspeed"=>"50","oneway"=>"-1","old_oneway"=>"no")"_s});
    REQUIRE_OK(way);
    CHECK((*way)->forward == infinite);
    CHECK_THAT((*way)->backward, WithinAbs(0.06 / 50, 1e-15));

    TravelModel wrong = model;
    wrong.speed = 0;
    CHECK_FALSE(wrong.check());
    wrong = model;
    wrong.speeds << ClassSpeed{u"支路"_s, -20};
    CHECK_FALSE(wrong.check());
    wrong = model;
    wrong.snap = std::nan("");
    CHECK_FALSE(wrong.check());
    CHECK(TravelModel::walking().metresFor(800) == 800);
    CHECK_THAT(byCar().metresFor(5), WithinAbs(3000, 1e-9));
}

TEST_CASE("one-way streets are driven their way, to the facility or from it")
{
    // Around a block of 600 m, a minute a side, one-way as drawn.
    const std::vector<QByteArray> block{
        road({{0, 0}, {600, 0}}, R"({"oneway":"yes"})"),
        road({{600, 0}, {600, 600}}, R"({"oneway":"是"})"),
        road({{0, 600}, {600, 600}}, R"({"oneway":"-1"})"),
        road({{0, 600}, {0, 0}}, R"({"oneway":"1"})"),
    };
    TravelModel model = byCar();
    model.oneWayField = u"oneway"_s;
    const Facilities corner = facilitiesAt({{0, 0}});
    {
        const Roads roads = roadsOf(block, model);
        const Access access(roads, corner, 4);
        CHECK_THAT(costAt(access, 0, 600), WithinAbs(1, 1e-12));
        CHECK_THAT(costAt(access, 600, 600), WithinAbs(2, 1e-12));
        CHECK_THAT(costAt(access, 600, 0), WithinAbs(3, 1e-12));
        CHECK_THAT(costAt(access, 300, 0), WithinAbs(3.5, 1e-12));
        CHECK_THAT(costAt(access, 0, 300), WithinAbs(0.5, 1e-12));
        CHECK(stateAt(Access(roads, corner, 3), 300, 0) == State::BeyondLimit);
    }
    model.heading = Heading::Outward;
    {
        const Roads roads = roadsOf(block, model);
        const Access access(roads, corner, 4);
        CHECK_THAT(costAt(access, 0, 600), WithinAbs(3, 1e-12));
        CHECK_THAT(costAt(access, 600, 0), WithinAbs(1, 1e-12));
        CHECK_THAT(costAt(access, 300, 0), WithinAbs(0.5, 1e-12));
        CHECK_THAT(costAt(access, 0, 300), WithinAbs(3.5, 1e-12));
        // On the street where the facility stands: ahead of it, and behind it all the way round.
        const Access middle(roads, facilitiesAt({{300, 0}}), 4);
        CHECK_THAT(costAt(middle, 450, 0), WithinAbs(0.25, 1e-12));
        CHECK_THAT(costAt(middle, 150, 0), WithinAbs(3.75, 1e-12));
        // The stretch: half a minute ahead, nothing behind.
        CHECK_THAT(Access(roads, facilitiesAt({{300, 0}}), 1).reachedMetres(0.25),
                   WithinAbs(150, 1e-9));
    }
    TravelModel walk = onFoot();
    walk.oneWayField = u"oneway"_s;
    const Roads roads = roadsOf(block, walk);
    CHECK(costAt(Access(roads, corner, 1000), 600, 0) == 600);

    // Out of a dead end that is one-way inwards nobody gets; into it everybody.
    model.heading = Heading::Inward;
    const std::vector<QByteArray> deadEnd{road({{0, 0}, {600, 0}}),
                                          road({{600, 0}, {900, 0}}, R"({"oneway":"1"})")};
    const Roads trap = roadsOf(deadEnd, model);
    CHECK(stateAt(Access(trap, corner, 10), 700, 0) == State::Unreachable);
    CHECK_THAT(costAt(Access(trap, corner, 10), 600, 0), WithinAbs(1, 1e-12));
    model.heading = Heading::Outward;
    const Roads way = roadsOf(deadEnd, model);
    CHECK_THAT(costAt(Access(way, corner, 10), 900, 0), WithinAbs(1.5, 1e-12));
}

TEST_CASE("roads of a class have its speed, and closed ones are no roads")
{
    const std::vector<QByteArray> town{
        road({{0, 0}, {1000, 0}}, R"({"class":"支路"})"),
        road({{1000, 0}, {3000, 0}}, R"({"class":"高速公路"})"),
        road({{0, 0}, {0, 900}, {3000, 900}, {3000, 0}}, R"({"class":"主干路"})"),
        road({{3000, 0}, {3000, -500}}, R"({"class":"步行街"})"),
    };
    const Facilities start = facilitiesAt({{0, 0}});
    TravelModel car = TravelModel::driving(u"class"_s); // 20, 80 and 40 km/h
    car.distances = Distances::Plane;
    const Roads roads = roadsOf(town, car);
    CHECK(roads.features() == 4);
    CHECK(roads.closed() == 1);
    const Access access(roads, start, 60);
    CHECK_THAT(costAt(access, 1000, 0), WithinAbs(3, 1e-12));
    CHECK_THAT(costAt(access, 3000, 0), WithinAbs(3 + 1.5, 1e-12)); // not 7.2 by the main road
    CHECK_THAT(costAt(access, 0, 900), WithinAbs(1.35, 1e-12));
    // The nearest street to the pedestrian one that may be driven.
    CHECK_THAT(costAt(access, 3000, -400), WithinAbs(4.5, 1e-12));

    TravelModel walk = TravelModel::walking(u"class"_s);
    walk.distances = Distances::Plane;
    const Roads paths = roadsOf(town, walk);
    CHECK(paths.closed() == 1);
    const Access onFootAccess(paths, start, 6000);
    CHECK(costAt(onFootAccess, 3000, 0) == 900 + 3000 + 900);
    CHECK(costAt(onFootAccess, 3000, -500) == 5300);
    CHECK(stateAt(onFootAccess, 2000, 0) == State::NoRoad); // the motorway is none
    walk.cost = Cost::Minutes;
    const Roads timed = roadsOf(town, walk);
    CHECK_THAT(costAt(Access(timed, start, 60), 1000, 0), WithinAbs(15, 1e-9)); // 4 km/h
    walk.closed << u"*"_s;
    const test::Layer layer(test::features(town), 4548);
    auto reader = gdal::LayerReader::open(layer.path(), {}, walk.fields());
    REQUIRE_OK(reader);
    const auto none = Roads::read(walk, {&*reader, *reader->info().crs});
    REQUIRE_FALSE(none);
    CHECK(none.error().code() == ErrorCode::BadUsage);
}

TEST_CASE("roads end at barriers")
{
    const std::vector<QByteArray> town{road({{0, 0}, {500, 0}, {1000, 0}}),
                                       road({{500, 0}, {500, 400}})};
    const Facilities start = facilitiesAt({{0, 0}});
    const auto access = [&](const QByteArray& barriers, auto check) {
        const Roads roads = roadsOf(town, onFoot(), barriers);
        check(roads.network(), Access(roads, start, 2000));
    };
    // A river across the street: both banks remain, the far one is cut off.
    access(road({{700, -100}, {700, 100}}), [](const Network& network, const Access& reached) {
        CHECK(network.length() == 1400);
        CHECK(costAt(reached, 690, 0) == 690);
        CHECK(stateAt(reached, 710, 0) == State::Unreachable);
        CHECK(costAt(reached, 500, 400) == 900);
    });
    // Through the crossing: every street there ends.
    access(road({{400, -100}, {600, 100}}), [](const Network&, const Access& reached) {
        CHECK(costAt(reached, 490, 0) == 490);
        CHECK(stateAt(reached, 510, 0) == State::Unreachable);
        CHECK(stateAt(reached, 500, 100) == State::Unreachable);
    });
    // Beside the street, or along it: nothing.
    access(road({{600, 1}, {900, 1}}) + "," + road({{600, 0}, {900, 0}}),
           [](const Network& network, const Access& reached) {
               CHECK(costAt(reached, 1000, 0) == 1000);
               CHECK(network.length() == 1400);
           });
    // A closed ground: its inside has no road, its outline may be walked.
    const auto ground = [](const Points& points) { return test::polygon("军事用地", at(points)); };
    access(ground({{600, -100}, {800, -100}, {800, 100}, {600, 100}}),
           [](const Network& network, const Access& reached) {
               CHECK(network.length() == 1200);
               CHECK(costAt(reached, 600, 0) == 600);
               CHECK(stateAt(reached, 900, 0) == State::Unreachable);
           });
    access(ground({{100, 0}, {900, 0}, {900, -300}, {100, -300}}),
           [](const Network& network, const Access& reached) {
               CHECK(network.length() == 1400);
               CHECK(costAt(reached, 1000, 0) == 1000);
           });
    access(ground({{-100, -100}, {1100, -100}, {1100, 50}, {-100, 50}}),
           [](const Network& network, const Access&) { CHECK(network.length() == 350); });
}

TEST_CASE("the way to the road is limited, and counts when it shall")
{
    const std::vector<QByteArray> street{road({{0, 0}, {1000, 0}})};
    TravelModel model = onFoot();
    model.snap = 100;
    const Facilities school = facilitiesAt({{0, 60}, {500, 101}});
    {
        const Roads roads = roadsOf(street, model);
        const Access access(roads, school, 400);
        CHECK(costAt(access, 400, 100) == 400);
        CHECK(stateAt(access, 401, 0) == State::BeyondLimit);
        CHECK(stateAt(access, 400, 100.5) == State::NoRoad);
        REQUIRE(access.unsnapped().size() == 1);
        CHECK(access.unsnapped()[0].id == 2);
        CHECK(access.unsnapped()[0].distance == 101);
        CHECK(access.toRoad(east0 + 1300, north0 + 400) == 500);
    }
    model.snapCounts = true;
    const Roads roads = roadsOf(street, model);
    const Access access(roads, school, 400);
    CHECK(costAt(access, 300, 40) == 60 + 300 + 40);
    CHECK(stateAt(access, 300, 41) == State::BeyondLimit);
    TravelModel car = byCar();
    car.snapCounts = true;
    car.snapSpeed = 6; // 100 m a minute
    const Roads lanes = roadsOf(street, car);
    CHECK_THAT(costAt(Access(lanes, facilitiesAt({{0, 60}}), 5), 600, 50),
               WithinAbs(0.6 + 1 + 0.5, 1e-12));
}

TEST_CASE("lengths are those on the ground, not in the plane")
{
    // EPSG:4549 has its central meridian at 120° E; here, at 118°, a kilometre is drawn 1000.54 m
    // long. Expected: geodesics of PROJ's geod on the CGCS2000 ellipsoid between the corners.
    const test::Layer layer(
        line({{290'000, 2'710'000}, {290'300, 2'710'400}, {291'000, 2'710'400}}) + "," +
            line({{291'000, 2'710'400}, {291'000, 2'711'000}}),
        4549);
    constexpr double first = 499.728298894 + 699.621427947;
    constexpr double second = 599.676593723;
    TravelModel model;
    const auto read = [&] {
        auto reader = gdal::LayerReader::open(layer.path());
        REQUIRE_OK(reader);
        auto roads = Roads::read(model, {&*reader, *reader->info().crs});
        REQUIRE_OK(roads);
        return *std::move(roads);
    };
    const Roads ground = read();
    CHECK_THAT(ground.network().edgeLength(0), WithinRel(first, 1e-8));
    CHECK_THAT(ground.network().edgeLength(1), WithinRel(second, 1e-8));
    // A metre beside the road likewise: the limit of 500 m is 500.27 m as drawn.
    CHECK_THAT(ground.network().nearest(290'500, 2'710'900, 501)->distance,
               WithinRel(500 / 1.000543, 2e-6));
    model.distances = Distances::Plane;
    CHECK(read().network().length() == 500 + 700 + 600);
}

TEST_CASE("a service area is what lies along the stretches that are reached")
{
    const std::vector<QByteArray> street{road({{0, 0}, {400, 0}, {1000, 0}}),
                                         road({{400, 0}, {400, 500}})};
    const Roads roads = roadsOf(street, onFoot());
    const Access access(roads, facilitiesAt({{300, 10}}), 300);
    // 300 m each way along the street, and from the corner, 100 m off, 200 m up the lane.
    CHECK(access.reachedMetres(300) == 800);
    CHECK(access.reachedMetres(50) == 100);
    const auto strip = access.serviceArea(50, 20);
    REQUIRE_OK(strip);
    CHECK_THAT(areaOf(*strip), WithinRel(100 * 40 + roundArea(20, 64), 1e-9));
    const auto all = access.serviceArea(300, 20);
    REQUIRE_OK(all);
    // The lane's strip meets the street's: 180 m of it stick out.
    CHECK_THAT(areaOf(*all),
               WithinRel(600 * 40 + roundArea(20, 64) + 180 * 40 + roundArea(20, 64) / 2, 1e-9));
    for (const AreaTile& tile : *all) {
        const Box box = Box::of(tile.rings);
        CHECK(tile.box.holds(box));
    }
    CHECK_FALSE(access.serviceArea(301, 20));
    CHECK_FALSE(access.serviceArea(300, 0));
    CancelToken cancel;
    cancel.cancel();
    CHECK(access.serviceArea(300, 20, cancel).error().code() == ErrorCode::Cancelled);
    // Wide strips cover whole tiles; the union is the strip of the hull of one straight line.
    const Roads straight = roadsOf({road({{0, 0}, {6000, 0}})}, onFoot());
    const auto wide = Access(straight, facilitiesAt({{3000, 0}}), 3000).serviceArea(3000, 2500);
    REQUIRE_OK(wide);
    CHECK_THAT(areaOf(*wide), WithinRel(6000 * 5000 + roundArea(2500, 64), 1e-4));
}

TEST_CASE("circles are dissolved, and parks count with their inside")
{
    const auto one = facilitiesAt({{0, 0}}).circles(2500);
    REQUIRE_OK(one);
    CHECK_THAT(areaOf(*one), WithinRel(std::numbers::pi * 2500 * 2500, 2e-4));
    CHECK(areaOf(*one) < std::numbers::pi * 2500 * 2500);
    const auto twice = facilitiesAt({{0, 0}, {0, 0}, {10'000, 0}}).circles(300);
    REQUIRE_OK(twice);
    CHECK_THAT(areaOf(*twice), WithinRel(2 * roundArea(300, 256), 1e-9));

    const Facilities park = squarePark(5000, 50);
    CHECK(park.distance(east0 + 2500, north0 + 2500, 100) == 0);
    CHECK(park.distance(east0 - 30, north0 - 40, 100) == 50);
    CHECK(std::isinf(park.distance(east0 - 300, north0 - 400, 100)));
    const auto around = park.circles(300);
    REQUIRE_OK(around);
    CHECK_THAT(areaOf(*around),
               WithinRel(5000.0 * 5000 + 4 * 5000 * 300 + roundArea(300, 64), 1e-9));
    CHECK(squarePark(100, 50).entrances().size() == 8);
    CHECK(squarePark(100, 200).entrances().size() == 4);
    CHECK(squarePark(100, 30).entrances().size() == 16);
}

TEST_CASE("whoever walks is covered the same, however it is computed")
{
    std::mt19937 random(42);
    std::uniform_real_distribution<double> away(-30, 30);
    std::uniform_real_distribution<double> place(-100, 2100);
    constexpr int side = 21;
    std::vector<std::pair<double, double>> corners;
    for (int i = 0; i < side * side; ++i)
        corners.push_back({100.0 * (i % side) + away(random), 100.0 * (i / side) + away(random)});
    std::vector<QByteArray> streets;
    const auto street = [&](int a, int b) {
        if (std::uniform_int_distribution<int>(0, 3)(random) > 0)
            streets.push_back(
                road({corners[static_cast<size_t>(a)], corners[static_cast<size_t>(b)]}));
    };
    for (int i = 0; i < side * side; ++i) {
        if (i % side + 1 < side)
            street(i, i + 1);
        if (i + side < side * side)
            street(i, i + side);
    }
    Points schools;
    std::vector<QByteArray> homes;
    for (int i = 0; i < 12; ++i)
        schools.push_back({place(random), place(random)});
    for (int i = 0; i < 3000; ++i)
        homes.push_back(test::point(east0 + place(random), north0 + place(random),
                                    std::uniform_int_distribution<int>(1, 99)(random)));
    const test::Layer roadLayer(test::features(streets), 4548);
    const test::Layer homeLayer(test::features(homes), 4548);
    CoverRequest request;
    request.roads = {roadLayer.path(), {}, 0};
    request.to = {homeLayer.path(), {}, 0};
    request.weight = u"people"_s;
    request.bounds = {200, 400, 800};
    request.circles = true;
    request.strip = 30;
    request.model.snap = 80;
    request.model.snapCounts = true; // so that nobody walks less than the crow flies
    const auto run = [&](const Points& from) {
        std::vector<QByteArray> all;
        for (const auto& [x, y] : from)
            all.push_back(test::point(east0 + x, north0 + y));
        const test::Layer layer(test::features(all), 4548);
        request.from = {layer.path(), {}, 0};
        auto report = cover(request);
        REQUIRE_OK(report);
        return *std::move(report);
    };
    request.threads = 1;
    const CoverReport report = run(schools);
    CHECK(report.unsnapped > 0);
    CHECK(report.unreachable > 0);
    for (const CoverRing& ring : report.rings) {
        CHECK(ring.covered > 100);
        CHECK(ring.covered <= ring.circleCovered);
        CHECK(ring.weight <= ring.circleWeight);
    }
    const auto same = [&](const CoverReport& other) {
        CHECK(other.unsnapped == report.unsnapped);
        CHECK(other.unreachable == report.unreachable);
        CHECK(other.weight == report.weight);
        for (qsizetype i = 0; i < report.rings.size(); ++i) {
            CHECK(other.rings[i].covered == report.rings[i].covered);
            CHECK(other.rings[i].weight == report.rings[i].weight);
            CHECK(other.rings[i].serviceSquareMetres == report.rings[i].serviceSquareMetres);
            REQUIRE(other.rings[i].serviceArea.size() == report.rings[i].serviceArea.size());
            for (size_t tile = 0; tile < report.rings[i].serviceArea.size(); ++tile) {
                CHECK((other.rings[i].serviceArea[tile].rings.x ==
                       report.rings[i].serviceArea[tile].rings.x));
            }
        }
    };
    request.threads = 0;
    same(run(schools));
    std::shuffle(schools.begin(), schools.end(), random);
    same(run(schools));
    Points more = schools;
    more.push_back({place(random), place(random)});
    const CoverReport richer = run(more);
    for (qsizetype i = 0; i < report.rings.size(); ++i) {
        CHECK(richer.rings[i].covered >= report.rings[i].covered);
        CHECK(richer.rings[i].serviceSquareMetres >=
              report.rings[i].serviceSquareMetres * (1 - 1e-12));
    }
    CHECK(richer.unreachable <= report.unreachable);
}
