#pragma once

#include <QDir>
#include <QString>

namespace test {

/// The project's root folder, as CMake gave it.
inline QString sourceDir()
{
    return QStringLiteral(CHECKUP_SOURCE_DIR);
}

/// A file below tests/data.
inline QString dataFile(const QString& name)
{
    return sourceDir() + QStringLiteral("/tests/data/") + name;
}

/// Reference material beside the checkout; empty where it is absent, and the test then skips,
/// saying so.
inline QString sharedFile(const QString& name)
{
    const QString path = QDir::cleanPath(sourceDir() + QStringLiteral("/../shared/") + name);
    return QFile::exists(path) ? path : QString();
}

} // namespace test
