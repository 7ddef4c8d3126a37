#include "core/report/report_charts.h"

#include "core/base/decimal.h"
#include "core/base/units.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace checkup::report {

using namespace Qt::StringLiterals;
using assess::Assessment;
using assess::IndicatorResult;
using assess::Tally;
using assess::Verdict;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReportCharts)
};

constexpr int mostYears = 12;

Chart verdictBars(const QStringList& names, const QList<Tally>& tallies)
{
    Chart chart;
    chart.kind = Chart::Kind::StackedBars;
    chart.unit = Text::tr("项");
    chart.decimals = 0;
    chart.categories = names;
    for (const Verdict verdict : verdictOrder()) {
        ChartSeries series;
        series.name = assess::label(verdict);
        series.colour = assess::colour(verdict);
        bool any = false;
        for (const Tally& tally : tallies) {
            const int count = tally.verdicts.value(verdict);
            any = any || count > 0;
            series.points.append(count);
        }
        if (any)
            chart.series.append(series);
    }
    return chart;
}

std::optional<double> share(int part, int whole)
{
    if (whole <= 0)
        return std::nullopt;
    return 100.0 * part / whole;
}

} // namespace

const QList<Verdict>& verdictOrder()
{
    static const QList<Verdict> order{Verdict::Met,      Verdict::OnTrack, Verdict::Late,
                                      Verdict::Regress,  Verdict::Alert,   Verdict::Watched,
                                      Verdict::Undecided};
    return order;
}

QList<const catalogue::Dimension*> dimensionsInUse(const project::YearData& data)
{
    QSet<QString> used;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        if (!indicator.excluded)
            used.insert(indicator.dimension);
    }
    QList<const catalogue::Dimension*> dimensions;
    for (const catalogue::Dimension& dimension : data.catalogue.dimensions) {
        if (used.contains(dimension.id))
            dimensions.append(&dimension);
    }
    return dimensions;
}

QStringList aspectsInUse(const project::YearData& data)
{
    QStringList used;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        if (!indicator.excluded && !indicator.aspect.isEmpty() && !used.contains(indicator.aspect))
            used.append(indicator.aspect);
    }
    // The standard's order; these are names in the data, not words of the interface.
    QStringList aspects;
    for (const QString& aspect : {u"战略定位"_s, u"底线管控"_s, u"规模结构"_s, u"空间布局"_s,
                                  u"支撑系统"_s, u"实施保障"_s}) {
        aspects.append(aspect);
        used.removeAll(aspect);
    }
    return aspects + used;
}

Chart radarByDimension(const project::YearData& data, const Assessment& assessment)
{
    Chart chart;
    chart.kind = Chart::Kind::Radar;
    chart.id = u"radar"_s;
    chart.title = Text::tr("各维度达标情况");
    chart.unit = u"%"_s;
    chart.decimals = 1;
    ChartSeries met;
    met.name = Text::tr("达标率");
    met.colour = assess::colour(Verdict::Met);
    ChartSeries onTrack;
    onTrack.name = Text::tr("达标或正常推进占比");
    onTrack.colour = assess::colour(Verdict::OnTrack);
    for (const catalogue::Dimension* dimension : dimensionsInUse(data)) {
        const Tally tally = assessment.byDimension.value(dimension->id);
        const int metCount = tally.verdicts.value(Verdict::Met);
        chart.categories.append(dimension->nameZh);
        met.points.append(share(metCount, tally.assessable()));
        onTrack.points.append(
            share(metCount + tally.verdicts.value(Verdict::OnTrack), tally.assessable()));
    }
    chart.series = {onTrack, met};
    chart.altText = Text::tr("雷达图：各维度可评价指标中达标、正常推进的比例");
    return chart;
}

