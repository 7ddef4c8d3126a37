#include "app/language/language.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/settings.h"
#include "app/workspace/shell/main_window.h"
#include "app/workspace/widgets/theme.h"
#include "tests/app/workspace/window_fixture.h"

#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QToolButton>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using test::Made;
using test::settled;

namespace {

bool hasChinese(const QString& text)
{
    static const QRegularExpression hanzi(u"[\\x{4e00}-\\x{9fff}]"_s);
    return text.contains(hanzi);
}

} // namespace

TEST_CASE("the window begins with the start page and opens a project")
{
    Made made;
    MainWindow window;
    window.show();
    auto* begin = window.findChild<QPushButton*>(u"startNewButton"_s);
    CHECK(begin->isVisible());
    CHECK(!window.action(u"close"_s)->isEnabled());
    dialogs::setNextFileName(made.path);
    window.action(u"open"_s)->trigger();
    REQUIRE(settled(window));
    CHECK(window.session()->isOpen());
    CHECK(window.currentStage() == u"overview"_s);
    CHECK(!begin->isVisible());
    CHECK(Settings::instance().value(Settings::Key::RecentFiles).toStringList().value(0) ==
          made.path);
    CHECK(window.windowTitle().contains(u"示例市-2022.gpkg"_s));
    window.action(u"close"_s)->trigger();
    REQUIRE(settled(window));
    CHECK(begin->isVisible());
}

TEST_CASE("a file that is not there is told in the window")
{
    Made made;
    MainWindow window;
    window.show();
    window.openFile(made.folder.filePath(u"absent.gpkg"_s));
    REQUIRE(settled(window));
    const auto* bar = window.findChild<QWidget*>(u"messageBar"_s);
    REQUIRE(bar);
    CHECK(bar->isVisible());
    CHECK(!window.session()->isOpen());
    QTest::mouseClick(bar->findChild<QToolButton*>(u"closeMessageButton"_s), Qt::LeftButton);
    CHECK(!bar->isVisible());
}

TEST_CASE("the inspector explains a figure and adopts a rival with a reason")
{
    Made made;
    MainWindow window;
    window.show();
    window.openFile(made.path);
    REQUIRE(settled(window));
    const project::YearData& data = *window.session()->data();
    const auto rival = std::find_if(data.values.cbegin(), data.values.cend(),
                                    [](const project::Value& value) { return !value.adopted; });
    REQUIRE(rival != data.values.cend());
    const project::ValueId id = rival->id;
    window.jump({}, {Subject::Kind::Figure, rival->subject, rival->region, rival->year});
    REQUIRE(settled(window));
    auto* adopt = window.findChild<QPushButton*>(u"adoptButton"_s);
    REQUIRE(adopt);
    dialogs::setNextText(u"统计口径一致"_s);
    adopt->click();
    REQUIRE(settled(window));
    CHECK(window.session()->data()->value(id)->adopted);
    CHECK(window.session()->data()->value(id)->adoptionReason == u"统计口径一致"_s);
    REQUIRE(window.action(u"undo"_s)->isEnabled());
    window.action(u"undo"_s)->trigger();
    REQUIRE(settled(window));
    CHECK(!window.session()->data()->value(id)->adopted);
}

TEST_CASE("a file that someone else holds says so across the window and offers no edits")
{
    Made made;
    const Result<project::ProjectFile> holder = project::ProjectFile::open(made.path);
    REQUIRE_OK(holder);
    REQUIRE(!holder->isReadOnly());
    MainWindow window;
    window.show();
    window.openFile(made.path);
    REQUIRE(settled(window));
    REQUIRE(window.session()->isReadOnly());
    CHECK(window.findChild<QWidget*>(u"readOnlyBar"_s)->isVisible());
    const project::YearData& data = *window.session()->data();
    const auto rival = std::find_if(data.values.cbegin(), data.values.cend(),
                                    [](const project::Value& value) { return !value.adopted; });
    REQUIRE(rival != data.values.cend());
    window.jump({}, {Subject::Kind::Figure, rival->subject, rival->region, rival->year});
    REQUIRE(settled(window));
    CHECK(!window.findChild<QPushButton*>(u"adoptButton"_s));
}

TEST_CASE("Ctrl+K finds an indicator by its code and the inspector explains it")
{
    Made made;
    MainWindow window;
    window.show();
    window.openFile(made.path);
    REQUIRE(settled(window));
    const catalogue::Indicator indicator = window.session()->data()->catalogue.indicators.at(20);
    window.action(u"find"_s)->trigger();
    auto* line = window.findChild<QLineEdit*>(u"paletteLine"_s);
    REQUIRE(line);
    line->setText(indicator.code);
    QTest::keyClick(line, Qt::Key_Return);
    REQUIRE(settled(window));
    const auto labels = window.findChild<QWidget*>(u"inspector"_s)->findChildren<QLabel*>();
    CHECK(std::any_of(labels.cbegin(), labels.cend(), [&indicator](const QLabel* label) {
        return label->text() == indicator.nameZh;
    }));
}

