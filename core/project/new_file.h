#pragma once

#include "core/project/database.h"
#include "core/project/migrations.h"
#include "core/project/project_file.h"

#include <functional>

namespace checkup::project {

/// What comes along from last year. `content` reads the bytes of a document kept inside.
struct Carried
{
    const YearData& data;
    std::function<Result<QByteArray>(const QString& sha256)> content;
};

/// Fills an empty database: schema by these steps, the year's frame, and from `carried` (may be
/// null) what comes along from last year: sources, goals, benchmarks, rule settings, decisions,
/// values with their evidence and documents, all with their ids. A document whose content is lost
/// or damaged comes along without it; verifying tells.
Result<void> fillNewDatabase(const Database& database, const QList<Migration>& steps,
                             const NewYear& year, const Carried* carried, const QString& label,
                             const QString& person);

} // namespace checkup::project
