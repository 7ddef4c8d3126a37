#include "core/spatial/stated_transformation.h"

#include "core/gdal/layer_writer.h"
#include "core/spatial/intake.h"
#include "tests/core/spatial/intake_support.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::spatial;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using gdal::Crs;
using gdal::ShiftedTransformation;
using test::Desk;

namespace {

constexpr double degree = M_PI / 180;

struct Ellipsoid
{
    double a, rf;
    double e2() const { return (2 - 1 / rf) / rf; }
};
// IAG 75 as EPSG:7049 has it, Krassovsky EPSG:7024, CGCS2000 EPSG:1024.
constexpr Ellipsoid iag75{6378140, 298.257};
constexpr Ellipsoid krassovsky{6378245, 298.3};
constexpr Ellipsoid china2000{6378137, 298.257222101};

struct Point
{
    double longitude, latitude;
};

/// Seven parameters by hand: to geocentric coordinates, the matrix as EPSG's guidance note 7-2
/// writes it (`turn` +1: method 9606, −1: method 9607), and back by Bowring's formula iterated.
Point byHand(const Ellipsoid& from, Point p, const gdal::DatumShift& d, double turn)
{
    const double l = p.longitude * degree;
    const double b = p.latitude * degree;
    const double n = from.a / std::sqrt(1 - from.e2() * std::sin(b) * std::sin(b));
    const double x = n * std::cos(b) * std::cos(l);
    const double y = n * std::cos(b) * std::sin(l);
    const double z = n * (1 - from.e2()) * std::sin(b);
    const double second = degree / 3600;
    const double rx = turn * d.rx * second;
    const double ry = turn * d.ry * second;
    const double rz = turn * d.rz * second;
    const double m = 1 + d.scale * 1e-6;
    const double x2 = d.dx + m * (x - rz * y + ry * z);
    const double y2 = d.dy + m * (rz * x + y - rx * z);
    const double z2 = d.dz + m * (-ry * x + rx * y + z);
    const double across = std::hypot(x2, y2);
    double latitude = std::atan2(z2, across * (1 - china2000.e2()));
    for (int i = 0; i < 20; ++i) {
        const double s = std::sin(latitude);
        const double n2 = china2000.a / std::sqrt(1 - china2000.e2() * s * s);
        latitude = std::atan2(z2 + china2000.e2() * n2 * s, across);
    }
    return {std::atan2(y2, x2) / degree, latitude / degree};
}

StatedTransformation stated(const QString& text)
{
    const auto parsed = StatedTransformation::parse(text);
    INFO((parsed ? QString() : parsed.error().message()).toStdString());
    REQUIRE(parsed);
    return *parsed;
}

Point moved(const ShiftedTransformation& way, Point p)
{
    REQUIRE(way.apply(&p.longitude, &p.latitude, 1));
    return p;
}

Crs epsg(int code)
{
    const auto crs = Crs::fromEpsg(code);
    REQUIRE(crs);
    return *crs;
}

// Made up; those in use are not public.
const QString seven = u"position-vector dx=-12.25 dy=34.5 dz=-7.125 rx=0.81 ry=-1.37 rz=2.05 "
                      "scale=-3.4"_s;

} // namespace

TEST_CASE("EPSG's worked example of seven parameters comes out")
{
    // EPSG Guidance Note 7-2, methods 9606 and 9607: WGS 72 to WGS 84, 55° N 4° E becomes
    // 55°00'00.090" N, 4°00'00.554" E. CGCS2000's ellipsoid differs from WGS 84's by 0.1 mm.
    const QString text =
        GENERATE(u"position-vector dx=0 dy=0 dz=4.5 rx=0 ry=0 rz=0.554 scale=0.219"_s,
                 u"coordinate-frame dx=0 dy=0 dz=4.5 rx=0 ry=0 rz=-0.554″ scale=0.219ppm"_s);
    const auto way = ShiftedTransformation::make(stated(text).shift, epsg(4322), epsg(4490));
    REQUIRE(way);
    const Point there = moved(*way, {4, 55});
    CHECK_THAT((there.longitude - 4) * 3600, WithinAbs(0.554, 0.0005));
    CHECK_THAT((there.latitude - 55) * 3600, WithinAbs(0.090, 0.0005));
}

