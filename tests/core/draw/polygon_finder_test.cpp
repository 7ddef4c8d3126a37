#include "core/draw/polygon_finder.h"

#include "tests/support/catch.h"

#include <QPolygonF>

#include <cmath>
#include <numbers>
#include <random>

using namespace checkup;
using namespace checkup::draw;

namespace {

/// A coast: a circle whose radius goes up and down along its way, corners on whole millimetres.
QPolygonF coast(QPointF middle, double radius, int corners, bool clockwise = false)
{
    QPolygonF ring;
    for (int i = 0; i <= corners; ++i) {
        const int corner = clockwise ? corners - i % corners : i % corners;
        const double angle = 2 * std::numbers::pi * (corner % corners) / corners;
        const double away = radius * (1 + 0.2 * std::sin(37 * angle) + 0.1 * std::sin(111 * angle));
        ring << QPointF(std::round((middle.x() + away * std::cos(angle)) * 1000) / 1000,
                        std::round((middle.y() + away * std::sin(angle)) * 1000) / 1000);
    }
    return ring;
}

gdal::LayerFeature polygon(const QList<QPolygonF>& rings, const QList<bool>& holes)
{
    gdal::LayerFeature feature;
    feature.shape = gdal::LayerFeature::Shape::Polygons;
    for (qsizetype i = 0; i < rings.size(); ++i) {
        feature.rings.begins.push_back(feature.rings.x.size());
        feature.rings.holes.push_back(holes[i] ? 1 : 0);
        for (const QPointF& at : rings[i]) {
            feature.rings.x.push_back(at.x());
            feature.rings.y.push_back(at.y());
        }
    }
    return feature;
}

} // namespace

TEST_CASE("a boundary of thousands of corners, with a hole and an island in it, holds what Qt's "
          "polygons hold")
{
    const QPointF middle(450'000, 2'700'000);
    const QList<QPolygonF> rings{coast(middle, 5000, 4000), coast(middle, 2000, 900, true),
                                 coast(middle, 500, 60)};
    // A parcel of four corners across the outer edge, which comes after it.
    const QPolygonF parcel{{454'000, 2'699'000},
                           {458'000, 2'699'000},
                           {458'000, 2'701'000},
                           {454'000, 2'701'000},
                           {454'000, 2'699'000}};
    const ShapeStore shapes =
        ShapeStore::of({polygon(rings, {false, true, false}), polygon({parcel}, {false})});
    REQUIRE(shapes.count() == 2);
    const PolygonFinder finder(shapes);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> apart(-9000, 9000);
    int inBoundary = 0;
    int inParcel = 0;
    int wrong = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QPointF at = middle + QPointF(apart(random), apart(random));
        int around = 0;
        for (const QPolygonF& ring : rings)
            around += ring.containsPoint(at, Qt::OddEvenFill) ? 1 : 0;
        const bool boundary = around % 2 == 1;
        const bool second = parcel.containsPoint(at, Qt::OddEvenFill);
        inBoundary += boundary ? 1 : 0;
        inParcel += second ? 1 : 0;
        wrong += finder.holds(0, at) != boundary || finder.holds(1, at) != second ? 1 : 0;
        wrong += finder.find(at) != (boundary ? 0 : second ? 1 : -1) ? 1 : 0;
        wrong += finder.find(at, [](std::size_t one) { return one == 1; }) != (second ? 1 : -1);
    }
    CHECK(wrong == 0);
    // As many as their areas let expect, so that the comparison says something.
    CHECK(inBoundary > 3000);
    CHECK(inParcel > 300);
}

TEST_CASE("a place above, below and beside a polygon is in none")
{
    const QPointF middle(450'000, 2'700'000);
    const ShapeStore shapes = ShapeStore::of({polygon({coast(middle, 1000, 500)}, {false})});
    const PolygonFinder finder(shapes);
    for (const QPointF away :
         {QPointF(0, 5000), QPointF(0, -5000), QPointF(5000, 0), QPointF(-5000, 0)})
        CHECK(finder.find(middle + away) == -1);
    CHECK(finder.find(middle) == 0);
}

TEST_CASE("lines and points hold nothing")
{
    gdal::LayerFeature line;
    line.shape = gdal::LayerFeature::Shape::Lines;
    line.rings.begins = {0};
    line.rings.holes = {0};
    line.rings.x = {0, 10};
    line.rings.y = {0, 10};
    const ShapeStore shapes = ShapeStore::of({line});
    CHECK(PolygonFinder(shapes).find({5, 5}) == -1);
}
