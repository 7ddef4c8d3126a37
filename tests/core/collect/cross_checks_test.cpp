#include "core/collect/cross_checks.h"

#include "core/catalogue/catalogue_files.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QJsonArray>

using namespace checkup;
using namespace checkup::collect;
using namespace Qt::StringLiterals;
using project::RegionId;
using project::YearData;

namespace {

const QString city = u"厦门市"_s;

/// A year made by hand over the shipped catalogue: status year 2022, base year 2019, two districts.
class Year
{
public:
    Year()
    {
        const auto loaded = catalogue::loadBuiltIn(u"tdt1063-2021"_s);
        REQUIRE(loaded);
        m_data.catalogue = loaded->catalogue;
        m_data.info.city = city;
        m_data.info.year = 2022;
        m_data.info.baseYear = 2019;
        m_data.regions = {
            {RegionId(1), u"350200"_s, city, {}, project::RegionLevel::City, {}, 0},
            {RegionId(2),
             u"350203"_s,
             u"思明区"_s,
             {},
             project::RegionLevel::District,
             RegionId(1),
             1},
            {RegionId(3), {}, u"湖里区"_s, {}, project::RegionLevel::District, RegionId(1), 2}};
        m_data.sources = {
            {project::SourceId(1), u"department"_s, u"部门报送"_s, project::SourceKind::Department,
             1},
            {project::SourceId(2), u"statistics"_s, u"统计"_s, project::SourceKind::Statistics, 2},
            {project::SourceId(3), u"spatial"_s, u"空间"_s, project::SourceKind::Spatial, 3}};
    }

    project::Value& add(const QString& subject, int year, double number, const QString& unit = {},
                        qint64 source = 1, qint64 region = 1)
    {
        project::Value value;
        value.id = project::ValueId(m_data.values.size() + 1);
        value.subject = subject;
        value.region = RegionId(region);
        value.year = year;
        value.source = project::SourceId(source);
        value.number = number;
        value.unit = unit;
        value.adopted = source == 1;
        m_data.values << value;
        return m_data.values.last();
    }
    /// From 2022 backwards: {2022, 2021, ...} reversed, so that the last number is 2022's.
    void series(const QString& subject, const QList<double>& numbers, const QString& unit = {})
    {
        for (qsizetype i = 0; i < numbers.size(); ++i)
            add(subject, 2022 - static_cast<int>(numbers.size() - 1 - i), numbers.at(i), unit);
    }

    YearData& data() { return m_data; }

    QList<Finding> found()
    {
        m_data.index();
        const auto rules = rulesOf(m_data);
        REQUIRE(rules);
        const auto result = findings(m_data, *rules);
        REQUIRE(result);
        return *result;
    }
    QStringList keys()
    {
        QStringList all;
        for (const Finding& finding : found())
            all << finding.key;
        return all;
    }

private:
    YearData m_data;
};

} // namespace

TEST_CASE("rules: the shipped file reads, and every kind is there")
{
    const auto rules = shippedRules();
    REQUIRE(rules);
    QSet<int> kinds;
    for (const Rule& rule : *rules) {
        kinds << static_cast<int>(rule.kind);
        CHECK_FALSE(rule.sentence().contains(u'{'));
        CHECK_FALSE(rule.sentence(true).contains(u'{'));
        CHECK_FALSE(rule.textEn.isEmpty());
    }
    CHECK(kinds.size() == 14);
}

