#include "app/workspace/maps/base_tiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BaseMap)
};

/// Tiles in a folder: z/x/y.format.
struct Tiles
{
    QString folder, format;
    int minZoom = 0, maxZoom = 0;
};

/// Names that are numbers, from small to large.
QList<int> numbersIn(const QDir& folder)
{
    QList<int> numbers;
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isNumber = false;
        const int number = name.toInt(&isNumber);
        if (isNumber && number >= 0)
            numbers << number;
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Result<Tiles> tilesOfFolder(const QString& path)
{
    const QString name = QDir::toNativeSeparators(path);
    const QDir folder(path);
    Tiles tiles{folder.absolutePath(), {}, 0, 0};
    const QList<int> zooms = numbersIn(folder);
    for (const int zoom : zooms) {
        const QDir level(folder.filePath(QString::number(zoom)));
        const QList<int> columns = numbersIn(level);
        if (columns.isEmpty())
            continue;
        const QFileInfoList files =
            QDir(level.filePath(QString::number(columns.constFirst())))
                .entryInfoList({u"*.png"_s, u"*.jpg"_s, u"*.jpeg"_s, u"*.webp"_s}, QDir::Files);
        if (files.isEmpty())
            continue;
        if (tiles.format.isEmpty()) {
            tiles.format = files.constFirst().suffix();
            tiles.minZoom = zoom;
        }
        tiles.maxZoom = zoom;
    }
    if (tiles.format.isEmpty())
        return Error(
            ErrorCode::Unsupported,
            Text::tr("%1 里没有按 z/x/y.png 存放的瓦片；请选缩放级别的上一层文件夹。").arg(name));
    return tiles;
}

int turned(int row, int zoom)
{
    return (1 << zoom) - 1 - row;
}

QString tileName(const Tiles& tiles, int zoom, int column, int row)
{
    return u"%1/%2/%3.%4"_s.arg(zoom).arg(column).arg(row).arg(tiles.format);
}

/// What the folder says of itself: gdal2tiles and others write such files beside TMS tiles.
bool saysFromSouth(const QDir& folder)
{
    QFile metadata(folder.filePath(u"metadata.json"_s));
    if (metadata.open(QFile::ReadOnly)) {
        const QString scheme =
            QJsonDocument::fromJson(metadata.readAll()).object().value(u"scheme"_s).toString();
        if (!scheme.isEmpty())
            return scheme.compare(u"tms"_s, Qt::CaseInsensitive) == 0;
    }
    return folder.exists(u"tilemapresource.xml"_s);
}

/// Whether rows count from the south. The closest zoom tells best: there the rows of a place from
/// the north and from the south are far apart.
bool areFromSouth(const Tiles& tiles, const gdal::LonLatBox& around, const CancelToken& cancel)
{
    const QDir folder(tiles.folder);
    for (int zoom = tiles.maxZoom; zoom >= tiles.minZoom && !cancel.isCancelled(); --zoom) {
        const gdal::TileRange range = gdal::tilesAround(around, zoom);
        bool north = false;
        bool south = false;
        for (int column = range.west; column <= range.east && !(north && south); ++column) {
            if (!folder.exists(u"%1/%2"_s.arg(zoom).arg(column)))
                continue;
            for (int row = range.north; row <= range.south && !(north && south); ++row) {
                north = north || folder.exists(tileName(tiles, zoom, column, row));
                south = south || folder.exists(tileName(tiles, zoom, column, turned(row, zoom)));
            }
        }
        if (north != south)
            return south;
    }
    return saysFromSouth(folder);
}

Error notWritten(const QString& path, const QFile& file)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    return Error(full ? ErrorCode::DiskFull : ErrorCode::Io,
                 Text::tr("瓦片没有写入 %1；请检查磁盘空间和权限后重试。")
                     .arg(QDir::toNativeSeparators(path)),
                 file.errorString());
}

Error noFolder(const QString& path)
{
    return Error(
        ErrorCode::Io,
        Text::tr("不能在 %1 里建立文件夹；请检查权限后重试。").arg(QDir::toNativeSeparators(path)));
}

Result<void> write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return notWritten(path, file);
    return {};
}

Result<void> unpackLevel(gdal::TileArchive& archive, const Tiles& tiles, const CancelToken& cancel)
{
    const QDir folder(tiles.folder);
    gdal::Tile tile;
    QString column;
    for (;;) {
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消准备底图。"));
        const Result<bool> more = archive.next(tile);
        if (!more)
            return more.error();
        if (!*more)
            return {};
        const QString name = u"%1/%2"_s.arg(tile.zoom).arg(tile.column);
        if (name != column && !folder.mkpath(name))
            return noFolder(tiles.folder);
        column = name;
        const QString path =
            folder.filePath(u"%1/%2.%3"_s.arg(name).arg(tile.row).arg(tiles.format));
        // One that was cut short when the disk was full is made again.
        if (QFileInfo(path).size() == tile.picture.size())
            continue;
        if (const Result<void> done = write(path, tile.picture); !done)
            return done;
    }
}

