#pragma once

#include "core/base/result.h"
#include "core/project/change_set.h"
#include "core/project/project_file.h"
#include "core/project/year_data.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace checkup::collect {

/// One thing that differs between two states of a project.
struct DifferenceRow
{
    enum class Kind { Changed, Adopted, Added, Removed };
    Kind kind = Kind::Changed;
    project::Table table = project::Table::Values;
    QString subject; ///< code or id, where the row belongs to an indicator or quantity
    QString what;    ///< the indicator's name, or the row's: "耕地保有量", "水利局"
    QString region;  ///< of a figure
    int year = 0;    ///< of a figure
    QString source;  ///< of a figure
    QString column;  ///< what of it: "数值", "截止日期"; empty for rows added and removed
    QString before, after; ///< with units, as printed
    QString sentence;
};
QString key(DifferenceRow::Kind); ///< changed, adopted, added, removed
QString label(DifferenceRow::Kind);

/// What differs between an earlier and a later state. Rows are grouped by kind; then figures first,
/// in the catalogue's order, and the other tables after them.
struct Difference
{
    QString from, to; ///< names of the two states
    QDateTime asOf;   ///< time of the project's last change, UTC: the time files carry
    QList<DifferenceRow> rows;
};

/// Pure. `between`: the net changes from the earlier to the later state; `since`: those from the
/// later state to `now` (ProjectFile::changesBetween), by which names and units are taken as they
/// were then.
Difference difference(const project::YearData& now, const QList<project::RowChange>& between,
                      const QList<project::RowChange>& since);

/// A state to compare: a snapshot's name, the number of an audit row, or "now" ("现在").
/// NotFound names the snapshots there are.
struct ComparedState
{
    QString name;
    qint64 auditNumber = 0;
};
Result<ComparedState> comparedState(const project::YearData& data, qint64 newest,
                                    const QString& text);

/// Reads both nets from the file and compares; an earlier `to` is swapped with `from`. On the
/// file's thread.
Result<Difference> compare(const project::ProjectFile& file, const project::YearData& now,
                           const ComparedState& from, const ComparedState& to);

/// The difference as a workbook (.xlsx: a sheet with the rows, one with the sentences) or a table
/// (.csv, UTF-8 with mark). BadUsage for another suffix.
Result<void> writeDifference(const QString& path, const Difference& difference);

} // namespace checkup::collect
