#include "tests/app/workspace/maps_fixture.h"

#include "app/workspace/maps/sheet_canvas.h"
#include "app/workspace/maps/sheet_desk.h"
#include "app/workspace/maps/sheet_places.h"
#include "app/workspace/maps/sheets_view.h"
#include "core/report/drawing_progress.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using Catch::Matchers::WithinAbs;
using draw::SheetElement;
using draw::SheetPart;

namespace {

/// The layout page over parcels, with a drawing of the project's own that needs nothing else.
struct Layout : test::Maps
{
    SheetsView* view = nullptr;

    Layout()
    {
        take(test::parcels(made.folder.path()));
        const auto year = window.session()->data();
        window.session()->edit(project::edits::setMapSetting(
            *year,
            {0, u"sheet"_s, u"own"_s,
             uR"({"version":1,"id":"own","number":40,"title":"{city}{year}年土地图","paper":"A4",
                         "figures":["S-11"],"notes":["示例"],"layers":[{"what":{"role":"DLTB"}}]})"_s}));
        view = window.findChild<SheetsView*>();
        REQUIRE(view);
        REQUIRE(QTest::qWaitFor([this] { return !window.session()->isBusy(); }));
        window.showStage(u"maps"_s);
        auto* tabs = find<QTabBar>(u"mapTabs"_s);
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i) == u"图幅"_s)
                tabs->setCurrentIndex(i);
        }
        choose(u"own"_s);
    }

    bool idle()
    {
        return QTest::qWaitFor([this] { return !window.session()->isBusy() && view->isDrawn(); },
                               20000);
    }
    void choose(const QString& id)
    {
        auto* list = find<QTreeWidget>(u"sheetList"_s);
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            if (list->topLevelItem(i)->data(0, Qt::UserRole).toString() == id)
                list->setCurrentItem(list->topLevelItem(i));
        }
        REQUIRE(idle());
        REQUIRE(view->desk()->current());
        REQUIRE(view->desk()->current()->id == id);
    }
    int numberOf(SheetPart part)
    {
        const QList<SheetElement> all = view->desk()->elements();
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (all[i].part == part)
                return static_cast<int>(i);
        }
        return -1;
    }
    QRectF areaOf(SheetPart part)
    {
        return view->canvas()->areaOf(numberOf(part)).value_or(QRectF());
    }
    QPoint pixel(const QPointF& mm) { return view->canvas()->toPixel(mm).toPoint(); }
    void press(int key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(view->canvas(), static_cast<Qt::Key>(key), with);
        REQUIRE(idle());
    }
    QAction* action(const QString& name)
    {
        auto* found = view->findChild<QAction*>(name);
        REQUIRE(found);
        return found;
    }
};

} // namespace

TEST_CASE("elements stand at one line, or with equal gaps")
{
    const QList<QRectF> areas{{10, 10, 20, 10}, {40, 30, 10, 10}, {90, 12, 30, 8}};
    const auto lefts = aligned(areas, Alignment::Left);
    CHECK(lefts[1] == QRectF(10, 30, 10, 10));
    CHECK(aligned(areas, Alignment::Right)[0] == QRectF(100, 10, 20, 10));
    CHECK(aligned(areas, Alignment::Centre)[1].center().x() == 65);
    CHECK(aligned(areas, Alignment::Top)[2].top() == 10);
    CHECK(aligned(areas, Alignment::Bottom)[0].bottom() == 40);
    // 110 wide in all, 60 taken: two gaps of 25.
    const auto even = aligned(areas, Alignment::EvenAcross);
    CHECK(even[0].left() == 10);
    CHECK(even[1].left() == 55);
    CHECK(even[2].right() == 120);
}

TEST_CASE("a moved element snaps to the edges of others, a dragged edge alone")
{
    const QList<QRectF> others{{100, 50, 40, 20}};
    const QSizeF paper(297, 210);
    const Snapped moved = snapped({10, 10, 30, 10}, {98.5, 90, 30, 10}, others, paper, 2);
    CHECK(moved.area == QRectF(100, 90, 30, 10));
    CHECK(moved.across == QList<double>{100});
    CHECK(moved.down.isEmpty());
    const Snapped resized = snapped({10, 40, 30, 10}, {10, 40, 30, 29}, others, paper, 2);
    CHECK(resized.area == QRectF(10, 40, 30, 30));
    CHECK(snapped({10, 10, 30, 10}, {50, 90, 30, 10}, others, paper, 2).area ==
          QRectF(50, 90, 30, 10));
    CHECK(onPaper({290, -5, 30, 1}, paper) == QRectF(267, 0, 30, 4));
}