TEST_CASE("seven and three parameters agree with the matrix computed by hand")
{
    struct Case
    {
        const char* text;
        double turn;
    };
    const auto [text, turn] = GENERATE(
        Case{"position-vector dx=-12.25 dy=34.5 dz=-7.125 rx=0.81 ry=-1.37 rz=2.05 scale=-3.4", 1},
        Case{"coordinate-frame dx=-12.25 dy=34.5 dz=-7.125 rx=0.81 ry=-1.37 rz=2.05 scale=-3.4",
             -1},
        Case{"three dx=15.8 dy=-154.4 dz=-82.3", 1});
    CAPTURE(text);
    const StatedTransformation s = stated(QString::fromLatin1(text));
    const Point place = GENERATE(Point{118.1, 24.5}, Point{87.6, 43.8}, Point{126.6, 45.75});
    for (const auto& [code, ellipsoid] : {std::pair(4610, iag75), std::pair(4214, krassovsky)}) {
        const auto way = ShiftedTransformation::make(s.shift, epsg(code), epsg(4490));
        REQUIRE(way);
        const Point there = moved(*way, place);
        const Point wanted = byHand(ellipsoid, place, s.shift, turn);
        CHECK_THAT(there.longitude, WithinAbs(wanted.longitude, 1e-11)); // 1 µm
        CHECK_THAT(there.latitude, WithinAbs(wanted.latitude, 1e-11));
        CHECK(std::abs(there.longitude - place.longitude) > 1e-5);
    }
}

TEST_CASE("projected coordinates of the old datum go by way of its own projection")
{
    const StatedTransformation s = stated(seven);
    // Xi'an 80 3-degree zones with and without prefix, Beijing 54 6-degree.
    for (const auto& [code, like, ellipsoid] :
         {std::tuple(2384, 4548, iag75), std::tuple(2363, 4527, iag75),
          std::tuple(21420, 4498, krassovsky), std::tuple(4610, 4490, iag75)}) {
        CAPTURE(code);
        const Crs old = epsg(code);
        const auto into = gdal::likeOnCgcs2000(old);
        REQUIRE(into);
        CHECK(into->epsg() == like);
        if (old.isGeographic())
            continue;
        // The plane coordinates of a place on the old ellipsoid, found by going there and back: no
        // parameters leave only the change of ellipsoid, which is known by hand.
        const Point place{117.25, 24.5};
        const auto bare = ShiftedTransformation::make({}, old, epsg(4490));
        REQUIRE(bare);
        const Point bareWanted = byHand(ellipsoid, place, {}, 1);
        Point plane{old.gaussKrueger()->falseEasting + 25340, 2711000};
        for (int i = 0; i < 12; ++i) {
            const Point degrees = moved(*bare, plane);
            plane.longitude += (bareWanted.longitude - degrees.longitude) * 101300;
            plane.latitude += (bareWanted.latitude - degrees.latitude) * 110760;
        }
        const auto way = ShiftedTransformation::make(s.shift, old, *into);
        REQUIRE(way);
        Point there = moved(*way, plane);
        const auto up = gdal::Transformation::toGeodetic(*into);
        REQUIRE(up);
        REQUIRE(up->apply(&there.longitude, &there.latitude, 1));
        const Point wanted = byHand(ellipsoid, place, s.shift, 1);
        CHECK_THAT(there.longitude, WithinAbs(wanted.longitude, 1e-10));
        CHECK_THAT(there.latitude, WithinAbs(wanted.latitude, 1e-10));
    }
    CHECK_FALSE(gdal::likeOnCgcs2000(epsg(3857)));
}

