#pragma once

#include "core/base/cancel.h"
#include "core/base/issue.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

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

    int count(Fate fate) const;
    int convertedCount() const;
};

/// How the columns of a long or wide table are to be read; -1: there is none.
struct TableMapping
{
    enum class Layout { Long, Wide };
    Layout layout = Layout::Long;
    QString sheet;          ///< empty: the first that is not hidden
    int headerRow = 0;      ///< zero-based
    int subjectColumn = -1; ///< indicator or quantity: code, id or name
    int regionColumn = -1;  ///< name or code; none: the city
    int yearColumn = -1;
    int valueColumn = -1; ///< Long
    int unitColumn = -1;
    int noteColumn = -1; ///< 口径说明
    int vintageColumn = -1;
    int sourceColumn = -1; ///< Source key or kind; none: `source`
    int publicationColumn = -1;
    /// Wide: each of these columns is a year or an indicator.
    struct WideColumn
    {
        int column = -1;
        int year = 0;    ///< of the column, or 0: from yearColumn
        QString subject; ///< of the column, or empty: from subjectColumn
        QString unit;    ///< typed in the header, or empty
        QString note;    ///< 口径说明 that every figure of the column gets, or empty
    };
    QList<WideColumn> wide;
    QString source =
        QStringLiteral("publication"); ///< key of the source that all figures belong to
    QString
        onlyRegion; ///< take only rows of this region name ("厦门市"), for tables of many cities
};

/// As JSON (the --map file of the command), and back. Columns are letters ("A", "AB"), or numbers
/// from zero; headerRow counts from zero. Invalid names the key that is not understood.
QByteArray toJson(const TableMapping& mapping);
Result<TableMapping> mappingFromJson(const QByteArray& json);

struct ImportOptions
{
    std::optional<TableMapping>
        mapping; ///< for tables that are not our fill-in layout; none: guessed
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

/// The mapping that a table's header suggests, with what could not be told as issues.
struct GuessedMapping
{
    TableMapping mapping;
    Issues issues;
    bool usable = false;
};
Result<GuessedMapping> guessMapping(const project::YearData& data, const QString& file);

QString key(Fate); ///< new, changed, unchanged, refused, ignored
QString label(Fate);

} // namespace checkup::collect
