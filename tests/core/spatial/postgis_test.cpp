#include "core/spatial/postgis_sql.h"
#include "core/gdal/database.h"
#include "tests/core/spatial/layer.h"
#include "tests/support/postgres.h"

#include <cmath>
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

namespace {

QString wkt(const Points& points)
{
    QStringList corners;
    for (size_t i = 0; i <= points.size(); ++i) {
        const auto& [x, y] = points[i % points.size()];
        corners << QString::number(x, 'g', 17) + u' ' + QString::number(y, 'g', 17);
    }
    return u"POLYGON(("_s + corners.join(u',') + u"))"_s;
}

struct Shape
{
    QByteArray kind;
    Points points;
};

QString table(const QString& name, const QString& column, const std::vector<Shape>& shapes,
              int epsg)
{
    QString sql = u"CREATE TABLE %1 (fid serial PRIMARY KEY, %2 text, geom geometry(Geometry, "
                  "%3));"_s.arg(name, column)
                      .arg(epsg);
    for (const Shape& shape : shapes)
        sql += u"INSERT INTO %1 (%2, geom) VALUES ('%3', ST_GeomFromText('%4', %5));"_s.arg(
            name, column, QString::fromUtf8(shape.kind), wkt(shape.points), QString::number(epsg));
    return sql;
}

QByteArray features(const std::vector<Shape>& shapes)
{
    QByteArray text;
    for (const Shape& shape : shapes)
        text += (text.isEmpty() ? "" : ",") + polygon(shape.kind, shape.points);
    return text;
}

} // namespace

TEST_CASE("names and texts cannot leave their quotes")
{
    CHECK(gdal::Database::quotedName(u"a\"; DROP TABLE x; --"_s) ==
          u"\"a\"\"; DROP TABLE x; --\""_s);
    CHECK(gdal::Database::quotedText(u"o'clock\\"_s) == u"'o''clock\\'"_s);
    CHECK(gdal::Database::quotedName(u"a"_s + QChar(u'\0') + u"b"_s) == u"\"ab\""_s);
    PostgisTable a;
    a.schema = u"s%1"_s;
    a.table = u"t%12\"x"_s;
    a.geometry = u"g%3"_s;
    a.by = u"k%2"_s;
    a.srid = 4548;
    PostgisTable b = a;
    b.srid = 4490;
    b.geographic = true;
    const QString sql = postgisOverlaySql(a, b, 0);
    CHECK(sql.count(u"\"s%1\".\"t%12\"\"x\""_s) == 2);
    CHECK(sql.contains(u"a.\"g%3\" && c.g"_s));
    CHECK(sql.contains(u"coalesce(a.\"k%2\"::text, '')"_s));
    CHECK(sql.contains(u"ST_Segmentize(z.g, (100.0 / 111000)), 4548)"_s));
}