Chart verdictsByDimension(const project::YearData& data, const Assessment& assessment)
{
    QStringList names;
    QList<Tally> tallies;
    for (const catalogue::Dimension* dimension : dimensionsInUse(data)) {
        names.append(dimension->nameZh);
        tallies.append(assessment.byDimension.value(dimension->id));
    }
    Chart chart = verdictBars(names, tallies);
    chart.id = u"verdicts-dimension"_s;
    chart.title = Text::tr("各维度指标结论");
    chart.altText = Text::tr("堆叠条形图：各维度指标结论的数量");
    return chart;
}

Chart verdictsByAspect(const project::YearData& data, const Assessment& assessment)
{
    QStringList names;
    QList<Tally> tallies;
    for (const QString& aspect : aspectsInUse(data)) {
        const Tally tally = assessment.byAspect.value(aspect);
        if (tally.total == 0)
            continue;
        names.append(aspect);
        tallies.append(tally);
    }
    Chart chart = verdictBars(names, tallies);
    chart.id = u"verdicts-aspect"_s;
    chart.title = Text::tr("六个方面指标结论");
    chart.altText = Text::tr("堆叠条形图：六个方面指标结论的数量");
    return chart;
}

Chart verdictShares(const project::YearData&, const Assessment& assessment)
{
    Chart chart;
    chart.kind = Chart::Kind::Donut;
    chart.id = u"verdicts"_s;
    chart.title = Text::tr("指标结论构成");
    chart.unit = Text::tr("项");
    chart.decimals = 0;
    ChartSeries series;
    series.name = Text::tr("指标数");
    for (const Verdict verdict : verdictOrder()) {
        const int count = assessment.city.verdicts.value(verdict);
        if (count == 0)
            continue;
        chart.categories.append(assess::label(verdict));
        chart.categoryColours.append(assess::colour(verdict));
        series.points.append(count);
    }
    if (!series.points.isEmpty())
        chart.series.append(series);
    chart.altText = Text::tr("环形图：全部指标的结论构成");
    return chart;
}

Chart completenessByDimension(const project::YearData& data, const Assessment& assessment)
{
    Chart chart;
    chart.kind = Chart::Kind::StackedBars;
    chart.id = u"completeness"_s;
    chart.title = Text::tr("各维度数据完备情况");
    chart.unit = Text::tr("项");
    chart.decimals = 0;
    ChartSeries present{Text::tr("有数且一致"), {}, u"#2f6f9f"_s};
    ChartSeries contradictory{Text::tr("有数但来源矛盾"), {}, u"#e0a030"_s};
    ChartSeries missing{Text::tr("缺数"), {}, u"#c8c8c8"_s};
    for (const catalogue::Dimension* dimension : dimensionsInUse(data)) {
        const Tally tally = assessment.byDimension.value(dimension->id);
        chart.categories.append(dimension->nameZh);
        const int clash = std::min(tally.contradictory, tally.present);
        present.points.append(tally.present - clash);
        contradictory.points.append(clash);
        missing.points.append(tally.total - tally.present);
    }
    chart.series = {present, contradictory, missing};
    chart.altText = Text::tr("堆叠条形图：各维度有数、矛盾、缺数的指标数量");
    return chart;
}

Chart progressOfDimension(const project::YearData& data, const Assessment& assessment,
                          const QString& dimension)
{
    Chart chart;
    chart.kind = Chart::Kind::Progress;
    chart.id = u"progress-"_s + dimension;
    const catalogue::Dimension* found = data.catalogue.dimension(dimension);
    chart.title = Text::tr("%1维度规划实施率").arg(found != nullptr ? found->nameZh : dimension);
    chart.unit = u"%"_s;
    chart.decimals = 1;
    ChartSeries rate{Text::tr("规划实施率"), {}, {}};
    ChartSeries expected{Text::tr("时间进度"), {}, {}};
    const project::Region* city = data.city();
    if (city == nullptr)
        return chart;
    for (const IndicatorResult* result : assessment.ofRegion(city->id)) {
        const catalogue::Indicator* indicator = data.catalogue.indicator(result->code);
        if (indicator == nullptr || indicator->dimension != dimension || !result->judgement.rate)
            continue;
        chart.categories.append(indicator->nameZh);
        chart.categoryColours.append(assess::colour(result->judgement.verdict));
        rate.points.append(100.0 * *result->judgement.rate);
        expected.points.append(result->judgement.expected
                                   ? std::optional(100.0 * *result->judgement.expected)
                                   : std::nullopt);
    }
    if (!chart.categories.isEmpty())
        chart.series = {rate, expected};
    chart.altText = Text::tr("条形图：规划实施率与时间进度的比较");
    return chart;
}

