#include "core/spatial/areas.h"
#include "core/spatial/cutter.h"
#include "core/spatial/geos.h"
#include "core/spatial/measure_area.h"
#include "core/spatial/overlay.h"
#include "core/spatial/ring_clip.h"
#include "tests/core/spatial/layer.h"
#include "tests/support/paths.h"

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <random>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using gdal::Rings;
using test::Layer;
using test::Points;
using test::polygon;
using test::ring;

namespace {

using Random = std::mt19937;

/// A ring around a place, with corners on a grid when asked: then edges of two of them often run
/// over one another, and corners meet.
Points blob(Random& random, double x, double y, double radius, int corners, double grid)
{
    std::uniform_real_distribution<double> reach(0.3, 1);
    Points points;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        const double away = radius * reach(random);
        double px = x + away * std::cos(angle);
        double py = y + away * std::sin(angle);
        if (grid > 0) {
            px = std::round(px / grid) * grid;
            py = std::round(py / grid) * grid;
        }
        points.push_back({px, py});
    }
    return points;
}

QByteArray text(const std::vector<Points>& shapes, const std::vector<QByteArray>& kinds)
{
    QByteArray all;
    for (size_t i = 0; i < shapes.size(); ++i)
        all += (all.isEmpty() ? "" : ",") + polygon(kinds[i % kinds.size()], shapes[i]);
    return all;
}

Result<OverlayReport> overlayOf(const QString& a, const QString& b, int threads = 2)
{
    return overlay({{a, {}, u"class"_s, 0}, {b, {}, u"class"_s, 0}, threads});
}

/// A GeoPackage with one layer in zone 39 of the given shapes, as well-known text or binary.
class Package
{
public:
    Package()
    {
        GDALAllRegister();
        OGRSpatialReferenceH system = OSRNewSpatialReference(nullptr);
        OSRImportFromEPSG(system, 4548);
        m_dataset = GDALCreate(GDALGetDriverByName("GPKG"), path().toUtf8().constData(), 0, 0, 0,
                               GDT_Unknown, nullptr);
        m_layer = GDALDatasetCreateLayer(m_dataset, "parcels", system, wkbUnknown, nullptr);
        OSRRelease(system);
        OGRFieldDefnH field = OGR_Fld_Create("class", OFTString);
        OGR_L_CreateField(m_layer, field, 1);
        OGR_Fld_Destroy(field);
    }
    void add(const char* kind, QByteArray wkt)
    {
        OGRGeometryH geometry = nullptr;
        char* at = wkt.data();
        REQUIRE(OGR_G_CreateFromWkt(&at, nullptr, &geometry) == OGRERR_NONE);
        add(kind, geometry);
    }
    void add(const char* kind, const Points& points)
    {
        OGRGeometryH shell = OGR_G_CreateGeometry(wkbLinearRing);
        for (const auto& [x, y] : points)
            OGR_G_AddPoint_2D(shell, x, y);
        OGR_G_AddPoint_2D(shell, points.front().first, points.front().second);
        OGRGeometryH geometry = OGR_G_CreateGeometry(wkbPolygon);
        OGR_G_AddGeometryDirectly(geometry, shell);
        add(kind, geometry);
    }
    QString close()
    {
        GDALClose(m_dataset);
        return path();
    }

private:
    QString path() const { return m_folder.filePath(u"图斑.gpkg"_s); }
    void add(const char* kind, OGRGeometryH geometry)
    {
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(m_layer));
        OGR_F_SetFieldString(feature, 0, kind);
        OGR_F_SetGeometryDirectly(feature, geometry);
        REQUIRE(OGR_L_CreateFeature(m_layer, feature) == OGRERR_NONE);
        OGR_F_Destroy(feature);
    }

    QTemporaryDir m_folder;
    GDALDatasetH m_dataset = nullptr;
    OGRLayerH m_layer = nullptr;
};

} // namespace

