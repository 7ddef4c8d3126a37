#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace checkup::workspace {

/// Work away from the interface thread, with progress and cancel. A job is a function of copied
/// values: it must not touch widgets, the session, or the project file (see Session::withFile for
/// that). Interface thread; destroying it cancels what runs and waits for it.
class Jobs : public QObject
{
    Q_OBJECT
public:
    struct Job
    {
        int id = 0;
        QString title;
        double share = 0;
        QString at;
        CancelToken cancel;
    };

    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override;

    /// Runs `work` on a pool thread. Without a title it is not shown: what is over at once. `done` gets its answer on the interface thread, unless
    /// `context` is gone by then. An exception becomes ErrorCode::Internal. Gives the job's number.
    template <class Out>
    int start(const QString& title,
              std::function<Result<Out>(const CancelToken&, const ProgressSink&)> work,
              QObject* context, std::function<void(const Result<Out>&)> done)
    {
        auto answer = std::make_shared<std::optional<Result<Out>>>();
        return run(
            title,
            [answer, work = std::move(work)](const CancelToken& cancel,
                                             const ProgressSink& progress) {
                try {
                    answer->emplace(work(cancel, progress));
                } catch (const std::exception& exception) {
                    answer->emplace(unexpected(exception.what()));
                }
            },
            context, [answer, done = std::move(done)] { done(**answer); });
    }

    /// Shows work that runs elsewhere (on the session's thread): a number for finish(), a token
    /// that the cancel button sets, and a sink that any thread may call.
    struct Handle
    {
        int id = 0;
        CancelToken cancel;
        ProgressSink progress;
    };
    Handle begin(const QString& title);
    void finish(int id);

    const QList<Job>& running() const { return m_running; } ///< oldest first
    void cancel(int id);

Q_SIGNALS:
    void changed(); ///< one began, ended, or went on

private:
    using Work = std::function<void(const CancelToken&, const ProgressSink&)>;
    int run(const QString& title, Work work, QObject* context, std::function<void()> done);
    static Error unexpected(const char* what);

    QThreadPool m_pool;
    QList<Job> m_running;
    int m_last = 0;
};

} // namespace checkup::workspace
