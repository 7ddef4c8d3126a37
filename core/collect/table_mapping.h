#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace checkup::collect {

/// How a foreign table is to be read. A figure is told by subject, region and year; each of them
/// stands in the figure's column (under the header), in a key column of its row, or for the whole
/// table. Columns and rows count from zero; -1: there is none.
struct TableMapping
{
    /// Long: one column of figures, valueColumn. Wide: several, in `wide`.
    enum class Layout { Long, Wide };
    Layout layout = Layout::Long;
    QString sheet;          ///< empty: the first that is not hidden
    int headerRow = 0;      ///< the header's first row
    int headerRows = 1;     ///< how many rows the header has; data follow
    int lastRow = -1;       ///< the last row that is read; none: the sheet's last
    int subjectColumn = -1; ///< indicator or quantity: code, id or name
    int regionColumn = -1;  ///< name or code; none: `region`, or the city
    int yearColumn = -1;
    int valueColumn = -1; ///< Long
    int unitColumn = -1;
    int noteColumn = -1; ///< 口径说明
    int vintageColumn = -1;
    int sourceColumn = -1; ///< Source key or kind; none: `source`
    int publicationColumn = -1;
    /// Wide: what a column of figures says of all of them.
    struct WideColumn
    {
        int column = -1;
        int year = 0;        ///< of the column, or 0: from yearColumn, or the table's
        QString subject;     ///< of the column, or empty: from subjectColumn, or the table's
        QString unit;        ///< typed in the header, or empty
        QString note;        ///< 口径说明 that every figure of the column gets, or empty
        QString region;      ///< of the column, or empty: from regionColumn, or the table's
        int yearsBefore = 0; ///< 上年: 1, before the table's year

        bool operator==(const WideColumn&) const = default;
    };
    QList<WideColumn> wide;
    QString subject; ///< of the whole table ("各区常住人口"), where neither row nor column says it
    QString region; ///< of the whole table, or empty: the city
    QString unit;   ///< "单位：公顷" above the table; behind those of rows and columns
    int year = 0;   ///< of the whole table; 0: the project's year
    /// A blank key means the one above it (merged keys in a format that does not keep merges).
    bool fillDown = false;
    QString source =
        QStringLiteral("publication"); ///< key of the source that all figures belong to
    QString
        onlyRegion; ///< take only rows of this region name ("厦门市"), for tables of many cities
    /// What stood above the table and over its columns when this was made: from it a later
    /// edition's columns and years are told.
    QStringList title, header;

    bool operator==(const TableMapping&) const = default;
};

/// As JSON (the --map file of the command, and what a project remembers), and back. Columns are
/// letters ("A", "AB"), or numbers from zero; rows count from zero. Invalid names the key that is
/// not understood.
QByteArray toJson(const TableMapping& mapping);
Result<TableMapping> mappingFromJson(const QByteArray& json);
/// Several sheets' mappings as one array; a single object is read as one.
QByteArray toJson(const QList<TableMapping>& mappings);
Result<QList<TableMapping>> mappingsFromJson(const QByteArray& json);

/// "A", "AB" for a column from zero.
QString columnLetters(int column);

/// A single column of the mapping: its JSON key, its member, and the headers that mean it.
struct ColumnRole
{
    QString key;
    int TableMapping::*member;
    QStringList words;
};
const QList<ColumnRole>& columnRoles();

} // namespace checkup::collect
