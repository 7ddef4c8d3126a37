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
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

/// Words on a bright ground, whatever lies below.
void paintBadge(QPainter& painter, const QPointF& at, const QString& words)
{
    const QFontMetricsF metrics(painter.font());
    const QSizeF size = metrics.size(0, words) + QSizeF(14, 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 230));
    painter.drawRoundedRect(QRectF(at, size), 4, 4);
    painter.setPen(QColor(30, 30, 30));
    painter.drawText(QRectF(at, size), Qt::AlignCenter, words);
}

} // namespace

/// The divider between two contents.
class SwipeHandle : public QWidget
{
public:
    explicit SwipeHandle(MapCanvas* canvas)
        : QWidget(canvas)
        , m_canvas(canvas)
    {
        setObjectName(u"swipeHandle"_s);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::SplitHCursor);
        hide();
    }

    static constexpr int thickness = 14;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const double middle = width() / 2.0;
        painter.fillRect(QRectF(middle - 2.5, 0, 5, height()), Qt::white);
        painter.fillRect(QRectF(middle - 1, 0, 2, height()), Theme::colour(Theme::Role::Accent));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(
            QPen(hasFocus() ? Theme::colour(Theme::Role::Danger) : QColor(Qt::white), 2));
        painter.setBrush(Theme::colour(Theme::Role::Accent));
        painter.drawEllipse(QPointF(middle, height() / 2.0), 5.5, 5.5);
    }
    void mouseMoveEvent(QMouseEvent* event) override
    {
        if (event->buttons() & Qt::LeftButton)
            m_canvas->setDivider(mapToParent(event->position()).x() /
                                 std::max(m_canvas->width(), 1));
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        const double step = event->modifiers() & Qt::ShiftModifier ? 0.1 : 0.02;
        if (event->key() == Qt::Key_Left)
            m_canvas->setDivider(m_canvas->divider() - step);
        else if (event->key() == Qt::Key_Right)
            m_canvas->setDivider(m_canvas->divider() + step);
        else if (event->key() == Qt::Key_Home)
            m_canvas->setDivider(0);
        else if (event->key() == Qt::Key_End)
            m_canvas->setDivider(1);
        else
            QWidget::keyPressEvent(event);
    }
    void focusInEvent(QFocusEvent* event) override
    {
        QWidget::focusInEvent(event);
        update();
    }
    void focusOutEvent(QFocusEvent* event) override
    {
        QWidget::focusOutEvent(event);
        update();
    }

private:
    MapCanvas* m_canvas;
};

MapCanvas::MapCanvas(Jobs* jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_handle(new SwipeHandle(this))
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
    m_handle->setAccessibleName(tr("卷帘"));
    m_handle->setToolTip(tr("拖动，或选中后用左右方向键移动"));
    update();
}

void MapCanvas::setLayers(const QList<draw::MapLayer>& layers, Side side)
{
    m_layers[side] = layers;
    askPicture();
    update();
}

void MapCanvas::setUnderlays(const QList<draw::UnderlayPicture>& underlays, const gdal::Crs& plane)
{
    if (underlays == m_underlays && plane.wkt() == m_plane.wkt())
        return;
    m_underlays = underlays;
    m_plane = plane;
    askPicture();
    update();
}

void MapCanvas::setAreaShare(double share)
{
    if (share == m_areaShare)
        return;
    m_areaShare = share;
    if (m_ground || !m_underlays.isEmpty())
        askPicture();
}

QString MapCanvas::note() const
{
    return (QStringList{m_note} + m_shown.picture.faults).join(u' ').trimmed();
}

void MapCanvas::setSwiped(bool swiped)
{
    if (m_swiped == swiped)
        return;
    m_swiped = swiped;
    m_handle->setVisible(swiped);
    placeHandle();
    askPicture();
    update();
}

void MapCanvas::setDivider(double share)
{
    m_divider = std::clamp(share, 0.0, 1.0);
    placeHandle();
    update();
    Q_EMIT dividerMoved();
}

