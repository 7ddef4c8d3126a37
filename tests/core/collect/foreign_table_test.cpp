#include "core/collect/foreign_table.h"
#include "tests/core/collect/support.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <QElapsedTimer>
#include <QStringEncoder>

#include <algorithm>

using namespace checkup;
using namespace checkup::collect;
using namespace Qt::StringLiterals;

namespace {

using Rows = QList<QStringList>;

/// Cells as they are typed: figures are numbers, everything else is text.
office::Sheet sheetOf(const Rows& rows, const QList<office::Range>& merges = {},
                      const QString& name = u"Sheet1"_s)
{
    office::Sheet sheet;
    sheet.name = name;
    sheet.merges = merges;
    for (const QStringList& row : rows) {
        QList<office::Cell> cells;
        for (const QString& text : row) {
            office::Cell cell;
            cell.text = text;
            bool isNumber = false;
            cell.number = text.toDouble(&isNumber);
            cell.kind = text.isEmpty() ? office::Cell::Kind::Empty
                        : isNumber     ? office::Cell::Kind::Number
                                       : office::Cell::Kind::Text;
            cells.append(cell);
        }
        sheet.rows.append(cells);
    }
    return sheet;
}

ForeignTable tableOf(const QList<office::Sheet>& sheets)
{
    ForeignTable table;
    table.workbook.fileName = u"年鉴.xlsx"_s;
    table.workbook.sheets = sheets;
    table.sha256 = QString(64, u'a');
    return table;
}

GuessedMapping guessed(const project::YearData& data, const office::Sheet& sheet)
{
    const QList<SheetMapping> list = mappingsFor(data, tableOf({sheet}).workbook);
    REQUIRE(list.size() == 1);
    for (const Issue& issue : list.first().guessed.issues)
        UNSCOPED_INFO(toSentence(issue).toStdString());
    return list.first().guessed;
}

ImportPlan planned(const project::YearData& data, const office::Sheet& sheet)
{
    const GuessedMapping guess = guessed(data, sheet);
    REQUIRE(guess.usable);
    const Result<ImportPlan> plan = planTable(data, tableOf({sheet}), {guess.mapping}, {});
    REQUIRE_OK(plan);
    for (const CellFate& cell : plan->cells)
        UNSCOPED_INFO(cell.cell.toStdString()
                      << ' ' << key(cell.fate).toStdString() << ' ' << cell.subject.toStdString()
                      << ' ' << cell.regionName.toStdString() << ' ' << cell.year << ' '
                      << cell.after.toStdString() << ' ' << cell.reason.toStdString());
    return *plan;
}

CellFate at(const ImportPlan& plan, const QString& cell)
{
    const auto found = std::find_if(plan.cells.cbegin(), plan.cells.cend(),
                                    [&cell](const CellFate& one) { return one.cell == cell; });
    return found == plan.cells.cend() ? CellFate() : *found;
}

/// "p_resident 思明区 2022 = 106.8 万人" or the fate's key when nothing is taken.
QString told(const ImportPlan& plan, const QString& cell)
{
    const CellFate fate = at(plan, cell);
    if (fate.fate != Fate::New)
        return key(fate.fate);
    return u"%1 %2 %3 = %4"_s.arg(fate.subject, fate.regionName, QString::number(fate.year),
                                  fate.after);
}

bool says(const Issues& issues, const QString& words)
{
    return std::any_of(issues.cbegin(), issues.cend(),
                       [&words](const Issue& issue) { return issue.text.contains(words); });
}

/// A yearbook table: title, number, years over indicators, a total, a footnote, a source.
Rows yearbook(int firstYear, int lastYear)
{
    Rows rows{{u"3-1 各区主要指标（%1年）"_s.arg(lastYear)}, {}, {u"地区"_s}, {QString()}};
    rows.append({u"合计"_s});
    rows.append({u"思明区"_s});
    rows.append(QStringList());
    rows.append({u"湖里区"_s});
    for (int year = firstYear; year <= lastYear; ++year) {
        rows[2] << u"%1年"_s.arg(year) << QString();
        rows[3] << u"常住人口（万人）"_s << u"用水总量（万立方米）"_s;
        rows[4] << u"530.8①"_s << u"71000"_s;
        rows[5] << u"106.8"_s << u"9000"_s;
        rows[7] << u"103.6*"_s << u"—"_s;
    }
    rows.append({u"注：①为初步数；*含岛内。"_s});
    rows.append({u"资料来源：厦门市统计局"_s});
    return rows;
}

QList<office::Range> yearbookMerges(int years)
{
    QList<office::Range> merges{{0, 0, 0, 2 * years}, {2, 0, 3, 0}};
    for (int at = 0; at < years; ++at)
        merges.append({2, 1 + 2 * at, 2, 2 + 2 * at});
    return merges;
}

} // namespace