TEST_CASE("the page lists all drawings, with what those lack that cannot be drawn")
{
    Layout page;
    auto* list = page.find<QTreeWidget>(u"sheetList"_s);
    REQUIRE(list->topLevelItemCount() == 28);
    CHECK(list->topLevelItem(27)->text(0) == u"可画"_s);
    CHECK(list->topLevelItem(27)->text(1).contains(u"已改"_s));
    CHECK(list->topLevelItem(4)->text(0) == u"缺图层"_s);
    CHECK(list->topLevelItem(4)->toolTip(1).contains(u"STBHHX"_s));
    page.choose(u"control-lines"_s);
    CHECK(!page.view->desk()->picture());
    CHECK(page.find<QLabel>(u"sheetState"_s)->text().contains(u"STBHHX"_s));
}

TEST_CASE("an element is moved by keys and mouse, and each move is undone alone")
{
    Layout page;
    REQUIRE(page.view->desk()->picture());
    const QRectF legend = page.areaOf(SheetPart::Legend);
    const QRectF title = page.areaOf(SheetPart::Title);
    QTest::mouseClick(page.view->canvas(), Qt::LeftButton, {}, page.pixel(legend.center()));
    REQUIRE(page.view->canvas()->selected() == QList<int>{page.numberOf(SheetPart::Legend)});
    page.press(Qt::Key_Left);
    CHECK_THAT(page.areaOf(SheetPart::Legend).left(), WithinAbs(legend.left() - 5, 0.02));
    // What it stood beside stays where it was.
    CHECK_THAT(page.areaOf(SheetPart::Title).left(), WithinAbs(title.left(), 0.02));
    page.press(Qt::Key_Down, Qt::ShiftModifier);
    CHECK_THAT(page.areaOf(SheetPart::Legend).top(), WithinAbs(legend.top() + 1, 0.02));
    page.press(Qt::Key_Up, Qt::ControlModifier);
    CHECK_THAT(page.areaOf(SheetPart::Legend).height(), WithinAbs(legend.height() - 5, 0.02));

    const QPoint from = page.pixel(page.areaOf(SheetPart::Legend).center());
    const QPoint to = from - QPoint(60, 0);
    const double before = page.areaOf(SheetPart::Legend).left();
    QTest::mousePress(page.view->canvas(), Qt::LeftButton, {}, from);
    QTest::mouseMove(page.view->canvas(), from - QPoint(30, 0));
    QTest::mouseMove(page.view->canvas(), to);
    QTest::mouseRelease(page.view->canvas(), Qt::LeftButton, Qt::AltModifier, to);
    REQUIRE(page.idle());
    CHECK(page.areaOf(SheetPart::Legend).left() < before - 5);

    QUndoStack* undo = page.window.session()->undoStack();
    undo->undo();
    REQUIRE(page.idle());
    CHECK_THAT(page.areaOf(SheetPart::Legend).left(), WithinAbs(before, 0.02));
    for (int i = 0; i < 3; ++i) {
        undo->undo();
        REQUIRE(page.idle());
    }
    CHECK(page.view->desk()->current()->elements.isEmpty());
    undo->redo();
    REQUIRE(page.idle());
    CHECK_THAT(page.areaOf(SheetPart::Legend).left(), WithinAbs(legend.left() - 5, 0.02));
}