TEST_CASE("rules: every subject that the shipped rules name is in the shipped catalogue")
{
    const auto loaded = catalogue::loadBuiltIn(u"tdt1063-2021"_s);
    REQUIRE(loaded);
    const auto known = [&](const QString& subject) {
        return loaded->catalogue.indicator(subject) || loaded->catalogue.quantity(subject);
    };
    const auto rules = shippedRules();
    REQUIRE(rules);
    for (const Rule& rule : *rules) {
        for (const QString& subject : rule.subjects + rule.except) {
            INFO(rule.id.toStdString() << " " << subject.toStdString());
            CHECK(known(subject));
        }
        for (const QJsonValue& item : rule.parameters.value("relations"_L1).toArray()) {
            const QJsonObject relation = item.toObject();
            QStringList names{relation.value("whole"_L1).toString()};
            if (relation.contains("part"_L1))
                names << relation.value("part"_L1).toString();
            for (const QJsonValue& part : relation.value("parts"_L1).toArray())
                names << part.toString();
            for (const QString& name : names) {
                INFO(rule.id.toStdString() << " " << name.toStdString());
                CHECK(known(name));
            }
        }
    }
}

TEST_CASE("rules: a file with a fault is refused, rule and field named")
{
    const auto message = [](const QByteArray& json) {
        const auto rules = readRules(json, u"规则.json"_s);
        REQUIRE_FALSE(rules);
        CHECK(rules.error().code() == ErrorCode::Invalid);
        CHECK(rules.error().message().contains(u"规则.json"));
        return rules.error().message();
    };
    const QByteArray head = R"({"rules":[{"id":"a","text_zh":"甲","severity":"note",)";
    CHECK(message("{\n\n!").contains(u"第 3 行"));
    CHECK(message(R"({"rules":[]})").contains(u"没有规则"));
    CHECK(message(head + R"("kind":"rival"}]})").contains(u"rival"));
    CHECK(message(head + R"("kind":"rivals"}]})").contains(u"tolerance"));
    CHECK(message(head + R"("kind":"vintages","unit":[]}]})").contains(u"unit"));
    CHECK(message(head + R"("kind":"vintages","years":"now"}]})").contains(u"now"));
    CHECK(message(head + R"("kind":"vintages","silences":["b"]}]})").contains(u"b"));
    CHECK(message(R"({"rules":[{"id":"a","kind":"vintages","text_zh":"甲","severity":"bad"}]})")
              .contains(u"bad"));
    CHECK(message(R"({"rules":[{"id":"a","kind":"vintages","text_zh":"甲","severity":"note"},
                               {"id":"a","kind":"vintages","text_zh":"甲","severity":"note"}]})")
              .contains(u"重复"));
}

TEST_CASE("rivals: sources that differ by more than the tolerance")
{
    Year year;
    year.add(u"gdp"_s, 2021, 7295.67, u"亿元"_s);
    year.add(u"gdp"_s, 2021, 7033.89, u"亿元"_s, 2).vintage = u"首次公布"_s;
    // 0.04 % apart, and 15.128 万亩 is 10085.33 公顷: neither is a contradiction.
    year.add(u"a_farmland"_s, 2022, 15226.4, u"公顷"_s);
    year.add(u"a_farmland"_s, 2022, 15218.7, u"公顷"_s, 3);
    year.add(u"a_pbf"_s, 2022, 15.128, u"万亩"_s);
    year.add(u"a_pbf"_s, 2022, 10085.3, u"公顷"_s, 3);
    const QList<Finding> found = year.found();
    REQUIRE(found.size() == 1);
    CHECK(found.first().key == u"rivals_past:gdp:350200:2021"_s);
    CHECK(found.first().severity == FindingSeverity::Warning);
    CHECK(found.first().values.size() == 2);
    // (7295.67 - 7033.89) / 7295.67 = 3.588 %
    CHECK(found.first().text.contains(u"3.6%"));
    CHECK(found.first().text.contains(u"首次公布"));

    // A contradiction of the status year blocks; once a person has adopted one, it is settled.
    year.add(u"a_construct"_s, 2022, 589.3, u"平方千米"_s);
    year.add(u"a_construct"_s, 2022, 596.8, u"平方千米"_s, 3);
    CHECK(year.keys() ==
          QStringList({u"rivals_now:a_construct:350200:2022"_s, u"rivals_past:gdp:350200:2021"_s}));
    CHECK(year.found().first().severity == FindingSeverity::Blocking);
    for (project::Value& value : year.data().values) {
        if (value.adopted)
            value.adoptionReason = u"以部门为准"_s;
    }
    CHECK(year.keys().isEmpty());
}

