#include "core/assess/assessment.h"

#include "core/base/decimal.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace checkup::assess {

using namespace Qt::StringLiterals;
using catalogue::Constraint;
using catalogue::Direction;
using catalogue::Indicator;
using project::GoalKind;
using project::RegionId;
using project::ValueState;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Assess)
};

// From here a figure counts as ahead of, or level with, its benchmark.
constexpr double ahead = 1.05;
constexpr double level = 0.95;

const project::Benchmark* newest(const QList<const project::Benchmark*>& benchmarks)
{
    const project::Benchmark* found = nullptr;
    for (const project::Benchmark* benchmark : benchmarks)
        if (std::isfinite(benchmark->value) && (!found || benchmark->year > found->year))
            found = benchmark;
    return found;
}

std::optional<double> benchmarkRatio(double value, double benchmark, Direction direction)
{
    if (direction != Direction::HigherBetter && direction != Direction::LowerBetter)
        return std::nullopt;
    const double numerator = direction == Direction::HigherBetter ? value : benchmark;
    const double denominator = direction == Direction::HigherBetter ? benchmark : value;
    if (numerator < 0 || denominator <= 0)
        return std::nullopt;
    const double ratio = numerator / denominator;
    return std::isfinite(ratio) ? std::optional(ratio) : std::nullopt;
}

/// The table of reading progress and benchmark together; the survey has no part in it yet.
void diagnose(IndicatorResult& result)
{
    const Verdict verdict = result.judgement.verdict;
    const std::optional<double> k = result.benchmarkRatio;
    const QString kText = k ? formatFixed(*k, 2) : QString();
    const QString verdictText = label(verdict);
    const auto set = [&result](Diagnosis diagnosis, const QString& reason) {
        result.diagnosis = diagnosis;
        result.diagnosisReason = reason;
    };

    switch (verdict) {
    case Verdict::Met:
    case Verdict::OnTrack:
        if (!k)
            return set(Diagnosis::Normal,
                       Text::tr("目标评判为%1，没有可比的对标值，列为正常。").arg(verdictText));
        if (*k >= ahead)
            return set(Diagnosis::Strength,
                       Text::tr("目标评判为%1，与对标值之比 %2，优于对标值，列为特色优势。")
                           .arg(verdictText, kText));
        if (*k >= level)
            return set(Diagnosis::Normal,
                       Text::tr("目标评判为%1，与对标值之比 %2，与对标值相当，列为正常。")
                           .arg(verdictText, kText));
        return set(Diagnosis::Weakness,
                   Text::tr("目标评判为%1，但与对标值之比 %2，逊于对标值，列为弱项。")
                       .arg(verdictText, kText));
    case Verdict::Late:
        if (!slightlyLate(result.judgement))
            return set(Diagnosis::Shortfall, Text::tr("目标评判为%1，列为短板。").arg(verdictText));
        if (!k)
            return set(Diagnosis::Weakness,
                       Text::tr("规划实施略有滞后，没有可比的对标值，列为弱项。"));
        if (*k >= level)
            return set(
                Diagnosis::Weakness,
                Text::tr("规划实施略有滞后，与对标值之比 %1，不逊于对标值，列为弱项。").arg(kText));
        return set(
            Diagnosis::Shortfall,
            Text::tr("规划实施略有滞后，且与对标值之比 %1，逊于对标值，列为短板。").arg(kText));
    case Verdict::Regress:
        return set(Diagnosis::Shortfall, Text::tr("目标评判为%1，列为短板。").arg(verdictText));
    case Verdict::Alert:
        if (result.judgement.margin && *result.judgement.margin >= 0)
            return set(Diagnosis::Weakness,
                       Text::tr("尚未突破约束性目标，但已接近且继续变差，预警，列为弱项。"));
        return set(Diagnosis::Shortfall, Text::tr("约束性目标未守住，预警，列为短板。"));
    case Verdict::Undecided:
    case Verdict::Watched:
        break;
    }
    if (!result.now.isPresent())
        return set(Diagnosis::Unknown, Text::tr("本年没有数值，不作诊断。"));
    if (!k)
        return set(Diagnosis::Unknown,
                   Text::tr("既无法对照目标评判，也没有可比的对标值，不作诊断。"));
    if (*k >= ahead)
        return set(
            Diagnosis::Strength,
            Text::tr("未对照目标评判，与对标值之比 %1，优于对标值，列为特色优势。").arg(kText));
    if (*k >= level)
        return set(
            Diagnosis::Normal,
            Text::tr("未对照目标评判，与对标值之比 %1，与对标值相当，列为正常。").arg(kText));
    set(Diagnosis::Weakness,
        Text::tr("未对照目标评判，与对标值之比 %1，逊于对标值，列为弱项。").arg(kText));
}