TEST_CASE("pieces have the areas of GEOS's, whether borders cross, touch or coincide")
{
    const double grid = GENERATE(0.0, 10.0, 1.0);
    Random random(4548);
    std::uniform_real_distribution<double> place(-60, 60);
    std::uniform_int_distribution<int> corners(3, 40);
    const Geos geos;
    auto measure = AreaMeasure::make({}, *gdal::Crs::fromEpsg(4548));
    REQUIRE_OK(measure);
    int parts = 0;
    for (int round = 0; round < 400; ++round) {
        const Rings zone = ring(blob(random, 0, 0, 60, corners(random) * 3, grid));
        Rings parcel = ring(blob(random, place(random), place(random), 40, corners(random), grid));
        const auto valid = [&geos](const Rings& rings) {
            auto geometry = geos.fromRings(rings);
            return geos.madeValid(geometry.get());
        };
        const auto expected = geos.intersection(valid(parcel).get(), valid(zone).get());
        REQUIRE(expected);
        Rings rings;
        geos.toRings(expected.get(), rings);
        const double area = *measure->plane(rings);

        Zones zones;
        zones.add(zone, u"z"_s);
        REQUIRE_OK(zones.build());
        Cutter cutter(zones);
        double sum = 0;
        bool allValid = true;
        REQUIRE_OK(cutter.polygon(1, parcel, [&](const Piece& piece) -> Result<void> {
            sum += *measure->plane(piece.rings);
            const auto made = geos.fromRings(piece.rings);
            allValid = allValid && made && geos.isValid(made.get());
            ++parts;
            return {};
        }));
        CAPTURE(round, grid);
        CHECK_THAT(sum, WithinAbs(area, 1e-8));
        CHECK(allValid);
    }
    CHECK(parts > 200);
}

TEST_CASE(
    "neighbours that share their borders corner by corner, and the same again, as GEOS cuts them")
{
    // A net of bent lines: cells, their unions, cells with a hole that another fills, and cells one
    // step aside, so that everything may happen: equal, neighbours, one in the other, overlapping.
    Random random(2021);
    std::uniform_real_distribution<double> bend(-3, 3);
    constexpr int size = 6;
    constexpr int between = 4; // corners on each side of a cell
    constexpr int fine = size * between + 1;
    std::vector<std::pair<double, double>> net;
    for (int row = 0; row < fine; ++row) {
        for (int column = 0; column < fine; ++column)
            net.emplace_back(500'000 + 10.0 * column + bend(random),
                             2'700'000 + 10.0 * row + bend(random));
    }
    const auto at = [&](int column, int row) { return net[size_t(row * fine + column)]; };
    // The outline of some cells in a row and column, against the clock from its south-west.
    const auto cells = [&](int column, int row, int wide, int high, int from) {
        Points points;
        const int west = column * between, south = row * between;
        const int east = west + wide * between, north = south + high * between;
        for (int x = west; x < east; ++x)
            points.push_back(at(x, south));
        for (int y = south; y < north; ++y)
            points.push_back(at(east, y));
        for (int x = east; x > west; --x)
            points.push_back(at(x, north));
        for (int y = north; y > south; --y)
            points.push_back(at(west, y));
        std::rotate(points.begin(), points.begin() + from % int(points.size()), points.end());
        return points;
    };
    const Geos geos;
    auto measure = AreaMeasure::make({}, *gdal::Crs::fromEpsg(4548));
    REQUIRE_OK(measure);
    std::uniform_int_distribution<int> place(0, size - 3), extent(1, 3), start(0, 40), coin(0, 3);
    const auto shape = [&] {
        Rings rings = ring(
            cells(place(random), place(random), extent(random), extent(random), start(random)));
        if (coin(random) == 0) {
            // With a hole of its middle cell.
            rings = ring(cells(1, 1, 3, 3, start(random)));
            const Rings hole = ring(cells(2, 2, 1, 1, start(random)));
            rings.begins.push_back(rings.x.size());
            rings.holes.push_back(1);
            rings.x.insert(rings.x.end(), hole.x.begin(), hole.x.end());
            rings.y.insert(rings.y.end(), hole.y.begin(), hole.y.end());
        }
        return rings;
    };
    int nothing = 0, all = 0, parts = 0, unsure = 0;
    for (int round = 0; round < 1500; ++round) {
        Rings parcel = shape();
        Rings zone = shape();
        RingClip::orient(parcel);
        RingClip::orient(zone);
        const auto expected =
            geos.intersection(geos.fromRings(parcel).get(), geos.fromRings(zone).get());
        REQUIRE(expected);
        Rings rings;
        geos.toRings(expected.get(), rings);
        const double area = rings.count() == 0 ? 0 : *measure->plane(rings);
        Leaf leaf;
        leaf.rings = zone;
        leaf.box = Box::of(zone);
        RingClip clip;
        CAPTURE(round);
        switch (clip.cut(parcel, Box::of(parcel), leaf)) {
        case RingClip::Outcome::Nothing:
            CHECK(area < 1e-6);
            ++nothing;
            break;
        case RingClip::Outcome::All:
            CHECK_THAT(area, WithinAbs(*measure->plane(parcel), 1e-6));
            ++all;
            break;
        case RingClip::Outcome::Part:
            CHECK_THAT(area, WithinAbs(*measure->plane(clip.piece()), 1e-6));
            ++parts;
            break;
        case RingClip::Outcome::Unsure:
            ++unsure;
            break;
        }
    }
    CAPTURE(nothing, all, parts, unsure);
    CHECK(nothing > 200);
    CHECK(all > 50);
    CHECK(parts > 20);
    CHECK(unsure < 900); // real overlaps along common borders are GEOS's to cut
}

