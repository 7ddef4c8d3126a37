#include "core/base/decimal.h"
#include "core/collect/cross_checks.h"
#include "core/report/annual_report.h"
#include "tests/core/report/fake_painter.h"
#include "tests/support/catch.h"
#include "tests/support/printed_numbers.h"
#include "tests/support/small_year.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace checkup;
using report::AnnualReport;
using report::PrintedFact;

namespace {

/// The document as lines: a line a paragraph or bullet, table rows with tabs.
QStringList linesOf(const report::Document& document)
{
    QStringList lines;
    const auto join = [](const report::Runs& runs) {
        QString text;
        for (const report::Run& run : runs)
            text += run.text;
        return text;
    };
    for (const report::Block& block : document.blocks) {
        if (const auto* heading = std::get_if<report::Heading>(&block)) {
            lines.append(heading->number + heading->text);
        } else if (const auto* paragraph = std::get_if<report::Paragraph>(&block)) {
            lines.append(join(paragraph->runs));
        } else if (const auto* list = std::get_if<report::BulletList>(&block)) {
            for (const report::Runs& runs : list->items)
                lines.append(join(runs));
        } else if (const auto* table = std::get_if<report::Table>(&block)) {
            for (const auto& row : table->rows) {
                QStringList cells;
                for (const report::TableCell& cell : row)
                    cells.append(cell.text);
                lines.append(cells.join(u'\t'));
            }
        }
    }
    return lines;
}

struct Composed
{
    project::YearData data = test::smallYear();
    assess::Assessment assessment;
    AnnualReport report;
    QString text;

    explicit Composed(const std::function<void(project::YearData&)>& change = {})
    {
        if (change) {
            change(data);
            data.index();
        }
        auto judged = assess::assess(data);
        REQUIRE_OK(judged);
        assessment = *judged;
        test::FakePainter painter;
        auto composed = report::composeAnnualReport(data, assessment, &painter);
        REQUIRE_OK(composed);
        report = *composed;
        text = linesOf(report.document).join(u'\n');
    }
    bool says(const QString& part) const { return text.contains(part); }
};

} // namespace

TEST_CASE("the report has its chapters in order and says what it is")
{
    const Composed composed;
    QStringList chapters;
    for (const report::Block& block : composed.report.document.blocks) {
        const auto* heading = std::get_if<report::Heading>(&block);
        if (heading != nullptr && heading->level == 1)
            chapters.append(heading->number + heading->text);
    }
    CHECK(chapters == QStringList{u"一、工作概况"_s, u"二、总体结论"_s, u"三、六个方面分析"_s,
                                  u"四、六个维度指标分析"_s, u"五、城市体征诊断"_s,
                                  u"六、对策建议"_s, u"七、数据缺项与口径差异"_s,
                                  u"附录 指标释义"_s});
    CHECK(composed.report.document.title == u"示例市2022年度国土空间规划城市体检评估总报告"_s);
    CHECK(composed.report.document.coverStamp == u"演示数据"_s);
    // 17:30 UTC on 1 July is 2 July in China.
    CHECK(composed.report.document.coverLines ==
          QStringList{u"示例市自然资源和规划局"_s, u"2023年7月2日"_s});
    CHECK(composed.report.sentences >= 60);
    CHECK(composed.report.charts.size() >= 6);
}

