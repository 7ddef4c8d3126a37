#include "tests/core/draw/shapes.h"

#include <QPainter>

#include <cmath>
#include <random>

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;

namespace {

constexpr double east = 500000;
constexpr double north = 2700000;

/// A frame whose pixel (0, 0) is at `east`, `north` + its height.
MapFrame frame(int width, int height, double metresPerPixel = 1)
{
    MapFrame made;
    made.size = {width, height};
    made.metresPerPixel = metresPerPixel;
    made.corner = {east, north + height * metresPerPixel};
    made.pixelsPerMm = 4;
    return made;
}

/// Corners given in metres from the frame's south-western one.
QByteArray area(const QByteArray& kind, test::Points points)
{
    for (auto& [x, y] : points) {
        x += east;
        y += north;
    }
    return test::polygon(kind, points);
}

QByteArray place(double x, double y)
{
    return '[' + QByteArray::number(east + x, 'f', 3) + ',' +
           QByteArray::number(north + y, 'f', 3) + ']';
}

Symbol filled(const QColor& colour)
{
    Symbol symbol;
    symbol.fill = colour;
    return symbol;
}

QImage painted(const MapFrame& where, const QList<MapLayer>& layers, int threads = 0)
{
    PaintOptions options;
    options.threads = threads;
    const auto picture = paintMap(where, layers, options);
    REQUIRE(picture);
    return *picture;
}

/// The reference: the same layers through QPainter.
QImage byPainter(const MapFrame& where, const QList<MapLayer>& layers)
{
    QImage picture(where.size, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    REQUIRE(paintMap(painter, where, layers));
    return picture;
}

/// Mean difference of a channel, in steps of 255.
double difference(const QImage& a, const QImage& b)
{
    REQUIRE(a.size() == b.size());
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            sum += std::abs(qRed(one) - qRed(other)) + std::abs(qGreen(one) - qGreen(other)) +
                   std::abs(qBlue(one) - qBlue(other));
        }
    }
    return sum / 3 / a.width() / a.height();
}

LayerStyle coloured()
{
    LayerStyle style;
    style.column = u"class"_s;
    for (const auto& [value, colour] :
         {std::pair{u"a"_s, QColor(200, 40, 40)}, std::pair{u"b"_s, QColor(40, 160, 60)},
          std::pair{u"c"_s, QColor(40, 60, 200)}}) {
        SymbolCase one;
        one.values << value;
        one.name = value;
        one.symbol = filled(colour);
        style.cases << one;
    }
    style.otherwise.symbol = filled(QColor(255, 0, 255));
    style.listsOthers = true;
    return style;
}

/// A town of crooked parcels whose neighbours share their corners.
QByteArray town(int columns, int rows, double side)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> off(-side / 4, side / 4);
    std::vector<std::pair<double, double>> corners;
    for (int y = 0; y <= rows; ++y) {
        for (int x = 0; x <= columns; ++x) {
            const double dx = off(random);
            const double dy = off(random);
            corners.emplace_back(x * side + (x > 0 && x < columns ? dx : 0),
                                 y * side + (y > 0 && y < rows ? dy : 0));
        }
    }
    QByteArray all;
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            const auto corner = [&](int i, int j) {
                return corners[static_cast<std::size_t>(j * (columns + 1) + i)];
            };
            if (!all.isEmpty())
                all += ',';
            all += area(QByteArray(1, "abc"[(x + 2 * y) % 3]),
                        {corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)});
        }
    }
    return all;
}

} // namespace

TEST_CASE("An area takes of each pixel what it covers")
{
    // Half of column 2 and a quarter of row 1 from above; white below.
    const MapLayer layer = test::drawn(area("a", {{2.5, 1}, {6, 1}, {6, 6.25}, {2.5, 6.25}}),
                                       test::plain(filled(Qt::black)));
    const QImage picture = painted(frame(8, 8), {layer});
    const auto grey = [&](int x, int y) { return qRed(picture.pixel(x, y)); };
    CHECK(grey(0, 4) == 255);
    CHECK(std::abs(grey(2, 4) - 128) <= 1);
    CHECK(grey(3, 4) == 0);
    CHECK(grey(5, 4) == 0);
    CHECK(grey(6, 4) == 255);
    CHECK(std::abs(grey(4, 1) - 191) <= 1);
    CHECK(std::abs(grey(2, 1) - 223) <= 1);
    CHECK(grey(4, 6) == 0);
    CHECK(grey(4, 7) == 255);
}

TEST_CASE("Holes stay open, whichever way rings turn")
{
    for (const bool turned : {false, true}) {
        QByteArray hole = '[' + place(4, 4) + ',' + place(8, 4) + ',' + place(8, 8) + ',' +
                          place(4, 8) + ',' + place(4, 4) + ']';
        if (turned)
            hole = '[' + place(4, 4) + ',' + place(4, 8) + ',' + place(8, 8) + ',' + place(8, 4) +
                   ',' + place(4, 4) + ']';
        const QByteArray outer = '[' + place(1, 1) + ',' + place(11, 1) + ',' + place(11, 11) +
                                 ',' + place(1, 11) + ',' + place(1, 1) + ']';
        const MapLayer layer =
            test::drawn(test::feature("a", "Polygon", '[' + outer + ',' + hole + ']'),
                        test::plain(filled(Qt::black)));
        const QImage picture = painted(frame(12, 12), {layer});
        CHECK(qRed(picture.pixel(2, 2)) == 0);
        CHECK(qRed(picture.pixel(6, 6)) == 255);
        CHECK(qRed(picture.pixel(9, 6)) == 0);
    }
}

