#include "core/report/annual_report.h"

#include "core/base/in_chinese.h"
#include "core/report/conclusion_table.h"
#include "core/report/report_charts.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>
#include <utility>

namespace checkup::report {

using namespace Qt::StringLiterals;
using assess::Assessment;
using assess::Diagnosis;
using assess::IndicatorResult;
using assess::Tally;
using assess::Verdict;
using catalogue::Indicator;
using project::GoalKind;
using project::RegionLevel;
using project::TextKind;
using project::YearData;

namespace {

/// The report is Chinese whatever the interface's language: its sentences are not translated.
struct Text
{
    static QString tr(const char* chinese) { return QString::fromUtf8(chinese); }
};

constexpr int rateDecimals = 1;
constexpr double pictureScale = 2;
/// Two of these stand side by side in the text's width.
constexpr QSize halfPicture(460, 310);
constexpr double halfWidthMm = 77;

QString chineseNumber(int number)
{
    static const QString digits = u"零一二三四五六七八九十"_s;
    if (number <= 10)
        return digits.mid(number, 1);
    const QString tens = number < 20 ? u"十"_s : digits.mid(number / 10, 1) + u"十"_s;
    return number % 10 == 0 ? tens : tens + digits.mid(number % 10, 1);
}

/// Units in which an amount "rises" rather than "grows by so much": their differences are points.
bool isShare(const QString& unit)
{
    return unit == u"%"_s || unit == u"‰"_s;
}

/// Units of which the figures of a large and a small district compare as they stand.
bool isRatio(const QString& unit)
{
    return isShare(unit) || unit == u"比值"_s || unit.contains(u'/');
}

bool printsAsZero(double number, int decimals)
{
    return printNumber(number, decimals) == printNumber(0, decimals);
}

/// "TD/T 1063-2021 国土空间规划城市体检评估规程" as texts cite it: 《…》（TD/T 1063-2021).
QString citation(const QString& standard)
{
    static const QRegularExpression pattern(u"^([A-Z]+(?:/[A-Z]+)? ?[0-9.]+-[0-9]{4})\\s+(.+)$"_s);
    const QRegularExpressionMatch match = pattern.match(standard.simplified());
    return match.hasMatch() ? u"《%1》（%2）"_s.arg(match.captured(2), match.captured(1))
                            : standard;
}

/// Digits that a stored figure needs, up to four: rivals may differ in the last one.
int rivalDecimals(double number)
{
    int decimals = 0;
    while (decimals < 4 && std::abs(number - printNumber(number, decimals).toDouble()) >
                               1e-9 * std::max(1.0, std::abs(number)))
        ++decimals;
    return decimals;
}

QString withFullStop(const QString& text)
{
    QString result = text.simplified();
    if (!result.isEmpty() && !u"。！？；.!?"_s.contains(result.back()))
        result.append(u'。');
    return result;
}

int badness(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Alert:
        return 4;
    case Verdict::Regress:
        return 3;
    case Verdict::Late:
        return 2;
    default:
        return 0;
    }
}

class Composer
{
public:
    Composer(const YearData& data, const Assessment& assessment, ChartPainter* painter)
        : m_data(data)
        , m_assessment(assessment)
        , m_painter(painter)
    {
        const project::Region* city = data.city();
        m_city = city != nullptr ? city->nameZh : data.info.city;
        if (city != nullptr) {
            for (const Indicator& indicator : data.catalogue.indicators) {
                const IndicatorResult* result =
                    indicator.excluded ? nullptr : assessment.find(indicator.code, city->id);
                if (result != nullptr)
                    m_rows.append({&indicator, result});
            }
        }
    }

    Result<AnnualReport> compose(const CancelToken& cancel, const ProgressSink& progress);

private:
    struct Row
    {
        const Indicator* indicator;
        const IndicatorResult* result;
    };
    using Rows = QList<Row>;

    // Printing numbers: the only ways a digit of the data gets into the text.

    /// Notes a number; it belongs to the sentence or table row that is finished next.
    QString fact(const QString& text, const QString& subject, const QString& measure, int year,
                 double number, int decimals, const QString& unit, const QString& region = {})
    {
        m_pending.append({text, subject, measure, region, year, number, decimals, unit, {}});
        return text;
    }
    QString amount(const Indicator& indicator, const QString& measure, int year, double number,
                   const QString& region = {})
    {
        return fact(printWithUnit(number, indicator.decimals, indicator.unit), indicator.code,
                    measure, year, number, indicator.decimals, indicator.unit, region);
    }
    QString difference(const Indicator& indicator, const QString& measure, int year, double number,
                       const QString& region = {})
    {
        QString unit = indicator.unit;
        if (unit == u"%"_s)
            unit = Text::tr("个百分点");
        else if (unit == u"‰"_s)
            unit = Text::tr("个千分点");
        return fact(printWithUnit(number, indicator.decimals, unit), indicator.code, measure, year,
                    number, indicator.decimals, unit, region);
    }
    QString percent(const QString& subject, const QString& measure, double fraction)
    {
        return fact(printWithUnit(100 * fraction, rateDecimals, u"%"_s), subject, measure,
                    m_data.info.year, 100 * fraction, rateDecimals, u"%"_s);
    }
    QString count(const QString& subject, qint64 number, const QString& unit)
    {
        const auto value = static_cast<double>(number);
        return fact(printWithUnit(value, 0, unit), u"count:"_s + subject, u"count"_s,
                    m_data.info.year, value, 0, unit);
    }
    QString items(const QString& subject, qint64 number)
    {
        return count(subject, number, Text::tr("项"));
    }

    void finish(const QString& place)
    {
        for (PrintedFact& pending : m_pending) {
            pending.place = place;
            m_facts.append(pending);
        }
        m_pending.clear();
    }

    // Blocks.

    void heading(int level, const QString& text, bool numbered = true)
    {
        flush();
        QString number;
        if (numbered && level == 1) {
            ++m_chapter;
            m_section = 0;
            number = Text::tr("%1、").arg(chineseNumber(m_chapter));
        } else if (numbered && level == 2) {
            ++m_section;
            number = Text::tr("（%1）").arg(chineseNumber(m_section));
        }
        m_blocks.append(Heading{level, number, text});
    }
    /// Adds a drafted sentence to the paragraph being written.
    void say(const QString& sentence)
    {
        finish(sentence);
        m_paragraph += sentence;
        ++m_sentences;
    }
    /// Adds what somebody else wrote.
    void quote(const QString& text) { m_paragraph += text; }
    void flush()
    {
        if (!m_paragraph.isEmpty())
            m_blocks.append(Paragraph{{Run{m_paragraph, false, {}}}, Paragraph::Style::Body});
        m_paragraph.clear();
    }
    void note(const QString& text)
    {
        flush();
        finish(text);
        m_blocks.append(Paragraph{{Run{text, false, {}}}, Paragraph::Style::Note});
    }
    void label(const QString& text)
    {
        flush();
        m_blocks.append(Paragraph{{Run{text, true, {}}}, Paragraph::Style::Emphasis});
    }
    /// A bullet per indicator: its name, its value and why it is listed.
    void bullets(const QList<Row>& rows, bool isShort = false)
    {
        flush();
        BulletList list;
        for (const Row& row : rows) {
            const QString rest = brief(row, isShort);
            finish(row.indicator->nameZh + rest);
            list.items.append(Runs{Run{row.indicator->nameZh, true, {}}, Run{rest, false, {}}});
            ++m_sentences;
        }
        if (!list.items.isEmpty())
            m_blocks.append(list);
    }
    void pageBreak()
    {
        flush();
        m_blocks.append(PageBreak{});
    }
    void table(Table table)
    {
        flush();
        if (!table.rows.isEmpty())
            m_blocks.append(std::move(table));
    }
    static QList<QList<TableCell>> headerOf(const QStringList& names)
    {
        QList<TableCell> cells;
        for (const QString& name : names)
            cells.append(TableCell{name, TableCell::Align::Centre, u"#dde6ef"_s, true, 1});
        return {cells};
    }
    void addRow(Table& table, const QList<TableCell>& cells)
    {
        QStringList texts;
        for (const TableCell& cell : cells)
            texts.append(cell.text);
        finish(texts.join(u'\t'));
        table.rows.append(cells);
    }
    static TableCell left(const QString& text)
    {
        return {text, TableCell::Align::Left, {}, false, 1};
    }
    static TableCell centre(const QString& text)
    {
        return {text, TableCell::Align::Centre, {}, false, 1};
    }
    static TableCell right(const QString& text)
    {
        return {text, TableCell::Align::Right, {}, false, 1};
    }
    TableCell countCell(const QString& subject, qint64 number)
    {
        const auto value = static_cast<double>(number);
        return right(fact(printNumber(value, 0), u"count:"_s + subject, u"count"_s,
                          m_data.info.year, value, 0, {}));
    }
    TableCell figureCell(const Indicator& indicator, const assess::Figure& figure,
                         const QString& measure, const QString& region = {})
    {
        if (!figure.isPresent())
            return centre(absenceText(figure.state));
        return right(fact(printNumber(figure.number, indicator.decimals), indicator.code, measure,
                          figure.key.year, figure.number, indicator.decimals, indicator.unit,
                          region));
    }
    TableCell percentCell(const QString& subject, const QString& measure,
                          const std::optional<double>& fraction)
    {
        if (!fraction || !std::isfinite(*fraction))
            return centre(u"—"_s);
        return right(percent(subject, measure, *fraction));
    }
    TableCell verdictCell(Verdict verdict)
    {
        TableCell cell = centre(assess::symbol(verdict) + assess::label(verdict));
        cell.bold = badness(verdict) > 0;
        return cell;
    }
    QString goalText(const Indicator& indicator, const IndicatorResult& result)
    {
        if (!result.goal)
            return u"—"_s;
        const project::Goal& goal = *result.goal;
        const auto print = [&](double number, const QString& measure) {
            return fact(printNumber(number, indicator.decimals), indicator.code, measure,
                        m_data.info.targetYear, number, indicator.decimals, indicator.unit);
        };
        if (goal.kind == GoalKind::Range && goal.lower && goal.upper) {
            const QString lower = print(*goal.lower, u"lower"_s);
            return Text::tr("%1～%2").arg(lower, print(*goal.upper, u"upper"_s));
        }
        if (!goal.target)
            return goal.kind == GoalKind::Monitor ? Text::tr("监测") : u"—"_s;
        const QString target = print(*goal.target, u"target"_s);
        if (goal.kind == GoalKind::Floor)
            return u"≥"_s + target;
        if (goal.kind == GoalKind::Ceiling)
            return u"≤"_s + target;
        return target;
    }
    Result<void> figure(const Chart& chart, QSize size, double widthMm, bool besideNext = false)
    {
        if (m_painter == nullptr || chart.series.isEmpty() || chart.categories.isEmpty())
            return {};
        flush();
        // The caption says what the title would.
        Chart untitled = chart;
        untitled.title.clear();
        auto png = m_painter->png(untitled, size, pictureScale);
        if (!png)
            return png.error().wrap(Text::tr("报告插图“%1”绘制失败，请重试。").arg(chart.title));
        auto svg = m_painter->svg(untitled, size);
        if (!svg)
            return svg.error().wrap(Text::tr("报告插图“%1”绘制失败，请重试。").arg(chart.title));
        m_charts.append(chart);
        Figure picture;
        picture.besideNext = besideNext;
        picture.caption = chart.title;
        picture.png = *png;
        picture.svg = *svg;
        picture.sizeMm = QSizeF(widthMm, widthMm * size.height() / size.width());
        picture.altText = chart.altText;
        m_blocks.append(picture);
        return {};
    }

