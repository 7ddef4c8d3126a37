#include "tests/app/workspace/maps_fixture.h"

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using test::Maps;
using test::parcels;
using test::redline;
using test::south;
using test::west;

TEST_CASE("without layers the stage of maps says what to do next")
{
    Maps maps;
    maps.window.showStage(u"maps"_s);
    bool said = false;
    for (const QPushButton* button : maps.page->findChildren<QPushButton*>())
        said = said || (button->isVisible() && button->text().contains(u"添加图层"_s));
    CHECK(said);
}

TEST_CASE("land is drawn by its class, and a click says what lies there")
{
    Maps maps;
    maps.take(parcels(maps.made.folder.path()));
    maps.open();
    CHECK(maps.colourAt(west + 300, south + 700) == Maps::fillOf(u"0101"_s));
    CHECK(maps.colourAt(west + 1700, south + 300) == Maps::fillOf(u"1101"_s));
    CHECK(Maps::fillOf(u"0101"_s) != Maps::fillOf(u"1101"_s));
    maps.click(west + 300, south + 700);
    CHECK(maps.fields().contains(u"BSM=甲一"_s));
    CHECK(maps.fields().contains(u"DLBM=0101"_s));
    maps.click(west + 1700, south + 300);
    REQUIRE(QTest::qWaitFor([&] { return maps.fields().contains(u"BSM=乙二"_s); }));
    // Outside of all.
    const QPoint corner(5, 5);
    QTest::mouseClick(maps.page->canvas(0), Qt::LeftButton, {}, corner);
    CHECK(maps.find<QTableWidget>(u"mapFields"_s)->rowCount() == 0);
}

TEST_CASE("panes show plan and implementation at the same place, or each its own")
{
    Maps maps;
    maps.take(parcels(maps.made.folder.path()));
    maps.take(redline(maps.made.folder.path()));
    maps.open();
    maps.page->setPanes(2);
    REQUIRE(maps.drawn());
    // The redline is on the plan's pane only.
    CHECK(maps.colourAt(west + 1700, south + 300, 1) == QColor(Qt::white));
    CHECK(maps.colourAt(west + 1700, south + 300, 0) == Maps::fillOf(u"1101"_s));
    maps.click(west + 200, south + 200, 1);
    REQUIRE(QTest::qWaitFor([&] { return maps.fields().contains(u"HXMC=示例红线"_s); }));

    maps.page->canvas(0)->zoom(0.5);
    CHECK(maps.page->canvas(1)->view() == maps.page->canvas(0)->view());
    const MapCanvas::View before = maps.page->canvas(1)->view();
    maps.page->canvas(0)->setScale(5000);
    CHECK_THAT(maps.page->canvas(1)->scale(), WithinRel(5000, 1e-9));
    // 1 : 5000 on 96 dots an inch.
    CHECK_THAT(maps.page->canvas(0)->view().metresPerPixel, WithinRel(5 * 25.4 / 96, 1e-9));
    auto* scale = maps.find<QComboBox>(u"mapScale"_s);
    CHECK(scale->currentText() == u"1 : 5000"_s);
    CHECK_FALSE(maps.page->canvas(1)->view() == before);

    QAction* linked = nullptr;
    for (QAction* action : maps.page->viewActions())
        linked = action->text() == u"联动"_s ? action : linked;
    REQUIRE(linked);
    linked->setChecked(false);
    const MapCanvas::View alone = maps.page->canvas(1)->view();
    QTest::keyClick(maps.page->canvas(0), Qt::Key_Home);
    CHECK(maps.page->canvas(1)->view() == alone);
    CHECK_FALSE(maps.page->canvas(0)->view() == alone);
}

TEST_CASE("what a pane shows is chosen in the list")
{
    Maps maps;
    maps.take(parcels(maps.made.folder.path()));
    maps.take(redline(maps.made.folder.path()));
    maps.open();
    maps.listed(u"地类图斑"_s)->setCheckState(0, Qt::Unchecked);
    maps.listed(u"生态保护红线"_s)->setCheckState(0, Qt::Checked);
    // The choice is an edit: it counts when it is stored.
    REQUIRE(QTest::qWaitFor(
        [&maps] {
            const project::MapSetting* const kept =
                maps.window.session()->data()->mapSetting(u"view"_s, u"pane1"_s);
            return kept && kept->content.contains(u"STBHHX"_s);
        },
        20000));
    REQUIRE(maps.drawn());
    CHECK(maps.colourAt(west + 1700, south + 300) == QColor(Qt::white));
    maps.click(west + 200, south + 200);
    CHECK(maps.fields().contains(u"HXMC=示例红线"_s));
    auto* content = maps.find<QComboBox>(u"mapContent0"_s);
    CHECK(content->currentText() == u"自选图层"_s);
}
