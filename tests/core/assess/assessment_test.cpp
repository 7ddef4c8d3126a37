#include "core/assess/assessment.h"
#include "core/catalogue/catalogue_files.h"
#include "tests/core/assess/small_year.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>

using namespace checkup;
using namespace checkup::assess;
using namespace Qt::StringLiterals;
using catalogue::Constraint;
using catalogue::Direction;
using Catch::Matchers::WithinAbs;
using project::GoalKind;
using project::ValueState;
using test::SmallYear;

namespace {

/// Eight indicators of two dimensions; 2022 between 2020 and 2030, so E = 0.2.
struct City
{
    SmallYear year{2022, 2020, 2030};
    project::RegionId siming, tongan;

    City()
    {
        siming = year.district(u"思明区"_s);
        tongan = year.district(u"同安区"_s);
        add(u"A-1"_s, u"safety"_s, u"底线管控"_s).constraint = Constraint::Binding;
        add(u"A-2"_s, u"safety"_s, u"底线管控"_s);
        add(u"A-3"_s, u"safety"_s, u"支撑系统"_s);
        add(u"A-4"_s, u"safety"_s, u"支撑系统"_s).excluded = true;
        add(u"B-1"_s, u"green"_s, u"支撑系统"_s);
        add(u"B-2"_s, u"green"_s, u"支撑系统"_s).direction = Direction::LowerBetter;
        add(u"B-3"_s, u"green"_s, QString()).direction = Direction::Monitor;
        add(u"B-4"_s, u"green"_s, u"底线管控"_s);

        // A-1: a floor of 100, broken: alert.
        year.value(u"A-1"_s, 90, u"个"_s);
        year.goal(u"A-1"_s, GoalKind::Floor, 100);
        // A-2: 10 → 30, now 20: R = 0.5 on track; k = 20 / 16 = 1.25.
        year.value(u"A-2"_s, 20, u"个"_s);
        year.value(u"A-2"_s, 10, u"个"_s).year = 2020;
        year.value(u"A-2"_s, 14, u"个"_s).year = 2021;
        year.goal(u"A-2"_s, GoalKind::Growing, 30);
        year.benchmark(u"A-2"_s, u"全国平均"_s, 12, 2018);
        year.benchmark(u"A-2"_s, u"全国36城平均"_s, 16, 2020);
        year.benchmark(u"A-2"_s, u"旧值"_s, 99, 2019);
        // A-3: missing.
        year.goal(u"A-3"_s, GoalKind::Growing, 30);
        // A-4: excluded though it has a figure.
        year.value(u"A-4"_s, 1, u"个"_s);
        // B-1: base given with the goal, 10 → 20, now 9: regress.
        year.value(u"B-1"_s, 9, u"个"_s);
        year.goal(u"B-1"_s, GoalKind::Growing, 20).baseValue = 10;
        // B-2: lower is better, no goal; two rivals 8 and 10; k = 12 / 8 = 1.5.
        year.value(u"B-2"_s, 8, u"个"_s);
        project::Value& rival = year.value(u"B-2"_s, 10, u"个"_s);
        rival.source = SmallYear::statistics();
        rival.adopted = false;
        year.benchmark(u"B-2"_s, u"全省平均"_s, 12, 0);
        // B-3: monitored.
        year.value(u"B-3"_s, 5, u"个"_s);
        // B-4: does not apply.
        year.state(u"B-4"_s, ValueState::NotApplicable);

        // 同安 has A-2 this year, and A-3 in an earlier year; 思明 has nothing.
        year.value(u"A-2"_s, 3, u"个"_s).region = tongan;
        project::Value& before = year.value(u"A-3"_s, 3, u"个"_s);
        before.region = tongan;
        before.year = 2021;

        year.raw().info.cutOff = QDate(2023, 6, 1);
        const auto department = [this](const QString& name, const QDate& deadline,
                                       const QDate& returned) {
            project::Department row;
            row.name = name;
            row.deadline = deadline;
            row.returnedAt = returned;
            year.raw().departments.append(row);
        };
        department(u"水利局"_s, QDate(2023, 5, 31), {});
        department(u"林业局"_s, QDate(2023, 5, 31), QDate(2023, 5, 30));
        department(u"教育局"_s, QDate(2023, 6, 1), {});
        department(u"应急局"_s, {}, {});
    }