TEST_CASE("rivals: figures rounded to fewer digits agree")
{
    Year year;
    year.add(u"C-17"_s, 2022, 2.2);
    year.add(u"C-17"_s, 2022, 2.1799, {}, 2);
    CHECK(year.keys().isEmpty());
    // Pieces are counted, not rounded.
    year.add(u"n_univ"_s, 2022, 16);
    year.add(u"n_univ"_s, 2022, 17, {}, 2);
    CHECK(year.keys() == QStringList{u"rivals_now:n_univ:350200:2022"_s});
}

TEST_CASE("magnitude: a unit slip between sources, years or against the formula")
{
    SECTION("公顷 for 亩 between two sources is one finding, not also a contradiction")
    {
        Year year;
        year.add(u"a_hsf"_s, 2022, 8690, u"公顷"_s);
        year.add(u"a_hsf"_s, 2022, 130350, u"公顷"_s, 2);
        const QList<Finding> found = year.found();
        REQUIRE(found.size() == 1);
        CHECK(found.first().key == u"magnitude:a_hsf:350200:2022"_s);
        CHECK(found.first().severity == FindingSeverity::Blocking);
        CHECK(found.first().text.contains(u"公顷与亩"));
    }
    SECTION("×10 against the other years, whichever year it is")
    {
        Year year;
        year.series(u"w_sewage"_s, {38400, 391000, 40600, 41800}, u"万立方米"_s);
        CHECK(year.keys() == QStringList{u"magnitude:w_sewage:350200:2020"_s});
    }
    SECTION("×10 000: persons for 万人")
    {
        Year year;
        year.series(u"p_employed"_s, {302.4, 306.8, 312.0, 3135000}, u"万人"_s);
        CHECK(year.keys() == QStringList{u"magnitude:p_employed:350200:2022"_s});
    }
    SECTION("with two years the later is doubted")
    {
        Year year;
        year.series(u"n_bed"_s, {21350, 2208});
        CHECK(year.keys() == QStringList{u"magnitude:n_bed:350200:2022"_s});
    }
    SECTION("a reported indicator against its formula")
    {
        Year year;
        year.add(u"n_bed"_s, 2022, 22080);
        year.add(u"p_resident"_s, 2022, 530.8);
        year.add(u"H-09"_s, 2022, 41.6); // 22 080 张 / 5 308 千人 = 4.16
        CHECK(year.keys() == QStringList{u"magnitude:H-09:350200:2022"_s});
    }
    SECTION("a series that really moves by such factors, and small counts, are no slips")
    {
        Year year;
        year.series(u"f_tour_in"_s, {460.2, 183.4, 76.8, 42.6}, u"万人次"_s);
        year.series(u"n_heritage_incident"_s, {1, 1, 1, 10});
        for (const QString& key : year.keys())
            CHECK_FALSE(key.startsWith(u"magnitude"));
    }
}

TEST_CASE("jump: against last year")
{
    Year year;
    year.series(u"p_rail800"_s, {118.6, 121.3, 196.4, 201.5}, u"万人"_s);  // +62 % in 2021
    year.series(u"p_resident"_s, {512, 518, 528, 596}, u"万人"_s);         // +12.9 %: people
    year.series(u"a_wetland"_s, {117.67, 117.6, 99, 98.9}, u"平方千米"_s); // -15.8 %: land
    year.series(u"C-09"_s, {20.7, 20.8, 20.9, 44.1}, u"%"_s);              // +23.2 points
    CHECK(
        year.keys() ==
        QStringList({u"jump_people:p_resident:350200:2022"_s, u"jump_land:a_wetland:350200:2021"_s,
                     u"jump:C-09:350200:2022"_s, u"jump:p_rail800:350200:2021"_s}));
    CHECK(year.found().first().text.contains(u"增加 12.9%"));

    Year calm;
    calm.series(u"p_rail800"_s, {118.6, 121.3, 176.4}, u"万人"_s); // +45 %
    calm.series(u"p_resident"_s, {512, 518, 528, 530.8}, u"万人"_s);
    calm.series(u"a_wetland"_s, {117.67, 117.6, 110, 109}, u"平方千米"_s); // -6.5 %
    calm.series(u"C-09"_s, {20.7, 20.8, 20.9, 40.1}, u"%"_s);              // +19.2 points
    calm.series(u"n_conf"_s, {18, 6, 9, 11});                              // small counts
    CHECK(calm.keys().isEmpty());
}

