#include "app/workspace/dialogs.h"
#include "core/base/file_tools.h"
#include "tests/app/workspace/window_fixture.h"

#include <QAction>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

using namespace checkup;
using namespace checkup::workspace;
using namespace Qt::StringLiterals;
using test::Made;
using test::settled;

namespace {

/// A window whose inspector shows a figure of the made-up year.
struct Desk
{
    Made made;
    MainWindow window;
    project::FigureKey figure;

    Desk()
    {
        dialogs::takeTold();
        dialogs::takeOpened();
        window.show();
        window.openFile(made.path);
        REQUIRE(settled(window));
        const project::Value& value = data().values.first();
        figure = {value.subject, value.region, value.year};
        window.jump({}, {Subject::Kind::Figure, value.subject, value.region, value.year});
        REQUIRE(settled(window));
    }
    const project::YearData& data() { return *window.session()->data(); }
    QWidget* inspector() const { return window.findChild<QWidget*>(u"inspector"_s); }
    QString document(const QString& name, const QByteArray& bytes) const
    {
        const QString path = made.folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        REQUIRE_OK(writeFileSafely(path, bytes));
        return path;
    }
    void attach(const QString& path)
    {
        dialogs::setNextFileName(path);
        auto* button = inspector()->findChild<QPushButton*>(u"attachButton"_s);
        REQUIRE(button);
        button->click();
        REQUIRE(settled(window));
    }
    void click(const QString& name)
    {
        auto* button = inspector()->findChild<QPushButton*>(name);
        INFO(name.toStdString());
        REQUIRE(button);
        button->click();
        REQUIRE(settled(window));
    }
    void trigger(const QString& name)
    {
        auto* action = inspector()->findChild<QAction*>(name);
        INFO(name.toStdString());
        REQUIRE(action);
        action->trigger();
        REQUIRE(settled(window));
    }
    /// Whether the inspector would take what is dragged over it; drops it then.
    bool drop(const QMimeData& dropped)
    {
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(inspector(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(inspector(), &event);
        return event.isAccepted();
    }
    void undo()
    {
        REQUIRE(window.action(u"undo"_s)->isEnabled());
        window.action(u"undo"_s)->trigger();
        REQUIRE(settled(window));
    }
};

} // namespace

TEST_CASE("a document is attached to the figure shown, opened as a copy, described and removed")
{
    Desk desk;
    desk.attach(desk.document(u"批复.pdf"_s, "%PDF inside"));
    REQUIRE(desk.data().documentsOf(desk.figure).size() == 1);
    REQUIRE(desk.data().attachments.first().isInside());

    desk.click(u"documentLink"_s);
    const QStringList opened = dialogs::takeOpened();
    REQUIRE(opened.size() == 1);
    CHECK(QFileInfo(opened.first()).fileName() == u"批复.pdf"_s);
    CHECK(readFile(opened.first()).value_or(QByteArray()) == "%PDF inside");
    CHECK_FALSE(QFile::permissions(opened.first()).testFlag(QFile::WriteOwner));
    desk.click(u"documentLink"_s);
    CHECK(dialogs::takeOpened() == opened); // one copy, however often it is looked at

    dialogs::setNextText(u"第 3 页"_s);
    desk.trigger(u"documentPlace"_s);
    dialogs::setNextText(u"盖章件"_s);
    desk.trigger(u"documentNote"_s);
    CHECK(desk.data().documents.first().place == u"第 3 页"_s);
    CHECK(desk.data().documents.first().note == u"盖章件"_s);
    const auto labels = desk.inspector()->findChildren<QLabel*>();
    CHECK(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel* label) {
        return label->text().startsWith(u"第 3 页 · "_s);
    }));

    desk.trigger(u"documentRemove"_s);
    CHECK(desk.data().documents.isEmpty());
    CHECK(desk.data().attachments.isEmpty());
    desk.undo();
    CHECK(desk.data().documentsOf(desk.figure).size() == 1);
    desk.click(u"documentLink"_s);
    CHECK(dialogs::takeOpened().size() == 1); // the bytes are still there
    desk.undo();
    desk.undo();
    desk.undo();
    CHECK(desk.data().attachments.isEmpty());
}

TEST_CASE("a document that vanished is said to have, and found again elsewhere")
{
    Desk desk;
    const QByteArray large(project::Attachment::insideLimit + 1, 'x');
    const QString at = desk.document(u"扫描/大.pdf"_s, large);
    desk.attach(at);
    REQUIRE(desk.data().attachments.size() == 1);
    CHECK(desk.data().attachments.first().path == u"扫描/大.pdf"_s);
    desk.click(u"documentLink"_s);
    CHECK(dialogs::takeOpened() == QStringList{at}); // in its place

    const QString moved = desk.document(u"别处/大.pdf"_s, large);
    REQUIRE(QFile::remove(at));
    desk.click(u"documentLink"_s);
    CHECK(dialogs::takeOpened().isEmpty());
    auto* state = desk.inspector()->findChild<QWidget*>(u"documentState"_s);
    REQUIRE(state);
    CHECK(state->isVisibleTo(desk.inspector()));
    dialogs::setNextFileName(moved);
    desk.trigger(u"documentReplace"_s);
    CHECK(desk.data().attachments.first().path == u"别处/大.pdf"_s);
    desk.click(u"documentLink"_s);
    CHECK(dialogs::takeOpened() == QStringList{moved});
    state = desk.inspector()->findChild<QWidget*>(u"documentState"_s);
    REQUIRE(state);
    CHECK_FALSE(state->isVisibleTo(desk.inspector()));
}

TEST_CASE("a large document from elsewhere is copied beside the project, or referenced there")
{
    Desk desk;
    QTemporaryDir elsewhere;
    const QString far = elsewhere.filePath(u"大.pdf"_s);
    REQUIRE_OK(writeFileSafely(far, QByteArray(project::Attachment::insideLimit + 1, 'y')));
    dialogs::setNextChoice(-1);
    desk.attach(far);
    CHECK(desk.data().attachments.isEmpty());
    dialogs::setNextChoice(1);
    desk.attach(far);
    REQUIRE(desk.data().attachments.size() == 1);
    CHECK(desk.data().attachments.first().path.startsWith(u"../"_s));
    desk.undo();
    dialogs::setNextChoice(0);
    desk.attach(far);
    REQUIRE(desk.data().attachments.size() == 1);
    CHECK(desk.data().attachments.first().path == u"佐证材料/大.pdf"_s);
    CHECK(QFile::exists(desk.made.folder.filePath(u"佐证材料/大.pdf"_s)));
}

TEST_CASE("files dropped on the inspector become documents in one step")
{
    Desk desk;
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(desk.document(u"一.pdf"_s, "%PDF one")),
                     QUrl::fromLocalFile(desk.document(u"一份.pdf"_s, "%PDF one")),
                     QUrl::fromLocalFile(desk.document(u"二.png"_s, "\x89PNG\r\n\x1a\n two"))});
    CHECK(desk.drop(dropped));
    REQUIRE(settled(desk.window));
    CHECK(desk.data().attachments.size() == 2); // the same bytes twice are one document
    CHECK(desk.data().documentsOf(desk.figure).size() == 2);
    desk.undo();
    CHECK(desk.data().attachments.isEmpty());

    // Without a figure the inspector takes nothing.
    desk.window.action(u"close"_s)->trigger();
    REQUIRE(settled(desk.window));
    CHECK_FALSE(desk.drop(dropped));
}