    catalogue::Indicator& add(const QString& code, const QString& dimension, const QString& aspect)
    {
        catalogue::Indicator& row = year.indicator(code, u"指标"_s + code, u"个"_s, QString());
        row.dimension = dimension;
        row.aspect = aspect;
        row.decimals = 0;
        return row;
    }
};

Assessment assessed(City& city)
{
    Result<Assessment> result = assess::assess(city.year.data());
    REQUIRE_OK(result);
    return *std::move(result);
}

QStringList placesOf(const Assessment& assessment)
{
    QStringList places;
    for (const IndicatorResult& result : assessment.results)
        places.append(result.code + u"@"_s + QString::number(result.region.number()));
    return places;
}

} // namespace

TEST_CASE("the city's indicators in order, then districts that have figures")
{
    City city;
    const Assessment assessment = assessed(city);
    CHECK(placesOf(assessment) == QStringList{u"A-1@1"_s, u"A-2@1"_s, u"A-3@1"_s, u"B-1@1"_s,
                                              u"B-2@1"_s, u"B-3@1"_s, u"B-4@1"_s, u"A-2@3"_s,
                                              u"A-3@3"_s});
    REQUIRE(assessment.find(u"B-1"_s, SmallYear::city()));
    CHECK(assessment.find(u"B-1"_s, SmallYear::city())->code == u"B-1"_s);
    CHECK_FALSE(assessment.find(u"A-4"_s, SmallYear::city()));
    CHECK_FALSE(assessment.find(u"A-2"_s, city.siming));
    CHECK(assessment.ofRegion(city.tongan).size() == 2);
    CHECK(assessment.ofRegion(city.siming).isEmpty());
    // The district has no goal of its own.
    CHECK_FALSE(assessment.find(u"A-2"_s, city.tongan)->goal);
    CHECK(assessment.find(u"A-2"_s, city.tongan)->judgement.verdict == Verdict::Undecided);
}

TEST_CASE("one result holds figures, goal, verdict, trend and benchmark")
{
    City city;
    const Assessment assessment = assessed(city);
    const IndicatorResult& growing = *assessment.find(u"A-2"_s, SmallYear::city());
    CHECK(growing.now.number == 20);
    CHECK(growing.previous.number == 14);
    CHECK(growing.base.number == 10);
    CHECK(growing.series ==
          QList<std::pair<int, double>>{{2020, 10.0}, {2021, 14.0}, {2022, 20.0}});
    CHECK(growing.judgement.verdict == Verdict::OnTrack);
    CHECK_THAT(growing.judgement.rate.value(), WithinAbs(0.5, 1e-12));
    CHECK_THAT(growing.judgement.expected.value(), WithinAbs(0.2, 1e-12));
    // A = 10 + 20 * 0.2 = 14 = P: no annual rate.
    CHECK_FALSE(growing.judgement.annualRate);
    // Slope of 10, 14, 20: (20 - 10) / 2 = 5; 20 + 5 * 8 = 60.
    CHECK_THAT(growing.trend.forecast.value(), WithinAbs(60, 1e-9));
    CHECK(growing.trend.direction == TrendDirection::Improving);
    CHECK(growing.benchmarkValue == 16);
    CHECK_THAT(growing.benchmarkRatio.value(), WithinAbs(1.25, 1e-12));
    CHECK(growing.benchmarkName == u"全国36城平均 16（2020）"_s);

    const IndicatorResult& falling = *assessment.find(u"B-2"_s, SmallYear::city());
    CHECK_THAT(falling.benchmarkRatio.value(), WithinAbs(1.5, 1e-12));
    CHECK(falling.benchmarkName == u"全省平均 12"_s);
    CHECK(falling.now.contradictory);

    // The base given with the goal counts where the series has none: (9 - 10) / 10.
    const IndicatorResult& regress = *assessment.find(u"B-1"_s, SmallYear::city());
    CHECK_FALSE(regress.base.isPresent());
    CHECK_THAT(regress.judgement.rate.value(), WithinAbs(-0.1, 1e-12));
}

