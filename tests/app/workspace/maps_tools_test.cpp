#include "app/workspace/maps/filter_dialog.h"
#include "app/workspace/maps/measured.h"
#include "core/draw/map_views.h"
#include "core/gdal/layer_reader.h"
#include "tests/app/workspace/maps_fixture.h"

#include <QLineEdit>
#include <QMenu>
#include <QSlider>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using test::Maps;
using test::parcels;
using test::redline;
using test::settled;
using test::south;
using test::west;

namespace {

/// With the land of 2022 and a redline, both shown in the first pane.
struct Both : Maps
{
    Both()
    {
        take(parcels(made.folder.path()));
        take(redline(made.folder.path()));
        open();
        page->setContent(0, PanesView::Content::Everything);
        REQUIRE(drawn());
    }
    const project::Layer& layer(const QString& role)
    {
        for (const project::Layer& one : data().layers) {
            if (one.role == role)
                return one;
        }
        FAIL("no such layer");
        return data().layers.first();
    }
    void choose(const QString& name)
    {
        find<QTreeWidget>(u"mapLayers"_s)->setCurrentItem(listed(name));
    }
};

} // namespace

TEST_CASE("layers change places, fade and are filtered by edits that can be undone")
{
    Both maps;
    QUndoStack* const undo = maps.window.session()->undoStack();
    const QColor redlineOverLand = maps.colourAt(west + 60, south + 60);
    const QColor paddy = Maps::fillOf(u"0101"_s);

    maps.choose(u"生态保护红线"_s);
    QTest::keyClick(maps.find<QTreeWidget>(u"mapLayers"_s), Qt::Key_Down, Qt::AltModifier);
    REQUIRE(maps.edited());
    CHECK(draw::drawingOrder(maps.data()).first()->role == u"STBHHX"_s);
    CHECK(maps.colourAt(west + 60, south + 60) == paddy); // the land lies over it now
    undo->undo();
    REQUIRE(maps.edited());
    CHECK(maps.colourAt(west + 60, south + 60) == redlineOverLand);

    maps.choose(u"地类图斑"_s);
    maps.find<QSlider>(u"layerOpacity"_s)->setValue(50);
    REQUIRE(maps.edited());
    const QColor faded = maps.colourAt(west + 300, south + 700);
    CHECK_THAT(faded.red(), WithinAbs((paddy.red() + 255) / 2.0, 2));
    CHECK_THAT(faded.blue(), WithinAbs((paddy.blue() + 255) / 2.0, 2));
    undo->undo();
    REQUIRE(maps.edited());
    CHECK(maps.colourAt(west + 300, south + 700) == paddy);

    maps.find<QToolButton>(u"layerFilter"_s)->click();
    QDialog* const dialog = maps.dialog(u"filterDialog"_s);
    REQUIRE(settled(maps.window));
    auto* const column = dialog->findChild<QComboBox*>(u"filterColumn"_s);
    REQUIRE(QTest::qWaitFor([column] { return column->count() > 2; }));
    CHECK(column->currentData() == u"class"_s);
    auto* const values = dialog->findChild<QLineEdit*>(u"filterValues"_s);
    auto* const op = dialog->findChild<QComboBox*>(u"filterOp"_s);
    op->setCurrentIndex(op->findData(static_cast<int>(spatial::Condition::Op::MoreThan)));
    values->setText(u"水"_s);
    CHECK_FALSE(dialog->findChild<QPushButton*>(u"filterOk"_s)->isEnabled());
    CHECK(dialog->findChild<QLabel*>(u"filterFault"_s)->text() == u"“水”不是数。"_s);
    op->setCurrentIndex(op->findData(static_cast<int>(spatial::Condition::Op::Prefix)));
    values->setText(u"11，12"_s);
    CHECK(dialog->findChild<QLabel*>(u"filterWords"_s)->text() ==
          u"地类编码以 11、12 开头的要素。"_s);
    dialog->findChild<QPushButton*>(u"filterOk"_s)->click();
    REQUIRE(maps.edited());
    CHECK(maps.colourAt(west + 300, south + 700) == QColor(Qt::white));
    CHECK(maps.colourAt(west + 1700, south + 300) == Maps::fillOf(u"1101"_s));
    CHECK(maps.find<QLabel>(u"layerFilterWords"_s)->text() == u"只显示：地类编码以 11、12 开头"_s);
    CHECK(maps.listed(u"地类图斑"_s)->text(0).contains(u"已筛选"_s));
    maps.click(west + 300, south + 700); // what is not shown is not there
    CHECK(maps.find<QTableWidget>(u"mapFields"_s)->rowCount() == 0);
    undo->undo();
    REQUIRE(maps.edited());
    CHECK(maps.colourAt(west + 300, south + 700) == paddy);
}