TEST_CASE("years over indicators, merged; a total, footnotes and a source below", "[collect]")
{
    const test::SmallProject small;
    const project::YearData data = small.data();
    const bool isMerged = GENERATE(true, false); // a csv of it keeps no merges
    const ImportPlan plan = planned(
        data, sheetOf(yearbook(2021, 2022), isMerged ? yearbookMerges(2) : QList<office::Range>()));
    CHECK(told(plan, u"B5"_s) == u"p_resident 厦门市 2021 = 530.8 万人"_s);
    CHECK(told(plan, u"C5"_s) == u"w_total 厦门市 2021 = 7.1 亿立方米"_s);
    CHECK(told(plan, u"D6"_s) == u"p_resident 思明区 2022 = 106.8 万人"_s);
    CHECK(told(plan, u"E6"_s) == u"w_total 思明区 2022 = 0.9 亿立方米"_s);
    CHECK(told(plan, u"D8"_s) == u"p_resident 湖里区 2022 = 103.6 万人"_s);
    CHECK(at(plan, u"E8"_s).fate == Fate::New); // "—" is a state
    CHECK(at(plan, u"B5"_s).reason.contains(u"①"_s));
    CHECK(plan.cells.size() == 12);
    CHECK(says(plan.issues, u"表下的说明（2 行）"_s));
    const bool isNoted = std::any_of(plan.changes.changes.cbegin(), plan.changes.changes.cend(),
                                     [](const project::RowChange& change) {
                                         return change.after.value(u"note"_s) == u"为初步数"_s;
                                     });
    CHECK(isNoted);
}

TEST_CASE("names over units, numbers of columns, pages with the header again", "[collect]")
{
    const test::SmallProject small;
    const ImportPlan plan =
        planned(small.data(), sheetOf({{u"年份"_s, u"常住人口"_s, u"用水总量"_s, u"耕地面积"_s},
                                       {QString(), u"（人）"_s, u"亿立方米"_s, u"万亩"_s},
                                       {u"甲"_s, u"1"_s, u"2"_s, u"3"_s},
                                       {u"2021"_s, u"5280000"_s, u"7"_s, u"30"_s},
                                       {u"年份"_s, u"常住人口"_s, u"用水总量"_s, u"耕地面积"_s},
                                       {QString(), u"（人）"_s, u"亿立方米"_s, u"万亩"_s},
                                       {u"2022"_s, u"5308000"_s, u"7.1"_s, u"15"_s}}));
    CHECK(told(plan, u"B4"_s) == u"p_resident 厦门市 2021 = 528 万人"_s);
    CHECK(told(plan, u"D4"_s) == u"a_farmland 厦门市 2021 = 20000 公顷"_s);
    CHECK(told(plan, u"C7"_s) == u"w_total 厦门市 2022 = 7.1 亿立方米"_s);
    CHECK(plan.cells.size() == 6);
}

TEST_CASE("districts over columns; 全市 is the city, 合计 is where nothing else is", "[collect]")
{
    const test::SmallProject small;
    const QString total = GENERATE(u"全市"_s, u"合计"_s);
    const ImportPlan plan = planned(
        small.data(),
        sheetOf({{u"2021年各区主要指标"_s},
                 {u"指标"_s, u"计量单位"_s, total, u"思明区"_s, u"湖里区"_s},
                 {u"一、常住人口"_s, u"万人"_s, u"528"_s, u"107"_s, u"103"_s},
                 {u"    其中：户籍人口"_s, u"万人"_s, u"293"_s, u"90"_s, u"60"_s},
                 {u"2.用水总量（万立方米）"_s, QString(), u"70000"_s, u"9000"_s, u"8000"_s}}));
    CHECK(told(plan, u"C3"_s) == u"p_resident 厦门市 2021 = 528 万人"_s);
    CHECK(told(plan, u"D3"_s) == u"p_resident 思明区 2021 = 107 万人"_s);
    CHECK(told(plan, u"E5"_s) == u"w_total 湖里区 2021 = 0.8 亿立方米"_s);
    CHECK(at(plan, u"C4"_s).fate == Fate::Ignored);
}