Chart seriesOf(const project::YearData& data, const IndicatorResult& result)
{
    Chart chart;
    chart.kind = Chart::Kind::Line;
    const catalogue::Indicator* indicator = data.catalogue.indicator(result.code);
    const project::Region* region = data.region(result.region);
    const bool ofCity = region == nullptr || region->level == project::RegionLevel::City;
    chart.id =
        u"series-"_s + result.code +
        (ofCity ? QString() : u"-"_s + (region->code.isEmpty() ? region->nameZh : region->code));
    if (indicator == nullptr)
        return chart;
    chart.title =
        ofCity ? indicator->nameZh : Text::tr("%1（%2）").arg(indicator->nameZh, region->nameZh);
    chart.unit = indicator->unit;
    chart.decimals = indicator->decimals;
    chart.altText = Text::tr("折线图：%1历年数值").arg(indicator->nameZh);
    QList<std::pair<int, double>> points;
    for (const auto& point : result.series) {
        if (point.first <= data.info.year)
            points.append(point);
    }
    if (points.isEmpty())
        return chart;
    const int first = std::max(points.first().first, data.info.year - mostYears + 1);
    ChartSeries series{indicator->nameZh, {}, {}};
    for (int year = first; year <= data.info.year; ++year) {
        chart.categories.append(QString::number(year));
        std::optional<double> number;
        for (const auto& [pointYear, value] : points) {
            if (pointYear == year)
                number = value;
        }
        series.points.append(number);
    }
    chart.series.append(series);
    if (result.goal && result.goal->target) {
        chart.targetLine = result.goal->target;
        chart.targetName = data.info.targetYear > 0 ? Text::tr("%1年目标").arg(data.info.targetYear)
                                                    : Text::tr("目标");
    }
    return chart;
}

Chart sourcesOf(const project::YearData& data, const QString& subject, project::RegionId region,
                int year)
{
    Chart chart;
    chart.kind = Chart::Kind::Line;
    chart.id = u"sources-"_s + subject;
    const catalogue::Indicator* indicator = data.catalogue.indicator(subject);
    const catalogue::Quantity* quantity = data.catalogue.quantity(subject);
    if (indicator == nullptr && quantity == nullptr)
        return chart;
    const QString name = indicator != nullptr ? indicator->nameZh : quantity->nameZh;
    chart.title = Text::tr("%1：各来源").arg(name);
    chart.unit = indicator != nullptr ? indicator->unit : quantity->unit;
    chart.altText = Text::tr("折线图：%1各来源的历年数值").arg(name);
    const auto unit = parseUnit(chart.unit);
    QList<int> years = data.yearsOf(subject, region);
    years.removeIf([&](int known) { return known > year || known <= year - mostYears; });
    if (years.isEmpty())
        return chart;
    const int first = years.first();
    const int last = years.last();
    for (int shown = first; shown <= last; ++shown)
        chart.categories.append(QString::number(shown));
    for (const project::Source& source : data.sources) {
        ChartSeries series{source.name, {}, {}};
        series.points.resize(chart.categories.size());
        bool any = false;
        for (const int known : std::as_const(years)) {
            for (const project::Value* value : data.rivals({subject, region, known})) {
                if (value->source != source.id || value->state != project::ValueState::Present)
                    continue;
                std::optional<double> number;
                if (value->unit.isEmpty() || value->unit == chart.unit) {
                    number = value->number;
                } else if (const auto from = parseUnit(value->unit); from && unit) {
                    if (const auto converted = convert(value->number, *from, *unit))
                        number = *converted;
                }
                series.points[known - first] = number;
                any = any || number.has_value();
            }
        }
        if (any)
            chart.series.append(series);
    }
    return chart;
}

