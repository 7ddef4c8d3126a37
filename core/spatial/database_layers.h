#pragma once

#include "core/base/cancel.h"
#include "core/base/issue.h"
#include "core/project/layer_files.h"
#include "core/project/year_data.h"

/// Layers that live in a database: what they hold, and whether it is still what was taken.
namespace checkup::spatial {

/// A table with a geometry that the user may read.
struct DatabaseTable
{
    QString name; ///< as openLayer has it: "DLTB", "规划.控制线", "DLTB(geom2)"
    QString kind; ///< PostGIS's word: "MULTIPOLYGON", "GEOMETRY"
    int srid = 0;
    qint64 rows = -1; ///< as the database last estimated; -1: it does not know
};
/// In the order of their names. Errors: Io, Cancelled.
Result<QList<DatabaseTable>> databaseTables(const QString& connection,
                                            const CancelToken& cancel = {});

/// Of a table's columns and rows, whatever order the rows come in: the rows' own digests are added
/// up in the database, and only the sum comes back. Changes when any value of any row does; neither
/// the connection nor the table's name has a part in it. Errors: Io, BadUsage (no such table),
/// Cancelled.
Result<project::LayerDigest> digestDatabaseLayer(const QString& connection, const QString& layer,
                                                 const CancelToken& cancel = {},
                                                 project::DigestMemory* memory = nullptr);

/// As project::checkLayer, which does not look into databases: Fine, Changed, Vanished (no such
/// table), Remote (the database cannot be asked now). With a memory the rows are read only when the
/// server has counted changes of the table since (its statistics, a second behind); tables that it
/// does not count (views, copies of another server) are read each time. Fails with Cancelled only.
Result<project::LayerHealth> databaseLayerHealth(const project::Layer& layer,
                                                 const CancelToken& cancel = {},
                                                 project::DigestMemory* memory = nullptr);

/// What project::verifyProject cannot see: a sentence for each layer in a database that has
/// changed, is gone, or could not be looked at (a warning). Fails with Cancelled only.
Result<Issues> databaseLayerProblems(const project::YearData& data, const CancelToken& cancel = {});

} // namespace checkup::spatial
