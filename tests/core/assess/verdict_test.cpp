#include "core/assess/verdict.h"
#include "tests/support/catch.h"

#include <QSet>

#include <cmath>
#include <limits>
#include <vector>

using namespace checkup::assess;
using namespace Qt::StringLiterals;
using checkup::catalogue::Constraint;
using checkup::catalogue::Direction;
using checkup::project::GoalKind;

namespace {

using Number = std::optional<double>;
constexpr std::nullopt_t none = std::nullopt;
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// 2022 on the way from 2020 to 2035, unless said otherwise: E = 2 / 15 = 0.133333...
VerdictInput towards(GoalKind goal, Number base, Number target, Number value,
                     Number previous = none)
{
    VerdictInput input;
    input.goal = goal;
    input.direction = goal == GoalKind::Falling || goal == GoalKind::Ceiling
                          ? Direction::LowerBetter
                          : Direction::HigherBetter;
    input.base = base;
    input.target = target;
    input.value = value;
    input.previous = previous;
    input.year = 2022;
    input.baseYear = 2020;
    input.targetYear = 2035;
    input.unit = u"万亩"_s;
    return input;
}

VerdictInput between(int baseYear, int year, int targetYear, VerdictInput input)
{
    input.baseYear = baseYear;
    input.year = year;
    input.targetYear = targetYear;
    return input;
}

VerdictInput binding(VerdictInput input)
{
    input.constraint = Constraint::Binding;
    return input;
}

VerdictInput planned(double annualPlan, VerdictInput input)
{
    input.annualPlan = annualPlan;
    return input;
}

VerdictInput printed(int decimals, const QString& unit, VerdictInput input)
{
    input.decimals = decimals;
    input.unit = unit;
    return input;
}

VerdictInput inRange(Number lower, Number upper, Number value)
{
    VerdictInput input = towards(GoalKind::Range, none, none, value);
    input.direction = Direction::TargetRange;
    input.lower = lower;
    input.upper = upper;
    return input;
}

VerdictInput facing(Direction direction, VerdictInput input)
{
    input.direction = direction;
    return input;
}

struct Case
{
    const char* name;
    VerdictInput input;
    Verdict verdict;
    Number rate, annualRate, expected, margin, marginRate, outside;
    QString says; ///< part of the sentence
};

void checkNumber(const char* what, const Number& found, const Number& wanted)
{
    INFO(what << ": found " << (found ? std::to_string(*found) : "none") << ", wanted "
              << (wanted ? std::to_string(*wanted) : "none"));
    REQUIRE(found.has_value() == wanted.has_value());
    if (wanted)
        CHECK_THAT(*found, Catch::Matchers::WithinAbs(*wanted, 1e-9));
}

} // namespace

