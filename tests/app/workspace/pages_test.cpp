#include "app/workspace/assessment/verdict_model.h"
#include "app/workspace/collection/value_matrix_model.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/indicators/indicator_model.h"
#include "app/workspace/results/pages_view.h"
#include "tests/app/workspace/window_fixture.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using Catch::Matchers::WithinRel;
using test::Opened;
using test::settled;

TEST_CASE("figures are typed, undone and done again")
{
    Opened year;
    const QString hectares = year.quantityIn(u"公顷"_s);
    const double before = year.stored(hectares)->number;
    // One 亩 is a fifteenth of a hectare: 32 000 亩 are 2133.33 公顷.
    year.type(hectares, u"3.2万亩"_s);
    CHECK_THAT(year.stored(hectares)->number, WithinRel(2133.333333, 1e-6));
    CHECK(year.stored(hectares)->unit == u"公顷"_s);
    year.window.action(u"undo"_s)->trigger();
    REQUIRE(settled(year.window));
    CHECK(year.stored(hectares)->number == before);
    year.window.action(u"redo"_s)->trigger();
    REQUIRE(settled(year.window));
    CHECK_THAT(year.stored(hectares)->number, WithinRel(2133.333333, 1e-6));

    year.type(hectares, u"约5"_s);
    CHECK(year.stored(hectares)->number == 5);
    CHECK(year.stored(hectares)->note.contains(u"约数"_s));
    year.type(hectares, u"—"_s);
    CHECK(year.stored(hectares)->state == project::ValueState::Missing);
    year.type(hectares, u"不适用"_s);
    CHECK(year.stored(hectares)->state == project::ValueState::NotApplicable);
    CHECK(dialogs::takeTold().isEmpty());
    year.type(hectares, u"很多"_s);
    CHECK(dialogs::takeTold().size() == 1);
    CHECK(year.stored(hectares)->state == project::ValueState::NotApplicable);

    year.trigger(u"clearAction"_s);
    REQUIRE(settled(year.window));
    CHECK(!year.stored(hectares));
    year.window.action(u"undo"_s)->trigger();
    REQUIRE(settled(year.window));
    CHECK(year.stored(hectares));
}

TEST_CASE("a block is pasted as a whole or not at all")
{
    Opened year;
    QTableView* table = year.matrix(year.quantityIn(u"公顷"_s));
    const QModelIndex at =
        table->currentIndex().siblingAtColumn(table->currentIndex().column() - 1);
    table->setCurrentIndex(at);
    const auto shown = [&](int down, int right) {
        return at.sibling(at.row() + down, at.column() + right).data(Qt::EditRole).toString();
    };
    const QStringList before{shown(0, 0), shown(0, 1), shown(1, 0), shown(1, 1)};
    QGuiApplication::clipboard()->setText(u"11.5\t12.5\n13.5\t很多\n"_s);
    year.trigger(u"pasteAction"_s);
    REQUIRE(settled(year.window));
    CHECK(dialogs::takeTold().size() == 1);
    CHECK(QStringList{shown(0, 0), shown(0, 1), shown(1, 0), shown(1, 1)} == before);

    QGuiApplication::clipboard()->setText(u"11.5\t12.5\r\n13.5\t14.5\r\n"_s);
    year.trigger(u"pasteAction"_s);
    REQUIRE(settled(year.window));
    CHECK(dialogs::takeTold().isEmpty());
    CHECK(QStringList{shown(0, 0), shown(0, 1), shown(1, 0), shown(1, 1)} ==
          QStringList{u"11.5"_s, u"12.5"_s, u"13.5"_s, u"14.5"_s});
    year.window.action(u"undo"_s)->trigger();
    REQUIRE(settled(year.window));
    CHECK(QStringList{shown(0, 0), shown(0, 1), shown(1, 0), shown(1, 1)} == before);

    table->setCurrentIndex(at);
    year.trigger(u"copyAction"_s);
    CHECK(QGuiApplication::clipboard()->text() == before.first());
}

