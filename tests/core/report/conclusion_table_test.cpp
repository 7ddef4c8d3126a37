#include "core/base/decimal.h"
#include "core/office/xlsx_reader.h"
#include "core/office/zip.h"
#include "core/report/conclusion_table.h"
#include "tests/support/catch.h"
#include "tests/support/small_year.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace checkup;
using office::Cell;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

struct Written
{
    project::YearData data = test::smallYear();
    assess::Assessment assessment;
    QTemporaryDir folder;
    QString path;
    office::Workbook book;

    Written()
    {
        auto judged = assess::assess(data);
        REQUIRE_OK(judged);
        assessment = *judged;
        path = folder.filePath(u"02_指标结论表.xlsx"_s);
        REQUIRE_OK(report::writeConclusionTable(path, data, assessment));
        auto read = office::readXlsx(path);
        REQUIRE_OK(read);
        book = *read;
    }
    const office::Sheet& sheet(const QString& name) const
    {
        for (const office::Sheet& sheet : book.sheets) {
            if (sheet.name == name)
                return sheet;
        }
        FAIL("no sheet " << name.toStdString());
        return book.sheets.first();
    }
};

int rowOf(const office::Sheet& sheet, int column, const QString& text)
{
    for (int row = 0; row < sheet.rows.size(); ++row) {
        if (sheet.at(row, column).text == text)
            return row;
    }
    return -1;
}

int columnOf(const office::Sheet& sheet, const QString& heading)
{
    for (int column = 0; column < sheet.columnCount(); ++column) {
        if (sheet.at(2, column).text == heading)
            return column;
    }
    FAIL("no column " << heading.toStdString());
    return -1;
}

} // namespace

TEST_CASE("the city's sheet has the standard's columns and a row for each included indicator")
{
    const Written written;
    const office::Sheet& sheet = written.sheet(u"市域"_s);
    const QStringList columns = report::conclusionColumns(written.data.info);
    REQUIRE(columns.size() == 25);
    for (int column = 0; column < columns.size(); ++column)
        CHECK(sheet.at(2, column).text == columns.at(column));
    CHECK(columns.at(11) == u"近期目标（2025）"_s);
    CHECK(columns.at(12) == u"规划目标（2035）"_s);
    for (const auto& indicator : written.data.catalogue.indicators)
        CHECK((rowOf(sheet, 3, indicator.nameZh) >= 0) == !indicator.excluded);
}

TEST_CASE("numbers are numbers and equal the data, gaps are words")
{
    const Written written;
    const office::Sheet& sheet = written.sheet(u"市域"_s);
    using Catch::Matchers::WithinAbs;
    // Straight from the fixture, not from the assessment.
    const int farmland = rowOf(sheet, 3, u"耕地保有量"_s);
    REQUIRE(farmland > 0);
    CHECK(sheet.at(farmland, columnOf(sheet, u"基期年值"_s)).number == 22.942305);
    CHECK(sheet.at(farmland, columnOf(sheet, u"上一年度值"_s)).number == 22.86);
    CHECK(sheet.at(farmland, columnOf(sheet, u"本年度值"_s)).number == 22.85);
    const Cell& change = sheet.at(farmland, columnOf(sheet, u"年度变化"_s));
    CHECK(change.isFormula);
    CHECK_THAT(change.number, WithinAbs(-0.01, 1e-12));
    CHECK(sheet.at(farmland, columnOf(sheet, u"规划目标（2035）"_s)).number == 19.47);
    CHECK(sheet.at(farmland, columnOf(sheet, u"规划实施率"_s)).text == u"不适用"_s);
    CHECK(sheet.at(farmland, columnOf(sheet, u"结论"_s)).text == u"达标"_s);
    // R = (8.5 - 7.9) / (10 - 7.9) = 0.2857142857
    const int roads = rowOf(sheet, 3, u"道路网密度"_s);
    CHECK_THAT(sheet.at(roads, columnOf(sheet, u"规划实施率"_s)).number,
               WithinAbs(0.2857142857, 1e-9));
    CHECK(sheet.at(roads, columnOf(sheet, u"规划实施率"_s)).isPercent);
    // 6.6 亿立方米 ÷ 7802.66 亿元 = 8.45865 立方米/万元
    const int water = rowOf(sheet, 3, u"每万元GDP水耗"_s);
    CHECK_THAT(sheet.at(water, columnOf(sheet, u"本年度值"_s)).number, WithinAbs(8.45865, 1e-5));
    const int trade = rowOf(sheet, 3, u"货物进出口总额"_s);
    CHECK(sheet.at(trade, columnOf(sheet, u"本年度值"_s)).text == u"暂缺"_s);
    CHECK(sheet.at(trade, columnOf(sheet, u"本年度值"_s)).kind == Cell::Kind::Text);
    CHECK(sheet.at(trade, columnOf(sheet, u"结论"_s)).text == u"无法判断"_s);
    CHECK(sheet.at(rowOf(sheet, 3, u"生态保护红线面积"_s), columnOf(sheet, u"结论"_s)).text ==
          u"预警"_s);
    CHECK(sheet.at(rowOf(sheet, 3, u"人均城镇建设用地面积"_s), columnOf(sheet, u"结论"_s)).text ==
          u"倒退"_s);
}

