#include "app/workspace/maps/base_map.h"
#include "app/workspace/settings.h"
#include "tests/app/workspace/maps_fixture.h"

#include <QDir>
#include <QImage>
#include <QNetworkProxy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::workspace;
using Catch::Matchers::ContainsSubstring;
using test::Maps;
using test::south;
using test::west;

namespace {

const QColor northWest(200, 30, 30), northEast(30, 160, 30), southWest(30, 30, 200),
    southEast(200, 200, 30);

/// A place in degrees, by PROJ.
QPointF degreesOf(QPointF place)
{
    const auto up = gdal::Transformation::toGeodetic(*gdal::Crs::fromEpsg(4548));
    REQUIRE_OK(up);
    double x = place.x();
    double y = place.y();
    REQUIRE_OK(up->apply(&x, &y, 1));
    return {x, y};
}

/// Web Mercator (EPSG Guidance Note 7-2, 1024), as a share of the world from the north-west.
QPointF worldOf(QPointF degrees)
{
    const double phi = degrees.y() * std::numbers::pi / 180;
    return {(degrees.x() + 180) / 360,
            0.5 - std::log(std::tan(std::numbers::pi / 4 + phi / 2)) / (2 * std::numbers::pi)};
}

/// The tile with a colour for each quarter around a place.
QImage tileAround(const QPointF& world, int zoom, int column, int row)
{
    QImage tile(256, 256, QImage::Format_RGB32);
    const double all = std::exp2(zoom);
    for (int y = 0; y < 256; ++y) {
        for (int x = 0; x < 256; ++x) {
            const bool east = (column + (x + 0.5) / 256) / all > world.x();
            const bool north = (row + (y + 0.5) / 256) / all < world.y();
            tile.setPixelColor(
                x, y, north ? (east ? northEast : northWest) : (east ? southEast : southWest));
        }
    }
    return tile;
}

/// z/x/y.png from zoom 11 to 15 around a place of the plane.
QString tilesAround(const QString& folder, QPointF place)
{
    const QString path = folder + u"/瓦片 一"_s;
    const QPointF world = worldOf(degreesOf(place));
    for (int zoom = 11; zoom <= 15; ++zoom) {
        const auto column = static_cast<int>(world.x() * std::exp2(zoom));
        const auto row = static_cast<int>(world.y() * std::exp2(zoom));
        for (int x = column - 3; x <= column + 3; ++x) {
            REQUIRE(QDir().mkpath(u"%1/%2/%3"_s.arg(path).arg(zoom).arg(x)));
            for (int y = row - 3; y <= row + 3; ++y)
                REQUIRE(tileAround(world, zoom, x, y)
                            .save(u"%1/%2/%3/%4.png"_s.arg(path).arg(zoom).arg(x).arg(y)));
        }
    }
    return path;
}

struct StoredTile
{
    int zoom, column, row; ///< row as MBTiles has it, from the south
    QByteArray bytes;
};

QString archiveOf(const QString& folder, const QList<StoredTile>& tiles)
{
    const QString path = folder + u"/底图.mbtiles"_s;
    {
        QSqlDatabase base = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tiles"_s);
        base.setDatabaseName(path);
        REQUIRE(base.open());
        QSqlQuery query(base);
        REQUIRE(query.exec(u"CREATE TABLE metadata (name TEXT, value TEXT)"_s));
        REQUIRE(query.exec(u"CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, "
                           "tile_row INTEGER, tile_data BLOB)"_s));
        REQUIRE(query.prepare(u"INSERT INTO tiles VALUES (?, ?, ?, ?)"_s));
        for (const StoredTile& tile : tiles) {
            query.bindValue(0, tile.zoom);
            query.bindValue(1, tile.column);
            query.bindValue(2, tile.row);
            query.bindValue(3, tile.bytes);
            REQUIRE(query.exec());
        }
    }
    QSqlDatabase::removeDatabase(u"tiles"_s);
    return path;
}

/// What the map asked of the network, and nothing comes of it.
class Recorder : public QNetworkProxyFactory
{
public:
    static QStringList& asked()
    {
        static QStringList urls;
        return urls;
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        asked() << query.url().toString() + query.peerHostName();
        return {QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 9)};
    }
};

} // namespace

TEST_CASE("the menu has a base map, or says why not")
{
    Maps maps;
    auto* show = maps.find<QAction>(u"baseMapShow"_s);
    auto* why = maps.find<QAction>(u"baseMapWhy"_s);
    CHECK(show->isEnabled() == baseMapFault().isEmpty());
    CHECK(why->isVisible() != baseMapFault().isEmpty());
    CHECK(maps.page->viewActions().contains(show));
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    CHECK_FALSE(show->isEnabled());
#endif
    if (show->isEnabled())
        return;
    CHECK(show->text().contains(u"没有 Qt Location"_s));
    CHECK(show->toolTip().contains(u"Debian 13"_s));
    dialogs::setNextAnswer(true);
    why->trigger();
    CHECK(dialogs::takeTold().join(u'\n').contains(u"qt6-location-dev"_s));
}