TEST_CASE("PostGIS computes the same areas where the layers are")
{
    test::Postgres server({u"postgis"_s});
    if (!server.absence().isEmpty()) {
        WARN("skipped: " << server.absence().toStdString());
        return;
    }
    std::mt19937 random(4548);
    std::uniform_real_distribution<double> away(-20, 20);
    std::vector<Shape> parcels;
    for (int row = 0; row < 20; ++row) {
        for (int column = 0; column < 20; ++column) {
            const double x = 611'000 + 100 * column;
            const double y = 2'710'000 + 100 * row;
            parcels.push_back({QByteArray("0") + QByteArray::number(1 + (row + column) % 3),
                               {{x + away(random), y + away(random)},
                                {x + 100, y},
                                {x + 100 + away(random), y + 100 + away(random)},
                                {x, y + 100}}});
        }
    }
    // One crosses itself: two wings of a quarter each.
    parcels.push_back(
        {"09",
         {{611'000, 2'709'000}, {611'100, 2'709'100}, {611'100, 2'709'000}, {611'000, 2'709'100}}});
    Points star;
    for (int i = 0; i < 700; ++i) {
        const double angle = 2 * std::numbers::pi * i / 700;
        const double radius = 700 + 150 * std::sin(7 * angle) + 30 * std::sin(60 * angle);
        star.push_back({612'000 + radius * std::cos(angle), 2'711'000 + radius * std::sin(angle)});
    }
    const std::vector<Shape> zones{
        {"红线", star},
        {"o''x",
         {{610'900, 2'708'900}, {611'500, 2'708'900}, {611'500, 2'711'000}, {610'900, 2'711'000}}}};
    REQUIRE(server.sql(table(u"parcels"_s, u"\"DL\"\"BM\""_s, parcels, 4548)));
    REQUIRE(server.sql(u"CREATE SCHEMA \"规划\";"_s +
                       table(u"\"规划\".\"控制 线\""_s, u"kind"_s, zones, 4548)));
    REQUIRE(server.sql(u"INSERT INTO parcels (geom) VALUES (NULL), (ST_GeomFromText('POLYGON "
                       "EMPTY', 4548)), (ST_GeomFromText('POINT(611000 2710000)', 4548)); "
                       "CREATE INDEX ON parcels USING gist (geom);"_s));
    const QString path = u"PG:"_s + server.connection();

    const Layer parcelFile(features(parcels), 4548);
    std::vector<Shape> plainZones = zones;
    plainZones[1].kind = "o'x";
    const Layer zoneFile(features(plainZones), 4548);

    const auto areas = measureArea({path, u"parcels"_s, u"DL\"BM"_s, 0});
    REQUIRE_OK(areas);
    const auto expected = measureArea({parcelFile.path(), {}, u"class"_s, 0});
    REQUIRE_OK(expected);
    CHECK(areas->inDatabase);
    CHECK(areas->nulls == 1);
    CHECK(areas->empties == 1);
    CHECK(areas->others == 1);
    CHECK(areas->total.features == 401);
    CHECK(areas->groups.size() == 4);
    REQUIRE(areas->repairs.size() == 1);
    CHECK(areas->repairs.first().fault.contains(u"Self-intersection"_s));
    CHECK_THAT(areas->repairs.first().after, WithinAbs(5'000, 1e-6));
    for (auto group = expected->groups.cbegin(); group != expected->groups.cend(); ++group) {
        const Areas found = areas->groups.value(group.key());
        CHECK(found.features == group->features);
        CHECK_THAT(found.plane, WithinRel(group->plane, 1e-9));
        // Geodesic edges: a hundred metres' strip is some 0.006 m² of 10 000, either way.
        CHECK_THAT(found.ellipsoidal, WithinRel(group->ellipsoidal, 1e-7));
    }

    const OverlayRequest request{
        {path, u"parcels"_s, u"DL\"BM"_s, 0}, {path, u"规划.控制 线"_s, u"kind"_s, 0}, 0};
    const auto report = overlay(request);
    REQUIRE_OK(report);
    const auto files =
        overlay({{parcelFile.path(), {}, u"class"_s, 0}, {zoneFile.path(), {}, u"class"_s, 0}, 1});
    REQUIRE_OK(files);
    CHECK(report->inDatabase);
    CHECK(report->features == 401);
    CHECK(report->zones == 2);
    CHECK(report->repairedA == 1);
    CHECK(report->withoutArea == 3);
    REQUIRE(report->cells.size() == files->cells.size());
    for (qsizetype i = 0; i < files->cells.size(); ++i) {
        const OverlayCell& cell = report->cells.at(i);
        CHECK(cell.a == files->cells.at(i).a);
        CHECK(cell.b == files->cells.at(i).b);
        CHECK(cell.features == files->cells.at(i).features);
        CHECK_THAT(cell.plane, WithinRel(files->cells.at(i).plane, 1e-9));
        CHECK_THAT(cell.area, WithinRel(files->cells.at(i).area, 1e-7));
    }
    const auto again = overlay(request);
    REQUIRE_OK(again);
    CHECK(again->area == report->area);

    const auto field = measureArea({path, u"parcels"_s, u"没有"_s, 0});
    REQUIRE_FALSE(field);
    CHECK(field.error().message().contains(u"DL\"BM"_s));
    const auto layer = measureArea({path, u"没有"_s, {}, 0});
    REQUIRE_FALSE(layer);
    CHECK(layer.error().message().contains(u"规划.控制 线"_s));
    const auto old = measureArea({path, u"parcels"_s, {}, 4610});
    REQUIRE_FALSE(old);
    CHECK(old.error().code() == ErrorCode::Unsupported);
    const auto two = overlay({{path, u"parcels"_s, {}, 0}, {zoneFile.path(), {}, {}, 0}, 1});
    REQUIRE_FALSE(two);
    CHECK(two.error().code() == ErrorCode::BadUsage);
    const auto gone = measureArea({u"PG:host=/nowhere dbname=x"_s, u"parcels"_s, {}, 0});
    REQUIRE_FALSE(gone);
    CHECK(gone.error().code() == ErrorCode::Io);
}
