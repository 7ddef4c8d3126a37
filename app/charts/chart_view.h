#pragma once

#include "core/report/chart.h"

class QWidget;

namespace checkup::charts {

/// The chart as a pane of the window: the same picture as in the report, following the pane's size.
/// The accessible description is the chart's altText. The caller owns the widget.
QWidget* makeChartView(const report::Chart& chart, bool dark, QWidget* parent = nullptr);

} // namespace checkup::charts