TEST_CASE("tiles of an archive are unpacked around the city, rows from the north")
{
    const QTemporaryDir folder;
    const QByteArray picture("\x89PNG and so on");
    // At zoom 2 a tile is 90 degrees wide: column 3 is 90° to 180° E; row 2 from the south is
    // the second from the north.
    const QString path = archiveOf(
        folder.path(), {{0, 0, 0, picture}, {2, 3, 2, picture + 'a'}, {2, 0, 2, picture + 'b'}});
    const gdal::LonLatBox city{117.8, 24.3, 118.4, 24.9};
    const QString cache = folder.filePath(u"缓存"_s);
    const auto tiles = prepareBaseTiles(path, cache, city);
    REQUIRE_OK(tiles);
    CHECK(tiles->minZoom == 0);
    CHECK(tiles->maxZoom == 2);
    const QDir unpacked(QFileInfo(tiles->providers).path() + u"/tiles"_s);
    CHECK(unpacked.exists(u"0/0/0.png"_s));
    QFile one(unpacked.filePath(u"2/3/1.png"_s));
    REQUIRE(one.open(QFile::ReadOnly));
    CHECK(one.readAll() == picture + 'a');
    CHECK_FALSE(unpacked.exists(u"2/0/1.png"_s));
    // All kinds of maps that the plug-in knows are told where, or it would ask its own servers.
    CHECK(QDir(tiles->providers).entryList(QDir::Files).size() == 7);
    // A larger city needs more of them.
    REQUIRE_OK(prepareBaseTiles(path, cache, {-100, 24.3, 118.4, 24.9}));
    CHECK(unpacked.exists(u"2/0/1.png"_s));
}

TEST_CASE("a folder whose rows count from the south is told by where the city is")
{
    const QTemporaryDir folder;
    const gdal::LonLatBox city{118.05, 24.45, 118.15, 24.55};
    const QPointF world = worldOf({118.1, 24.5});
    const auto at = [&](const QString& name, int zoom, bool fromSouth) {
        const auto column = static_cast<int>(world.x() * std::exp2(zoom));
        const auto row = static_cast<int>(world.y() * std::exp2(zoom));
        const QString place = u"%1/%2/%3"_s.arg(folder.filePath(name)).arg(zoom).arg(column);
        REQUIRE(QDir().mkpath(place));
        QFile tile(place + u"/%1.png"_s.arg(fromSouth ? (1 << zoom) - 1 - row : row));
        REQUIRE(tile.open(QFile::WriteOnly));
        tile.write("\x89PNG " + QByteArray::number(row));
    };
    const auto prepared = [&](const QString& name) {
        const auto tiles =
            prepareBaseTiles(folder.filePath(name), folder.filePath(u"缓存"_s), city);
        REQUIRE_OK(tiles);
        return *tiles;
    };
    const auto told = [](const BaseTiles& tiles) {
        QFile street(tiles.providers + u"/street"_s);
        REQUIRE(street.open(QFile::ReadOnly));
        return street.readAll();
    };
    at(u"北"_s, 12, false);
    CHECK(told(prepared(u"北"_s)).contains(QUrl::toPercentEncoding(u"北"_s)));

    at(u"南"_s, 12, true);
    at(u"南"_s, 13, true);
    const BaseTiles turned = prepared(u"南"_s);
    CHECK_FALSE(told(turned).contains(QUrl::toPercentEncoding(u"南"_s) + '/'));
    for (const int zoom : {12, 13}) {
        const auto row = static_cast<int>(world.y() * std::exp2(zoom));
        QFile tile(QFileInfo(turned.providers).path() +
                   u"/tiles/%1/%2/%3.png"_s.arg(zoom)
                       .arg(static_cast<int>(world.x() * std::exp2(zoom)))
                       .arg(row));
        REQUIRE(tile.open(QFile::ReadOnly));
        CHECK(tile.readAll() == "\x89PNG " + QByteArray::number(row));
    }
    // Tiles that lie elsewhere tell nothing: then the folder's own word counts.
    QDir().mkpath(folder.filePath(u"别处/5/1"_s));
    QFile other(folder.filePath(u"别处/5/1/1.png"_s));
    REQUIRE(other.open(QFile::WriteOnly));
    other.write("x");
    other.close();
    CHECK(told(prepared(u"别处"_s)).contains(QUrl::toPercentEncoding(u"别处"_s)));
    QFile says(folder.filePath(u"别处/tilemapresource.xml"_s));
    REQUIRE(says.open(QFile::WriteOnly));
    says.write("<TileMap/>");
    says.close();
    CHECK_FALSE(told(prepared(u"别处"_s)).contains(QUrl::toPercentEncoding(u"别处"_s)));
}

