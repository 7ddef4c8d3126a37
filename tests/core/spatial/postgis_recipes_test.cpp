// Recipes over layers in PostGIS against the same recipes over the same layers in a file.

#include "core/spatial/compute.h"

#include "core/gdal/database.h"
#include "core/spatial/database_layers.h"
#include "core/spatial/measure_area.h"
#include "tests/core/spatial/postgis_town.h"
#include "tests/support/catch.h"
#include "tests/support/city_year.h"
#include "tests/support/made_city.h"
#include "tests/support/postgres.h"
#include "tests/support/translate.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cmath>
#include <thread>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::ContainsSubstring;
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

void own(test::TinyCity& town, const QString& json)
{
    const auto recipe = recipeFromText(json.toUtf8());
    if (!recipe)
        FAIL(recipe.error().message().toStdString());
    town.data.recipes << project::RecipeSetting{
        town.data.recipes.size() + 1, recipe->subject, true, json, {}};
    town.data.index();
}

/// A city with everything that a recipe has to cope with.
void fill(test::TinyCity& town)
{
    using project::RegionId;
    using project::RegionLevel;
    using test::TinyCity;
    town.addDistricts();
    for (int i = 0; i < 2; ++i)
        town.data.regions << project::Region{RegionId(4 + i),
                                             u"35020300%1"_s.arg(i + 1),
                                             u"街道%1"_s.arg(i + 1),
                                             {},
                                             RegionLevel::Street,
                                             RegionId(2),
                                             i + 1};
    town.data.index();
    town.add(u"JDXZ"_s, {TinyCity::box(0, 0, 1000, 130, {{u"code"_s, u"350203001000"_s}}),
                         TinyCity::box(0, 130, 1000, 870, {{u"code"_s, u"350203002000"_s}})});
    const auto parcel = [](double x, double y, double width, double height, const QString& kind,
                           const QJsonValue& net, const QString& id) {
        return TinyCity::box(
            x, y, width, height,
            {{u"id"_s, id}, {u"class"_s, kind}, {u"cityVillage"_s, u"201"_s}, {u"netArea"_s, net}});
    };
    QJsonArray parcels;
    int number = 0;
    for (int row = 0; row < 11; ++row) {
        for (int column = 0; column < 23; ++column) {
            static const QStringList kinds{u"0101"_s, u" 0102A"_s, u"0301"_s, u"0701　"_s,
                                           u"0602"_s};
            parcels << parcel(-50 + 93 * column, -20 + 91.7 * row, 93, 91.7, kinds[number % 5],
                              8500.01 + number % 7, u"图斑%1"_s.arg(number));
            ++number;
        }
    }
    parcels << parcel(300, -400, 100, 100, u"0101"_s, QJsonValue(), u"没有数"_s)
            << TinyCity::feature(
                   u"Polygon"_s,
                   QJsonArray{QJsonArray{QJsonArray{TinyCity::east + 100, TinyCity::north + 2000},
                                         QJsonArray{TinyCity::east + 200, TinyCity::north + 2100},
                                         QJsonArray{TinyCity::east + 200, TinyCity::north + 2000},
                                         QJsonArray{TinyCity::east + 100, TinyCity::north + 2100},
                                         QJsonArray{TinyCity::east + 100, TinyCity::north + 2000}}},
                   {{u"class"_s, u"0301"_s},
                    {u"netArea"_s, 4000},
                    {u"cityVillage"_s, u"201"_s},
                    {u"id"_s, u"自交"_s}});
    QJsonObject nowhere = parcel(0, 0, 1, 1, u"0301"_s, 1, u"没有图形"_s);
    nowhere[u"geometry"_s] = QJsonValue();
    parcels << nowhere << TinyCity::point(10, 10, {{u"class"_s, u"0301"_s}, {u"netArea"_s, 5}});
    town.add(u"DLTB"_s, parcels, 2022, u"third-survey"_s);
    town.add(u"STBHHX"_s, {TinyCity::box(0, 0, 340, 500), TinyCity::box(320, 0, 40, 500),
                           TinyCity::box(1066.002, 0, 300, 500)});
    town.add(u"CQFW"_s, {TinyCity::box(0, 0, 500, 1000)});
    // One stands on the border of the urban area, another beyond it by its middle.
    town.add(
        u"JZW"_s,
        {TinyCity::box(10, 10, 20, 10,
                       {{u"height"_s, 100}, {u"floors"_s, u"30"_s}, {u"year"_s, u"2020-05"_s}}),
         TinyCity::box(50, 10, 20, 10,
                       {{u"height"_s, 100.5}, {u"floors"_s, u"33"_s}, {u"year"_s, u"2022"_s}}),
         TinyCity::box(490, 10, 20, 10,
                       {{u"height"_s, 200}, {u"floors"_s, u"50"_s}, {u"year"_s, u"2023"_s}}),
         TinyCity::box(495, 30, 20, 10,
                       {{u"height"_s, 201}, {u"floors"_s, u"51"_s}, {u"year"_s, u""_s}}),
         TinyCity::box(70, 10, 10, 10, {{u"height"_s, 9}, {u"floors"_s, u"约三层"_s}})});
    town.add(u"RK_GRID"_s,
             {TinyCity::box(0, 0, 100, 100, {{u"population"_s, 1000}, {u"jobs"_s, 10}}),
              TinyCity::box(450, 0, 100, 100, {{u"population"_s, 400}, {u"jobs"_s, 0}}),
              TinyCity::point(500, 700, {{u"population"_s, 50}, {u"jobs"_s, 5}}),
              TinyCity::point(20, 700, {{u"population"_s, 51}, {u"jobs"_s, 5}})});
    // Lines along the urban area's border, across it, and along the border of the districts.
    town.add(u"DLWL"_s,
             {TinyCity::line({{-100, 500}, {300, 500}, {300, 800}}, {{u"class"_s, u"主干路"_s}}),
              TinyCity::line({{500, 100}, {500, 900}}, {{u"class"_s, u"主干路"_s}}),
              TinyCity::line({{300, 500}, {900, 500}}, {{u"class"_s, u"支路"_s}})});
    town.add(u"GS"_s, {TinyCity::line({{-500, 100}, {1500, 100}}),
                       TinyCity::line({{1000, 100}, {1000, 700}, {1200, 900}})});
    own(town, uR"({"subject":"a_water","what":{"role":"DLTB","class_system":"third-survey",
        "where":[{"column":"class","op":"construction","not":true},
                 {"column":"class","op":"equals","values":["301","0701"],"not":true}]},
        "measure":"area","within":[{"role":"CQFW"},{"role":"STBHHX"}],"sliver":3,
        "beyond_districts":true})"_s);
    own(town, uR"({"subject":"a_wetland","what":{"role":"JZW",
        "where":[{"column":"year","op":"up_to_year"},
                 {"column":"height","op":"at_least","values":["100"],
                  "per_km2":true}]},"measure":"largest_area"})"_s);
    own(town, uR"({"subject":"a_forest","what":{"role":"JZW",
        "where":[{"column":"year","op":"of_year","not":true},
                 {"column":"floors","op":"contains","values":["3"]}]},"measure":"area"})"_s);
}

