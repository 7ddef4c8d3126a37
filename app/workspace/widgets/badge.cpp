#include "app/workspace/widgets/badge.h"

#include <QPainter>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

Badge::Badge(const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Badge::setText(const QString& text, const QString& symbol)
{
    m_text = text;
    m_symbol = symbol;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setRoles(Theme::Role text, Theme::Role ground)
{
    m_colour = QColor();
    m_textRole = text;
    m_groundRole = ground;
    update();
}

void Badge::setColour(const QColor& colour)
{
    m_colour = colour;
    update();
}

QString Badge::shown() const
{
    return m_symbol.isEmpty() ? m_text : u"%1 %2"_s.arg(m_symbol, m_text);
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(0.9));
    return {metrics.horizontalAdvance(shown()) + 16, metrics.height() + 4};
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = Theme::colour(m_groundRole);
    QColor text = Theme::colour(m_textRole);
    if (m_colour.isValid()) {
        ground = m_colour;
        ground.setAlphaF(Theme::isDark() ? 0.28F : 0.14F);
        text = Theme::colour(Theme::Role::Text);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setFont(Theme::font(0.9));
    QRect line = rect().adjusted(8, 0, -8, 0);
    if (!m_symbol.isEmpty()) {
        painter.setPen(m_colour.isValid() ? (Theme::isDark() ? m_colour.lighter(140) : m_colour)
                                          : text);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, m_symbol);
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(m_symbol + u' '));
    }
    painter.setPen(text);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

} // namespace checkup::workspace
