#include "app/workspace/spatial/map_preview.h"

#include "app/workspace/jobs.h"
#include "app/workspace/widgets/map_moves.h"
#include "app/workspace/widgets/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

QColor veiled(Theme::Role role, int alpha)
{
    QColor colour = Theme::colour(role);
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

MapPreview::MapPreview(Jobs* jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_settle(new QTimer(this))
{
    setObjectName(u"mapPreview"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(180, 160);
    m_settle->setSingleShot(true);
    m_settle->setInterval(250);
    connect(m_settle, &QTimer::timeout, this, &MapPreview::askDetail);
}

void MapPreview::retranslate()
{
    setAccessibleName(tr("地图预览"));
    setAccessibleDescription(tr("滚轮或加减号缩放，拖动或方向键平移，Home 显示全部。"));
    setToolTip({});
    update();
}

void MapPreview::drop(Slot& slot)
{
    if (slot.job != 0)
        m_jobs->cancel(slot.job);
    slot.job = 0;
    slot.sketch.reset();
    ++slot.number;
}

void MapPreview::clear(const QString& words)
{
    m_words = words;
    m_key.clear();
    m_title.clear();
    m_backdropKey.clear();
    m_source = nullptr;
    m_backdropSource = nullptr;
    m_marked.clear();
    m_listedIds.clear();
    m_wanted = -1;
    for (Slot* slot : {&m_whole, &m_detail, &m_listed, &m_backdrop})
        drop(*slot);
    m_pending = false;
    m_fitted = false;
    m_picture = {};
    ++m_generation;
    m_settle->stop();
    update();
}

void MapPreview::showLayer(const QString& key, const QString& title, Source source,
                           const QSet<qint64>& marked)
{
    m_title = title;
    if (key == m_key && marked == m_marked)
        return;
    clear();
    m_key = key;
    m_title = title;
    m_source = std::move(source);
    m_marked = marked;
    m_pending = true;
    if (isVisible())
        startReading();
}

void MapPreview::showBackdrop(const QString& key, Source source)
{
    if (key == m_backdropKey)
        return;
    drop(m_backdrop);
    m_backdropKey = key;
    m_backdropSource = std::move(source);
    if (m_whole.sketch)
        startBackdrop();
    askPicture();
}

void MapPreview::showListed(const QSet<qint64>& features)
{
    if (features == m_listedIds)
        return;
    drop(m_listed);
    m_listedIds = features;
    m_wanted = -1;
    if (m_whole.sketch)
        startListed();
    askPicture();
}

void MapPreview::zoomToListed(qint64 feature)
{
    m_wanted = feature;
    showListedBox();
}

void MapPreview::showListedBox()
{
    if (m_wanted < 0 || !m_listed.sketch)
        return;
    const std::optional<QRectF> box = m_listed.sketch->boxOf(m_wanted);
    m_wanted = -1;
    if (!box)
        return;
    // With what lies around it.
    const double grow = std::max(box->width(), box->height()) * 1.5;
    setView(
        MapView::of(box->adjusted(-grow, -grow, grow, grow), m_whole.sketch->geographic, size()));
}

void MapPreview::read(Slot MapPreview::*slot, const QString& title, const Source& source,
                      const SketchRequest& request, std::function<void()> then)
{
    Slot& place = this->*slot;
    if (place.job != 0)
        m_jobs->cancel(place.job);
    const quint64 number = ++place.number;
    place.job = m_jobs->start<MapSketchPtr>(
        title,
        [source, request](const CancelToken& cancel, const ProgressSink& progress) {
            return source(request, cancel, progress);
        },
        this,
        [this, slot, number, then = std::move(then)](const Result<MapSketchPtr>& sketch) {
            Slot& now = this->*slot;
            if (now.number != number)
                return;
            now.job = 0;
            if (sketch) {
                now.sketch = *sketch;
                then();
                askPicture();
            } else if (sketch.error().code() == ErrorCode::Cancelled) {
                m_words = tr("已取消。按回车再读一次。");
                if (slot == &MapPreview::m_whole)
                    now.sketch.reset();
            } else {
                // The words stand where the map would be: a preview is no reason to interrupt.
                if (slot == &MapPreview::m_whole) {
                    now.sketch.reset();
                    m_words = sketch.error().message();
                }
                Q_EMIT failed(sketch.error());
            }
            update();
        });
}

void MapPreview::startReading()
{
    if (!m_pending || !m_source)
        return;
    m_pending = false;
    m_words.clear();
    SketchRequest request;
    request.marked = m_marked;
    // A large layer shows what has been read of it so far. Looked for on the interface thread, the
    // number tells whether this layer is still the one to be shown.
    request.partly = [self = QPointer<MapPreview>(this),
                      number = m_whole.number + 1](const MapSketchPtr& sketch) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, number, sketch] {
                if (self && self->m_whole.number == number && self->m_whole.job != 0)
                    self->showPart(sketch);
            },
            Qt::QueuedConnection);
    };
    read(&MapPreview::m_whole, tr("读取图形：%1").arg(m_title), m_source, request, [this] {
        const MapSketch& sketch = *m_whole.sketch;
        if (sketch.features.empty())
            m_words = sketch.read == 0 ? tr("图层里没有要素。") : tr("要素都没有图形。");
        // What was read first was shown within the layer's stated extent.
        if (!m_fitted || m_view == m_firstView)
            fit();
        if (!m_listedIds.isEmpty() && !m_listed.sketch && m_listed.job == 0)
            startListed();
        if (m_backdropSource && !m_backdrop.sketch && m_backdrop.job == 0)
            startBackdrop();
    });
    update();
}

