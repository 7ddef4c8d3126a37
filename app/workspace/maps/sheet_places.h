#pragma once

#include <QList>
#include <QRectF>

namespace checkup::workspace {

/// Where elements of a sheet come to lie; millimetres of the paper.

enum class Alignment { Left, Centre, Right, Top, Middle, Bottom, EvenAcross, EvenDown };

/// Several made to stand at one line, that of the outermost or of their common middle; or with
/// equal gaps between the first and the last. The order is kept.
QList<QRectF> aligned(const QList<QRectF>& areas, Alignment how);

/// A move as it snaps: the lines where it stands beside others are drawn while it lasts.
struct Snapped
{
    QRectF area;
    QList<double> across, down; ///< x and y of the lines
};
/// What differs from `before` – the whole, or the edges that are dragged – drawn to edges and
/// middles of `others` and of the paper, where nearer than `reach`.
Snapped snapped(const QRectF& before, const QRectF& area, const QList<QRectF>& others,
                const QSizeF& paper, double reach);

/// Whole on the paper, and not smaller than can be held.
QRectF onPaper(QRectF area, const QSizeF& paper);

} // namespace checkup::workspace
