#pragma once

#include "core/base/result.h"
#include "core/project/database.h"
#include "core/project/project_file.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace checkup::project {

/// One step of the schema. A released step is never edited, only followed by another.
struct Migration
{
    int version = 0;
    int minCompatible =
        0; ///< the oldest program (by schema version) that can still read the result
    QStringList statements;
};

/// Reads the numbered steps NNN_name.sql of a folder (":/sql" holds the program's own) in order.
/// Each begins with a comment block that states "version:", "min_compatible:" and "re-run:";
/// statements are separated by lines "-- next". ErrorCode::Internal names the file: none there, a
/// gap in the numbers, a head that does not fit.
Result<QList<Migration>> readMigrations(const QString& folder = QStringLiteral(":/sql"));

/// The version in the file, 0 for a file without tables of ours.
struct SchemaState
{
    int version = 0;
    int minCompatible = 0;
};
Result<SchemaState> schemaState(const Database& database);

/// How the file stands to these steps; touches nothing. Upgraded means: would have to be.
SchemaOutcome compareSchema(const SchemaState& state, const QList<Migration>& steps);

/// Applies what is missing, one transaction a step, the version written in the same transaction. On
/// failure the steps before the failing one stay, that one leaves no trace. `failure` gets its
/// cause.
SchemaOutcome migrate(const Database& database, const QList<Migration>& steps,
                      Error* failure = nullptr);

} // namespace checkup::project
