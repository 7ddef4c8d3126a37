#include "core/assess/verdict.h"

#include "core/base/decimal.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace checkup::assess {

using namespace Qt::StringLiterals;
using project::GoalKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Assess)
};

/// Differences below this share of the larger number are rounding, not progress.
constexpr double epsilon = 1e-9;
constexpr double slightlyLateFrom = 0.8;
constexpr double nearShare = 0.05;

std::optional<double> finite(std::optional<double> number)
{
    return number && std::isfinite(*number) ? number : std::nullopt;
}

bool atLeast(double a, double b)
{
    return a >= b - epsilon * std::max(std::abs(a), std::abs(b));
}

bool below(double a, double b)
{
    return !atLeast(a, b);
}

std::optional<double> ratio(double numerator, double denominator)
{
    if (denominator == 0.0)
        return std::nullopt;
    return finite(numerator / denominator);
}

QString percent(double share, int decimals = 1)
{
    return formatFixed(share * 100.0, decimals) + u" %"_s;
}

/// Two shares with as many decimals as tell them apart, when they are apart.
std::pair<QString, QString> percentPair(double a, double b)
{
    for (int decimals = 1; decimals < 6; ++decimals) {
        const QString left = percent(a, decimals);
        const QString right = percent(b, decimals);
        if (left != right || std::abs(a - b) <= epsilon)
            return {left, right};
    }
    return {percent(a, 6), percent(b, 6)};
}

/// The judge at work: the cleaned input and the judgement that grows.
class Bench
{
public:
    explicit Bench(const VerdictInput& input)
        : m_in(input)
    {
        for (std::optional<double>* number : {&m_in.value, &m_in.previous, &m_in.base, &m_in.target,
                                              &m_in.annualPlan, &m_in.lower, &m_in.upper})
            *number = finite(*number);
        m_in.decimals = std::clamp(m_in.decimals, 0, 10);
        m_tolerance = 0.5 * std::pow(10.0, -m_in.decimals);
        m_binding = m_in.constraint == catalogue::Constraint::Binding;
    }

    Judgement judgement()
    {
        if (!m_in.value)
            return undecided(Text::tr("本年没有数值，无法判断。"));
        switch (m_in.goal) {
        case GoalKind::None:
            if (m_in.direction == catalogue::Direction::Monitor)
                return watched();
            return undecided(
                Text::tr("现状值 %1，未设定规划目标，无法判断。").arg(withUnit(*m_in.value)));
        case GoalKind::Monitor:
            return watched();
        case GoalKind::Growing:
        case GoalKind::Falling:
            return progress();
        case GoalKind::Floor:
        case GoalKind::Ceiling:
            return limit();
        case GoalKind::Range:
            return range();
        case GoalKind::Hold:
            return m_in.target || m_in.base ? hold(m_in.target ? *m_in.target : *m_in.base)
                                            : noTarget();
        }
        return noTarget();
    }

private:
    Judgement finish(Verdict verdict, const QString& sentence)
    {
        m_out.verdict = verdict;
        m_out.sentence = sentence;
        return m_out;
    }
    Judgement undecided(const QString& sentence) { return finish(Verdict::Undecided, sentence); }
    Judgement watched()
    {
        return finish(
            Verdict::Watched,
            Text::tr("现状值 %1，属监测指标，不设目标，不作达标评判。").arg(withUnit(*m_in.value)));
    }
    Judgement noTarget()
    {
        return undecided(Text::tr("现状值 %1，没有目标值，无法判断。").arg(withUnit(*m_in.value)));
    }

    QString unitTail() const
    {
        return m_in.unit.isEmpty() || m_in.unit == u"比值"_s ? QString() : u" "_s + m_in.unit;
    }
    QString withUnit(double number) const
    {
        return formatFixed(number, m_in.decimals) + unitTail();
    }
    /// A difference that is not nothing is not printed as nothing.
    QString gap(double number) const
    {
        int decimals = m_in.decimals;
        while (decimals < 10 && number != 0.0 && roundDecimal(number, decimals) == 0.0)
            ++decimals;
        return formatFixed(number, decimals) + unitTail();
    }
    /// Two figures printed so that they differ when they do.
    std::pair<QString, QString> withUnits(double a, double b) const
    {
        int decimals = m_in.decimals;
        while (decimals < 10 && below(std::min(a, b), std::max(a, b)) &&
               formatFixed(a, decimals) == formatFixed(b, decimals))
            ++decimals;
        return {formatFixed(a, decimals) + unitTail(), formatFixed(b, decimals) + unitTail()};
    }
    /// A number as it stands in a formula: a little finer than printed, negative ones in brackets.
    QString term(double number) const
    {
        const QString text = formatShortest(roundDecimal(number, m_in.decimals + 2));
        return text.startsWith(u'-') ? u"("_s + text + u")"_s : text;
    }