TEST_CASE("tallies count the city's results once each")
{
    City city;
    const Assessment assessment = assessed(city);
    const Tally& all = assessment.city;
    CHECK(all.total == 7);
    CHECK(all.present == 5); // A-1 A-2 B-1 B-2 B-3
    CHECK(all.missing == 1); // A-3; B-4 does not apply
    CHECK(all.contradictory == 1);
    CHECK(all.verdicts.value(Verdict::Alert) == 1);
    CHECK(all.verdicts.value(Verdict::OnTrack) == 1);
    CHECK(all.verdicts.value(Verdict::Regress) == 1);
    CHECK(all.verdicts.value(Verdict::Watched) == 1);
    CHECK(all.verdicts.value(Verdict::Undecided) == 3); // A-3 B-2 B-4
    CHECK(all.assessable() == 3);
    CHECK(all.metShare() == 0.0);
    CHECK(assessment.byDimension.keys() == QStringList{u"green"_s, u"safety"_s});
    CHECK(assessment.byDimension[u"safety"_s].total == 3);
    CHECK(assessment.byDimension[u"green"_s].total == 4);
    CHECK(assessment.byAspect.keys().size() == 2);
    CHECK(assessment.byAspect[u"底线管控"_s].total == 3);
    CHECK(assessment.byAspect[u"支撑系统"_s].missing == 1);
    CHECK_FALSE(Tally{}.metShare());
    Tally two;
    two.verdicts = {{Verdict::Met, 3}, {Verdict::Late, 1}, {Verdict::Undecided, 9}};
    CHECK_THAT(two.metShare().value(), WithinAbs(0.75, 1e-12));
}

TEST_CASE("a contradiction that a person decided is not counted any more")
{
    City city;
    for (project::Value& value : city.year.raw().values)
        if (value.subject == u"B-2"_s && value.adopted)
            value.adoptionReason = u"以部门数据为准"_s;
    CHECK(assessed(city).city.contradictory == 0);
}

TEST_CASE("departments are late when the deadline has passed and nothing came")
{
    City city;
    CHECK(assessed(city).lateDepartments == QStringList{u"水利局"_s});
    city.year.raw().info.cutOff = QDate(2023, 6, 2);
    CHECK(assessed(city).lateDepartments == QStringList{u"水利局"_s, u"教育局"_s});
    city.year.raw().info.cutOff = {};
    CHECK(assessed(city).lateDepartments.isEmpty());
}

TEST_CASE("urgency puts alerts before regress before contradictions before gaps")
{
    City city;
    const Assessment assessment = assessed(city);
    const auto urgency = [&](const QString& code) {
        return assessment.find(code, SmallYear::city())->urgency;
    };
    CHECK(urgency(u"A-1"_s) > urgency(u"B-1"_s)); // alert, regress
    CHECK(urgency(u"B-1"_s) > urgency(u"B-2"_s)); // contradictory
    CHECK(urgency(u"B-2"_s) > urgency(u"A-3"_s)); // missing
    CHECK(urgency(u"A-3"_s) > urgency(u"A-2"_s)); // on track
    CHECK(urgency(u"A-2"_s) == 0);
    CHECK(urgency(u"B-4"_s) == 0);
}

