#pragma once

#include "core/assess/assessment.h"
#include "core/base/result.h"
#include "core/project/change_set.h"
#include "core/project/project_file.h"
#include "core/project/year_data.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace checkup::workspace {

/// The open year as the window sees it: an immutable snapshot of the data and its assessment, an
/// undo stack, and one worker thread that owns the ProjectFile. The interface thread never touches
/// the file: edits are posted, and a new snapshot arrives by dataChanged(). Edits are committed in
/// the order given. Undoing commits the inverse of what was committed, in the same queue; a step
/// that the file refuses leaves the stack. Lives on the interface thread.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override; ///< waits for the work under way, closes the file

    bool isOpen() const;
    bool isReadOnly() const;
    QString readOnlyReason() const;
    QString path() const;
    project::YearDataPtr data() const;        ///< null while nothing is open
    assess::AssessmentPtr assessment() const; ///< null while nothing is open
    QUndoStack* undoStack();

    /// Asynchronous; end with opened() or failed().
    void open(const QString& path);
    void create(const QString& path, const project::NewYear& year);
    void close();

    /// Commits an edit and puts it on the undo stack. Nothing happens for an empty set. A failure
    /// is told by failed(), and the data stays as it was.
    void edit(const project::ChangeSet& changes);
    /// The same for edits that follow one another quicker than they are stored: made from the data
    /// as the edits before leave them, on the file's thread.
    void editLatest(std::function<project::ChangeSet(const project::YearData&)> make);

    /// Runs `work` on the file's thread; its answer comes back on the interface thread. For audit
    /// pages, backups, verifying. `done` is not called after `context` is gone.
    void withFile(QObject* context, std::function<void(project::ProjectFile&)> work,
                  std::function<void()> done);

    /// Judges the year again, so that its sentences follow a change of the interface's language.
    void refresh();

    bool isBusy() const;

Q_SIGNALS:
    void opened();
    void closed();
    void dataChanged(); ///< new data() and assessment()
    void busyChanged(bool busy);
    void failed(const checkup::Error& error);

private:
    class Step;
    struct Desk;
    struct Snapshot;
    struct State;

    void post(std::function<void(Desk&)> work);
    void answer(std::function<void()> done);
    void take(std::function<Result<project::ProjectFile>()> make);
    void commit(std::function<project::ChangeSet(const project::YearData&)> changes,
                std::function<void(const project::ChangeSet&)> committed,
                std::function<void()> accepted, std::function<void()> refused);
    void deliver(const Snapshot& snapshot);

    std::unique_ptr<State> m_state;
};

} // namespace checkup::workspace

Q_DECLARE_METATYPE(checkup::Error)