TEST_CASE("jump: one odd year is named once, not again on the way back")
{
    Year year;
    year.series(u"v_fdi"_s, {134, 230, 136, 138}, u"亿元"_s);
    CHECK(year.keys() == QStringList{u"jump:v_fdi:350200:2020"_s});
}

TEST_CASE("jump: against the series' own scatter")
{
    // Ten years that grow by 2 to 3 %, then 40 %: less than the 50 % allowed, far beyond the habit.
    Year year;
    year.series(u"e_total"_s, {1000, 1020, 1050, 1075, 1100, 1128, 1150, 1180, 1205, 1235, 1729},
                u"万吨标准煤"_s);
    CHECK(year.keys() == QStringList{u"jump:e_total:350200:2022"_s});
    CHECK(year.found().first().text.contains(u"远超"));
    // The same last step in a series that always moves so much.
    Year lively;
    lively.series(u"e_total"_s, {1000, 1400, 1000, 1400, 1000, 1400, 1000, 1400, 1000, 1400, 1000},
                  u"万吨标准煤"_s);
    CHECK(lively.keys().isEmpty());
}

TEST_CASE("parts: land classes and people add up")
{
    Year year;
    year.add(u"a_urbrur"_s, 2022, 464.87, u"平方千米"_s);
    year.add(u"a_town"_s, 2022, 37950, u"公顷"_s);
    year.add(u"a_village"_s, 2022, 85.37, u"平方千米"_s); // 379.50 + 85.37 = 464.87
    year.add(u"p_resident"_s, 2022, 530.80, u"万人"_s);
    year.add(u"p_town"_s, 2022, 478.73, u"万人"_s);
    year.add(u"p_rural"_s, 2022, 52.07, u"万人"_s); // 530.80
    CHECK(year.keys().isEmpty());
    year.data().values[2].number = 75.37;
    year.data().values[5].number = 25.07;
    CHECK(year.keys() == QStringList({u"parts:p_resident/p_town+p_rural:350200:2022"_s,
                                      u"land_parts:a_urbrur/a_town+a_village:350200:2022"_s}));
    // 530.80 - (478.73 + 25.07) = 27.00
    CHECK(year.found().first().text.contains(u"相差 27 万人"));
}

TEST_CASE("regions: districts add up to the city")
{
    Year year;
    year.add(u"gdp"_s, 2022, 300.00, u"亿元"_s);
    year.add(u"gdp"_s, 2022, 100.00, u"亿元"_s, 1, 2);
    year.add(u"gdp"_s, 2022, 200.01, u"亿元"_s, 1, 3);
    // A mean is no sum.
    year.add(u"t_commute"_s, 2022, 36, u"分钟"_s);
    year.add(u"t_commute"_s, 2022, 35, u"分钟"_s, 1, 2);
    year.add(u"t_commute"_s, 2022, 37, u"分钟"_s, 1, 3);
    // One district is still missing.
    year.add(u"rd"_s, 2022, 20, u"亿元"_s);
    year.add(u"rd"_s, 2022, 15, u"亿元"_s, 1, 2);
    CHECK(year.keys().isEmpty());
    year.data().values[2].number = 220;
    year.data().values[7].number = 25;
    CHECK(year.keys() == QStringList({u"regions:gdp:350200:2022"_s, u"regions:rd:350200:2022"_s}));
    CHECK(year.found().at(0).text.contains(u"320 亿元"));
    CHECK(year.found().at(1).text.contains(u"多出 5 亿元"));
}

