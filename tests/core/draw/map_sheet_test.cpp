#include "core/draw/sheet_files.h"
#include "tests/core/draw/shapes.h"

#include <QFontDatabase>
#include <QImageReader>
#include <QPainter>

#include <cstdlib>

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;

namespace {

LayerStyle named()
{
    Symbol symbol;
    symbol.fill = QColor(220, 230, 210);
    symbol.line = LineSymbol{QColor(80, 80, 80), 0.3, {}};
    LayerStyle style = test::plain(symbol);
    style.name = u"行政区"_s;
    style.labels = u"name"_s;
    return style;
}

MapSheet sheetOf(const QList<MapLayer>& layers)
{
    MapSheet sheet;
    sheet.title = u"试验市2022年行政区图"_s;
    sheet.layers = layers;
    sheet.extent = *extentOf(layers);
    const auto plane = gdal::Crs::fromEpsg(test::zone);
    REQUIRE(plane);
    sheet.plane = *plane;
    sheet.sources = {u"行政区（2022年）"_s};
    sheet.notice = u"本图界线不作为划界依据。"_s;
    return sheet;
}

} // namespace

TEST_CASE("A sheet says its scale and lists what is on it")
{
    const MapLayer layer = test::drawn(test::square("甲区", 500000, 2700000, 8000), named());
    MapSheet sheet = sheetOf({layer});
    const auto png = sheetAsPng(sheet, 72);
    REQUIRE(png);
    CHECK(png->report.legend == QStringList{u"面"_s});
    CHECK(png->report.unknown.isEmpty());
    // 8400 m with their room in 169.5 mm of height: 1 : 49557 and more reads 1 : 50000.
    CHECK(png->report.scale == 50000);
    const QImage image = QImage::fromData(png->bytes);
    CHECK(image.size() == QSize(842, 595));
    // The area's colour in the middle of the map.
    CHECK(image.pixelColor(300, 330) == QColor(220, 230, 210));

    const auto again = sheetAsPng(sheet, 72);
    REQUIRE(again);
    CHECK((again->bytes == png->bytes));
    const auto svg = sheetAsSvg(sheet);
    REQUIRE(svg);
    CHECK(svg->bytes.contains("试验市2022年行政区图"));
    CHECK(svg->bytes.contains("图例"));
    CHECK(svg->bytes.contains("1∶50000"));
    CHECK(svg->bytes.contains("甲区"));
    const auto pdf = sheetAsPdf(sheet);
    REQUIRE(pdf);
    CHECK(pdf->bytes.startsWith("%PDF"));
}

TEST_CASE("The sheet in pixels and the sheet as vectors look alike")
{
    const MapLayer layer = test::drawn(test::square("甲区", 500000, 2700000, 8000) + ',' +
                                           test::square("乙区", 508000, 2700000, 4000),
                                       named());
    const MapSheet sheet = sheetOf({layer});
    QList<QImage> images;
    for (const SheetForm form : {SheetForm::Pixels, SheetForm::Vectors}) {
        QImage image(891, 630, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        REQUIRE(paintSheet(painter, 3, form, sheet));
        painter.end();
        images << image;
    }
    qint64 sum = 0;
    for (int y = 0; y < images[0].height(); ++y) {
        for (int x = 0; x < images[0].width(); ++x)
            sum += std::abs(qGreen(images[0].pixel(x, y)) - qGreen(images[1].pixel(x, y)));
    }
    CHECK(double(sum) / images[0].width() / images[0].height() < 0.5);
}

TEST_CASE("Layers without shapes have no extent")
{
    MapLayer empty;
    empty.shapes = std::make_shared<ShapeStore>();
    CHECK(!extentOf({empty}));
}

// A2 at 300 dots an inch is painted in three parts; the same painted at once stands beside it.
TEST_CASE("A large sheet painted in parts is the sheet painted at once")
{
    LayerStyle style = named();
    style.otherwise.symbol.hatch = HatchSymbol{HatchSymbol::Pattern::Rising, Qt::red, 3, 0.3};
    MapSheet sheet = sheetOf({test::drawn(test::square("甲区", 500000, 2700000, 400) + ',' +
                                              test::square("乙区", 500400, 2700000, 200),
                                          style)});
    sheet.paper = QSizeF(594, 420);
    constexpr int dots = 300;
    const auto made = sheetAsPng(sheet, dots);
    REQUIRE_OK(made);
    QImageReader::setAllocationLimit(256); // MB
    const QImage parts = QImage::fromData(made->bytes, "PNG");
    REQUIRE(parts.format() == QImage::Format_RGB32);
    CHECK(parts.dotsPerMeterX() == 11811); // 300 an inch

    QImage whole(parts.size(), QImage::Format_RGB32);
    whole.fill(Qt::white);
    QPainter painter(&whole);
    const auto report = paintSheet(painter, dots / 25.4, SheetForm::Pixels, sheet);
    painter.end();
    REQUIRE_OK(report);
    CHECK(made->report.legend == report->legend);
    CHECK(made->report.scale == report->scale);
    REQUIRE(parts.size() == QSize(7016, 4961));
    // Qt 6.8 rounds the share of a pixel that a slanting line takes by where its picture begins:
    // one step of a colour here and there.
    const auto differ = [](QRgb a, QRgb b) {
        return std::abs(qRed(a) - qRed(b)) > 1 || std::abs(qGreen(a) - qGreen(b)) > 1 ||
               std::abs(qBlue(a) - qBlue(b)) > 1;
    };
    qint64 differing = 0;
    for (int y = 0; y < whole.height(); ++y) {
        const auto* a = reinterpret_cast<const QRgb*>(whole.constScanLine(y));
        const auto* b = reinterpret_cast<const QRgb*>(parts.constScanLine(y));
        for (int x = 0; x < whole.width(); ++x)
            differing += differ(a[x], b[x]) ? 1 : 0;
    }
    CHECK(differing == 0);
}