TEST_CASE("totals are no region of their own", "[collect]")
{
    const test::SmallProject small;
    SECTION("the city has a row of its own")
    {
        const ImportPlan plan =
            planned(small.data(), sheetOf({{u"地区"_s, u"年份"_s, u"常住人口（万人）"_s},
                                           {u"厦门市"_s, u"2022"_s, u"530.8"_s},
                                           {u"思明区"_s, u"2022"_s, u"106.8"_s},
                                           {u"岛内小计"_s, u"2022"_s, u"210"_s},
                                           {u"合计"_s, u"2022"_s, u"999"_s}}));
        CHECK(told(plan, u"C2"_s) == u"p_resident 厦门市 2022 = 530.8 万人"_s);
        CHECK(at(plan, u"C4"_s).reason.contains(u"小计"_s));
        CHECK(at(plan, u"C5"_s).fate == Fate::Ignored);
        CHECK(plan.count(Fate::New) == 2);
    }
    SECTION("a table of several cities")
    {
        const ImportPlan plan =
            planned(small.data(), sheetOf({{u"城市"_s, u"年份"_s, u"常住人口（万人）"_s},
                                           {u"总 计"_s, u"2022"_s, u"4188"_s},
                                           {u"福州市"_s, u"2022"_s, u"844"_s},
                                           {u"厦门"_s, u"2022"_s, u"530.8"_s}}));
        CHECK(at(plan, u"C2"_s).fate == Fate::Ignored);
        CHECK(at(plan, u"C3"_s).fate == Fate::Ignored);
        CHECK(plan.count(Fate::New) == 1);
    }
}

TEST_CASE("title, unit and year above the table hold for it", "[collect]")
{
    const test::SmallProject small;
    SECTION("the subject stands in the title")
    {
        const ImportPlan plan =
            planned(small.data(), sheetOf({{u"表2-3  2019—2022年厦门市各区常住人口"_s},
                                           {QString(), QString(), u"单位：人"_s},
                                           {u"地  区"_s, u"2019"_s, u"2022"_s},
                                           {u"思明区"_s, u"1000000"_s, u"1068000"_s},
                                           {u"合 计"_s, u"4290000"_s, u"5308000"_s}}));
        CHECK(told(plan, u"C4"_s) == u"p_resident 思明区 2022 = 106.8 万人"_s);
        CHECK(told(plan, u"B5"_s) == u"p_resident 厦门市 2019 = 429 万人"_s);
    }
    SECTION("a year in brackets is no unit")
    {
        const ImportPlan plan =
            planned(small.data(), sheetOf({{u"各区主要指标（2021年）"_s},
                                           {u"地区"_s, u"常住人口（2022年）"_s, u"用水总量"_s},
                                           {u"全市"_s, u"530.8"_s, u"7.1"_s}}));
        CHECK(told(plan, u"B3"_s) == u"p_resident 厦门市 2022 = 530.8 万人"_s);
        CHECK(told(plan, u"C3"_s) == u"w_total 厦门市 2021 = 7.1 亿立方米"_s);
    }
    SECTION("this year and last")
    {
        const ImportPlan plan =
            planned(small.data(),
                    sheetOf({{u"2021年厦门市主要指标"_s},
                             {u"指标名称"_s, u"单位"_s, u"本年"_s, u"上年"_s, u"比上年增长（%）"_s},
                             {u"常住人口"_s, u"万人"_s, u"528"_s, u"518"_s, u"1.9"_s}}));
        CHECK(told(plan, u"C3"_s) == u"p_resident 厦门市 2021 = 528 万人"_s);
        CHECK(told(plan, u"D3"_s) == u"p_resident 厦门市 2020 = 518 万人"_s);
        CHECK(plan.cells.size() == 2);
    }
    SECTION("a district's table, another city's, a yearbook's number")
    {
        const Rows body{{u"指标"_s, u"单位"_s, u"数值"_s}, {u"常住人口"_s, u"万人"_s, u"106.8"_s}};
        const ImportPlan plan =
            planned(small.data(), sheetOf(Rows{{u"思明区2021年主要指标"_s}} + body));
        CHECK(told(plan, u"C3"_s) == u"p_resident 思明区 2021 = 106.8 万人"_s);
        const GuessedMapping other =
            guessed(small.data(), sheetOf(Rows{{u"泉州市主要指标"_s}} + body));
        CHECK(says(other.issues, u"泉州市"_s));
        const GuessedMapping book =
            guessed(small.data(), sheetOf(Rows{{u"厦门统计年鉴2021"_s}} + body));
        CHECK(book.mapping.year == 0);
        CHECK(says(book.issues, u"没有年份"_s));
    }
}