MapCanvas::Side MapCanvas::sideAt(const QPointF& place) const
{
    return m_swiped && toPixel(place).x() >= dividerPixel() ? Right : Left;
}

int MapCanvas::dividerPixel() const
{
    return m_swiped ? static_cast<int>(std::round(m_divider * width())) : width();
}

void MapCanvas::placeHandle()
{
    constexpr int half = SwipeHandle::thickness / 2;
    m_handle->setGeometry(std::clamp(dividerPixel() - half, -half + 2, width() - half - 2), 0,
                          2 * half, height());
}

void MapCanvas::setNote(const QString& words)
{
    m_note = words;
    update();
}

void MapCanvas::setLegend(bool shown)
{
    if (m_legend == shown)
        return;
    m_legend = shown;
    askPicture();
    update();
}

QStringList MapCanvas::legend(Side side) const
{
    QStringList names;
    for (const LegendLine& line : m_shown.picture.legends[side])
        names << line.name;
    return names;
}

void MapCanvas::setTool(Tool tool)
{
    m_tool = tool;
    clearSketch();
    if (isDrawing())
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
}

void MapCanvas::clearSketch()
{
    m_ended = false;
    m_sketch.clear();
    m_sketchWords.clear();
    update();
}

void MapCanvas::setSketchWords(const QString& words)
{
    m_sketchWords = words;
    update();
}

