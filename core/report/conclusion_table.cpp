#include "core/report/conclusion_table.h"

#include "core/report/printed_fact.h"
#include "core/report/report_charts.h"
#include "core/report/xlsx_book.h"

#include <QColor>
#include <QHash>
#include <QRegularExpression>

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace checkup::report {

using namespace Qt::StringLiterals;
using assess::Assessment;
using assess::Figure;
using assess::IndicatorResult;
using assess::Verdict;
using project::GoalKind;
using project::YearData;

namespace {

constexpr double headerHeight = XlsxSheet::headerHeight;
constexpr double plainHeight = 15; ///< of a row whose height nobody has set

QString pattern(int decimals)
{
    return decimals > 0 ? u"0."_s + QString(decimals, u'0') : u"0"_s;
}

/// The shape tells verdicts apart where the fill is lost: in grey, in another program.
QString verdictText(Verdict verdict)
{
    return assess::symbol(verdict) + assess::label(verdict);
}

/// A light tint of a verdict's colour: the word on it stays readable, also in grey.
QColor tint(const QString& name)
{
    const QColor colour(name);
    const auto mix = [](int part) { return (part * 2 + 255 * 3) / 5; };
    return {mix(colour.red()), mix(colour.green()), mix(colour.blue())};
}

/// A sheet that knows figures and verdicts.
class SheetWriter : public XlsxSheet
{
public:
    using XlsxSheet::XlsxSheet;

    void figure(lxw_col_t column, const Figure& figure, const QString& format)
    {
        if (figure.isPresent())
            number(column, figure.number, format);
        else
            text(column, absenceText(figure.state), XlsxBook::Look::Centred);
    }
    /// Fills cells by the verdict they say, also after somebody has changed the word and left the
    /// symbol out.
    void fillByVerdict(lxw_col_t column, lxw_row_t first, lxw_row_t last)
    {
        if (last < first)
            return;
        for (const Verdict verdict : verdictOrder()) {
            const QByteArray word = assess::label(verdict).toUtf8();
            lxw_conditional_format rule{};
            rule.type = LXW_CONDITIONAL_TYPE_TEXT;
            rule.criteria = LXW_CONDITIONAL_CRITERIA_TEXT_ENDS_WITH;
            rule.value_string = const_cast<char*>(word.constData());
            rule.format = book().fill(tint(assess::colour(verdict)));
            worksheet_conditional_format_range(get(), first, column, last, column, &rule);
        }
    }
};

QString cell(lxw_row_t row, int column)
{
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + (rest - 1) % 26));
    return letters + QString::number(row + 1);
}

/// The scope that the definition states, else the whole city.
QString scopeOf(const catalogue::Indicator& indicator)
{
    static const QRegularExpression stated(u"范围为([^；，。、（(\\s]{2,8})"_s);
    const auto match = stated.match(indicator.definition);
    return match.hasMatch() ? match.captured(1) : u"市域"_s;
}

QString textsOf(const YearData& data, const QString& group, const QList<project::TextKind>& kinds)
{
    QStringList found;
    for (const project::TextBlock& block : data.texts) {
        if (block.group == group && kinds.contains(block.kind))
            found.append(u"%1：%2"_s.arg(block.department, block.text.simplified()));
    }
    return found.join(u'\n');
}

struct Provenance
{
    QString source, manner;
};

Provenance provenanceOf(const YearData& data, const IndicatorResult& result)
{
    if (result.now.origin == Figure::Origin::Computed) {
        QStringList names;
        for (const assess::ExplainedInput& input : result.now.inputs) {
            if (!input.sourceName.isEmpty() && !names.contains(input.sourceName))
                names.append(input.sourceName);
        }
        return {names.join(u'、'), u"公式计算"_s};
    }
    const project::Value* value = data.value(result.now.value);
    if (value == nullptr)
        return {};
    Provenance provenance;
    if (const project::Source* source = data.source(value->source)) {
        provenance.source = source->name;
        provenance.manner = project::label(source->kind);
    }
    const project::Evidence* evidence = data.evidenceOf(*value);
    if (evidence != nullptr && !evidence->note.isEmpty())
        provenance.source += u"（%1）"_s.arg(evidence->note);
    return provenance;
}

