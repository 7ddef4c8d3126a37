#include "core/draw/map_sheet.h"
#include "core/draw/sheet_files.h"
#include "core/draw/sheet_template.h"
#include "tests/core/draw/shapes.h"

#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;

namespace {

MapSheet fullSheet(const QSizeF& paper)
{
    Symbol symbol;
    symbol.fill = QColor(220, 230, 210);
    symbol.line = LineSymbol{QColor(80, 80, 80), 0.3, {}};
    LayerStyle style = test::plain(symbol);
    style.name = u"行政区"_s;
    const MapLayer layer = test::drawn(
        test::polygon("甲区", {{500000, 2700000}, {508000, 2700000}, {508000, 2706000}}), style);
    MapSheet sheet;
    sheet.title = u"试验市2022年人口图"_s;
    sheet.paper = paper;
    sheet.layers = {layer};
    sheet.extent = *extentOf(sheet.layers);
    const auto plane = gdal::Crs::fromEpsg(test::zone);
    REQUIRE(plane);
    sheet.plane = *plane;
    sheet.sources = {u"行政区（2022年）"_s};
    sheet.notice = u"本图界线不作为划界依据。"_s;
    sheet.maker = u"试验市规划局"_s;
    sheet.date = u"2023年6月30日"_s;
    sheet.reviewNumber = u"试S(2023)1号"_s;
    sheet.secrecy = u"内部资料"_s;
    sheet.notes = {u"人口按格网表示。"_s};
    sheet.figures = {
        u"2022年"_s, u"2021年"_s, {{u"常住人口"_s, u"万人"_s, u"530.80"_s, u"528.00"_s}}};
    ChartFigure chart;
    chart.title = u"各区人口"_s;
    chart.unit = u"万人"_s;
    chart.categories = {u"甲区"_s, u"乙区"_s, u"丙区"_s};
    chart.series = {{u"人口"_s, {106.9, 63.4, std::nullopt}}};
    sheet.charts = {chart};
    sheet.inset = {layer};
    return sheet;
}

Result<SheetReport> painted(const MapSheet& sheet, QImage* kept = nullptr, double perMm = 2)
{
    QImage image((sheet.paper * perMm).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    auto report = paintSheet(painter, perMm, SheetForm::Pixels, sheet);
    painter.end();
    if (kept)
        *kept = image;
    return report;
}

QRectF placeOf(const SheetReport& report, SheetPart part)
{
    for (const PlacedElement& placed : report.placed) {
        if (placed.element.part == part)
            return placed.area;
    }
    FAIL("not placed: " << nameOf(part).toStdString());
    return {};
}

QByteArray sheetJson(const QByteArray& more)
{
    return R"({"version":1,"id":"own","number":40,"title":"图","layers":[{"what":{"role":"XZQ"}}])" +
           more + "}";
}

/// The mean difference of two pictures of one size, of 255.
double difference(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGreen(a.pixel(x, y)) - qGreen(b.pixel(x, y)));
    }
    return sum / a.width() / a.height();
}

/// What a command line tool prints; nothing where the machine has none.
std::optional<QByteArray> said(const QString& tool, const QStringList& arguments)
{
    if (QStandardPaths::findExecutable(tool).isEmpty())
        return std::nullopt;
    QProcess process;
    process.start(tool, arguments);
    REQUIRE(process.waitForFinished(60000));
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

} // namespace

TEST_CASE("All elements have a place of their own on every paper, and letters grow with it")
{
    for (const QString& name : {u"A4"_s, u"A3"_s, u"A2"_s, u"A1"_s, u"A0"_s}) {
        for (const bool upright : {false, true}) {
            CAPTURE(name.toStdString(), upright);
            const QSizeF side = paperSize(name);
            const MapSheet sheet = fullSheet(upright ? side : side.transposed());
            const auto report = painted(sheet, nullptr, 0.6);
            REQUIRE(report);
            CHECK(report->placed.size() == 14);
            const QRectF paper(QPointF(), sheet.paper);
            for (const PlacedElement& one : report->placed) {
                CAPTURE(nameOf(one.element.part).toStdString());
                CHECK(paper.contains(one.area));
                for (const PlacedElement& other : report->placed) {
                    const bool onMap =
                        one.element.part == SheetPart::Map || other.element.part == SheetPart::Map;
                    CHECK((onMap || one.number == other.number ||
                           !one.area.intersects(other.area.adjusted(0.1, 0.1, -0.1, -0.1))));
                }
            }
            // An A3 is an A4 enlarged: twice the area, each length by its root (ISO 216).
            const double unit = std::min(side.width(), side.height()) / 210;
            CHECK(std::abs(placeOf(*report, SheetPart::Title).height() - 12 * unit) < 0.1);
        }
    }
}