TEST_CASE("diagnosis by progress and benchmark")
{
    // 10 → 20 with E = 0.2; the value and the benchmark are chosen for R and k.
    struct Case
    {
        double value;
        std::optional<double> benchmark;
        Diagnosis diagnosis;
    };
    const QList<Case> cases{
        {20, 16, Diagnosis::Strength},   // met, k = 1.25
        {12, 11.4, Diagnosis::Strength}, // R = 0.2 on track, k = 1.0526
        {12, 12, Diagnosis::Normal},     // k = 1
        {12, 12.6, Diagnosis::Normal},   // k = 0.952
        {12, 13, Diagnosis::Weakness},   // k = 0.923
        {12, std::nullopt, Diagnosis::Normal},
        {11.7, 11, Diagnosis::Weakness},  // R = 0.17 slightly late, k = 1.06
        {11.7, 14, Diagnosis::Shortfall}, // slightly late, k = 0.836
        {11.7, std::nullopt, Diagnosis::Weakness},
        {11, 5, Diagnosis::Shortfall}, // R = 0.1 late
        {9, 5, Diagnosis::Shortfall},  // regress
    };
    for (const Case& one : cases) {
        SmallYear year(2022, 2020, 2030);
        year.indicator(u"A-1"_s, u"甲"_s, u"个"_s, QString());
        year.value(u"A-1"_s, one.value, u"个"_s);
        year.goal(u"A-1"_s, GoalKind::Growing, 20).baseValue = 10;
        if (one.benchmark)
            year.benchmark(u"A-1"_s, u"全国平均"_s, *one.benchmark, 2021);
        const auto result = assess::assess(year.data());
        REQUIRE_OK(result);
        const IndicatorResult& found = result->results.first();
        INFO(one.value << " against " << one.benchmark.value_or(0) << ": "
                       << found.diagnosisReason.toStdString());
        CHECK(key(found.diagnosis) == key(one.diagnosis));
        CHECK(found.diagnosisReason.contains(label(one.diagnosis)));
    }

    City city;
    const Assessment assessment = assessed(city);
    CHECK(assessment.find(u"A-1"_s, SmallYear::city())->diagnosis ==
          Diagnosis::Shortfall); // binding floor broken
    CHECK(assessment.find(u"B-2"_s, SmallYear::city())->diagnosis ==
          Diagnosis::Strength); // no goal, k = 1.5
    CHECK(assessment.find(u"B-3"_s, SmallYear::city())->diagnosis == Diagnosis::Unknown);
    CHECK(assessment.find(u"A-3"_s, SmallYear::city())->diagnosis == Diagnosis::Unknown);
}

TEST_CASE("figures of different editions are not read as one trend")
{
    // Xiamen's population: 429 (2019) as first published; 518, 528, 530.8 after the census.
    SmallYear year(2022, 2019, 2035);
    year.quantity(u"p_resident"_s, u"常住人口"_s, u"万人"_s);
    year.indicator(u"A-1"_s, u"常住人口规模"_s, u"万人"_s, u"p_resident"_s);
    const auto put = [&](int at, double number, const QString& vintage) {
        project::Value& value = year.value(u"p_resident"_s, number, u"万人"_s);
        value.year = at;
        value.vintage = vintage;
    };
    put(2019, 429, u"首次公布"_s);
    put(2020, 518, u"普查后修订"_s);
    put(2021, 528, u"普查后修订"_s);
    put(2022, 530.8, u"普查后修订"_s);
    auto result = assess::assess(year.data());
    REQUIRE_OK(result);
    const IndicatorResult& mixed = result->results.first();
    CHECK(mixed.series.size() == 4);
    CHECK(mixed.trend.points == 3);
    CHECK_THAT(mixed.trend.slope.value(), WithinAbs(6.4, 1e-9)); // (530.8 - 518) / 2
    CHECK_THAT(mixed.vintageNote.toStdString(),
               Catch::Matchers::ContainsSubstring("2019 年“常住人口”的数据版本与本年不同"));
    CHECK(mixed.now.vintages == QMap<QString, QString>{{u"p_resident"_s, u"普查后修订"_s}});

    // An edition that is not stated contradicts none.
    year.raw().values[0].vintage.clear();
    result = assess::assess(year.data());
    REQUIRE_OK(result);
    CHECK(result->results.first().trend.points == 4);
    CHECK(result->results.first().vintageNote.isEmpty());
}