TEST_CASE("elements are taken off and come back; the sheet goes back to what ships")
{
    Layout page;
    page.view->canvas()->select({page.numberOf(SheetPart::North)});
    page.press(Qt::Key_Delete);
    CHECK(page.numberOf(SheetPart::North) < 0);
    page.action(u"sheetAutomatic"_s)->trigger();
    REQUIRE(page.idle());
    CHECK(page.numberOf(SheetPart::North) >= 0);

    auto* title = page.find<QLineEdit>(u"sheetTitle"_s);
    title->setText(u"{city}新图名"_s);
    Q_EMIT title->editingFinished();
    REQUIRE(page.idle());
    CHECK(page.view->desk()->current()->title == u"{city}新图名"_s);

    page.choose(u"districts"_s);
    page.view->desk()->edit(u"图幅"_s, [](draw::SheetTemplate& sheet) { sheet.paper = u"A0"_s; });
    REQUIRE(page.idle());
    CHECK(page.view->desk()->isOwn(u"districts"_s));
    page.action(u"sheetRestore"_s)->trigger();
    REQUIRE(page.idle());
    CHECK(!page.view->desk()->isOwn(u"districts"_s));
    CHECK(page.view->desk()->current()->paper == u"A3"_s);

    dialogs::setNextText(u"{city}自己的图"_s);
    page.action(u"sheetCopy"_s)->trigger();
    REQUIRE(page.idle());
    CHECK(page.view->desk()->sheets().constLast().title == u"{city}自己的图"_s);
    CHECK(page.view->desk()->isOwn(page.view->desk()->sheets().constLast().id));
}

TEST_CASE("a chart is added and told what it shows, in a form, with undo")
{
    Layout page;
    auto* elements = page.find<QTreeWidget>(u"sheetElements"_s);
    QTreeWidgetItem* adds = nullptr;
    for (int i = 0; i < elements->topLevelItemCount(); ++i) {
        if (elements->topLevelItem(i)->text(0) == u"添加统计图"_s)
            adds = elements->topLevelItem(i);
    }
    REQUIRE(adds);
    adds->setCheckState(0, Qt::Checked);
    REQUIRE(page.idle());
    const auto chart = [&page] { return page.view->desk()->current()->charts.value(0); };
    REQUIRE(page.view->desk()->current()->charts.size() == 1);
    CHECK(chart().subjects == QStringList{u"S-11"_s});
    // There is no figure to show, so the sheet has no chart to be clicked; the list has. It is
    // selected when it was added.
    auto* kind = page.find<QComboBox>(u"chartKind"_s);
    REQUIRE(kind->count() == 5);
    kind->setCurrentIndex(4);
    Q_EMIT kind->activated(4);
    REQUIRE(page.idle());
    CHECK(chart().kind == draw::ChartFigure::Kind::Lines);
    CHECK(chart().over == draw::SheetChart::Over::Years);
    page.find<QSpinBox>(u"chartYears"_s)->setValue(3);
    REQUIRE(page.idle());
    CHECK(chart().years == 3);
    auto* subjects = page.find<QListWidget>(u"chartSubjects"_s);
    REQUIRE(subjects->item(0)->checkState() == Qt::Checked);
    subjects->item(1)->setCheckState(Qt::Checked);
    REQUIRE(page.idle());
    CHECK(chart().subjects.size() == 2);

    kind->setCurrentIndex(0);
    Q_EMIT kind->activated(0);
    REQUIRE(page.idle());
    auto* regions = page.find<QListWidget>(u"chartRegions"_s);
    REQUIRE(regions->count() > 1);
    regions->item(0)->setCheckState(Qt::Unchecked);
    REQUIRE(page.idle());
    CHECK(chart().regions.size() == regions->count() - 1);

    // Each of them is undone alone.
    QUndoStack* undo = page.window.session()->undoStack();
    undo->undo();
    REQUIRE(page.idle());
    CHECK(chart().regions.isEmpty());
    CHECK(chart().over == draw::SheetChart::Over::Districts);
    undo->undo();
    REQUIRE(page.idle());
    CHECK(chart().over == draw::SheetChart::Over::Years);
    for (int i = 0; i < 4; ++i) {
        undo->undo();
        REQUIRE(page.idle());
    }
    CHECK(page.view->desk()->current()->charts.isEmpty());
}

TEST_CASE("an element holds to the edge that is chosen")
{
    Layout page;
    const int scale = page.numberOf(SheetPart::Scale);
    page.view->canvas()->select({scale});
    auto* across = page.find<QComboBox>(u"elementAcross"_s);
    auto* down = page.find<QComboBox>(u"elementDown"_s);
    CHECK(across->currentData().toInt() < 0);
    CHECK(across->currentText() == u"自动（靠右）"_s);
    const auto choose = [&page](QComboBox* box, draw::SheetHold hold) {
        box->setCurrentIndex(box->findData(static_cast<int>(hold)));
        Q_EMIT box->activated(box->currentIndex());
        REQUIRE(page.idle());
    };
    choose(across, draw::SheetHold::Start);
    const SheetElement held = page.view->desk()->elements()[scale];
    CHECK(held.across == draw::SheetHold::Start);
    CHECK(held.down == draw::SheetHold::End); // as it lies
    const double left = held.area.value_or(QRectF()).left();
    page.view->desk()->edit(u"图幅"_s, [](draw::SheetTemplate& sheet) { sheet.upright = true; });
    REQUIRE(page.idle());
    CHECK_THAT(page.areaOf(SheetPart::Scale).right(), WithinAbs(210, 0.02)); // whole on the paper
    CHECK(left > 210 - held.area->width());
    down->setCurrentIndex(0);
    Q_EMIT down->activated(0);
    REQUIRE(page.idle());
    CHECK(!page.view->desk()->elements()[scale].across);
}

