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

TEST_CASE("all sources of a figure stand in one chart, in one unit, gaps left open")
{
    project::YearData data = test::smallYear();
    const project::RegionId city = data.city()->id;
    const auto put = [&](int year, qint64 source, double number, const QString& unit) {
        project::Value value;
        value.id = project::ValueId(9000 + data.values.size());
        value.subject = u"O-1"_s;
        value.region = city;
        value.year = year;
        value.source = project::SourceId(source);
        value.number = number;
        value.unit = unit;
        data.values.append(value);
    };
    data.values.removeIf([](const project::Value& value) { return value.subject == u"O-1"; });
    const QString unit = data.catalogue.indicator(u"O-1"_s)->unit;
    put(2019, 1, 100, unit);
    put(2021, 1, 120, unit);
    put(2021, 2, 118, u"万"_s + unit);
    put(2022, 2, 130, u"公顷"_s);
    data.index();
    const Chart chart = report::sourcesOf(data, u"O-1"_s, city, 2022);
    INFO(unit.toStdString());
    CHECK(chart.categories == QStringList{u"2019"_s, u"2020"_s, u"2021"_s, u"2022"_s});
    REQUIRE(chart.series.size() == 2);
    CHECK(chart.series.at(0).name == u"部门报送");
    CHECK(chart.series.at(0).points ==
          QList<std::optional<double>>{100, std::nullopt, 120, std::nullopt});
    CHECK(chart.series.at(1).name == u"统计年鉴");
    REQUIRE(chart.series.at(1).points.at(2).has_value());
    CHECK_THAT(*chart.series.at(1).points.at(2), Catch::Matchers::WithinAbs(1'180'000, 1e-6));
    CHECK_FALSE(chart.series.at(1).points.at(3).has_value()); // hectares are something else
    CHECK(report::sourcesOf(data, u"nothing"_s, city, 2022).series.isEmpty());
}
