#include "app/workspace/maps/base_map.h"

#include "app/workspace/jobs.h"

#include <QCoreApplication>
#include <QGeoCoordinate>
#include <QNetworkProxy>
#include <QPainter>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickRenderControl>
#include <QQuickRenderTarget>
#include <QQuickWindow>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <utility>
#include <vector>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BaseMap)
};

/// Sends every request to a host to a port where nobody answers.
class NoNetwork : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery&) override
    {
        constexpr quint16 discard = 9;
        return {QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, discard)};
    }
};

/// Once a process.
void prepareQuick()
{
    static const bool done = [] {
        // The plug-in would know servers of its own if what tells it of our tiles were gone; and
        // nothing in this program has business with the network.
        QNetworkProxyFactory::setApplicationProxyFactory(new NoNetwork);
        // Tiles are pictures: the processor lays them out well enough, and the window keeps its
        // way of being drawn.
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
        return true;
    }();
    Q_UNUSED(done)
}

/// Where the points of a canvas are in Web Mercator, every few pixels; between them it is as good
/// as straight. The world is 1 wide and 1 high, from the north-west.
struct Mesh
{
    static constexpr int step = 32;
    int columns = 0, rows = 0;
    std::vector<QPointF> places;

    const QPointF& at(int column, int row) const
    {
        return places[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    }
    QPointF of(double x, double y) const
    {
        const int column = std::clamp(static_cast<int>(x / step), 0, columns - 2);
        const int row = std::clamp(static_cast<int>(y / step), 0, rows - 2);
        const double right = x / step - column;
        const double down = y / step - row;
        const QPointF north = at(column, row) * (1 - right) + at(column + 1, row) * right;
        const QPointF south = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right;
        return north * (1 - down) + south * down;
    }
};

constexpr double tileSize = 256;

/// Longitude and latitude in degrees.
QPointF mercator(double longitude, double latitude)
{
    const double phi = latitude * std::numbers::pi / 180;
    return {(longitude + 180) / 360, (1 - std::asinh(std::tan(phi)) / std::numbers::pi) / 2};
}

Result<Mesh> meshOf(const draw::MapFrame& frame, const gdal::Crs& plane)
{
    Mesh mesh;
    mesh.columns = frame.size.width() / Mesh::step + 2;
    mesh.rows = frame.size.height() / Mesh::step + 2;
    std::vector<double> x;
    std::vector<double> y;
    for (int row = 0; row < mesh.rows; ++row) {
        for (int column = 0; column < mesh.columns; ++column) {
            x.push_back(frame.corner.x() + column * Mesh::step * frame.metresPerPixel);
            y.push_back(frame.corner.y() - row * Mesh::step * frame.metresPerPixel);
        }
    }
    const auto up = gdal::Transformation::toGeodetic(plane);
    if (!up)
        return up.error();
    if (const Result<void> done = up->apply(x.data(), y.data(), x.size()); !done)
        return done.error();
    for (std::size_t i = 0; i < x.size(); ++i)
        mesh.places.push_back(mercator(x[i], y[i]));
    return mesh;
}

/// A picture of Qt Location's map: what is in its middle, and how many of its pixels the world is
/// wide.
struct Shot
{
    QImage picture;
    QPointF middle;
    double world = 1;
};

QRgb mixed(const Shot& shot, const QPointF& pixel)
{
    const int left = static_cast<int>(std::floor(pixel.x()));
    const int top = static_cast<int>(std::floor(pixel.y()));
    if (left < 0 || top < 0 || left + 1 >= shot.picture.width() || top + 1 >= shot.picture.height())
        return 0;
    const auto right = static_cast<uint>((pixel.x() - left) * 256);
    const auto down = static_cast<uint>((pixel.y() - top) * 256);
    const auto* const north = reinterpret_cast<const QRgb*>(shot.picture.constScanLine(top)) + left;
    const auto* const south =
        reinterpret_cast<const QRgb*>(shot.picture.constScanLine(top + 1)) + left;
    QRgb all = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        const auto part = [shift](QRgb colour) { return (colour >> shift) & 0xffU; };
        const uint above = part(north[0]) * (256 - right) + part(north[1]) * right;
        const uint below = part(south[0]) * (256 - right) + part(south[1]) * right;
        all |= ((above * (256 - down) + below * down + 0x8000U) >> 16) << shift;
    }
    return all;
}

