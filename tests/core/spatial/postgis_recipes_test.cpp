// Recipes over layers in PostGIS against the same recipes over the same layers in a file.

#include "core/spatial/compute.h"
#include "tests/support/catch.h"
#include "tests/support/city_year.h"
#include "tests/support/made_city.h"
#include "tests/support/postgres.h"
#include "tests/support/translate.h"

#include <QTemporaryDir>

#include <cmath>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;

namespace {

/// The same year with its layers in a database, under their names.
project::YearData inDatabase(project::YearData data, const QString& connection)
{
    for (project::Layer& layer : data.layers)
        layer.path = u"PG:"_s + connection;
    data.index();
    return data;
}

QStringList namesOf(const project::YearData& data)
{
    QStringList names;
    for (const project::Layer& layer : data.layers)
        names << layer.layer;
    return names;
}

const RecipeResult* find(const ComputeReport& report, const QString& subject)
{
    for (const RecipeResult& one : report.results) {
        if (one.subject == subject)
            return &one;
    }
    return nullptr;
}

} // namespace

TEST_CASE("PostGIS computes the recipes of a city as files do", "[postgis]")
{
    test::Postgres server({u"postgis"_s});
    if (!server.absence().isEmpty()) {
        WARN("skipped: " << server.absence().toStdString());
        return;
    }
    QTemporaryDir folder;
    test::CitySize size;
    size.parcels = 1'200;
    size.controls = 6;
    size.edges = 2'000;
    size.facilities = 20;
    size.homes = 200;
    const QString path = folder.filePath(u"city.gpkg"_s);
    REQUIRE(test::makeCity(path, size));
    const project::YearData files = test::cityYear(path);
    REQUIRE(test::loadIntoPostgis(path, server.connection(), namesOf(files)));
    const project::YearData tables = inDatabase(files, server.connection());
    const QString project = folder.filePath(u"厦门市.gpkg"_s);

    const auto expected = compute(project, files, {});
    REQUIRE(expected);
    const auto found = compute(project, tables, {});
    REQUIRE(found);
    for (const ComputeReport::Skipped& one : found->skipped)
        WARN(one.subject.toStdString() << " " << one.why.join(u' ').toStdString());
    for (const Issue& issue : found->issues)
        UNSCOPED_INFO(issue.text.toStdString());
    REQUIRE(found->results.size() == expected->results.size());
    CHECK(found->read < expected->read);

    for (const RecipeResult& file : expected->results) {
        INFO(file.subject.toStdString());
        const RecipeResult* const table = find(*found, file.subject);
        REQUIRE(table);
        // Geodesic edges of at most 50 m: see postgis_sql.h.
        const double tolerance = 1e-7 * std::abs(file.whole);
        CHECK_THAT(table->whole, WithinAbs(file.whole, tolerance));
        CHECK_THAT(table->outside, WithinAbs(file.outside, tolerance));
        CHECK(std::abs(table->residual - file.residual) <= tolerance);
        CHECK_THAT(table->plane, WithinAbs(file.plane, 1e-9 * std::abs(file.plane)));
        CHECK(table->features == file.features);
        CHECK(table->slivers == file.slivers);
        CHECK(table->noNumber == file.noNumber);
        CHECK(table->noShape == file.noShape);
        CHECK(table->repaired == file.repaired);
        CHECK(table->byDistrict == file.byDistrict);
        REQUIRE(table->regions.size() == file.regions.size());
        for (qsizetype i = 0; i < file.regions.size(); ++i) {
            INFO(file.regions[i].region.number());
            CHECK_THAT(table->regions[i].value, WithinAbs(file.regions[i].value, tolerance));
            // A parcel that touches a district's border may be one of its features or not.
            CHECK(std::abs(table->regions[i].features - file.regions[i].features) <=
                  1 + file.regions[i].features / 50);
        }
    }
}
