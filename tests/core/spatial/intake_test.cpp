#include "core/spatial/intake.h"

#include "core/gdal/layer_writer.h"
#include "core/project/project_file.h"
#include "core/spatial/layer_guess.h"
#include "tests/core/spatial/intake_support.h"
#include "tests/support/catch.h"
#include "tests/support/sqlite_locks.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::spatial;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using test::Desk;

TEST_CASE("a small layer becomes a feature table of the open project")
{
    Desk desk;
    const QString file = desk.parcels(u"DLTB_350200_2021.gpkg"_s, 4549);
    const auto guesses = inspectLayers(file, desk.data);
    REQUIRE(guesses);
    REQUIRE(guesses->size() == 1);
    const LayerGuess& guess = guesses->first();
    INFO(guess.problem.toStdString());
    CHECK(guess.role == u"DLTB");
    CHECK(guess.year == 2021);
    CHECK(guess.name == u"地类图斑 2021");
    CHECK(guess.fields.value(u"class"_s) == u"DLBM");
    CHECK(guess.fields.value(u"netArea"_s) == u"TBDLMJ");
    CHECK(guess.classSystem == u"third-survey");
    CHECK(guess.inside);
    CHECK(guess.isReady());

    // Taken while the project is open for writing, as the window does.
    desk.take(guess);
    REQUIRE(desk.data.layers.size() == 1);
    const project::Layer layer = desk.data.layers.first();
    CHECK(layer.isInside());
    CHECK(layer.layer == u"layer_dltb_2021_"_s + layer.sha256.left(8));
    CHECK(layer.features == 4);
    const GateReport report = GateReport::fromJson(layer.health);
    CHECK(report.repaired == 1);
    CHECK(report.nulls == 1);
    CHECK(report.outside == 0);

    // Read back while the project is open, with columns by their keys.
    {
        auto open = openLayer(desk.path, layer, {u"netArea"_s, u"class"_s}, {u"seat"_s});
        REQUIRE(open);
        CHECK(open->crs.epsg() == 4549);
        CHECK(open->columns == QStringList{u"netArea"_s, u"class"_s});
        gdal::LayerFeature feature;
        REQUIRE(*open->reader.next(feature));
        CHECK(feature.attributes == QStringList{u"9999.5"_s, u"0301"_s});
        REQUIRE(feature.rings.count() == 1);
        CHECK(feature.rings.x.size() == 5);
    }
    // The same again changes nothing; another name for it does, without a second table.
    CHECK(desk.changesOf(guess).isEmpty());
    LayerGuess renamed = guess;
    renamed.name = u"图斑"_s;
    CHECK(desk.changesOf(renamed).changes.size() == 1);

    CHECK(*layerState(desk.path, layer) == project::LayerHealth::Fine);
    desk.close();
    CHECK_FALSE(QFile::exists(desk.path + u"-wal"_s));
    const auto verified = project::verifyProject(desk.path);
    REQUIRE(verified);
    for (const Issue& issue : verified->problems)
        UNSCOPED_INFO(issue.text.toStdString() + issue.sheet.toStdString());
    CHECK(verified->ok);
    CHECK(verified->problems.isEmpty());
    CHECK(desk.listFolder().filter(u".checkup"_s).isEmpty());
}

TEST_CASE("a layer taken while nobody has the project open leaves no lock and no side file")
{
    Desk desk;
    const QString file = desk.parcels(u"DLTB_2022.shp"_s, 4548);
    const auto guesses = inspectLayers(file, desk.data);
    REQUIRE(guesses);
    desk.close();
    const auto set = takeLayer(desk.path, desk.data, guesses->first(), Desk::options());
    REQUIRE(set);
    CHECK(set->changes.size() == 1);
    for (const QString& name : desk.listFolder())
        CHECK_FALSE((name.endsWith(u"-wal") || name.endsWith(u"-shm") || name.contains(u".lock")));
    desk.reopen();
    CHECK(desk.file->commit(*set));
    desk.close();
    CHECK(project::verifyProject(desk.path)->ok);
}

TEST_CASE("undoing and redoing the taking of a layer finds its table again")
{
    Desk desk;
    const QString file = desk.parcels(u"DLTB_2022.geojson"_s, 4490);
    const auto guesses = inspectLayers(file, desk.data);
    REQUIRE(guesses);
    const project::ChangeSet done = desk.take(guesses->first());
    REQUIRE(desk.file->commit(done.inverted()));
    desk.data = *desk.file->load();
    CHECK(desk.data.layers.isEmpty());
    CHECK(project::verifyProject(desk.path)->ok); // the table without a row is no fault
    const QStringList before = desk.tables();
    desk.take(guesses->first());
    CHECK(desk.tables() == before);
    CHECK(*layerState(desk.path, desk.data.layers.first()) == project::LayerHealth::Fine);
}