TEST_CASE("a copy is saved and the file verified from the menu")
{
    Made made;
    MainWindow window;
    window.show();
    window.openFile(made.path);
    REQUIRE(settled(window));
    const QString copy = made.folder.filePath(u"副本.gpkg"_s);
    dialogs::setNextFileName(copy);
    window.action(u"saveCopy"_s)->trigger();
    REQUIRE(settled(window));
    CHECK(QFile::exists(copy));
    dialogs::takeTold();
    window.action(u"verify"_s)->trigger();
    REQUIRE(settled(window));
    CHECK(dialogs::takeTold() == QStringList{u"项目文件完好。"_s});
}

TEST_CASE("the assistant says what is wanted and makes a year")
{
    Made made;
    MainWindow window;
    window.show();
    window.action(u"new"_s)->trigger();
    auto* dialog = window.findChild<QDialog*>(u"newYearDialog"_s);
    REQUIRE(dialog);
    REQUIRE(settled(window));
    auto* create = dialog->findChild<QPushButton*>(u"createButton"_s);
    auto* regions = dialog->findChild<QPlainTextEdit*>(u"regionsEdit"_s);
    CHECK(!create->isEnabled());
    dialog->findChild<QLineEdit*>(u"cityEdit"_s)->setText(u"测试市"_s);
    dialog->findChild<QLineEdit*>(u"pathEdit"_s)->setText(made.folder.filePath(u"new.gpkg"_s));
    CHECK(create->isEnabled());
    regions->setPlainText(u"350203 东区\n西区\n西区"_s);
    CHECK(!create->isEnabled()); // 西区 twice
    regions->setPlainText(u"350203 东区\n西区"_s);
    REQUIRE(create->isEnabled());
    create->click();
    REQUIRE(settled(window));
    REQUIRE(window.session()->isOpen());
    const project::YearData& data = *window.session()->data();
    CHECK(data.info.city == u"测试市"_s);
    CHECK(data.catalogue.indicators.size() == 122);
    REQUIRE(data.regions.size() == 3);
    CHECK(data.regions.at(1).code == u"350203"_s);
    CHECK(data.regions.at(1).nameZh == u"东区"_s);
    CHECK(data.regions.at(1).parent == data.city()->id);
}

TEST_CASE("theme, text size and language can be switched while a project is open")
{
    Made made;
    MainWindow window;
    window.show();
    window.openFile(made.path);
    REQUIRE(settled(window));
    window.action(u"theme.dark"_s)->trigger();
    CHECK(Theme::isDark());
    window.action(u"theme.light"_s)->trigger();
    CHECK(!Theme::isDark());
    window.action(u"larger"_s)->trigger();
    CHECK(Theme::scaled(100) == 110);
    window.action(u"normal"_s)->trigger();
    window.action(u"language.en"_s)->trigger();
    REQUIRE(settled(window));
    CHECK(language::current() == u"en"_s);
    QStringList chinese;
    for (const QAction* action : window.findChildren<QAction*>()) {
        // A language is named in itself; recent files and undone edits carry the user's own words.
        if (action->objectName() != u"language.zh" && !action->text().endsWith(u".gpkg") &&
            hasChinese(action->text()))
            chinese << action->text();
    }
    INFO(chinese.join(u" | "_s).toStdString());
    CHECK(chinese.isEmpty());
    window.action(u"language.zh"_s)->trigger();
    REQUIRE(settled(window));
    CHECK(hasChinese(window.action(u"open"_s)->text()));
}

TEST_CASE("a job reports, is cancelled, and its answer is dropped with its asker")
{
    Jobs jobs;
    QObject context;
    std::optional<ErrorCode> ended;
    const int id = jobs.start<int>(
        u"等待取消"_s,
        [](const CancelToken& cancel, const ProgressSink& progress) -> Result<int> {
            tellProgress(progress, 0.5, u"一半"_s);
            QElapsedTimer since;
            since.start();
            while (!cancel.isCancelled() && since.elapsed() < 10000)
                QThread::msleep(1);
            return Error(ErrorCode::Cancelled, u"已取消"_s);
        },
        &context,
        [&ended](const Result<int>& answer) {
            ended = answer ? ErrorCode::Internal : answer.error().code();
        });
    REQUIRE(QTest::qWaitFor(
        [&jobs] { return !jobs.running().isEmpty() && jobs.running().first().share > 0.4; }));
    CHECK(jobs.running().first().at == u"一半"_s);
    jobs.cancel(id);
    REQUIRE(QTest::qWaitFor([&jobs] { return jobs.running().isEmpty(); }));
    CHECK(ended == ErrorCode::Cancelled);

    bool answered = false;
    auto asker = std::make_unique<QObject>();
    jobs.start<int>(
        u"无人等待"_s, [](const CancelToken&, const ProgressSink&) -> Result<int> { return 1; },
        asker.get(), [&answered](const Result<int>&) { answered = true; });
    asker.reset();
    REQUIRE(QTest::qWaitFor([&jobs] { return jobs.running().isEmpty(); }));
    CHECK(!answered);

    std::optional<ErrorCode> thrown;
    jobs.start<int>(
        u"出错"_s,
        [](const CancelToken&, const ProgressSink&) -> Result<int> { throw std::bad_alloc(); },
        &context, [&thrown](const Result<int>& answer) { thrown = answer.error().code(); });
    REQUIRE(QTest::qWaitFor([&jobs] { return jobs.running().isEmpty(); }));
    CHECK(thrown == ErrorCode::Internal);
}