QString sourceNameOf(const YearData& data, const project::Value& value)
{
    const project::Source* source = data.source(value.source);
    return source != nullptr ? source->name : QString();
}

QString remarkOf(const YearData& data, const catalogue::Indicator& indicator,
                 const IndicatorResult& result)
{
    QStringList parts;
    if (!result.judgement.sentence.isEmpty())
        parts.append(result.judgement.sentence);
    if (result.now.contradictory)
        parts.append(u"不同来源的数值不一致，须核实。"_s);
    if (!result.now.isPresent() && !result.now.missingInputs.isEmpty())
        parts.append(u"缺少计算所需数据：%1。"_s.arg(result.now.missingInputs.join(u'、')));
    if (const project::Value* value = data.value(result.now.value)) {
        if (!value->note.isEmpty())
            parts.append(u"口径：%1。"_s.arg(value->note));
        if (!value->vintage.isEmpty())
            parts.append(u"数据版本：%1。"_s.arg(value->vintage));
        if (!value->adoptionReason.isEmpty())
            parts.append(
                u"采用%1的数，理由：%2。"_s.arg(sourceNameOf(data, *value), value->adoptionReason));
    }
    for (const assess::ExplainedInput& input : result.now.inputs) {
        const project::Value* value = data.value(input.value);
        if (value != nullptr && !value->adoptionReason.isEmpty())
            parts.append(u"%1采用%2的数，理由：%3。"_s.arg(input.name, sourceNameOf(data, *value),
                                                           value->adoptionReason));
    }
    if (indicator.definitionRecalled)
        parts.append(u"释义为回忆整理，请与标准核对。"_s);
    return parts.join(u'\n');
}

/// Floors and ceilings keep their sign through the number format, so that the cell stays a number.
QString goalPattern(GoalKind kind, int decimals)
{
    switch (kind) {
    case GoalKind::Floor:
        return u"\"≥\""_s + pattern(decimals);
    case GoalKind::Ceiling:
        return u"\"≤\""_s + pattern(decimals);
    default:
        return pattern(decimals);
    }
}

void writeGoal(SheetWriter& sheet, lxw_col_t column, const std::optional<project::Goal>& goal,
               const std::optional<double>& number, int decimals)
{
    if (!goal || goal->kind == GoalKind::None) {
        sheet.text(column, u"未设定"_s, XlsxBook::Look::Centred);
        return;
    }
    if (goal->kind == GoalKind::Monitor && !number) {
        sheet.text(column, u"监测"_s, XlsxBook::Look::Centred);
        return;
    }
    sheet.number(column, number, goalPattern(goal->kind, decimals), u"未设定"_s);
}

const QString rateFormat = u"0.0%"_s;

