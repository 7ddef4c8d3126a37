#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

/// A PostgreSQL of one's own in a temporary folder, reached by a socket there, gone at the end.
/// Nothing that runs already is touched.
class OwnPostgres
{
public:
    struct Answer
    {
        bool done = false;
        QString text;    ///< rows, columns separated by |, or what went wrong
        double seconds = 0;
    };

    /// None where it is not installed or an extension is missing; `why` then says so.
    static std::unique_ptr<OwnPostgres> start(const QStringList& extensions, QString& why)
    {
        std::unique_ptr<OwnPostgres> own(new OwnPostgres);
        own->m_programs = programs();
        if (own->m_programs.isEmpty()) {
            why = QStringLiteral("PostgreSQL is not installed");
            return {};
        }
        why = own->begin(extensions);
        return why.isEmpty() ? std::move(own) : nullptr;
    }

    ~OwnPostgres()
    {
        if (m_running)
            asServer({m_programs + QStringLiteral("/pg_ctl"), QStringLiteral("-D"), data(),
                      QStringLiteral("-m"), QStringLiteral("immediate"), QStringLiteral("stop")});
    }

    OwnPostgres(const OwnPostgres&) = delete;
    OwnPostgres& operator=(const OwnPostgres&) = delete;

    /// For libpq, and after "PG:" for OGR.
    QString connection() const
    {
        return QStringLiteral("host=%1 user=postgres dbname=postgres").arg(m_folder.path());
    }

    Answer run(const QString& sql) const
    {
        return run({m_programs + QStringLiteral("/psql"), QStringLiteral("-X"),
                    QStringLiteral("-q"), QStringLiteral("-A"), QStringLiteral("-t"),
                    QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-d"),
                    connection(), QStringLiteral("-c"), sql});
    }

    /// Copies a layer into a table of the same name, geometry in "geom", number in "fid".
    Answer load(const QString& file, const QString& layer) const
    {
        const QString ogr = QStandardPaths::findExecutable(QStringLiteral("ogr2ogr"));
        if (ogr.isEmpty())
            return {false, QStringLiteral("ogr2ogr is not installed"), 0};
        Answer answer = run({ogr, QStringLiteral("--config"), QStringLiteral("PG_USE_COPY"),
                             QStringLiteral("YES"), QStringLiteral("-f"),
                             QStringLiteral("PostgreSQL"), QStringLiteral("PG:") + connection(),
                             file, layer, QStringLiteral("-nln"), layer, QStringLiteral("-lco"),
                             QStringLiteral("GEOMETRY_NAME=geom"), QStringLiteral("-lco"),
                             QStringLiteral("FID=fid"), QStringLiteral("-gt"),
                             QStringLiteral("100000")});
        return answer;
    }

private:
    OwnPostgres() = default;

    static QString programs()
    {
        const QDir all(QStringLiteral("/usr/lib/postgresql"));
        const QStringList versions = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
            const QString folder = all.filePath(*version + QStringLiteral("/bin"));
            if (QFile::exists(folder + QStringLiteral("/initdb")))
                return folder;
        }
        const QString found = QStandardPaths::findExecutable(QStringLiteral("initdb"));
        return found.isEmpty() ? QString() : QFileInfo(found).path();
    }

    QString data() const { return m_folder.filePath(QStringLiteral("data")); }

    static Answer run(const QStringList& command)
    {
        QElapsedTimer timer;
        timer.start();
        QProcess process;
        process.start(command.first(), command.mid(1));
        constexpr int patience = 60 * 60 * 1000; // ms
        if (!process.waitForFinished(patience))
            return {false, process.errorString(), 0};
        const bool done = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        const QByteArray text =
            done ? process.readAllStandardOutput() : process.readAllStandardError();
        return {done, QString::fromUtf8(text).trimmed(), double(timer.elapsed()) / 1000};
    }

    /// PostgreSQL refuses to run as root; then it runs as the user its package made.
    Answer asServer(const QStringList& command) const
    {
#ifdef Q_OS_UNIX
        if (geteuid() == 0)
            return run(QStringList{QStringLiteral("runuser"), QStringLiteral("-u"),
                                   QStringLiteral("postgres"), QStringLiteral("--")} +
                       command);
#endif
        return run(command);
    }

    QString begin(const QStringList& extensions)
    {
#ifdef Q_OS_UNIX
        if (geteuid() == 0)
            run({QStringLiteral("chown"), QStringLiteral("postgres"), m_folder.path()});
#endif
        Answer answer = asServer({m_programs + QStringLiteral("/initdb"), QStringLiteral("-D"),
                                  data(), QStringLiteral("-U"), QStringLiteral("postgres"),
                                  QStringLiteral("-E"), QStringLiteral("UTF8"),
                                  QStringLiteral("--locale=C.UTF-8"), QStringLiteral("-A"),
                                  QStringLiteral("trust")});
        if (!answer.done)
            return QStringLiteral("initdb: ") + answer.text;
        // As a person who wants it fast on this machine would set it.
        const QString settings =
            QStringLiteral("-c listen_addresses= -c unix_socket_directories=%1 "
                           "-c shared_buffers=1GB -c work_mem=256MB -c maintenance_work_mem=512MB "
                           "-c max_parallel_workers_per_gather=2 -c max_wal_size=4GB -c fsync=off "
                           "-c jit=off")
                .arg(m_folder.path());
        answer = asServer({m_programs + QStringLiteral("/pg_ctl"), QStringLiteral("-D"), data(),
                           QStringLiteral("-l"), m_folder.filePath(QStringLiteral("log")),
                           QStringLiteral("-w"), QStringLiteral("-o"), settings,
                           QStringLiteral("start")});
        if (!answer.done)
            return QStringLiteral("pg_ctl: ") + answer.text;
        m_running = true;
        for (const QString& extension : extensions) {
            answer = run(QStringLiteral("create extension ") + extension);
            if (!answer.done)
                return QStringLiteral("%1 is not installed: %2").arg(extension, answer.text);
        }
        return {};
    }

    QTemporaryDir m_folder;
    QString m_programs;
    bool m_running = false;
};
