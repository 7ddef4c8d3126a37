#pragma once

#include "core/assess/assessment.h"
#include "core/project/year_data.h"
#include "core/report/chart.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace checkup::report {

/// The charts of a year as data: what the report prints, the package stores as files and the window
/// shows are the same pictures. Pure functions; a chart without anything to show has no series.

/// Met share and met-or-on-track share (%, of the assessable) by dimension. A dimension in which
/// nothing can be assessed has a gap.
Chart radarByDimension(const project::YearData& data, const assess::Assessment& assessment);

/// How many indicators carry which verdict, by dimension or by aspect.
Chart verdictsByDimension(const project::YearData& data, const assess::Assessment& assessment);
Chart verdictsByAspect(const project::YearData& data, const assess::Assessment& assessment);
Chart verdictShares(const project::YearData& data, const assess::Assessment& assessment);

/// Present, missing and contradictory figures of the status year by dimension.
Chart completenessByDimension(const project::YearData& data, const assess::Assessment& assessment);

/// Implementation rate against time progress for one dimension's indicators that have a rate.
Chart progressOfDimension(const project::YearData& data, const assess::Assessment& assessment,
                          const QString& dimension);

/// One indicator through the years (at most the last twelve), gaps left open, target dashed.
Chart seriesOf(const project::YearData& data, const assess::IndicatorResult& result);

/// What every source says of one indicator or quantity through the years (at most the last twelve
/// up to `year`), in the subject's unit; figures in a unit that does not convert are left out. The
/// sources stand in their order.
Chart sourcesOf(const project::YearData& data, const QString& subject, project::RegionId region,
                int year);

/// One indicator across the districts in the status year.
Chart districtsOf(const project::YearData& data, const assess::Assessment& assessment,
                  const QString& code);

/// The indicators of a dimension whose series say most: urgent ones first, then strengths, each
/// with at least three points. City only.
QList<const assess::IndicatorResult*> mostTelling(const project::YearData& data,
                                                  const assess::Assessment& assessment,
                                                  const QString& dimension, int count);

/// All charts of the package, in the order in which the report shows them, ids unique.
QList<Chart> allCharts(const project::YearData& data, const assess::Assessment& assessment);

/// The city's series of every indicator that has two years or more, in the catalogue's order.
QList<Chart> everySeries(const project::YearData& data, const assess::Assessment& assessment);

/// Dimensions in which at least one indicator is included, in the catalogue's order.
QList<const catalogue::Dimension*> dimensionsInUse(const project::YearData& data);
/// The six aspects of the standard in their order, then others that the catalogue uses.
QStringList aspectsInUse(const project::YearData& data);

/// The verdicts in printing order: good news first, what cannot be said last.
const QList<assess::Verdict>& verdictOrder();

} // namespace checkup::report
