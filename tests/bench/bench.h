#pragma once

#include "tests/support/made_city.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStringList>

#include <cstdio>
#include <optional>

namespace bench {

/// What /proc says of this process, in MiB: "VmRSS" now, "VmHWM" at most. (getrusage would count
/// what the parent held when it started this process.)
inline int mebibytes(const QByteArray& key)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf(key + ':');
    return at < 0 ? 0 : all.mid(at + key.size() + 1, 20).trimmed().split(' ')[0].toInt() / 1024;
}

/// The made-up city in the folder that `arguments` name first, of as many parcels as they say
/// second; made there once. Nothing, and said why, when it cannot be.
inline std::optional<QString> cityOf(const QStringList& arguments, const char* usage)
{
    if (arguments.isEmpty()) {
        std::fprintf(stderr, "%s\n", usage);
        return std::nullopt;
    }
    test::CitySize size;
    if (arguments.size() > 1)
        size.parcels = arguments[1].toInt();
    const QString path =
        QDir(arguments[0]).filePath(QStringLiteral("city-%1.gpkg").arg(size.parcels));
    if (QFile::exists(path))
        return path;
    QElapsedTimer timer;
    timer.start();
    if (const auto made = test::makeCity(path, size); !made) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(made.error().message()));
        return std::nullopt;
    }
    std::printf("city made in %.1f s\n", static_cast<double>(timer.elapsed()) / 1000);
    return path;
}

} // namespace bench