TEST_CASE("what is no base map is refused in words")
{
    const QTemporaryDir folder;
    const auto refused = [&folder](const QString& source) {
        const auto tiles = prepareBaseTiles(source, folder.filePath(u"缓存"_s), {});
        REQUIRE_FALSE(tiles);
        return tiles.error().message().toStdString();
    };
    CHECK_THAT(refused(folder.filePath(u"没有.mbtiles"_s)), ContainsSubstring("不在了"));
    CHECK_THAT(refused(folder.path()), ContainsSubstring("z/x/y.png"));
    QFile text(folder.filePath(u"笔记.mbtiles"_s));
    REQUIRE(text.open(QFile::WriteOnly));
    text.write("not tiles");
    text.close();
    CHECK_THAT(refused(text.fileName()), ContainsSubstring("不是 MBTiles"));
    // Vector tiles are gzipped.
    const QString vectors = archiveOf(folder.path(), {{0, 0, 0, QByteArray("\x1f\x8b\x08")}});
    CHECK_THAT(refused(vectors), ContainsSubstring("矢量"));

    const CancelToken cancel;
    cancel.cancel();
    const QTemporaryDir other;
    const QString tiles = archiveOf(other.path(), {{0, 0, 0, QByteArray("\x89PNG")}});
    const auto cancelled = prepareBaseTiles(tiles, other.filePath(u"缓存"_s), {}, cancel);
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code() == ErrorCode::Cancelled);
}

TEST_CASE("the base map lies where the layers lie, and asks no server")
{
    if (!baseMapFault().isEmpty()) {
        WARN("skipped: Qt has no Location here");
        return;
    }
    Maps maps;
    const QString folder = maps.made.folder.path();
    maps.take(test::parcels(folder));
    // South of the parcels, where nothing covers it.
    const QPointF middle(west + 1000, south - 150);
    Settings::instance().set(Settings::Key::BaseTiles, tilesAround(folder, middle));
    maps.open();
    auto* show = maps.find<QAction>(u"baseMapShow"_s);
    show->trigger();
    const auto close = [&](double east, double north, const QColor& wanted, int pane) {
        const QColor seen = maps.colourAt(middle.x() + east, middle.y() + north, pane);
        return std::abs(seen.red() - wanted.red()) + std::abs(seen.green() - wanted.green()) +
                   std::abs(seen.blue() - wanted.blue()) <
               12;
    };
    // 25 m are some ten pixels; quarters meet where they should, in all four directions.
    const auto quarters = [&](int pane) {
        return close(-25, 25, northWest, pane) && close(25, 25, northEast, pane) &&
               close(-25, -25, southWest, pane) && close(25, -25, southEast, pane);
    };
    CHECK(QTest::qWaitFor([&] { return quarters(0); }, 20000));
    // The layers lie over it, areas letting it through.
    const auto over = [](const QColor& fill, const QColor& below) {
        const auto mixed = [](int a, int b) { return static_cast<int>(0.6 * a + 0.4 * b); };
        return QColor(mixed(fill.red(), below.red()), mixed(fill.green(), below.green()),
                      mixed(fill.blue(), below.blue()));
    };
    CHECK(close(300 - 1000, 700 + 150, over(Maps::fillOf(u"0101"_s), northWest), 0));
    CHECK(close(1700 - 1000, 300 + 150, over(Maps::fillOf(u"1101"_s), northEast), 0));

    // It follows the view.
    maps.page->canvas(0)->setView(
        {middle + QPointF(60, 40), maps.page->canvas(0)->view().metresPerPixel / 4});
    CHECK(QTest::qWaitFor([&] { return quarters(0); }, 20000));

    // Whoever asks for a server is sent nowhere; the map of another pane does not even ask.
    const auto proxies = QNetworkProxyFactory::proxyForQuery(
        QNetworkProxyQuery(QUrl(u"http://c.tile.openstreetmap.org/1/0/0.png"_s)));
    REQUIRE(proxies.size() == 1);
    CHECK(proxies[0].hostName() == u"127.0.0.1"_s);
    QNetworkProxyFactory::setApplicationProxyFactory(new Recorder);
    maps.page->setPanes(2);
    maps.page->setContent(1, PanesView::Content::Implementation);
    Q_EMIT maps.page->canvas(1)->chosen();
    maps.page->canvas(0)->showAll();
    REQUIRE_FALSE(show->isChecked());
    show->trigger();
    CHECK(QTest::qWaitFor([&] { return quarters(1); }, 20000));
    CHECK(Recorder::asked().join(u'\n').toStdString() == "");

    // And away again.
    show->trigger();
    REQUIRE(maps.drawn());
    CHECK(maps.colourAt(middle.x() - 25, middle.y() + 25, 1) == QColor(Qt::white));
}