TEST_CASE("every number of every indicator row equals the assessment")
{
    const Written written;
    const office::Sheet& sheet = written.sheet(u"市域"_s);
    const project::RegionId city = written.data.city()->id;
    int compared = 0;
    for (const auto& indicator : written.data.catalogue.indicators) {
        const auto* result = written.assessment.find(indicator.code, city);
        const int row = rowOf(sheet, 3, indicator.nameZh);
        if (result == nullptr || row < 0)
            continue;
        const std::pair<QString, const assess::Figure*> figures[] = {
            {u"基期年值"_s, &result->base},
            {u"上一年度值"_s, &result->previous},
            {u"本年度值"_s, &result->now}};
        for (const auto& [heading, figure] : figures) {
            INFO(indicator.code.toStdString() << heading.toStdString());
            const Cell& cell = sheet.at(row, columnOf(sheet, heading));
            CHECK((cell.kind == Cell::Kind::Number) == figure->isPresent());
            if (figure->isPresent()) {
                CHECK(std::abs(cell.number - figure->number) <= 1e-12 * std::abs(figure->number));
                ++compared;
            }
        }
    }
    CHECK(compared == 29); // 10 indicators × 3 years, all but trade in 2022
}

TEST_CASE("districts are rows of their own sheet")
{
    const Written written;
    const office::Sheet& sheet = written.sheet(u"分区"_s);
    int parks = 0;
    for (int row = 3; row < sheet.rows.size(); ++row) {
        if (sheet.at(row, 2).text != u"人均公园绿地面积"_s)
            continue;
        ++parks;
        if (sheet.at(row, 4).text == u"海沧区"_s)
            CHECK(sheet.at(row, 7).number == 16.25);
    }
    CHECK(parks >= 2);
}

TEST_CASE("the statistics add up and the definitions say what is only recalled")
{
    const Written written;
    const office::Sheet& statistics = written.sheet(u"统计"_s);
    const int total = rowOf(statistics, 0, u"合计"_s);
    REQUIRE(total > 0);
    CHECK(statistics.at(total, 1).number == 10);
    CHECK(statistics.at(total, 2).number == 9);
    double sum = 0;
    for (int column = 3; column < 10; ++column)
        sum += statistics.at(total, column).number;
    CHECK(sum == 10);
    const office::Sheet& definitions = written.sheet(u"说明"_s);
    CHECK(definitions.at(rowOf(definitions, 2, u"道路网密度"_s), 10)
              .text.contains(u"请与标准核对"_s));
    CHECK_FALSE(definitions.at(rowOf(definitions, 2, u"耕地保有量"_s), 10)
                    .text.contains(u"请与标准核对"_s));
    CHECK(definitions.at(rowOf(definitions, 2, u"未纳入的指标"_s), 12).text ==
          u"未纳入：本市无此类设施"_s);
    auto zip = office::ZipReader::open(written.path);
    REQUIRE_OK(zip);
    CHECK(zip->contains(u"xl/charts/chart1.xml"_s));
    CHECK(zip->contains(u"xl/charts/chart2.xml"_s));
}

TEST_CASE("text that looks like a formula stays text")
{
    const Written written;
    const office::Sheet& sheet = written.sheet(u"市域"_s);
    const Cell& cause =
        sheet.at(rowOf(sheet, 3, u"生态保护红线面积"_s), columnOf(sheet, u"主要成因"_s));
    CHECK(cause.kind == Cell::Kind::Text);
    CHECK_FALSE(cause.isFormula);
    CHECK(cause.text.contains(u"=HYPERLINK("_s));
    auto zip = office::ZipReader::open(written.path);
    REQUIRE_OK(zip);
    for (const QString& name : zip->names()) {
        if (name.startsWith(u"xl/worksheets/"_s))
            CHECK_FALSE(zip->read(name)->contains("HYPERLINK"));
    }
}

TEST_CASE("the same data gives the same workbook")
{
    const Written written;
    const QString again = written.folder.filePath(u"again.xlsx"_s);
    REQUIRE_OK(report::writeConclusionTable(again, written.data, written.assessment));
    CHECK(bytesOf(again) == bytesOf(written.path));
}

TEST_CASE("a place that cannot be written is one sentence, and cancelling is its own outcome")
{
    const Written written;
    const auto failed = report::writeConclusionTable(
        written.folder.filePath(u"none/there/x.xlsx"_s), written.data, written.assessment);
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().message().contains(u"x.xlsx"_s));
    CancelToken cancel;
    cancel.cancel();
    const auto stopped = report::writeConclusionTable(written.folder.filePath(u"y.xlsx"_s),
                                                      written.data, written.assessment, cancel);
    REQUIRE_FALSE(stopped.has_value());
    CHECK(stopped.error().code() == ErrorCode::Cancelled);
}
