#pragma once

#include "core/base/cancel.h"
#include "core/project/database.h"
#include "core/project/year_data.h"

#include <QSet>

namespace checkup::project {

enum class Table; // change_set.h

/// Fills a YearData from the tables of the current schema; index() has been called.
Result<YearData> readYear(const Database& database, const CancelToken& cancel);

/// The same, but only the named tables are read; the rest is shared with `previous`. The rows in
/// `values` alone are read again when the table of values is among them.
Result<YearData> readTables(const Database& database, const YearData& previous,
                            const QSet<Table>& tables, const QSet<qint64>& values);

} // namespace checkup::project