TEST_CASE("four parameters turn, scale and move the plane, x being north")
{
    // A right angle shows the direction: what lay north of the origin lies east of it.
    const auto turn = ShiftedTransformation::make(
        stated(u"plane dx=100 dy=2000 rotation=90° k=2 into=4548"_s).shift, epsg(4548), epsg(4548));
    REQUIRE(turn);
    double east = 3;
    double north = 50;
    REQUIRE(turn->apply(&east, &north, 1));
    CHECK_THAT(north, WithinAbs(100 - 2 * 3, 1e-9));
    CHECK_THAT(east, WithinAbs(2000 + 2 * 50, 1e-9));
    // The formula with small numbers, by hand: cos 10″ = 1 − 1.1752e-9, sin 10″ = 4.848136811e-5.
    const auto slight = ShiftedTransformation::make(
        stated(u"四参数，dx=2711113.2，dy=499000，rotation=10″，scale=2.5，into=EPSG:4548"_s).shift,
        epsg(4548), epsg(4548));
    REQUIRE(slight);
    east = 8000;
    north = 4000;
    REQUIRE(slight->apply(&east, &north, 1));
    CHECK_THAT(
        north,
        WithinAbs(2711113.2 + 1.0000025 * (4000 * 0.9999999988248 - 8000 * 4.848136811e-5), 1e-6));
    CHECK_THAT(
        east,
        WithinAbs(499000 + 1.0000025 * (4000 * 4.848136811e-5 + 8000 * 0.9999999988248), 1e-6));
}

TEST_CASE("parameters are read as they are typed, and written so that they read the same")
{
    for (const QString& text : {seven, u"three dx=0.1 dy=1e-7 dz=-1234567.891"_s,
                                u"plane dx=1.5 dy=-2 rotation=0.25 scale=3.3 into=4549"_s}) {
        const StatedTransformation once = stated(text);
        CHECK(once.text() == stated(once.text()).text());
        CHECK_FALSE(once.inWords().isEmpty());
    }
    CHECK(
        stated(u"Position-Vector dx=1, dy=2; dz=3 rx=1rad ry=0.5° rz=−7″ scale=0.5ppm"_s).text() ==
        u"position-vector dx=1 dy=2 dz=3 rx=206264.80624709636 ry=1800 rz=-7 scale=0.5");
    CHECK_THAT(stated(u"plane dx=1 dy=2 rotation=3 k=1.0000021 into=4549"_s).shift.scale,
               WithinAbs(2.1, 1e-9));
    const auto refused = [](const QString& text, const char* says) {
        CAPTURE(text.toStdString());
        const auto parsed = StatedTransformation::parse(text);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code() == ErrorCode::BadUsage);
        CHECK_THAT(parsed.error().message().toStdString(), ContainsSubstring(says));
    };
    refused(u""_s, "position-vector");
    refused(u"dx=1 dy=2 dz=3"_s, "position-vector"); // which way it turns must be said
    refused(u"position-vector dx=1 dy=2 dz=3"_s, "rx");
    refused(u"three dx=1 dy=2 dz=abc"_s, "dz=abc");
    refused(u"three dx=1 dy=2 dz=3 dx=4"_s, "dx");
    refused(u"three dx=1 dy=2 dz=3 rx=4"_s, "rx");
    refused(u"plane dx=1 dy=2 rotation=3 scale=4"_s, "into");
    refused(u"three dx=1 dy=2ppm dz=3"_s, "dy=2ppm");
}