void compare(const ComputeReport& files, const ComputeReport& tables)
{
    REQUIRE(tables.results.size() == files.results.size());
    for (const RecipeResult& file : files.results) {
        INFO(file.subject.toStdString());
        const RecipeResult* const table = find(tables, file.subject);
        REQUIRE(table);
        // Geodesic edges of at most 50 m: see postgis_sql.h.
        const double tolerance = 1e-7 * std::abs(file.whole) + 1e-12;
        CHECK_THAT(table->whole, WithinAbs(file.whole, tolerance));
        CHECK_THAT(table->outside, WithinAbs(file.outside, tolerance));
        CHECK_THAT(table->plane, WithinAbs(file.plane, 1e-9 * std::abs(file.plane)));
        CHECK_THAT(table->sliverAmount, WithinAbs(file.sliverAmount, tolerance));
        CHECK(std::abs(table->residual - file.residual) <= tolerance);
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
    CHECK(found->read < expected->read);
    compare(*expected, *found);
}

TEST_CASE("hostile names, odd shapes, borders, conditions: PostGIS and files agree", "[postgis]")
{
    test::Postgres server({u"postgis"_s});
    if (!server.absence().isEmpty()) {
        WARN("skipped: " << server.absence().toStdString());
        return;
    }
    REQUIRE(server.sql(u"CREATE TABLE kept (n integer)"_s));
    test::TinyCity town;
    fill(town);
    const project::YearData files = town.data;
    REQUIRE(test::moveToPostgis(town, server));
    const auto expected = compute(town.project(), files, {});
    REQUIRE(expected);
    const auto found = compute(town.project(), town.data, {});
    REQUIRE(found);
    for (const ComputeReport::Skipped& one : found->skipped)
        UNSCOPED_INFO(one.subject.toStdString() << " " << one.why.join(u' ').toStdString());
    CHECK(expected->results.size() >= 15);
    compare(*expected, *found);
    CHECK(std::any_of(found->issues.cbegin(), found->issues.cend(),
                      [](const Issue& one) { return one.text.contains(u"在数据库中计算"_s); }));
    // The same again, to the last bit.
    const auto again = compute(town.project(), town.data, {});
    REQUIRE(again);
    for (qsizetype i = 0; i < found->results.size(); ++i)
        CHECK(toText(again->results[i], town.data) == toText(found->results[i], town.data));
    CHECK(server.sql(u"SELECT count(*) FROM kept"_s) == u"0"_s);
    CHECK(server.sql(u"SELECT count(*) FROM pg_class WHERE relname LIKE 'checkup%'"_s) == u"0"_s);

    for (const QString& subject : {u"a_farmland"_s, u"a_water"_s}) {
        INFO(subject.toStdString());
        const project::RegionId west(2);
        const auto behindFiles = behind(town.project(), files, subject, 0, west, 12);
        const auto behindTables = behind(town.project(), town.data, subject, 0, west, 12);
        REQUIRE(behindFiles);
        REQUIRE(behindTables);
        REQUIRE(behindTables->size() == behindFiles->size());
        REQUIRE(!behindFiles->isEmpty());
        for (qsizetype i = 0; i < behindFiles->size(); ++i) {
            CHECK_THAT(behindTables->at(i).amount,
                       WithinAbs(behindFiles->at(i).amount, 1e-7 * behindFiles->at(i).amount));
            CHECK_THAT(behindTables->at(i).share, WithinAbs(behindFiles->at(i).share, 1e-7));
            CHECK(behindTables->at(i).label.startsWith(u"图斑"_s));
            CHECK(behindTables->at(i).feature > 0);
        }
    }
}

TEST_CASE("a query is cancelled in the database, and a lost server is said", "[postgis]")
{
    test::Postgres server({u"postgis"_s});
    if (!server.absence().isEmpty()) {
        WARN("skipped: " << server.absence().toStdString());
        return;
    }
    const QString connection = u"PG:"_s + server.connection();
    const CancelToken cancel;
    auto database = gdal::Database::open(connection, cancel);
    REQUIRE(database);
    REQUIRE(database->run(u"SELECT pg_sleep(0)"_s));
    QElapsedTimer timer;
    std::thread later([&cancel] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        cancel.cancel();
    });
    timer.start();
    const auto slept = database->run(u"SELECT pg_sleep(60)"_s);
    later.join();
    REQUIRE_FALSE(slept);
    CHECK(slept.error().code() == ErrorCode::Cancelled);
    CHECK(timer.elapsed() < 5'000); // a second but for a busy machine
    const auto rows = database->rows(u"SELECT 'x' AS x"_s);
    REQUIRE_FALSE(rows);
    CHECK(rows.error().code() == ErrorCode::Cancelled);

    CHECK(measureArea({connection, {}, {}, 0}, cancel).error().code() == ErrorCode::Cancelled);
    // In the middle of a recipe, over a table that takes the server two minutes.
    test::TinyCity town;
    fill(town);
    REQUIRE(test::moveToPostgis(town, server));
    town.data.layers.removeIf([](const project::Layer& one) { return one.role != u"DLTB"_s; });
    project::Layer& parcels = town.data.layers.first();
    REQUIRE(server.sql(u"CREATE FUNCTION slow() RETURNS text LANGUAGE sql STABLE AS "
                       "$$SELECT '03' || pg_sleep(0.5)::text$$; CREATE VIEW slow_parcels AS "
                       "SELECT fid, slow() AS class, geom FROM "_s +
                       test::quotedName(parcels.layer)));
    parcels.layer = u"slow_parcels"_s;
    parcels.fields = uR"({"class":"class"})"_s;
    own(town, uR"({"subject":"a_park","what":{"role":"DLTB","class_system":"third-survey",
        "where":[{"column":"class","op":"prefix","values":["03"]}]},"measure":"area"})"_s);
    const auto during = [&town](const std::function<void(const CancelToken&)>& disturb) {
        const CancelToken token;
        std::optional<Result<ComputeReport>> report;
        std::thread work([&] {
            report = compute(town.project(), town.data, {{u"a_park"_s}, 0, 0}, token);
        });
        std::this_thread::sleep_for(std::chrono::seconds(3));
        QElapsedTimer since;
        since.start();
        disturb(token);
        work.join();
        CHECK(since.elapsed() < 5'000);
        return *report;
    };
    const auto stopped = during([](const CancelToken& token) { token.cancel(); });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code() == ErrorCode::Cancelled);

    const auto lost = during([&server](const CancelToken&) {
        CHECK(server.sql(u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE "
                         "pid <> pg_backend_pid() AND backend_type = 'client backend'"_s));
    });
    REQUIRE(lost);
    CHECK(lost->results.isEmpty());
    REQUIRE(lost->skipped.size() == 1);
    REQUIRE(lost->skipped[0].why.size() == 1);
    CHECK_THAT(lost->skipped[0].why[0].toStdString(), ContainsSubstring("连接中断"));
    CHECK_FALSE(lost->skipped[0].why[0].contains(u"host="_s));
}

