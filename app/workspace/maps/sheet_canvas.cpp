#include "app/workspace/maps/sheet_canvas.h"

#include "app/workspace/maps/sheet_places.h"
#include "app/workspace/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr double around = 16; // pixels beside the paper
constexpr double handle = 7;  // pixels

} // namespace

SheetCanvas::SheetCanvas(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"sheetCanvas"_s);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(240, 180);
}

void SheetCanvas::retranslate()
{
    setAccessibleName(tr("图纸预览"));
    setAccessibleDescription(
        tr("单击选中要素，拖动移动，拖角点改大小；方向键移动 5 毫米，按住 Shift "
           "移动 1 毫米，按住 Ctrl 改大小，Delete 移除。"));
    update();
}

void SheetCanvas::setPicture(const QImage& picture, const QSizeF& paper,
                             const QList<draw::PlacedElement>& placed)
{
    m_picture = picture;
    m_paper = paper;
    m_placed = placed;
    m_words.clear();
    if (!m_dragging)
        m_drag.clear();
    select(m_awaited.isEmpty() ? m_selected : m_awaited);
    m_awaited.clear(); // what still is not there does not come
    update();
}

void SheetCanvas::setWords(const QString& words)
{
    m_picture = {};
    m_placed.clear();
    m_words = words;
    select({});
    update();
}

void SheetCanvas::setBusy(bool busy)
{
    m_busy = busy;
    update();
}

void SheetCanvas::setEditable(bool editable)
{
    m_editable = editable;
    update();
}

void SheetCanvas::select(const QList<int>& elements)
{
    QList<int> there;
    for (const int element : elements) {
        if (areaOf(element))
            there << element;
    }
    m_awaited = there.size() == elements.size() ? QList<int>() : elements;
    if (there == m_selected)
        return;
    m_selected = there;
    Q_EMIT selectionChanged();
    update();
}

std::optional<QRectF> SheetCanvas::areaOf(int element) const
{
    if (const auto dragged = m_drag.constFind(element); dragged != m_drag.cend())
        return *dragged;
    for (const draw::PlacedElement& placed : m_placed) {
        if (placed.number == element)
            return placed.area;
    }
    return std::nullopt;
}

double SheetCanvas::wantedPixelsPerMm(const QSizeF& paper) const
{
    return std::max(0.2, std::min((width() - 2 * around) / paper.width(),
                                  (height() - 2 * around) / paper.height())) *
           devicePixelRatioF();
}

QRectF SheetCanvas::page() const
{
    if (m_paper.isEmpty())
        return {};
    const QSizeF room(width() - 2 * around, height() - 2 * around);
    const QSizeF size = m_paper.scaled(room, Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

QPointF SheetCanvas::toPixel(const QPointF& mm) const
{
    const QRectF paper = page();
    return paper.topLeft() + mm * (paper.width() / m_paper.width());
}

QPointF SheetCanvas::toPaper(const QPointF& pixel) const
{
    const QRectF paper = page();
    return (pixel - paper.topLeft()) * (m_paper.width() / paper.width());
}

QRectF SheetCanvas::shown(const QRectF& mm) const
{
    return {toPixel(mm.topLeft()), toPixel(mm.bottomRight())};
}

void SheetCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(Theme::Role::Sunken));
    if (m_picture.isNull()) {
        painter.setPen(Theme::colour(Theme::Role::Dim));
        painter.drawText(rect().adjusted(24, 16, -24, -16), Qt::AlignCenter | Qt::TextWordWrap,
                         m_words);
        return;
    }
    const QRectF paper = page();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setOpacity(m_busy ? 0.75 : 1);
    painter.drawImage(paper, m_picture);
    painter.setOpacity(1);
    painter.setPen(Theme::colour(Theme::Role::Border));
    painter.drawRect(paper);
    if (!m_editable)
        return;
    const QColor accent = Theme::colour(Theme::Role::Accent);
    for (const int element : m_selected) {
        const QRectF area = shown(areaOf(element).value_or(QRectF()));
        painter.setPen(QPen(accent, hasFocus() ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(area);
        if (m_selected.size() > 1)
            continue;
        painter.setBrush(Theme::colour(Theme::Role::Surface));
        for (const double x : {area.left(), area.center().x(), area.right()}) {
            for (const double y : {area.top(), area.center().y(), area.bottom()}) {
                if (QPointF(x, y) != area.center())
                    painter.drawRect(QRectF(x - handle / 2, y - handle / 2, handle, handle));
            }
        }
    }
    painter.setPen(QPen(Theme::colour(Theme::Role::Danger), 1, Qt::DashLine));
    for (const double x : std::as_const(m_across))
        painter.drawLine(toPixel({x, 0}), toPixel({x, m_paper.height()}));
    for (const double y : std::as_const(m_down))
        painter.drawLine(toPixel({0, y}), toPixel({m_paper.width(), y}));
}

void SheetCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    Q_EMIT resized();
}

int SheetCanvas::elementAt(const QPointF& mm) const
{
    // The smallest one there: the map lies below all.
    int found = -1;
    double least = 0;
    for (const draw::PlacedElement& placed : m_placed) {
        const double size = placed.area.width() * placed.area.height();
        if (placed.area.contains(mm) && (found < 0 || size < least)) {
            found = placed.number;
            least = size;
        }
    }
    return found;
}

std::optional<SheetCanvas::Grip> SheetCanvas::gripAt(const QPointF& pixel) const
{
    if (m_selected.size() != 1)
        return std::nullopt;
    const QRectF area = shown(*areaOf(m_selected.constFirst()));
    if (!area.adjusted(-handle, -handle, handle, handle).contains(pixel))
        return std::nullopt;
    const auto near = [](double a, double b) { return std::abs(a - b) <= handle; };
    const Grip grip{near(pixel.x(), area.left()), near(pixel.y(), area.top()),
                    near(pixel.x(), area.right()), near(pixel.y(), area.bottom())};
    if (!grip.left && !grip.top && !grip.right && !grip.bottom)
        return std::nullopt;
    return grip;
}

void SheetCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_picture.isNull())
        return;
    m_from = event->position();
    if (m_editable) {
        if (const auto grip = gripAt(m_from)) {
            m_grip = *grip;
            hold();
            return;
        }
    }
    const int element = elementAt(toPaper(m_from));
    const bool more = event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
    QList<int> now = m_selected;
    if (element < 0)
        now = more ? now : QList<int>();
    else if (more && now.contains(element))
        now.removeAll(element);
    else if (more)
        now << element;
    else if (!now.contains(element))
        now = {element};
    select(now);
    m_grip = {true, true, true, true};
    if (m_editable && element >= 0 && now.contains(element))
        hold();
}

