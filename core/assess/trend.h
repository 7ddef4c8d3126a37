#pragma once

#include "core/catalogue/model.h"

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace checkup::assess {

enum class TrendDirection { Improving, Stable, Worsening, Rising, Falling, Unknown };

/// A series in words and numbers. Rising/Falling where no way is better.
struct Trend
{
    TrendDirection direction = TrendDirection::Unknown;
    std::optional<double> change;     ///< V - P
    std::optional<double> changeRate; ///< (V - P) / |P|
    std::optional<double> meanRate;   ///< (V / first)^(1 / years) - 1, positive values only
    std::optional<double> slope;      ///< least squares per year, three points or more
    std::optional<double> forecast;   ///< V + slope * (targetYear - year)
    int points = 0;
};

/// `series` ascending by year; V is the point at `year`, P the one a year before it; points after
/// `year` are not looked at. The direction is that of V - P, stable below `noise` * |P|; without a
/// P it is that of the slope, measured against |V|. Without a V only points and slope are told; the
/// forecast is absent when the target year has passed.
Trend trendOf(const QList<std::pair<int, double>>& series, int year, int targetYear,
              catalogue::Direction direction, double noise = 0.01);

QString key(TrendDirection);
QString label(TrendDirection);
QString symbol(TrendDirection); ///< ↑ → ↓ …

} // namespace checkup::assess