/// The picture as the canvas has it.
Result<QImage> brought(const Shot& shot, const Mesh& mesh, QSize size, const CancelToken& cancel)
{
    QImage picture(size, QImage::Format_ARGB32_Premultiplied);
    if (picture.isNull())
        return Error(ErrorCode::TooLarge, Text::tr("底图太大，内存不够；请缩小窗口。"));
    const QPointF corner(shot.picture.width() / 2.0 - 0.5, shot.picture.height() / 2.0 - 0.5);
    for (int y = 0; y < size.height(); ++y) {
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消准备底图。"));
        auto* const line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < size.width(); ++x)
            line[x] = mixed(shot, (mesh.of(x + 0.5, y + 0.5) - shot.middle) * shot.world + corner);
    }
    return picture;
}

/// Draws its map into a picture whenever the view or the tiles that are there change.
class BaseMap : public MapGround
{
public:
    BaseMap(Jobs* jobs, const gdal::Crs& plane, QObject* parent)
        : MapGround(parent)
        , m_jobs(jobs)
        , m_plane(plane)
        , m_control(std::make_unique<QQuickRenderControl>())
        , m_window(std::make_unique<QQuickWindow>(m_control.get()))
    {
        m_window->setColor(Qt::transparent);
        // Tiles come one by one, and a view on its way need not be drawn: one picture for several.
        m_late.setSingleShot(true);
        m_late.setInterval(30);
        connect(&m_late, &QTimer::timeout, this, &BaseMap::shoot);
        connect(m_control.get(), &QQuickRenderControl::renderRequested, this, &BaseMap::renew);
        connect(m_control.get(), &QQuickRenderControl::sceneChanged, this, &BaseMap::renew);
    }
    ~BaseMap() override
    {
        m_map.reset();
        // It frees what the window's scene is drawn with, so the window outlives it.
        m_control.reset();
    }
    Q_DISABLE_COPY_MOVE(BaseMap)

    Result<void> start(const BaseTiles& tiles)
    {
        QQmlComponent component(&m_engine, QUrl(u"qrc:/maps/base_map.qml"_s));
        m_map.reset(qobject_cast<QQuickItem*>(component.createWithInitialProperties(
            {{u"providers"_s, QUrl::fromLocalFile(tiles.providers).toString(QUrl::FullyEncoded)},
             {u"cache"_s, tiles.cache}})));
        if (!m_map)
            return Error(ErrorCode::Unsupported,
                         Text::tr("Qt Location 的运行部件不全，显示不了底图；请安装 "
                                  "qml6-module-qtlocation、qml6-module-qtpositioning 和 "
                                  "qt6-location-plugins。"),
                         component.errorString());
        m_deepest = tiles.maxZoom;
        m_map->setParentItem(m_window->contentItem());
        return {};
    }

    void follow(const draw::MapFrame& frame) override
    {
        m_wanted = frame;
        m_moved = true;
        m_late.start();
    }

    void paint(QPainter& painter, const draw::MapFrame& frame) const override
    {
        if (m_picture.isNull())
            return;
        const auto& had = m_pictureFrame;
        const double ratio = had.metresPerPixel / frame.metresPerPixel;
        painter.drawImage(
            QRectF(frame.toPixel(had.corner.x(), had.corner.y()), QSizeF(m_picture.size()) * ratio),
            m_picture);
    }

private:
    void renew()
    {
        if (!m_shooting)
            m_late.start();
    }

