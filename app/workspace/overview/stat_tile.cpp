#include "app/workspace/overview/stat_tile.h"

#include "app/workspace/widgets/icons.h"

#include <QPainter>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

StatTile::StatTile(const QString& iconName, Theme::Role role, QWidget* parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
    , m_role(role)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
}

void StatTile::setNumber(int number, const QString& caption, const QString& note)
{
    m_number = number;
    m_caption = caption;
    m_note = note;
    setAccessibleName(u"%1 %2"_s.arg(caption).arg(number));
    update();
}

QSize StatTile::sizeHint() const
{
    return {Theme::scaled(150), Theme::scaled(92)};
}

QSize StatTile::minimumSizeHint() const
{
    return {Theme::scaled(84), Theme::scaled(92)};
}

void StatTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool quiet = m_number == 0;
    painter.setPen(QPen(Theme::colour(hasFocus() ? Theme::Role::Accent : Theme::Role::Border),
                        hasFocus() ? 2 : 1));
    painter.setBrush(Theme::colour(underMouse() ? Theme::Role::Sunken : Theme::Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 10, 10);
    const int edge = Theme::scaled(14);
    const QRect inner = rect().adjusted(edge, Theme::scaled(10), -edge, -Theme::scaled(8));
    const int picture = Theme::scaled(18);
    painter.setFont(Theme::font());
    const int lineHeight = painter.fontMetrics().height();
    workspace::icon(m_iconName, quiet ? Theme::Role::Faint : m_role)
        .paint(&painter,
               QRect(inner.left(), inner.top() + (lineHeight - picture) / 2, picture, picture));
    painter.setPen(Theme::colour(Theme::Role::Dim));
    const QRect caption(inner.left() + picture + 6, inner.top(), inner.width() - picture - 6,
                        lineHeight);
    painter.drawText(caption, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, caption.width()));
    painter.setFont(Theme::font(2.1, true));
    painter.setPen(Theme::colour(quiet ? Theme::Role::Faint : Theme::Role::Text));
    const QRect below = inner.adjusted(0, lineHeight, 0, 0);
    const QString number = QString::number(m_number);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, number);
    const int used = painter.fontMetrics().horizontalAdvance(number) + 8;
    painter.setFont(Theme::font(0.9));
    painter.setPen(Theme::colour(Theme::Role::Dim));
    const QRect note = below.adjusted(used, 0, 0, -Theme::scaled(8));
    painter.drawText(note, Qt::AlignLeft | Qt::AlignBottom,
                     painter.fontMetrics().elidedText(m_note, Qt::ElideRight, note.width()));
}

} // namespace checkup::workspace