    /// Charts two by two; those without anything to show are passed over.
    Result<void> figurePairs(QList<Chart> charts)
    {
        charts.removeIf([](const Chart& chart) {
            return chart.series.isEmpty() || chart.categories.isEmpty();
        });
        for (qsizetype i = 0; i < charts.size(); ++i) {
            const bool besideNext = i % 2 == 0 && i + 1 < charts.size();
            if (auto drawn = figure(charts[i], halfPicture, halfWidthMm, besideNext); !drawn)
                return drawn;
        }
        return {};
    }

    // Sentences.

    QString verdictCounts(const QString& subject, const Tally& tally);
    QString describe(const Row& row);
    QString brief(const Row& row, bool isShort);
    QString tellSeries(const Row& row, bool isFirst);
    Rows distinct(const Rows& rows, qsizetype most) const;
    Rows best(const Rows& rows, qsizetype most) const;
    Rows worst(const Rows& rows, qsizetype most) const;
    QStringList namesOf(const Rows& rows, qsizetype most) const;
    QString quoted(const project::TextBlock& block) const;
    QList<const project::TextBlock*> blocksOf(const QString& group, TextKind kind) const;
    Rows where(const std::function<bool(const Row&)>& wanted) const
    {
        Rows found;
        for (const Row& row : m_rows) {
            if (wanted(row))
                found.append(row);
        }
        return found;
    }

    // Chapters.

    void overview();
    void keyNumbers();
    Result<void> conclusions();
    Result<void> aspects();
    Result<void> dimensions();
    Result<void> diagnosis();
    void districtVerdicts();
    TableCell neededCell(const Row& row);
    QString draftedMeasure(const Row& row) const;
    void remedies();
    void returns();
    void gaps();
    void appendix();

