#include "core/assess/resolver.h"
#include "core/catalogue/catalogue_files.h"
#include "tests/core/assess/small_year.h"
#include "tests/support/catch.h"

#include <cmath>
#include <limits>

using namespace checkup;
using namespace checkup::assess;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using project::ValueState;
using test::SmallYear;

namespace {

/// Water, people and land, with the indicators over them.
SmallYear waterAndLand()
{
    SmallYear year(2022, 2019, 2035);
    year.quantity(u"w_total"_s, u"用水总量"_s, u"亿立方米"_s);
    year.quantity(u"p_resident"_s, u"常住人口"_s, u"万人"_s);
    year.quantity(u"a_farm"_s, u"耕地面积"_s, u"公顷"_s);
    year.quantity(u"a_hsf"_s, u"高标准农田面积"_s, u"公顷"_s);
    year.quantity(u"gdp"_s, u"地区生产总值"_s, u"亿元"_s);
    year.indicator(u"S-01"_s, u"人均年用水量"_s, u"立方米/人"_s, u"w_total / p_resident"_s);
    year.indicator(u"S-11"_s, u"耕地保有量"_s, u"万亩"_s, u"a_farm"_s);
    year.indicator(u"S-12"_s, u"高标准农田占比"_s, u"%"_s, u"a_hsf/a_farm"_s);
    year.indicator(u"X-01"_s, u"生产总值增速"_s, u"%"_s, u"(gdp-gdp__prev)/gdp__prev"_s);
    year.indicator(u"X-02"_s, u"耕地较基期"_s, u"%"_s, u"a_farm / a_farm__base"_s);
    year.indicator(u"X-03"_s, u"人均耕地"_s, u"亩/人"_s, u"I_S_11 / p_resident"_s);
    year.indicator(u"X-04"_s, u"满意度"_s, u"%"_s, QString());
    return year;
}

const Figure& inCity(Resolver& resolver, const QString& subject, int year = 2022)
{
    return resolver.figure(subject, SmallYear::city(), year);
}

} // namespace

TEST_CASE("stored figures are said in the subject's own unit")
{
    struct Case
    {
        QString own, stored;
        double number, wanted;
        QString conversion;
    };
    // 1 公顷 = 15 亩 = 10000 平方米; the numbers by hand from that.
    const QList<Case> cases{
        {u"平方千米"_s, u"公顷"_s, 15294.87, 152.9487, u"15294.87 公顷 = 152.9487 平方千米"_s},
        {u"公顷"_s, u"万亩"_s, 22.94, 22.94 * 10000 / 15, u"22.94 万亩 = 15293.33333 公顷"_s},
        {u"万亩"_s, u"平方千米"_s, 152.9487, 22.942305, u"152.9487 平方千米 = 22.942305 万亩"_s},
        {u"万亩"_s, u"公顷"_s, 15294.87, 22.942305, u"15294.87 公顷 = 22.942305 万亩"_s},
        {u"公顷"_s, u"亩"_s, 15, 1, u"15 亩 = 1 公顷"_s},
        {u"万人"_s, u"人"_s, 5163970, 516.397, u"5163970 人 = 516.397 万人"_s},
        {u"万元"_s, u"亿元"_s, 78.5, 785000, u"78.5 亿元 = 785000 万元"_s},
        {u"亿元"_s, u"元"_s, 250000000, 2.5, u"250000000 元 = 2.5 亿元"_s},
        {u"亿立方米"_s, u"万立方米"_s, 68000, 6.8, u"68000 万立方米 = 6.8 亿立方米"_s},
        {u"比值"_s, u"%"_s, 35, 0.35, u"35 % = 0.35"_s},
        {u"%"_s, u"‰"_s, 4.16, 0.416, u"4.16 ‰ = 0.416 %"_s},
        {u"平方千米"_s, u"km²"_s, 589.67, 589.67, QString()},
        {u"处"_s, u"个"_s, 12, 12, QString()},
        {u"万亩"_s, u"万亩"_s, 22.94, 22.94, QString()},
        {u"%"_s, QString(), 35, 35, QString()},
    };
    for (const Case& one : cases) {
        SmallYear year(2022, 2019, 2035);
        year.quantity(u"q"_s, u"数量"_s, one.own);
        year.value(u"q"_s, one.number, one.stored);
        Resolver resolver(year.data());
        const Figure& figure = inCity(resolver, u"q"_s);
        INFO((one.stored + u" → "_s + one.own).toStdString());
        CHECK(figure.isPresent());
        CHECK(figure.origin == Figure::Origin::Adopted);
        CHECK(figure.unit == one.own);
        CHECK_THAT(figure.number, WithinRel(one.wanted, 1e-14));
        CHECK(figure.conversion == one.conversion);
        CHECK(figure.problem.isEmpty());
    }
}

