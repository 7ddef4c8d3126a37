#include "app/workspace/results/pages_view.h"

#include "app/workspace/widgets/theme.h"

#include <QBuffer>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace checkup::workspace {

namespace {

constexpr int gap = 16;

} // namespace

PackedPage PackedPage::of(const QImage& page)
{
    PackedPage packed;
    packed.size = page.size();
    QBuffer buffer(&packed.png);
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, "PNG", 80);
    return packed;
}

PagesView::PagesView(QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_unpacked(12)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        viewport()->update();
        Q_EMIT scrolled();
    });
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { viewport()->update(); });
}

void PagesView::setPages(const QList<PackedPage>& pages)
{
    m_pages = pages;
    m_unpacked.clear();
    fit();
    layOut();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void PagesView::setZoom(double zoom)
{
    const double place = verticalScrollBar()->maximum() > 0
                             ? double(verticalScrollBar()->value()) / verticalScrollBar()->maximum()
                             : 0;
    m_zoom = zoom;
    m_fits = false;
    layOut();
    verticalScrollBar()->setValue(static_cast<int>(place * verticalScrollBar()->maximum()));
    viewport()->update();
}

QSize PagesView::shownSize(int page) const
{
    return m_pages[page].size * m_zoom;
}

void PagesView::layOut()
{
    m_tops.clear();
    int y = gap, width = 0;
    for (int i = 0; i < count(); ++i) {
        m_tops.append(y);
        y += shownSize(i).height() + gap;
        width = qMax(width, shownSize(i).width() + 2 * gap);
    }
    verticalScrollBar()->setRange(0, qMax(0, y - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(60);
    horizontalScrollBar()->setRange(0, qMax(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

int PagesView::pageInSight() const
{
    const int middle = verticalScrollBar()->value() + viewport()->height() / 2;
    const auto after = std::upper_bound(m_tops.cbegin(), m_tops.cend(), middle);
    return static_cast<int>(after - m_tops.cbegin());
}

void PagesView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::colour(Theme::Role::Sunken));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int top = verticalScrollBar()->value();
    for (int i = 0; i < count(); ++i) {
        const QSize size = shownSize(i);
        const int y = m_tops[i] - top;
        if (y + size.height() < 0 || y > viewport()->height())
            continue;
        QImage* page = m_unpacked.object(i);
        if (!page) {
            page = new QImage(QImage::fromData(m_pages[i].png));
            m_unpacked.insert(i, page);
        }
        const int x =
            qMax(gap, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value();
        const QRect place(QPoint(x, y), size);
        painter.drawImage(place, *page);
        painter.setPen(Theme::colour(Theme::Role::Border));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
}

void PagesView::fit()
{
    if (!m_fits || m_pages.isEmpty())
        return;
    m_zoom = std::clamp(double(viewport()->width() - 2 * gap) / m_pages.constFirst().size.width(),
                        0.4, 1.25);
    Q_EMIT zoomed(m_zoom);
}

void PagesView::resizeEvent(QResizeEvent*)
{
    fit();
    layOut();
}

void PagesView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(std::clamp(m_zoom * (event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1), 0.4, 1.6));
        Q_EMIT zoomed(m_zoom);
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void PagesView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Home:
        verticalScrollBar()->setValue(0);
        return;
    case Qt::Key_End:
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace checkup::workspace