    /// Has the map show what a frame does.
    void place(const draw::MapFrame& frame)
    {
        auto mesh = meshOf(frame, m_plane);
        if (!mesh || frame.size.isEmpty()) {
            // So far out that the plane does not reach.
            m_picture = {};
            m_mesh = {};
            return;
        }
        m_frame = frame;
        m_mesh = *std::move(mesh);
        const double halfWide = frame.size.width() / 2.0;
        const double halfHigh = frame.size.height() / 2.0;
        const QPointF middle = m_mesh.of(halfWide, halfHigh);
        const QPointF across = m_mesh.of(halfWide + 1, halfHigh) - middle;
        const double pixel = std::hypot(across.x(), across.y());
        // Closer than its tiles are, the map would lay them out upside down (Qt 6.8's software
        // renderer mirrors the whole tile and then cuts a part of it): that is left to brought().
        const double zoom = std::min<double>(std::log2(1 / (tileSize * pixel)), m_deepest);
        const double share = tileSize * std::exp2(zoom) * pixel;
        // A turned rectangle needs a larger one around it.
        QSizeF around;
        for (const QPointF& node : m_mesh.places) {
            const QPointF away = (node - middle) / pixel * share;
            around = around.expandedTo({2 * std::abs(away.x()), 2 * std::abs(away.y())});
        }
        const QSize size = around.toSize() + QSize(4, 4);
        if (size != m_target.size()) {
            m_target = QImage(size, QImage::Format_ARGB32_Premultiplied);
            m_target.fill(Qt::transparent);
            m_window->setGeometry(QRect(QPoint(), size));
            m_window->contentItem()->setSize(size);
            m_map->setSize(size);
            m_window->setRenderTarget(QQuickRenderTarget::fromPaintDevice(&m_target));
        }
        const double latitude =
            std::atan(std::sinh((1 - 2 * middle.y()) * std::numbers::pi)) * 180 / std::numbers::pi;
        // For the same reason no tile of another level may stand in for one that is still to come.
        if (const int level = static_cast<int>(std::floor(zoom)); level != m_level) {
            m_level = level;
            QMetaObject::invokeMethod(m_map.get(), "clearData");
        }
        m_map->setProperty("zoomLevel", zoom);
        m_map->setProperty("center",
                           QVariant::fromValue(QGeoCoordinate(latitude, middle.x() * 360 - 180)));
    }

    void shoot()
    {
        if (m_job != 0) {
            m_again = true;
            return;
        }
        m_shooting = true;
        if (std::exchange(m_moved, false))
            place(m_wanted);
        if (m_mesh.places.empty()) {
            m_shooting = false;
            return;
        }
        m_control->polishItems();
        m_control->sync();
        m_control->render();
        m_shooting = false;
        // The map may have kept nearer than was asked for; it says what it shows.
        const auto centre = m_map->property("center").value<QGeoCoordinate>();
        Shot shot{m_target.copy(), mercator(centre.longitude(), centre.latitude()),
                  tileSize * std::exp2(m_map->property("zoomLevel").toDouble())};
        m_job = m_jobs->start<QImage>(
            {},
            [shot = std::move(shot), mesh = m_mesh, size = m_frame.size](const CancelToken& cancel,
                                                                         const ProgressSink&) {
                return brought(shot, mesh, size, cancel);
            },
            this,
            [this, frame = m_frame](const Result<QImage>& picture) {
                m_job = 0;
                if (picture) {
                    m_picture = *picture;
                    m_pictureFrame = frame;
                    Q_EMIT changed();
                } else if (picture.error().code() != ErrorCode::Cancelled) {
                    Q_EMIT failed(picture.error());
                }
                if (std::exchange(m_again, false))
                    renew();
            });
    }

    Jobs* m_jobs;
    gdal::Crs m_plane;
    QImage m_target; ///< what Qt Quick paints on; outlives the window
    std::unique_ptr<QQuickRenderControl> m_control;
    std::unique_ptr<QQuickWindow> m_window;
    QQmlEngine m_engine;
    std::unique_ptr<QQuickItem> m_map;
    QTimer m_late;
    draw::MapFrame m_wanted, m_frame, m_pictureFrame;
    Mesh m_mesh; ///< of m_frame
    QImage m_picture;
    int m_deepest = 0, m_level = -1, m_job = 0;
    bool m_again = false, m_shooting = false, m_moved = false;
};

} // namespace

QString baseMapFault()
{
    return {};
}

Result<MapGround*> makeBaseMap(Jobs* jobs, const BaseTiles& tiles, const gdal::Crs& plane,
                               QObject* parent)
{
    prepareQuick();
    auto map = std::make_unique<BaseMap>(jobs, plane, parent);
    if (const Result<void> started = map->start(tiles); !started)
        return started.error();
    return map.release();
}

} // namespace checkup::workspace