TEST_CASE("what the header does not make certain is left out or said", "[collect]")
{
    const test::SmallProject small;
    SECTION("a heading that narrows what stands below it")
    {
        const office::Sheet sheet = sheetOf(
            {{u"年份"_s, u"农村"_s, QString(), u"人口与水"_s, QString(), u"常住人口"_s, QString()},
             {QString(), u"常住人口"_s, u"用水总量"_s, u"常住人口"_s, u"用水总量"_s, u"总计"_s,
              u"男"_s},
             {u"2022"_s, u"50"_s, u"1"_s, u"530.8"_s, u"7.1"_s, u"530.8"_s, u"270"_s}},
            {{0, 0, 1, 0}, {0, 1, 0, 2}, {0, 3, 0, 4}, {0, 5, 0, 6}});
        const ImportPlan plan = planned(small.data(), sheet);
        CHECK(told(plan, u"D3"_s) == u"p_resident 厦门市 2022 = 530.8 万人"_s);
        CHECK(told(plan, u"E3"_s) == u"w_total 厦门市 2022 = 7.1 亿立方米"_s);
        CHECK(at(plan, u"F3"_s).fate == Fate::Unchanged); // the same figure once more
        CHECK(plan.cells.size() == 3);
        const GuessedMapping guess = guessed(small.data(), sheet);
        CHECK(says(guess.issues, u"人口与水"_s));
        CHECK(says(guess.issues, u"3 列的表头没有看懂"_s));
        CHECK(says(guess.issues, u"没有写单位"_s));
    }
    SECTION("blank keys of a format without merges")
    {
        const Rows rows{{u"地区"_s, u"指标"_s, u"单位"_s, u"2022年"_s},
                        {u"思明区"_s, u"常住人口"_s, u"万人"_s, u"106.8"_s},
                        {QString(), u"用水总量"_s, u"亿立方米"_s, u"0.9"_s},
                        {u"湖里区"_s, u"常住人口"_s, u"万人"_s, u"103.6"_s},
                        {QString(), u"用水总量"_s, u"亿立方米"_s, u"0.8"_s}};
        CHECK(says(guessed(small.data(), sheetOf(rows)).issues, u"与上一行相同"_s));
        CHECK(told(planned(small.data(), sheetOf(rows)), u"D3"_s) ==
              u"w_total 思明区 2022 = 0.9 亿立方米"_s);
        const ImportPlan merged =
            planned(small.data(), sheetOf(rows, {{1, 0, 2, 0}, {3, 0, 4, 0}}));
        CHECK(told(merged, u"D5"_s) == u"w_total 湖里区 2022 = 0.8 亿立方米"_s);
        // One blank among many stays what a blank region is: the city; and it is said.
        const Rows one{{u"地区"_s, u"年份"_s, u"常住人口（万人）"_s},
                       {u"思明区"_s, u"2022"_s, u"106.8"_s},
                       {u"湖里区"_s, u"2022"_s, u"103.6"_s},
                       {QString(), u"2022"_s, u"530.8"_s}};
        CHECK(says(guessed(small.data(), sheetOf(one)).issues, u"空白处按厦门市读入"_s));
        CHECK(told(planned(small.data(), sheetOf(one)), u"C4"_s) ==
              u"p_resident 厦门市 2022 = 530.8 万人"_s);
    }
    SECTION("a figure merged over two districts belongs to neither")
    {
        const ImportPlan plan =
            planned(small.data(), sheetOf({{u"地区"_s, u"年份"_s, u"常住人口（万人）"_s},
                                           {u"思明区"_s, u"2022"_s, u"210"_s},
                                           {u"湖里区"_s, u"2022"_s, QString()}},
                                          {{1, 2, 2, 2}}));
        CHECK(plan.count(Fate::New) == 0);
        CHECK(at(plan, u"C2"_s).fate == Fate::Refused);
        CHECK(at(plan, u"C2"_s).reason.contains(u"C2"_s));
    }
    SECTION("a list of words is no table")
    {
        CHECK_FALSE(
            guessed(small.data(), sheetOf({{u"序号"_s, u"事项"_s}, {u"1"_s, u"开会"_s}})).usable);
        CHECK_FALSE(guessed(small.data(), sheetOf({{u"常住人口"_s}, {u"530.8"_s}})).usable);
    }
}

