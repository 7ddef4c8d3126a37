#include "core/gdal/archive.h"

#include "core/gdal/handles.h"

#include <QCoreApplication>
#include <QDir>

#include <cpl_string.h>
#include <cpl_vsi.h>

namespace checkup::gdal {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gdal)
};

} // namespace

Result<QStringList> archivedFiles(const QString& path, const office::Limits& limits)
{
    registerDrivers();
    const ErrorCollector errors;
    const QString shown = QDir::toNativeSeparators(path);
    const QString root = u"/vsizip/{%1}"_s.arg(path);
    char** const names = VSIReadDirRecursive(root.toUtf8().constData());
    if (!names)
        return errors.toError(ErrorCode::Damaged,
                              Text::tr("压缩包“%1”打不开，可能已损坏、设有密码或不是 zip；请解压后"
                                       "再导入。")
                                  .arg(shown));
    QStringList places;
    qint64 bytes = 0;
    qint64 entries = 0;
    bool tooLarge = false;
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
        bytes += static_cast<qint64>(stat.st_size);
        tooLarge = bytes > limits.unpackedBytes || ++entries > limits.entries;
        if (!name.contains(u".gdb/", Qt::CaseInsensitive))
            places << place;
    }
    CSLDestroy(names);
    if (tooLarge)
        return Error(
            ErrorCode::TooLarge,
            Text::tr("压缩包“%1”解开后超出安全限制（%2 MB、%3 个文件）；请自行解压后再导入。")
                .arg(shown)
                .arg(limits.unpackedBytes >> 20)
                .arg(limits.entries));
    places.sort();
    return places;
}

QString nameInArchive(const QString& place)
{
    const qsizetype end = place.indexOf(u"}/"_s);
    return place.startsWith(u"/vsizip/{") && end > 0 ? place.sliced(end + 2) : place;
}

} // namespace checkup::gdal