TEST_CASE("Several maps stand beside each other at one extent and scale")
{
    MapSheet sheet = fullSheet({420, 297});
    Symbol road;
    road.line = LineSymbol{QColor(200, 120, 40), 0.8, {}};
    LayerStyle roads = test::plain(road);
    roads.otherwise.name = u"道路"_s;
    const MapLayer line = test::drawn(
        test::feature("路", "LineString", "[[500000,2700000],[508000,2706000]]"), roads);
    sheet.caption = u"规划：城区"_s;
    sheet.beside = {{sheet.layers + QList<MapLayer>{line}, u"实施：道路"_s}};
    const auto alone = painted(fullSheet({420, 297}));
    const auto report = painted(sheet);
    REQUIRE(alone);
    REQUIRE(report);
    QList<QRectF> maps;
    for (const PlacedElement& one : report->placed) {
        if (one.element.part == SheetPart::Map)
            maps << one.area;
    }
    REQUIRE(maps.size() == 2);
    CHECK(std::abs(maps[0].width() - maps[1].width()) < 0.01);
    CHECK(std::abs(maps[0].height() - maps[1].height()) < 0.01);
    CHECK(!maps[0].intersects(maps[1]));
    CHECK(report->scale > alone->scale);
    // What both show is in the legend once, what one shows too.
    CHECK(report->legend.count(u"道路"_s) == 1);
    CHECK(report->legend.size() == alone->legend.size() + 1);

    // One that is given another place keeps the common scale: that of the smaller.
    sheet.elements = usualElements(1, 2);
    for (SheetElement& element : sheet.elements) {
        if (element.part == SheetPart::Map && element.map == 2)
            element.area = QRectF(20, 60, 60, 50);
    }
    const auto moved = painted(sheet);
    REQUIRE(moved);
    CHECK(moved->scale > report->scale);
    CHECK(moved->placed.size() == report->placed.size());

    // As svg, whose painter cannot clip, nothing of the second is drawn over the first.
    sheet.elements.clear();
    const auto svg = sheetAsSvg(sheet);
    REQUIRE(svg);
    CHECK(svg->bytes.contains("实施：道路"));
    CHECK(svg->bytes.contains("<image"));
}

TEST_CASE("On upright paper the legend goes below a wide map")
{
    const QSizeF a3(297, 420);
    MapSheet wide = fullSheet(a3);
    wide.extent = {500000, 2700000, 520000, 2708000};
    const auto report = painted(wide);
    REQUIRE(report);
    const QRectF map = placeOf(*report, SheetPart::Map);
    CHECK(map.width() > 0.9 * a3.width());
    CHECK(placeOf(*report, SheetPart::Legend).top() > map.bottom());
    // The city fills the map, but for the step to the next round scale.
    CHECK(20000 / report->metresPerMm > 0.7 * map.width());
    CHECK(8000 / report->metresPerMm > 0.5 * map.height());
    MapSheet tall = fullSheet(a3);
    tall.extent = {500000, 2700000, 506000, 2714000};
    const auto beside = painted(tall);
    REQUIRE(beside);
    CHECK(placeOf(*beside, SheetPart::Legend).left() > placeOf(*beside, SheetPart::Map).right());
}