    const YearData& m_data;
    const Assessment& m_assessment;
    ChartPainter* m_painter;
    QString m_city;
    Rows m_rows;
    QList<Block> m_blocks;
    QList<Chart> m_charts;
    QString m_paragraph;
    QList<PrintedFact> m_pending, m_facts;
    QSet<QString> m_described;
    int m_chapter = 0, m_section = 0, m_sentences = 0;
};

QString Composer::verdictCounts(const QString& subject, const Tally& tally)
{
    QStringList parts;
    for (const Verdict verdict : verdictOrder()) {
        const int number = tally.verdicts.value(verdict);
        if (number > 0)
            parts.append(assess::label(verdict) +
                         items(subject + u':' + assess::key(verdict), number));
    }
    return parts.join(u'、');
}

/// One indicator in one sentence: value, change, goal, verdict; each clause only where its facts
/// are.
QString Composer::describe(const Row& row)
{
    const Indicator& indicator = *row.indicator;
    const IndicatorResult& result = *row.result;
    const int year = m_data.info.year;
    m_described.insert(indicator.code);
    QStringList clauses{Text::tr("%1年%2为%3")
                            .arg(QString::number(year), indicator.nameZh,
                                 amount(indicator, u"value"_s, year, result.now.number))};
    if (result.previous.isPresent()) {
        const double change = result.now.number - result.previous.number;
        if (printsAsZero(change, indicator.decimals))
            clauses.append(Text::tr("与上年基本持平"));
        else if (isShare(indicator.unit))
            clauses.append((change > 0 ? Text::tr("比上年提高%1") : Text::tr("比上年下降%1"))
                               .arg(difference(indicator, u"change"_s, year, std::abs(change))));
        else
            clauses.append((change > 0 ? Text::tr("比上年增加%1") : Text::tr("比上年减少%1"))
                               .arg(difference(indicator, u"change"_s, year, std::abs(change))));
    }
    // A regress is measured from the base year, which the change of one year need not show.
    if (result.judgement.verdict == Verdict::Regress && result.base.isPresent() &&
        m_data.info.baseYear != year - 1) {
        const double since = result.now.number - result.base.number;
        if (!printsAsZero(since, indicator.decimals))
            clauses.append((since > 0 ? Text::tr("比%1年基期增加%2") : Text::tr("比%1年基期减少%2"))
                               .arg(QString::number(m_data.info.baseYear),
                                    difference(indicator, u"since_base"_s, year, std::abs(since))));
    }
    if (result.goal) {
        const project::Goal& goal = *result.goal;
        const int targetYear = m_data.info.targetYear;
        const auto target = [&] {
            return amount(indicator, u"target"_s, targetYear, *goal.target);
        };
        if (goal.kind == GoalKind::Floor && goal.target) {
            const double margin = result.now.number - *goal.target;
            if (margin >= 0) {
                const QString bound = target();
                clauses.append(
                    printsAsZero(margin, indicator.decimals)
                        ? Text::tr("满足不低于%1的规划要求").arg(bound)
                        : (result.judgement.verdict == Verdict::Alert
                               ? Text::tr("目前仍满足不低于%1的规划要求，但余量仅%2")
                               : Text::tr("满足不低于%1的规划要求，余量为%2"))
                              .arg(bound, difference(indicator, u"margin"_s, year, margin)));
            } else {
                const QString bound = target();
                clauses.append(Text::tr("低于规划底线%1，缺口为%2")
                                   .arg(bound, difference(indicator, u"margin"_s, year, -margin)));
            }
        } else if (goal.kind == GoalKind::Ceiling && goal.target) {
            const double margin = *goal.target - result.now.number;
            const QString bound = target();
            if (margin >= 0)
                clauses.append(
                    printsAsZero(margin, indicator.decimals)
                        ? Text::tr("未超过%1的规划上限").arg(bound)
                        : (result.judgement.verdict == Verdict::Alert
                               ? Text::tr("目前仍未超过%1的规划上限，但仅余%2")
                               : Text::tr("未超过%1的规划上限，剩余%2"))
                              .arg(bound, difference(indicator, u"margin"_s, year, margin)));
            else
                clauses.append(Text::tr("超过规划上限%1，超出%2")
                                   .arg(bound, difference(indicator, u"margin"_s, year, -margin)));
        } else if (goal.kind == GoalKind::Range && goal.lower && goal.upper) {
            const QString lower = amount(indicator, u"lower"_s, targetYear, *goal.lower);
            clauses.append(Text::tr("规划要求为%1至%2")
                               .arg(lower, amount(indicator, u"upper"_s, targetYear, *goal.upper)));
        } else if (goal.target && result.judgement.rate && std::isfinite(*result.judgement.rate)) {
            const QString bound = target();
            const QString rate = percent(indicator.code, u"rate"_s, *result.judgement.rate);
            if (result.judgement.expected)
                clauses.append(
                    Text::tr("对照%1年目标%2，规划实施率为%3，时间进度为%4")
                        .arg(QString::number(targetYear), bound, rate,
                             percent(indicator.code, u"expected"_s, *result.judgement.expected)));
            else
                clauses.append(Text::tr("对照%1年目标%2，规划实施率为%3")
                                   .arg(QString::number(targetYear), bound, rate));
        } else if (goal.target && goal.kind != GoalKind::Monitor) {
            const QString bound = target();
            const double gap = std::abs(result.now.number - *goal.target);
            clauses.append(printsAsZero(gap, indicator.decimals)
                               ? Text::tr("与规划目标%1持平").arg(bound)
                               : Text::tr("与规划目标%1相差%2")
                                     .arg(bound, difference(indicator, u"gap"_s, year, gap)));
        }
    }
    if (result.judgement.verdict != Verdict::Undecided)
        clauses.append(Text::tr("结论为%1").arg(assess::label(result.judgement.verdict)));
    return clauses.join(u'，') + u'。';
}

/// How an indicator went from the first year on record to now; empty where there is nothing to
/// tell.
QString Composer::tellSeries(const Row& row, bool isFirst)
{
    const QString lead = isFirst ? Text::tr("从历年变化看，") : QString();
    const Indicator& indicator = *row.indicator;
    const IndicatorResult& result = *row.result;
    QList<std::pair<int, double>> points;
    for (const auto& point : result.series) {
        if (point.first <= m_data.info.year)
            points.append(point);
    }
    if (points.size() < 3 || points.last().first != m_data.info.year)
        return {};
    const auto [firstYear, first] = points.first();
    const double now = points.last().second;
    const double change = now - first;
    if (printsAsZero(change, indicator.decimals)) {
        return lead + Text::tr("%1由%2年至%3年总体稳定在%4左右。")
                          .arg(indicator.nameZh, QString::number(firstYear),
                               QString::number(m_data.info.year),
                               amount(indicator, u"value"_s, m_data.info.year, now));
    }
    const QString before = amount(indicator, u"value"_s, firstYear, first);
    const QString after = amount(indicator, u"value"_s, m_data.info.year, now);
    const QString by = difference(indicator, u"change_since:"_s + QString::number(firstYear),
                                  m_data.info.year, std::abs(change));
    return lead + (change > 0 ? Text::tr("%1由%2年的%3升至%4年的%5，累计增加%6。")
                              : Text::tr("%1由%2年的%3降至%4年的%5，累计减少%6。"))
                      .arg(indicator.nameZh, QString::number(firstYear), before,
                           QString::number(m_data.info.year), after, by);
}

/// What follows an indicator's name in a list: its value and the one reason that tells most.
QString Composer::brief(const Row& row, bool isShort)
{
    const Indicator& indicator = *row.indicator;
    const IndicatorResult& result = *row.result;
    const int year = m_data.info.year;
    const Verdict verdict = result.judgement.verdict;
    QStringList clauses{
        Text::tr("为%1").arg(amount(indicator, u"value"_s, year, result.now.number))};
    const bool hasTarget = result.goal && result.goal->target;
    const bool hasBenchmark = result.benchmarkRatio && result.benchmarkValue;
    const bool isBound = hasTarget && (result.goal->kind == GoalKind::Floor ||
                                       result.goal->kind == GoalKind::Ceiling);
    if (isBound && badness(verdict) > 0) {
        const bool isFloor = result.goal->kind == GoalKind::Floor;
        const double margin = (isFloor ? 1 : -1) * (result.now.number - *result.goal->target);
        const QString by = difference(indicator, u"margin"_s, year, std::abs(margin));
        const QString bound =
            isShort ? QString()
                    : amount(indicator, u"target"_s, m_data.info.targetYear, *result.goal->target);
        if (isShort && margin < 0)
            clauses.append(
                (isFloor ? Text::tr("低于规划底线%1") : Text::tr("超过规划上限%1")).arg(by));
        else if (margin < 0)
            clauses.append(
                (isFloor ? Text::tr("低于规划底线%1，缺口%2") : Text::tr("超过规划上限%1，超出%2"))
                    .arg(bound, by));
        else
            clauses.append(
                (isFloor ? Text::tr("距规划底线%1仅余%2") : Text::tr("距规划上限%1仅余%2"))
                    .arg(bound, by));
    } else if (verdict == Verdict::Regress && result.base.isPresent() &&
               !printsAsZero(result.now.number - result.base.number, indicator.decimals)) {
        const double since = result.now.number - result.base.number;
        clauses.append((since > 0 ? Text::tr("比%1年基期增加%2") : Text::tr("比%1年基期减少%2"))
                           .arg(QString::number(m_data.info.baseYear),
                                difference(indicator, u"since_base"_s, year, std::abs(since))));
    } else if (isShort && hasBenchmark) {
        // The comparison below says enough.
    } else if (result.judgement.rate && std::isfinite(*result.judgement.rate) &&
               result.judgement.expected) {
        const QString rate = percent(indicator.code, u"rate"_s, *result.judgement.rate);
        const QString expected = percent(indicator.code, u"expected"_s, *result.judgement.expected);
        clauses.append((*result.judgement.rate >= *result.judgement.expected
                            ? Text::tr("规划实施率%1，不低于时间进度%2")
                            : Text::tr("规划实施率%1，低于时间进度%2"))
                           .arg(rate, expected));
    } else if (hasTarget) {
        clauses.append(
            Text::tr("规划要求为%1")
                .arg(amount(indicator, u"target"_s, m_data.info.targetYear, *result.goal->target)));
    }
    if (hasBenchmark) {
        QString benchmark = amount(indicator, u"benchmark"_s, 0, *result.benchmarkValue);
        for (const project::Benchmark& known : m_data.benchmarks) {
            if (known.indicator == indicator.code && known.value == *result.benchmarkValue) {
                benchmark = Text::tr("%1（%2）").arg(known.name, benchmark);
                break;
            }
        }
        clauses.append((*result.benchmarkRatio >= 1.05   ? Text::tr("优于%1")
                        : *result.benchmarkRatio >= 0.95 ? Text::tr("与%1相当")
                                                         : Text::tr("逊于%1"))
                           .arg(benchmark));
    }
    return clauses.join(u'，') + u'。';
}

/// The first ones, no two of the same dimension.
Composer::Rows Composer::distinct(const Rows& rows, qsizetype most) const
{
    Rows found;
    QSet<QString> taken;
    for (const Row& row : rows) {
        if (found.size() < most && !taken.contains(row.indicator->dimension)) {
            taken.insert(row.indicator->dimension);
            found.append(row);
        }
    }
    return found;
}

Composer::Rows Composer::best(const Rows& rows, qsizetype most) const
{
    Rows found;
    for (const Row& row : rows) {
        const Verdict verdict = row.result->judgement.verdict;
        if (row.result->now.isPresent() && (verdict == Verdict::Met || verdict == Verdict::OnTrack))
            found.append(row);
    }
    const auto merit = [](const Row& row) {
        return (row.result->diagnosis == Diagnosis::Strength ? 4 : 0) +
               (row.indicator->constraint == catalogue::Constraint::Binding ? 2 : 0) +
               (row.result->judgement.verdict == Verdict::Met ? 1 : 0);
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const Row& a, const Row& b) { return merit(a) > merit(b); });
    return found.mid(0, most);
}

Composer::Rows Composer::worst(const Rows& rows, qsizetype most) const
{
    Rows found;
    for (const Row& row : rows) {
        if (row.result->now.isPresent() && badness(row.result->judgement.verdict) > 0)
            found.append(row);
    }
    std::stable_sort(found.begin(), found.end(), [](const Row& a, const Row& b) {
        return std::pair(badness(a.result->judgement.verdict), a.result->urgency) >
               std::pair(badness(b.result->judgement.verdict), b.result->urgency);
    });
    return found.mid(0, most);
}

QStringList Composer::namesOf(const Rows& rows, qsizetype most) const
{
    QStringList names;
    for (const Row& row : rows.mid(0, most))
        names.append(row.indicator->nameZh);
    return names;
}

QString Composer::quoted(const project::TextBlock& block) const
{
    return Text::tr("据%1报送：%2").arg(block.department, withFullStop(block.text));
}

QList<const project::TextBlock*> Composer::blocksOf(const QString& group, TextKind kind) const
{
    QList<const project::TextBlock*> found;
    for (const project::TextBlock& block : m_data.texts) {
        if (block.group == group && block.kind == kind && !block.text.simplified().isEmpty())
            found.append(&block);
    }
    return found;
}

