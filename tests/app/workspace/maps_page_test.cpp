#include "app/workspace/maps/maps_page.h"
#include "core/draw/symbols.h"
#include "core/gdal/layer_writer.h"
#include "tests/app/workspace/window_fixture.h"
#include "tests/support/rectangle.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using test::settled;

namespace {

constexpr double west = 440'000, south = 2'700'000; ///< EPSG:4548

/// Paddy in the west, a river in the east, a square kilometre each.
QString parcels(const QString& folder)
{
    const QString path = folder + u"/DLTB_2022.gpkg"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start({u"DLTB"_s,
                              gdal::LayerPlan::Geometry::Polygon,
                              *gdal::Crs::fromEpsg(4548),
                              {{u"BSM"_s}, {u"DLBM"_s}},
                              true}));
    REQUIRE_OK(writer->add(test::square(west, south, 1000), {u"甲一"_s, u"0101"_s}));
    REQUIRE_OK(writer->add(test::square(west + 1000, south, 1000), {u"乙二"_s, u"1101"_s}));
    REQUIRE_OK(writer->finish());
    return path;
}

/// A redline over the south-western quarter of the paddy.
QString redline(const QString& folder)
{
    const QString path = folder + u"/生态保护红线.gpkg"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE_OK(writer);
    REQUIRE_OK(writer->start({u"STBHHX"_s,
                              gdal::LayerPlan::Geometry::Polygon,
                              *gdal::Crs::fromEpsg(4548),
                              {{u"HXMC"_s}},
                              true}));
    REQUIRE_OK(writer->add(test::square(west, south, 500), {u"示例红线"_s}));
    REQUIRE_OK(writer->finish());
    return path;
}

struct Maps : test::Opened
{
    MapsPage* page = nullptr;

    Maps()
    {
        QStandardPaths::setTestModeEnabled(true);
        page = static_cast<MapsPage*>(window.stage(u"maps"_s));
        REQUIRE(page);
    }

    void take(const QString& path)
    {
        window.showStage(u"spatial"_s);
        REQUIRE(settled(window));
        REQUIRE(window.stage(u"spatial"_s)->takeFiles({path}));
        QDialog* added = dialog(u"takeDialog"_s);
        REQUIRE(settled(window));
        added->findChild<QPushButton*>(u"takeOk"_s)->click();
        REQUIRE(settled(window));
        REQUIRE(QTest::qWaitFor([&] { return !window.session()->isBusy(); }));
    }
    void open()
    {
        window.showStage(u"maps"_s);
        REQUIRE(drawn());
    }
    bool drawn()
    {
        return QTest::qWaitFor([this] { return page->isDrawn(); }, 20000);
    }
    /// Where a place of the plane is on a pane.
    QPoint pixel(double x, double y, int pane = 0)
    {
        const MapCanvas* canvas = page->canvas(pane);
        return {static_cast<int>((x - canvas->view().centre.x()) / canvas->view().metresPerPixel +
                                 canvas->width() / 2.0),
                static_cast<int>((canvas->view().centre.y() - y) / canvas->view().metresPerPixel +
                                 canvas->height() / 2.0)};
    }
    QColor colourAt(double x, double y, int pane = 0)
    {
        return page->canvas(pane)->grab().toImage().pixelColor(pixel(x, y, pane));
    }
    void click(double x, double y, int pane = 0)
    {
        QTest::mouseClick(page->canvas(pane), Qt::LeftButton, {}, pixel(x, y, pane));
    }
    QStringList fields()
    {
        auto* table = find<QTableWidget>(u"mapFields"_s);
        (void)QTest::qWaitFor([table] { return table->rowCount() > 0; });
        QStringList all;
        for (int row = 0; row < table->rowCount(); ++row)
            all << table->item(row, 0)->text() + u'=' + table->item(row, 1)->text();
        return all;
    }
    QTreeWidgetItem* listed(const QString& name)
    {
        auto* list = find<QTreeWidget>(u"mapLayers"_s);
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            if (list->topLevelItem(i)->text(0).contains(name))
                return list->topLevelItem(i);
        }
        FAIL("not listed: " << name.toStdString());
        return nullptr;
    }
    static QColor fillOf(const QString& code)
    {
        const draw::LayerStyle style =
            draw::SymbolSet::shipped().styleOf(u"DLTB"_s, u"third-survey"_s);
        return style.shown(style.caseOf(code)).symbol.fill.value();
    }
};

} // namespace

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
    for (QAction* action : maps.page->pageActions())
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
    REQUIRE(maps.drawn());
    CHECK(maps.colourAt(west + 1700, south + 300) == QColor(Qt::white));
    maps.click(west + 200, south + 200);
    CHECK(maps.fields().contains(u"HXMC=示例红线"_s));
    auto* content = maps.find<QComboBox>(u"mapContent0"_s);
    CHECK(content->currentText() == u"自选图层"_s);
}
