#pragma once

#include "core/assess/assessment.h"

#include <QList>
#include <QString>

namespace checkup::workspace {

/// Something that the user should do next, and where: what the page 总览 offers as a link.
struct NextStep
{
    enum class Urgency { Must, Should, Could };
    Urgency urgency = Urgency::Should;
    QString text;
    QString stage;   ///< StagePage::id()
    QString subject; ///< indicator code, or department name when `isDepartment`
    bool isDepartment = false;
};

/// Pure functions of the year, without widgets.
QList<NextStep> nextSteps(const project::YearData& data, const assess::Assessment& assessment);
/// The city's results that want a look, the most urgent first: alerts, regressions, contradictions,
/// what lags, what is missing.
QList<const assess::IndicatorResult*> openCases(const project::YearData& data,
                                                const assess::Assessment& assessment);

} // namespace checkup::workspace
