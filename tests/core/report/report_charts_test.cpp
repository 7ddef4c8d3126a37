#include "core/report/report_charts.h"
#include "tests/support/catch.h"
#include "tests/support/small_year.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace checkup;
using report::Chart;

TEST_CASE("charts say what the assessment says")
{
    const project::YearData data = test::smallYear();
    const auto judged = assess::assess(data);
    REQUIRE_OK(judged);

    const Chart radar = report::radarByDimension(data, *judged);
    CHECK(radar.categories ==
          QStringList{u"安全"_s, u"创新"_s, u"协调"_s, u"绿色"_s, u"开放"_s, u"共享"_s});
    // Safety: farmland met, redline alert, reclaimed water on track: 2 of 3 well, 1 of 3 met.
    CHECK_THAT(radar.series.at(0).points.at(0).value(),
               Catch::Matchers::WithinAbs(200.0 / 3, 1e-9));
    CHECK_THAT(radar.series.at(1).points.at(0).value(),
               Catch::Matchers::WithinAbs(100.0 / 3, 1e-9));
    CHECK_FALSE(radar.series.at(0).points.at(4).has_value()); // openness: nothing to assess

    double all = 0;
    for (const auto& series : report::verdictsByDimension(data, *judged).series) {
        for (const auto& point : series.points)
            all += point.value_or(0);
    }
    CHECK(all == 10);

    const Chart progress = report::progressOfDimension(data, *judged, u"coordination"_s);
    REQUIRE(progress.categories == QStringList{u"道路网密度"_s, u"人均城镇建设用地面积"_s});
    CHECK_THAT(progress.series.at(0).points.at(0).value(),
               Catch::Matchers::WithinAbs(60.0 / 2.1, 1e-9));
    CHECK_THAT(progress.series.at(1).points.at(0).value(), Catch::Matchers::WithinAbs(18.75, 1e-9));

    const Chart trade = report::seriesOf(data, *judged->find(u"O-1"_s, data.city()->id));
    CHECK(trade.categories == QStringList{u"2019"_s, u"2020"_s, u"2021"_s, u"2022"_s});
    CHECK_FALSE(trade.series.at(0).points.last().has_value());
    CHECK(trade.targetLine == 12000.0);

    QSet<QString> ids;
    for (const Chart& chart : report::allCharts(data, *judged)) {
        CHECK_FALSE(ids.contains(chart.id));
        ids.insert(chart.id);
        CHECK_FALSE(chart.title.isEmpty());
        CHECK_FALSE(chart.altText.isEmpty());
        for (const auto& series : chart.series)
            CHECK(series.points.size() == chart.categories.size());
    }
    CHECK(ids.size() >= 8);

    int withSeries = 0;
    for (const auto* result : judged->ofRegion(data.city()->id))
        withSeries += result->series.size() >= 2 ? 1 : 0;
    const auto every = report::everySeries(data, *judged);
    CHECK(every.size() == withSeries);
    CHECK(every.size() > 5);
    QSet<QString> series;
    for (const Chart& chart : every)
        series.insert(chart.id);
    CHECK(series.size() == every.size());
}
