#include "app/workspace/audit/audit_page.h"

#include "app/workspace/dialogs.h"
#include "core/base/file_tools.h"
#include "core/office/xlsx_reader.h"
#include "tests/app/workspace/window_fixture.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTextBrowser>

using namespace checkup;
using namespace checkup::workspace;
using namespace Qt::StringLiterals;
using test::Made;
using test::settled;

namespace {

/// A window on the audit page of the made-up year.
struct Desk
{
    Made made;
    MainWindow window;

    Desk()
    {
        dialogs::takeTold();
        window.resize(1366, 768);
        window.show();
        window.openFile(made.path);
        REQUIRE(settled(window));
        window.showStage(u"audit"_s);
        REQUIRE(settled(window));
    }
    template <class T>
    T* find(const QString& name) const
    {
        T* found = window.findChild<T*>(name);
        INFO(name.toStdString());
        REQUIRE(found);
        return found;
    }
    QTableView* list() const { return find<QTableView>(u"auditList"_s); }
    const project::YearData& data() { return *window.session()->data(); }
    const project::Value& value() { return data().values.first(); }
    void setNumber(double number)
    {
        project::Value wanted = value();
        wanted.state = project::ValueState::Present;
        wanted.number = number;
        window.session()->edit(project::edits::setValue(data(), wanted));
        REQUIRE(settled(window));
    }
    void choose(const QString& box, const QVariant& key)
    {
        auto* combo = find<QComboBox>(box);
        combo->setCurrentIndex(combo->findData(key));
        REQUIRE(combo->currentData() == key);
        Q_EMIT combo->activated(combo->currentIndex());
        REQUIRE(settled(window));
    }
    bool search(const QString& words)
    {
        find<QLineEdit>(u"auditSearch"_s)->setText(words);
        QTest::qWait(400); // typing is waited for
        return settled(window);
    }
};

} // namespace

TEST_CASE("the audit is read page by page and filtered")
{
    Desk desk;
    QAbstractItemModel* rows = desk.list()->model();
    REQUIRE(rows->rowCount() == 200); // the made-up year has far more rows than a page
    REQUIRE(rows->canFetchMore({}));
    rows->fetchMore({});
    REQUIRE(settled(desk.window));
    CHECK(rows->rowCount() == 400);

    project::ProjectFile::setPerson(u"李四"_s);
    desk.setNumber(4321.5);
    project::ProjectFile::setPerson({});
    desk.choose(u"auditPerson"_s, u"李四"_s);
    REQUIRE(rows->rowCount() == 1);
    CHECK(rows->index(0, 1).data().toString() == u"李四"_s);
    const catalogue::Indicator* indicator = desk.data().catalogue.indicator(desk.value().subject);
    const catalogue::Quantity* quantity = desk.data().catalogue.quantity(desk.value().subject);
    const QString name = indicator ? indicator->nameZh : quantity->nameZh;
    CHECK(rows->index(0, 3).data().toString().contains(name));

    // What changed stands below, before and after.
    auto* detail = desk.find<QTableWidget>(u"auditDetail"_s);
    bool shown = false;
    for (int row = 0; row < detail->rowCount(); ++row)
        shown = shown || detail->item(row, 2)->text() == u"4321.5"_s;
    CHECK(shown);

    desk.choose(u"auditTable"_s, u"goals"_s);
    CHECK(rows->rowCount() == 0);
    desk.choose(u"auditTable"_s, QString());
    CHECK(rows->rowCount() == 1);
    REQUIRE(desk.search(u"没有这样的话"_s));
    CHECK(rows->rowCount() == 0);
    REQUIRE(desk.search({}));
    desk.choose(u"auditPerson"_s, QString());
    CHECK(rows->rowCount() == 200);
    CHECK(desk.window.stageIds().last() == u"audit"_s);
}

TEST_CASE("a link leads to the changes of one indicator")
{
    Desk desk;
    desk.setNumber(17);
    const QString subject = desk.value().subject;
    desk.window.jump(u"audit"_s, {Subject::Kind::Figure, subject, desk.value().region, 2022});
    REQUIRE(settled(desk.window));
    CHECK(desk.find<QComboBox>(u"auditSubject"_s)->currentData().toString() == subject);
    QAbstractItemModel* rows = desk.list()->model();
    REQUIRE(rows->rowCount() > 0);
    REQUIRE(rows->rowCount() < 200);
}