void writeCity(XlsxBook& book, const YearData& data, const Assessment& assessment,
               const CancelToken& cancel)
{
    SheetWriter sheet(book, u"市域"_s);
    const project::YearInfo& info = data.info;
    QString note =
        u"现状年：%1年；基期年：%2年；数据更新至：%3；“暂缺”等文字表示无数值，不等于零。"_s.arg(
            QString::number(info.year), QString::number(info.baseYear),
            info.changedAt.toUTC().date().toString(Qt::ISODate));
    if (info.demonstration)
        note.prepend(u"【演示数据】"_s);
    sheet.title(
        u"%1%2年度国土空间规划城市体检评估指标结论表"_s.arg(info.city, QString::number(info.year)),
        note);
    const QStringList columns = conclusionColumns(info);
    const lxw_row_t headerRow = sheet.row;
    sheet.header(columns);
    sheet.widths({5,  8,  12, 24, 11, 9, 9,  10, 10, 10, 10, 10, 10,
                  10, 10, 18, 9,  10, 9, 24, 24, 20, 10, 14, 40});
    const project::Region* city = data.city();
    ++sheet.row;
    const lxw_row_t first = sheet.row;
    int number = 0;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        if (cancel.isCancelled() || city == nullptr)
            break;
        const IndicatorResult* result =
            indicator.excluded ? nullptr : assessment.find(indicator.code, city->id);
        if (result == nullptr)
            continue;
        const catalogue::Dimension* dimension = data.catalogue.dimension(indicator.dimension);
        const QString format = pattern(indicator.decimals);
        lxw_col_t column = 0;
        sheet.number(column++, ++number, u"0"_s);
        sheet.text(column++, dimension != nullptr ? dimension->nameZh : indicator.dimension);
        sheet.text(column++, indicator.category);
        sheet.text(column++, indicator.nameZh);
        sheet.text(column++, indicator.unit);
        sheet.text(column++, catalogue::label(indicator.kind));
        sheet.text(column++, scopeOf(indicator));
        sheet.figure(column++, result->base, format);
        sheet.figure(column++, result->previous, format);
        sheet.figure(column++, result->now, format);
        if (result->now.isPresent() && result->previous.isPresent())
            sheet.formula(
                column, u"="_s + cell(sheet.row, column - 1) + u"-"_s + cell(sheet.row, column - 2),
                result->now.number - result->previous.number, format);
        else
            sheet.text(column, u"无法计算"_s, XlsxBook::Look::Centred);
        ++column;
        writeGoal(sheet, column++, result->goal,
                  result->goal ? result->goal->nearTarget : std::nullopt, indicator.decimals);
        if (result->goal && result->goal->kind == GoalKind::Range && result->goal->lower &&
            result->goal->upper)
            sheet.text(column++,
                       u"%1～%2"_s.arg(printNumber(*result->goal->lower, indicator.decimals),
                                       printNumber(*result->goal->upper, indicator.decimals)),
                       XlsxBook::Look::Centred);
        else
            writeGoal(sheet, column++, result->goal,
                      result->goal ? result->goal->target : std::nullopt, indicator.decimals);
        sheet.number(column++, result->judgement.rate, rateFormat, u"不适用"_s);
        sheet.number(column++, result->judgement.annualRate, rateFormat, u"不适用"_s);
        sheet.text(column++, result->benchmarkName.isEmpty() ? u"未设定"_s : result->benchmarkName);
        sheet.text(column++,
                   assess::symbol(result->trend.direction) + assess::label(result->trend.direction),
                   XlsxBook::Look::Centred);
        sheet.text(column++, verdictText(result->judgement.verdict), XlsxBook::Look::Centred);
        sheet.text(column++, assess::label(result->diagnosis), XlsxBook::Look::Centred);
        sheet.text(column++, textsOf(data, indicator.code, {project::TextKind::Shortfall}));
        sheet.text(column++, textsOf(data, indicator.code,
                                     {project::TextKind::Measure, project::TextKind::Suggestion}));
        const Provenance provenance = provenanceOf(data, *result);
        sheet.text(column++, provenance.source);
        sheet.text(column++, provenance.manner, XlsxBook::Look::Centred);
        sheet.text(column++, indicator.department);
        sheet.text(column++, remarkOf(data, indicator, *result));
        sheet.endRow();
    }
    const lxw_row_t end = sheet.row;
    const auto lastColumn = static_cast<lxw_col_t>(columns.size() - 1);
    if (end > first) {
        worksheet_autofilter(sheet.get(), headerRow, 0, end - 1, lastColumn);
        sheet.fillByVerdict(17, first, end - 1);
    }
    worksheet_freeze_panes(sheet.get(), headerRow + 1, 4);
    ++sheet.row;
    for (const QString& line :
         {u"注：1. 规划实施率 =（现状值 − 基期值）÷（目标值 − "
          "基期值）；底线、上限类指标只与目标值比较，不计算实施率。"_s,
          u"2. 年度变化 = 本年度值 − "
          "上一年度值，按未修约的数值计算，可能与显示数值之差略有出入。"_s,
          u"3. 年度实施率以年度计划值计算；未下达年度计划的，按规划期线性推算。"_s,
          u"4. “≥”“≤”由单元格数字格式显示，单元格内仍为数值，可直接参与计算。"_s}) {
        sheet.text(0, line, XlsxBook::Look::Note);
        ++sheet.row;
    }
    sheet.printSetUp(headerRow, info.demonstration ? u"演示数据"_s : info.city);
}