    bool growing() const { return m_in.goal == GoalKind::Growing; }
    /// V at least as good as `mark` for this goal.
    bool reaches(double number, double mark) const
    {
        return growing() ? atLeast(number, mark) : atLeast(mark, number);
    }

    Judgement progress()
    {
        if (!m_in.target) {
            annualOnly();
            return noTarget();
        }
        const double value = *m_in.value;
        const double target = *m_in.target;
        if (!m_in.base) {
            annualOnly();
            m_out.formula = comparison(value, target);
            if (reaches(value, target))
                return finish(
                    Verdict::Met,
                    Text::tr("现状值 %1，已达到规划目标 %2，达标（缺基期值，不计算实施率）。")
                        .arg(withUnit(value), withUnit(target)));
            const auto [left, right] = withUnits(value, target);
            return undecided(
                Text::tr("现状值 %1，未达到规划目标 %2，缺基期值，无法计算规划实施率。")
                    .arg(left, right));
        }
        const double base = *m_in.base;
        if (std::abs(target - base) < m_tolerance * (1 - epsilon) || target == base) {
            annualOnly();
            return hold(target);
        }
        if (reaches(base, target)) {
            annualOnly();
            return beyond();
        }

        setTime();
        setAnnualRate();
        if (m_in.year < m_in.baseYear && m_in.year > 0)
            return undecided(Text::tr("现状年 %1 早于基期年 %2，无法计算规划实施率。")
                                 .arg(QString::number(m_in.year), QString::number(m_in.baseYear)));
        m_out.rate = ratio(value - base, target - base);
        if (!m_out.rate)
            return undecided(
                Text::tr("数值超出可计算的范围，无法判断，请核对现状值、基期值和目标值。"));
        const double rate = *m_out.rate;
        m_out.formula = u"(%1 - %2) ÷ (%3 - %2) = %4"_s.arg(term(value), term(base), term(target),
                                                            percent(rate));

        if (atLeast(rate, 1.0)) {
            if (rate > 1.0 + epsilon)
                return finish(Verdict::Met,
                              Text::tr("规划实施率 %1，现状值 %2 已超过规划目标 %3，达标。")
                                  .arg(percent(rate), withUnits(value, target).first,
                                       withUnits(value, target).second));
            return finish(Verdict::Met, Text::tr("规划实施率 %1，现状值 %2 已达到规划目标，达标。")
                                            .arg(percent(rate), withUnit(value)));
        }
        if (rate < -epsilon) {
            const auto [left, right] = withUnits(value, base);
            return finish(Verdict::Regress,
                          Text::tr("规划实施率 %1，现状值 %2 较基期值 %3 不进反退，倒退。")
                              .arg(percent(rate), left, right));
        }
        if (!m_out.expected)
            return undecided(Text::tr("规划实施率 %1，基期年或目标年不明，无法与时间进度比较。")
                                 .arg(percent(rate)));
        const double expected = *m_out.expected;
        if (rate >= expected - epsilon)
            return finish(Verdict::OnTrack, Text::tr("规划实施率 %1，不低于时间进度 %2，正常推进。")
                                                .arg(percent(rate), percent(expected)));
        const auto [left, right] = percentPair(rate, expected);
        QString share = percent(rate / expected, 0);
        if (share == percent(1, 0))
            share = percent(rate / expected, 2);
        const bool slightly = slightlyLate(m_out);
        if (m_in.year > m_in.targetYear)
            return finish(
                Verdict::Late,
                (slightly
                     ? Text::tr("目标年 %1 已过（时间进度按 %2 计），规划实施率 %3，略有滞后。")
                     : Text::tr("目标年 %1 已过（时间进度按 %2 计），规划实施率 %3，滞后。"))
                    .arg(QString::number(m_in.targetYear), right, left));
        return finish(
            Verdict::Late,
            (slightly ? Text::tr("规划实施率 %1，略低于时间进度 %2，为应有进度的 %3，略有滞后。")
                      : Text::tr("规划实施率 %1，低于时间进度 %2，为应有进度的 %3，滞后。"))
                .arg(left, right, share));
    }

