#include "app/workspace/collection/collection_page.h"
#include "app/workspace/collection/mapping_dialog.h"
#include "app/workspace/collection/mapping_grid_model.h"
#include "app/workspace/collection/value_columns_model.h"
#include "app/workspace/dialogs.h"
#include "core/base/file_tools.h"
#include "tests/app/workspace/window_fixture.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QUndoStack>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using test::settled;

namespace {

/// The window with the made-up year open and the collection page in front.
struct Desk
{
    test::Made made;
    MainWindow window;

    Desk()
    {
        dialogs::takeTold();
        window.show();
        window.openFile(made.path);
        REQUIRE(settled(window));
        window.showStage(u"collection"_s);
    }

    QString file(const QString& name, const QString& text)
    {
        const QString path = made.folder.filePath(name);
        REQUIRE_OK(writeFileSafely(path, text.toUtf8()));
        return path;
    }
    void import(const QString& path)
    {
        window.findChild<CollectionPage*>()->importFiles({path});
        REQUIRE(settled(window));
    }
    QDialog* dialog(const QString& name)
    {
        QDialog* found = nullptr;
        (void)QTest::qWaitFor([&] {
            for (QDialog* one : window.findChildren<QDialog*>(name))
                found = one->isVisible() ? one : found;
            return found != nullptr;
        });
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    /// Waits until the effect shown has these words.
    bool shows(QDialog* mapping, const QString& words)
    {
        auto* effect = mapping->findChild<QLabel*>(u"mappingEffect"_s);
        const bool met = QTest::qWaitFor([&] { return effect->text().contains(words); }, 20000);
        INFO(effect->text().toStdString());
        CHECK(met);
        return met && settled(window);
    }
    const project::YearData& data() { return *window.session()->data(); }
    const project::Value* figure(const QString& subject, const QString& region, int year)
    {
        const auto rivals = data().rivals({subject, data().regionByName(region)->id, year});
        for (const project::Value* value : rivals) {
            if (data().source(value->source)->kind == project::SourceKind::Publication)
                return value;
        }
        return nullptr;
    }
};

template <class T>
T* in(QWidget* parent, const QString& name)
{
    T* found = parent->findChild<T*>(name);
    INFO(name.toStdString());
    REQUIRE(found);
    return found;
}

} // namespace

TEST_CASE("a table that its header does not explain is mapped, previewed, imported, remembered")
{
    Desk desk;
    const QString table =
        u"2022年各区常住人口\n区,户数,人数\n东区,5,300000\n西区,6,200000\n注：年末数\n"_s;
    const QString path = desk.file(u"人口.csv"_s, table);
    desk.import(path);
    QDialog* mapping = desk.dialog(u"mappingDialog"_s);
    auto* grid = in<QTableView>(mapping, u"mappingGrid"_s);
    CHECK(grid->model()->rowCount() == 5);
    CHECK(in<QComboBox>(mapping, u"mappingRegionColumn"_s)->currentData().toInt() == 0);
    REQUIRE(desk.shows(mapping, u"写入 0"_s));

    // The column is ticked with the keyboard, and its unit typed.
    auto* columns = in<QTableView>(mapping, u"mappingColumns"_s);
    columns->setCurrentIndex(columns->model()->index(2, ValueColumnsModel::Name));
    QTest::keyClick(columns, Qt::Key_Space);
    REQUIRE(desk.shows(mapping, u"写入 2"_s));
    columns->setCurrentIndex(columns->model()->index(2, ValueColumnsModel::Unit));
    QTest::keyClick(columns, Qt::Key_F2);
    auto* editor = columns->viewport()->findChild<QLineEdit*>();
    REQUIRE(editor);
    editor->setText(u"人"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    REQUIRE(desk.shows(mapping, u"其中换算 2"_s));
    const auto tint = [&](int row, int column) {
        return grid->model()->index(row, column).data(Qt::BackgroundRole).value<QColor>();
    };
    CHECK(tint(1, 2) == Theme::colour(Theme::Role::Sunken));
    CHECK(tint(2, 2) == Theme::colour(Theme::Role::GoodSoft));
    CHECK(tint(2, 0) == Theme::colour(Theme::Role::AccentSoft));
    CHECK_FALSE(tint(2, 1).isValid());
    grid->setCurrentIndex(grid->model()->index(2, 2));
    CHECK(in<QLabel>(mapping, u"mappingCell"_s)->text().contains(u"30 万人"_s));
    CHECK(in<QTableView>(mapping, u"mappingCells"_s)->model()->rowCount() == 2);

    in<QLineEdit>(mapping, u"mappingName"_s)->setText(u"各区人口"_s);
    auto* import = in<QPushButton>(mapping, u"mappingImport"_s);
    REQUIRE(import->isEnabled());
    const int steps = desk.window.session()->undoStack()->count();
    import->click();
    in<QPushButton>(desk.dialog(u"importPreview"_s), u"importAccept"_s)->click();
    REQUIRE(settled(desk.window));
    REQUIRE(desk.figure(u"p_resident"_s, u"东区"_s, 2022));
    CHECK(desk.figure(u"p_resident"_s, u"东区"_s, 2022)->number == 30);
    REQUIRE(desk.data().mappings.size() == 1);
    CHECK(desk.data().mappings.first().name == u"各区人口"_s);
    CHECK(desk.window.session()->undoStack()->count() == steps + 1);

    // The next edition is read without a question.
    QString next = table;
    next.replace(u"2022"_s, u"2021"_s);
    desk.import(desk.file(u"人口2021.csv"_s, next));
    QDialog* preview = desk.dialog(u"importPreview"_s);
    in<QPushButton>(preview, u"importAccept"_s)->click();
    REQUIRE(settled(desk.window));
    CHECK(desk.figure(u"p_resident"_s, u"西区"_s, 2021));

    desk.window.session()->undoStack()->undo();
    desk.window.session()->undoStack()->undo();
    REQUIRE(settled(desk.window));
    CHECK_FALSE(desk.figure(u"p_resident"_s, u"东区"_s, 2022));
    CHECK(desk.data().mappings.isEmpty());
}

TEST_CASE("each sheet has its choices; the menu and the fields change them; a year is set")
{
    Desk desk;
    const QString path = desk.file(
        u"两表.xls"_s,
        u"<table><tr><td colspan=3>主要指标</td></tr><tr><td>指标<td>单位<td>合计<tr><td>常住人口"
        "<td>万人<td>50<tr><td>用水总量<td>万人<td>3</table>"
        "<table><tr><td>事项<td>数<tr><td>常住人口<td>9</table>"_s);
    dialogs::setNextFileName(path);
    desk.window.findChild<QAction*>(u"mapTableAction"_s)->trigger();
    REQUIRE(settled(desk.window));
    QDialog* mapping = desk.dialog(u"mappingDialog"_s);
    auto* tabs = in<QTabBar>(mapping, u"mappingSheets"_s);
    REQUIRE(tabs->count() == 2);
    REQUIRE(desk.shows(mapping, u"写入 1"_s)); // 用水总量 in 万人 is refused
    REQUIRE(desk.shows(mapping, u"拒收 1"_s));
    auto* grid = in<QTableView>(mapping, u"mappingGrid"_s);
    CHECK(grid->columnSpan(0, 0) == 3);
    CHECK(grid->model()->index(3, 2).data(Qt::BackgroundRole).value<QColor>() ==
          Theme::colour(Theme::Role::DangerSoft));
    in<QSpinBox>(mapping, u"mappingTableYear"_s)->setValue(2020);
    grid->setCurrentIndex(grid->model()->index(2, 2));
    REQUIRE(QTest::qWaitFor(
        [&] { return in<QLabel>(mapping, u"mappingCell"_s)->text().contains(u"2020"_s); }));

    tabs->setCurrentIndex(1);
    CHECK_FALSE(in<QCheckBox>(mapping, u"mappingUse"_s)->isChecked());
    grid->setCurrentIndex(grid->model()->index(1, 1));
    Q_EMIT grid->customContextMenuRequested({});
    auto* menu = in<QMenu>(mapping, u"mappingMenu"_s);
    const auto choose = [&](const QString& words) {
        for (QAction* action : menu->actions()) {
            if (action->text().contains(words))
                return action->trigger();
        }
        FAIL(words.toStdString());
    };
    choose(u"B 列是数据"_s);
    menu->close();
    auto* subject = in<QComboBox>(mapping, u"mappingSubjectColumn"_s);
    subject->setCurrentIndex(subject->findData(0));
    CHECK(in<QCheckBox>(mapping, u"mappingUse"_s)->isChecked());
    REQUIRE(desk.shows(mapping, u"写入 2"_s)); // 2020 in the first sheet, 2022 here
    mapping->reject();
    REQUIRE(settled(desk.window));
    CHECK(desk.data().mappings.isEmpty());
}

TEST_CASE("what is no table, and our own workbooks, are told and not mapped")
{
    Desk desk;
    auto* page = desk.window.findChild<CollectionPage*>();
    page->mapTable(desk.file(u"空.xlsx"_s, {}));
    REQUIRE(settled(desk.window));
    CHECK(dialogs::takeTold().join(QString()).contains(u"空.xlsx"_s));
}
