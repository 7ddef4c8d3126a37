#include "core/gdal/handles.h"
#include "core/spatial/intake.h"
#include "core/spatial/layer_guess.h"
#include "tests/core/spatial/intake_support.h"
#include "tests/support/catch.h"
#include "tests/support/raw_zip.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QStringEncoder>

#include <cmath>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::spatial;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;
using gdal::LayerField;
using gdal::LayerPlan;
using test::Desk;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Makes a layer over in another of GDAL's formats, without what this program does to it; false
/// where the format cannot be written here.
bool convert(const QString& from, const QString& to, const char* driver)
{
    gdal::registerDrivers();
    const gdal::ErrorCollector errors;
    const gdal::Dataset source(
        GDALOpenEx(from.toUtf8().constData(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
    REQUIRE(source);
    GDALDriverH maker = GDALGetDriverByName(driver);
    if (!maker || !GDALGetMetadataItem(maker, GDAL_DCAP_CREATE, nullptr))
        return false;
    const gdal::Dataset target(
        GDALCreate(maker, to.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!target)
        return false;
    OGRLayerH layer = GDALDatasetGetLayer(source.get(), 0);
    // GDAL 3.10's LIBKML stops at the bow tie.
    return GDALDatasetCopyLayer(target.get(), layer, "DLTB_2022", nullptr) != nullptr &&
           !errors.detail().contains(u"Invalid polygon"_s);
}

/// All that a zip of a shapefile holds, under whatever name.
void addShapefile(test::RawZip& zip, const Desk& desk, const QString& base, const QByteArray& as)
{
    for (const char* suffix : {".shp", ".shx", ".dbf", ".prj"})
        zip.add(as + suffix, bytesOf(desk.folder + u'/' + base + QLatin1StringView(suffix)));
}

} // namespace

TEST_CASE("a file geodatabase and KML are taken like other files")
{
    Desk desk;
    const QString source = desk.parcels(u"DLTB_2022.gpkg"_s, 4490);
    struct Format
    {
        const char* driver;
        QString name;
    };
    const Format format = GENERATE(Format{"OpenFileGDB", u"三调.gdb"_s},
                                   Format{"KML", u"图斑.kml"_s}, Format{"LIBKML", u"图斑2.kml"_s});
    const QString path = desk.folder + u'/' + format.name;
    if (!convert(source, path, format.driver)) {
        WARN("skipped: GDAL cannot write " << format.driver << " here");
        return;
    }
    CAPTURE(format.driver);
    const auto found = inspectLayers(path, desk.data);
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    const LayerGuess& guess = found->first();
    INFO(guess.problem.toStdString());
    CHECK(guess.role == u"DLTB");
    CHECK(guess.year == 2022);
    CHECK(guess.isReady());
    for (const Keep keep : {Keep::Inside, Keep::Beside}) {
        desk.take(guess, keep);
        const project::Layer layer = desk.data.layers.first();
        const GateReport report = GateReport::fromJson(layer.health);
        // KML leaves the one without a place out or keeps it, as the driver has it; here all four.
        CHECK(report.features == 4);
        // LIBKML makes what it reads valid by itself.
        CHECK(report.repaired == (qstrcmp(format.driver, "LIBKML") == 0 ? 0 : 1)); // the bow tie
        CHECK(report.outside == 0);
        CHECK(*layerState(desk.path, layer) == project::LayerHealth::Fine);
        CHECK(desk.firstText(u"class"_s) == u"0301");
    }
}

TEST_CASE("a geodatabase that somebody has open, or that may not be read")
{
    Desk desk;
    const QString path = desk.folder + u"/三调.gdb"_s;
    if (!convert(desk.parcels(u"DLTB_2022.gpkg"_s, 4548), path, "OpenFileGDB")) {
        WARN("skipped: GDAL cannot write file geodatabases here");
        return;
    }
    auto found = inspectLayers(path, desk.data);
    REQUIRE(found);
    desk.take(found->first(), Keep::Beside);
    const project::Layer layer = desk.data.layers.first();
    // ArcGIS leaves such files while it edits; they are no content.
    for (const char* lock : {"_gdb.PC-01.1234.5678.sr.lock", "DLTB_2022.PC-01.1234.5678.ed.lock"}) {
        QFile file(path + u'/' + QLatin1StringView(lock));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("lock");
    }
    found = inspectLayers(path, desk.data);
    REQUIRE(found);
    CHECK(found->first().isReady());
    CHECK(*layerState(desk.path, layer) == project::LayerHealth::Fine);
    CHECK(desk.changesOf(found->first(), Keep::Beside).isEmpty());

    const QStringList tables = desk.tables();
    SECTION("a folder that may not be read")
    {
        if (geteuid() == 0) {
            WARN("skipped: root may read everything");
            return;
        }
        REQUIRE(QFile::setPermissions(path, QFile::WriteOwner));
        const auto locked = inspectLayers(path, desk.data);
        REQUIRE(
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        REQUIRE_FALSE(locked);
        CHECK_FALSE(locked.error().message().isEmpty());
    }
    SECTION("parts of it missing")
    {
        QDirIterator files(path, {u"*.gdbtable"_s}, QDir::Files);
        while (files.hasNext()) {
            const QString file = files.next();
            if (!file.contains(u"a00000001"))
                REQUIRE(QFile::remove(file));
        }
        const auto broken = inspectLayers(path, desk.data);
        if (broken) {
            for (const LayerGuess& guess : *broken)
                CHECK_FALSE(takeLayer(desk.path, desk.data, guess, Desk::options()));
        } else {
            CHECK_FALSE(broken.error().message().isEmpty());
        }
    }
    CHECK(desk.tables() == tables);
}

TEST_CASE("zips with names in GBK, with tables, and with zips inside")
{
    Desk desk;
    desk.parcels(u"DLTB_2022.shp"_s, 4548, {u"GBK"_s, false});
    test::RawZip zip;
    QStringEncoder gbk("GB18030");
    REQUIRE(gbk.isValid());
    const QByteArray name = gbk(u"厦门/地类图斑2022"_s);
    addShapefile(zip, desk, u"DLTB_2022"_s, name);
    zip.add(QByteArray(gbk(u"厦门/小学.csv"_s)),
            u"名称,经度,纬度\n一小,118.1,24.5\n二小,118.11,24.51\n"_s.toUtf8());
    test::RawZip inner;
    inner.add("a.txt", "nothing");
    const QString innerPath = desk.folder + u"/inner.zip"_s;
    REQUIRE(inner.write(innerPath));
    zip.add("more.zip", bytesOf(innerPath));
    zip.add("damaged.geojson", "{\"type\": \"FeatureCollection\", \"features\": [");
    const QString path = desk.folder + u"/资料.zip"_s;
    REQUIRE(zip.write(path));

    const auto found = inspectLayers(path, desk.data);
    INFO((found ? QString() : found.error().message()).toStdString());
    REQUIRE(found);
    QHash<QString, LayerGuess> by;
    for (const LayerGuess& guess : *found) {
        UNSCOPED_INFO(guess.fileName.toStdString() << ": " << guess.problem.toStdString());
        by.insert(guess.fileName.section(u'/', -1), guess);
    }
    REQUIRE(by.contains(u"地类图斑2022.shp"_s));
    REQUIRE(by.contains(u"小学.csv"_s));
    CHECK(found->size() == 4); // and the two that are told
    CHECK(std::count_if(found->cbegin(), found->cend(), [](const LayerGuess& guess) {
              return guess.role.isEmpty() && !guess.problem.isEmpty();
          }) == 2);
    desk.take(by[u"地类图斑2022.shp"_s]);
    LayerGuess schools = by[u"小学.csv"_s];
    CHECK(schools.role == u"XX");
    INFO(schools.problem.toStdString());
    CHECK(schools.isReady());
    desk.take(schools);
    REQUIRE(desk.data.layers.size() == 2);
    for (const project::Layer& layer : std::as_const(desk.data.layers)) {
        CHECK(layer.fileName.startsWith(u"资料.zip ▸ 厦门/"));
        CHECK(GateReport::fromJson(layer.health).outside == 0);
        CHECK(layer.features == (layer.role == u"XX" ? 2 : 4));
    }
}

TEST_CASE("zips that are bombs or lead out of themselves are refused")
{
    Desk desk;
    const QString path = desk.folder + u"/z.zip"_s;
    test::RawZip zip;
    // GDAL hides some of these names: then nothing is left in it.
    QList<ErrorCode> expected{ErrorCode::Invalid, ErrorCode::Damaged};
    SECTION("names with ..")
    {
        zip.add("../../evil.geojson", "{}");
    }
    SECTION("absolute names")
    {
        zip.add("/etc/evil.geojson", "{}");
    }
    SECTION("names of Windows that lead out")
    {
        zip.add("..\\evil.geojson", "{}");
    }
    SECTION("out of proportion")
    {
        expected = {ErrorCode::TooLarge};
        zip.add("a.geojson", QByteArray(64 << 20, ' '));
    }
    REQUIRE(zip.write(path));
    const auto found = inspectLayers(path, desk.data);
    REQUIRE_FALSE(found);
    INFO(found.error().message().toStdString());
    CHECK(expected.contains(found.error().code()));
}

TEST_CASE("a zip cut off or changed anywhere ends in an error or a layer")
{
    Desk desk;
    desk.parcels(u"DLTB_2022.shp"_s, 4548);
    test::RawZip zip;
    addShapefile(zip, desk, u"DLTB_2022"_s, "DLTB_2022");
    zip.add("x.csv", "name,lon,lat\na,118.1,24.5\n");
    const QString path = desk.folder + u"/z.zip"_s;
    REQUIRE(zip.write(path));
    const QByteArray whole = bytesOf(path);
    const QStringList tables = desk.tables();
    quint32 seed = 99;
    const auto random = [&seed](qsizetype below) {
        seed = seed * 1664525u + 1013904223u;
        return static_cast<qsizetype>(seed >> 8) % below;
    };
    for (int round = 0; round < 40; ++round) {
        CAPTURE(round);
        QByteArray broken = whole;
        if (round % 2 == 0)
            broken.truncate(random(whole.size()));
        else
            for (int i = 0; i < 6; ++i)
                broken[random(broken.size())] = static_cast<char>(random(256));
        // GDAL remembers archives by name, size and time.
        const QString one = desk.folder + u"/z%1.zip"_s.arg(round);
        QFile file(one);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(broken);
        file.close();
        const auto found = inspectLayers(one, desk.data);
        if (!found) {
            CHECK_FALSE(found.error().message().isEmpty());
            continue;
        }
        for (const LayerGuess& guess : *found) {
            if (guess.role.isEmpty())
                continue;
            const auto set = takeLayer(desk.path, desk.data, guess, Desk::options(Keep::Beside));
            if (!set)
                CHECK_FALSE(set.error().message().isEmpty());
        }
    }
    CHECK(desk.tables() == tables);
}

TEST_CASE("a million points in one place come in and are counted")
{
    Desk desk;
    const QString path = desk.folder + u"/人口.gpkg"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE(writer);
    LayerPlan plan;
    plan.name = u"小学"_s;
    plan.crs = *gdal::Crs::fromEpsg(4548);
    plan.geometry = LayerPlan::Geometry::Point;
    REQUIRE(writer->start(plan));
    constexpr int points = 1'000'000;
    const gdal::Rings point = Desk::ring({{611494, 2711113}});
    for (int i = 0; i < points; ++i)
        REQUIRE(writer->add(point, {}));
    REQUIRE(writer->finish());
    QElapsedTimer timer;
    timer.start();
    const auto found = inspectLayers(path, desk.data);
    REQUIRE(found);
    CHECK(found->first().role == u"XX");
    desk.take(found->first());
    const project::Layer layer = desk.data.layers.first();
    CHECK_FALSE(layer.isInside());
    CHECK(layer.features == points);
    const GateReport report = GateReport::fromJson(layer.health);
    CHECK(report.outside == 0);
    CHECK(report.repairs.isEmpty());
    WARN("a million points taken in " << timer.elapsed() << " ms");
    CHECK(timer.elapsed() < 300'000);
}

TEST_CASE("a polygon of 150,000 vertices that crosses itself is repaired")
{
    Desk desk;
    const QString path = desk.folder + u"/生态保护红线.gpkg"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE(writer);
    LayerPlan plan;
    plan.name = u"生态保护红线"_s;
    plan.crs = *gdal::Crs::fromEpsg(4548);
    REQUIRE(writer->start(plan));
    // A star with that many teeth, as a coast has them; two neighbours are exchanged.
    constexpr double inner = 2999.94;
    constexpr int vertices = 150'000;
    gdal::Rings star;
    star.begins = {0};
    star.holes = {0};
    for (int i = 0; i < vertices; ++i) {
        const double angle = 2 * M_PI * i / vertices;
        const double radius = i % 2 == 0 ? 3000 : inner;
        star.x.push_back(611494 + radius * std::cos(angle));
        star.y.push_back(2711113 + radius * std::sin(angle));
    }
    std::swap(star.x[1000], star.x[1002]);
    std::swap(star.y[1000], star.y[1002]);
    star.x.push_back(star.x.front());
    star.y.push_back(star.y.front());
    REQUIRE(writer->add(star, {}));
    REQUIRE(writer->finish());
    QElapsedTimer timer;
    timer.start();
    const auto found = inspectLayers(path, desk.data);
    REQUIRE(found);
    desk.take(found->first());
    const GateReport report = GateReport::fromJson(desk.data.layers.first().health);
    CHECK(report.repaired == 1);
    // A star of n teeth: n/2 · r · R · sin(2π/n), times the square of the projection's scale.
    CHECK_THAT(report.area,
               WithinRel(vertices / 2.0 * 3000 * inner * std::sin(2 * M_PI / vertices), 5e-4));
    WARN("150,000 vertices taken in " << timer.elapsed() << " ms");
    CHECK(timer.elapsed() < 300'000);
}