TEST_CASE("maps beside each other are laid out and named by hand")
{
    Layout page;
    const QByteArray two =
        R"({"version":1,"id":"own","number":40,"title":"图","maps":["规划","实施"],"layers":[
            {"what":{"role":"DLTB"},"map":1},
            {"what":{"role":"DLTB"},"map":2,"cases":[{"name":"全部","fill":"#aabbcc"}]}]})";
    const auto sheet = draw::readSheet(u"own"_s, two);
    REQUIRE(sheet);
    page.view->desk()->takeIn({*sheet});
    REQUIRE(page.idle());
    const QList<SheetElement> elements = page.view->desk()->elements();
    REQUIRE(elements.size() > 2);
    REQUIRE(elements[1].part == SheetPart::Map);
    const QRectF before = page.view->canvas()->areaOf(1).value_or(QRectF());
    page.view->canvas()->select({1});
    page.press(Qt::Key_Up, Qt::ControlModifier);
    CHECK_THAT(page.view->canvas()->areaOf(1)->height(), WithinAbs(before.height() - 5, 0.02));
    auto* words = page.find<QLineEdit>(u"elementWords"_s);
    CHECK(words->text() == u"实施"_s);
    words->setText(u"实施情况"_s);
    Q_EMIT words->editingFinished();
    REQUIRE(page.idle());
    CHECK(page.view->desk()->current()->maps == QStringList{u"规划"_s, u"实施情况"_s});
    // A sheet keeps its maps.
    page.press(Qt::Key_Delete);
    CHECK(page.view->desk()->elements().size() == elements.size());
}

