#pragma once

#include "core/report/chart.h"

namespace checkup::charts {

/// Draws charts with Qt Charts into PNG and SVG bytes; the same chart gives the same bytes. Needs a
/// QApplication (offscreen will do) and its thread; errors: BadUsage for an empty size, Internal
/// when there is no QApplication.
class QtChartPainter : public report::ChartPainter
{
public:
    Result<QByteArray> png(const report::Chart& chart, QSize size, double scale) override;
    Result<QByteArray> svg(const report::Chart& chart, QSize size) override;
};

} // namespace checkup::charts