Chart districtsOf(const project::YearData& data, const Assessment& assessment, const QString& code)
{
    Chart chart;
    chart.kind = Chart::Kind::StackedBars;
    chart.id = u"districts-"_s + code;
    const catalogue::Indicator* indicator = data.catalogue.indicator(code);
    if (indicator == nullptr)
        return chart;
    chart.title = Text::tr("%1分区比较（%2年）").arg(indicator->nameZh).arg(data.info.year);
    chart.unit = indicator->unit;
    chart.decimals = indicator->decimals;
    chart.altText = Text::tr("条形图：各区%1").arg(indicator->nameZh);
    ChartSeries series{indicator->nameZh, {}, {}};
    bool any = false;
    for (const project::Region& region : data.regions) {
        if (region.level != project::RegionLevel::District)
            continue;
        const IndicatorResult* result = assessment.find(code, region.id);
        if (result == nullptr)
            continue;
        chart.categories.append(region.nameZh);
        any = any || result->now.isPresent();
        series.points.append(result->now.isPresent() ? std::optional(result->now.number)
                                                     : std::nullopt);
    }
    if (any)
        chart.series.append(series);
    return chart;
}

QList<const IndicatorResult*> mostTelling(const project::YearData& data,
                                          const Assessment& assessment, const QString& dimension,
                                          int count)
{
    QList<const IndicatorResult*> found;
    const project::Region* city = data.city();
    if (city == nullptr)
        return found;
    for (const IndicatorResult* result : assessment.ofRegion(city->id)) {
        const catalogue::Indicator* indicator = data.catalogue.indicator(result->code);
        if (indicator == nullptr || indicator->dimension != dimension || !result->now.isPresent())
            continue;
        const auto usable =
            std::count_if(result->series.begin(), result->series.end(), [&](const auto& point) {
                return point.first <= data.info.year && point.first > data.info.year - mostYears;
            });
        if (usable >= 3)
            found.append(result);
    }
    const auto weight = [](const IndicatorResult* result) {
        switch (result->judgement.verdict) {
        case Verdict::Alert:
            return 5;
        case Verdict::Regress:
            return 4;
        case Verdict::Late:
            return 3;
        default:
            return result->diagnosis == assess::Diagnosis::Strength ? 2 : 1;
        }
    };
    std::stable_sort(
        found.begin(), found.end(), [&](const IndicatorResult* a, const IndicatorResult* b) {
            return std::pair(weight(a), a->series.size()) > std::pair(weight(b), b->series.size());
        });
    if (found.size() > count)
        found.resize(count);
    return found;
}

QList<Chart> allCharts(const project::YearData& data, const Assessment& assessment)
{
    QList<Chart> charts{radarByDimension(data, assessment), verdictsByDimension(data, assessment),
                        verdictShares(data, assessment), completenessByDimension(data, assessment),
                        verdictsByAspect(data, assessment)};
    for (const catalogue::Dimension* dimension : dimensionsInUse(data)) {
        charts.append(progressOfDimension(data, assessment, dimension->id));
        for (const IndicatorResult* result : mostTelling(data, assessment, dimension->id, 3))
            charts.append(seriesOf(data, *result));
    }
    charts.removeIf(
        [](const Chart& chart) { return chart.series.isEmpty() || chart.categories.isEmpty(); });
    return charts;
}

QList<Chart> everySeries(const project::YearData& data, const Assessment& assessment)
{
    QList<Chart> charts;
    if (!data.city())
        return charts;
    for (const IndicatorResult* result : assessment.ofRegion(data.city()->id)) {
        if (result->series.size() >= 2)
            charts.append(seriesOf(data, *result));
    }
    return charts;
}

} // namespace checkup::report