TEST_CASE("share: outside 0 to 100, reported or computed")
{
    Year year;
    year.add(u"S-03"_s, 2022, 100, u"%"_s);
    year.add(u"F-02"_s, 2022, 118, u"%"_s); // trade over GDP may exceed 100
    year.add(u"a_urban"_s, 2022, 100, u"平方千米"_s);
    year.add(u"a_imperv"_s, 2022, 40, u"平方千米"_s);
    CHECK(year.keys().isEmpty());
    year.data().values[0].number = 100.8;
    CHECK(year.keys() == QStringList{u"share:S-03:350200:2022"_s});
    CHECK(year.found().first().severity == FindingSeverity::Blocking);

    // S-21 = (urban - impervious) / urban = -20 %: said once, as a part larger than its whole.
    Year computed;
    computed.add(u"t_walk"_s, 2022, 361, u"万人次"_s);
    computed.add(u"t_bike"_s, 2022, 922, u"万人次"_s);
    computed.add(u"t_pt"_s, 2022, 271, u"万人次"_s);
    computed.add(u"t_all"_s, 2022, 1274, u"万人次"_s); // 1554 / 1274 = 121.98 %
    const QList<Finding> found = computed.found();
    REQUIRE(found.size() == 1);
    CHECK(found.first().key == u"share:G-16:350200:2022"_s);
    CHECK(found.first().text.contains(u"121.98"));
}

TEST_CASE("identity: a reported indicator against its own formula")
{
    Year year;
    year.add(u"a_sea_good"_s, 2021, 340.5, u"平方千米"_s);
    year.add(u"a_sea"_s, 2021, 390, u"平方千米"_s);
    year.add(u"C-20"_s, 2021, 87.3, u"%"_s); // 87.3077: printed with one decimal
    CHECK(year.keys().isEmpty());
    year.data().values[2].number = 83.9;
    const QList<Finding> found = year.found();
    REQUIRE(found.size() == 1);
    CHECK(found.first().key == u"identity:C-20:350200:2021"_s);
    CHECK(found.first().text.contains(u"87.308"));
    year.data().values[2].adoptionReason = u"公报口径"_s;
    CHECK(year.keys().isEmpty());
}

TEST_CASE("impossible: negative, split pieces, too many days")
{
    Year year;
    year.add(u"C-03"_s, 2022, -0.4, u"‰"_s); // natural growth may be negative
    year.add(u"n_day_good"_s, 2022, 354);
    year.add(u"n_univ"_s, 2022, 16);
    year.add(u"a_forest"_s, 2022, 498.9, u"平方千米"_s);
    CHECK(year.keys().isEmpty());
    year.data().values[1].number = 372;
    year.data().values[2].number = 16.5;
    year.data().values[3].number = -498.9;
    CHECK(year.keys() ==
          QStringList({u"impossible:n_univ:350200:2022"_s, u"impossible:a_forest:350200:2022"_s,
                       u"impossible:n_day_good:350200:2022"_s}));
    CHECK(year.found().last().text.contains(u"366"));
}

TEST_CASE("part of whole: no more is covered than there is")
{
    Year year;
    year.add(u"a_cov_primary"_s, 2022, 81.3, u"平方千米"_s); // H-11 = a_cov_primary / a_resid_urban
    year.add(u"a_resid_urban"_s, 2022, 12280, u"公顷"_s);
    year.add(u"p_urban"_s, 2022, 107, u"万人"_s, 1, 2); // given in whole 万: not more than 106.90
    year.add(u"p_resident"_s, 2022, 106.90, u"万人"_s, 1, 2);
    CHECK(year.keys().isEmpty());
    year.data().values[0].number = 132.1;
    year.data().values[2].number = 111;
    CHECK(year.keys() == QStringList({u"part_of_whole:p_urban/p_resident:350203:2022"_s,
                                      u"part_of_whole:a_cov_primary/a_resid_urban:350200:2022"_s}));
    CHECK(year.found().first().text.contains(u"思明区城区常住人口"));
}

