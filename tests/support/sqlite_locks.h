#pragma once

#include <QCoreApplication>
#include <QFile>

#include <optional>

namespace test {

/// How many of SQLite's shared locks this process holds, on whatever file, as the system lists
/// them; nothing where it does not.
inline std::optional<int> sqliteLocks()
{
    QFile file(QStringLiteral("/proc/locks"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray mine = ' ' + QByteArray::number(QCoreApplication::applicationPid()) + ' ';
    int found = 0;
    for (const QByteArray& line : file.readAll().split('\n'))
        found += line.contains(mine) && line.endsWith(" 1073741826 1073742335") ? 1 : 0;
    return found;
}

} // namespace test
