#include "app/language/language.h"
#include "app/workspace/settings.h"
#include "app/workspace/shell/main_window.h"
#include "app/workspace/widgets/theme.h"
#include "tests/app/made_year.h"
#include "tests/support/catch.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;

namespace {

bool settled(MainWindow& window)
{
    return QTest::qWaitFor(
        [&window] { return !window.session()->isBusy() && window.jobs()->running().isEmpty(); },
        20000);
}

/// Texts of the interface that still hold a Chinese character. Names of this year's own city,
/// regions, departments and sources, file names, and a language named in itself may.
class Hunt
{
public:
    explicit Hunt(const project::YearData& data)
    {
        for (const project::Region& region : data.regions)
            m_own << region.nameZh;
        for (const project::Source& source : data.sources)
            m_own << source.name;
        for (const project::Department& department : data.departments)
            m_own << department.name;
        for (const catalogue::Indicator& indicator : data.catalogue.indicators)
            m_own << indicator.department.split(u'、', Qt::SkipEmptyParts);
        for (const catalogue::Quantity& quantity : data.catalogue.quantities)
            m_own << quantity.department.split(u'、', Qt::SkipEmptyParts);
        m_own.removeDuplicates();
        // 海洋局（自然资源局） before 自然资源局.
        std::stable_sort(m_own.begin(), m_own.end(),
                         [](const QString& a, const QString& b) { return a.size() > b.size(); });
        m_own << data.info.city << u"填入示例数据"_s << u"中文"_s << u"城检"_s;
    }

    void look(const QString& where, QString text)
    {
        static const QRegularExpression hanzi(u"[\\x{4e00}-\\x{9fff}]"_s);
        for (const QString& own : m_own)
            text.remove(own);
        if (text.contains(hanzi))
            found << where + u": "_s + text;
    }

    QStringList found;

private:
    QStringList m_own;
};

void lookAt(QWidget& window, Hunt& hunt)
{
    for (const QAction* action : window.findChildren<QAction*>()) {
        if (action->text().endsWith(u".gpkg"))
            continue;
        hunt.look(u"action"_s, action->text());
        hunt.look(u"tip"_s, action->toolTip());
    }
    for (const QMenu* menu : window.findChildren<QMenu*>())
        hunt.look(u"menu"_s, menu->title());
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        hunt.look(u"button"_s, button->text());
        hunt.look(u"button's name"_s, button->accessibleName());
    }
    for (const QLineEdit* edit : window.findChildren<QLineEdit*>())
        hunt.look(u"field"_s, edit->placeholderText());
    for (const QAbstractItemView* view : window.findChildren<QAbstractItemView*>()) {
        hunt.look(u"view's name"_s, view->accessibleName());
        if (!view->model() || qobject_cast<const QComboBox*>(view->parentWidget()))
            continue;
        for (int column = 0; column < view->model()->columnCount(); ++column)
            hunt.look(u"column"_s, view->model()->headerData(column, Qt::Horizontal).toString());
    }
    for (const QComboBox* box : window.findChildren<QComboBox*>()) {
        for (int i = 0; i < box->count(); ++i)
            hunt.look(u"choice"_s, box->itemText(i));
    }
}

} // namespace

TEST_CASE("in English no menu, title, column or button holds a Chinese character")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"year.gpkg"_s);
    Settings::instance().useTemporary();
    project::ProjectFile::setPerson(u"planner"_s); // people's names are their own
    language::apply(u"zh"_s);
    Theme::apply(*qApp, u"light"_s, 100);
    {
        const Result<project::NewYear> year = test::emptyYear();
        REQUIRE_OK(year);
        Result<project::ProjectFile> file = project::ProjectFile::create(path, *year);
        REQUIRE_OK(file);
        const Result<project::YearData> data = file->load();
        REQUIRE_OK(data);
        REQUIRE_OK(file->commit(test::madeFigures(*data)));
    }
    MainWindow window;
    window.show();
    window.openFile(path);
    REQUIRE(settled(window));
    for (const QString& stage : window.stageIds())
        window.showStage(stage);
    // Switched with everything open: what was filled in Chinese must follow.
    window.action(u"language.en"_s)->trigger();
    REQUIRE(settled(window));
    REQUIRE(language::current() == u"en"_s);
    Hunt hunt(*window.session()->data());
    for (const QString& stage : window.stageIds()) {
        window.showStage(stage);
        REQUIRE(settled(window));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // what was replaced
        hunt.look(u"window"_s, window.windowTitle());
        lookAt(window, hunt);
    }
    hunt.found.removeDuplicates();
    INFO(hunt.found.join(u"\n"_s).toStdString());
    CHECK(hunt.found.isEmpty());
    // The guard of this test itself: in Chinese there is plenty to find.
    window.action(u"language.zh"_s)->trigger();
    REQUIRE(settled(window));
    Hunt again(*window.session()->data());
    lookAt(window, again);
    CHECK(again.found.size() > 50);
}