TEST_CASE("a layer that is ticked goes to the others that are shown, and lives on")
{
    Both maps;
    maps.page->setContent(0, PanesView::Content::Implementation);
    REQUIRE(maps.drawn());
    auto* const list = maps.find<QTreeWidget>(u"mapLayers"_s);
    QTreeWidgetItem* const redline = maps.listed(u"生态保护红线"_s);
    REQUIRE(redline == list->topLevelItem(1));
    for (int i = 0; i < 6; ++i) {
        redline->setCheckState(0, i % 2 == 0 ? Qt::Checked : Qt::Unchecked);
        CHECK(maps.listed(u"生态保护红线"_s) == redline);
        CHECK(list->indexOfTopLevelItem(redline) == (i % 2 == 0 ? 0 : 1));
    }
    REQUIRE(maps.edited());
    REQUIRE(draw::chosenLayers(maps.data(), 0));
    CHECK(*draw::chosenLayers(maps.data(), 0) == QList{maps.layer(u"DLTB"_s).id});
}

TEST_CASE("a pane's own choice of layers is kept with the project")
{
    Both maps;
    maps.listed(u"生态保护红线"_s)->setCheckState(0, Qt::Unchecked);
    REQUIRE(maps.edited());
    const auto chosen = draw::chosenLayers(maps.data(), 0);
    REQUIRE(chosen);
    CHECK(*chosen == QList{maps.layer(u"DLTB"_s).id});
    maps.window.session()->undoStack()->undo();
    REQUIRE(maps.edited());
    CHECK_FALSE(draw::chosenLayers(maps.data(), 0));
}

