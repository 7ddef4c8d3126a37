#include "core/report/annual_composer.h"

#include "core/report/report_charts.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace checkup::report::annual {

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

bool printsAsZero(double number, int decimals)
{
    return printNumber(number, decimals) == printNumber(0, decimals);
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
    QStringList clauses{zh("%1年%2为%3")
                            .arg(QString::number(year), indicator.nameZh,
                                 amount(indicator, u"value"_s, year, result.now.number))};
    if (result.previous.isPresent()) {
        const double change = result.now.number - result.previous.number;
        if (printsAsZero(change, indicator.decimals))
            clauses.append(zh("与上年基本持平"));
        else if (isShare(indicator.unit))
            clauses.append((change > 0 ? zh("比上年提高%1") : zh("比上年下降%1"))
                               .arg(difference(indicator, u"change"_s, year, std::abs(change))));
        else
            clauses.append((change > 0 ? zh("比上年增加%1") : zh("比上年减少%1"))
                               .arg(difference(indicator, u"change"_s, year, std::abs(change))));
    }
    // A regress is measured from the base year, which the change of one year need not show.
    if (result.judgement.verdict == Verdict::Regress && result.base.isPresent() &&
        m_data.info.baseYear != year - 1) {
        const double since = result.now.number - result.base.number;
        if (!printsAsZero(since, indicator.decimals))
            clauses.append((since > 0 ? zh("比%1年基期增加%2") : zh("比%1年基期减少%2"))
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
                        ? zh("满足不低于%1的规划要求").arg(bound)
                        : (result.judgement.verdict == Verdict::Alert
                               ? zh("目前仍满足不低于%1的规划要求，但余量仅%2")
                               : zh("满足不低于%1的规划要求，余量为%2"))
                              .arg(bound, difference(indicator, u"margin"_s, year, margin)));
            } else {
                const QString bound = target();
                clauses.append(zh("低于规划底线%1，缺口为%2")
                                   .arg(bound, difference(indicator, u"margin"_s, year, -margin)));
            }
        } else if (goal.kind == GoalKind::Ceiling && goal.target) {
            const double margin = *goal.target - result.now.number;
            const QString bound = target();
            if (margin >= 0)
                clauses.append(
                    printsAsZero(margin, indicator.decimals)
                        ? zh("未超过%1的规划上限").arg(bound)
                        : (result.judgement.verdict == Verdict::Alert
                               ? zh("目前仍未超过%1的规划上限，但仅余%2")
                               : zh("未超过%1的规划上限，剩余%2"))
                              .arg(bound, difference(indicator, u"margin"_s, year, margin)));
            else
                clauses.append(zh("超过规划上限%1，超出%2")
                                   .arg(bound, difference(indicator, u"margin"_s, year, -margin)));
        } else if (goal.kind == GoalKind::Range && goal.lower && goal.upper) {
            const QString lower = amount(indicator, u"lower"_s, targetYear, *goal.lower);
            clauses.append(zh("规划要求为%1至%2")
                               .arg(lower, amount(indicator, u"upper"_s, targetYear, *goal.upper)));
        } else if (goal.target && result.judgement.rate && std::isfinite(*result.judgement.rate)) {
            const QString bound = target();
            const QString rate = percent(indicator.code, u"rate"_s, *result.judgement.rate);
            if (result.judgement.expected)
                clauses.append(
                    zh("对照%1年目标%2，规划实施率为%3，时间进度为%4")
                        .arg(QString::number(targetYear), bound, rate,
                             percent(indicator.code, u"expected"_s, *result.judgement.expected)));
            else
                clauses.append(zh("对照%1年目标%2，规划实施率为%3")
                                   .arg(QString::number(targetYear), bound, rate));
        } else if (goal.target && goal.kind != GoalKind::Monitor) {
            const QString bound = target();
            const double gap = std::abs(result.now.number - *goal.target);
            clauses.append(printsAsZero(gap, indicator.decimals)
                               ? zh("与规划目标%1持平").arg(bound)
                               : zh("与规划目标%1相差%2")
                                     .arg(bound, difference(indicator, u"gap"_s, year, gap)));
        }
    }
    if (result.judgement.verdict != Verdict::Undecided)
        clauses.append(zh("结论为%1").arg(assess::label(result.judgement.verdict)));
    return clauses.join(u'，') + u'。';
}