void Composer::overview()
{
    const project::YearInfo& info = m_data.info;
    heading(1, Text::tr("工作概况"));
    heading(2, Text::tr("范围与年度"));
    say(Text::tr("本次体检评估以%1市域为范围，现状年为%2年，基期年为%3年，规划目标年为%4年。")
            .arg(m_city, QString::number(info.year), QString::number(info.baseYear),
                 QString::number(info.targetYear)));
    if (info.nearYear > 0)
        say(Text::tr("近期目标年为%1年。").arg(info.nearYear));
    qsizetype districts = 0;
    for (const project::Region& region : m_data.regions)
        districts += region.level == RegionLevel::District ? 1 : 0;
    if (districts > 0)
        say(Text::tr("分区评价覆盖%1。").arg(count(u"districts"_s, districts, Text::tr("个区"))));
    flush();

    heading(2, Text::tr("指标体系"));
    say(Text::tr("指标体系采用《%1》，依据为%2。")
            .arg(m_data.catalogue.titleZh, citation(m_data.catalogue.standard)));
    const qsizetype dimensionsUsed = dimensionsInUse(m_data).size();
    say(Text::tr("本年度纳入指标%1，分属%2。")
            .arg(items(u"indicators"_s, m_rows.size()),
                 count(u"dimensions"_s, dimensionsUsed, Text::tr("个维度"))));
    QStringList kinds;
    for (const auto kind : {catalogue::Kind::Basic, catalogue::Kind::Mandatory,
                            catalogue::Kind::Recommended, catalogue::Kind::Featured}) {
        const auto number =
            where([&](const Row& row) { return row.indicator->kind == kind; }).size();
        if (number > 0)
            kinds.append(
                Text::tr("%1指标%2")
                    .arg(catalogue::label(kind), items(u"kind:"_s + catalogue::key(kind), number)));
    }
    if (kinds.size() > 1)
        say(Text::tr("其中，%1。").arg(kinds.join(u'、')));
    const auto excluded =
        std::count_if(m_data.catalogue.indicators.begin(), m_data.catalogue.indicators.end(),
                      [](const Indicator& indicator) { return indicator.excluded; });
    if (excluded > 0)
        say(Text::tr("另有%1指标本年度不纳入，理由见附录。").arg(items(u"excluded"_s, excluded)));
    flush();

    heading(2, Text::tr("组织与数据来源"));
    qsizetype returned = 0;
    for (const project::Department& department : m_data.departments)
        returned += department.returnedAt.isValid() ? 1 : 0;
    if (!m_data.departments.isEmpty()) {
        const QString all = count(u"departments"_s, m_data.departments.size(), Text::tr("个部门"));
        say(returned == m_data.departments.size()
                ? Text::tr("数据任务分解到%1，均已返回。").arg(all)
                : Text::tr("数据任务分解到%1，已返回%2。")
                      .arg(all, count(u"departments:returned"_s, returned, Text::tr("个"))));
    }
    if (!m_assessment.lateDepartments.isEmpty())
        say(Text::tr("截至%1仍未返回的有%2，分别是%3。")
                .arg(info.cutOff.isValid() ? info.cutOff.toString(u"yyyy年M月d日"_s)
                                           : Text::tr("报告编制时"),
                     count(u"departments:late"_s, m_assessment.lateDepartments.size(),
                           Text::tr("个部门")),
                     m_assessment.lateDepartments.join(u'、')));
    const Tally& city = m_assessment.city;
    if (city.total > 0) {
        say(city.present == city.total
                ? Text::tr("全部%1指标均有本年度数值。").arg(items(u"indicators"_s, city.total))
                : Text::tr("有本年度数值的指标%1，缺数%2，数据完备率为%3。")
                      .arg(items(u"present"_s, city.present),
                           items(u"absent"_s, city.total - city.present),
                           percent(u"count:completeness"_s, u"share"_s,
                                   static_cast<double>(city.present) / city.total)));
    }
    say(city.contradictory > 0 ? Text::tr("不同来源数值不一致的指标%1，处理情况见第七章。")
                                     .arg(items(u"contradictory"_s, city.contradictory))
                               : Text::tr("未发现不同来源数值不一致的指标。"));
    say(Text::tr("本报告部分数据因四舍五入，分项与合计、差值之间可能略有出入。"));

    Table sources;
    sources.caption = Text::tr("数据来源与采用情况");
    sources.widths = {5, 3, 3, 3};
    sources.header = headerOf(
        {Text::tr("来源"), Text::tr("类别"), Text::tr("本年度数值"), Text::tr("其中采用")});
    for (const project::Source& source : m_data.sources) {
        int all = 0;
        int adopted = 0;
        for (const project::Value& value : m_data.values) {
            if (value.source == source.id && value.year == info.year &&
                value.state == project::ValueState::Present) {
                ++all;
                adopted += value.adopted ? 1 : 0;
            }
        }
        if (all == 0)
            continue;
        const QString subject = u"source:"_s + source.key;
        const TableCell first = countCell(subject, all);
        addRow(sources, {left(source.name), centre(project::label(source.kind)), first,
                         countCell(subject + u":adopted"_s, adopted)});
    }
    table(sources);
}

/// The year in one row of a table.
void Composer::keyNumbers()
{
    const Tally& city = m_assessment.city;
    if (city.total == 0)
        return;
    Table list;
    list.caption = Text::tr("关键数字");
    list.widths = {1, 1, 1, 1, 1, 1};
    list.header =
        headerOf({Text::tr("指标总数（项）"), Text::tr("可评价（项）"), Text::tr("达标率"),
                  Text::tr("达标或正常推进"), Text::tr("预警（项）"), Text::tr("数据完备率")});
    const int good = city.verdicts.value(Verdict::Met) + city.verdicts.value(Verdict::OnTrack);
    const auto shareOf = [](int part, int whole) {
        return whole > 0 ? std::optional(static_cast<double>(part) / whole) : std::nullopt;
    };
    QList<TableCell> cells{
        countCell(u"indicators"_s, city.total),
        countCell(u"assessable"_s, city.assessable()),
        percentCell(u"count:met"_s, u"share"_s, city.metShare()),
        percentCell(u"count:met_or_on_track"_s, u"share"_s, shareOf(good, city.assessable())),
        countCell(u"verdict:"_s + assess::key(Verdict::Alert), city.verdicts.value(Verdict::Alert)),
        percentCell(u"count:completeness"_s, u"share"_s, shareOf(city.present, city.total))};
    for (TableCell& cell : cells) {
        cell.align = TableCell::Align::Centre;
        cell.bold = true;
    }
    addRow(list, cells);
    table(list);
}

Result<void> Composer::conclusions()
{
    const Tally& city = m_assessment.city;
    pageBreak();
    heading(1, Text::tr("总体结论"));
    if (city.total > 0)
        say(Text::tr("全市%1指标中，%2。")
                .arg(items(u"indicators"_s, city.total), verdictCounts(u"verdict"_s, city)));
    if (!city.metShare())
        say(Text::tr("目前没有可评价的指标，补充数据和目标后方可形成结论。"));
    const Rows binding = where([](const Row& row) {
        return row.indicator->constraint == catalogue::Constraint::Binding &&
               row.result->now.isPresent() && row.result->judgement.verdict != Verdict::Undecided &&
               row.result->judgement.verdict != Verdict::Watched;
    });
    const Rows broken = worst(binding, binding.size());
    if (!binding.isEmpty())
        say(broken.isEmpty()
                ? Text::tr("可评价的约束性指标%1，均达标或正常推进。")
                      .arg(items(u"binding"_s, binding.size()))
                : Text::tr("可评价的约束性指标%1，其中%2需要关注：%3。")
                      .arg(items(u"binding"_s, binding.size()),
                           items(u"binding:bad"_s, broken.size()),
                           broken.size() > 6 ? Text::tr("%1等").arg(namesOf(broken, 6).join(u'、'))
                                             : namesOf(broken, 6).join(u'、')));
    const auto diagnosed = [&](Diagnosis diagnosis) {
        return where([&](const Row& row) { return row.result->diagnosis == diagnosis; }).size();
    };
    const auto strengths = diagnosed(Diagnosis::Strength);
    const auto weaknesses = diagnosed(Diagnosis::Weakness);
    const auto shortfalls = diagnosed(Diagnosis::Shortfall);
    if (strengths + weaknesses + shortfalls > 0) {
        QStringList parts;
        for (const auto& [name, key, number] :
             {std::tuple(Diagnosis::Strength, u"strength"_s, strengths),
              std::tuple(Diagnosis::Shortfall, u"shortfall"_s, shortfalls),
              std::tuple(Diagnosis::Weakness, u"weakness"_s, weaknesses)}) {
            if (number > 0)
                parts.append(assess::label(name) + items(u"diagnosis:"_s + key, number));
        }
        say(Text::tr("综合诊断，%1。").arg(parts.join(u'、')));
    }
    flush();
    keyNumbers();
    if (auto drawn = figure(radarByDimension(m_data, m_assessment), QSize(340, 270), 59, true);
        !drawn)
        return drawn;
    if (auto drawn = figure(verdictsByDimension(m_data, m_assessment), QSize(560, 270), 97); !drawn)
        return drawn;
    const Rows good = distinct(
        best(where([](const Row& row) { return row.result->diagnosis == Diagnosis::Strength; }),
             m_rows.size()),
        3);
    if (!good.isEmpty()) {
        label(Text::tr("突出的优势"));
        bullets(good, true);
    }
    const Rows bad = distinct(
        worst(where([](const Row& row) { return row.result->diagnosis == Diagnosis::Shortfall; }),
              m_rows.size()),
        3);
    if (!bad.isEmpty()) {
        label(Text::tr("突出的短板"));
        bullets(bad, true);
    }
    note(Text::tr(
        "注：达标率为达标指标占可评价指标的比例，可评价指标不含缺数、监测和未设目标的指标；"
        "雷达图越靠外越好。"));
    pageBreak();

    Table summary;
    summary.caption = Text::tr("指标结论汇总");
    QStringList names{Text::tr("维度"), Text::tr("指标数"), Text::tr("有数")};
    summary.widths = {3, 2, 2};
    for (const Verdict verdict : verdictOrder()) {
        names.append(assess::label(verdict));
        summary.widths.append(2);
    }
    names.append(Text::tr("达标率"));
    summary.widths.append(2.4);
    summary.header = headerOf(names);
    const auto line = [&](const QString& name, const QString& subject, const Tally& tally) {
        QList<TableCell> cells{left(name), countCell(subject + u":total"_s, tally.total),
                               countCell(subject + u":present"_s, tally.present)};
        for (const Verdict verdict : verdictOrder())
            cells.append(
                countCell(subject + u':' + assess::key(verdict), tally.verdicts.value(verdict)));
        cells.append(percentCell(u"count:"_s + subject + u":met"_s, u"share"_s, tally.metShare()));
        addRow(summary, cells);
    };
    for (const catalogue::Dimension* dimension : dimensionsInUse(m_data))
        line(dimension->nameZh, u"dimension:"_s + dimension->id,
             m_assessment.byDimension.value(dimension->id));
    line(Text::tr("合计"), u"verdict"_s, city);
    table(summary);
    return {};
}

