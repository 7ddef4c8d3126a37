#include "core/assess/trend.h"

#include <QCoreApplication>

#include <cmath>

namespace checkup::assess {

using namespace Qt::StringLiterals;
using catalogue::Direction;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Assess)
};

std::optional<double> finite(double number)
{
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// Least squares about the middle of the points, which keeps years like 2022 from cancelling.
std::optional<double> slopeOf(const QList<std::pair<int, double>>& points)
{
    if (points.size() < 3)
        return std::nullopt;
    const double count = static_cast<double>(points.size());
    double meanYear = 0;
    double meanValue = 0;
    for (const auto& [pointYear, number] : points) {
        meanYear += pointYear / count;
        meanValue += number / count;
    }
    double products = 0;
    double squares = 0;
    for (const auto& [pointYear, number] : points) {
        products += (pointYear - meanYear) * (number - meanValue);
        squares += (pointYear - meanYear) * (pointYear - meanYear);
    }
    return squares > 0 ? finite(products / squares) : std::nullopt;
}

TrendDirection directionOf(double change, double scale, Direction direction, double noise)
{
    if (change == 0.0 || std::abs(change) < noise * std::abs(scale) * (1 - 1e-9))
        return TrendDirection::Stable;
    const bool up = change > 0;
    switch (direction) {
    case Direction::HigherBetter:
        return up ? TrendDirection::Improving : TrendDirection::Worsening;
    case Direction::LowerBetter:
        return up ? TrendDirection::Worsening : TrendDirection::Improving;
    case Direction::TargetRange:
    case Direction::Monitor:
        break;
    }
    return up ? TrendDirection::Rising : TrendDirection::Falling;
}

} // namespace

Trend trendOf(const QList<std::pair<int, double>>& series, int year, int targetYear,
              Direction direction, double noise)
{
    QList<std::pair<int, double>> points;
    std::optional<double> value;
    std::optional<double> previous;
    for (const auto& [pointYear, number] : series) {
        if (pointYear > year || !std::isfinite(number))
            continue;
        points.append({pointYear, number});
        if (pointYear == year)
            value = number;
        else if (pointYear == year - 1)
            previous = number;
    }

    Trend trend;
    trend.points = static_cast<int>(points.size());
    trend.slope = slopeOf(points);
    if (!value)
        return trend;
    if (previous) {
        trend.change = finite(*value - *previous);
        if (trend.change && *previous != 0.0)
            trend.changeRate = finite(*trend.change / std::abs(*previous));
    }
    const auto [firstYear, first] = points.first();
    if (firstYear < year && first > 0 && *value > 0)
        trend.meanRate = finite(std::pow(*value / first, 1.0 / (year - firstYear)) - 1.0);
    if (trend.slope && targetYear >= year)
        trend.forecast = finite(*value + *trend.slope * (targetYear - year));

    if (trend.change)
        trend.direction = directionOf(*trend.change, *previous, direction, noise);
    else if (trend.slope)
        trend.direction = directionOf(*trend.slope, *value, direction, noise);
    return trend;
}

QString key(TrendDirection direction)
{
    switch (direction) {
    case TrendDirection::Improving:
        return u"improving"_s;
    case TrendDirection::Stable:
        return u"stable"_s;
    case TrendDirection::Worsening:
        return u"worsening"_s;
    case TrendDirection::Rising:
        return u"rising"_s;
    case TrendDirection::Falling:
        return u"falling"_s;
    case TrendDirection::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString label(TrendDirection direction)
{
    switch (direction) {
    case TrendDirection::Improving:
        return Text::tr("向好");
    case TrendDirection::Stable:
        return Text::tr("稳定");
    case TrendDirection::Worsening:
        return Text::tr("变差");
    case TrendDirection::Rising:
        return Text::tr("上升");
    case TrendDirection::Falling:
        return Text::tr("下降");
    case TrendDirection::Unknown:
        return Text::tr("不明");
    }
    return {};
}

QString symbol(TrendDirection direction)
{
    switch (direction) {
    case TrendDirection::Improving:
        return u"↑"_s;
    case TrendDirection::Stable:
        return u"→"_s;
    case TrendDirection::Worsening:
        return u"↓"_s;
    case TrendDirection::Rising:
        return u"↗"_s;
    case TrendDirection::Falling:
        return u"↘"_s;
    case TrendDirection::Unknown:
        return u"…"_s;
    }
    return {};
}

} // namespace checkup::assess
