#pragma once

#include "core/report/annual_report.h"
#include "core/report/conclusion_table.h"

#include <QSet>

#include <cmath>
#include <functional>
#include <utility>

/// The annual report's making, of no use to anybody else: one Composer, whose chapters, drafted
/// sentences and notes on the data lie in a file each.
namespace checkup::report::annual {

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

/// The report is Chinese whatever the interface's language: its sentences are not translated.
inline QString zh(const char* chinese)
{
    return QString::fromUtf8(chinese);
}

inline constexpr int rateDecimals = 1;
inline constexpr double pictureScale = 2;
/// Two of these stand side by side in the text's width.
inline constexpr QSize halfPicture(460, 310);
inline constexpr double halfWidthMm = 77;

QString chineseNumber(int number);
/// Units in which an amount "rises" rather than "grows by so much": their differences are points.
bool isShare(const QString& unit);
bool printsAsZero(double number, int decimals);
QString withFullStop(const QString& text);
/// 4 for what is worst, 0 for what is not bad.
int badness(Verdict verdict);

/// Writes the report block by block. Used once.
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
            unit = zh("个百分点");
        else if (unit == u"‰"_s)
            unit = zh("个千分点");
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
        return count(subject, number, zh("项"));
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
            number = zh("%1、").arg(chineseNumber(m_chapter));
        } else if (numbered && level == 2) {
            ++m_section;
            number = zh("（%1）").arg(chineseNumber(m_section));
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
            return zh("%1～%2").arg(lower, print(*goal.upper, u"upper"_s));
        }
        if (!goal.target)
            return goal.kind == GoalKind::Monitor ? zh("监测") : u"—"_s;
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
            return png.error().wrap(zh("报告插图“%1”绘制失败，请重试。").arg(chart.title));
        auto svg = m_painter->svg(untitled, size);
        if (!svg)
            return svg.error().wrap(zh("报告插图“%1”绘制失败，请重试。").arg(chart.title));
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
    QString nameOf(const QString& subject, project::RegionId region) const;
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
    Result<void> gaps(const CancelToken& cancel);
    Result<void> settledFindings(const CancelToken& cancel);
    void adoptedValues();
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

} // namespace checkup::report::annual