TEST_CASE("a layer in Xi'an 80 is refused without parameters and taken with them")
{
    Desk desk;
    const QString name = GENERATE(u"DLTB_2022.shp"_s, u"DLTB_2022.gpkg"_s);
    const Keep keep = GENERATE(Keep::Inside, Keep::Beside);
    const auto found = inspectLayers(desk.parcels(name, 2384), desk.data);
    REQUIRE(found);
    LayerGuess guess = found->first();
    CHECK_FALSE(guess.problem.isEmpty());
    CHECK(guess.info.crs->datum() == Crs::Datum::Xian80);
    const QStringList tables = desk.tables();
    const auto without = takeLayer(desk.path, desk.data, guess, Desk::options(keep));
    REQUIRE_FALSE(without);
    CHECK_THAT(without.error().message().toStdString(), ContainsSubstring("七参数"));

    guess.transformation = stated(seven).text();
    const auto unsaid = takeLayer(desk.path, desk.data, guess, Desk::options(keep));
    REQUIRE_FALSE(unsaid); // who says so?
    CHECK(unsaid.error().code() == ErrorCode::BadUsage);
    guess.transformationSource = u"某市测绘院 2019 年成果"_s;
    desk.take(guess, keep);
    const project::Layer layer = desk.data.layers.first();
    CHECK(layer.isInside() == (keep == Keep::Inside));
    CHECK((layer.isInside() || layer.path.startsWith(u"空间数据/")));
    const GateReport report = GateReport::fromJson(layer.health);
    CHECK(report.moved.transformation == guess.transformation);
    CHECK(report.moved.source == guess.transformationSource);
    CHECK(report.outside == 0);
    CHECK(report.moved.metres > 10);
    CHECK(report.moved.metres < 300);
    CHECK_FALSE(gateIssues(layer).isEmpty());
    CHECK_THAT(gateIssues(layer).first().text.toStdString(), ContainsSubstring("2019"));

    // Wherever it is read it stands on CGCS2000, each vertex where the parameters put it.
    auto open = openLayer(desk.path, layer, {u"class"_s});
    REQUIRE(open);
    CHECK(open->crs.epsg() == 4548);
    auto source = gdal::LayerReader::open(guess.place, guess.layer);
    REQUIRE(source);
    const auto way = ShiftedTransformation::make(stated(seven).shift, epsg(2384), epsg(4548));
    REQUIRE(way);
    gdal::LayerFeature was, is;
    for (int parcel = 0; parcel < 2; ++parcel) {
        REQUIRE(*source->next(was));
        REQUIRE(*open->reader.next(is));
        REQUIRE(way->apply(was.rings.x.data(), was.rings.y.data(), was.rings.x.size()));
        CHECK(is.rings.x == was.rings.x);
        CHECK(is.rings.y == was.rings.y);
    }
    CHECK(*layerState(desk.path, layer) == project::LayerHealth::Fine);
    CHECK(desk.changesOf(guess, keep).isEmpty());
    // Other parameters are another layer for whoever computed with it.
    LayerGuess other = guess;
    other.transformation = stated(u"three dx=15 dy=-150 dz=-80"_s).text();
    desk.take(other, keep);
    REQUIRE(desk.data.layers.size() == 1);
    CHECK(desk.data.layers.first().layer != layer.layer);
    // Parameters of another place, or of another sign, do not lead into the city.
    other.transformation = stated(u"three dx=1500000 dy=0 dz=0"_s).text();
    const auto astray = takeLayer(desk.path, desk.data, other, Desk::options(keep));
    REQUIRE_FALSE(astray);
    CHECK_THAT(astray.error().message().toStdString(), ContainsSubstring("不在本市范围"));
    desk.close();
    CHECK(project::verifyProject(desk.path)->ok);
}

TEST_CASE("a layer in a plane system of the city's own comes in by four parameters")
{
    Desk desk;
    auto writer = gdal::LayerWriter::create(desk.folder + u"/GYLD.shp"_s);
    REQUIRE(writer);
    gdal::LayerPlan plan;
    plan.name = u"GYLD"_s;
    REQUIRE(writer->start(plan));
    REQUIRE(writer->add(
        Desk::ring(
            {{50000, 40000}, {50000, 40100}, {50100, 40100}, {50100, 40000}, {50000, 40000}}),
        {}));
    REQUIRE(writer->finish());
    const auto found = inspectLayers(desk.folder + u"/GYLD.shp"_s, desk.data);
    REQUIRE(found);
    LayerGuess guess = found->first();
    CHECK_FALSE(guess.problem.isEmpty());
    // The origin stands at 24.5° N on the meridian 118.5° E or so.
    guess.transformation =
        stated(u"plane dx=2671113 dy=561494 rotation=0 scale=0 into=4548"_s).text();
    guess.transformationSource = u"城建档案"_s;
    desk.take(guess);
    const GateReport report = GateReport::fromJson(desk.data.layers.first().health);
    CHECK(report.outside == 0);
    CHECK_THAT(report.extent.west, WithinAbs(118.1, 0.001));
    CHECK_THAT(report.extent.south, WithinAbs(24.5, 0.001));
    CHECK(report.moved.from.isEmpty());
    // A layer that stands on CGCS2000 needs no datum's parameters.
    const auto modern = inspectLayers(desk.parcels(u"DLTB_2022.gpkg"_s, 4548), desk.data);
    REQUIRE(modern);
    LayerGuess fine = modern->first();
    fine.transformation = stated(u"three dx=1 dy=2 dz=3"_s).text();
    fine.transformationSource = u"?"_s;
    CHECK_FALSE(takeLayer(desk.path, desk.data, fine, Desk::options()));
}
