#include "core/spatial/layer_guess.h"

#include "core/gdal/place_table.h"
#include "tests/core/spatial/intake_support.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::spatial;
using Catch::Matchers::WithinAbs;
using gdal::Drawing;
using gdal::LayerInfo;

namespace {

LayerInfo layer(Drawing drawing, const QStringList& fields = {})
{
    LayerInfo info;
    info.driver = u"ESRI Shapefile"_s;
    info.features = 1;
    info.drawing = drawing;
    info.fields = fields;
    return info;
}

LayerInfo box(double west, double south, double east, double north, int epsg = 0)
{
    LayerInfo info = layer(Drawing::Polygons);
    info.minX = west;
    info.minY = south;
    info.maxX = east;
    info.maxY = north;
    if (epsg > 0)
        info.crs = *gdal::Crs::fromEpsg(epsg);
    return info;
}

/// The districts of Xiamen, whose layer would say so.
constexpr Extent xiamen{117.88, 24.42, 118.46, 24.91};
/// 118.1° E, 24.5° N by PROJ 9.1 (cs2cs EPSG:4490 → each), x and y to the metre.
constexpr double north = 2710865;

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

TEST_CASE("roles are guessed from what files and layers are called")
{
    struct Row
    {
        const char* name;
        Drawing drawing;
        const char* role;
    };
    const Row rows[] = {{"DLTB_350200", Drawing::Polygons, "DLTB"},
                        {"dltb2022", Drawing::Polygons, "DLTB"},
                        {"2022年度变更调查地类图斑", Drawing::Polygons, "DLTB"},
                        {"厦门市生态保护红线", Drawing::Polygons, "STBHHX"},
                        {"生态红线2022", Drawing::Polygons, "STBHHX"},
                        {"永久基本农田_储备", Drawing::Polygons, "YJJBNT"},
                        {"城镇开发边界", Drawing::Polygons, "CZKFBJ"},
                        {"应急避难场所分布", Drawing::Points, "YJBNCS"},
                        {"小学", Drawing::Points, "XX"},
                        {"小学", Drawing::Polygons, "XX"}, // point roles take polygons
                        {"社区养老设施", Drawing::Points, "SQYL"},
                        {"公园绿地", Drawing::Polygons, "GYLD"},
                        {"城市道路", Drawing::Lines, "DLWL"},
                        {"XXZX_2022", Drawing::Points, ""}, // XX must stand alone
                        {"地类图斑", Drawing::Lines, ""},   // no land as lines
                        {"图层1", Drawing::Polygons, ""}};
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(guessRole({QString::fromUtf8(row.name)}, layer(row.drawing)) ==
              QLatin1StringView(row.role));
    }
    CHECK(guessRole({u"图层1"_s}, layer(Drawing::Polygons, {u"dlbm"_s, u"tbmj"_s})) == u"DLTB");
    // What the layer is called counts before what the file is called.
    CHECK(guessRole({u"STBHHX"_s, u"DLTB"_s}, layer(Drawing::Polygons)) == u"STBHHX");
}

TEST_CASE("fields are found whatever their case, trimmed, and cut to ten bytes")
{
    const auto fields = guessFields(
        u"DLTB"_s,
        layer(Drawing::Polygons, {u"bsm"_s, u" Dlbm "_s, u"图斑地类面"_s, u"KCMJ"_s, u"城镇村"_s}));
    CHECK(fields.value(u"id"_s) == u"bsm");
    CHECK(fields.value(u"class"_s) == u" Dlbm ");
    CHECK(fields.value(u"netArea"_s) == u"图斑地类面"); // GBK: five characters
    CHECK(fields.value(u"deducted"_s) == u"KCMJ");
    CHECK(fields.value(u"cityVillage"_s) == u"城镇村"); // UTF-8: three characters
    CHECK_FALSE(fields.contains(u"area"_s));
    CHECK_FALSE(fields.contains(u"year"_s));
}

