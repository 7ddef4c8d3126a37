#include "app/workspace/jobs.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <mutex>

namespace checkup::workspace {

Jobs::Jobs(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
}

Jobs::~Jobs()
{
    for (const Job& job : std::as_const(m_running))
        job.cancel.cancel();
    m_pool.waitForDone();
}

Error Jobs::unexpected(const char* what)
{
    return Error(ErrorCode::Internal,
                 tr("后台任务意外中断，数据没有改动。请重试；若再次发生，请报告此问题。"),
                 QString::fromLocal8Bit(what));
}

Jobs::Handle Jobs::begin(const QString& title)
{
    Job job;
    job.id = ++m_last;
    job.title = title;
    m_running << job;
    Q_EMIT changed();

    // Ten reports a second are plenty for a bar.
    struct Pace
    {
        std::mutex mutex;
        QElapsedTimer since;
    };
    auto pace = std::make_shared<Pace>();
    ProgressSink sink = [this, id = job.id, pace](double share, const QString& at) {
        {
            const std::lock_guard lock(pace->mutex);
            if (pace->since.isValid() && pace->since.elapsed() < 100 && share < 1)
                return;
            pace->since.start();
        }
        QMetaObject::invokeMethod(
            this,
            [this, id, share, at] {
                for (Job& running : m_running) {
                    if (running.id == id) {
                        running.share = std::clamp(share, running.share, 1.0);
                        running.at = at;
                        Q_EMIT changed();
                    }
                }
            },
            Qt::QueuedConnection);
    };
    return {job.id, job.cancel, std::move(sink)};
}

void Jobs::finish(int id)
{
    if (m_running.removeIf([id](const Job& job) { return job.id == id; }) > 0)
        Q_EMIT changed();
}

void Jobs::cancel(int id)
{
    for (const Job& job : std::as_const(m_running)) {
        if (job.id == id)
            job.cancel.cancel();
    }
}

int Jobs::run(const QString& title, Work work, QObject* context, std::function<void()> done)
{
    const Handle handle = begin(title);
    m_pool.start([this, handle, work = std::move(work), watched = QPointer<QObject>(context),
                  done = std::move(done)] {
        work(handle.cancel, handle.progress);
        QMetaObject::invokeMethod(
            this,
            [this, id = handle.id, watched, done] {
                finish(id);
                if (watched)
                    done();
            },
            Qt::QueuedConnection);
    });
    return handle.id;
}

} // namespace checkup::workspace