TEST_CASE("a figure in a unit of another kind, or that is no number, is not used and says so")
{
    SmallYear year(2022, 2019, 2035);
    year.quantity(u"area"_s, u"面积"_s, u"公顷"_s);
    year.quantity(u"odd"_s, u"怪数"_s, u"公顷"_s);
    year.quantity(u"broken"_s, u"坏数"_s, u"公顷"_s);
    year.value(u"area"_s, 5, u"万人"_s);
    year.value(u"odd"_s, 5, u"筐"_s);
    year.value(u"broken"_s, std::numeric_limits<double>::quiet_NaN(), u"公顷"_s);
    Resolver resolver(year.data());
    for (const QString& subject : {u"area"_s, u"odd"_s, u"broken"_s}) {
        const Figure& figure = inCity(resolver, subject);
        INFO(subject.toStdString());
        CHECK(figure.state == ValueState::Missing);
        CHECK(figure.number == 0);
        CHECK_FALSE(figure.problem.isEmpty());
    }
    CHECK_THAT(inCity(resolver, u"area"_s).problem.toStdString(),
               Catch::Matchers::ContainsSubstring("“面积”的单位“万人”不能换算为“公顷”"));
}

TEST_CASE("a computed figure explains itself")
{
    SmallYear year = waterAndLand();
    year.raw().evidence.append(
        {project::EvidenceId(9), u"水利局.xlsx"_s, {}, u"数值"_s, u"E7"_s, {}, {}, {}});
    year.value(u"w_total"_s, 6.8, u"亿立方米"_s).evidence = project::EvidenceId(9);
    year.value(u"p_resident"_s, 5308000, u"人"_s).source = SmallYear::statistics();
    Resolver resolver(year.data());

    const Figure& figure = inCity(resolver, u"S-01"_s);
    REQUIRE(figure.isPresent());
    CHECK(figure.origin == Figure::Origin::Computed);
    CHECK_FALSE(figure.value.isValid());
    CHECK_FALSE(figure.reported);
    // 680000000 / 5308000: 128 * 5308000 = 679424000, rest 576000, 576000 / 5308000 = 0.1085154...
    CHECK_THAT(figure.number, WithinAbs(128.1085154, 5e-8));
    CHECK(figure.unit == u"立方米/人"_s);
    CHECK(figure.formula == u"用水总量 ÷ 常住人口"_s);
    CHECK(figure.rawFormula == u"w_total / p_resident"_s);
    CHECK(figure.missingInputs.isEmpty());
    REQUIRE(figure.inputs.size() == 2);
    const ExplainedInput& people = figure.inputs[0];
    CHECK(people.variable == u"p_resident"_s);
    CHECK(people.name == u"常住人口"_s);
    CHECK(people.year == 2022);
    CHECK(people.number == 5308000);
    CHECK(people.unit == u"人"_s);
    CHECK(people.coherent == 5308000);
    CHECK(people.coherentUnit == u"人"_s);
    CHECK(people.conversion.isEmpty());
    CHECK(people.sourceName == u"统计年鉴"_s);
    const ExplainedInput& water = figure.inputs[1];
    CHECK(water.quantity == u"w_total"_s);
    CHECK(water.number == 6.8);
    CHECK(water.unit == u"亿立方米"_s);
    CHECK_THAT(water.coherent, WithinRel(6.8e8, 1e-14));
    CHECK(water.coherentUnit == u"立方米"_s);
    CHECK(water.conversion == u"6.8 亿立方米 = 680000000 立方米"_s);
    CHECK(water.value == project::ValueId(1));
    CHECK(water.sourceName == u"水利局报送"_s);
    CHECK(water.evidence == u"水利局.xlsx ▸ 数值 ▸ E7"_s);
}