TEST_CASE("a year in a name is one only when it stands alone")
{
    CHECK(guessYear(u"DLTB_2022"_s) == 2022);
    CHECK(guessYear(u"厦门市2021年地类图斑"_s) == 2021);
    CHECK(guessYear(u"350200"_s) == 0);
    CHECK(guessYear(u"DLTB_CGCS2000"_s) == 0);
    CHECK(guessYear(u"国家2000坐标系"_s) == 0);
    CHECK(guessYear(u"DLTB2022_CGCS2000"_s) == 2022);
    CHECK(guessYear(u"20220101"_s) == 0);
    CHECK(guessYear(u"2021与2022对比"_s) == 0);
}

TEST_CASE("a layer that does not say its system is asked by the size of its coordinates")
{
    // With zone prefix there is only one answer.
    const CrsGuess prefixed = guessCrs(box(39611400, north, 39611600, north + 100), xiamen);
    CHECK(prefixed.crs == u"EPSG:4527");
    CHECK(prefixed.warnings.size() == 1);
    CHECK(guessCrs(box(40307400, north, 40307600, north + 100), xiamen).crs == u"EPSG:4528");
    CHECK(guessCrs(box(118.1, 24.5, 118.2, 24.6), xiamen).crs == u"EPSG:4490");
    // Without prefix: Xiamen's own zone first (central meridian 117°), then the next one.
    const CrsGuess plain = guessCrs(box(611400, north, 611600, north + 100), xiamen);
    CHECK(plain.crs == u"EPSG:4548"); // in the zone of 120° it would be at 121.1° E
    const CrsGuess east = guessCrs(box(307400, north, 307600, north + 100), xiamen);
    CHECK(east.crs == u"EPSG:4549");
    // For a whole province several zones can be meant: somebody has to say which.
    const CrsGuess asked =
        guessCrs(box(490000, 2900000, 510000, 2910000), {115.8, 23.4, 120.8, 28.4});
    CHECK(asked.crs.isEmpty());
    CHECK_FALSE(asked.problem.isEmpty());
    CHECK(asked.choices.contains(u"EPSG:4548"));
    CHECK(asked.choices.contains(u"EPSG:4549"));
    // Latitude first, northing first.
    const CrsGuess swapped = guessCrs(box(24.5, 118.1, 24.6, 118.2), xiamen);
    CHECK(swapped.swapped);
    CHECK(swapped.crs == u"EPSG:4490");
    CHECK(guessCrs(box(north, 39611400, north + 100, 39611600), xiamen).swapped);
    // Nothing to go by.
    const CrsGuess lost = guessCrs(box(1e6, 5e8, 1e6 + 1, 5e8 + 1), xiamen);
    CHECK(lost.crs.isEmpty());
    CHECK_FALSE(lost.problem.isEmpty());
    const CrsGuess huge = guessCrs(box(-1e308, 0, 1e308, 10), xiamen);
    CHECK_FALSE(huge.problem.isEmpty());
}

TEST_CASE("a stated system is believed only where it puts the layer into the city")
{
    const CrsGuess right = guessCrs(box(611400, north, 611600, north + 100, 4548), xiamen);
    CHECK(right.problem.isEmpty());
    CHECK(right.warnings.isEmpty());

    const CrsGuess wrong = guessCrs(box(611400, north, 611600, north + 100, 4549), xiamen);
    REQUIRE(wrong.warnings.size() == 1);
    CHECK(wrong.warnings.first().contains(u"EPSG:4548"));

    const CrsGuess prefix = guessCrs(box(39611400, north, 39611600, north + 100, 4548), xiamen);
    CHECK(prefix.problem.contains(u"39"));
    CHECK(prefix.choices == QStringList{u"EPSG:4527"_s});
    const CrsGuess noPrefix = guessCrs(box(611400, north, 611600, north + 100, 4527), xiamen);
    CHECK_FALSE(noPrefix.problem.isEmpty());
    CHECK(noPrefix.choices.value(0) == u"EPSG:4548");

    const CrsGuess degrees = guessCrs(box(611400, north, 611600, north + 100, 4490), xiamen);
    CHECK(degrees.problem.contains(u"EPSG:4548"));
    const CrsGuess swapped = guessCrs(box(24.5, 118.1, 24.6, 118.2, 4490), xiamen);
    CHECK(swapped.swapped);
    CHECK(swapped.warnings.size() == 1);

    // Xi'an 80 and Beijing 54 (EPSG:2383 and 2435 have these zones) cannot be brought over.
    for (const int epsg : {2382, 2437}) {
        const CrsGuess old = guessCrs(box(611400, north, 611600, north + 100, epsg), xiamen);
        CHECK_FALSE(old.problem.isEmpty());
    }
}

