#pragma once

#include "app/charts/chart_painter.h"
#include "core/base/cancel.h"
#include "core/report/chart.h"

#include <functional>
#include <utility>

namespace checkup::workspace {

/// Lets a worker draw charts, which Qt Charts can only do on the interface thread: each picture is
/// asked for there, one at a time between the user's events, and waited for. Gives up as soon as
/// the work is cancelled, so that neither thread ever waits for the other for good.
class InterfacePainter : public report::ChartPainter
{
public:
    explicit InterfacePainter(CancelToken cancel)
        : m_cancel(std::move(cancel))
    {}

    Result<QByteArray> png(const report::Chart& chart, QSize size, double scale) override;
    Result<QByteArray> svg(const report::Chart& chart, QSize size) override;

private:
    Result<QByteArray> ask(std::function<Result<QByteArray>(charts::QtChartPainter&)> draw);

    CancelToken m_cancel;
};

} // namespace checkup::workspace