TEST_CASE("holes, islands and several parts are cut like anything else")
{
    Random random(39);
    const Geos geos;
    auto measure = AreaMeasure::make({}, *gdal::Crs::fromEpsg(4548));
    REQUIRE_OK(measure);
    const auto add = [](Rings& rings, const Points& points, bool hole) {
        const Rings one = ring(points);
        rings.begins.push_back(rings.x.size());
        rings.holes.push_back(hole ? 1 : 0);
        rings.x.insert(rings.x.end(), one.x.begin(), one.x.end());
        rings.y.insert(rings.y.end(), one.y.begin(), one.y.end());
    };
    // Rings within 30 to 100, 10 to 20 of the middle: they do not meet.
    const auto target = [&](double x, double y) {
        Rings rings;
        add(rings, blob(random, x, y, 100, 200, 0), false);
        add(rings, blob(random, x, y, 29, 50, 0), true);
        add(rings, blob(random, x, y, 8, 20, 0), false);
        add(rings, blob(random, x + 300, y, 50, 20, 0), false);
        return rings;
    };
    std::uniform_real_distribution<double> shift(-150, 150);
    for (int round = 0; round < 200; ++round) {
        const Rings zone = target(0, 0);
        Rings parcel = target(shift(random), shift(random));
        const auto expected =
            geos.intersection(geos.fromRings(parcel).get(), geos.fromRings(zone).get());
        REQUIRE(expected);
        Rings rings;
        geos.toRings(expected.get(), rings);
        Zones zones;
        zones.add(zone, u"z"_s);
        REQUIRE_OK(zones.build());
        Cutter cutter(zones);
        double sum = 0;
        REQUIRE_OK(cutter.polygon(1, parcel, [&](const Piece& piece) -> Result<void> {
            sum += *measure->plane(piece.rings);
            return {};
        }));
        CAPTURE(round);
        CHECK_FALSE(cutter.repaired());
        CHECK_THAT(sum, WithinAbs(*measure->plane(rings), 1e-7));
    }
}

TEST_CASE("a giant polygon is cut like a small one")
{
    Random random(5);
    const Geos geos;
    auto measure = AreaMeasure::make({}, *gdal::Crs::fromEpsg(4548));
    REQUIRE_OK(measure);
    Rings giant = ring(blob(random, 0, 0, 10'000, 20'000, 0));
    const Rings zone = ring(blob(random, 3'000, 2'000, 6'000, 3'000, 0));
    const auto expected =
        geos.intersection(geos.fromRings(giant).get(), geos.fromRings(zone).get());
    REQUIRE(expected);
    Rings rings;
    geos.toRings(expected.get(), rings);
    Zones zones;
    zones.add(zone, u"z"_s);
    zones.add(ring(Points{{-20'000, -20'000}, {20'000, -20'000}, {20'000, 20'000}}), u"half"_s);
    zones.add(ring(Points{{-20'000, -20'000}, {20'000, 20'000}, {-20'000, 20'000}}), u"half"_s);
    REQUIRE_OK(zones.build());
    const double area = *measure->plane(giant);
    Cutter cutter(zones);
    std::map<QString, double> sums;
    REQUIRE_OK(cutter.polygon(1, giant, [&](const Piece& piece) -> Result<void> {
        sums[zones.name(piece.zone)] += *measure->plane(piece.rings);
        CHECK_FALSE(piece.whole);
        return {};
    }));
    CHECK_THAT(sums[u"z"_s], WithinRel(*measure->plane(rings), 1e-11));
    CHECK_THAT(sums[u"half"_s], WithinRel(area, 1e-11));
}

