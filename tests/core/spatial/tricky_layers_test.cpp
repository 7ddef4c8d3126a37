#include "core/gdal/layer_store.h"
#include "core/spatial/intake.h"
#include "core/spatial/layer_guess.h"
#include "tests/core/spatial/intake_support.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QSysInfo>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::spatial;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using gdal::LayerField;
using gdal::LayerPlan;
using test::Desk;

namespace {

QString trickyFolder()
{
    return test::sharedFile(u"data/gis-tricky"_s);
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray digestOf(const QString& path)
{
    return QCryptographicHash::hash(bytesOf(path), QCryptographicHash::Sha256);
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// Whatever it is guessed to be, as the role that its geometry can have and in some system.
LayerGuess forced(LayerGuess guess, const project::YearData& data)
{
    if (guess.role.isEmpty())
        settleRole(guess,
                   guess.info.drawing == gdal::Drawing::Lines    ? u"DLWL"_s
                   : guess.info.drawing == gdal::Drawing::Points ? u"XX"_s
                                                                 : u"GYLD"_s,
                   data);
    if (guess.crs.isEmpty() && !guess.info.crs)
        guess.crs = u"EPSG:4490"_s;
    return guess;
}

/// Sources come as they are: what is said of it, and the project as it was after an error.
void inspectAndTake(Desk& desk, const QString& path, int& taken, int& refused)
{
    const auto found = inspectLayers(path, desk.data);
    if (!found) {
        CHECK_FALSE(found.error().message().isEmpty());
        ++refused;
        return;
    }
    for (const LayerGuess& one : *found) {
        CAPTURE(one.fileName.toStdString());
        const LayerGuess guess = forced(one, desk.data);
        const QStringList before = desk.tables();
        const auto set = takeLayer(desk.path, desk.data, guess, Desk::options(Keep::Inside));
        if (!set) {
            CHECK_FALSE(set.error().message().isEmpty());
            CHECK(desk.tables() == before);
            ++refused;
            continue;
        }
        REQUIRE(set->changes.size() == 1);
        const auto committed = desk.file->commit(*set);
        REQUIRE(committed);
        desk.data = *desk.file->load();
        const project::Layer* const layer =
            desk.data.layer(project::LayerId(committed->changes.first().row));
        REQUIRE(layer);
        const GateReport report = GateReport::fromJson(layer->health);
        CHECK(report.features == layer->features);
        CHECK(report.repairs.size() >= report.repaired + report.nulls + report.empties);
        CHECK(*layerState(desk.path, *layer) == project::LayerHealth::Fine);
        auto open = openLayer(desk.path, *layer, {});
        REQUIRE(open);
        gdal::LayerFeature feature;
        qint64 features = 0;
        while (*open->reader.next(feature)) {
            INFO(feature.fault.toStdString());
            CHECK(feature.fault.isEmpty()); // what came in is valid now
            ++features;
        }
        CHECK(features == layer->features);
        ++taken;
    }
}

} // namespace

TEST_CASE("every tricky file is taken with a list or refused with a sentence")
{
    if (trickyFolder().isEmpty()) {
        WARN("skipped: no gis-tricky data");
        return;
    }
    Desk desk;
    int taken = 0;
    int refused = 0;
    QDirIterator files(trickyFolder(), QDir::Files, QDirIterator::Subdirectories);
    QStringList paths;
    while (files.hasNext()) {
        const QString path = files.next();
        if (isLayerFile(path))
            paths << path;
    }
    paths.sort();
    for (const QString& path : std::as_const(paths)) {
        CAPTURE(path.toStdString());
        inspectAndTake(desk, path, taken, refused);
    }
    // MANIFEST.md: 37 layers of the geodatabase alone; 4 DXF, a DWG, 26 JSON, 7 shapefiles.
    CHECK(taken > 60);
    CHECK(refused < 20);
    UNSCOPED_INFO(taken << " taken, " << refused << " refused");
    desk.close();
    const auto verified = project::verifyProject(desk.path);
    REQUIRE(verified);
    CHECK(verified->ok);
}

TEST_CASE("a drawing's layers come in one by one, its closed lines as polygons")
{
    const QString path = test::sharedFile(u"data/gis-tricky/dxf/libredwg_example_2000.dwg"_s);
    if (path.isEmpty()) {
        WARN("skipped: no gis-tricky data");
        return;
    }
    Desk desk;
    const auto found = inspectLayers(path, desk.data);
    REQUIRE(found);
    REQUIRE(found->size() == 2); // Tavolo 2, Tavolo 3
    for (const LayerGuess& one : *found) {
        CHECK_THAT(one.issues.first().text.toStdString(), ContainsSubstring("HATCH 1"));
        LayerGuess guess = one;
        settleRole(guess, u"GYLD"_s, desk.data);
        CHECK(guess.closedLines);
        guess.crs = u"EPSG:4548"_s;
        desk.take(guess);
        const GateReport report = GateReport::fromJson(desk.data.layers.last().health);
        CHECK(report.area > 0);
        CHECK(report.misfits > 0); // lines that are open
    }
}

TEST_CASE("the districts of Xiamen in three systems and encodings are the same districts")
{
    if (trickyFolder().isEmpty()) {
        WARN("skipped: no gis-tricky data");
        return;
    }
    Desk desk;
    const auto found = inspectLayers(trickyFolder() + u"/cgcs2000_gbk"_s, desk.data);
    REQUIRE(found);
    REQUIRE(found->size() == 3);
    QList<double> areas;
    for (const LayerGuess& guess : *found) {
        CAPTURE(guess.fileName.toStdString());
        CHECK(guess.issues.isEmpty());
        CHECK(guess.crs.isEmpty());
        // "xiamen_4490" does not say what it is.
        CHECK((guess.role == u"XZQ") == guess.fileName.contains(u"行政区"));
        LayerGuess district = guess;
        settleRole(district, u"XZQ"_s, desk.data);
        CHECK(district.fields.contains(u"name"_s));
        desk.take(district);
        const project::Layer layer = desk.data.layers.last();
        const GateReport report = GateReport::fromJson(layer.health);
        CHECK(report.features == 6);
        CHECK(report.repaired == 6); // MANIFEST.md: all six are invalid as published
        areas << report.area;
        auto open = openLayer(desk.path, layer, {u"name"_s});
        REQUIRE(open);
        gdal::LayerFeature feature;
        QStringList names;
        while (*open->reader.next(feature))
            names << feature.attributes;
        CHECK(names.contains(u"思明区"_s));
    }
    CHECK_THAT(areas[0], WithinRel(areas[1], 1e-6));
    CHECK_THAT(areas[0], WithinRel(areas[2], 1e-6));
    // Now the districts say where the city is.
    const Extent city = cityExtent(desk.data);
    CHECK(city.contains(118.1, 24.5));
    CHECK_FALSE(city.contains(119.5, 24.5));
}

TEST_CASE("broken shapefiles are refused with a sentence that says what is missing")
{
    Desk desk;
    desk.parcels(u"DLTB_2022.shp"_s, 4548, {u"GBK"_s, false});
    const QString base = desk.folder + u"/DLTB_2022."_s;
    const QStringList tables = desk.tables();
    SECTION("no index")
    {
        REQUIRE(QFile::remove(base + u"shx"_s));
        const auto found = inspectLayers(base + u"shp"_s, desk.data);
        REQUIRE_FALSE(found);
        CHECK_THAT(found.error().message().toStdString(), ContainsSubstring(".shx"));
    }
    SECTION("no table")
    {
        REQUIRE(QFile::remove(base + u"dbf"_s));
        const auto found = inspectLayers(base + u"shp"_s, desk.data);
        REQUIRE(found);
        REQUIRE_FALSE(found->first().issues.isEmpty());
        CHECK_THAT(found->first().issues.last().text.toStdString() +
                       found->first().issues.first().text.toStdString(),
                   ContainsSubstring(".dbf"));
    }
    SECTION("no system")
    {
        REQUIRE(QFile::remove(base + u"prj"_s));
        const auto found = inspectLayers(base + u"shp"_s, desk.data);
        REQUIRE(found);
        // Fujian spans two zones; the northing and the easting fit 117° and 120°.
        CHECK(found->first().crsChoices.contains(u"EPSG:4548"));
        LayerGuess unsaid = found->first();
        unsaid.crs.clear();
        const auto set = takeLayer(desk.path, desk.data, unsaid, Desk::options());
        REQUIRE_FALSE(set);
        CHECK(set.error().code() == ErrorCode::BadUsage);
    }
    SECTION("a table shorter than its shapes")
    {
        QFile table(base + u"dbf"_s);
        REQUIRE(table.resize(table.size() * 2 / 3));
        const auto found = inspectLayers(base + u"shp"_s, desk.data);
        if (found) {
            const auto set = takeLayer(desk.path, desk.data, found->first(), Desk::options());
            CHECK_FALSE(set); // attributes must not go missing without a word
        }
    }
    CHECK(desk.tables() == tables);
}

TEST_CASE("texts without code page are read as they were written")
{
    Desk desk;
    const QString encoding = GENERATE(u"GBK"_s, u"UTF-8"_s);
    desk.parcels(u"DLTB_2022.shp"_s, 4548, {encoding, false});
    const auto found = inspectLayers(desk.folder + u"/DLTB_2022.shp"_s, desk.data);
    REQUIRE(found);
    CHECK(found->first().encoding == (encoding == u"GBK" ? u"GB18030"_s : u"UTF-8"_s));
    for (const Keep keep : {Keep::Inside, Keep::Beside}) {
        desk.take(found->first(), keep);
        CHECK(desk.firstText(u"className"_s) == u"乔木林地");
    }
}

TEST_CASE("coordinates that are none are listed, and their feature keeps its attributes")
{
    Desk desk;
    const double bad = GENERATE(1e308, 1e20, -1e15);
    CAPTURE(bad);
    const QString path = desk.folder + u"/GYLD.shp"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE(writer);
    LayerPlan plan;
    plan.name = u"GYLD"_s;
    plan.crs = *gdal::Crs::fromEpsg(4548);
    plan.fields = {{u"名称"_s, LayerField::Type::Text}};
    REQUIRE(writer->start(plan));
    const double x = 611494;
    const double y = 2711113;
    REQUIRE(writer->add(Desk::ring({{x, y}, {x, y + 10}, {x + 10, y + 10}, {x, y}}), {u"好"_s}));
    REQUIRE(writer->add(Desk::ring({{x, y}, {x, y + 10}, {bad, y + 10}, {x, y}}), {u"坏"_s}));
    REQUIRE(writer->finish());
    const auto found = inspectLayers(path, desk.data);
    REQUIRE(found);
    desk.take(forced(found->first(), desk.data));
    const GateReport report = GateReport::fromJson(desk.data.layers.first().health);
    CHECK(report.features == 2);
    CHECK(report.unrepaired == 1);
    REQUIRE(report.repairs.size() == 1);
    CHECK(report.repairs.first().flaw == Flaw::BadCoordinate);
    CHECK_FALSE(report.repairs.first().settled);
    CHECK_THAT(report.area, WithinAbs(50, 0.2)); // the half of a square of 10 m
    auto open = openLayer(desk.path, desk.data.layers.first(), {u"name"_s});
    REQUIRE(open);
    gdal::LayerFeature feature;
    QStringList names;
    while (*open->reader.next(feature))
        names << feature.attributes;
    CHECK(names == QStringList{u"好"_s, u"坏"_s});
}

TEST_CASE("a repair says what it did to the area")
{
    Desk desk;
    const auto found = inspectLayers(desk.parcels(u"DLTB_2022.gpkg"_s, 4548), desk.data);
    REQUIRE(found);
    desk.take(found->first());
    const GateReport report = GateReport::fromJson(desk.data.layers.first().health);
    REQUIRE(report.repairs.size() == 2);
    const GateRepair bow = report.repairs.first();
    CHECK(bow.flaw == Flaw::SelfCrossing);
    CHECK(bow.settled);
    // Two triangles of 100 m × 50 m / 2 each, that run against one another as they were drawn.
    CHECK_THAT(bow.before, WithinAbs(0, 0.05));
    CHECK_THAT(bow.after, WithinAbs(5000, 5));
    CHECK_THAT(report.effect(), WithinAbs(5000, 5));
    CHECK(report.repairs.last().flaw == Flaw::Null);
    CHECK_FALSE(gateIssues(desk.data.layers.first()).isEmpty());
    // What is kept reads back the same.
    const GateReport again = GateReport::fromJson(
        QString::fromUtf8(QJsonDocument(report.toJson()).toJson(QJsonDocument::Compact)));
    CHECK(again.toJson() == report.toJson());
}

TEST_CASE("the sea lies off the districts and is the city's nevertheless")
{
    Desk desk;
    const auto draw = [&](const QString& role, double longitude, double latitude) {
        const QString path = desk.folder + u"/"_s + role + u".shp"_s;
        auto writer = gdal::LayerWriter::create(path);
        REQUIRE(writer);
        LayerPlan plan;
        plan.name = role;
        plan.crs = *gdal::Crs::fromEpsg(4490);
        plan.fields = {{u"XZQDM"_s, LayerField::Type::Text}, {u"XZQMC"_s, LayerField::Type::Text}};
        REQUIRE(writer->start(plan));
        const double e = longitude + 0.1;
        const double n = latitude + 0.1;
        REQUIRE(writer->add(Desk::ring({{longitude, latitude},
                                        {e, latitude},
                                        {e, n},
                                        {longitude, n},
                                        {longitude, latitude}}),
                            {u"350203"_s, u"思明区"_s}));
        REQUIRE(writer->finish());
        const auto found = inspectLayers(path, desk.data);
        REQUIRE(found);
        LayerGuess guess = found->first();
        settleRole(guess, role, desk.data);
        desk.take(guess);
        const auto taken = std::find_if(desk.data.layers.cbegin(), desk.data.layers.cend(),
                                        [&](const auto& layer) { return layer.role == role; });
        REQUIRE(taken != desk.data.layers.cend());
        return GateReport::fromJson(taken->health).outside;
    };
    CHECK(draw(u"XZQ"_s, 118.0, 24.4) == 0);
    CHECK(draw(u"JAHY"_s, 118.3, 24.1) == 0); // inshore waters, 20 km off
    CHECK(draw(u"GYLD"_s, 118.3, 24.1) == 1); // a park there is another city's
    CHECK(draw(u"HYQS"_s, 122.0, 30.0) == 1); // and a sea off Shanghai too
}

TEST_CASE("one giant polygon and many points in one place come in")
{
    Desk desk;
    const QString path = desk.folder + u"/大.gpkg"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE(writer);
    LayerPlan plan;
    plan.name = u"生态保护红线"_s;
    plan.crs = *gdal::Crs::fromEpsg(4548);
    REQUIRE(writer->start(plan));
    constexpr int vertices = 200'000;
    gdal::Rings giant;
    giant.begins = {0};
    giant.holes = {0};
    for (int i = 0; i <= vertices; ++i) {
        const double angle = 2 * M_PI * (i % vertices) / vertices;
        giant.x.push_back(611494 + 3000 * std::cos(angle));
        giant.y.push_back(2711113 + 3000 * std::sin(angle));
    }
    REQUIRE(writer->add(giant, {}));
    plan.name = u"人口"_s;
    plan.geometry = LayerPlan::Geometry::Point;
    REQUIRE(writer->start(plan));
    constexpr int points = 100'000;
    const gdal::Rings point = Desk::ring({{611494, 2711113}});
    for (int i = 0; i < points; ++i)
        REQUIRE(writer->add(point, {}));
    REQUIRE(writer->finish());
    const auto found = inspectLayers(path, desk.data);
    REQUIRE(found);
    REQUIRE(found->size() == 2);
    CHECK(found->first().inside);
    CHECK_FALSE(found->last().inside); // more than 50 000 features stay where they are
    desk.take(found->first());
    // A regular polygon of many sides: the circle, times the square of the projection's scale.
    CHECK_THAT(GateReport::fromJson(desk.data.layers.first().health).area,
               WithinRel(M_PI * 3000 * 3000, 5e-4));
    LayerGuess crowd = found->last();
    settleRole(crowd, u"XX"_s, desk.data);
    desk.take(crowd);
    CHECK(desk.data.layers.last().features == points);
}

TEST_CASE("cancelling leaves nothing behind")
{
    Desk desk;
    const auto found = inspectLayers(desk.parcels(u"DLTB_2022.gpkg"_s, 4548), desk.data);
    REQUIRE(found);
    const QStringList tables = desk.tables();
    const QStringList files = desk.listFolder();
    const CancelToken cancel;
    const auto stopAt = [&](double, const QString&) { cancel.cancel(); };
    const auto set =
        takeLayer(desk.path, desk.data, found->first(), Desk::options(), cancel, stopAt);
    // Cancelled at the first look, or, on a machine that is faster than the first look, done.
    REQUIRE_FALSE(set);
    CHECK(set.error().code() == ErrorCode::Cancelled);
    CHECK(desk.tables() == tables);
    CHECK(desk.listFolder() == files);
}

TEST_CASE("whoever edits the project is not written over")
{
    Desk desk;
    const auto found = inspectLayers(desk.parcels(u"DLTB_2022.gpkg"_s, 4548), desk.data);
    REQUIRE(found);
    desk.close();
    // The lock of another process, as QLockFile keeps it.
    const QString lock = desk.folder + u"/.厦门市-2022.gpkg.lock"_s;
    write(lock, "1\ncitycheckup\n" + QSysInfo::machineHostName().toUtf8() + "\n");
    const QByteArray before = digestOf(desk.path);
    const auto set = takeLayer(desk.path, desk.data, found->first(), Desk::options());
    if (!set) { // where that process cannot be asked about, the lock counts as forgotten
        CHECK(set.error().code() == ErrorCode::Busy);
        CHECK((digestOf(desk.path) == before));
    }
}

TEST_CASE("archives are read, and those that unpack to too much are refused")
{
    const QString zip = test::sharedFile(u"data/gis-tricky/fiona/coutwildrnp.zip"_s);
    if (zip.isEmpty()) {
        WARN("skipped: no gis-tricky data");
        return;
    }
    Desk desk;
    const auto found = inspectLayers(zip, desk.data);
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->first().info.features == 67); // fiona's documentation of this file
    desk.take(forced(found->first(), desk.data));
    const project::Layer layer = desk.data.layers.first();
    CHECK(layer.fileName.startsWith(u"coutwildrnp.zip"));
    CHECK(GateReport::fromJson(layer.health).outside == 67); // Colorado
    const auto bomb = inspectLayers(desk.path, desk.data);
    CHECK(bomb); // the project itself is no archive, but has this layer
}

TEST_CASE("damaged files end in an error or a layer, never in a crash")
{
    Desk desk;
    const QString name = GENERATE(u"DLTB_2022.gpkg"_s, u"DLTB_2022.shp"_s, u"DLTB_2022.geojson"_s);
    CAPTURE(name.toStdString());
    const QString path = desk.parcels(name, 4548);
    const QByteArray whole = bytesOf(path);
    const QStringList tables = desk.tables();
    quint32 seed = 12345;
    const auto random = [&seed](qsizetype below) {
        seed = seed * 1664525u + 1013904223u;
        return static_cast<qsizetype>(seed >> 8) % below;
    };
    constexpr int rounds = 25;
    int errors = 0;
    for (int round = 0; round < rounds; ++round) {
        CAPTURE(round);
        QByteArray broken = whole;
        if (round % 2 == 0)
            broken.truncate(random(whole.size()));
        for (int i = 0; i < 8 && round % 2 == 1; ++i)
            broken[random(broken.size())] = static_cast<char>(random(256));
        write(path, broken);
        const auto found = inspectLayers(path, desk.data);
        if (!found) {
            ++errors;
            CHECK_FALSE(found.error().message().isEmpty());
            continue;
        }
        for (const LayerGuess& guess : *found) {
            const auto set = takeLayer(desk.path, desk.data, forced(guess, desk.data),
                                       Desk::options(Keep::Beside));
            if (!set) {
                ++errors;
                CHECK_FALSE(set.error().message().isEmpty());
            }
        }
    }
    CHECK(errors > 0);
    CHECK(desk.tables() == tables);
    desk.close();
    CHECK(project::verifyProject(desk.path)->ok);
}

TEST_CASE("roads and facilities of OpenStreetMap are told apart by their tags")
{
    const QString path = test::sharedFile(u"data/osm/cusco.osm.pbf"_s);
    if (path.isEmpty()) {
        WARN("skipped: no osm data");
        return;
    }
    Desk desk;
    const auto found = inspectLayers(path, desk.data);
    REQUIRE(found);
    QHash<QString, qint64> features;
    for (const LayerGuess& guess : *found)
        features.insert(guess.role, guess.info.features);
    // ogrinfo (GDAL 3.6.2): lines with highway; multipolygons with building.
    CHECK(features.value(u"DLWL"_s) == 4616);
    CHECK(features.value(u"JZW"_s) == 2989);
    const auto schools = std::find_if(found->cbegin(), found->cend(),
                                      [](const LayerGuess& guess) { return guess.role == u"XX"; });
    REQUIRE(schools != found->cend());
    desk.take(*schools);
    // Points and areas together, all of them.
    CHECK(desk.data.layers.first().features == schools->info.features);
    CHECK(GateReport::fromJson(desk.data.layers.first().health).misfits == 0);
}
