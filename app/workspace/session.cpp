#include "app/workspace/session.h"

#include "app/workspace/settings.h"

#include <QFileInfo>
#include <QPointer>
#include <QThread>
#include <QUndoCommand>

#include <atomic>
#include <optional>
#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

/// What the window sees of a year.
struct Session::Snapshot
{
    project::YearDataPtr data;
    assess::AssessmentPtr assessment;
};

/// What the worker thread owns. Only functions given to post() see it.
struct Session::Desk
{
    std::optional<project::ProjectFile> file;
    Snapshot year;
    bool judged = true; ///< the assessment belongs to the data

    void update(const project::ChangeSet& changes)
    {
        Result<project::YearData> data = file->reload(*year.data, changes);
        if (!data)
            data = file->load();
        if (!data)
            return;
        year.data = std::make_shared<const project::YearData>(std::move(*data));
        judged = false;
    }

    void judge()
    {
        if (judged || !year.data)
            return;
        if (Result<assess::Assessment> assessment = assess::assess(*year.data))
            year.assessment = std::make_shared<const assess::Assessment>(std::move(*assessment));
        judged = true;
    }
};

struct Session::State
{
    QThread thread;
    QObject* worker = nullptr; ///< lives on the thread; the address of posted work
    Desk desk;
    QUndoStack undo;

    // Facts about the open file, as last delivered.
    bool open = false;
    bool readOnly = false;
    QString readOnlyReason;
    QString path;
    project::YearDataPtr data;
    assess::AssessmentPtr assessment;

    int outstanding = 0;
    quint64 generation = 0;     ///< counts open, create, close: an older one's answers are stale
    std::atomic<int> edits = 0; ///< commits not yet made: only the last is judged
};

/// One committed edit. Both directions are touched on the worker thread only, in the order of its
/// queue.
class Session::Step : public QUndoCommand
{
public:
    struct Ways
    {
        project::ChangeSet forward, backward;
    };

    Step(Session* session, const QString& label, std::shared_ptr<Ways> ways)
        : QUndoCommand(label)
        , m_session(session)
        , m_ways(std::move(ways))
    {}

    void undo() override { go(&Ways::backward, &Ways::forward); }
    void redo() override
    {
        // What pushing would do is done already.
        if (!std::exchange(m_fresh, false))
            go(&Ways::forward, &Ways::backward);
    }

private:
    void go(project::ChangeSet Ways::*way, project::ChangeSet Ways::*back)
    {
        m_session->commit([ways = m_ways, way](const project::YearData&) { return (*ways).*way; },
                          [ways = m_ways, way, back](const project::ChangeSet& done) {
                              (*ways).*way = done;
                              (*ways).*back = done.inverted();
                          },
                          [] {},
                          // The file is not what the history expects: the history ends here.
                          [session = m_session] { session->undoStack()->clear(); });
    }

    Session* m_session;
    std::shared_ptr<Ways> m_ways;
    bool m_fresh = true;
};

Session::Session(QObject* parent)
    : QObject(parent)
    , m_state(std::make_unique<State>())
{
    m_state->worker = new QObject;
    m_state->worker->moveToThread(&m_state->thread);
    connect(&m_state->thread, &QThread::finished, m_state->worker, &QObject::deleteLater);
    m_state->thread.setObjectName(u"project file"_s);
    m_state->thread.start();
}

Session::~Session()
{
    // Closes the file on its own thread, behind whatever is still queued.
    QMetaObject::invokeMethod(
        m_state->worker,
        [state = m_state.get()] {
            state->desk = {};
            state->thread.quit();
        },
        Qt::QueuedConnection);
    m_state->thread.wait();
}

bool Session::isOpen() const
{
    return m_state->open;
}
bool Session::isReadOnly() const
{
    return m_state->readOnly;
}
QString Session::readOnlyReason() const
{
    return m_state->readOnlyReason;
}
QString Session::path() const
{
    return m_state->path;
}
project::YearDataPtr Session::data() const
{
    return m_state->data;
}
assess::AssessmentPtr Session::assessment() const
{
    return m_state->assessment;
}
QUndoStack* Session::undoStack()
{
    return &m_state->undo;
}
bool Session::isBusy() const
{
    return m_state->outstanding > 0;
}

void Session::post(std::function<void(Desk&)> work)
{
    if (m_state->outstanding++ == 0)
        Q_EMIT busyChanged(true);
    QMetaObject::invokeMethod(
        m_state->worker, [state = m_state.get(), work = std::move(work)] { work(state->desk); },
        Qt::QueuedConnection);
}

/// From the worker: every post() ends with exactly one answer().
void Session::answer(std::function<void()> done)
{
    QMetaObject::invokeMethod(
        this,
        [this, done = std::move(done)] {
            const bool idle = --m_state->outstanding == 0;
            done();
            if (idle && m_state->outstanding == 0)
                Q_EMIT busyChanged(false);
        },
        Qt::QueuedConnection);
}

void Session::deliver(const Snapshot& snapshot)
{
    m_state->data = snapshot.data;
    m_state->assessment = snapshot.assessment;
    Q_EMIT dataChanged();
}

