#include "app/workspace/collection/name_header.h"

#include "app/workspace/collection/value_matrix_model.h"
#include "app/workspace/widgets/theme.h"

#include <QItemSelectionModel>
#include <QPainter>

namespace checkup::workspace {

NameHeader::NameHeader(QWidget* parent)
    : QHeaderView(Qt::Vertical, parent)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setSectionsClickable(true);
    setHighlightSections(true);
}

void NameHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const bool current = selectionModel() && selectionModel()->currentIndex().row() == section;
    painter->fillRect(rect,
                      Theme::colour(current ? Theme::Role::AccentSoft : Theme::Role::Surface));
    painter->setPen(Theme::colour(Theme::Role::Border));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());
    const QRect inside = rect.adjusted(10, 0, -8, -1);
    const QString unit =
        model()->headerData(section, Qt::Vertical, ValueMatrixModel::UnitRole).toString();
    const QString name = model()->headerData(section, Qt::Vertical, Qt::DisplayRole).toString();
    const QFontMetrics metrics = painter->fontMetrics();
    // The name is what is looked for: it gets at least two thirds.
    const QString shownUnit = metrics.elidedText(unit, Qt::ElideRight, inside.width() / 3);
    const int unitWidth = metrics.horizontalAdvance(shownUnit);
    painter->setPen(Theme::colour(Theme::Role::Dim));
    painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter, shownUnit);
    painter->setPen(Theme::colour(Theme::Role::Text));
    const int room = inside.width() - unitWidth - 10;
    painter->drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(name, Qt::ElideRight, room));
}

} // namespace checkup::workspace