void writeDistricts(XlsxBook& book, const YearData& data, const Assessment& assessment,
                    const CancelToken& cancel)
{
    SheetWriter sheet(book, u"分区"_s);
    sheet.title(
        u"%1%2年度体检评估分区指标结论"_s.arg(data.info.city, QString::number(data.info.year)),
        u"只列有分区数值的指标。"_s);
    const QStringList columns{u"序号"_s,     u"一级类别"_s, u"指标名称"_s,   u"单位"_s,
                              u"地区"_s,     u"基期年值"_s, u"上一年度值"_s, u"本年度值"_s,
                              u"年度变化"_s, u"规划目标"_s, u"规划实施率"_s, u"趋势"_s,
                              u"结论"_s,     u"诊断"_s,     u"说明"_s};
    const lxw_row_t headerRow = sheet.row;
    sheet.header(columns);
    sheet.widths({6, 10, 28, 13, 12, 12, 12, 12, 12, 12, 12, 11, 11, 11, 60});
    ++sheet.row;
    const lxw_row_t first = sheet.row;
    int number = 0;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        if (cancel.isCancelled())
            return;
        const catalogue::Dimension* dimension = data.catalogue.dimension(indicator.dimension);
        const QString format = pattern(indicator.decimals);
        for (const project::Region& region : data.regions) {
            if (region.level != project::RegionLevel::District || indicator.excluded)
                continue;
            const IndicatorResult* result = assessment.find(indicator.code, region.id);
            if (result == nullptr)
                continue;
            lxw_col_t column = 0;
            sheet.number(column++, ++number, u"0"_s);
            sheet.text(column++, dimension != nullptr ? dimension->nameZh : indicator.dimension);
            sheet.text(column++, indicator.nameZh);
            sheet.text(column++, indicator.unit);
            sheet.text(column++, region.nameZh);
            sheet.figure(column++, result->base, format);
            sheet.figure(column++, result->previous, format);
            sheet.figure(column++, result->now, format);
            if (result->now.isPresent() && result->previous.isPresent())
                sheet.formula(column,
                              u"="_s + cell(sheet.row, column - 1) + u"-"_s +
                                  cell(sheet.row, column - 2),
                              result->now.number - result->previous.number, format);
            else
                sheet.text(column, u"无法计算"_s, XlsxBook::Look::Centred);
            ++column;
            writeGoal(sheet, column++, result->goal,
                      result->goal ? result->goal->target : std::nullopt, indicator.decimals);
            sheet.number(column++, result->judgement.rate, rateFormat, u"不适用"_s);
            sheet.text(column++,
                       assess::symbol(result->trend.direction) +
                           assess::label(result->trend.direction),
                       XlsxBook::Look::Centred);
            sheet.text(column++, verdictText(result->judgement.verdict), XlsxBook::Look::Centred);
            sheet.text(column++, assess::label(result->diagnosis), XlsxBook::Look::Centred);
            sheet.text(column++, result->judgement.sentence);
            sheet.endRow();
        }
    }
    if (sheet.row > first) {
        worksheet_autofilter(sheet.get(), headerRow, 0, sheet.row - 1,
                             static_cast<lxw_col_t>(columns.size() - 1));
        sheet.fillByVerdict(12, first, sheet.row - 1);
    } else {
        sheet.text(0, u"本年度没有分区数值。"_s, XlsxBook::Look::Note);
    }
    worksheet_freeze_panes(sheet.get(), headerRow + 1, 5);
    sheet.printSetUp(headerRow, data.info.city);
}

/// The rates of one dimension: a table with its chart beside it, so that both stay on one page.
class RateBlock
{
public:
    RateBlock(XlsxBook& book, SheetWriter& sheet, const QByteArray& sheetName)
        : m_book(book)
        , m_sheet(sheet)
        , m_sheetName(sheetName)
    {}