    QString comparison(double value, double mark) const
    {
        const QString sign =
            reaches(value, mark) ? (growing() ? u"≥"_s : u"≤"_s) : (growing() ? u"<"_s : u">"_s);
        return term(value) + u" "_s + sign + u" "_s + term(mark);
    }

    /// The base lies beyond the target already: R would turn its sign, so the target alone decides.
    Judgement beyond()
    {
        const double value = *m_in.value;
        const double target = *m_in.target;
        m_out.formula = comparison(value, target);
        const auto [left, right] = withUnits(value, target);
        if (reaches(value, target))
            return finish(
                Verdict::Met,
                Text::tr("基期值 %1 已优于规划目标，现状值 %2 仍不逊于规划目标 %3，达标。")
                    .arg(withUnit(*m_in.base), left, right));
        return finish(Verdict::Regress,
                      Text::tr("基期值 %1 已优于规划目标，现状值 %2 反而不及规划目标 %3，倒退。")
                          .arg(withUnit(*m_in.base), left, right));
    }

    void setTime()
    {
        if (m_in.baseYear > 0 && m_in.targetYear > m_in.baseYear && m_in.year >= m_in.baseYear)
            m_out.expected =
                std::min(1.0, static_cast<double>(m_in.year - m_in.baseYear) /
                                  static_cast<double>(m_in.targetYear - m_in.baseYear));
    }

    void setAnnualRate()
    {
        std::optional<double> plan = m_in.annualPlan;
        if (!plan && m_in.base && m_in.target && m_out.expected && m_in.year > m_in.baseYear)
            plan = finite(*m_in.base + (*m_in.target - *m_in.base) * *m_out.expected);
        if (!plan || !m_in.previous)
            return;
        // With last year already at or past this year's plan there is nothing to divide by.
        const double step = *plan - *m_in.previous;
        if (std::abs(step) <= epsilon * std::max(std::abs(*plan), std::abs(*m_in.previous)) ||
            (step > 0) != growing())
            return;
        m_out.annualRate = ratio(*m_in.value - *m_in.previous, step);
    }
    /// Where R has no meaning, r still has when a value was planned for the year.
    void annualOnly()
    {
        if (m_in.annualPlan)
            setAnnualRate();
    }

    Judgement limit()
    {
        if (!m_in.target)
            return noTarget();
        const bool floor = m_in.goal == GoalKind::Floor;
        const double value = *m_in.value;
        const double target = *m_in.target;
        const double margin = floor ? value - target : target - value;
        if (!std::isfinite(margin))
            return undecided(
                Text::tr("数值超出可计算的范围，无法判断，请核对现状值、基期值和目标值。"));
        m_out.margin = margin;
        m_out.marginRate = ratio(margin, std::abs(target));
        m_out.formula = floor ? u"%1 - %2 = %3"_s.arg(term(value), term(target), gap(margin))
                              : u"%1 - %2 = %3"_s.arg(term(target), term(value), gap(margin));
        if (m_out.marginRate)
            m_out.formula += u"；%1 ÷ %2 = %3"_s.arg(term(margin), term(std::abs(target)),
                                                     percent(*m_out.marginRate));

        const auto [left, right] = withUnits(value, target);
        const QString distance =
            m_out.marginRate ? Text::tr("%1（%2）")
                                   .arg(gap(std::abs(margin)), percent(std::abs(*m_out.marginRate)))
                             : gap(std::abs(margin));
        const bool passes = floor ? atLeast(value, target) : atLeast(target, value);
        if (!passes) {
            if (m_binding)
                return finish(Verdict::Alert,
                              (floor ? Text::tr("现状值 %1，低于约束性底线 %2，缺口 %3，预警。")
                                     : Text::tr("现状值 %1，突破约束性上限 %2，超出 %3，预警。"))
                                  .arg(left, right, distance));
            return finish(Verdict::Late,
                          (floor ? Text::tr("现状值 %1，低于底线 %2，缺口 %3，滞后。")
                                 : Text::tr("现状值 %1，超过上限 %2，超出 %3，滞后。"))
                              .arg(left, right, distance));
        }
        const bool near = margin <= nearShare * std::abs(target) * (1 + epsilon);
        const bool worsening =
            m_in.previous && (floor ? below(value, *m_in.previous) : below(*m_in.previous, value));
        if (near && worsening) {
            const QString before = withUnits(*m_in.previous, value).first;
            if (m_binding)
                return finish(
                    Verdict::Alert,
                    (floor
                         ? Text::tr("现状值 %1，距约束性底线 %2 仅余 %3，且较上年 %4 减少，预警。")
                         : Text::tr("现状值 %1，距约束性上限 %2 仅余 %3，且较上年 %4 增加，预警。"))
                        .arg(left, right, distance, before));
            return finish(Verdict::Met, (floor ? Text::tr("现状值 %1，不低于底线 %2，但仅余 "
                                                          "%3，且较上年 %4 减少，达标，应予关注。")
                                               : Text::tr("现状值 %1，不超过上限 %2，但仅余 "
                                                          "%3，且较上年 %4 增加，达标，应予关注。"))
                                            .arg(left, right, distance, before));
        }
        if (floor)
            return finish(
                Verdict::Met,
                Text::tr("现状值 %1，不低于底线 %2，余量 %3，达标。").arg(left, right, distance));
        const std::optional<double> used = ratio(value, target);
        if (used && target > 0)
            return finish(Verdict::Met,
                          Text::tr("现状值 %1，不超过上限 %2，已用 %3，余量 %4，达标。")
                              .arg(left, right, percent(*used), distance));
        return finish(
            Verdict::Met,
            Text::tr("现状值 %1，不超过上限 %2，余量 %3，达标。").arg(left, right, distance));
    }

