#pragma once

#include "core/base/cancel.h"
#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/collect/import_plan.h"
#include "core/collect/table_mapping.h"
#include "core/office/sheet.h"
#include "core/project/year_data.h"

#include <QList>
#include <QString>

namespace checkup::collect {

/// The mapping that a table suggests, with what could not be told as issues.
struct GuessedMapping
{
    TableMapping mapping;
    Issues issues;
    bool usable = false;
};

/// A table file that is not our own fill-in workbook, opened once and then planned as often as its
/// mapping changes. Immutable; may be read from any thread.
struct ForeignTable
{
    office::Workbook workbook;
    QString sha256;
};

/// Opens any table file. Refuses (BadUsage) a fill-in workbook: that needs no mapping.
Result<ForeignTable> openForeignTable(const QString& path, const CancelToken& cancel = {});

/// How one sheet would be read.
struct SheetMapping
{
    QString sheet;
    QString fingerprint;    ///< of its layout
    QString remembered;     ///< the name under which the project remembers the layout, or empty
    bool isSpecial = false; ///< a table of goals, benchmarks, regions..., known without a mapping
    GuessedMapping guessed; ///< remembered, or guessed
};

/// Every sheet that is not hidden or empty: the mapping that the project remembers for its layout
/// (fitted to this edition: columns and years by the header), or else a guess.
QList<SheetMapping> mappingsFor(const project::YearData& data, const office::Workbook& workbook);
/// The guess alone, for the first sheet of a file that can be read.
Result<GuessedMapping> guessMapping(const project::YearData& data, const QString& file);

/// What importing the table with these mappings would do, cell by cell. Fast enough for every
/// change of a mapping (no file is read); Cancelled when the token says so.
Result<ImportPlan> planTable(const project::YearData& data, const ForeignTable& table,
                             const QList<TableMapping>& mappings, const ImportOptions& options,
                             const CancelToken& cancel = {});

/// The edit that remembers a layout with its mapping under a name (empty: suggestedName()). What is
/// kept is the mapping and the sheet's head, no figure.
project::ChangeSet rememberMapping(const project::YearData& data, const office::Workbook& workbook,
                                   const TableMapping& mapping, const QString& name,
                                   const QDateTime& usedAt);
/// The table's title without its years, or else the file's name.
QString suggestedName(const office::Workbook& workbook, const office::Sheet& sheet);
/// The sheet that a mapping means; nullptr when there is none.
const office::Sheet* sheetOf(const office::Workbook& workbook, const TableMapping& mapping);

/// The layout of a sheet as a digest (SHA-256, hex): the texts above the figures, years replaced by
/// a token and columns that repeat by years counted once, so that next year's edition of a table
/// has it too. The sheet's name counts where the workbook has several. Pure.
QString layoutFingerprint(const office::Workbook& workbook, const office::Sheet& sheet);

/// What stands above the table and over its columns, as a mapping keeps it to be fitted later.
struct SheetHead
{
    QStringList title;  ///< lines, the sheet's name last
    QStringList header; ///< by column
};
SheetHead sheetHead(const office::Sheet& sheet);

/// A mapping made for an earlier edition of the same layout, with columns and years of this one.
/// Issues tell the years it took; not usable when they cannot be told.
GuessedMapping fitMapping(const TableMapping& remembered, const office::Sheet& sheet);

} // namespace checkup::collect
