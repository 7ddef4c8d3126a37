#include "core/gdal/archive.h"

#include "core/gdal/handles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <memory>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

/// Whether what is said to be in an archive is out of all proportion to its size.
bool isBomb(qint64 unpacked, qint64 packed, const office::Limits& limits)
{
    constexpr qint64 harmless = qint64(10) << 20;
    return unpacked > harmless && double(unpacked) > limits.ratio * double(packed);
}

} // namespace

Result<QStringList> archivedFiles(const QString& path, const office::Limits& limits)
{
    registerDrivers();
    const ErrorCollector errors;
    const QString shown = QDir::toNativeSeparators(path);
    const QString root = u"/vsizip/{%1}"_s.arg(path);
    char** const names = VSIReadDirRecursive(root.toUtf8().constData());
    if (!names)
        return errors.toError(
            ErrorCode::Damaged,
            Text::tr("压缩包“%1”打不开，可能已损坏、设有密码、不是 zip，或文件名指向包"
                     "外；请解压后再导入。")
                .arg(shown));
    QStringList places;
    qint64 bytes = 0;
    qint64 entries = 0;
    bool tooLarge = false;
    bool leadsOut = false;
    const qint64 packed = QFileInfo(path).size();
    for (int i = 0; i < CSLCount(names) && !tooLarge; ++i) {
        QString name = QString::fromUtf8(names[i]);
        const QString place = root + u'/' + name;
        VSIStatBufL stat;
        if (VSIStatL(place.toUtf8().constData(), &stat) != 0)
            continue;
        if (VSI_ISDIR(stat.st_mode)) {
            while (name.endsWith(u'/'))
                name.chop(1);
            if (name.endsWith(u".gdb", Qt::CaseInsensitive))
                places << root + u'/' + name;
            continue;
        }
        const auto size = static_cast<qint64>(stat.st_size);
        bytes += size;
        tooLarge = bytes > limits.unpackedBytes || size > limits.entryBytes ||
                   ++entries > limits.entries || isBomb(bytes, packed, limits);
        leadsOut = leadsOut || name.startsWith(u'/') || name.contains(u'\\') ||
                   name.split(u'/').contains(u".."_s);
        if (!name.contains(u".gdb/", Qt::CaseInsensitive))
            places << place;
    }
    CSLDestroy(names);
    if (tooLarge)
        return Error(
            ErrorCode::TooLarge,
            Text::tr(
                "压缩包“%1”解开后超出安全限制（%2 MB、%3 个文件，或大小与内容极不相称）；请自行"
                "解压后再导入。")
                .arg(shown)
                .arg(limits.unpackedBytes >> 20)
                .arg(limits.entries));
    if (leadsOut)
        return Error(ErrorCode::Invalid,
                     Text::tr("压缩包“%1”里有文件名指向包外（如 ../），不予读取；请核对来源，或自行"
                              "解压后再导入。")
                         .arg(shown));
    places.sort();
    return places;
}

Result<QString> unpackInto(const QString& folder, const QString& place,
                           const office::Limits& limits)
{
    const ErrorCollector errors;
    const QString name = nameInArchive(place);
    const auto damaged = [&] {
        return errors.toError(
            ErrorCode::Damaged,
            Text::tr("压缩包里的“%1”解不开，可能已损坏；请解压后再导入。").arg(name));
    };
    VSILFILE* const packed = VSIFOpenL(place.toUtf8().constData(), "rb");
    if (!packed)
        return damaged();
    const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> closer(packed, &VSIFCloseL);
    QFile copy(folder + u'/' + QFileInfo(name).fileName());
    if (!copy.open(QIODevice::WriteOnly))
        return Error(ErrorCode::Io,
                     Text::tr("压缩包里的“%1”没有地方解开；请清理磁盘后重试。").arg(name),
                     copy.errorString());
    QByteArray block(1 << 20, Qt::Uninitialized);
    qint64 all = 0;
    for (;;) {
        const size_t read = VSIFReadL(block.data(), 1, static_cast<size_t>(block.size()), packed);
        if (read == 0)
            break;
        all += static_cast<qint64>(read);
        if (all > limits.entryBytes) // whatever the archive says of itself
            return Error(ErrorCode::TooLarge,
                         Text::tr("压缩包里的“%1”解开后超过 %2 MB；请自行解压后再导入。")
                             .arg(name)
                             .arg(limits.entryBytes >> 20));
        if (copy.write(block.constData(), static_cast<qint64>(read)) != static_cast<qint64>(read))
            return Error(ErrorCode::Io,
                         Text::tr("压缩包里的“%1”没有地方解开；请清理磁盘后重试。").arg(name),
                         copy.errorString());
    }
    if (errors.hasErrors() || !copy.flush())
        return damaged();
    return copy.fileName();
}

QString nameInArchive(const QString& place)
{
    const qsizetype end = place.indexOf(u"}/"_s);
    return place.startsWith(u"/vsizip/{") && end > 0 ? place.sliced(end + 2) : place;
}

} // namespace checkup::gdal
