#pragma once

#include "core/office/sheet.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace checkup::collect {

/// A sheet as a reader's eye sees it: every cell of a merge says what its top-left one says.
/// Refers to the sheet, which must outlive it. Pure.
class TableGrid
{
public:
    explicit TableGrid(const office::Sheet& sheet);

    const office::Sheet& sheet() const { return m_sheet; }
    int rowCount() const { return static_cast<int>(m_sheet.rows.size()); }
    int columnCount() const { return m_columns; }
    const office::Cell& at(int row, int column) const;
    /// The cell's text without footnote marks, on one line.
    QString text(int row, int column) const;
    /// The merge that a cell belongs to, or nullptr.
    const office::Range* mergeAt(int row, int column) const;

    /// The texts of a row, each once where neighbours repeat it, blanks left out.
    QStringList distinct(int row) const;
    bool isBlank(int row) const;
    /// The column's texts in these rows, top to bottom, a text that goes on below once. In the rows
    /// above the last, a blank right of a heading belongs to the heading: so it is where a format
    /// keeps no merges.
    QStringList headerPath(int column, int firstRow, int rows) const;

private:
    bool spansRight(int row, int column) const;

    const office::Sheet& m_sheet;
    int m_columns = 0;
    QHash<quint64, int> m_mergeOf; ///< by cell, of merges within the sheet's filled part
};

/// A text with the footnote's marks at its end taken off: "常住人口①", "530.8*", "7.1[2]",
/// "106.8¹⁾".
struct Unmarked
{
    QString text, mark;
};
Unmarked withoutFootnote(const QString& text);

/// Whether the row's cells say a figure or that there is none (years are no figures).
bool hasFigures(const TableGrid& grid, int row);

/// A line below or above the table that explains it: "注：…", "资料来源：…", "① …".
bool isNoteLine(const QString& text);

/// The years that a text names ("2019—2022年" names two), in order.
QList<int> yearsIn(const QString& text);

} // namespace checkup::collect