TEST_CASE("falls: what is built does not shrink")
{
    Year year;
    year.series(u"len_express"_s, {97.2, 101.6, 101.6, 109.3}, u"千米"_s);
    year.series(u"n_waterlog"_s, {46, 41, 33, 24}); // not cumulative
    CHECK(year.keys().isEmpty());
    year.data().values[3].number = 99.4;
    CHECK(year.keys() == QStringList{u"falls:len_express:350200:2022"_s});
}

TEST_CASE("vintages: editions mixed in one series")
{
    // 411 was first published for 2018; the series revised after the 2020 census says 496.
    Year year;
    year.add(u"p_resident"_s, 2018, 411, u"万人"_s).vintage = u"首次公布"_s;
    year.add(u"p_resident"_s, 2019, 512, u"万人"_s).vintage = u"2020年普查后修订"_s;
    year.add(u"p_resident"_s, 2020, 518, u"万人"_s).vintage = u"2020年普查后修订"_s;
    const QList<Finding> found = year.found();
    REQUIRE(found.size() == 1); // and not also a jump of 25 %
    CHECK(found.first().key == u"vintages:p_resident:350200:2019"_s);
    CHECK(found.first().text.contains(u"2019—2020 年为“2020年普查后修订”"));
    year.data().values[0].number = 496;
    year.data().values[0].vintage = u"2020年普查后修订"_s;
    CHECK(year.keys().isEmpty());
}

TEST_CASE("missing year: a hole between base year and status year")
{
    Year year;
    year.add(u"w_total"_s, 2015, 6.1); // before the base year nobody asks
    year.add(u"w_total"_s, 2019, 6.92);
    year.add(u"w_total"_s, 2020, 6.80);
    year.add(u"w_total"_s, 2022, 6.85);
    CHECK(year.keys() == QStringList{u"missing_year:w_total:350200:2021"_s});
    year.add(u"w_total"_s, 2021, 6.88);
    CHECK(year.keys().isEmpty());
    // A source that says why there is none leaves no hole.
    year.data().values.last().state = project::ValueState::NotCollected;
    CHECK(year.keys().isEmpty());
}

TEST_CASE("stale: the same as last year to the last digit")
{
    Year year;
    year.series(u"p_rural_tap"_s, {51.6, 51.6}, u"万人"_s);
    year.series(u"n_univ"_s, {16, 16});                          // few digits, not of the kind
    year.series(u"a_city"_s, {1700.61, 1700.61}, u"平方千米"_s); // does not move
    year.series(u"gdp"_s, {7295.67, 7295.68}, u"亿元"_s);
    CHECK(year.keys() == QStringList{u"stale:p_rural_tap:350200:2022"_s});
}

TEST_CASE("ranges: population and area of different ranges in one ratio")
{
    Year year;
    year.add(u"p_urban"_s, 2022, 451, u"万人"_s);
    year.add(u"a_urban"_s, 2022, 410.15, u"平方千米"_s).note = u"城区范围"_s;
    year.add(u"gdp"_s, 2022, 7802.66, u"亿元"_s).note = u"全市"_s;
    year.add(u"w_total"_s, 2022, 6.8, u"亿立方米"_s);
    CHECK(year.keys().isEmpty());
    year.data().values[1].note = u"按建成区统计"_s;
    const QList<Finding> found = year.found();
    REQUIRE(found.size() == 1);
    CHECK(found.first().key == u"ranges:a_urban:350200:2022"_s);
    CHECK(found.first().text.contains(u"建成区范围"));

    // All residents of the city over the urban area: a formula that somebody has edited.
    Year edited;
    edited.add(u"p_resident"_s, 2022, 530.8, u"万人"_s);
    edited.add(u"a_urban"_s, 2022, 410.15, u"平方千米"_s);
    for (catalogue::Indicator& indicator : edited.data().catalogue.indicators) {
        if (indicator.code == u"C-05")
            indicator.formula = u"p_resident / a_urban"_s;
    }
    CHECK(edited.keys() == QStringList{u"ranges:C-05:350200:2022"_s});
    CHECK(edited.found().first().text.contains(u"常住人口为市域范围"));
}