Result<void> Composer::aspects()
{
    heading(1, Text::tr("六个方面分析"));
    if (auto drawn = figure(verdictsByAspect(m_data, m_assessment), QSize(640, 300), 135); !drawn)
        return drawn;
    for (const QString& aspect : aspectsInUse(m_data)) {
        heading(2, aspect);
        const Rows rows = where([&](const Row& row) { return row.indicator->aspect == aspect; });
        const QString subject = u"aspect:"_s + aspect;
        const auto tell = [&](TextKind kind) {
            for (const project::TextBlock* block : blocksOf(aspect, kind).mid(0, 2))
                quote(quoted(*block));
        };
        if (rows.isEmpty()) {
            say(Text::tr("本年度指标体系未设%1方面的指标，请结合重点任务和部门材料作定性分析。")
                    .arg(aspect));
        } else {
            const Tally tally = m_assessment.byAspect.value(aspect);
            const QString all = items(subject, rows.size());
            const auto present = std::count_if(rows.begin(), rows.end(), [](const Row& row) {
                return row.result->now.isPresent();
            });
            say(present == rows.size()
                    ? Text::tr("%1方面共有指标%2，均有本年度数值。").arg(aspect, all)
                    : Text::tr("%1方面共有指标%2，其中有数%3、缺数%4。")
                          .arg(aspect, all, items(subject + u":present"_s, present),
                               items(subject + u":absent"_s, rows.size() - present)));
            const QString counts = verdictCounts(subject, tally);
            if (!counts.isEmpty())
                say(Text::tr("从结论看，%1。").arg(counts));
        }
        tell(TextKind::Situation);
        flush();
        const Rows good = best(rows, 2);
        if (!good.isEmpty() || !blocksOf(aspect, TextKind::Achievement).isEmpty()) {
            label(Text::tr("主要成效"));
            for (const Row& row : good)
                say(describe(row));
            tell(TextKind::Achievement);
            flush();
        }
        const Rows bad = worst(rows, 2);
        if (!bad.isEmpty() || !blocksOf(aspect, TextKind::Shortfall).isEmpty()) {
            label(Text::tr("存在问题"));
            for (const Row& row : bad) {
                say(describe(row));
                for (const project::TextBlock* block :
                     blocksOf(row.indicator->code, TextKind::Shortfall).mid(0, 1))
                    quote(quoted(*block));
            }
            tell(TextKind::Shortfall);
            flush();
        }
        // The numbers stand in the dimensions' tables; here, what came of them.
        Table list;
        list.caption = Text::tr("%1方面指标结论").arg(aspect);
        list.widths = {2.2, 1.6, 10};
        list.header = headerOf({Text::tr("结论"), Text::tr("指标数"), Text::tr("指标")});
        for (const Verdict verdict : verdictOrder()) {
            Rows these;
            for (const Row& row : rows) {
                if (row.result->judgement.verdict == verdict)
                    these.append(row);
            }
            if (these.isEmpty())
                continue;
            TableCell number = countCell(subject + u':' + assess::key(verdict), these.size());
            number.align = TableCell::Align::Centre;
            addRow(list,
                   {verdictCell(verdict), number, left(namesOf(these, these.size()).join(u'、'))});
        }
        table(list);
    }
    return {};
}

Result<void> Composer::dimensions()
{
    heading(1, Text::tr("六个维度指标分析"));
    for (const catalogue::Dimension* dimension : dimensionsInUse(m_data)) {
        heading(2, dimension->nameZh);
        const Rows rows =
            where([&](const Row& row) { return row.indicator->dimension == dimension->id; });
        const Tally tally = m_assessment.byDimension.value(dimension->id);
        const QString subject = u"dimension:"_s + dimension->id;
        if (const auto share = tally.metShare()) {
            const QString all = items(subject + u":total"_s, tally.total);
            const QString assessable = items(subject + u":assessable"_s, tally.assessable());
            const QString met = items(subject + u":met"_s, tally.verdicts.value(Verdict::Met));
            say(Text::tr("%1维度共有指标%2，可评价%3，其中达标%4，达标率为%5。")
                    .arg(dimension->nameZh, all, assessable, met,
                         percent(u"count:"_s + subject + u":met"_s, u"share"_s, *share)));
        } else {
            say(Text::tr("%1维度共有指标%2，暂无可评价的指标。")
                    .arg(dimension->nameZh, items(subject + u":total"_s, tally.total)));
        }
        Rows rated = where([&](const Row& row) {
            return row.indicator->dimension == dimension->id && row.result->judgement.rate &&
                   std::isfinite(*row.result->judgement.rate) && row.result->judgement.expected;
        });
        if (rated.size() >= 2) {
            const auto ahead = std::count_if(rated.begin(), rated.end(), [](const Row& row) {
                return *row.result->judgement.rate >= *row.result->judgement.expected;
            });
            say(Text::tr("有规划实施率的%1指标中，%2不低于时间进度。")
                    .arg(items(subject + u":rated"_s, rated.size()),
                         items(subject + u":ahead"_s, ahead)));
            std::stable_sort(rated.begin(), rated.end(), [](const Row& a, const Row& b) {
                return *a.result->judgement.rate > *b.result->judgement.rate;
            });
            const Row& first = rated.first();
            const Row& last = rated.last();
            const QString high =
                percent(first.indicator->code, u"rate"_s, *first.result->judgement.rate);
            const QString low =
                percent(last.indicator->code, u"rate"_s, *last.result->judgement.rate);
            if (high != low)
                say(Text::tr("实施率最高的是%1（%2），最低的是%3（%4）。")
                        .arg(first.indicator->nameZh, high, last.indicator->nameZh, low));
            else
                m_pending.clear();
        }
        const Rows absent = where([&](const Row& row) {
            return row.indicator->dimension == dimension->id && !row.result->now.isPresent();
        });
        if (!absent.isEmpty())
            say(absent.size() <= 4
                    ? Text::tr("暂缺本年度数值的有%1。").arg(namesOf(absent, 4).join(u'、'))
                    : Text::tr("暂缺本年度数值的有%1等%2。")
                          .arg(namesOf(absent, 4).join(u'、'),
                               items(subject + u":absent"_s, absent.size())));
        flush();
        const QList<const IndicatorResult*> telling =
            mostTelling(m_data, m_assessment, dimension->id, 2);
        bool isFirst = true;
        for (const IndicatorResult* result : telling) {
            const Indicator* indicator = m_data.catalogue.indicator(result->code);
            if (!m_described.contains(result->code))
                say(describe({indicator, result}));
            const QString sentence = tellSeries({indicator, result}, isFirst);
            if (!sentence.isEmpty()) {
                say(sentence);
                isFirst = false;
            }
        }
        flush();

        Table list;
        list.caption = Text::tr("%1维度指标").arg(dimension->nameZh);
        list.widths = {4.6, 2.4, 1.9, 1.9, 1.9, 2.2, 1.9, 2.4};
        list.header =
            headerOf({Text::tr("指标"), Text::tr("单位"), Text::tr("基期"), Text::tr("上年"),
                      Text::tr("本年"), Text::tr("目标"), Text::tr("实施率"), Text::tr("结论")});
        for (const Row& row : rows) {
            const TableCell base = figureCell(*row.indicator, row.result->base, u"base"_s);
            const TableCell before =
                figureCell(*row.indicator, row.result->previous, u"previous"_s);
            const TableCell now = figureCell(*row.indicator, row.result->now, u"value"_s);
            const TableCell goal = right(goalText(*row.indicator, *row.result));
            const TableCell rate =
                percentCell(row.indicator->code, u"rate"_s, row.result->judgement.rate);
            addRow(list, {left(row.indicator->nameZh), centre(row.indicator->unit), base, before,
                          now, goal, rate, verdictCell(row.result->judgement.verdict)});
        }
        table(list);
        const Chart progress = progressOfDimension(m_data, m_assessment, dimension->id);
        const int height = std::max(200, 80 + 32 * static_cast<int>(progress.categories.size()));
        if (auto drawn = figure(progress, QSize(640, std::min(height, 980)), 140); !drawn)
            return drawn;
        QList<Chart> lines;
        for (const IndicatorResult* result : telling)
            lines.append(seriesOf(m_data, *result));
        if (auto drawn = figurePairs(lines); !drawn)
            return drawn;
    }
    return {};
}

