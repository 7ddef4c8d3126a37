#include "core/catalogue/catalogue_files.h"
#include "core/collect/foreign_table.h"
#include "core/collect/import_plan.h"
#include "tests/core/collect/support.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QStringEncoder>

#include <algorithm>

using namespace checkup;
using namespace checkup::collect;
using namespace Qt::StringLiterals;
using project::GoalKind;

namespace {

ImportPlan plan(const project::YearData& data, const QString& source,
                const ImportOptions& options = {})
{
    Result<ImportPlan> made = planImport(data, {source}, options);
    REQUIRE_OK(made);
    for (const Issue& issue : made->issues)
        UNSCOPED_INFO(toSentence(issue).toStdString());
    return std::move(*made);
}

QByteArray gb18030(const QString& text)
{
    QStringEncoder encoder("GB18030");
    REQUIRE(encoder.isValid());
    return encoder(text);
}

} // namespace

TEST_CASE("a long table is guessed by its header, in GBK too", "[collect]")
{
    test::SmallProject small;
    const project::YearData data = small.data();
    const QString text =
        u"厦门市主要指标\n指标名称,地区,年份,数值,单位,来源,版本,出处,口径\n"
        "常住人口,厦门市,2022,5308000,人,统计,2020年普查后修订,厦门市2022年统计公报,年末数\n"
        "常住人口,思明,2022,106.8,万人,,,,\n"
        "用水总量,厦门市,2021年,7.1,,统计,,,\n"
        "耕地面积,厦门市,2022,22.94万亩,,publication:国土变更调查,,,\n"
        "户籍人口,厦门市,2022,293,万人,,,,\n"
        "用水总量,泉州市,2021,30,,,,,\n"
        "用水总量,厦门市,去年,30,,,,,\n"
        "用水总量,厦门市,2020,5-6,,,,,\n"_s;
    const QString path = test::writeFile(small.path(u"长表.csv"_s), gb18030(text));
    const Result<GuessedMapping> guessed = guessMapping(data, path);
    REQUIRE_OK(guessed);
    REQUIRE(guessed->usable);
    CHECK(guessed->mapping.layout == TableMapping::Layout::Long);
    CHECK(guessed->mapping.headerRow == 1);
    CHECK(guessed->mapping.valueColumn == 3);
    CHECK(guessed->mapping.publicationColumn == 7);

    const ImportPlan made = plan(data, path);
    CHECK(made.count(Fate::New) == 4);
    CHECK(made.count(Fate::Ignored) == 2);
    CHECK(made.count(Fate::Refused) == 2);
    CHECK(test::fateOf(made, u"p_resident"_s, 2022).after == u"530.8 万人"_s);
    small.commit(made);
    const project::YearData after = small.data();
    const project::Value* people = test::figure(after, u"p_resident"_s, 2022, u"statistics"_s);
    REQUIRE(people);
    CHECK(people->vintage == u"2020年普查后修订"_s);
    CHECK(people->note == u"年末数"_s);
    CHECK(after.evidenceOf(*people)->note == u"厦门市2022年统计公报"_s);
    CHECK(after.evidenceOf(*people)->cell == u"D3"_s);
    CHECK(test::figure(after, u"p_resident"_s, 2022, u"publication"_s, u"思明区"_s));
    // 22.94 万亩 / 15 = 1.529333 万公顷
    const project::Value* land =
        test::figure(after, u"a_farmland"_s, 2022, u"publication:国土变更调查"_s);
    REQUIRE(land);
    CHECK_THAT(land->number, Catch::Matchers::WithinRel(229400.0 / 15, 1e-12));
    CHECK(after.source(land->source)->kind == project::SourceKind::Publication);
    CHECK(plan(after, path).changes.isEmpty());
}