TEST_CASE("one fault gives one finding: the first rule that speaks silences the others")
{
    // 100 万 townspeople too many: more than residents, parts that do not add up, districts that do
    // not add up, a published rate that disagrees, a jump.
    Year year;
    year.series(u"p_resident"_s, {518, 528, 530.8}, u"万人"_s);
    year.series(u"p_town"_s, {463.1, 575.7, 478.73}, u"万人"_s);
    year.series(u"p_rural"_s, {54.9, 52.3, 52.07}, u"万人"_s);
    year.add(u"C-04"_s, 2021, 90.1, u"%"_s, 1);
    year.add(u"p_town"_s, 2021, 275.7, u"万人"_s, 1, 2);
    year.add(u"p_town"_s, 2021, 200, u"万人"_s, 1, 3);
    CHECK(year.keys() == QStringList{u"part_of_whole:p_town/p_resident:350200:2021"_s});
    // A share over 100 is not also said to disagree with its formula.
    Year share;
    share.add(u"S-03"_s, 2022, 104.2, u"%"_s);
    share.add(u"n_wfz_ok"_s, 2022, 23);
    share.add(u"n_wfz"_s, 2022, 24);
    CHECK(share.keys() == QStringList{u"share:S-03:350200:2022"_s});
}

TEST_CASE("a project's settings: off, other severity, other parameters")
{
    Year year;
    year.series(u"p_rural_tap"_s, {51.6, 51.6}, u"万人"_s);
    year.series(u"v_fdi"_s, {100, 140}, u"亿元"_s);
    CHECK(year.keys() == QStringList{u"stale:p_rural_tap:350200:2022"_s});
    year.data().rules = {{1, u"jump"_s, true, u"blocking"_s, {{u"change"_s, 0.3}}},
                         {2, u"stale"_s, false, {}, {}},
                         {3, u"gone"_s, false, {}, {}}};
    const QList<Finding> found = year.found();
    REQUIRE(found.size() == 1);
    CHECK(found.first().key == u"jump:v_fdi:350200:2022"_s);
    CHECK(found.first().severity == FindingSeverity::Blocking);
    // What does not fit the shipped parameter does not count.
    year.data().rules = {{1, u"jump"_s, true, {}, {{u"change"_s, u"三成"_s}, {u"other"_s, 1}}}};
    CHECK(year.keys() == QStringList{u"stale:p_rural_tap:350200:2022"_s});
    const Rule rule = shippedRules()->first();
    CHECK_FALSE(checkParameter(rule, u"nothing"_s, 1));
    CHECK(checkParameter(rule, u"limits"_s, QJsonArray{}));
}

TEST_CASE("excluded indicators and unknown subjects are not checked")
{
    Year year;
    year.add(u"S-03"_s, 2022, 100.8, u"%"_s);
    year.add(u"mystery"_s, 2022, -5);
    for (catalogue::Indicator& indicator : year.data().catalogue.indicators) {
        if (indicator.code == u"S-03")
            indicator.excluded = true;
    }
    CHECK(year.keys().isEmpty());
}