TEST_CASE("reading and taking layers keeps SQLite's lock on the open project")
{
    if (!test::sqliteLocks()) {
        WARN("skipped: the system does not list its locks");
        return;
    }
    Desk desk;
    const auto guesses = inspectLayers(desk.parcels(u"DLTB_2022.gpkg"_s, 4548), desk.data);
    REQUIRE(guesses);
    REQUIRE(test::sqliteLocks() == 1);
    desk.take(guesses->first());
    CHECK(test::sqliteLocks() == 1);
    CHECK(openLayer(desk.path, desk.data.layers.first(), {u"class"_s}));
    CHECK(test::sqliteLocks() == 1);
    CHECK(project::verifyProject(desk.path)->ok);
    CHECK(test::sqliteLocks() == 1);
    desk.close();
    CHECK(test::sqliteLocks() == 0);
}

TEST_CASE("large layers stay beside the project and are checked by digest")
{
    Desk desk;
    const QString name = GENERATE(u"DLTB_2022.shp"_s, u"DLTB_2022.gpkg"_s, u"DLTB_2022.geojson"_s);
    CAPTURE(name.toStdString());
    const QString file = desk.parcels(name, 4549);
    const auto guesses = inspectLayers(file, desk.data);
    REQUIRE(guesses);
    desk.take(guesses->first(), Keep::Beside);
    const project::Layer layer = desk.data.layers.first();
    CHECK_FALSE(layer.isInside());
    CHECK_FALSE(QDir::isAbsolutePath(layer.path));
    // What is slow to read where it is becomes a GeoPackage beside the project.
    CHECK(layer.path.startsWith(u"空间数据/") == name.endsWith(u"geojson"));
    CHECK(openLayer(desk.path, layer, {u"class"_s}));
    CHECK(*layerState(desk.path, layer) == project::LayerHealth::Fine);
    desk.close();
    CHECK(project::verifyProject(desk.path)->ok);

    const QString there = project::layerPath(desk.path, layer);
    if (name.endsWith(u"shp")) { // a companion alone is enough
        QFile table(QString(there).replace(u".shp"_s, u".dbf"_s));
        REQUIRE(table.open(QIODevice::ReadWrite));
        REQUIRE(table.seek(table.size() - 3));
        table.write("9");
        table.close();
        CHECK(*layerState(desk.path, layer) == project::LayerHealth::Changed);
        CHECK_FALSE(project::verifyProject(desk.path)->ok);
    }
    REQUIRE(QFile::remove(there));
    CHECK(*layerState(desk.path, layer) == project::LayerHealth::Vanished);
    CHECK_FALSE(project::verifyProject(desk.path)->ok);
}

TEST_CASE("a file of several layers is hashed once for all of them")
{
    Desk desk;
    const QString file = desk.parcels(u"DLTB_350200_2021.gpkg"_s, 4549);
    const auto guesses = inspectLayers(file, desk.data);
    REQUIRE(guesses);
    LayerGuess second = guesses->first();
    settleRole(second, u"JZYD"_s, desk.data);
    project::DigestMemory digests;
    TakeOptions options = Desk::options();
    options.digests = &digests;
    const auto sha = [&](const LayerGuess& guess) {
        const auto taken = takeLayer(desk.path, desk.data, guess, options);
        REQUIRE(taken);
        REQUIRE(desk.file->commit(*taken));
        desk.data = *desk.file->load();
        return desk.data.layers.last().sha256;
    };
    const QString first = sha(guesses->first());

    // Another byte where GeoPackage has none of its own, and the time as it was: whoever reads the
    // file again would see it.
    QFile changed(file);
    const QDateTime time = QFileInfo(file).lastModified();
    REQUIRE(changed.open(QIODevice::ReadWrite));
    REQUIRE(changed.seek(80));
    changed.write("x");
    changed.flush();
    REQUIRE(changed.setFileTime(time, QFileDevice::FileModificationTime));
    changed.close();
    CHECK(sha(second) == first);
    CHECK(desk.data.layers.size() == 2);
    options.digests = nullptr;
    LayerGuess third = second;
    settleRole(third, u"STBHHX"_s, desk.data);
    CHECK(sha(third) != first);
}