    /// Writes from the sheet's row on and leaves a row free below. The height of it all in points;
    /// 0 where the dimension has no rate, and nothing is written.
    double write(const YearData& data, const Assessment& assessment,
                 const catalogue::Dimension& dimension)
    {
        const project::Region* city = data.city();
        const lxw_row_t header = m_sheet.row;
        double height = 0;
        for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
            const IndicatorResult* result = city != nullptr && indicator.dimension == dimension.id
                                                ? assessment.find(indicator.code, city->id)
                                                : nullptr;
            if (result == nullptr || !result->judgement.rate ||
                !std::isfinite(*result->judgement.rate))
                continue;
            if (height == 0) {
                m_sheet.header({u"%1维度指标"_s.arg(dimension.nameZh), u"规划实施率"_s,
                                u"时间进度"_s, u"进度偏差"_s, u"结论"_s});
                ++m_sheet.row;
                height = headerHeight;
            }
            height += writeRow(indicator.nameZh, *result);
        }
        if (height == 0)
            return 0;
        const lxw_row_t last = m_sheet.row - 1;
        m_sheet.fillByVerdict(4, header + 1, last);
        const double chartHeight = addChart(dimension, header, last);
        const double room = std::max(chartHeight, height) + plainHeight;
        while (height < room) {
            height += plainHeight;
            ++m_sheet.row;
        }
        return height;
    }

private:
    double writeRow(const QString& name, const IndicatorResult& result)
    {
        const assess::Judgement& judgement = result.judgement;
        m_sheet.text(0, name);
        m_sheet.number(1, *judgement.rate, rateFormat);
        m_sheet.number(2, judgement.expected, rateFormat, u"无法计算"_s);
        if (judgement.expected)
            m_sheet.formula(3, u"="_s + cell(m_sheet.row, 1) + u"-"_s + cell(m_sheet.row, 2),
                            *judgement.rate - *judgement.expected, rateFormat);
        else
            m_sheet.text(3, u"无法计算"_s, XlsxBook::Look::Centred);
        m_sheet.text(4, verdictText(judgement.verdict), XlsxBook::Look::Centred);
        return m_sheet.endRow();
    }

    /// Its height in points.
    double addChart(const catalogue::Dimension& dimension, lxw_row_t header, lxw_row_t last)
    {
        lxw_chart* bars = workbook_add_chart(m_book.get(), LXW_CHART_BAR);
        chart_title_set_name(
            bars, u"%1维度规划实施率与时间进度"_s.arg(dimension.nameZh).toUtf8().constData());
        lxw_chart_font titleFont{};
        titleFont.size = 12;
        titleFont.bold = LXW_TRUE;
        chart_title_set_name_font(bars, &titleFont);
        for (const lxw_col_t column : {lxw_col_t(1), lxw_col_t(2)}) {
            lxw_chart_series* series = chart_add_series(bars, nullptr, nullptr);
            chart_series_set_categories(series, m_sheetName.constData(), header + 1, 0, last, 0);
            chart_series_set_values(series, m_sheetName.constData(), header + 1, column, last,
                                    column);
            chart_series_set_name_range(series, m_sheetName.constData(), header, column);
            lxw_chart_fill fill{};
            fill.color = column == 1 ? 0x0A5A99 : 0xC4C4C4;
            chart_series_set_fill(series, &fill);
        }
        chart_axis_set_reverse(bars->y_axis);
        // Names beside the axis would lie under the bars of what went backwards.
        chart_axis_set_label_position(bars->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
        lxw_chart_font nameFont{};
        nameFont.size = 9;
        chart_axis_set_num_font(bars->y_axis, &nameFont);
        // Left to itself the axis leaves out names where it finds them crowded.
        chart_axis_set_interval_unit(bars->y_axis, 1);
        const QByteArray percent = "0%";
        chart_axis_set_num_format(bars->x_axis, percent.constData());
        chart_legend_set_position(bars, LXW_CHART_LEGEND_BOTTOM);
        // A chart as the library makes it is 480 by 288 pixels, of which 4 are 3 points.
        const double pixels = std::min(110 + 24.0 * (last - header), 1000.0);
        lxw_chart_options place{};
        place.x_scale = 1.6;
        place.y_scale = pixels / 288;
        worksheet_insert_chart_opt(m_sheet.get(), header, 6, bars, &place);
        return pixels * 0.75;
    }

    XlsxBook& m_book;
    SheetWriter& m_sheet;
    QByteArray m_sheetName;
};