TEST_CASE("last year's figure of another edition gives no annual rate")
{
    SmallYear year(2022, 2020, 2030);
    year.indicator(u"A-1"_s, u"甲"_s, u"个"_s, QString());
    year.value(u"A-1"_s, 14, u"个"_s).vintage = u"修订"_s;
    year.value(u"A-1"_s, 11, u"个"_s).year = 2021;
    year.goal(u"A-1"_s, GoalKind::Growing, 30).baseValue = 10;
    // A = 10 + 20 * 0.2 = 14; (14 - 11) / (14 - 11) = 1.
    const auto plain = assess::assess(year.data());
    REQUIRE_OK(plain);
    CHECK_THAT(plain->results.first().judgement.annualRate.value(), WithinAbs(1.0, 1e-12));
    year.raw().values[1].vintage = u"首次公布"_s;
    const auto apart = assess::assess(year.data());
    REQUIRE_OK(apart);
    CHECK_FALSE(apart->results.first().judgement.annualRate);
}

TEST_CASE("a benchmark that cannot be divided by gives no ratio")
{
    SmallYear year(2022, 2020, 2030);
    year.indicator(u"A-1"_s, u"甲"_s, u"个"_s, QString()).direction = Direction::LowerBetter;
    year.indicator(u"A-2"_s, u"乙"_s, u"个"_s, QString());
    year.value(u"A-1"_s, 0, u"个"_s);
    year.value(u"A-2"_s, 3, u"个"_s);
    year.benchmark(u"A-1"_s, u"全国平均"_s, 4, 2021);
    year.benchmark(u"A-2"_s, u"全国平均"_s, 0, 2021);
    const auto result = assess::assess(year.data());
    REQUIRE_OK(result);
    CHECK_FALSE(result->results[0].benchmarkRatio);
    CHECK(result->results[0].benchmarkValue == 4);
    CHECK_FALSE(result->results[1].benchmarkRatio);
}

TEST_CASE("assessing can be stopped, needs a city, and tells how far it is")
{
    City city;
    CancelToken cancel;
    cancel.cancel();
    const auto stopped = assess::assess(city.year.data(), cancel);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code() == ErrorCode::Cancelled);

    const project::YearData empty;
    const auto none = assess::assess(empty);
    REQUIRE_FALSE(none);
    CHECK(none.error().code() == ErrorCode::Invalid);

    QList<double> shares;
    REQUIRE_OK(assess::assess(city.year.data(), {},
                              [&](double share, const QString&) { shares.append(share); }));
    REQUIRE(shares.size() >= 2);
    CHECK(std::is_sorted(shares.cbegin(), shares.cend()));
    CHECK(shares.last() == 1.0);
}

TEST_CASE("a full year: 122 indicators, 7 regions, 10 years", "[.bench]")
{
    const auto loaded = catalogue::loadBuiltIn(u"tdt1063-2021"_s);
    REQUIRE_OK(loaded);
    const auto profile = catalogue::select(loaded->catalogue, u"xiamen-122"_s);
    REQUIRE_OK(profile);
    SmallYear year(2022, 2020, 2035);
    year.raw().catalogue = *profile;
    for (int district = 0; district < 6; ++district)
        year.district(u"区%1"_s.arg(district));
    double number = 5;
    for (qint64 region = 1; region <= 7; ++region) {
        for (int at = 2013; at <= 2022; ++at) {
            const auto put = [&](const QString& subject, const QString& unit) {
                project::Value& value = year.value(subject, number += 0.01, unit);
                value.region = project::RegionId(region);
                value.year = at;
            };
            for (const catalogue::Quantity& quantity : profile->quantities)
                put(quantity.id, quantity.unit);
            for (const catalogue::Indicator& indicator : profile->indicators)
                put(indicator.code, indicator.unit);
        }
    }
    for (const catalogue::Indicator& indicator : profile->indicators)
        year.goal(indicator.code, GoalKind::Growing, 1e6);
    const project::YearData& data = year.data();
    QElapsedTimer timer;
    timer.start();
    const auto result = assess::assess(data);
    const qint64 taken = timer.elapsed();
    REQUIRE_OK(result);
    CHECK(result->results.size() == 122 * 7);
    WARN(result->results.size() << " results from " << data.values.size() << " values in " << taken
                                << " ms");
}
