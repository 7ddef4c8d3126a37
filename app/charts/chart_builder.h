#pragma once

#include "core/report/chart.h"

#include <QChart>
#include <QColor>
#include <QFont>

#include <memory>

namespace checkup::charts {

/// Colours and letters of a picture. Light is for paper and files, dark for the window's dark
/// theme.
struct Look
{
    QColor background, text, faint, grid;
    QColor target; ///< lines across that say what is aimed at, and their names
    QFont font;
    static Look of(bool dark);
    /// A series' colour as it can be told from the background: lighter on a dark one.
    QColor drawn(const QColor& colour) const;
};

/// A chart as a Qt Charts item, ready to be put into a scene; follows its size. `width` and
/// `height` are the size it will have, so that long labels can be wrapped to fit. Never null: a
/// chart without anything to show says so in words. Interface thread, needs a QApplication.
std::unique_ptr<QChart> buildChart(const report::Chart& chart, QSize size, const Look& look);

} // namespace checkup::charts