bool isContradictory(const Figure& figure)
{
    return figure.contradictory && !figure.settled;
}

int urgencyOf(const IndicatorResult& result, const Indicator& indicator)
{
    int urgency = 0;
    switch (result.judgement.verdict) {
    case Verdict::Alert:
        urgency = 600;
        break;
    case Verdict::Regress:
        urgency = 500;
        break;
    case Verdict::Late:
        urgency = slightlyLate(result.judgement) ? 400 : 450;
        break;
    case Verdict::Met:
    case Verdict::OnTrack:
    case Verdict::Undecided:
    case Verdict::Watched:
        break;
    }
    if (isContradictory(result.now))
        urgency = std::max(urgency + 30, 300);
    if (isGap(result.now.state))
        urgency = std::max(urgency, 200);
    if (urgency == 0 && result.diagnosis == Diagnosis::Weakness)
        urgency = 100;
    if (urgency == 0 && result.trend.direction == TrendDirection::Worsening)
        urgency = 50;
    if (urgency == 0)
        return 0;
    if (indicator.constraint == Constraint::Binding)
        urgency += 10;
    if (result.trend.direction == TrendDirection::Worsening)
        urgency += 5;
    return urgency;
}

void count(Tally& tally, const IndicatorResult& result)
{
    ++tally.total;
    if (result.now.isPresent())
        ++tally.present;
    else if (isGap(result.now.state))
        ++tally.missing;
    if (isContradictory(result.now))
        ++tally.contradictory;
    ++tally.verdicts[result.judgement.verdict];
}

/// The points of the series that rest on the same editions as this year's figure; says so when some
/// do not. Population before and after a census must not be read as one trend.
QList<std::pair<int, double>> sameEditions(const project::YearData& data, Resolver& resolver,
                                           IndicatorResult& result)
{
    if (result.now.vintages.isEmpty())
        return result.series;
    QList<std::pair<int, double>> comparable;
    QStringList years;
    QStringList subjects;
    for (const auto& point : result.series) {
        const QStringList apart =
            result.now.editionsApart(resolver.figure(result.code, result.region, point.first));
        if (apart.isEmpty()) {
            comparable.append(point);
            continue;
        }
        years.append(QString::number(point.first));
        for (const QString& subject : apart) {
            const Indicator* indicator = data.catalogue.indicator(subject);
            const catalogue::Quantity* quantity = data.catalogue.quantity(subject);
            const QString name = indicator  ? indicator->nameZh
                                 : quantity ? quantity->nameZh
                                            : subject;
            if (!subjects.contains(name))
                subjects.append(name);
        }
    }
    if (!years.isEmpty())
        result.vintageNote =
            Text::tr(
                "%1 年“%2”的数据版本与本年不同，不可比，未计入趋势；如用作基期值，请先统一口径。")
                .arg(years.join(u"、"_s), subjects.join(u"”“"_s));
    return comparable;
}

IndicatorResult assessOne(const project::YearData& data, Resolver& resolver,
                          const Indicator& indicator, RegionId region)
{
    const project::YearInfo& info = data.info;
    IndicatorResult result;
    result.code = indicator.code;
    result.region = region;
    result.now = resolver.figure(indicator.code, region, info.year);
    result.previous = resolver.figure(indicator.code, region, info.year - 1);
    if (info.baseYear > 0)
        result.base = resolver.figure(indicator.code, region, info.baseYear);
    else
        result.base.key = {indicator.code, region, 0};
    result.series = resolver.series(indicator.code, region);
    if (const project::Goal* goal = data.goal(indicator.code, region))
        result.goal = *goal;

    const QList<std::pair<int, double>> comparable = sameEditions(data, resolver, result);

    VerdictInput input;
    input.direction = indicator.direction;
    input.constraint = indicator.constraint;
    input.year = info.year;
    input.baseYear = info.baseYear;
    input.targetYear = info.targetYear;
    input.unit = indicator.unit;
    input.decimals = indicator.decimals;
    if (result.now.isPresent())
        input.value = result.now.number;
    if (result.previous.isPresent() && result.now.editionsApart(result.previous).isEmpty())
        input.previous = result.previous.number;
    if (result.base.isPresent())
        input.base = result.base.number;
    if (result.goal) {
        input.goal = result.goal->kind;
        input.target = result.goal->target;
        input.annualPlan = result.goal->annualPlan;
        input.lower = result.goal->lower;
        input.upper = result.goal->upper;
        if (result.goal->baseValue)
            input.base = result.goal->baseValue;
    }
    result.judgement = judge(input);
    result.trend = trendOf(comparable, info.year, info.targetYear, indicator.direction);

    if (const project::Benchmark* benchmark = newest(data.benchmarksOf(indicator.code))) {
        result.benchmarkValue = benchmark->value;
        result.benchmarkName = benchmark->name + u" "_s + formatShortest(benchmark->value);
        if (benchmark->year > 0)
            result.benchmarkName += Text::tr("（%1）").arg(benchmark->year);
        if (result.now.isPresent())
            result.benchmarkRatio =
                benchmarkRatio(result.now.number, benchmark->value, indicator.direction);
    }
    diagnose(result);
    result.urgency = urgencyOf(result, indicator);
    return result;
}