TEST_CASE("coherent units are named as people say them")
{
    const QList<std::pair<QString, QString>> cases{{u"亿元"_s, u"元"_s},
                                                   {u"万件"_s, u"件"_s},
                                                   {u"万亩"_s, u"平方米"_s},
                                                   {u"千米"_s, u"米"_s},
                                                   {u"%"_s, QString()},
                                                   {u"公顷"_s, u"平方米"_s},
                                                   {u"万吨标准煤"_s, u"吨标准煤"_s},
                                                   {u"小时"_s, u"天"_s},
                                                   {u"平方米/人"_s, u"平方米/人"_s},
                                                   {u"件/万人"_s, u"个/人"_s},
                                                   {u"千瓦时"_s, u"千瓦时"_s}};
    for (const auto& [stored, coherent] : cases) {
        SmallYear year(2022, 2019, 2035);
        year.quantity(u"q"_s, u"数量"_s, stored);
        year.indicator(u"A-1"_s, u"指标"_s, stored, u"q"_s);
        year.value(u"q"_s, 2, stored);
        Resolver resolver(year.data());
        const Figure& figure = inCity(resolver, u"A-1"_s);
        INFO(stored.toStdString());
        REQUIRE(figure.inputs.size() == 1);
        CHECK(figure.inputs[0].coherentUnit == coherent);
        CHECK_THAT(figure.number, WithinRel(2.0, 1e-14));
    }
}

TEST_CASE("areas, shares, years before, the base year and other indicators")
{
    SmallYear year = waterAndLand();
    year.value(u"a_farm"_s, 15294.87, u"公顷"_s);
    year.value(u"a_hsf"_s, 11.4711525, u"万亩"_s); // half of 22.942305
    year.value(u"a_farm"_s, 20000, u"公顷"_s).year = 2019;
    year.value(u"gdp"_s, 7802.66, u"亿元"_s);
    year.value(u"gdp"_s, 72956700, u"万元"_s).year = 2021;
    year.value(u"p_resident"_s, 530.8, u"万人"_s);
    Resolver resolver(year.data());

    // A formula that is one variable: 15294.87 * 15 / 10000.
    const Figure& farmland = inCity(resolver, u"S-11"_s);
    CHECK(farmland.origin == Figure::Origin::Computed);
    CHECK_THAT(farmland.number, WithinRel(22.942305, 1e-14));
    CHECK_THAT(inCity(resolver, u"S-12"_s).number, WithinRel(50.0, 1e-12));
    CHECK(inCity(resolver, u"S-12"_s).formula == u"高标准农田面积 ÷ 耕地面积"_s);
    // 7802.66 - 7295.67 = 506.99 (the 2022 bulletin's own increase); 506.99 / 7295.67 = 6.949190 %.
    const Figure& growth = inCity(resolver, u"X-01"_s);
    CHECK_THAT(growth.number, WithinAbs(6.949190, 5e-6));
    CHECK(growth.formula == u"(地区生产总值 - 地区生产总值（上年）) ÷ 地区生产总值（上年）"_s);
    REQUIRE(growth.inputs.size() == 2);
    CHECK(growth.inputs[1].variable == u"gdp__prev"_s);
    CHECK(growth.inputs[1].year == 2021);
    CHECK(growth.inputs[1].name == u"地区生产总值（上年）"_s);
    CHECK(growth.inputs[1].conversion == u"72956700 万元 = 729567000000 元"_s);
    // 15294.87 / 20000 = 76.47435 %.
    CHECK_THAT(inCity(resolver, u"X-02"_s).number, WithinRel(76.47435, 1e-12));
    // 229423.05 亩 / 5308000 人 = 0.0432221...: 0.0432 * 5308000 = 229305.6, rest 117.45 / 5308000
    // = 0.00002212697.
    const Figure& perHead = inCity(resolver, u"X-03"_s);
    CHECK_THAT(perHead.number, WithinAbs(0.04322212697, 5e-11));
    CHECK(perHead.formula == u"耕地保有量 ÷ 常住人口"_s);
    REQUIRE(perHead.inputs.size() == 2);
    CHECK(perHead.inputs[0].quantity == u"S-11"_s);
    CHECK_FALSE(perHead.inputs[0].value.isValid());
    // The year before has no figure of the year before that.
    const Figure& earlier = inCity(resolver, u"X-01"_s, 2021);
    CHECK(earlier.state == ValueState::Missing);
    CHECK(earlier.missingInputs == QStringList{u"地区生产总值（上年）"_s});
}