TEST_CASE("templates come in from files and folders, and go out as files")
{
    Layout page;
    const QString folder = page.made.folder.filePath(u"模板"_s);
    REQUIRE(QDir().mkpath(folder));
    dialogs::setNextFileName(folder + u"/自有.json"_s);
    page.action(u"sheetSave"_s)->trigger();
    REQUIRE(QTest::qWaitFor([&] { return QFile::exists(folder + u"/自有.json"_s); }, 5000));
    QFile file(folder + u"/自有.json"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    const auto saved = draw::readSheet(u"自有.json"_s, bytes);
    REQUIRE(saved);
    CHECK((*saved == *page.view->desk()->current()));
    QFile second(folder + u"/another.json"_s);
    REQUIRE(second.open(QIODevice::WriteOnly));
    second.write(bytes.replace("\"own\"", "\"office\""));
    second.close();

    const auto before = page.view->desk()->sheets().size();
    dialogs::setNextFileName(folder);
    page.action(u"sheetTakeFolder"_s)->trigger();
    REQUIRE(
        QTest::qWaitFor([&] { return page.view->desk()->sheets().size() == before + 1; }, 5000));
    REQUIRE(page.idle());
    CHECK(page.view->desk()->isOwn(u"office"_s));
    page.window.session()->undoStack()->undo();
    REQUIRE(page.idle());
    CHECK(page.view->desk()->sheets().size() == before);

    second.remove();
    REQUIRE(second.open(QIODevice::WriteOnly));
    second.write("{");
    second.close();
    dialogs::setNextFileNames({second.fileName()});
    page.action(u"sheetTakeFiles"_s)->trigger();
    REQUIRE(page.idle());
    CHECK(page.view->desk()->sheets().size() == before);
}

TEST_CASE("a set that was stopped is gone on with when the user says so")
{
    Layout page;
    const QString folder = page.made.folder.filePath(u"图纸"_s);
    report::DrawingOptions options;
    options.sheets = {u"own"_s};
    options.formats = {u"pdf"_s};
    const auto& data = *page.window.session()->data();
    const auto exportThis = [&] {
        page.action(u"sheetExportAction"_s)->trigger();
        QDialog* dialog = page.dialog(u"sheetExport"_s);
        dialogs::setNextFileName(folder);
        dialog->findChild<QPushButton*>(u"exportOk"_s)->click();
        REQUIRE(test::settled(page.window));
        REQUIRE(QTest::qWaitFor([&] { return QFile::exists(folder + u"/图纸清单.csv"_s); }, 20000));
        REQUIRE(QTest::qWaitFor([&] { return page.window.jobs()->running().isEmpty(); }, 20000));
    };
    exportThis();
    // As if work had been stopped behind the first sheet: the list is not there yet.
    const QStringList drawn = QDir(folder).entryList({u"*.pdf"_s});
    REQUIRE(drawn.size() == 1);
    report::DrawnSheet finished;
    finished.id = u"own"_s;
    finished.isDrawn = true;
    finished.files = drawn;
    REQUIRE_OK(
        report::DrawingProgress(folder,
                                report::drawingStamp(page.window.session()->path(), data,
                                                     {*page.view->desk()->current()}, options),
                                false)
            .add(finished));
    REQUIRE(QFile::remove(folder + u"/图纸清单.csv"_s));
    const QDateTime time = QFileInfo(folder + u'/' + drawn[0]).lastModified();
    dialogs::takeTold();
    dialogs::setNextChoice(0);
    exportThis();
    CHECK(dialogs::takeTold().join(u' ').contains(u"已画好 1 张"_s));
    CHECK(QFileInfo(folder + u'/' + drawn[0]).lastModified() == time);
    CHECK(!QFile::exists(folder + u"/.图纸进度.json"_s));
    // With nothing stopped there, nothing is asked.
    REQUIRE(QFile::remove(folder + u"/图纸清单.csv"_s));
    exportThis();
    CHECK(dialogs::takeTold().isEmpty());
}

TEST_CASE("the office's frame is kept with the project and stands on the sheet")
{
    Layout page;
    page.action(u"sheetFrame"_s)->trigger();
    QDialog* dialog = page.dialog(u"officeFrame"_s);
    dialog->findChild<QLineEdit*>(u"frameName"_s)->setText(u"某市规划院"_s);
    dialog->findChild<QPushButton*>(u"frameOk"_s)->click();
    REQUIRE(page.idle());
    REQUIRE(page.window.session()->data()->mapSetting(u"frame"_s, u"office"_s));
    CHECK(page.numberOf(SheetPart::Block) >= 0);
    CHECK(!page.areaOf(SheetPart::Block).isEmpty());
}

TEST_CASE("what is exported looks as it did on the page")
{
    Layout page;
    REQUIRE(page.view->desk()->picture());
    const QImage shown = page.view->desk()->picture()->image;
    const QString folder = page.made.folder.filePath(u"图纸"_s);
    page.action(u"sheetExportAction"_s)->trigger();
    QDialog* dialog = page.dialog(u"sheetExport"_s);
    dialog->findChild<QCheckBox*>(u"exportPng"_s)->setChecked(true);
    dialog->findChild<QSpinBox*>(u"exportDots"_s)->setValue(100);
    dialogs::setNextFileName(folder);
    dialog->findChild<QPushButton*>(u"exportOk"_s)->click();
    REQUIRE(test::settled(page.window));
    REQUIRE(QTest::qWaitFor([&] { return QFile::exists(folder + u"/图纸清单.csv"_s); }, 20000));
    const QStringList pictures = QDir(folder).entryList({u"*.png"_s});
    REQUIRE(pictures.size() == 1);
    CHECK(QDir(folder).entryList({u"*.pdf"_s}).size() == 1);
    const QSize coarse(297, 210);
    const auto far = [&coarse](const QImage& image) {
        return image.scaled(coarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_RGB32);
    };
    const QImage a = far(shown);
    const QImage b = far(QImage(folder + u'/' + pictures.constFirst()));
    double sum = 0;
    for (int y = 0; y < coarse.height(); ++y) {
        for (int x = 0; x < coarse.width(); ++x)
            sum += std::abs(qGreen(a.pixel(x, y)) - qGreen(b.pixel(x, y)));
    }
    CHECK(sum / coarse.width() / coarse.height() < 2);
}