// Every number in this table was worked out by hand with R = (V - B) / (T - B), E = (t - tb) / (tt
// - tb), r = (V - P) / (A - P), A = B + (T - B) E; the working stands beside the case.
TEST_CASE("verdicts of hand-computed cases")
{
    const GoalKind up = GoalKind::Growing;
    const GoalKind down = GoalKind::Falling;
    const GoalKind floor = GoalKind::Floor;
    const GoalKind ceiling = GoalKind::Ceiling;
    const GoalKind hold = GoalKind::Hold;

    // clang-format off
    const std::vector<Case> cases = {
        // Road density 7.9 → 10; 0.6 / 2.1 = 2/7; 7 of 15 years; A = 7.9 + 2.1 * 7/15 = 8.88; 0.1 / 0.48 = 5/24.
        {"growing, late", between(2015, 2022, 2030, printed(1, u"千米/平方千米"_s, towards(up, 7.9, 10.0, 8.5, 8.4))),
         Verdict::Late, 2.0 / 7, 5.0 / 24, 7.0 / 15, none, none, none,
         u"规划实施率 28.6 %，低于时间进度 46.7 %，为应有进度的 61 %，滞后。"_s},
        // (14 - 10) / 20 = 0.2 >= 2/15; A = 10 + 20 * 2/15 = 38/3; (14 - 11) / (38/3 - 11) = 3 / (5/3) = 1.8.
        {"growing, on track", towards(up, 10, 30, 14, 11), Verdict::OnTrack, 0.2, 1.8, 2.0 / 15, none, none, none,
         u"规划实施率 20.0 %，不低于时间进度 13.3 %，正常推进。"_s},
        // 5 / 10 = 0.5 and 5 / 10 years = 0.5: exactly in time. A = 5, P = 4: r = 1 / 1.
        {"growing, exactly in time", between(2020, 2025, 2030, towards(up, 0, 10, 5, 4)), Verdict::OnTrack, 0.5, 1.0, 0.5,
         none, none, none, u"正常推进"_s},
        // The same with numbers that binary fractions miss: 0.3 / 1 against 3 / 10.
        {"growing, exactly in time, 0.1 + 0.2", between(2020, 2023, 2030, towards(up, 0, 1, 0.1 + 0.2)), Verdict::OnTrack, 0.3,
         none, 0.3, none, none, none, u"正常推进"_s},
        // 4 / 10 = 0.4 = 0.8 * 0.5: the edge of "slightly".
        {"growing, slightly late at the edge", between(2020, 2025, 2030, towards(up, 0, 10, 4)), Verdict::Late, 0.4, none, 0.5,
         none, none, none, u"规划实施率 40.0 %，略低于时间进度 50.0 %，为应有进度的 80 %，略有滞后。"_s},
        // 3.9 / 10 = 0.39 < 0.4.
        {"growing, plainly late", between(2020, 2025, 2030, towards(up, 0, 10, 3.9)), Verdict::Late, 0.39, none, 0.5, none,
         none, none, u"为应有进度的 78 %，滞后。"_s},
        // 0.49996 against 0.5: both print as 50.0 %, so another digit or two is shown.
        {"growing, late by a hair", between(2020, 2025, 2030, towards(up, 0, 10, 4.9996)), Verdict::Late, 0.49996, none, 0.5,
         none, none, none, u"规划实施率 49.996 %，略低于时间进度 50.000 %，为应有进度的 99.99 %"_s},
        {"growing, met exactly", towards(up, 10, 30, 30), Verdict::Met, 1.0, none, 2.0 / 15, none, none, none,
         u"规划实施率 100.0 %，现状值 30.00 万亩 已达到规划目标，达标。"_s},
        // (35 - 10) / 20 = 1.25.
        {"growing, exceeded", towards(up, 10, 30, 35), Verdict::Met, 1.25, none, 2.0 / 15, none, none, none,
         u"规划实施率 125.0 %，现状值 35.00 万亩 已超过规划目标 30.00 万亩，达标。"_s},
        // (9 - 10) / 20 = -0.05; A = 38/3, P = 10: r = -1 / (8/3) = -0.375.
        {"growing, regress", towards(up, 10, 30, 9, 10), Verdict::Regress, -0.05, -0.375, 2.0 / 15, none, none, none,
         u"规划实施率 -5.0 %，现状值 9.00 万亩 较基期值 10.00 万亩 不进反退，倒退。"_s},
        // PM2.5 20 → 15, now 18: (-2) / (-5) = 0.4; E = 2/15; A = 20 - 5 * 2/15 = 58/3; (18 - 19.5) / (58/3 - 19.5) = -1.5 / (-1/6) = 9.
        {"falling, on track", towards(down, 20, 15, 18, 19.5), Verdict::OnTrack, 0.4, 9.0, 2.0 / 15, none, none, none, u"正常推进"_s},
        // (19.8 - 20) / (15 - 20) = 0.04 < 0.8 * 2/15; 0.04 / (2/15) = 0.3.
        {"falling, late", towards(down, 20, 15, 19.8), Verdict::Late, 0.04, none, 2.0 / 15, none, none, none, u"为应有进度的 30 %，滞后"_s},
        // (21 - 20) / (15 - 20) = -0.2.
        {"falling goal that rises", towards(down, 20, 15, 21), Verdict::Regress, -0.2, none, 2.0 / 15, none, none, none, u"倒退"_s},
        // (14 - 20) / (15 - 20) = 1.2.
        {"falling, exceeded", towards(down, 20, 15, 14), Verdict::Met, 1.2, none, 2.0 / 15, none, none, none, u"规划实施率 120.0 %"_s},
        // Growth from below zero: (-1 + 3) / (1 + 3) = 0.5.
        {"growing across zero", towards(up, -3, 1, -1), Verdict::OnTrack, 0.5, none, 2.0 / 15, none, none, none, u"50.0 %"_s},

        // Annual rate with a plan value: (8.5 - 8.4) / (8.6 - 8.4) = 0.5; R = 0.6 / 2.1 = 2/7 >= 2/15.
        {"annual rate, planned", planned(8.6, towards(up, 7.9, 10, 8.5, 8.4)), Verdict::OnTrack, 2.0 / 7, 0.5, 2.0 / 15, none, none,
         none, u"正常推进"_s},
        // A = P = 8.4: undefined.
        {"annual rate, A = P", planned(8.4, towards(up, 7.9, 10, 8.5, 8.4)), Verdict::OnTrack, 2.0 / 7, none, 2.0 / 15, none, none,
         none, u"正常推进"_s},
        // P = 9 is ahead of the linear plan 7.9 + 2.1 * 2/15 = 8.18 already.
        {"annual rate, plan already passed", towards(up, 7.9, 10, 9.2, 9.0), Verdict::OnTrack, 13.0 / 21, none, 2.0 / 15, none, none,
         none, u"正常推进"_s},
        {"annual rate, no previous", planned(8.6, towards(up, 7.9, 10, 8.5)), Verdict::OnTrack, 2.0 / 7, none, 2.0 / 15, none, none,
         none, u"正常推进"_s},

        // T = B, printed with two digits: 0.005 either way.
        {"T = B, kept", towards(up, 12, 12, 12.004), Verdict::Met, none, none, none, none, none, none, u"保持，达标"_s},
        {"T = B, kept at the edge", towards(up, 12, 12, 11.995), Verdict::Met, none, none, none, none, none, none, u"保持，达标"_s},
        {"T = B, lost", towards(up, 12, 12, 11.99), Verdict::Regress, none, none, none, none, none, none, u"未能保持 12.00 万亩，相差 0.01 万亩，倒退"_s},
        {"T = B, lost and binding", binding(towards(up, 12, 12, 11.99)), Verdict::Alert, none, none, none, none, none, none, u"预警"_s},
        {"T = B, bettered", towards(up, 12, 12, 12.5), Verdict::Met, none, none, none, none, none, none, u"优于应保持的"_s},
        {"T = B, falling and risen", towards(down, 12, 12, 12.5), Verdict::Regress, none, none, none, none, none, none, u"倒退"_s},
        {"hold, both ways count", facing(Direction::TargetRange, towards(hold, none, 100, 101)), Verdict::Regress, none, none, none, none,
         none, none, u"未能保持 100.00 万亩，相差 1.00 万亩"_s},
        {"hold without a target keeps the base", towards(hold, 100, none, 100), Verdict::Met, none, none, none, none, none, none, u"保持"_s},
        {"hold without anything", towards(hold, none, none, 100), Verdict::Undecided, none, none, none, none, none, none, u"没有目标值"_s},

        // Base beyond the target: 12 > 10 for a growing goal.
        {"base beyond the target, kept", towards(up, 12, 10, 11), Verdict::Met, none, none, none, none, none, none, u"基期值 12.00 万亩 已优于规划目标"_s},
        {"base beyond the target, lost", towards(up, 12, 10, 9), Verdict::Regress, none, none, none, none, none, none, u"反而不及规划目标 10.00 万亩，倒退"_s},

        // Xiamen's farmland: 22.94 - 19.47 = 3.47; 3.47 / 19.47 = 0.178222907...
        {"floor, Xiamen farmland 2019", binding(between(2019, 2019, 2035, towards(floor, 22.94, 19.47, 22.94))), Verdict::Met, none,
         none, none, 3.47, 347.0 / 1947, none, u"现状值 22.94 万亩，不低于底线 19.47 万亩，余量 3.47 万亩（17.8 %），达标。"_s},
        // 19.47 - 19.00 = 0.47; 0.47 / 19.47 = 0.02414...
        {"floor, broken and binding", binding(towards(floor, 22.94, 19.47, 19.0)), Verdict::Alert, none, none, none, -0.47, -47.0 / 1947,
         none, u"低于约束性底线 19.47 万亩，缺口 0.47 万亩（2.4 %），预警。"_s},
        {"floor, broken, expected only", towards(floor, 22.94, 19.47, 19.0), Verdict::Late, none, none, none, -0.47, -47.0 / 1947, none,
         u"低于底线 19.47 万亩，缺口 0.47 万亩（2.4 %），滞后。"_s},
        // 20.3 - 19.47 = 0.83; 5 % of 19.47 is 0.9735: near, and less than last year's 20.5.
        {"floor, near, worsening, binding", binding(towards(floor, 22.94, 19.47, 20.3, 20.5)), Verdict::Alert, none, none, none, 0.83,
         83.0 / 1947, none, u"仅余 0.83 万亩（4.3 %），且较上年 20.50 万亩 减少，预警。"_s},
        {"floor, near, worsening, expected only", towards(floor, 22.94, 19.47, 20.3, 20.5), Verdict::Met, none, none, none, 0.83,
         83.0 / 1947, none, u"达标，应予关注"_s},
        {"floor, near, improving, binding", binding(towards(floor, 22.94, 19.47, 20.3, 20.1)), Verdict::Met, none, none, none, 0.83,
         83.0 / 1947, none, u"余量"_s},
        // 20.5 - 19.47 = 1.03 > 0.9735: not near.
        {"floor, worsening but far, binding", binding(towards(floor, 22.94, 19.47, 20.5, 22)), Verdict::Met, none, none, none, 1.03,
         103.0 / 1947, none, u"余量"_s},
        // Exactly 5 %: 105 over 100.
        {"floor, near at the edge", binding(towards(floor, none, 100, 105, 106)), Verdict::Alert, none, none, none, 5.0, 0.05, none, u"预警"_s},
        {"floor, exactly kept", binding(towards(floor, 287.97, 287.97, 287.97, 287.97)), Verdict::Met, none, none, none, 0.0, 0.0, none, u"达标"_s},
        // 19.468 prints as 19.47, the floor: a third digit is shown. Margin -0.002, -0.002 / 19.47.
        {"floor, broken by less than a digit", towards(floor, none, 19.47, 19.468), Verdict::Late, none, none, none, -0.002, -0.002 / 19.47,
         none, u"现状值 19.468 万亩，低于底线 19.470 万亩，缺口 0.002 万亩（0.0 %）"_s},

        // Water 6.8 of 8.5: margin 1.7, 1.7 / 8.5 = 0.2; used 6.8 / 8.5 = 80 %.
        {"ceiling kept", towards(ceiling, 6.0, 8.5, 6.8, 6.5), Verdict::Met, none, none, none, 1.7, 0.2, none, u"已用 80.0 %，余量 1.70 万亩（20.0 %），达标"_s},
        // 600 against 589.67: -10.33, -10.33 / 589.67.
        {"ceiling broken, binding", binding(towards(ceiling, none, 589.67, 600)), Verdict::Alert, none, none, none, -10.33, -1033.0 / 58967,
         none, u"突破约束性上限 589.67 万亩，超出 10.33 万亩（1.8 %），预警"_s},
        {"ceiling broken, expected only", towards(ceiling, none, 589.67, 600), Verdict::Late, none, none, none, -10.33, -1033.0 / 58967,
         none, u"滞后"_s},
        // 8.3 of 8.5: 0.2 <= 0.425 and more than last year's 8.1.
        {"ceiling, near, worsening, binding", binding(towards(ceiling, none, 8.5, 8.3, 8.1)), Verdict::Alert, none, none, none, 0.2,
         2.0 / 85, none, u"较上年 8.10 万亩 增加，预警"_s},
        // Incidents: at most none. No share of nothing.
        {"ceiling of zero, kept", towards(ceiling, 3, 0, 0), Verdict::Met, none, none, none, 0.0, none, none, u"达标"_s},
        {"ceiling of zero, broken", printed(0, u"件"_s, towards(ceiling, 3, 0, 2)), Verdict::Late, none, none, none, -2.0, none, none,
         u"现状值 2 件，超过上限 0 件，超出 2 件，滞后。"_s},

        {"range, inside", inRange(2, 4, 3), Verdict::Met, none, none, none, none, none, 0.0, u"处于目标区间 2.00 万亩 至 4.00 万亩 内"_s},
        {"range, on its edge", inRange(2, 4, 4), Verdict::Met, none, none, none, none, none, 0.0, u"达标"_s},
        // (2 - 1.5) / 2 = 0.25 and (7 - 4) / 2 = 1.5.
        {"range, below", inRange(2, 4, 1.5), Verdict::Late, none, none, none, none, none, 0.25, u"低于目标区间"_s},
        {"range, above and binding", binding(inRange(2, 4, 7)), Verdict::Alert, none, none, none, none, none, 1.5, u"高于约束性目标区间"_s},
        {"range upside down", inRange(4, 2, 3), Verdict::Undecided, none, none, none, none, none, none, u"下限 4.00 万亩 大于上限 2.00 万亩"_s},
        {"range with one end", inRange(2, none, 1), Verdict::Late, none, none, none, none, none, none, u"低于目标区间 2.00 万亩 以上，相差 1.00 万亩"_s},
        {"range without ends", inRange(none, none, 1), Verdict::Undecided, none, none, none, none, none, none, u"没有目标值"_s},

        {"no value", towards(up, 10, 30, none), Verdict::Undecided, none, none, none, none, none, none, u"没有数值"_s},
        {"no target", towards(up, 10, none, 14), Verdict::Undecided, none, none, none, none, none, none, u"没有目标值"_s},
        {"no base, target reached", towards(up, none, 30, 31), Verdict::Met, none, none, none, none, none, none, u"缺基期值，不计算实施率"_s},
        {"no base, target not reached", towards(up, none, 30, 14), Verdict::Undecided, none, none, none, none, none, none, u"缺基期值，无法计算规划实施率"_s},
        {"no base, falling, reached", towards(down, none, 15, 14), Verdict::Met, none, none, none, none, none, none, u"达标"_s},
        {"no goal", facing(Direction::HigherBetter, towards(GoalKind::None, 10, none, 14)), Verdict::Undecided, none, none, none, none, none, none, u"未设定规划目标"_s},
        {"no goal, only monitored", facing(Direction::Monitor, towards(GoalKind::None, 10, none, 14)), Verdict::Watched, none, none, none, none, none, none, u"监测指标"_s},
        {"monitor", towards(GoalKind::Monitor, 10, 30, 14), Verdict::Watched, none, none, none, none, none, none, u"监测指标"_s},
        {"monitor without a value", towards(GoalKind::Monitor, 10, 30, none), Verdict::Undecided, none, none, none, none, none, none, u"没有数值"_s},

        // After the target year E stays 1: (28 - 10) / 20 = 0.9 is slightly late; A = T = 30, r = 1 / 3.
        {"target year passed", between(2010, 2022, 2020, towards(up, 10, 30, 28, 27)), Verdict::Late, 0.9, 1.0 / 3, 1.0, none, none, none,
         u"目标年 2020 已过（时间进度按 100.0 % 计），规划实施率 90.0 %，略有滞后。"_s},
        // In the base year itself nothing is due yet: R = 0 >= E = 0.
        {"in the base year", between(2022, 2022, 2035, towards(up, 10, 30, 10, 9)), Verdict::OnTrack, 0.0, none, 0.0, none, none, none, u"正常推进"_s},
        {"before the base year", between(2025, 2022, 2035, towards(up, 10, 30, 9)), Verdict::Undecided, none, none, none, none, none, none,
         u"现状年 2022 早于基期年 2025"_s},
        // Years unknown: R can be told, E cannot.
        {"years unknown", between(0, 2022, 0, towards(up, 10, 30, 14)), Verdict::Undecided, 0.2, none, none, none, none, none, u"无法与时间进度比较"_s},

        {"value is not a number", towards(up, 10, 30, notANumber), Verdict::Undecided, none, none, none, none, none, none, u"没有数值"_s},
        {"target is infinite", towards(up, 10, infinite, 14), Verdict::Undecided, none, none, none, none, none, none, u"没有目标值"_s},
        {"numbers too large to subtract", towards(up, -1.7e308, 1.7e308, 1.7e308), Verdict::Undecided, none, none, 2.0 / 15, none, none, none,
         u"超出可计算的范围"_s},
        {"margin too large", towards(floor, none, -1.7e308, 1.7e308), Verdict::Undecided, none, none, none, none, none, none, u"超出可计算的范围"_s},
    };
    // clang-format on
    REQUIRE(cases.size() >= 35);
    for (const Case& one : cases) {
        const Judgement found = judge(one.input);
        INFO(one.name);
        INFO(found.sentence.toStdString());
        INFO(found.formula.toStdString());
        CHECK(key(found.verdict) == key(one.verdict));
        checkNumber("rate", found.rate, one.rate);
        checkNumber("annual rate", found.annualRate, one.annualRate);
        checkNumber("expected", found.expected, one.expected);
        checkNumber("margin", found.margin, one.margin);
        checkNumber("margin rate", found.marginRate, one.marginRate);
        checkNumber("outside", found.outside, one.outside);
        CHECK_THAT(found.sentence.toStdString(),
                   Catch::Matchers::ContainsSubstring(one.says.toStdString()));
        CHECK_FALSE(found.sentence.contains(u"nan"_s));
        CHECK_FALSE(found.sentence.contains(u"inf"_s));
    }
}