/// How an indicator went from the first year on record to now; empty where there is nothing to
/// tell.
QString Composer::tellSeries(const Row& row, bool isFirst)
{
    const QString lead = isFirst ? zh("从历年变化看，") : QString();
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
        return lead + zh("%1由%2年至%3年总体稳定在%4左右。")
                          .arg(indicator.nameZh, QString::number(firstYear),
                               QString::number(m_data.info.year),
                               amount(indicator, u"value"_s, m_data.info.year, now));
    }
    const QString before = amount(indicator, u"value"_s, firstYear, first);
    const QString after = amount(indicator, u"value"_s, m_data.info.year, now);
    const QString by = difference(indicator, u"change_since:"_s + QString::number(firstYear),
                                  m_data.info.year, std::abs(change));
    return lead + (change > 0 ? zh("%1由%2年的%3升至%4年的%5，累计增加%6。")
                              : zh("%1由%2年的%3降至%4年的%5，累计减少%6。"))
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
    QStringList clauses{zh("为%1").arg(amount(indicator, u"value"_s, year, result.now.number))};
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
            clauses.append((isFloor ? zh("低于规划底线%1") : zh("超过规划上限%1")).arg(by));
        else if (margin < 0)
            clauses.append((isFloor ? zh("低于规划底线%1，缺口%2") : zh("超过规划上限%1，超出%2"))
                               .arg(bound, by));
        else
            clauses.append(
                (isFloor ? zh("距规划底线%1仅余%2") : zh("距规划上限%1仅余%2")).arg(bound, by));
    } else if (verdict == Verdict::Regress && result.base.isPresent() &&
               !printsAsZero(result.now.number - result.base.number, indicator.decimals)) {
        const double since = result.now.number - result.base.number;
        clauses.append((since > 0 ? zh("比%1年基期增加%2") : zh("比%1年基期减少%2"))
                           .arg(QString::number(m_data.info.baseYear),
                                difference(indicator, u"since_base"_s, year, std::abs(since))));
    } else if (isShort && hasBenchmark) {
        // The comparison below says enough.
    } else if (result.judgement.rate && std::isfinite(*result.judgement.rate) &&
               result.judgement.expected) {
        const QString rate = percent(indicator.code, u"rate"_s, *result.judgement.rate);
        const QString expected = percent(indicator.code, u"expected"_s, *result.judgement.expected);
        clauses.append((*result.judgement.rate >= *result.judgement.expected
                            ? zh("规划实施率%1，不低于时间进度%2")
                            : zh("规划实施率%1，低于时间进度%2"))
                           .arg(rate, expected));
    } else if (hasTarget) {
        clauses.append(
            zh("规划要求为%1")
                .arg(amount(indicator, u"target"_s, m_data.info.targetYear, *result.goal->target)));
    }
    if (hasBenchmark) {
        QString benchmark = amount(indicator, u"benchmark"_s, 0, *result.benchmarkValue);
        for (const project::Benchmark& known : m_data.benchmarks) {
            if (known.indicator == indicator.code && known.value == *result.benchmarkValue) {
                benchmark = zh("%1（%2）").arg(known.name, benchmark);
                break;
            }
        }
        clauses.append((*result.benchmarkRatio >= 1.05   ? zh("优于%1")
                        : *result.benchmarkRatio >= 0.95 ? zh("与%1相当")
                                                         : zh("逊于%1"))
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
    // A text that begins with a label of its own, "示例：…", gets no second colon before it.
    static const QRegularExpression labelled(u"^[^，。！？；]*[：:]"_s);
    const QString text = withFullStop(block.text);
    return (labelled.match(text).hasMatch() ? zh("据%1报送，%2") : zh("据%1报送：%2"))
        .arg(block.department, text);
}

/// "耕地保有量", of a district "思明区耕地保有量".
QString Composer::nameOf(const QString& subject, project::RegionId region) const
{
    const Indicator* indicator = m_data.catalogue.indicator(subject);
    const catalogue::Quantity* quantity = m_data.catalogue.quantity(subject);
    const QString name = indicator != nullptr  ? indicator->nameZh
                         : quantity != nullptr ? quantity->nameZh
                                               : subject;
    const project::Region* row = m_data.region(region);
    return row == nullptr || row->level == RegionLevel::City ? name : row->nameZh + name;
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

} // namespace checkup::report::annual
