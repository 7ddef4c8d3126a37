#include "app/workspace/maps/map_canvas.h"

#include "app/workspace/jobs.h"
#include "app/workspace/maps/map_ground.h"
#include "app/workspace/widgets/map_moves.h"
#include "app/workspace/widgets/theme.h"

#include "core/draw/labels.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int fontPixels = 100;

void paintLabels(QImage& picture, const draw::MapFrame& frame, const QList<draw::MapLayer>& layers,
                 QFont font)
{
    font.setPixelSize(fontPixels);
    const QFontMetricsF metrics(font);
    const auto width = [&metrics](const QString& words) {
        return metrics.horizontalAdvance(words) / fontPixels;
    };
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const draw::Label& label : draw::placeLabels(frame, layers, width).labels) {
        painter.save();
        painter.translate(label.at);
        painter.rotate(label.angle);
        painter.scale(label.height / fontPixels, label.height / fontPixels);
        QPainterPath path;
        path.addText(-metrics.horizontalAdvance(label.text) / 2,
                     (metrics.ascent() - metrics.descent()) / 2, font, label.text);
        painter.strokePath(
            path, QPen(Qt::white, fontPixels * 0.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.fillPath(path, QColor(30, 30, 30));
        painter.restore();
    }
}

} // namespace

MapCanvas::MapCanvas(Jobs* jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
{
    setObjectName(u"mapCanvas"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(160, 140);
}

void MapCanvas::retranslate()
{
    setAccessibleName(tr("地图"));
    setAccessibleDescription(
        tr("滚轮或加减号缩放，拖动或方向键平移，Home 显示全部，单击或回车查看要素。"));
    update();
}

void MapCanvas::setLayers(const QList<draw::MapLayer>& layers)
{
    m_layers = layers;
    askPicture();
    update();
}

void MapCanvas::setWords(const QString& words)
{
    m_words = words;
    update();
}

void MapCanvas::setExtent(const spatial::Box& extent)
{
    m_extent = extent;
    if (m_view.metresPerPixel == 0)
        showAll();
}

void MapCanvas::setMarked(const QList<QPolygonF>& parts)
{
    m_marked = parts;
    update();
}

void MapCanvas::setLabelled(bool labelled)
{
    m_labelled = labelled;
    askPicture();
}

void MapCanvas::setGround(MapGround* ground)
{
    if (m_ground)
        m_ground->disconnect(this);
    m_ground = ground;
    if (ground) {
        connect(ground, &MapGround::changed, this, qOverload<>(&MapCanvas::update));
        connect(ground, &MapGround::failed, this, &MapCanvas::failed);
    }
    askPicture();
    update();
}

void MapCanvas::setActive(bool active)
{
    m_active = active;
    update();
}

void MapCanvas::setView(const View& view)
{
    if (view == m_view || !std::isfinite(view.metresPerPixel) || !(view.metresPerPixel > 0))
        return;
    m_view = view;
    m_whole = false;
    askPicture();
    update();
}

void MapCanvas::setByUser(const View& view)
{
    const View before = m_view;
    setView(view);
    if (!(m_view == before))
        Q_EMIT viewChanged();
}

void MapCanvas::showAll()
{
    if (!m_extent)
        return;
    const double wide = std::max(m_extent->maxX - m_extent->minX, 1.0);
    const double high = std::max(m_extent->maxY - m_extent->minY, 1.0);
    constexpr double room = 1.06;
    setByUser({{(m_extent->minX + m_extent->maxX) / 2, (m_extent->minY + m_extent->maxY) / 2},
               room * std::max(wide / std::max(width(), 1), high / std::max(height(), 1))});
    m_whole = true;
}

void MapCanvas::setScale(double denominator)
{
    setByUser({m_view.centre, denominator / 1000 / pixelsPerMm});
}

QPointF MapCanvas::toPlace(const QPointF& pixel) const
{
    return {m_view.centre.x() + (pixel.x() - width() / 2.0) * m_view.metresPerPixel,
            m_view.centre.y() - (pixel.y() - height() / 2.0) * m_view.metresPerPixel};
}

QPointF MapCanvas::toPixel(const QPointF& place) const
{
    return {(place.x() - m_view.centre.x()) / m_view.metresPerPixel + width() / 2.0,
            (m_view.centre.y() - place.y()) / m_view.metresPerPixel + height() / 2.0};
}

draw::MapFrame MapCanvas::frameOf(const View& view, double ratio) const
{
    draw::MapFrame frame;
    frame.size = (QSizeF(size()) * ratio).toSize();
    frame.metresPerPixel = view.metresPerPixel / ratio;
    frame.corner = {view.centre.x() - view.metresPerPixel * width() / 2,
                    view.centre.y() + view.metresPerPixel * height() / 2};
    frame.pixelsPerMm = pixelsPerMm * ratio;
    return frame;
}

void MapCanvas::askPicture()
{
    if (!isVisible() || m_view.metresPerPixel == 0)
        return;
    if (m_ground)
        m_ground->follow(frameOf(m_view, devicePixelRatioF()));
    if (m_job != 0) {
        // What is being painted is late already; the next one starts when it has let go.
        m_jobs->cancel(m_job);
        m_again = true;
        return;
    }
    startPicture();
}

void MapCanvas::startPicture()
{
    m_again = false;
    const View view = m_view;
    const QSize shown = size();
    const double ratio = devicePixelRatioF();
    const draw::MapFrame frame = frameOf(view, ratio);
    if (frame.size.isEmpty())
        return;
    const QList<draw::MapLayer> layers = m_layers;
    const bool labelled = m_labelled;
    const draw::PaintOptions options{0, m_ground ? Qt::transparent : Qt::white};
    const QFont letters = font();
    m_job = m_jobs->start<QImage>(
        // Without a title: a picture is no work to be told of.
        {},
        [layers, frame, options, labelled, letters, ratio](const CancelToken& cancel,
                                                           const ProgressSink&) -> Result<QImage> {
            auto picture = draw::paintMap(frame, layers, options, cancel);
            if (!picture)
                return picture.error();
            if (labelled && !cancel.isCancelled())
                paintLabels(*picture, frame, layers, letters);
            picture->setDevicePixelRatio(ratio);
            return picture;
        },
        this,
        [this, view, shown](const Result<QImage>& picture) {
            m_job = 0;
            if (picture) {
                m_picture = *picture;
                m_pictureView = view;
                m_pictureSize = shown;
            } else if (picture.error().code() != ErrorCode::Cancelled) {
                Q_EMIT failed(picture.error());
            }
            if (std::exchange(m_again, false))
                askPicture();
            update();
        });
}

void MapCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool empty = m_layers.isEmpty() || m_view.metresPerPixel == 0;
    painter.fillRect(rect(), empty ? Theme::colour(Theme::Role::Surface) : Qt::white);
    if (empty) {
        painter.setPen(Theme::colour(Theme::Role::Dim));
        painter.drawText(rect().adjusted(24, 16, -24, -16), Qt::AlignCenter | Qt::TextWordWrap,
                         m_words);
    } else {
        if (m_ground) {
            const double ratio = devicePixelRatioF();
            painter.save();
            painter.scale(1 / ratio, 1 / ratio);
            m_ground->paint(painter, frameOf(m_view, ratio));
            painter.restore();
        }
        if (!m_picture.isNull()) {
            const double wide = m_pictureSize.width() * m_pictureView.metresPerPixel;
            const double high = m_pictureSize.height() * m_pictureView.metresPerPixel;
            const QPointF north = m_pictureView.centre + QPointF(-wide / 2, high / 2);
            if (m_pictureView == m_view && m_pictureSize == size())
                painter.drawImage(QPointF(), m_picture);
            else
                painter.drawImage(QRectF(toPixel(north), toPixel(north + QPointF(wide, -high))),
                                  m_picture);
        }
        painter.setRenderHint(QPainter::Antialiasing);
        for (const QPolygonF& part : m_marked) {
            QPolygonF line;
            for (const QPointF& place : part)
                line << toPixel(place);
            painter.setPen(QPen(Qt::white, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolyline(line);
            painter.setPen(QPen(Theme::colour(Theme::Role::Danger), 2.5, Qt::SolidLine,
                                Qt::RoundCap, Qt::RoundJoin));
            if (line.size() == 1)
                painter.drawEllipse(line[0], 7, 7);
            painter.drawPolyline(line);
        }
        paintScale(painter);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    const bool strong = m_active || hasFocus();
    painter.setPen(QPen(Theme::colour(strong ? Theme::Role::Accent : Theme::Role::Border), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void MapCanvas::paintScale(QPainter& painter) const
{
    painter.setFont(Theme::font(0.9));
    const QFontMetricsF metrics(painter.font());
    const double length = scaleBarLength(m_view.metresPerPixel * std::min(width() * 0.25, 160.0));
    const double pixels = length / m_view.metresPerPixel;
    const QString text = lengthText(length);
    const QRectF ground(6, height() - metrics.height() - 14,
                        pixels + metrics.horizontalAdvance(text) + 26, metrics.height() + 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 220));
    painter.drawRoundedRect(ground, 4, 4);
    painter.setPen(QPen(QColor(40, 40, 40), 1.2));
    const double base = ground.bottom() - 7;
    const double west = ground.left() + 8;
    painter.drawPolyline(QPolygonF(
        {{west, base - 5}, {west, base}, {west + pixels, base}, {west + pixels, base - 5}}));
    painter.drawText(QPointF(west + pixels + 8, base), text);
}

void MapCanvas::zoom(double factor)
{
    zoom(factor, QPointF(width() / 2.0, height() / 2.0));
}

void MapCanvas::zoom(double factor, const QPointF& at)
{
    if (m_view.metresPerPixel == 0)
        return;
    constexpr double least = 0.01;
    constexpr double most = 20000;
    View view = m_view;
    view.metresPerPixel = std::clamp(m_view.metresPerPixel * factor, least, most);
    const QPointF held = toPlace(at);
    const QPointF away(at.x() - width() / 2.0, at.y() - height() / 2.0);
    view.centre = {held.x() - away.x() * view.metresPerPixel,
                   held.y() + away.y() * view.metresPerPixel};
    setByUser(view);
}

void MapCanvas::pan(const QPointF& pixels)
{
    if (m_view.metresPerPixel == 0)
        return;
    View view = m_view;
    view.centre += QPointF(-pixels.x(), pixels.y()) * m_view.metresPerPixel;
    setByUser(view);
}

void MapCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_whole || m_view.metresPerPixel == 0)
        showAll();
    askPicture();
}

void MapCanvas::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_view.metresPerPixel == 0)
        showAll();
    askPicture();
}

void MapCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    Q_EMIT chosen();
    update();
}

void MapCanvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void MapCanvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        askPicture();
    QWidget::changeEvent(event);
}