TEST_CASE("Neighbours meet without a seam")
{
    const MapLayer layer = test::drawn(town(20, 20, 10), test::plain(filled(Qt::black)));
    for (const double metres : {1.0, 0.7, 3.0}) {
        const int side = static_cast<int>(200 / metres);
        const QImage picture = painted(frame(side, side, metres), {layer});
        int seams = 0;
        for (int y = 2; y < side - 2; ++y) {
            for (int x = 2; x < side - 2; ++x)
                seams += qRed(picture.pixel(x, y)) > 1 ? 1 : 0;
        }
        CHECK(seams == 0);
    }
}

TEST_CASE("The later of two areas over each other hides the earlier")
{
    const MapLayer layer = test::drawn(area("a", {{0, 0}, {6, 0}, {6, 10}, {0, 10}}) + ',' +
                                           area("b", {{4, 0}, {10, 0}, {10, 10}, {4, 10}}),
                                       coloured());
    const QImage picture = painted(frame(10, 10), {layer});
    CHECK(picture.pixelColor(2, 5) == QColor(200, 40, 40));
    CHECK(picture.pixelColor(5, 5) == QColor(40, 160, 60));
    CHECK(picture.pixelColor(8, 5) == QColor(40, 160, 60));
}

TEST_CASE("Areas that reach out of the picture fill it as far as it goes")
{
    const MapLayer layer =
        test::drawn(area("a", {{-500, -300}, {700, -200}, {900, 800}, {-400, 600}}),
                    test::plain(filled(Qt::black)));
    const QImage picture = painted(frame(90, 70), {layer});
    for (const QPoint at :
         {QPoint(0, 0), QPoint(89, 0), QPoint(0, 69), QPoint(89, 69), QPoint(40, 41)})
        CHECK(qRed(picture.pixel(at)) == 0);
}

TEST_CASE("Any number of threads gives the same bytes")
{
    LayerStyle style = coloured();
    for (SymbolCase& one : style.cases)
        one.symbol.line = LineSymbol{QColor(20, 20, 20), 0.2, {}};
    const MapLayer layer = test::drawn(town(30, 30, 5), style);
    const MapFrame where = frame(150, 150);
    const QImage one = painted(where, {layer}, 1);
    CHECK((one == painted(where, {layer}, 2)));
    CHECK((one == painted(where, {layer}, 7)));
}

TEST_CASE("Every kind of symbol looks as QPainter paints it")
{
    const QByteArray square = area("a", {{20, 20}, {160, 30}, {150, 140}, {70, 170}, {30, 120}});
    const QByteArray lines =
        test::feature("a", "LineString",
                      '[' + place(10, 10) + ',' + place(100, 180) + ',' + place(180, 20) + ']') +
        ',' + test::feature("b", "LineString", '[' + place(10, 100) + ',' + place(190, 101) + ']');
    const QByteArray points =
        test::feature("a", "Point", place(50, 50)) + ',' +
        test::feature("a", "MultiPoint", '[' + place(120, 60) + ',' + place(90, 150) + ']');
    const auto alike = [](const QByteArray& features, const Symbol& symbol, double most) {
        const MapLayer layer = test::drawn(features, test::plain(symbol));
        const MapFrame where = frame(200, 200);
        const QImage ours = painted(where, {layer});
        QImage blank(where.size, QImage::Format_RGB32);
        blank.fill(Qt::white);
        CHECK(difference(ours, blank) > 4 * most);
        CHECK(difference(ours, byPainter(where, {layer})) < most);
    };
    // Qt's own edges differ from exact shares by up to a few steps along outlines.
    alike(square, filled(QColor(30, 90, 60)), 0.2);
    using Pattern = HatchSymbol::Pattern;
    for (const Pattern pattern : {Pattern::Rising, Pattern::Falling, Pattern::Cross, Pattern::Level,
                                  Pattern::Upright, Pattern::Dots}) {
        INFO(static_cast<int>(pattern));
        Symbol symbol;
        symbol.hatch =
            HatchSymbol{pattern, QColor(20, 20, 60), 2.5, pattern == Pattern::Dots ? 1.2 : 0.5};
        alike(square, symbol, 2);
    }
    Symbol outlined;
    outlined.line = LineSymbol{QColor(60, 20, 20), 0.75, {}};
    alike(square, outlined, 0.6);
    Symbol road;
    road.casing = LineSymbol{QColor(40, 40, 40), 1.5, {}};
    road.line = LineSymbol{QColor(250, 200, 80), 1, {}};
    alike(lines, road, 0.6);
    Symbol dashed;
    dashed.line = LineSymbol{QColor(40, 40, 40), 0.75, {4, 2}};
    alike(lines, dashed, 1);
    using Shape = MarkerSymbol::Shape;
    for (const Shape shape : {Shape::Circle, Shape::Square, Shape::Triangle, Shape::Diamond,
                              Shape::Star, Shape::Cross}) {
        INFO(static_cast<int>(shape));
        Symbol marker = filled(QColor(20, 60, 120));
        marker.marker = MarkerSymbol{shape, 6};
        alike(points, marker, 0.25);
    }
}