TEST_CASE("several sheets, each by its own mapping", "[collect]")
{
    const test::SmallProject small;
    const ForeignTable table = tableOf(
        {sheetOf({{u"指标"_s, u"单位"_s, u"数值"_s}, {u"常住人口"_s, u"万人"_s, u"528"_s}}, {},
                 u"2021年"_s),
         sheetOf({{u"说明文字"_s}}, {}, u"封面"_s),
         sheetOf({{u"地区"_s, u"用水总量（亿立方米）"_s}, {u"全市"_s, u"7.1"_s}}, {}, u"2022"_s)});
    QList<TableMapping> mappings;
    for (const SheetMapping& one : mappingsFor(small.data(), table.workbook)) {
        if (one.guessed.usable)
            mappings.append(one.guessed.mapping);
    }
    REQUIRE(mappings.size() == 2);
    const Result<ImportPlan> plan = planTable(small.data(), table, mappings, {});
    REQUIRE_OK(plan);
    CHECK(told(*plan, u"C2"_s) == u"p_resident 厦门市 2021 = 528 万人"_s);
    CHECK(told(*plan, u"B2"_s) == u"w_total 厦门市 2022 = 7.1 亿立方米"_s);
    const QByteArray json = toJson(mappings);
    const Result<QList<TableMapping>> back = mappingsFromJson(json);
    REQUIRE_OK(back);
    CHECK(*back == mappings);
}

TEST_CASE("a layout's fingerprint is next year's too and no other's", "[collect]")
{
    const auto printOf = [](const Rows& rows, const QList<office::Range>& merges = {},
                            const QString& name = u"Sheet1"_s) {
        const office::Sheet sheet = sheetOf(rows, merges, name);
        return layoutFingerprint(tableOf({sheet}).workbook, sheet);
    };
    const QString print = printOf(yearbook(2021, 2022), yearbookMerges(2));
    CHECK(print.size() == 64);
    CHECK(printOf(yearbook(2022, 2023), yearbookMerges(2)) == print);
    CHECK(printOf(yearbook(2021, 2023), yearbookMerges(3)) == print); // a year more
    CHECK(printOf(yearbook(2023, 2023), yearbookMerges(1)) == print);
    CHECK(printOf(yearbook(2021, 2022), yearbookMerges(2), u"另存"_s) == print);
    Rows figures = yearbook(2022, 2023);
    figures[4][1] = u"541"_s;
    figures.insert(6, {u"集美区"_s, u"9"_s, u"9"_s, u"9"_s, u"9"_s});
    CHECK(printOf(figures, yearbookMerges(2)) == print);

    Rows other = yearbook(2021, 2022);
    other[3][1] = u"户籍人口（万人）"_s;
    CHECK(printOf(other, yearbookMerges(2)) != print);
    other = yearbook(2021, 2022);
    other[0][0] = u"3-2 各区其他指标（2022年）"_s;
    CHECK(printOf(other, yearbookMerges(2)) != print);
    other = yearbook(2021, 2022);
    other[3].swapItemsAt(1, 2);
    CHECK(printOf(other, yearbookMerges(2)) != print);
}

