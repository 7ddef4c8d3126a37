#include "app/workspace/collection/figure_delegate.h"

#include "app/workspace/widgets/theme.h"

#include <QPainter>

namespace checkup::workspace {

void FigureDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const QRect rect = option.rect;
    if (selected)
        painter->fillRect(rect, Theme::colour(Theme::Role::AccentSoft));
    else if (option.features & QStyleOptionViewItem::Alternate)
        painter->fillRect(rect, Theme::colour(Theme::Role::Window));
    const QVariant colour = index.data(Qt::ForegroundRole);
    painter->setPen(selected || !colour.isValid() ? Theme::colour(Theme::Role::Text)
                                                  : colour.value<QColor>());
    const QRect inside = rect.adjusted(4, 0, -6, 0);
    QString text = index.data(Qt::DisplayRole).toString();
    if (option.fontMetrics.horizontalAdvance(text) > inside.width())
        text = option.fontMetrics.elidedText(text, Qt::ElideRight, inside.width());
    painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(Theme::colour(Theme::Role::Accent));
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
    }
}

} // namespace checkup::workspace