TEST_CASE("what was before is brought back, undoably, and refused when it changed since")
{
    Desk desk;
    const double before = desk.value().number;
    desk.setNumber(17);
    auto* restore = desk.find<QAction>(u"restoreAction"_s);
    desk.list()->setCurrentIndex(desk.list()->model()->index(0, 0));
    REQUIRE(restore->isEnabled());
    dialogs::setNextAnswer(true);
    restore->trigger();
    REQUIRE(settled(desk.window));
    CHECK(desk.value().number == before);
    REQUIRE(desk.window.action(u"undo"_s)->isEnabled());
    desk.window.action(u"undo"_s)->trigger();
    REQUIRE(settled(desk.window));
    CHECK(desk.value().number == 17);

    // The row of the first edit, after another one: its number is no longer what that edit wrote.
    desk.setNumber(18);
    Error said;
    QObject::connect(desk.window.session(), &Session::failed, &desk.window,
                     [&said](const Error& error) { said = error; });
    QAbstractItemModel* rows = desk.list()->model();
    int row = 1;
    while (row < 10 && rows->index(row, 2).data().toString().startsWith(u"恢复"_s))
        ++row;
    desk.list()->setCurrentIndex(rows->index(row, 0));
    dialogs::setNextAnswer(true);
    restore->trigger();
    REQUIRE(settled(desk.window));
    CHECK(desk.value().number == 18);
    CHECK(said.code() == ErrorCode::Invalid);
    CHECK(said.message().contains(u"已被改动"_s));
}

TEST_CASE("states are named, compared as table and sentences, and the difference exported")
{
    Desk desk;
    desk.find<QTabWidget>(u"auditTabs"_s)->setCurrentIndex(1);
    auto* add = desk.find<QAction>(u"addSnapshotAction"_s);
    dialogs::setNextText(u"部门初报"_s);
    add->trigger();
    REQUIRE(settled(desk.window));
    REQUIRE(desk.data().snapshots.size() == 1);
    auto* list = desk.find<QListWidget>(u"snapshotList"_s);
    REQUIRE(list->count() == 1);
    CHECK(list->item(0)->text().startsWith(u"部门初报"_s));
    auto* table = desk.find<QTableView>(u"differenceTable"_s);
    CHECK(table->model()->rowCount() == 0);
    CHECK_FALSE(desk.find<QAction>(u"exportDifferenceAction"_s)->isEnabled());

    desk.setNumber(4321.5);
    REQUIRE(table->model()->rowCount() == 1);
    CHECK(table->model()->index(0, 7).data().toString().startsWith(u"4321.5"_s));
    const QString sentence = desk.find<QTextBrowser>(u"differenceSentences"_s)->toPlainText();
    CHECK(sentence.contains(u"改为 4321.5"_s));

    const QString book = desk.made.folder.filePath(u"差异.xlsx"_s);
    // The file stays Chinese in an English window.
    Settings::instance().set(Settings::Key::Language, u"en"_s);
    REQUIRE(settled(desk.window));
    dialogs::setNextFileName(book);
    desk.find<QAction>(u"exportDifferenceAction"_s)->trigger();
    REQUIRE(settled(desk.window));
    const auto written = office::readXlsx(book);
    REQUIRE_OK(written);
    REQUIRE(written->sheets.size() == 2);
    CHECK(written->sheets.first().at(0, 0).text == u"“部门初报”与“现在”的差异"_s);
    CHECK(written->sheets.last().at(2, 1).text.contains(u"改为 4321.5"_s));
    Settings::instance().set(Settings::Key::Language, u"zh"_s);
    REQUIRE(settled(desk.window));

    dialogs::setNextText(u"初报"_s);
    desk.find<QAction>(u"renameSnapshotAction"_s)->trigger();
    REQUIRE(settled(desk.window));
    CHECK(desk.data().snapshots.first().name == u"初报"_s);
    desk.find<QAction>(u"removeSnapshotAction"_s)->trigger();
    REQUIRE(settled(desk.window));
    CHECK(desk.data().snapshots.isEmpty());
    desk.window.action(u"undo"_s)->trigger();
    REQUIRE(settled(desk.window));
    CHECK(desk.data().snapshots.size() == 1);
}