TEST_CASE("the formula has the numbers put in")
{
    CHECK(judge(printed(1, u"%"_s, towards(GoalKind::Growing, 7.9, 10.0, 8.5))).formula ==
          u"(8.5 - 7.9) ÷ (10 - 7.9) = 28.6 %"_s);
    CHECK(judge(towards(GoalKind::Growing, -3, 1, -1)).formula ==
          u"((-1) - (-3)) ÷ (1 - (-3)) = 50.0 %"_s);
    CHECK(judge(towards(GoalKind::Floor, none, 19.47, 22.94)).formula ==
          u"22.94 - 19.47 = 3.47 万亩；3.47 ÷ 19.47 = 17.8 %"_s);
    CHECK(judge(towards(GoalKind::Ceiling, none, 8.5, 6.8)).formula ==
          u"8.5 - 6.8 = 1.70 万亩；1.7 ÷ 8.5 = 20.0 %"_s);
    CHECK(judge(inRange(2, 4, 7)).formula == u"(7 - 4) ÷ (4 - 2) = 1.50"_s);
    CHECK(judge(inRange(2, 4, 3)).formula == u"2 ≤ 3 ≤ 4"_s);
    CHECK(judge(towards(GoalKind::Growing, none, 30, 14)).formula == u"14 < 30"_s);
}

