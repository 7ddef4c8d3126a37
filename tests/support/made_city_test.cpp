#include "core/gdal/layer_reader.h"
#include "core/spatial/measure_area.h"
#include "core/spatial/overlay.h"
#include "tests/support/catch.h"
#include "tests/support/made_city.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <map>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

test::CitySize smallCity()
{
    test::CitySize size;
    size.parcels = 1'200;
    size.controls = 6;
    size.edges = 2'000;
    size.facilities = 20;
    size.homes = 200;
    return size;
}

QByteArray bytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "what,layer,region,class" → value.
std::map<QString, double> answersOf(const QString& path)
{
    std::map<QString, double> answers;
    for (const QByteArray& line : bytes(path).split('\n').mid(1)) {
        const QString row = QString::fromUtf8(line);
        if (!row.isEmpty())
            answers[row.section(u',', 0, 3)] = row.section(u',', 4, 4).toDouble();
    }
    return answers;
}

/// Made once for all cases.
struct Made
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"city.gpkg"_s);
    std::map<QString, double> answers;

    Made()
    {
        REQUIRE_OK(test::makeCity(path, smallCity()));
        answers = answersOf(folder.filePath(u"city-answers.csv"_s));
    }
};

Made& made()
{
    static Made city;
    return city;
}

} // namespace

TEST_CASE("the made-up city is the same city every time")
{
    QTemporaryDir again;
    REQUIRE_OK(test::makeCity(again.filePath(u"city.gpkg"_s), smallCity()));
    CHECK(bool(bytes(again.filePath(u"city.gpkg"_s)) == bytes(made().path)));
    CHECK(bool(bytes(again.filePath(u"city-answers.csv"_s)) ==
               bytes(made().folder.filePath(u"city-answers.csv"_s))));
    test::CitySize other = smallCity();
    other.seed = 8;
    REQUIRE_OK(test::makeCity(again.filePath(u"other.gpkg"_s), other));
    CHECK_FALSE(bool(bytes(again.filePath(u"other-answers.csv"_s)) ==
                     bytes(again.filePath(u"city-answers.csv"_s))));
}

TEST_CASE("its parcels have the areas that the survey's formula gives, class by class")
{
    const auto report = measureArea({made().path, u"DLTB"_s, u"DLBM"_s});
    REQUIRE_OK(report);
    CHECK(report->repairs.isEmpty());
    int classes = 0;
    for (auto group = report->groups.cbegin(); group != report->groups.cend(); ++group, ++classes) {
        INFO(group.key().toStdString());
        // The formula takes the corners, the plane's edges are straight: for an edge of 500 m that
        // runs east to west, s³ tan B / 12 R is 0.7 m², which the neighbour gets.
        CHECK_THAT(group->ellipsoidal,
                   WithinRel(made().answers[u"area,DLTB,350200,"_s + group.key()], 1e-6));
        CHECK(group->features == qint64(made().answers[u"count,DLTB,350200,"_s + group.key()]));
    }
    CHECK(classes > 40);
    const auto before = measureArea({made().path, u"DLTB_2021"_s, u"DLBM"_s});
    REQUIRE_OK(before);
    CHECK(before->repairs.isEmpty());
    CHECK_THAT(before->total.ellipsoidal, WithinRel(report->total.ellipsoidal, 1e-12));
    const auto districts = measureArea({made().path, u"XZQ"_s, u"行政区代码"_s});
    REQUIRE_OK(districts);
    CHECK(districts->groups.size() == 6);
    // A partition: no gap and no overlap.
    CHECK_THAT(districts->total.ellipsoidal, WithinRel(report->total.ellipsoidal, 1e-12));
    // Xiamen's land area, 1700.61 km² (福建省统计局).
    CHECK_THAT(report->total.ellipsoidal / 1e6, WithinAbs(1700.61, 0.1));
}

TEST_CASE("the ecological redline holds the parcels that were put into it")
{
    const auto report =
        overlay({{made().path, u"DLTB"_s, u"DLBM"_s, 0}, {made().path, u"STBHHX"_s, {}, 0}, 0});
    REQUIRE_OK(report);
    CHECK_THAT(report->area, WithinRel(made().answers[u"area,STBHHX,350200,"_s], 2e-7));
    for (const OverlayCell& cell : report->cells) {
        INFO(cell.a.toStdString());
        CHECK_THAT(cell.area,
                   WithinRel(made().answers[u"area,STBHHX x DLTB,350200,"_s + cell.a], 1e-6));
    }
    // What departments return for 2022: 288.02 km².
    CHECK_THAT(report->area / 1e6, WithinAbs(288.02, 0.05));
}

TEST_CASE("a folder of the made-up city comes as offices send it")
{
    QTemporaryDir folder;
    REQUIRE_OK(test::makeCity(folder.filePath(u"层"_s), smallCity()));
    const QDir files(folder.filePath(u"层"_s));
    CHECK(files.exists(u"地类图斑_2022.gpkg"_s));
    CHECK(files.exists(u"生态保护红线.shp"_s));
    CHECK_FALSE(files.exists(u"生态保护红线.cpg"_s));
    CHECK(files.exists(u"城区范围.cpg"_s));
    const QString schools = QString::fromUtf8(bytes(files.filePath(u"小学.csv"_s)));
    CHECK(schools.section(u'\n', 0, 0).contains(u"学位数,经度,纬度"_s));
    CHECK(schools.count(u'\n') == 21);
    auto reader = gdal::LayerReader::open(files.filePath(u"行政区.shp"_s), {}, {u"行政区名称"_s});
    REQUIRE_OK(reader);
    gdal::LayerFeature feature;
    REQUIRE_OK(reader->next(feature));
    CHECK(feature.attributes[0] == u"思明区");
}