    Judgement range()
    {
        const double value = *m_in.value;
        if (!m_in.lower && !m_in.upper)
            return noTarget();
        if (m_in.lower && m_in.upper && *m_in.lower > *m_in.upper)
            return undecided(Text::tr("目标区间的下限 %1 大于上限 %2，无法判断，请更正目标。")
                                 .arg(withUnit(*m_in.lower), withUnit(*m_in.upper)));
        const double slack =
            m_in.lower && m_in.upper && *m_in.lower == *m_in.upper ? m_tolerance : 0.0;
        const bool low = m_in.lower && below(value + slack, *m_in.lower);
        const bool high = m_in.upper && below(*m_in.upper, value - slack);
        const QString bounds =
            m_in.lower && m_in.upper
                ? Text::tr("%1 至 %2").arg(withUnit(*m_in.lower), withUnit(*m_in.upper))
            : m_in.lower ? Text::tr("%1 以上").arg(withUnit(*m_in.lower))
                         : Text::tr("%1 以下").arg(withUnit(*m_in.upper));
        if (!low && !high) {
            m_out.outside = 0.0;
            m_out.formula = (m_in.lower ? term(*m_in.lower) + u" ≤ "_s : QString()) + term(value) +
                            (m_in.upper ? u" ≤ "_s + term(*m_in.upper) : QString());
            return finish(
                Verdict::Met,
                Text::tr("现状值 %1，处于目标区间 %2 内，达标。").arg(withUnit(value), bounds));
        }
        const double mark = low ? *m_in.lower : *m_in.upper;
        const double distance = low ? mark - value : value - mark;
        const QString difference = low ? u"%1 - %2"_s.arg(term(mark), term(value))
                                       : u"%1 - %2"_s.arg(term(value), term(mark));
        if (m_in.lower && m_in.upper)
            m_out.outside = ratio(distance, *m_in.upper - *m_in.lower);
        m_out.formula =
            m_out.outside
                ? u"(%1) ÷ (%2 - %3) = %4"_s.arg(difference, term(*m_in.upper), term(*m_in.lower),
                                                 formatFixed(*m_out.outside, 2))
                : u"%1 = %2"_s.arg(difference, gap(distance));
        const QString left = withUnits(value, mark).first;
        if (m_binding)
            return finish(Verdict::Alert,
                          (low ? Text::tr("现状值 %1，低于约束性目标区间 %2，相差 %3，预警。")
                               : Text::tr("现状值 %1，高于约束性目标区间 %2，相差 %3，预警。"))
                              .arg(left, bounds, gap(distance)));
        return finish(Verdict::Late, (low ? Text::tr("现状值 %1，低于目标区间 %2，相差 %3，滞后。")
                                          : Text::tr("现状值 %1，高于目标区间 %2，相差 %3，滞后。"))
                                         .arg(left, bounds, gap(distance)));
    }