TEST_CASE("missing inputs are named and states handed on")
{
    SECTION("missing")
    {
        SmallYear year = waterAndLand();
        year.value(u"w_total"_s, 6.8, u"亿立方米"_s);
        Resolver resolver(year.data());
        const Figure& figure = inCity(resolver, u"S-01"_s);
        CHECK(figure.state == ValueState::Missing);
        CHECK(figure.origin == Figure::Origin::None);
        CHECK(figure.missingInputs == QStringList{u"常住人口"_s});
        CHECK(figure.formula == u"用水总量 ÷ 常住人口"_s);
    }
    const auto stateWith = [](ValueState first, ValueState second) {
        SmallYear year = waterAndLand();
        year.state(u"w_total"_s, first);
        year.state(u"p_resident"_s, second);
        Resolver resolver(year.data());
        return inCity(resolver, u"S-01"_s).state;
    };
    CHECK(stateWith(ValueState::NotApplicable, ValueState::Missing) == ValueState::NotApplicable);
    CHECK(stateWith(ValueState::Withheld, ValueState::NotCollected) == ValueState::Withheld);
    CHECK(stateWith(ValueState::Withheld, ValueState::NotApplicable) == ValueState::NotApplicable);
    CHECK(stateWith(ValueState::NotCollected, ValueState::Missing) == ValueState::Missing);
    SECTION("through another indicator")
    {
        SmallYear year = waterAndLand();
        year.state(u"a_farm"_s, ValueState::Withheld);
        year.value(u"p_resident"_s, 530.8, u"万人"_s);
        Resolver resolver(year.data());
        CHECK(inCity(resolver, u"X-03"_s).state == ValueState::Withheld);
        CHECK(inCity(resolver, u"X-03"_s).missingInputs == QStringList{u"耕地保有量"_s});
    }
    SECTION("the stored state of an indicator that cannot be computed")
    {
        SmallYear year = waterAndLand();
        year.state(u"S-01"_s, ValueState::NotApplicable);
        Resolver resolver(year.data());
        CHECK(inCity(resolver, u"S-01"_s).state == ValueState::NotApplicable);
    }
}