TEST_CASE("the matrix shows gaps, contradictions and other regions")
{
    Opened year;
    year.window.showStage(u"collection"_s);
    auto* table = year.find<QTableView>(u"valueMatrix"_s);
    auto* show = year.find<QComboBox>(u"matrixShow"_s);
    auto* rows = year.find<QComboBox>(u"matrixRows"_s);
    rows->setCurrentIndex(rows->findData(static_cast<int>(ValueMatrixModel::Rows::Indicators)));
    CHECK(table->model()->rowCount() == 122);
    show->setCurrentIndex(1);
    const assess::Tally& tally = year.window.session()->assessment()->city;
    CHECK(table->model()->rowCount() == tally.total - tally.present);
    show->setCurrentIndex(2);
    CHECK(table->model()->rowCount() == tally.contradictory);
    year.find<QComboBox>(u"matrixRegion"_s)->setCurrentIndex(1);
    CHECK(table->model()->rowCount() == 0);
    show->setCurrentIndex(0);
    year.find<QLineEdit>(u"matrixSearch"_s)->setText(u"绝无此项"_s);
    CHECK(table->model()->rowCount() == 0);
}

TEST_CASE("dropped tables are shown, imported once, and then have nothing new")
{
    Opened year;
    const QString subject = year.quantityIn(u"公顷"_s);
    const QString name = year.data().catalogue.quantity(subject)->nameZh;
    const QString path = year.made.folder.filePath(u"报送.csv"_s);
    QFile file(path);
    REQUIRE(file.open(QFile::WriteOnly));
    file.write(
        u"指标,年份,数值,单位\n%1,2022,1234.5,公顷\n%1,2021,很多,公顷\n"_s.arg(name).toUtf8());
    file.close();
    const auto drop = [&] {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(&year.window, &enter);
        REQUIRE(enter.isAccepted());
        QDropEvent event(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&year.window, &event);
        REQUIRE(settled(year.window));
    };
    drop();
    CHECK(year.window.currentStage() == u"collection"_s);
    QDialog* preview = year.dialog(u"importPreview"_s);
    CHECK(preview->findChild<QTableView*>(u"importCells"_s)->model()->rowCount() == 2);
    auto* go = preview->findChild<QPushButton*>(u"importAccept"_s);
    REQUIRE(go->isEnabled());
    go->click();
    REQUIRE(settled(year.window));
    const auto rivals = year.data().rivals({subject, year.data().city()->id, 2022});
    CHECK(std::any_of(rivals.cbegin(), rivals.cend(),
                      [](const project::Value* value) { return value->number == 1234.5; }));
    // What was refused stays within reach of the status bar.
    auto* issues = year.find<QToolButton>(u"issuesButton"_s);
    REQUIRE(issues->isVisible());
    issues->click();
    QDialog* list = year.dialog(u"issuesDialog"_s);
    CHECK(list->findChild<QTableWidget*>(u"issuesTable"_s)->rowCount() >= 1);
    list->close();

    drop();
    preview = year.dialog(u"importPreview"_s);
    CHECK(!preview->findChild<QPushButton*>(u"importAccept"_s)->isEnabled());
    preview->close();
}

TEST_CASE("a workbook is written for every department")
{
    Opened year;
    year.window.showStage(u"collection"_s);
    const QString folder = year.made.folder.filePath(u"填报表"_s);
    REQUIRE(QDir().mkpath(folder));
    dialogs::setNextFileName(folder);
    year.trigger(u"workbooksAction"_s);
    REQUIRE(settled(year.window));
    CHECK(QDir(folder).entryList({u"*.xlsx"_s}).size() > 10);
    CHECK(dialogs::takeTold().size() == 1);
}

