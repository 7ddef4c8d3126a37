#include "core/project/writer_lock.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

constexpr auto personMark = "person:";
constexpr int staleAfterMs =
    24 * 60 * 60 * 1000; ///< for a lock of another host, whose process we cannot see

} // namespace

WriterLock::WriterLock() = default;

WriterLock::~WriterLock()
{
    release();
}

QString WriterLock::lockPath(const QString& projectPath)
{
    const QFileInfo file(projectPath);
    const QString real = file.canonicalFilePath();
    const QFileInfo target(real.isEmpty() ? file.absoluteFilePath() : real);
    return target.path() + u"/."_s + target.fileName() + u".lock"_s;
}

WriterLock::Outcome WriterLock::take(const QString& projectPath, const QString& person)
{
    m_path = lockPath(projectPath);
    m_lock = std::make_unique<QLockFile>(m_path);
    m_lock->setStaleLockTime(staleAfterMs);
    if (!m_lock->tryLock(0)) {
        const bool other = m_lock->error() == QLockFile::LockFailedError;
        m_lock.reset();
        return other ? Outcome::HeldByOther : Outcome::NotWritable;
    }
    // QLockFile reads the lines it knows and ignores what follows.
    QFile file(m_path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Append))
        file.write(personMark + person.toUtf8() + '\n');
    return Outcome::Held;
}

void WriterLock::refresh() const
{
    if (!m_lock)
        return;
    QFile file(m_path);
    if (file.open(QIODevice::ReadWrite))
        file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

void WriterLock::release()
{
    if (m_lock)
        m_lock->unlock();
    m_lock.reset();
}

QString WriterLock::holderOf(const QString& projectPath)
{
    const QString path = lockPath(projectPath);
    qint64 process = 0;
    QString host, program;
    QLockFile probe(path);
    if (!probe.getLockInfo(&process, &host, &program))
        return {};
    // A killed process leaves its lock file behind; whoever can take the lock meets nobody.
    probe.setStaleLockTime(staleAfterMs);
    if (probe.tryLock(0))
        return {};
    QString person;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (line.startsWith(personMark))
                person = QString::fromUtf8(line.mid(qstrlen(personMark)));
        }
    }
    const QFileInfo info(path);
    const QDateTime since = info.birthTime().isValid() ? info.birthTime() : info.lastModified();
    return u"%1@%2, %3"_s.arg(person.isEmpty() ? program : person, host,
                              since.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s));
}

} // namespace checkup::project