TEST_CASE("distances and areas are measured on the ellipsoid, point by point")
{
    Both maps;
    MapCanvas* const canvas = maps.page->canvas(0);
    maps.find<QAction>(u"toolLength"_s)->trigger();
    // Pixels of known places: the corners as the canvas rounds them.
    const auto put = [&](double x, double y) {
        maps.click(x, y);
        return canvas->sketch().constLast();
    };
    const QPointF a = put(west + 100, south + 100);
    const QPointF b = put(west + 1100, south + 100);
    put(west + 1100, south + 900);
    REQUIRE(canvas->sketch().size() == 3);
    QTest::keyClick(canvas, Qt::Key_Backspace);
    REQUIRE(canvas->sketch().size() == 2);
    const auto metres = [&maps] {
        return maps.find<QTableWidget>(u"mapFields"_s)->item(0, 1)->text().toDouble();
    };
    // The plane is 4.37e-5 too long here (999.956295 m for a kilometre, see draw_views_test).
    CHECK_THAT(metres(), WithinAbs(QLineF(a, b).length() * 0.999956295, 0.011));
    QTest::keyClick(canvas, Qt::Key_Return);
    CHECK(canvas->sketch().size() == 2);
    maps.click(west + 500, south + 500); // begins anew
    CHECK(canvas->sketch().size() == 1);
    QTest::keyClick(canvas, Qt::Key_Escape);
    CHECK(canvas->sketch().isEmpty());

    maps.find<QAction>(u"toolArea"_s)->trigger();
    const QPointF c = put(west + 100, south + 100);
    put(west + 1100, south + 100);
    const QPointF d = put(west + 1100, south + 900);
    QTest::mouseDClick(canvas, Qt::LeftButton, {}, maps.pixel(west + 1100, south + 900));
    const double plane = (d.x() - c.x()) * (d.y() - c.y()) / 2;
    CHECK_THAT(metres(), WithinAbs(plane * 0.999912591, 1.0));
    CHECK(maps.find<QTableWidget>(u"mapFields"_s)->item(1, 0)->text() == u"亩"_s);
    QTest::keyClick(canvas, Qt::Key_Escape);
    QTest::keyClick(canvas, Qt::Key_Escape); // gives the tool up
    CHECK(canvas->tool() == MapCanvas::Tool::Look);
    // 15 mu are a hectare.
    CHECK(areaWords(10'000) == u"1.0000 公顷（15.00 亩）"_s);
    CHECK(lengthWords(1234.5) == u"1.235 千米"_s);
}

TEST_CASE("features are selected by box, polygon, click, condition, and listed with their area")
{
    Both maps;
    maps.page->setPanes(2);
    maps.page->setContent(1, PanesView::Content::Before);
    REQUIRE(maps.drawn());
    maps.choose(u"地类图斑"_s);
    maps.find<QAction>(u"toolBox"_s)->trigger();
    maps.drag(west + 900, south + 400, west + 1100, south + 600);
    REQUIRE(maps.selects({0, 1}));
    REQUIRE(maps.drawn());
    auto* const sum = maps.find<QLabel>(u"selectionSum"_s);
    REQUIRE(QTest::qWaitFor([sum] { return sum->text().contains(u"2 个要素"_s); }));
    // 2 × 999912.6 m² (draw_views_test), so 199.98 hectares.
    CHECK_THAT(sum->text().toStdString(), ContainsSubstring("199.98"));
    CHECK(maps.colourAt(west + 300, south + 700) != Maps::fillOf(u"0101"_s));
    auto* const rows = maps.find<QTableWidget>(u"selectionRows"_s);
    REQUIRE(rows->rowCount() == 2);
    CHECK(rows->item(0, 2)->text() == u"甲一"_s);

    maps.drag(west + 100, south + 400, west + 200, south + 600, Qt::ControlModifier);
    REQUIRE(maps.selects({1}));
    maps.find<QAction>(u"toolPolygon"_s)->trigger();
    maps.click(west + 100, south + 100);
    maps.click(west + 300, south + 100);
    maps.click(west + 200, south + 300);
    QTest::keyClick(maps.page->canvas(0), Qt::Key_Return, Qt::ShiftModifier);
    REQUIRE(maps.selects({0, 1}));

    maps.find<QAction>(u"toolLook"_s)->trigger();
    maps.click(west + 700, south + 700, 0, Qt::ControlModifier);
    REQUIRE(maps.selects({1}));
    maps.click(west + 700, south + 700, 0, Qt::ShiftModifier);
    REQUIRE(maps.selects({0, 1}));

    maps.find<QAction>(u"selectByCondition"_s)->trigger();
    QDialog* const dialog = maps.dialog(u"filterDialog"_s);
    auto* const column = dialog->findChild<QComboBox*>(u"filterColumn"_s);
    REQUIRE(QTest::qWaitFor([column] { return column->count() > 1; }));
    dialog->findChild<QLineEdit*>(u"filterValues"_s)->setText(u"11"_s);
    dialog->findChild<QPushButton*>(u"filterOk"_s)->click();
    REQUIRE(maps.selects({1}));

    // Going to a row shows its attributes and brings it near.
    REQUIRE(settled(maps.window));
    const double before = maps.page->canvas(0)->view().metresPerPixel;
    maps.page->canvas(0)->zoom(100);
    maps.find<QPushButton>(u"selectionGoTo"_s)->click();
    CHECK(maps.page->canvas(0)->view().metresPerPixel < 20 * before);
    REQUIRE(QTest::qWaitFor([&] { return maps.fields().contains(u"BSM=乙二"_s); }));

    const QString file = maps.made.folder.filePath(u"选中.gpkg"_s);
    dialogs::setNextFileName(file);
    maps.find<QPushButton>(u"selectionExport"_s)->click();
    REQUIRE(settled(maps.window));
    auto written = gdal::LayerReader::open(file, {}, {u"BSM"_s});
    REQUIRE_OK(written);
    CHECK(written->info().features == 1);
    for (const QString& suffix : {u"csv"_s, u"xlsx"_s}) {
        const QString table = maps.made.folder.filePath(u"选中."_s + suffix);
        dialogs::setNextFileName(table);
        maps.find<QPushButton>(u"selectionExport"_s)->click();
        REQUIRE(settled(maps.window));
        CHECK(QFileInfo(table).size() > 0);
    }
    maps.find<QPushButton>(u"selectionClear"_s)->click();
    CHECK(maps.selected().empty());
    CHECK_FALSE(maps.find<QWidget>(u"mapSelection"_s)->isVisible());
}

TEST_CASE("the keyboard alone moves, asks, measures and selects")
{
    Both maps;
    MapCanvas* const canvas = maps.page->canvas(0);
    maps.window.activateWindow();
    canvas->setFocus();
    REQUIRE(QTest::qWaitFor([canvas] { return canvas->hasFocus(); }));
    maps.choose(u"地类图斑"_s);
    canvas->setView({{west + 300, south + 700}, 5});
    QTest::keyClick(canvas, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return maps.fields().contains(u"BSM=甲一"_s); }));
    // Where the middle is is told while no mouse is over the map.
    QTest::keyClick(canvas, Qt::Key_Plus);
    CHECK_THAT(maps.find<QLabel>(u"mapPlace"_s)->text().toStdString(),
               ContainsSubstring("X 2700700.0  Y 440300.0"));

    QTest::keyClick(canvas, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(canvas->tool() == MapCanvas::Tool::Length);
    QTest::keyClick(canvas, Qt::Key_Space);
    canvas->setView({{west + 800, south + 700}, 5});
    QTest::keyClick(canvas, Qt::Key_Space);
    QTest::keyClick(canvas, Qt::Key_Return);
    // 500 m in the plane, 4.37e-5 too long here (draw_views_test).
    CHECK_THAT(maps.find<QTableWidget>(u"mapFields"_s)->item(0, 1)->text().toDouble(),
               WithinAbs(499.978, 0.002));

    QTest::keyClick(canvas, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(canvas->tool() == MapCanvas::Tool::Box);
    QTest::keyClick(canvas, Qt::Key_Space);
    canvas->setView({{west + 1200, south + 300}, 5});
    QTest::keyClick(canvas, Qt::Key_Return);
    REQUIRE(maps.selects({0, 1}));
    QTest::keyClick(canvas, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(maps.selected().empty());
    QTest::keyClick(canvas, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(canvas->tool() == MapCanvas::Tool::Look);

    QTest::keyClick(canvas, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto* const scale = maps.find<QComboBox>(u"mapScale"_s);
    QTest::keyClicks(scale->lineEdit(), u"25000"_s);
    QTest::keyClick(scale->lineEdit(), Qt::Key_Return);
    CHECK_THAT(canvas->scale(), WithinAbs(25000, 1e-6));
    // Every tool's key is in its tip.
    for (const QAction* action : maps.page->viewActions()) {
        if (!action->shortcut().isEmpty() && !action->toolTip().contains(u"Alt"_s) &&
            action->text() != action->toolTip())
            CHECK(
                action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)));
    }
}

TEST_CASE("a feature names the figures that it counts in")
{
    Both maps;
    maps.click(west + 300, south + 700);
    REQUIRE(QTest::qWaitFor([&] { return maps.fields().contains(u"BSM=甲一"_s); }));
    auto* const uses = maps.find<QLabel>(u"mapUses"_s);
    // Paddy is farmland, of which the farmland kept is made.
    CHECK_THAT(uses->toolTip().toStdString(), ContainsSubstring("耕地保有量"));
    const QString ofPaddy = uses->toolTip();
    maps.click(west + 1700, south + 300);
    REQUIRE(QTest::qWaitFor([&] { return maps.fields().contains(u"BSM=乙二"_s); }));
    CHECK(uses->toolTip() != ofPaddy);
    CHECK_FALSE(uses->toolTip().contains(u"耕地保有量"_s));
}

TEST_CASE("a parcel is found by its number")
{
    Both maps;
    auto* const search = maps.find<QLineEdit>(u"mapSearch"_s);
    search->setText(u"乙"_s);
    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(maps.selects({1}));
    REQUIRE(QTest::qWaitFor([&] { return maps.fields().contains(u"BSM=乙二"_s); }));
    CHECK_THAT(maps.page->canvas(0)->view().centre.x(), WithinAbs(west + 1500, 1));
    search->setText(u"示例"_s); // of the redline
    QTest::keyClick(search, Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return maps.fields().contains(u"HXMC=示例红线"_s); }));
}

TEST_CASE("two contents lie under a divider that mouse and keyboard move")
{
    Both maps;
    maps.page->setContent(0, PanesView::Content::Implementation);
    maps.page->setContent(1, PanesView::Content::Plan);
    maps.page->setSwiped(true);
    REQUIRE(maps.drawn());
    const QColor land = Maps::fillOf(u"1101"_s);
    MapCanvas* const canvas = maps.page->canvas(0);
    CHECK(maps.find<QComboBox>(u"mapContent1"_s)->isVisible());
    canvas->setDivider(1);
    CHECK(maps.colourAt(west + 1700, south + 300) == land);
    canvas->setDivider(0);
    CHECK(maps.colourAt(west + 1700, south + 300) == QColor(Qt::white)); // no land in the plan
    auto* const handle = canvas->findChild<QWidget*>(u"swipeHandle"_s);
    REQUIRE(handle);
    QTest::keyClick(handle, Qt::Key_Right, Qt::ShiftModifier);
    CHECK_THAT(canvas->divider(), WithinAbs(0.1, 1e-9));
    QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
    QMouseEvent move(QEvent::MouseMove, QPointF(canvas->width() * 0.4, 20),
                     handle->mapToGlobal(QPointF(canvas->width() * 0.4, 20)), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(handle, &move);
    CHECK_THAT(canvas->divider(), WithinAbs(0.5, 0.02));
    // A click right of it asks the plan.
    canvas->setDivider(0);
    maps.click(west + 250, south + 250);
    REQUIRE(QTest::qWaitFor([&] { return maps.fields().contains(u"HXMC=示例红线"_s); }));
    maps.page->setSwiped(false);
    REQUIRE(maps.drawn());
    CHECK(maps.colourAt(west + 1700, south + 300) == land);
    CHECK_FALSE(maps.find<QComboBox>(u"mapContent1"_s)->isVisible());
}

TEST_CASE("what differs between plan and implementation is a pane's content, with its legend")
{
    Both maps;
    maps.page->setContent(0, PanesView::Content::LandChange);
    REQUIRE(QTest::qWaitFor([&] { return maps.page->isDrawn(); }, 20000));
    // There is one year of land only, and the pane says so.
    REQUIRE(settled(maps.window));
    CHECK(maps.page->canvas(0)->legend().isEmpty());
    CHECK_THAT(maps.page->canvas(0)->words().toStdString(), ContainsSubstring("2021"));

    maps.page->setContent(0, PanesView::Content::PlanGap);
    REQUIRE(settled(maps.window));
    REQUIRE(maps.drawn());
    // Neither paddy nor river is built over: the redline alone is there.
    CHECK(maps.page->canvas(0)->legend() == QStringList{u"生态保护红线"_s});
    CHECK_THAT(maps.page->canvas(0)->note().toStdString(), ContainsSubstring("没有比全"));
    CHECK(maps.colourAt(west + 1700, south + 300) == QColor(Qt::white));
}

TEST_CASE("places are remembered with the project")
{
    Both maps;
    MapCanvas* const canvas = maps.page->canvas(0);
    canvas->setView({{west + 400, south + 300}, 2.5});
    auto* const button = maps.find<QToolButton>(u"mapBookmarks"_s);
    const auto entry = [button](const QString& words) {
        Q_EMIT button->menu()->aboutToShow();
        for (QAction* one : button->menu()->actions()) {
            if (one->text() == words)
                return one;
        }
        return static_cast<QAction*>(nullptr);
    };
    dialogs::setNextText(u"水田"_s);
    REQUIRE(entry(u"记下此处…"_s));
    entry(u"记下此处…"_s)->trigger();
    REQUIRE(maps.edited());
    canvas->showAll();
    REQUIRE(entry(u"水田"_s));
    entry(u"水田"_s)->trigger();
    CHECK_THAT(canvas->view().centre.x(), WithinAbs(west + 400, 0.01));
    CHECK_THAT(canvas->view().centre.y(), WithinAbs(south + 300, 0.01));
    CHECK(canvas->view().metresPerPixel == 2.5);
    maps.window.session()->undoStack()->undo();
    REQUIRE(maps.edited());
    CHECK_FALSE(entry(u"水田"_s));
}