TEST_CASE("Elements stand where the sheet says, and only those it names")
{
    MapSheet sheet = fullSheet({297, 210});
    SheetElement map{SheetPart::Map, QRectF(20, 30, 200, 150)};
    SheetElement scale{SheetPart::Scale, QRectF(30, 160, 60, 10)};
    SheetElement words{SheetPart::Text, QRectF(230, 40, 50, 20)};
    words.words = u"自由文字"_s;
    sheet.elements = {map, scale, words};
    QImage image;
    const auto report = painted(sheet, &image);
    REQUIRE(report);
    REQUIRE(report->placed.size() == 3);
    CHECK(placeOf(*report, SheetPart::Map) == QRectF(20, 30, 200, 150));
    CHECK(!report->placed[0].automatic);
    CHECK(report->figures.isEmpty());
    CHECK(report->charts.isEmpty());
    // The frame's line, and white beside it where the title would be.
    CHECK(image.pixelColor(40, 100).green() < 220);
    CHECK(image.pixelColor(297, 27) == QColor(Qt::white));
}

TEST_CASE("An element holds to its edge when the paper becomes another")
{
    const QSizeF a4(297, 210);
    const QSizeF a4Upright(210, 297);
    const QSizeF a2(594, 420);
    const SheetElement corner{SheetPart::Legend, QRectF(237, 20, 52, 60)};
    const auto onA2 = onPaper(corner, a4, a2);
    REQUIRE(onA2.area);
    CHECK(*onA2.area == QRectF(474, 40, 104, 120));
    // 8 mm from the right edge there, too.
    const auto upright = onPaper(corner, a4, a4Upright);
    REQUIRE(upright.area);
    CHECK(*upright.area == QRectF(150, 20, 52, 60));
    // What takes most of a side is stretched; what is told otherwise is not.
    SheetElement map{SheetPart::Map, QRectF(8, 20, 225, 169)};
    CHECK(*onPaper(map, a4, a4Upright).area == QRectF(8, 20, 138, 256));
    map.across = SheetHold::Start;
    map.down = SheetHold::End;
    CHECK(onPaper(map, a4, a2).area->bottom() == 378);
}

TEST_CASE("Charts say their numbers, and what was not collected")
{
    const MapSheet sheet = fullSheet({420, 297});
    const auto report = painted(sheet);
    REQUIRE(report);
    CHECK(report->charts == QStringList{u"甲区 106.90"_s, u"乙区 63.40"_s, u"丙区 未收集"_s});
    const auto svg = sheetAsSvg(sheet);
    REQUIRE(svg);
    for (const char* words : {"各区人口", "106.90", "63.40", "未收集"})
        CHECK(svg->bytes.contains(words));

    MapSheet shares = sheet;
    shares.charts[0].kind = ChartFigure::Kind::Shares;
    shares.charts[0].series = {{u"面积"_s, {1, 3, std::nullopt}}};
    const auto ofSum = painted(shares);
    REQUIRE(ofSum);
    CHECK(ofSum->charts.first(2) == QStringList{u"甲区 25.0"_s, u"乙区 75.0"_s});
    shares.charts[0].whole = 10;
    const auto ofWhole = painted(shares);
    REQUIRE(ofWhole);
    CHECK(ofWhole->charts.first(2) == QStringList{u"甲区 10.0"_s, u"乙区 30.0"_s});

    MapSheet lines = sheet;
    lines.charts[0].kind = ChartFigure::Kind::Lines;
    lines.charts[0].categories = {u"2020"_s, u"2021"_s, u"2022"_s};
    const auto drawn = painted(lines);
    REQUIRE(drawn);
    CHECK(drawn->charts.size() == 2);
    MapSheet none = sheet;
    none.charts[0].series = {{u"人口"_s, {std::nullopt}}};
    const auto without = painted(none);
    REQUIRE(without);
    CHECK(without->charts.isEmpty());
}

TEST_CASE("The grid is of degrees, of kilometres or none")
{
    MapSheet sheet = fullSheet({297, 210});
    QHash<SheetGrid, QByteArray> files;
    for (const SheetGrid grid : {SheetGrid::Degrees, SheetGrid::Kilometres, SheetGrid::None}) {
        sheet.grid = grid;
        const auto svg = sheetAsSvg(sheet);
        REQUIRE(svg);
        files.insert(grid, svg->bytes);
    }
    CHECK(files[SheetGrid::Degrees].contains("°"));
    // Eastings of the sheet's 8 km around 504: a line at 504 km, named so.
    CHECK(files[SheetGrid::Kilometres].contains(">504<"));
    CHECK(!files[SheetGrid::None].contains(">504<"));
}

