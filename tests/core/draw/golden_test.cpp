// What the renderer can, a picture each, against pictures that a person has looked at.

#include "core/draw/labels.h"
#include "core/draw/map_sheet.h"
#include "core/draw/sheet_files.h"
#include "tests/core/draw/shapes.h"
#include "tests/support/golden.h"

#include <QFontDatabase>
#include <QPainter>

#include <cmath>

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;

namespace {

const MapFrame frame = MapFrame::around({500000, 2700000, 500300, 2700200}, {300, 200}, 4);

/// Three areas: two that touch, one with a hole.
QByteArray areas()
{
    return test::square("甲", 500010, 2700010, 90) + ',' + test::square("乙", 500100, 2700010, 90) +
           ',' +
           test::feature("丙", "Polygon",
                         "[[[500205,2700020],[500290,2700020],[500290,2700190],[500205,2700190],"
                         "[500205,2700020]],[[500225,2700060],[500225,2700150],[500270,2700150],"
                         "[500270,2700060],[500225,2700060]]]");
}

QByteArray lines()
{
    return test::feature("环岛路", "LineString",
                         "[[500010,2700030],[500120,2700030],[500200,2700110],[500290,2700120]]") +
           ',' +
           test::feature("湖滨路", "LineString",
                         "[[500020,2700180],[500100,2700100],[500180,2700180],[500280,2700180]]");
}

QByteArray points()
{
    QByteArray all;
    for (int i = 0; i < 5; ++i)
        all += (i > 0 ? "," : "") + test::feature("站", "Point",
                                                  '[' + QByteArray::number(500040 + 55 * i) + ',' +
                                                      QByteArray::number(2700060 + 20 * i) + ']');
    return all;
}

Symbol filled(const QColor& colour)
{
    Symbol symbol;
    symbol.fill = colour;
    return symbol;
}

void check(const QString& name, const QList<MapLayer>& layers)
{
    const auto pixels = paintMap(frame, layers);
    REQUIRE_OK(pixels);
    test::checkGolden(u"features/"_s + name, *pixels);
    // The same as vectors on a painter looks the same.
    QImage vectors(frame.size, QImage::Format_RGB32);
    vectors.fill(Qt::white);
    QPainter painter(&vectors);
    REQUIRE_OK(paintMap(painter, frame, layers));
    painter.end();
    const test::Unlikeness found = test::unlikeness(*pixels, vectors);
    INFO(name.toStdString() << " as vectors: mean " << found.mean << ", far " << found.share);
    CHECK(found.mean < 3);
    CHECK(found.share < 0.02);
}

} // namespace

TEST_CASE("areas: fill, outline, opacity, cases by value")
{
    Symbol outlined = filled(QColor(230, 220, 180));
    outlined.line = LineSymbol{QColor(120, 60, 0), 0.5, {}};
    check(u"area-outline"_s, {test::drawn(areas(), test::plain(outlined))});

    LayerStyle style = test::plain(outlined);
    style.opacity = 0.4;
    check(u"area-opacity"_s, {test::drawn(lines(), test::plain([] {
                                              Symbol symbol;
                                              symbol.line = LineSymbol{Qt::darkBlue, 2, {}};
                                              return symbol;
                                          }())),
                              test::drawn(areas(), style)});

    style = test::plain(filled(QColor(200, 200, 200)));
    style.column = u"class"_s;
    style.cases = {{{u"甲"_s}, u"甲类"_s, filled(QColor(200, 60, 60))},
                   {{u"丙"_s}, u"丙类"_s, filled(QColor(60, 160, 90))}};
    check(u"area-cases"_s, {test::drawn(areas(), style)});
}

TEST_CASE("areas: hatches and dots")
{
    using Pattern = HatchSymbol::Pattern;
    const QList<std::pair<QString, Pattern>> patterns{
        {u"rising"_s, Pattern::Rising},   {u"falling"_s, Pattern::Falling},
        {u"cross"_s, Pattern::Cross},     {u"level"_s, Pattern::Level},
        {u"upright"_s, Pattern::Upright}, {u"dots"_s, Pattern::Dots}};
    for (const auto& [name, pattern] : patterns) {
        Symbol symbol = filled(QColor(245, 240, 225));
        symbol.hatch = HatchSymbol{pattern, QColor(20, 90, 160), 3, 0.6};
        symbol.line = LineSymbol{QColor(20, 90, 160), 0.3, {}};
        check(u"hatch-"_s + name, {test::drawn(areas(), test::plain(symbol))});
    }
}

TEST_CASE("lines: width, casing, dashes")
{
    Symbol road;
    road.casing = LineSymbol{QColor(90, 60, 30), 2, {}};
    road.line = LineSymbol{QColor(255, 210, 90), 1.2, {}};
    check(u"line-casing"_s, {test::drawn(lines(), test::plain(road))});
    Symbol dashed;
    dashed.line = LineSymbol{QColor(180, 0, 60), 0.8, {4, 1.5, 1, 1.5}};
    check(u"line-dashes"_s, {test::drawn(lines(), test::plain(dashed))});
}

