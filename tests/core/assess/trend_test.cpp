#include "core/assess/trend.h"
#include "tests/support/catch.h"

#include <limits>

using namespace checkup::assess;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using checkup::catalogue::Direction;

namespace {
using Series = QList<std::pair<int, double>>;
}

TEST_CASE("the slope and what follows from it, by hand")
{
    // Mean year 2020.5, mean value 13.5. Deviations -1.5 -0.5 0.5 1.5 times -3.5 -1.5 0.5 4.5
    // = 5.25 + 0.75 + 0.25 + 6.75 = 13; squares 2.25 + 0.25 + 0.25 + 2.25 = 5; slope 2.6.
    const Series series{{2019, 10}, {2020, 12}, {2021, 14}, {2022, 18}};
    const Trend trend = trendOf(series, 2022, 2035, Direction::HigherBetter);
    CHECK(trend.points == 4);
    REQUIRE(trend.slope);
    CHECK_THAT(*trend.slope, WithinAbs(2.6, 1e-12));
    // 18 + 2.6 * 13 = 51.8
    REQUIRE(trend.forecast);
    CHECK_THAT(*trend.forecast, WithinAbs(51.8, 1e-9));
    CHECK_THAT(trend.change.value(), WithinAbs(4, 1e-12));
    CHECK_THAT(trend.changeRate.value(), WithinAbs(2.0 / 7, 1e-12));
    // (18 / 10)^(1/3) - 1: 1.2164403991^3 = 1.8 (table of cube roots).
    CHECK_THAT(trend.meanRate.value(), WithinAbs(0.2164403991, 1e-9));
    CHECK(trend.direction == TrendDirection::Improving);
}

TEST_CASE("points after the year are not looked at, gaps and broken numbers do not count")
{
    const Series series{{2018, 5},
                        {2020, 7},
                        {2021, std::numeric_limits<double>::quiet_NaN()},
                        {2022, 9},
                        {2023, 99}};
    const Trend trend = trendOf(series, 2022, 2022, Direction::LowerBetter);
    CHECK(trend.points == 3);
    CHECK_FALSE(trend.change);
    // 5, 7, 9 in steps of two years: one a year; no point a year before, so the slope tells the
    // way.
    CHECK_THAT(trend.slope.value(), WithinAbs(1.0, 1e-12));
    CHECK_THAT(trend.forecast.value(), WithinAbs(9.0, 1e-12));
    CHECK(trend.direction == TrendDirection::Worsening);
    CHECK_FALSE(trendOf(series, 2022, 2020, Direction::LowerBetter).forecast);
}

TEST_CASE("less than three points have no slope")
{
    const Trend trend = trendOf({{2021, 4}, {2022, 5}}, 2022, 2035, Direction::HigherBetter);
    CHECK_FALSE(trend.slope);
    CHECK_FALSE(trend.forecast);
    CHECK_THAT(trend.change.value(), WithinAbs(1, 1e-12));
    CHECK_THAT(trend.meanRate.value(), WithinAbs(0.25, 1e-12));
}

TEST_CASE("the direction follows what is better, beyond the noise")
{
    const auto direction = [](double previous, double value, Direction better,
                              double noise = 0.01) {
        return trendOf({{2021, previous}, {2022, value}}, 2022, 2035, better, noise).direction;
    };
    CHECK(direction(100, 102, Direction::HigherBetter) == TrendDirection::Improving);
    CHECK(direction(100, 98, Direction::HigherBetter) == TrendDirection::Worsening);
    CHECK(direction(100, 98, Direction::LowerBetter) == TrendDirection::Improving);
    CHECK(direction(100, 102, Direction::LowerBetter) == TrendDirection::Worsening);
    CHECK(direction(100, 102, Direction::Monitor) == TrendDirection::Rising);
    CHECK(direction(100, 98, Direction::TargetRange) == TrendDirection::Falling);
    CHECK(direction(100, 100.9, Direction::HigherBetter) == TrendDirection::Stable); // 0.9 %
    CHECK(direction(100, 99.1, Direction::Monitor) == TrendDirection::Stable);
    CHECK(direction(100, 101, Direction::HigherBetter) ==
          TrendDirection::Improving); // 1 % is not under 1 %
    CHECK(direction(100, 104, Direction::HigherBetter, 0.05) == TrendDirection::Stable);
    CHECK(direction(-100, -98, Direction::HigherBetter) == TrendDirection::Improving);
}

TEST_CASE("zero and negative values keep out of the rates")
{
    const Trend fromZero = trendOf({{2021, 0}, {2022, 3}}, 2022, 2035, Direction::LowerBetter);
    CHECK_THAT(fromZero.change.value(), WithinAbs(3, 1e-12));
    CHECK_FALSE(fromZero.changeRate);
    CHECK_FALSE(fromZero.meanRate);
    CHECK(fromZero.direction == TrendDirection::Worsening);
    CHECK(trendOf({{2021, 0}, {2022, 0}}, 2022, 2035, Direction::LowerBetter).direction ==
          TrendDirection::Stable);
    // (-6 - (-4)) / |-4| = -0.5
    const Trend negative = trendOf({{2021, -4}, {2022, -6}}, 2022, 2035, Direction::HigherBetter);
    CHECK_THAT(negative.changeRate.value(), WithinAbs(-0.5, 1e-12));
    CHECK_FALSE(negative.meanRate);
}

TEST_CASE("without a figure for the year nothing is said about it")
{
    const Trend trend =
        trendOf({{2018, 1}, {2019, 2}, {2020, 3}}, 2022, 2035, Direction::HigherBetter);
    CHECK(trend.points == 3);
    CHECK(trend.direction == TrendDirection::Unknown);
    CHECK_FALSE(trend.change);
    CHECK_FALSE(trend.forecast);
    CHECK(trendOf({}, 2022, 2035, Direction::HigherBetter).points == 0);
    CHECK(label(TrendDirection::Worsening) == u"变差"_s);
    CHECK(symbol(TrendDirection::Stable) == u"→"_s);
    CHECK(key(TrendDirection::Unknown) == u"unknown"_s);
}
