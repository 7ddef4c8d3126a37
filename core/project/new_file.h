#pragma once

#include "core/project/database.h"
#include "core/project/migrations.h"
#include "core/project/project_file.h"

namespace checkup::project {

/// Fills an empty database: schema by these steps, the year's frame, and from `carried` (may be
/// null) what comes along from last year: sources, goals, benchmarks, rule settings, decisions,
/// values and their evidence, with their ids.
Result<void> fillNewDatabase(const Database& database, const QList<Migration>& steps,
                             const NewYear& year, const YearData* carried, const QString& label,
                             const QString& person);

} // namespace checkup::project
