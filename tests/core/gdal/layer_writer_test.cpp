#include "core/gdal/layer_writer.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using namespace checkup;
using namespace checkup::gdal;
using namespace Qt::StringLiterals;

namespace {

Crs zone39()
{
    const auto crs = Crs::fromEpsg(4548);
    REQUIRE_OK(crs);
    return *crs;
}

/// A square of 1000 m with a hole of 100 m, and another square beside it.
Rings squares()
{
    Rings rings;
    const auto square = [&rings](double x, double y, double side, bool hole) {
        rings.begins.push_back(rings.x.size());
        rings.holes.push_back(hole ? 1 : 0);
        for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}) {
            rings.x.push_back(x + dx * side);
            rings.y.push_back(y + dy * side);
        }
    };
    square(612'000, 2'710'000, 1000, false);
    square(612'300, 2'710'300, 100, true);
    square(614'000, 2'710'000, 500, false);
    return rings;
}

LayerPlan plan()
{
    return {u"图斑"_s,
            LayerPlan::Geometry::MultiPolygon,
            zone39(),
            {{u"DLMC"_s, LayerField::Type::Text, 60},
             {u"BSM"_s, LayerField::Type::Integer},
             {u"TBMJ"_s, LayerField::Type::Real}}};
}

void writeSquares(const QString& path, const WriteOptions& options = {})
{
    auto writer = LayerWriter::create(path, options);
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start(plan()));
    REQUIRE_OK(writer->add(squares(), {u"水田“一”"_s, qint64(350203000001), 1'240'000.25}));
    REQUIRE_OK(writer->add(squares(), {u"乔木林地"_s, QVariant(), 0.1}));
    REQUIRE_OK(writer->finish());
}

QMap<QString, QByteArray> filesOf(const QString& folder)
{
    QMap<QString, QByteArray> files;
    for (const QString& name :
         QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        QFile file(folder + u'/' + name);
        files.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return files;
}

} // namespace

TEST_CASE("what is written is read again, in every format")
{
    const QString name = GENERATE(u"层.gpkg"_s, u"层.shp"_s, u"层.fgb"_s, u"层.geojson"_s);
    INFO(name.toStdString());
    QTemporaryDir folder;
    writeSquares(folder.filePath(name));
    auto reader = LayerReader::open(folder.filePath(name), {}, {u"DLMC"_s, u"BSM"_s, u"TBMJ"_s});
    REQUIRE_OK(reader);
    CHECK(reader->info().features == 2);
    REQUIRE(reader->info().crs);
    CHECK(reader->info().crs->datum() == Crs::Datum::Cgcs2000);
    CHECK(reader->info().crs->gaussKrueger()->falseEasting == 500'000);
    bool found = false;
    LayerFeature feature;
    for (;;) {
        const auto more = reader->next(feature);
        REQUIRE_OK(more);
        if (!*more)
            break;
        CHECK(feature.fault.isEmpty());
        REQUIRE(feature.rings.count() == 3);
        CHECK(std::count(feature.rings.holes.begin(), feature.rings.holes.end(), 1) == 1);
        CHECK(*std::min_element(feature.rings.x.begin(), feature.rings.x.end()) == 612'000);
        if (feature.attributes[0] == u"水田“一”") {
            found = true;
            CHECK(feature.attributes[1] == u"350203000001");
            CHECK(feature.attributes[2].toDouble() == 1'240'000.25);
        } else {
            CHECK(feature.attributes[1].isEmpty());
        }
    }
    CHECK(found);
}

TEST_CASE("a feature without geometry is written, or its format says that it cannot be")
{
    const QString name = GENERATE(u"层.gpkg"_s, u"层.shp"_s, u"层.fgb"_s, u"层.geojson"_s);
    INFO(name.toStdString());
    QTemporaryDir folder;
    auto writer = LayerWriter::create(folder.filePath(name));
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start(plan()));
    const Result<void> added = writer->add({}, {u"1"_s});
    if (name.endsWith(u"fgb")) { // GDAL issue 7401: it would be left out
        REQUIRE_FALSE(added);
        CHECK(added.error().code() == ErrorCode::BadUsage);
        CHECK(added.error().message().contains(u"FlatGeobuf"));
        return;
    }
    REQUIRE_OK(added);
    REQUIRE_OK(writer->finish());
    CHECK(LayerReader::open(folder.filePath(name))->info().features == 1);
}

TEST_CASE("the same layers give the same bytes, and nothing else is left beside them")
{
    const QString name =
        GENERATE(u"层.gpkg"_s, u"层.shp"_s, u"层.fgb"_s, u"层.geojson"_s, u"层.csv"_s);
    INFO(name.toStdString());
    QTemporaryDir one, two;
    writeSquares(one.filePath(name));
    writeSquares(two.filePath(name));
    writeSquares(two.filePath(name)); // over what is there
    const auto first = filesOf(one.path());
    CHECK(first.contains(name));
    CHECK(first.size() == (name.endsWith(u".shp") ? 5 : 1));
    CHECK(bool(first == filesOf(two.path())));
}

TEST_CASE("a shapefile's texts are GBK where that is asked for, with or without a word of it")
{
    QTemporaryDir folder;
    writeSquares(folder.filePath(u"旧.shp"_s), {u"GBK"_s, false});
    const auto files = filesOf(folder.path());
    CHECK_FALSE(files.contains(u"旧.cpg"_s));
    // 水田 in GBK, by the table of GB 2312: CB AE CC EF.
    CHECK(files[u"旧.dbf"_s].contains("\xCB\xAE\xCC\xEF"));
    auto reader = LayerReader::open(folder.filePath(u"旧.shp"_s), {}, {u"DLMC"_s});
    REQUIRE_OK(reader);
    LayerFeature feature;
    REQUIRE_OK(reader->next(feature));
    CHECK(feature.attributes[0] == u"水田“一”"_s);
    writeSquares(folder.filePath(u"旧.shp"_s), {u"GBK"_s, true});
    CHECK(filesOf(folder.path()).contains(u"旧.cpg"_s));
}

TEST_CASE("a GeoPackage takes several layers, other files one")
{
    QTemporaryDir folder;
    auto writer = LayerWriter::create(folder.filePath(u"两层.gpkg"_s));
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start(plan()));
    REQUIRE_OK(writer->add(squares(), {}));
    LayerPlan points{u"点"_s, LayerPlan::Geometry::Point, zone39(), {{u"名称"_s}}};
    REQUIRE_OK(writer->start(points));
    Rings place;
    place.x = {612'000};
    place.y = {2'710'000};
    place.begins = {0};
    place.holes = {0};
    REQUIRE_OK(writer->add(place, {u"小学"_s}));
    CHECK(writer->add(place, {1, 2}).error().code() == ErrorCode::BadUsage);
    REQUIRE_OK(writer->finish());
    CHECK(LayerReader::open(folder.filePath(u"两层.gpkg"_s), u"点"_s)->info().features == 1);
    CHECK(LayerReader::open(folder.filePath(u"两层.gpkg"_s), u"图斑"_s)->info().features == 1);

    auto single = LayerWriter::create(folder.filePath(u"一层.fgb"_s));
    REQUIRE_OK(single);
    REQUIRE_OK(single->start(plan()));
    CHECK(single->start(plan()).error().code() == ErrorCode::BadUsage);
}

TEST_CASE("what cannot be written says so and leaves what was there")
{
    QTemporaryDir folder;
    CHECK(LayerWriter::create(folder.filePath(u"a.xyz"_s)).error().code() == ErrorCode::BadUsage);
    CHECK(LayerWriter::create(folder.filePath(u"没有/a.gpkg"_s)).error().code() ==
          ErrorCode::NotFound);
    const QString name = GENERATE(u"层.gpkg"_s, u"层.shp"_s, u"层.fgb"_s, u"层.geojson"_s);
    INFO(name.toStdString());
    writeSquares(folder.filePath(name));
    const auto before = filesOf(folder.path());

    { // given up on the way
        auto writer = LayerWriter::create(folder.filePath(name));
        REQUIRE_OK(writer);
        REQUIRE_OK(writer->start(plan()));
        REQUIRE_OK(writer->add(squares(), {u"半"_s}));
    }
    CHECK(bool(filesOf(folder.path()) == before));

    // A file may grow to 64 KB only: what a full disk does to a writer.
    auto* const formerly = std::signal(SIGXFSZ, SIG_IGN);
    rlimit sizes{};
    getrlimit(RLIMIT_FSIZE, &sizes);
    const rlim_t was = sizes.rlim_cur;
    sizes.rlim_cur = 64 * 1024;
    setrlimit(RLIMIT_FSIZE, &sizes);
    const Result<void> outcome = [&]() -> Result<void> {
        auto writer = LayerWriter::create(folder.filePath(name));
        if (!writer)
            return writer.error();
        if (auto started = writer->start(plan()); !started)
            return started;
        for (int i = 0; i < 3000; ++i) {
            if (auto added = writer->add(squares(), {u"水田"_s, i, 0.5}); !added)
                return added;
        }
        return writer->finish();
    }();
    sizes.rlim_cur = was;
    setrlimit(RLIMIT_FSIZE, &sizes);
    std::signal(SIGXFSZ, formerly);
    REQUIRE_FALSE(outcome);
    CHECK(
        (outcome.error().code() == ErrorCode::Io || outcome.error().code() == ErrorCode::DiskFull));
    CHECK(outcome.error().message().contains(name));
    CHECK(bool(filesOf(folder.path()) == before));
}
