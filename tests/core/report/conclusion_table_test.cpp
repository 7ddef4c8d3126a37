#include "core/base/decimal.h"
#include "core/office/xlsx_reader.h"
#include "core/office/zip.h"
#include "core/report/conclusion_table.h"
#include "tests/support/catch.h"
#include "tests/support/small_year.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <functional>
#include <utility>
#include <variant>

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

    explicit Written(const std::function<void(project::YearData&)>& change = {})
    {
        if (change) {
            change(data);
            data.index();
        }
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
    CHECK(sheet.at(farmland, columnOf(sheet, u"结论"_s)).text == u"●达标"_s);
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
    CHECK(sheet.at(trade, columnOf(sheet, u"结论"_s)).text == u"○无法判断"_s);
    CHECK(sheet.at(rowOf(sheet, 3, u"生态保护红线面积"_s), columnOf(sheet, u"结论"_s)).text ==
          u"■预警"_s);
    CHECK(sheet.at(rowOf(sheet, 3, u"人均城镇建设用地面积"_s), columnOf(sheet, u"结论"_s)).text ==
          u"▼倒退"_s);
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

TEST_CASE("every numeric column of every indicator says what the fixture gives by hand")
{
    const Written written;
    const office::Sheet& sheet = written.sheet(u"市域"_s);
    const QStringList columns{u"基期年值"_s,   u"上一年度值"_s,       u"本年度值"_s,
                              u"年度变化"_s,   u"近期目标（2025）"_s, u"规划目标（2035）"_s,
                              u"规划实施率"_s, u"年度实施率"_s,       u"对标值及来源"_s};
    // R = (now - base) / (target - base); r = (now - last year) / (plan - last year), where the
    // plan of 2022 lies 3/16 of the way from base to target; none where last year was past it
    // already. Water per GDP is 10^4 times 亿立方米 over 亿元. A word stands for a gap.
    using Expected = QList<std::variant<double, QString>>;
    const QString none = u"不适用"_s;
    const QString unset = u"未设定"_s;
    const double waterBase = 70000 / 5995.04;
    const double waterLast = 68000 / 7033.89;
    const double waterNow = 66000 / 7802.66;
    const std::pair<QString, Expected> rows[] = {
        {u"耕地保有量"_s, {22.942305, 22.86, 22.85, -0.01, unset, 19.47, none, none, unset}},
        {u"生态保护红线面积"_s, {288.10, 285.00, 280.50, -4.5, unset, 287.97, none, none, unset}},
        {u"再生水利用率"_s, {10.0, 15.0, 18.0, 3.0, unset, 40.0, 8.0 / 30, 3 / 0.625, unset}},
        {u"研究与试验发展经费投入强度"_s,
         {3.0, 3.05, 3.08, 0.03, unset, 4.5, 0.08 / 1.5, 0.03 / 0.23125, unset}},
        {u"道路网密度"_s,
         {7.9, 8.3, 8.5, 0.2, unset, 10.0, 0.6 / 2.1, none, u"全国36个主要城市平均 6.2（2020）"_s}},
        {u"人均城镇建设用地面积"_s, {80.0, 81.0, 82.0, 1.0, unset, 75.0, -0.4, -1 / 1.9375, unset}},
        {u"空气质量优良天数比例"_s,
         {99.2, 99.7, 99.7, 0.0, u"监测"_s, u"监测"_s, none, none, unset}},
        {u"每万元GDP水耗"_s,
         {waterBase, waterLast, waterNow, waterNow - waterLast, unset, 7.0,
          (waterBase - waterNow) / (waterBase - 7), none, unset}},
        {u"货物进出口总额"_s,
         {6412.9, 8876.52, u"暂缺"_s, u"无法计算"_s, unset, 12000.0, none, none, unset}},
        {u"人均公园绿地面积"_s, {14.2, 14.85, 14.85, 0.0, unset, 14.5, 0.65 / 0.3, none, unset}}};
    for (const auto& [name, expected] : rows) {
        const int row = rowOf(sheet, 3, name);
        REQUIRE(row > 0);
        REQUIRE(expected.size() == columns.size());
        for (qsizetype i = 0; i < columns.size(); ++i) {
            INFO(name.toStdString() << ' ' << columns.at(i).toStdString());
            const Cell& cell = sheet.at(row, columnOf(sheet, columns.at(i)));
            if (const double* number = std::get_if<double>(&expected.at(i))) {
                CHECK(cell.kind == Cell::Kind::Number);
                CHECK_THAT(cell.number, Catch::Matchers::WithinAbs(*number, 1e-9));
            } else {
                CHECK(cell.kind == Cell::Kind::Text);
                CHECK(cell.text == std::get<QString>(expected.at(i)));
            }
        }
    }
}

TEST_CASE("a near target is a number of its column")
{
    const Written written;
    project::YearData data = written.data;
    for (project::Goal& goal : data.goals) {
        if (goal.indicator == u"C-1"_s)
            goal.nearTarget = 9.0;
    }
    const auto judged = assess::assess(data);
    REQUIRE_OK(judged);
    const QString path = written.folder.filePath(u"near.xlsx"_s);
    REQUIRE_OK(report::writeConclusionTable(path, data, *judged));
    const auto read = office::readXlsx(path);
    REQUIRE_OK(read);
    const office::Sheet& sheet = read->sheets.first();
    const Cell& cell = sheet.at(rowOf(sheet, 3, u"道路网密度"_s), 11);
    CHECK(cell.kind == Cell::Kind::Number);
    CHECK(cell.number == 9.0);
}

TEST_CASE("each dimension has its own chart of rates, and no page break cuts one")
{
    const Written written;
    auto zip = office::ZipReader::open(written.path);
    REQUIRE_OK(zip);
    // One of verdicts; five of rates: openness has no value this year, so no rate.
    CHECK(zip->contains(u"xl/charts/chart6.xml"_s));
    CHECK_FALSE(zip->contains(u"xl/charts/chart7.xml"_s));
    const auto numbers = [](const QByteArray& xml, const QString& pattern) {
        QList<int> found;
        auto match = QRegularExpression(pattern).globalMatch(QString::fromUtf8(xml));
        while (match.hasNext())
            found.append(match.next().captured(1).toInt());
        return found;
    };
    // A break's id is the first row of the next page, counted from 0, as the drawing counts too.
    const QList<int> breaks =
        numbers(zip->read(u"xl/worksheets/sheet3.xml"_s).value(), u"<brk id=\"(\\d+)\""_s);
    const QByteArray drawing = zip->read(u"xl/drawings/drawing1.xml"_s).value();
    const QList<int> from =
        numbers(drawing, u"<xdr:from>.*?<xdr:row>(\\d+)</xdr:row>.*?</xdr:from>"_s);
    const QList<int> to = numbers(drawing, u"<xdr:to>.*?<xdr:row>(\\d+)</xdr:row>.*?</xdr:to>"_s);
    REQUIRE(from.size() == 6);
    REQUIRE(to.size() == 6);
    CHECK_FALSE(breaks.isEmpty());
    for (const int row : breaks) {
        CHECK(from.contains(row));
        for (qsizetype i = 0; i < from.size(); ++i)
            CHECK((row <= from.at(i) || row > to.at(i)));
    }
    // Charts do not lie on one another.
    for (qsizetype i = 1; i < from.size(); ++i)
        CHECK(from.at(i) >= to.at(i - 1));
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

TEST_CASE("the remarks name why a number or what it is computed from was adopted")
{
    const Written written([](project::YearData& data) {
        for (project::Value& value : data.values) {
            // What a person adopts for an indicator itself would stand before its formula.
            const auto* indicator = data.catalogue.indicator(value.subject);
            if (value.adopted && value.year == data.info.year &&
                (!indicator || indicator->formula.isEmpty()))
                value.adoptionReason = u"以%1核实为准"_s.arg(value.subject);
        }
    });
    const office::Sheet& sheet = written.sheet(u"市域"_s);
    const int remarks = columnOf(sheet, u"备注"_s);
    int reported = 0, computed = 0;
    for (const auto& indicator : written.data.catalogue.indicators) {
        const auto* result = written.assessment.find(indicator.code, written.data.city()->id);
        const int row = rowOf(sheet, 3, indicator.nameZh);
        if (!result || row < 0 || !result->now.isPresent())
            continue;
        const QString said = sheet.at(row, remarks).text;
        INFO(indicator.code.toStdString() << ' ' << said.toStdString());
        if (result->now.origin == assess::Figure::Origin::Computed) {
            for (const assess::ExplainedInput& input : result->now.inputs) {
                const project::Value* value = written.data.value(input.value);
                if (value && !value->adoptionReason.isEmpty()) {
                    CHECK(said.contains(u"理由：%1。"_s.arg(value->adoptionReason)));
                    ++computed;
                }
            }
        } else {
            CHECK(said.contains(u"采用部门报送的数，理由：以%1核实为准。"_s.arg(indicator.code)));
            ++reported;
        }
    }
    CHECK(reported > 0);
    CHECK(computed > 0);
}