void writeStatistics(XlsxBook& book, const YearData& data, const Assessment& assessment)
{
    const QString name = u"统计"_s;
    SheetWriter sheet(book, name);
    sheet.title(u"%1%2年度指标结论统计"_s.arg(data.info.city, QString::number(data.info.year)),
                u"达标率 = 达标项数 ÷ 可评价项数；缺数、未设目标和监测指标不计入可评价项数。"_s);
    QStringList columns{u"一级类别"_s, u"指标总数"_s, u"有数"_s};
    for (const Verdict verdict : verdictOrder())
        columns.append(assess::label(verdict));
    columns += {u"可评价"_s, u"达标率"_s};
    const lxw_row_t headerRow = sheet.row;
    sheet.header(columns);
    sheet.widths({30, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11});
    ++sheet.row;
    const lxw_row_t first = sheet.row;
    const auto line = [&](const QString& label, const assess::Tally& tally) {
        lxw_col_t column = 0;
        sheet.text(column++, label);
        sheet.number(column++, tally.total, u"0"_s);
        sheet.number(column++, tally.present, u"0"_s);
        lxw_col_t met = 0;
        for (const Verdict verdict : verdictOrder()) {
            if (verdict == Verdict::Met)
                met = column;
            sheet.number(column++, tally.verdicts.value(verdict), u"0"_s);
        }
        sheet.number(column++, tally.assessable(), u"0"_s);
        if (const auto share = tally.metShare())
            sheet.formula(column,
                          u"="_s + cell(sheet.row, met) + u"/"_s + cell(sheet.row, column - 1),
                          *share, rateFormat);
        else
            sheet.text(column, u"无法计算"_s, XlsxBook::Look::Centred);
        ++sheet.row;
    };
    for (const catalogue::Dimension* dimension : dimensionsInUse(data))
        line(dimension->nameZh, assessment.byDimension.value(dimension->id));
    const lxw_row_t last = sheet.row - 1;
    line(u"合计"_s, assessment.city);
    const lxw_row_t chartRow = sheet.row + 1;
    const QByteArray sheetName = name.toUtf8();

    lxw_chart* chart = workbook_add_chart(book.get(), LXW_CHART_BAR_STACKED);
    chart_title_set_name(chart, u"各维度指标结论"_s.toUtf8().constData());
    for (qsizetype i = 0; i < verdictOrder().size(); ++i) {
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        const auto column = static_cast<lxw_col_t>(3 + i);
        chart_series_set_categories(series, sheetName.constData(), first, 0, last, 0);
        chart_series_set_values(series, sheetName.constData(), first, column, last, column);
        chart_series_set_name_range(series, sheetName.constData(), headerRow, column);
        lxw_chart_fill fill{};
        fill.color =
            static_cast<lxw_color_t>(QColor(assess::colour(verdictOrder().at(i))).rgb() & 0xFFFFFF);
        chart_series_set_fill(series, &fill);
    }
    chart_axis_set_reverse(chart->y_axis);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_options place{};
    place.x_scale = 1.6;
    place.y_scale = 1.5;
    worksheet_insert_chart_opt(sheet.get(), chartRow, 0, chart, &place);

    // The rates start below the first chart, a block for each dimension; a block that does not fit
    // on what is left of the page begins the next.
    constexpr uint16_t printScale = 76;
    constexpr double pageHeight = 970; // A3 across less the margins, at that scale, with some spare
    sheet.row = chartRow + 26;
    double used = 2 * headerHeight + plainHeight * static_cast<double>(sheet.row);
    QList<lxw_row_t> breaks;
    RateBlock rates(book, sheet, sheetName);
    for (const catalogue::Dimension* dimension : dimensionsInUse(data)) {
        const lxw_row_t start = sheet.row;
        const double height = rates.write(data, assessment, *dimension);
        if (used + height > pageHeight) {
            breaks.append(start);
            used = 0;
        }
        used += height;
    }
    worksheet_freeze_panes(sheet.get(), headerRow + 1, 1);
    sheet.printSetUp(std::nullopt, data.info.city);
    // "Fit to one page wide" would make programs overlook the breaks.
    worksheet_set_print_scale(sheet.get(), printScale);
    if (!breaks.isEmpty()) {
        breaks.append(0);
        worksheet_set_h_pagebreaks(sheet.get(), breaks.data());
    }
}

