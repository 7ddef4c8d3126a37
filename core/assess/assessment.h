#pragma once

#include "core/assess/resolver.h"
#include "core/assess/trend.h"
#include "core/assess/verdict.h"
#include "core/base/cancel.h"
#include "core/base/progress.h"

#include <QHash>
#include <QMap>

#include <memory>

namespace checkup::assess {

/// 特色优势, 正常, 弱项, 短板; Unknown when nothing can be said.
enum class Diagnosis { Strength, Normal, Weakness, Shortfall, Unknown };

/// Everything said about one indicator in one region.
struct IndicatorResult
{
    QString code;
    project::RegionId region;
    Figure now, previous, base;
    QList<std::pair<int, double>> series; ///< present figures by year
    std::optional<project::Goal> goal;
    Judgement judgement;
    Trend trend;         ///< over the points whose editions agree with this year's
    QString vintageNote; ///< one sentence when the series joins different editions, else empty
    std::optional<double> benchmarkRatio; ///< k: V/M or M/V, above 1 is better
    QString benchmarkName; ///< with value and year: "全国36城平均 6.2（2020）"
    std::optional<double> benchmarkValue;
    Diagnosis diagnosis = Diagnosis::Unknown;
    QString diagnosisReason;
    int urgency =
        0; ///< higher first: alert, regress, late, contradictory, missing; 0: nothing to do
};

/// Whether a figure should be there and is not: missing or not collected, against not applicable
/// and withheld, which are answers.
bool isGap(project::ValueState state);

/// Counts of a group. `missing` are figures that should be there (missing, not collected); those
/// not applicable or withheld are in neither count. `contradictory` are those nobody has decided
/// yet.
struct Tally
{
    int total = 0, present = 0, missing = 0, contradictory = 0;
    QMap<Verdict, int> verdicts;
    int assessable() const;                 ///< met + on track + late + regress + alert
    std::optional<double> metShare() const; ///< met / assessable
};

/// A year judged: the city's indicators in catalogue order, then each district's. Pure function of
/// the data; the same data gives the same assessment.
struct Assessment
{
    QList<IndicatorResult> results;
    Tally city;
    QMap<QString, Tally> byDimension, byAspect; ///< keys: dimension id, aspect; the city's results
    QStringList lateDepartments; ///< deadline before the cut-off and nothing returned
    QHash<std::pair<QString, qint64>, int> position; ///< (code, region) → index in results

    const IndicatorResult* find(const QString& code, project::RegionId region) const;
    QList<const IndicatorResult*> ofRegion(project::RegionId region) const;
};
using AssessmentPtr = std::shared_ptr<const Assessment>;

/// Included indicators × (city and districts; a district only where it has any figure of the
/// indicator). Goals are those of the region itself: a district without its own has none. Without a
/// target the diagnosis rests on the benchmark alone. ErrorCode::Invalid without a city region,
/// else Cancelled.
Result<Assessment> assess(const project::YearData& data, const CancelToken& cancel = {},
                          const ProgressSink& progress = {});

QString key(Diagnosis);
QString label(Diagnosis);

} // namespace checkup::assess