void SheetCanvas::hold()
{
    m_dragging = true;
    m_moved = false;
    m_held.clear();
    for (const int element : std::as_const(m_selected))
        m_held[element] = *areaOf(element);
}

void SheetCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging) {
        const auto grip = m_editable ? gripAt(event->position()) : std::nullopt;
        setCursor(!grip ? Qt::ArrowCursor
                  : (grip->left || grip->right) && (grip->top || grip->bottom)
                      ? (grip->left == grip->top ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor)
                  : grip->left || grip->right ? Qt::SizeHorCursor
                                              : Qt::SizeVerCursor);
        return;
    }
    constexpr double meant = 3; // a hand that clicks is not quite still
    if (!m_moved && (event->position() - m_from).manhattanLength() < meant)
        return;
    m_moved = true;
    const QPointF by = toPaper(event->position()) - toPaper(m_from);
    QList<QRectF> others;
    for (const draw::PlacedElement& placed : m_placed) {
        if (!m_selected.contains(placed.number))
            others << placed.area;
    }
    m_across.clear();
    m_down.clear();
    const QRectF first = m_held.value(m_selected.constFirst());
    QRectF wanted = first
                        .adjusted(m_grip.left ? by.x() : 0, m_grip.top ? by.y() : 0,
                                  m_grip.right ? by.x() : 0, m_grip.bottom ? by.y() : 0)
                        .normalized();
    if (!(event->modifiers() & Qt::AltModifier)) {
        constexpr double pixels = 6;
        const Snapped there =
            snapped(first, wanted, others, m_paper, pixels * m_paper.width() / page().width());
        wanted = there.area;
        m_across = there.across;
        m_down = there.down;
    }
    const QPointF moved = wanted.topLeft() - first.topLeft();
    for (const int element : std::as_const(m_selected)) {
        const QRectF before = m_held.value(element);
        m_drag[element] = onPaper(m_grip.isMove() ? before.translated(moved) : wanted, m_paper);
    }
    update();
}

void SheetCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    m_across.clear();
    m_down.clear();
    // They stand where they were dropped until the new picture is there.
    if (m_moved)
        Q_EMIT placed(m_drag);
    update();
}

void SheetCanvas::nudge(const QPointF& by, bool resize)
{
    QMap<int, QRectF> areas;
    for (const int element : std::as_const(m_selected)) {
        const QRectF before = *areaOf(element);
        areas[element] = onPaper(
            resize ? before.adjusted(0, 0, by.x(), by.y()) : before.translated(by), m_paper);
    }
    if (areas.isEmpty())
        return;
    for (const int element : areas.keys())
        m_drag[element] = areas[element];
    Q_EMIT placed(areas);
    update();
}

void SheetCanvas::step(bool back)
{
    if (m_placed.isEmpty())
        return;
    qsizetype at = -1;
    for (qsizetype i = 0; i < m_placed.size(); ++i) {
        if (m_selected.contains(m_placed[i].number))
            at = i;
    }
    const qsizetype count = m_placed.size();
    at = at < 0 ? (back ? count - 1 : 0) : (at + (back ? count - 1 : 1)) % count;
    select({m_placed[at].number});
}

bool SheetCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        const bool back = key->key() == Qt::Key_Backtab;
        // Through the elements, then on to the next widget.
        const bool last = m_placed.isEmpty() ||
                          (!m_selected.isEmpty() &&
                           m_selected.constFirst() ==
                               (back ? m_placed.constFirst() : m_placed.constLast()).number);
        if ((back || key->key() == Qt::Key_Tab) && !last) {
            step(back);
            return true;
        }
    }
    return QWidget::event(event);
}

void SheetCanvas::keyPressEvent(QKeyEvent* event)
{
    const double far = event->modifiers() & Qt::ShiftModifier ? 1 : 5; // mm
    const bool resize = event->modifiers() & Qt::ControlModifier;
    QPointF by;
    switch (event->key()) {
    case Qt::Key_Left:
        by = {-far, 0};
        break;
    case Qt::Key_Right:
        by = {far, 0};
        break;
    case Qt::Key_Up:
        by = {0, -far};
        break;
    case Qt::Key_Down:
        by = {0, far};
        break;
    case Qt::Key_Escape:
        select({});
        return;
    case Qt::Key_Delete:
        if (m_editable && !m_selected.isEmpty())
            Q_EMIT removed(m_selected);
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_editable)
        nudge(by, resize);
}

} // namespace checkup::workspace
