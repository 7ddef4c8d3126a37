#include "app/workspace/session.h"
#include "app/workspace/settings.h"
#include "tests/app/made_year.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace checkup;
using checkup::workspace::Session;

namespace {

bool settled(const Session& session)
{
    return QTest::qWaitFor([&session] { return !session.isBusy(); }, 20000);
}

/// A session on a new file in its own folder.
struct Desk
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"示例市-2022.gpkg"_s);
    Session session;

    Desk()
    {
        workspace::Settings::instance().useTemporary();
        const Result<project::NewYear> year = test::emptyYear();
        REQUIRE_OK(year);
        session.create(path, *year);
        REQUIRE(settled(session));
        REQUIRE(session.isOpen());
    }

    QString subject() const { return session.data()->catalogue.quantities.first().id; }

    project::ChangeSet figure(double number) const
    {
        const project::YearData& data = *session.data();
        project::Value value;
        value.subject = subject();
        value.region = data.city()->id;
        value.year = 2022;
        value.source = data.sources.first().id;
        value.unit = data.catalogue.quantities.first().unit;
        value.number = number;
        return project::edits::setValue(data, value);
    }

    std::optional<double> stored() const
    {
        const project::YearData& data = *session.data();
        const project::Value* value = data.adopted({subject(), data.city()->id, 2022});
        return value ? std::optional(value->number) : std::nullopt;
    }
};

} // namespace

TEST_CASE("a session creates, delivers data with its assessment, and closes without side files")
{
    Desk desk;
    REQUIRE(desk.session.data());
    REQUIRE(desk.session.assessment());
    CHECK(desk.session.data()->info.city == u"示例市"_s);
    CHECK(desk.session.assessment()->city.total == 122);
    CHECK(!desk.session.isReadOnly());
    QSignalSpy closed(&desk.session, &Session::closed);
    desk.session.close();
    CHECK(closed.count() == 1);
    CHECK(!desk.session.isOpen());
    CHECK(!desk.session.data());
    REQUIRE(settled(desk.session));
    CHECK(!QFile::exists(desk.path + u"-wal"_s));
    CHECK(!QFile::exists(desk.path + u"-journal"_s));
}

TEST_CASE("an edit is committed, undone and redone, and each is in the file")
{
    Desk desk;
    const QString subject = desk.subject();
    QUndoStack& undo = *desk.session.undoStack();
    desk.session.edit(desk.figure(12.5));
    REQUIRE(settled(desk.session));
    CHECK(desk.stored() == 12.5);
    REQUIRE(undo.canUndo());
    desk.session.edit(desk.figure(13));
    REQUIRE(settled(desk.session));
    CHECK(desk.stored() == 13.0);
    CHECK(undo.count() == 2);

    undo.undo();
    REQUIRE(settled(desk.session));
    CHECK(desk.stored() == 12.5);
    undo.undo();
    REQUIRE(settled(desk.session));
    CHECK(!desk.stored().has_value());
    CHECK(!undo.canUndo());
    // Both at once: the queue keeps their order.
    undo.redo();
    undo.redo();
    REQUIRE(settled(desk.session));
    CHECK(desk.stored() == 13.0);
    undo.undo();
    undo.redo();
    undo.undo();
    REQUIRE(settled(desk.session));
    CHECK(desk.stored() == 12.5);

    desk.session.close();
    REQUIRE(settled(desk.session));
    const Result<project::ProjectFile> file =
        project::ProjectFile::open(desk.path, project::OpenMode::ReadOnly);
    REQUIRE_OK(file);
    const Result<project::YearData> data = file->load();
    REQUIRE_OK(data);
    const project::Value* value = data->adopted({subject, data->city()->id, 2022});
    REQUIRE(value);
    CHECK(value->number == 12.5);
}

TEST_CASE("an edit from an old snapshot is refused and leaves no step")
{
    Desk desk;
    desk.session.edit(desk.figure(1));
    REQUIRE(settled(desk.session));
    const project::ChangeSet stale = desk.figure(2);
    desk.session.edit(desk.figure(3));
    REQUIRE(settled(desk.session));
    QSignalSpy failed(&desk.session, &Session::failed);
    const int before = desk.session.undoStack()->count();
    desk.session.edit(stale);
    REQUIRE(settled(desk.session));
    REQUIRE(failed.count() == 1);
    CHECK(!failed.first().first().value<Error>().message().isEmpty());
    CHECK(desk.stored() == 3.0);
    CHECK(desk.session.undoStack()->count() == before);
}

TEST_CASE("an empty edit does nothing")
{
    Desk desk;
    QSignalSpy changed(&desk.session, &Session::dataChanged);
    desk.session.edit({});
    CHECK(!desk.session.isBusy());
    CHECK(changed.count() == 0);
    CHECK(!desk.session.undoStack()->canUndo());
}

TEST_CASE("a second session gets the file read-only, is told why, and cannot edit")
{
    Desk desk;
    Session second;
    second.open(desk.path);
    REQUIRE(settled(second));
    REQUIRE(second.isOpen());
    CHECK(second.isReadOnly());
    CHECK(!second.readOnlyReason().isEmpty());
    QSignalSpy failed(&second, &Session::failed);
    second.edit(desk.figure(1));
    REQUIRE(failed.count() == 1);
    CHECK(failed.first().first().value<Error>().code() == ErrorCode::ReadOnly);
    CHECK(!second.undoStack()->canUndo());
}

TEST_CASE("what cannot be opened is said, and the open year stays")
{
    Desk desk;
    const QString other = desk.folder.filePath(u"notes.gpkg"_s);
    QFile file(other);
    REQUIRE(file.open(QFile::WriteOnly));
    file.write("not a project");
    file.close();
    QSignalSpy failed(&desk.session, &Session::failed);
    desk.session.open(other);
    REQUIRE(settled(desk.session));
    CHECK(failed.count() == 1);
    CHECK(desk.session.isOpen());
    CHECK(desk.session.path() == desk.path);
    desk.session.edit(desk.figure(7));
    REQUIRE(settled(desk.session));
    CHECK(desk.stored() == 7.0);
}

TEST_CASE("of two files opened in a row the last one wins")
{
    Desk desk;
    const QString other = desk.folder.filePath(u"示例市-2023.gpkg"_s);
    Result<project::NewYear> year = test::emptyYear();
    REQUIRE_OK(year);
    year->info.year = 2023;
    {
        const Result<project::ProjectFile> file = project::ProjectFile::create(other, *year);
        REQUIRE_OK(file);
    }
    desk.session.close();
    REQUIRE(settled(desk.session));
    Session session;
    QSignalSpy opened(&session, &Session::opened);
    session.open(desk.path);
    session.open(other);
    REQUIRE(settled(session));
    CHECK(opened.count() == 1);
    CHECK(session.data()->info.year == 2023);
}

TEST_CASE("work on the file's thread answers here, unless the asker is gone")
{
    Desk desk;
    qint64 entries = -1;
    auto count = std::make_shared<qint64>(-1);
    desk.session.withFile(
        &desk.session,
        [count](project::ProjectFile& file) {
            if (const auto audit = file.audit())
                *count = audit->size();
        },
        [&entries, count] { entries = *count; });
    REQUIRE(settled(desk.session));
    CHECK(entries >= 0);

    bool answered = false;
    auto asker = std::make_unique<QObject>();
    desk.session.withFile(
        asker.get(), [](project::ProjectFile&) {}, [&answered] { answered = true; });
    asker.reset();
    REQUIRE(settled(desk.session));
    CHECK(!answered);
}