TEST_CASE("an indicator is left out with a reason and taken back")
{
    Opened year;
    const QString code = year.data().catalogue.indicators.at(7).code;
    year.window.jump(u"indicators"_s, {Subject::Kind::Indicator, code, {}, 0});
    dialogs::setNextText(u"  "_s);
    year.trigger(u"excludeIndicatorAction"_s);
    REQUIRE(settled(year.window));
    CHECK(!year.data().catalogue.indicator(code)->excluded); // no reason, no edit
    dialogs::setNextText(u"本市没有海域"_s);
    year.trigger(u"excludeIndicatorAction"_s);
    REQUIRE(settled(year.window));
    CHECK(year.data().catalogue.indicator(code)->excluded);
    CHECK(year.data().catalogue.indicator(code)->exclusionReason == u"本市没有海域"_s);
    CHECK(year.find<QTreeView>(u"indicatorTree"_s)
              ->currentIndex()
              .data(IndicatorModel::CodeRole)
              .toString() == code);
    year.trigger(u"excludeIndicatorAction"_s);
    REQUIRE(settled(year.window));
    CHECK(!year.data().catalogue.indicator(code)->excluded);
}

TEST_CASE("a featured indicator is added when its formula can be read")
{
    Opened year;
    year.window.showStage(u"indicators"_s);
    year.trigger(u"addIndicatorAction"_s);
    QDialog* dialog = year.dialog(u"indicatorDialog"_s);
    auto* ok = dialog->findChild<QPushButton*>(u"indicatorDialogOk"_s);
    auto* fault = dialog->findChild<QLabel*>(u"indicatorFault"_s);
    const QString code = dialog->findChild<QLineEdit*>(u"indicatorCode"_s)->text();
    CHECK(!ok->isEnabled());
    dialog->findChild<QLineEdit*>(u"indicatorName"_s)->setText(u"骑楼街区保护率"_s);
    dialog->findChild<QLineEdit*>(u"indicatorUnit"_s)->setText(u"%"_s);
    auto* formula = dialog->findChild<QLineEdit*>(u"indicatorFormula"_s);
    formula->setText(u"no_such_quantity /"_s);
    CHECK(QTest::qWaitFor([&] { return !fault->text().isEmpty(); }));
    CHECK(fault->isVisible());
    CHECK(!ok->isEnabled());
    formula->setText({});
    REQUIRE(QTest::qWaitFor([&] { return ok->isEnabled(); }));
    ok->click();
    REQUIRE(settled(year.window));
    REQUIRE(year.data().catalogue.indicator(code));
    CHECK(year.data().catalogue.indicator(code)->kind == catalogue::Kind::Featured);
    CHECK(year.data().catalogue.indicators.size() == 123);
}