TEST_CASE("the digest of a table changes with its rows, not with their order", "[postgis]")
{
    test::Postgres server({u"postgis"_s});
    if (!server.absence().isEmpty()) {
        WARN("skipped: " << server.absence().toStdString());
        return;
    }
    REQUIRE(server.sql(
        u"CREATE TABLE parcels (fid serial PRIMARY KEY, kind text, net float8, seen timestamptz, "
        "geom geometry(Polygon, 4549)); INSERT INTO parcels (kind, net, seen, geom) SELECT "
        "'0' || i, i / 3.0, '2022-05-01 08:00+08', ST_MakeEnvelope(500000 + i * 10, 2700000, "
        "500009 + i * 10, 2700100, 4549) FROM generate_series(1, 500) i"_s));
    const QString connection = u"PG:"_s + server.connection();
    const auto digest = [&] {
        const auto made = digestDatabaseLayer(connection, u"parcels"_s);
        REQUIRE(made);
        return made->sha256;
    };
    const QString first = digest();
    CHECK(first.size() == 64);
    CHECK(digest() == first);
    CHECK(digestDatabaseLayer(connection + u" application_name=x"_s, u"public.parcels"_s)->sha256 ==
          first);
    // Written anew in another order, and seen from elsewhere: the same rows.
    REQUIRE(server.sql(
        u"CREATE TABLE copied AS SELECT * FROM parcels ORDER BY fid DESC; DELETE FROM parcels; "
        "INSERT INTO parcels SELECT * FROM copied; ALTER DATABASE postgres SET TimeZone = "
        "'Asia/Shanghai'; ALTER DATABASE postgres SET extra_float_digits = 0; ALTER DATABASE "
        "postgres SET DateStyle = 'German'"_s));
    CHECK(digest() == first);
    project::Layer layer;
    layer.path = connection;
    layer.layer = u"parcels"_s;
    layer.sha256 = first;
    CHECK(*databaseLayerHealth(layer) == project::LayerHealth::Fine);
    // Who has looked before does not read the rows again until the server has counted a change.
    project::DigestMemory memory;
    const auto remembered = [&] {
        const auto made = digestDatabaseLayer(connection, u"parcels"_s, {}, &memory);
        REQUIRE(made);
        return made->sha256;
    };
    CHECK(remembered() == first);
    CHECK(remembered() == first);
    CHECK(*databaseLayerHealth(layer, {}, &memory) == project::LayerHealth::Fine);
    QStringList seen{first};
    for (const QString& change :
         {u"UPDATE parcels SET net = net + 1e-9 WHERE fid = 7"_s,
          u"UPDATE parcels SET geom = ST_Translate(geom, 0.001, 0) WHERE fid = 8"_s,
          u"DELETE FROM parcels WHERE fid = 9"_s, u"INSERT INTO parcels DEFAULT VALUES"_s,
          u"ALTER TABLE parcels RENAME COLUMN kind TO class"_s,
          u"UPDATE parcels SET class = CASE fid WHEN 1 THEN '02' ELSE '01' END WHERE fid < 3"_s}) {
        INFO(change.toStdString());
        REQUIRE(server.sql(change));
        const QString now = digest();
        CHECK_FALSE(seen.contains(now));
        seen << now;
        CHECK(remembered() == now);
        CHECK(*databaseLayerHealth(layer) == project::LayerHealth::Changed);
    }
    project::YearData data;
    layer.name = u"图斑"_s;
    data.layers = {layer};
    CHECK(hasErrors(*databaseLayerProblems(data)));
    REQUIRE(server.sql(u"DROP TABLE parcels"_s));
    CHECK(*databaseLayerHealth(layer) == project::LayerHealth::Vanished);
    data.layers[0].path = u"PG:host=/nowhere dbname=x"_s;
    CHECK(*databaseLayerHealth(data.layers[0]) == project::LayerHealth::Remote);
    const auto unreachable = databaseLayerProblems(data);
    REQUIRE(unreachable->size() == 1);
    CHECK(unreachable->constFirst().severity == Severity::Warning);
    CHECK_FALSE(unreachable->constFirst().text.contains(u"nowhere"_s));
    const CancelToken cancelled;
    cancelled.cancel();
    CHECK(digestDatabaseLayer(connection, u"copied"_s, cancelled).error().code() ==
          ErrorCode::Cancelled);
}
