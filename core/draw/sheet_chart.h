#pragma once

#include "core/draw/sheet_pen.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace checkup::draw {

/// Numbers as they are drawn beside a map.
struct ChartFigure
{
    enum class Kind {
        Bars,   ///< level bars, a row for each category
        Shares, ///< likewise, each number's share of `whole`, or of its series' sum
        Lines   ///< over the categories, which are years
    };
    struct Series
    {
        QString name;
        QList<std::optional<double>> values; ///< one a category; none: not collected
        bool operator==(const Series&) const = default;
    };
    Kind kind = Kind::Bars;
    QString title, unit;
    QStringList categories;
    QList<Series> series;
    std::optional<double> whole = {}; ///< of Shares
    int marked = -1;                  ///< the category that the sheet is of, drawn strongly
    int decimals = 2;                 ///< of printed numbers
    bool operator==(const ChartFigure&) const = default;

    bool isEmpty() const; ///< no number at all
};

/// How high it reads well, mm.
double chartHeight(const ChartFigure& chart, double unit);

/// Fills `area`, mm. Nothing for an empty one. Gives what it says, a line a number: "思明区 98.40".
QStringList paintChart(const SheetPen& pen, const QRectF& area, const ChartFigure& chart);

} // namespace checkup::draw