TEST_CASE("decisions are kept from run to run and fall when the facts change")
{
    Year year;
    year.add(u"gdp"_s, 2021, 7295.67, u"亿元"_s);
    year.add(u"gdp"_s, 2021, 7033.89, u"亿元"_s, 2);
    const QList<Finding> found = year.found();
    REQUIRE(found.size() == 1);
    REQUIRE(workList(year.data(), found).size() == 1);
    CHECK_FALSE(workList(year.data(), found).first().isSettled());

    const QDateTime at({2023, 5, 10}, {2, 0}, Qt::UTC);
    const auto bare =
        decide(year.data(), found.first(), project::FindingState::Explained, u" "_s, u"李四"_s, at);
    REQUIRE_FALSE(bare);
    CHECK(bare.error().code() == ErrorCode::BadUsage);
    const auto set = decide(year.data(), found.first(), project::FindingState::Explained,
                            u"初步数与修订数"_s, u"李四"_s, at);
    REQUIRE(set);
    REQUIRE(set->changes.size() == 1);
    CHECK(set->reason == u"初步数与修订数"_s);

    project::Decision decision{1,
                               found.first().key,
                               project::FindingState::Explained,
                               found.first().facts,
                               found.first().text,
                               u"初步数与修订数"_s,
                               u"李四"_s,
                               at};
    year.data().decisions = {decision};
    QList<WorkItem> items = workList(year.data(), year.found());
    CHECK(items.first().isSettled());
    CHECK_FALSE(items.first().isReopened());

    // A tolerance changed elsewhere leaves it; a number changed opens it again.
    year.data().rules = {{1, u"rivals_past"_s, true, {}, {{u"tolerance"_s, 0.01}}}};
    CHECK(workList(year.data(), year.found()).first().isSettled());
    year.data().values[1].number = 7100;
    items = workList(year.data(), year.found());
    REQUIRE(items.size() == 1);
    CHECK(items.first().state == project::FindingState::Open);
    CHECK(items.first().isReopened());
    CHECK_FALSE(items.first().isSettled());

    // "Corrected" is only believed once the figures say so.
    decision.state = project::FindingState::Corrected;
    decision.facts = year.found().first().facts;
    year.data().decisions = {decision};
    CHECK_FALSE(workList(year.data(), year.found()).first().isSettled());
    year.data().values[1].number = 7295.67;
    items = workList(year.data(), year.found());
    REQUIRE(items.size() == 1);
    CHECK_FALSE(items.first().current);
    CHECK(items.first().isSettled());
    CHECK(items.first().finding.year == 2021);
    CHECK(items.first().finding.subject == u"gdp"_s);
    CHECK(items.first().finding.region == RegionId(1));
}

TEST_CASE("checks can be cancelled")
{
    Year year;
    year.series(u"gdp"_s, {1, 2});
    const CancelToken cancel;
    cancel.cancel();
    year.data().index();
    const auto result = findings(year.data(), *rulesOf(year.data()), cancel);
    REQUIRE_FALSE(result);
    CHECK(result.error().code() == ErrorCode::Cancelled);
}

TEST_CASE(
    "ten years, every indicator and quantity, twelve regions, three sources in under a second")
{
    Year year;
    YearData& data = year.data();
    while (data.regions.size() < 12) {
        const qint64 id = data.regions.size() + 1;
        data.regions << project::Region{
            RegionId(id), {},     u"区%1"_s.arg(id), {}, project::RegionLevel::District,
            RegionId(1),  int(id)};
    }
    QStringList subjects;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators)
        subjects << indicator.code;
    for (qsizetype i = 0; i < subjects.size(); ++i) {
        for (int region = 1; region <= 12; ++region) {
            for (int when = 2013; when <= 2022; ++when) {
                for (int source = 1; source <= 3; ++source)
                    year.add(subjects.at(i), when, 50 + 0.01 * when + 0.001 * double(i),
                             data.catalogue.indicator(subjects.at(i))->unit, source, region);
            }
        }
    }
    for (const catalogue::Quantity& quantity : data.catalogue.quantities)
        year.add(quantity.id, 2022, 40, quantity.unit);
    REQUIRE(data.values.size() > 44000);
    data.index();
    const auto rules = rulesOf(data);
    REQUIRE(rules);
    QElapsedTimer timer;
    timer.start();
    const auto result = findings(data, *rules);
    const qint64 took = timer.elapsed();
    REQUIRE(result);
    WARN(data.values.size() << " values checked in " << took << " ms, " << result->size()
                            << " findings");
    CHECK(took < 5000); // a debug build on a busy machine; a release build is far below a second
}