    Judgement hold(double mark)
    {
        const double value = *m_in.value;
        const double change = value - mark;
        if (!std::isfinite(change))
            return undecided(
                Text::tr("数值超出可计算的范围，无法判断，请核对现状值、基期值和目标值。"));
        const QString tolerance = formatShortest(m_tolerance);
        m_out.formula = u"%1 - %2 = %3"_s.arg(term(value), term(mark), gap(change));
        const double rounding = epsilon * std::max(std::abs(value), std::abs(mark));
        if (std::abs(change) <= m_tolerance + rounding)
            return finish(Verdict::Met,
                          Text::tr("现状值 %1，与应保持的 %2 相差不超过 %3，保持，达标。")
                              .arg(withUnit(value), withUnit(mark), tolerance));
        const bool up =
            m_in.goal == GoalKind::Growing ||
            (m_in.goal == GoalKind::Hold && m_in.direction == catalogue::Direction::HigherBetter);
        const bool down =
            m_in.goal == GoalKind::Falling ||
            (m_in.goal == GoalKind::Hold && m_in.direction == catalogue::Direction::LowerBetter);
        const auto [left, right] = withUnits(value, mark);
        if ((up && change > 0) || (down && change < 0))
            return finish(Verdict::Met,
                          Text::tr("现状值 %1，优于应保持的 %2，达标。").arg(left, right));
        if (m_binding)
            return finish(Verdict::Alert,
                          Text::tr("现状值 %1，未能保持约束性目标 %2，相差 %3，预警。")
                              .arg(left, right, gap(std::abs(change))));
        return finish(Verdict::Regress, Text::tr("现状值 %1，未能保持 %2，相差 %3，倒退。")
                                            .arg(left, right, gap(std::abs(change))));
    }

    VerdictInput m_in;
    Judgement m_out;
    double m_tolerance = 0;
    bool m_binding = false;
};

} // namespace

Judgement judge(const VerdictInput& input)
{
    return Bench(input).judgement();
}

bool slightlyLate(const Judgement& judgement)
{
    return judgement.rate && judgement.expected &&
           *judgement.rate < *judgement.expected - epsilon &&
           *judgement.rate >= slightlyLateFrom * *judgement.expected - epsilon;
}

QString key(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Met:
        return u"met"_s;
    case Verdict::OnTrack:
        return u"on_track"_s;
    case Verdict::Late:
        return u"late"_s;
    case Verdict::Regress:
        return u"regress"_s;
    case Verdict::Alert:
        return u"alert"_s;
    case Verdict::Undecided:
        return u"undecided"_s;
    case Verdict::Watched:
        return u"watched"_s;
    }
    return {};
}

QString label(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Met:
        return Text::tr("达标");
    case Verdict::OnTrack:
        return Text::tr("正常推进");
    case Verdict::Late:
        return Text::tr("滞后");
    case Verdict::Regress:
        return Text::tr("倒退");
    case Verdict::Alert:
        return Text::tr("预警");
    case Verdict::Undecided:
        return Text::tr("无法判断");
    case Verdict::Watched:
        return Text::tr("监测");
    }
    return {};
}

// Hues after Okabe and Ito, lightness spread evenly so that a grey print keeps them apart.
QString colour(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Met:
        return u"#0a5a99"_s;
    case Verdict::OnTrack:
        return u"#5fb3e4"_s;
    case Verdict::Late:
        return u"#f7e65a"_s;
    case Verdict::Regress:
        return u"#c4500a"_s;
    case Verdict::Alert:
        return u"#6d0f33"_s;
    case Verdict::Undecided:
        return u"#c4c4c4"_s;
    case Verdict::Watched:
        return u"#8c8c8c"_s;
    }
    return {};
}

// Shapes that every Chinese font has (GB 2312).
QString symbol(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Met:
        return u"●"_s;
    case Verdict::OnTrack:
        return u"▲"_s;
    case Verdict::Late:
        return u"◆"_s;
    case Verdict::Regress:
        return u"▼"_s;
    case Verdict::Alert:
        return u"■"_s;
    case Verdict::Undecided:
        return u"○"_s;
    case Verdict::Watched:
        return u"◇"_s;
    }
    return {};
}

} // namespace checkup::assess
