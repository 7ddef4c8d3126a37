#include "app/charts/chart_view.h"

#include "app/charts/chart_builder.h"

#include <QChartView>

namespace checkup::charts {

namespace {

/// Label wrapping depends on the width, so the chart is built anew when the pane's size has changed
/// by more than a little.
class ChartPane : public QChartView
{
public:
    ChartPane(report::Chart chart, bool dark, QWidget* parent)
        : QChartView(parent)
        , m_chart(std::move(chart))
        , m_look(Look::of(dark))
    {
        setRenderHint(QPainter::Antialiasing);
        setFrameShape(QFrame::NoFrame);
        setBackgroundBrush(m_look.background);
        setMinimumSize(220, 160);
        setAccessibleName(m_chart.title);
        setAccessibleDescription(m_chart.altText);
        rebuild(QSize(480, 320));
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        if (qAbs(size().width() - m_built.width()) > 40)
            rebuild(size());
        QChartView::resizeEvent(event);
    }

private:
    void rebuild(QSize size)
    {
        QChart* old = chart();
        setChart(buildChart(m_chart, size, m_look).release());
        delete old;
        m_built = size;
    }

    report::Chart m_chart;
    Look m_look;
    QSize m_built;
};

} // namespace

QWidget* makeChartView(const report::Chart& chart, bool dark, QWidget* parent)
{
    auto* pane = new ChartPane(chart, dark, parent);
    pane->setObjectName(QStringLiteral("chart-") + chart.id);
    return pane;
}

} // namespace checkup::charts