/// Of use where districts have goals of their own.
void Composer::districtVerdicts()
{
    Table list;
    list.caption = Text::tr("分区指标结论");
    QStringList names{Text::tr("地区"), Text::tr("指标数")};
    list.widths = {3, 2};
    for (const Verdict verdict : verdictOrder()) {
        names.append(assess::label(verdict));
        list.widths.append(2);
    }
    list.header = headerOf(names);
    for (const project::Region& region : m_data.regions) {
        if (region.level != RegionLevel::District)
            continue;
        const QList<const IndicatorResult*> results = m_assessment.ofRegion(region.id);
        if (results.isEmpty())
            continue;
        const QString subject = u"region:"_s + region.nameZh;
        QList<TableCell> cells{left(region.nameZh),
                               countCell(subject + u":total"_s, results.size())};
        for (const Verdict verdict : verdictOrder()) {
            cells.append(countCell(
                subject + u':' + assess::key(verdict),
                std::count_if(results.begin(), results.end(), [&](const IndicatorResult* result) {
                    return result->judgement.verdict == verdict;
                })));
        }
        addRow(list, cells);
    }
    table(list);
}

Result<void> Composer::diagnosis()
{
    heading(1, Text::tr("城市体征诊断"));
    struct Part
    {
        Diagnosis diagnosis;
        QString title, subject;
    };
    for (const Part& part :
         {Part{Diagnosis::Strength, Text::tr("特色优势"), u"diagnosis:strength"_s},
          Part{Diagnosis::Shortfall, Text::tr("主要短板"), u"diagnosis:shortfall"_s},
          Part{Diagnosis::Weakness, Text::tr("薄弱环节"), u"diagnosis:weakness"_s}}) {
        heading(2, part.title);
        Rows rows = where([&](const Row& row) { return row.result->diagnosis == part.diagnosis; });
        std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
            return std::pair(badness(a.result->judgement.verdict), a.result->urgency) >
                   std::pair(badness(b.result->judgement.verdict), b.result->urgency);
        });
        if (rows.isEmpty()) {
            say(Text::tr("本年度未诊断出%1指标。").arg(assess::label(part.diagnosis)));
            flush();
            continue;
        }
        constexpr qsizetype listed = 10;
        say(rows.size() > listed
                ? Text::tr("诊断为%1的指标%2，主要如下，其余见指标结论表。")
                      .arg(assess::label(part.diagnosis), items(part.subject, rows.size()))
                : Text::tr("诊断为%1的指标%2，如下。")
                      .arg(assess::label(part.diagnosis), items(part.subject, rows.size())));
        flush();
        bullets(rows.mid(0, listed));
    }

    heading(2, Text::tr("分区差异"));
    struct Spread
    {
        const Indicator* indicator;
        const project::Region *highest, *lowest;
        double high, low, relative;
    };
    QList<Spread> spreads;
    for (const Row& row : m_rows) {
        Spread spread{row.indicator, nullptr, nullptr, 0, 0, 0};
        int present = 0;
        double sum = 0;
        for (const project::Region& region : m_data.regions) {
            const IndicatorResult* result = region.level == RegionLevel::District
                                                ? m_assessment.find(row.indicator->code, region.id)
                                                : nullptr;
            if (result == nullptr || !result->now.isPresent())
                continue;
            ++present;
            sum += std::abs(result->now.number);
            if (spread.highest == nullptr || result->now.number > spread.high) {
                spread.highest = &region;
                spread.high = result->now.number;
            }
            if (spread.lowest == nullptr || result->now.number < spread.low) {
                spread.lowest = &region;
                spread.low = result->now.number;
            }
        }
        if (present >= 2 && sum > 0 &&
            !printsAsZero(spread.high - spread.low, row.indicator->decimals)) {
            spread.relative = (spread.high - spread.low) / (sum / present);
            spreads.append(spread);
        }
    }
    // What is measured per head, per area or in per cent compares districts of unlike size; amounts
    // follow.
    std::stable_sort(spreads.begin(), spreads.end(), [](const Spread& a, const Spread& b) {
        return std::pair(isRatio(a.indicator->unit), a.relative) >
               std::pair(isRatio(b.indicator->unit), b.relative);
    });
    if (spreads.isEmpty()) {
        say(Text::tr("本年度没有可供比较的分区数值。"));
        flush();
        return {};
    }
    say(Text::tr("有两个以上区报送数值且存在差异的指标%1，差异较大的如下。")
            .arg(items(u"districts:compared"_s, spreads.size())));
    for (const Spread& spread : spreads.mid(0, 6)) {
        const int year = m_data.info.year;
        const QString high =
            amount(*spread.indicator, u"value"_s, year, spread.high, spread.highest->nameZh);
        const QString low =
            amount(*spread.indicator, u"value"_s, year, spread.low, spread.lowest->nameZh);
        say(Text::tr("%1以%2最高，为%3，%4最低，为%5，相差%6。")
                .arg(spread.indicator->nameZh, spread.highest->nameZh, high, spread.lowest->nameZh,
                     low,
                     difference(*spread.indicator, u"spread"_s, year, spread.high - spread.low)));
    }
    flush();
    QList<const project::Region*> districts;
    bool anyDecided = false;
    for (const project::Region& region : m_data.regions) {
        if (region.level != RegionLevel::District)
            continue;
        const QList<const IndicatorResult*> results = m_assessment.ofRegion(region.id);
        if (results.isEmpty())
            continue;
        districts.append(&region);
        anyDecided = anyDecided ||
                     std::any_of(results.begin(), results.end(), [](const IndicatorResult* result) {
                         return result->judgement.verdict != Verdict::Undecided;
                     });
    }
    Table values;
    values.caption = Text::tr("分区指标数值");
    QStringList names{Text::tr("指标"), Text::tr("单位")};
    values.widths = {4, 2.6};
    for (const project::Region* district : districts) {
        names.append(district->nameZh);
        values.widths.append(1.8);
    }
    values.header = headerOf(names);
    for (const Spread& spread : spreads) {
        QList<TableCell> cells{left(spread.indicator->nameZh), centre(spread.indicator->unit)};
        for (const project::Region* district : districts) {
            const IndicatorResult* result = m_assessment.find(spread.indicator->code, district->id);
            cells.append(result == nullptr ? centre(u"—"_s)
                                           : figureCell(*spread.indicator, result->now, u"value"_s,
                                                        district->nameZh));
        }
        addRow(values, cells);
    }
    table(values);
    if (anyDecided)
        districtVerdicts();
    QList<Chart> charts;
    for (const Spread& spread : spreads.mid(0, 2))
        charts.append(districtsOf(m_data, m_assessment, spread.indicator->code));
    return figurePairs(charts);
}

/// How much an indicator has to change each year from now on to reach its target in time.
TableCell Composer::neededCell(const Row& row)
{
    const Indicator& indicator = *row.indicator;
    const auto& goal = row.result->goal;
    const int yearsLeft = m_data.info.targetYear - m_data.info.year;
    if (!goal || !goal->target || yearsLeft <= 0 ||
        (goal->kind != GoalKind::Growing && goal->kind != GoalKind::Falling))
        return centre(u"—"_s);
    const double perYear = (*goal->target - row.result->now.number) / yearsLeft;
    const bool isRightWay = goal->kind == GoalKind::Growing ? perYear > 0 : perYear < 0;
    if (!isRightWay || printsAsZero(perYear, indicator.decimals))
        return centre(u"—"_s);
    const QString by =
        difference(indicator, u"needed_per_year"_s, m_data.info.year, std::abs(perYear));
    return left((perYear > 0 ? Text::tr("增加%1") : Text::tr("减少%1")).arg(by));
}

QString Composer::draftedMeasure(const Row& row) const
{
    const auto& goal = row.result->goal;
    switch (row.result->judgement.verdict) {
    case Verdict::Alert:
        if (goal && goal->target && goal->kind == GoalKind::Floor &&
            row.result->now.number >= *goal->target)
            return Text::tr("（拟）从严管控，防止继续减少并突破规划底线。");
        if (goal && goal->target && goal->kind == GoalKind::Ceiling &&
            row.result->now.number <= *goal->target)
            return Text::tr("（拟）从严管控，防止继续增加并突破规划上限。");
        return Text::tr("（拟）查明成因，制定整改方案，限期达到规划要求。");
    case Verdict::Regress:
        return Text::tr("（拟）分析退步原因，提出扭转措施和时限。");
    default:
        return Text::tr("（拟）列入%1年度实施计划，明确年度任务。").arg(m_data.info.year + 1);
    }
}

