#pragma once

#include <QString>

#include <memory>

class QLockFile;

namespace checkup::project {

/// Holds a project for writing while it lives: a hidden file ".NAME.lock" beside it with the
/// holder's process, host and name, gone after a regular close. A lock whose process has died on
/// this host is taken over; one from another host, which we cannot ask, counts as forgotten after a
/// day without a write (refresh()). A file lock of the system guards the lock file itself, so that
/// a long session on this host is never taken over.
class WriterLock
{
public:
    enum class Outcome { Held, HeldByOther, NotWritable };

    WriterLock();
    ~WriterLock();
    Q_DISABLE_COPY_MOVE(WriterLock)

    Outcome take(const QString& projectPath, const QString& person);
    void refresh() const; ///< says that the holder is still at work
    void release();
    /// "张三@PC-01, 2023-03-02 09:15" of whoever holds it; empty when nobody does.
    static QString holderOf(const QString& projectPath);
    static QString lockPath(const QString& projectPath);

private:
    std::unique_ptr<QLockFile> m_lock;
    QString m_path;
};

} // namespace checkup::project