TEST_CASE("The office's frame is kept as JSON and stands in the title block")
{
    OfficeFrame frame;
    frame.name = u"试验市规划院"_s;
    frame.maker = u"张三"_s;
    frame.checker = u"李四"_s;
    frame.logo = QImage(20, 10, QImage::Format_ARGB32);
    frame.logo.fill(QColor(200, 30, 30));
    frame.doubled = true;
    const auto again = readFrame(u"frame.json"_s, writeFrame(frame));
    REQUIRE(again);
    CHECK(*again == frame);
    const auto wrong = readFrame(u"frame.json"_s, R"({"version":1,"logo":"bm8="})");
    REQUIRE(!wrong);
    CHECK(wrong.error().message().contains(u"logo"_s));
    const auto unknown = readFrame(u"frame.json"_s, R"({"version":1,"colour":"red"})");
    REQUIRE(!unknown);
    CHECK(unknown.error().message().contains(u"colour"_s));

    MapSheet sheet = fullSheet({420, 297});
    sheet.frame = frame;
    sheet.number = u"TJ-3"_s;
    const auto svg = sheetAsSvg(sheet);
    REQUIRE(svg);
    for (const char* words : {"试验市规划院", "张三", "李四", "TJ-3"}) {
        CAPTURE(words);
        CHECK(svg->bytes.contains(words));
    }
    QImage image;
    const auto report = painted(sheet, &image);
    REQUIRE(report);
    const QRectF block = placeOf(*report, SheetPart::Block);
    bool red = false;
    for (int x = int(block.left() * 2); x < int(block.center().x() * 2); ++x)
        red = red || image.pixelColor(x, int(block.top() * 2 + block.height() * 0.36)) ==
                         QColor(200, 30, 30);
    CHECK(red);
}

TEST_CASE("Elements and charts are read strictly")
{
    const auto fault = [](const QByteArray& more) {
        const auto read = readSheet(u"own.json"_s, sheetJson(more));
        return read ? QString() : read.error().message();
    };
    CHECK(fault({}).isEmpty());
    CHECK(
        fault(R"(,"elements":[{"part":"map","area":[10,10,300,200]},{"part":"text","words":"甲"}])")
            .isEmpty());
    CHECK(fault(R"(,"elements":[])").contains(u"elements"_s));
    CHECK(fault(R"(,"elements":[{"part":"title"}])").contains(u"map"_s));
    CHECK(fault(R"(,"elements":[{"part":"map"},{"part":"map"}])").contains(u"elements[1]"_s));
    CHECK(fault(R"(,"elements":[{"part":"map","area":[10,10,500,200]}])").contains(u"area"_s));
    CHECK(fault(R"(,"elements":[{"part":"map","area":[10,10]}])").contains(u"area"_s));
    CHECK(fault(R"(,"elements":[{"part":"map","anchor":["up","top"]}])").contains(u"anchor"_s));
    CHECK(fault(R"(,"elements":[{"part":"map"},{"part":"chart"}])").contains(u"charts"_s));
    CHECK(fault(R"(,"elements":[{"part":"clock"}])").contains(u"clock"_s));
    CHECK(fault(R"(,"grid":"miles")").contains(u"grid"_s));
    CHECK(fault(R"(,"inset":"often")").contains(u"inset"_s));
    CHECK(fault(R"(,"charts":[{"kind":"lines","title":"甲","over":"districts","subjects":["a"]}])")
              .contains(u"charts[0]"_s));
    CHECK(
        fault(
            R"(,"charts":[{"kind":"bars","title":"甲","over":"districts","subjects":["a"],"names":["甲","乙"]}])")
            .contains(u"names"_s));
}

TEST_CASE("What a sheet says is written and read again")
{
    for (const SheetTemplate& sheet : shippedSheets()) {
        CAPTURE(sheet.id.toStdString());
        const auto again = readSheet(sheet.id, writeSheet(sheet));
        if (!again)
            FAIL(again.error().message().toStdString());
        CHECK((*again == sheet));
    }
    SheetTemplate own = shippedSheets().constFirst();
    own.grid = SheetGrid::Kilometres;
    own.inset = SheetInset::Always;
    own.upright = true;
    SheetElement map{SheetPart::Map, QRectF(10, 20.25, 250, 300)};
    map.across = SheetHold::Stretch;
    map.down = SheetHold::Start;
    SheetElement words{SheetPart::Text, QRectF(10, 350, 90, 20)};
    words.words = u"说明"_s;
    words.type = 4.5;
    own.elements = {map, words, {SheetPart::Legend}, {SheetPart::Chart}};
    const auto again = readSheet(u"own"_s, writeSheet(own));
    REQUIRE(again);
    CHECK((*again == own));
}