TEST_CASE("which figure counts: a person's choice, the computed one, the reported one")
{
    const auto prepared = [](double reported, const QString& reason, bool withInputs) {
        SmallYear year = waterAndLand();
        if (withInputs) {
            year.value(u"w_total"_s, 6.8, u"亿立方米"_s);
            year.value(u"p_resident"_s, 530.8, u"万人"_s);
        }
        year.value(u"S-01"_s, reported, u"立方米/人"_s).adoptionReason = reason;
        return year;
    };
    SECTION("computed, with the reported one beside it")
    {
        SmallYear year = prepared(130, QString(), true); // 1.5 % off 128.1
        Resolver resolver(year.data());
        const Figure& figure = inCity(resolver, u"S-01"_s);
        CHECK(figure.origin == Figure::Origin::Computed);
        CHECK_THAT(figure.number, WithinAbs(128.1085154, 5e-8));
        CHECK(figure.reported == 130);
        CHECK(figure.contradictory);
        CHECK_FALSE(figure.settled);
    }
    SECTION("computed and reported agree within the tolerance")
    {
        SmallYear year = prepared(128.5, QString(), true); // 0.3 %
        Resolver resolver(year.data());
        CHECK_FALSE(inCity(resolver, u"S-01"_s).contradictory);
        Resolver strict(year.data(), 0.001);
        CHECK(inCity(strict, u"S-01"_s).contradictory);
    }
    SECTION("a person decided")
    {
        SmallYear year = prepared(130, u"以水资源公报为准"_s, true);
        Resolver resolver(year.data());
        const Figure& figure = inCity(resolver, u"S-01"_s);
        CHECK(figure.origin == Figure::Origin::Adopted);
        CHECK(figure.number == 130);
        CHECK(figure.value == project::ValueId(3));
        CHECK(figure.settled);
        CHECK_FALSE(figure.reported);
        CHECK(figure.inputs.size() == 2);
    }
    SECTION("reported, for want of inputs")
    {
        SmallYear year = prepared(130, QString(), false);
        Resolver resolver(year.data());
        const Figure& figure = inCity(resolver, u"S-01"_s);
        CHECK(figure.origin == Figure::Origin::Adopted);
        CHECK(figure.number == 130);
        CHECK(figure.missingInputs == QStringList{u"常住人口"_s, u"用水总量"_s});
    }
}

TEST_CASE("rivals contradict each other beyond the tolerance, whatever their units")
{
    const auto contradictory = [](double second, const QString& unit) {
        SmallYear year = waterAndLand();
        year.value(u"a_farm"_s, 15294.87, u"公顷"_s);
        project::Value& rival = year.value(u"a_farm"_s, second, unit);
        rival.source = SmallYear::statistics();
        rival.adopted = false;
        Resolver resolver(year.data());
        const Figure& figure = inCity(resolver, u"a_farm"_s);
        CHECK(figure.rivals == QList<project::ValueId>{project::ValueId(1), project::ValueId(2)});
        CHECK(figure.number == 15294.87);
        return figure.contradictory;
    };
    CHECK_FALSE(contradictory(22.94, u"万亩"_s)); // 22.942305 against 22.94: 0.01 %
    CHECK(contradictory(22.82, u"万亩"_s));       // 0.53 %
    CHECK_FALSE(contradictory(15220, u"公顷"_s)); // 0.49 %
    CHECK(contradictory(15200, u"公顷"_s));       // 0.62 %
}

TEST_CASE("formulas that cannot be worked out say why and end")
{
    SmallYear year = waterAndLand();
    year.value(u"w_total"_s, 6.8, u"亿立方米"_s);
    year.value(u"p_resident"_s, 0, u"万人"_s);
    year.indicator(u"Y-01"_s, u"甲"_s, u"%"_s, u"I_Y_02"_s);
    year.indicator(u"Y-02"_s, u"乙"_s, u"%"_s, u"I_Y_01"_s);
    year.indicator(u"Y-03"_s, u"累计"_s, u"亿立方米"_s, u"w_total + I_Y_03__prev"_s);
    year.indicator(u"Y-04"_s, u"坏公式"_s, u"%"_s, u"w_total +"_s);
    Resolver resolver(year.data());
    CHECK(inCity(resolver, u"S-01"_s).state == ValueState::Missing);
    CHECK_FALSE(inCity(resolver, u"S-01"_s).problem.isEmpty());
    CHECK(inCity(resolver, u"Y-01"_s).state == ValueState::Missing);
    CHECK_THAT(inCity(resolver, u"Y-01"_s).problem.toStdString(),
               Catch::Matchers::ContainsSubstring("绕回到自身"));
    CHECK(inCity(resolver, u"Y-03"_s).state == ValueState::Missing);
    CHECK(inCity(resolver, u"Y-03"_s).missingInputs == QStringList{u"累计（上年）"_s});
    CHECK(inCity(resolver, u"Y-04"_s).state == ValueState::Missing);
    CHECK_FALSE(inCity(resolver, u"Y-04"_s).problem.isEmpty());
}

