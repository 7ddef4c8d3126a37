#include "core/draw/labels.h"
#include "tests/core/draw/shapes.h"

#include <cmath>

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;

namespace {

LayerStyle named()
{
    LayerStyle style = test::plain({});
    style.labels = u"class"_s;
    return style;
}

/// Letters as wide as they are high.
double wide(const QString& text)
{
    return static_cast<double>(text.size());
}

LabelPlan along(const QByteArray& name, const QByteArray& coordinates)
{
    const MapFrame frame = MapFrame::around({500000, 2700000, 500400, 2700400}, {400, 400}, 4);
    return placeLabels(
        frame, {test::drawn(test::feature(name, "LineString", coordinates), named())}, wide);
}

/// A road that turns by 90 degrees: eastwards, an arc of 60 m around (500150, 2700210), northwards.
QByteArray bend(double turn)
{
    QByteArray line = "[[500090,2700150]";
    for (double angle = 0; angle <= 90; angle += turn) {
        const double a = angle * 3.14159265358979 / 180;
        line += ",[" + QByteArray::number(500150 + 60 * std::sin(a), 'f', 3) + ',' +
                QByteArray::number(2700210 - 60 * std::cos(a), 'f', 3) + ']';
    }
    return line + ",[500210,2700215]]";
}

QString text(const LabelPlan& plan)
{
    QString all;
    for (const Label& label : plan.labels)
        all += label.text;
    return all;
}

} // namespace

TEST_CASE("Labels lie inside areas, never over each other; what has no room is counted")
{
    const MapLayer layer =
        test::drawn(test::square("甲区", 500000, 2700000, 400) + ',' +
                        test::square("乙区", 500400, 2700000, 200) + ',' +
                        test::square("一个名字很长的小地方", 500400, 2700200, 20),
                    named());
    MapFrame frame = MapFrame::around({500000, 2700000, 500600, 2700400}, {600, 400}, 4);
    const LabelPlan plan = placeLabels(frame, {layer}, wide);
    REQUIRE(plan.labels.size() == 2);
    CHECK(plan.leftOut == 1);
    // The largest first, in its middle.
    CHECK(plan.labels[0].text == u"甲区"_s);
    CHECK(std::abs(plan.labels[0].at.x() - 200) < 2);
    CHECK(std::abs(plan.labels[0].at.y() - 200) < 2);
    CHECK(plan.labels[1].text == u"乙区"_s);
    CHECK(std::abs(plan.labels[1].at.x() - 500) < 2);

    const MapLayer again = layer;
    CHECK(placeLabels(frame, {layer, again}, wide).labels.size() == 2);
}

TEST_CASE("Names follow lines and stand upright")
{
    LayerStyle style = named();
    const auto line = [](const QByteArray& coordinates) {
        return test::feature("湖滨路", "LineString", coordinates);
    };
    const MapFrame frame = MapFrame::around({500000, 2700000, 500400, 2700400}, {400, 400}, 4);
    // Drawn from the upper right to the lower left: the name still reads from left to right.
    const MapLayer slope = test::drawn(line("[[500350,2700350],[500050,2700050]]"), style);
    const LabelPlan plan = placeLabels(frame, {slope}, wide);
    REQUIRE(plan.labels.size() == 1);
    CHECK(std::abs(plan.labels[0].angle + 45) < 0.5);
    // Too short for its name.
    const MapLayer tiny = test::drawn(line("[[500350,2700350],[500345,2700345]]"), style);
    CHECK(placeLabels(frame, {tiny}, wide).labels.isEmpty());
}

TEST_CASE("A name goes round a bend letter by letter")
{
    // 60 + 94 + 5 m of road, 8.8 m a letter: no straight piece has room for the whole name.
    const LabelPlan plan = along("东海岸滨海旅游环岛公路", bend(10));
    REQUIRE(plan.labels.size() == 11);
    CHECK(plan.names == 1);
    CHECK(plan.leftOut == 0);
    CHECK(text(plan) == u"东海岸滨海旅游环岛公路"_s);
    for (qsizetype i = 0; i < plan.labels.size(); ++i) {
        const Label& letter = plan.labels[i];
        // On the road: level in the west, then on the arc of 60 around (150, 190) of the picture.
        const double away = letter.at.x() < 150
                                ? letter.at.y() - 250
                                : std::hypot(letter.at.x() - 150, letter.at.y() - 190) - 60;
        CHECK(std::abs(away) < 0.5);
        // From left to right and up, as the road goes; never on its back.
        CHECK(letter.angle < 1);
        CHECK(letter.angle > -56);
        if (i == 0)
            continue;
        const QPointF step = letter.at - plan.labels[i - 1].at;
        CHECK(std::hypot(step.x(), step.y()) > 0.85 * letter.height);
        CHECK(step.x() > 0);
    }
}

TEST_CASE("A corner too sharp for letters stays without a name")
{
    // Each arm is 30 m, the name 4 × 8.8 m; a hairpin.
    const LabelPlan plan =
        along("发卡弯路", "[[500150,2700150],[500180,2700152],[500150,2700154]]");
    CHECK(plan.labels.isEmpty());
    CHECK(plan.leftOut == 1);
}

TEST_CASE("Chinese names go down steep lines with upright letters, Latin ones along them")
{
    // Drawn from the bottom to the top.
    const QByteArray road = "[[500200,2700050],[500210,2700350]]";
    const LabelPlan down = along("湖滨路", road);
    REQUIRE(down.labels.size() == 3);
    CHECK(text(down) == u"湖滨路"_s);
    for (const Label& letter : down.labels)
        CHECK(std::abs(letter.angle) < 3);
    CHECK(down.labels[0].at.y() < down.labels[1].at.y());
    CHECK(down.labels[1].at.y() < down.labels[2].at.y());

    const LabelPlan latin = along("G324", road);
    REQUIRE(latin.labels.size() == 1);
    CHECK(std::abs(std::abs(latin.labels[0].angle) - 88) < 1);
}

TEST_CASE("A name is set where a long line is in the picture")
{
    // The middle of the road is 5 km east of it.
    const LabelPlan plan = along("过境公路", "[[500100,2700200],[510000,2700200]]");
    REQUIRE(plan.labels.size() == 1);
    CHECK(plan.labels[0].at.x() < 400);
}

TEST_CASE("Turned names take the room of their letters, not of the box around them")
{
    const MapFrame frame = MapFrame::around({500000, 2700000, 500400, 2700400}, {400, 400}, 4);
    const QByteArray roads =
        test::feature("南天山北路东段", "LineString", "[[500100,2700100],[500200,2700200]]") + ',' +
        test::feature("北天山南路西段", "LineString", "[[500100,2700125],[500200,2700225]]");
    const LabelPlan plan = placeLabels(frame, {test::drawn(roads, named())}, wide);
    CHECK(plan.names == 2);
    CHECK(plan.leftOut == 0);
}