TEST_CASE("A project's sheets take the place of shipped ones; broken ones are told")
{
    project::YearData year;
    SheetTemplate own = shippedSheets()[2];
    own.title = u"本市土地图"_s;
    year.mapSettings = {{1, u"frame"_s, u"office"_s,
                         QString::fromUtf8(writeFrame({u"某院"_s, {}, {}, {}, {}, {}, {}, false}))},
                        {2, u"sheet"_s, own.id, QString::fromUtf8(writeSheet(own))},
                        {3, u"sheet"_s, u"parks"_s, u"{}"_s},
                        {4, u"view"_s, u"1"_s, u"{}"_s}};
    const ProjectSheets all = projectSheets(year, shippedSheets());
    CHECK(all.sheets.size() == shippedSheets().size());
    CHECK(all.sheets[2].title == u"本市土地图"_s);
    CHECK(all.own == QStringList{own.id});
    REQUIRE(all.frame);
    CHECK(all.frame->name == u"某院"_s);
    REQUIRE(all.faults.size() == 1);
    CHECK(all.faults[0].contains(u"parks"_s));
    CHECK((all.sheets[14] == shippedSheets()[14]));
}

TEST_CASE("A sheet's pdf holds its words as text")
{
    const MapSheet sheet = fullSheet({420, 297});
    const auto pdf = sheetAsPdf(sheet);
    REQUIRE(pdf);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"sheet.pdf"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf->bytes);
    file.close();
    const auto words = said(u"pdftotext"_s, {path, u"-"_s});
    if (!words) {
        WARN("skipped: pdftotext is not installed");
        return;
    }
    QString text = QString::fromUtf8(*words);
    text.remove(QRegularExpression(u"\\s"_s));
    for (const QString& wanted :
         {sheet.title, u"图例"_s, u"主要指标"_s, u"530.80"_s, u"各区人口"_s, u"106.90"_s,
          u"未收集"_s, u"内部资料"_s, u"试S(2023)1号"_s, u"比例尺"_s, u"人口按格网表示"_s}) {
        CAPTURE(wanted.toStdString());
        CHECK(text.contains(wanted));
    }
}

TEST_CASE("Preview, png and pdf of a sheet look alike")
{
    const MapSheet sheet = fullSheet({297, 210});
    constexpr int dots = 100;
    const double perMm = dots / 25.4;
    QImage preview;
    REQUIRE(painted(sheet, &preview, perMm));
    const auto png = sheetAsPng(sheet, dots);
    REQUIRE(png);
    const QImage printed = QImage::fromData(png->bytes).convertToFormat(QImage::Format_RGB32);
    REQUIRE(printed.size() == preview.size());
    CHECK(difference(preview, printed) < 0.01);

    const auto pdf = sheetAsPdf(sheet);
    REQUIRE(pdf);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"sheet.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf->bytes);
    file.close();
    if (!said(u"pdftoppm"_s, {u"-r"_s, QString::number(dots), u"-png"_s, u"-singlefile"_s,
                              file.fileName(), folder.filePath(u"page"_s)})) {
        WARN("skipped: pdftoppm is not installed");
        return;
    }
    const QImage page(folder.filePath(u"page.png"_s));
    REQUIRE(std::abs(page.width() - preview.width()) <= 1);
    // Letters are rasterised differently, which half a millimetre's view does not see; an element
    // that is missing or elsewhere it does.
    const QSize coarse = preview.size() / 3;
    const auto far = [&coarse](const QImage& image) {
        return image.scaled(coarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_RGB32);
    };
    const double alike = difference(far(preview), far(page));
    CHECK(alike < 2.5);
    MapSheet without = sheet;
    without.figures.rows.clear();
    QImage other;
    REQUIRE(painted(without, &other, perMm));
    CHECK(difference(far(other), far(page)) > alike + 0.5);
}
