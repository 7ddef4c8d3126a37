#pragma once

#include "core/base/cancel.h"
#include "core/base/issue.h"
#include "core/base/progress.h"
#include "core/base/result.h"
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

/// The preview of an import, and the edit that carries it out: all or nothing. Made from a
/// snapshot; committing fails when the file has changed meanwhile, and then the plan is made anew.
struct ImportPlan
{
    QList<CellFate> cells;
    Issues issues;              ///< about files and sheets as a whole
    project::ChangeSet changes; ///< empty when importing would change nothing
    QStringList files;          ///< read sources, in order

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

struct ImportOptions
{
    /// For tables that are not our fill-in layout, one a sheet; none: what the project remembers
    /// for the layout, or else guessed.
    QList<TableMapping> mappings;
    QString person;
    QDateTime takenAt; ///< UTC, written into the evidence
};

/// Reads sources (files, or folders of them) and compares them with the data. What a source is
/// shows in itself: a fill-in workbook (hidden keys), a table of goals, benchmarks, regions or
/// departments (by its header), or a long or wide table of figures. Refuses another city's or
/// another year's workbook.
Result<ImportPlan> planImport(const project::YearData& data, const QStringList& sources,
                              const ImportOptions& options = {}, const CancelToken& cancel = {},
                              const ProgressSink& progress = {});

QString key(Fate); ///< new, changed, unchanged, refused, ignored
QString label(Fate);

} // namespace checkup::collect