void Composer::remedies()
{
    heading(1, Text::tr("对策建议"));
    note(Text::tr("本章由系统依据指标结论和部门材料起草，供编制人员修改完善，不代表最终意见。"));
    const int year = m_data.info.year;
    heading(2, Text::tr("年度实施计划建议"));
    const Rows bad = worst(m_rows, m_rows.size());
    const QString nextYear = QString::number(year + 1);
    const auto of = [&](Verdict verdict) {
        Rows found;
        for (const Row& row : bad) {
            if (row.result->judgement.verdict == verdict)
                found.append(row);
        }
        return found;
    };
    const auto advise = [&](Verdict verdict, const QString& advice) {
        const Rows rows = of(verdict);
        if (rows.isEmpty())
            return;
        constexpr qsizetype named = 5;
        QString names = namesOf(rows, named).join(u'、');
        if (rows.size() > named)
            names = Text::tr("%1等").arg(names);
        const QString subject = u"verdict:"_s + assess::key(verdict);
        say(Text::tr("%1指标%2，包括%3，%4")
                .arg(assess::label(verdict), items(subject, rows.size()), names, advice));
        flush();
    };
    if (bad.isEmpty())
        say(Text::tr("本年度没有滞后、倒退或预警的指标，建议保持现有工作力度并持续监测。"));
    advise(Verdict::Alert,
           Text::tr("建议由责任部门立即查明成因，制定整改方案，并在%1年度体检评估中复核。")
               .arg(nextYear));
    advise(Verdict::Regress, Text::tr("建议由责任部门逐项分析退步原因，提出扭转措施和时限。"));
    advise(Verdict::Late,
           Text::tr("建议列入%1年度实施计划，明确年度任务和完成时限。").arg(nextYear));
    constexpr qsizetype listed = 20;
    if (!bad.isEmpty())
        say(bad.size() > listed
                ? Text::tr("整治任务清单列出其中最紧迫的%1，其余见指标结论表。所需年均变化按现状值"
                           "与%2年目标之差除以剩余年数测算。")
                      .arg(items(u"remedies:listed"_s, listed),
                           QString::number(m_data.info.targetYear))
                : Text::tr("整治任务清单如下。所需年均变化按现状值与%1年目标之差除以剩余年数测算。")
                      .arg(QString::number(m_data.info.targetYear)));
    flush();
    Table list;
    list.caption = Text::tr("整治任务清单（草案）");
    list.widths = {1.2, 3.6, 1.9, 2.8, 4.4, 2.8};
    list.header = headerOf({Text::tr("序号"), Text::tr("指标"), Text::tr("结论"),
                            Text::tr("所需年均变化"), Text::tr("建议措施"), Text::tr("责任部门")});
    int number = 0;
    for (const Row& row : bad.mid(0, listed)) {
        const Indicator& indicator = *row.indicator;
        const IndicatorResult& result = *row.result;
        QStringList measures;
        for (const TextKind kind : {TextKind::Measure, TextKind::Suggestion}) {
            for (const project::TextBlock* block : blocksOf(indicator.code, kind).mid(0, 1))
                measures.append(withFullStop(block->text));
        }
        const TableCell needed = neededCell(row);
        addRow(list, {centre(QString::number(++number)), left(indicator.nameZh),
                      verdictCell(result.judgement.verdict), needed,
                      left(measures.isEmpty() ? draftedMeasure(row) : measures.join(QString())),
                      left(indicator.department)});
    }
    list.source = Text::tr("注：建议措施以“（拟）”开头的为系统草拟，待责任部门补充完善。");
    table(list);

    heading(2, Text::tr("规划应对与政策机制"));
    bool any = false;
    for (const QString& aspect : aspectsInUse(m_data)) {
        bool isFirst = true;
        for (const TextKind kind : {TextKind::Measure, TextKind::Suggestion}) {
            for (const project::TextBlock* block : blocksOf(aspect, kind).mid(0, 2)) {
                quote(isFirst ? Text::tr("%1方面，%2").arg(aspect, quoted(*block))
                              : quoted(*block));
                isFirst = false;
                any = true;
            }
        }
        flush();
    }
    for (const TextKind kind : {TextKind::Measure, TextKind::Suggestion}) {
        for (const project::TextBlock* block : blocksOf({}, kind).mid(0, 4)) {
            quote(quoted(*block));
            any = true;
        }
    }
    if (!any)
        say(Text::tr("部门尚未报送规划应对和政策方面的建议，请补充。"));
    if (m_assessment.city.missing > 0)
        say(Text::tr("建议完善数据报送机制，优先补齐第七章所列缺项。"));
    flush();
}

void Composer::returns()
{
    if (m_data.departments.isEmpty())
        return;
    heading(2, Text::tr("部门数据返回情况"));
    say(m_assessment.lateDepartments.isEmpty()
            ? Text::tr("各部门数据返回情况见下表。")
            : Text::tr("各部门数据返回情况见下表，逾期未返回的应继续催报。"));
    Table departments;
    departments.caption = Text::tr("部门数据返回情况");
    departments.widths = {5, 3, 3, 3};
    departments.header =
        headerOf({Text::tr("部门"), Text::tr("完成时限"), Text::tr("返回日期"), Text::tr("状态")});
    for (const project::Department& department : m_data.departments) {
        const auto day = [](QDate date) {
            return date.isValid() ? date.toString(Qt::ISODate) : u"—"_s;
        };
        QString state = Text::tr("已返回");
        if (!department.returnedAt.isValid())
            state = m_assessment.lateDepartments.contains(department.name) ? Text::tr("逾期未返回")
                                                                           : Text::tr("未返回");
        else if (department.deadline.isValid() && department.returnedAt > department.deadline)
            state = Text::tr("逾期返回");
        addRow(departments, {left(department.name), centre(day(department.deadline)),
                             centre(day(department.returnedAt)), centre(state)});
    }
    table(departments);
}