TEST_CASE("an indicator is edited in its row, and what cannot stand is refused")
{
    Opened year;
    const QString code = year.data().catalogue.indicators.at(7).code;
    year.window.jump(u"indicators"_s, {Subject::Kind::Indicator, code, {}, 0});
    auto* tree = year.find<QTreeView>(u"indicatorTree"_s);
    QTest::keyClick(tree, Qt::Key_F2);
    auto* editor = tree->viewport()->findChild<QLineEdit*>();
    REQUIRE(editor);
    editor->setText(u"改过的名称"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    REQUIRE(settled(year.window));
    CHECK(year.data().catalogue.indicator(code)->nameZh == u"改过的名称"_s);
    const QModelIndex unit = tree->currentIndex().siblingAtColumn(IndicatorModel::Unit);
    tree->model()->setData(unit, u"吨哩"_s);
    REQUIRE(settled(year.window));
    CHECK(dialogs::takeTold().size() == 1);
    CHECK(year.data().catalogue.indicator(code)->unit != u"吨哩"_s);
    // Enter opens all fields, Escape closes them.
    QTest::keyClick(tree, Qt::Key_Return);
    QDialog* dialog = year.dialog(u"indicatorDialog"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    CHECK(!dialog->isVisible());
}

TEST_CASE("the system is compared with another year's")
{
    Opened year;
    const QString next = year.made.folder.filePath(u"示例市-2023.gpkg"_s);
    year.window.session()->close();
    REQUIRE(settled(year.window));
    {
        const auto rolled = project::rollForward(year.made.path, next, 2023);
        REQUIRE_OK(rolled);
    }
    year.window.openFile(year.made.path);
    REQUIRE(settled(year.window));
    year.window.showStage(u"indicators"_s);
    const auto differences = [&] {
        dialogs::setNextFileName(next);
        year.trigger(u"compareAction"_s);
        REQUIRE(settled(year.window));
        QDialog* dialog = year.dialog(u"compareDialog"_s);
        const int rows = dialog->findChild<QTableWidget*>()->rowCount();
        dialog->close();
        QTest::qWait(1);
        return rows;
    };
    CHECK(differences() == 0);
    catalogue::Indicator indicator = year.data().catalogue.indicators.first();
    indicator.nameZh += u"（改）"_s;
    year.window.session()->edit(project::edits::setIndicator(year.data(), indicator));
    REQUIRE(settled(year.window));
    CHECK(differences() == 1);
}

TEST_CASE("a goal is checked as it is typed and changes the verdict")
{
    Opened year;
    const auto assessment = year.window.session()->assessment();
    const project::RegionId city = year.data().city()->id;
    const auto open = std::find_if(assessment->results.cbegin(), assessment->results.cend(),
                                   [&](const assess::IndicatorResult& result) {
                                       return result.region == city && !result.goal &&
                                              result.now.isPresent() && result.now.number > 0;
                                   });
    REQUIRE(open != assessment->results.cend());
    const QString code = open->code;
    const assess::Verdict before = open->judgement.verdict;
    year.window.jump(u"assessment"_s, {Subject::Kind::Indicator, code, {}, 0});
    const QString sentence = year.find<QLabel>(u"verdictSentence"_s)->text();
    year.trigger(u"goalAction"_s);
    QDialog* form = year.dialog(u"goalForm"_s);
    auto* kind = form->findChild<QComboBox*>(u"goalKind"_s);
    auto* ok = form->findChild<QPushButton*>(u"goalOk"_s);
    auto* target = form->findChild<QLineEdit*>(u"goalTarget"_s);
    kind->setCurrentIndex(kind->findData(static_cast<int>(project::GoalKind::Ceiling)));
    CHECK(!ok->isEnabled());
    target->setText(u"很多"_s);
    CHECK(!ok->isEnabled());
    CHECK(!form->findChild<QLabel*>(u"goalFault"_s)->text().isEmpty());
    target->setText(u"0"_s);
    REQUIRE(ok->isEnabled());
    ok->click();
    REQUIRE(settled(year.window));
    REQUIRE(year.data().goal(code, city));
    CHECK(year.window.session()->assessment()->find(code, city)->judgement.verdict != before);
    CHECK(year.find<QLabel>(u"verdictSentence"_s)->text() != sentence);
}

TEST_CASE("the card follows the row, the language and the theme")
{
    Opened year;
    year.window.showStage(u"assessment"_s);
    auto* table = year.find<QTableView>(u"verdictTable"_s);
    auto* sentence = year.find<QLabel>(u"verdictSentence"_s);
    REQUIRE(table->model()->rowCount() == 122);
    CHECK(table->currentIndex().row() == 0);
    const QString first = sentence->text();
    CHECK(!first.isEmpty());
    QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
    CHECK(sentence->text() != first);
    const QString code =
        table->currentIndex().siblingAtColumn(0).data(VerdictModel::CodeRole).toString();
    for (const QString& stage : year.window.stageIds()) {
        year.window.showStage(stage);
        for (const QString& action : {u"theme.dark"_s, u"language.en"_s, u"theme.light"_s,
                                      u"theme.system"_s, u"language.zh"_s}) {
            year.window.action(action)->trigger();
            REQUIRE(settled(year.window));
            CHECK(!year.window.grab().isNull());
        }
    }
    year.window.showStage(u"assessment"_s);
    CHECK(table->currentIndex().siblingAtColumn(0).data(VerdictModel::CodeRole).toString() == code);
    CHECK(year.find<QWidget>(u"verdictChart"_s)->isVisible());
}

TEST_CASE("the report is looked through, goes stale with an edit, and is exported or cancelled")
{
    Opened year;
    year.window.showStage(u"results"_s);
    auto* pages = year.find<PagesView>(u"previewPages"_s);
    auto* state = year.find<QLabel>(u"previewState"_s);
    year.find<QPushButton>(u"previewButton"_s)->click();
    REQUIRE(settled(year.window));
    CHECK(pages->count() > 10);
    const QString fresh = state->text();
    const QString subject = year.quantityIn(u"公顷"_s);
    project::Value value = *year.stored(subject);
    value.number += 1;
    year.window.session()->edit(project::edits::setValue(year.data(), value));
    REQUIRE(settled(year.window));
    CHECK(state->text() != fresh);
    CHECK(pages->count() > 10);

    const QString folder = year.made.folder.filePath(u"成果"_s);
    auto* go = year.find<QPushButton>(u"exportButton"_s);
    dialogs::setNextFileName(folder);
    go->click();
    CHECK(!go->isEnabled());
    REQUIRE(!year.window.jobs()->running().isEmpty());
    year.window.jobs()->cancel(year.window.jobs()->running().first().id);
    REQUIRE(settled(year.window));
    CHECK(QDir(folder).entryList(QDir::Files | QDir::NoDotAndDotDot).isEmpty());
    CHECK(go->isEnabled());

    for (const QString& box :
         {u"packageWord"_s, u"packagePdf"_s, u"packageSheets"_s, u"packageCharts"_s})
        year.find<QCheckBox>(box)->setChecked(false);
    dialogs::setNextFileName(folder);
    go->click();
    REQUIRE(settled(year.window));
    const QStringList written = QDir(folder).entryList(QDir::Files);
    INFO(written.join(u' ').toStdString());
    CHECK(written.filter(u".xlsx"_s).size() == 1);
    CHECK(written.filter(u".docx"_s).isEmpty());
    CHECK(year.find<QLabel>(u"writtenFiles"_s)->isVisible());
    year.find<QCheckBox>(u"packageTable"_s)->setChecked(false);
    CHECK(!go->isEnabled());
}

TEST_CASE("a read-only year can be looked at on every page and edited on none")
{
    const test::Made made;
    const Result<project::ProjectFile> holder = project::ProjectFile::open(made.path);
    REQUIRE_OK(holder);
    MainWindow window;
    window.show();
    window.openFile(made.path);
    REQUIRE(settled(window));
    REQUIRE(window.session()->isReadOnly());
    for (const QString& stage : window.stageIds()) {
        window.showStage(stage);
        CHECK(window.findChild<QWidget*>(u"readOnlyBar"_s)->isVisible());
    }
    const auto& indicator = window.session()->data()->catalogue.indicators.at(3);
    for (const QString& stage : {u"indicators"_s, u"collection"_s, u"assessment"_s})
        window.jump(stage, {Subject::Kind::Indicator, indicator.code, {}, 0});
    for (const QString& name : {u"excludeIndicatorAction"_s, u"addIndicatorAction"_s,
                                u"pasteAction"_s, u"clearAction"_s, u"goalAction"_s}) {
        INFO(name.toStdString());
        CHECK(!window.findChild<QAction*>(name)->isEnabled());
    }
    const auto* matrix = window.findChild<QTableView*>(u"valueMatrix"_s);
    CHECK(!(matrix->currentIndex().flags() & Qt::ItemIsEditable));
    const auto* tree = window.findChild<QTreeView*>(u"indicatorTree"_s);
    CHECK(
        !(tree->currentIndex().siblingAtColumn(IndicatorModel::Name).flags() & Qt::ItemIsEditable));
    window.findChild<QAction*>(u"editIndicatorAction"_s)->trigger();
    QTest::qWait(1);
    const auto* ok = window.findChild<QPushButton*>(u"indicatorDialogOk"_s);
    REQUIRE(ok);
    CHECK(!ok->isEnabled());
}

TEST_CASE("links lead to every page that has a place for them")
{
    Opened year;
    const QString code = year.data().catalogue.indicators.at(30).code;
    const QString quantity = year.data().catalogue.quantities.at(5).id;
    const QString department = year.data().departments.first().name;
    year.window.jump(u"indicators"_s, {Subject::Kind::Indicator, code, {}, 0});
    CHECK(year.find<QTreeView>(u"indicatorTree"_s)
              ->currentIndex()
              .data(IndicatorModel::CodeRole)
              .toString() == code);
    year.window.jump(u"assessment"_s, {Subject::Kind::Indicator, code, {}, 0});
    CHECK(year.find<QTableView>(u"verdictTable"_s)
              ->currentIndex()
              .siblingAtColumn(0)
              .data(VerdictModel::CodeRole)
              .toString() == code);
    year.window.showStage(u"overview"_s);
    year.window.jump({}, {Subject::Kind::Quantity, quantity, {}, 0});
    CHECK(year.window.currentStage() == u"collection"_s);
    CHECK(year.find<QTableView>(u"valueMatrix"_s)->currentIndex().isValid());
    year.window.showStage(u"overview"_s);
    year.window.jump({}, {Subject::Kind::Department, department, {}, 0});
    CHECK(year.window.currentStage() == u"collection"_s);
    CHECK(year.find<QLineEdit>(u"matrixSearch"_s)->text() == department);
    CHECK(year.find<QTableView>(u"valueMatrix"_s)->model()->rowCount() > 0);
}

TEST_CASE("the keyboard reaches every control of a page, and each has a name")
{
    Opened year;
    for (const QString& stage : year.window.stageIds()) {
        year.window.showStage(stage);
        REQUIRE(settled(year.window));
        QWidget* page = nullptr;
        for (StagePage* one : year.window.findChildren<StagePage*>())
            page = one->id() == stage ? one : page;
        REQUIRE(page);
        QSet<QWidget*> wanted;
        for (QWidget* widget : page->findChildren<QWidget*>()) {
            if (widget->isVisible() && widget->isEnabled() &&
                (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy() &&
                widget->parentWidget()->focusProxy() != widget &&
                !qobject_cast<QScrollArea*>(widget))
                wanted.insert(widget);
        }
        for (const QWidget* widget : std::as_const(wanted)) {
            const auto* box = qobject_cast<const QComboBox*>(widget);
            const auto* line = qobject_cast<const QLineEdit*>(widget);
            const auto* view = qobject_cast<const QAbstractItemView*>(widget);
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            INFO(stage.toStdString() << ": " << widget->metaObject()->className() << ' '
                                     << widget->objectName().toStdString());
            if (box || line || view)
                CHECK(!widget->accessibleName().isEmpty());
            if (button)
                CHECK((!button->text().isEmpty() || !button->accessibleName().isEmpty()));
        }
        QSet<QWidget*> reached;
        year.window.activateWindow();
        (wanted.isEmpty() ? page : *wanted.begin())->setFocus(Qt::TabFocusReason);
        for (int step = 0; step < 120; ++step) {
            if (QWidget* focus = QApplication::focusWidget()) {
                reached.insert(focus);
                QTest::keyClick(focus, Qt::Key_Tab);
            }
        }
        for (QWidget* widget : std::as_const(wanted)) {
            INFO(stage.toStdString() << ": " << widget->metaObject()->className() << ' '
                                     << widget->objectName().toStdString());
            CHECK(reached.contains(widget));
        }
    }
}