TEST_CASE("coordinates are read as people write them")
{
    // 118 + 5/60 + 12/3600
    const double expected = 118.08666666666667;
    for (const QString& text :
         {u"118°05′12″"_s, u"118°5'12\""_s, u"118度5分12秒"_s, u"E118°05′12.0″"_s, u"118-05-12"_s,
          u"东经118°05′12″"_s, u"118°05′12″E"_s}) {
        CAPTURE(text.toStdString());
        const auto read = gdal::readCoordinate(text);
        REQUIRE(read);
        CHECK_THAT(*read, WithinAbs(expected, 1e-12));
    }
    CHECK_THAT(*gdal::readCoordinate(u"24°30′"), WithinAbs(24.5, 1e-12));
    CHECK_THAT(*gdal::readCoordinate(u"13°30′S"), WithinAbs(-13.5, 1e-12));
    CHECK(*gdal::readCoordinate(u" 39611400.25 ") == 39611400.25);
    for (const QString& text : {u""_s, u"无"_s, u"118°75′00″"_s, u"nan"_s, u"118,5"_s})
        CHECK_FALSE(gdal::readCoordinate(text));
}

TEST_CASE("tables of coordinates become points")
{
    test::Desk desk;
    const QString path = desk.folder + u"/小学.csv"_s;
    const QByteArray rows = "学校名称,东经,纬度,学位数,编号\n"
                            "\"第一, 小学\",118°06′00″,24°30′00″,900,001\n"
                            "第二小学,118.11,24.51,1200,002\n"
                            "第三小学,,,600,003\n";
    const bool chinese = GENERATE(false, true);
    QByteArray bytes = rows;
    if (chinese) { // the same in GBK
        QStringEncoder gbk("GB18030");
        REQUIRE(gbk.isValid());
        bytes = gbk(QString::fromUtf8(rows));
    }
    write(path, bytes);
    const auto found = inspectLayers(path, desk.data);
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    const LayerGuess& guess = found->first();
    CHECK(guess.role == u"XX");
    CHECK(guess.crs == u"EPSG:4490");
    CHECK(guess.info.features == 3);
    CHECK(guess.fields.value(u"capacity"_s) == u"学位数");
    desk.take(guess);
    const project::Layer layer = desk.data.layers.first();
    CHECK(layer.isInside());
    CHECK(GateReport::fromJson(layer.health).nulls == 1);
    auto open = openLayer(desk.path, layer, {u"capacity"_s});
    REQUIRE(open);
    gdal::LayerFeature feature;
    REQUIRE(*open->reader.next(feature));
    CHECK(feature.attributes == QStringList{u"900"_s});
    REQUIRE(feature.rings.x.size() == 1);
    CHECK_THAT(feature.rings.x[0], WithinAbs(118.1, 1e-9));
    CHECK_THAT(feature.rings.y[0], WithinAbs(24.5, 1e-9));

    // Latitude under the name of x: told by the numbers.
    write(path, "名称,x,y\n甲,24.5,118.1\n乙,24.51,118.11\n");
    const auto swapped = inspectLayers(path, desk.data);
    REQUIRE(swapped);
    CHECK(swapped->first().swapAxes);
    desk.take(swapped->first());
    auto turned = openLayer(desk.path, desk.data.layers.first(), {});
    REQUIRE(turned);
    REQUIRE(*turned->reader.next(feature));
    CHECK_THAT(feature.rings.x[0], WithinAbs(118.1, 1e-9));

    write(path, "名称,wkt\n甲,\"POLYGON((118.1 24.5,118.2 24.5,118.2 24.6,118.1 24.5))\"\n");
    const auto drawn = inspectLayers(path, desk.data);
    REQUIRE(drawn);
    desk.take(drawn->first());
    CHECK(desk.data.layers.size() == 1); // the same file for the same role: its row changed
}
