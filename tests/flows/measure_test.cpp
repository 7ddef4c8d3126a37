#include "tests/flows/command.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using test::run;

// The area of the square of a hundredth of a degree at 24° N, by the zone's closed form.
constexpr double square = 1126941.7247313974;

TEST_CASE("measure tells areas and overlays by fields, and what it mended")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"图斑.geojson"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection",
      "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},"features":[
      {"type":"Feature","properties":{"DLBM":"0101"},"geometry":{"type":"Polygon","coordinates":
       [[[118,24],[118.01,24],[118.01,24.01],[118,24.01],[118,24]]]}},
      {"type":"Feature","properties":{"DLBM":"0301"},"geometry":{"type":"Polygon","coordinates":
       [[[118,24],[118.01,24.01],[118.01,24],[118,24.01],[118,24]]]}}]})");
    file.close();

    const auto measured = run({u"measure"_s, u"area"_s, path, u"--by"_s, u"DLBM"_s, u"--json"_s});
    REQUIRE(measured.exit == 0);
    CHECK(measured.json[u"features"_s].toInt() == 2);
    const QJsonObject paddy = measured.json[u"by"_s].toObject()[u"0101"_s].toObject();
    CHECK_THAT(paddy[u"area_m2"_s].toDouble(), Catch::Matchers::WithinRel(square, 1e-10));
    CHECK(paddy[u"plane_m2"_s].toDouble() > square);
    const QJsonArray repairs = measured.json[u"repairs"_s].toArray();
    REQUIRE(repairs.size() == 1);
    CHECK(repairs[0].toObject()[u"feature"_s].toInt() == 1);

    const auto shown = run({u"measure"_s, u"area"_s, path});
    CHECK(shown.exit == 0);
    CHECK(shown.out.contains(u"CM 117E"_s));
    CHECK(shown.err.contains(u"图斑.geojson"_s));

    const auto absent = run({u"measure"_s, u"area"_s, path, u"--by"_s, u"没有"_s});
    CHECK(absent.exit == 2);
    CHECK(absent.err.contains(u"DLBM"_s));
    CHECK(run({u"measure"_s}).exit == 2);

    // The square's south half is a zone; of the crossed one it holds a wing and halves of two.
    const QString zones = folder.filePath(u"红线.geojson"_s);
    QFile zoneFile(zones);
    REQUIRE(zoneFile.open(QIODevice::WriteOnly));
    zoneFile.write(R"({"type":"FeatureCollection",
      "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},"features":[
      {"type":"Feature","properties":{"kind":"r"},"geometry":{"type":"Polygon","coordinates":
       [[[117,23],[119,23],[119,24.005],[117,24.005],[117,23]]]}}]})");
    zoneFile.close();
    const auto over =
        run({u"measure"_s, u"overlay"_s, path, zones, u"--by"_s, u"DLBM,kind"_s, u"--json"_s});
    REQUIRE(over.exit == 0);
    const QJsonArray cells = over.json[u"by"_s].toArray();
    REQUIRE(cells.size() == 2);
    CHECK(cells[0].toObject()[u"a"_s].toString() == u"0101"_s);
    CHECK(cells[0].toObject()[u"b"_s].toString() == u"r"_s);
    CHECK_THAT(cells[0].toObject()[u"area_m2"_s].toDouble(),
               Catch::Matchers::WithinRel(square / 2, 1e-4));
    CHECK_THAT(cells[1].toObject()[u"area_m2"_s].toDouble(),
               Catch::Matchers::WithinRel(square / 4, 1e-4));
    CHECK(over.json[u"repaired_a"_s].toInt() == 1);
    CHECK(run({u"measure"_s, u"overlay"_s, path, u"没有.shp"_s}).exit == 3);

    // A street along the 24th parallel is 0.01° long: 1,017.6 m; the squares' middles lie 550 m
    // north of it.
    const QString roads = folder.filePath(u"道路.geojson"_s);
    QFile roadFile(roads);
    REQUIRE(roadFile.open(QIODevice::WriteOnly));
    roadFile.write(R"({"type":"FeatureCollection",
      "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},"features":[
      {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":
       [[118,24],[118.01,24]]}}]})");
    roadFile.close();
    const QStringList question{u"measure"_s,  u"cover"_s,   u"--roads"_s, roads,
                               u"--from"_s,   path,         u"--to"_s,    path,
                               u"--metres"_s, u"100,600"_s, u"--json"_s};
    const auto near = run(question + QStringList{u"--snap"_s, u"600"_s});
    REQUIRE(near.exit == 0);
    CHECK(near.json[u"targets"_s].toInt() == 2);
    const QJsonArray rings = near.json[u"rings"_s].toArray();
    REQUIRE(rings.size() == 2);
    // The crossed one, mended, has a corner in its middle, right where the targets come to the
    // street.
    CHECK(rings[0].toObject()[u"covered"_s].toInt() == 2);
    CHECK(rings[1].toObject()[u"covered"_s].toInt() == 2);
    QStringList other = question;
    other[5] = zones; // its corners lie degrees away
    const auto none = run(other + QStringList{u"--snap"_s, u"600"_s});
    CHECK(none.json[u"facilities_unsnapped"_s].toInt() == 1);
    CHECK(none.json[u"rings"_s].toArray()[1].toObject()[u"unreachable"_s].toInt() == 2);
    const auto far = run(question);
    CHECK(far.json[u"rings"_s].toArray()[1].toObject()[u"unsnapped"_s].toInt() == 2);

    // Who has no street goes into a table, what is served onto a map.
    const QString list = folder.filePath(u"无路.csv"_s);
    CHECK(run(question + QStringList{u"--unsnapped"_s, list}).exit == 0);
    QFile listFile(list);
    REQUIRE(listFile.open(QIODevice::ReadOnly));
    const QByteArray listed = listFile.readAll();
    CHECK(listed.count("target,") == 2);
    CHECK(listed.count("facility,") == 0); // the squares stand at the street
    const QStringList places{u"--roads"_s, roads,       u"--from"_s, path,       u"--to"_s,
                             path,         u"--snap"_s, u"600"_s,    u"--json"_s};
    const QString map = folder.filePath(u"范围.gpkg"_s);
    const auto driven = run(QStringList{u"measure"_s, u"cover"_s, u"--drive"_s, u"--minutes"_s,
                                        u"5"_s, u"--service-area"_s, map} +
                            places);
    REQUIRE(driven.exit == 0);
    const QJsonObject ring = driven.json[u"rings"_s].toArray()[0].toObject();
    CHECK(ring[u"minutes"_s].toDouble() == 5);
    CHECK(ring[u"covered"_s].toInt() == 2);
    // The whole street, 50 m to either side and round its ends.
    CHECK_THAT(ring[u"service_area_m2"_s].toDouble(),
               Catch::Matchers::WithinRel(1017.6 * 100 + 7854, 2e-3));
    const auto drawn = run({u"measure"_s, u"area"_s, map, u"--json"_s});
    REQUIRE(drawn.exit == 0);
    CHECK_THAT(drawn.json[u"area_m2"_s].toDouble(),
               Catch::Matchers::WithinRel(ring[u"service_area_m2"_s].toDouble(), 1e-9));
    CHECK(run(QStringList{u"measure"_s, u"cover"_s} + places).exit == 2);
    CHECK(
        run(QStringList{u"measure"_s, u"cover"_s, u"--metres"_s, u"500"_s, u"--minutes"_s, u"5"_s} +
            places)
            .exit == 2);
    CHECK(run(QStringList{u"measure"_s, u"cover"_s, u"--minutes"_s, u"5"_s, u"--speeds"_s,
                          u"支路"_s} +
              places)
              .exit == 2);

    // Two squares share two facilities of 1 each.
    const auto shared =
        run(QStringList{u"measure"_s, u"catchment"_s, u"--metres"_s, u"1000"_s} + places);
    REQUIRE(shared.exit == 0);
    CHECK_THAT(shared.json[u"supply"_s].toDouble(), Catch::Matchers::WithinAbs(2, 1e-9));
    CHECK(shared.json[u"ratio"_s].toDouble() == 1);
    CHECK(run(QStringList{u"measure"_s, u"catchment"_s, u"--metres"_s, u"500,1000"_s} + places)
              .exit == 2);
}
