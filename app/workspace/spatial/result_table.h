#pragma once

#include "core/project/year_data.h"
#include "core/spatial/compute.h"

namespace checkup::workspace {

/// A result by region and the parcels of one region as a workbook, in Chinese whatever the
/// interface's language. Errors of report::writeXlsx.
Result<void> writeResultTable(const QString& path, const project::YearData& data,
                              const QString& name, const spatial::RecipeResult& result,
                              project::RegionId region, const QList<spatial::Behind>& parcels,
                              const CancelToken& cancel);

/// A list as it is shown, as a workbook, or as CSV where the path ends so; from its fourth column
/// on what is a number is written as one. Errors of report::writeXlsx and writeFileSafely.
Result<void> writeListTable(const QString& path, const project::YearData& data, const QString& name,
                            const QString& title, const QStringList& heads,
                            const QList<QStringList>& rows, const CancelToken& cancel);

} // namespace checkup::workspace