TEST_CASE("wide tables by year and by indicator", "[collect]")
{
    const test::SmallProject small;
    const project::YearData data = small.data();
    SECTION("by year")
    {
        const QString path = small.path(u"宽表.xlsx"_s);
        test::writePlain(
            path,
            {{u"说明"_s, {{u"本表由统计局提供"_s}}},
             {u"数据"_s,
              {{u"指标"_s, u"单位"_s, u"2019年"_s, u"2020"_s, u"text:2021"_s, u"备注"_s},
               {u"常住人口"_s, u"万人"_s, u"429"_s, u"516.4"_s, QString(), u"人口普查后修订"_s},
               {u"S-09"_s, u"%"_s, u"pct:0.123"_s, u"12.3%"_s, u"未统计"_s, QString()}}}});
        const ImportPlan made = plan(data, path);
        CHECK(test::fateOf(made, u"p_resident"_s, 2020).after == u"516.4 万人"_s);
        CHECK(test::fateOf(made, u"p_resident"_s, 2021).fate == Fate::Ignored);
        CHECK(test::fateOf(made, u"S-09"_s, 2019).after == u"12.3 %"_s);
        CHECK(test::fateOf(made, u"S-09"_s, 2020).after == u"12.3 %"_s);
        CHECK(made.count(Fate::New) == 5);
        CHECK_FALSE(hasErrors(made.issues));
    }
    SECTION("by indicator")
    {
        const QString path = test::writeFile(
            small.path(u"宽表.csv"_s),
            u"地区;年份;常住人口（人）;用水总量（万立方米）\n厦门市;2020;5164000;69300\n"
            "湖里区;2020;1036000;\n"_s.toUtf8());
        const ImportPlan made = plan(data, path);
        CHECK(test::fateOf(made, u"p_resident"_s, 2020).after == u"516.4 万人"_s);
        CHECK(test::fateOf(made, u"w_total"_s, 2020).after == u"6.93 亿立方米"_s);
        CHECK(test::fateOf(made, u"p_resident"_s, 2020, u"湖里区"_s).after == u"103.6 万人"_s);
        CHECK(test::fateOf(made, u"w_total"_s, 2020, u"湖里区"_s).fate == Fate::Ignored);
    }
    SECTION("departments beside figures do not make a table of departments")
    {
        const QString path = test::writeFile(
            small.path(u"台账.csv"_s),
            u"指标,年份,数值,部门,联系人,目标值\n常住人口,2022,530.8,统计局,孙七,550\n"_s.toUtf8());
        const ImportPlan made = plan(data, path);
        CHECK(made.count(Fate::New) == 1);
        CHECK(test::fateOf(made, u"p_resident"_s, 2022).after == u"530.8 万人"_s);
    }
    SECTION("nothing to recognise")
    {
        const QString path = test::writeFile(small.path(u"随笔.csv"_s), "a,b\n1,2\n");
        const ImportPlan made = plan(data, path);
        CHECK(hasErrors(made.issues));
        CHECK(made.changes.isEmpty());
    }
}

TEST_CASE("of several new rivals the best ranked is adopted", "[collect]")
{
    test::SmallProject small;
    const QString path = test::writeFile(
        small.path(u"两源.csv"_s),
        u"指标,年份,数值,来源\n常住人口,2022,529,publication\n常住人口,2022,530.8,statistics\n"
        "常住人口,2022,—,department\n"_s.toUtf8());
    const ImportPlan made = plan(small.data(), path);
    CHECK(made.count(Fate::New) == 3);
    small.commit(made);
    const project::YearData after = small.data();
    CHECK(test::figure(after, u"p_resident"_s, 2022, u"statistics"_s)->adopted);
    CHECK_FALSE(test::figure(after, u"p_resident"_s, 2022, u"publication"_s)->adopted);
    CHECK_FALSE(test::figure(after, u"p_resident"_s, 2022, u"department"_s)->adopted);
}

TEST_CASE("a mapping goes to JSON and back", "[collect]")
{
    TableMapping mapping;
    mapping.layout = TableMapping::Layout::Wide;
    mapping.sheet = u"表1"_s;
    mapping.headerRow = 2;
    mapping.regionColumn = 0;
    mapping.yearColumn = 27;
    mapping.wide = {{3, 0, u"gdp"_s, u"万元"_s, u"当年价格"_s, u"思明区"_s, 0},
                    {4, 2020, {}, {}, {}, {}, 1}};
    mapping.source = u"statistics"_s;
    mapping.onlyRegion = u"厦门市"_s;
    const QByteArray json = toJson(mapping);
    CHECK(json.contains("\"AB\""));
    const Result<TableMapping> back = mappingFromJson(json);
    REQUIRE_OK(back);
    CHECK(toJson(*back) == json);
    CHECK(back->wide[0].note == u"当年价格"_s);
    CHECK(back->yearColumn == 27);

    for (const char* bad :
         {"", "[]", "{\"layout\":\"diagonal\"}", "{\"layout\":\"long\",\"subjectColumn\":\"A\"}",
          "{\"layout\":\"wide\"}", "{\"colour\":1}", "{\"valueColumn\":\"A1\"}"}) {
        INFO(bad);
        const Result<TableMapping> refused = mappingFromJson(bad);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code() == ErrorCode::Invalid);
    }
}