void MapPreview::showPart(const MapSketchPtr& sketch)
{
    m_whole.sketch = sketch;
    if (!m_fitted) {
        fit();
        m_firstView = m_view;
    }
    askPicture();
}

void MapPreview::startListed()
{
    if (m_listedIds.isEmpty() || !m_source)
        return;
    SketchRequest request;
    request.marked = m_listedIds;
    request.onlyMarked = true;
    request.resolution = m_whole.sketch->geographic ? 1e-6 : 0.1;
    read(&MapPreview::m_listed, tr("读取所列图斑"), m_source, request, [this] { showListedBox(); });
}

void MapPreview::startBackdrop()
{
    if (m_backdropSource)
        read(&MapPreview::m_backdrop, tr("读取底图"), m_backdropSource, {}, [] {});
}

void MapPreview::fit()
{
    if (!m_whole.sketch || m_whole.sketch->features.empty())
        return;
    m_fitted = true;
    setView(MapView::of(m_whole.sketch->bounds, m_whole.sketch->geographic, size()));
}

void MapPreview::setView(const MapView& view)
{
    if (!std::isfinite(view.scale) || !(view.scale > 0))
        return;
    m_view = view;
    m_settle->start();
    askPicture();
    update();
}

/// Zoomed in beyond what was read for the whole: the part in view is read again, finer.
void MapPreview::askDetail()
{
    const MapSketchPtr whole = m_whole.sketch;
    if (!whole || m_whole.job != 0 || whole->exact || m_view.scale > whole->resolution * 0.7 ||
        !m_source)
        return;
    const QRectF view = m_view.box();
    const MapSketchPtr& detail = m_detail.sketch;
    if (detail && detail->box->contains(view) && detail->resolution < m_view.scale * 1.5)
        return;
    SketchRequest request;
    request.box =
        view.adjusted(-view.width() / 2, -view.height() / 2, view.width() / 2, view.height() / 2);
    request.resolution = m_view.scale * 0.6;
    request.marked = m_marked;
    read(&MapPreview::m_detail, tr("读取图形：%1").arg(m_title), m_source, request, [] {});
}

bool MapPreview::isDrawn() const
{
    return m_whole.job == 0 && m_detail.job == 0 && m_listed.job == 0 && m_backdrop.job == 0 &&
           m_drawing == 0 && !m_again && !m_pending;
}

void MapPreview::askPicture()
{
    if (!m_whole.sketch || !isVisible())
        return;
    if (m_drawing != 0) {
        m_again = true;
        return;
    }
    startPicture();
}