TEST_CASE("points: each shape of marker")
{
    using Shape = MarkerSymbol::Shape;
    const QList<std::pair<QString, Shape>> shapes{
        {u"circle"_s, Shape::Circle},     {u"square"_s, Shape::Square},
        {u"triangle"_s, Shape::Triangle}, {u"diamond"_s, Shape::Diamond},
        {u"star"_s, Shape::Star},         {u"cross"_s, Shape::Cross}};
    for (const auto& [name, shape] : shapes) {
        Symbol symbol = filled(QColor(220, 80, 40));
        symbol.line = LineSymbol{QColor(60, 20, 10), 0.3, {}};
        symbol.marker = MarkerSymbol{shape, 5};
        check(u"marker-"_s + name, {test::drawn(points(), test::plain(symbol))});
    }
}

TEST_CASE("names: round bends, down steep lines, in areas, beside points")
{
    Symbol road;
    road.line = LineSymbol{QColor(230, 160, 90), 0.8, {}};
    LayerStyle roads = test::plain(road);
    roads.labels = u"class"_s;
    Symbol area = filled(QColor(225, 235, 215));
    area.line = LineSymbol{QColor(100, 100, 100), 0.3, {}};
    LayerStyle style = test::plain(area);
    style.labels = u"class"_s;
    Symbol spot = filled(QColor(60, 60, 160));
    spot.marker = MarkerSymbol{MarkerSymbol::Shape::Circle, 2};
    LayerStyle spots = test::plain(spot);
    spots.labels = u"class"_s;
    QByteArray ring = "[[500020,2700150]";
    for (int angle = 0; angle <= 180; angle += 10) {
        const double a = angle * 3.14159265358979 / 180;
        ring += ",[" + QByteArray::number(500100 - 60 * std::cos(a), 'f', 3) + ',' +
                QByteArray::number(2700110 + 60 * std::sin(a), 'f', 3) + ']';
    }
    const QByteArray bent =
        test::feature("环岛旅游滨海大道东段", "LineString", ring + ']') + ',' +
        test::feature("湖滨南路", "LineString",
                      "[[500210,2700190],[500195,2700110],[500205,2700020]]") +
        ',' + test::feature("G324", "LineString", "[[500290,2700020],[500285,2700190]]");
    const QList<MapLayer> layers{
        test::drawn(test::square("甲区", 500010, 2700010, 80), style), test::drawn(bent, roads),
        test::drawn(test::feature("某站", "Point", "[500240,2700100]"), spots)};
    auto picture = paintMap(frame, layers);
    REQUIRE_OK(picture);
    QPainter painter(&*picture);
    const LabelPlan plan = paintLabels(painter, frame, layers, QFont(u"Noto Sans CJK SC"_s));
    painter.end();
    CHECK(plan.names == 5);
    test::checkGolden(u"features/names"_s, *picture);
}

TEST_CASE("sheets: labels along lines and in areas, a veil, an inset, figures, notes, two maps")
{
    Symbol area = filled(QColor(225, 235, 215));
    area.line = LineSymbol{QColor(100, 100, 100), 0.3, {}};
    LayerStyle style = test::plain(area);
    style.name = u"行政区"_s;
    style.labels = u"class"_s;
    Symbol road;
    road.line = LineSymbol{QColor(200, 120, 40), 0.8, {}};
    LayerStyle roads = test::plain(road);
    roads.otherwise.name = u"道路"_s;
    roads.labels = u"class"_s;

    MapSheet sheet;
    sheet.title = u"试验市2022年试验图"_s;
    sheet.layers = {test::drawn(areas(), style), test::drawn(lines(), roads)};
    sheet.extent = *extentOf(sheet.layers);
    const auto plane = gdal::Crs::fromEpsg(test::zone);
    REQUIRE(plane);
    sheet.plane = *plane;
    sheet.sources = {u"行政区（2022年）"_s};
    sheet.notice = u"本图界线不作为划界依据。"_s;
    sheet.secrecy = u"内部资料"_s;
    sheet.reviewNumber = u"闽S（2023）1号"_s;
    sheet.figures = {u"2022年"_s,
                     u"2021年"_s,
                     {{u"耕地保有量"_s, u"万亩"_s, u"22.84"_s, u"22.91"_s},
                      {u"建成区面积"_s, u"平方千米"_s, u"未收集"_s, u"405.1"_s}}};
    sheet.notes = {u"体检评估范围为全市域。"_s};
    sheet.font = QFont(u"Noto Sans CJK SC"_s);
    const auto whole = sheetAsPng(sheet, 60);
    REQUIRE_OK(whole);
    test::checkGolden(u"features/sheet"_s, QImage::fromData(whole->bytes, "PNG"));

    MapSheet two = sheet;
    two.caption = u"规划：行政区"_s;
    two.layers = {sheet.layers[0]};
    two.beside = {{sheet.layers, u"实施：行政区和道路"_s}};
    const auto pair = sheetAsPng(two, 60);
    REQUIRE_OK(pair);
    test::checkGolden(u"features/sheet-two-maps"_s, QImage::fromData(pair->bytes, "PNG"));
    MapSheet upright = sheet;
    upright.paper.transpose();
    const auto below = sheetAsPng(upright, 60);
    REQUIRE_OK(below);
    test::checkGolden(u"features/sheet-upright"_s, QImage::fromData(below->bytes, "PNG"));

    sheet.focus = test::drawn(test::square("甲", 500010, 2700010, 90), style);
    sheet.inset = {test::drawn(areas(), style)};
    const auto district = sheetAsPng(sheet, 60);
    REQUIRE_OK(district);
    test::checkGolden(u"features/sheet-district"_s, QImage::fromData(district->bytes, "PNG"));
}