TEST_CASE("a mapping is fitted to the next edition", "[collect]")
{
    const test::SmallProject small;
    const project::YearData data = small.data();
    const office::Sheet first = sheetOf(yearbook(2021, 2022), yearbookMerges(2));
    TableMapping mapping = guessed(data, first).mapping;
    REQUIRE(mapping.wide.size() == 4);
    mapping.wide[0].note = u"年末数"_s;

    const office::Sheet later = sheetOf(yearbook(2022, 2024), yearbookMerges(3));
    const GuessedMapping fitted = fitMapping(mapping, later);
    REQUIRE(fitted.usable);
    REQUIRE(fitted.mapping.wide.size() == 6);
    CHECK(fitted.mapping.wide[0].year == 2022);
    CHECK(fitted.mapping.wide[5].year == 2024);
    CHECK(fitted.mapping.wide[5].column == 6);
    CHECK(says(fitted.issues, u"2022、2023、2024"_s));

    // Only the newest year was wanted: so it is again.
    mapping.wide = {mapping.wide[2]};
    const GuessedMapping newest = fitMapping(mapping, later);
    REQUIRE(newest.mapping.wide.size() == 1);
    CHECK(newest.mapping.wide[0].column == 5);
    CHECK(newest.mapping.wide[0].year == 2024);

    // A year that only the title tells moves with it; one that nothing tells is not guessed.
    const Rows body{{u"指标"_s, u"单位"_s, u"数值"_s}, {u"常住人口"_s, u"万人"_s, u"528"_s}};
    const office::Sheet titled = sheetOf(Rows{{u"2021年主要指标"_s}} + body);
    mapping = guessed(data, titled).mapping;
    CHECK(mapping.year == 2021);
    CHECK(fitMapping(mapping, sheetOf(Rows{{u"2023年主要指标"_s}} + body)).mapping.year == 2023);
    CHECK_FALSE(fitMapping(mapping, sheetOf(Rows{{u"主要指标"_s}} + body)).usable);
}

TEST_CASE("a remembered layout is used for the next edition and says so", "[collect]")
{
    test::SmallProject small;
    const project::YearData data = small.data();
    const QString first = small.path(u"指标2021.csv"_s);
    test::writeFile(
        first,
        u"2021年各区人口\n区,户数,人数（人）\n思明区,9,1068000\n湖里区,8,1036000\n"_s.toUtf8());
    REQUIRE_OK(planImport(data, {first}));
    CHECK(planImport(data, {first})->count(Fate::New) == 0); // nothing tells that it is 常住人口
    CHECK(hasErrors(planImport(data, {first})->issues));

    const Result<ForeignTable> table = openForeignTable(first);
    REQUIRE_OK(table);
    TableMapping mapping;
    mapping.layout = TableMapping::Layout::Wide;
    mapping.headerRow = 1;
    mapping.regionColumn = 0;
    mapping.subject = u"p_resident"_s;
    mapping.year = 2021;
    mapping.source = u"statistics"_s;
    mapping.wide = {{2, 0, {}, u"人"_s, {}, {}, 0}};
    const QDateTime at(QDate(2023, 3, 1), QTime(8, 0), Qt::UTC);
    const project::ChangeSet edit = rememberMapping(data, table->workbook, mapping, {}, at);
    REQUIRE(edit.changes.size() == 1);
    ImportPlan plan;
    plan.changes = edit;
    small.commit(plan);
    const project::YearData after = small.data();
    REQUIRE(after.mappings.size() == 1);
    CHECK(after.mappings.first().name == u"各区人口"_s);

    const QString next = small.path(u"指标2022.csv"_s);
    test::writeFile(
        next,
        u"2022年各区人口\n区,户数,人数（人）\n思明区,9,1070000\n湖里区,8,1040000\n"_s.toUtf8());
    ImportOptions options;
    options.takenAt = at.addDays(1);
    const Result<ImportPlan> later = planImport(after, {next}, options);
    REQUIRE_OK(later);
    CHECK(says(later->issues, u"按记住的版式“各区人口”"_s));
    CHECK(test::fateOf(*later, u"p_resident"_s, 2022, u"思明区"_s).after == u"107 万人"_s);
    REQUIRE(later->foreign.size() == 1);
    CHECK(later->foreign.first().remembered == u"各区人口"_s);
    small.commit(*later);
    const project::YearData last = small.data();
    CHECK(test::figure(last, u"p_resident"_s, 2022, u"statistics"_s, u"思明区"_s));
    CHECK(last.mappings.first().usedAt == at.addDays(1));
    CHECK(planImport(last, {next}, options)->changes.isEmpty());

    // Another layout is not taken for it.
    test::writeFile(next, u"2022年各区人口\n区,人数（人）,户数\n思明区,1070000,9\n"_s.toUtf8());
    CHECK(hasErrors(planImport(last, {next}, options)->issues));
}

