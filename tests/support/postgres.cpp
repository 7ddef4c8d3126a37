#include "tests/support/postgres.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <unistd.h>

namespace test {

using namespace Qt::StringLiterals;

namespace {

/// Debian keeps the server's programs out of the path, by version.
QString programsFolder()
{
    const QString found = QStandardPaths::findExecutable(u"initdb"_s);
    if (!found.isEmpty())
        return QFileInfo(found).path();
    const QDir all(u"/usr/lib/postgresql"_s);
    const QStringList versions = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (qsizetype i = versions.size(); i-- > 0;) {
        const QString folder = all.filePath(versions.at(i)) + u"/bin"_s;
        if (QFile::exists(folder + u"/initdb"_s))
            return folder;
    }
    return {};
}

} // namespace

Postgres::Postgres(const QStringList& extensions)
    : m_folder(QDir::tempPath() + u"/checkup-pg-XXXXXX"_s)
    , m_programs(programsFolder())
{
    if (m_programs.isEmpty() || QStandardPaths::findExecutable(u"psql"_s).isEmpty()) {
        m_absence = u"PostgreSQL is not installed"_s;
        return;
    }
    if (geteuid() == 0 && !run(u"chown"_s, {u"postgres"_s, m_folder.path()}, false)) {
        m_absence = u"there is no user postgres to run the server as"_s;
        return;
    }
    const QString place = m_folder.filePath(u"data"_s);
    if (!run(m_programs + u"/initdb"_s,
             {u"-D"_s, place, u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s, u"-A"_s, u"trust"_s,
              u"-U"_s, u"postgres"_s},
             true)) {
        m_absence = u"initdb failed: "_s + m_error;
        return;
    }
    // As one would tune a desk for one user's long queries; nothing in it needs to survive.
    const QString options =
        u"-c listen_addresses='' -c unix_socket_directories='%1' -c shared_buffers=1GB "
        "-c work_mem=256MB -c maintenance_work_mem=512MB -c max_wal_size=4GB -c jit=off "
        "-c max_parallel_workers_per_gather=2 -c fsync=off -c synchronous_commit=off "
        "-c full_page_writes=off"_s.arg(m_folder.path());
    if (!run(m_programs + u"/pg_ctl"_s,
             {u"-D"_s, place, u"-l"_s, m_folder.filePath(u"log"_s), u"-w"_s, u"-o"_s, options,
              u"start"_s},
             true)) {
        m_absence = u"the server did not start: "_s + m_error;
        return;
    }
    m_started = true;
    for (const QString& extension : extensions) {
        if (!sql(u"create extension "_s + extension)) {
            m_absence = u"the extension %1 is not installed"_s.arg(extension);
            return;
        }
    }
}

Postgres::~Postgres()
{
    if (m_started)
        run(m_programs + u"/pg_ctl"_s,
            {u"-D"_s, m_folder.filePath(u"data"_s), u"-m"_s, u"immediate"_s, u"stop"_s}, true);
}

QString Postgres::connection() const
{
    return u"host=%1 user=postgres dbname=postgres"_s.arg(m_folder.path());
}

std::optional<QString> Postgres::sql(const QString& statements)
{
    if (!run(u"psql"_s,
             {u"-X"_s, u"-q"_s, u"-t"_s, u"-A"_s, u"-F"_s, u"\t"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s,
              u"-d"_s, connection(), u"-c"_s, statements},
             false))
        return {};
    return m_output;
}

bool Postgres::run(const QString& program, const QStringList& arguments, bool asServer)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    // The server must not keep our pipes open.
    if (program.endsWith(u"pg_ctl"_s))
        process.setStandardOutputFile(QProcess::nullDevice());
    if (asServer && geteuid() == 0)
        process.start(u"runuser"_s,
                      QStringList{u"-u"_s, u"postgres"_s, u"--"_s, program} + arguments);
    else
        process.start(program, arguments);
    const bool ended = process.waitForStarted() && process.waitForFinished(-1);
    m_output = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    m_error = QString::fromUtf8(process.readAllStandardError()).trimmed();
    return ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace test