TEST_CASE("sentences are built from the facts that are there")
{
    const Composed composed;
    INFO(composed.text.toStdString());
    // Numbers by hand from the fixture.
    CHECK(composed.says(
        u"2022年生态保护红线面积为280.50平方千米，比上年减少4.50平方千米，低于规划底线287.97平方千米，缺口为7.47平方千米，结论为预警。"_s));
    CHECK(composed.says(
        u"2022年人均城镇建设用地面积为82.0平方米/人，比上年增加1.0平方米/人，比2019年基期增加2.0平方米/人，对照2035年目标75.0平方米/人，规划实施率为-40.0%，时间进度为18.8%，结论为倒退。"_s));
    CHECK(composed.says(u"满足不低于19.47万亩的规划要求，余量为3.38万亩"_s));
    // Unchanged since last year: in words, never as a rise of nothing.
    CHECK(composed.says(u"2022年人均公园绿地面积为14.85平方米/人，与上年基本持平"_s));
    CHECK_FALSE(composed.text.contains(
        QRegularExpression(u"(增加|减少|提高|下降)0\\.?0*(个百分点|万|平方|%|千米|亿|立方)"_s)));
    // (4.5 - 3.08) / 13 = 0.10923 points a year.
    CHECK(composed.says(u"\t增加0.11个百分点\t"_s));
    CHECK(composed.says(u"截至2023年6月30日仍未返回的有1个部门，分别是商务局。"_s));
    CHECK(composed.says(u"有本年度数值的指标9项，缺数1项，数据完备率为90.0%。"_s));
    CHECK(composed.says(u"据自然资源和规划局报送：完成永久基本农田核实处置。"_s));
    CHECK(composed.says(
        u"人均公园绿地面积以海沧区最高，为16.25平方米/人，思明区最低，为10.40平方米/人，相差5.85平方米/人。"_s));
    CHECK(composed.says(u"每万元GDP水耗\t8.46立方米/万元（计算）"_s));
    CHECK(composed.says(u"2022 年公报初步核算数"_s));
    CHECK_FALSE(composed.says(u"2022年货物进出口总额为"_s));
    CHECK_FALSE(composed.text.contains(QRegularExpression(u"%[1-9]|nan|inf"_s)));
}

TEST_CASE("every printed number is listed, stands where the list says and equals the data")
{
    const Composed composed;
    const QStringList lines = linesOf(composed.report.document);
    const QSet<QString> rows(lines.begin(), lines.end());
    CHECK(composed.report.facts.size() > 200);
    assess::Resolver resolver(composed.data);
    int compared = 0;
    for (const PrintedFact& fact : composed.report.facts) {
        INFO(fact.text.toStdString() << " / " << fact.place.toStdString());
        CHECK(fact.place.contains(fact.text));
        CHECK((fact.place.contains(u'\t') ? rows.contains(fact.place)
                                          : composed.text.contains(fact.place)));
        CHECK(fact.text.startsWith(formatFixed(fact.number, fact.decimals)));
        const project::Region* region =
            fact.region.isEmpty() ? composed.data.city() : composed.data.regionByName(fact.region);
        REQUIRE(region != nullptr);
        if (fact.measure == u"value"_s || fact.measure == u"previous"_s ||
            fact.measure == u"base"_s) {
            const assess::Figure& figure = resolver.figure(fact.subject, region->id, fact.year);
            CHECK(figure.isPresent());
            CHECK(figure.number == fact.number);
            ++compared;
        } else if (fact.measure == u"target"_s) {
            CHECK(composed.data.goal(fact.subject, region->id)->target == fact.number);
            ++compared;
        } else if (fact.measure == u"rate"_s) {
            CHECK(100 *
                      composed.assessment.find(fact.subject, region->id)->judgement.rate.value() ==
                  fact.number);
            ++compared;
        }
    }
    CHECK(compared > 80);
}

TEST_CASE("a year without any value composes and never prints a zero for what is missing")
{
    const Composed composed([](project::YearData& data) {
        data.values.clear();
        data.texts.clear();
        data.departments.clear();
    });
    CHECK(composed.says(u"目前没有可评价的指标"_s));
    CHECK(composed.says(u"有本年度数值的指标0项，缺数10项，数据完备率为0.0%。"_s));
    for (const PrintedFact& fact : composed.report.facts)
        CHECK(fact.measure != u"value"_s);
    CHECK_FALSE(composed.says(u"最需关注的是"_s));
}

TEST_CASE("the same year gives the same report; cancelling is its own outcome")
{
    const Composed first;
    const Composed second;
    CHECK(first.text == second.text);
    CHECK(first.report.facts == second.report.facts);
    CHECK(report::factsToJson(first.report.facts) == report::factsToJson(second.report.facts));
    CancelToken cancel;
    cancel.cancel();
    const auto stopped = report::composeAnnualReport(first.data, first.assessment, nullptr, cancel);
    REQUIRE_FALSE(stopped.has_value());
    CHECK(stopped.error().code() == ErrorCode::Cancelled);
}

TEST_CASE("the list of printed numbers survives its file")
{
    const Composed composed;
    const auto again = report::factsFromJson(report::factsToJson(composed.report.facts));
    REQUIRE_OK(again);
    CHECK(*again == composed.report.facts);
    CHECK(report::factsFromJson("[1,2").error().code() == ErrorCode::Damaged);
    CHECK(report::printWithUnit(22.942305, 2, u"万亩"_s) == u"22.94万亩"_s);
    CHECK(report::printWithUnit(2.18, 2, u"比值"_s) == u"2.18"_s);
}