TEST_CASE("one table in every format and encoding gives the same figures", "[collect]")
{
    const test::SmallProject small;
    const project::YearData data = small.data();
    const QString csv =
        u"2021年主要指标\n指标,单位,本年\n常住人口,万人,\"5,280\"\n用水总量,亿立方米,７.1\n"_s;
    QString tsv = csv;
    tsv.replace(u"\"5,280\""_s, u"\"5280\""_s).replace(u',', u'\t');
    const auto encoded = [](const QString& text, const char* name) {
        QStringEncoder encoder(name, QStringConverter::Flag::WriteBom);
        REQUIRE(encoder.isValid());
        return QByteArray(encoder(text));
    };
    const QByteArray html = "<table><caption>2021年主要指标</"
                            "caption><tr><td>指标<td>单位<td>本年<tr><td>常住人口<td>万人"
                            "<td>5,280<tr><td>用水总量<td>亿立方米<td>7.1</table>";
    QStringEncoder gbk("GB18030");
    const QByteArray xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Workbook "
        "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
        "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"2021年\">"
        "<Table><Row><Cell><Data ss:Type=\"String\">指标</Data></Cell><Cell><Data "
        "ss:Type=\"String\">单位</Data></Cell><Cell><Data "
        "ss:Type=\"String\">本年</Data></Cell></Row>"
        "<Row><Cell><Data ss:Type=\"String\">常住人口</Data></Cell><Cell><Data "
        "ss:Type=\"String\">万人</Data></Cell><Cell><Data "
        "ss:Type=\"Number\">5280</Data></Cell></Row>"
        "<Row><Cell><Data ss:Type=\"String\">用水总量</Data></Cell><Cell><Data "
        "ss:Type=\"String\">亿立方米</Data></Cell><Cell><Data ss:Type=\"Number\">7.1</Data></Cell>"
        "</Row></Table></Worksheet></Workbook>";
    const QList<std::pair<QString, QByteArray>> files{
        {u"甲.csv"_s, csv.toUtf8()},
        {u"乙.csv"_s, "\xEF\xBB\xBF" + csv.toUtf8()},
        {u"丙.csv"_s, gbk(csv)},
        {u"丁.txt"_s, encoded(tsv, "UTF-16LE")},
        {u"戊.txt"_s, encoded(tsv, "UTF-16BE")},
        {u"己.xls"_s, html},
        {u"庚.xls"_s, gbk(u"<meta charset=gb2312>"_s + QString::fromUtf8(html))},
        {u"辛.xls"_s, xml}};
    for (const auto& [name, bytes] : files) {
        INFO(name.toStdString());
        const QString path = test::writeFile(small.path(name), bytes);
        const Result<ImportPlan> plan = planImport(data, {path});
        REQUIRE_OK(plan);
        for (const Issue& issue : plan->issues)
            UNSCOPED_INFO(toSentence(issue).toStdString());
        CHECK_FALSE(hasErrors(plan->issues));
        CHECK(test::fateOf(*plan, u"p_resident"_s, 2021).after == u"5280 万人"_s);
        CHECK(test::fateOf(*plan, u"w_total"_s, 2021).after == u"7.1 亿立方米"_s);
    }
}

TEST_CASE("a preview of 500 rows and 30 columns is there at once, and can be cancelled",
          "[collect]")
{
    const test::SmallProject small;
    const project::YearData data = small.data();
    Rows rows{{u"指标"_s, u"单位"_s}};
    for (int year = 0; year < 30; ++year)
        rows[0].append(QString::number(1994 + year));
    for (int row = 0; row < 500; ++row) {
        QStringList cells{row % 2 == 0 ? u"常住人口"_s : u"用水总量"_s,
                          row % 2 == 0 ? u"人"_s : u"万立方米"_s};
        for (int year = 0; year < 30; ++year)
            cells.append(QString::number(1000 + year));
        rows.append(cells);
    }
    const ForeignTable table = tableOf({sheetOf(rows)});
    const TableMapping mapping = guessed(data, table.workbook.sheets.first()).mapping;
    QElapsedTimer clock;
    clock.start();
    const Result<ImportPlan> plan = planTable(data, table, {mapping}, {});
    REQUIRE_OK(plan);
    WARN("15 000 cells planned in " << clock.elapsed() << " ms");
    CHECK(plan->cells.size() == 15'000);
    const CancelToken cancel;
    cancel.cancel();
    CHECK(planTable(data, table, {mapping}, {}, cancel).error().code() == ErrorCode::Cancelled);
}