void MapPreview::startPicture()
{
    struct Sheet
    {
        MapSketchPtr sketch;
        MapInk ink;
    };
    using Role = Theme::Role;
    const bool dark = Theme::isDark();
    QList<Sheet> sheets;
    const QRectF view = m_view.box();
    const MapSketchPtr& detail = m_detail.sketch;
    const bool close = detail && detail->box->contains(view);
    sheets << Sheet{close ? detail : m_whole.sketch,
                    {veiled(Role::Accent, dark ? 70 : 55), veiled(Role::Accent, 170),
                     veiled(Role::Warning, 120), Theme::colour(Role::Warning), 1}};
    if (m_backdrop.sketch) {
        sheets << Sheet{m_backdrop.sketch,
                        {Qt::transparent, Theme::colour(Role::Dim), Qt::transparent,
                         Theme::colour(Role::Text), 1.4}};
    }
    if (m_listed.sketch) {
        sheets << Sheet{m_listed.sketch,
                        {veiled(Role::Danger, 110), Theme::colour(Role::Danger),
                         veiled(Role::Danger, 110), Theme::colour(Role::Danger), 1.6}};
    }
    m_again = false;
    const quint64 generation = m_generation;
    const MapView shown = m_view;
    const double ratio = devicePixelRatioF();
    m_drawing = m_jobs->start<QImage>(
        // Without a title: a picture is no work to be told of.
        {},
        [sheets, shown, ratio](const CancelToken& cancel, const ProgressSink&) -> Result<QImage> {
            QImage image((QSizeF(shown.size) * ratio).toSize(),
                         QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(ratio);
            image.fill(Qt::transparent);
            for (const Sheet& sheet : sheets) {
                if (!drawSketch(image, *sheet.sketch, shown, sheet.ink, cancel))
                    return Error(ErrorCode::Cancelled, {});
            }
            return image;
        },
        this,
        [this, generation, shown](const Result<QImage>& image) {
            m_drawing = 0;
            if (generation == m_generation && image) {
                m_picture = *image;
                m_pictureView = shown;
            }
            if (std::exchange(m_again, false) && m_whole.sketch)
                startPicture();
            update();
            Q_EMIT drawn();
        });
}

void MapPreview::zoom(double factor, const QPointF& at)
{
    if (!m_whole.sketch)
        return;
    const QPointF held = m_view.toMap(at);
    MapView view = m_view;
    const QRectF& all = m_whole.sketch->bounds;
    const double most =
        std::max(MapView::of(all, m_whole.sketch->geographic, size()).scale * 4, view.scale);
    const double least = m_whole.sketch->geographic ? 1e-8 : 0.001;
    view.scale = std::clamp(view.scale * factor, least, most);
    const QPointF moved = view.toMap(at);
    view.centre += held - moved;
    setView(view);
}

void MapPreview::pan(const QPointF& pixels)
{
    if (!m_whole.sketch)
        return;
    MapView view = m_view;
    view.centre = m_view.toMap(QPointF(width() / 2.0, height() / 2.0) - pixels);
    setView(view);
}

void MapPreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::colour(hasFocus() ? Theme::Role::Accent : Theme::Role::Border), 1));
    painter.setBrush(Theme::colour(Theme::Role::Surface));
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(frame, 8, 8);
    painter.save();
    painter.setClipRect(rect().adjusted(1, 1, -1, -1));
    if (!m_picture.isNull() && m_whole.sketch) {
        // Until the new picture is there, the old one stands where it belongs.
        const QPointF left = m_view.toScreen(m_pictureView.toMap({0, 0}));
        const QPointF right = m_view.toScreen(
            m_pictureView.toMap(QPointF(m_pictureView.size.width(), m_pictureView.size.height())));
        if (m_pictureView == m_view)
            painter.drawImage(QPointF(0, 0), m_picture);
        else
            painter.drawImage(QRectF(left, right), m_picture);
    }
    painter.restore();
    if (m_whole.sketch && !m_whole.sketch->features.empty()) {
        paintScale(painter);
        return;
    }
    QString words = m_words;
    if (words.isEmpty())
        words = m_whole.job != 0 || m_pending ? tr("正在读取图形…") : tr("选中图层，在此预览。");
    painter.setPen(Theme::colour(Theme::Role::Dim));
    painter.drawText(rect().adjusted(24, 16, -24, -16), Qt::AlignCenter | Qt::TextWordWrap, words);
}