void writeDefinitions(XlsxBook& book, const YearData& data)
{
    SheetWriter sheet(book, u"说明"_s);
    sheet.title(u"指标释义与依据"_s,
                u"指标体系：%1；依据：%2"_s.arg(data.catalogue.titleZh, data.catalogue.standard));
    const QStringList columns{u"编码（本系统）"_s, u"一级类别"_s, u"指标名称"_s,   u"单位"_s,
                              u"指标类型"_s,       u"约束性"_s,   u"指标方向"_s,   u"释义"_s,
                              u"计算公式"_s,       u"责任部门"_s, u"释义可信度"_s, u"来源"_s,
                              u"本年度是否纳入"_s};
    const lxw_row_t headerRow = sheet.row;
    sheet.header(columns);
    sheet.widths({10, 9, 26, 13, 10, 9, 11, 60, 30, 18, 22, 34, 20});
    ++sheet.row;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        const catalogue::Dimension* dimension = data.catalogue.dimension(indicator.dimension);
        QString confidence = catalogue::label(indicator.confidence);
        if (indicator.definitionRecalled)
            confidence = u"%1；回忆整理，请与标准核对"_s.arg(confidence);
        lxw_col_t column = 0;
        for (const QString& text :
             {indicator.code, dimension != nullptr ? dimension->nameZh : indicator.dimension,
              indicator.nameZh, indicator.unit, catalogue::label(indicator.kind),
              catalogue::label(indicator.constraint), catalogue::label(indicator.direction),
              indicator.definition, indicator.formula.isEmpty() ? u"直接填报"_s : indicator.formula,
              indicator.department, confidence, indicator.source,
              indicator.excluded ? u"未纳入：%1"_s.arg(indicator.exclusionReason) : u"纳入"_s})
            sheet.text(column++, text);
        sheet.endRow();
    }
    if (!data.catalogue.indicators.isEmpty())
        worksheet_autofilter(sheet.get(), headerRow, 0, sheet.row - 1,
                             static_cast<lxw_col_t>(columns.size() - 1));
    worksheet_freeze_panes(sheet.get(), headerRow + 1, 3);
    sheet.printSetUp(headerRow, data.info.city);
}

} // namespace

QString absenceText(project::ValueState state)
{
    if (state == project::ValueState::Present || state == project::ValueState::Missing)
        return u"暂缺"_s;
    return project::label(state);
}

QStringList conclusionColumns(const project::YearInfo& info)
{
    const QString near = info.nearYear > 0 ? u"近期目标（%1）"_s.arg(info.nearYear) : u"近期目标"_s;
    const QString target =
        info.targetYear > 0 ? u"规划目标（%1）"_s.arg(info.targetYear) : u"规划目标"_s;
    return {u"序号"_s,         u"一级类别"_s, u"二级类别"_s, u"指标名称"_s,   u"单位"_s,
            u"指标类型"_s,     u"统计范围"_s, u"基期年值"_s, u"上一年度值"_s, u"本年度值"_s,
            u"年度变化"_s,     near,          target,        u"规划实施率"_s, u"年度实施率"_s,
            u"对标值及来源"_s, u"趋势"_s,     u"结论"_s,     u"诊断"_s,       u"主要成因"_s,
            u"对策建议"_s,     u"数据来源"_s, u"采集方式"_s, u"责任部门"_s,   u"备注"_s};
}

Result<void> writeConclusionTable(const QString& path, const YearData& data,
                                  const Assessment& assessment, const CancelToken& cancel)
{
    const QString title =
        u"%1%2年度体检评估指标结论表"_s.arg(data.info.city, QString::number(data.info.year));
    return writeXlsx(path, title, data.info, cancel, [&](XlsxBook& book) {
        writeCity(book, data, assessment, cancel);
        writeDistricts(book, data, assessment, cancel);
        writeStatistics(book, data, assessment);
        writeDefinitions(book, data);
    });
}

} // namespace checkup::report
