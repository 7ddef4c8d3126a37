#pragma once

#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace test {

struct Ran
{
    int exit = -1;
    bool crashed = false;
    QString out, err;
    QJsonObject json;
};

/// Runs `checkup` with arguments; --json output is parsed when it is asked for.
inline Ran run(const QStringList& arguments, int timeoutMs = 120000)
{
    QProcess process;
    process.start(QStringLiteral(CHECKUP_COMMAND), arguments);
    Ran ran;
    ran.crashed =
        !process.waitForFinished(timeoutMs) || process.exitStatus() != QProcess::NormalExit;
    ran.exit = process.exitCode();
    ran.out = QString::fromUtf8(process.readAllStandardOutput());
    ran.err = QString::fromUtf8(process.readAllStandardError());
    if (arguments.contains(QStringLiteral("--json")))
        ran.json = QJsonDocument::fromJson(ran.out.toUtf8()).object();
    return ran;
}

/// The sample year, made once a process by data/samples/make-year.sh; tests copy it.
inline QString sampleProject()
{
    static QTemporaryDir folder;
    static QString path;
    if (path.isEmpty()) {
        QProcess process;
        process.start(QStringLiteral("bash"),
                      {sourceDir() + QStringLiteral("/data/samples/make-year.sh"),
                       QStringLiteral(CHECKUP_COMMAND), folder.path()});
        process.waitForFinished(120000);
        INFO(process.readAllStandardError().toStdString());
        REQUIRE(process.exitCode() == 0);
        path = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
        REQUIRE(QFile::exists(path));
    }
    return path;
}

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// As a bool, since a failure must not print megabytes.
inline bool sameBytes(const QString& a, const QString& b)
{
    return bytesOf(a) == bytesOf(b);
}

inline QStringList namesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden,
                                  QDir::Name);
}

} // namespace test