void MapPreview::paintScale(QPainter& painter) const
{
    painter.setFont(Theme::font(0.9));
    const QFontMetricsF metrics(painter.font());
    const double height = metrics.height() + 8;
    QColor ground = Theme::colour(Theme::Role::Surface);
    ground.setAlpha(215);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    const QRectF strip(1, this->height() - height - 1, width() - 2, height);
    painter.drawRect(strip);
    painter.setPen(Theme::colour(Theme::Role::Dim));
    const double metres = m_whole.sketch->metres;
    double used = 10;
    if (metres > 0) {
        const double length = scaleBarLength(m_view.scale * metres * width() * 0.25);
        const double pixels = length / (m_view.scale * metres);
        const double base = strip.bottom() - 7;
        painter.drawLine(QPointF(10, base), QPointF(10 + pixels, base));
        painter.drawLine(QPointF(10, base - 4), QPointF(10, base));
        painter.drawLine(QPointF(10 + pixels, base - 4), QPointF(10 + pixels, base));
        const QString text = lengthText(length);
        painter.drawText(QPointF(16 + pixels, base), text);
        used = 26 + pixels + metrics.horizontalAdvance(text);
    }
    if (m_hovered) {
        const QString place = coordinates(m_view.toMap(m_cursor));
        const QRectF room(used, strip.top(), width() - used - 10, height);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(place, Qt::ElideLeft, room.width()));
    }
    // North is up.
    const double x = width() - 18, y = 12;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colour(Theme::Role::Dim));
    painter.drawPolygon(QPolygonF(
        {QPointF(x, y), QPointF(x - 5, y + 13), QPointF(x, y + 10), QPointF(x + 5, y + 13)}));
    painter.setPen(Theme::colour(Theme::Role::Dim));
    painter.drawText(QRectF(x - 14, y + 13, 28, metrics.height()), Qt::AlignCenter, tr("北"));
    if (m_whole.job != 0 || m_detail.job != 0 || m_listed.job != 0) {
        painter.drawText(QPointF(10, 8 + metrics.ascent()), tr("正在读取图形…"));
    }
}

QString MapPreview::coordinates(const QPointF& place) const
{
    const bool degrees = m_whole.sketch && m_whole.sketch->geographic;
    // As many digits as a pixel tells apart.
    const int digits =
        std::clamp(static_cast<int>(std::ceil(-std::log10(m_view.scale))), 0, degrees ? 7 : 3);
    const QLocale plain = QLocale::c();
    return degrees ? tr("经度 %1°，纬度 %2°")
                         .arg(plain.toString(place.x(), 'f', digits),
                              plain.toString(place.y(), 'f', digits))
                   : u"X %1  Y %2"_s.arg(plain.toString(place.x(), 'f', digits).remove(u','),
                                         plain.toString(place.y(), 'f', digits).remove(u','));
}

void MapPreview::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    MapView view = m_view;
    view.size = size();
    if (m_whole.sketch)
        setView(view);
    else
        m_view = view;
}

void MapPreview::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    startReading();
    askPicture();
}

void MapPreview::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        askPicture();
    QWidget::changeEvent(event);
}

void MapPreview::wheelEvent(QWheelEvent* event)
{
    zoom(std::pow(0.999, event->angleDelta().y() * 1.5), event->position());
    event->accept();
}

void MapPreview::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_dragging = true;
        m_from = event->position();
        setCursor(Qt::ClosedHandCursor);
    }
}

void MapPreview::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = true;
    m_cursor = event->position();
    if (m_dragging) {
        pan(event->position() - m_from);
        m_from = event->position();
    }
    update();
}

void MapPreview::mouseReleaseEvent(QMouseEvent* event)
{
    Q_UNUSED(event)
    m_dragging = false;
    unsetCursor();
}

void MapPreview::mouseDoubleClickEvent(QMouseEvent* event)
{
    zoom(0.5, event->position());
}

void MapPreview::leaveEvent(QEvent* event)
{
    m_hovered = false;
    update();
    QWidget::leaveEvent(event);
}

void MapPreview::keyPressEvent(QKeyEvent* event)
{
    using Kind = MapMove::Kind;
    const MapMove move = mapMoveOf(*event, width());
    switch (move.kind) {
    case Kind::Zoom:
        zoom(move.zoom, QPointF(width() / 2.0, height() / 2.0));
        return;
    case Kind::Pan:
        pan(move.pan);
        return;
    case Kind::All:
        fit();
        return;
    case Kind::Enter:
        m_pending = m_source != nullptr && m_whole.job == 0;
        startReading();
        return;
    case Kind::None:
        QWidget::keyPressEvent(event);
    }
}

} // namespace checkup::workspace