bool hasAnyFigure(const IndicatorResult& result)
{
    return !result.series.isEmpty() || !result.now.rivals.isEmpty() ||
           result.now.state != ValueState::Missing;
}

} // namespace

bool isGap(ValueState state)
{
    return state == ValueState::Missing || state == ValueState::NotCollected;
}

int Tally::assessable() const
{
    return verdicts.value(Verdict::Met) + verdicts.value(Verdict::OnTrack) +
           verdicts.value(Verdict::Late) + verdicts.value(Verdict::Regress) +
           verdicts.value(Verdict::Alert);
}

std::optional<double> Tally::metShare() const
{
    if (assessable() == 0)
        return std::nullopt;
    return static_cast<double>(verdicts.value(Verdict::Met)) / assessable();
}

const IndicatorResult* Assessment::find(const QString& code, RegionId region) const
{
    const auto found = position.constFind({code, region.number()});
    return found == position.cend() ? nullptr : &results[*found];
}

QList<const IndicatorResult*> Assessment::ofRegion(RegionId region) const
{
    QList<const IndicatorResult*> found;
    for (const IndicatorResult& result : results)
        if (result.region == region)
            found.append(&result);
    return found;
}

Result<Assessment> assess(const project::YearData& data, const CancelToken& cancel,
                          const ProgressSink& progress)
{
    const project::Region* city = data.city();
    if (!city)
        return Error(ErrorCode::Invalid,
                     Text::tr("项目没有市级区域，无法评价；请先在区域表中登记城市。"));
    QList<const project::Region*> regions{city};
    for (const project::Region& region : data.regions)
        if (region.level == project::RegionLevel::District)
            regions.append(&region);

    Resolver resolver(data);
    Assessment assessment;
    const double all = static_cast<double>(
        regions.size() * std::max<qsizetype>(1, data.catalogue.indicators.size()));
    qsizetype done = 0;
    for (const project::Region* region : regions) {
        const bool isCity = region == city;
        for (const Indicator& indicator : data.catalogue.indicators) {
            if (cancel.isCancelled())
                return Error(ErrorCode::Cancelled, Text::tr("已取消评价，数据没有改动。"));
            if (done++ % 100 == 0)
                tellProgress(progress, static_cast<double>(done - 1) / all, region->nameZh);
            if (indicator.excluded)
                continue;
            IndicatorResult result = assessOne(data, resolver, indicator, region->id);
            if (!isCity && !hasAnyFigure(result))
                continue;
            if (isCity) {
                count(assessment.city, result);
                count(assessment.byDimension[indicator.dimension], result);
                if (!indicator.aspect.isEmpty())
                    count(assessment.byAspect[indicator.aspect], result);
            }
            assessment.position.insert({result.code, region->id.number()},
                                       static_cast<int>(assessment.results.size()));
            assessment.results.append(std::move(result));
        }
    }
    for (const project::Department& department : data.departments)
        if (data.info.cutOff.isValid() && department.deadline.isValid() &&
            department.deadline < data.info.cutOff && !department.returnedAt.isValid())
            assessment.lateDepartments.append(department.name);
    tellProgress(progress, 1.0);
    return assessment;
}

QString key(Diagnosis diagnosis)
{
    switch (diagnosis) {
    case Diagnosis::Strength:
        return u"strength"_s;
    case Diagnosis::Normal:
        return u"normal"_s;
    case Diagnosis::Weakness:
        return u"weakness"_s;
    case Diagnosis::Shortfall:
        return u"shortfall"_s;
    case Diagnosis::Unknown:
        return u"unknown"_s;
    }
    return {};
}

QString label(Diagnosis diagnosis)
{
    switch (diagnosis) {
    case Diagnosis::Strength:
        return Text::tr("特色优势");
    case Diagnosis::Normal:
        return Text::tr("正常");
    case Diagnosis::Weakness:
        return Text::tr("弱项");
    case Diagnosis::Shortfall:
        return Text::tr("短板");
    case Diagnosis::Unknown:
        return Text::tr("未诊断");
    }
    return {};
}

} // namespace checkup::assess
