#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace checkup::report {

/// One set of numbers of a chart; a missing point is nullopt and leaves a gap.
struct ChartSeries
{
    QString name;
    QList<std::optional<double>> points; ///< one per category
    QString colour;                      ///< "#rrggbb", empty: the palette decides
};

/// A chart as data. Drawn by whoever fulfils ChartPainter, on screen and in files alike.
struct Chart
{
    enum class Kind {
        Radar,       ///< categories round the circle, series as polygons, 0 to 100
        StackedBars, ///< one bar a category, series stacked
        Progress,    ///< horizontal: series[0] = rate in %, series[1] = expected by now in %
        Line,        ///< categories are years; targetLine drawn across when given
        Donut,       ///< series[0] over categories
    };
    Kind kind = Kind::Line;
    QString id; ///< file name without suffix: "radar", "series-S-11"
    QString title;
    QString unit;
    QStringList categories;
    QList<ChartSeries> series;
    std::optional<double> targetLine;
    QString targetName;
    QStringList categoryColours; ///< for Donut
    int decimals = -1;           ///< of printed values; -1: as few digits as the number has
    QString altText;
};

/// Draws charts. app/charts fulfils it with Qt Charts; needs a QApplication and its thread.
class ChartPainter
{
public:
    virtual ~ChartPainter() = default;
    virtual Result<QByteArray> png(const Chart& chart, QSize size, double scale) = 0;
    virtual Result<QByteArray> svg(const Chart& chart, QSize size) = 0;
};

} // namespace checkup::report