TEST_CASE("no number stands in the report that is not on the list")
{
    const Composed composed;
    const QStringList lines = linesOf(composed.report.document);
    const QStringList left = test::unlistedNumbers(lines, composed.report.facts, composed.data);
    INFO(left.join(u'\n').toStdString());
    CHECK(left.isEmpty());
    // The check sees what it is for: one fact taken away, or one digit changed, is found.
    QList<PrintedFact> fewer = composed.report.facts;
    const auto it = std::find_if(fewer.begin(), fewer.end(), [](const PrintedFact& fact) {
        return fact.measure == u"margin"_s;
    });
    REQUIRE(it != fewer.end());
    fewer.erase(it);
    CHECK_FALSE(test::unlistedNumbers(lines, fewer, composed.data).isEmpty());
    CHECK(test::unlistedNumbers(QStringList{u"另有指标17项。"_s} + lines, composed.report.facts,
                                composed.data)
              .size() == 1);
}

TEST_CASE("the notes say which rivals were adopted, what the checks found and why it stands")
{
    const auto adopt = [](project::YearData& data) {
        data.index();
        const auto decided = std::find_if(
            data.values.begin(), data.values.end(), [&data](const project::Value& value) {
                return value.adopted && value.state == project::ValueState::Present &&
                       value.year == data.info.year && value.source != data.sources.last().id;
            });
        REQUIRE(decided != data.values.end());
        project::Value rival = *decided;
        decided->adoptionReason = u"以年鉴修订数为准"_s;
        rival.id = project::ValueId(9999);
        rival.source = data.sources.last().id;
        rival.number += 1.5;
        rival.adopted = false;
        data.values.append(rival);
        const auto rules = collect::shippedRules();
        REQUIRE_OK(rules);
        data.index();
        const auto found = collect::findings(data, *rules);
        REQUIRE_OK(found);
        REQUIRE(!found->empty());
        const collect::Finding& finding = found->first();
        data.decisions = {{1, finding.key, project::FindingState::Accepted, finding.facts,
                           finding.text, u"已向部门核实"_s, u"李四"_s,
                           QDateTime(QDate(2023, 6, 30), QTime(18, 0), QTimeZone::utc())}};
    };
    const Composed plain;
    CHECK(plain.says(u"数据校核与采用说明"_s));
    CHECK(plain.says(u"没有经人工核定的采用值"_s));
    CHECK_FALSE(plain.says(u"接受风险"_s));
    CHECK(plain.says(u"尚未处理的问题"_s));

    const Composed told(adopt);
    CHECK(told.says(u"以年鉴修订数为准"_s));
    CHECK(told.says(u"接受风险\t已向部门核实\t李四\t2023-07-01"_s)); // the day in China
    CHECK(told.says(u"经核实予以说明或接受的问题1项"_s));
    const QStringList lines = linesOf(told.report.document);
    const auto row = std::find_if(lines.begin(), lines.end(), [](const QString& line) {
        return line.contains(u"\t2022年\t"_s) && line.endsWith(u"\t以年鉴修订数为准"_s);
    });
    REQUIRE(row != lines.end());
    const project::Value* value = nullptr;
    for (const project::Value& one : told.data.values) {
        if (!one.adoptionReason.isEmpty())
            value = value ? value : &one;
    }
    REQUIRE(value);
    INFO(row->toStdString());
    CHECK(row->contains(told.data.source(value->source)->name + u"："_s +
                        formatShortest(value->number)));
    for (const project::Value* rival :
         told.data.rivals({value->subject, value->region, value->year}))
        CHECK(row->contains(formatShortest(rival->number)));
    CHECK(test::unlistedNumbers(lines, told.report.facts, told.data).isEmpty());
}

TEST_CASE("a department's text with a label of its own gets no second colon")
{
    const Composed composed([](project::YearData& data) {
        for (project::TextBlock& block : data.texts)
            block.text = u"示例：供水稳定。"_s;
    });
    CHECK(composed.says(u"报送，示例：供水稳定。"_s));
    CHECK_FALSE(composed.says(u"报送：示例："_s));
}
