#pragma once

#include "core/base/cancel.h"
#include "core/base/issue.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/collect/returns.h"
#include "core/collect/table_mapping.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace checkup::collect {

/// What becomes of one cell.
enum class Fate { New, Changed, Unchanged, Refused, Ignored };

/// One cell of a source and what importing it would do.
struct CellFate
{
    Fate fate = Fate::Ignored;
    QString file, sheet, cell;
    QString subject; ///< indicator code, quantity id, or "goal:S-11", "text:水利局"...
    QString subjectName;
    QString regionName;
    int year = 0;
    QString before;         ///< what the project holds, as text with unit
    QString after;          ///< what it would hold
    bool converted = false; ///< read as something else than it stood: "3.2万亩", "１２３"
    QString reason; ///< why refused or ignored, or how converted; one sentence with the remedy
};

/// A department's workbook among the sources.
struct PlannedReturn
{
    QString file, department;
    int version = 0;         ///< that it becomes, or has already
    int before = 0;          ///< the version on file until now; 0: none
    bool onFile = false;     ///< this very file came before: nothing is registered
    bool superseded = false; ///< a newer one is there: registered, its cells are not taken
    QString person;          ///< 填表人
    QDate filledOn;
    int asked = 0, filled = 0, refused = 0; ///< as in DepartmentReturns
    QList<ReturnDifference> differences;    ///< against version `before`
};

/// The preview of an import, and the edit that carries it out: all or nothing. Made from a
/// snapshot; committing fails when the file has changed meanwhile, and then the plan is made anew.
struct ImportPlan
{
    QList<CellFate> cells;
    Issues issues;                ///< about files and sheets as a whole
    project::ChangeSet changes;   ///< empty when importing would change nothing
    QStringList files;            ///< read sources, in order
    QList<PlannedReturn> returns; ///< departments' workbooks, in the order they were read

    /// A sheet of figures that is not our own workbook, and how it was read.
    struct Foreign
    {
        QString file, sheet;
        QString fingerprint; ///< of the layout
        QString remembered;  ///< name of the remembered layout; empty: guessed
        bool isRead = false; ///< false: nothing told how to read it
    };
    QList<Foreign> foreign;

    int count(Fate fate) const;
    int convertedCount() const;
};

/// Whether a foreign table was read by a guess that left something open, or not at all: somebody
/// had better look at its mapping.
bool needsMapping(const ImportPlan& plan);

struct ImportOptions
{
    /// For tables that are not our fill-in layout, one a sheet; none: what the project remembers
    /// for the layout, or else guessed.
    QList<TableMapping> mappings;
    QString person;
    QDateTime takenAt; ///< UTC, written into the evidence; without it no return is registered
    /// Folder of the project file: documents too large to be kept inside are referred to from here.
    QString projectFolder;
};

/// Reads sources (files, or folders of them) and compares them with the data. What a source is
/// shows in itself: a fill-in workbook (hidden keys), a table of goals, benchmarks, regions or
/// departments (by its header), or a long or wide table of figures. Tables of regions and
/// departments are read first, so that the others can name what they introduce. Refuses another
/// city's or another year's workbook. Of several workbooks of one department the one with the
/// latest 填报日期 is taken and the others are registered as the versions before it; undated ones
/// are all taken, and contradictions between them refused.
Result<ImportPlan> planImport(const project::YearData& data, const QStringList& sources,
                              const ImportOptions& options = {}, const CancelToken& cancel = {},
                              const ProgressSink& progress = {});

QString key(Fate); ///< new, changed, unchanged, refused, ignored
QString label(Fate);

} // namespace checkup::collect