TEST_CASE("formulas read in names")
{
    SmallYear year = waterAndLand();
    year.indicator(u"Y-01"_s, u"甲"_s, u"%"_s,
                   u"-1.5e-3*max(a_farm,a_hsf)^2+(1-a_hsf/a_farm__base)"_s);
    Resolver resolver(year.data());
    CHECK(
        inCity(resolver, u"Y-01"_s).formula ==
        u"-1.5e-3 × 最大值(耕地面积, 高标准农田面积)^2 + (1 - 高标准农田面积 ÷ 耕地面积（基期年）)"_s);
}

TEST_CASE("a series holds every year with a figure, ascending")
{
    SmallYear year = waterAndLand();
    year.value(u"a_farm"_s, 15000, u"公顷"_s);
    year.value(u"a_farm"_s, 16000, u"公顷"_s).year = 2019;
    year.value(u"S-11"_s, 23.5, u"万亩"_s).year = 2020;
    year.value(u"p_resident"_s, 500, u"万人"_s).year = 2021;
    year.value(u"X-04"_s, 80, u"%"_s).year = 2021;
    Resolver resolver(year.data());
    // 16000 * 15 / 10000 = 24; 15000 * 15 / 10000 = 22.5; 2020 as reported; 2021 has none.
    const auto series = resolver.series(u"S-11"_s, SmallYear::city());
    REQUIRE(series.size() == 3);
    CHECK(series[0].first == 2019);
    CHECK_THAT(series[0].second, WithinRel(24.0, 1e-14));
    CHECK(series[1].first == 2020);
    CHECK(series[1].second == 23.5);
    CHECK(series[2].first == 2022);
    CHECK_THAT(series[2].second, WithinRel(22.5, 1e-14));
    CHECK(resolver.series(u"X-04"_s, SmallYear::city()) ==
          QList<std::pair<int, double>>{{2021, 80.0}});
    CHECK(resolver.series(u"X-04"_s, project::RegionId(77)).isEmpty());
}

TEST_CASE("every formula of the shipped catalogues computes from its inputs")
{
    for (const QString& id : catalogue::builtInCatalogues()) {
        const auto loaded = catalogue::loadBuiltIn(id);
        REQUIRE_OK(loaded);
        SmallYear year(2022, 2019, 2035);
        year.raw().catalogue = loaded->catalogue;
        double number = 2;
        for (const catalogue::Quantity& quantity : loaded->catalogue.quantities)
            for (const int at : {2019, 2021, 2022})
                year.value(quantity.id, number += 0.25, quantity.unit).year = at;
        Resolver resolver(year.data());
        int computed = 0;
        for (const catalogue::Indicator& indicator : loaded->catalogue.indicators) {
            if (indicator.formula.isEmpty())
                continue;
            const Figure& figure = inCity(resolver, indicator.code);
            INFO((id + u" "_s + indicator.code + u" "_s + figure.problem +
                  figure.missingInputs.join(u' '))
                     .toStdString());
            CHECK(figure.isPresent());
            CHECK(std::isfinite(figure.number));
            CHECK_FALSE(figure.formula.contains(u'_'));
            ++computed;
        }
        CHECK(computed > 0);
    }
}