void MapCanvas::wheelEvent(QWheelEvent* event)
{
    zoom(std::pow(0.999, event->angleDelta().y() * 1.5), event->position());
    event->accept();
}

void MapCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    m_moved = false;
    m_from = event->position();
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging) {
        const QPointF moved = event->position() - m_from;
        constexpr double meant = 3; // a hand that clicks is not quite still
        if (m_moved || moved.manhattanLength() > meant) {
            m_moved = true;
            setCursor(Qt::ClosedHandCursor);
            pan(moved);
            m_from = event->position();
        }
    }
    if (m_view.metresPerPixel > 0)
        Q_EMIT hovered(toPlace(event->position()));
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    unsetCursor();
    if (!m_moved && m_view.metresPerPixel > 0)
        Q_EMIT clicked(toPlace(event->position()));
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    zoom(0.5, event->position());
}

void MapCanvas::leaveEvent(QEvent* event)
{
    Q_EMIT left();
    QWidget::leaveEvent(event);
}

void MapCanvas::keyPressEvent(QKeyEvent* event)
{
    using Kind = MapMove::Kind;
    const MapMove move = mapMoveOf(*event, width());
    switch (move.kind) {
    case Kind::Zoom:
        zoom(move.zoom);
        return;
    case Kind::Pan:
        pan(move.pan);
        return;
    case Kind::All:
        showAll();
        return;
    case Kind::Enter:
        if (m_view.metresPerPixel > 0)
            Q_EMIT clicked(m_view.centre);
        return;
    case Kind::None:
        QWidget::keyPressEvent(event);
    }
}

} // namespace checkup::workspace