void Composer::gaps()
{
    heading(1, Text::tr("数据缺项与口径差异"));
    returns();
    heading(2, Text::tr("数据缺项"));
    const Rows absent = where([](const Row& row) { return !row.result->now.isPresent(); });
    if (absent.isEmpty()) {
        say(Text::tr("本年度全部指标均有数值，无缺项。"));
    } else {
        say(Text::tr("本年度缺数的指标%1，均不参与评价，未以零值代替。")
                .arg(items(u"absent"_s, absent.size())));
        Table list;
        list.caption = Text::tr("数据缺项清单");
        list.widths = {4, 2, 3, 5};
        list.header =
            headerOf({Text::tr("指标"), Text::tr("状态"), Text::tr("责任部门"), Text::tr("说明")});
        for (const Row& row : absent) {
            QString why;
            if (!row.result->now.missingInputs.isEmpty())
                why = Text::tr("缺少%1。").arg(row.result->now.missingInputs.join(u'、'));
            else if (const project::Value* value = m_data.value(row.result->now.value))
                why = value->note;
            addRow(list, {left(row.indicator->nameZh), centre(absenceText(row.result->now.state)),
                          left(row.indicator->department),
                          left(why.isEmpty() ? Text::tr("部门未报送。") : why)});
        }
        table(list);
    }

    heading(2, Text::tr("来源矛盾"));
    const Rows clashing = where([](const Row& row) { return row.result->now.contradictory; });
    if (clashing.isEmpty()) {
        say(Text::tr("未发现不同来源数值不一致的指标。"));
    } else {
        say(Text::tr("不同来源数值不一致的指标%1，采用值和其他来源数值如下。")
                .arg(items(u"contradictory"_s, clashing.size())));
        Table list;
        list.caption = Text::tr("来源矛盾清单");
        list.widths = {4, 2.4, 5, 4};
        list.header = headerOf(
            {Text::tr("指标"), Text::tr("采用"), Text::tr("其他来源"), Text::tr("采用理由")});
        for (const Row& row : clashing) {
            const assess::Figure& now = row.result->now;
            QStringList others;
            QString reason;
            for (const project::ValueId id : now.rivals) {
                const project::Value* value = m_data.value(id);
                if (value == nullptr || value->state != project::ValueState::Present)
                    continue;
                if (id == now.value) {
                    reason = value->adoptionReason;
                    continue;
                }
                const project::Source* source = m_data.source(value->source);
                others.append(Text::tr("%1：%2").arg(
                    source != nullptr ? source->name : QString(),
                    fact(printWithUnit(value->number, row.indicator->decimals, value->unit),
                         row.indicator->code, u"rival"_s, m_data.info.year, value->number,
                         row.indicator->decimals, value->unit)));
            }
            const auto other = [&](const QString& who, const QString& subject, double value,
                                   int decimals, const QString& unit) {
                others.append(Text::tr("%1：%2").arg(
                    who, fact(printWithUnit(value, decimals, unit), subject, u"rival"_s,
                              m_data.info.year, value, decimals, unit)));
            };
            if (now.reported && others.isEmpty())
                other(Text::tr("部门报送"), row.indicator->code, *now.reported,
                      row.indicator->decimals, row.indicator->unit);
            // A computed figure may be clean in itself and rest on an input that is not.
            for (const assess::ExplainedInput& input : now.inputs) {
                QList<const project::Value*> known =
                    m_data.rivals({input.quantity, now.key.region, input.year});
                known.removeIf([](const project::Value* value) {
                    return value->state != project::ValueState::Present;
                });
                if (known.size() < 2)
                    continue;
                for (const project::Value* value : known) {
                    if (value->id == input.value ||
                        (value->unit == input.unit && value->number == input.number))
                        continue;
                    const project::Source* source = m_data.source(value->source);
                    other(Text::tr("%1（%2）")
                              .arg(input.name, source != nullptr ? source->name : QString()),
                          value->subject, value->number, rivalDecimals(value->number), value->unit);
                }
            }
            QString adopted = now.isPresent()
                                  ? amount(*row.indicator, u"value"_s, m_data.info.year, now.number)
                                  : absenceText(now.state);
            if (now.origin == assess::Figure::Origin::Computed)
                adopted = Text::tr("%1（计算）").arg(adopted);
            addRow(list, {left(row.indicator->nameZh), right(adopted), left(others.join(u'；')),
                          left(reason.isEmpty() ? Text::tr("按来源优先级采用，待核实") : reason)});
        }
        table(list);
    }

    heading(2, Text::tr("口径与数据版本"));
    Table list;
    list.caption = Text::tr("口径与数据版本说明");
    list.widths = {4, 4, 6};
    list.header = headerOf({Text::tr("指标或数据"), Text::tr("数据版本"), Text::tr("口径说明")});
    QSet<QString> told;
    for (const project::Value& value : m_data.values) {
        if (!value.adopted || (value.vintage.isEmpty() && value.note.isEmpty()) ||
            value.year != m_data.info.year)
            continue;
        const QString line = value.subject + u'\t' + value.vintage + u'\t' + value.note;
        if (told.contains(line))
            continue;
        told.insert(line);
        const Indicator* indicator = m_data.catalogue.indicator(value.subject);
        const catalogue::Quantity* quantity = m_data.catalogue.quantity(value.subject);
        const QString name = indicator != nullptr  ? indicator->nameZh
                             : quantity != nullptr ? quantity->nameZh
                                                   : value.subject;
        addRow(list, {left(name), left(value.vintage.isEmpty() ? u"—"_s : value.vintage),
                      left(value.note.isEmpty() ? u"—"_s : value.note)});
    }
    if (list.rows.isEmpty())
        say(Text::tr("本年度采用的数值没有需要说明的口径差异。"));
    else
        say(Text::tr("本年度采用的数值中有口径或数据版本说明的见下表，跨年比较时应保持版本一致。"));
    const auto recalled =
        where([](const Row& row) { return row.indicator->definitionRecalled; }).size();
    if (recalled > 0)
        say(Text::tr("指标释义中有%1为回忆整理，正式使用前须与标准文本核对。")
                .arg(items(u"recalled"_s, recalled)));
    flush();
    table(list);
}

void Composer::appendix()
{
    pageBreak();
    heading(1, Text::tr("附录 指标释义"), false);
    const bool allRecalled = std::all_of(m_rows.begin(), m_rows.end(), [](const Row& row) {
        return row.indicator->definitionRecalled;
    });
    note(
        allRecalled
            ? Text::tr("编码为本系统自编，不是标准编号；释义均为回忆整理，正式使用前请与标准核对。")
            : Text::tr("编码为本系统自编，不是标准编号；标有“※”的释义为回忆整理，请与标准核对。"));
    Table list;
    list.caption = Text::tr("指标释义");
    list.widths = {1.3, 3, 1.8, 8.4};
    list.header =
        headerOf({Text::tr("编码"), Text::tr("指标"), Text::tr("单位"), Text::tr("释义与公式")});
    for (const Row& row : m_rows) {
        const Indicator& indicator = *row.indicator;
        QString text = withFullStop(indicator.definition);
        if (indicator.definitionRecalled && !allRecalled)
            text.prepend(u'※');
        if (!row.result->now.formula.isEmpty())
            text += Text::tr("公式：%1。").arg(row.result->now.formula);
        else if (!indicator.formula.isEmpty())
            text += Text::tr("公式：%1。").arg(indicator.formula);
        addRow(list,
               {left(indicator.code), left(indicator.nameZh), centre(indicator.unit), left(text)});
    }
    table(list);
    Table excluded;
    excluded.caption = Text::tr("本年度不纳入的指标");
    excluded.widths = {1.6, 4, 8};
    excluded.header = headerOf({Text::tr("编码"), Text::tr("指标"), Text::tr("理由")});
    for (const Indicator& indicator : m_data.catalogue.indicators) {
        if (indicator.excluded)
            addRow(excluded,
                   {left(indicator.code), left(indicator.nameZh),
                    left(indicator.exclusionReason.isEmpty() ? Text::tr("未说明")
                                                             : indicator.exclusionReason)});
    }
    table(excluded);
}

Result<AnnualReport> Composer::compose(const CancelToken& cancel, const ProgressSink& progress)
{
    const auto at = [&](double share, const QString& what) -> Result<void> {
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消编写总报告。"));
        tellProgress(progress, share, what);
        return {};
    };
    overview();
    if (auto ok = at(0.05, Text::tr("总体结论")); !ok)
        return ok.error();
    if (auto ok = conclusions(); !ok)
        return ok.error();
    if (auto ok = at(0.15, Text::tr("六个方面分析")); !ok)
        return ok.error();
    if (auto ok = aspects(); !ok)
        return ok.error();
    if (auto ok = at(0.3, Text::tr("六个维度指标分析")); !ok)
        return ok.error();
    if (auto ok = dimensions(); !ok)
        return ok.error();
    if (auto ok = at(0.9, Text::tr("城市体征诊断")); !ok)
        return ok.error();
    if (auto ok = diagnosis(); !ok)
        return ok.error();
    remedies();
    gaps();
    appendix();
    flush();

    const project::YearInfo& info = m_data.info;
    AnnualReport report;
    report.document.title = annualReportTitle(info);
    report.document.subtitle = Text::tr("（初稿）");
    if (!info.organisation.isEmpty())
        report.document.coverLines.append(info.organisation);
    if (info.changedAt.isValid()) {
        // The cities that this is made for keep China's time.
        const QDate day = info.changedAt.toOffsetFromUtc(8 * 3600).date();
        report.document.coverLines.append(day.toString(u"yyyy年M月d日"_s));
    }
    if (info.demonstration)
        report.document.coverStamp = Text::tr("演示数据");
    report.document.headerText = report.document.title;
    report.document.modified = info.changedAt;
    report.document.author = info.organisation;
    report.document.blocks = std::move(m_blocks);
    report.facts = std::move(m_facts);
    report.charts = std::move(m_charts);
    report.sentences = m_sentences;
    tellProgress(progress, 1, {});
    return report;
}

} // namespace

YearData withPrintedDecimals(const YearData& data, const Assessment& assessment)
{
    QHash<QString, int> needed;
    for (const IndicatorResult& result : assessment.results) {
        const Indicator* indicator = data.catalogue.indicator(result.code);
        if (indicator == nullptr)
            continue;
        int& decimals = needed[result.code];
        const auto take = [&](const std::optional<double>& number) {
            if (!number)
                return;
            const QString text = printNumber(*number, indicator->decimals);
            qsizetype digits = text.size() - 1 - text.indexOf(u'.');
            if (!text.contains(u'.'))
                digits = 0;
            while (digits > 0 && text[text.size() - 1 - (indicator->decimals - digits)] == u'0')
                --digits;
            decimals = std::max(decimals, static_cast<int>(digits));
        };
        for (const assess::Figure* figure : {&result.now, &result.previous, &result.base}) {
            if (figure->isPresent())
                take(figure->number);
            take(figure->reported);
        }
        for (const auto& [year, number] : result.series)
            take(number);
        take(result.benchmarkValue);
        if (result.goal) {
            for (const auto& number : {result.goal->target, result.goal->nearTarget,
                                       result.goal->lower, result.goal->upper})
                take(number);
        }
    }
    YearData printed = data;
    for (Indicator& indicator : printed.catalogue.indicators)
        indicator.decimals =
            std::min(indicator.decimals, needed.value(indicator.code, indicator.decimals));
    return printed;
}

QString annualReportTitle(const project::YearInfo& info)
{
    return Text::tr("%1%2年度国土空间规划城市体检评估总报告")
        .arg(info.city, QString::number(info.year));
}

Result<AnnualReport> composeAnnualReport(const YearData& data, const Assessment& assessment,
                                         ChartPainter* painter, const CancelToken& cancel,
                                         const ProgressSink& progress)
{
    const InChinese official;
    const YearData printed = withPrintedDecimals(data, assessment);
    return Composer(printed, assessment, painter).compose(cancel, progress);
}

} // namespace checkup::report