TEST_CASE("slightly late is behind time by at most a fifth")
{
    CHECK(slightlyLate(judge(between(2020, 2025, 2030, towards(GoalKind::Growing, 0, 10, 4)))));
    CHECK_FALSE(
        slightlyLate(judge(between(2020, 2025, 2030, towards(GoalKind::Growing, 0, 10, 3.9)))));
    CHECK_FALSE(
        slightlyLate(judge(between(2020, 2025, 2030, towards(GoalKind::Growing, 0, 10, 5)))));
    CHECK_FALSE(slightlyLate(judge(towards(GoalKind::Floor, 0, 10, 4))));
}

namespace {

const Verdict everyVerdict[] = {Verdict::Met,     Verdict::OnTrack, Verdict::Late,
                                Verdict::Regress, Verdict::Alert,   Verdict::Undecided,
                                Verdict::Watched};

/// CIE lightness of an sRGB colour (CIE 1976 L*, IEC 61966-2-1).
double lightness(const QString& colourText)
{
    double luminance = 0;
    const double weights[] = {0.2126, 0.7152, 0.0722};
    for (int channel = 0; channel < 3; ++channel) {
        const double part = colourText.mid(1 + 2 * channel, 2).toInt(nullptr, 16) / 255.0;
        luminance += weights[channel] *
                     (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return luminance > 0.008856 ? 116 * std::cbrt(luminance) - 16 : 903.3 * luminance;
}

} // namespace

TEST_CASE("verdicts are told apart in grey, by shape, by key and by label")
{
    QSet<QString> keys;
    QSet<QString> labels;
    QSet<QString> symbols;
    for (const Verdict one : everyVerdict) {
        keys.insert(key(one));
        labels.insert(label(one));
        symbols.insert(symbol(one));
        for (const Verdict other : everyVerdict) {
            if (one == other)
                continue;
            INFO(key(one).toStdString() << " and " << key(other).toStdString());
            CHECK(std::abs(lightness(colour(one)) - lightness(colour(other))) > 8.0);
        }
    }
    CHECK(keys.size() == 7);
    CHECK(labels.size() == 7);
    CHECK(symbols.size() == 7);
    CHECK(key(Verdict::OnTrack) == u"on_track"_s);
    CHECK(label(Verdict::Undecided) == u"无法判断"_s);
}