/// Another name is all that tiles counted from the south need; where there are no links, a copy.
Result<Tiles> turn(const Tiles& tiles, const QString& folder, const gdal::LonLatBox& around,
                   const CancelToken& cancel)
{
    const QDir from(tiles.folder);
    const QDir to(folder);
    for (int zoom = tiles.minZoom; zoom <= tiles.maxZoom; ++zoom) {
        const gdal::TileRange range = gdal::tilesAround(around, zoom);
        for (int column = range.west; column <= range.east; ++column) {
            const QString name = u"%1/%2"_s.arg(zoom).arg(column);
            if (cancel.isCancelled())
                return Error(ErrorCode::Cancelled, Text::tr("已取消准备底图。"));
            if (!from.exists(name))
                continue;
            if (!to.mkpath(name))
                return noFolder(folder);
            for (int row = range.north; row <= range.south; ++row) {
                const QString source =
                    from.filePath(tileName(tiles, zoom, column, turned(row, zoom)));
                const QString target = to.filePath(tileName(tiles, zoom, column, row));
                if (!QFileInfo::exists(source) || QFileInfo::exists(target))
                    continue;
                QFile::remove(target); // a link to what is gone
                QFile file(source);
                if (!file.link(target) && !file.copy(target))
                    return notWritten(target, file);
            }
        }
    }
    return Tiles{folder, tiles.format, tiles.minZoom, tiles.maxZoom};
}

Result<Tiles> unpack(const QString& source, const QString& folder, const gdal::LonLatBox& around,
                     const CancelToken& cancel, const ProgressSink& progress)
{
    auto archive = gdal::TileArchive::open(source);
    if (!archive)
        return archive.error();
    const Tiles tiles{folder, archive->format(), archive->minZoom(), archive->maxZoom()};
    const QString done = QDir(folder).filePath(u"done"_s);
    const QByteArray what = u"%1 %2 %3 %4"_s.arg(around.west)
                                .arg(around.south)
                                .arg(around.east)
                                .arg(around.north)
                                .toUtf8();
    QFile before(done);
    if (before.open(QFile::ReadOnly) && before.readAll() == what)
        return tiles;
    for (int zoom = tiles.minZoom; zoom <= tiles.maxZoom; ++zoom) {
        tellProgress(progress, double(zoom - tiles.minZoom) / (tiles.maxZoom - tiles.minZoom + 1),
                     Text::tr("第 %1 级").arg(zoom));
        if (const Result<void> selected = archive->select(zoom, around); !selected)
            return selected.error();
        if (const Result<void> unpacked = unpackLevel(*archive, tiles, cancel); !unpacked)
            return unpacked.error();
    }
    if (const Result<void> kept = write(done, what); !kept)
        return kept.error();
    return tiles;
}

/// The map asks a repository where the tiles of each kind of map are. With a kind that this does
/// not name it would go on to servers that it knows itself.
Result<void> describe(const Tiles& tiles, const QString& folder)
{
    const QJsonObject provider{
        {u"UrlTemplate"_s, QUrl::fromLocalFile(tiles.folder).toString(QUrl::FullyEncoded) +
                               u"/%z/%x/%y."_s + tiles.format},
        {u"ImageFormat"_s, tiles.format},
        {u"MapCopyRight"_s, QString()},
        {u"DataCopyRight"_s, QString()},
        {u"MinimumZoomLevel"_s, tiles.minZoom},
        {u"MaximumZoomLevel"_s, tiles.maxZoom},
    };
    const QByteArray bytes = QJsonDocument(provider).toJson();
    for (const QString& kind : {u"street"_s, u"satellite"_s, u"cycle"_s, u"transit"_s,
                                u"night-transit"_s, u"terrain"_s, u"hiking"_s}) {
        if (const Result<void> written = write(folder + u'/' + kind, bytes); !written)
            return written;
    }
    return {};
}

} // namespace

Result<BaseTiles> prepareBaseTiles(const QString& source, const QString& cacheFolder,
                                   const gdal::LonLatBox& around, const CancelToken& cancel,
                                   const ProgressSink& progress)
{
    const QFileInfo info(source);
    const QString name = QDir::toNativeSeparators(source);
    if (!info.exists())
        return Error(ErrorCode::NotFound, Text::tr("底图瓦片 %1 不在了；请重新选择。").arg(name));
    const QString made = info.isDir() ? info.absoluteFilePath()
                                      : u"%1\n%2\n%3"_s.arg(info.absoluteFilePath())
                                            .arg(info.size())
                                            .arg(info.lastModified().toMSecsSinceEpoch());
    const QByteArray key =
        QCryptographicHash::hash(made.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
    const QDir folder(cacheFolder + u'/' + QString::fromLatin1(key));
    for (const QString& part : {u"tiles"_s, u"providers"_s, u"map"_s}) {
        if (!folder.mkpath(part))
            return noFolder(folder.path());
    }
    const QString own = folder.filePath(u"tiles"_s);
    auto tiles =
        info.isDir() ? tilesOfFolder(source) : unpack(source, own, around, cancel, progress);
    if (tiles && info.isDir() && areFromSouth(*tiles, around, cancel))
        tiles = turn(*tiles, own, around, cancel);
    if (!tiles)
        return tiles.error();
    if (!QImageReader::supportedImageFormats().contains(tiles->format.toLatin1()))
        return Error(ErrorCode::Unsupported,
                     Text::tr("%1 的瓦片是 %2 图片，此系统的 Qt 不能读；请换成 png 或 jpg，或安装 "
                              "qt6-image-formats-plugins。")
                         .arg(name, tiles->format));
    if (const Result<void> told = describe(*tiles, folder.filePath(u"providers"_s)); !told)
        return told.error();
    return BaseTiles{folder.filePath(u"providers"_s), folder.filePath(u"map"_s), tiles->minZoom,
                     tiles->maxZoom};
}

} // namespace checkup::workspace
