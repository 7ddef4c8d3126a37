#include "app/workspace/spatial/district_bars.h"

#include "app/workspace/widgets/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace checkup::workspace {

DistrictBars::DistrictBars(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
}

void DistrictBars::setBars(const QList<Bar>& bars)
{
    m_bars = bars;
    updateGeometry();
    update();
}

int DistrictBars::rowHeight() const
{
    return fontMetrics().height() + Theme::scaled(8);
}

QSize DistrictBars::sizeHint() const
{
    return {Theme::scaled(180), rowHeight() * static_cast<int>(m_bars.size())};
}

void DistrictBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFontMetricsF metrics(font());
    double names = 0, amounts = 0, most = 0;
    for (const Bar& bar : std::as_const(m_bars)) {
        names = std::max(names, metrics.horizontalAdvance(bar.name));
        amounts = std::max(amounts, metrics.horizontalAdvance(bar.amount));
        most = std::max(most, bar.value);
    }
    const double gap = Theme::scaled(8), row = rowHeight();
    names = std::min(names, width() * 0.45);
    const double left = names + gap, room = std::max(4.0, width() - left - gap - amounts);
    double y = 0;
    for (const Bar& bar : std::as_const(m_bars)) {
        painter.setPen(Theme::colour(Theme::Role::Text));
        painter.drawText(QRectF(0, y, names, row), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(bar.name, Qt::ElideRight, names));
        const double length = most > 0 ? std::max(1.0, room * bar.value / most) : 1;
        painter.fillRect(QRectF(left, y + row * 0.2, length, row * 0.6),
                         Theme::colour(Theme::Role::Accent));
        painter.setPen(Theme::colour(Theme::Role::Dim));
        painter.drawText(QRectF(left + length + gap, y, amounts + 1, row),
                         Qt::AlignLeft | Qt::AlignVCenter, bar.amount);
        y += row;
    }
}

void DistrictBars::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace checkup::workspace