void MapCanvas::goTo(const spatial::Box& box)
{
    const double wide = box.maxX - box.minX;
    const double high = box.maxY - box.minY;
    // Closer to what is small: a parcel fills about a third of the map.
    const double closest =
        std::max({wide / std::max(width(), 1), high / std::max(height(), 1), 0.1}) * 3;
    const bool fits =
        wide < width() * m_view.metresPerPixel && high < height() * m_view.metresPerPixel;
    View view;
    view.centre = {(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
    view.metresPerPixel = !fits || m_view.metresPerPixel == 0
                              ? closest
                              : std::min(m_view.metresPerPixel, closest * 4);
    setByUser(view);
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
    askPicture(Asked::View);
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

void MapCanvas::askPicture(Asked asked)
{
    if (asked == Asked::Content)
        m_wider = {};
    if (!isVisible() || m_view.metresPerPixel == 0)
        return;
    if (m_ground)
        m_ground->follow(frameOf(m_view, devicePixelRatioF()));
    if (m_job != 0) {
        // What is being painted still helps who goes on moving; the next one starts when it is
        // there. What shows another content or place lets go.
        if (asked == Asked::Content || !isOfUse(m_jobView))
            m_jobs->cancel(m_job);
        m_again = true;
        return;
    }
    startPicture();
}

bool MapCanvas::isOfUse(const View& view) const
{
    const double closer = view.metresPerPixel / m_view.metresPerPixel;
    constexpr double blurred = 2;
    if (closer > blurred || closer < 1 / blurred)
        return false;
    const QRectF seen = boxOf(m_view);
    const QRectF common = seen & boxOf(view);
    return common.width() * common.height() > seen.width() * seen.height() / 3;
}

QRectF MapCanvas::boxOf(const View& view) const
{
    const QSizeF size = QSizeF(this->size()) * view.metresPerPixel;
    return {view.centre - QPointF(size.width(), size.height()) / 2, size};
}

QRectF MapCanvas::Shown::box() const
{
    const QSizeF all = QSizeF(size) * view.metresPerPixel;
    return {view.centre - QPointF(all.width(), all.height()) / 2, all};
}

void MapCanvas::take(const Shown& next)
{
    constexpr double more = 1.2;
    if (m_shown.view.metresPerPixel > more * next.view.metresPerPixel &&
        m_shown.box().contains(next.box()))
        m_wider = std::exchange(m_shown, next);
    else
        m_shown = next;
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
    const bool over = m_ground || !m_underlays.isEmpty();
    const double share = over ? m_areaShare : 1;
    const auto layers = m_layers;
    const QList<draw::UnderlayPicture> underlays = m_underlays;
    const gdal::Crs plane = m_plane;
    const bool labelled = m_labelled;
    const bool swiped = m_swiped;
    const bool legend = m_legend;
    const QColor nothing = m_ground ? Qt::transparent : Qt::white;
    const QFont letters = font();
    m_jobView = view;
    m_job = m_jobs->start<Picture>(
        // Without a title: a picture is no work to be told of.
        {},
        [layers, underlays, plane, frame, nothing, labelled, swiped, legend, letters, ratio,
         share](const CancelToken& cancel, const ProgressSink&) -> Result<Picture> {
            Picture both;
            QImage ground;
            if (!underlays.isEmpty()) {
                ground = QImage(frame.size, QImage::Format_ARGB32_Premultiplied);
                ground.fill(nothing);
                const auto faults = draw::paintUnderlays(ground, frame, plane, underlays, cancel);
                if (!faults)
                    return faults.error();
                both.faults = *faults;
            }
            for (const Side side : {Left, Right}) {
                if (side == Right && !swiped)
                    continue;
                const QColor below = ground.isNull() ? nothing : QColor(Qt::transparent);
                auto picture = draw::paintMap(
                    frame, share < 1 ? draw::overPictures(layers[side], share) : layers[side],
                    {0, below}, cancel);
                if (!picture)
                    return picture.error();
                if (!ground.isNull()) {
                    QImage whole = ground;
                    QPainter(&whole).drawImage(0, 0, *picture);
                    picture = whole;
                }
                if (labelled && !cancel.isCancelled()) {
                    QPainter painter(&*picture);
                    draw::paintLabels(painter, frame, layers[side], letters);
                }
                picture->setDevicePixelRatio(ratio);
                both.sides[side] = *std::move(picture);
                if (legend && !cancel.isCancelled())
                    both.legends[side] = legendOf(frame, layers[side]);
            }
            return both;
        },
        this,
        [this, view, shown](const Result<Picture>& picture) {
            m_job = 0;
            if (picture) {
                take({*picture, view, shown});
            } else if (picture.error().code() != ErrorCode::Cancelled) {
                Q_EMIT failed(picture.error());
            }
            if (std::exchange(m_again, false))
                askPicture();
            update();
        });
}

QList<MapCanvas::LegendLine> MapCanvas::legendOf(const draw::MapFrame& frame,
                                                 const QList<draw::MapLayer>& layers)
{
    QList<LegendLine> lines;
    for (auto layer = layers.crbegin(); layer != layers.crend(); ++layer) {
        if (layer->style.name.isEmpty())
            continue;
        const draw::SeenLayer seen = draw::seenIn(frame, *layer);
        const auto geometry = layer->shapes->kind() == draw::ShapeStore::Kind::Polygons
                                  ? catalogue::LayerGeometry::Polygon
                              : layer->shapes->kind() == draw::ShapeStore::Kind::Lines
                                  ? catalogue::LayerGeometry::Line
                                  : catalogue::LayerGeometry::Point;
        const bool alone = layer->style.cases.isEmpty();
        if (!alone && !seen.cases.isEmpty())
            lines << LegendLine{layer->style.name, {}, geometry};
        for (const draw::SeenCase& one : seen.cases) {
            const draw::SymbolCase& shown = layer->style.shown(one.number);
            const QString name = alone || shown.name.isEmpty() ? layer->style.name : shown.name;
            lines << LegendLine{name, shown.symbol, geometry};
        }
    }
    return lines;
}

void MapCanvas::paintPicture(QPainter& painter, const Shown& shown, Side side) const
{
    const QImage& picture = shown.picture.sides[side];
    if (picture.isNull())
        return;
    const QRectF box = shown.box();
    const QRectF pixels(toPixel({box.left(), box.bottom()}), toPixel({box.right(), box.top()}));
    if (shown.view.metresPerPixel == m_view.metresPerPixel && shown.size == size())
        painter.drawImage(pixels.topLeft().toPoint(), picture);
    else
        painter.drawImage(pixels, picture);
}

void MapCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool empty = isEmpty() || m_view.metresPerPixel == 0;
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
        const int divider = dividerPixel();
        const bool covered = m_shown.box().contains(boxOf(m_view));
        for (const Side side : {Left, Right}) {
            if (side == Right && !m_swiped)
                continue;
            if (m_swiped)
                painter.setClipRect(side == Left ? QRect(0, 0, divider, height())
                                                 : QRect(divider, 0, width() - divider, height()));
            if (!covered)
                paintPicture(painter, m_wider, side);
            paintPicture(painter, m_shown, side);
        }
        painter.setClipping(false);
        painter.setRenderHint(QPainter::Antialiasing);
        paintMarked(painter);
        paintScale(painter);
        if (m_legend) {
            paintLegend(painter, Left);
            if (m_swiped)
                paintLegend(painter, Right);
        }
        paintSketch(painter);
        paintMiddle(painter);
        paintNote(painter);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    const bool strong = m_active || hasFocus();
    painter.setPen(QPen(Theme::colour(strong ? Theme::Role::Accent : Theme::Role::Border), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

/// What is to be painted of a part: near the widget, without steps that nobody sees.
QList<QPolygonF> MapCanvas::seenLines(const QPolygonF& part) const
{
    constexpr double margin = 10;
    constexpr double least = 0.7;
    const QRectF seen = QRectF(rect()).adjusted(-margin, -margin, margin, margin);
    const auto beyond = [&seen](const QPointF& a, const QPointF& b) {
        return std::max(a.x(), b.x()) < seen.left() || std::min(a.x(), b.x()) > seen.right() ||
               std::max(a.y(), b.y()) < seen.top() || std::min(a.y(), b.y()) > seen.bottom();
    };
    QList<QPolygonF> lines;
    QPolygonF line;
    QPointF last;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const QPointF next = toPixel(part[i]);
        if (!line.isEmpty() && i + 1 < part.size() && (next - last).manhattanLength() < least)
            continue;
        if (!line.isEmpty() && beyond(last, next)) {
            if (line.size() > 1)
                lines << line;
            line.clear();
        }
        line << next;
        last = next;
    }
    if (line.size() > 1 || (part.size() == 1 && seen.contains(last)))
        lines << line;
    return lines;
}

void MapCanvas::paintMarked(QPainter& painter) const
{
    QList<QPolygonF> lines;
    for (const QPolygonF& part : m_marked)
        lines += seenLines(part);
    for (const QPen& pen : {QPen(Qt::white, 5), QPen(Theme::colour(Theme::Role::Danger), 2.5)}) {
        painter.setPen(QPen(pen.brush(), pen.widthF(), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const QPolygonF& line : std::as_const(lines)) {
            if (line.size() == 1)
                painter.drawEllipse(line[0], 7, 7);
            painter.drawPolyline(line);
        }
    }
}

/// Where Space and Enter act, for who goes without a mouse.
void MapCanvas::paintMiddle(QPainter& painter) const
{
    if (!m_byKeys || !hasFocus())
        return;
    const QPointF middle(width() / 2.0, height() / 2.0);
    for (const QPen& pen : {QPen(Qt::white, 4), QPen(Theme::colour(Theme::Role::Accent), 1.6)}) {
        painter.setPen(pen);
        for (const QPointF& arm : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(middle + arm * 4, middle + arm * 12);
    }
}

void MapCanvas::paintSketch(QPainter& painter) const
{
    if (m_sketch.isEmpty())
        return;
    QPolygonF line;
    for (const QPointF& place : m_sketch)
        line << toPixel(place);
    const bool closed = m_tool == Tool::Area || m_tool == Tool::Polygon || m_tool == Tool::Box;
    if (!m_ended && m_tool != Tool::Box && m_at != m_sketch.constLast())
        line << toPixel(m_at);
    if (m_tool == Tool::Box && line.size() == 1)
        line = QRectF(line[0], QPointF(width() / 2.0, height() / 2.0)).normalized();
    const QColor colour = Theme::colour(Theme::Role::Accent);
    QColor veil = colour;
    veil.setAlpha(50);
    painter.setBrush(closed ? QBrush(veil) : QBrush(Qt::NoBrush));
    for (const QPen& pen : {QPen(Qt::white, 4.5), QPen(colour, 2)}) {
        painter.setPen(pen);
        if (closed)
            painter.drawPolygon(line);
        else
            painter.drawPolyline(line);
        painter.setBrush(Qt::NoBrush);
    }
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(Qt::white);
    for (const QPointF& place : m_sketch)
        painter.drawEllipse(toPixel(place), 3.5, 3.5);
    if (!m_sketchWords.isEmpty()) {
        const QPointF last = line.constLast() + QPointF(12, 12);
        const QSizeF room = QFontMetricsF(painter.font()).size(0, m_sketchWords) + QSizeF(14, 8);
        paintBadge(painter,
                   {std::clamp(last.x(), 4.0, std::max(4.0, width() - room.width() - 4)),
                    std::clamp(last.y(), 4.0, std::max(4.0, height() - room.height() - 4))},
                   m_sketchWords);
    }
}

void MapCanvas::paintLegend(QPainter& painter, Side side) const
{
    const QList<LegendLine>& lines = m_shown.picture.legends[side];
    if (lines.isEmpty())
        return;
    painter.save();
    painter.setFont(Theme::font(0.85));
    const QFontMetricsF metrics(painter.font());
    const double high = metrics.height() + 4;
    const double key = metrics.height() * 1.6;
    const auto room = static_cast<qsizetype>(std::max(1.0, (height() - 90) / high));
    const bool tooMany = lines.size() > room;
    const qsizetype shown = tooMany ? room - 1 : lines.size();
    const QString more = tr("还有 %1 项").arg(lines.size() - shown);
    double wide = tooMany ? metrics.horizontalAdvance(more) : 0;
    for (qsizetype i = 0; i < shown; ++i)
        wide = std::max(wide,
                        metrics.horizontalAdvance(lines[i].name) + (lines[i].symbol ? key + 6 : 0));
    const double from = side == Left && m_swiped ? 8 : width() - wide - 24;
    const double heigh = high * static_cast<double>(shown + (tooMany ? 1 : 0)) + 10;
    const QRectF ground(from, 8 + (note().isEmpty() ? 0 : high + 10), wide + 16, heigh);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 225));
    painter.drawRoundedRect(ground, 4, 4);
    double y = ground.top() + 5;
    const auto write = [&](const QString& words, double x) {
        painter.setPen(QColor(30, 30, 30));
        painter.drawText(QRectF(x, y, wide + 16, high), Qt::AlignLeft | Qt::AlignVCenter, words);
    };
    for (qsizetype i = 0; i < shown; ++i, y += high) {
        const LegendLine& line = lines[i];
        if (line.symbol)
            draw::paintSymbol(painter, QRectF(ground.left() + 8, y + 3, key, metrics.height() - 3),
                              *line.symbol, line.geometry, pixelsPerMm);
        write(line.name, ground.left() + 8 + (line.symbol ? key + 6 : 0));
    }
    if (tooMany)
        write(more, ground.left() + 8);
    painter.restore();
}

void MapCanvas::paintNote(QPainter& painter) const
{
    const QString words = note();
    if (words.isEmpty())
        return;
    const QFontMetricsF metrics(font());
    const QRectF ground(6, 6, width() - 12, metrics.height() + 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colour(Theme::Role::WarningSoft));
    painter.drawRoundedRect(ground, 4, 4);
    painter.setPen(Theme::colour(Theme::Role::Warning));
    painter.drawText(ground.adjusted(8, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(words, Qt::ElideRight, ground.width() - 16));
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
    placeHandle();
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
    if (m_tool == Tool::Box)
        clearSketch();
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (std::exchange(m_byKeys, false))
        update();
    if (m_view.metresPerPixel > 0)
        m_at = toPlace(event->position());
    if (m_dragging) {
        const QPointF moved = event->position() - m_from;
        constexpr double meant = 3; // a hand that clicks is not quite still
        if (m_moved || moved.manhattanLength() > meant) {
            m_moved = true;
            if (m_tool == Tool::Box) {
                const QRectF box = QRectF(m_from, event->position()).normalized();
                m_sketch = {toPlace(box.bottomLeft()), toPlace(box.bottomRight()),
                            toPlace(box.topRight()), toPlace(box.topLeft())};
            } else {
                setCursor(Qt::ClosedHandCursor);
                pan(moved);
                m_from = event->position();
            }
        }
    }
    if (isDrawing())
        update();
    if (m_view.metresPerPixel > 0)
        Q_EMIT hovered(toPlace(event->position()));
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    if (isDrawing())
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
    if (m_view.metresPerPixel == 0)
        return;
    if (m_tool == Tool::Box && m_moved)
        endSketch(event->modifiers());
    else if (!m_moved && isDrawing() && m_tool != Tool::Box)
        addPoint(event->position());
    else if (!m_moved)
        Q_EMIT clicked(toPlace(event->position()), event->modifiers());
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!isDrawing())
        zoom(0.5, event->position());
    else if (m_tool != Tool::Box && event->button() == Qt::LeftButton)
        endSketch(event->modifiers());
}

void MapCanvas::addPoint(const QPointF& pixel)
{
    if (m_ended)
        clearSketch();
    m_sketch << toPlace(pixel);
    m_at = m_sketch.constLast();
    update();
    Q_EMIT sketchChanged();
}

/// The middle of the map, which is moved between the first corner of a box and the other.
void MapCanvas::addCorner(Qt::KeyboardModifiers keys)
{
    if (m_sketch.size() != 1) {
        clearSketch();
        addPoint({width() / 2.0, height() / 2.0});
        return;
    }
    const QRectF box = QRectF(m_sketch[0], m_view.centre).normalized();
    if (box.isEmpty())
        return;
    m_sketch = {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()};
    endSketch(keys);
}

void MapCanvas::endSketch(Qt::KeyboardModifiers keys)
{
    const qsizetype least = m_tool == Tool::Length ? 2 : 3;
    if (m_sketch.size() < least || m_ended)
        return;
    m_ended = true;
    m_at = m_sketch.constLast();
    Q_EMIT sketchEnded(keys);
    update();
}

bool MapCanvas::sketchKey(const QKeyEvent& event)
{
    if (!isDrawing())
        return false;
    switch (event.key()) {
    case Qt::Key_Space:
        if (m_view.metresPerPixel == 0)
            return false;
        if (m_tool == Tool::Box)
            addCorner(event.modifiers());
        else
            addPoint({width() / 2.0, height() / 2.0});
        return true;
    case Qt::Key_Backspace:
        if (!m_sketch.isEmpty())
            m_sketch.removeLast();
        m_ended = false;
        if (!m_sketch.isEmpty())
            m_at = m_sketch.constLast();
        update();
        Q_EMIT sketchChanged();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_tool != Tool::Box)
            endSketch(event.modifiers());
        else if (m_sketch.size() == 1)
            addCorner(event.modifiers());
        return true;
    case Qt::Key_Escape:
        if (m_sketch.isEmpty()) {
            Q_EMIT toolLeft();
        } else {
            clearSketch();
            Q_EMIT sketchChanged();
        }
        return true;
    default:
        return false;
    }
}

bool MapCanvas::event(QEvent* event)
{
    // Esc and Backspace are the sketch's while there is one, not a shortcut of the window.
    if (event->type() == QEvent::ShortcutOverride && isDrawing()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Backspace || key == Qt::Key_Space) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void MapCanvas::leaveEvent(QEvent* event)
{
    Q_EMIT left();
    QWidget::leaveEvent(event);
}

void MapCanvas::keyPressEvent(QKeyEvent* event)
{
    if (!m_byKeys) {
        m_byKeys = true;
        update();
    }
    if (sketchKey(*event))
        return;
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
            Q_EMIT clicked(m_view.centre, event->modifiers());
        return;
    case Kind::None:
        QWidget::keyPressEvent(event);
    }
}

} // namespace checkup::workspace