TEST_CASE("At a small scale shapes are coarser and the picture nearly the same")
{
    const MapLayer layer = test::drawn(town(60, 60, 20), coloured());
    // The same picture made four times as large each way and shrunk.
    const QImage fine = painted(frame(480, 480, 2.5), {layer})
                            .scaled(120, 120, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage coarse = painted(frame(120, 120, 10), {layer});
    CHECK(difference(fine.convertToFormat(QImage::Format_RGB32), coarse) < 12);
}

TEST_CASE("A shape of many corners keeps few of them at a small scale")
{
    test::Points round;
    for (int i = 0; i < 2000; ++i)
        round.emplace_back(500 + 450 * std::cos(i * 0.0031415926),
                           500 + 450 * std::sin(i * 0.0031415926));
    const MapLayer layer = test::drawn(area("a", round), test::plain(filled(Qt::black)));
    const auto corners = [&layer](double metres) {
        const auto view = layer.shapes->at({east, north}, metres);
        return view.firstVertex(view.endPart(0));
    };
    CHECK(corners(0.001) == 2000);
    CHECK(corners(5) < 1500);
    CHECK(corners(20) < 1000);
    // What is left encloses the same: pi times the square of 90 pixels.
    const QImage picture = painted(frame(200, 200, 5), {layer});
    double inside = 0;
    for (int y = 0; y < 200; ++y) {
        for (int x = 0; x < 200; ++x)
            inside += 1 - qRed(picture.pixel(x, y)) / 255.0;
    }
    CHECK(std::abs(inside - 3.14159265 * 90 * 90) < 60);
}

TEST_CASE("What is seen is listed, unknown codes by name")
{
    const MapLayer layer = test::drawn(area("a", {{0, 0}, {5, 0}, {5, 5}, {0, 5}}) + ',' +
                                           area("zz", {{5, 0}, {9, 0}, {9, 5}, {5, 5}}) + ',' +
                                           area("b", {{500, 0}, {505, 0}, {505, 5}, {500, 5}}),
                                       coloured());
    const SeenLayer seen = seenIn(frame(10, 10), layer);
    REQUIRE(seen.cases.size() == 2);
    CHECK(seen.cases[0].number == 0);
    CHECK(seen.cases[0].features == 1);
    CHECK(seen.cases[1].number == -1);
    CHECK(seen.unknown == QStringList{u"zz"_s});
}

TEST_CASE("Drawing can be cancelled")
{
    const MapLayer layer = test::drawn(town(5, 5, 5), coloured());
    const CancelToken cancel;
    cancel.cancel();
    const auto picture = paintMap(frame(50, 50), {layer}, {}, cancel);
    REQUIRE(!picture);
    CHECK(picture.error().code() == ErrorCode::Cancelled);
}

TEST_CASE("Colours let through what is below them, in pictures as on painters")
{
    // Halves side by side: one solid, one at two fifths; below both, black.
    const QByteArray features = area("a", {{0, 0}, {50, 0}, {50, 40}, {0, 40}}) + ',' +
                                area("b", {{50, 0}, {100, 0}, {100, 40}, {50, 40}});
    LayerStyle style;
    style.column = u"class"_s;
    for (const int alpha : {255, 102}) {
        SymbolCase one;
        one.values << (alpha == 255 ? u"a"_s : u"b"_s);
        one.symbol.fill = QColor(255, 200, 100, alpha);
        style.cases << one;
    }
    const MapFrame where = frame(100, 40);
    const MapLayer below = test::drawn(area("x", {{0, 0}, {100, 0}, {100, 40}, {0, 40}}),
                                       test::plain(filled(Qt::black)));
    const QList<MapLayer> layers{below, test::drawn(features, style)};
    for (const QImage& picture : {painted(where, layers), byPainter(where, layers)}) {
        CHECK(picture.pixelColor(25, 20) == QColor(255, 200, 100));
        // 0.4 of the colour over black.
        const QColor half = picture.pixelColor(75, 20);
        CHECK(std::abs(half.red() - 102) <= 1);
        CHECK(std::abs(half.green() - 80) <= 1);
        CHECK(std::abs(half.blue() - 40) <= 1);
    }
    Symbol line;
    line.line = LineSymbol{QColor(255, 255, 255, 51), 2, {}};
    const QList<MapLayer> lines{
        below, test::drawn(area("x", {{20, 10}, {80, 10}, {80, 30}, {20, 30}}), test::plain(line))};
    for (const QImage& picture : {painted(where, lines), byPainter(where, lines)})
        CHECK(std::abs(picture.pixelColor(50, 10).red() - 51) <= 1);
}