/// `changes` and `committed` run on the worker, `accepted` and `refused` here. Of several edits in
/// a row only the last is judged and delivered.
void Session::commit(std::function<project::ChangeSet(const project::YearData&)> changes,
                     std::function<void(const project::ChangeSet&)> committed,
                     std::function<void()> accepted, std::function<void()> refused)
{
    const quint64 generation = m_state->generation;
    ++m_state->edits;
    post([this, generation, changes = std::move(changes), committed = std::move(committed),
          accepted = std::move(accepted), refused = std::move(refused)](Desk& desk) {
        const bool last = --m_state->edits == 0;
        std::optional<Error> error;
        if (desk.file) {
            if (const Result<project::ChangeSet> done =
                    desk.file->commit(changes(*desk.year.data))) {
                committed(*done);
                desk.update(*done);
            } else {
                error = done.error();
            }
        }
        if (last)
            desk.judge();
        answer([this, generation, accepted, refused, error, last, year = desk.year] {
            if (generation != m_state->generation)
                return;
            if (error)
                refused();
            else
                accepted();
            if (last)
                deliver(year);
            if (error)
                Q_EMIT failed(*error);
        });
    });
}

void Session::take(std::function<Result<project::ProjectFile>()> make)
{
    const quint64 generation = ++m_state->generation;
    const QString person = Settings::instance().value(Settings::Key::Person).toString();
    post([this, make = std::move(make), generation, person](Desk& desk) {
        if (!person.isEmpty())
            project::ProjectFile::setPerson(person);
        Desk fresh;
        std::optional<Error> error;
        Result<project::ProjectFile> file = make();
        if (file) {
            fresh.file = std::move(*file);
            Result<project::YearData> data = fresh.file->load();
            if (data) {
                fresh.year.data = std::make_shared<const project::YearData>(std::move(*data));
                fresh.judged = false;
                fresh.judge();
            } else {
                error = data.error();
            }
        } else {
            error = file.error();
        }
        if (error) {
            // The year that was open stays open.
            answer([this, error, generation] {
                if (generation == m_state->generation)
                    Q_EMIT failed(*error);
            });
            return;
        }
        desk = std::move(fresh);
        answer([this, generation, path = desk.file->path(), readOnly = desk.file->isReadOnly(),
                reason = desk.file->readOnlyReason(), year = desk.year] {
            if (generation != m_state->generation)
                return;
            m_state->undo.clear();
            m_state->open = true;
            m_state->path = path;
            m_state->readOnly = readOnly;
            m_state->readOnlyReason = reason;
            m_state->data = year.data;
            m_state->assessment = year.assessment;
            Q_EMIT opened();
            Q_EMIT dataChanged();
        });
    });
}

void Session::open(const QString& path)
{
    if (m_state->open && QFileInfo(path) == QFileInfo(m_state->path))
        return;
    take([path] { return project::ProjectFile::open(path); });
}

void Session::create(const QString& path, const project::NewYear& year)
{
    take([path, year] { return project::ProjectFile::create(path, year); });
}

void Session::close()
{
    if (!m_state->open)
        return;
    ++m_state->generation;
    m_state->undo.clear();
    m_state->open = false;
    m_state->readOnly = false;
    m_state->readOnlyReason.clear();
    m_state->path.clear();
    m_state->data.reset();
    m_state->assessment.reset();
    post([this](Desk& desk) {
        std::optional<Error> error;
        if (desk.file) {
            if (const Result<void> done = desk.file->close(); !done)
                error = done.error();
        }
        desk = {};
        answer([this, error] {
            if (error)
                Q_EMIT failed(*error);
        });
    });
    Q_EMIT closed();
}

void Session::edit(const project::ChangeSet& changes)
{
    if (!changes.isEmpty())
        editLatest([changes](const project::YearData&) { return changes; });
}

void Session::editLatest(std::function<project::ChangeSet(const project::YearData&)> make)
{
    if (!m_state->open)
        return;
    if (m_state->readOnly) {
        Q_EMIT failed(
            Error(ErrorCode::ReadOnly,
                  tr("项目以只读方式打开，没有保存修改。%1").arg(m_state->readOnlyReason)));
        return;
    }
    auto ways = std::make_shared<Step::Ways>();
    commit(
        std::move(make),
        [ways](const project::ChangeSet& done) {
            *ways = {done, done.inverted()};
        },
        [this, ways] {
            if (!ways->forward.isEmpty())
                m_state->undo.push(new Step(this, ways->forward.label, ways));
        },
        [] {});
}

void Session::withFile(QObject* context, std::function<void(project::ProjectFile&)> work,
                       std::function<void()> done)
{
    if (!m_state->open)
        return;
    post([this, watched = QPointer<QObject>(context), work = std::move(work),
          done = std::move(done)](Desk& desk) {
        const bool worked = desk.file.has_value();
        if (worked)
            work(*desk.file);
        answer([watched, done, worked] {
            if (worked && watched)
                done();
        });
    });
}

void Session::refresh()
{
    if (!m_state->open)
        return;
    const quint64 generation = m_state->generation;
    post([this, generation](Desk& desk) {
        desk.judged = false;
        desk.judge();
        answer([this, generation, year = desk.year] {
            if (generation == m_state->generation)
                deliver(year);
        });
    });
}

} // namespace checkup::workspace
