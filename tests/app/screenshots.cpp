// make_screenshots FOLDER [FILE [LOOK [SOURCE...]]]: grabs the start page, every page of a project
// and its dialogs, in Chinese and English, light and dark, at 1366×768 and 1920×1080. Without FILE
// of a made-up year; LOOK, a regular expression such as "zh-light-1366", takes some looks only;
// SOURCEs are shown in the import's preview. Run by hand; the pictures are looked at.
#include "app/language/language.h"
#include "app/workspace/collection/collection_page.h"
#include "app/workspace/maps/panes_view.h"
#include "app/workspace/maps/sheet_canvas.h"
#include "app/workspace/maps/sheet_desk.h"
#include "app/workspace/maps/sheets_view.h"
#include "app/workspace/maps/style_view.h"
#include "app/workspace/settings.h"
#include "app/workspace/shell/main_window.h"
#include "app/workspace/widgets/theme.h"
#include "core/spatial/intake.h"
#include "tests/app/made_year.h"
#include "tests/support/paths.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace checkup::workspace;

namespace {

void settle(MainWindow& window)
{
    QTest::qWait(60);
    QElapsedTimer since;
    since.start();
    while ((window.session()->isBusy() || !window.jobs()->running().isEmpty()) &&
           since.elapsed() < 30000)
        QTest::qWait(20);
    QTest::qWait(60);
}

/// The sample's layers, as far as they can be taken without a question.
void takeLayers(checkup::project::ProjectFile& file, const QString& path)
{
    using namespace checkup;
    const auto year = file.load();
    if (!year)
        return;
    const auto layers =
        spatial::inspectLayers(test::sourceDir() + u"/data/samples/xiamen-2022/layers"_s, *year);
    if (!layers)
        return;
    for (const spatial::LayerGuess& layer : *layers) {
        if (!layer.isReady())
            continue;
        const auto taken = spatial::takeLayer(
            path, *year, layer, {u"示例"_s, year->info.changedAt, spatial::Keep::Auto});
        if (taken)
            (void)file.commit(*taken).has_value();
    }
}

QString makeProject(const QString& path)
{
    const auto year = test::emptyYear();
    if (!year)
        return {};
    auto file = checkup::project::ProjectFile::create(path, *year);
    if (file) {
        if (const auto made = file->load())
            (void)file->commit(test::madeFigures(*made)).has_value();
        takeLayers(*file, path);
    }
    return path;
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"citycheckup"_s);
    QTextStream err(stderr);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        err << "usage: make_screenshots FOLDER [FILE]\n";
        return 2;
    }
    const QDir folder(arguments.at(1));
    folder.mkpath(u"."_s);
    const QTemporaryDir temporary;
    const QString file = arguments.size() > 2
                             ? arguments.at(2)
                             : makeProject(temporary.filePath(u"示例市-2022.gpkg"_s));
    Settings& settings = Settings::instance();
    settings.useTemporary();
    Theme::apply(application, u"light"_s, 100);
    checkup::language::apply(u"zh"_s);
    MainWindow window;
    window.show();
    const auto grab = [&](const QString& name) {
        settle(window);
        window.grab().save(folder.filePath(name + u".png"_s));
    };
    const QRegularExpression wanted(arguments.value(3));
    const auto everyLook = [&](const std::function<void(const QString&)>& take) {
        for (const QString& language : {u"zh"_s, u"en"_s}) {
            settings.set(Settings::Key::Language, language);
            for (const QString& theme : {u"light"_s, u"dark"_s}) {
                settings.set(Settings::Key::Theme, theme);
                for (const QSize& size : {QSize(1366, 768), QSize(1920, 1080)}) {
                    const QString look = u"%1-%2-%3"_s.arg(language, theme).arg(size.width());
                    if (!wanted.match(look).hasMatch())
                        continue;
                    window.resize(size);
                    take(look);
                }
            }
        }
    };
    everyLook([&](const QString& look) { grab(u"start-"_s + look); });

    QElapsedTimer since;
    since.start();
    window.openFile(file);
    while (!window.session()->isOpen() && since.elapsed() < 30000)
        QTest::qWait(2);
    window.grab();
    err << "first picture after " << since.elapsed() << " ms\n";
    if (!window.session()->isOpen()) {
        err << "the project did not open\n";
        return 1;
    }
    const auto& indicators = window.session()->data()->catalogue.indicators;
    const auto grabDialogs = [&](const QString& name) {
        settle(window);
        for (QDialog* dialog : window.findChildren<QDialog*>()) {
            if (dialog->isVisible()) {
                dialog->grab().save(folder.filePath(name + u".png"_s));
                dialog->close();
            }
        }
    };
    everyLook([&](const QString& look) {
        for (const QString& stage : window.stageIds()) {
            window.showStage(stage);
            if (!indicators.isEmpty())
                window.jump(stage, {Subject::Kind::Indicator,
                                    indicators.at(indicators.size() > 10 ? 10 : 0).code,
                                    {},
                                    0});
            grab(u"%1-%2"_s.arg(stage, look));
            if (auto* tabs = window.findChild<QTabBar*>(u"collectionTabs"_s);
                tabs && stage == u"collection"_s) {
                tabs->setCurrentIndex(1);
                grab(u"collection-returns-"_s + look);
                tabs->setCurrentIndex(0);
            }
        }
        if (auto* page = window.findChild<PanesView*>()) {
            window.showStage(u"maps"_s);
            page->setPanes(2);
            (void)QTest::qWaitFor([page] { return page->isDrawn(); }, 20000);
            page->canvas(0)->zoom(0.25);
            const QPoint middle(page->canvas(0)->width() / 2, page->canvas(0)->height() / 2);
            QTest::mouseClick(page->canvas(0), Qt::LeftButton, {}, middle);
            (void)QTest::qWaitFor([page] { return page->isDrawn(); }, 20000);
            grab(u"maps-2-"_s + look);
            page->canvas(0)->showAll();
            page->setContent(1, PanesView::Content::PlanGap);
            if (auto* search = window.findChild<QLineEdit*>(u"mapSearch"_s)) {
                search->setText(u"1"_s);
                QTest::keyClick(search, Qt::Key_Return);
            }
            settle(window);
            (void)QTest::qWaitFor([page] { return page->isDrawn(); }, 20000);
            grab(u"maps-selected-"_s + look);
            window.findChild<QPushButton*>(u"selectionClear"_s)->click();
            page->setSwiped(true);
            window.findChild<QAction*>(u"toolArea"_s)->trigger();
            page->canvas(0)->showAll();
            for (const QPoint away : {QPoint(-120, 60), QPoint(100, 80), QPoint(60, -90)})
                QTest::mouseClick(page->canvas(0), Qt::LeftButton, {},
                                  page->canvas(0)->rect().center() + away);
            (void)QTest::qWaitFor([page] { return page->isDrawn(); }, 20000);
            grab(u"maps-swiped-"_s + look);
            window.findChild<QAction*>(u"toolLook"_s)->trigger();
            page->setSwiped(false);
            page->setContent(1, PanesView::Content::Plan);
            page->setPanes(1);
        }
        if (auto* sheets = window.findChild<SheetsView*>()) {
            window.showStage(u"maps"_s);
            auto* tabs = window.findChild<QTabBar*>(u"mapTabs"_s);
            const int before = tabs->currentIndex();
            tabs->setCurrentIndex(tabs->count() - 1);
            sheets->desk()->choose(u"population"_s);
            (void)QTest::qWaitFor([sheets] { return sheets->isDrawn(); }, 20000);
            sheets->canvas()->select({4});
            grab(u"maps-sheets-"_s + look);
            sheets->desk()->choose(u"farmland"_s);
            (void)QTest::qWaitFor([sheets] { return sheets->isDrawn(); }, 20000);
            const auto elements = sheets->desk()->elements();
            for (int i = 0; i < elements.size(); ++i) {
                if (elements[i].part == checkup::draw::SheetPart::Chart)
                    sheets->canvas()->select({i});
            }
            grab(u"maps-sheets-chart-"_s + look);
            if (auto* styles = window.findChild<StyleView*>()) {
                tabs->setCurrentIndex(1);
                (void)QTest::qWaitFor([styles] { return styles->isSettled(); }, 20000);
                grab(u"maps-symbols-"_s + look);
                styles->list()->choose(
                    {StyleSpot::Kind::Class, {}, u"third-survey"_s, 0, u"0101"_s});
                (void)QTest::qWaitFor([styles] { return styles->isSettled(); }, 20000);
                grab(u"maps-symbol-"_s + look);
            }
            tabs->setCurrentIndex(before);
        }
        if (auto* tabs = window.findChild<QTabWidget*>(u"auditTabs"_s)) {
            window.showStage(u"audit"_s);
            tabs->setCurrentIndex(1);
            grab(u"audit-snapshots-"_s + look);
            tabs->setCurrentIndex(0);
        }
        if (auto* tabs = window.findChild<QTabBar*>(u"taskTabs"_s)) {
            window.showStage(u"tasks"_s);
            for (int view = 1; view < tabs->count(); ++view) {
                tabs->setCurrentIndex(view);
                grab(u"tasks-%1-%2"_s.arg(QString::number(view), look));
            }
            tabs->setCurrentIndex(0);
        }
        if (auto* tabs = window.findChild<QTabBar*>(u"spatialTabs"_s)) {
            window.showStage(u"spatial"_s);
            window.stage(u"spatial"_s)
                ->takeFiles({test::sourceDir() + u"/data/samples/xiamen-2022/layers"_s});
            grabDialogs(u"takeLayers-"_s + look);
            for (int view = 0; view < tabs->count(); ++view) {
                tabs->setCurrentIndex(view);
                settle(window);
                grab(u"spatial-%1-%2"_s.arg(QString::number(view), look));
            }
            if (auto* kind = window.findChild<QComboBox*>(u"tableKind"_s)) {
                for (int table = 0; table < kind->count(); ++table) {
                    kind->setCurrentIndex(table);
                    window.findChild<QAction*>(u"tableRun"_s)->trigger();
                    settle(window);
                    grab(u"spatial-table-%1-%2"_s.arg(QString::number(table), look));
                }
            }
            for (const QString& actionId :
                 {u"recipeEdit"_s, u"layerEdit"_s, u"layerRepairs"_s, u"layerDatabase"_s}) {
                tabs->setCurrentIndex(actionId == u"recipeEdit"_s ? 1 : 0);
                settle(window);
                if (auto* action = window.findChild<QAction*>(actionId); action->isEnabled()) {
                    action->trigger();
                    grabDialogs(u"%1-%2"_s.arg(actionId, look));
                }
            }
            tabs->setCurrentIndex(0);
        }
        if (auto* page = window.findChild<CollectionPage*>(); page && arguments.size() > 4) {
            window.showStage(page->id());
            page->importFiles(arguments.mid(4));
            grabDialogs(u"import-"_s + look);
        }
        for (const QString& actionId :
             {u"editIndicatorAction"_s, u"addIndicatorAction"_s, u"goalAction"_s, u"rulesAction"_s,
              u"sourceOrderAction"_s, u"taskAppraisal"_s}) {
            if (auto* action = window.findChild<QAction*>(actionId)) {
                action->trigger();
                grabDialogs(u"%1-%2"_s.arg(actionId, look));
            }
        }
        window.showStage(u"results"_s);
        if (auto* preview = window.findChild<QPushButton*>(u"previewButton"_s)) {
            preview->click();
            grab(u"results-pages-"_s + look);
        }
        for (const QString& dialogId : {u"new"_s, u"help"_s, u"about"_s}) {
            window.action(dialogId)->trigger();
            settle(window);
            for (QDialog* dialog : window.findChildren<QDialog*>()) {
                if (dialog->isVisible()) {
                    dialog->grab().save(folder.filePath(u"%1-%2.png"_s.arg(dialogId, look)));
                    if (auto* tabs = dialog->findChild<QTabWidget*>()) {
                        tabs->setCurrentIndex(0);
                        dialog->grab().save(
                            folder.filePath(u"%1-first-%2.png"_s.arg(dialogId, look)));
                    }
                    dialog->close();
                }
            }
        }
        window.action(u"find"_s)->trigger();
        grab(u"palette-"_s + look);
        QTest::keyClick(window.findChild<QWidget*>(u"paletteLine"_s), Qt::Key_Escape);
    });
    return 0;
}
