// Cambridge's parcels in its zones, in PostGIS: our SQL there, the plainest SQL that one would
// write (GEOS, pair by pair), and the computation on the file.

#include "core/spatial/overlay.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/support/postgres.h"
#include "tests/support/translate.h"

#include <QFile>
#include <QTemporaryDir>

#include <map>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinRel;

TEST_CASE("Cambridge's parcels in its zones: file, PostGIS and GEOS agree", "[postgis]")
{
    const QString source = test::sharedFile(u"data/parcels/cambridge_planning.gpkg"_s);
    if (source.isEmpty()) {
        WARN("skipped: the reference layers are not here");
        return;
    }
    test::Postgres server({u"postgis"_s});
    if (!server.absence().isEmpty()) {
        WARN("skipped: " << server.absence().toStdString());
        return;
    }
    // In UTM's zone 19, so that edges are straight in the plane for all three.
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cambridge.gpkg"_s);
    const QStringList layers{u"parcels_fy2013"_s, u"zoning"_s};
    REQUIRE(test::translate(
        source, path, QStringList{u"-f"_s, u"GPKG"_s, u"-t_srs"_s, u"EPSG:32619"_s} + layers));
    REQUIRE(test::loadIntoPostgis(path, server.connection(), layers));
    const QString database = u"PG:"_s + server.connection();

    const auto file = overlay({{path, layers[0], {}, 0}, {path, layers[1], u"ZONE_TYPE"_s, 0}, 0});
    if (!file)
        FAIL(file.error().message().toStdString());
    const auto tables =
        overlay({{database, layers[0], {}, 0}, {database, layers[1], u"ZONE_TYPE"_s, 0}, 0});
    if (!tables)
        FAIL(tables.error().message().toStdString() << tables.error().detail().toStdString());
    CHECK(tables->inDatabase);
    CHECK(tables->features == file->features);
    CHECK(tables->repairedA == file->repairedA);
    CHECK_THAT(tables->plane, WithinRel(file->plane, 1e-9));
    // Geodesic edges, cut to 50 m at most.
    CHECK_THAT(tables->area, WithinRel(file->area, 1e-8));

    const auto plain = server.sql(
        u"SELECT z.\"ZONE_TYPE\", sum(ST_Area(ST_Intersection(p.g, z.g))) FROM (SELECT "
        "ST_MakeValid(geom) AS g FROM parcels_fy2013) p JOIN (SELECT \"ZONE_TYPE\", "
        "ST_MakeValid(geom) AS g FROM zoning) z ON ST_Intersects(p.g, z.g) GROUP BY 1"_s);
    REQUIRE(plain);
    std::map<QString, double> geos;
    for (const QString& line : plain->split(u'\n'))
        geos[line.section(u'\t', 0, 0)] = line.section(u'\t', 1, 1).toDouble();
    REQUIRE(file->cells.size() == 57);
    REQUIRE(tables->cells.size() == 57);
    double sum = 0;
    for (qsizetype i = 0; i < file->cells.size(); ++i) {
        const OverlayCell& one = file->cells.at(i);
        const OverlayCell& other = tables->cells.at(i);
        INFO(one.b.toStdString());
        CHECK(other.b == one.b);
        REQUIRE(geos.count(one.b) == 1);
        CHECK_THAT(one.plane, WithinRel(geos[one.b], 1e-9));
        CHECK_THAT(other.plane, WithinRel(geos[one.b], 1e-9));
        sum += other.plane;
    }
    CHECK_THAT(sum, WithinRel(tables->plane, 1e-12));
}
