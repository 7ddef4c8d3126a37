#pragma once

#include "core/base/issue.h"

#include <QHash>
#include <QList>
#include <QString>

namespace checkup::office {

/// One cell as text, with what the file says about it. Numbers are given as the shortest text that
/// reads back to the same double, never as displayed; a percent-formatted 0.25 has isPercent set.
struct Cell
{
    enum class Kind { Empty, Text, Number, Bool, Date, Fault };
    Kind kind = Kind::Empty;
    QString text;           ///< Date: "2022-12-31" or with " 08:30:00"; Fault: "#DIV/0!"
    double number = 0;      ///< for Number
    bool isPercent = false; ///< the number format shows it as a percentage
    bool isFormula =
        false; ///< holds a formula (the cached value is given; Empty when there is none)
};

/// A rectangle of cells, zero-based, inclusive.
struct Range
{
    int top = 0, left = 0, bottom = 0, right = 0;
};

/// One sheet: rows of cells, ragged, zero-based positions as in the file (leading empty rows kept).
struct Sheet
{
    QString name;
    bool hidden = false;
    QList<QList<Cell>> rows;
    QList<Range> merges; ///< the value stands in the top-left cell
    QList<int> hiddenRows, hiddenColumns;
    QHash<QString, QString> comments; ///< by cell name ("C12")

    const Cell& at(int row, int column) const; ///< an empty cell outside
    int columnCount() const;                   ///< the longest row
};

struct Workbook
{
    QString fileName; ///< without folder, for messages
    QList<Sheet> sheets;
    Issues issues;
};

/// "A1" for (0, 0), "AB12" for (11, 27).
QString cellName(int row, int column);

/// A digit as its superscript sign, other signs as they are: a footnote's mark set high behind a
/// figure must not be read as one of its digits, and km2 set so is km².
QChar raised(QChar sign);

} // namespace checkup::office
