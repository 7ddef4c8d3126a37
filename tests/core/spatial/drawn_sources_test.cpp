#include "core/spatial/areas.h"
#include "core/spatial/intake.h"
#include "tests/core/spatial/intake_support.h"
#include "tests/support/catch.h"

#include <QFile>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::spatial;
using Catch::Matchers::WithinRel;
using test::Desk;

namespace {

/// A drawing in DXF, group by group (code, value) as Autodesk's reference has them.
class Drawing
{
public:
    Drawing& group(int code, const QByteArray& value)
    {
        m_text += QByteArray::number(code) + '\n' + value + '\n';
        return *this;
    }
    Drawing& group(int code, double value)
    {
        return group(code, QByteArray::number(value, 'f', 3));
    }
    Drawing& begin(const QByteArray& section) { return group(0, "SECTION").group(2, section); }
    Drawing& end() { return group(0, "ENDSEC"); }
    Drawing& place(double x, double y) { return group(10, x).group(20, y); }
    Drawing& square(double x, double y, double side)
    {
        return place(x, y).place(x + side, y).place(x + side, y + side).place(x, y + side);
    }
    Drawing& beginHatch(const QByteArray& layer, const QByteArray& paths)
    {
        group(0, "HATCH").group(8, layer).group(100, "AcDbHatch").place(0, 0).group(30, "0");
        return group(2, "SOLID").group(70, "1").group(71, "0").group(91, paths);
    }
    Drawing& endHatch() { return group(75, "0").group(76, "1").group(98, "0"); }
    Drawing& spline(const QByteArray& layer, const QList<std::pair<double, double>>& controls)
    {
        group(0, "SPLINE").group(8, layer).group(100, "AcDbSpline").group(70, "8").group(71, "3");
        group(72, "8").group(73, "4").group(74, "0");
        for (const char* knot : {"0", "0", "0", "0", "1", "1", "1", "1"})
            group(40, knot);
        for (const auto& [x, y] : controls)
            place(x, y).group(30, "0");
        return *this;
    }

    void write(const QString& path)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(m_text + "0\nEOF\n");
    }

private:
    QByteArray m_text;
};

struct Shape
{
    gdal::LayerFeature::Shape kind = gdal::LayerFeature::Shape::Null;
    size_t rings = 0;
    double area = 0, length = 0; ///< in the plane
};

std::vector<Shape> shapesOf(const Desk& desk, const project::Layer& layer)
{
    auto open = openLayer(desk.path, layer, {});
    REQUIRE(open);
    auto measure = AreaMeasure::make(open->reader.info(), open->crs);
    REQUIRE(measure);
    std::vector<Shape> shapes;
    gdal::LayerFeature feature;
    while (*open->reader.next(feature)) {
        Shape one{feature.shape, feature.rings.count(), 0, 0};
        if (one.kind == gdal::LayerFeature::Shape::Polygons)
            one.area = *measure->plane(feature.rings);
        for (size_t i = 1; i < feature.rings.x.size(); ++i)
            one.length += std::hypot(feature.rings.x[i] - feature.rings.x[i - 1],
                                     feature.rings.y[i] - feature.rings.y[i - 1]);
        shapes.push_back(one);
    }
    return shapes;
}

} // namespace

TEST_CASE("a drawing's blocks, hatches and splines come in whole")
{
    Desk desk;
    const double x = 440'000;
    const double y = 2'700'000;
    Drawing drawing;
    drawing.begin("HEADER").group(9, "$ACADVER").group(1, "AC1015").end();
    // A house of 10 m in a block, which stands in the drawing as it is, and turned by 90°, twice as
    // long and three times as wide.
    drawing.begin("BLOCKS").group(0, "BLOCK").group(8, "0").group(2, "HOUSE").group(70, "0");
    drawing.place(0, 0).group(0, "LWPOLYLINE").group(8, "0").group(90, "4").group(70, "1");
    drawing.square(0, 0, 10).group(0, "ENDBLK").group(8, "0").end();
    drawing.begin("ENTITIES");
    drawing.group(0, "INSERT").group(8, "JZW").group(2, "HOUSE").place(x, y);
    drawing.group(0, "INSERT").group(8, "JZW").group(2, "HOUSE").place(x + 100, y);
    drawing.group(41, "2").group(42, "3").group(50, "90");
    // A hatched square of 100 m with a hole of 20 m, and half a disc of 50 m.
    drawing.beginHatch("STBHHX", "2").group(92, "3").group(72, "0").group(73, "1").group(93, "4");
    drawing.square(x, y + 1000, 100).group(97, "0").group(92, "18").group(72, "0").group(73, "1");
    drawing.group(93, "4").square(x + 20, y + 1020, 20).group(97, "0").endHatch();
    drawing.beginHatch("STBHHX", "1").group(92, "1").group(93, "2").group(72, "1");
    drawing.place(x + 250, y + 1000).group(11, x + 350).group(21, y + 1000).group(72, "2");
    drawing.place(x + 300, y + 1000).group(40, "50").group(50, "0").group(51, "180");
    drawing.group(73, "1").group(97, "0").endHatch();
    // Cubic Bézier curves: one that is straight, and one whose length, integrated numerically by
    // another program, is 200 m.
    drawing.spline("DLWL", {{x, y}, {x + 100, y}, {x + 200, y}, {x + 300, y}});
    drawing.spline("DLWL", {{x, y}, {x, y + 100}, {x + 100, y + 100}, {x + 100, y}});
    // A text is no place.
    drawing.group(0, "TEXT").group(8, "JZW").place(x, y).group(40, "5").group(1, "12#");
    drawing.end().write(desk.folder + u"/规划.dxf"_s);

    auto guesses = inspectLayers(desk.folder + u"/规划.dxf"_s, desk.data);
    REQUIRE(guesses);
    REQUIRE(guesses->size() == 3);
    for (LayerGuess& guess : *guesses) {
        CAPTURE(guess.fileName.toStdString());
        CHECK(guess.issues.isEmpty());
        CHECK(guess.role == guess.fileName.section(u" ▸ "_s, -1));
        guess.crs = u"EPSG:4548"_s; // a drawing does not say
        desk.take(guess);
    }
    const auto shapes = [&desk](const QString& role) {
        for (const project::Layer& layer : desk.data.layers) {
            if (layer.role == role)
                return shapesOf(desk, layer);
        }
        FAIL("no such layer");
        return std::vector<Shape>();
    };
    using Kind = gdal::LayerFeature::Shape;
    const auto houses = shapes(u"JZW"_s);
    REQUIRE(houses.size() == 2);
    CHECK(houses[0].kind == Kind::Polygons); // a closed line is one, for a role of polygons
    CHECK_THAT(houses[0].area, WithinRel(100, 1e-9));
    CHECK_THAT(houses[1].area, WithinRel(600, 1e-9));
    const auto redlines = shapes(u"STBHHX"_s);
    REQUIRE(redlines.size() == 2);
    CHECK(redlines[0].rings == 2);
    CHECK_THAT(redlines[0].area, WithinRel(100.0 * 100 - 20 * 20, 1e-9));
    CHECK_THAT(redlines[1].area, WithinRel(std::numbers::pi * 50 * 50 / 2, 1e-3)); // arcs by 4°
    const auto roads = shapes(u"DLWL"_s);
    REQUIRE(roads.size() == 2);
    CHECK(roads[0].kind == Kind::Lines);
    CHECK_THAT(roads[0].length, WithinRel(300, 1e-9));
    CHECK_THAT(roads[1].length, WithinRel(200, 2e-3));
}
