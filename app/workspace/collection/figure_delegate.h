#pragma once

#include <QStyledItemDelegate>

namespace checkup::workspace {

/// Paints a figure's cell straight from the theme: the style sheet's way costs several times as
/// much, and a screen of the matrix has hundreds of cells.
class FigureDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace checkup::workspace