TEST_CASE("what lies in B and what lies in its complement make up A")
{
    const double grid = GENERATE(0.0, 10.0);
    Random random(7);
    std::uniform_real_distribution<double> place(200, 3800);
    std::vector<Points> parcels;
    for (int i = 0; i < 300; ++i)
        parcels.push_back(
            blob(random, 611'000 + place(random), 2'710'000 + place(random), 150, 12, grid));
    const Points zone = blob(random, 613'000, 2'712'000, 1900, grid > 0 ? 150 : 2000, grid);
    QByteArray both = polygon("in", zone);
    // The complement within a frame: the zone is its hole.
    const QByteArray hole = both.mid(both.indexOf("[[["));
    const QByteArray frame =
        "[[[610000,2709000],[616000,2709000],[616000,2715000],[610000,2715000],"
        "[610000,2709000]]," +
        hole.mid(1, hole.indexOf("]]]") + 1) + "]";
    both += "," + polygon("out", frame);
    const Layer a(text(parcels, {"01", "02", "03"}), 4548);
    const Layer b(both, 4548);
    const auto report = overlayOf(a.path(), b.path());
    const auto all = measureArea({a.path(), {}, u"class"_s, 0});
    REQUIRE_OK(report);
    REQUIRE_OK(all);
    std::map<QString, double> sums;
    bool outside = false;
    for (const OverlayCell& cell : report->cells) {
        sums[cell.a] += cell.area;
        outside = outside || cell.b == u"out"_s;
    }
    CHECK(report->repairedB == 0);
    CHECK(outside);
    CHECK(sums.size() == 3);
    for (const auto& [kind, sum] : sums)
        CHECK_THAT(sum, WithinRel(all->groups.value(kind).ellipsoidal, 1e-10));
}

TEST_CASE("the order of features and a zone prefix do not matter")
{
    Random random(11);
    std::uniform_real_distribution<double> place(0, 3000);
    std::vector<Points> parcels;
    std::vector<Points> zones;
    for (int i = 0; i < 200; ++i)
        parcels.push_back(
            blob(random, 611'000 + place(random), 2'710'000 + place(random), 150, 12, 0));
    for (int i = 0; i < 6; ++i)
        zones.push_back(
            blob(random, 611'000 + place(random), 2'710'000 + place(random), 900, 600, 0));
    const Layer a(text(parcels, {"01"}), 4548);
    const Layer b(text(zones, {"z"}), 4548);
    const auto plain = overlayOf(a.path(), b.path());
    REQUIRE_OK(plain);
    REQUIRE(plain->cells.size() == 1);

    std::vector<Points> mixed = parcels;
    std::vector<Points> mixedZones = zones;
    std::shuffle(mixed.begin(), mixed.end(), random);
    std::shuffle(mixedZones.begin(), mixedZones.end(), random);
    const Layer c(text(mixed, {"01"}), 4548);
    const Layer d(text(mixedZones, {"z"}), 4548);
    const auto shuffled = overlayOf(c.path(), d.path());
    REQUIRE_OK(shuffled);
    CHECK(shuffled->cells.first().features == plain->cells.first().features);
    CHECK_THAT(shuffled->area, WithinRel(plain->area, 1e-13));

    const auto prefixed = [](std::vector<Points> shapes) {
        for (Points& points : shapes) {
            for (auto& [x, y] : points)
                x += 39'000'000;
        }
        return shapes;
    };
    const Layer e(text(prefixed(parcels), {"01"}), 4527);
    const Layer f(text(prefixed(zones), {"z"}), 4527);
    for (const auto& [one, two] :
         {std::pair{e.path(), f.path()}, {a.path(), f.path()}, {e.path(), b.path()}}) {
        const auto moved = overlayOf(one, two);
        REQUIRE_OK(moved);
        CHECK_THAT(moved->area, WithinRel(plain->area, 1e-9));
        CHECK_THAT(moved->plane, WithinRel(plain->plane, 1e-9));
    }
}

TEST_CASE("empty, inverted, crossing, high, many-parted and curved shapes")
{
    Package package;
    package.add("empty", "POLYGON EMPTY");
    package.add("inverted", "POLYGON((0 0,0 100,100 100,100 0,0 0),"
                            "(20 20,40 20,40 40,20 40,20 20))");
    package.add("crossing", "POLYGON((0 0,100 100,100 0,0 100,0 0))");
    package.add("high", "POLYGON Z((0 0 5,100 0 6,100 100 7,0 100 8,0 0 5))");
    package.add("parts", "MULTIPOLYGON(((0 0,50 0,50 50,0 50,0 0)),"
                         "((150 0,250 0,250 100,150 100,150 0)))");
    package.add("overlapping", "MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0)),"
                               "((50 0,100 0,100 100,50 100,50 0)))");
    package.add("curved", "CURVEPOLYGON(CIRCULARSTRING(50 0,100 50,50 100,0 50,50 0))");
    const QString path = package.close();
    // A zone over the western half of the square.
    const Layer zone(polygon("z", Points{{-1000, -1000}, {50, -1000}, {50, 1000}, {-1000, 1000}}),
                     4548);
    const auto report = overlayOf(path, zone.path());
    REQUIRE_OK(report);
    CHECK(report->withoutArea == 1);
    CHECK(report->repairedA == 2);
    std::map<QString, double> planes;
    for (const OverlayCell& cell : report->cells)
        planes[cell.a] = cell.plane;
    CHECK(planes.size() == 6);
    CHECK_THAT(planes[u"inverted"_s], WithinAbs(5'000 - 400, 1e-6));
    CHECK_THAT(planes[u"crossing"_s], WithinAbs(2'500, 1e-6));
    CHECK_THAT(planes[u"high"_s], WithinAbs(5'000, 1e-6));
    CHECK_THAT(planes[u"parts"_s], WithinAbs(2'500, 1e-6));
    CHECK_THAT(planes[u"overlapping"_s], WithinAbs(5'000, 1e-6));
    // Half a circle of 50 m; chords of 4 degrees, as GDAL makes them, take 0.08 % off.
    CHECK_THAT(planes[u"curved"_s], WithinRel(std::numbers::pi * 50 * 50 / 2, 1e-3));
}

TEST_CASE("a coordinate that is no place is named")
{
    const double bad = GENERATE(1e308, -1e200, std::numeric_limits<double>::quiet_NaN());
    Package package;
    package.add("fine", Points{{0, 0}, {100, 0}, {100, 100}});
    package.add("bad", Points{{0, 0}, {bad, 0}, {100, 100}, {0, 100}});
    const QString path = package.close();
    const Layer zone(polygon("z", Points{{0, 0}, {50, 0}, {50, 100}}), 4548);
    for (const auto& failed : {overlayOf(path, zone.path()), overlayOf(zone.path(), path)}) {
        REQUIRE_FALSE(failed);
        CHECK(failed.error().code() == ErrorCode::Invalid);
        CHECK(failed.error().message().contains(u"不是地上的位置"_s));
    }
    const auto area = measureArea({path, {}, {}, 0});
    REQUIRE_FALSE(area);
    CHECK(area.error().message().contains(u"不是地上的位置"_s));
}

TEST_CASE("Cambridge's parcels in its zones: GEOS cuts the same areas")
{
    const QString path = test::sharedFile(u"data/parcels/cambridge_planning.gpkg"_s);
    if (path.isEmpty()) {
        WARN("skipped: the reference layers are not here");
        return;
    }
    // By GEOS 3.11 (osgeo.ogr: MakeValid, Intersection of each pair), the areas by the authalic
    // integral on CGCS2000 along edges straight in longitude and latitude, six Gauss points an
    // edge (numpy).
    const auto zoned =
        overlay({{path, u"parcels_fy2013"_s, {}, 0}, {path, u"zoning"_s, u"ZONE_TYPE"_s, 0}, 0});
    REQUIRE_OK(zoned);
    CHECK(zoned->features == 13159);
    CHECK(zoned->repairedA == 24);
    CHECK(zoned->cells.size() == 57);
    CHECK_THAT(zoned->area, WithinRel(14156792.305606, 1e-11));
    struct Expected
    {
        double area = 0;
        qint64 features = 0;
    };
    const std::map<QString, Expected> zones{
        {u"BA"_s, {355461.625979, 208}},   {u"C-1"_s, {5749789.796535, 11286}},
        {u"C-2B"_s, {133855.440204, 162}}, {u"IB-1"_s, {4035.084114, 2}},
        {u"OS"_s, {2959243.512447, 547}},  {u"SD-10(F)"_s, {11287.517117, 4}}};
    size_t found = 0;
    for (const OverlayCell& cell : zoned->cells) {
        const auto known = zones.find(cell.b);
        if (known == zones.end())
            continue;
        ++found;
        CAPTURE(cell.b.toStdString());
        CHECK_THAT(cell.area, WithinRel(known->second.area, 1e-9));
        CHECK(cell.features == known->second.features);
    }
    CHECK(found == zones.size());

    const auto parts =
        overlay({{path, u"parcels_fy2013"_s, {}, 0}, {path, u"neighborhoods"_s, u"NAME"_s, 0}, 1});
    REQUIRE_OK(parts);
    CHECK(parts->cells.size() == 13);
    CHECK_THAT(parts->area, WithinRel(14156782.772903, 1e-11));
    double sum = 0;
    for (const OverlayCell& cell : parts->cells)
        sum += cell.area;
    CHECK_THAT(sum, WithinRel(parts->area, 1e-15));
    const auto all = measureArea({path, u"parcels_fy2013"_s, {}, 0});
    REQUIRE_OK(all);
    CHECK_THAT(all->total.ellipsoidal, WithinRel(14233898.856560, 1e-11));
}