TEST_CASE("goals, benchmarks, regions, departments and texts are known by their header",
          "[collect]")
{
    test::SmallProject small;
    const QString path = small.path(u"设定.xlsx"_s);
    test::writePlain(
        path,
        {{u"目标"_s,
          {{u"指标"_s, u"目标类型"_s, u"目标值"_s, u"近期目标值"_s, u"年度计划值"_s, u"基期值"_s,
            u"来源"_s},
           {u"S-11"_s, u"下限"_s, u"19.47"_s, u"20万亩"_s, QString(), u"22.94"_s,
            u"国土空间总体规划"_s},
           {u"再生水利用率"_s, u"增长"_s, u"30"_s, u"pct:0.2"_s, u"18"_s, QString(), QString()},
           {u"S-01"_s, u"随缘"_s, u"1"_s, QString(), QString(), QString(), QString()},
           {u"Z-99"_s, u"增长"_s, u"1"_s, QString(), QString(), QString(), QString()}}},
         {u"对标"_s,
          {{u"指标"_s, u"对标对象"_s, u"对标值"_s, u"年份"_s, u"来源"_s},
           {u"再生水利用率"_s, u"全国平均"_s, u"24.5"_s, u"2021"_s, u"公报"_s}}},
         {u"地区"_s,
          {{u"代码"_s, u"名称"_s, u"英文名"_s, u"级别"_s, u"上级"_s},
           {u"text:350211"_s, u"集美区"_s, u"Jimei"_s, u"区"_s, u"厦门市"_s},
           {u"text:350211001"_s, u"集美街道"_s, QString(), u"街道"_s, u"集美区"_s}}},
         {u"部门"_s,
          {{u"部门"_s, u"联系人"_s, u"电话"_s, u"截止日期"_s, u"报送日期"_s},
           {u"水利局"_s, u"赵六"_s, QString(), u"2023/4/15"_s, QString()},
           {u"统计局"_s, QString(), QString(), u"下周"_s, QString()}}},
         {u"文字"_s,
          {{u"部门"_s, u"方面"_s, u"类别"_s, u"内容"_s},
           {u"水利局"_s, u"底线管控"_s, u"取得成效"_s, u"完成节水改造。"_s}}}});
    const ImportPlan made = plan(small.data(), path);
    CHECK_FALSE(hasErrors(made.issues));
    CHECK(made.count(Fate::Refused) == 3);
    CHECK(made.count(Fate::Changed) == 1); // 水利局
    CHECK(made.count(Fate::New) == 6);
    small.commit(made);

    const project::YearData after = small.data();
    const project::Goal* land = after.goal(u"S-11"_s, after.city()->id);
    REQUIRE(land);
    CHECK(land->kind == GoalKind::Floor);
    CHECK(land->target == 19.47);
    CHECK(land->nearTarget == 20.0);
    CHECK(land->baseValue == 22.94);
    CHECK_FALSE(land->annualPlan);
    const project::Goal* water = after.goal(u"S-09"_s, after.city()->id);
    REQUIRE(water);
    CHECK(water->nearTarget == 20.0);
    REQUIRE(after.benchmarksOf(u"S-09"_s).size() == 1);
    CHECK(after.benchmarksOf(u"S-09"_s).first()->value == 24.5);
    const project::Region* street = after.regionByName(u"集美街道"_s);
    REQUIRE(street);
    REQUIRE(after.region(street->parent));
    CHECK(after.region(street->parent)->nameZh == u"集美区"_s);
    CHECK(after.departments.first().contact == u"赵六"_s);
    CHECK(after.departments.first().phone == u"0592-0000000"_s);
    CHECK(after.departments.first().deadline == QDate(2023, 4, 15));
    REQUIRE(after.texts.size() == 1);
    CHECK(after.texts.first().kind == project::TextKind::Achievement);

    CHECK(plan(after, path).changes.isEmpty());
}

TEST_CASE("a real table of many cities gives Xiamen's series through its mapping",
          "[collect][flow]")
{
    const QString table = test::sharedFile(u"data/sheets/china_cities_1999_2018.xlsx"_s);
    if (table.isEmpty()) {
        WARN("skipped: ../shared/data/sheets/china_cities_1999_2018.xlsx is absent");
        return;
    }
    QFile mappingFile(test::sourceDir() + u"/data/samples/mappings/china_cities_1999_2018.json"_s);
    REQUIRE(mappingFile.open(QIODevice::ReadOnly));
    const Result<TableMapping> mapping = mappingFromJson(mappingFile.readAll());
    REQUIRE_OK(mapping);
    const Result<catalogue::LoadedCatalogue> system = catalogue::loadBuiltIn(u"tdt1063-2021"_s);
    REQUIRE_OK(system);

    const test::SmallProject small;
    project::YearData data = small.data();
    data.catalogue = system->catalogue;
    data.index();
    ImportOptions options;
    options.mappings = {*mapping};
    const ImportPlan made = plan(data, table, options);
    CHECK_FALSE(hasErrors(made.issues));
    CHECK(made.count(Fate::New) == 8); // two columns in 2004, 2005, 2006 and 2012
    CHECK(made.count(Fate::Refused) == 0);
    // 厦门市统计年鉴: GDP 2012 2 817.07 亿元; the sheet has 28 170 697 万元.
    CHECK(test::fateOf(made, u"gdp"_s, 2012).after == u"2817.0697 亿元"_s);
    CHECK(test::fateOf(made, u"gdp"_s, 2012).converted);
    CHECK(test::fateOf(made, u"n_bed"_s, 2004).after == u"5920 张"_s);

    // Without a mapping the header alone tells the city's product and nobody else's; the sheet's
    // cells C1176 to C1179 are Xiamen's four years.
    const ImportPlan guessed = plan(data, table);
    CHECK_FALSE(hasErrors(guessed.issues));
    CHECK(guessed.count(Fate::New) == 4);
    CHECK(test::fateOf(guessed, u"gdp"_s, 2012).cell == u"C1179"_s);
    CHECK(test::fateOf(guessed, u"gdp"_s, 2012).after == u"2817.0697 亿元"_s);
    CHECK(test::fateOf(guessed, u"gdp"_s, 2004).after == u"883.2098 亿元"_s);
}
